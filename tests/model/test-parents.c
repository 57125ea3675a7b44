/* test-parents.c: making sure that every way up ends soon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-parents.h"

#define NONE ENT_PARENT_NONE

static void
note_cut (guint32  child,
          gboolean in_circle,
          gpointer data)
{
  g_string_append_printf (data, "%u%c ", child, in_circle ? 'c' : 'd');
}

static const struct
{
  const char *name;
  guint32 parents[8];
  guint n;
  const char *cut;
} rows[] = {
  { "none", { 0 }, 0, "" },
  { "tree", { NONE, 0, 0, 1 }, 4, "" },
  { "itself", { 0, 0 }, 2, "0c " },
  { "two", { 1, 0 }, 2, "1c " },
  { "circle-with-tails", { 1, 2, 3, 1, 1 }, 5, "3c " },
  { "two-circles", { 1, 0, 3, 2, 0, 2 }, 6, "1c 3c " },
  { "as-deep-as-may-be", { 1, 2, 3, NONE }, 4, "" },
  { "too-deep-downwards", { 1, 2, 3, 4, NONE }, 5, "0d " },
  { "too-deep-upwards", { NONE, 0, 1, 2, 3, 4, 5, 6 }, 8, "4d " },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) cut = g_string_new (NULL);
      guint32 parents[8];

      g_test_message ("%s", rows[i].name);
      for (guint j = 0; j < rows[i].n; j++)
        parents[j] = rows[i].parents[j];
      ent_parents_settle (parents, rows[i].n, 3, note_cut, cut);
      g_assert_cmpstr (cut->str, ==, rows[i].cut);
    }
}

static void
count_cut (guint32  child,
           gboolean in_circle,
           gpointer data)
{
  (*(guint *) data)++;
}

/* However they hang together: every way up ends, nothing else changed, and the
 * largest take no time. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 40);
      guint32 before[40];
      guint32 parents[40];
      guint n_cut = 0;
      guint n_changed = 0;

      for (guint i = 0; i < n; i++)
        before[i] = parents[i] = g_rand_int_range (random, 0, 4) == 0 ? NONE : (guint32) g_rand_int_range (random, 0, (int) n);
      ent_parents_settle (parents, n, 5, count_cut, &n_cut);
      for (guint i = 0; i < n; i++)
        {
          guint steps = 0;

          for (guint32 at = i; parents[at] != NONE; at = parents[at])
            g_assert_cmpuint (++steps, <=, 5);
          n_changed += parents[i] != before[i];
          g_assert_true (parents[i] == before[i] || parents[i] == NONE);
        }
      g_assert_cmpuint (n_changed, ==, n_cut);
    }
}

static void
test_long_chains (void)
{
  const guint n = 1000000;
  g_autofree guint32 *parents = g_new (guint32, n);

  for (guint kind = 0; kind < 3; kind++)
    {
      guint n_cut = 0;

      for (guint i = 0; i < n; i++)
        parents[i] = kind == 0 ? i - 1 : kind == 1 ? (i + 1 < n ? i + 1 : NONE) : (i + 1) % n;
      ent_parents_settle (parents, n, n, count_cut, &n_cut);
      g_assert_cmpuint (n_cut, ==, kind == 2 ? 1 : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parents/rows", test_rows);
  g_test_add_func ("/parents/random", test_random);
  g_test_add_func ("/parents/long-chains", test_long_chains);

  return g_test_run ();
}
