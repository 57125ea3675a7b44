/* test-comparison.c: events before and after one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison.h"
#include "ent-generator.h"
#include "events.h"

#include <math.h>

#define MAX_DATES 6

/* The pivot is the first event, the others have these dates. */
typedef struct
{
  const char *name;
  const char *pivot;
  const char *period;
  const char *dates[MAX_DATES];
  guint       before[2]; /* surely, at most */
  guint       after[2];
} CountCase;

static const CountCase count_cases[] = {
  { "nothing-else", "2015-09-25", "P2Y", { NULL }, { 0, 0 }, { 0, 0 } },
  { "days", "2015-09-25", "P1Y", { "2015-09-24", "2015-09-26", "2016-03-01" }, { 1, 1 }, { 2, 2 } },
  { "edges-in", "2015-09-25", "P1Y", { "2014-09-25", "2015-09-24T23:59:59Z", "2015-09-26T00:00:00Z", "2016-09-25" },
    { 2, 2 }, { 2, 2 } },
  { "edges-out", "2015-09-25", "P1Y", { "2014-09-24", "2016-09-26" }, { 0, 0 }, { 0, 0 } },
  { "the-pivots-extent-is-in-neither", "2015-09-20/2015-09-25", "P1Y",
    { "2015-09-19", "2015-09-20", "2015-09-23", "2015-09-25", "2015-09-26" }, { 1, 1 }, { 1, 1 } },
  { "a-coarse-pivot", "2015-09", "P1M", { "2015-08-01", "2015-08-31", "2015-09-15", "2015-10-01", "2015-10-31", "2015-11-01" },
    { 2, 2 }, { 2, 2 } },
  { "coarse-in-one", "2015-09-25", "P1Y", { "2015-03", "2016-03" }, { 1, 1 }, { 1, 1 } },
  { "coarse-over-an-edge", "2015-09-25", "P1Y", { "2014-09", "2016-09" }, { 0, 1 }, { 0, 1 } },
  { "coarse-over-the-pivot", "2015-09-25", "P1Y", { "2015-09", "2015" }, { 0, 2 }, { 0, 2 } },
  { "an-interval-counts-by-its-start", "2015-09-25", "P1Y", { "2015-03-01/2016-03-01", "2013-01-01/2016-01-01" },
    { 1, 1 }, { 0, 0 } },
  { "an-interval-with-a-coarse-start", "2015-09-25", "P1Y", { "2015-09/2016-12" }, { 0, 1 }, { 0, 1 } },
  { "one-that-goes-on", "2015-09-25", "P1Y", { "2015-03-01/..", "2015-11/" }, { 1, 1 }, { 1, 1 } },
  { "one-that-began-at-some-time", "2015-09-25", "P1Y", { "/2015-08", "../2016-01", "/2013" }, { 0, 2 }, { 0, 1 } },
  { "one-of-a-set", "2015-09-25", "P1Y", { "[2015-03-01,2015-08-01]", "[2015-03-01,2015-10-01]" }, { 1, 2 }, { 0, 1 } },
  { "all-of-a-set-begin-with-the-first", "2015-09-25", "P1Y", { "{2015-03-01,2015-10-01}" }, { 1, 1 }, { 0, 0 } },
  { "about-is-as-written", "2015-09-25", "P1Y", { "2015-03-01~", "2016-03?" }, { 1, 1 }, { 1, 1 } },
  { "undated", "2015-09-25", "P1Y", { "", "" }, { 0, 0 }, { 0, 0 } },
  { "too-far", "2015-09-25", "P1Y", { "Y300000000000", "Y-300000000000" }, { 0, 0 }, { 0, 0 } },
  { "month-ends", "2015-03-31", "P1M", { "2015-02-27", "2015-02-28", "2015-04-01", "2015-04-30", "2015-05-01" },
    { 1, 1 }, { 2, 2 } },
  { "from-a-leap-day", "2016-02-29", "P1Y", { "2015-02-27", "2015-02-28", "2016-03-01", "2017-02-28", "2017-03-01" },
    { 1, 1 }, { 2, 2 } },
  { "over-a-leap-day", "2016-02-28", "P1D", { "2016-02-27", "2016-02-29", "2016-03-01" }, { 1, 1 }, { 1, 1 } },
  { "over-the-year-0", "0000", "P1Y", { "-0001-01-01", "-0002-12-31", "0001-12-31", "0002-01-01" }, { 1, 1 }, { 1, 1 } },
};

