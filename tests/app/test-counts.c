/* test-counts.c: what is said of counts over time, and what query a stretch of them comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-counts-text.h"
#include "ent-query.h"

#include <locale.h>

static EntSpan
span_of (const char *edtf)
{
  EntSpan span;

  g_assert_true (ent_span_parse (edtf, -1, &span, NULL));
  return span;
}

static void
test_when (void)
{
  static const struct
  {
    EntTickStep step;
    const char *span;
    const char *text;
  } cases[] = {
    { { ENT_TICK_YEAR, 1 }, "2014", "2014" },
    { { ENT_TICK_YEAR, 5 }, "2010/2014", "2010–2014" },
    { { ENT_TICK_MONTH, 3 }, "2014-01/2014-03", "Jan 2014 – Mar 2014" },
    { { ENT_TICK_MONTH, 1 }, "2014-03", "Mar 2014" },
    { { ENT_TICK_WEEK, 1 }, "2014-03-03/2014-03-09", "3 Mar 2014 – 9 Mar 2014" },
    { { ENT_TICK_DAY, 1 }, "2014-03-03", "3 Mar 2014" },
    { { ENT_TICK_HOUR, 1 }, "2014-03-03", "3 Mar 2014 00:00 UTC – 4 Mar 2014 00:00 UTC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSpan span = span_of (cases[i].span);
      g_autofree char *text = ent_counts_text_when (&cases[i].step, &span);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_bin (void)
{
  static const struct
  {
    guint       total;
    guint       n_coarse;
    guint       grains;
    const char *text;
  } cases[] = {
    { 0, 0, 0, "Mar 2014: no event" },
    { 1, 0, 0, "Mar 2014: 1 event" },
    { 7, 0, 0, "Mar 2014: 7 events" },
    { 7, 2, 1 << ENT_GRAIN_YEAR, "Mar 2014: 7 events, 2 of them only to the year" },
    { 7, 1, 1 << ENT_GRAIN_DECADE, "Mar 2014: 7 events, 1 of them only to the decade" },
    { 7, 3, 1 << ENT_GRAIN_YEAR | 1 << ENT_GRAIN_DECADE, "Mar 2014: 7 events, 3 of them perhaps later" },
    { 7, 3, 1 << ENT_GRAIN_COARSER, "Mar 2014: 7 events, 3 of them perhaps later" },
  };
  const EntTickStep month = { ENT_TICK_MONTH, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntHistogramBin bin = { .span = span_of ("2014-03"),
                              .total = cases[i].total,
                              .n_coarse = cases[i].n_coarse,
                              .grains = cases[i].grains };
      g_autofree char *text = ent_counts_text_bin (&month, &bin);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_kinds (void)
{
  EntHistogramBin bin = { .counts = { 2, 0, 0, 0 } };
  g_autofree char *one = ent_counts_text_parts (&bin, NULL, NULL);
  g_autofree char *several = NULL;

  g_assert_null (one);
  bin.counts[ENT_KIND_STATEMENT] = 5;
  several = ent_counts_text_parts (&bin, NULL, NULL);
  g_assert_cmpstr (several, ==, "Incidents 2 · Statements 5");
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *span;
    const char *narrowed; /* NULL: it is no query */
  } cases[] = {
    { NULL, "2014-03/2014-05", "date:2014-03/2014-05" },
    { "", "2014", "date:2014" },
    { "severity>=3 actor:US", "2014", "severity>=3 actor:US date:2014" },
    { "date:2013/2016 actor:US", "2014", "date:2014 actor:US" },
    { "-date:2013", "2014", "-date:2013 date:2014" },
    { "a OR b", "2014", "(a OR b) date:2014" },
    { "(", "2014", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSpan span = span_of (cases[i].span);
      g_autoptr (GError) error = NULL;
      g_autofree char *narrowed = ent_counts_dup_query (cases[i].query, &span, &error);

      g_assert_cmpstr (narrowed, ==, cases[i].narrowed);
      g_assert_cmpint (error != NULL, ==, cases[i].narrowed == NULL);
    }
}

/* What begins or ends within a day is widened to days. */
static void
test_hours (void)
{
  EntSpan day = span_of ("2014-03-03");
  EntSpan hours = { day.start + 3600, day.start + 7200 };
  g_autofree char *query = ent_counts_dup_query (NULL, &hours, NULL);

  g_assert_cmpstr (query, ==, "date:2014-03-03");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/counts/when", test_when);
  g_test_add_func ("/counts/bin", test_bin);
  g_test_add_func ("/counts/kinds", test_kinds);
  g_test_add_func ("/counts/query", test_query);
  g_test_add_func ("/counts/hours", test_hours);
  return g_test_run ();
}
