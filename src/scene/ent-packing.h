/* ent-packing.h: first fit of events and labels into the rows of a lane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-lanes.h"

G_BEGIN_DECLS

/** EntPackOrder: who chooses first. */
typedef enum
{
  ENT_PACK_BY_TIME,       /* a calm cascade */
  ENT_PACK_BY_IMPORTANCE, /* when rows are short */
} EntPackOrder;

typedef struct
{
  guint n_lines;     /* rows used */
  guint n_labelled;
  guint n_left_over; /* found no row at all; their line is G_MAXUINT */
} EntPackResult;

EntPackResult ent_pack (const EntLanesRequest *request,
                        EntTextMeasure        *measure,
                        GArray                *placed,
                        guint                  max_lines,
                        EntPackOrder           order,
                        gboolean               shorten);

guint         ent_pack_sort_lines (GArray                *placed);
void          ent_pack_last_line  (const EntLanesRequest *request,
                                   EntTextMeasure        *measure,
                                   GArray                *placed,
                                   GArray                *folds,
                                   guint                  line);
double        ent_pack_label_on_x (const EntPlaced       *item,
                                   double                 x0,
                                   double                 x1,
                                   const EntStyle        *style);

G_END_DECLS
