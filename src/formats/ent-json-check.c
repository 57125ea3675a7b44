/* ent-json-check.c: whole texts held against the standard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-json-reader.h"

#include <string.h>

/**
 * ent_json_locate:
 * @data: a text
 * @length: of @data in bytes
 * @offset: a place in it, in bytes; one behind the end counts as the end
 * @line: (out): from 1; a line ends with a line feed
 * @column: (out): from 1, in characters; a byte order mark is none
 *
 * Tells line and column of a place.
 */
void
ent_json_locate (const char *data,
                 gsize       length,
                 gsize       offset,
                 guint64    *line,
                 guint64    *column)
{
  gsize i = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  *line = 1;
  *column = 1;
  for (; i < MIN (offset, length); i++)
    if (data[i] == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else if (((guchar) data[i] & 0xc0) != 0x80)
      (*column)++;
}

/**
 * ent_json_check:
 * @data: a whole text
 * @length: of @data in bytes
 * @offset: (out) (optional): where the error is, in bytes
 * @error: return location for an #EntJsonError; its message begins with `LINE:COLUMN: `
 *
 * Holds a text against the standard. Nothing reaches json-glib before it has
 * passed here: json-glib crashes on deep nesting and lets much through that is
 * no JSON.
 *
 * Returns: whether the text is valid
 */
gboolean
ent_json_check (const char *data,
                gsize       length,
                gsize      *offset,
                GError    **error)
{
  g_auto (EntJsonReader) reader;
  g_autofree char *place = NULL;
  gsize at;
  guint64 line;
  guint64 column;

  ent_json_reader_init (&reader, data, length);
  if (ent_json_reader_finish (&reader, error))
    return TRUE;

  at = ent_json_reader_get_error_offset (&reader);
  if (offset != NULL)
    *offset = at;
  ent_json_locate (data, length, at, &line, &column);
  place = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": ", line, column);
  g_prefix_error_literal (error, place);
  return FALSE;
}
