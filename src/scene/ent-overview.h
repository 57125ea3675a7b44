/* ent-overview.h: the whole of a dataset in one strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"

G_BEGIN_DECLS

/** EntOverviewRequest: what the strip shows, and where, in CSS pixels. */
typedef struct
{
  EntBasis basis;
  EntSpan  whole;
  EntSpan  window;
  double   x;
  double   y;
  double   width;
  double   height;
} EntOverviewRequest;

void ent_overview_draw (EntDrawing               *drawing,
                        const EntOverviewRequest *request);

G_END_DECLS
