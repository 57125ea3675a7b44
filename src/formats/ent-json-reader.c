/* ent-json-reader.c: a strict pull reader for JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 8259 to the letter. Where it leaves a choice: a byte order mark at the
 * beginning is passed over (section 8.1 allows it, and editors write it);
 * escapes of half a surrogate pair are refused, since no UTF-8 text can hold
 * them; objects and arrays may be nested ENT_LIMIT_JSON_DEPTH deep; numbers and
 * strings may be as long as they like; a name may occur twice in an object (who
 * reads the object sees both).
 *
 * Nothing here calls itself. Between calls @at stands on the next thing that
 * matters: white space before a value that is due has been passed.
 */
#include "config.h"

#include "ent-json-reader.h"

#include "ent-json-scan.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (ent-json-error-quark, ent_json_error)

static const char *const messages[] = {
  [ENT_JSON_ERROR_EMPTY] = N_("the text is empty"),
  [ENT_JSON_ERROR_END] = N_("the text ends too early"),
  [ENT_JSON_ERROR_VALUE] = N_("expected a value"),
  [ENT_JSON_ERROR_WORD] = N_("expected a value; only true, false and null stand without quotes"),
  [ENT_JSON_ERROR_NUMBER] = N_("this is no number as JSON writes it"),
  [ENT_JSON_ERROR_QUOTE] = N_("strings stand in double quotes"),
  [ENT_JSON_ERROR_NAME] = N_("expected a member’s name in double quotes"),
  [ENT_JSON_ERROR_COLON] = N_("expected a colon after the name"),
  [ENT_JSON_ERROR_COMMA] = N_("expected a comma or a closing bracket"),
  [ENT_JSON_ERROR_TRAILING_COMMA] = N_("a comma before a closing bracket"),
  [ENT_JSON_ERROR_BRACKET] = N_("the wrong closing bracket"),
  [ENT_JSON_ERROR_COMMENT] = N_("comments are not allowed"),
  [ENT_JSON_ERROR_CONTROL] = N_("a control character in a string must be escaped"),
  [ENT_JSON_ERROR_ESCAPE] = N_("this escape does not exist"),
  [ENT_JSON_ERROR_SURROGATE] = N_("half a surrogate pair is no character"),
  [ENT_JSON_ERROR_UTF8] = N_("these bytes are not UTF-8"),
  [ENT_JSON_ERROR_UTF16] = N_("the text must be UTF-8, not UTF-16 or UTF-32"),
  [ENT_JSON_ERROR_TRAILING] = N_("something stands after the end of the document"),
};

