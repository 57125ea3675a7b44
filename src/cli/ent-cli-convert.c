/* ent-cli-convert.c: entente convert, which writes a timeline anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-as-of.h"
#include "ent-cli-filter.h"
#include "ent-cli-input.h"
#include "ent-cli.h"
#include "ent-format.h"
#include "ent-output-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name without an end, and the standard output, take the native format. */
static const EntFormat *
output_format (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  const EntFormat *format = ent_format_for_name (path);

  if (format == NULL && strchr (base, '.') == NULL)
    format = &ent_native_format;
  return format != NULL && format->write != NULL ? format : NULL;
}

static gboolean
write_output (EntDataset      *dataset,
              const EntRowSet *rows,
              const EntFormat *format,
              const char      *output,
              const char      *input,
              GError         **error)
{
  g_autoptr (EntOutputFile) file = ent_output_file_new (output, input, error);
  g_autofree guint32 *listed = NULL;
  guint n_listed = 0;

  if (file == NULL)
    return FALSE;
  if (rows != NULL)
    {
      guint32 row = G_MAXUINT32;

      listed = g_new (guint32, ent_row_set_count (rows) + 1);
      while (ent_row_set_next (rows, &row))
        listed[n_listed++] = row;
    }
  if (!format->write (dataset, listed, n_listed, ent_output_file_get_stream (file), NULL, error))
    {
      g_autofree char *name = ent_cli_escape (output);

      g_prefix_error (error, _("could not write “%s”: "), name);
      return FALSE;
    }
  return ent_output_file_commit (file, error);
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  g_autofree char *query = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean strict = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write; - is the standard output"), N_("FILE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &query, N_("Write only the events that match QUERY"), N_("QUERY") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("Write only the events that were known by the end of DATE (EDTF)"),
      N_("DATE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("Write nothing when the input has errors"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_convert_command, entries, argv, &files, &status))
    return status;
  if (files[0] == NULL || files[1] != NULL)
    return ent_cli_usage_error (argv[0], _("one file to convert must be given"));
  if (output == NULL)
    return ent_cli_usage_error (argv[0], _("no output given; use -o FILE"));
  if (output_format (output) == NULL)
    return ent_cli_usage_error (argv[0], _("“%s” does not end like a format that can be written"), output);
  if (!ent_cli_check_as_of (as_of, &error))
    return ent_cli_usage_error (argv[0], "%s", error->message);

  dataset = ent_cli_open (files[0], &diagnostics, &error);
  if (dataset != NULL && !ent_cli_accept (files[0], diagnostics, strict))
    return ENT_EXIT_FAILED;
  if (dataset != NULL && as_of != NULL && *as_of != '\0')
    {
      ent_cli_set_as_of (&dataset, as_of);
      g_printerr (_("Each event is written as it stands, with what became known of it later.\n"));
    }
  if (dataset != NULL && query != NULL)
    {
      rows = ent_cli_filter (files[0], dataset, ENT_BASIS_OCCURRED, query, &error);
      if (rows == NULL)
        return ent_cli_usage_error (argv[0], "%s", error->message);
    }
  if (dataset == NULL || !write_output (dataset, rows, output_format (output), output, files[0], &error))
    return ent_cli_fail (argv[0], error);
  ent_cli_print_faults (files[0], diagnostics);
  return ENT_EXIT_OK;
}

const EntCommand ent_cli_convert_command = {
  .name = "convert",
  .arguments = "FILE -o OUT.json",
  .summary = N_("Write a timeline anew, every field word for word"),
  .run = run,
};
