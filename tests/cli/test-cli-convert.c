/* test-cli-convert.c: entente convert, run as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char good[] = "{\"format\":\"entente\",\"version\":1,\"x\":1.50,\"events\":[{\"title\":\"A\",\"y\":[1,  2E0]}]}";
static const char good_out[] = "{\n  \"format\": \"entente\",\n  \"version\": 1,\n  \"x\": 1.50,\n  \"events\": [\n"
                               "    {\"title\":\"A\",\"y\":[1,  2E0]}\n  ]\n}\n";
static const char bad[] = "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\",\"severity\":9},5,{}]}";

static char *
bundled (void)
{
  return g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), "data", "timelines", "us-china-cyber.entente.json", NULL);
}

/* Whole events, but those alone that were known. */
static void
test_as_of (void)
{
  static const char events[] =
    "{\"format\":\"entente\",\"version\":1,\"events\":["
    "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2014\",\"phases\":{\"disclosure\":\"2016\"}},"
    "{\"title\":\"B\",\"date\":\"2014/2016\",\"status\":\"done\"}]}";
  g_auto (Run) run = { 0 };
  g_auto (Run) wrong = { 0 };

  RUN (&run, "/", events, "convert", "--as-of=2015", "-", "-o", "-");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "Each event is written as it stands, with what became known of it later.\n");
  g_assert_null (strstr (run.out, "\"A\""));
  g_assert_nonnull (strstr (run.out, "{\"title\":\"B\",\"date\":\"2014/2016\",\"status\":\"done\"}"));
  RUN (&wrong, "/", events, "convert", "--as-of=2015/..", "-", "-o", "-");
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpstr (wrong.out, ==, "");
}

static void
test_word_for_word (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *out = NULL;
  g_auto (Run) run = { 0 };

  write_file (folder, "a.json", good);
  RUN (&run, folder, NULL, "convert", "a.json", "-o", "b.json");
  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  out = read_file (folder, "b.json");
  g_assert_cmpstr (out, ==, good_out);
  g_assert_cmpuint (count_files (folder), ==, 2);
  remove_folder (folder);
}

/* The bundled dataset is laid out as the writer does, so not a byte changes. */
static void
test_bundled (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *source = bundled ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (Run) run = { 0 };

  RUN (&run, folder, NULL, "convert", "-o", "b.entente.json", source);
  g_assert_cmpint (run.status, ==, 0);
  g_file_get_contents (source, &before, NULL, NULL);
  after = read_file (folder, "b.entente.json");
  g_assert_cmpstr (after, ==, before);
  remove_folder (folder);
}

static void
test_standard_streams (void)
{
  g_autofree char *folder = new_folder ();
  g_auto (Run) run = { 0 };

  RUN (&run, folder, good, "convert", "-", "-o", "-");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, good_out);
  g_assert_cmpuint (count_files (folder), ==, 0);
  remove_folder (folder);
}

static void
test_faults (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *out = NULL;
  g_auto (Run) run = { 0 };
  g_auto (Run) strict = { 0 };

  write_file (folder, "a.json", bad);
  RUN (&run, folder, NULL, "convert", "a.json", "-o", "b.json");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==,
                   "a.json:1:67: error: severity: expected an integer from 1 to 5, found 9\n"
                   "a.json:1:70: error: events: expected an object, found 5\n"
                   "a.json:1:72: error: an event without a title; left out\n"
                   "1 events incomplete, 2 left out\n");
  out = read_file (folder, "b.json");
  g_assert_nonnull (strstr (out, "\"events\": [\n    {\"title\":\"A\",\"severity\":9}\n  ]\n"));

  RUN (&strict, folder, NULL, "convert", "--strict", "a.json", "-o", "c.json");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_true (g_str_has_suffix (strict.err, "1 events incomplete, 2 left out\n"));
  g_assert_cmpuint (count_files (folder), ==, 2);
  remove_folder (folder);
}

