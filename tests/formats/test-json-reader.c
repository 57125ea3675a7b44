/* test-json-reader.c: the strict JSON reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are named after what JSONTestSuite calls its cases: y_ must be read, n_
 * must be refused, i_ is where the standard leaves the choice to us.
 */
#include "config.h"

#include "ent-json-number.h"
#include "ent-json-reader.h"
#include "ent-json-scan.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gssize length; /* 0: as long as the string is */
  EntJsonError code; /* 0: valid */
  guint line;
  guint column;
} Case;

static const Case cases[] = {
  { "y_array_empty", "[]" },
  { "y_array_empty_string", "[\"\"]" },
  { "y_array_false", "[false]" },
  { "y_array_heterogeneous", "[null, 1, \"1\", {}]" },
  { "y_array_spaces", "[[]   ]" },
  { "y_array_nested", "[[[[1]], [2]], []]" },
  { "y_array_line_break", "[1\n]" },
  { "y_array_tab_and_return", "\t[\r\n1\t,\r2]\n" },
  { "y_object_empty", "{}" },
  { "y_object_empty_name", "{\"\":0}" },
  { "y_object_duplicate", "{\"a\":1,\"a\":1}" },
  { "y_object_basic", "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}" },
  { "y_object_escaped_name", "{\"foo\\u0000bar\": 42}" },
  { "y_object_line_breaks", "{\n\"a\"\n:\n1\n}" },
  { "y_object_nested", "{\"a\":{\"b\":{\"c\":[{}]}}}" },
  { "y_structure_lonely_string", "\"asd\"" },
  { "y_structure_lonely_int", "42" },
  { "y_structure_lonely_negative_real", "-0.1" },
  { "y_structure_lonely_null", "null" },
  { "y_structure_lonely_true", "true" },
  { "y_structure_lonely_false", "false" },
  { "y_structure_trailing_newline", "[\"a\"]\n" },
  { "y_structure_white_space_array", " [] " },
  { "y_number_zero", "[0]" },
  { "y_number_minus_zero", "[-0]" },
  { "y_number_negative_one", "[-1]" },
  { "y_number_0e1", "[0e1]" },
  { "y_number_0e+1", "[0e+1]" },
  { "y_number_real_exponent", "[123.456E78]" },
  { "y_number_real_pos_exponent", "[1e+2]" },
  { "y_number_real_neg_exponent", "[1e-2]" },
  { "y_number_close_to_zero", "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]" },
  { "y_number_after_space", "[ 4]" },
  { "i_number_huge_exponent", "[0.4e00669999999999999999999999999999999999]" },
  { "i_number_beyond_double", "[1.5e+9999]" },
  { "i_number_very_big_negative_int", "[-237462374673276894279832749832423479823246327846]" },
  { "i_number_too_big_for_int64", "[100000000000000000000]" },
  { "y_string_escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]" },
  { "y_string_unicode_escape", "[\"\\u0060\\u012a\\u12AB\"]" },
  { "y_string_surrogate_pair", "[\"\\uD801\\udc37\"]" },
  { "y_string_two_surrogate_pairs", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]" },
  { "y_string_backslash_and_u_escaped_zero", "[\"\\\\u0000\"]" },
  { "y_string_null_escape", "[\"\\u0000\"]" },
  { "y_string_del", "[\"a\x7f" "a\"]" },
  { "y_string_utf8", "[\"€𝄞\"]" },
  { "y_string_last_code_point", "[\"\xf4\x8f\xbf\xbf\"]" },
  { "y_string_nonchar", "[\"\xef\xbf\xbf\"]" },
  { "y_string_line_separators", "[\"\xe2\x80\xa8\xe2\x80\xa9\"]" },
  { "y_string_escaped_noncharacter", "[\"\\uFFFF\"]" },
  { "y_string_comment_like", "[\"a/*b*/c//d#e\"]" },
  { "y_string_long_plain", "[\"0123456789abcdef0123456789abcdef0123456789abcdef\"]" },
  { "i_structure_utf8_bom", "\xef\xbb\xbf{}" },

  { "n_empty", "", 0, ENT_JSON_ERROR_EMPTY, 1, 1 },
  { "n_white_space_only", " \n\t", 0, ENT_JSON_ERROR_EMPTY, 2, 2 },
  { "n_bom_only", "\xef\xbb\xbf", 0, ENT_JSON_ERROR_EMPTY, 1, 1 },
  { "n_bom_twice", "\xef\xbb\xbf\xef\xbb\xbf{}", 0, ENT_JSON_ERROR_VALUE, 1, 1 },
  { "n_bom_incomplete", "\xef\xbb{}", 0, ENT_JSON_ERROR_UTF8, 1, 1 },
  { "n_array_unclosed", "[1", 0, ENT_JSON_ERROR_END, 1, 3 },
  { "n_array_unclosed_comma", "[1,", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_array_unclosed_deep", "[[[", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_array_unclosed_with_object", "[{}", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_array_extra_comma", "[1,]", 0, ENT_JSON_ERROR_TRAILING_COMMA, 1, 3 },
  { "n_array_double_extra_comma", "[\"x\",,]", 0, ENT_JSON_ERROR_VALUE, 1, 6 },
  { "n_array_comma_first", "[,1]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_array_just_comma", "[,]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_array_missing_comma", "[\n  1\n  true]", 0, ENT_JSON_ERROR_COMMA, 3, 3 },
  { "n_array_colon_instead_of_comma", "[\"\": 1]", 0, ENT_JSON_ERROR_COMMA, 1, 4 },
  { "n_array_inner_no_comma", "[3[4]]", 0, ENT_JSON_ERROR_COMMA, 1, 3 },
  { "n_array_wrong_bracket", "[1}", 0, ENT_JSON_ERROR_BRACKET, 1, 3 },
  { "n_array_star", "[*]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_array_vertical_tab", "[\v1]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_array_form_feed", "[1\f]", 0, ENT_JSON_ERROR_COMMA, 1, 3 },
  { "n_array_no_break_space", "[\xc2\xa0" "1]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_array_invalid_utf8", "[\xff]", 0, ENT_JSON_ERROR_UTF8, 1, 2 },
  { "n_array_nul", "[1\0]", 4, ENT_JSON_ERROR_COMMA, 1, 3 },
  { "n_object_unclosed", "{\"a\":\"b\"", 0, ENT_JSON_ERROR_END, 1, 9 },
  { "n_object_no_value_end", "{\"a\":", 0, ENT_JSON_ERROR_END, 1, 6 },
  { "n_object_no_value", "{\"a\":}", 0, ENT_JSON_ERROR_VALUE, 1, 6 },
  { "n_object_no_colon", "{\"a\" 1}", 0, ENT_JSON_ERROR_COLON, 1, 6 },
  { "n_object_name_only", "{\"a\"", 0, ENT_JSON_ERROR_END, 1, 5 },
  { "n_object_two_colons", "{\"a\"::1}", 0, ENT_JSON_ERROR_VALUE, 1, 6 },
  { "n_object_trailing_comma", "{\"id\":0,}", 0, ENT_JSON_ERROR_TRAILING_COMMA, 1, 8 },
  { "n_object_several_trailing_commas", "{\"id\":0,,}", 0, ENT_JSON_ERROR_NAME, 1, 9 },
  { "n_object_comma_only", "{,}", 0, ENT_JSON_ERROR_NAME, 1, 2 },
  { "n_object_non_string_key", "{1:1}", 0, ENT_JSON_ERROR_NAME, 1, 2 },
  { "n_object_unquoted_key", "{a: \"b\"}", 0, ENT_JSON_ERROR_NAME, 1, 2 },
  { "n_object_single_quote", "{'a':0}", 0, ENT_JSON_ERROR_QUOTE, 1, 2 },
  { "n_object_missing_comma", "{\"a\":1 \"b\":2}", 0, ENT_JSON_ERROR_COMMA, 1, 8 },
  { "n_object_wrong_bracket", "{\"a\":1]", 0, ENT_JSON_ERROR_BRACKET, 1, 7 },
  { "n_object_comment", "{/**/\"a\":1}", 0, ENT_JSON_ERROR_COMMENT, 1, 2 },
  { "n_structure_trailing_comment", "{\"a\":1}// end", 0, ENT_JSON_ERROR_COMMENT, 1, 8 },
  { "n_structure_hash_comment", "# a\n{}", 0, ENT_JSON_ERROR_COMMENT, 1, 1 },
  { "n_structure_comment_in_array", "[1, /* two */ 2]", 0, ENT_JSON_ERROR_COMMENT, 1, 5 },
  { "n_structure_two_documents", "{} {}", 0, ENT_JSON_ERROR_TRAILING, 1, 4 },
  { "n_structure_two_documents_by_line", "{}\n{}\n", 0, ENT_JSON_ERROR_TRAILING, 2, 1 },
  { "n_structure_trailing_bracket", "[]]", 0, ENT_JSON_ERROR_TRAILING, 1, 3 },
  { "n_structure_trailing_word", "2@", 0, ENT_JSON_ERROR_TRAILING, 1, 2 },
  { "n_structure_trailing_nul", "[]\0", 3, ENT_JSON_ERROR_TRAILING, 1, 3 },
  { "n_structure_closing_only", "]", 0, ENT_JSON_ERROR_VALUE, 1, 1 },
  { "n_structure_ascii_unicode_identifier", "a\xc3\xa5", 0, ENT_JSON_ERROR_WORD, 1, 1 },
  { "n_structure_angle", "<null>", 0, ENT_JSON_ERROR_VALUE, 1, 1 },
  { "n_structure_variable", "var x = 1;", 0, ENT_JSON_ERROR_WORD, 1, 1 },
  { "n_structure_utf16le_bom", "\xff\xfe[\0]\0", 6, ENT_JSON_ERROR_UTF16, 1, 1 },
  { "n_structure_utf16be", "\0[\0]", 4, ENT_JSON_ERROR_UTF16, 1, 1 },
  { "n_structure_utf16le", "[\0]\0", 4, ENT_JSON_ERROR_UTF16, 1, 1 },
  { "n_structure_nuls", "\0\0\0\0", 4, ENT_JSON_ERROR_VALUE, 1, 1 },
  { "n_word_capital", "[True]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_word_incomplete", "[tru]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_word_cut_off", "nul", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_word_too_long", "[nulls]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_word_undefined", "[undefined]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_number_NaN", "[NaN]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_number_Infinity", "[Infinity]", 0, ENT_JSON_ERROR_WORD, 1, 2 },
  { "n_number_minus_Infinity", "[-Infinity]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_leading_zero", "[012]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_minus_leading_zero", "[-012]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_two_zeros", "[00]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_plus", "[+1]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_plusplus", "[++1234]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_double_minus", "[--2.]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_lone_minus", "[-]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_minus_at_end", "-", 0, ENT_JSON_ERROR_END, 1, 2 },
  { "n_number_point_first", "[.5]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_point_last", "[1.]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_point_at_end", "1.", 0, ENT_JSON_ERROR_END, 1, 3 },
  { "n_number_point_exponent", "[1.e1]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_two_points", "[1.2.3]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_empty_exponent", "[1e]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_empty_signed_exponent", "[1e+]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_exponent_at_end", "1e-", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_number_two_exponents", "[1ee2]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_hex", "[0x1F]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_with_letter", "[1.8011670033376514H-308]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_underscore", "[1_000]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_expression", "[1+2]", 0, ENT_JSON_ERROR_NUMBER, 1, 2 },
  { "n_number_space_within", "[1 000.0]", 0, ENT_JSON_ERROR_COMMA, 1, 4 },
  { "n_number_full_width_digit", "[\xef\xbc\x91]", 0, ENT_JSON_ERROR_VALUE, 1, 2 },
  { "n_string_single_quotes", "['a']", 0, ENT_JSON_ERROR_QUOTE, 1, 2 },
  { "n_string_unclosed", "[\"a", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_string_unclosed_escape", "\"a\\", 0, ENT_JSON_ERROR_END, 1, 4 },
  { "n_string_unescaped_newline", "[\"new\nline\"]", 0, ENT_JSON_ERROR_CONTROL, 1, 6 },
  { "n_string_unescaped_tab", "[\"\t\"]", 0, ENT_JSON_ERROR_CONTROL, 1, 3 },
  { "n_string_unescaped_nul", "[\"a\0a\"]", 7, ENT_JSON_ERROR_CONTROL, 1, 4 },
  { "n_string_unescaped_us", "[\"中\x1f\"]", 0, ENT_JSON_ERROR_CONTROL, 1, 4 },
  { "n_string_escape_x", "[\"\\x00\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_octal", "[\"\\123\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_quote", "[\"\\'\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_capital_U", "[\"\\UA66D\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_nul", "[\"\\\0\"]", 6, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_newline", "[\"\\\n\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_u_short", "[\"\\u00A\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_u_letters", "[\"\\uqqqq\"]", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "n_string_escape_u_cut_off", "[\"\\u12", 0, ENT_JSON_ERROR_ESCAPE, 1, 3 },
  { "i_string_lone_high_surrogate", "[\"\\uD834\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "i_string_lone_low_surrogate", "[\"\\uDFAA\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "i_string_inverted_surrogates", "[\"\\uDd1e\\uD834\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "i_string_high_surrogate_then_letter", "[\"\\uD834abcdefgh\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "i_string_high_surrogate_then_escape", "[\"\\uD800\\u0041\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "i_string_two_high_surrogates", "[\"\\uD800\\uD800\\u0041\"]", 0, ENT_JSON_ERROR_SURROGATE, 1, 3 },
  { "n_string_utf8_lone_continuation", "[\"\x81\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_overlong_2", "[\"\xc0\xaf\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_overlong_3", "[\"\xe0\x9f\xbf\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_overlong_4", "[\"\xf0\x8f\xbf\xbf\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_surrogate", "[\"\xed\xa0\x80\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_beyond", "[\"\xf4\x90\x80\x80\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_f5", "[\"\xf5\x80\x80\x80\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_cut_short", "[\"\xe4\xb8\"]", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_string_utf8_cut_at_end", "[\"中\xe4\xb8", 0, ENT_JSON_ERROR_UTF8, 1, 4 },
  { "n_string_latin1", "[\"caf\xe9\"]", 0, ENT_JSON_ERROR_UTF8, 1, 6 },
  { "n_string_name_invalid_utf8", "{\"\xb9\":\"0\"}", 0, ENT_JSON_ERROR_UTF8, 1, 3 },
  { "n_far_down_and_right", "{\n  \"标题\": \"中文\",\n  \"日期\": \"é\", oops\n}", 0, ENT_JSON_ERROR_NAME, 3, 14 },
};

static void
test_conformance (gconstpointer data)
{
  const Case *row = data;
  gsize length = row->length > 0 ? (gsize) row->length : strlen (row->text);
  /* An own block of just that size, so that a sanitizer sees a read behind it. */
  g_autofree char *text = g_memdup2 (row->text, MAX (length, 1));
  g_autoptr (GError) error = NULL;
  gsize offset = G_MAXSIZE;
  gboolean valid = ent_json_check (text, length, &offset, &error);

  if (row->code == 0)
    {
      g_assert_no_error (error);
      g_assert_true (valid);
      g_assert_cmpuint (offset, ==, G_MAXSIZE);
    }
  else
    {
      g_autofree char *prefix = g_strdup_printf ("%u:%u: JSON syntax: ", row->line, row->column);

      g_assert_false (valid);
      g_assert_error (error, ENT_JSON_ERROR, (int) row->code);
      if (!g_str_has_prefix (error->message, prefix))
        g_error ("“%s” does not begin with “%s”", error->message, prefix);
      g_assert_cmpuint (offset, <=, length);
    }
}

/* Every beginning of a valid text but the whole is invalid, and none is read past its end. */
static void
test_truncated (void)
{
  const char *whole = "{\"a\": [1, -2.5e+3, \"x\\n\\u00e9\\ud83d\\ude39\", true, false, null, {\"日本\": {}}], \"b\": []}";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_memdup2 (whole, MAX (length, 1));

      g_assert_false (ent_json_check (text, length, NULL, NULL));
    }
  g_assert_true (ent_json_check (whole, strlen (whole), NULL, NULL));
}

static void
test_depth (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize offset = 0;

  for (guint i = 0; i < ENT_LIMIT_JSON_DEPTH; i++)
    g_string_append (text, i % 2 == 0 ? "{\"a\":" : "[");
  for (guint i = ENT_LIMIT_JSON_DEPTH; i > 0; i--)
    g_string_append_c (text, (i - 1) % 2 == 0 ? '}' : ']');
  ent_json_check (text->str, text->len, NULL, &error);
  g_assert_no_error (error);

  g_string_prepend_c (text, '[');
  g_string_append_c (text, ']');
  g_assert_false (ent_json_check (text->str, text->len, &offset, &error));
  g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH);
  g_assert_null (strstr (error->message, "JSON syntax"));
  g_assert_nonnull (strstr (error->message, "200"));
  g_clear_error (&error);

  /* Broken below the limit, it is no JSON either; however deep. */
  g_string_truncate (text, text->len - 1);
  g_assert_false (ent_json_check (text->str, text->len, &offset, &error));
  g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH);
  g_assert_nonnull (strstr (error->message, "JSON syntax"));
  g_clear_error (&error);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "[{\"\":");
  g_string_append (text, "null");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "}]");
  g_assert_false (ent_json_check (text->str, text->len, &offset, &error));
  g_assert_null (strstr (error->message, "JSON syntax"));
  g_clear_error (&error);
  text->str[text->len - 4] = ']';
  g_assert_false (ent_json_check (text->str, text->len, &offset, &error));
  g_assert_nonnull (strstr (error->message, "JSON syntax"));
  g_clear_error (&error);

  /* Side by side is not nested. */
  g_string_assign (text, "[");
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "[{\"a\":[]}],");
  g_string_append (text, "[]]");
  ent_json_check (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  g_string_free (text, TRUE);
}

static void
test_brackets (void)
{
  const gsize length = 5 * 1000 * 1000;
  const char *const fills[] = { "[", "{", "{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autofree char *text = g_malloc (length);
      g_autoptr (GError) error = NULL;
      gsize offset = 0;
      gsize n = strlen (fills[i]);

      for (gsize j = 0; j < length; j++)
        text[j] = fills[i][j % n];
      g_assert_false (ent_json_check (text, length, &offset, &error));
      if (n == 1 && fills[i][0] == '{')
        g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_NAME);
      else
        {
          g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH);
          g_assert_cmpuint (offset, ==, n * ENT_LIMIT_JSON_DEPTH);
        }
    }
}

static void
test_pull (void)
{
  const char *text = " {\"title\": \"plain\", \"t\\u0069tle\": \"two\\nlines \\u0000 \\ud83d\\ude39\", \"n\": -1.50e+3,\n"
                     "\"skipped\": [1, {\"x\": [true]}], \"list\": [true, null, [2], {}], \"last\": false} ";
  g_auto (EntJsonReader) reader;
  g_autoptr (GError) error = NULL;
  EntJsonString name;
  EntJsonString string;
  EntJsonSpan span;

  ent_json_reader_init (&reader, text, strlen (text));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_OBJECT);
  g_assert_cmpuint (ent_json_reader_get_offset (&reader), ==, 1);
  g_assert_true (ent_json_reader_enter_object (&reader));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_NONE);

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_true (ent_json_string_equal (&name, "title"));
  g_assert_cmpuint (name.raw.offset, ==, 2);
  g_assert_cmpuint (name.raw.length, ==, 7);
  g_assert_true (ent_json_reader_read_string (&reader, &string));
  g_assert_false (string.escaped);
  g_assert_true (string.text == strstr (text, "plain"));
  g_assert_cmpuint (string.length, ==, 5);

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_true (name.escaped);
  g_assert_true (ent_json_reader_read_string (&reader, &string));
  g_assert_true (string.escaped);
  g_assert_cmpmem (string.text, string.length, "two\nlines \0 😹", 16);
  g_assert_cmpmem (text + string.raw.offset, string.raw.length, "\"two\\nlines \\u0000 \\ud83d\\ude39\"", 32);
  /* The name outlives the string. */
  g_assert_true (ent_json_string_equal (&name, "title"));

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_NUMBER);
  g_assert_true (ent_json_reader_read_number (&reader, &span));
  g_assert_cmpmem (text + span.offset, span.length, "-1.50e+3", 8);

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_true (ent_json_string_equal (&name, "skipped"));

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_true (ent_json_string_equal (&name, "list"));
  g_assert_true (ent_json_reader_enter_array (&reader));
  g_assert_cmpuint (ent_json_reader_get_depth (&reader), ==, 2);
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_TRUE);
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_NULL);
  g_assert_true (ent_json_reader_skip_value (&reader, NULL));
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_true (ent_json_reader_skip_value (&reader, &span));
  g_assert_cmpmem (text + span.offset, span.length, "[2]", 3);
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_true (ent_json_reader_enter_object (&reader));
  g_assert_false (ent_json_reader_next_member (&reader, &name));
  g_assert_false (ent_json_reader_next_element (&reader));
  g_assert_cmpuint (ent_json_reader_get_depth (&reader), ==, 1);

  g_assert_true (ent_json_reader_next_member (&reader, &name));
  g_assert_true (ent_json_string_equal (&name, "last"));
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_FALSE);
  g_assert_false (ent_json_reader_next_member (&reader, &name));
  g_assert_true (ent_json_reader_finish (&reader, &error));
  g_assert_no_error (error);
}

