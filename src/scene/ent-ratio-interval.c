/* ent-ratio-interval.c: a ratio with its interval, drawn on an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-ratio-interval.h"

#include <math.h>

/* Measures at label size 12. */
#define LINE_WIDTH 1.5
#define CAP 3.5
#define BAR 7.0
#define POINT 3.2
#define DOTS 12.0
#define DOT 2.0

/* Names nearer than this to each other are left out. */
#define NAME_GAP 8.0

/* What is named, the first before others; the first alone, the others in pairs. */
static const struct
{
  double      ratio;
  const char *name;
} ticks[] = {
  { 1, "1" },     { 0.1, "1/10" }, { 10, "10" },    { 0.5, "1/2" }, { 2, "2" },
  { 0.2, "1/5" }, { 5, "5" },      { 0.05, "1/20" }, { 20, "20" },
};

static gboolean
is_within (const EntRatioAxis *axis,
           gsize               tick)
{
  return fmax (ticks[tick].ratio, 1 / ticks[tick].ratio) <= axis->reach * 1.001;
}

static void
widen (double                 *reach,
       const EntComparisonRow *row)
{
  const double ends[] = { row->ratio.low, row->ratio.high };

  if (!row->has_ratio || row->ratio.too_few)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] > 0 && isfinite (ends[i]))
      *reach = fmax (*reach, fmax (ends[i], 1 / ends[i]));
}

/**
 * ent_ratio_axis_reach:
 * @comparison: a comparison
 *
 * Returns: the reach of an axis for all its intervals, 5, 10 or 20, whatever part of them is shown; what goes beyond is
 *   drawn as going on
 */
double
ent_ratio_axis_reach (const EntComparison *comparison)
{
  double reach = 1;

  widen (&reach, ent_comparison_get_total (comparison));
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    {
      guint n_rows;
      const EntComparisonRow *rows = ent_comparison_get_rows (comparison, ent_compared_facets[i], &n_rows);

      for (guint j = 0; j < n_rows; j++)
        widen (&reach, &rows[j]);
    }
  return reach <= 5 ? 5 : reach <= 10 ? 10 : 20;
}

/** ent_ratio_axis_to_x: (skip): where @ratio stands, which may be 0 or infinite; not beyond the ends */
double
ent_ratio_axis_to_x (const EntRatioAxis *axis,
                     double              ratio)
{
  double middle = (axis->x0 + axis->x1) / 2;

  if (!(ratio > 1 / axis->reach))
    return axis->x0;
  if (ratio >= axis->reach)
    return axis->x1;
  return middle + log (ratio) / log (axis->reach) * (axis->x1 - axis->x0) / 2;
}

/** ent_ratio_axis_draw_grid: (skip): draws lines for round ratios from @y0 to @y1, and a stronger one for no difference */
void
ent_ratio_axis_draw_grid (const EntRatioAxis *axis,
                          EntDrawing         *drawing,
                          double              y0,
                          double              y1)
{
  const EntTheme *theme = drawing->theme;

  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      double x = ent_ratio_axis_to_x (axis, ticks[i].ratio);
      gboolean is_one = ticks[i].ratio == 1;

      if (!is_within (axis, i))
        continue;
      /* Where contrast is asked for, the grid is as dark as the line of 1, and must not be as wide. */
      ent_drawing_line (drawing, ENT_LAYER_GROUND, is_one ? ENT_ROLE_AXIS : ENT_ROLE_GRID, x, y0, x, y1,
                        is_one ? theme->faint : theme->grid,
                        drawing->style.mark * (is_one ? theme->line_scale : theme->line_scale > 1 ? 0.5 : 1));
    }
}

/* Where a name is to stand, and what others leave free. */
typedef struct
{
  double from;
  double to;
} Room;

static gboolean
find_room (const EntRatioAxis *axis,
           EntDrawing         *drawing,
           gsize               tick,
           const Room         *taken,
           gsize               n_taken,
           Room               *room)
{
  double gap = NAME_GAP * drawing->style.label / 12;
  double x = ent_ratio_axis_to_x (axis, ticks[tick].ratio);
  double half = ent_text_measure_width (drawing->measure, ticks[tick].name, -1, ent_style_axis_size (&drawing->style),
                                        FALSE) / 2;

  *room = (Room){ x - half, x + half };
  for (gsize i = 0; i < n_taken; i++)
    if (room->to + gap >= taken[i].from && room->from - gap <= taken[i].to)
      return FALSE;
  return is_within (axis, tick);
}

