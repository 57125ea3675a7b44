/* ent-cli-check.c: entente check, which says what is wrong with files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-input.h"
#include "ent-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Whether a file is without errors. */
static gboolean
check (const char *path)
{
  g_autofree char *name = ent_cli_escape (path);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  dataset = ent_cli_open (path, &diagnostics, &error);
  if (diagnostics == NULL)
    {
      ent_cli_fail ("check", error);
      return FALSE;
    }
  ent_cli_report (stdout, path, diagnostics);
  /* Not translated: scripts read it. */
  printf ("%s: %u events, %" G_GUINT64_FORMAT " errors, %" G_GUINT64_FORMAT " warnings\n", name,
          dataset != NULL ? ent_dataset_get_n_events (dataset) : 0,
          ent_diagnostics_get_errors (diagnostics), ent_diagnostics_get_warnings (diagnostics));
  return dataset != NULL && ent_diagnostics_get_errors (diagnostics) == 0;
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) files = NULL;
  gboolean valid = TRUE;
  int status;

  if (!ent_cli_parse_options (&ent_cli_check_command, NULL, argv, &files, &status))
    return status;
  if (files[0] == NULL)
    return ent_cli_usage_error (argv[0], _("no file given"));

  for (gsize i = 0; files[i] != NULL; i++)
    valid = check (files[i]) && valid;
  return valid ? ENT_EXIT_OK : ENT_EXIT_FAILED;
}

const EntCommand ent_cli_check_command = {
  .name = "check",
  .arguments = "FILE…",
  .summary = N_("Say what is wrong with timelines, line by line"),
  .run = run,
};
