/* ent-text-fold.c: texts as a search compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding is NFKD (UAX #15), marks taken away, full case folding without a locale; and a run of white space
 * is one space. It is done letter by letter, which is the same, since only marks depend on their neighbours:
 * so that what is found in the folded text can be shown in the text itself.
 */
#include "config.h"

#include "ent-text-fold.h"

/* The longest that one character decomposes into, in Unicode. */
#define MAX_DECOMPOSED 18

static void
append_without_marks (GString  *folded,
                      gunichar  ch)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize n_parts = g_unichar_fully_decompose (ch, TRUE, parts, MAX_DECOMPOSED);

  for (gsize i = 0; i < n_parts; i++)
    if (!g_unichar_ismark (parts[i]))
      g_string_append_unichar (folded, parts[i]);
}

static void
append_other (GString  *folded,
              gunichar  ch)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize n_parts = g_unichar_fully_decompose (ch, TRUE, parts, MAX_DECOMPOSED);

  for (gsize i = 0; i < n_parts; i++)
    {
      char letter[6];
      g_autofree char *lower = NULL;

      if (g_unichar_ismark (parts[i]))
        continue;
      if (parts[i] < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower ((char) parts[i]));
          continue;
        }
      lower = g_utf8_casefold (letter, g_unichar_to_utf8 (parts[i], letter));
      for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
        append_without_marks (folded, g_utf8_get_char (at));
    }
}

/* Ideographs, kana and Hangul syllables stand for themselves, or are many; the others have case and marks. */
static gboolean
stands_for_itself (gunichar ch)
{
  return (ch >= 0x4e00 && ch <= 0x9fff) || (ch >= 0x3400 && ch <= 0x4dbf) || (ch >= 0x20000 && ch <= 0x2f7ff);
}

static const char *
append_next (GString    *folded,
             const char *at)
{
  gunichar ch;

  if ((guchar) *at < 0x80)
    {
      if (*at > ' ' && *at != 0x7f)
        g_string_append_c (folded, g_ascii_tolower (*at));
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
      return at + 1;
    }
  ch = g_utf8_get_char (at);
  if (stands_for_itself (ch))
    g_string_append_unichar (folded, ch);
  else if (!g_unichar_isspace (ch))
    append_other (folded, ch);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
  return g_utf8_next_char (at);
}

/**
 * ent_text_fold_append:
 * @folded: what the folded text is put behind
 * @text: a text, valid UTF-8; absent for none
 */
void
ent_text_fold_append (GString *folded,
                      EntSlice text)
{
  for (const char *at = text.text; at != NULL && at < text.text + text.length;)
    at = append_next (folded, at);
}

/**
 * ent_text_fold:
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full): the text as a search compares it, without space around it: equal for "São" and "SAO",
 *   "ﬁ" and "FI"
 */
char *
ent_text_fold (EntSlice text)
{
  GString *folded = g_string_sized_new (text.length);

  ent_text_fold_append (folded, text);
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const EntTextRange *left = a;
  const EntTextRange *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Those that touch or overlap are one. */
static void
merge_ranges (GArray *ranges)
{
  guint n_merged = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      EntTextRange *range = &g_array_index (ranges, EntTextRange, i);
      EntTextRange *last = n_merged > 0 ? &g_array_index (ranges, EntTextRange, n_merged - 1) : NULL;

      if (last != NULL && range->start <= last->end)
        last->end = MAX (last->end, range->end);
      else
        g_array_index (ranges, EntTextRange, n_merged++) = *range;
    }
  g_array_set_size (ranges, n_merged);
}

/**
 * ent_text_find_all:
 * @text: a text, valid UTF-8
 * @needles: what is looked for, as ent_text_fold() gives it; ended by %NULL
 *
 * Returns: (transfer full) (element-type EntTextRange): where any of @needles stands in @text, in whole letters with
 *   their marks, in order, apart from each other
 */
GArray *
ent_text_find_all (EntSlice           text,
                   const char *const *needles)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (EntTextRange));
  g_autoptr (GString) folded = g_string_sized_new (text.length);
  g_autoptr (GArray) starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) text.length + 1);
  const char *at = text.text;

  /* Of each folded byte, where the letter begins that it comes from; a letter without any is a mark and goes with
   * the letter before. */
  while (at != NULL && at < text.text + text.length)
    {
      guint32 start = (guint32) (at - text.text);

      at = append_next (folded, at);
      while (starts->len < folded->len)
        g_array_append_val (starts, start);
    }
  for (; needles != NULL && *needles != NULL; needles++)
    {
      gsize length = strlen (*needles);
      const char *found = folded->str;

      while (length > 0 && (found = strstr (found, *needles)) != NULL)
        {
          gsize first = (gsize) (found - folded->str);
          guint32 start = g_array_index (starts, guint32, first);
          guint32 end = first + length < starts->len ? g_array_index (starts, guint32, first + length)
                                                     : (guint32) text.length;
          EntTextRange range = { start, end };

          /* It may end within what one letter was folded into. */
          if (first + length < starts->len && end == g_array_index (starts, guint32, first + length - 1))
            range.end = (gsize) (g_utf8_next_char (text.text + end) - text.text);
          g_array_append_val (ranges, range);
          found += length;
        }
    }
  merge_ranges (ranges);
  return ranges;
}
