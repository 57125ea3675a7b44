/* ent-ratio-interval.h: a ratio with its interval, drawn on an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison.h"
#include "ent-drawing.h"

G_BEGIN_DECLS

/**
 * EntRatioAxis:
 * @reach: the greatest ratio on it; the least is 1 / @reach, so that twice as often and half as often are as far from 1
 * @x0: where the least stands
 * @x1: where the greatest stands; right of @x0
 *
 * A logarithmic axis of ratios.
 */
typedef struct
{
  double reach;
  double x0;
  double x1;
} EntRatioAxis;

double ent_ratio_axis_reach     (const EntComparison    *comparison);
double ent_ratio_axis_to_x      (const EntRatioAxis     *axis,
                                 double                  ratio);
void   ent_ratio_axis_draw_grid (const EntRatioAxis     *axis,
                                 EntDrawing             *drawing,
                                 double                  y0,
                                 double                  y1);
void   ent_ratio_axis_draw_names (const EntRatioAxis    *axis,
                                 EntDrawing             *drawing,
                                 double                  y);
void   ent_ratio_axis_draw_row  (const EntRatioAxis     *axis,
                                 EntDrawing             *drawing,
                                 const EntComparisonRow *row,
                                 double                  y);

G_END_DECLS
