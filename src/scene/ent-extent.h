/* ent-extent.h: how an event lies on the time axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-style.h"
#include "ent-theme.h"
#include "ent-time-scale.h"

G_BEGIN_DECLS

/**
 * EntExtent:
 * @start0: earliest start; −HUGE_VAL when open
 * @start1: latest start
 * @end0: earliest end
 * @end1: latest end; HUGE_VAL when open
 * @start_qualifiers: #EntQualifier flags
 * @end_qualifiers: likewise
 * @start_kind: an #EntBoundKind
 * @end_kind: likewise; an end "beyond" is treated as open
 * @interval: whether it lasts: an interval, or all of a set
 * @coarse_start: the start is not known to the day
 * @coarse_end: likewise
 *
 * A date in CSS pixels.
 */
typedef struct
{
  double start0;
  double start1;
  double end0;
  double end1;
  guint8 start_qualifiers;
  guint8 end_qualifiers;
  guint8 start_kind;
  guint8 end_kind;
  guint8 form;
  guint8 start_precision;
  guint8 end_precision;
  guint8 interval;
  guint8 coarse_start;
  guint8 coarse_end;
} EntExtent;

void ent_extent_from_date (EntExtent          *extent,
                           const EntDate      *date,
                           const EntTimeScale *scale);

void ent_extent_of_event  (EntExtent          *extent,
                           EntDataset         *dataset,
                           const EntDate      *date,
                           const EntTimeScale *scale);

/** EntPlaceForm: what an event is drawn as. */
typedef enum
{
  ENT_PLACE_POINT,  /* a mark alone */
  ENT_PLACE_COARSE, /* a light band of the whole extent, the mark in its middle */
  ENT_PLACE_BAR,    /* a bar from its mark */
  ENT_PLACE_SET,    /* marks on a line */
  ENT_PLACE_CHAIN,  /* phases on one row */
} EntPlaceForm;

/**
 * EntPlace:
 * @row: the event
 * @form: an #EntPlaceForm
 * @kind: an #EntKindStyle
 * @radius: of its mark
 * @x: centre of its mark
 * @left: where its drawing begins, view edges not regarded; may be −HUGE_VAL
 * @right: where it ends; may be HUGE_VAL
 * @date: its date
 *
 * An event in CSS pixels, before anything is said about rows.
 */
typedef struct
{
  guint32   row;
  guint8    form;
  guint8    kind;
  double    radius;
  double    x;
  double    left;
  double    right;
  EntExtent date;
} EntPlace;

double   ent_kind_half_width (EntKindStyle        kind,
                              double              radius);
double   ent_kind_half_height (EntKindStyle       kind,
                              double              radius);
double   ent_place_unsure_reach (const EntPlace     *place,
                                 const EntStyle     *style);
gboolean ent_place_event     (EntPlace           *place,
                              EntDataset         *dataset,
                              guint32             row,
                              EntBasis            basis,
                              const EntTimeScale *scale,
                              const EntStyle     *style);

G_END_DECLS