static EntPeriod
period_of (const char *text)
{
  EntPeriod period;

  g_assert_true (ent_period_parse (text, &period, NULL));
  return period;
}

static EntDataset *
dataset_of (const char        *pivot,
            const char *const *dates,
            gsize              n_dates)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);

  add_event (builder, &(Event){ .id = "pivot", .title = "Pivot", .date = pivot }, 0);
  for (gsize i = 0; i < n_dates && dates[i] != NULL; i++)
    add_event (builder, &(Event){ .title = "Other", .date = *dates[i] != '\0' ? dates[i] : NULL }, 1);
  return ent_dataset_builder_finish (builder);
}

static EntComparison *
compare (EntDataset *dataset,
         EntBasis    basis,
         EntRowSet  *rows,
         const char *text)
{
  const EntPeriod period = period_of (text);
  g_autoptr (GError) error = NULL;
  EntComparison *self = ent_comparison_new (dataset, basis, rows, 0, &period, &error);

  g_assert_no_error (error);
  return self;
}

static void
assert_tally (const EntTally *tally,
              guint           surely,
              guint           at_most)
{
  g_assert_cmpuint (tally->surely, ==, surely);
  g_assert_cmpuint (tally->at_most, ==, at_most);
}

static void
test_counts (gconstpointer data)
{
  const CountCase *example = &count_cases[GPOINTER_TO_SIZE (data)];
  g_autoptr (EntDataset) dataset = dataset_of (example->pivot, example->dates, MAX_DATES);
  g_autoptr (EntComparison) self = compare (dataset, ENT_BASIS_OCCURRED, NULL, example->period);
  const EntComparisonRow *total = ent_comparison_get_total (self);

  assert_tally (&total->tallies[ENT_SIDE_BEFORE], example->before[0], example->before[1]);
  assert_tally (&total->tallies[ENT_SIDE_AFTER], example->after[0], example->after[1]);
  if (g_str_equal (example->name, "undated"))
    g_assert_cmpuint (ent_comparison_get_n_undated (self), ==, 2);
}

static void
assert_span (const EntSpan *span,
             const char    *expected)
{
  g_autofree char *text = ent_span_to_edtf (span);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_windows (void)
{
  g_autoptr (EntDataset) dataset = dataset_of ("2015-09-24/2015-09-25", NULL, 0);
  g_autoptr (EntComparison) self = compare (dataset, ENT_BASIS_OCCURRED, NULL, "P2Y");

  assert_span (ent_comparison_get_pivot (self), "2015-09-24/2015-09-25");
  assert_span (ent_comparison_get_window (self, ENT_SIDE_BEFORE), "2013-09-24/2015-09-23");
  assert_span (ent_comparison_get_window (self, ENT_SIDE_AFTER), "2015-09-26/2017-09-25");
}

static void
test_refused (void)
{
  static const struct
  {
    const char        *pivot;
    EntComparisonError code;
  } cases[] = {
    { NULL, ENT_COMPARISON_ERROR_UNDATED },
    { "Y300000000000", ENT_COMPARISON_ERROR_UNDATED },
    { "/2015", ENT_COMPARISON_ERROR_NO_START },
    { "../2015", ENT_COMPARISON_ERROR_NO_START },
    { "[..2015]", ENT_COMPARISON_ERROR_NO_START },
    { "2015/", ENT_COMPARISON_ERROR_NO_END },
    { "2015/..", ENT_COMPARISON_ERROR_NO_END },
    { "2015/Y300000000000", ENT_COMPARISON_ERROR_TOO_FAR },
    { "Y200000000000", ENT_COMPARISON_ERROR_TOO_FAR },
    { "Y-200000000000", ENT_COMPARISON_ERROR_TOO_FAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntDataset) dataset = dataset_of (cases[i].pivot, NULL, 0);
      const EntPeriod period = period_of ("P1Y");
      g_autoptr (EntComparison) self = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].pivot != NULL ? cases[i].pivot : "undated");
      self = ent_comparison_new (dataset, ENT_BASIS_OCCURRED, NULL, 0, &period, &error);
      g_assert_error (error, ENT_COMPARISON_ERROR, (int) cases[i].code);
      g_assert_null (self);
    }
}

