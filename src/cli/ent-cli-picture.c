/* ent-cli-picture.c: what commands that write pictures share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-picture.h"

#include <glib/gi18n.h>

#include "ent-cli-input.h"

/** ent_cli_picture_find_writer: (skip): (nullable): by the name of the output; the standard output has none, and is SVG */
const EntFigureWriter *
ent_cli_picture_find_writer (const char *output)
{
  return g_str_equal (output, "-") ? ent_figure_writer_find ("svg") : ent_figure_writer_for_name (output);
}

/** ent_cli_picture_read_dpi: (skip): whether it is a resolution that there can be; 0, the usual, when @text is %NULL */
gboolean
ent_cli_picture_read_dpi (const char *text,
                          double     *dpi)
{
  char *end;

  *dpi = 0;
  if (text == NULL)
    return TRUE;
  *dpi = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && *dpi >= ENT_FIGURE_MIN_DPI && *dpi <= ENT_FIGURE_MAX_DPI;
}

/** ent_cli_picture_warn: (skip): says what a picture had to do without */
void
ent_cli_picture_warn (const EntFigureReport *report,
                      const char            *language)
{
  if (report->lacks_words)
    {
      g_autofree char *name = ent_cli_escape (language);

      g_printerr (_("warning: there are no words for language “%s”; the picture's own are in English\n"), name);
    }
  for (guint i = 0; report->missing_fonts != NULL && report->missing_fonts[i] != NULL; i++)
    g_printerr (_("warning: the font “%s” is not installed; another takes its place\n"), report->missing_fonts[i]);
}
