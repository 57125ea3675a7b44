/* ent-histogram.c: how many events begin when, as columns over the axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-histogram.h"

#include <math.h>
#include <stdlib.h>

/* A column is at least so wide, CSS pixels at label size 12. */
#define MIN_WIDTH 9.0

/* What is free above the highest column, for its number. */
#define HEADROOM 9.0

/* Of a colour on the ground, for what may lie elsewhere; as a coarse date is drawn in the lanes. */
#define TINT 0.32

/* All steps of ent_ticks_choose_bin(): the ten of its table, and powers of ten of years. */
#define N_FIXED_STEPS 10
#define N_STEPS (N_FIXED_STEPS + 11)

static const EntTickStep fixed_steps[N_FIXED_STEPS] = {
  { ENT_TICK_SECOND, 1 }, { ENT_TICK_MINUTE, 1 }, { ENT_TICK_HOUR, 1 },  { ENT_TICK_DAY, 1 },
  { ENT_TICK_WEEK, 1 },   { ENT_TICK_MONTH, 1 },  { ENT_TICK_MONTH, 3 }, { ENT_TICK_YEAR, 1 },
  { ENT_TICK_YEAR, 2 },   { ENT_TICK_YEAR, 5 },
};

/* The unit of a grain; the coarsest has none. */
static const EntTickStep grain_units[ENT_N_GRAINS - 1] = {
  { ENT_TICK_SECOND, 1 }, { ENT_TICK_DAY, 1 },   { ENT_TICK_MONTH, 1 },  { ENT_TICK_MONTH, 3 },
  { ENT_TICK_YEAR, 1 },   { ENT_TICK_YEAR, 10 }, { ENT_TICK_YEAR, 100 },
};

struct _EntHistogram
{
  gatomicrefcount ref_count;
  EntColoring    *coloring; /* (owned) (nullable) */
  GArray         *starts[ENT_MAX_CLASSES][ENT_N_GRAINS]; /* (owned) (nullable) of gint64, ascending */
  guint           total;
  guint           highest[N_STEPS];
};

static EntTickStep
step_at (guint index)
{
  EntTickStep step = { ENT_TICK_YEAR, 10 };

  if (index < N_FIXED_STEPS)
    return fixed_steps[index];
  for (guint i = N_FIXED_STEPS; i < index; i++)
    step.count *= 10;
  return step;
}

/* The finest grain whose unit all of a start's extent is in. */
static EntGrain
grain_of (const EntDate *date)
{
  if (date->earliest_start.kind != ENT_BOUND_KNOWN || date->latest_start.kind != ENT_BOUND_KNOWN)
    return ENT_GRAIN_COARSER;
  for (int grain = 0; grain < ENT_GRAIN_COARSER; grain++)
    if (ent_ticks_floor (&grain_units[grain], date->earliest_start.time) ==
        ent_ticks_floor (&grain_units[grain], MAX (date->latest_start.time - 1, date->earliest_start.time)))
      return grain;
  return ENT_GRAIN_COARSER;
}

/* From this grain on, an event may begin in more than one unit of a step. */
static EntGrain
first_coarse (const EntTickStep *step)
{
  switch ((EntTickUnit) step->unit)
    {
    case ENT_TICK_SECOND:
    case ENT_TICK_MINUTE:
    case ENT_TICK_HOUR:
      return ENT_GRAIN_DAY;
    case ENT_TICK_DAY:
    case ENT_TICK_WEEK:
      return ENT_GRAIN_MONTH;
    case ENT_TICK_MONTH:
      return step->count < 3 ? ENT_GRAIN_QUARTER : ENT_GRAIN_YEAR;
    case ENT_TICK_YEAR:
    default:
      return step->count < 10 ? ENT_GRAIN_DECADE : step->count < 100 ? ENT_GRAIN_CENTURY : ENT_GRAIN_COARSER;
    }
}

/* FALSE if there is no such time. */
static gboolean
get_start (const EntDate *date,
           gint64        *start)
{
  const EntBound *bounds[] = { &date->earliest_start, &date->latest_start, &date->earliest_end, &date->latest_end };

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i]->kind == ENT_BOUND_KNOWN)
      {
        /* The second and the last are the seconds after. */
        *start = bounds[i]->time - (i % 2 == 1 ? 1 : 0);
        return TRUE;
      }
  return FALSE;
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* Events come by time, so that most is in order already. */
static void
sort_times (GArray *times)
{
  for (guint i = 1; i < times->len; i++)
    if (g_array_index (times, gint64, i - 1) > g_array_index (times, gint64, i))
      {
        g_array_sort (times, compare_times);
        return;
      }
}

