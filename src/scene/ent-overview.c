/* ent-overview.c: the whole of a dataset in one strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview.h"

#include <math.h>

#include "ent-ticks.h"

/* No more columns than could be told apart, whatever the span. */
#define MIN_COLUMN 3.0

typedef struct
{
  guint counts[ENT_MAX_CLASSES];
  guint n_shown;
  guint n_hidden;
  guint n_hits;
} Stack;

/* A column a year, or the smallest longer unit that leaves columns wide enough. */
static EntTickStep
column_step (const EntTimeScale *scale)
{
  double px_per_year = ent_time_scale_px_per_year (scale);
  EntTickStep year = { ENT_TICK_YEAR, 1 };

  return px_per_year >= MIN_COLUMN && px_per_year <= 200 ? year : ent_ticks_choose_bin (px_per_year, MIN_COLUMN);
}

static GArray *
count_stacks (EntDrawing               *drawing,
              const EntOverviewRequest *request,
              EntTickStep               step,
              GArray                   *ticks)
{
  GArray *stacks = g_array_new (FALSE, TRUE, sizeof (Stack));
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (drawing->dataset, request->basis, &n_dated);
  guint column = 0;

  for (gint64 tick = ent_ticks_floor (&step, request->whole.start); tick < request->whole.end;)
    {
      gint64 next = ent_ticks_next (&step, tick);

      g_array_append_val (ticks, tick);
      if (next <= tick)
        break;
      tick = next;
    }
  g_array_set_size (stacks, ticks->len);
  for (guint i = 0; i < n_dated && ticks->len > 0; i++)
    {
      const EntDate *date = ent_dataset_peek_date (drawing->dataset, order[i], request->basis);
      gint64 time = request->whole.start;
      Stack *stack;

      if (date->earliest_start.kind == ENT_BOUND_KNOWN)
        time = CLAMP (date->earliest_start.time, request->whole.start, request->whole.end - 1);
      /* By start, so the column only moves on. */
      while (column + 1 < ticks->len && g_array_index (ticks, gint64, column + 1) <= time)
        column++;
      stack = &g_array_index (stacks, Stack, column);
      if (request->rows != NULL && !ent_row_set_contains (request->rows, order[i]))
        {
          stack->n_hidden++;
          continue;
        }
      stack->counts[ent_coloring_get_class (drawing->coloring, drawing->dataset, order[i])]++;
      stack->n_shown++;
      stack->n_hits += request->hits != NULL && ent_row_set_contains (request->hits, order[i]);
    }
  return stacks;
}

/* What the axis names: what the upper tier of a timeline as wide would, or, where hardly one of those is in
 * the strip, the parts of the lower tier if their names have room. */
static EntTickStep
choose_step (EntDrawing               *drawing,
             const EntOverviewRequest *request,
             const EntTimeScale       *scale,
             double                    size)
{
  EntTickPair pair = ent_ticks_choose (ent_time_scale_px_per_year (scale) * 12 / drawing->style.label);
  gint64 upper = ent_ticks_floor (&pair.upper, request->whole.start);
  gint64 lower = ent_ticks_floor (&pair.lower, request->whole.start);
  double upper_width = ent_time_scale_to_x (scale, ent_ticks_next (&pair.upper, upper)) - ent_time_scale_to_x (scale, upper);
  double lower_width = ent_time_scale_to_x (scale, ent_ticks_next (&pair.lower, lower)) - ent_time_scale_to_x (scale, lower);

  if (pair.lower.unit == ENT_TICK_YEAR && upper_width > request->width / 2 &&
      lower_width >= ent_text_measure_width (drawing->measure, "0000", -1, size, FALSE) + size)
    return pair.lower;
  return pair.upper;
}

static void
draw_axis (EntDrawing               *drawing,
           const EntOverviewRequest *request,
           const EntTimeScale       *scale,
           double                    base)
{
  double size = ent_style_axis_size (&drawing->style);
  double k = drawing->style.label / 12;
  EntTickStep step = choose_step (drawing, request, scale, size);
  gint64 tick = ent_ticks_floor (&step, request->whole.start);

  while (tick < request->whole.end)
    {
      gint64 next = ent_ticks_next (&step, tick);
      double x = ent_time_scale_to_x (scale, tick);
      EntTickStep plain = { ENT_TICK_YEAR, 1 };
      g_autofree char *text = ent_words_tick (drawing->words, step.unit == ENT_TICK_YEAR ? plain : step, tick, TRUE);
      double half = ent_text_measure_width (drawing->measure, text, -1, size, FALSE) / 2;

      if (x - half >= request->x && x + half <= request->x + request->width)
        {
          ent_drawing_line (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, x, base, x, base + 3 * k, drawing->theme->line, k);
          ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, x, base + 15 * k, text, size, FALSE,
                            ENT_ALIGN_MIDDLE, drawing->theme->faint, ENT_COLOR_NONE);
        }
      if (next <= tick)
        break;
      tick = next;
    }
}

/** ent_overview_get_scale: (skip): where times stand in the strip */
EntTimeScale
ent_overview_get_scale (const EntOverviewRequest *request)
{
  return ent_time_scale_fit (&request->whole, request->x, request->x + request->width);
}

/**
 * ent_overview_get_handle:
 * @request: what is shown and where
 * @style: the measures of the picture
 *
 * Where the handle stands for the window of @request. In a window narrower than 24 px the grips stand outside.
 *
 * Returns: the handle
 */
