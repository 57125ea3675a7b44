/* test-command-text.c: what is seen, as a command line that draws it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-command-text.h"

#include "ent-format.h"

static const char *const none[] = { NULL };

static EntDataset *
make_timeline (void)
{
  static const char text[] =
    "{\"format\": \"entente\", \"version\": 1, \"title\": \"T\", \"language\": \"en\","
    " \"view\": {\"span\": \"2001/2003\", \"query\": \"kind:meeting\", \"group-by\": \"kind\"},"
    " \"events\": [{\"id\": \"a\", \"date\": \"2001\", \"title\": \"A\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  EntDataset *dataset = ent_format_find ("entente")->read (bytes, diagnostics, NULL, NULL, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

/* A shell reads the words that were meant. */
static void
assert_command (const char *path,
                EntView    *view,
                const char *const *selected,
                const char *expected)
{
  g_autoptr (EntDataset) dataset = make_timeline ();
  g_autofree char *command = ent_command_text (dataset, path, view != NULL ? view : ent_dataset_get_view (dataset),
                                               selected);
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strchr (command, '\n'));
  g_shell_parse_argv (command, NULL, &words, &error);
  g_assert_no_error (error);
  joined = g_strjoinv ("|", words);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_as_it_opens (void)
{
  assert_command ("/a/b.json", NULL, none, "entente|figure|/a/b.json|-o|b.svg");
  assert_command (NULL, NULL, none, "entente|figure|bundled:|-o|us-china-cyber.svg");
  assert_command ("/a/it's a \"b\" $(x).entente.json", NULL, none,
                  "entente|figure|/a/it's a \"b\" $(x).entente.json|-o|it's a \"b\" $(x).svg");
  assert_command ("/a/-o.json", NULL, none, "entente|figure|/a/-o.json|-o|./-o.svg");
  assert_command ("/a/.json", NULL, none, "entente|figure|/a/.json|-o|.json.svg");
}

static void
test_all_options (void)
{
  static const char *const selected[] = { "a", "-b c", "会议", NULL };
  g_autoptr (EntView) view = ent_view_new ();

  g_assert_true (ent_view_set_span_text (view, "2001-02/2004-02-28", -1, NULL));
  ent_view_set_query (view, "-kind:meeting \"it's\" is:starred");
  ent_view_set_group_by (view, "actor");
  ent_view_set_color_by (view, "severity");
  ent_view_set_basis (view, ENT_BASIS_DISCLOSURE);
  g_assert_true (ent_view_set_as_of (view, "2004-01", -1, NULL));
  ent_view_set_language (view, "zh-CN");
  assert_command ("/a/b.json", view, selected,
                  "entente|figure|/a/b.json|-o|b.svg|--from|2001-02|--to|2004-02-28|"
                  "--filter|-kind:meeting \"it's\" is:starred|--group-by|actor|--color-by|severity|--basis|disclosure|"
                  "--as-of|2004-01|--lang|zh-CN|--select|a|--select|-b c|--select|会议");
}

/* What the dataset would do by itself is taken back. */
static void
test_less_than_the_dataset (void)
{
  g_autoptr (EntView) view = ent_view_new ();

  assert_command ("/b.json", view, none, "entente|figure|/b.json|-o|b.svg|--all|--filter|");
}

static const struct
{
  gint64 start;
  gint64 end;
  const char *words;
} ends[] = {
  { G_GINT64_CONSTANT (1356998400), G_GINT64_CONSTANT (1483228800), "--from|2013|--to|2016" },
  { G_GINT64_CONSTANT (1356998400 + 86400), G_GINT64_CONSTANT (1483228800 - 86400), "--from|2013-01-02|--to|2016-12-30" },
  { G_GINT64_CONSTANT (1356998400 - 31 * 86400), G_GINT64_CONSTANT (1483228800 - 31 * 86400), "--from|2012-12|--to|2016-11" },
  { G_GINT64_CONSTANT (1356998400 + 1), G_GINT64_CONSTANT (1483228800 + 3600),
    "--from|2013-01-01T00:00:01Z|--to|2017-01-01T00:59:59Z" },
  { G_GINT64_CONSTANT (-62167219200), 0, "--from|0000|--to|1969" },
  { G_GINT64_CONSTANT (-62167219200) - 86400, 0, "--from|-0001-12-31|--to|1969" },
  { G_GINT64_CONSTANT (-62167219200) - 366 * 86400, 0, "--from|-0002-12-31|--to|1969" },
  { G_GINT64_CONSTANT (-3155695200000), G_GINT64_CONSTANT (3155695200000), "--from|Y-98030|--to|Y101969" },
};

static void
test_ends (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (EntView) view = ent_view_new ();
      g_autofree char *expected = g_strdup_printf ("entente|figure|/b.json|-o|b.svg|%s|--filter|", ends[i].words);

      ent_view_set_ends (view, &ends[i].start, &ends[i].end);
      assert_command ("/b.json", view, none, expected);
    }
}

static void
test_many_selected (void)
{
  g_auto (GStrv) ids = g_new0 (char *, ENT_COMMAND_MAX_SELECTED + 2);

  for (guint i = 0; i <= ENT_COMMAND_MAX_SELECTED; i++)
    ids[i] = g_strdup ("a");
  assert_command ("/b.json", NULL, (const char *const *) ids, "entente|figure|/b.json|-o|b.svg");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command-text/as-it-opens", test_as_it_opens);
  g_test_add_func ("/command-text/all-options", test_all_options);
  g_test_add_func ("/command-text/less-than-the-dataset", test_less_than_the_dataset);
  g_test_add_func ("/command-text/ends", test_ends);
  g_test_add_func ("/command-text/many-selected", test_many_selected);
  return g_test_run ();
}
