/* ent-cli-date.c: entente date, which says what EDTF dates mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli.h"
#include "ent-date.h"
#include "ent-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
write_bound (EntJsonWriter  *writer,
             const char     *name,
             const EntBound *bound,
             gint64          offset)
{
  g_autofree char *time = NULL;

  ent_json_writer_name (writer, name, -1);
  if (bound->kind != ENT_BOUND_KNOWN)
    {
      ent_json_writer_null (writer);
      return;
    }
  time = ent_time_format (bound->time + offset);
  ent_json_writer_string (writer, time, -1);
}

static void
write_valid (EntJsonWriter *writer,
             const EntDate *date)
{
  ent_json_writer_name (writer, "valid", -1);
  ent_json_writer_boolean (writer, TRUE);
  ent_json_writer_name (writer, "level", -1);
  ent_json_writer_int64 (writer, date->level);
  write_bound (writer, "earliest", &date->earliest_start, 0);
  /* Inside, an end is the second after the last. */
  write_bound (writer, "latest", &date->latest_end, -1);
  if (date->earliest_start.kind == ENT_BOUND_BEYOND || date->latest_end.kind == ENT_BOUND_BEYOND)
    {
      ent_json_writer_name (writer, "note", -1);
      ent_json_writer_string (writer, _("a year beyond 2·10¹¹, before or after, is valid but not computed"), -1);
    }
}

static void
write_invalid (EntJsonWriter *writer,
               const GError  *error)
{
  ent_json_writer_name (writer, "valid", -1);
  ent_json_writer_boolean (writer, FALSE);
  ent_json_writer_name (writer, "error", -1);
  ent_json_writer_string (writer, error->message, -1);
}

/* Prints one line. Returns whether the date is valid. */
static gboolean
print_date (const char *text)
{
  /* What is not UTF-8 is no date, and JSON could not hold it. */
  g_autofree char *echo = g_utf8_make_valid (text, -1);
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean valid;
  EntDate date;

  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  ent_json_writer_name (writer, "edtf", -1);
  ent_json_writer_string (writer, echo, -1);
  valid = ent_date_parse (text, -1, &date, &error);
  if (valid)
    write_valid (writer, &date);
  else
    write_invalid (writer, error);
  ent_json_writer_end_object (writer);

  bytes = ent_json_writer_finish_to_bytes (writer, NULL);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  putchar ('\n');
  return valid;
}

static gboolean
is_negative_year (const char *argument)
{
  return argument[0] == '-' && (g_ascii_isdigit (argument[1]) || argument[1] == 'X');
}

/* A date that begins with a minus ends the options, as `--` does; so the first
 * `--` after one is not needed, and no date either. */
static char **
separate_dates (const char *const *argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean separated = FALSE;
  gboolean marked = FALSE;

  for (gsize i = 0; argv[i] != NULL; i++)
    {
      gboolean mark = !marked && g_str_equal (argv[i], "--");

      if (!separated && (mark || is_negative_year (argv[i])))
        {
          g_strv_builder_add (builder, "--");
          separated = TRUE;
        }
      marked = marked || mark;
      if (!mark)
        g_strv_builder_add (builder, argv[i]);
    }
  return g_strv_builder_end (builder);
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) separated = separate_dates (argv);
  g_auto (GStrv) dates = NULL;
  gboolean all_valid = TRUE;
  int status;

  if (!ent_cli_parse_options (&ent_cli_date_command, NULL, (const char *const *) separated, &dates, &status))
    return status;
  if (dates[0] == NULL)
    return ent_cli_usage_error (argv[0], _("no date given"));

  for (gsize i = 0; dates[i] != NULL && !ferror (stdout); i++)
    if (!print_date (dates[i]))
      all_valid = FALSE;
  return all_valid ? ENT_EXIT_OK : ENT_EXIT_FAILED;
}

const EntCommand ent_cli_date_command = {
  .name = "date",
  .arguments = "[--] EDTF…",
  .summary = N_("Say whether dates are valid EDTF, and from when to when they reach"),
  .run = run,
};
