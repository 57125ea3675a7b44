/* test-query.c: which texts are queries, what they say, and what is wrong with the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-limits.h"
#include "ent-nearest-name.h"
#include "ent-query.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *printed; /* NULL when it is @text */
  const char *dump;
} ValidCase;

/* In a dump texts and values stand between bars, and @ tells the column. */
static const ValidCase valid_cases[] = {
  /* Nothing and everything */
  { "empty", "", NULL, "all" },
  { "white-space", " \t\r\n\v\f\xc2\x85\xc2\xa0\xe3\x80\x80", "", "all" },
  { "empty-phrase", "\"\"", "", "all" },
  { "empty-phrase-and", "a \"\" b", "a b", "(and |a|@1 |b|@6)" },
  { "empty-phrase-or", "a OR \"\"", "", "all" },
  { "nothing", "-\"\"", NULL, "(not all)" },
  { "not-nothing", "-(-\"\")", "", "all" },

  /* Words and phrases */
  { "word", "attack", NULL, "|attack|@1" },
  { "word-later", "  attack ", "attack", "|attack|@3" },
  { "two-words", "cyber  attack", "cyber attack", "(and |cyber|@1 |attack|@8)" },
  { "wide-space", "网络\xe3\x80\x80攻击", "网络 攻击", "(and |网络|@1 |攻击|@4)" },
  { "phrase", "\"cyber attack\"", NULL, "|cyber attack|@1" },
  { "needless-quotes", "\"attack\"", "attack", "|attack|@1" },
  { "quote-in-phrase", "\"the \\\"Golden\\\" shield\"", NULL, "|the \"Golden\" shield|@1" },
  { "only-a-quote", "\"\\\"\"", NULL, "|\"|@1" },
  { "backslash-word", "C:\\Temp\\", NULL, "|C:\\Temp\\|@1" },
  { "backslash-phrase", "\"C:\\my files\\\\\"", NULL, "|C:\\my files\\|@1" },
  { "needless-backslash", "\"my \\\\files\"", "\"my \\files\"", "|my \\files|@1" },
  { "two-backslashes", "\"a \\\\\\b\"", NULL, "|a \\\\b|@1" },
  { "parenthesis-in-phrase", "\"f(x)\"", NULL, "|f(x)|@1" },
  { "comma-in-phrase", "\"Xi, Jinping\"", NULL, "|Xi, Jinping|@1" },
  { "controls", "\"a\x01\x1b[0m\nb\"", NULL, "|a\x01\x1b[0m\nb|@1" },
  { "minus-inside", "cyber-attack", NULL, "|cyber-attack|@1" },
  { "minus-at-end", "a-", NULL, "|a-|@1" },
  { "minus-in-phrase", "\"-a\"", NULL, "|-a|@1" },
  { "dots", "a..b", NULL, "|a..b|@1" },
  { "apostrophe", "don't", NULL, "|don't|@1" },
  { "operators-alone", ">=5 :a =b", NULL, "(and |>=5|@1 |:a|@5 |=b|@8)" },
  { "capital-is-no-field", "CVE:2013", NULL, "|CVE:2013|@1" },
  { "digit-is-no-field", "10:30", NULL, "|10:30|@1" },
  { "phrase-like-field", "\"kind:a\"", NULL, "|kind:a|@1" },
  { "phrase-like-comparison", "\"a<b\"", NULL, "|a<b|@1" },
  { "phrase-like-nearly-field", "\"Kind:a\"", "Kind:a", "|Kind:a|@1" },

  /* AND and OR */
  { "and", "a AND b", "a b", "(and |a|@1 |b|@7)" },
  { "or", "a OR b", NULL, "(or |a|@1 |b|@6)" },
  { "or-of-three", "a OR b OR c", NULL, "(or |a|@1 |b|@6 |c|@11)" },
  { "and-binds-tighter", "a b OR c d", NULL, "(or (and |a|@1 |b|@3) (and |c|@8 |d|@10))" },
  { "small-or", "a or b and c", NULL, "(and |a|@1 |or|@3 |b|@6 |and|@8 |c|@12)" },
  { "quoted-joints", "\"OR\" \"AND\"", NULL, "(and |OR|@1 |AND|@6)" },
  { "longer-than-joints", "ORB ANDES NOT", NULL, "(and |ORB|@1 |ANDES|@5 |NOT|@11)" },
  { "group", "(a OR b) c", NULL, "(and (or |a|@2 |b|@7) |c|@10)" },
  { "group-last", "a (b OR c)", NULL, "(and |a|@1 (or |b|@4 |c|@9))" },
  { "group-spaces", "( a OR b ) c", "(a OR b) c", "(and (or |a|@3 |b|@8) |c|@12)" },
  { "needless-group", "((a) (b c)) OR (d OR e)", "a b c OR d OR e",
    "(or (and |a|@3 |b|@7 |c|@9) |d|@17 |e|@22)" },

  /* NOT */
  { "not", "-a", NULL, "(not |a|@2)@1" },
  { "not-phrase", "-\"a b\"", NULL, "(not |a b|@2)@1" },
  { "not-minus", "-\"-a\"", NULL, "(not |-a|@2)@1" },
  { "not-or-word", "-\"OR\"", NULL, "(not |OR|@2)@1" },
  { "not-field", "a -kind:b", NULL, "(and |a|@1 (not [kind : |b|@9]@4)@3)" },
  { "not-group", "-(a b)", NULL, "(not (and |a|@3 |b|@5))@1" },
  { "not-or-group", "-(a OR b) c", NULL, "(and (not (or |a|@3 |b|@8))@1 |c|@11)" },
  { "not-single-group", "-(a)", "-a", "(not |a|@3)@1" },
  { "not-not", "-(-a)", "a", "|a|@4" },
  { "not-in-or", "-a OR -b", NULL, "(or (not |a|@2)@1 (not |b|@8)@7)" },

  /* Fields */
  { "field", "kind:incident", NULL, "[kind : |incident|@6]@1" },
  { "field-name", "a_b-1:x", NULL, "[a_b-1 : |x|@7]@1" },
  { "values", "kind:incident,meeting", NULL, "[kind : |incident|@6 |meeting|@15]@1" },
  { "exactly", "actor:=CN", NULL, "[actor := |CN|@8]@1" },
  { "at-least", "severity>=3", NULL, "[severity >= |3|@11]@1" },
  { "at-most", "severity<=3", NULL, "[severity <= |3|@11]@1" },
  { "more", "severity>3", NULL, "[severity > |3|@10]@1" },
  { "less", "severity<3", NULL, "[severity < |3|@10]@1" },
  { "value-phrase", "place:\"New York\",Rome", NULL, "[place : |New York|@7 |Rome|@18]@1" },
  { "value-needless-quotes", "place:\"Rome\"", "place:Rome", "[place : |Rome|@7]@1" },
  { "value-empty", "place:\"\"", NULL, "[place : ||@7]@1" },
  { "value-pair", "pair:\"CN>US\"", "pair:CN>US", "[pair : |CN>US|@6]@1" },
  { "value-minus", "date:-0044", NULL, "[date : |-0044|@6]@1" },
  { "value-joint", "tag:OR,AND", NULL, "[tag : |OR|@5 |AND|@8]@1" },
  { "value-colon", "tag:a:b", NULL, "[tag : |a:b|@5]@1" },
  { "value-equals", "tag:\"=a\",=b", NULL, "[tag : |=a|@5 |=b|@10]@1" },
  { "value-equals-after-more", "n>\"=3\"", NULL, "[n > |=3|@3]@1" },
  { "value-equals-after-exactly", "n:==3", NULL, "[n := |=3|@4]@1" },
  { "value-comma", "tag:\"a,b\"", NULL, "[tag : |a,b|@5]@1" },
  { "value-other-operator", "n:>3", NULL, "[n : |>3|@3]@1" },
  { "field-ends-in-minus", "a->b", NULL, "[a- > |b|@4]@1" },
  { "link", "http://example.org", NULL, "[http : |//example.org|@6]@1" },

  /* Ranges, and what is none */
  { "range", "severity:3..5", NULL, "[severity : |3|..|5|@10]@1" },
  { "range-of-dates", "date:2013-01..2013-06", NULL, "[date : |2013-01|..|2013-06|@6]@1" },
  { "range-and-value", "severity:1,3..5", NULL, "[severity : |1|@10 |3|..|5|@12]@1" },
  { "range-backwards", "severity:5..3", NULL, "[severity : |5|..|3|@10]@1" },
  { "range-negative", "n:-5..-3", NULL, "[n : |-5|..|-3|@3]@1" },
  { "quoted-range", "severity:\"3..5\"", NULL, "[severity : |3..5|@10]@1" },
  { "set", "date:\"[2013..2016]\"", NULL, "[date : |[2013..2016]|@6]@1" },
  { "set-with-comma", "date:\"{2013,2016}\"", NULL, "[date : |{2013,2016}|@6]@1" },
  { "set-without-quotes", "date:[2013..2016]", NULL, "[date : |[2013|..|2016]|@6]@1" },
  { "interval", "date:2013/2016", NULL, "[date : |2013/2016|@6]@1" },
  { "interval-open-end", "date:1980/..", NULL, "[date : |1980/..|@6]@1" },
  { "interval-open-start", "date:../2016", NULL, "[date : |../2016|@6]@1" },
  { "interval-open", "date:../..", NULL, "[date : |../..|@6]@1" },
  { "dots-only", "date:..", NULL, "[date : |..|@6]@1" },
  { "dots-at-end", "date:2013..", NULL, "[date : |2013..|@6]@1" },
  { "dots-at-start", "date:..2013", NULL, "[date : |..2013|@6]@1" },
  { "three-dots", "tag:a...b", NULL, "[tag : |a...b|@5]@1" },
  { "range-after-open-start", "date:../2013..2016", NULL, "[date : |../2013|..|2016|@6]@1" },
  { "no-range-after-equals", "tag:a,=1..2", NULL, "[tag : |a|@5 |=1..2|@7]@1" },
};

