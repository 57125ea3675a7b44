/* test-cli-compare.c: entente compare, run as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

#include <json-glib/json-glib.h>

#define HEAD "{\"format\":\"entente\",\"version\":1,"
#define PIVOT "{\"id\":\"talks\",\"title\":{\"en\":\"Talks\",\"zh-CN\":\"会谈\"},\"kind\":\"meeting\",\"date\":\"2015-09-25\"}"
#define INCIDENT(date) \
  "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"" date "\",\"severity\":3,\"actors\":[{\"role\":\"initiator\"," \
  "\"name\":\"CN\"},{\"role\":\"target\",\"name\":\"US\"}]}"
#define ACTORS \
  "\"actors\":{\"CN\":{\"name\":{\"en\":\"China\",\"zh-CN\":\"中国\"}},\"US\":{\"name\":{\"en\":\"United States\",\"zh-CN\":\"美国\"}}},"
#define EVENTS \
  "\"language\":\"en\"," ACTORS "\"events\":[" PIVOT "," INCIDENT ("2014-12") "," INCIDENT ("2015-01") "," INCIDENT ("2015-02") \
  "," INCIDENT ("2015-03") "," INCIDENT ("2015-09") "," INCIDENT ("2016-03-01") \
  ",{\"title\":\"S\",\"kind\":\"\\u001b[1m\",\"date\":\"2016-04\"},{\"title\":\"T\"}]}"

static const char dataset[] = HEAD EVENTS;
static const char covered[] = HEAD "\"coverage\":[{\"source\":\"Archive\",\"span\":\"2010/..\"},{\"source\":\"Paper\",\"span\":"
                                   "\"2010/2015\"}]," EVENTS;
static const char half_covered[] = HEAD "\"coverage\":[{\"source\":\"Paper\",\"span\":\"2010/2015\"}]," EVENTS;

static void
test_text (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "/", dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y");
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "Talks\n"
                   "talks: 2015-09-25\n"
                   "P1Y before: 2014-09-25/2015-09-24; after: 2015-09-26/2016-09-25\n"
                   "\n"
                   "                       before  after  before / year  after / year  after / before   95 % interval\n"
                   "all events                4–5    2–3      4.00–5.00     2.00–2.99       0.40–0.75      0.038–4.42\n"
                   "\n"
                   "kind\n"
                   "incident                  4–5    1–2      4.00–5.00     1.00–2.00       0.20–0.50     0.0042–3.48\n"
                   "\\u001b[1m                   0      1              0          1.00               –  too few to say\n"
                   "\n"
                   "pair\n"
                   "China → United States     4–5    1–2      4.00–5.00     1.00–2.00       0.20–0.50     0.0042–3.48\n"
                   "\n"
                   "severity\n"
                   "3                         4–5    1–2      4.00–5.00     1.00–2.00       0.20–0.50     0.0042–3.48\n"
                   "\n"
                   "Events count by when they began. The event that divides before from after counts on neither side.\n"
                   "Two numbers are the events that surely began in the window, and those that may have; intervals reach over all "
                   "that may be.\n"
                   "1 event without a date is not counted.\n"
                   "Nothing is known of coverage: the file does not say in which years its sources collect, and fewer events may "
                   "be fewer records.\n"
                   "The intervals suppose that events come independently of each other, at one rate on each side; for events that "
                   "come in clusters they are too narrow.\n"
                   "About one in 20 such intervals misses by chance; here are 4.\n"
                   "What came after an event need not have come of it.\n");
}

static void
assert_says (const Run  *run,
             const char *text)
{
  g_assert_cmpint (run->status, ==, 0);
  if (strstr (run->out, text) == NULL)
    g_error ("“%s” is not in “%s”", text, run->out);
}

static void
test_coverage (void)
{
  g_auto (Run) both = { 0 };
  g_auto (Run) half = { 0 };

  RUN (&both, "/", covered, "compare", "-", "--pivot", "talks", "--window", "P1Y");
  assert_says (&both, "\nSources that collect in all of both windows:\n  Archive\nThe intervals");
  RUN (&half, "/", half_covered, "compare", "-", "--pivot", "talks", "--window", "P1Y");
  assert_says (&half, "\nall events                4–5    2–3      4.00–5.00   not covered               –              –\n");
  assert_says (&half, "\nNot covered: no source of the file collects in all of the window after.\n");
  g_assert_null (strstr (half.out, "interval "));
}

static void
test_options (void)
{
  g_auto (Run) filter = { 0 };
  g_auto (Run) chinese = { 0 };
  g_auto (Run) basis = { 0 };
  g_auto (Run) strict = { 0 };

  RUN (&filter, "/", dataset, "compare", "-", "--pivot=talks", "--window=P1Y", "--filter", "kind:incident severity:3");
  assert_says (&filter, "\nEvents that match: kind:incident severity:3\n");
  assert_says (&filter, "\nall events                4–5    1–2 ");
  g_assert_null (strstr (filter.out, "without a date"));
  RUN (&chinese, "/", dataset, "compare", "-", "--pivot=talks", "--window=P1Y", "--lang=zh-CN");
  assert_says (&chinese, "会谈\n");
  assert_says (&chinese, "\npair\n中国 → 美国     4–5 ");
  RUN (&basis, "/", dataset, "compare", "-", "--pivot=talks", "--window=P1Y", "--basis=disclosure");
  assert_says (&basis, "\nIncidents by their phase: disclosure\n");
  assert_says (&basis, "\n7 events without a date are not counted.\n");
  RUN (&strict, "/", HEAD "\"events\":[" PIVOT ",{\"title\":\"B\",\"kind\":1}]}", "compare", "-", "--pivot=talks",
       "--window=P1Y", "--strict");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_cmpstr (strict.out, ==, "");
}

static JsonObject *
member (JsonObject *object,
        const char *name)
{
  return json_object_get_object_member (object, name);
}

static void
test_json (void)
{
  g_auto (Run) run = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *row;
  JsonArray *kinds;
  JsonArray *pair;

  RUN (&run, "/", half_covered, "compare", "-", "--pivot", "talks", "--window", "P12M", "--json", "--lang", "zh-CN");
  g_assert_cmpint (run.status, ==, 0);
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  root = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (member (root, "pivot"), "title"), ==, "会谈");
  g_assert_cmpstr (json_object_get_string_member (member (root, "pivot"), "to"), ==, "2015-09-25T23:59:59Z");
  g_assert_cmpstr (json_object_get_string_member (root, "window"), ==, "P1Y");
  g_assert_cmpstr (json_object_get_string_member (member (root, "after"), "from"), ==, "2015-09-26T00:00:00Z");
  g_assert_true (json_object_get_boolean_member (member (root, "before"), "covered"));
  g_assert_false (json_object_get_boolean_member (member (root, "after"), "covered"));
  row = member (root, "total");
  g_assert_cmpint (json_object_get_int_member (member (row, "before"), "at_most"), ==, 5);
  g_assert_true (json_object_has_member (member (row, "before"), "rate"));
  g_assert_false (json_object_has_member (member (row, "after"), "rate"));
  g_assert_false (json_object_has_member (row, "interval"));
  g_assert_cmpint (json_object_get_int_member (root, "undated"), ==, 1);

  run_clear (&run);
  RUN (&run, "/", dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y", "--json");
  g_clear_pointer (&node, json_node_unref);
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  root = json_node_get_object (node);
  g_assert_true (json_object_get_null_member (member (root, "before"), "covered"));
  kinds = json_object_get_array_member (member (root, "facets"), "kind");
  g_assert_cmpuint (json_array_get_length (kinds), ==, 2);
  row = json_array_get_object_element (kinds, 1);
  g_assert_cmpstr (json_object_get_string_member (row, "value"), ==, "\x1b[1m");
  g_assert_true (json_object_get_boolean_member (row, "too_few"));
  pair = json_object_get_array_member (row, "interval");
  g_assert_true (json_array_get_null_element (pair, 1));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *pivot;
    const char *window;
    const char *further;
    const char *message;
  } cases[] = {
    { "talk", "P1Y", "--json", "there is no event “talk”; the nearest id is “talks”" },
    { "\x1b[1m", "P1Y", "--json", "there is no event “\\u001b[1m”" },
    { "goes-on", "P1Y", "--json", "“goes-on”: the event has no known end, so there is no window after it" },
    { "undated", "P1Y", "--json", "“undated”: the event has no date that can be placed in time; nothing is before or after it" },
    { "talks", "2Y", "--json", "--window: character 1: expected “P”, as in P2Y or P1Y6M" },
    { "talks", "PT2H", "--json", "--window: character 2: only years, months, weeks and days can be used, no times" },
    { "talks", "P1Y", "--filter=nowhere:x", NULL },
    { "talks", "P1Y", "--basis=ever",
      "there is no basis “ever”; there are occurred, intrusion, detection, disclosure, attribution, remediation" },
    { "talks", "P1Y", "--lang=../x", "“../x” is no language tag; write one such as en or zh-CN" },
  };
  const char *text = HEAD "\"events\":[" PIVOT ",{\"id\":\"goes-on\",\"title\":\"G\",\"date\":\"2015/..\"},"
                          "{\"id\":\"undated\",\"title\":\"U\"}]}";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { 0 };
      g_autofree char *line = NULL;

      RUN (&run, "/", text, "compare", "-", "--pivot", cases[i].pivot, "--window", cases[i].window, cases[i].further);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      if (cases[i].message == NULL)
        continue;
      line = g_strdup_printf ("entente compare: %s\n", cases[i].message);
      g_assert_cmpstr (run.err, ==, line);
    }
}

static void
test_usage (void)
{
  g_auto (Run) file = { 0 };
  g_auto (Run) pivot = { 0 };
  g_auto (Run) window = { 0 };
  g_auto (Run) missing = { 0 };

  RUN (&file, "/", NULL, "compare", "--pivot", "x", "--window", "P1Y");
  g_assert_cmpint (file.status, ==, 2);
  RUN (&pivot, "/", NULL, "compare", "-", "--window", "P1Y");
  g_assert_cmpint (pivot.status, ==, 2);
  g_assert_cmpstr (pivot.err, ==, "entente compare: name the event to compare around with --pivot\n");
  RUN (&window, "/", NULL, "compare", "-", "--pivot", "x");
  g_assert_cmpint (window.status, ==, 2);
  RUN (&missing, "/", NULL, "compare", "/nowhere.json", "--pivot", "x", "--window", "P1Y");
  g_assert_cmpint (missing.status, ==, 1);
}

/* What is not to be said of a comparison. */
static void
test_words (void)
{
  static const char *const words[] = { "effect", "signific", "caus", "p-value", "p =", "↑", "↓", "⬆", "⬇" };
  g_auto (Run) run = { 0 };
  g_auto (Run) help = { 0 };
  g_autofree char *all = NULL;

  RUN (&run, "/", NULL, "compare", "bundled:", "--pivot", "us-china-cyber-accord-2015", "--window", "P2Y", "--filter",
       "kind:incident");
  assert_says (&run, "\nChina → United States ");
  RUN (&help, "/", NULL, "compare", "--help");
  assert_says (&help, "--window=DURATION");
  all = g_strconcat (run.out, help.out, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (all, words[i]));
}

