/* test-cli-report.c: entente check --report, run as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

#include <json-glib/json-glib.h>

#define HEAD "{\"format\":\"entente\",\"version\":1,\"events\":["
#define SOURCES "\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"url\":\"https://example.org\"}]"

static char *
data_folder (void)
{
  return g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), "tests", "data", NULL);
}

/* Word for word what is kept beside the file. */
static void
test_planted (void)
{
  g_autofree char *folder = data_folder ();
  g_autofree char *expected = read_file (folder, "planted-faults.report");
  g_auto (Run) run = { 0 };

  RUN (&run, folder, NULL, "check", "--report", "planted-faults.entente.json");
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpstr (run.out, ==, expected);
  g_assert_cmpint (run.status, ==, 1);
}

static JsonObject *
find_finding (JsonObject *file,
              const char *kind)
{
  JsonArray *findings = json_object_get_array_member (file, "findings");

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      if (g_str_equal (json_object_get_string_member (finding, "kind"), kind))
        return finding;
    }
  return NULL;
}

/* The same as JSON, of several files. */
static void
test_json (void)
{
  g_autofree char *folder = data_folder ();
  g_auto (Run) run = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *files;
  JsonObject *file;
  JsonObject *finding;
  JsonObject *item;

  RUN (&run, folder, HEAD "{\"title\":\"A\",\"severity\":9}]}", "check", "--report", "--json",
       "planted-faults.entente.json", "missing.json", "-");
  g_assert_cmpstr (run.err, ==, "entente check: could not open “missing.json”: No such file or directory\n");
  g_assert_cmpint (run.status, ==, 1);
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  files = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (files), ==, 2);

  file = json_array_get_object_element (files, 0);
  g_assert_cmpstr (json_object_get_string_member (file, "file"), ==, "planted-faults.entente.json");
  g_assert_cmpint (json_object_get_int_member (file, "events"), ==, 68);
  g_assert_cmpint (json_object_get_int_member (file, "errors"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "findings")), ==, 19);
  finding = find_finding (file, "first-of-month");
  g_assert_cmpstr (json_object_get_string_member (finding, "concern"), ==, "doubtful");
  g_assert_cmpint (json_object_get_int_member (finding, "found"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (finding, "of"), ==, 55);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (finding, "expected"), 55 * 4800 / 146097.0, 1e-12);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "items")), ==, 8);
  finding = find_finding (file, "answer-before");
  item = json_array_get_object_element (json_object_get_array_member (finding, "items"), 0);
  g_assert_cmpstr (json_object_get_string_member (item, "id"), ==, "answers-the-future");
  g_assert_cmpstr (json_object_get_string_member (item, "other"), ==, "answered");
  g_assert_cmpstr (json_object_get_string_member (item, "date"), ==, "2016-01-05");
  finding = find_finding (file, "unused-actor");
  item = json_array_get_object_element (json_object_get_array_member (finding, "items"), 0);
  g_assert_cmpstr (json_object_get_string_member (item, "actor"), ==, "Forgotten Office");

  file = json_array_get_object_element (files, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "diagnostics")), ==, 1);
  g_assert_nonnull (find_finding (file, "no-source"));
}

/* Twenty of a kind, and how many more there are; all when asked for. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_auto (Run) few = { 0 };
  g_auto (Run) all = { 0 };

  for (int i = 0; i < 23; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%d\",\"title\":\"A\",\"date\":\"20%02d\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  RUN (&few, "/", text->str, "check", "--report", "-");
  g_assert_cmpint (few.status, ==, 0);
  g_assert_nonnull (strstr (few.out, "-: 1 findings, 23 of 23 events\n-: missing: no-source: 23 events name no source\n"
                                     "    e0: A (2000)\n"));
  g_assert_true (g_str_has_suffix (few.out, "    e19: A (2019)\n    and 3 more\n"));
  RUN (&all, "/", text->str, "check", "--report", "--all", "-");
  g_assert_true (g_str_has_suffix (all.out, "    e22: A (2022)\n"));
}

/* Findings are no errors, errors are no findings, and where nothing can be read nothing is found. */
static void
test_status (void)
{
  g_auto (Run) healthy = { 0 };
  g_auto (Run) broken = { 0 };
  g_auto (Run) unread = { 0 };

  RUN (&healthy, "/", HEAD "{\"title\":\"A\",\"date\":\"2014\"," SOURCES "}]}", "check", "--report", "-");
  g_assert_cmpstr (healthy.out, ==, "-: 1 events, 0 errors, 0 warnings\n-: 0 findings, 0 of 1 events\n");
  g_assert_cmpint (healthy.status, ==, 0);
  RUN (&broken, "/", HEAD "{\"title\":\"A\",\"date\":\"2014\",\"severity\":9," SOURCES "}]}", "check", "--report", "-");
  g_assert_true (g_str_has_suffix (broken.out, "-: 1 events, 1 errors, 0 warnings\n-: 0 findings, 0 of 1 events\n"));
  g_assert_cmpint (broken.status, ==, 1);
  RUN (&unread, "/", "{", "check", "--report", "-");
  g_assert_true (g_str_has_suffix (unread.out, "-: 0 events, 1 errors, 0 warnings\n"));
  g_assert_cmpint (unread.status, ==, 1);
}

/* Titles are as safe for a terminal as all that is printed. */
static void
test_controls (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "/", HEAD "{\"id\":\"x\",\"title\":\"A\\u202eB\\u001b[1m\",\"date\":\"2014\"}]}", "check",
       "--report", "-");
  g_assert_nonnull (strstr (run.out, "    x: A\\u202eB\\u001b[1m (2014)\n"));
}

static void
test_usage (void)
{
  static const char *const options[] = { "--json", "--all" };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *message = g_strdup_printf ("entente check: “%s” needs “--report”\n", options[i]);
      g_auto (Run) run = { 0 };

      RUN (&run, "/", HEAD "]}", "check", options[i], "-");
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.err, ==, message);
      g_assert_cmpstr (run.out, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/report/planted", test_planted);
  g_test_add_func ("/cli/report/json", test_json);
  g_test_add_func ("/cli/report/many", test_many);
  g_test_add_func ("/cli/report/status", test_status);
  g_test_add_func ("/cli/report/controls", test_controls);
  g_test_add_func ("/cli/report/usage", test_usage);

  return g_test_run ();
}
