/* ent-format.c: the file formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"

#include <string.h>

G_DEFINE_QUARK (ent-format-error-quark, ent_format_error)

/* The first is what a file is taken for when nothing tells. */
static const EntFormat *const formats[] = {
  &ent_native_format,
  NULL
};

/**
 * ent_format_find:
 * @id: a format's id
 *
 * Returns: (nullable): the format of that id
 */
const EntFormat *
ent_format_find (const char *id)
{
  for (gsize i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i]->id, id))
      return formats[i];
  return NULL;
}

/**
 * ent_format_for_name:
 * @name: (type filename): a file name, with or without folders
 *
 * Tells the format by the end of a name. Of several ends the longest counts.
 *
 * Returns: (nullable): the format, or %NULL when no format has such an end
 */
const EntFormat *
ent_format_for_name (const char *name)
{
  const EntFormat *best = NULL;
  gsize longest = 0;

  for (gsize i = 0; formats[i] != NULL; i++)
    for (gsize j = 0; formats[i]->suffixes[j] != NULL; j++)
      {
        gsize length = strlen (formats[i]->suffixes[j]);
        gsize name_length = strlen (name);

        if (length > longest && name_length > length
            && g_ascii_strcasecmp (name + name_length - length, formats[i]->suffixes[j]) == 0)
          {
            best = formats[i];
            longest = length;
          }
      }
  return best;
}

/**
 * ent_format_for_data:
 * @name: (nullable) (type filename): the file's name
 * @data: what is in it
 * @length: of @data in bytes
 *
 * Tells the format of a file by what is in it, else by its name, else takes it
 * for a native one, whose reader says best what is wrong.
 *
 * Returns: the format
 */
const EntFormat *
ent_format_for_data (const char *name,
                     const char *data,
                     gsize       length)
{
  const EntFormat *best = NULL;
  guint surest = 0;

  for (gsize i = 0; formats[i] != NULL; i++)
    {
      guint sure = formats[i]->sniff (data, length);

      if (sure > surest)
        {
          best = formats[i];
          surest = sure;
        }
    }
  if (best == NULL && name != NULL)
    best = ent_format_for_name (name);
  return best != NULL ? best : formats[0];
}
