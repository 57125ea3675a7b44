/* ent-json-syntax.c: where the names and values of a JSON text end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here calls itself: how deep a text is nested costs a bit a level.
 */
#include "config.h"

#include "ent-json-private.h"

#include <string.h>

/* Notes the first error and stops the reader. */
const char *
ent_json_fail (EntJsonReader *self,
               EntJsonError   code,
               const char    *at)
{
  if (self->error == 0)
    {
      self->error = code;
      self->error_offset = (gsize) (at - self->data);
      self->due = FALSE;
    }
  return NULL;
}

/* A character that must not stand here: says why, and if it does not know better, @code. */
const char *
ent_json_fail_at (EntJsonReader *self,
                  EntJsonError   code,
                  const char    *at)
{
  if (at >= self->end)
    return ent_json_fail (self, ENT_JSON_ERROR_END, at);
  if (*at == '/' || *at == '#')
    return ent_json_fail (self, ENT_JSON_ERROR_COMMENT, at);
  if (*at == '\'')
    return ent_json_fail (self, ENT_JSON_ERROR_QUOTE, at);
  if (ent_json_scan_utf8 (at, (gsize) (self->end - at)) == 0)
    return ent_json_fail (self, ENT_JSON_ERROR_UTF8, at);
  return ent_json_fail (self, code, at);
}

/* Likewise where a value must begin. */
const char *
ent_json_fail_at_value (EntJsonReader *self,
                        const char    *at)
{
  if (at < self->end && (g_ascii_isalpha (*at) || *at == '_' || *at == '$'))
    return ent_json_fail (self, ENT_JSON_ERROR_WORD, at);
  if (at < self->end && (ent_json_is_digit (*at) || *at == '+' || *at == '-' || *at == '.'))
    return ent_json_fail (self, ENT_JSON_ERROR_NUMBER, at);
  return ent_json_fail_at (self, ENT_JSON_ERROR_VALUE, at);
}

/* Four hexadecimal digits, or -1. */
static int
hex4 (const char *p,
      const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }
  return value;
}

/* @p is at a backslash; returns what follows the escape. */
static const char *
scan_escape (EntJsonReader *self,
             const char    *p)
{
  int unit;

  if (self->end - p < 2)
    return ent_json_fail (self, ENT_JSON_ERROR_END, self->end);
  if (p[1] != 'u')
    return p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]) != NULL ? p + 2 : ent_json_fail (self, ENT_JSON_ERROR_ESCAPE, p);

  unit = hex4 (p + 2, self->end);
  if (unit < 0)
    return ent_json_fail (self, ENT_JSON_ERROR_ESCAPE, p);
  if (unit < 0xd800 || unit > 0xdfff)
    return p + 6;
  if (unit < 0xdc00 && self->end - p >= 12 && p[6] == '\\' && p[7] == 'u')
    {
      unit = hex4 (p + 8, self->end);
      if (unit >= 0xdc00 && unit <= 0xdfff)
        return p + 12;
    }
  return ent_json_fail (self, ENT_JSON_ERROR_SURROGATE, p);
}

/* @p is behind the opening quote; returns the closing one. */
const char *
ent_json_scan_string (EntJsonReader *self,
                      const char    *p,
                      gboolean      *escaped)
{
  const char *end = self->end;

  *escaped = FALSE;
  for (;;)
    {
      p = ent_json_scan_plain (p, end);
      if (G_UNLIKELY (p == end))
        return ent_json_fail (self, ENT_JSON_ERROR_END, p);
      if (G_LIKELY (*p == '"'))
        return p;
      if (*p == '\\')
        {
          *escaped = TRUE;
          p = scan_escape (self, p);
          if (p == NULL)
            return NULL;
        }
      else if ((guchar) *p < 0x20)
        return ent_json_fail (self, ENT_JSON_ERROR_CONTROL, p);
      else
        do
          {
            guint length = ent_json_scan_utf8 (p, (gsize) (end - p));

            if (G_UNLIKELY (length == 0))
              return ent_json_fail (self, ENT_JSON_ERROR_UTF8, p);
            p += length;
          }
        while (p < end && (guchar) *p >= 0x80);
    }
}

static inline const char *
scan_digits (const EntJsonReader *self,
             const char          *p)
{
  while (p < self->end && ent_json_is_digit (*p))
    p++;
  return p;
}

/* There must be a digit at @p, in the number at @begin. */
static const char *
fail_in_number (EntJsonReader *self,
                const char    *begin,
                const char    *p)
{
  if (p == self->end)
    return ent_json_fail (self, ENT_JSON_ERROR_END, p);
  return ent_json_fail (self, ENT_JSON_ERROR_NUMBER, begin);
}

/* @p is at a minus or a digit; returns what follows the number. */
static inline const char *
scan_number (EntJsonReader *self,
             const char    *p)
{
  const char *begin = p;
  const char *digits;

  if (*p == '-')
    p++;
  digits = p;
  p = scan_digits (self, p);
  if (p == digits)
    return fail_in_number (self, begin, p);
  if (*digits == '0' && p - digits > 1)
    return ent_json_fail (self, ENT_JSON_ERROR_NUMBER, begin);
  if (ent_json_byte_at (self, p) == '.')
    {
      digits = p + 1;
      p = scan_digits (self, digits);
      if (p == digits)
        return fail_in_number (self, begin, p);
    }
  if (ent_json_byte_at (self, p) == 'e' || ent_json_byte_at (self, p) == 'E')
    {
      digits = p + 1;
      if (ent_json_byte_at (self, digits) == '+' || ent_json_byte_at (self, digits) == '-')
        digits++;
      p = scan_digits (self, digits);
      if (p == digits)
        return fail_in_number (self, begin, p);
    }
  if (p < self->end && (g_ascii_isalnum (*p) || *p == '.' || *p == '+' || *p == '-' || *p == '_'))
    return ent_json_fail (self, ENT_JSON_ERROR_NUMBER, begin);
  return p;
}

