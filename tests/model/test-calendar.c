/* test-calendar.c: the proleptic Gregorian calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-calendar.h"
#include "ent-date.h"

static void
assert_date (gint64 time,
             gint64 year,
             int    month,
             int    day,
             int    weekday)
{
  EntCalendarDate date;

  ent_calendar_from_time (time, &date);
  g_assert_cmpint (date.year, ==, year);
  g_assert_cmpint (date.month, ==, month);
  g_assert_cmpint (date.day, ==, day);
  g_assert_cmpint (date.weekday, ==, weekday);
}

static void
test_known_days (void)
{
  /* Weekdays from Monday, 1. */
  static const struct
  {
    gint64 year;
    int    month;
    int    day;
    gint64 day_number; /* from 1970-01-01 */
    int    weekday;
  } cases[] = {
    { 1970, 1, 1, 0, 4 },
    { 1969, 12, 31, -1, 3 },
    { 2000, 2, 29, 11016, 2 },
    { 2000, 3, 1, 11017, 3 },
    { 1582, 10, 15, -141427, 5 },
    { 1, 1, 1, -719162, 1 },
    { 0, 12, 31, -719163, 7 },
    { 0, 2, 29, -719469, 2 },
    { 0, 1, 1, -719528, 6 },
    { -1, 12, 31, -719529, 5 },
    { 9999, 12, 31, 2932896, 5 },
    { 10000, 1, 1, 2932897, 6 },
    /* The julian day 0 is 24 November -4713; 1970-01-01 is 2440587.5 later. */
    { -4713, 11, 24, -2440588, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time = ent_calendar_to_time (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpint (time, ==, cases[i].day_number * ENT_CALENDAR_DAY);
      assert_date (time, cases[i].year, cases[i].month, cases[i].day, cases[i].weekday);
      assert_date (time + ENT_CALENDAR_DAY - 1, cases[i].year, cases[i].month, cases[i].day, cases[i].weekday);
    }
}

static void
test_leap_years (void)
{
  static const gint64 leap[] = { 2024, 2000, 1600, 4, 0, -4, -400, -2000, ENT_DATE_YEAR_LIMIT, -ENT_DATE_YEAR_LIMIT };
  static const gint64 common[] = { 2023, 1900, 1700, 1, -1, -100, -1900, 2100, ENT_DATE_YEAR_LIMIT + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (leap); i++)
    {
      g_assert_true (ent_calendar_is_leap_year (leap[i]));
      g_assert_cmpint (ent_calendar_days_in_month (leap[i], 2), ==, 29);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      g_assert_false (ent_calendar_is_leap_year (common[i]));
      g_assert_cmpint (ent_calendar_days_in_month (common[i], 2), ==, 28);
    }
}

/* Counts every day of @years years from 1 January @year. */
static void
walk (gint64 year,
      int    years)
{
  gint64 time = ent_calendar_to_time (year, 1, 1);
  EntCalendarDate date;
  int weekday;

  ent_calendar_from_time (time, &date);
  weekday = date.weekday;
  for (gint64 y = year; y < year + years; y++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= ent_calendar_days_in_month (y, month); day++)
        {
          if (ent_calendar_to_time (y, month, day) != time)
            g_error ("%" G_GINT64_FORMAT "-%02d-%02d is out of line", y, month, day);
          assert_date (time, y, month, day, weekday);
          time += ENT_CALENDAR_DAY;
          weekday = weekday % 7 + 1;
        }
  g_assert_cmpint (time, ==, ent_calendar_to_time (year + years, 1, 1));
}

static void
test_every_day (void)
{
  walk (-401, 802);
  walk (1599, 802);
  walk (9995, 10);
  walk (-10005, 10);
  walk (-ENT_DATE_YEAR_LIMIT, 9);
  walk (ENT_DATE_YEAR_LIMIT - 8, 9);
  walk (ENT_CALENDAR_MIN_YEAR, 5);
  walk (ENT_CALENDAR_MAX_YEAR - 5, 5);
}

static void
test_random_times (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8601);

  for (int i = 0; i < 200000; i++)
    {
      guint64 bits = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
      gint64 time = (gint64) bits >> (i % 40);
      EntCalendarDate date;

      ent_calendar_from_time (time, &date);
      g_assert_cmpint (date.month, >=, 1);
      g_assert_cmpint (date.month, <=, 12);
      g_assert_cmpint (date.day, >=, 1);
      g_assert_cmpint (date.day, <=, ent_calendar_days_in_month (date.year, date.month));
      if (date.year < ENT_CALENDAR_MIN_YEAR || date.year > ENT_CALENDAR_MAX_YEAR)
        continue;
      g_assert_cmpint (ent_calendar_to_time (date.year, date.month, date.day) + date.hour * 3600 + date.minute * 60 +
                         date.second,
                       ==, time);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/known-days", test_known_days);
  g_test_add_func ("/calendar/leap-years", test_leap_years);
  g_test_add_func ("/calendar/every-day", test_every_day);
  g_test_add_func ("/calendar/random-times", test_random_times);

  return g_test_run ();
}