/** ent_ratio_axis_draw_names: (skip): names round ratios on the baseline @y, alike on both sides */
void
ent_ratio_axis_draw_names (const EntRatioAxis *axis,
                           EntDrawing         *drawing,
                           double              y)
{
  Room taken[G_N_ELEMENTS (ticks)];
  gsize n_taken = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i += i == 0 ? 1 : 2)
    {
      gsize n = i == 0 ? 1 : 2;
      gboolean fits = TRUE;

      for (gsize j = 0; j < n; j++)
        fits = find_room (axis, drawing, i + j, taken, n_taken, &taken[n_taken + j]) && fits;
      if (!fits)
        continue;
      for (gsize j = 0; j < n; j++)
        ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_AXIS, ent_ratio_axis_to_x (axis, ticks[i + j].ratio), y,
                          ticks[i + j].name, ent_style_axis_size (&drawing->style), FALSE, ENT_ALIGN_MIDDLE,
                          drawing->theme->dim, ENT_COLOR_NONE);
      n_taken += n;
    }
}

static gboolean
is_on (const EntRatioAxis *axis,
       double              ratio)
{
  return ratio >= 1 / axis->reach && ratio <= axis->reach;
}

/* The line of the interval, with a stop at an end that is on the axis; the last of it in dots where it goes on. */
static void
draw_interval (const EntRatioAxis *axis,
               EntDrawing         *drawing,
               double              low,
               double              high,
               double              y)
{
  double k = drawing->style.mark;
  EntColor color = drawing->theme->text;
  double ends[] = { ent_ratio_axis_to_x (axis, low), ent_ratio_axis_to_x (axis, high) };
  const double ratios[] = { low, high };
  double solid[] = { ends[0], ends[1] };

  for (int i = 0; i < 2; i++)
    {
      EntItem *item;

      if (is_on (axis, ratios[i]))
        {
          ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, ends[i], y - CAP * k, ends[i], y + CAP * k, color,
                            LINE_WIDTH * k);
          continue;
        }
      solid[i] = ratios[i] < 1 ? ends[i] + DOTS * k : ends[i] - DOTS * k;
      item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_MARKS, ENT_ROLE_EDGE);
      item->x = fmin (ends[i], solid[i]);
      item->x2 = fmax (ends[i], solid[i]);
      item->y = item->y2 = y;
      item->stroke = color;
      item->stroke_width = (float) (LINE_WIDTH * k);
      item->dash_on = (float) (DOT * k);
      item->dash_off = (float) (DOT * k);
    }
  if (solid[1] > solid[0])
    ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, solid[0], y, solid[1], y, color, LINE_WIDTH * k);
}

/**
 * ent_ratio_axis_draw_row:
 * @axis: the axis
 * @drawing: the drawing
 * @row: what was counted
 * @y: the middle of the row
 *
 * Draws the interval as a line with its ends, dotted where it goes on beyond the axis, and over it the ratio: a point, or a bar where it may be several. Nothing is
 * drawn where there are too few events to say, or no ratio.
 */
void
ent_ratio_axis_draw_row (const EntRatioAxis     *axis,
                         EntDrawing             *drawing,
                         const EntComparisonRow *row,
                         double                  y)
{
  const EntTheme *theme = drawing->theme;
  const EntRateRatio *ratio = &row->ratio;
  double k = drawing->style.mark;
  double from;
  double to;
  EntItem *item;

  if (!row->has_ratio || ratio->too_few)
    return;
  draw_interval (axis, drawing, ratio->low, ratio->high, y);
  /* Beyond the ends of the axis the ratio has no place on it; it stands beside in numbers. */
  if (isnan (ratio->least) || isnan (ratio->most) || ratio->most < 1 / axis->reach || ratio->least > axis->reach)
    return;
  from = ent_ratio_axis_to_x (axis, ratio->least);
  to = ent_ratio_axis_to_x (axis, ratio->most);
  if (to - from > 2 * POINT * k)
    {
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_MARK, from, y - BAR / 2 * k, to - from, BAR * k, theme->text);
      return;
    }
  item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_MARK);
  item->shape = ENT_SHAPE_CIRCLE;
  item->x = (from + to) / 2;
  item->y = y;
  item->radius = (float) (POINT * k);
  item->fill = theme->text;
}
