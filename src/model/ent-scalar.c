/* ent-scalar.c: what a further field says, if it is one text, number or truth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-scalar.h"

static guint
read_hex (const char *text)
{
  guint value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (text[i]);
  return value;
}

/* One escape behind its backslash; returns where it ends. */
static const char *
read_escape (const char *at,
             GString    *buffer)
{
  static const char plain[] = "bfnrt";
  static const char meant[] = "\b\f\n\r\t";
  const char *found = strchr (plain, *at);
  gunichar ch;

  if (*at != 'u')
    {
      g_string_append_c (buffer, found != NULL ? meant[found - plain] : *at);
      return at + 1;
    }
  ch = read_hex (at + 1);
  at += 5;
  if (ch >= 0xd800 && ch < 0xdc00)
    {
      ch = 0x10000 + ((ch - 0xd800) << 10) + (read_hex (at + 2) - 0xdc00);
      at += 6;
    }
  g_string_append_unichar (buffer, ch);
  return at;
}

/**
 * ent_scalar_read:
 * @json: one JSON value as a dataset keeps it: read strictly before, so valid, without lone surrogates
 * @buffer: for a text that has escapes
 * @text: (out): what it says: of a text its letters, of a number or truth the word as written; absent for what is
 *   neither. Valid as long as @json and, until the next call, @buffer
 *
 * Returns: what it is
 */
EntScalarKind
ent_scalar_read (EntSlice  json,
                 GString  *buffer,
                 EntSlice *text)
{
  const char *end = json.text + json.length;
  const char *at;

  *text = ENT_SLICE_NONE;
  if (json.length == 0 || *json.text == 'n')
    return ENT_SCALAR_NONE;
  if (*json.text == '[' || *json.text == '{')
    return ENT_SCALAR_NOT;
  if (*json.text != '"')
    {
      *text = json;
      return ENT_SCALAR_WORD;
    }
  *text = (EntSlice){ json.text + 1, json.length - 2 };
  if (memchr (text->text, '\\', text->length) == NULL)
    return ENT_SCALAR_TEXT;
  g_string_set_size (buffer, 0);
  for (at = json.text + 1; at < end - 1;)
    {
      if (*at == '\\')
        at = read_escape (at + 1, buffer);
      else
        g_string_append_c (buffer, *at++);
    }
  *text = (EntSlice){ buffer->str, buffer->len };
  return ENT_SCALAR_TEXT;
}

/* Where a text that begins at `at` ends. */
static const char *
skip_text (const char *at)
{
  for (at++; *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at + 1;
}

/**
 * ent_scalar_next_element:
 * @json: one JSON value, as for ent_scalar_read()
 * @position: (inout): 0 at first; advanced
 * @element: (out): an element, as it is written
 *
 * Walks the elements of an array; what is no array has none.
 *
 * Returns: %FALSE when there are no more
 */
gboolean
ent_scalar_next_element (EntSlice  json,
                         gsize    *position,
                         EntSlice *element)
{
  const char *end = json.text + json.length;
  const char *at = json.text + MAX (*position, 1);
  const char *start = NULL;
  guint depth = 0;

  if (json.length < 2 || *json.text != '[')
    return FALSE;
  while (at < end)
    {
      if (depth == 0 && (*at == ',' || *at == ']'))
        break;
      if (start == NULL && !g_ascii_isspace (*at))
        start = at;
      if (*at == '"')
        {
          at = skip_text (at);
          continue;
        }
      depth += *at == '[' || *at == '{' ? 1 : 0;
      depth -= *at == ']' || *at == '}' ? 1 : 0;
      at++;
    }
  *position = (gsize) (at - json.text) + 1;
  if (start == NULL)
    return FALSE;
  while (g_ascii_isspace (at[-1]))
    at--;
  *element = (EntSlice){ start, (gsize) (at - start) };
  return TRUE;
}
