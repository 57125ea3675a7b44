/* fuzz-query.c: any bytes through the query's parser, printer and conjuncts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-query-conjuncts.h"

#include "fuzz.h"

#include <string.h>

/* What is valid is printed no longer than it was, reads as it did, and stays
 * what it is when its values are set to what they are. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         length)
{
  g_autofree char *text = g_strndup ((const char *) bytes, length);
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) query = ent_query_parse (text, &error);
  g_autoptr (EntQuery) again = NULL;
  g_auto (GStrv) words = NULL;

  if (query == NULL)
    {
      g_assert_true (error->domain == ENT_QUERY_ERROR);
      g_assert_cmpuint (ent_query_error_get_column (error), >=, 1);
      g_assert_cmpuint (ent_query_error_get_column (error), <=, strlen (text) + 1);
      return 0;
    }
  printed = ent_query_print (query);
  g_assert_cmpuint (strlen (printed), <=, strlen (text));
  again = ent_query_parse (printed, &error);
  g_assert_no_error (error);
  g_assert_true (ent_query_equal (query, again));

  words = ent_query_dup_words (query);
  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (query, i);
      g_autoptr (EntQuery) same = ent_query_with_conjunct (query, conjunct);
      g_autoptr (EntQuery) set = NULL;
      g_auto (GStrv) values = NULL;
      g_auto (GStrv) kept = NULL;
      const char *field;
      gboolean negated;
      gboolean all;

      g_assert_true (ent_query_equal (same, query));
      if (!ent_query_is_facet_conjunct (conjunct, &negated))
        continue;
      field = ent_query_get_conjunct_field (conjunct, NULL);
      values = ent_query_dup_values (query, field, negated, &all);
      set = ent_query_set_values (query, field, (const char *const *) values, negated, all);
      kept = ent_query_dup_values (set, field, negated, &all);
      g_assert_true (g_strv_equal ((const char *const *) values, (const char *const *) kept));
    }
  return 0;
}