/* Notes the first error and stops the reader. */
static const char *
fail (EntJsonReader *self,
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
static const char *
fail_at (EntJsonReader *self,
         EntJsonError   code,
         const char    *at)
{
  if (at >= self->end)
    return fail (self, ENT_JSON_ERROR_END, at);
  if (*at == '/' || *at == '#')
    return fail (self, ENT_JSON_ERROR_COMMENT, at);
  if (*at == '\'')
    return fail (self, ENT_JSON_ERROR_QUOTE, at);
  if (ent_json_scan_utf8 (at, (gsize) (self->end - at)) == 0)
    return fail (self, ENT_JSON_ERROR_UTF8, at);
  return fail (self, code, at);
}

static const char *
fail_at_value (EntJsonReader *self,
               const char    *at)
{
  if (at < self->end && (g_ascii_isalpha (*at) || *at == '_' || *at == '$'))
    return fail (self, ENT_JSON_ERROR_WORD, at);
  if (at < self->end && (ent_json_is_digit (*at) || *at == '+' || *at == '-' || *at == '.'))
    return fail (self, ENT_JSON_ERROR_NUMBER, at);
  return fail_at (self, ENT_JSON_ERROR_VALUE, at);
}

/* The byte at @p; NUL, which is nowhere valid, at the end. */
static inline char
byte_at (const EntJsonReader *self,
         const char          *p)
{
  return p < self->end ? *p : '\0';
}

/* The word that holds a level's bit. */
static inline guint64 *
word_of_level (const EntJsonReader *self,
               guint                level)
{
  guint word = level / 64;

  return word < G_N_ELEMENTS (self->objects)
           ? (guint64 *) &self->objects[word]
           : &g_array_index (self->deeper, guint64, word - G_N_ELEMENTS (self->objects));
}

static inline gboolean
in_object (const EntJsonReader *self)
{
  return (*word_of_level (self, self->depth) >> (self->depth % 64)) & 1;
}

static inline gboolean
push (EntJsonReader *self,
      const char    *at)
{
  guint64 bit;
  guint64 *word;

  if (self->depth >= ENT_LIMIT_JSON_DEPTH && self->deeper == NULL)
    {
      fail (self, ENT_JSON_ERROR_DEPTH, at);
      return FALSE;
    }
  self->depth++;
  if (self->deeper != NULL && self->depth / 64 >= G_N_ELEMENTS (self->objects) + self->deeper->len)
    g_array_set_size (self->deeper, self->deeper->len + 1);
  bit = G_GUINT64_CONSTANT (1) << (self->depth % 64);
  word = word_of_level (self, self->depth);
  if (*at == '{')
    *word |= bit;
  else
    *word &= ~bit;
  return TRUE;
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
    return fail (self, ENT_JSON_ERROR_END, self->end);
  if (p[1] != 'u')
    return p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]) != NULL ? p + 2 : fail (self, ENT_JSON_ERROR_ESCAPE, p);

  unit = hex4 (p + 2, self->end);
  if (unit < 0)
    return fail (self, ENT_JSON_ERROR_ESCAPE, p);
  if (unit < 0xd800 || unit > 0xdfff)
    return p + 6;
  if (unit < 0xdc00 && self->end - p >= 12 && p[6] == '\\' && p[7] == 'u')
    {
      unit = hex4 (p + 8, self->end);
      if (unit >= 0xdc00 && unit <= 0xdfff)
        return p + 12;
    }
  return fail (self, ENT_JSON_ERROR_SURROGATE, p);
}

