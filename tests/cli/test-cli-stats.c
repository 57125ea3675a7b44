/* test-cli-stats.c: entente stats, run as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

#include <json-glib/json-glib.h>

static const char dataset[] =
  "{\"format\":\"entente\",\"version\":1,\"actors\":{\"U\":{\"name\":\"Unit\",\"part_of\":\"CN\"},\"CN\":{\"name\":\"China\"}},\"events\":["
  "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2015-03\",\"severity\":3,\"tags\":[\"x\",\"y\",\"x\"],\"score\":1,\"note\":\"p\",\"list\":[1],"
  "\"actors\":[{\"role\":\"initiator\",\"name\":\"U\"},{\"role\":\"target\",\"name\":\"US\"},{\"role\":\"target\",\"name\":\"GB\"}]},"
  "{\"title\":\"B\",\"kind\":\"incident\",\"date\":\"-0043\",\"score\":1,\"note\":\"q\",\"list\":[1],"
  "\"actors\":[{\"role\":\"initiator\",\"name\":\"CN\"},{\"role\":\"target\",\"name\":\"US\"}],"
  "\"attribution\":{\"confidence\":\"suspected\",\"by\":[{\"name\":\"US\"}]},\"status\":\"done\",\"verification\":{\"status\":\"recalled\"}},"
  "{\"title\":\"C\",\"kind\":\"\\u001b[1m\",\"date\":\"2015/2017\",\"score\":2,\"note\":\"r\",\"category\":\"c\",\"place\":\"P\",\"sector\":[\"s\"]},"
  "{\"title\":\"D\",\"kind\":\"incident\",\"score\":2.0}]}";

static void
test_text (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "/", dataset, "stats", "-");
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "4 events, 1 undated\n"
                   "\nkind\n       3  incident\n       1  \\u001b[1m\n"
                   "\ncategory\n       1  c\n"
                   "\nactor\n       2  CN\n       2  US\n       1  GB\n       1  U\n"
                   "\ninitiator\n       2  CN\n       1  U\n"
                   "\ntarget\n       2  US\n       1  GB\n"
                   "\npair\n       2  CN>US\n       1  CN>GB\n"
                   "\nplace\n       1  P\n"
                   "\ntag\n       1  x\n       1  y\n"
                   "\nseverity\n       1  3\n"
                   "\nattribution\n       1  suspected\n"
                   "\nstatus\n       1  done\n"
                   "\nsector\n       1  s\n"
                   "\nverification\n       1  recalled\n"
                   "\nscore\n       2  1\n       1  2\n       1  2.0\n"
                   "\nyears\n       1  -43\n       2  2015\n");
}

/* A was disclosed in 2016, B may have begun by the day, C had begun and was not known, D is undated. */
static const char secrets[] =
  "{\"format\":\"entente\",\"version\":1,\"events\":["
  "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2014\",\"phases\":{\"disclosure\":\"2015-01-02\"}},"
  "{\"title\":\"B\",\"kind\":\"incident\",\"date\":\"2015\",\"phases\":{\"disclosure\":\"2016-01-02\"}},"
  "{\"title\":\"C\",\"kind\":\"incident\",\"date\":\"2014\",\"phases\":{\"disclosure\":\"2016-01-02\"}},"
  "{\"title\":\"D\",\"kind\":\"meeting\"},{\"title\":\"E\",\"kind\":\"meeting\",\"date\":\"2016\"}]}";

static void
test_as_of (void)
{
  g_auto (Run) run = { 0 };
  g_auto (Run) sure = { 0 };
  g_auto (Run) json = { 0 };
  g_auto (Run) wrong = { 0 };

  RUN (&run, "/", secrets, "stats", "--as-of=2015-06-01", "-");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "2 events, 1 undated\nas of 2015-06-01, 1 to 2 more had begun\n"
                   "\nkind\n       1  incident\n       1  meeting\n"
                   "\nyears\n       1  2014\n");
  RUN (&sure, "/", secrets, "stats", "--as-of=2015-12", "-");
  g_assert_true (g_str_has_prefix (sure.out, "2 events, 1 undated\nas of 2015-12, 2 more had begun\n"));
  RUN (&json, "/", secrets, "stats", "--json", "--as-of=2015-06-01", "-");
  g_assert_nonnull (strstr (json.out, "\"as-of\": \"2015-06-01\",\n  \"begun\": {\"surely\": 1, \"perhaps\": 1}"));
  RUN (&wrong, "/", secrets, "stats", "--as-of=tomorrow", "-");
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpstr (wrong.err, ==, "entente stats: --as-of: character 1: expected a year of four digits, each 0 to 9 or X\n");
}

