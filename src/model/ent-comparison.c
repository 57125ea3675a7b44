/* ent-comparison.c: how many events there were before and after one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison.h"

#include "ent-coverage.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#define SECONDS_PER_YEAR (365.2425 * 86400)

G_DEFINE_QUARK (ent-comparison-error-quark, ent_comparison_error)

const EntFacetId ent_compared_facets[ENT_N_COMPARED_FACETS] = {
  ENT_FACET_KIND,
  ENT_FACET_CATEGORY,
  ENT_FACET_PAIR,
  ENT_FACET_SEVERITY,
};

struct _EntComparison
{
  gatomicrefcount  ref_count;
  EntDataset      *dataset; /* (owned) */
  EntBasis         basis;
  EntRowSet       *counted; /* (owned) (nullable): %NULL for all */
  guint32          event;   /* the pivot */
  EntPeriod        period;
  EntSpan          pivot;
  EntSpan          windows[ENT_N_SIDES];
  EntCovered       covered[ENT_N_SIDES];
  GStrv            sources[ENT_N_SIDES]; /* (owned) */
  guint            n_undated;
  EntComparisonRow total;
  GArray          *rows[ENT_N_COMPARED_FACETS]; /* (owned) of EntComparisonRow */
};

static gboolean
fail (GError           **error,
      EntComparisonError code,
      const char        *message)
{
  g_set_error_literal (error, ENT_COMPARISON_ERROR, code, message);
  return FALSE;
}

static gboolean
set_windows (EntComparison   *self,
             const EntDate   *pivot,
             const EntPeriod *period,
             GError         **error)
{
  EntSpan *before = &self->windows[ENT_SIDE_BEFORE];
  EntSpan *after = &self->windows[ENT_SIDE_AFTER];

  if (pivot == NULL)
    return fail (error, ENT_COMPARISON_ERROR_UNDATED,
                 _("the event has no date that can be placed in time; nothing is before or after it"));
  if (pivot->earliest_start.kind == ENT_BOUND_OPEN || pivot->earliest_start.kind == ENT_BOUND_UNKNOWN)
    return fail (error, ENT_COMPARISON_ERROR_NO_START,
                 _("the event has no known start, so there is no window before it"));
  if (pivot->latest_end.kind == ENT_BOUND_OPEN || pivot->latest_end.kind == ENT_BOUND_UNKNOWN)
    return fail (error, ENT_COMPARISON_ERROR_NO_END, _("the event has no known end, so there is no window after it"));

  self->pivot = (EntSpan){ pivot->earliest_start.time, pivot->latest_end.time };
  before->end = self->pivot.start;
  after->start = self->pivot.end;
  if (!ent_period_before (period, before->end, &before->start) || !ent_period_after (period, after->start, &after->end))
    return fail (error, ENT_COMPARISON_ERROR_TOO_FAR, _("the window reaches too far to compute with"));
  return TRUE;
}

static void
set_coverage (EntComparison *self,
              EntDataset    *dataset)
{
  guint n_coverage;
  const EntCoverage *coverage = ent_dataset_get_coverage (dataset, &n_coverage);

  for (int side = 0; side < ENT_N_SIDES; side++)
    {
      self->sources[side] = ent_coverage_spanning (coverage, n_coverage, &self->windows[side]);
      self->covered[side] = n_coverage == 0                   ? ENT_COVERED_NOT_KNOWN
                            : self->sources[side][0] != NULL ? ENT_COVERED
                                                              : ENT_COVERED_NOT;
    }
}

/* Of a bound that is too far away, the time tells on which side. */
static gint64
time_or (const EntBound *bound,
         gint64          otherwise)
{
  return bound->kind == ENT_BOUND_OPEN || bound->kind == ENT_BOUND_UNKNOWN ? otherwise : bound->time;
}

/* When an event may start, as wide as can be; never after its end. */
static EntSpan
extent_of_start (const EntDate *date)
{
  return (EntSpan){ time_or (&date->earliest_start, G_MININT64),
                    time_or (&date->latest_start, time_or (&date->latest_end, G_MAXINT64)) };
}