static const char *const symbols[] = { ":", ":=", ">=", "<=", ">", "<" };

static void
dump_column (GString *out,
             guint    column)
{
  if (column > 0)
    g_string_append_printf (out, "@%u", column);
}

static void
dump (GString        *out,
      const EntQuery *query)
{
  static const char *const joints[] = { "", "and", "or", "not" };
  EntQueryType type = ent_query_get_node_type (query);
  const EntQueryValue *values;
  guint n_values;

  switch (type)
    {
    case ENT_QUERY_ALL:
      g_string_append (out, "all");
      break;
    case ENT_QUERY_AND:
    case ENT_QUERY_OR:
    case ENT_QUERY_NOT:
      g_string_append_printf (out, "(%s", joints[type]);
      for (guint i = 0; i < ent_query_get_n_children (query); i++)
        {
          g_string_append_c (out, ' ');
          dump (out, ent_query_get_child (query, i));
        }
      g_string_append_c (out, ')');
      if (type == ENT_QUERY_NOT && ent_query_get_node_type (ent_query_get_child (query, 0)) != ENT_QUERY_ALL)
        dump_column (out, ent_query_get_column (query));
      break;
    case ENT_QUERY_TEXT:
      g_string_append_printf (out, "|%s|", ent_query_get_text (query));
      dump_column (out, ent_query_get_column (query));
      break;
    case ENT_QUERY_FIELD:
      g_string_append_printf (out, "[%s %s", ent_query_get_field (query), symbols[ent_query_get_operator (query)]);
      values = ent_query_get_values (query, &n_values);
      for (guint i = 0; i < n_values; i++)
        {
          g_string_append_printf (out, " |%s|", values[i].text);
          if (values[i].to != NULL)
            g_string_append_printf (out, "..|%s|", values[i].to);
          dump_column (out, values[i].column);
        }
      g_string_append_c (out, ']');
      dump_column (out, ent_query_get_column (query));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_valid (gconstpointer data)
{
  const ValidCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) query = ent_query_parse (test->text, &error);
  g_autoptr (EntQuery) again = NULL;
  g_autoptr (GString) dumped = g_string_new (NULL);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  dump (dumped, query);
  g_assert_cmpstr (dumped->str, ==, test->dump);
  printed = ent_query_print (query);
  g_assert_cmpstr (printed, ==, test->printed != NULL ? test->printed : test->text);
  again = ent_query_parse (printed, &error);
  g_assert_no_error (error);
  g_assert_true (ent_query_equal (query, again));
}

typedef struct
{
  const char   *name;
  const char   *text;
  EntQueryError code;
  guint         column;
} InvalidCase;

static const InvalidCase invalid_cases[] = {
  { "encoding", "é \xff", ENT_QUERY_ERROR_ENCODING, 3 },
  { "encoding-cut", "ab\xe4\xb8", ENT_QUERY_ERROR_ENCODING, 3 },
  { "encoding-in-phrase", "\"\xc0\x80\"", ENT_QUERY_ERROR_ENCODING, 2 },

  { "only-minus", "-", ENT_QUERY_ERROR_TERM, 2 },
  { "minus-space", "a - b", ENT_QUERY_ERROR_TERM, 4 },
  { "two-minus", "--a", ENT_QUERY_ERROR_TERM, 2 },
  { "minus-or", "-OR", ENT_QUERY_ERROR_TERM, 2 },
  { "minus-comma", "-,", ENT_QUERY_ERROR_TERM, 2 },
  { "only-or", "OR", ENT_QUERY_ERROR_TERM, 1 },
  { "only-and", " AND ", ENT_QUERY_ERROR_TERM, 2 },
  { "or-first", "OR a", ENT_QUERY_ERROR_TERM, 1 },
  { "or-last", "a OR", ENT_QUERY_ERROR_TERM, 5 },
  { "or-last-space", "a OR ", ENT_QUERY_ERROR_TERM, 6 },
  { "and-last", "网络 AND ", ENT_QUERY_ERROR_TERM, 8 },
  { "and-or", "a AND OR b", ENT_QUERY_ERROR_TERM, 7 },
  { "or-or", "a OR OR b", ENT_QUERY_ERROR_TERM, 6 },
  { "or-in-group", "(a OR)", ENT_QUERY_ERROR_TERM, 6 },
  { "empty-group", "a ()", ENT_QUERY_ERROR_TERM, 4 },
  { "empty-group-space", "( )", ENT_QUERY_ERROR_TERM, 3 },
  { "comma-first", ",a", ENT_QUERY_ERROR_TERM, 1 },
  { "comma-alone", "a , b", ENT_QUERY_ERROR_TERM, 3 },

  { "no-value", "kind:", ENT_QUERY_ERROR_VALUE, 6 },
  { "no-value-space", "kind: a", ENT_QUERY_ERROR_VALUE, 6 },
  { "no-value-exactly", "kind:=", ENT_QUERY_ERROR_VALUE, 7 },
  { "no-value-more", "n> 3", ENT_QUERY_ERROR_VALUE, 3 },
  { "no-value-comma", "kind:,a", ENT_QUERY_ERROR_VALUE, 6 },
  { "no-value-after-comma", "kind:a,", ENT_QUERY_ERROR_VALUE, 8 },
  { "no-value-after-comma-space", "kind:a, b", ENT_QUERY_ERROR_VALUE, 8 },
  { "value-group", "kind:(a OR b)", ENT_QUERY_ERROR_VALUE, 6 },

  { "two-ranges", "é severity:1..2..3", ENT_QUERY_ERROR_RANGE, 16 },
  { "two-ranges-later", "n:1,2..3..4", ENT_QUERY_ERROR_RANGE, 9 },

  { "word-quote", "a\"b\"", ENT_QUERY_ERROR_SPACE, 2 },
  { "quote-word", "\"a\"b", ENT_QUERY_ERROR_SPACE, 4 },
  { "quote-quote", "\"a\"\"b\"", ENT_QUERY_ERROR_SPACE, 4 },
  { "word-group", "a(b)", ENT_QUERY_ERROR_SPACE, 2 },
  { "group-word", "(a)b", ENT_QUERY_ERROR_SPACE, 4 },
  { "group-group", "(a)(b)", ENT_QUERY_ERROR_SPACE, 4 },
  { "word-comma", "a,b", ENT_QUERY_ERROR_SPACE, 2 },
  { "phrase-comma", "\"a\",b", ENT_QUERY_ERROR_SPACE, 4 },
  { "value-quote", "kind:a\"b\"", ENT_QUERY_ERROR_SPACE, 7 },
  { "value-paren", "kind:a(b)", ENT_QUERY_ERROR_SPACE, 7 },
  { "phrase-range", "kind:\"a\"..\"b\"", ENT_QUERY_ERROR_SPACE, 9 },
  { "or-group", "a OR(b c)", ENT_QUERY_ERROR_SPACE, 5 },
  { "and-phrase", "a AND\"b\"", ENT_QUERY_ERROR_SPACE, 6 },

  { "open-phrase", "a \"b c", ENT_QUERY_ERROR_QUOTE, 3 },
  { "only-quote", "\"", ENT_QUERY_ERROR_QUOTE, 1 },
  { "escaped-end", "\"a\\\"", ENT_QUERY_ERROR_QUOTE, 1 },
  { "open-value-phrase", "kind:\"b", ENT_QUERY_ERROR_QUOTE, 6 },

  { "open-group", "a (b", ENT_QUERY_ERROR_PARENTHESIS, 3 },
  { "open-not-group", "-(b OR c", ENT_QUERY_ERROR_PARENTHESIS, 2 },
  { "open-inner-group", "((a)", ENT_QUERY_ERROR_PARENTHESIS, 1 },

  { "close-only", ")", ENT_QUERY_ERROR_NOT_OPENED, 1 },
  { "close-after-word", "a)", ENT_QUERY_ERROR_NOT_OPENED, 2 },
  { "close-after-or", "a OR )", ENT_QUERY_ERROR_NOT_OPENED, 6 },
  { "close-twice", "(a)) b", ENT_QUERY_ERROR_NOT_OPENED, 4 },
};

static void
assert_invalid (const char   *text,
                EntQueryError code,
                guint         column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autofree char *place = g_strdup_printf ("character %u: ", column);

  g_assert_null (ent_query_parse (text, &error));
  g_assert_error (error, ENT_QUERY_ERROR, (int) code);
  g_assert_cmpuint (ent_query_error_get_column (error), ==, column);
  g_assert_true (g_str_has_prefix (error->message, place));
  copy = g_error_copy (error);
  g_assert_cmpuint (ent_query_error_get_column (copy), ==, column);
  g_assert_null (ent_query_parse (text, NULL));
}

static void
test_invalid (gconstpointer data)
{
  const InvalidCase *test = data;

  assert_invalid (test->text, test->code, test->column);
}

static void
test_other_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "no file");

  g_assert_cmpuint (ent_query_error_get_column (error), ==, 0);
}

