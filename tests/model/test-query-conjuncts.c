/* test-query-conjuncts.c: what panes and chips say, and do to a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-query-conjuncts.h"

#include "queries.h"

#include <string.h>

#define N_QUERIES 20000

static EntQuery *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntQuery *query = ent_query_parse (text, &error);

  g_assert_no_error (error);
  return query;
}

static void
assert_prints (const EntQuery *query,
               const char     *expected)
{
  g_autofree char *text = ent_query_print (query);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *field;
    gboolean    facet;
    gboolean    range;
    gboolean    negated;
  } cases[] = {
    { "kind:a", "kind", TRUE, FALSE, FALSE },
    { "kind:a,b", "kind", TRUE, FALSE, FALSE },
    { "-kind:a,b", "kind", TRUE, FALSE, TRUE },
    { "date:2013/..", "date", TRUE, FALSE, FALSE },
    { "kind:\"\"", "kind", TRUE, FALSE, FALSE },
    { "kind:=a", "kind", FALSE, FALSE, FALSE },
    { "-kind:=a", "kind", FALSE, FALSE, TRUE },
    { "severity:3..5", "severity", FALSE, TRUE, FALSE },
    { "severity:1,3..5", "severity", FALSE, TRUE, FALSE },
    { "-severity:3..5", "severity", FALSE, TRUE, TRUE },
    { "severity>=3", "severity", FALSE, TRUE, FALSE },
    { "severity<=3", "severity", FALSE, TRUE, FALSE },
    { "-severity>3", "severity", FALSE, TRUE, TRUE },
    { "severity<3", "severity", FALSE, TRUE, FALSE },
    { "a", NULL, FALSE, FALSE, FALSE },
    { "-a", NULL, FALSE, FALSE, TRUE },
    { "a OR kind:b", NULL, FALSE, FALSE, FALSE },
    { "-(kind:a kind:b)", NULL, FALSE, FALSE, TRUE },
    { "-\"\"", NULL, FALSE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntQuery) query = parse (cases[i].text);
      gboolean negated[3];

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (ent_query_get_n_conjuncts (query), ==, 1);
      g_assert_true (ent_query_get_conjunct (query, 0) == query);
      g_assert_cmpstr (ent_query_get_conjunct_field (query, &negated[0]), ==, cases[i].field);
      g_assert_cmpint (ent_query_is_facet_conjunct (query, &negated[1]), ==, cases[i].facet);
      g_assert_cmpint (ent_query_is_range_conjunct (query, &negated[2]), ==, cases[i].range);
      for (gsize j = 0; j < G_N_ELEMENTS (negated); j++)
        g_assert_cmpint (negated[j], ==, cases[i].negated);
    }
}

static void
test_with_and_without (void)
{
  g_autoptr (EntQuery) all = ent_query_new_all ();
  g_autoptr (EntQuery) query = parse ("kind:a (x OR y) -tag:b");
  g_autoptr (EntQuery) either = parse ("x OR y");
  g_autoptr (EntQuery) two = parse ("-tag:b z");
  g_autoptr (EntQuery) with_known = ent_query_with_conjunct (query, either);
  g_autoptr (EntQuery) with_two = ent_query_with_conjunct (query, two);
  g_autoptr (EntQuery) with_all = ent_query_with_conjunct (query, all);
  g_autoptr (EntQuery) from_all = ent_query_with_conjunct (all, either);
  g_autoptr (EntQuery) without = ent_query_without_conjunct (query, 1);
  g_autoptr (EntQuery) replaced = ent_query_replace_conjunct (query, 0, two);
  g_autoptr (EntQuery) emptied = ent_query_without_conjunct (either, 0);

  g_assert_cmpuint (ent_query_get_n_conjuncts (all), ==, 0);
  g_assert_cmpuint (ent_query_get_n_conjuncts (query), ==, 3);
  assert_prints (ent_query_get_conjunct (query, 1), "x OR y");
  g_assert_true (ent_query_equal (with_known, query));
  g_assert_true (ent_query_equal (with_all, query));
  assert_prints (with_two, "kind:a (x OR y) -tag:b z");
  g_assert_true (ent_query_equal (from_all, either));
  assert_prints (without, "kind:a -tag:b");
  assert_prints (replaced, "-tag:b z (x OR y) -tag:b");
  g_assert_true (ent_query_equal (emptied, all));
}

static void
test_without_field (void)
{
  g_autoptr (EntQuery) query = parse ("n:1 x -n:2 n>=3 -n:4..5 n:=6 m:1 (n:7 OR y) -(n:8 n:9) n:1/..");
  g_autoptr (EntQuery) without = ent_query_without_field (query, "n");
  g_autoptr (EntQuery) same = ent_query_without_field (query, "o");
  g_autoptr (EntQuery) either = parse ("n:1 OR n:2");
  g_autoptr (EntQuery) either_same = ent_query_without_field (either, "n");

  assert_prints (without, "x n:=6 m:1 (n:7 OR y) -(n:8 n:9)");
  g_assert_true (ent_query_equal (same, query));
  g_assert_true (ent_query_equal (either_same, either));
}

static void
test_set_values (void)
{
  static const struct
  {
    const char *before;
    const char *values; /* with blanks between */
    gboolean    negated;
    gboolean    all;
    const char *after;
  } cases[] = {
    { "", "a", FALSE, FALSE, "f:a" },
    { "", "a b", FALSE, FALSE, "f:a,b" },
    { "", "a b", FALSE, TRUE, "f:a f:b" },
    { "", "a b", TRUE, FALSE, "-f:a,b" },
    { "", "a b", TRUE, TRUE, "-f:a -f:b" },
    { "", "a b a", FALSE, FALSE, "f:a,b" },
    { "", "", FALSE, TRUE, "" },
    { "f:a", "", FALSE, FALSE, "" },
    { "f:a", "a b", FALSE, FALSE, "f:a,b" },
    { "x f:a y f:b z", "c d", FALSE, TRUE, "x f:c f:d y z" },
    { "x f:a y f:b z", "c d", FALSE, FALSE, "x f:c,d y z" },
    { "x f:a y f:b z", "", FALSE, FALSE, "x y z" },
    { "x -f:a f:b", "c", TRUE, FALSE, "x -f:c f:b" },
    { "x -f:a f:b", "c", FALSE, FALSE, "x -f:a f:c" },
    { "f>=3 f:=a g:a f:1..2", "c", FALSE, FALSE, "f>=3 f:=a g:a f:1..2 f:c" },
    { "f:a OR x", "b", FALSE, FALSE, "(f:a OR x) f:b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntQuery) before = parse (cases[i].before);
      g_auto (GStrv) values = g_strsplit (cases[i].values, " ", -1);
      g_autoptr (EntQuery) after = ent_query_set_values (before, "f", (const char *const *) values,
                                                         cases[i].negated, cases[i].all);

      assert_prints (after, cases[i].after);
    }
}

