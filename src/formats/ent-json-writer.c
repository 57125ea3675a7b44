/* ent-json-writer.c: a writer for JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever it is given, what comes out is valid UTF-8 and, if the calls are in
 * a valid order, valid JSON. Escaped is what RFC 8259 demands and nothing else:
 * the quote, the backslash and the control characters below U+0020. U+2028 and
 * U+2029 are letters like any others: our output is never read as JavaScript.
 */
#include "config.h"

#include "ent-json-writer.h"

#include "ent-json-number.h"
#include "ent-json-scan.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How much is gathered before it goes to the stream. */
#define CHUNK (64 * 1024)

typedef struct
{
  guint8 object;
  guint8 on_one_line;
  guint8 filled;
} Level;

struct _EntJsonWriter
{
  GString *text;
  GOutputStream *stream;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GError *error;             /* (owned) (nullable): the first one; nothing is written after it */
  EntJsonStyle style;
  guint depth;
  gboolean named; /* a member's name was written, its value was not */
  gboolean done;  /* the outermost value is complete */
  Level levels[ENT_LIMIT_JSON_DEPTH + 1];
};

/**
 * ent_json_writer_new:
 * @style: how to lay it out
 * @stream: (nullable): where to write it; %NULL keeps it in memory
 * @cancellable: (nullable): stops writing to @stream
 *
 * Begins a document.
 *
 * Returns: (transfer full): the writer
 */
