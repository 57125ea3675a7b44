/* test-cli-check.c: entente check, run as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

static const struct
{
  const char *name;
  const char *text;
  const char *out;
  int status;
} rows[] = {
  { "good", "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\"},{\"title\":\"B\"}]}",
    "f.json: 2 events, 0 errors, 0 warnings\n", 0 },
  { "warning", "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\",\"x\":1,\"x\":2}]}",
    "f.json:1:62: warning: “x” is used before in this object; the first one counts\n"
    "f.json: 1 events, 0 errors, 1 warnings\n", 0 },
  { "error", "{\"format\":\"entente\",\"version\":1,\"events\":[\n{\"title\":\"中文é\",\"severity\":9}]}",
    "f.json:2:27: error: severity: expected an integer from 1 to 5, found 9\n"
    "f.json: 1 events, 1 errors, 0 warnings\n", 1 },
  { "left-out", "{\"format\":\"entente\",\"version\":1,\"events\":[{}]}",
    "f.json:1:43: error: an event without a title; left out\nf.json: 0 events, 1 errors, 0 warnings\n", 1 },
  { "syntax", "{\"format\":\"entente\",\n \"中\": tru}",
    "f.json:2:7: error: JSON syntax: expected a value; only true, false and null stand without quotes\n"
    "f.json: 0 events, 1 errors, 0 warnings\n", 1 },
  { "other", "{}",
    "f.json:1:1: error: not an Entente timeline: there is no “format”\nf.json: 0 events, 1 errors, 0 warnings\n", 1 },
  { "controls", "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\",\"status\":\"\x7f\xc2\x9b" "1m\xe2\x80\xae\"}]}",
    "f.json:1:65: error: status: expected one of done, ongoing, planned, announced, threatened, cancelled, "
    "found \"\\u007f\\u009b1m\\u202e\"\nf.json: 1 events, 1 errors, 0 warnings\n", 1 },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = new_folder ();
      g_auto (Run) run = { 0 };

      g_test_message ("%s", rows[i].name);
      write_file (folder, "f.json", rows[i].text);
      RUN (&run, folder, NULL, "check", "f.json");
      g_assert_cmpstr (run.out, ==, rows[i].out);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, rows[i].status);
      remove_folder (folder);
    }
}

static void
test_standard_input (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "/", rows[0].text, "check", "-");
  g_assert_cmpstr (run.out, ==, "-: 2 events, 0 errors, 0 warnings\n");
  g_assert_cmpint (run.status, ==, 0);
}

/* Every file is looked at, and one that fails is enough. */
static void
test_several (void)
{
  g_autofree char *folder = new_folder ();
  g_auto (Run) run = { 0 };

  write_file (folder, "a\n.json", rows[0].text);
  write_file (folder, "b.json", rows[0].text);
  RUN (&run, folder, NULL, "check", "missing.json", ".", "a\n.json", "b.json");
  g_assert_cmpstr (run.out, ==, "a\\u000a.json: 2 events, 0 errors, 0 warnings\nb.json: 2 events, 0 errors, 0 warnings\n");
  g_assert_cmpstr (run.err, ==,
                   "entente check: could not open “missing.json”: No such file or directory\n"
                   "entente check: could not open “.”: Is a directory\n");
  g_assert_cmpint (run.status, ==, 1);
  remove_folder (folder);
}

static void
test_usage (void)
{
  g_auto (Run) none = { 0 };
  g_auto (Run) unknown = { 0 };
  g_auto (Run) help = { 0 };

  RUN (&none, "/", NULL, "check");
  g_assert_cmpint (none.status, ==, 2);
  RUN (&unknown, "/", NULL, "check", "--unknown", "f.json");
  g_assert_cmpint (unknown.status, ==, 2);
  g_assert_true (strchr (unknown.err, '\n') == unknown.err + strlen (unknown.err) - 1);
  RUN (&help, "/", NULL, "check", "--help");
  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.out, "FILE"));
}

/* Five million brackets, and as many commas, strings and digits. */
static void
test_abuse (void)
{
  static const struct
  {
    const char *unit;
    const char *message;
  } abuses[] = {
    { "[", "nested deeper than 200 levels" },
    { "{\"a\":", "nested deeper than 200 levels" },
    { "1", "not an Entente timeline" },
    { "\"", "JSON syntax" },
    { ",", "JSON syntax" },
    { "[],", "JSON syntax" },
    { "\xff", "JSON syntax" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (abuses); i++)
    {
      g_autofree char *folder = new_folder ();
      g_auto (Run) run = { 0 };
      GString *text = g_string_new (NULL);

      while (text->len < 5000000)
        g_string_append (text, abuses[i].unit);
      write_file (folder, "f.json", text->str);
      g_string_free (text, TRUE);
      RUN (&run, folder, NULL, "check", "f.json");
      g_assert_cmpint (run.status, ==, 1);
      g_assert_nonnull (strstr (run.out, abuses[i].message));
      remove_folder (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/check/rows", test_rows);
  g_test_add_func ("/cli/check/standard-input", test_standard_input);
  g_test_add_func ("/cli/check/several", test_several);
  g_test_add_func ("/cli/check/usage", test_usage);
  g_test_add_func ("/cli/check/abuse", test_abuse);

  return g_test_run ();
}