/* An incident that stands at its disclosure when that is asked for. */
static void
test_basis (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntComparison) occurred = NULL;
  g_autoptr (EntComparison) disclosure = NULL;
  EntDate date;

  add_event (builder, &(Event){ .title = "Pivot", .date = "2015-09-25", .kind = "meeting" }, 0);
  ent_dataset_builder_begin_event (builder, 1);
  fill_event (builder, &(Event){ .title = "Theft", .date = "2015-03", .kind = "incident" }, 1);
  g_assert_true (ent_date_parse ("2016-03", -1, &date, NULL));
  ent_dataset_builder_add_phase (builder, ENT_PHASE_DISCLOSURE, &date, slice ("2016-03"));
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  add_event (builder, &(Event){ .title = "Other theft", .date = "2015-04", .kind = "incident" }, 2);
  dataset = ent_dataset_builder_finish (builder);

  occurred = compare (dataset, ENT_BASIS_OCCURRED, NULL, "P1Y");
  assert_tally (&ent_comparison_get_total (occurred)->tallies[ENT_SIDE_BEFORE], 2, 2);
  assert_tally (&ent_comparison_get_total (occurred)->tallies[ENT_SIDE_AFTER], 0, 0);
  g_assert_cmpuint (ent_comparison_get_n_undated (occurred), ==, 0);
  disclosure = compare (dataset, ENT_BASIS_DISCLOSURE, NULL, "P1Y");
  assert_tally (&ent_comparison_get_total (disclosure)->tallies[ENT_SIDE_BEFORE], 0, 0);
  assert_tally (&ent_comparison_get_total (disclosure)->tallies[ENT_SIDE_AFTER], 1, 1);
  g_assert_cmpuint (ent_comparison_get_n_undated (disclosure), ==, 1);
}

static void
test_rows (void)
{
  const char *const dates[] = { "2015-03", "2015-04", "2016-03", NULL };
  g_autoptr (EntDataset) dataset = dataset_of ("2015-09-25", dates, 4);
  g_autoptr (EntRowSet) rows = ent_row_set_new (4);
  g_autoptr (EntComparison) self = NULL;

  ent_row_set_add (rows, 2);
  ent_row_set_add (rows, 3);
  self = compare (dataset, ENT_BASIS_OCCURRED, rows, "P1Y");
  assert_tally (&ent_comparison_get_total (self)->tallies[ENT_SIDE_BEFORE], 1, 1);
  assert_tally (&ent_comparison_get_total (self)->tallies[ENT_SIDE_AFTER], 1, 1);
}

static void
add_full_event (EntDatasetBuilder *builder,
                const char        *date,
                const char        *kind,
                const char        *category,
                guint              severity,
                const char        *initiator,
                const char        *target)
{
  ent_dataset_builder_begin_event (builder, 1);
  fill_event (builder, &(Event){ .title = "Event", .date = date, .kind = kind }, 1);
  ent_dataset_builder_add_value (builder, ENT_VALUE_CATEGORY, slice (category));
  ent_dataset_builder_set_severity (builder, severity);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice (initiator), slice ("initiator"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice (target), slice ("target"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("GB"), slice ("target"));
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
}

/* All rows of a facet, as "value before after" a line, with at most behind surely. */
static char *
dump (const EntComparison *self,
      EntDataset          *dataset,
      EntFacetId           id)
{
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (dataset), id);
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (self, id, &n_rows);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *value = ent_slice_dup (ent_facet_get_value (facet, rows[i].value));
      const EntTally *tallies = rows[i].tallies;

      g_string_append_printf (text, "%s %u-%u %u-%u\n", value, tallies[0].surely, tallies[0].at_most, tallies[1].surely,
                              tallies[1].at_most);
    }
  return g_string_free (text, FALSE);
}