static char *
draw (const char *folder,
      const char *name)
{
  g_auto (Run) run = { 0 };

  RUN (&run, folder, dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y", "-o", name, "--facet", "kind,pair");
  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  return read_file (folder, name);
}

/* In each format, the same bytes each time, with where it comes from; nothing is left where it cannot be drawn. */
static void
test_figure (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *svg = draw (folder, "a.svg");
  g_autofree char *again = draw (folder, "b.svg");
  g_autofree char *png = draw (folder, "a.png");
  g_autofree char *pdf = draw (folder, "a.pdf");
  static const char *const wrong[][3] = {
    { "a.doc", "--size", "180mm" }, { "c.svg", "--size", "100x100" }, { "c.svg", "--facet", "kinds" },
    { "c.svg", "--facet", "kind,kind" }, { "c.svg", "--theme", "pink" }, { "c.png", "--dpi", "0" },
  };
  g_auto (Run) json = { 0 };
  g_auto (Run) needs = { 0 };

  g_assert_cmpstr (svg, ==, again);
  g_assert_nonnull (strstr (svg, ">China → United States<"));
  g_assert_nonnull (strstr (svg, ">0.20–0.50<"));
  g_assert_nonnull (strstr (svg, "P1Y"));
  g_assert_true (g_str_has_prefix (png, "\x89PNG"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (Run) run = { 0 };
      g_autofree char *path = g_build_filename (folder, wrong[i][0], NULL);

      RUN (&run, folder, dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y", "-o", wrong[i][0], wrong[i][1],
           wrong[i][2]);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  RUN (&json, folder, dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y", "-o", "c.svg", "--json");
  g_assert_cmpint (json.status, ==, 2);
  RUN (&needs, folder, dataset, "compare", "-", "--pivot", "talks", "--window", "P1Y", "--theme", "dark");
  g_assert_cmpint (needs.status, ==, 2);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/compare/text", test_text);
  g_test_add_func ("/cli/compare/coverage", test_coverage);
  g_test_add_func ("/cli/compare/options", test_options);
  g_test_add_func ("/cli/compare/json", test_json);
  g_test_add_func ("/cli/compare/refused", test_refused);
  g_test_add_func ("/cli/compare/usage", test_usage);
  g_test_add_func ("/cli/compare/words", test_words);
  g_test_add_func ("/cli/compare/figure", test_figure);

  return g_test_run ();
}