static void
count_in (EntComparisonRow *row,
          const gboolean    surely[ENT_N_SIDES],
          const gboolean    maybe[ENT_N_SIDES])
{
  for (int side = 0; side < ENT_N_SIDES; side++)
    {
      row->tallies[side].surely += surely[side] ? 1 : 0;
      row->tallies[side].at_most += maybe[side] ? 1 : 0;
    }
}

static gboolean
counts (const EntComparison *self,
        guint32              event)
{
  return event != self->event && (self->counted == NULL || ent_row_set_contains (self->counted, event));
}

static void
count_event (EntComparison   *self,
             const EntFacets *facets,
             const EntDate   *date,
             guint32          event)
{
  EntSpan start = extent_of_start (date);
  gboolean surely[ENT_N_SIDES];
  gboolean maybe[ENT_N_SIDES];

  for (int side = 0; side < ENT_N_SIDES; side++)
    {
      surely[side] = ent_span_encloses (&self->windows[side], &start);
      maybe[side] = ent_span_overlaps (&self->windows[side], &start);
    }
  if (!maybe[ENT_SIDE_BEFORE] && !maybe[ENT_SIDE_AFTER])
    return;
  count_in (&self->total, surely, maybe);
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    {
      guint n_values;
      const guint32 *values = ent_facet_get_row (ent_facets_get (facets, ent_compared_facets[i]), event, &n_values);

      for (guint j = 0; j < n_values; j++)
        count_in (&g_array_index (self->rows[i], EntComparisonRow, values[j]), surely, maybe);
    }
}

static void
count_events (EntComparison *self)
{
  const EntFacets *facets = ent_dataset_get_facets (self->dataset);
  guint n_events = ent_dataset_get_n_events (self->dataset);

  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    {
      guint n_values = ent_facet_get_n_values (ent_facets_get (facets, ent_compared_facets[i]));

      self->rows[i] = g_array_sized_new (FALSE, TRUE, sizeof (EntComparisonRow), n_values);
      g_array_set_size (self->rows[i], n_values);
      for (guint32 value = 0; value < n_values; value++)
        g_array_index (self->rows[i], EntComparisonRow, value).value = value;
    }
  self->total.value = ENT_FACET_VALUE_NONE;
  for (guint32 event = 0; event < n_events; event++)
    {
      const EntDate *date;

      if (!counts (self, event))
        continue;
      date = ent_dataset_peek_date (self->dataset, event, self->basis);
      if (date != NULL)
        count_event (self, facets, date, event);
      else
        self->n_undated++;
    }
}

static void
set_rates (const EntComparison *self,
           EntComparisonRow    *row)
{
  double years[ENT_N_SIDES];

  row->has_ratio = TRUE;
  for (int side = 0; side < ENT_N_SIDES; side++)
    {
      const EntSpan *window = &self->windows[side];
      const EntTally *tally = &row->tallies[side];

      years[side] = (double) (window->end - window->start) / SECONDS_PER_YEAR;
      if (self->covered[side] != ENT_COVERED_NOT)
        row->rates[side] = (EntRate){ tally->surely / years[side], tally->at_most / years[side] };
      else
        {
          row->rates[side] = (EntRate){ NAN, NAN };
          row->has_ratio = FALSE;
        }
    }
  if (row->has_ratio)
    ent_rate_ratio_compare (&row->ratio, &row->tallies[ENT_SIDE_AFTER], &row->tallies[ENT_SIDE_BEFORE],
                            years[ENT_SIDE_AFTER], years[ENT_SIDE_BEFORE]);
}

static guint64
weight_of (const EntComparisonRow *row)
{
  return (guint64) row->tallies[ENT_SIDE_BEFORE].at_most + row->tallies[ENT_SIDE_AFTER].at_most;
}

static int
compare_values (const EntFacet *facet,
                guint32         a,
                guint32         b)
{
  /* Values of facets are ended by NUL. */
  return strcmp (ent_facet_get_value (facet, a).text, ent_facet_get_value (facet, b).text);
}