static gint64
count_of (JsonArray  *array,
          const char *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, "value"), value))
        return json_object_get_int_member (object, "count");
    }
  return 0;
}

static void
test_json (void)
{
  g_auto (Run) run = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *facets;

  RUN (&run, "/", dataset, "stats", "--json", "-");
  g_assert_cmpint (run.status, ==, 0);
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "events"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "undated"), ==, 1);
  facets = json_object_get_object_member (json_node_get_object (node), "facets");
  g_assert_cmpint (count_of (json_object_get_array_member (facets, "kind"), "\x1b[1m"), ==, 1);
  g_assert_cmpint (count_of (json_object_get_array_member (facets, "pair"), "CN>US"), ==, 2);
  g_assert_cmpint (count_of (json_object_get_array_member (facets, "score"), "1"), ==, 2);
  g_assert_false (json_object_has_member (facets, "note"));
  g_assert_false (json_object_has_member (facets, "list"));
  g_assert_cmpint (count_of (json_object_get_array_member (json_node_get_object (node), "years"), "2015"), ==, 2);
}

/* A field that is named as a facet is no second one of its name. */
static void
test_shadowed (void)
{
  const char *text = "{\"format\":\"entente\",\"version\":1,\"events\":["
                     "{\"title\":\"A\",\"kind\":\"k\",\"target\":\"x\",\"tag\":1},{\"title\":\"B\",\"target\":\"y\",\"tag\":2},"
                     "{\"title\":\"C\",\"target\":\"x\",\"tag\":1,\"tags\":[\"t\"]}]}";
  g_auto (Run) run = { 0 };

  RUN (&run, "/", text, "stats", "-");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "3 events, 3 undated\n\nkind\n       2  event\n       1  k\n\ntag\n       1  t\n");
}

/* Pairs grow with the square of an event's actors. */
static void
test_many_pairs (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\",\"actors\":[");
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "many.json", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { 0 };

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, "%s{\"role\":\"initiator\",\"name\":\"a%d\"},{\"role\":\"target\",\"name\":\"b%d\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}]}");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  RUN (&run, "/", NULL, "stats", path);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "Only the first 100 initiators and the first 100 targets of an event make pairs.\n");
  g_assert_nonnull (strstr (run.out, "\n       1  a99>b99\n"));
  g_assert_null (strstr (run.out, "a100>"));
  g_assert_nonnull (strstr (run.out, "\n       1  b49999\n"));
  remove_folder (folder);
}

static void
test_faults (void)
{
  const char *text = "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\",\"kind\":1}]}";
  g_auto (Run) run = { 0 };
  g_auto (Run) strict = { 0 };
  g_auto (Run) broken = { 0 };
  g_auto (Run) usage = { 0 };

  RUN (&run, "/", text, "stats", "-");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_suffix (run.err, "\n1 events incomplete, 0 left out\n"));
  g_assert_true (g_str_has_prefix (run.out, "1 events, 1 undated\n"));
  RUN (&strict, "/", text, "stats", "--strict", "-");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_cmpstr (strict.out, ==, "");
  RUN (&broken, "/", "{", "stats", "-");
  g_assert_cmpint (broken.status, ==, 1);
  g_assert_cmpstr (broken.err, ==, "entente stats: -:1:2: JSON syntax: the text ends too early\n");
  RUN (&usage, "/", NULL, "stats");
  g_assert_cmpint (usage.status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/stats/text", test_text);
  g_test_add_func ("/cli/stats/json", test_json);
  g_test_add_func ("/cli/stats/shadowed", test_shadowed);
  g_test_add_func ("/cli/stats/many-pairs", test_many_pairs);
  g_test_add_func ("/cli/stats/faults", test_faults);

  g_test_add_func ("/cli/stats/as-of", test_as_of);
  return g_test_run ();
}
