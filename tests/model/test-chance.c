/* test-chance.c: how likely it is that something comes by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-chance.h"

#include <math.h>

#define FIRSTS (4800.0 / 146097.0)
#define NEW_YEARS (400.0 / 146097.0)

/* Made with exact fractions. */
static const struct
{
  guint found;
  guint trials;
  double share;
  double chance;
} rows[] = {
  { 0, 0, 0.5, 1 },
  { 0, 20, FIRSTS, 1 },
  { 3, 20, FIRSTS, 0.026612268993562442 },
  { 4, 20, FIRSTS, 0.0037002901468411818 },
  { 1, 20, NEW_YEARS, 0.053357001691116804 },
  { 2, 20, NEW_YEARS, 0.0013782788178176605 },
  { 98, 3000, FIRSTS, 0.5371415210358716 },
  { 123, 3000, FIRSTS, 0.008664977732545417 },
  { 1, 1, 0.25, 0.25 },
  { 5, 10, 0.5, 0.623046875 },
  { 10, 10, 0.5, 0.0009765625 },
  { 50, 100, 0.5, 0.5397946186935894 },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double chance = ent_chance_of_at_least (rows[i].found, rows[i].trials, rows[i].share);

      g_test_message ("%u of %u", rows[i].found, rows[i].trials);
      g_assert_cmpfloat_with_epsilon (chance, rows[i].chance, rows[i].chance * 1e-11);
    }
}

/* What is more is never more likely, and nothing is beyond certainty, however many there are. */
static void
test_falls (void)
{
  static const guint trials[] = { 1, 2, 19, 365, 5000, 1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      double before = 1;

      for (guint found = 0; found <= trials[i]; found += MAX (trials[i] / 300, 1))
        {
          double chance = ent_chance_of_at_least (found, trials[i], FIRSTS);

          g_assert_false (isnan (chance));
          g_assert_cmpfloat (chance, >=, 0);
          g_assert_cmpfloat (chance, <=, before + 1e-9);
          before = chance;
        }
      g_assert_cmpfloat (before, <, 0.1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chance/rows", test_rows);
  g_test_add_func ("/chance/falls", test_falls);

  return g_test_run ();
}