static int
compare_by_value (gconstpointer a,
                  gconstpointer b,
                  gpointer      facet)
{
  return compare_values (facet, ((const EntComparisonRow *) a)->value, ((const EntComparisonRow *) b)->value);
}

static int
compare_by_weight (gconstpointer a,
                   gconstpointer b,
                   gpointer      facet)
{
  guint64 left = weight_of (a);
  guint64 right = weight_of (b);

  return left != right ? (left > right ? -1 : 1) : compare_by_value (a, b, facet);
}

/* Keeps the values that occur, and puts them in order. */
static void
finish_rows (EntComparison  *self,
             EntFacetId      id,
             const EntFacet *facet,
             GArray         *rows)
{
  guint n_kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      EntComparisonRow *row = &g_array_index (rows, EntComparisonRow, i);

      if (weight_of (row) == 0)
        continue;
      set_rates (self, row);
      g_array_index (rows, EntComparisonRow, n_kept++) = *row;
    }
  g_array_set_size (rows, n_kept);
  g_array_sort_with_data (rows, id == ENT_FACET_SEVERITY ? compare_by_value : compare_by_weight, (gpointer) facet);
}

/**
 * ent_comparison_new:
 * @dataset: a dataset
 * @basis: which date events stand at
 * @rows: (nullable): the events that count, not to be changed from now on; %NULL for all
 * @pivot: the event that divides before from after; it counts in neither, whether it is among @rows or not
 * @period: how long both windows are
 * @error: return location for an #EntComparisonError
 *
 * Counts the events that began within @period before the pivot and within @period after it. All that the pivot itself
 * may extend over, from its earliest start to its latest end, belongs to neither window: they are [start − period,
 * start) and, behind its last second, as long a stretch of the calendar. Of an event its start counts: it surely lies in
 * a window if its earliest and its latest start do, and may lie in it if any start between them does. An event with
 * several values of a facet counts for each of them.
 *
 * Of a window that no source covers throughout (see ent_coverage_spanning()) there are counts and no rates, unless the
 * dataset says nothing of coverage.
 *
 * Takes time linear to the dataset. May be called on any thread.
 *
 * Returns: (transfer full) (nullable): what was counted
 */