/* What cannot be read or written leaves everything as it was. */
static void
test_refused (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *hard = g_build_filename (folder, "hard.json", NULL);
  g_autofree char *original = g_build_filename (folder, "a.json", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked.json", NULL);
  g_autofree char *after = NULL;
  static const struct
  {
    const char *input;
    const char *output;
    const char *message;
    int status;
  } rows[] = {
    { "a.json", "a.json", "entente convert: “a.json” is the input; write to another file\n", 1 },
    { "a.json", "./a.json", "entente convert: “./a.json” is the input; write to another file\n", 1 },
    { "a.json", "link.json", "entente convert: “link.json” is the input; write to another file\n", 1 },
    { "link.json", "a.json", "entente convert: “a.json” is the input; write to another file\n", 1 },
    { "a.json", "hard.json", "entente convert: “hard.json” is the input; write to another file\n", 1 },
    { "a.json", "folder.json", "entente convert: could not write “folder.json”: Is a directory\n", 1 },
    { "a.json", "none/b.json", "entente convert: could not write “none/b.json”: No such file or directory\n", 1 },
    { "a.json", "/dev/full", "entente convert: could not write “/dev/full”: Error writing to file descriptor: No space left on device\n", 1 },
    { "missing.json", "b.json", "entente convert: could not open “missing.json”: No such file or directory\n", 1 },
    { "http://example.org/a.json", "b.json",
      "entente convert: could not open “http://example.org/a.json”: No such file or directory\n", 1 },
    { "broken.json", "b.json", "entente convert: broken.json:1:2: JSON syntax: the text ends too early\n", 1 },
    { "a.json", "b.xyz", "entente convert: “b.xyz” does not end like a format that can be written\n", 2 },
  };

  write_file (folder, "a.json", good);
  write_file (folder, "broken.json", "{");
  write_file (folder, "locked.json", "kept");
  g_chmod (locked, 0400);
  g_assert_cmpint (symlink ("a.json", link), ==, 0);
  g_assert_cmpint (linkat (AT_FDCWD, original, AT_FDCWD, hard, 0), ==, 0);
  {
    g_autofree char *sub = g_build_filename (folder, "folder.json", NULL);

    g_mkdir (sub, 0755);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) run = { 0 };

      RUN (&run, folder, NULL, "convert", rows[i].input, "-o", rows[i].output);
      g_assert_cmpstr (run.err, ==, rows[i].message);
      g_assert_cmpint (run.status, ==, rows[i].status);
    }
  /* Root may write anything. */
  if (geteuid () != 0)
    {
      g_auto (Run) run = { 0 };

      RUN (&run, folder, NULL, "convert", "a.json", "-o", "locked.json");
      g_assert_cmpstr (run.err, ==, "entente convert: could not write “locked.json”: Permission denied\n");
      g_assert_cmpint (run.status, ==, 1);
    }
  after = read_file (folder, "a.json");
  g_assert_cmpstr (after, ==, good);
  g_assert_cmpuint (count_files (folder), ==, 6);
  remove_folder (folder);
}

/* A pipe that only the system knows by a name is written like a file. */
static void
test_pipe (void)
{
  static const char *const outputs[] = { "-", "/dev/stdout", "/dev/fd/1" };

  for (gsize i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_auto (Run) run = { 0 };

      RUN (&run, "/", good, "convert", "-", "-o", outputs[i]);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.out, ==, good_out);
    }
}

/* Appending to the input is refused as well as replacing it. */
static void
test_appended (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *after = NULL;
  const char *const argv[] = { "sh", "-c", "\"$ENT_PROGRAM\" convert a.json -o - >>a.json 2>/dev/null", NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  write_file (folder, "a.json", good);
  g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  after = read_file (folder, "a.json");
  g_assert_cmpstr (after, ==, good);
  remove_folder (folder);
}

/* An old file keeps its mode, a link stays a link, wherever it leads. */
static void
test_replaced (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *old = g_build_filename (folder, "old.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.json", NULL);
  const char *const outputs[] = { "old.json", "link.json", "dangling.json" };
  const char *const written[] = { "old.json", "old.json", "new.json" };
  struct stat status;

  write_file (folder, "a.json", good);
  g_assert_cmpint (symlink ("old.json", link), ==, 0);
  g_assert_cmpint (symlink ("new.json", dangling), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *text = NULL;
      g_auto (Run) run = { 0 };

      write_file (folder, "old.json", "old");
      g_chmod (old, 0640);
      RUN (&run, folder, NULL, "convert", "a.json", "-o", outputs[i]);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      text = read_file (folder, written[i]);
      g_assert_cmpstr (text, ==, good_out);
      g_assert_cmpint (g_stat (old, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 07777, ==, 0640);
    }
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (folder), ==, 5);
  remove_folder (folder);
}

static void
test_usage (void)
{
  static const char *const rows[][6] = {
    { "convert", NULL },
    { "convert", "a.json", NULL },
    { "convert", "-o", "b.json", NULL },
    { "convert", "a.json", "b.json", "-o", "c.json", NULL },
    { "convert", "a.json", "-o", "c.json", "--no", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) run = { 0 };

      run_program (&run, "/", NULL, rows[i]);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_true (g_str_has_prefix (run.err, "entente convert: "));
      g_assert_true (strchr (run.err, '\n') == run.err + strlen (run.err) - 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/convert/word-for-word", test_word_for_word);
  g_test_add_func ("/cli/convert/bundled", test_bundled);
  g_test_add_func ("/cli/convert/standard-streams", test_standard_streams);
  g_test_add_func ("/cli/convert/faults", test_faults);
  g_test_add_func ("/cli/convert/refused", test_refused);
  g_test_add_func ("/cli/convert/pipe", test_pipe);
  g_test_add_func ("/cli/convert/appended", test_appended);
  g_test_add_func ("/cli/convert/replaced", test_replaced);
  g_test_add_func ("/cli/convert/usage", test_usage);

  g_test_add_func ("/cli/convert/as-of", test_as_of);
  return g_test_run ();
}
