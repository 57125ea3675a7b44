/* test-cli-date.c: entente date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *arguments[6];
  int         status;
  const char *output;
  const char *errors;
} RunCase;

static const RunCase cases[] = {
  { "valid",
    { "1985-04", "1985-04-12T23:20:30-04" },
    0,
    "{\"edtf\":\"1985-04\",\"valid\":true,\"level\":0,"
    "\"earliest\":\"1985-04-01T00:00:00Z\",\"latest\":\"1985-04-30T23:59:59Z\"}\n"
    "{\"edtf\":\"1985-04-12T23:20:30-04\",\"valid\":true,\"level\":0,"
    "\"earliest\":\"1985-04-13T03:20:30Z\",\"latest\":\"1985-04-13T03:20:30Z\"}\n",
    "" },
  { "open-and-unknown",
    { "../1985", "1985/", "/" },
    0,
    "{\"edtf\":\"../1985\",\"valid\":true,\"level\":1,\"earliest\":null,\"latest\":\"1985-12-31T23:59:59Z\"}\n"
    "{\"edtf\":\"1985/\",\"valid\":true,\"level\":1,\"earliest\":\"1985-01-01T00:00:00Z\",\"latest\":null}\n"
    "{\"edtf\":\"/\",\"valid\":true,\"level\":1,\"earliest\":null,\"latest\":null}\n",
    "" },
  { "long-years",
    { "Y171010000S3", "9999/Y10000" },
    0,
    "{\"edtf\":\"Y171010000S3\",\"valid\":true,\"level\":2,"
    "\"earliest\":\"Y171000000-01-01T00:00:00Z\",\"latest\":\"Y171999999-12-31T23:59:59Z\"}\n"
    "{\"edtf\":\"9999/Y10000\",\"valid\":true,\"level\":1,"
    "\"earliest\":\"9999-01-01T00:00:00Z\",\"latest\":\"Y10000-12-31T23:59:59Z\"}\n",
    "" },
  { "beyond",
    { "Y17E700" },
    0,
    "{\"edtf\":\"Y17E700\",\"valid\":true,\"level\":2,\"earliest\":null,\"latest\":null,"
    "\"note\":\"a year beyond 2·10¹¹, before or after, is valid but not computed\"}\n",
    "" },
  { "one-invalid",
    { "1985-13", "1985" },
    1,
    "{\"edtf\":\"1985-13\",\"valid\":false,"
    "\"error\":\"character 6: expected a month, 01 to 12, or a season, 21 to 41\"}\n"
    "{\"edtf\":\"1985\",\"valid\":true,\"level\":0,"
    "\"earliest\":\"1985-01-01T00:00:00Z\",\"latest\":\"1985-12-31T23:59:59Z\"}\n",
    "" },
  { "escaped",
    { "a\"\\\n" },
    1,
    "{\"edtf\":\"a\\\"\\\\\\n\",\"valid\":false,"
    "\"error\":\"character 1: expected a year of four digits, each 0 to 9 or X\"}\n",
    "" },
  { "not-utf-8",
    { "1985\xff" },
    1,
    "{\"edtf\":\"1985\xef\xbf\xbd\",\"valid\":false,\"error\":\"character 5: expected the end of the date\"}\n",
    "" },
  { "empty",
    { "" },
    1,
    "{\"edtf\":\"\",\"valid\":false,\"error\":\"character 1: expected a date\"}\n",
    "" },
  { "minus-after-marker",
    { "--", "-0044" },
    0,
    "{\"edtf\":\"-0044\",\"valid\":true,\"level\":1,"
    "\"earliest\":\"-0044-01-01T00:00:00Z\",\"latest\":\"-0044-12-31T23:59:59Z\"}\n",
    "" },
  { "minus",
    { "-0044", "--", "-XXXX" },
    0,
    "{\"edtf\":\"-0044\",\"valid\":true,\"level\":1,"
    "\"earliest\":\"-0044-01-01T00:00:00Z\",\"latest\":\"-0044-12-31T23:59:59Z\"}\n"
    "{\"edtf\":\"-XXXX\",\"valid\":true,\"level\":2,"
    "\"earliest\":\"-9999-01-01T00:00:00Z\",\"latest\":\"-0001-12-31T23:59:59Z\"}\n",
    "" },
  { "marker-twice",
    { "--", "--" },
    1,
    "{\"edtf\":\"--\",\"valid\":false,"
    "\"error\":\"character 2: expected a year of four digits, each 0 to 9 or X\"}\n",
    "" },
  { "no-arguments", { NULL }, 2, "", "entente date: no date given\n" },
  { "only-marker", { "--" }, 2, "", "entente date: no date given\n" },
  { "unknown-option", { "--frobnicate", "1985" }, 2, "", "entente date: Unknown option --frobnicate\n" },
};

static void
test_run (gconstpointer data)
{
  const RunCase *item = data;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("ENT_PROGRAM"));
  g_ptr_array_add (argv, (gpointer) "date");
  for (gsize i = 0; i < G_N_ELEMENTS (item->arguments) && item->arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) item->arguments[i]);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);

  g_assert_cmpmem (g_bytes_get_data (errors, NULL), g_bytes_get_size (errors), item->errors, strlen (item->errors));
  g_assert_cmpmem (g_bytes_get_data (output, NULL), g_bytes_get_size (output), item->output, strlen (item->output));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, item->status);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/date/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_run);
    }

  return g_test_run ();
}