static char *
repeat (const char *text,
        guint       count,
        const char *middle,
        const char *after)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (all, text);
  g_string_append (all, middle);
  for (guint i = 0; i < count; i++)
    g_string_append (all, after);
  return g_string_free (all, FALSE);
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) deep = NULL;
  g_autoptr (EntQuery) many = NULL;
  g_autoptr (EntQuery) length = NULL;
  g_autofree char *deepest = repeat ("-(a ", ENT_LIMIT_QUERY_DEPTH, "b", ")");
  g_autofree char *too_deep = repeat ("-(a ", ENT_LIMIT_QUERY_DEPTH + 1, "b", ")");
  g_autofree char *brackets = repeat ("(", 60000, "", "");
  g_autofree char *most = repeat ("a ", ENT_LIMIT_QUERY_TERMS - 1, "a", "");
  g_autofree char *too_many = repeat ("a ", ENT_LIMIT_QUERY_TERMS, "a", "");
  g_autofree char *values = repeat ("a,", ENT_LIMIT_QUERY_TERMS, "a", "");
  g_autofree char *too_many_values = g_strconcat ("f:", values, NULL);
  g_autofree char *longest = g_strnfill (ENT_LIMIT_QUERY_BYTES, 'a');
  g_autofree char *too_long = g_strnfill (ENT_LIMIT_QUERY_BYTES + 1, 'a');
  g_autofree char *far_too_long = g_strnfill (10000000, '(');
  g_autofree char *printed = NULL;

  deep = ent_query_parse (deepest, &error);
  g_assert_no_error (error);
  printed = ent_query_print (deep);
  g_assert_cmpstr (printed, ==, deepest);
  assert_invalid (too_deep, ENT_QUERY_ERROR_TOO_DEEP, ENT_LIMIT_QUERY_DEPTH * 4 + 2);
  assert_invalid (brackets, ENT_QUERY_ERROR_TOO_DEEP, ENT_LIMIT_QUERY_DEPTH + 1);

  many = ent_query_parse (most, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_query_get_n_children (many), ==, ENT_LIMIT_QUERY_TERMS);
  assert_invalid (too_many, ENT_QUERY_ERROR_TOO_MANY, ENT_LIMIT_QUERY_TERMS * 2 + 1);
  assert_invalid (too_many_values, ENT_QUERY_ERROR_TOO_MANY, ENT_LIMIT_QUERY_TERMS * 2 + 3);

  length = ent_query_parse (longest, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_query_get_text (length), ==, longest);
  assert_invalid (too_long, ENT_QUERY_ERROR_TOO_LONG, ENT_LIMIT_QUERY_BYTES + 1);
  assert_invalid (far_too_long, ENT_QUERY_ERROR_TOO_LONG, ENT_LIMIT_QUERY_BYTES + 1);
}

