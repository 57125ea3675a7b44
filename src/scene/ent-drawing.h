/* ent-drawing.h: what everything that adds to a scene shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-coloring.h"
#include "ent-dataset.h"
#include "ent-scene.h"
#include "ent-style.h"
#include "ent-text-measure.h"
#include "ent-theme.h"
#include "ent-time-scale.h"
#include "ent-words.h"

G_BEGIN_DECLS

/** EntSeen: what has been drawn, and so belongs into the legend, in its order. */
typedef enum
{
  ENT_SEEN_INCIDENT, /* the four kinds in the order of EntKindStyle */
  ENT_SEEN_MEETING,
  ENT_SEEN_STATEMENT,
  ENT_SEEN_OTHER,
  ENT_SEEN_UNSEEN_THEN_KNOWN, /* for the legend alone: the next two and the sign between them */
  ENT_SEEN_UNSEEN,
  ENT_SEEN_KNOWN,
  ENT_SEEN_DETECTION,
  ENT_SEEN_ACTIVITY,
  ENT_SEEN_REMEDIATION,
  ENT_SEEN_DISCLOSURE,
  ENT_SEEN_ATTRIBUTION,
  ENT_SEEN_LASTING,
  ENT_SEEN_CONFIRMED,
  ENT_SEEN_OFFICIAL_ACCUSATION,
  ENT_SEEN_PRIVATE_ASSESSMENT,
  ENT_SEEN_SUSPECTED,
  ENT_SEEN_NO_ATTRIBUTION,
  ENT_SEEN_DENIED,
  ENT_SEEN_NOT_DONE,
  ENT_SEEN_SEVERITY,
  ENT_SEEN_COARSE,
  ENT_SEEN_SEASON,
  ENT_SEEN_ABOUT,
  ENT_SEEN_UNCERTAIN,
  ENT_SEEN_OPEN_END,
  ENT_SEEN_UNKNOWN_END,
  ENT_SEEN_ONE_OF,
  ENT_SEEN_ALL_OF,
  ENT_SEEN_GOES_ON,
  ENT_SEEN_FOLD,
  ENT_SEEN_COLUMN,
  ENT_SEEN_SHADE,
  ENT_SEEN_SELECTED,
  ENT_SEEN_LINK, /* the types in the order of EntLinkType */
  ENT_SEEN_LAST_LINK = ENT_SEEN_LINK + ENT_LINK_FOLLOWS,
  ENT_SEEN_TODAY,
} EntSeen;
#define ENT_N_SEEN (ENT_SEEN_TODAY + 1)
G_STATIC_ASSERT (ENT_N_SEEN <= 64); /* bits of @seen */

/**
 * EntDrawing:
 * @x0: left edge of what is drawn; marks are clipped to it
 * @x1: right edge
 * @view0: left edge of what the reader sees; names are held inside it. @x0, or right of it
 * @view1: right edge
 * @reserved_from: left end of what the axis leaves free in its upper tier
 * @reserved_to: right end; not above @reserved_from for none
 * @crossed: where a line goes down through the lower tier of the axis, whose names keep off it; −HUGE_VAL for none
 * @seen: bits by #EntSeen
 * @severities: bits by severity
 * @statuses: bits by #EntStatus, of the events drawn as not done
 * @classes: bits by class of the colouring, of the events drawn
 * @language: (nullable): of titles and names
 * @coloring: (nullable): what the colours tell; %NULL for kinds
 * @hue: which colour what is drawn has; see %ENT_HUE_OF_KIND
 * @in_legend: whether a sample is drawn: it stands for no event
 * @raised: whether what is drawn goes over all that stands in its place
 * @row: the event being drawn, or %ENT_ITEM_NO_ROW
 * @lane: the lane being drawn
 * @group: the fold or column being drawn
 * @owed: whether no item yet counts for the event being drawn
 *
 * The state of drawing one scene.
 */
typedef struct
{
  EntSceneBuilder *builder;
  EntDataset      *dataset;
  EntTextMeasure  *measure;
  const EntWords  *words;
  const EntTheme  *theme;
  EntStyle         style;
  EntTimeScale     scale;
  double           x0;
  double           x1;
  double           view0;
  double           view1;
  double           reserved_from;
  double           reserved_to;
  double           crossed;
  guint64          seen;
  guint            severities;
  guint            statuses;
  guint            classes;
  const char      *language;
  const EntColoring *coloring;
  guint8           hue;
  gboolean         in_legend;
  gboolean         raised;
  guint32          row;
  guint32          group;
  guint8           lane;
  gboolean         owed;
} EntDrawing;

static inline void
ent_drawing_see (EntDrawing *drawing,
                 EntSeen     seen)
{
  if (drawing->in_legend)
    return;
  drawing->seen |= G_GUINT64_CONSTANT (1) << seen;
  if (drawing->hue != ENT_HUE_OF_KIND && drawing->hue <= ENT_N_HUES)
    drawing->classes |= 1u << (drawing->hue - 1);
}

void     ent_drawing_set_row   (EntDrawing *drawing,
                                guint32     row);
EntColor ent_drawing_get_color (const EntDrawing *drawing,
                                EntKindStyle kind);
EntItem *ent_drawing_add       (EntDrawing *drawing,
                                EntItemType type,
                                EntLayer    layer,
                                EntRole     role);
void     ent_drawing_line      (EntDrawing *drawing,
                                EntLayer    layer,
                                EntRole     role,
                                double      x,
                                double      y,
                                double      x2,
                                double      y2,
                                EntColor    color,
                                double      width);
void     ent_drawing_rect      (EntDrawing *drawing,
                                EntLayer    layer,
                                EntRole     role,
                                double      x,
                                double      y,
                                double      width,
                                double      height,
                                EntColor    color);
double   ent_drawing_text      (EntDrawing *drawing,
                                EntLayer    layer,
                                EntRole     role,
                                double      x,
                                double      y,
                                const char *text,
                                double      size,
                                gboolean    bold,
                                EntAlign    align,
                                EntColor    color,
                                EntColor    halo);

G_END_DECLS