/* How many of the sorted times, from @from on, are before @time. */
static guint
count_before (const GArray *times,
              guint         from,
              gint64        time)
{
  guint step = 1;
  guint low = from;
  guint high;

  while (low + step <= times->len && g_array_index (times, gint64, low + step - 1) < time)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, times->len);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (times, gint64, middle) < time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
highest_of (const GArray      *all,
            const EntTickStep *step)
{
  guint highest = 0;

  for (guint at = 0; at < all->len;)
    {
      gint64 time = g_array_index (all, gint64, at);
      gint64 next = ent_ticks_next (step, ent_ticks_floor (step, time));
      guint until = next > time ? count_before (all, at, next) : all->len;

      highest = MAX (highest, until - at);
      at = MAX (until, at + 1);
    }
  return highest;
}

/**
 * ent_histogram_new:
 * @dataset: a dataset
 * @basis: which dates
 * @rows: (nullable): the events to count; %NULL for all
 * @coloring: (nullable): what the parts of a column are
 *
 * Returns: (transfer full): what counts them
 */
EntHistogram *
ent_histogram_new (EntDataset  *dataset,
                   EntBasis     basis,
                   EntRowSet   *rows,
                   EntColoring *coloring)
{
  EntHistogram *self;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_dated;
  const guint32 *order;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  self = g_new0 (EntHistogram, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->coloring = coloring != NULL ? ent_coloring_ref (coloring) : NULL;
  order = ent_dataset_get_order (dataset, basis, &n_dated);
  for (guint i = 0; i < n_dated; i++)
    {
      const EntDate *date = ent_dataset_peek_date (dataset, order[i], basis);
      GArray **starts;
      gint64 start;

      if ((rows != NULL && !ent_row_set_contains (rows, order[i])) || !get_start (date, &start))
        continue;
      starts = &self->starts[ent_coloring_get_class (coloring, dataset, order[i])][grain_of (date)];
      if (*starts == NULL)
        *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (*starts, start);
      g_array_append_val (all, start);
    }
  self->total = all->len;
  sort_times (all);
  for (guint i = 0; i < N_STEPS; i++)
    {
      EntTickStep step = step_at (i);

      self->highest[i] = highest_of (all, &step);
    }
  for (int class = 0; class < ENT_MAX_CLASSES; class++)
    for (int grain = 0; grain < ENT_N_GRAINS; grain++)
      if (self->starts[class][grain] != NULL)
        sort_times (self->starts[class][grain]);
  return self;
}

EntHistogram *
ent_histogram_ref (EntHistogram *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_histogram_unref (EntHistogram *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int class = 0; class < ENT_MAX_CLASSES; class++)
    for (int grain = 0; grain < ENT_N_GRAINS; grain++)
      g_clear_pointer (&self->starts[class][grain], g_array_unref);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  g_free (self);
}

/** ent_histogram_get_coloring: (skip): (nullable): what the parts of a column are; %NULL for kinds */
const EntColoring *
ent_histogram_get_coloring (const EntHistogram *self)
{
  return self->coloring;
}

/** ent_histogram_get_total: (skip): how many events are counted, in all of time */
guint
ent_histogram_get_total (const EntHistogram *self)
{
  return self->total;
}

/**
 * ent_histogram_get_highest:
 * @self: a histogram
 * @step: a step that ent_histogram_choose_step() gave
 *
 * Returns: the most events in any unit of that step, wherever it is, so that one scale holds for all of time
 */
guint
ent_histogram_get_highest (const EntHistogram *self,
                           const EntTickStep  *step)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      EntTickStep known = step_at (i);

      if (known.unit == step->unit && known.count == step->count)
        return self->highest[i];
    }
  return self->total;
}

/**
 * ent_histogram_get_bin:
 * @self: a histogram
 * @step: a calendar step
 * @span: some units of it, one or several
 * @bin: (out caller-allocates): the events that begin there; coarse are those that may begin in more than one unit
 */
void
ent_histogram_get_bin (const EntHistogram *self,
                       const EntTickStep  *step,
                       const EntSpan      *span,
                       EntHistogramBin    *bin)
{
  EntGrain coarse = first_coarse (step);

  *bin = (EntHistogramBin){ .span = *span };
  for (int class = 0; class < ENT_MAX_CLASSES; class++)
    {
      for (int grain = 0; grain < ENT_N_GRAINS; grain++)
        {
          const GArray *starts = self->starts[class][grain];
          guint before;
          guint count;

          if (starts == NULL)
            continue;
          before = count_before (starts, 0, span->start);
          count = count_before (starts, before, span->end) - before;
          bin->counts[class] += count;
          if ((EntGrain) grain < coarse || count == 0)
            continue;
          bin->coarse[class] += count;
          bin->grains |= 1u << grain;
        }
      bin->total += bin->counts[class];
      bin->n_coarse += bin->coarse[class];
    }
}