/* What the constructors put in order at once. */
static void
test_making (void)
{
  g_autoptr (EntQuery) all = ent_query_new_all ();
  g_autoptr (EntQuery) none = ent_query_new_or (NULL, 0);
  g_autoptr (EntQuery) a = ent_query_new_text ("a", FALSE);
  g_autoptr (EntQuery) b = ent_query_new_text ("b", TRUE);
  g_autoptr (EntQuery) and = ent_query_new_and ((EntQuery *[]){ a, all, b }, 3);
  g_autoptr (EntQuery) or = ent_query_new_or ((EntQuery *[]){ b, a }, 2);
  g_autoptr (EntQuery) nested_and = ent_query_new_and ((EntQuery *[]){ or, and, a }, 3);
  g_autoptr (EntQuery) nested_or = ent_query_new_or ((EntQuery *[]){ and, or }, 2);
  g_autoptr (EntQuery) with_all = ent_query_new_or ((EntQuery *[]){ and, all }, 2);
  g_autoptr (EntQuery) empty = ent_query_new_and (NULL, 0);
  g_autoptr (EntQuery) single = ent_query_new_or (&a, 1);
  g_autoptr (EntQuery) not = ent_query_new_not (or);
  g_autoptr (EntQuery) not_not = ent_query_new_not (not);
  g_autoptr (EntQuery) not_none = ent_query_new_not (none);
  g_autofree char *nested_and_text = ent_query_print (nested_and);
  g_autofree char *nested_or_text = ent_query_print (nested_or);
  g_autofree char *none_text = ent_query_print (none);

  g_assert_cmpuint (ent_query_get_n_children (and), ==, 2);
  g_assert_cmpstr (nested_and_text, ==, "(b OR a) a b a");
  g_assert_cmpstr (nested_or_text, ==, "a b OR b OR a");
  g_assert_cmpstr (none_text, ==, "-\"\"");
  g_assert_true (single == a);
  g_assert_true (not_not == or);
  g_assert_true (ent_query_is_quoted (b));
  g_assert_cmpuint (ent_query_get_column (b), ==, 0);
  g_assert_cmpint (ent_query_get_node_type (empty), ==, ENT_QUERY_ALL);
  g_assert_cmpint (ent_query_get_node_type (with_all), ==, ENT_QUERY_ALL);
  g_assert_cmpint (ent_query_get_node_type (not_none), ==, ENT_QUERY_ALL);
  g_assert_false (ent_query_equal (and, or));
  g_assert_null (ent_query_get_field (a));
  g_assert_null (ent_query_get_text (and));
}