static void
test_span (void)
{
  const char *text = "[0, {\"a\": \"x\"} , 1]";
  g_auto (EntJsonReader) reader;
  g_auto (EntJsonReader) inner;
  EntJsonString name;
  EntJsonSpan span;

  ent_json_reader_init (&reader, text, strlen (text));
  g_assert_true (ent_json_reader_enter_array (&reader));
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_true (ent_json_reader_next_element (&reader));
  g_assert_true (ent_json_reader_skip_value (&reader, &span));
  g_assert_cmpmem (text + span.offset, span.length, "{\"a\": \"x\"}", 10);

  ent_json_reader_init_span (&inner, text, span);
  g_assert_true (ent_json_reader_enter_object (&inner));
  g_assert_true (ent_json_reader_next_member (&inner, &name));
  g_assert_cmpuint (name.raw.offset, ==, 5);
  g_assert_cmpuint (ent_json_reader_get_offset (&inner), ==, 10);
  g_assert_false (ent_json_reader_next_member (&inner, &name));
  g_assert_true (ent_json_reader_finish (&inner, NULL));
}

/* After an error every call says no, and the first error is the one that is told. */
static void
test_sticky (void)
{
  const char *text = "{\"a\": [1 2], \"b\": nope}";
  g_auto (EntJsonReader) reader;
  g_autoptr (GError) error = NULL;
  EntJsonString string;
  EntJsonSpan span;

  ent_json_reader_init (&reader, text, strlen (text));
  g_assert_true (ent_json_reader_enter_object (&reader));
  g_assert_true (ent_json_reader_next_member (&reader, &string));
  g_assert_false (ent_json_reader_failed (&reader));
  g_assert_false (ent_json_reader_skip_value (&reader, &span));
  g_assert_true (ent_json_reader_failed (&reader));
  g_assert_cmpuint (ent_json_reader_get_error_offset (&reader), ==, 9);
  g_assert_cmpint (ent_json_reader_peek (&reader), ==, ENT_JSON_NONE);
  g_assert_false (ent_json_reader_next_member (&reader, &string));
  g_assert_false (ent_json_reader_enter_array (&reader));
  g_assert_false (ent_json_reader_read_string (&reader, &string));
  g_assert_false (ent_json_reader_finish (&reader, &error));
  g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_COMMA);
}

