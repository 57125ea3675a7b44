/* ent-phrase.c: sentences with places to fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-phrase.h"

#include <glib/gi18n.h>
#include <stdarg.h>

#define MAX_PLACES 8

/* Bytes. Layout is linear in the length, but a megabyte of it holds up the window all the same. */
#define MAX_SHOWN 20000
#define MAX_LINE 2000

/**
 * ent_phrase_fill:
 * @pattern: a sentence with places like `{day}`
 * @...: the name of a place and what to put there, in pairs, ended by %NULL
 *
 * Places have names, so that a translation may put them in any order. What is put in is not read
 * again: braces in it stay.
 *
 * Returns: (transfer full): the sentence
 */
char *
ent_phrase_fill (const char *pattern,
                 ...)
{
  const char *names[MAX_PLACES];
  const char *values[MAX_PLACES];
  gsize n_places = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  g_return_val_if_fail (pattern != NULL, NULL);

  va_start (args, pattern);
  for (const char *name = va_arg (args, const char *); name != NULL; name = va_arg (args, const char *))
    {
      g_assert (n_places < MAX_PLACES);
      names[n_places] = name;
      values[n_places++] = va_arg (args, const char *);
    }
  va_end (args);

  for (const char *at = pattern; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      gsize place = n_places;

      if (end != NULL)
        for (place = 0; place < n_places; place++)
          if (strlen (names[place]) == (gsize) (end - at - 1) &&
              strncmp (names[place], at + 1, (gsize) (end - at - 1)) == 0)
            break;
      if (place < n_places)
        {
          g_string_append (text, values[place]);
          at = end + 1;
        }
      else
        g_string_append_c (text, *at++);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ent_phrase_list:
 * @items: (element-type utf8): at least one
 * @last: what stands before the last of several, spaces included, like " or "
 *
 * Returns: (transfer full): the items in a row, as the language of the interface writes them
 */
char *
ent_phrase_list (GPtrArray  *items,
                 const char *last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        /* Translators: what stands between the items of a list */
        g_string_append (text, i + 1 == items->len ? last : C_("list", ", "));
      g_string_append (text, g_ptr_array_index (items, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ent_phrase_isolate:
 * @text: text of the data
 *
 * Returns: (transfer full): the text between U+2068 and U+2069, so that its direction stays its own
 *   in the midst of a sentence
 */
char *
ent_phrase_isolate (const char *text)
{
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

/**
 * ent_phrase_clean:
 * @text: text of the data, valid UTF-8 that may hold NUL and control characters
 *
 * Returns: (transfer full): the text with spaces for control characters other than line ends, and
 *   without what would turn the direction of all that follows; "" for absent text. Of a text longer than
 *   anybody reads on a screen, the beginning.
 */
char *
ent_phrase_clean (EntSlice text)
{
  EntSlice shown = ent_slice_cut (text, MAX_SHOWN);
  g_autoptr (GString) clean = g_string_sized_new (shown.length + 4);
  const char *end = shown.text + shown.length;

  for (const char *at = shown.text; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean turns = (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);

      if (character == '\n')
        g_string_append_c (clean, '\n');
      else if (character < 0x20 || (character >= 0x7f && character < 0xa0))
        g_string_append_c (clean, ' ');
      else if (!turns)
        g_string_append_unichar (clean, character);
    }
  if (shown.length < text.length)
    g_string_append (clean, "…");
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/**
 * ent_phrase_clean_line:
 * @text: text of the data
 *
 * Returns: (transfer full): as ent_phrase_clean(), on one line and no longer than a title may be
 */
char *
ent_phrase_clean_line (EntSlice text)
{
  EntSlice shown = ent_slice_cut (text, MAX_LINE);
  g_autofree char *clean = g_strdelimit (ent_phrase_clean (shown), "\n", ' ');

  return shown.length < text.length ? g_strconcat (clean, "…", NULL) : g_steal_pointer (&clean);
}

/**
 * ent_phrase_capitalize:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text, begun like a sentence
 */
char *
ent_phrase_capitalize (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/**
 * ent_phrase_name:
 * @word: a word of the data, as of a vocabulary
 *
 * Returns: (transfer full): the word as a name: "private-sector" is "Private sector"
 */
char *
ent_phrase_name (const char *word)
{
  g_autofree char *clean = ent_phrase_clean (ent_slice_from_string (word));

  return ent_phrase_capitalize (g_strdelimit (clean, "-_\n", ' '));
}

/**
 * ent_phrase_words:
 *
 * What a picture says of numbers and time, said in the language of the interface. For the main thread.
 *
 * Returns: (transfer none): the words; they are made once, as the patterns of a language take long to find
 */
const EntWords *
ent_phrase_words (void)
{
  static EntWords *words;

  if (words == NULL)
    words = ent_words_new (g_get_language_names ()[0]);
  return words;
}
