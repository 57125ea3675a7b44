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
 * Between calls @at stands on the next thing that matters: white space before a
 * value that is due has been passed.
 */
#include "config.h"

#include "ent-json-reader.h"

#include "ent-json-private.h"

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
      ent_json_fail (self, ENT_JSON_ERROR_UTF16, self->at);
      return;
    }
  self->at = ent_json_scan_space (self->at, self->end);
  if (self->at == self->end)
    ent_json_fail (self, ENT_JSON_ERROR_EMPTY, self->at);
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
  switch (ent_json_byte_at (self, self->at))
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
      ent_json_fail_at_value (self, self->at);
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
  g_return_val_if_fail (self->due && ent_json_byte_at (self, self->at) == bracket, FALSE);

  if (!ent_json_push (self, self->at))
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
      p = ent_json_scan_value (self, p);
      if (p == NULL)
        return FALSE;
      self->due = FALSE;
    }
  p = self->first ? ent_json_scan_first (self, p, &closed) : ent_json_scan_next (self, p, &closed);
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
  g_return_val_if_fail (ent_json_in_object (self), FALSE);

  p = ent_json_scan_name (self, self->at, name);
  if (p == NULL)
    return FALSE;
  if (G_UNLIKELY (name->escaped))
    ent_json_decode (name, &self->name);
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
  g_return_val_if_fail (!ent_json_in_object (self), FALSE);

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
  g_return_val_if_fail (self->due && ent_json_byte_at (self, self->at) == '"', FALSE);

  p = ent_json_scan_string (self, self->at + 1, &string->escaped);
  if (p == NULL)
    return FALSE;
  string->text = self->at + 1;
  string->length = (gsize) (p - string->text);
  string->raw.offset = (gsize) (self->at - self->data);
  string->raw.length = string->length + 2;
  if (G_UNLIKELY (string->escaped))
    ent_json_decode (string, &self->value);
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
  g_return_val_if_fail (self->due && (ent_json_byte_at (self, self->at) == '-' || ent_json_is_digit (ent_json_byte_at (self, self->at))), FALSE);

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

  p = ent_json_scan_value (self, self->at);
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
        ent_json_fail_at (self, ENT_JSON_ERROR_TRAILING, self->at);
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