static const struct
{
  const char *text;
  gboolean integer;
  gboolean fits;
  gint64 value;
} integers[] = {
  { "0", TRUE, TRUE, 0 },
  { "-0", TRUE, TRUE, 0 },
  { "0.000e99999999999999999999", TRUE, TRUE, 0 },
  { "7", TRUE, TRUE, 7 },
  { "-7.00", TRUE, TRUE, -7 },
  { "1e3", TRUE, TRUE, 1000 },
  { "1.25e2", TRUE, TRUE, 125 },
  { "0.05e2", TRUE, TRUE, 5 },
  { "12.0300e+2", TRUE, TRUE, 1203 },
  { "4000e-3", TRUE, TRUE, 4 },
  { "9223372036854775807", TRUE, TRUE, G_MAXINT64 },
  { "9223372036854775808", TRUE, FALSE, 0 },
  { "-9223372036854775808", TRUE, TRUE, G_MININT64 },
  { "-9223372036854775809", TRUE, FALSE, 0 },
  { "9999999999999999999", TRUE, FALSE, 0 },
  { "18446744073709551616", TRUE, FALSE, 0 },
  { "922337203685477580.7e1", TRUE, TRUE, G_MAXINT64 },
  { "1e18", TRUE, TRUE, G_GINT64_CONSTANT (1000000000000000000) },
  { "1e19", TRUE, FALSE, 0 },
  { "1e400", TRUE, FALSE, 0 },
  { "1e99999999999999999999999", TRUE, FALSE, 0 },
  { "0.5", FALSE, FALSE, 0 },
  { "1.25e1", FALSE, FALSE, 0 },
  { "1e-1", FALSE, FALSE, 0 },
  { "1e-99999999999999999999999", FALSE, FALSE, 0 },
  { "123.456", FALSE, FALSE, 0 },
};

