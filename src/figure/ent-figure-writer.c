/* ent-figure-writer.c: the formats of pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-pdf-writer.h"
#include "ent-png-writer.h"
#include "ent-svg-writer.h"

/* In the order in which a choice shows them. */
static const EntFigureWriter writers[] = {
  { "svg", ".svg", "image/svg+xml", N_("SVG picture"), FALSE, ent_svg_write },
  { "png", ".png", "image/png", N_("PNG picture"), TRUE, ent_png_write },
  { "pdf", ".pdf", "application/pdf", N_("PDF document"), FALSE, ent_pdf_write },
};

G_STATIC_ASSERT (G_N_ELEMENTS (writers) == ENT_N_FIGURE_WRITERS);

/**
 * ent_figure_writer_get:
 * @index: below %ENT_N_FIGURE_WRITERS
 *
 * Returns: the writer at this place of the table
 */
const EntFigureWriter *
ent_figure_writer_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (writers), NULL);

  return &writers[index];
}

/**
 * ent_figure_writer_find:
 * @id: a writer's id
 *
 * Returns: (nullable): the writer of that id
 */
const EntFigureWriter *
ent_figure_writer_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_equal (writers[i].id, id))
      return &writers[i];
  return NULL;
}

/**
 * ent_figure_writer_for_name:
 * @file_name: (type filename): a file name, with or without folders
 *
 * Tells the format by the end of a name, in capitals or not.
 *
 * Returns: (nullable): the writer, or %NULL when none has such an end
 */
const EntFigureWriter *
ent_figure_writer_for_name (const char *file_name)
{
  gsize length = strlen (file_name);

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      gsize suffix_length = strlen (writers[i].suffix);

      if (length >= suffix_length && g_ascii_strcasecmp (file_name + length - suffix_length, writers[i].suffix) == 0)
        return &writers[i];
    }
  return NULL;
}
