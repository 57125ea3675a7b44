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

/* Room from a tick to its text, and at least from the text to the next tick. */
#define TICK_TEXT_GAP 6.0
#define TICK_TEXT_END_GAP 0.8

static void
draw_tick (EntDrawing           *drawing,
           const Tier           *tier,
           const EntAxisRequest *request,
           double                x)
{
  double k = drawing->style.label / 12;
  double axis_bottom = request->y + ent_style_axis_height (&drawing->style);
  double rule = k * drawing->theme->line_scale;

  if (request->grid && x >= drawing->x0 - 0.5 && x <= drawing->x1 + 0.5)
    ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_GRID, x, fmax (axis_bottom, request->top), x, request->bottom,
                      tier->grid, rule);
  if (request->axis && x >= drawing->view0 - 0.5 && x <= drawing->view1 + 0.5)
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
  double from = fmax (x, drawing->view0) + gap;

  if (x < drawing->view0 - 0.5 && !tier->upper)
    return;
  if (from + width + TICK_TEXT_END_GAP > fmin (next_x, drawing->view1 + TICK_TEXT_END_GAP))
    return;
  if (tier->upper && from < drawing->reserved_to + gap && from + width > drawing->reserved_from - gap)
    return;
  if (!tier->upper && drawing->crossed > from - gap / 2 && drawing->crossed < from + width + gap / 2)
    return;
  ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_AXIS, from, tier->baseline, text, tier->size, tier->upper,
                    ENT_ALIGN_START, tier->upper ? drawing->theme->ink : drawing->theme->faint, ENT_COLOR_NONE);
}

/* Every how many ticks a text fits, so that a tier is named evenly or not at all. */
static guint
name_every (EntDrawing    *drawing,
            const Tier    *tier,
            const EntSpan *span)
{
  double gap = TICK_TEXT_GAP * drawing->style.label / 12;
  gint64 tick = ent_ticks_floor (&tier->step, span->start);
  double widest = 0;
  double narrowest = HUGE_VAL;

  for (guint i = 0; i < 62 && tick < span->end; i++)
    {
      gint64 next = ent_ticks_next (&tier->step, tick);
      g_autofree char *text = ent_words_tick (drawing->words, tier->step, tick, tier->upper);

      widest = fmax (widest, ent_text_measure_width (drawing->measure, text, -1, tier->size, tier->upper));
      narrowest = fmin (narrowest, ent_time_scale_to_x (&drawing->scale, next) -
                                     ent_time_scale_to_x (&drawing->scale, tick));
      if (next <= tick)
        break;
      tick = next;
    }
  if (!(narrowest > 0) || isinf (narrowest))
    return 1;
  return (guint) fmin (1000, ceil ((widest + gap + TICK_TEXT_END_GAP) / narrowest));
}

static void
draw_tier (EntDrawing           *drawing,
           const Tier           *tier,
           const EntAxisRequest *request,
           const Tier           *upper)
{
  const EntSpan *span = request->grid ? &request->span : &request->view;
  guint every = request->axis && upper != NULL ? MAX (name_every (drawing, tier, &request->view), 1) : 1;
  /* Counted from the start of the upper tier's step, so that the same ticks are named in each. */
  gint64 tick = ent_ticks_floor (&tier->step, upper != NULL ? ent_ticks_floor (&upper->step, span->start) : span->start);
  gint64 upper_tick = G_MININT64;
  guint index = 0;

  while (tick < span->end)
    {
      gint64 next = ent_ticks_next (&tier->step, tick);
      double x = ent_time_scale_to_x (&drawing->scale, tick);
      double room_x = ent_time_scale_to_x (&drawing->scale, next);
      gboolean under_upper = FALSE;

      if (upper != NULL)
        {
          gint64 own_upper = ent_ticks_floor (&upper->step, tick);

          under_upper = own_upper == tick;
          if (own_upper != upper_tick)
            index = 0;
          upper_tick = own_upper;
          if (every > 1)
            room_x = x + every * (room_x - x);
          /* A week's number must not reach into the next month, which it would seem to name. */
          room_x = fmin (room_x, ent_time_scale_to_x (&drawing->scale, ent_ticks_next (&upper->step, own_upper)));
        }
      if (!under_upper)
        draw_tick (drawing, tier, request, x);
      if (request->axis && index % every == 0 && room_x > drawing->view0 && x < drawing->view1)
        draw_tick_text (drawing, tier, tick, x, room_x);
      index++;
      if (next <= tick)
        break;
      tick = next;
    }
}

/**
 * ent_axis_draw:
 * @drawing: the drawing; its scale says where times stand
 * @request: what is drawn, and where
 *
 * Draws the axis, the grid below it, or both.
 */
void
ent_axis_draw (EntDrawing           *drawing,
               const EntAxisRequest *request)
{
  const EntTheme *theme = drawing->theme;
  double k = drawing->style.label / 12;
  double height = ent_style_axis_height (&drawing->style);
  double y = request->y;
  EntTickPair pair = ent_ticks_choose (ent_time_scale_px_per_year (&drawing->scale) / k);
  Tier upper = { pair.upper, theme->grid, height - 4 * k, ent_style_year_size (&drawing->style),
                 y + height - 24 * k, TRUE };
  Tier lower = { pair.lower, theme->grid2, 6 * k, ent_style_axis_size (&drawing->style), y + height - 8 * k, FALSE };

  draw_tier (drawing, &lower, request, &upper);
  draw_tier (drawing, &upper, request, NULL);
  if (request->axis)
    ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_AXIS, drawing->view0, y + height, drawing->view1, y + height,
                      theme->line, k * theme->line_scale);
}
