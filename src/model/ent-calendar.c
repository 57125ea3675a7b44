/* ent-calendar.c: the proleptic Gregorian calendar in 64 bits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-calendar.h"

/* The calendar repeats every 400 years. */
#define YEARS_PER_CYCLE 400
#define DAYS_PER_CYCLE G_GINT64_CONSTANT (146097)

/* Days from 0000-03-01 to 1970-01-01. */
#define EPOCH_DAY G_GINT64_CONSTANT (719468)

static gint64
floor_divide (gint64 dividend,
              gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/* Not by way of the quotient, whose product need not fit at the ends of gint64. */
static int
floor_modulo (gint64 dividend,
              gint64 divisor)
{
  gint64 rest = dividend % divisor;

  return (int) (rest < 0 ? rest + divisor : rest);
}

/**
 * ent_calendar_is_leap_year:
 * @year: any astronomical year
 *
 * Returns: whether the year has a 29 February
 */
gboolean
ent_calendar_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * ent_calendar_days_in_month:
 * @year: any astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
ent_calendar_days_in_month (gint64 year,
                            int    month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  return month == 2 && ent_calendar_is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * ent_calendar_to_time:
 * @year: %ENT_CALENDAR_MIN_YEAR to %ENT_CALENDAR_MAX_YEAR
 * @month: 1 to 12
 * @day: 1 to 31; a day after the month's last is counted on into the next
 *
 * Returns: the midnight the day begins with, in seconds since
 *   1970-01-01T00:00:00Z
 */
gint64
ent_calendar_to_time (gint64 year,
                      int    month,
                      int    day)
{
  gint64 cycle;
  gint64 year_of_cycle;
  gint64 day_of_year;
  gint64 day_of_cycle;

  g_return_val_if_fail (year >= ENT_CALENDAR_MIN_YEAR && year <= ENT_CALENDAR_MAX_YEAR, 0);
  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  g_return_val_if_fail (day >= 1 && day <= 31, 0);

  /* Years that begin in March put the leap day at their end. */
  if (month <= 2)
    year--;
  cycle = floor_divide (year, YEARS_PER_CYCLE);
  year_of_cycle = floor_modulo (year, YEARS_PER_CYCLE);
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;

  return (cycle * DAYS_PER_CYCLE + day_of_cycle - EPOCH_DAY) * ENT_CALENDAR_DAY;
}

/**
 * ent_calendar_from_time:
 * @time: any number of seconds since 1970-01-01T00:00:00Z
 * @out: (out): the instant in UTC
 *
 * Takes an instant apart. Every gint64 has an answer.
 */
void
ent_calendar_from_time (gint64           time,
                        EntCalendarDate *out)
{
  gint64 days = floor_divide (time, ENT_CALENDAR_DAY);
  int seconds = floor_modulo (time, ENT_CALENDAR_DAY);
  gint64 shifted = days + EPOCH_DAY;
  gint64 cycle = floor_divide (shifted, DAYS_PER_CYCLE);
  int day_of_cycle = floor_modulo (shifted, DAYS_PER_CYCLE);
  int year_of_cycle;
  int day_of_year;
  int shifted_month;

  g_return_if_fail (out != NULL);

  year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  shifted_month = (5 * day_of_year + 2) / 153;

  out->day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  out->month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  out->year = cycle * YEARS_PER_CYCLE + year_of_cycle + (out->month <= 2 ? 1 : 0);
  out->hour = seconds / 3600;
  out->minute = seconds / 60 % 60;
  out->second = seconds % 60;
  /* 1970-01-01 was a Thursday. */
  out->weekday = floor_modulo (days + 3, 7) + 1;
}
