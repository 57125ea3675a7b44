/* ent-axis.h: the time axis in two tiers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"

G_BEGIN_DECLS

/**
 * EntAxisRequest:
 * @span: what is drawn
 * @view: what the reader sees of it: names keep inside
 * @y: top of the axis
 * @top: where the grid begins, if that is below the axis
 * @bottom: where the grid ends
 * @axis: whether the axis is drawn
 * @grid: whether the grid is
 */
typedef struct
{
  EntSpan  span;
  EntSpan  view;
  double   y;
  double   top;
  double   bottom;
  gboolean axis;
  gboolean grid;
} EntAxisRequest;

void ent_axis_draw (EntDrawing           *drawing,
                    const EntAxisRequest *request);

G_END_DECLS
