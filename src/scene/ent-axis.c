/* ent-axis.c: the time axis in two tiers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-axis.h"

#include <math.h>

typedef struct
{
  EntTickStep step;
  EntColor    grid;
  double      tick_height;
  double      size;
  double      baseline;
  gboolean    upper;
} Tier;

/* Room from a tick to its text, and after the text. */
#define TICK_TEXT_GAP 6.0

static void
draw_tick (EntDrawing *drawing,
           const Tier *tier,
           double      x,
           double      y,
           double      bottom)
{
  double k = drawing->style.label / 12;
  double axis_bottom = y + ent_style_axis_height (&drawing->style);
  double rule = k * drawing->theme->line_scale;

  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_GRID, x, axis_bottom, x, bottom, tier->grid, rule);
  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_AXIS, x, axis_bottom - tier->tick_height, x, axis_bottom,
                    drawing->theme->line, rule);
}

/* A tick stands at the start of what it names, its text to the right. What began before the view is
 * named at its edge if there is room. */
static void
draw_tick_text (EntDrawing *drawing,
                const Tier *tier,
                gint64      tick,
                double      x,
                double      next_x)
{
  double gap = TICK_TEXT_GAP * drawing->style.label / 12;
  g_autofree char *text = ent_words_tick (drawing->words, tier->step, tick, tier->upper);
  double width = ent_text_measure_width (drawing->measure, text, -1, tier->size, tier->upper);
  double from = fmax (x, drawing->x0) + gap;

  if (x < drawing->x0 - 0.5 && !tier->upper)
    return;
  if (from + width + gap / 2 > fmin (next_x, drawing->x1 + gap / 2))
    return;
  ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_AXIS, from, tier->baseline, text, tier->size, tier->upper,
                    ENT_ALIGN_START, tier->upper ? drawing->theme->ink : drawing->theme->faint, ENT_COLOR_NONE);
}

static void
draw_tier (EntDrawing    *drawing,
           const Tier    *tier,
           const EntSpan *span,
           double         y,
           double         bottom,
           const Tier    *upper)
{
  gint64 tick = ent_ticks_floor (&tier->step, span->start);

  while (tick < span->end)
    {
      gint64 next = ent_ticks_next (&tier->step, tick);
      double x = ent_time_scale_to_x (&drawing->scale, tick);
      double next_x = ent_time_scale_to_x (&drawing->scale, next);
      gboolean under_upper = upper != NULL && ent_ticks_floor (&upper->step, tick) == tick;

      if (x >= drawing->x0 - 0.5 && x <= drawing->x1 + 0.5 && !under_upper)
        draw_tick (drawing, tier, x, y, bottom);
      draw_tick_text (drawing, tier, tick, x, next_x);
      if (next <= tick)
        break;
      tick = next;
    }
}

/**
 * ent_axis_draw:
 * @drawing: the drawing; its scale says where times stand
 * @span: what is in view
 * @y: top of the axis
 * @bottom: where the grid ends
 *
 * Draws the axis and the grid below it.
 */
void
ent_axis_draw (EntDrawing    *drawing,
               const EntSpan *span,
               double         y,
               double         bottom)
{
  const EntTheme *theme = drawing->theme;
  double k = drawing->style.label / 12;
  double height = ent_style_axis_height (&drawing->style);
  EntTickPair pair = ent_ticks_choose (ent_time_scale_px_per_year (&drawing->scale) / k);
  Tier upper = { pair.upper, theme->grid, height - 4 * k, ent_style_year_size (&drawing->style),
                 y + height - 24 * k, TRUE };
  Tier lower = { pair.lower, theme->grid2, 6 * k, ent_style_axis_size (&drawing->style), y + height - 8 * k, FALSE };

  draw_tier (drawing, &lower, span, y, bottom, &upper);
  draw_tier (drawing, &upper, span, y, bottom, NULL);
  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_AXIS, drawing->x0, y + height, drawing->x1, y + height,
                    theme->line, k * theme->line_scale);
}
