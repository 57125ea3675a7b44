/* ent-query-parser.c: the syntax of queries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-limits.h"
#include "ent-query-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The messages say them. */
G_STATIC_ASSERT (ENT_LIMIT_QUERY_BYTES == 64 * 1024);
G_STATIC_ASSERT (ENT_LIMIT_QUERY_DEPTH == 100);
G_STATIC_ASSERT (ENT_LIMIT_QUERY_TERMS == 10000);

#define EXPECTED_NO_CLOSE N_("expected no “)”; there is no “(” for it")

typedef struct
{
  const char *at;
  guint       column; /* in characters from 1 */
  guint       depth;
  guint       n_terms;
} Cursor;

static EntQuery *parse_or (Cursor  *cursor,
                           GError **error);

/* Always %FALSE, to be returned. @expected is marked with N_(). */
static gboolean
fail (const Cursor *cursor,
      GError      **error,
      EntQueryError code,
      const char   *expected)
{
  ent_query_set_error (error, code, cursor->column, _(expected));
  return FALSE;
}

static void
advance (Cursor     *cursor,
         const char *to)
{
  while (cursor->at < to)
    {
      cursor->at = g_utf8_next_char (cursor->at);
      cursor->column++;
    }
}

static void
skip_space (Cursor *cursor)
{
  while (ent_query_is_space (g_utf8_get_char (cursor->at)))
    advance (cursor, cursor->at + 1);
}

static gboolean
take (Cursor *cursor,
      char    character)
{
  if (*cursor->at != character)
    return FALSE;
  advance (cursor, cursor->at + 1);
  return TRUE;
}

/* What has been read so far stands for itself only when nothing adjoins it. */
static gboolean
check_end (const Cursor *cursor,
           GError      **error)
{
  gunichar character = g_utf8_get_char (cursor->at);

  return character == '\0' || character == ')' || ent_query_is_space (character) ||
         fail (cursor, error, ENT_QUERY_ERROR_SPACE,
               N_("expected white space; text with a comma, a quote or a parenthesis in it "
                  "needs quotes around all of it"));
}

static gboolean
count_term (Cursor  *cursor,
            GError **error)
{
  return ++cursor->n_terms <= ENT_LIMIT_QUERY_TERMS ||
         fail (cursor, error, ENT_QUERY_ERROR_TOO_MANY, N_("expected no more than 10,000 words and values"));
}

/* Returns: (transfer full): the word that begins here, of no characters if none does */
static char *
read_word (Cursor *cursor)
{
  const char *start = cursor->at;

  while (ent_query_is_word_character (g_utf8_get_char (cursor->at)))
    advance (cursor, cursor->at + 1);
  return g_strndup (start, (gsize) (cursor->at - start));
}

