/* ent-native-writer.c: writes a dataset in the native format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read in this format is written word for word: every field of the
 * dataset and of its events, known or not, right or wrong, with its white space
 * and the digits of its numbers. Only these change: events that were left out
 * stay out; a second list of events in the same object goes; and an id that the
 * reader had to number is written down, so that it stays when other events do
 * not.
 */
#include "config.h"

#include "ent-native.h"

#include "ent-json-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* `e-` and twelve digits; what is longer was numbered. */
#define MADE_ID_LENGTH 14

/* The event as it is written. A dataset does not keep more than the first
 * 16 MiB of a text, but it points into the source. */
static EntJsonSpan
event_span (EntDataset *dataset,
            guint32     row,
            const char *data,
            gsize       length)
{
  gsize offset = (gsize) (ent_dataset_get_raw (dataset, row).text - data);
  EntJsonSpan span = { offset, length - offset };
  g_auto (EntJsonReader) reader;

  ent_json_reader_init_span (&reader, data, span);
  ent_json_reader_skip_value (&reader, &span);
  return span;
}

/* Finds the id an event is written with: the first member of that name. */
static gboolean
find_id (const char  *data,
         EntJsonSpan  event,
         EntJsonSpan *value,
         char       **text)
{
  g_auto (EntJsonReader) reader;
  EntJsonString string;

  ent_json_reader_init_span (&reader, data, event);
  ent_json_reader_enter_object (&reader);
  while (ent_json_reader_next_member (&reader, &string))
    if (ent_json_string_equal (&string, "id"))
      {
        *text = NULL;
        if (ent_json_reader_peek (&reader) == ENT_JSON_STRING)
          {
            ent_json_reader_read_string (&reader, &string);
            *text = g_strndup (string.text, string.length);
            *value = string.raw;
          }
        else
          ent_json_reader_skip_value (&reader, value);
        return TRUE;
      }
  return FALSE;
}

static void
append_json_string (GString *text,
                    EntSlice string)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  ent_json_writer_string (writer, string.text, (gssize) string.length);
  bytes = ent_json_writer_finish_to_bytes (writer, NULL);
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* The event with its id written down, or NULL when it may stay as it is. */
static GString *
with_id (EntDataset *dataset,
         guint32     row,
         const char *data,
         EntJsonSpan event)
{
  EntSlice id = ent_dataset_get_id (dataset, row);
  const char *raw = data + event.offset;
  g_autofree char *written = NULL;
  EntJsonSpan value;
  GString *text;
  gsize space = 1;

  if (!ent_dataset_id_was_given (dataset, row) && id.length == MADE_ID_LENGTH)
    return NULL;
  if (find_id (data, event, &value, &written))
    {
      if (written != NULL && ent_slice_equal (ent_slice_from_string (written), id))
        return NULL;
      text = g_string_new_len (raw, (gssize) (value.offset - event.offset));
      append_json_string (text, id);
      g_string_append_len (text, data + value.offset + value.length,
                           (gssize) (event.offset + event.length - value.offset - value.length));
      return text;
    }
  /* A first member, with the white space that the others have. There is another: the title. */
  while (strchr (" \t\r\n", raw[space]) != NULL)
    space++;
  text = g_string_new_len (raw, (gssize) space);
  g_string_append (text, "\"id\": ");
  append_json_string (text, id);
  g_string_append_c (text, ',');
  if (space == 1)
    g_string_append_c (text, ' ');
  g_string_append_len (text, raw + 1, (gssize) (event.length - 1));
  return text;
}

static void
write_events (EntJsonWriter *writer,
              EntDataset    *dataset,
              const guint32 *rows,
              guint          n_rows,
              const char    *data,
              gsize          length)
{
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < n_rows && !ent_json_writer_failed (writer); i++)
    {
      guint32 row = rows != NULL ? rows[i] : i;
      EntJsonSpan span = event_span (dataset, row, data, length);
      GString *text = with_id (dataset, row, data, span);

      if (text == NULL)
        ent_json_writer_raw (writer, data + span.offset, span.length);
      else
        {
          ent_json_writer_raw (writer, text->str, text->len);
          g_string_free (text, TRUE);
        }
    }
  ent_json_writer_end_array (writer);
}

/**
 * ent_native_write:
 * @dataset: a dataset that was read in this format
 * @rows: (nullable) (array length=n_rows): the events to write, or %NULL for all
 * @n_rows: how many; ignored when @rows is %NULL
 * @stream: where to write
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error of @stream or an #EntFormatError
 *
 * Writes a dataset in the native format.
 *
 * Returns: whether all was written
 */
gboolean
ent_native_write (EntDataset     *dataset,
                  const guint32  *rows,
                  guint           n_rows,
                  GOutputStream  *stream,
                  GCancellable   *cancellable,
                  GError        **error)
{
  GBytes *source = ent_dataset_get_source (dataset);
  g_autoptr (EntJsonWriter) writer = NULL;
  g_auto (EntJsonReader) reader = { NULL };
  gboolean has_events = FALSE;
  EntJsonString name;
  EntJsonSpan span;
  const char *data;
  gsize length;

  data = source != NULL ? g_bytes_get_data (source, &length) : NULL;
  if (data != NULL)
    ent_json_reader_init (&reader, data, length);
  if (data == NULL || ent_json_reader_peek (&reader) != ENT_JSON_OBJECT)
    {
      g_set_error_literal (error, ENT_FORMAT_ERROR, ENT_FORMAT_ERROR_NO_SOURCE,
                           _("only what was read from an Entente timeline can be written as one"));
      return FALSE;
    }
  if (rows == NULL)
    n_rows = ent_dataset_get_n_events (dataset);

  writer = ent_json_writer_new (ENT_JSON_PRETTY, stream, cancellable);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_reader_enter_object (&reader);
  while (ent_json_reader_next_member (&reader, &name))
    {
      gboolean is_events = ent_json_string_equal (&name, "events");

      if (!ent_json_reader_skip_value (&reader, &span))
        break;
      if (is_events && has_events)
        continue;
      ent_json_writer_raw_name (writer, data + name.raw.offset, name.raw.length);
      if (is_events && data[span.offset] == '[')
        write_events (writer, dataset, rows, n_rows, data, length);
      else
        ent_json_writer_raw (writer, data + span.offset, span.length);
      has_events |= is_events;
    }
  if (!ent_json_reader_finish (&reader, error))
    return FALSE;
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish (writer, error);
}
