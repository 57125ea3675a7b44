/* ent-date-bins.c: the time of a dataset in parts, and how many events begin in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-bins.h"

#include "ent-calendar.h"
#include "ent-phrase.h"
#include "ent-theme.h"
#include "ent-time-index.h"

struct _EntDateBins
{
  EntDataset *dataset; /* (owned) */
  EntBasis    basis;
  EntTickStep step;
  GArray     *edges;   /* (owned) of gint64: one more than there are bins */
  GArray     *bins;    /* (owned) of EntBin */
  GPtrArray  *labels;  /* (owned) */
};

#define SECONDS_PER_YEAR 31556952.0

/* From when the first begins to when the last does. FALSE if none has a place in time. */
static gboolean
find_extent (EntDataset *dataset,
             EntBasis    basis,
             EntSpan    *extent)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, basis, &n_dated);

  *extent = (EntSpan){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < n_dated; i++)
    {
      gint64 time = ent_time_counts_key (dataset, basis, order[i]);

      if (time == G_MININT64)
        continue;
      extent->start = MIN (extent->start, time);
      extent->end = MAX (extent->end, time);
    }
  return extent->start <= extent->end;
}

static const char *
get_label (EntDateBins *self,
           gint64       edge)
{
  EntCalendarDate date;
  gint64 every;

  /* A number of years that leaves room between the labels. */
  if (self->step.unit != ENT_TICK_YEAR && self->step.unit != ENT_TICK_MONTH)
    return NULL;
  ent_calendar_from_time (edge, &date);
  if (date.month != 1)
    return NULL;
  every = self->step.unit == ENT_TICK_YEAR ? self->step.count * (self->bins->len > 8 ? 10 : 1) : 1;
  if (date.year % every != 0)
    return NULL;
  g_ptr_array_add (self->labels, g_strdup_printf ("%" G_GINT64_FORMAT, date.year));
  return g_ptr_array_index (self->labels, self->labels->len - 1);
}

/**
 * ent_date_bins_new:
 * @dataset: a dataset
 * @basis: which dates
 * @most: how many bins there may be, about
 *
 * Returns: (transfer full): bins for all of its time, with the counts of all events; none when no event has a place in
 *   time
 */
EntDateBins *
ent_date_bins_new (EntDataset *dataset,
                   EntBasis    basis,
                   guint       most)
{
  EntDateBins *self = g_new0 (EntDateBins, 1);
  EntSpan extent;

  self->dataset = g_object_ref (dataset);
  self->basis = basis;
  self->edges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->bins = g_array_new (FALSE, TRUE, sizeof (EntBin));
  self->labels = g_ptr_array_new_with_free_func (g_free);
  if (!find_extent (dataset, basis, &extent))
    return self;
  self->step = ent_ticks_choose_bin (most / MAX (1 / 365.0, ((double) extent.end - (double) extent.start) / SECONDS_PER_YEAR), 1);
  if (self->step.unit < ENT_TICK_DAY)
    self->step = (EntTickStep){ ENT_TICK_DAY, 1 };
  for (gint64 edge = ent_ticks_floor (&self->step, extent.start);; edge = ent_ticks_next (&self->step, edge))
    {
      g_array_append_val (self->edges, edge);
      if (edge > extent.end || self->edges->len > 4 * most)
        break;
    }
  g_array_set_size (self->bins, self->edges->len - 1);
  for (guint i = 0; i < self->bins->len; i++)
    g_array_index (self->bins, EntBin, i).label = get_label (self, g_array_index (self->edges, gint64, i));
  ent_date_bins_count (self, NULL);
  for (guint i = 0; i < self->bins->len; i++)
    {
      EntBin *bin = &g_array_index (self->bins, EntBin, i);

      for (int kind = 0; kind < ENT_BIN_RANGE_N_KINDS; kind++)
        bin->total += bin->counts[kind];
    }
  return self;
}

/** ent_date_bins_free: (skip) */
void
ent_date_bins_free (EntDateBins *self)
{
  g_object_unref (self->dataset);
  g_array_unref (self->edges);
  g_array_unref (self->bins);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/** ent_date_bins_get_size: (skip): how many there are */
guint
ent_date_bins_get_size (const EntDateBins *self)
{
  return self->bins->len;
}

/** ent_date_bins_get: (skip): (transfer none) (array): the bins; the labels live as long as @self */
const EntBin *
ent_date_bins_get (const EntDateBins *self)
{
  return (const EntBin *) self->bins->data;
}

/** ent_date_bins_find: (skip): the bin that a time lies in, or the nearest to it */
guint
ent_date_bins_find (const EntDateBins *self,
                    gint64             time)
{
  guint from = 0;
  guint to = self->bins->len;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->edges, gint64, middle) <= time)
        from = middle;
      else
        to = middle;
    }
  return from;
}

/**
 * ent_date_bins_count:
 * @self: bins
 * @rows: (nullable): the events to count; %NULL for all
 *
 * Counts them by kind where they begin.
 */
void
ent_date_bins_count (EntDateBins     *self,
                     const EntRowSet *rows)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (self->dataset, self->basis, &n_dated);

  for (guint i = 0; i < self->bins->len; i++)
    memset (g_array_index (self->bins, EntBin, i).counts, 0, sizeof ((EntBin *) NULL)->counts);
  if (self->bins->len == 0)
    return;
  for (guint i = 0; i < n_dated; i++)
    {
      gint64 time = ent_time_counts_key (self->dataset, self->basis, order[i]);

      if (time == G_MININT64 || (rows != NULL && !ent_row_set_contains (rows, order[i])))
        continue;
      g_array_index (self->bins, EntBin, ent_date_bins_find (self, time))
        .counts[ent_kind_style (ent_dataset_get_kind_word (self->dataset, order[i]))]++;
    }
}

/**
 * ent_date_bins_dup_edtf:
 * @self: bins
 * @bin: one of them
 * @last: whether its last day, month or year is asked for, rather than its first
 *
 * Returns: (transfer full): the day, month or year as EDTF
 */
char *
ent_date_bins_dup_edtf (const EntDateBins *self,
                        guint              bin,
                        gboolean           last)
{
  EntCalendarDate date;
  gint64 time = last ? g_array_index (self->edges, gint64, bin + 1) - 1 : g_array_index (self->edges, gint64, bin);
  g_autofree char *year = NULL;

  ent_calendar_from_time (time, &date);
  if (ABS (date.year) > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, date.year);
  year = g_strdup_printf ("%s%04" G_GINT64_FORMAT, date.year < 0 ? "-" : "", ABS (date.year));
  switch ((EntTickUnit) self->step.unit)
    {
    case ENT_TICK_YEAR:
      return g_steal_pointer (&year);
    case ENT_TICK_MONTH:
      return g_strdup_printf ("%s-%02d", year, date.month);
    case ENT_TICK_SECOND:
    case ENT_TICK_MINUTE:
    case ENT_TICK_HOUR:
    case ENT_TICK_DAY:
    case ENT_TICK_WEEK:
    default:
      return g_strdup_printf ("%s-%02d-%02d", year, date.month, date.day);
    }
}
