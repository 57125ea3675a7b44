/* ent-span-count.c: how many events may be in a span, without looking at them all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-span-count.h"

struct _EntSpanCount
{
  gint64 *starts; /* (owned): earliest starts, in order; G_MININT64 when open or unknown */
  gint64 *ends;   /* (owned): latest ends, in order; G_MAXINT64 when open or unknown */
  guint   n;
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

static gint64
outward (const EntBound *bound,
         gint64          without)
{
  return bound->kind == ENT_BOUND_OPEN || bound->kind == ENT_BOUND_UNKNOWN ? without : bound->time;
}

/**
 * ent_span_count_new:
 * @dataset: the events
 * @basis: which date they stand at
 *
 * Goes through all events once. May run in any thread.
 *
 * Returns: (transfer full): what counts them
 */
EntSpanCount *
ent_span_count_new (EntDataset *dataset,
                    EntBasis    basis)
{
  EntSpanCount *self = g_atomic_rc_box_new0 (EntSpanCount);
  const guint32 *order = ent_dataset_get_order (dataset, basis, &self->n);

  self->starts = g_new (gint64, MAX (self->n, 1));
  self->ends = g_new (gint64, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      const EntDate *date = ent_dataset_peek_date (dataset, order[i], basis);

      self->starts[i] = outward (&date->earliest_start, G_MININT64);
      self->ends[i] = outward (&date->latest_end, G_MAXINT64);
    }
  qsort (self->starts, self->n, sizeof (gint64), compare_times);
  qsort (self->ends, self->n, sizeof (gint64), compare_times);
  return self;
}

/** ent_span_count_ref: (skip): one more owner */
EntSpanCount *
ent_span_count_ref (EntSpanCount *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntSpanCount *self = data;

  g_free (self->starts);
  g_free (self->ends);
}

/** ent_span_count_unref: (skip): one owner less */
void
ent_span_count_unref (EntSpanCount *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/** ent_span_count_get_dated: (skip): how many events have a place in time */
guint
ent_span_count_get_dated (const EntSpanCount *self)
{
  return self->n;
}

/* How many of the sorted times are before this one. */
static guint
count_before (const gint64 *times,
              guint         n,
              gint64        time)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (times[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_span_count_in:
 * @self: the bounds of all events
 * @span: a stretch of time
 *
 * Returns: as many as ent_dataset_may_overlap() is true of
 */
guint
ent_span_count_in (const EntSpanCount *self,
                   const EntSpan      *span)
{
  guint begun;
  guint over;

  if (ent_span_is_empty (span))
    return 0;
  /* Whatever has ended before the span has begun before its end. */
  begun = count_before (self->starts, self->n, span->end);
  over = count_before (self->ends, self->n, span->start + 1);
  return begun - over;
}
