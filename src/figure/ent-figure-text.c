/* ent-figure-text.c: any text made fit for a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-text.h"

#include <unicode/uchar.h>

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069
#define REPLACEMENT 0xfffd

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static gboolean
runs_leftwards (gunichar c)
{
  UCharDirection direction = u_charDirection ((UChar32) c);

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

static gboolean
opens_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

/**
 * ent_figure_text_clean:
 * @text: (nullable): anything that ends in NUL
 *
 * Returns: (transfer full): @text as valid UTF-8 on one line that XML 1.0 can hold: white space other than
 *   the space becomes a space, control characters and noncharacters become U+FFFD; "" for %NULL
 */
char *
ent_figure_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_sized_new (64);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
        c = ' ';
      else if (g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
        c = REPLACEMENT;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * ent_figure_text_isolate:
 * @text: (nullable): anything that ends in NUL
 *
 * Cleans @text, and if any of it runs from right to left or steers direction, wraps it in U+2068…U+2069.
 * Then it reads in the direction of its first letter, and nothing after it is turned round.
 *
 * Returns: (transfer full): the text, ready to be drawn
 */
char *
ent_figure_text_isolate (const char *text)
{
  g_autofree char *clean = ent_figure_text_clean (text);
  gboolean needed = FALSE;
  guint depth = 0;
  GString *out;

  for (const char *at = clean; *at != '\0' && !needed; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Hebrew is the first script of its kind. */
      needed = c >= 0x0590 && (is_bidi_control (c) || runs_leftwards (c));
    }
  if (!needed)
    return g_steal_pointer (&clean);

  out = g_string_sized_new (64);
  g_string_append_unichar (out, FIRST_STRONG_ISOLATE);
  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (opens_isolate (c))
        depth++;
      /* One that closes more than the text opened would close ours. */
      else if (c == POP_DIRECTIONAL_ISOLATE && depth == 0)
        continue;
      else if (c == POP_DIRECTIONAL_ISOLATE)
        depth--;
      g_string_append_unichar (out, c);
    }
  for (; depth > 0; depth--)
    g_string_append_unichar (out, POP_DIRECTIONAL_ISOLATE);
  g_string_append_unichar (out, POP_DIRECTIONAL_ISOLATE);
  return g_string_free (out, FALSE);
}

/**
 * ent_figure_text_is_rtl:
 * @text: UTF-8
 *
 * Returns: whether the first letter with a direction runs from right to left
 */
gboolean
ent_figure_text_is_rtl (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (runs_leftwards (c))
        return TRUE;
      if (u_charDirection ((UChar32) c) == U_LEFT_TO_RIGHT)
        return FALSE;
    }
  return FALSE;
}
