/* ent-label.c: titles, made to fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-label.h"

#include <stdlib.h>
#include <string.h>

#include "ent-limits.h"

/* Ends what U+2066…U+2068 begin. */
#define PDI 0x2069

/* A word of more letters may be cut between any two behind these. */
#define LONG_WORD 20

/* Words no label ends with; only languages that set words apart need any. Sorted, for bsearch(). */
static const char weak_words[][8] = {
  "a",   "after", "an",  "and",  "as",   "at", "between", "by", "for", "from", "had",  "has",  "in",  "into",
  "is",  "it",    "its", "of",   "on",   "or", "over",    "than", "that", "the", "to", "was", "were", "with",
};

static gboolean
opens_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

/* Ends the isolates that the first @length bytes of a line leave open. */
static void
append_isolate_ends (GString    *line,
                     const char *text,
                     gsize       length)
{
  guint n_open = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n_open += opens_isolate (c);
      n_open -= c == PDI && n_open > 0;
    }
  for (; n_open > 0; n_open--)
    g_string_append_unichar (line, PDI);
}

/**
 * ent_label_clean:
 * @text: UTF-8
 * @length: in bytes
 *
 * Makes a line of a title: controls and line ends become spaces, what is longer than any picture
 * draws is cut, and text that could turn its neighbours round is isolated (U+2068…U+2069).
 *
 * Returns: (transfer full): the line
 */
char *
ent_label_clean (const char *text,
                 gsize       length)
{
  GString *line = g_string_sized_new (length + 8);
  const char *end = text + length;
  gboolean turns = FALSE;
  gboolean space = TRUE;
  guint n_characters = 0;
  guint n_open = 0;

  for (const char *at = text; at < end && n_characters < ENT_LIMIT_DRAWN_TITLE; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xfeff || c == 0xfffe || c == 0xffff)
        continue;
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || c == ' ')
        {
          if (!space)
            g_string_append_c (line, ' ');
          space = TRUE;
          continue;
        }
      space = FALSE;
      /* Nothing in a title may end what it is isolated by. */
      if (c == PDI && n_open == 0)
        {
          turns = TRUE;
          continue;
        }
      n_open += opens_isolate (c);
      n_open -= c == PDI;
      turns = turns || (c >= 0x0590 && c <= 0x08ff) || (c >= 0x202a && c <= 0x202e) ||
              (c >= 0x2066 && c <= 0x2069) || (c >= 0xfb1d && c <= 0xfefc) || c == 0x200e || c == 0x200f ||
              (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
      g_string_append_unichar (line, c);
      n_characters++;
    }
  if (space && line->len > 0)
    g_string_truncate (line, line->len - 1);
  if (turns)
    {
      g_string_prepend (line, "\u2068");
      append_isolate_ends (line, line->str, line->len);
    }
  return g_string_free (line, FALSE);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
is_weak (const char *word,
         gsize       length)
{
  char lower[sizeof weak_words[0]];

  while (length > 0 && strchr (",;:", word[length - 1]) != NULL)
    length--;
  if (length == 0 || length >= sizeof lower)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';
  return bsearch (lower, weak_words, G_N_ELEMENTS (weak_words), sizeof weak_words[0], compare_words) != NULL;
}

static gboolean
breaks_anywhere (gunichar c)
{
  GUnicodeScript script = c < 0x2e80 ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

/* The first @length bytes of a line, but no comma at their end, and an ellipsis. */
static char *
cut_at (const char *text,
        gsize       length)
{
  GString *label;

  while (length > 0 && strchr (",;:", text[length - 1]) != NULL)
    length--;
  label = g_string_new_len (text, (gssize) length);
  g_string_append (label, "…");
  append_isolate_ends (label, text, length);
  return g_string_free (label, FALSE);
}

/* The places a label may end at: (end of text kept, how many words that is), shortest first. */
static GArray *
find_cuts (const char *text)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint n_words = 0;
  guint n_ideographs = 0;
  guint n_letters = 0;
  const char *word = text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gsize offset = at - text;

      if (c == ' ')
        {
          n_words++;
          if (n_words >= 2 && !is_weak (word, at - word))
            g_array_append_val (cuts, offset);
          word = at + 1;
          n_letters = 0;
        }
      else if (breaks_anywhere (c))
        {
          if (n_ideographs >= 4)
            g_array_append_val (cuts, offset);
          n_ideographs++;
        }
      /* An address, say, or a language that sets no words apart. */
      else if (!g_unichar_iszerowidth (c) && ++n_letters > LONG_WORD)
        g_array_append_val (cuts, offset);
    }
  return cuts;
}

