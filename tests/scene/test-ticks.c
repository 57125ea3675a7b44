/* test-ticks.c: where the axis is divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-calendar.h"
#include "ent-date.h"
#include "ent-ticks.h"
#include "ent-time-scale.h"
#include "pictures.h"

#include <math.h>

#define N_TIMES 2000

/* The upper tier names the unit, the lower its parts. */
static const struct
{
  double      px_per_year;
  EntTickUnit upper;
  gint64      upper_count;
  EntTickUnit lower;
  gint64      lower_count;
} pairs[] = {
  { 1e12, ENT_TICK_MINUTE, 1, ENT_TICK_SECOND, 1 },
  { 5e8, ENT_TICK_MINUTE, 1, ENT_TICK_SECOND, 10 },
  { 1e8, ENT_TICK_HOUR, 1, ENT_TICK_MINUTE, 1 },
  { 1e7, ENT_TICK_HOUR, 1, ENT_TICK_MINUTE, 5 },
  { 2e6, ENT_TICK_HOUR, 1, ENT_TICK_MINUTE, 15 },
  { 1e6, ENT_TICK_DAY, 1, ENT_TICK_HOUR, 1 },
  { 1e5, ENT_TICK_DAY, 1, ENT_TICK_HOUR, 6 },
  { 1e4, ENT_TICK_MONTH, 1, ENT_TICK_DAY, 1 },
  { 2000, ENT_TICK_MONTH, 1, ENT_TICK_WEEK, 1 },
  { 400, ENT_TICK_YEAR, 1, ENT_TICK_MONTH, 1 },
  { 330, ENT_TICK_YEAR, 1, ENT_TICK_MONTH, 1 },
  { 329, ENT_TICK_YEAR, 1, ENT_TICK_MONTH, 3 },
  { 110, ENT_TICK_YEAR, 1, ENT_TICK_MONTH, 3 },
  { 109, ENT_TICK_YEAR, 1, ENT_TICK_MONTH, 6 },
  { 39, ENT_TICK_YEAR, 10, ENT_TICK_YEAR, 5 },
  { 5, ENT_TICK_YEAR, 100, ENT_TICK_YEAR, 10 },
  { 3, ENT_TICK_YEAR, 100, ENT_TICK_YEAR, 20 },
  { 1, ENT_TICK_YEAR, 100, ENT_TICK_YEAR, 50 },
  { 0.6, ENT_TICK_YEAR, 1000, ENT_TICK_YEAR, 100 },
  { 0.05, ENT_TICK_YEAR, 10000, ENT_TICK_YEAR, 1000 },
  { 0.01, ENT_TICK_YEAR, 100000, ENT_TICK_YEAR, 10000 },
  { 1e-7, ENT_TICK_YEAR, G_GINT64_CONSTANT (10000000000), ENT_TICK_YEAR, G_GINT64_CONSTANT (1000000000) },
  { 1e-30, ENT_TICK_YEAR, G_GINT64_CONSTANT (1000000000000), ENT_TICK_YEAR, G_GINT64_CONSTANT (100000000000) },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      EntTickPair pair = ent_ticks_choose (pairs[i].px_per_year);

      g_test_message ("%g px a year", pairs[i].px_per_year);
      g_assert_cmpint (pair.upper.unit, ==, pairs[i].upper);
      g_assert_cmpint (pair.upper.count, ==, pairs[i].upper_count);
      g_assert_cmpint (pair.lower.unit, ==, pairs[i].lower);
      g_assert_cmpint (pair.lower.count, ==, pairs[i].lower_count);
    }
}

static double
years_of (EntTickStep step)
{
  static const double years[] = { 1 / 31556952.0, 1 / 525949.2, 1 / 8765.82, 1 / 365.2425, 7 / 365.2425, 1 / 12.0, 1 };

  return years[step.unit] * (double) step.count;
}

/* Over all zooms: the lower tier is finer than the upper, wide enough for ticks, and never so wide that a picture
 * would have none. */
static void
test_widths (void)
{
  for (double px_per_year = 1e-8; px_per_year < 1e10; px_per_year *= 1.07)
    {
      EntTickPair pair = ent_ticks_choose (px_per_year);
      double lower = years_of (pair.lower) * px_per_year;

      g_assert_cmpfloat (years_of (pair.upper), >, years_of (pair.lower));
      g_assert_cmpfloat (lower, >=, 25);
      g_assert_cmpfloat (lower, <=, 500);
    }
}