static void
test_nearest_name (void)
{
  const char *const names[] = { "kind", "category", "actor", "severity", "id", "is", "date", "título", NULL };
  g_autofree char *endless = g_strnfill (100000, 'a');
  static const struct
  {
    const char *name;
    const char *nearest;
  } cases[] = {
    { "servrity", "severity" }, { "severty", "severity" }, { "SEVERITY", "severity" }, { "catgeory", "category" },
    { "dat", "date" },          { "adte", "date" },        { "kinds", "kind" },        { "titulo", "título" },
    { "actro", "actor" },       { "ix", "id" },            { "zzz", NULL },            { "", NULL },
    { "x", NULL },              { "colour", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ent_nearest_name (cases[i].name, names), ==, cases[i].nearest);
  g_assert_null (ent_nearest_name (endless, names));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (valid_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/query/valid/", valid_cases[i].name, NULL);

      g_test_add_data_func (path, &valid_cases[i], test_valid);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (invalid_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/query/invalid/", invalid_cases[i].name, NULL);

      g_test_add_data_func (path, &invalid_cases[i], test_invalid);
    }
  g_test_add_func ("/query/other-error", test_other_error);
  g_test_add_func ("/query/limits", test_limits);
  g_test_add_func ("/query/making", test_making);
  g_test_add_func ("/query/nearest-name", test_nearest_name);

  return g_test_run ();
}