/**
 * ent_label_cut:
 * @measure: measures the text
 * @text: a line from ent_label_clean()
 * @size: font size, CSS pixels
 * @bold: whether it is set bold
 * @max_width: CSS pixels
 * @width: (out): the width of what is returned
 *
 * Cuts a title at a word, never after an article or preposition, and keeps at least two words (of
 * Chinese and Japanese, four characters) or a good part of one very long word; an ellipsis says that something is left out.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL if none fits
 */
char *
ent_label_cut (EntTextMeasure *measure,
               const char     *text,
               double          size,
               gboolean        bold,
               double          max_width,
               double         *width)
{
  g_autoptr (GArray) cuts = NULL;

  *width = ent_text_measure_width (measure, text, -1, size, bold);
  if (*width <= max_width)
    return g_strdup (text);

  cuts = find_cuts (text);
  for (guint low = 0, high = cuts->len; low < high;)
    {
      /* Widths grow with the text: halve down to the longest that fits. */
      guint middle = low + (high - low) / 2;
      g_autofree char *label = cut_at (text, g_array_index (cuts, gsize, middle));
      g_autofree char *next = NULL;
      double next_width = G_MAXDOUBLE;

      *width = ent_text_measure_width (measure, label, -1, size, bold);
      if (*width > max_width)
        {
          high = middle;
          continue;
        }
      if (middle + 1 < high)
        {
          next = cut_at (text, g_array_index (cuts, gsize, middle + 1));
          next_width = ent_text_measure_width (measure, next, -1, size, bold);
        }
      if (next_width > max_width)
        return g_steal_pointer (&label);
      low = middle + 1;
    }
  return NULL;
}

static gboolean
may_break_before (const char *text,
                  const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar before;

  if (at == text)
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return before == ' ' || (breaks_anywhere (c) && !g_unichar_isspace (before)) ||
         (breaks_anywhere (before) && !g_unichar_ispunct (c));
}

/* Adds a line; a word that is wider by itself is broken. */
static void
add_line (GPtrArray      *lines,
          EntTextMeasure *measure,
          const char     *start,
          const char     *stop,
          double          size,
          gboolean        bold,
          double          max_width)
{
  while (start < stop && ent_text_measure_width (measure, start, stop - start, size, bold) > max_width)
    {
      const char *at = g_utf8_next_char (start);

      while (at < stop &&
             ent_text_measure_width (measure, start, g_utf8_next_char (at) - start, size, bold) <= max_width)
        at = g_utf8_next_char (at);
      if (at == stop)
        break;
      g_ptr_array_add (lines, g_strndup (start, at - start));
      start = at;
    }
  g_ptr_array_add (lines, g_strndup (start, stop - start));
}

/**
 * ent_label_wrap:
 * @measure: measures the text
 * @text: UTF-8
 * @size: font size, CSS pixels
 * @bold: whether it is set bold
 * @max_width: CSS pixels
 *
 * Returns: (transfer full) (element-type utf8): the text in lines no wider than @max_width, but for a
 *   character that is wider by itself
 */
GPtrArray *
ent_label_wrap (EntTextMeasure *measure,
                const char     *text,
                double          size,
                gboolean        bold,
                double          max_width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  const char *last = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      const char *end = at;

      if (*at != '\0' && !may_break_before (text, at))
        continue;
      while (end > start && end[-1] == ' ')
        end--;
      if (last != NULL && ent_text_measure_width (measure, start, end - start, size, bold) > max_width)
        {
          const char *stop = last;

          while (stop > start && stop[-1] == ' ')
            stop--;
          add_line (lines, measure, start, stop, size, bold, max_width);
          start = last;
        }
      if (*at == '\0')
        break;
      last = at;
    }
  if (*start != '\0' || lines->len == 0)
    add_line (lines, measure, start, start + strlen (start), size, bold, max_width);
  return lines;
}
