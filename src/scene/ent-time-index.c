/* ent-time-index.c: which events lie in a stretch of time, and how many, without asking each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-time-index.h"

#include <stdlib.h>

#include "ent-as-of.h"
#include "ent-lanes.h"

/* Each sorted for itself: events are counted by their bounds, which are found among the others by halving. */
struct _EntTimeCounts
{
  guint   n_rows;
  gint64 *firsts; /* (owned): the earliest an event may be under way */
  gint64 *ends;   /* (owned): when it is over at the latest */
  gint64 *keys;   /* (owned): where it is counted in columns; never before its first */
};

/* So many stretches have their common bounds noted. */
#define BLOCK 32

struct _EntTimeFinder
{
  guint    n_spans;
  EntSpan *spans;  /* (owned) */
  EntSpan *blocks; /* (owned): the bounds of each BLOCK of them */
};

static gint64
outward_time (const EntBound *bound,
              gint64          otherwise)
{
  return bound->kind == ENT_BOUND_KNOWN || bound->kind == ENT_BOUND_BEYOND ? bound->time : otherwise;
}

/* Not before the first bound, and before the last. */
static gint64
key_of_date (const EntDate *date)
{
  if (date->earliest_start.kind != ENT_BOUND_UNKNOWN)
    return outward_time (&date->earliest_start, G_MININT64);
  return MIN (outward_time (&date->earliest_end, G_MININT64),
              outward_time (&date->latest_end, G_MAXINT64) - 1);
}

/**
 * ent_time_counts_key:
 * @dataset: a dataset
 * @basis: which dates
 * @row: an event of it
 *
 * Returns: when the event begins, for columns; what has no known start as the order of events has it
 */
gint64
ent_time_counts_key (EntDataset *dataset,
                     EntBasis    basis,
                     guint32     row)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, basis);

  return date != NULL ? key_of_date (date) : G_MININT64;
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
sort_times (gint64 *times,
            guint   n_times)
{
  for (guint i = 1; i < n_times; i++)
    if (times[i - 1] > times[i])
      {
        qsort (times, n_times, sizeof (gint64), compare_times);
        return;
      }
}

/**
 * ent_time_counts_new:
 * @dataset: a dataset
 * @basis: which dates
 * @rows: events that have a date on @basis
 * @n_rows: how many
 *
 * Returns: (transfer full): what counts them
 */
EntTimeCounts *
ent_time_counts_new (EntDataset    *dataset,
                     EntBasis       basis,
                     const guint32 *rows,
                     guint          n_rows)
{
  EntTimeCounts *self = g_new0 (EntTimeCounts, 1);

  self->n_rows = n_rows;
  self->firsts = g_new (gint64, n_rows + 1);
  self->ends = g_new (gint64, n_rows + 1);
  self->keys = g_new (gint64, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      const EntDate *date = ent_dataset_peek_date (dataset, rows[i], basis);

      self->firsts[i] = outward_time (&date->earliest_start, G_MININT64);
      self->ends[i] = ent_dataset_cut (dataset, outward_time (&date->latest_end, G_MAXINT64));
      self->keys[i] = key_of_date (date);
    }
  sort_times (self->firsts, n_rows);
  sort_times (self->ends, n_rows);
  sort_times (self->keys, n_rows);
  return self;
}

void
ent_time_counts_free (EntTimeCounts *self)
{
  g_free (self->firsts);
  g_free (self->ends);
  g_free (self->keys);
  g_free (self);
}

