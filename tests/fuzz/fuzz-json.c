/* fuzz-json.c: any bytes through the JSON reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-json-number.h"
#include "ent-json-writer.h"

#include "fuzz.h"

/* Copies a value through reader and writer, one step at a time. */
static void
copy_value (EntJsonReader *reader,
            EntJsonWriter *writer,
            const char    *data)
{
  EntJsonString string;
  EntJsonSpan span;
  gint64 integer;
  double real;

  switch (ent_json_reader_peek (reader))
    {
    case ENT_JSON_OBJECT:
      if (!ent_json_reader_enter_object (reader))
        return;
      ent_json_writer_begin_object (writer, ENT_JSON_LINES);
      while (ent_json_reader_next_member (reader, &string))
        {
          ent_json_writer_name (writer, string.text, (gssize) string.length);
          copy_value (reader, writer, data);
          if (ent_json_reader_failed (reader))
            return;
        }
      if (!ent_json_reader_failed (reader))
        ent_json_writer_end_object (writer);
      break;
    case ENT_JSON_ARRAY:
      if (!ent_json_reader_enter_array (reader))
        return;
      ent_json_writer_begin_array (writer, ENT_JSON_LINES);
      while (ent_json_reader_next_element (reader))
        copy_value (reader, writer, data);
      if (!ent_json_reader_failed (reader))
        ent_json_writer_end_array (writer);
      break;
    case ENT_JSON_STRING:
      if (ent_json_reader_read_string (reader, &string))
        ent_json_writer_string (writer, string.text, (gssize) string.length);
      break;
    case ENT_JSON_NUMBER:
      if (!ent_json_reader_read_number (reader, &span))
        return;
      if (ent_json_number_to_int64 (data + span.offset, span.length, &integer))
        g_assert_true (ent_json_number_is_integer (data + span.offset, span.length));
      ent_json_number_to_double (data + span.offset, span.length, &real);
      ent_json_writer_raw (writer, data + span.offset, span.length);
      break;
    case ENT_JSON_TRUE:
    case ENT_JSON_FALSE:
    case ENT_JSON_NULL:
      if (ent_json_reader_skip_value (reader, &span))
        ent_json_writer_raw (writer, data + span.offset, span.length);
      break;
    default:
      break;
    }
}

/* Both ways through the reader give the same verdict at the same place, and a
 * copy of a valid text is valid. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         length)
{
  g_autofree char *data = g_memdup2 (bytes, MAX (length, 1));
  g_auto (EntJsonReader) reader;
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) pull_error = NULL;
  gsize offset = 0;
  gboolean valid = ent_json_check (data, length, &offset, &error);

  ent_json_reader_init (&reader, data, length);
  copy_value (&reader, writer, data);
  g_assert_cmpint (ent_json_reader_finish (&reader, &pull_error), ==, valid);
  if (valid)
    {
      g_autoptr (GBytes) copy = ent_json_writer_finish_to_bytes (writer, &error);

      g_assert_no_error (error);
      g_assert_true (ent_json_check (g_bytes_get_data (copy, NULL), g_bytes_get_size (copy), NULL, NULL));
    }
  else
    {
      g_assert_cmpint (pull_error->code, ==, error->code);
      g_assert_cmpuint (ent_json_reader_get_error_offset (&reader), ==, offset);
    }
  return 0;
}
