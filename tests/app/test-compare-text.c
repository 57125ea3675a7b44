/* test-compare-text.c: a comparison as a table for other programs, and a query that names events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-text.h"
#include "ent-event-query.h"
#include "ent-filter.h"
#include "ent-format.h"

#define EVENT(date, kind) "{\"id\":\"" date "\",\"title\":\"T\",\"kind\":\"" kind "\",\"date\":\"" date "\"}"

static const char timeline[] =
  "{\"format\":\"entente\",\"version\":1,\"events\":[{\"id\":\"p\",\"title\":\"Pivot\",\"kind\":\"meeting\",\"date\":\"2015\"},"
  EVENT ("2014-01-01", "=cmd<b>") "," EVENT ("2014-02", "=cmd<b>") "," EVENT ("2014-03-01", "statement") ","
  EVENT ("2016-03-01", "statement") "]}";

static EntDataset *
read_timeline (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
test_table (void)
{
  g_autoptr (EntDataset) dataset = read_timeline (timeline);
  const EntPeriod period = { 12, 0 };
  g_autoptr (EntComparison) comparison = ent_comparison_new (dataset, ENT_BASIS_OCCURRED, NULL, 0, &period, NULL);
  g_autofree char *tsv = ent_compare_text_tsv (comparison, ENT_FACET_KIND, NULL);
  g_autofree char *html = ent_compare_text_html (comparison, ENT_FACET_KIND, NULL);

  g_assert_cmpstr (tsv, ==,
                   "\tbefore\tafter\tbefore / year\tafter / year\tafter / before\t95 % interval\n"
                   "All events\t3\t1\t3.00\t1.00\t–\ttoo few to say\n"
                   "'=cmd<b>\t2\t0\t2.00\t0\t–\ttoo few to say\n"
                   "Statements\t1\t1\t1.00\t1.00\t–\ttoo few to say\n");
  g_assert_nonnull (strstr (html, "<tr><th>=cmd&lt;b&gt;</th><td>2</td><td>0</td>"));
  g_assert_null (strstr (html, "<b>"));
}

/* The query finds what it names, whatever the ids are, and does not grow beyond what can be read. */
static void
test_query (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"entente\",\"version\":1,\"events\":["
                                           "{\"id\":\"a,b\",\"title\":\"A\"},{\"id\":\"a..b\",\"title\":\"B\"},"
                                           "{\"id\":\"say \\\"x\\\"\",\"title\":\"C\"},{\"id\":\"other\",\"title\":\"D\"}");
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (EntRowSet) all = NULL;
  g_autoptr (EntQuery) query = NULL;
  g_autoptr (EntQuery) again = NULL;
  g_autofree char *printed = NULL;
  g_autoptr (EntFilter) filter = NULL;
  EntFilterContext context = { 0 };

  for (int i = 0; i < ENT_EVENT_QUERY_MAX; i++)
    g_string_append_printf (text, ",{\"title\":\"E%d\"}", i);
  g_string_append (text, "]}");
  dataset = read_timeline (text->str);
  context.dataset = dataset;
  rows = ent_row_set_new (ent_dataset_get_n_events (dataset));
  g_assert_null (ent_event_query_new (dataset, rows));
  for (guint32 row = 0; row < 3; row++)
    ent_row_set_add (rows, row);
  query = ent_event_query_new (dataset, rows);
  printed = ent_query_print (query);
  again = ent_query_parse (printed, NULL);
  g_assert_nonnull (again);
  filter = ent_filter_new (again, &context, NULL, NULL, NULL);
  g_assert_true (ent_row_set_equal (ent_filter_get_rows (filter), rows));
  all = ent_row_set_new_full (ent_dataset_get_n_events (dataset));
  g_assert_null (ent_event_query_new (dataset, all));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare-text/table", test_table);
  g_test_add_func ("/compare-text/query", test_query);
  return g_test_run ();
}
