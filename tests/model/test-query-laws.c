/* test-query-laws.c: what holds of every query, and of any text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "queries.h"

#include <string.h>

#define N_QUERIES 20000
#define N_TEXTS 50000

/* What is printed reads as an equal query and is printed so again. */
static void
check_print (const EntQuery *query,
             char          **text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) again = NULL;
  g_autofree char *printed = ent_query_print (query);
  g_autofree char *reprinted = NULL;

  g_assert_true (g_utf8_validate (printed, -1, NULL));
  again = ent_query_parse (printed, &error);
  if (again == NULL)
    g_error ("%s: %s", printed, error->message);
  if (!ent_query_equal (query, again))
    g_error ("%s: read as another query", printed);
  reprinted = ent_query_print (again);
  g_assert_cmpstr (reprinted, ==, printed);
  *text = g_steal_pointer (&printed);
}

/* No shorter text is to be had by leaving something out: a character, or two,
 * as quotes and parentheses come in pairs. */
static void
check_shortest (const EntQuery *query,
                const char     *text)
{
  gsize length = strlen (text);
  g_autofree char *shorter = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    {
      gboolean bracket = text[i] == '"' || text[i] == '(';

      for (gsize j = i; j < (bracket ? length : i + 1); j++)
        {
          g_autoptr (EntQuery) other = NULL;

          if (j > i && text[j] != '"' && text[j] != ')')
            continue;
          memcpy (shorter, text, i);
          memcpy (shorter + i, text + i + 1, length - i);
          if (j > i)
            memmove (shorter + j - 1, shorter + j, length - j);
          other = ent_query_parse (shorter, NULL);
          if (other != NULL && ent_query_equal (query, other))
            g_error ("%s: as well %s", text, shorter);
        }
    }
}

static void
test_generated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261127);
  g_autoptr (EntQuery) last = ent_query_new_all ();
  g_autofree char *last_text = g_strdup ("");

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (EntQuery) query = make_query (random, 1 + any (random, 4));
      g_autofree char *text = NULL;

      check_print (query, &text);
      if (strlen (text) < 40)
        check_shortest (query, text);
      g_assert_cmpint (ent_query_equal (query, last), ==, strcmp (text, last_text) == 0);
      ent_query_unref (last);
      last = g_steal_pointer (&query);
      g_free (last_text);
      last_text = g_steal_pointer (&text);
    }
}

static gboolean
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) query = ent_query_parse (text, &error);
  g_autofree char *printed = NULL;

  if (query == NULL)
    {
      g_assert_true (error->domain == ENT_QUERY_ERROR);
      g_assert_cmpuint (ent_query_error_get_column (error), >=, 1);
      if (g_utf8_validate (text, -1, NULL))
        g_assert_cmpuint (ent_query_error_get_column (error), <=, g_utf8_strlen (text, -1) + 1);
      return FALSE;
    }
  check_print (query, &printed);
  if (strlen (printed) > strlen (text))
    g_error ("%s: longer than %s", printed, text);
  return TRUE;
}

/* Texts of what queries are written with: none is printed longer than it was. */
static void
test_texts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261128);
  guint n_valid = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = 1 + any (random, 5);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *piece = make_text (random);

          g_string_append (text, piece);
          if (any (random, 2) == 0)
            g_string_append_c (text, ' ');
        }
      n_valid += check_text (text->str);
    }
  g_assert_cmpuint (n_valid, >, N_TEXTS / 20);
}

/* Any change of one byte of what was printed. */
static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261129);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (EntQuery) query = make_query (random, 3);
      g_autofree char *text = ent_query_print (query);
      gsize length = strlen (text);

      if (length == 0)
        continue;
      text[any (random, (guint) length)] = (char) (1 + any (random, 255));
      check_text (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/laws/generated", test_generated);
  g_test_add_func ("/query/laws/texts", test_texts);
  g_test_add_func ("/query/laws/mutations", test_mutations);

  return g_test_run ();
}
