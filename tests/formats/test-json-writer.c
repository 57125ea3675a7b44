/* test-json-writer.c: the JSON writer, and both reader and writer against json-glib
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-json-number.h"
#include "ent-json-writer.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static char *
finish (EntJsonWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_json_writer_finish_to_bytes (writer, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  ent_json_check (text, length, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (text, length);
}

static void
write_sample (EntJsonWriter *writer)
{
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "format", -1);
  ent_json_writer_string (writer, "entente", -1);
  ent_json_writer_name (writer, "empty", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_end_object (writer);
  ent_json_writer_name (writer, "none", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  ent_json_writer_end_array (writer);
  ent_json_writer_name (writer, "events", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "tags", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_INLINE);
  ent_json_writer_string (writer, "a", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "b", -1);
  ent_json_writer_int64 (writer, -5);
  ent_json_writer_name (writer, "c", -1);
  ent_json_writer_null (writer);
  ent_json_writer_end_object (writer);
  ent_json_writer_end_array (writer);
  ent_json_writer_raw_name (writer, "\"\\u0041\"", 8);
  ent_json_writer_raw (writer, "1.50E+400", 9);
  ent_json_writer_end_object (writer);
  ent_json_writer_boolean (writer, TRUE);
  ent_json_writer_boolean (writer, FALSE);
  ent_json_writer_double (writer, 1e30);
  ent_json_writer_end_array (writer);
  ent_json_writer_end_object (writer);
}

static void
test_layout (void)
{
  g_autoptr (EntJsonWriter) compact = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
  g_autoptr (EntJsonWriter) pretty = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autofree char *compact_text = NULL;
  g_autofree char *pretty_text = NULL;

  write_sample (compact);
  compact_text = finish (compact);
  g_assert_cmpstr (compact_text, ==,
                   "{\"format\":\"entente\",\"empty\":{},\"none\":[],\"events\":[{\"tags\":[\"a\",{\"b\":-5,\"c\":null}],"
                   "\"\\u0041\":1.50E+400},true,false,1e30]}");
  write_sample (pretty);
  pretty_text = finish (pretty);
  g_assert_cmpstr (pretty_text, ==,
                   "{\n"
                   "  \"format\": \"entente\",\n"
                   "  \"empty\": {},\n"
                   "  \"none\": [],\n"
                   "  \"events\": [\n"
                   "    {\n"
                   "      \"tags\": [\"a\", {\"b\": -5, \"c\": null}],\n"
                   "      \"\\u0041\": 1.50E+400\n"
                   "    },\n"
                   "    true,\n"
                   "    false,\n"
                   "    1e30\n"
                   "  ]\n"
                   "}\n");
}

static const struct
{
  const char *name;
  const char *text;
  gssize length;
  const char *expected;
} strings[] = {
  { "empty", "", -1, "\"\"" },
  { "plain", "plain / <&>\x7f", -1, "\"plain / <&>\x7f\"" },
  { "required", "\"\\", -1, "\"\\\"\\\\\"" },
  { "short-forms", "\b\f\n\r\t", -1, "\"\\b\\f\\n\\r\\t\"" },
  { "controls", "\x01\x1f", -1, "\"\\u0001\\u001f\"" },
  { "nul", "a\0b", 3, "\"a\\u0000b\"" },
  { "length", "abcdef", 3, "\"abc\"" },
  { "utf8", "é中𝄞\xe2\x80\xa8", -1, "\"é中𝄞\xe2\x80\xa8\"" },
  { "invalid", "a\xff" "b\xc0\xafz", -1, "\"a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbdz\"" },
  { "surrogate", "\xed\xa0\x80", -1, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
  { "cut-off", "中国", 5, "\"中\xef\xbf\xbd\xef\xbf\xbd\"" },
  { "long", "0123456789abcdef0123456789\nabcdef中0123456789abcdef\"", -1,
    "\"0123456789abcdef0123456789\\nabcdef中0123456789abcdef\\\"\"" },
};

static void
test_strings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (EntJsonWriter) value = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
      g_autoptr (EntJsonWriter) member = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
      g_autofree char *expected = g_strdup_printf ("{%s:1}", strings[i].expected);
      g_autofree char *value_text = NULL;
      g_autofree char *member_text = NULL;

      g_test_message ("%s", strings[i].name);
      ent_json_writer_string (value, strings[i].text, strings[i].length);
      value_text = finish (value);
      g_assert_cmpstr (value_text, ==, strings[i].expected);

      ent_json_writer_begin_object (member, ENT_JSON_LINES);
      ent_json_writer_name (member, strings[i].text, strings[i].length);
      ent_json_writer_int64 (member, 1);
      ent_json_writer_end_object (member);
      member_text = finish (member);
      g_assert_cmpstr (member_text, ==, expected);
    }
}

static const struct
{
  double value;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { -0.0, "-0.0" },
  { 1, "1" },
  { -17, "-17" },
  { 0.1, "0.1" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" },
  { 1e15, "1e15" },
  { 123456789012345.0, "123456789012345" },
  { 9007199254740993.0, "9007199254740992" },
  { 1e21, "1e21" },
  { 1e30, "1e30" },
  { 1.5e-7, "1.5e-7" },
  { 1e100, "1e100" },
  { -1e-100, "-1e-100" },
  { 5e-324, "5e-324" },
  { 2.2250738585072011e-308, "2.225073858507201e-308" },
  { 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { 1.7976931348623157e308, "1.7976931348623157e308" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char buffer[ENT_JSON_NUMBER_SIZE];

      g_assert_cmpstr (ent_json_number_print (numbers[i].value, buffer), ==, numbers[i].text);
    }
}

/* What is written reads back as the same bits, here and in json-glib. */
static void
test_number_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 50000; i++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      char buffer[ENT_JSON_NUMBER_SIZE];
      double value;
      double back;

      memcpy (&value, &bits, sizeof value);
      if (i % 3 == 0)
        value = g_rand_int_range (random, -100000, 100000) / 1000.0;
      if (!isfinite (value))
        continue;

      ent_json_number_print (value, buffer);
      g_assert_true (ent_json_check (buffer, strlen (buffer), NULL, NULL));
      g_assert_true (ent_json_number_to_double (buffer, strlen (buffer), &back));
      g_assert_cmpmem (&value, sizeof value, &back, sizeof back);
      if (i % 50 == 0)
        {
          g_autoptr (JsonNode) node = json_from_string (buffer, NULL);

          g_assert_cmpfloat (json_node_get_double (node), ==, value);
        }
    }
}

