/* test-rate-ratio.c: how much more often something happened than before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-rate-ratio.h"

#include <math.h>

#define assert_near(value, expected, tolerance) \
  G_STMT_START \
    { \
      double value_ = (value); \
      double expected_ = (expected); \
      if (isinf (expected_) || expected_ == 0) \
        g_assert_cmpfloat (value_, ==, expected_); \
      else \
        g_assert_cmpfloat (fabs (value_ / expected_ - 1), <=, (tolerance)); \
    } \
  G_STMT_END

static void
test_table (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cases = 0;

  g_file_get_contents (g_test_get_filename (G_TEST_DIST, "model", "rate-ratios.tsv", NULL), &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      double numbers[6];
      double low;
      double high;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (g_strv_length (cells), ==, 6);
      for (int j = 0; j < 6; j++)
        numbers[j] = g_ascii_strtod (cells[j], NULL);
      ent_rate_ratio_interval ((guint) numbers[0], (guint) numbers[1], numbers[2], numbers[3], &low, &high);
      assert_near (low, numbers[4], 1e-6);
      assert_near (high, numbers[5], 1e-6);
      n_cases++;
    }
  g_assert_cmpint (n_cases, ==, 30);
}

/* Where GSL ends and our own begins, and as far as numbers go; the values are those of R. */
static void
test_many (void)
{
  static const struct
  {
    guint  after;
    guint  before;
    double low;
    double high;
  } cases[] = {
    { 199, 200, 0.8135666929, 1.216862743 },
    { 200, 200, 0.8178773658, 1.222677191 },
    { 201, 200, 0.8221883467, 1.228491333 },
    { 200, 0, 53.71854316, INFINITY },
    { 1, 201, 0.0001253435379, 0.02803691808 },
    { 201, 1, 35.66725834, 7978.073832 },
    { 258, 1, 45.89719517, 10229.45357 },
    { 342, 7, 23.45744139, 122.4386854 },
    { 9999, 10000, 0.9724672441, 1.028106609 },
    { 10000, 10001, 0.9724686113, 1.028105184 },
    { 10001, 9999, 0.9727597258, 1.028414389 },
    { 10, 100001, 4.795191985e-05, 0.0001839094364 },
    { 100001, 10, 5437.458891, 20854.22238 },
    { 1, 1000000, 2.531778299e-08, 5.571656127e-06 },
    { 1000000, 1000000, 0.9972310329, 1.002776656 },
    { 300, 3000000, 8.900258755e-05, 0.000111981046 },
    { 2000000, 5, 171403.8178, 1231918.05 },
    { 3, 4000000000u, 1.546680307e-10, 2.191818287e-09 },
    { 4000000000u, 3, 456242201.2, 6465460223 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low;
      double high;

      g_test_message ("%u %u", cases[i].after, cases[i].before);
      ent_rate_ratio_interval (cases[i].after, cases[i].before, 1, 1, &low, &high);
      assert_near (low, cases[i].low, 1e-6);
      assert_near (high, cases[i].high, 1e-6);
    }
}

static void
assert_found (guint after,
              guint before)
{
  double low;
  double high;
  double ratio = (double) after / before;

  ent_rate_ratio_interval (after, before, 1, 1, &low, &high);
  g_assert_true (isfinite (low) && !isnan (high) && low >= 0 && high > low);
  if (after > 0)
    g_assert_true (low > 0 && low < ratio);
  if (before > 0)
    g_assert_true (isfinite (high) && high > ratio);
}

/* All that GSL is asked for is found, and some beyond. */
static void
test_all_are_found (void)
{
  for (guint after = 0; after <= 201; after++)
    for (guint before = 0; before <= 201; before++)
      assert_found (after, before);
  for (guint after = 0; after <= 100000; after += 1 + after / 3)
    for (guint before = 0; before <= 100000; before += 1 + before / 3)
      assert_found (after, before);
}

static guint
random_count (void)
{
  return (guint) g_test_rand_int_range (0, g_test_rand_bit () ? 12 : 3000);
}

/* After and before exchanged: the interval is turned upside down. */
static void
test_law_of_exchange (void)
{
  for (int i = 0; i < 2000; i++)
    {
      EntTally a;
      EntTally b;
      double time_a = g_test_rand_double_range (0.05, 20);
      double time_b = g_test_rand_double_range (0.05, 20);
      EntRateRatio there;
      EntRateRatio back;

      a.surely = random_count ();
      a.at_most = a.surely + random_count () % 7;
      b.surely = random_count ();
      b.at_most = b.surely + random_count () % 7;
      ent_rate_ratio_compare (&there, &a, &b, time_a, time_b);
      ent_rate_ratio_compare (&back, &b, &a, time_b, time_a);
      assert_near (there.low, 1 / back.high, 1e-12);
      assert_near (there.high, 1 / back.low, 1e-12);
      if (!isnan (there.least))
        assert_near (there.least, 1 / back.most, 1e-12);
      g_assert_true (isnan (there.least) == isnan (back.most));
      g_assert_cmpint (there.too_few, ==, back.too_few);
    }
}

/* What is not certain only makes the interval wider, and it holds that of every way it can turn out. */
static void
test_law_of_uncertainty (void)
{
  for (int i = 0; i < 1000; i++)
    {
      EntTally after = { random_count (), 0 };
      EntTally before = { random_count (), 0 };
      EntRateRatio outer;
      EntTally now[2];
      EntRateRatio inner;

      after.at_most = after.surely + random_count () % 9;
      before.at_most = before.surely + random_count () % 9;
      for (int j = 0; j < 2; j++)
        {
          const EntTally *tally = j == 0 ? &after : &before;

          now[j].surely = (guint) g_test_rand_int_range ((gint32) tally->surely, (gint32) tally->at_most + 1);
          now[j].at_most = now[j].surely;
        }
      ent_rate_ratio_compare (&outer, &after, &before, 2, 3);
      ent_rate_ratio_compare (&inner, &now[0], &now[1], 2, 3);
      g_assert_true (outer.low <= inner.low * (1 + 1e-9) && outer.high >= inner.high * (1 - 1e-9));
    }
}

static void
test_too_few (void)
{
  static const struct
  {
    EntTally after;
    EntTally before;
    gboolean too_few;
  } cases[] = {
    { { 0, 0 }, { 0, 0 }, TRUE },
    { { 0, 0 }, { 4, 4 }, TRUE },
    { { 0, 0 }, { 5, 5 }, FALSE },   /* up to 1.09 */
    { { 5, 5 }, { 0, 0 }, FALSE },   /* from 0.92 */
    { { 4, 4 }, { 0, 9 }, TRUE },    /* only 4 are certain */
    { { 3, 3 }, { 3, 3 }, TRUE },    /* 0.13 to 7.5 */
    { { 5, 5 }, { 5, 5 }, FALSE },   /* 0.23 to 4.3 */
    { { 5, 11 }, { 5, 11 }, TRUE },  /* both extremes together */
    { { 1, 1 }, { 5, 5 }, FALSE },   /* up to 1.8 */
    { { 40, 40 }, { 40, 40 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntRateRatio ratio;

      ent_rate_ratio_compare (&ratio, &cases[i].after, &cases[i].before, 1, 1);
      g_test_message ("%" G_GSIZE_FORMAT ": %g to %g", i, ratio.low, ratio.high);
      g_assert_cmpint (ratio.too_few, ==, cases[i].too_few);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rate-ratio/table", test_table);
  g_test_add_func ("/rate-ratio/many", test_many);
  g_test_add_func ("/rate-ratio/all-are-found", test_all_are_found);
  g_test_add_func ("/rate-ratio/too-few", test_too_few);
  g_test_add_func ("/rate-ratio/law/exchange", test_law_of_exchange);
  g_test_add_func ("/rate-ratio/law/uncertainty", test_law_of_uncertainty);

  return g_test_run ();
}