/* A backslash means itself unless a quote or a backslash follows it. */
static char *
read_phrase (Cursor  *cursor,
             GError **error)
{
  Cursor start = *cursor;
  g_autoptr (GString) text = g_string_new (NULL);

  advance (cursor, cursor->at + 1);
  while (*cursor->at != '"')
    {
      const char *character = cursor->at;

      if (*character == '\0')
        {
          fail (&start, error, ENT_QUERY_ERROR_QUOTE, N_("expected a second quote after this one"));
          return NULL;
        }
      if (*character == '\\' && (character[1] == '"' || character[1] == '\\'))
        character++;
      advance (cursor, g_utf8_next_char (character));
      g_string_append_len (text, character, cursor->at - character);
    }
  advance (cursor, cursor->at + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Reads one value; @value then owns its texts. */
static gboolean
read_value (Cursor        *cursor,
            EntQueryValue *value,
            GError       **error)
{
  g_autofree char *word = NULL;
  const char *dots;
  const char *second;

  value->column = cursor->column;
  if (!count_term (cursor, error))
    return FALSE;
  if (*cursor->at == '"')
    {
      value->quoted = TRUE;
      value->text = read_phrase (cursor, error);
      return value->text != NULL;
    }

  word = read_word (cursor);
  if (*word == '\0')
    return fail (cursor, error, ENT_QUERY_ERROR_VALUE, N_("expected a value, a word or a phrase"));
  dots = ent_query_find_dots (word);
  second = dots != NULL ? ent_query_find_dots (dots + 1) : NULL;
  if (second != NULL)
    {
      Cursor place = *cursor;

      place.column = value->column + (guint) g_utf8_pointer_to_offset (word, second);
      return fail (&place, error, ENT_QUERY_ERROR_RANGE,
                   N_("expected the end of the range; text with “..” in it needs quotes around it"));
    }
  value->to = dots != NULL ? g_strdup (dots + strlen ("..")) : NULL;
  value->text = dots != NULL ? g_strndup (word, (gsize) (dots - word)) : g_steal_pointer (&word);
  return TRUE;
}

static void
clear_value (gpointer data)
{
  EntQueryValue *value = data;

  g_free ((char *) value->text);
  g_free ((char *) value->to);
}

static EntQuery *
parse_field (Cursor          *cursor,
             gsize            name_length,
             EntQueryOperator operator,
             gsize            operator_length,
             GError         **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (EntQueryValue));
  g_autofree char *name = g_strndup (cursor->at, name_length);

  g_array_set_clear_func (values, clear_value);
  advance (cursor, cursor->at + name_length + operator_length);
  do
    {
      g_array_set_size (values, values->len + 1);
      if (!read_value (cursor, &g_array_index (values, EntQueryValue, values->len - 1), error))
        return NULL;
    }
  while (take (cursor, ','));
  return ent_query_new_field (name, operator, (const EntQueryValue *) values->data, values->len);
}

static EntQuery *
parse_term (Cursor  *cursor,
            GError **error)
{
  g_autoptr (EntQuery) term = NULL;
  EntQueryOperator operator = ENT_QUERY_IS;
  gsize operator_length = 0;
  gsize name_length = ent_query_find_operator (cursor->at, &operator, &operator_length);
  guint column = cursor->column;

  if (name_length > 0)
    term = parse_field (cursor, name_length, operator, operator_length, error);
  else if (count_term (cursor, error))
    {
      gboolean quoted = *cursor->at == '"';
      g_autofree char *text = quoted ? read_phrase (cursor, error) : read_word (cursor);

      if (text != NULL)
        term = ent_query_new_text (text, quoted);
    }
  if (term == NULL || !check_end (cursor, error))
    return NULL;
  term->column = column;
  return g_steal_pointer (&term);
}

static EntQuery *
parse_group (Cursor  *cursor,
             GError **error)
{
  Cursor start = *cursor;
  g_autoptr (EntQuery) group = NULL;

  if (cursor->depth == ENT_LIMIT_QUERY_DEPTH)
    {
      fail (cursor, error, ENT_QUERY_ERROR_TOO_DEEP,
            N_("expected no more than 100 parentheses in one another"));
      return NULL;
    }
  advance (cursor, cursor->at + 1);
  cursor->depth++;
  group = parse_or (cursor, error);
  if (group == NULL)
    return NULL;
  cursor->depth--;
  if (!take (cursor, ')'))
    {
      fail (&start, error, ENT_QUERY_ERROR_PARENTHESIS, N_("expected a “)” for this “(”"));
      return NULL;
    }
  return check_end (cursor, error) ? g_steal_pointer (&group) : NULL;
}

static EntQuery *
parse_unary (Cursor  *cursor,
             GError **error)
{
  g_autoptr (EntQuery) operand = NULL;
  EntQuery *negated;
  guint column = cursor->column;
  gboolean negative = take (cursor, '-');
  char first = *cursor->at;

  if (first == ')' && cursor->depth == 0)
    fail (cursor, error, ENT_QUERY_ERROR_NOT_OPENED, EXPECTED_NO_CLOSE);
  else if (first == '(')
    operand = parse_group (cursor, error);
  else if (first == '"' || (first != '-' && ent_query_joint_length (cursor->at) == 0 &&
                            ent_query_is_word_character (g_utf8_get_char (cursor->at))))
    operand = parse_term (cursor, error);
  else
    fail (cursor, error, ENT_QUERY_ERROR_TERM, N_("expected a word, a phrase, a field or “(”"));
  if (operand == NULL || !negative)
    return g_steal_pointer (&operand);

  negated = ent_query_new_not (operand);
  if (negated->type == ENT_QUERY_NOT)
    negated->column = column;
  return negated;
}

/* Reads AND or OR, if that is what stands here. */
static gboolean
take_joint (Cursor     *cursor,
            const char *joint)
{
  gsize length = ent_query_joint_length (cursor->at);

  if (length != strlen (joint) || memcmp (cursor->at, joint, length) != 0)
    return FALSE;
  advance (cursor, cursor->at + length);
  return TRUE;
}

static EntQuery *
parse_and (Cursor  *cursor,
           GError **error)
{
  g_autoptr (GPtrArray) operands = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_query_unref);
  gboolean more = TRUE;

  while (more)
    {
      EntQuery *operand = parse_unary (cursor, error);

      if (operand == NULL)
        return NULL;
      g_ptr_array_add (operands, operand);
      skip_space (cursor);
      if (take_joint (cursor, "AND"))
        {
          if (!check_end (cursor, error))
            return NULL;
          skip_space (cursor);
        }
      else
        more = *cursor->at != '\0' && *cursor->at != ')' && ent_query_joint_length (cursor->at) == 0;
    }
  return ent_query_new_and ((EntQuery *const *) operands->pdata, operands->len);
}