static void
test_dup_values (void)
{
  static const struct
  {
    const char *text;
    gboolean    negated;
    const char *values;
    gboolean    all;
  } cases[] = {
    { "", FALSE, "", FALSE },           { "f:a,b", FALSE, "a b", FALSE },
    { "f:a f:b", FALSE, "a b", TRUE },  { "f:a -f:c x f:b", FALSE, "a b", TRUE },
    { "f:a -f:c", TRUE, "c", FALSE },   { "-f:a -f:b", TRUE, "a b", TRUE },
    { "f:a f:a", FALSE, "a", FALSE },   { "f:a,b f:b,c", FALSE, "a b c", TRUE },
    { "f:=a f:1..2", FALSE, "", FALSE }, { "f:a OR f:b", FALSE, "", FALSE },
    { "g:a", FALSE, "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntQuery) query = parse (cases[i].text);
      gboolean all;
      g_auto (GStrv) values = ent_query_dup_values (query, "f", cases[i].negated, &all);
      g_autofree char *joined = g_strjoinv (" ", values);

      g_assert_cmpstr (joined, ==, cases[i].values);
      g_assert_cmpint (all, ==, cases[i].all);
    }
}

static void
test_words (void)
{
  g_autoptr (EntQuery) query = parse ("网络 \"a b\" OR -c -(d OR e) (title:f,\"g h\" summary:=f kind:i) OR "
                                      "text:j,1..2,\"\" OR -title:k");
  g_auto (GStrv) words = ent_query_dup_words (query);
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "网络|a b|f|g h|j");
}