static void
test_refused (void)
{
  const double values[] = { NAN, INFINITY, -INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
      g_autoptr (GError) error = NULL;

      ent_json_writer_begin_array (writer, ENT_JSON_LINES);
      ent_json_writer_double (writer, values[i]);
      g_assert_true (ent_json_writer_failed (writer));
      ent_json_writer_int64 (writer, 1);
      ent_json_writer_end_array (writer);
      g_assert_null (ent_json_writer_finish_to_bytes (writer, &error));
      g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_NOT_FINITE);
    }
}

static void
test_depth (void)
{
  for (guint over = 0; over < 2; over++)
    {
      g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < ENT_LIMIT_JSON_DEPTH + over; i++)
        ent_json_writer_begin_array (writer, ENT_JSON_INLINE);
      for (guint i = 0; i < ENT_LIMIT_JSON_DEPTH + over; i++)
        ent_json_writer_end_array (writer);
      bytes = ent_json_writer_finish_to_bytes (writer, &error);
      if (over == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH);
    }
}

static void
test_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, stream, NULL);
  g_autoptr (EntJsonWriter) memory = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  EntJsonWriter *both[] = { writer, memory };
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      ent_json_writer_begin_array (both[i], ENT_JSON_LINES);
      for (gint64 j = 0; j < 50000; j++)
        ent_json_writer_int64 (both[i], j);
      ent_json_writer_end_array (both[i]);
    }
  g_assert_true (ent_json_writer_finish (writer, &error));
  g_assert_no_error (error);
  expected = finish (memory);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), expected, strlen (expected));
}

/* A stream that is full: the error comes out at the end, once. */
static void
test_stream_error (void)
{
  static char room[1000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, stream, NULL);
  g_autoptr (GError) error = NULL;

  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (gint64 i = 0; i < 100000; i++)
    ent_json_writer_int64 (writer, i);
  ent_json_writer_end_array (writer);
  g_assert_false (ent_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* Random documents, with what both sides can do: no integers beyond int64, no
 * NUL in strings, no name twice. */
static void
write_random (EntJsonWriter *writer,
              GRand         *random,
              guint          depth)
{
  static const char *const texts[] = { "", "a", "title", "中文 text", "quote \" and \\", "line\nbreak\ttab", "\x01\x1f", "😹", "/",
                                       "a rather longer text, so that more than sixteen bytes are looked at" };
  guint kind = (guint) g_rand_int_range (random, depth > 5 ? 2 : 0, 8);
  guint count = (guint) g_rand_int_range (random, 0, 6);
  EntJsonFlow flow = g_rand_boolean (random) ? ENT_JSON_LINES : ENT_JSON_INLINE;

  switch (depth == 0 ? kind % 2 : kind)
    {
    case 0:
      ent_json_writer_begin_object (writer, flow);
      for (guint i = 0; i < count; i++)
        {
          g_autofree char *name = g_strdup_printf ("%s%u", texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], i);

          ent_json_writer_name (writer, name, -1);
          write_random (writer, random, depth + 1);
        }
      ent_json_writer_end_object (writer);
      break;
    case 1:
      ent_json_writer_begin_array (writer, flow);
      for (guint i = 0; i < count; i++)
        write_random (writer, random, depth + 1);
      ent_json_writer_end_array (writer);
      break;
    case 2:
      ent_json_writer_null (writer);
      break;
    case 3:
      ent_json_writer_boolean (writer, g_rand_boolean (random));
      break;
    case 4:
      ent_json_writer_int64 (writer, (gint64) ((guint64) g_rand_int (random) << 32 | g_rand_int (random)));
      break;
    case 5:
      ent_json_writer_double (writer, g_rand_double_range (random, -1e6, 1e6) * pow (10, g_rand_int_range (random, -20, 20)));
      break;
    default:
      ent_json_writer_string (writer, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], -1);
    }
}