/* How many of the sorted times are before @time, or at it if @with. */
static guint
count_before (const gint64 *times,
              guint         n_times,
              gint64        time,
              gboolean      with)
{
  guint low = 0;

  for (guint high = n_times; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (times[middle] < time || (with && times[middle] == time))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_time_counts_get:
 * @self: counts
 * @span: a stretch of time, not empty
 *
 * Returns: how many events may overlap it
 */
guint
ent_time_counts_get (const EntTimeCounts *self,
                     const EntSpan       *span)
{
  /* What is over before the stretch began before it, too. */
  return count_before (self->firsts, self->n_rows, span->end, FALSE) -
         count_before (self->ends, self->n_rows, span->start, TRUE);
}

static void
add_to_columns (GArray            *columns,
                const EntTickStep *step,
                gint64             time,
                guint              count)
{
  EntColumn *last = columns->len > 0 ? &g_array_index (columns, EntColumn, columns->len - 1) : NULL;
  EntColumn column = { .count = count };

  if (count == 0)
    return;
  if (last != NULL && time < last->to)
    {
      last->count += count;
      return;
    }
  column.from = ent_ticks_floor (step, time);
  column.to = ent_ticks_next (step, column.from);
  g_array_append_val (columns, column);
}

/**
 * ent_time_counts_by_step:
 * @self: counts
 * @step: a calendar unit
 * @span: a stretch of time, not empty
 * @columns: (element-type EntColumn): emptied, then filled with the columns that are not empty
 *
 * Counts the events that may overlap @span by the unit they begin in; those that begin before or after it, in the
 * first and last unit of it.
 */
void
ent_time_counts_by_step (const EntTimeCounts *self,
                         const EntTickStep   *step,
                         const EntSpan       *span,
                         GArray              *columns)
{
  guint n_before = count_before (self->keys, self->n_rows, span->start, FALSE);
  guint n_until = count_before (self->keys, self->n_rows, span->end, FALSE);
  guint n_over = count_before (self->ends, self->n_rows, span->start, TRUE);
  guint n_begun = count_before (self->firsts, self->n_rows, span->end, FALSE);
  guint at = n_before;

  g_array_set_size (columns, 0);
  /* What is over has its key before its end, and what has its key in the stretch has begun by its end. */
  add_to_columns (columns, step, span->start, n_before - MIN (n_over, n_before));
  while (at < n_until)
    {
      gint64 next = ent_ticks_next (step, ent_ticks_floor (step, self->keys[at]));
      guint until = next < span->end ? count_before (self->keys, self->n_rows, next, FALSE) : n_until;

      if (until <= at) /* at the end of time */
        until = n_until;
      add_to_columns (columns, step, self->keys[at], until - at);
      at = until;
    }
  add_to_columns (columns, step, MAX (span->start, span->end - 1), n_begun - MIN (n_until, n_begun));
}

/**
 * ent_time_finder_new:
 * @spans: (array length=n_spans): stretches of time, best more or less in order; copied
 * @n_spans: how many
 *
 * Returns: (transfer full): what finds them
 */
EntTimeFinder *
ent_time_finder_new (const EntSpan *spans,
                     guint          n_spans)
{
  EntTimeFinder *self = g_new0 (EntTimeFinder, 1);

  self->n_spans = n_spans;
  self->spans = g_memdup2 (spans, n_spans * sizeof (EntSpan));
  self->blocks = g_new (EntSpan, n_spans / BLOCK + 1);
  for (guint i = 0; i < n_spans; i++)
    {
      EntSpan *block = &self->blocks[i / BLOCK];

      if (i % BLOCK == 0)
        *block = spans[i];
      block->start = MIN (block->start, spans[i].start);
      block->end = MAX (block->end, spans[i].end);
    }
  return self;
}

void
ent_time_finder_free (EntTimeFinder *self)
{
  g_free (self->spans);
  g_free (self->blocks);
  g_free (self);
}

static gboolean
meets (const EntSpan *a,
       const EntSpan *b)
{
  return a->start < b->end && a->end > b->start;
}

/**
 * ent_time_finder_find:
 * @self: a finder
 * @span: a stretch of time
 * @found: (element-type guint): emptied, then filled with the numbers of those that meet it, ascending
 */
void
ent_time_finder_find (const EntTimeFinder *self,
                      const EntSpan       *span,
                      GArray              *found)
{
  g_array_set_size (found, 0);
  for (guint block = 0; block * BLOCK < self->n_spans; block++)
    {
      if (!meets (&self->blocks[block], span))
        continue;
      for (guint i = block * BLOCK; i < MIN ((block + 1) * BLOCK, self->n_spans); i++)
        if (meets (&self->spans[i], span))
          g_array_append_val (found, i);
    }
}