EntComparison *
ent_comparison_new (EntDataset      *dataset,
                    EntBasis         basis,
                    EntRowSet       *rows,
                    guint32          pivot,
                    const EntPeriod *period,
                    GError         **error)
{
  g_autoptr (EntComparison) self = NULL;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (pivot < ent_dataset_get_n_events (dataset), NULL);
  g_return_val_if_fail (period != NULL && (period->months > 0 || period->days > 0), NULL);

  self = g_new0 (EntComparison, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = g_object_ref (dataset);
  self->basis = basis;
  self->counted = rows != NULL ? ent_row_set_ref (rows) : NULL;
  self->event = pivot;
  self->period = *period;
  if (!set_windows (self, ent_dataset_peek_date (dataset, pivot, basis), period, error))
    return NULL;
  set_coverage (self, dataset);
  count_events (self);
  set_rates (self, &self->total);
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    finish_rows (self, ent_compared_facets[i],
                 ent_facets_get (ent_dataset_get_facets (dataset), ent_compared_facets[i]), self->rows[i]);
  return g_steal_pointer (&self);
}

EntComparison *
ent_comparison_ref (EntComparison *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_comparison_unref (EntComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int side = 0; side < ENT_N_SIDES; side++)
    g_strfreev (self->sources[side]);
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    g_clear_pointer (&self->rows[i], g_array_unref);
  g_clear_pointer (&self->counted, ent_row_set_unref);
  g_object_unref (self->dataset);
  g_free (self);
}

/** ent_comparison_get_dataset: (skip): (transfer none): the dataset whose events are meant */
EntDataset *
ent_comparison_get_dataset (const EntComparison *self)
{
  return self->dataset;
}

/** ent_comparison_get_basis: (skip): which date events stand at */
EntBasis
ent_comparison_get_basis (const EntComparison *self)
{
  return self->basis;
}

/** ent_comparison_get_event: (skip): the event that divides before from after */
guint32
ent_comparison_get_event (const EntComparison *self)
{
  return self->event;
}

/** ent_comparison_get_period: (skip): (transfer none): how long both windows are */
const EntPeriod *
ent_comparison_get_period (const EntComparison *self)
{
  return &self->period;
}

/** ent_comparison_get_pivot: (skip): all that the pivot may extend over, in neither window */
const EntSpan *
ent_comparison_get_pivot (const EntComparison *self)
{
  return &self->pivot;
}

/** ent_comparison_get_window: (skip): a window; the two may differ by some days, as months and years do */
const EntSpan *
ent_comparison_get_window (const EntComparison *self,
                           EntSide              side)
{
  return &self->windows[side];
}

/** ent_comparison_get_covered: (skip): whether any source collects in all of a window */
EntCovered
ent_comparison_get_covered (const EntComparison *self,
                            EntSide              side)
{
  return self->covered[side];
}

/** ent_comparison_get_sources: (skip): (transfer none): the names of those that do, ended by %NULL */
const char *const *
ent_comparison_get_sources (const EntComparison *self,
                            EntSide              side)
{
  return (const char *const *) self->sources[side];
}

/** ent_comparison_shares_source: (skip): whether the same source collects in all of both windows */
gboolean
ent_comparison_shares_source (const EntComparison *self)
{
  for (guint i = 0; self->sources[ENT_SIDE_BEFORE][i] != NULL; i++)
    if (g_strv_contains ((const char *const *) self->sources[ENT_SIDE_AFTER], self->sources[ENT_SIDE_BEFORE][i]))
      return TRUE;
  return FALSE;
}

/** ent_comparison_get_n_undated: (skip): how many events would count if they had a date on the basis */
guint
ent_comparison_get_n_undated (const EntComparison *self)
{
  return self->n_undated;
}

/** ent_comparison_get_total: (skip): (transfer none): all events, each counted once */
const EntComparisonRow *
ent_comparison_get_total (const EntComparison *self)
{
  return &self->total;
}

/**
 * ent_comparison_get_rows:
 * @self: a comparison
 * @facet: one of %ent_compared_facets
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows) (transfer none): the values of which there may be an event in a window, most events
 *   first; severities from the least
 */
const EntComparisonRow *
ent_comparison_get_rows (const EntComparison *self,
                         EntFacetId           facet,
                         guint               *n_rows)
{
  *n_rows = 0;
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    if (ent_compared_facets[i] == facet)
      {
        *n_rows = self->rows[i]->len;
        return (const EntComparisonRow *) self->rows[i]->data;
      }
  g_return_val_if_reached (NULL);
}

/**
 * ent_comparison_get_events:
 * @self: a comparison
 * @facet: one of %ent_compared_facets
 * @value: a value of it, or %ENT_FACET_VALUE_NONE for events whatever their value
 * @side: before or after
 *
 * Returns: (transfer full): the events of which ent_comparison_get_rows() says how many there may be
 */
EntRowSet *
ent_comparison_get_events (const EntComparison *self,
                           EntFacetId           facet,
                           guint32              value,
                           EntSide              side)
{
  const EntFacet *values = ent_facets_get (ent_dataset_get_facets (self->dataset), facet);
  guint n_events = ent_dataset_get_n_events (self->dataset);
  EntRowSet *events = ent_row_set_new (n_events);

  for (guint32 event = 0; event < n_events; event++)
    {
      const EntDate *date = counts (self, event) ? ent_dataset_peek_date (self->dataset, event, self->basis) : NULL;
      gboolean has_value = value == ENT_FACET_VALUE_NONE;
      EntSpan start;
      guint n_values;
      const guint32 *own;

      if (date == NULL)
        continue;
      start = extent_of_start (date);
      if (!ent_span_overlaps (&self->windows[side], &start))
        continue;
      own = ent_facet_get_row (values, event, &n_values);
      for (guint i = 0; i < n_values && !has_value; i++)
        has_value = own[i] == value;
      if (has_value)
        ent_row_set_add (events, event);
    }
  return events;
}