static void
assert_same (EntJsonReader *reader,
             const char    *text,
             JsonNode      *node)
{
  EntJsonString string;
  EntJsonSpan span;
  guint count = 0;

  switch (ent_json_reader_peek (reader))
    {
    case ENT_JSON_OBJECT:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      g_assert_true (ent_json_reader_enter_object (reader));
      while (ent_json_reader_next_member (reader, &string))
        {
          g_autofree char *name = g_strndup (string.text, string.length);

          g_assert_true (json_object_has_member (json_node_get_object (node), name));
          assert_same (reader, text, json_object_get_member (json_node_get_object (node), name));
          count++;
        }
      g_assert_cmpuint (count, ==, json_object_get_size (json_node_get_object (node)));
      break;
    case ENT_JSON_ARRAY:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      g_assert_true (ent_json_reader_enter_array (reader));
      for (; ent_json_reader_next_element (reader); count++)
        {
          g_assert_cmpuint (count, <, json_array_get_length (json_node_get_array (node)));
          assert_same (reader, text, json_array_get_element (json_node_get_array (node), count));
        }
      g_assert_cmpuint (count, ==, json_array_get_length (json_node_get_array (node)));
      break;
    case ENT_JSON_STRING:
      g_assert_true (ent_json_reader_read_string (reader, &string));
      g_assert_cmpmem (string.text, string.length, json_node_get_string (node), strlen (json_node_get_string (node)));
      break;
    case ENT_JSON_NUMBER:
      g_assert_true (ent_json_reader_read_number (reader, &span));
      if (json_node_get_value_type (node) == G_TYPE_INT64)
        {
          gint64 value;

          g_assert_true (ent_json_number_to_int64 (text + span.offset, span.length, &value));
          g_assert_cmpint (value, ==, json_node_get_int (node));
        }
      else
        {
          double value;

          g_assert_true (ent_json_number_to_double (text + span.offset, span.length, &value));
          g_assert_cmpfloat (value, ==, json_node_get_double (node));
        }
      break;
    case ENT_JSON_TRUE:
    case ENT_JSON_FALSE:
      g_assert_cmpint (json_node_get_boolean (node), ==, ent_json_reader_peek (reader) == ENT_JSON_TRUE);
      g_assert_true (ent_json_reader_skip_value (reader, NULL));
      break;
    case ENT_JSON_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      g_assert_true (ent_json_reader_skip_value (reader, NULL));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_json_glib (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4271);

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (EntJsonWriter) writer = ent_json_writer_new (round % 2 == 0 ? ENT_JSON_PRETTY : ENT_JSON_COMPACT, NULL, NULL);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (EntJsonReader) reader;
      g_autofree char *text = NULL;

      write_random (writer, random, 0);
      text = finish (writer);
      node = json_from_string (text, &error);
      g_assert_no_error (error);
      ent_json_reader_init (&reader, text, strlen (text));
      assert_same (&reader, text, node);
      g_assert_true (ent_json_reader_finish (&reader, &error));
      g_assert_no_error (error);
    }
}

/* Bytes changed at random: the verdict and the place of the error may be
 * anything, but whatever passes json-glib must be able to read. */
static void
test_mutations (void)
{
  static const char bytes[] = "{}[]\",:\\u0123456789-+.eE tfnrabl/'\n\t\x01\x7f\x80\xbf\xc2\xe4\xed\xf0\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (977);
  guint valid = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
      g_autofree char *text = NULL;
      gsize length;

      write_random (writer, random, 0);
      text = finish (writer);
      length = strlen (text);
      for (guint change = 0; change < 30; change++)
        {
          g_autofree char *changed = g_memdup2 (text, length + 1);
          g_autoptr (GError) error = NULL;
          gsize offset = 0;

          for (guint i = 0; i <= change % 3; i++)
            changed[g_rand_int_range (random, 0, (int) length)] = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
          if (!ent_json_check (changed, length, &offset, &error))
            {
              g_assert_nonnull (error);
              g_assert_cmpuint (offset, <=, length);
              g_assert_true (offset == length || g_utf8_validate_len (changed, offset, NULL));
            }
          else
            {
              G_GNUC_UNUSED g_autoptr (JsonNode) node = json_from_string (changed, &error);

              valid++;
              g_assert_no_error (error);
            }
        }
    }
  g_assert_cmpuint (valid, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/number-round-trip", test_number_round_trip);
  g_test_add_func ("/json-writer/refused", test_refused);
  g_test_add_func ("/json-writer/depth", test_depth);
  g_test_add_func ("/json-writer/stream", test_stream);
  g_test_add_func ("/json-writer/stream-error", test_stream_error);
  g_test_add_func ("/json-writer/json-glib", test_json_glib);
  g_test_add_func ("/json-writer/mutations", test_mutations);

  return g_test_run ();
}
