/* ent-cli.c: the command table, and what all subcommands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli.h"

#include "ent-cli-input.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Longer ones are no languages. */
#define MAX_LANGUAGE_TAG 63

static const EntCommand *const commands[] = {
  &ent_cli_check_command,
  &ent_cli_compare_command,
  &ent_cli_convert_command,
  &ent_cli_date_command,
  &ent_cli_figure_command,
  &ent_cli_stats_command,
  NULL
};

/* Where the translations are: beside the program, in the build tree or wherever it was
 * installed, else where it was to be installed. */
static char *
find_translations (void)
{
  const char *const places[] = { "../po", "../" ENT_LOCALE_SUBDIR };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);

      if (g_file_test (place, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&place);
    }
  return g_strdup (ENT_LOCALE_DIR);
}

/** ent_cli_set_up_locale: sets the locale of the process, and where its translations are */
void
ent_cli_set_up_locale (void)
{
  g_autofree char *translations = find_translations ();

  setlocale (LC_ALL, "");
  /* Everything we write is for machines or for print: never a decimal comma. */
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (ENT_GETTEXT_DOMAIN, translations);
  bind_textdomain_codeset (ENT_GETTEXT_DOMAIN, "UTF-8");
  textdomain (ENT_GETTEXT_DOMAIN);
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: entente [FILE…]\n       entente COMMAND [OPTION…] [ARGUMENT…]"));
  g_print ("%s\n\n%s\n", _("A timeline of conflict and diplomacy in cyberspace."), _("Commands:"));
  for (gsize i = 0; commands[i] != NULL; i++)
    g_print ("  %-8s  %s\n", commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("“entente COMMAND --help” tells more of a command; --version prints the version."));
}

/**
 * ent_cli_fail:
 * @command: the subcommand's name
 * @error: why it cannot do what it was asked to
 *
 * Says so on one line.
 *
 * Returns: %ENT_EXIT_FAILED
 */
int
ent_cli_fail (const char   *command,
              const GError *error)
{
  g_autofree char *message = ent_cli_escape (error->message);

  g_printerr ("entente %s: %s\n", command, message);
  return ENT_EXIT_FAILED;
}

/**
 * ent_cli_usage_error:
 * @command: (nullable): the subcommand's name
 * @format: what is wrong, translated, without a full stop
 *
 * Says on one line what is wrong with the arguments.
 *
 * Returns: %ENT_EXIT_USAGE
 */
int
ent_cli_usage_error (const char *command,
                     const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  line = ent_cli_escape (message);
  g_printerr ("entente%s%s: %s\n", command != NULL ? " " : "", command != NULL ? command : "", line);
  return ENT_EXIT_USAGE;
}

/**
 * ent_cli_parse_options:
 * @command: the subcommand
 * @entries: its options, ended by G_OPTION_ENTRY_NULL; may be %NULL
 * @argv: its arguments; the first is its name
 * @positional: (out) (transfer full): what is left, options taken out
 * @status: (out): the exit status when %FALSE is returned
 *
 * Reads the options of a subcommand. `--help` is answered here.
 *
 * Returns: whether to go on; %FALSE after `--help` or a usage error
 */
gboolean
ent_cli_parse_options (const EntCommand   *command,
                       const GOptionEntry *entries,
                       const char *const  *argv,
                       char             ***positional,
                       int                *status)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) rest = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  *positional = NULL;
  /* GOption takes the program's name from the first element. */
  arguments = g_strdupv ((char **) argv);
  g_free (arguments[0]);
  arguments[0] = g_strdup ("entente");

  context = g_option_context_new (command->arguments);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, ENT_GETTEXT_DOMAIN);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, ENT_GETTEXT_DOMAIN);
  g_option_context_add_main_entries (context, own, ENT_GETTEXT_DOMAIN);

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      *status = ent_cli_usage_error (command->name, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *name = g_strdup_printf ("entente %s", command->name);
      g_autofree char *text = NULL;

      g_set_prgname (name);
      text = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", text);
      *status = ENT_EXIT_OK;
      return FALSE;
    }
  *positional = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

/** ent_cli_is_language_tag: (skip): whether a text is made as language tags are; no locale, no path */
gboolean
ent_cli_is_language_tag (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

  return length > 0 && length <= MAX_LANGUAGE_TAG && text[length] == '\0';
}

static int
run_command (int    argc,
             char **argv)
{
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return ENT_EXIT_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("entente %s\n", ENT_VERSION);
      return ENT_EXIT_OK;
    }
  for (gsize i = 0; commands[i] != NULL; i++)
    if (g_str_equal (argv[1], commands[i]->name))
      return commands[i]->run ((const char *const *) argv + 1);

  return ent_cli_usage_error (NULL, _("unknown option “%s”; see “entente --help”"), argv[1]);
}

/**
 * ent_cli_is_asked:
 * @argc: as main() has it
 * @argv: as main() has it
 *
 * Returns: whether the first argument is a subcommand or an option; otherwise all of them are files for a window
 */
gboolean
ent_cli_is_asked (int    argc,
                  char **argv)
{
  if (argc < 2 || g_str_equal (argv[1], "--"))
    return FALSE;
  for (gsize i = 0; commands[i] != NULL; i++)
    if (g_str_equal (argv[1], commands[i]->name))
      return TRUE;
  return argv[1][0] == '-';
}

/**
 * ent_cli_run:
 * @argc: as main() has it
 * @argv: as main() has it
 *
 * Runs the subcommand named by the first argument, and sees to it that what it
 * printed has arrived.
 *
 * Returns: an #EntExit
 */
int
ent_cli_run (int    argc,
             char **argv)
{
  int status;

  ent_cli_set_up_locale ();
  status = run_command (argc, argv);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("entente: %s\n", _("the output could not be written"));
  return ENT_EXIT_FAILED;
}