static void
test_bins (void)
{
  static const struct
  {
    double      px_per_year;
    EntTickUnit unit;
    gint64      count;
  } bins[] = {
    { 24 * 31557000.0, ENT_TICK_SECOND, 1 }, { 24 * 366, ENT_TICK_DAY, 1 }, { 24 * 53, ENT_TICK_WEEK, 1 },
    { 24 * 12, ENT_TICK_MONTH, 1 },          { 24 * 4, ENT_TICK_MONTH, 3 }, { 24, ENT_TICK_YEAR, 1 },
    { 12, ENT_TICK_YEAR, 2 },                { 5, ENT_TICK_YEAR, 5 },       { 3, ENT_TICK_YEAR, 10 },
    { 0.3, ENT_TICK_YEAR, 100 },             { 1e-30, ENT_TICK_YEAR, G_GINT64_CONSTANT (100000000000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bins); i++)
    {
      EntTickStep step = ent_ticks_choose_bin (bins[i].px_per_year, 24);

      g_assert_cmpint (step.unit, ==, bins[i].unit);
      g_assert_cmpint (step.count, ==, bins[i].count);
    }
  for (double px_per_year = 1e-8; px_per_year < 1e9; px_per_year *= 1.07)
    g_assert_cmpfloat (years_of (ent_ticks_choose_bin (px_per_year, 24)) * px_per_year, >=, 24 - 1e-9);
}

static gint64
time_at (gint64 year,
         int    month,
         int    day,
         gint64 seconds)
{
  return ent_calendar_to_time (year, month, day) + seconds;
}

static void
test_floor (void)
{
  static const struct
  {
    EntTickStep step;
    gint64      year, month, day, seconds;
    gint64      floor_year, floor_month, floor_day, floor_seconds;
    gint64      next_year, next_month, next_day, next_seconds;
  } cases[] = {
    { { ENT_TICK_SECOND, 10 }, 1969, 12, 31, 86399, 1969, 12, 31, 86390, 1970, 1, 1, 0 },
    { { ENT_TICK_MINUTE, 5 }, 2015, 9, 25, 3599, 2015, 9, 25, 3300, 2015, 9, 25, 3600 },
    { { ENT_TICK_HOUR, 6 }, 1969, 12, 31, 86399, 1969, 12, 31, 64800, 1970, 1, 1, 0 },
    { { ENT_TICK_DAY, 1 }, 2016, 2, 29, 5, 2016, 2, 29, 0, 2016, 3, 1, 0 },
    /* 2015-09-25 was a Friday, 1969-12-31 a Wednesday. */
    { { ENT_TICK_WEEK, 1 }, 2015, 9, 25, 7, 2015, 9, 21, 0, 2015, 9, 28, 0 },
    { { ENT_TICK_WEEK, 1 }, 1969, 12, 31, 0, 1969, 12, 29, 0, 1970, 1, 5, 0 },
    { { ENT_TICK_WEEK, 1 }, 2015, 9, 21, 0, 2015, 9, 21, 0, 2015, 9, 28, 0 },
    { { ENT_TICK_MONTH, 1 }, 2015, 12, 31, 7, 2015, 12, 1, 0, 2016, 1, 1, 0 },
    { { ENT_TICK_MONTH, 3 }, 2015, 12, 31, 7, 2015, 10, 1, 0, 2016, 1, 1, 0 },
    { { ENT_TICK_MONTH, 6 }, -43, 3, 15, 7, -43, 1, 1, 0, -43, 7, 1, 0 },
    { { ENT_TICK_YEAR, 1 }, 0, 2, 29, 7, 0, 1, 1, 0, 1, 1, 1, 0 },
    { { ENT_TICK_YEAR, 10 }, -1, 12, 31, 86399, -10, 1, 1, 0, 0, 1, 1, 0 },
    { { ENT_TICK_YEAR, 100 }, 1999, 6, 1, 0, 1900, 1, 1, 0, 2000, 1, 1, 0 },
    { { ENT_TICK_YEAR, 1000000 }, -200000000, 6, 1, 0, -200000000, 1, 1, 0, -199000000, 1, 1, 0 },
    /* Past the last year a date can have there is no tick more. */
    { { ENT_TICK_YEAR, 1000 }, ENT_DATE_YEAR_LIMIT, 6, 1, 0, ENT_DATE_YEAR_LIMIT, 1, 1, 0, ENT_DATE_YEAR_LIMIT, 1, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time = time_at (cases[i].year, (int) cases[i].month, (int) cases[i].day, cases[i].seconds);
      gint64 tick = time_at (cases[i].floor_year, (int) cases[i].floor_month, (int) cases[i].floor_day,
                             cases[i].floor_seconds);
      gint64 next = time_at (cases[i].next_year, (int) cases[i].next_month, (int) cases[i].next_day,
                             cases[i].next_seconds);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ent_ticks_floor (&cases[i].step, time), ==, tick);
      g_assert_cmpint (ent_ticks_next (&cases[i].step, tick), ==, next);
    }
}

static gint64
random_time (Dice *dice)
{
  double sign = dice_next (dice) % 2 == 0 ? 1 : -1;

  switch (dice_next (dice) % 3)
    {
    case 0: /* any year a date can have, far ones as likely as near ones */
      return (gint64) (sign * exp (dice_between (dice, 0, log (1.99e11 * ENT_SECONDS_PER_YEAR))));
    case 1: /* about our time */
      return (gint64) dice_between (dice, -4e9, 4e9);
    default: /* the ends of time */
      return (gint64) (sign * dice_between (dice, 1.9e11, 1.999e11) * ENT_SECONDS_PER_YEAR);
    }
}

/* floor(t) ≤ t < next(floor(t)); floor(floor(t)) = floor(t) = floor of the last second before the next. */
static void
test_laws (void)
{
  static const EntTickStep steps[] = {
    { ENT_TICK_SECOND, 1 }, { ENT_TICK_SECOND, 10 }, { ENT_TICK_MINUTE, 1 },    { ENT_TICK_MINUTE, 5 },
    { ENT_TICK_HOUR, 1 },   { ENT_TICK_HOUR, 6 },    { ENT_TICK_DAY, 1 },       { ENT_TICK_WEEK, 1 },
    { ENT_TICK_MONTH, 1 },  { ENT_TICK_MONTH, 3 },   { ENT_TICK_MONTH, 6 },     { ENT_TICK_YEAR, 1 },
    { ENT_TICK_YEAR, 2 },   { ENT_TICK_YEAR, 5 },    { ENT_TICK_YEAR, 10 },     { ENT_TICK_YEAR, 50 },
    { ENT_TICK_YEAR, 100 }, { ENT_TICK_YEAR, 1000 }, { ENT_TICK_YEAR, 1000000 },
  };
  Dice dice = { 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < N_TIMES; j++)
      {
        gint64 time = random_time (&dice);
        gint64 tick = ent_ticks_floor (&steps[i], time);
        gint64 next = ent_ticks_next (&steps[i], tick);

        g_assert_cmpint (tick, <=, time);
        g_assert_cmpint (next, >, time);
        g_assert_cmpint (ent_ticks_floor (&steps[i], tick), ==, tick);
        g_assert_cmpint (ent_ticks_floor (&steps[i], next - 1), ==, tick);
        g_assert_cmpint (ent_ticks_floor (&steps[i], next), ==, next);
      }
}

/* From any start at any zoom a view of 8,000 px has been walked through after a few hundred ticks. */
static void
test_ends (void)
{
  Dice dice = { 11 };

  for (guint i = 0; i < N_TIMES; i++)
    {
      double px_per_year = exp (dice_between (&dice, log (1e-8), log (1e11)));
      double length = 8000 / px_per_year * ENT_SECONDS_PER_YEAR;
      EntTickPair pair = ent_ticks_choose (px_per_year);
      gint64 start = random_time (&dice);
      gint64 end = (gint64) fmin ((double) start + length, 6.31e18);
      guint n_ticks = 0;

      for (gint64 tick = ent_ticks_floor (&pair.lower, start); tick < end; n_ticks++)
        {
          gint64 next = ent_ticks_next (&pair.lower, tick);

          if (next <= tick)
            break;
          tick = next;
        }
      g_assert_cmpuint (n_ticks, <=, 8000 / 25 + 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/pairs", test_pairs);
  g_test_add_func ("/ticks/widths", test_widths);
  g_test_add_func ("/ticks/bins", test_bins);
  g_test_add_func ("/ticks/floor", test_floor);
  g_test_add_func ("/ticks/laws", test_laws);
  g_test_add_func ("/ticks/ends", test_ends);

  return g_test_run ();
}
