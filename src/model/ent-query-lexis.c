/* ent-query-lexis.c: what the words of a query are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser and the printer ask here, so that what one writes the other reads.
 */
#include "config.h"

#include "ent-query-private.h"

#include <string.h>

static const char *const symbols[] = {
  [ENT_QUERY_IS] = ":",        [ENT_QUERY_EXACTLY] = ":=", [ENT_QUERY_AT_LEAST] = ">=",
  [ENT_QUERY_AT_MOST] = "<=",  [ENT_QUERY_MORE] = ">",     [ENT_QUERY_LESS] = "<",
};

/*
 * ent_query_is_space:
 * @character: a code point
 *
 * Returns: whether it is white space: what Unicode calls so, and the control
 *   characters that move on (tab, line feed, vertical tab, form feed, carriage
 *   return, next line)
 */
gboolean
ent_query_is_space (gunichar character)
{
  return g_unichar_isspace (character) || character == '\v' || character == 0x85;
}

/*
 * ent_query_is_word_character:
 * @character: a code point
 *
 * Returns: whether it may stand in a word
 */
gboolean
ent_query_is_word_character (gunichar character)
{
  return character != '\0' && character != '"' && character != '(' && character != ')' && character != ',' &&
         !ent_query_is_space (character);
}

/*
 * ent_query_is_word:
 * @text: valid UTF-8
 *
 * Returns: whether it is one word from end to end, be it as it may what the word means
 */
gboolean
ent_query_is_word (const char *text)
{
  if (*text == '\0')
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!ent_query_is_word_character (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/*
 * ent_query_joint_length:
 * @word: where a word begins
 *
 * Returns: how many bytes long it is when it is AND or OR, else 0
 */
gsize
ent_query_joint_length (const char *word)
{
  gsize length = g_str_has_prefix (word, "OR") ? 2 : g_str_has_prefix (word, "AND") ? 3 : 0;

  return length > 0 && ent_query_is_word_character (g_utf8_get_char (word + length)) ? 0 : length;
}

/*
 * ent_query_field_length:
 * @text: any text
 *
 * Returns: how many bytes at its beginning could name a field
 */
gsize
ent_query_field_length (const char *text)
{
  gsize n = 0;

  if (!g_ascii_islower (text[0]))
    return 0;
  while (g_ascii_islower (text[n]) || g_ascii_isdigit (text[n]) || text[n] == '_' || text[n] == '-')
    n++;
  return n;
}

/*
 * ent_query_find_operator:
 * @text: where a term begins
 * @operator: (out) (optional): the operator
 * @length: (out) (optional): how many bytes it takes
 *
 * Returns: how many bytes the name of a field takes that begins here and is
 *   followed by an operator, else 0
 */
gsize
ent_query_find_operator (const char       *text,
                         EntQueryOperator *operator,
                         gsize            *length)
{
  gsize n = ent_query_field_length (text);
  gsize longest = 0;

  if (n == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strlen (symbols[i]) > longest && g_str_has_prefix (text + n, symbols[i]))
      {
        longest = strlen (symbols[i]);
        if (operator != NULL)
          *operator = (EntQueryOperator) i;
      }
  if (length != NULL)
    *length = longest;
  return longest > 0 ? n : 0;
}

/* ent_query_operator_symbol: how it is written */
const char *
ent_query_operator_symbol (EntQueryOperator operator)
{
  return symbols[operator];
}

/*
 * ent_query_find_dots:
 * @word: the value of a field, or what follows a `..` in one
 *
 * Two dots make a range of a value when there is something on both sides and
 * neither neighbour is a dot or a slash: `3..5` and `2013-01..2013-06` are
 * ranges; `1980/..`, `../2016`, `2013..` and `a...b` are words, and so is what
 * begins with `=`, which would be taken for a part of the operator.
 *
 * Returns: (nullable): the first two dots that do
 */
const char *
ent_query_find_dots (const char *word)
{
  if (*word == '=')
    return NULL;
  for (const char *dots = strstr (word, ".."); dots != NULL; dots = strstr (dots + 1, ".."))
    if (dots > word && strchr ("./", dots[-1]) == NULL && strchr ("./", dots[2]) == NULL)
      return dots;
  return NULL;
}

/*
 * ent_query_is_range:
 * @from: a text
 * @to: another
 *
 * Returns: whether they can be written as a range, `from..to`
 */
gboolean
ent_query_is_range (const char *from,
                    const char *to)
{
  g_autofree char *word = g_strconcat (from, "..", to, NULL);

  return ent_query_is_word (word) && ent_query_find_dots (word) == word + strlen (from) &&
         ent_query_find_dots (word + strlen (from) + 1) == NULL;
}
