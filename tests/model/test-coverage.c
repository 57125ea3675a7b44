/* test-coverage.c: whether sources collect in all of a span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-coverage.h"

#define MAX_SPANS 4

typedef struct
{
  const char *name;
  const char *spans[2 * MAX_SPANS]; /* source, span, source, span … */
  const char *asked;
  const char *found; /* with commas between */
} CoverageCase;

static const CoverageCase cases[] = {
  { "nothing", { NULL }, "2014", "" },
  { "all-of-it", { "A", "2014" }, "2014", "A" },
  { "more-than-it", { "A", "2000/2020" }, "2014", "A" },
  { "a-day-short-before", { "A", "2014-01-02/2015" }, "2014", "" },
  { "a-day-short-after", { "A", "2013/2014-12-30" }, "2014", "" },
  { "coarse-is-in-full", { "A", "2013/2014" }, "2013-01-01/2014-12-31", "A" },
  { "about-is-as-written", { "A", "2013~/2014?" }, "2013/2014", "A" },
  { "open-end", { "A", "2005/.." }, "2300", "A" },
  { "open-start", { "A", "../2005" }, "-0400", "A" },
  { "unknown-end", { "A", "2005/" }, "2005", "" },
  { "unknown-start", { "A", "/2005" }, "2005", "" },
  { "far-end", { "A", "2005/Y300000000000" }, "2300", "A" },
  { "two-sources", { "B", "2010/2020", "A", "2005/.." }, "2014", "A,B" },
  { "one-of-two", { "A", "2015/2020", "B", "2005/.." }, "2014", "B" },
  { "once", { "A", "2005/..", "A", "2006/.." }, "2014", "A" },
  { "joined", { "A", "2015/2020", "A", "2010/2014" }, "2013/2016", "A" },
  { "joined-over-another", { "A", "2010/2014", "A", "2011/2012", "A", "2013/2020" }, "2012/2018", "A" },
  { "gap", { "A", "2010/2014-12-30", "A", "2015/2020" }, "2013/2016", "" },
  { "two-sources-are-not-joined", { "A", "2010/2014", "B", "2015/2020" }, "2013/2016", "" },
  { "a-name-begins-with-another", { "AB", "2010/2014", "A", "2010/2020", "AB", "2015/2020" }, "2013/2016", "A,AB" },
  { "no-name", { "", "2010/2020" }, "2013", "" },
};

static void
test_case (gconstpointer data)
{
  const CoverageCase *example = &cases[GPOINTER_TO_SIZE (data)];
  EntCoverage coverage[MAX_SPANS] = { 0 };
  guint n_coverage = 0;
  EntSpan asked;
  g_auto (GStrv) found = NULL;
  g_autofree char *text = NULL;

  for (; n_coverage < MAX_SPANS && example->spans[2 * n_coverage] != NULL; n_coverage++)
    {
      EntCoverage *one = &coverage[n_coverage];

      one->source = ent_slice_from_string (example->spans[2 * n_coverage]);
      one->span_text = ent_slice_from_string (example->spans[2 * n_coverage + 1]);
      g_assert_true (ent_date_parse (one->span_text.text, -1, &one->span, NULL));
    }
  g_assert_true (ent_span_parse (example->asked, -1, &asked, NULL));
  found = ent_coverage_spanning (coverage, n_coverage, &asked);
  text = g_strjoinv (",", found);
  g_assert_cmpstr (text, ==, example->found);
  if (g_str_equal (example->name, "no-name"))
    g_assert_cmpuint (g_strv_length (found), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/coverage/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