EntOverviewHandle
ent_overview_get_handle (const EntOverviewRequest *request,
                         const EntStyle           *style)
{
  EntTimeScale scale = ent_overview_get_scale (request);
  double k = style->label / 12;
  double right = request->x + request->width;
  EntOverviewHandle handle = { 0 };
  double x0 = CLAMP (ent_time_scale_to_x (&scale, request->window.start), request->x, right);
  double x1 = CLAMP (ent_time_scale_to_x (&scale, request->window.end), request->x, right);
  double aside = x1 - x0 < 24 * k ? 6 * k : 0;

  handle.window_x0 = x0;
  handle.window_x1 = x1;
  handle.top = request->y;
  handle.base = request->y + request->height - 22 * k;
  handle.narrow = aside > 0;
  handle.frame_x = x0;
  handle.frame_y = request->y + k;
  handle.frame_width = fmax (x1 - x0, 2 * k);
  handle.frame_height = handle.base - request->y - k;
  handle.radius = 4 * k;
  handle.grip_x[0] = x0 - aside;
  handle.grip_x[1] = fmax (x1, x0 + 2 * k) + aside;
  handle.grip_y = (request->y + handle.base) / 2;
  handle.grip_width = 8 * k;
  handle.grip_height = 22 * k;
  return handle;
}

/** ent_overview_get_veil: (skip): what is laid over all that is outside the window */
EntColor
ent_overview_get_veil (const EntTheme *theme)
{
  return (theme->window & 0xffffff00) | 0x8c; /* 55 % */
}

/* A veil over what is outside the window, a frame round it, grips on its sides. */
static void
draw_window (EntDrawing               *drawing,
             const EntOverviewRequest *request)
{
  const EntTheme *theme = drawing->theme;
  EntOverviewHandle handle = ent_overview_get_handle (request, &drawing->style);
  double k = drawing->style.label / 12;
  EntColor veil = ent_overview_get_veil (theme);
  double height = handle.base - handle.top;
  EntItem *item;

  ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, request->x, handle.top, handle.window_x0 - request->x,
                    height, veil);
  ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, handle.window_x1, handle.top,
                    request->x + request->width - handle.window_x1, height, veil);

  item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW);
  item->x = handle.frame_x;
  item->y = handle.frame_y;
  item->width = handle.frame_width;
  item->height = handle.frame_height;
  item->radius = (float) handle.radius;
  item->stroke = theme->ink;
  item->stroke_width = (float) (1.5 * k * theme->line_scale);
  for (int side = 0; side < 2; side++)
    {
      item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW);
      item->x = handle.grip_x[side] - handle.grip_width / 2;
      item->y = handle.grip_y - handle.grip_height / 2;
      item->width = handle.grip_width;
      item->height = handle.grip_height;
      item->radius = (float) handle.radius;
      item->fill = theme->view;
      item->stroke = theme->ink;
      item->stroke_width = (float) (1.2 * k * theme->line_scale);
    }
}

/**
 * ent_overview_draw_strip:
 * @drawing: the drawing
 * @request: what to show and where; its window does not matter
 *
 * Draws one column a year of all that has a date, stacked by what the colours tell, over what is not shown in grey, and
 * an axis below: all that stays as it is when the window moves.
 */
void
ent_overview_draw_strip (EntDrawing               *drawing,
                         const EntOverviewRequest *request)
{
  EntTimeScale scale = ent_overview_get_scale (request);
  EntTickStep step = column_step (&scale);
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) stacks = count_stacks (drawing, request, step, ticks);
  double k = drawing->style.label / 12;
  double base = request->y + request->height - 22 * k;
  double room = base - request->y - 6 * k;
  guint most = 1;

  ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, request->x, request->y, request->width,
                    request->height, drawing->theme->window);
  for (guint i = 0; i < stacks->len; i++)
    most = MAX (most, g_array_index (stacks, Stack, i).n_shown + g_array_index (stacks, Stack, i).n_hidden);
  for (guint i = 0; i < stacks->len; i++)
    {
      const Stack *stack = &g_array_index (stacks, Stack, i);
      gint64 tick = g_array_index (ticks, gint64, i);
      double from = fmax (ent_time_scale_to_x (&scale, tick), request->x);
      double to = fmin (ent_time_scale_to_x (&scale, ent_ticks_next (&step, tick)), request->x + request->width);
      double gap = to - from > 4 * k ? 1.5 * k : 0;
      double y = base;

      for (guint j = 0; j < ent_coloring_get_n_classes (drawing->coloring); j++)
        {
          double height = stack->counts[j] * room / most;

          y -= height;
          ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, from + gap / 2, y, to - from - gap, height,
                            ent_coloring_get_color (drawing->coloring, drawing->theme, j));
        }
      ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, from + gap / 2, y - stack->n_hidden * room / most,
                        to - from - gap, stack->n_hidden * room / most, drawing->theme->line);
      if (stack->n_hits > 0)
        ent_drawing_rect (drawing, ENT_LAYER_OVER, ENT_ROLE_HIT, from + gap / 2, request->y + 1.5 * k,
                          fmax (to - from - gap, 2 * k), 3 * k, drawing->theme->hit_line);
    }
  ent_drawing_line (drawing, ENT_LAYER_OVER, ENT_ROLE_OVERVIEW, request->x, base, request->x + request->width, base,
                    drawing->theme->line, k);
  draw_axis (drawing, request, &scale, base);
}

/**
 * ent_overview_draw:
 * @drawing: the drawing
 * @request: what to show and where
 *
 * Draws the strip, with the window in view framed.
 */
void
ent_overview_draw (EntDrawing               *drawing,
                   const EntOverviewRequest *request)
{
  ent_overview_draw_strip (drawing, request);
  draw_window (drawing, request);
}