/* Whether the word at @p is @word and nothing longer; returns what follows it. */
static inline const char *
scan_word (EntJsonReader *self,
           const char    *p,
           const char    *word,
           gsize          length)
{
  gsize left = (gsize) (self->end - p);

  if (left < length && memcmp (p, word, left) == 0)
    return ent_json_fail (self, ENT_JSON_ERROR_END, self->end);
  if (left < length || memcmp (p, word, length) != 0
      || (left > length && (g_ascii_isalnum (p[length]) || p[length] == '_')))
    return ent_json_fail (self, ENT_JSON_ERROR_WORD, p);
  return p + length;
}

/* @p is where a string, number or word must be; returns what follows it. */
static inline const char *
scan_scalar (EntJsonReader *self,
             const char    *p)
{
  gboolean escaped;

  switch (ent_json_byte_at (self, p))
    {
    case '"':
      p = ent_json_scan_string (self, p + 1, &escaped);
      return p != NULL ? p + 1 : NULL;
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return scan_number (self, p);
    case 't':
      return scan_word (self, p, "true", 4);
    case 'f':
      return scan_word (self, p, "false", 5);
    case 'n':
      return scan_word (self, p, "null", 4);
    default:
      return ent_json_fail_at_value (self, p);
    }
}

/* Whether the innermost object or array goes on behind a value: @p is behind
 * it, at any white space. Returns the next name or element, or the closing
 * bracket and *@closed. */
const char *
ent_json_scan_next (EntJsonReader *self,
                    const char    *p,
                    gboolean      *closed)
{
  char closing = ent_json_in_object (self) ? '}' : ']';

  p = ent_json_scan_space (p, self->end);
  *closed = FALSE;
  if (ent_json_byte_at (self, p) == ',')
    {
      const char *comma = p;

      p = ent_json_scan_space (p + 1, self->end);
      if (G_UNLIKELY (ent_json_byte_at (self, p) == '}' || ent_json_byte_at (self, p) == ']'))
        return ent_json_fail (self, ENT_JSON_ERROR_TRAILING_COMMA, comma);
      return p;
    }
  if (G_LIKELY (ent_json_byte_at (self, p) == closing))
    {
      *closed = TRUE;
      return p;
    }
  if (ent_json_byte_at (self, p) == '}' || ent_json_byte_at (self, p) == ']')
    return ent_json_fail (self, ENT_JSON_ERROR_BRACKET, p);
  return ent_json_fail_at (self, ENT_JSON_ERROR_COMMA, p);
}

/* @p is where a value must be; returns what follows it. */
const char *
ent_json_scan_value (EntJsonReader *self,
                     const char    *p)
{
  const guint base = self->depth;
  gboolean closed;

  for (;;)
    {
      if (ent_json_byte_at (self, p) == '{' || ent_json_byte_at (self, p) == '[')
        {
          if (!ent_json_push (self, p))
            return NULL;
          p = ent_json_scan_first (self, p + 1, &closed);
        }
      else
        {
          p = scan_scalar (self, p);
          if (p == NULL || self->depth == base)
            return p;
          p = ent_json_scan_next (self, p, &closed);
        }
      while (p != NULL && closed)
        {
          self->depth--;
          p++;
          if (self->depth == base)
            return p;
          p = ent_json_scan_next (self, p, &closed);
        }
      if (p != NULL && ent_json_in_object (self))
        p = ent_json_scan_name (self, p, NULL);
      if (p == NULL)
        return NULL;
    }
}

static void
append_utf8 (GString  *text,
             gunichar  c)
{
  char bytes[6];

  g_string_append_len (text, bytes, g_unichar_to_utf8 (c, bytes));
}

/* Decodes a string that ent_json_scan_string() has found valid. */
void
ent_json_decode (EntJsonString  *string,
                 GString       **buffer)
{
  const char *p = string->text;
  const char *end = p + string->length;
  GString *text;

  if (*buffer == NULL)
    *buffer = g_string_sized_new (string->length);
  text = g_string_truncate (*buffer, 0);
  while (p < end)
    {
      const char *backslash = memchr (p, '\\', (gsize) (end - p));
      int unit;

      if (backslash == NULL)
        backslash = end;
      g_string_append_len (text, p, backslash - p);
      if (backslash == end)
        break;
      p = backslash + 2;
      switch (backslash[1])
        {
        case 'b':
          g_string_append_c (text, '\b');
          break;
        case 'f':
          g_string_append_c (text, '\f');
          break;
        case 'n':
          g_string_append_c (text, '\n');
          break;
        case 'r':
          g_string_append_c (text, '\r');
          break;
        case 't':
          g_string_append_c (text, '\t');
          break;
        case 'u':
          unit = hex4 (p, end);
          p += 4;
          if (unit >= 0xd800 && unit <= 0xdbff)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (hex4 (p + 2, end) - 0xdc00);
              p += 6;
            }
          append_utf8 (text, (gunichar) unit);
          break;
        default:
          g_string_append_c (text, backslash[1]);
        }
    }
  string->text = text->str;
  string->length = text->len;
}