/* @p is behind the opening quote; returns the closing one. */
static inline const char *
scan_string (EntJsonReader *self,
             const char    *p,
             gboolean      *escaped)
{
  const char *end = self->end;

  *escaped = FALSE;
  for (;;)
    {
      p = ent_json_scan_plain (p, end);
      if (G_UNLIKELY (p == end))
        return fail (self, ENT_JSON_ERROR_END, p);
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
        return fail (self, ENT_JSON_ERROR_CONTROL, p);
      else
        do
          {
            guint length = ent_json_scan_utf8 (p, (gsize) (end - p));

            if (G_UNLIKELY (length == 0))
              return fail (self, ENT_JSON_ERROR_UTF8, p);
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
    return fail (self, ENT_JSON_ERROR_END, p);
  return fail (self, ENT_JSON_ERROR_NUMBER, begin);
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
    return fail (self, ENT_JSON_ERROR_NUMBER, begin);
  if (byte_at (self, p) == '.')
    {
      digits = p + 1;
      p = scan_digits (self, digits);
      if (p == digits)
        return fail_in_number (self, begin, p);
    }
  if (byte_at (self, p) == 'e' || byte_at (self, p) == 'E')
    {
      digits = p + 1;
      if (byte_at (self, digits) == '+' || byte_at (self, digits) == '-')
        digits++;
      p = scan_digits (self, digits);
      if (p == digits)
        return fail_in_number (self, begin, p);
    }
  if (p < self->end && (g_ascii_isalnum (*p) || *p == '.' || *p == '+' || *p == '-' || *p == '_'))
    return fail (self, ENT_JSON_ERROR_NUMBER, begin);
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
    return fail (self, ENT_JSON_ERROR_END, self->end);
  if (left < length || memcmp (p, word, length) != 0
      || (left > length && (g_ascii_isalnum (p[length]) || p[length] == '_')))
    return fail (self, ENT_JSON_ERROR_WORD, p);
  return p + length;
}

/* @p is where a string, number or word must be; returns what follows it. */
static inline const char *
scan_scalar (EntJsonReader *self,
             const char    *p)
{
  gboolean escaped;

  switch (byte_at (self, p))
    {
    case '"':
      p = scan_string (self, p + 1, &escaped);
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
      return fail_at_value (self, p);
    }
}

/* @p is where a member's name must be; returns its value. */
static inline const char *
scan_name (EntJsonReader *self,
           const char    *p,
           EntJsonString *name)
{
  const char *begin = p;
  gboolean escaped;

  if (byte_at (self, p) != '"')
    return fail_at (self, ENT_JSON_ERROR_NAME, p);
  p = scan_string (self, p + 1, &escaped);
  if (p == NULL)
    return NULL;
  if (name != NULL)
    {
      name->text = begin + 1;
      name->length = (gsize) (p - begin - 1);
      name->raw.offset = (gsize) (begin - self->data);
      name->raw.length = (gsize) (p + 1 - begin);
      name->escaped = escaped;
    }
  p = ent_json_scan_space (p + 1, self->end);
  if (byte_at (self, p) != ':')
    return fail_at (self, ENT_JSON_ERROR_COLON, p);
  return ent_json_scan_space (p + 1, self->end);
}

/* Whether the innermost object or array goes on behind a value: @p is behind
 * it, at any white space. Returns the next name or element, or the closing
 * bracket and *@closed. */
static inline const char *
scan_next (EntJsonReader *self,
           const char    *p,
           gboolean      *closed)
{
  char closing = in_object (self) ? '}' : ']';

  p = ent_json_scan_space (p, self->end);
  *closed = FALSE;
  if (byte_at (self, p) == ',')
    {
      const char *comma = p;

      p = ent_json_scan_space (p + 1, self->end);
      if (G_UNLIKELY (byte_at (self, p) == '}' || byte_at (self, p) == ']'))
        return fail (self, ENT_JSON_ERROR_TRAILING_COMMA, comma);
      return p;
    }
  if (G_LIKELY (byte_at (self, p) == closing))
    {
      *closed = TRUE;
      return p;
    }
  if (byte_at (self, p) == '}' || byte_at (self, p) == ']')
    return fail (self, ENT_JSON_ERROR_BRACKET, p);
  return fail_at (self, ENT_JSON_ERROR_COMMA, p);
}

/* The first name or element of the object or array just entered, else its end. */
static inline const char *
scan_first (EntJsonReader *self,
            const char    *p,
            gboolean      *closed)
{
  p = ent_json_scan_space (p, self->end);
  *closed = byte_at (self, p) == (in_object (self) ? '}' : ']');
  return p;
}

/* @p is where a value must be; returns what follows it. */
static const char *
scan_value (EntJsonReader *self,
            const char    *p)
{
  const guint base = self->depth;
  gboolean closed;

  for (;;)
    {
      if (byte_at (self, p) == '{' || byte_at (self, p) == '[')
        {
          if (!push (self, p))
            return NULL;
          p = scan_first (self, p + 1, &closed);
        }
      else
        {
          p = scan_scalar (self, p);
          if (p == NULL || self->depth == base)
            return p;
          p = scan_next (self, p, &closed);
        }
      while (p != NULL && closed)
        {
          self->depth--;
          p++;
          if (self->depth == base)
            return p;
          p = scan_next (self, p, &closed);
        }
      if (p != NULL && in_object (self))
        p = scan_name (self, p, NULL);
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

/* Decodes a string that scan_string() has found valid. */
static void
decode (EntJsonString  *string,
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

static void
start (EntJsonReader *self,
       const char    *data,
       gsize          offset,
       gsize          length)
{
  memset (self, 0, sizeof *self);
  self->data = data;
  self->at = data + offset;
  self->end = self->at + length;
  self->due = TRUE;
}

/**
 * ent_json_reader_init:
 * @self: (out): the reader, to be cleared with ent_json_reader_clear()
 * @data: a whole JSON text; it must live as long as the reader
 * @length: of @data in bytes
 *
 * Begins to read. The first value is due.
 */
void
ent_json_reader_init (EntJsonReader *self,
                      const char    *data,
                      gsize          length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL || length == 0);

  start (self, data != NULL ? data : "", 0, length);
  self->whole = TRUE;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  else if (length >= 2 && (memcmp (data, "\xfe\xff", 2) == 0 || memcmp (data, "\xff\xfe", 2) == 0
                           || (data[0] == '\0') != (data[1] == '\0')))
    {
      fail (self, ENT_JSON_ERROR_UTF16, self->at);
      return;
    }
  self->at = ent_json_scan_space (self->at, self->end);
  if (self->at == self->end)
    fail (self, ENT_JSON_ERROR_EMPTY, self->at);
}

/**
 * ent_json_reader_init_span:
 * @self: (out): the reader, to be cleared with ent_json_reader_clear()
 * @data: the text a span was taken of; it must live as long as the reader
 * @span: a value in it, as ent_json_reader_skip_value() gave it
 *
 * Begins to read a part of a text that was passed over before. Offsets count
 * from the beginning of @data.
 */
void
ent_json_reader_init_span (EntJsonReader *self,
                           const char    *data,
                           EntJsonSpan    span)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL);

  start (self, data, span.offset, span.length);
}

/**
 * ent_json_reader_clear:
 * @self: the reader
 *
 * Frees what the reader has allocated. Does no harm twice.
 */
void
ent_json_reader_clear (EntJsonReader *self)
{
  if (self->name != NULL)
    g_string_free (g_steal_pointer (&self->name), TRUE);
  if (self->value != NULL)
    g_string_free (g_steal_pointer (&self->value), TRUE);
}

/**
 * ent_json_reader_peek:
 * @self: the reader
 *
 * Looks at the first byte of the value that is due, and fails if no value
 * begins so.
 *
 * Returns: its type; %ENT_JSON_NONE when the reader has failed or no value is due
 */
EntJsonType
ent_json_reader_peek (EntJsonReader *self)
{
  if (!self->due)
    return ENT_JSON_NONE;
  switch (byte_at (self, self->at))
    {
    case '{':
      return ENT_JSON_OBJECT;
    case '[':
      return ENT_JSON_ARRAY;
    case '"':
      return ENT_JSON_STRING;
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return ENT_JSON_NUMBER;
    case 't':
      return ENT_JSON_TRUE;
    case 'f':
      return ENT_JSON_FALSE;
    case 'n':
      return ENT_JSON_NULL;
    default:
      fail_at_value (self, self->at);
      return ENT_JSON_NONE;
    }
}

/**
 * ent_json_reader_get_offset:
 * @self: the reader
 *
 * Where the reader stands: at the beginning of the value that is due, else
 * behind what was read last.
 *
 * Returns: bytes from the beginning of the data
 */
gsize
ent_json_reader_get_offset (EntJsonReader *self)
{
  return (gsize) (self->at - self->data);
}

/**
 * ent_json_reader_get_depth:
 * @self: the reader
 *
 * Returns: how many objects and arrays are open, 0 to %ENT_LIMIT_JSON_DEPTH
 */
guint
ent_json_reader_get_depth (EntJsonReader *self)
{
  return self->depth;
}

static gboolean
enter (EntJsonReader *self,
       char           bracket)
{
  if (self->error != 0)
    return FALSE;
  g_return_val_if_fail (self->due && byte_at (self, self->at) == bracket, FALSE);

  if (!push (self, self->at))
    return FALSE;
  self->at++;
  self->due = FALSE;
  self->first = TRUE;
  return TRUE;
}

/* Goes to the next name or element, past a value that was not read. */
static inline gboolean
step (EntJsonReader *self)
{
  const char *p = self->at;
  gboolean closed;

  if (self->error != 0)
    return FALSE;
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->due)
    {
      p = scan_value (self, p);
      if (p == NULL)
        return FALSE;
      self->due = FALSE;
    }
  p = self->first ? scan_first (self, p, &closed) : scan_next (self, p, &closed);
  self->first = FALSE;
  if (p == NULL)
    return FALSE;
  self->at = p;
  if (closed)
    {
      self->at++;
      self->depth--;
      return FALSE;
    }
  return TRUE;
}

/**
 * ent_json_reader_enter_object:
 * @self: the reader; an object must be due
 *
 * Goes into the object, before its first member.
 *
 * Returns: %FALSE when it is nested too deep or the reader has failed before
 */
gboolean
ent_json_reader_enter_object (EntJsonReader *self)
{
  return enter (self, '{');
}

/**
 * ent_json_reader_enter_array:
 * @self: the reader; an array must be due
 *
 * Goes into the array, before its first element.
 *
 * Returns: %FALSE when it is nested too deep or the reader has failed before
 */
gboolean
ent_json_reader_enter_array (EntJsonReader *self)
{
  return enter (self, '[');
}

/**
 * ent_json_reader_next_member:
 * @self: the reader, within an object
 * @name: (out): the member's name
 *
 * Goes to the next member; its value is due then. The value before it is
 * skipped if it was not read.
 *
 * Returns: %FALSE at the end of the object, which is left then, or on an error
 */
gboolean
ent_json_reader_next_member (EntJsonReader *self,
                             EntJsonString *name)
{
  const char *p;

  if (!step (self))
    return FALSE;
  g_return_val_if_fail (in_object (self), FALSE);

  p = scan_name (self, self->at, name);
  if (p == NULL)
    return FALSE;
  if (G_UNLIKELY (name->escaped))
    decode (name, &self->name);
  self->at = p;
  self->due = TRUE;
  return TRUE;
}

/**
 * ent_json_reader_next_element:
 * @self: the reader, within an array
 *
 * Goes to the next element, which is due then. The one before it is skipped if
 * it was not read.
 *
 * Returns: %FALSE at the end of the array, which is left then, or on an error
 */
gboolean
ent_json_reader_next_element (EntJsonReader *self)
{
  if (!step (self))
    return FALSE;
  g_return_val_if_fail (!in_object (self), FALSE);

  self->due = TRUE;
  return TRUE;
}

/**
 * ent_json_reader_read_string:
 * @self: the reader; a string must be due
 * @string: (out): the string
 *
 * Reads a string.
 *
 * Returns: %FALSE on an error
 */
gboolean
ent_json_reader_read_string (EntJsonReader *self,
                             EntJsonString *string)
{
  const char *p;

  if (self->error != 0)
    return FALSE;
  g_return_val_if_fail (self->due && byte_at (self, self->at) == '"', FALSE);

  p = scan_string (self, self->at + 1, &string->escaped);
  if (p == NULL)
    return FALSE;
  string->text = self->at + 1;
  string->length = (gsize) (p - string->text);
  string->raw.offset = (gsize) (self->at - self->data);
  string->raw.length = string->length + 2;
  if (G_UNLIKELY (string->escaped))
    decode (string, &self->value);
  self->at = p + 1;
  self->due = FALSE;
  return TRUE;
}

/**
 * ent_json_reader_read_number:
 * @self: the reader; a number must be due
 * @number: (out): where it stands
 *
 * Reads a number, letter for letter. The functions in ent-json-number.h tell
 * its value.
 *
 * Returns: %FALSE on an error
 */
gboolean
ent_json_reader_read_number (EntJsonReader *self,
                             EntJsonSpan   *number)
{
  if (self->error != 0)
    return FALSE;
  g_return_val_if_fail (self->due && (byte_at (self, self->at) == '-' || ent_json_is_digit (byte_at (self, self->at))), FALSE);

  return ent_json_reader_skip_value (self, number);
}

/**
 * ent_json_reader_skip_value:
 * @self: the reader; a value of any type must be due
 * @span: (out) (optional): where it stands
 *
 * Passes over a value, with all that is in it. It is validated like any other.
 * This is also how to read `true`, `false` and `null`.
 *
 * Returns: %FALSE on an error
 */
gboolean
ent_json_reader_skip_value (EntJsonReader *self,
                            EntJsonSpan   *span)
{
  const char *p;

  if (self->error != 0)
    return FALSE;
  g_return_val_if_fail (self->due, FALSE);

  p = scan_value (self, self->at);
  if (p == NULL)
    return FALSE;
  if (span != NULL)
    {
      span->offset = (gsize) (self->at - self->data);
      span->length = (gsize) (p - self->at);
    }
  self->at = p;
  self->due = FALSE;
  return TRUE;
}

/**
 * ent_json_reader_failed:
 * @self: the reader
 *
 * Returns: whether there was an error
 */
gboolean
ent_json_reader_failed (EntJsonReader *self)
{
  return self->error != 0;
}

/**
 * ent_json_reader_get_error_offset:
 * @self: the reader
 *
 * Returns: where the error is, in bytes from the beginning of the data; 0 when there was none
 */
gsize
ent_json_reader_get_error_offset (EntJsonReader *self)
{
  return self->error_offset;
}

/* Whether a text that is nested too deep is no JSON anyway. A level costs a bit here, so this looks to the end. */
static gboolean
is_broken_below (const EntJsonReader *self)
{
  g_auto (EntJsonReader) below;
  gboolean broken;

  if (!self->whole)
    return FALSE;
  ent_json_reader_init (&below, self->data, (gsize) (self->end - self->data));
  below.deeper = g_array_new (FALSE, TRUE, sizeof (guint64));
  broken = !ent_json_reader_finish (&below, NULL);
  g_array_unref (below.deeper);
  return broken;
}

/**
 * ent_json_reader_finish:
 * @self: the reader, with every object and array left
 * @error: return location for an #EntJsonError; its message does not tell the place
 *
 * Ends the reading: skips a value that is due and makes sure that nothing but
 * white space follows. Tells of any error there was on the way.
 *
 * Returns: whether the text is valid
 */
gboolean
ent_json_reader_finish (EntJsonReader *self,
                        GError       **error)
{
  if (self->error == 0 && self->due)
    ent_json_reader_skip_value (self, NULL);
  if (self->error == 0)
    {
      g_return_val_if_fail (self->depth == 0, FALSE);

      self->at = ent_json_scan_space (self->at, self->end);
      if (self->at < self->end)
        fail_at (self, ENT_JSON_ERROR_TRAILING, self->at);
    }
  if (self->error == 0)
    return TRUE;

  if (self->error == ENT_JSON_ERROR_DEPTH)
    {
      g_autofree char *message = g_strdup_printf (_("nested deeper than %d levels"), ENT_LIMIT_JSON_DEPTH);

      g_set_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH, "%s%s", is_broken_below (self) ? "JSON syntax: " : "",
                   message);
    }
  else
    /* Not translated: scripts look for it. */
    g_set_error (error, ENT_JSON_ERROR, (int) self->error, "JSON syntax: %s", _(messages[self->error]));
  return FALSE;
}

/**
 * ent_json_string_equal:
 * @self: a string
 * @text: another, ended by NUL
 *
 * Returns: whether both are the same
 */
gboolean
ent_json_string_equal (const EntJsonString *self,
                       const char          *text)
{
  gsize length = strlen (text);

  return self->length == length && memcmp (self->text, text, length) == 0;
}
