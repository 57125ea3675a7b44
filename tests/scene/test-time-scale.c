/* test-time-scale.c: between time and pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-time-scale.h"
#include "pictures.h"

#include <math.h>

#define YEAR_LIMIT_SECONDS G_GINT64_CONSTANT (6311390400000000000) /* of the year 2·10¹¹, about */

/* The ends of the span fall on the ends of the view, wherever in time that is. */
static void
test_fit (void)
{
  static const EntSpan spans[] = {
    { 0, 1 },
    { -1, 1 },
    { 1356998400, 1483228800 },
    { YEAR_LIMIT_SECONDS - 60, YEAR_LIMIT_SECONDS },
    { -YEAR_LIMIT_SECONDS, -YEAR_LIMIT_SECONDS + 3600 },
    { -YEAR_LIMIT_SECONDS, YEAR_LIMIT_SECONDS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      EntTimeScale scale = ent_time_scale_fit (&spans[i], 16, 1616);

      g_assert_cmpfloat (ent_time_scale_to_x (&scale, spans[i].start), ==, 16);
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (&scale, spans[i].end), 1616, 1e-9);
      g_assert_cmpfloat (scale.px_per_second, >, 0);
      g_assert_cmpint (ent_time_scale_to_time (&scale, 16), ==, spans[i].start);
    }
}

static void
test_px_per_year (void)
{
  /* Four years of which one is a leap year, 1461 days. */
  EntSpan span = { 1356998400, 1483228800 };
  EntTimeScale scale = ent_time_scale_fit (&span, 0, 1461);

  g_assert_cmpfloat_with_epsilon (ent_time_scale_px_per_year (&scale), 365.2425, 1e-9);
}

/* px(time(px)) = px wherever a second is not wider than a pixel, and time(px(time)) = time where it is not much
 * narrower: near 1970 and 2·10¹¹ years away. */
static void
test_there_and_back (void)
{
  Dice dice = { 3 };

  for (guint i = 0; i < 20000; i++)
    {
      double length = exp (dice_between (&dice, 0, log (2e18)));
      double width = dice_between (&dice, 32, 8000);
      gint64 start = (gint64) dice_between (&dice, -4e18, 4e18);
      EntSpan span;
      EntTimeScale scale;
      double x = dice_between (&dice, -width, 2 * width);
      gint64 time;

      if (i % 2 == 0)
        start = (gint64) dice_between (&dice, -4e9, 4e9);
      span = (EntSpan){ start, start + MAX ((gint64) length, 1) };
      scale = ent_time_scale_fit (&span, 16, 16 + width);
      time = ent_time_scale_to_time (&scale, x);
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (&scale, time), x, 0.5 * scale.px_per_second + 1e-6);
      if (scale.px_per_second > 1e-6)
        g_assert_cmpint (ent_time_scale_to_time (&scale, ent_time_scale_to_x (&scale, time)), ==, time);
      /* Later is further to the right. */
      g_assert_true (ent_time_scale_to_x (&scale, time + 1) >= ent_time_scale_to_x (&scale, time));
    }
}

/* What 64 bits do not hold is cut to what they do. */
static void
test_limits (void)
{
  EntSpan span = { 0, G_MAXINT64 };
  EntSpan all = { G_MININT64, G_MAXINT64 };
  EntTimeScale scale = ent_time_scale_fit (&span, 0, 100);

  g_assert_cmpint (ent_time_scale_to_time (&scale, 1e300), ==, G_MAXINT64);
  g_assert_cmpint (ent_time_scale_to_time (&scale, -1e300), ==, G_MININT64);
  g_assert_cmpint (ent_time_scale_to_time (&scale, NAN), ==, G_MININT64);
  g_assert_cmpint (ent_time_scale_to_time (&scale, 101), ==, G_MAXINT64);
  scale = ent_time_scale_fit (&all, 0, 100);
  g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (&scale, 0), 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (&scale, G_MAXINT64), 100, 1e-6);
  scale.origin = G_MAXINT64 - 5;
  scale.px_per_second = 1;
  g_assert_cmpint (ent_time_scale_to_time (&scale, 50), ==, G_MAXINT64);
  scale.origin = G_MININT64 + 5;
  g_assert_cmpint (ent_time_scale_to_time (&scale, -50), ==, G_MININT64);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-scale/fit", test_fit);
  g_test_add_func ("/time-scale/px-per-year", test_px_per_year);
  g_test_add_func ("/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/time-scale/limits", test_limits);

  return g_test_run ();
}