/* The conjuncts of @query that are not the facet @field of this sign. */
static char *
print_others (const EntQuery *query,
              const char     *field,
              gboolean        negated)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (query, i);
      g_autofree char *text = ent_query_print (conjunct);
      gboolean sign;

      if (!ent_query_is_facet_conjunct (conjunct, &sign) || sign != negated ||
          strcmp (ent_query_get_conjunct_field (conjunct, NULL), field) != 0)
        g_string_append_printf (all, "%s\n", text);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
check_values (const EntQuery *query,
              GRand          *random)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *field = any (random, 2) == 0 ? "kind" : "tag";
  gboolean negated = any (random, 2) == 0;
  gboolean all = any (random, 2) == 0;
  guint n = any (random, 4);
  g_autofree char *others = print_others (query, field, negated);
  g_autofree char *others_after = NULL;
  g_autoptr (EntQuery) changed = NULL;
  g_autoptr (EntQuery) again = NULL;
  g_auto (GStrv) kept = NULL;
  gboolean kept_all;

  for (guint i = 0; i < n; i++)
    {
      char *text = make_text (random);

      if (g_ptr_array_find_with_equal_func (values, text, g_str_equal, NULL))
        g_free (text);
      else
        g_ptr_array_add (values, text);
    }
  n = values->len;
  g_ptr_array_add (values, NULL);

  changed = ent_query_set_values (query, field, (const char *const *) values->pdata, negated, all);
  kept = ent_query_dup_values (changed, field, negated, &kept_all);
  g_assert_true (g_strv_equal ((const char *const *) kept, (const char *const *) values->pdata));
  g_assert_cmpint (kept_all, ==, all && n > 1);
  others_after = print_others (changed, field, negated);
  g_assert_cmpstr (others_after, ==, others);
  again = ent_query_set_values (changed, field, (const char *const *) kept, negated, all);
  g_assert_true (ent_query_equal (again, changed));
}

static void
check_joining (const EntQuery *query,
               const EntQuery *added)
{
  g_autoptr (EntQuery) with = ent_query_with_conjunct (query, added);
  g_autoptr (EntQuery) twice = ent_query_with_conjunct (with, added);
  guint n = ent_query_get_n_conjuncts (query);

  g_assert_true (ent_query_equal (with, twice));
  g_assert_cmpuint (ent_query_get_n_conjuncts (with), >=, n);
  for (guint i = 0; i < n; i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (query, i);
      g_autoptr (EntQuery) same = ent_query_replace_conjunct (query, i, conjunct);
      g_autoptr (EntQuery) without = ent_query_without_conjunct (query, i);

      g_assert_true (ent_query_equal (ent_query_get_conjunct (with, i), conjunct));
      g_assert_true (ent_query_equal (same, query));
      g_assert_cmpuint (ent_query_get_n_conjuncts (without), ==, n - 1);
    }
  /* What was added at the end can be taken off again, one by one. */
  while (ent_query_get_n_conjuncts (with) > n)
    {
      EntQuery *less = ent_query_without_conjunct (with, ent_query_get_n_conjuncts (with) - 1);

      ent_query_unref (with);
      with = less;
    }
  g_assert_true (ent_query_equal (with, query));
}

static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261130);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (EntQuery) query = make_query (random, any (random, 4));
      g_autoptr (EntQuery) added = make_query (random, any (random, 2));

      check_values (query, random);
      check_joining (query, added);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/conjuncts/kinds", test_kinds);
  g_test_add_func ("/query/conjuncts/with-and-without", test_with_and_without);
  g_test_add_func ("/query/conjuncts/without-field", test_without_field);
  g_test_add_func ("/query/conjuncts/set-values", test_set_values);
  g_test_add_func ("/query/conjuncts/dup-values", test_dup_values);
  g_test_add_func ("/query/conjuncts/words", test_words);
  g_test_add_func ("/query/conjuncts/laws", test_laws);

  return g_test_run ();
}