static void
test_integers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      gint64 value = 42;
      gsize length = strlen (integers[i].text);

      g_test_message ("%s", integers[i].text);
      g_assert_cmpint (ent_json_number_is_integer (integers[i].text, length), ==, integers[i].integer);
      g_assert_cmpint (ent_json_number_to_int64 (integers[i].text, length, &value), ==, integers[i].fits);
      g_assert_cmpint (value, ==, integers[i].fits ? integers[i].value : 42);
    }
}

static void
test_doubles (void)
{
  g_autofree char *many = g_strnfill (100000, '3');
  double value = 42;

  g_assert_true (ent_json_number_to_double ("-2.5e-3xyz", 7, &value));
  g_assert_cmpfloat (value, ==, -2.5e-3);
  g_assert_true (ent_json_number_to_double ("1e-999", 6, &value));
  g_assert_cmpfloat (value, ==, 0);
  g_assert_false (ent_json_number_to_double ("1e999", 5, &value));
  g_assert_false (ent_json_number_to_double (many, 100000, &value));
  g_assert_cmpfloat (value, ==, 0);
  many[1] = '.';
  g_assert_true (ent_json_number_to_double (many, 100000, &value));
  g_assert_cmpfloat (value, ==, 10.0 / 3);
}

static void
test_locate (void)
{
  const char *text = "\xef\xbb\xbf" "a中é\n\n𝄞x\r\nlast";
  static const struct
  {
    gsize offset;
    guint64 line;
    guint64 column;
  } places[] = {
    { 3, 1, 1 }, { 4, 1, 2 }, { 7, 1, 3 }, { 9, 1, 4 }, { 10, 2, 1 }, { 11, 3, 1 }, { 15, 3, 2 },
    { 16, 3, 3 }, { 18, 4, 1 }, { 20, 4, 3 }, { 22, 4, 5 }, { 0, 1, 1 }, { 999, 4, 5 },
  };
  guint64 line;
  guint64 column;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ent_json_locate (text, strlen (text), places[i].offset, &line, &column);
      g_assert_cmpuint (line, ==, places[i].line);
      g_assert_cmpuint (column, ==, places[i].column);
    }
}