static EntQuery *
parse_or (Cursor  *cursor,
          GError **error)
{
  g_autoptr (GPtrArray) operands = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_query_unref);
  gboolean more = TRUE;

  while (more)
    {
      EntQuery *operand;

      skip_space (cursor);
      operand = parse_and (cursor, error);
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (operands, operand);
      more = take_joint (cursor, "OR");
      if (more && !check_end (cursor, error))
        return NULL;
    }
  return ent_query_new_or ((EntQuery *const *) operands->pdata, operands->len);
}

static gboolean
check_input (const char *text,
             GError    **error)
{
  Cursor cursor = { text, 1, 0, 0 };
  const char *bad;

  if (!g_utf8_validate (text, -1, &bad))
    {
      advance (&cursor, bad);
      return fail (&cursor, error, ENT_QUERY_ERROR_ENCODING, N_("expected text in UTF-8"));
    }
  if (strlen (text) <= ENT_LIMIT_QUERY_BYTES)
    return TRUE;
  advance (&cursor, text + ENT_LIMIT_QUERY_BYTES);
  return fail (&cursor, error, ENT_QUERY_ERROR_TOO_LONG,
               N_("expected the end; a query has 64 KiB at the most"));
}

/**
 * ent_query_parse:
 * @text: any bytes
 * @error: return location; ent_query_error_get_column() tells the place
 *
 * Reads a query:
 *
 * |[
 * query   = [ or ] ;
 * or      = and { "OR" and } ;
 * and     = unary { [ "AND" ] unary } ;
 * unary   = [ "-" ] ( "(" or ")" | term ) ;
 * term    = word | phrase | field ( ":" | ":=" | ">=" | "<=" | ">" | "<" ) value { "," value } ;
 * field   = [a-z][a-z0-9_-]* ;
 * value   = word | phrase | word ".." word ;
 * phrase  = '"' { any | '\"' | '\\' } '"' ;
 * word    = run without white space, quotes, parentheses, comma ;
 * ]|
 *
 * White space stands between two terms and around AND and OR, may stand inside
 * parentheses, and stands nowhere else: not after a sign, and not around an
 * operator or a comma. A minus is a sign where a term begins and a letter
 * everywhere else; there is one sign at the most. AND and OR as words, and what
 * begins with a minus, need quotes. In a phrase a backslash is itself unless a
 * quote or a backslash follows.
 *
 * Two dots in the value of a field make a range if there is something on both
 * sides of them and neither neighbour is a dot or a slash: `3..5` and
 * `2013-01..2013-06` are ranges; `1980/..`, `../2016`, `2013..` and `a...b` are
 * words, as is what begins with `=`. One value has one such `..` at the most; a
 * set of dates, `"[2013..2016]"`, needs quotes.
 *
 * Returns: (transfer full): the query, or %NULL with @error set
 */
EntQuery *
ent_query_parse (const char *text,
                 GError    **error)
{
  Cursor cursor = { text, 1, 0, 0 };
  g_autoptr (EntQuery) query = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_input (text, error))
    return NULL;
  skip_space (&cursor);
  if (*cursor.at == '\0')
    return ent_query_new_all ();
  query = parse_or (&cursor, error);
  if (query == NULL)
    return NULL;
  if (*cursor.at != '\0')
    {
      fail (&cursor, error, ENT_QUERY_ERROR_NOT_OPENED, EXPECTED_NO_CLOSE);
      return NULL;
    }
  return g_steal_pointer (&query);
}