EntJsonWriter *
ent_json_writer_new (EntJsonStyle   style,
                     GOutputStream *stream,
                     GCancellable  *cancellable)
{
  EntJsonWriter *self = g_new0 (EntJsonWriter, 1);

  self->style = style;
  self->text = g_string_sized_new (stream != NULL ? CHUNK + 4096 : 4096);
  self->levels[0].filled = TRUE;
  g_set_object (&self->stream, stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

/**
 * ent_json_writer_free:
 * @self: (transfer full) (nullable): the writer
 *
 * Frees the writer. What has not reached the stream is lost; see
 * ent_json_writer_finish(). The stream is not closed.
 */
void
ent_json_writer_free (EntJsonWriter *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush (EntJsonWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, self->cancellable, &self->error);
  g_string_truncate (self->text, 0);
}

static void
new_line (EntJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_len (self->text, "  ", 2);
}

/* What goes before a member or element: the comma and the white space. */
static void
separate (EntJsonWriter *self)
{
  Level *level = &self->levels[self->depth];

  if (self->depth == 0)
    return;
  if (level->filled)
    g_string_append_c (self->text, ',');
  if (self->style == ENT_JSON_PRETTY)
    {
      if (!level->on_one_line)
        new_line (self);
      else if (level->filled)
        g_string_append_c (self->text, ' ');
    }
  level->filled = TRUE;
}

/* Before every value. Returns whether to write it. */
static gboolean
begin_value (EntJsonWriter *self)
{
  if (self->error != NULL)
    return FALSE;
  g_return_val_if_fail (!self->done, FALSE);
  g_return_val_if_fail (self->named == self->levels[self->depth].object, FALSE);

  if (self->named)
    self->named = FALSE;
  else
    separate (self);
  return TRUE;
}

/* After every value that is complete. */
static void
end_value (EntJsonWriter *self)
{
  self->done = self->depth == 0;
  if (self->stream != NULL && self->text->len >= CHUNK)
    flush (self);
}

static void
begin (EntJsonWriter *self,
       EntJsonFlow    flow,
       gboolean       object)
{
  if (!begin_value (self))
    return;
  if (self->depth == ENT_LIMIT_JSON_DEPTH)
    {
      g_set_error (&self->error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH,
                   _("nested deeper than %d levels"), ENT_LIMIT_JSON_DEPTH);
      return;
    }
  g_string_append_c (self->text, object ? '{' : '[');
  self->depth++;
  self->levels[self->depth].object = object;
  self->levels[self->depth].on_one_line = flow == ENT_JSON_INLINE || self->levels[self->depth - 1].on_one_line;
  self->levels[self->depth].filled = FALSE;
}

static void
end (EntJsonWriter *self,
     gboolean       object)
{
  gboolean lines;

  if (self->error != NULL)
    return;
  g_return_if_fail (self->depth > 0 && self->levels[self->depth].object == object && !self->named);

  lines = self->style == ENT_JSON_PRETTY && self->levels[self->depth].filled && !self->levels[self->depth].on_one_line;
  self->depth--;
  if (lines)
    new_line (self);
  g_string_append_c (self->text, object ? '}' : ']');
  end_value (self);
}

static void
append_escaped (GString *text,
                guchar   c)
{
  static const char hex[] = "0123456789abcdef";
  static const char *const short_forms[] = {
    ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t", ['"'] = "\\\"", ['\\'] = "\\\\",
  };

  if (short_forms[c] != NULL)
    g_string_append_len (text, short_forms[c], 2);
  else
    {
      const char escape[] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };

      g_string_append_len (text, escape, sizeof escape);
    }
}

static void
append_string (GString    *text,
               const char *p,
               gssize      length)
{
  const char *stop = p + (length >= 0 ? (gsize) length : strlen (p));

  g_string_append_c (text, '"');
  while (p < stop)
    {
      const char *plain = p;
      gsize character = 0;

      /* As much as may stand as it is, at once. */
      do
        {
          p = ent_json_scan_plain (p + character, stop);
          character = p < stop && (guchar) *p >= 0x80 ? ent_json_scan_utf8 (p, (gsize) (stop - p)) : 0;
        }
      while (character > 0);
      g_string_append_len (text, plain, p - plain);
      if (p == stop)
        break;
      if ((guchar) *p >= 0x80)
        g_string_append (text, "\xef\xbf\xbd");
      else
        append_escaped (text, (guchar) *p);
      p++;
    }
  g_string_append_c (text, '"');
}

/**
 * ent_json_writer_begin_object:
 * @self: the writer; a value is due
 * @flow: how to lay it out
 *
 * Begins an object. Its members are written next, each a name and a value.
 */
void
ent_json_writer_begin_object (EntJsonWriter *self,
                              EntJsonFlow    flow)
{
  begin (self, flow, TRUE);
}

/**
 * ent_json_writer_end_object:
 * @self: the writer, within an object
 *
 * Ends the object begun last.
 */
void
ent_json_writer_end_object (EntJsonWriter *self)
{
  end (self, TRUE);
}

/**
 * ent_json_writer_begin_array:
 * @self: the writer; a value is due
 * @flow: how to lay it out
 *
 * Begins an array. Its elements are written next.
 */
void
ent_json_writer_begin_array (EntJsonWriter *self,
                             EntJsonFlow    flow)
{
  begin (self, flow, FALSE);
}

/**
 * ent_json_writer_end_array:
 * @self: the writer, within an array
 *
 * Ends the array begun last.
 */
void
ent_json_writer_end_array (EntJsonWriter *self)
{
  end (self, FALSE);
}

static gboolean
begin_name (EntJsonWriter *self)
{
  if (self->error != NULL)
    return FALSE;
  g_return_val_if_fail (self->levels[self->depth].object && !self->named, FALSE);

  separate (self);
  return TRUE;
}

static void
end_name (EntJsonWriter *self)
{
  g_string_append_c (self->text, ':');
  if (self->style == ENT_JSON_PRETTY)
    g_string_append_c (self->text, ' ');
  self->named = TRUE;
}

/**
 * ent_json_writer_name:
 * @self: the writer, within an object
 * @name: a member's name
 * @length: of @name in bytes, or -1 when it is ended by NUL
 *
 * Writes a name. Bytes that are not UTF-8 become U+FFFD. Its value is due then.
 */
void
ent_json_writer_name (EntJsonWriter *self,
                      const char    *name,
                      gssize         length)
{
  if (!begin_name (self))
    return;
  append_string (self->text, name, length);
  end_name (self);
}

/**
 * ent_json_writer_raw_name:
 * @self: the writer, within an object
 * @text: a member's name as a strict reader found it, quotes included
 * @length: of @text in bytes
 *
 * Writes a name letter for letter. Its value is due then.
 */
void
ent_json_writer_raw_name (EntJsonWriter *self,
                          const char    *text,
                          gsize          length)
{
  if (!begin_name (self))
    return;
  g_string_append_len (self->text, text, (gssize) length);
  end_name (self);
}

/**
 * ent_json_writer_string:
 * @self: the writer; a value is due
 * @text: any text
 * @length: of @text in bytes, or -1 when it is ended by NUL
 *
 * Writes a string. Bytes that are not UTF-8 become U+FFFD.
 */
void
ent_json_writer_string (EntJsonWriter *self,
                        const char    *text,
                        gssize         length)
{
  if (!begin_value (self))
    return;
  append_string (self->text, text, length);
  end_value (self);
}

/**
 * ent_json_writer_raw:
 * @self: the writer; a value is due
 * @text: a value as a strict reader found it
 * @length: of @text in bytes
 *
 * Writes a value letter for letter: a number that keeps its digits, a field of
 * somebody else's that keeps everything, the white space in it included.
 */
void
ent_json_writer_raw (EntJsonWriter *self,
                     const char    *text,
                     gsize          length)
{
  if (!begin_value (self))
    return;
  g_string_append_len (self->text, text, (gssize) length);
  end_value (self);
}

/**
 * ent_json_writer_int64:
 * @self: the writer; a value is due
 * @value: any integer
 *
 * Writes an integer.
 */
void
ent_json_writer_int64 (EntJsonWriter *self,
                       gint64         value)
{
  if (!begin_value (self))
    return;
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
  end_value (self);
}

/**
 * ent_json_writer_double:
 * @self: the writer; a value is due
 * @value: a number; when it is not finite the writer fails with %ENT_JSON_ERROR_NOT_FINITE
 *
 * Writes a number with the fewest digits that read back as the same double.
 */
void
ent_json_writer_double (EntJsonWriter *self,
                        double         value)
{
  char buffer[ENT_JSON_NUMBER_SIZE];

  if (!begin_value (self))
    return;
  if (!isfinite (value))
    {
      g_set_error_literal (&self->error, ENT_JSON_ERROR, ENT_JSON_ERROR_NOT_FINITE,
                           _("JSON has no number that is infinite or not a number"));
      return;
    }
  g_string_append (self->text, ent_json_number_print (value, buffer));
  end_value (self);
}

/**
 * ent_json_writer_boolean:
 * @self: the writer; a value is due
 * @value: a truth
 *
 * Writes `true` or `false`.
 */
void
ent_json_writer_boolean (EntJsonWriter *self,
                         gboolean       value)
{
  if (!begin_value (self))
    return;
  g_string_append (self->text, value ? "true" : "false");
  end_value (self);
}

/**
 * ent_json_writer_null:
 * @self: the writer; a value is due
 *
 * Writes `null`.
 */
void
ent_json_writer_null (EntJsonWriter *self)
{
  if (!begin_value (self))
    return;
  g_string_append (self->text, "null");
  end_value (self);
}

/**
 * ent_json_writer_failed:
 * @self: the writer
 *
 * Returns: whether there was an error; ent_json_writer_finish() tells which
 */
gboolean
ent_json_writer_failed (EntJsonWriter *self)
{
  return self->error != NULL;
}

static gboolean
complete (EntJsonWriter  *self,
          GError        **error)
{
  if (self->error == NULL)
    {
      g_return_val_if_fail (self->done, FALSE);

      if (self->style == ENT_JSON_PRETTY)
        g_string_append_c (self->text, '\n');
      if (self->stream != NULL)
        flush (self);
    }
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * ent_json_writer_finish:
 * @self: a writer to a stream, with the document complete; only ent_json_writer_free() may follow
 * @error: return location for the first error there was, of the stream or an #EntJsonError
 *
 * Sends the rest to the stream. The stream is neither flushed nor closed. A
 * pretty document ends with a line feed.
 *
 * Returns: whether all was written
 */
gboolean
ent_json_writer_finish (EntJsonWriter  *self,
                        GError        **error)
{
  g_return_val_if_fail (self->stream != NULL, FALSE);

  return complete (self, error);
}

/**
 * ent_json_writer_finish_to_bytes:
 * @self: a writer to memory, with the document complete; only ent_json_writer_free() may follow
 * @error: return location for an #EntJsonError
 *
 * Hands out the document.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL on an error
 */
GBytes *
ent_json_writer_finish_to_bytes (EntJsonWriter  *self,
                                 GError        **error)
{
  g_return_val_if_fail (self->stream == NULL, NULL);

  if (!complete (self, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
