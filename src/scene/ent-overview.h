/* ent-overview.h: the whole of a dataset in one strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntOverviewRequest:
 * @basis: which dates
 * @rows: (nullable): the events that are shown; the others stand behind them in grey. %NULL for all
 * @hits: (nullable): what a search found; units that have some of it are marked
 * @whole: the time from one end of the strip to the other
 * @window: what is in view
 * @x: left edge, CSS pixels
 * @y: top
 * @width: of the strip
 * @height: of it, with its axis
 *
 * What the strip shows, and where. Its colours are those of the drawing's colouring.
 */
typedef struct
{
  EntBasis basis;
  EntRowSet *rows;
  EntRowSet *hits;
  EntSpan  whole;
  EntSpan  window;
  double   x;
  double   y;
  double   width;
  double   height;
} EntOverviewRequest;

/**
 * EntOverviewHandle:
 * @window_x0: where the window begins, held inside the strip
 * @window_x1: where it ends
 * @top: of the strip
 * @base: where the columns stand
 * @narrow: whether the grips stand outside
 * @grip_x: the middles of the two grips
 * @grip_y: their middle
 *
 * The frame round the window in view and the grips on its sides, in CSS pixels: for drawing it and for taking hold
 * of it.
 */
typedef struct
{
  double   window_x0;
  double   window_x1;
  double   top;
  double   base;
  gboolean narrow;
  double   frame_x;
  double   frame_y;
  double   frame_width;
  double   frame_height;
  double   radius;
  double   grip_x[2];
  double   grip_y;
  double   grip_width;
  double   grip_height;
} EntOverviewHandle;

EntTimeScale      ent_overview_get_scale  (const EntOverviewRequest *request);
EntOverviewHandle ent_overview_get_handle (const EntOverviewRequest *request,
                                           const EntStyle           *style);
EntColor          ent_overview_get_veil   (const EntTheme           *theme);
void              ent_overview_draw_strip (EntDrawing               *drawing,
                                           const EntOverviewRequest *request);
void              ent_overview_draw       (EntDrawing               *drawing,
                                           const EntOverviewRequest *request);

G_END_DECLS
