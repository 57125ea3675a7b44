/* ent-highlight.c: where the words stand that were searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-highlight.h"

#include "ent-palette.h"
#include "ent-text-fold.h"

/* A part of a colour in Pango, whose colours have 16 bits of each. */
#define PART(color, shift) ((guint16) (((color) >> (shift) & 0xff) * 0x101))

static void
add_color (PangoAttrList      *attributes,
           PangoAttribute     *attribute,
           const EntTextRange *range)
{
  attribute->start_index = (guint) range->start;
  attribute->end_index = (guint) range->end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * ent_highlight_new:
 * @text: what is shown
 * @words: what was searched, as ent_text_fold() gives it, ended by %NULL
 *
 * Returns: (transfer full) (nullable): what makes the words stand out from the text; %NULL if none is in it
 */
PangoAttrList *
ent_highlight_new (const char        *text,
                   const char *const *words)
{
  const EntTheme *theme = ent_palette_get_theme ();
  g_autoptr (GArray) ranges = NULL;
  PangoAttrList *attributes;

  if (words == NULL || *words == NULL)
    return NULL;
  ranges = ent_text_find_all (ent_slice_from_string (text), words);
  if (ranges->len == 0)
    return NULL;
  attributes = pango_attr_list_new ();
  for (guint i = 0; i < ranges->len; i++)
    {
      const EntTextRange *range = &g_array_index (ranges, EntTextRange, i);

      add_color (attributes, pango_attr_background_new (PART (theme->hit, 24), PART (theme->hit, 16), PART (theme->hit, 8)),
                 range);
      add_color (attributes, pango_attr_foreground_new (PART (theme->ink, 24), PART (theme->ink, 16), PART (theme->ink, 8)),
                 range);
    }
  return attributes;
}
