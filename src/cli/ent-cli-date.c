/* ent-cli-date.c: entente date, which says what EDTF dates mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli.h"
#include "ent-date.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
append_json_string (GString    *line,
                    const char *text)
{
  g_string_append_c (line, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (line, '\\');
      if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (line, "\\u%04x", (guint) *at);
      else
        g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}

static void
append_bound (GString        *line,
              const char     *key,
              const EntBound *bound,
              gint64          offset)
{
  g_autofree char *time = NULL;

  g_string_append_printf (line, ",\"%s\":", key);
  if (bound->kind != ENT_BOUND_KNOWN)
    {
      g_string_append (line, "null");
      return;
    }
  time = ent_time_format (bound->time + offset);
  append_json_string (line, time);
}

static gboolean
append_date (GString    *line,
             const char *text)
{
  /* What is not UTF-8 is no date, and JSON could not hold it. */
  g_autofree char *echo = g_utf8_make_valid (text, -1);
  g_autoptr (GError) error = NULL;
  EntDate date;

  g_string_append (line, "{\"edtf\":");
  append_json_string (line, echo);

  if (!ent_date_parse (text, -1, &date, &error))
    {
      g_string_append (line, ",\"valid\":false,\"error\":");
      append_json_string (line, error->message);
      g_string_append (line, "}\n");
      return FALSE;
    }

  g_string_append_printf (line, ",\"valid\":true,\"level\":%d", date.level);
  append_bound (line, "earliest", &date.earliest_start, 0);
  /* Inside, an end is the second after the last. */
  append_bound (line, "latest", &date.latest_end, -1);
  if (date.earliest_start.kind == ENT_BOUND_BEYOND || date.latest_end.kind == ENT_BOUND_BEYOND)
    {
      g_string_append (line, ",\"note\":");
      append_json_string (line, _("years beyond 200000000000 are valid but not computed"));
    }
  g_string_append (line, "}\n");
  return TRUE;
}

static gboolean
is_negative_year (const char *argument)
{
  return argument[0] == '-' && (g_ascii_isdigit (argument[1]) || argument[1] == 'X');
}

/* A date that begins with a minus ends the options, as `--` does. */
static char **
separate_dates (const char *const *argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean separated = FALSE;

  for (gsize i = 0; argv[i] != NULL; i++)
    {
      if (!separated && is_negative_year (argv[i]))
        {
          g_strv_builder_add (builder, "--");
          separated = TRUE;
        }
      if (g_str_equal (argv[i], "--"))
        separated = TRUE;
      g_strv_builder_add (builder, argv[i]);
    }
  return g_strv_builder_end (builder);
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) separated = separate_dates (argv);
  g_auto (GStrv) dates = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean all_valid = TRUE;
  int status;

  if (!ent_cli_parse_options (&ent_cli_date_command, NULL, (const char *const *) separated, &dates, &status))
    return status;
  if (dates[0] == NULL)
    return ent_cli_usage_error (argv[0], _("no date given"));

  for (gsize i = 0; dates[i] != NULL; i++)
    {
      g_string_truncate (line, 0);
      if (!append_date (line, dates[i]))
        all_valid = FALSE;
      if (fwrite (line->str, 1, line->len, stdout) != line->len)
        break;
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("entente %s: %s\n", argv[0], _("the output could not be written"));
      return ENT_EXIT_FAILED;
    }
  return all_valid ? ENT_EXIT_OK : ENT_EXIT_FAILED;
}

const EntCommand ent_cli_date_command = {
  .name = "date",
  .arguments = "[--] EDTF…",
  .summary = N_ ("Say whether dates are valid EDTF, and from when to when they reach"),
  .run = run,
};
