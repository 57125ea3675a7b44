/* test-row-set.c: sets of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-row-set.h"

static const guint sizes[] = { 0, 1, 63, 64, 65, 127, 128, 1000 };

static void
test_full (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (EntRowSet) full = ent_row_set_new_full (sizes[i]);
      g_autoptr (EntRowSet) empty = ent_row_set_new (sizes[i]);

      g_assert_cmpuint (ent_row_set_count (full), ==, sizes[i]);
      g_assert_true (ent_row_set_is_full (full));
      g_assert_cmpuint (ent_row_set_count (empty), ==, 0);
      g_assert_cmpint (ent_row_set_is_full (empty), ==, sizes[i] == 0);
      g_assert_false (ent_row_set_contains (full, sizes[i]));
      g_assert_false (ent_row_set_contains (full, G_MAXUINT32));
      ent_row_set_invert (full);
      g_assert_true (ent_row_set_equal (full, empty));
    }
}

static void
fill (EntRowSet *set,
      gboolean  *flags,
      GRand     *random)
{
  for (guint32 row = 0; row < ent_row_set_get_n_rows (set); row++)
    if ((flags[row] = g_rand_boolean (random)))
      ent_row_set_add (set, row);
}

static void
assert_set (const EntRowSet *set,
            const gboolean  *flags)
{
  guint count = 0;
  guint32 row = G_MAXUINT32;
  guint32 expected = 0;

  for (guint32 i = 0; i < ent_row_set_get_n_rows (set); i++)
    {
      g_assert_cmpint (ent_row_set_contains (set, i), ==, flags[i]);
      count += flags[i] ? 1 : 0;
    }
  g_assert_cmpuint (ent_row_set_count (set), ==, count);
  while (ent_row_set_next (set, &row))
    {
      while (!flags[expected])
        expected++;
      g_assert_cmpuint (row, ==, expected++);
      count--;
    }
  g_assert_cmpuint (count, ==, 0);
}

static void
test_algebra (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gboolean left[1000];
  gboolean right[1000];
  gboolean result[1000];

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (EntRowSet) a = ent_row_set_new (sizes[i]);
      g_autoptr (EntRowSet) b = ent_row_set_new (sizes[i]);

      fill (a, left, random);
      fill (b, right, random);
      assert_set (a, left);
      ent_row_set_join (a, b);
      for (guint j = 0; j < sizes[i]; j++)
        result[j] = left[j] || right[j];
      assert_set (a, result);
      ent_row_set_invert (b);
      ent_row_set_keep (a, b);
      for (guint j = 0; j < sizes[i]; j++)
        result[j] = left[j] && !right[j];
      assert_set (a, result);
      for (guint j = 0; j < sizes[i]; j++)
        ent_row_set_remove (a, j);
      g_assert_cmpuint (ent_row_set_count (a), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-set/full", test_full);
  g_test_add_func ("/row-set/algebra", test_algebra);

  return g_test_run ();
}
