/* ent-cli-check.c: entente check, which says what is wrong with files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-health.h"
#include "ent-cli-input.h"
#include "ent-cli.h"
#include "ent-output-file.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What is asked for. */
typedef struct
{
  gboolean       report;
  gboolean       all;
  EntJsonWriter *json; /* (nullable): where all goes instead of being printed */
} Options;

static void
print (const Options   *options,
       const char      *path,
       EntDiagnostics  *diagnostics,
       EntDataset      *dataset,
       const EntHealth *health)
{
  g_autofree char *name = ent_cli_escape (path);

  if (options->json != NULL)
    {
      ent_cli_write_health (options->json, path, diagnostics, health);
      return;
    }
  ent_cli_report (stdout, path, diagnostics);
  /* Not translated: scripts read it. */
  printf ("%s: %u events, %" G_GUINT64_FORMAT " errors, %" G_GUINT64_FORMAT " warnings\n", name,
          dataset != NULL ? ent_dataset_get_n_events (dataset) : 0,
          ent_diagnostics_get_errors (diagnostics), ent_diagnostics_get_warnings (diagnostics));
  if (health != NULL)
    ent_cli_print_health (path, health, options->all);
}

/* Whether a file is without errors; what else is worth another look does not count. */
static gboolean
check (const Options *options,
       const char    *path)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntHealth) health = NULL;
  g_autoptr (GError) error = NULL;

  dataset = ent_cli_open (path, &diagnostics, &error);
  if (diagnostics == NULL)
    {
      ent_cli_fail ("check", error);
      return FALSE;
    }
  if (dataset != NULL && options->report)
    health = ent_health_new (dataset, NULL, NULL);
  print (options, path, diagnostics, dataset, health);
  return dataset != NULL && ent_diagnostics_get_errors (diagnostics) == 0;
}

static gboolean
check_all (const Options     *options,
           const char *const *files)
{
  gboolean valid = TRUE;

  for (gsize i = 0; files[i] != NULL; i++)
    valid = check (options, files[i]) && valid;
  return valid;
}

/* One array, however many files there are. */
static gboolean
check_to_json (Options           *options,
               const char *const *files,
               GError           **error)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  gboolean valid;

  options->json = writer;
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  valid = check_all (options, files);
  ent_json_writer_end_array (writer);
  bytes = ent_json_writer_finish_to_bytes (writer, error);
  return bytes != NULL && ent_output_file_write ("-", NULL, bytes, error) && valid;
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  Options options = { FALSE };
  gboolean json = FALSE;
  gboolean valid;
  int status;
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_NONE, &options.report, N_("Say what else is worth another look"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Name all events in the report, not only the first 20 of each"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the whole report as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_check_command, entries, argv, &files, &status))
    return status;
  if (files[0] == NULL)
    return ent_cli_usage_error (argv[0], _("no file given"));
  if (!options.report && (options.all || json))
    return ent_cli_usage_error (argv[0], _("“%s” needs “%s”"), json ? "--json" : "--all", "--report");

  if (json)
    valid = check_to_json (&options, (const char *const *) files, &error);
  else
    valid = check_all (&options, (const char *const *) files);
  if (error != NULL)
    return ent_cli_fail (argv[0], error);
  return valid ? ENT_EXIT_OK : ENT_EXIT_FAILED;
}

const EntCommand ent_cli_check_command = {
  .name = "check",
  .arguments = "FILE…",
  .summary = N_("Say what is wrong with timelines, line by line"),
  .run = run,
};
