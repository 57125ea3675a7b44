/* test-view-json.c: views, read and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-view-json.h"

#include <string.h>

/* Reads the value that begins after the first line. */
static EntView *
read_view (const char      *text,
           EntDiagnostics **diagnostics)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  gsize offset = (gsize) (strchr (text, '\n') + 1 - text);
  EntJsonSpan span = { offset, strlen (text) - offset };

  *diagnostics = ent_diagnostics_new (bytes);
  return ent_view_from_json (text, span, "view", *diagnostics);
}

static char *
write_view (const EntView *view)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  ent_view_write_json (view, writer);
  bytes = ent_json_writer_finish_to_bytes (writer, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const struct
{
  const char *name;
  const char *text;
  const char *report;
  const char *written; /* NULL: no view; "" for the text itself */
} cases[] = {
  { "empty", "{}", "", "" },
  { "all",
    "{\"span\":\"2013/2016\",\"query\":\"kind:incident -\\\"x\\\"\",\"unmatched\":\"dim\",\"group-by\":\"pair\","
    "\"pair-as\":\"recorded\",\"lane-order\":\"date\",\"lanes\":[\"CN>US\",\"\",\"\u4e2d\"],\"collapsed\":[\"a\",\"b\"],"
    "\"color-by\":\"none\",\"links\":\"chain\","
    "\"basis\":\"detection\",\"as-of\":\"2015-06\",\"language\":\"zh-CN\"}",
    "", "" },
  { "default-basis", "{\"basis\":\"occurred\",\"query\":\"\"}", "", "{}" },
  { "open-span", "{\"span\":\"2013/..\"}", "", "" },
  { "span-as-written", "{\"span\":\"2013-01~/2013-12?\"}", "", "" },
  { "ends", "{\"start\":\"2013-01-01T08:00:00Z\",\"end\":\"2013-01-01T09:59:59Z\"}", "", "" },
  { "ends-of-days", "{\"start\":\"2013-01-01\",\"end\":\"2013-03-31T23:59:59Z\"}", "", "{\"span\":\"2013-01/2013-03\"}" },
  { "start-only", "{\"start\":\"2013-01-01T08:00:00Z\"}", "", "" },
  { "end-only", "{\"end\":\"2013-01-01T08:00:00Z\"}", "", "" },
  { "escaped", "{\"qu\\u0065ry\":\"\\u4e2d\\n\"}", "", "{\"query\":\"中\\n\"}" },
  { "further", "{\"x\":[1.50, {\"y\":null}],\"query\":\"q\",\"\\u007a\":1E5}", "",
    "{\"query\":\"q\",\"x\":[1.50, {\"y\":null}],\"\\u007a\":1E5}" },
  { "no-object", "[\"2013\"]", "2:1 view: expected an object, found [\"2013\"]\n", NULL },
  { "null", "null", "2:1 view: null; taken as not given\n", NULL },
  { "wrong-span", "{\"span\":\"2013-13\",\"query\":\"q\"}", "2:9 view.span: *\n", "{\"query\":\"q\"}" },
  { "span-number", "{\"span\":2013}", "2:9 view.span: expected a string, found 2013\n", "{}" },
  { "span-reversed", "{\"span\":\"2016/2013\"}", "2:9 view.span: *\n", "{}" },
  { "span-and-ends", "{\"start\":\"2012\",\"span\":\"2013\"}",
    "2:10 view: there is a span as well as its ends; the span counts\n", "{\"span\":\"2013\"}" },
  { "ends-reversed", "{\"start\":\"2014\",\"end\":\"2013\"}", "2:23 view: the end is before the start\n", "{}" },
  { "start-open", "{\"start\":\"../2014\"}", "2:10 view.start: open, unknown or too far away\n", "{}" },
  { "query-list", "{\"query\":[]}", "2:10 view.query: expected a string, found []\n", "{}" },
  { "group-by-empty", "{\"group-by\":\"\"}", "2:13 view.group-by: empty\n", "{}" },
  { "collapsed-sorted", "{\"collapsed\":[\"b\",\"a\",\"b\"],\"lanes\":[\"b\",\"a\",\"b\"]}", "",
    "{\"lanes\":[\"b\",\"a\"],\"collapsed\":[\"a\",\"b\"]}" },
  { "lanes-empty", "{\"lanes\":[],\"collapsed\":[]}", "", "{}" },
  { "lanes-text", "{\"lanes\":\"CN\"}", "2:10 view.lanes: expected a list, found \"CN\"\n", "{}" },
  { "lanes-number", "{\"lanes\":[\"CN\",5]}", "2:16 view.lanes: expected a string, found 5\n", "{\"lanes\":[\"CN\"]}" },
  { "lane-order-unknown", "{\"lane-order\":\"size\"}",
    "2:15 view.lane-order: expected one of count, name, date, found \"size\"\n", "{}" },
  { "pair-as-unknown", "{\"pair-as\":\"all\"}", "2:12 view.pair-as: expected one of states, recorded, found \"all\"\n",
    "{}" },
  { "unmatched-unknown", "{\"unmatched\":\"show\"}", "2:14 view.unmatched: expected one of hide, dim, found \"show\"\n",
    "{}" },
  { "links-default", "{\"links\":\"direct\"}", "", "{}" },
  { "links-unknown", "{\"links\":\"some\"}",
    "2:10 view.links: expected one of direct, none, second, third, chain, all, found \"some\"\n", "{}" },
  { "basis-unknown", "{\"basis\":\"happened\"}",
    "2:10 view.basis: expected one of occurred, intrusion, detection, disclosure, attribution, remediation, "
    "found \"happened\"\n", "{}" },
  { "as-of-wrong", "{\n \"as-of\":\"yesterday\"}", "3:10 view.as-of: *\n", "{}" },
  { "twice", "{\"query\":\"a\",\"query\":\"b\",\"x\":1,\"x\":2}",
    "2:14 “query” is used before in this object; the first one counts\n"
    "2:32 “x” is used before in this object; the first one counts\n", "{\"query\":\"a\",\"x\":1}" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strconcat ("[\n", cases[i].text, NULL);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntView) view = read_view (text, &diagnostics);
  g_autoptr (EntView) silent = ent_view_from_json (cases[i].text, (EntJsonSpan){ 0, strlen (cases[i].text) }, "view", NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *written = NULL;

  for (guint j = 0; j < ent_diagnostics_get_size (diagnostics); j++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, j, &diagnostic);
      g_string_append_printf (said, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT " %s\n", diagnostic.line,
                              diagnostic.column, diagnostic.message);
    }
  if (g_str_has_suffix (cases[i].report, "*\n"))
    g_assert_cmpint (strncmp (said->str, cases[i].report, strlen (cases[i].report) - 2), ==, 0);
  else
    g_assert_cmpstr (said->str, ==, cases[i].report);
  g_assert_true ((view == NULL) == (cases[i].written == NULL));
  if (view == NULL)
    {
      g_assert_null (silent);
      return;
    }
  g_assert_true (ent_view_equal (view, silent));
  written = write_view (view);
  g_assert_cmpstr (written, ==, *cases[i].written != '\0' ? cases[i].written : cases[i].text);
}

/* Spans of seconds: how they are written, and that they are read again as they were. */
static const struct
{
  const char *name;
  gint64      start;
  gint64      end;
  const char *written;
  gboolean    widened;
} spans[] = {
  { "year", 0, 31536000, "{\"span\":\"1970\"}" },
  { "years", -31536000, 31536000, "{\"span\":\"1969/1970\"}" },
  { "month", 0, 2678400, "{\"span\":\"1970-01\"}" },
  { "months", -2678400, 2678400, "{\"span\":\"1969-12/1970-01\"}" },
  { "day", 0, 86400, "{\"span\":\"1970-01-01\"}" },
  { "days", -86400, 86400, "{\"span\":\"1969-12-31/1970-01-01\"}" },
  { "second", 0, 1, "{\"start\":\"1970-01-01T00:00:00Z\",\"end\":\"1970-01-01T00:00:00Z\"}" },
  { "part-of-day", 1, 86400, "{\"start\":\"1970-01-01T00:00:01Z\",\"end\":\"1970-01-01T23:59:59Z\"}" },
  { "before-christ", G_GINT64_CONSTANT (-62198755200), G_GINT64_CONSTANT (-62167219200), "{\"span\":\"-0001\"}" },
  { "seconds-before-christ", G_GINT64_CONSTANT (-62198755199), G_GINT64_CONSTANT (-62198755198),
    "{\"start\":\"-0001-01-01T00:00:01Z\",\"end\":\"-0001-01-01T00:00:01Z\"}" },
  { "far", G_GINT64_CONSTANT (-600000000000), G_GINT64_CONSTANT (300000000000), "{\"span\":\"Y-17044/Y11476\"}", TRUE },
  { "half-far", 1, G_GINT64_CONSTANT (300000000000), "{\"start\":\"1970-01-01T00:00:01Z\",\"end\":\"Y11476\"}", TRUE },
  { "far-start", G_GINT64_CONSTANT (-600000000000), 1, "{\"start\":\"Y-17044\",\"end\":\"1970-01-01T00:00:00Z\"}", TRUE },
  { "endless", G_MININT64, G_MAXINT64, "{\"span\":\"Y-200000000000/Y200000000000\"}", TRUE },
};

static void
test_span (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const EntSpan span = { spans[i].start, spans[i].end };
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (EntView) again = NULL;
  g_autofree char *written = NULL;
  EntSpan found;

  ent_view_set_span (view, &span);
  written = write_view (view);
  g_assert_cmpstr (written, ==, spans[i].written);
  again = ent_view_from_json (written, (EntJsonSpan){ 0, strlen (written) }, "view", NULL);
  g_assert_true (ent_view_get_span (again, NULL, &found));
  if (!spans[i].widened)
    g_assert_true (ent_view_equal (view, again));
  else if (spans[i].start != G_MININT64)
    g_assert_true (ent_span_encloses (&found, &span) && !ent_span_equal (&found, &span));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/view-json/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strconcat ("/view-json/span/", spans[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_span);
    }

  return g_test_run ();
}