/**
 * ent_histogram_choose_step:
 * @scale: where times stand, at label size 12
 *
 * Returns: the calendar unit to count by
 */
EntTickStep
ent_histogram_choose_step (const EntTimeScale *scale)
{
  return ent_ticks_choose_bin (ent_time_scale_px_per_year (scale), MIN_WIDTH);
}

static void
draw_part (EntDrawing *drawing,
           EntColor    color,
           gboolean    coarse,
           guint       count,
           guint       number,
           double      x0,
           double      x1,
           double      y,
           double      height)
{
  const EntTheme *theme = drawing->theme;
  EntItem *item;

  if (count == 0)
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_DENSITY);
  item->x = x0;
  item->y = y;
  item->width = x1 - x0;
  item->height = height;
  item->fill = coarse ? ent_color_mix (theme->view, color, TINT) : color;
  item->count = count;
  item->group = number;
  /* Where contrast is asked for, a tint alone is too faint. */
  if (coarse && theme->line_scale > 1 && item->width > 3 && item->height > 3)
    {
      item->x += 0.5;
      item->y += 0.5;
      item->width -= 1;
      item->height -= 1;
      item->stroke = color;
      item->stroke_width = 1;
    }
}

static void
draw_bin (const EntHistogram    *self,
          EntDrawing            *drawing,
          const EntHistogramBin *bin,
          guint                  number,
          double                 base,
          double                 px_per_event)
{
  double k = drawing->style.label / 12;
  double from = ent_time_scale_to_x (&drawing->scale, bin->span.start);
  double to = ent_time_scale_to_x (&drawing->scale, bin->span.end);
  double gap = to - from > 4 * k ? 1.5 * k : 0;
  double x0 = fmax (from + gap / 2, drawing->x0);
  double x1 = fmin (to - gap / 2, drawing->x1);
  double y = base;

  if (x1 <= x0)
    return;
  for (guint class = 0; class < ent_coloring_get_n_classes (self->coloring); class++)
    for (int coarse = 0; coarse < 2; coarse++)
      {
        guint count = coarse ? bin->coarse[class] : bin->counts[class] - bin->coarse[class];

        y -= count * px_per_event;
        draw_part (drawing, ent_coloring_get_color (self->coloring, drawing->theme, class), coarse, count, number, x0, x1,
                   y, count * px_per_event);
      }
}

/**
 * ent_histogram_draw:
 * @self: a histogram
 * @drawing: the drawing; its scale says where times stand
 * @request: what to draw, and where
 *
 * Draws a column for each unit that something begins in, stacked by colour, lighter what may begin in another. All units
 * are whole, so that a column does not change when it is moved out of the picture, and all have one scale.
 */
void
ent_histogram_draw (const EntHistogram        *self,
                    EntDrawing                *drawing,
                    const EntHistogramRequest *request)
{
  EntTimeScale at_12 = drawing->scale;
  double k = drawing->style.label / 12;
  double base = request->y + request->height;
  double top = request->y + HEADROOM * k;
  EntTickStep step;
  guint highest;
  guint number = 0;

  at_12.px_per_second /= k;
  step = ent_histogram_choose_step (&at_12);
  highest = ent_histogram_get_highest (self, &step);
  for (gint64 tick = ent_ticks_floor (&step, request->span.start); tick < request->span.end; number++)
    {
      EntSpan span = { tick, ent_ticks_next (&step, tick) };
      EntHistogramBin bin;

      if (span.end <= span.start)
        break;
      ent_histogram_get_bin (self, &step, &span, &bin);
      if (bin.total > 0)
        draw_bin (self, drawing, &bin, number, base, (base - top) / MAX (highest, 1));
      tick = span.end;
    }
  if (request->scale && highest > 0)
    {
      double size = ent_style_axis_size (&drawing->style);
      g_autofree char *text = ent_words_number (drawing->words, highest);
      double from = drawing->view0 + 6 * k;
      double width = ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_COUNT, from, top + size * 0.36, text, size,
                                       FALSE, ENT_ALIGN_START, drawing->theme->faint, drawing->theme->view);

      ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_GRID, from + width + 4 * k, top, drawing->view1, top,
                        drawing->theme->grid2, k * drawing->theme->line_scale);
    }
  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_AXIS, drawing->view0, base - k / 2, drawing->view1, base - k / 2,
                    drawing->theme->line, k * drawing->theme->line_scale);
}