static void
test_facets (void)
{
  static const struct
  {
    EntFacetId  facet;
    const char *expected;
  } cases[] = {
    { ENT_FACET_KIND, "incident 1-1 2-2\nmeeting 1-2 0-1\n" },
    { ENT_FACET_CATEGORY, "espionage 1-2 1-2\nsabotage 1-1 1-1\n" },
    { ENT_FACET_PAIR, "CN>GB 1-2 1-2\nCN>US 1-2 1-2\nRU>GB 1-1 1-1\nRU>US 1-1 1-1\n" },
    { ENT_FACET_SEVERITY, "1 0-1 0-1\n3 2-2 0-0\n5 0-0 2-2\n" },
  };
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntComparison) self = NULL;

  add_event (builder, &(Event){ .title = "Pivot", .date = "2015-09-25", .kind = "statement" }, 0);
  add_full_event (builder, "2015-03", "incident", "espionage", 3, "CN", "US");
  add_full_event (builder, "2015-04", "meeting", "sabotage", 3, "RU", "US");
  add_full_event (builder, "2016-03", "incident", "espionage", 5, "CN", "US");
  add_full_event (builder, "2016-04", "incident", "sabotage", 5, "RU", "US");
  add_full_event (builder, "2015-09", "meeting", "espionage", 1, "CN", "US");
  add_full_event (builder, "2012", "visit", "other", 2, "IR", "US");
  dataset = ent_dataset_builder_finish (builder);
  self = compare (dataset, ENT_BASIS_OCCURRED, NULL, "P1Y");
  assert_tally (&ent_comparison_get_total (self)->tallies[ENT_SIDE_BEFORE], 2, 3);
  assert_tally (&ent_comparison_get_total (self)->tallies[ENT_SIDE_AFTER], 2, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (self, dataset, cases[i].facet);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

typedef struct
{
  const char *name;
  const char *coverage[4]; /* source, span, source, span */
  EntCovered  before;
  EntCovered  after;
  gboolean    shares_source;
} CoveredCase;

/* Of 2014-09-25/2015-09-24 and 2015-09-26/2016-09-25. */
static const CoveredCase covered_cases[] = {
  { "nothing-is-said", { NULL }, ENT_COVERED_NOT_KNOWN, ENT_COVERED_NOT_KNOWN, FALSE },
  { "both", { "A", "2014/2016" }, ENT_COVERED, ENT_COVERED, TRUE },
  { "before-alone", { "A", "2010/2015" }, ENT_COVERED, ENT_COVERED_NOT, FALSE },
  { "after-alone", { "A", "2014-09-26/.." }, ENT_COVERED_NOT, ENT_COVERED, FALSE },
  { "neither", { "A", "2014-10/2016-08" }, ENT_COVERED_NOT, ENT_COVERED_NOT, FALSE },
  { "each-by-another", { "A", "2010/2015", "B", "2015/2020" }, ENT_COVERED, ENT_COVERED, FALSE },
};

static void
test_covered (gconstpointer data)
{
  const CoveredCase *example = &covered_cases[GPOINTER_TO_SIZE (data)];
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntComparison) self = NULL;
  const EntComparisonRow *total;
  EntDate date;

  for (int i = 0; i < 4 && example->coverage[i] != NULL; i += 2)
    {
      g_assert_true (ent_date_parse (example->coverage[i + 1], -1, &date, NULL));
      ent_dataset_builder_add_coverage (builder, slice (example->coverage[i]), slice (example->coverage[i + 1]), &date);
    }
  add_event (builder, &(Event){ .title = "Pivot", .date = "2015-09-25" }, 0);
  for (int i = 0; i < 6; i++)
    add_event (builder, &(Event){ .title = "Event", .date = i < 4 ? "2015-03-01" : "2016-03-01" }, 1);
  dataset = ent_dataset_builder_finish (builder);
  self = compare (dataset, ENT_BASIS_OCCURRED, NULL, "P1Y");
  g_assert_cmpint (ent_comparison_get_covered (self, ENT_SIDE_BEFORE), ==, example->before);
  g_assert_cmpint (ent_comparison_get_covered (self, ENT_SIDE_AFTER), ==, example->after);
  g_assert_cmpint (ent_comparison_shares_source (self), ==, example->shares_source);

  total = ent_comparison_get_total (self);
  assert_tally (&total->tallies[ENT_SIDE_BEFORE], 4, 4);
  assert_tally (&total->tallies[ENT_SIDE_AFTER], 2, 2);
  g_assert_cmpint (isnan (total->rates[ENT_SIDE_BEFORE].least) != 0, ==, example->before == ENT_COVERED_NOT);
  g_assert_cmpint (isnan (total->rates[ENT_SIDE_AFTER].most) != 0, ==, example->after == ENT_COVERED_NOT);
  g_assert_cmpint (total->has_ratio, ==, example->before != ENT_COVERED_NOT && example->after != ENT_COVERED_NOT);
  if (total->has_ratio)
    {
      double low;
      double high;

      /* Years are measured in days: 366 after, 365 before. */
      g_assert_cmpfloat (fabs (total->rates[ENT_SIDE_BEFORE].least - 4 / (365 / 365.2425)), <, 1e-12);
      g_assert_cmpfloat (fabs (total->rates[ENT_SIDE_AFTER].most - 2 / (366 / 365.2425)), <, 1e-12);
      ent_rate_ratio_interval (2, 4, 366, 365, &low, &high);
      g_assert_cmpfloat (fabs (total->ratio.low / low - 1), <, 1e-12);
      g_assert_cmpfloat (fabs (total->ratio.high / high - 1), <, 1e-12);
      g_assert_cmpfloat (fabs (total->ratio.least - 2 * 365 / (4.0 * 366)), <, 1e-12);
      g_assert_cmpfloat (total->ratio.least, ==, total->ratio.most);
      g_assert_false (total->ratio.too_few);
    }
}

