/* test-cli.c: what all subcommands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

static const struct
{
  const char *name;
  const char *arguments[3];
  int         status;
  const char *out; /* (nullable): what it begins with; NULL for nothing */
  const char *err; /* (nullable): all of it; NULL for nothing */
} rows[] = {
  { "help", { "--help" }, 0, "Usage: entente [FILE…]\n", NULL },
  { "version", { "--version" }, 0, "entente ", NULL },
  { "help-of-date", { "date", "--help" }, 0, "Usage:\n  entente date [OPTION…] [--] EDTF…\n", NULL },
  { "help-of-figure", { "figure", "-h" }, 0, "Usage:\n  entente figure [OPTION…] FILE -o OUT.svg|png|pdf\n", NULL },
  { "option", { "--no" }, 2, NULL, "entente: unknown option “--no”; see “entente --help”\n" },
  { "option-and-file", { "--no", "file" }, 2, NULL, "entente: unknown option “--no”; see “entente --help”\n" },
  { "first-option-for-a-terminal", { "-\033[2J\nno\xff" }, 2, NULL,
    "entente: unknown option “-\\u001b[2J\\u000ano\\xff”; see “entente --help”\n" },
  { "option-for-a-terminal", { "check", "--\033[2J" }, 2, NULL, "entente check: Unknown option --\\u001b[2J\n" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_auto (Run) run = { 0 };

  run_program (&run, "/", NULL, rows[i].arguments);
  g_assert_cmpstr (run.err, ==, rows[i].err != NULL ? rows[i].err : "");
  g_assert_cmpint (run.status, ==, rows[i].status);
  if (rows[i].out != NULL)
    g_assert_true (g_str_has_prefix (run.out, rows[i].out));
  else
    g_assert_cmpstr (run.out, ==, "");
}

/* What was not written is not done, whatever it was. */
static void
test_full (void)
{
  static const char *const commands[] = {
    "--help", "--version", "date 2015", "date --help", "check -", "stats -", "stats --json -", "convert - -o -",
    "figure - -o -",
  };
  static const char *const outputs[] = { ">/dev/full", ">&-" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (outputs); j++)
      {
        g_autofree char *line = g_strdup_printf ("echo '{\"format\":\"entente\",\"version\":1,\"events\":[]}' | "
                                                 "\"$ENT_PROGRAM\" %s %s 2>/dev/null", commands[i], outputs[j]);
        const char *const argv[] = { "sh", "-c", line, NULL };
        g_autoptr (GError) error = NULL;
        int status = 0;

        g_test_message ("%s %s", commands[i], outputs[j]);
        g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
        g_assert_no_error (error);
        g_assert_true (WIFEXITED (status));
        g_assert_cmpint (WEXITSTATUS (status), ==, 1);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/cli/full", test_full);

  return g_test_run ();
}