/* The wide loops stop where the plain ones do, and UTF-8 is what GLib takes for it. */
static void
test_scan (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 20000; round++)
    {
      gsize length = (gsize) g_rand_int_range (random, 1, 70);
      g_autofree char *text = g_malloc (length);
      const char *end = text + length;
      gboolean spaces = g_rand_boolean (random);

      for (gsize i = 0; i < length; i++)
        text[i] = spaces ? " \n\r\t "[g_rand_int_range (random, 0, 5)] : (char) g_rand_int_range (random, 0x20, 0x7f);
      if (g_rand_boolean (random))
        text[g_rand_int_range (random, 0, (int) length)] = (char) g_rand_int_range (random, 0, 256);
#ifdef __SSE2__
      g_assert_true (ent_json_scan_plain_sse2 (text, end) == ent_json_scan_plain_bytes (text, end));
      g_assert_true (ent_json_scan_space_sse2 (text, end) == ent_json_scan_space_bytes (text, end));
#endif
      g_assert_true (ent_json_scan_plain (text, end) == ent_json_scan_plain_bytes (text, end));
      g_assert_true (ent_json_scan_space (text, end) == ent_json_scan_space_bytes (text, end));
    }
  for (guint round = 0; round < 300000; round++)
    {
      gsize length = (gsize) g_rand_int_range (random, 1, 5);
      char bytes[4];
      guint found;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_rand_int_range (random, i == 0 ? 0x70 : 0x7e, 256);
      found = ent_json_scan_utf8 (bytes, length);
      g_assert_cmpuint (found, <=, length);
      if (found > 0)
        {
          g_assert_true (g_utf8_validate_len (bytes, found, NULL));
          g_assert_cmpint (g_utf8_strlen (bytes, found), ==, 1);
        }
      else
        for (gsize i = 1; i <= length; i++)
          g_assert_false (g_utf8_validate_len (bytes, i, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-reader/conformance/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_conformance);
    }
  g_test_add_func ("/json-reader/truncated", test_truncated);
  g_test_add_func ("/json-reader/depth", test_depth);
  g_test_add_func ("/json-reader/brackets", test_brackets);
  g_test_add_func ("/json-reader/pull", test_pull);
  g_test_add_func ("/json-reader/span", test_span);
  g_test_add_func ("/json-reader/sticky", test_sticky);
  g_test_add_func ("/json-reader/integers", test_integers);
  g_test_add_func ("/json-reader/doubles", test_doubles);
  g_test_add_func ("/json-reader/locate", test_locate);
  g_test_add_func ("/json-reader/scan", test_scan);

  return g_test_run ();
}