/* The total counts an event once, its kinds add up to it, and no more than there are is counted. */
static void
test_law_of_sums (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (2000, 7);
  const EntPeriod period = period_of ("P1Y");

  for (guint32 pivot = 0; pivot < 200; pivot++)
    {
      g_autoptr (EntComparison) self = ent_comparison_new (dataset, ENT_BASIS_OCCURRED, NULL, pivot, &period, NULL);
      const EntComparisonRow *total;
      const EntComparisonRow *rows;
      EntTally sums[ENT_N_SIDES] = { 0 };
      guint n_rows;

      if (self == NULL)
        continue;
      total = ent_comparison_get_total (self);
      rows = ent_comparison_get_rows (self, ENT_FACET_KIND, &n_rows);
      for (guint i = 0; i < n_rows; i++)
        for (int side = 0; side < ENT_N_SIDES; side++)
          {
            sums[side].surely += rows[i].tallies[side].surely;
            sums[side].at_most += rows[i].tallies[side].at_most;
          }
      for (int side = 0; side < ENT_N_SIDES; side++)
        {
          assert_tally (&total->tallies[side], sums[side].surely, sums[side].at_most);
          g_assert_cmpuint (total->tallies[side].surely, <=, total->tallies[side].at_most);
        }
      g_assert_cmpuint (total->tallies[0].surely + total->tallies[1].surely + ent_comparison_get_n_undated (self), <, 2000);
    }
}

/* Of each value, the events are as many as are counted at most, and they have the value. */
static void
test_law_of_events (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (2000, 7);
  const EntPeriod period = period_of ("P1Y");
  guint n_compared = 0;

  for (guint32 pivot = 0; pivot < 200; pivot += 9)
    {
      g_autoptr (EntComparison) self = ent_comparison_new (dataset, ENT_BASIS_OCCURRED, NULL, pivot, &period, NULL);

      if (self == NULL)
        continue;
      n_compared++;
      g_assert_cmpuint (ent_comparison_get_event (self), ==, pivot);
      for (int side = 0; side < ENT_N_SIDES; side++)
        {
          g_autoptr (EntRowSet) all = ent_comparison_get_events (self, ENT_FACET_KIND, ENT_FACET_VALUE_NONE, side);

          g_assert_cmpuint (ent_row_set_count (all), ==, ent_comparison_get_total (self)->tallies[side].at_most);
          g_assert_false (ent_row_set_contains (all, pivot));
          for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
            {
              guint n_rows;
              const EntComparisonRow *rows = ent_comparison_get_rows (self, ent_compared_facets[i], &n_rows);

              for (guint j = 0; j < n_rows; j++)
                {
                  g_autoptr (EntRowSet) events = ent_comparison_get_events (self, ent_compared_facets[i], rows[j].value,
                                                                            side);

                  g_assert_cmpuint (ent_row_set_count (events), ==, rows[j].tallies[side].at_most);
                  ent_row_set_keep (events, all);
                  g_assert_cmpuint (ent_row_set_count (events), ==, rows[j].tallies[side].at_most);
                }
            }
        }
    }
  g_assert_cmpuint (n_compared, >, 5);
}

static void
add_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/counts/%s", count_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_counts);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (covered_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/covered/%s", covered_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_covered);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ();
  g_test_add_func ("/comparison/windows", test_windows);
  g_test_add_func ("/comparison/refused", test_refused);
  g_test_add_func ("/comparison/basis", test_basis);
  g_test_add_func ("/comparison/rows", test_rows);
  g_test_add_func ("/comparison/facets", test_facets);
  g_test_add_func ("/comparison/law/sums", test_law_of_sums);
  g_test_add_func ("/comparison/law/events", test_law_of_events);

  return g_test_run ();
}
