/* ent-period.c: a stretch of the calendar, such as two years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-period.h"

#include "ent-calendar.h"
#include "ent-date.h"

#include <glib/gi18n.h>

#define MONTHS_PER_YEAR 12
#define DAYS_PER_WEEK 7

G_DEFINE_QUARK (ent-period-error-quark, ent_period_error)

/* In the order they are written in. */
static const struct
{
  char   letter;
  gint32 months;
  gint32 days;
} units[] = {
  { 'Y', MONTHS_PER_YEAR, 0 },
  { 'M', 1, 0 },
  { 'W', 0, DAYS_PER_WEEK },
  { 'D', 0, 1 },
};

/* Everything before @at is ASCII. */
static gboolean
fail (GError       **error,
      EntPeriodError code,
      gsize          at,
      const char    *expected)
{
  /* Translators: %zu is a place in a duration, %s what is expected there. */
  g_set_error (error, ENT_PERIOD_ERROR, code, _("character %zu: %s"), at + 1, _(expected));
  return FALSE;
}

static gboolean
read_number (const char *text,
             gsize      *at,
             gint32     *number,
             GError    **error)
{
  gsize start = *at;

  if (text[start] == 'T')
    return fail (error, ENT_PERIOD_ERROR_TIME, start,
                 N_("only years, months, weeks and days can be used, no times"));
  if (!g_ascii_isdigit (text[start]))
    return fail (error, ENT_PERIOD_ERROR_NUMBER, start, N_("expected a whole number, as in P2Y or P1Y6M"));
  for (*number = 0; g_ascii_isdigit (text[*at]); (*at)++)
    {
      *number = *number * 10 + (text[*at] - '0');
      if (*number > ENT_PERIOD_LIMIT)
        return fail (error, ENT_PERIOD_ERROR_TOO_LONG, start, N_("the number is too large"));
    }
  return TRUE;
}

/**
 * ent_period_parse:
 * @text: a duration of ISO 8601: `P2Y`, `P6M`, `P90D`, `P2W`, `P1Y6M`
 * @period: (out): what it says; untouched when %FALSE is returned
 * @error: return location for an #EntPeriodError
 *
 * Reads whole numbers of years, months, weeks and days, each at most once and in that order. There are no times, no
 * fractions, no signs, and a duration of nothing is none.
 *
 * Returns: whether @text is one
 */
gboolean
ent_period_parse (const char *text,
                  EntPeriod  *period,
                  GError    **error)
{
  EntPeriod read = { 0, 0 };
  gsize unit = 0;
  gsize at = 1;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  if (text[0] != 'P')
    return fail (error, ENT_PERIOD_ERROR_NO_P, 0, N_("expected “P”, as in P2Y or P1Y6M"));
  do
    {
      gint32 number;

      if (!read_number (text, &at, &number, error))
        return FALSE;
      while (unit < G_N_ELEMENTS (units) && units[unit].letter != text[at])
        unit++;
      if (unit == G_N_ELEMENTS (units))
        return fail (error, ENT_PERIOD_ERROR_UNIT, at,
                     N_("expected a unit: Y, M, W or D, each once and in this order"));
      /* At the limit of each unit the sum is far from that of the type. */
      read.months += number * units[unit].months;
      read.days += number * units[unit].days;
      unit++;
      at++;
    }
  while (text[at] != '\0');
  if (read.months == 0 && read.days == 0)
    return fail (error, ENT_PERIOD_ERROR_ZERO, 0, N_("expected a duration longer than nothing"));
  *period = read;
  return TRUE;
}

/* Takes as many as there may be of a unit, and leaves the rest. */
static void
append (GString *text,
        gint32  *rest,
        gint32   size,
        char     letter)
{
  gint32 number = MIN (*rest / size, ENT_PERIOD_LIMIT);

  if (number > 0)
    g_string_append_printf (text, "%d%c", number, letter);
  *rest -= number * size;
}

/**
 * ent_period_to_text:
 * @period: a period
 *
 * Returns: (transfer full): the duration that ent_period_parse() reads as this period, in years, months and days, or
 *   in weeks if it is nothing but weeks
 */
char *
ent_period_to_text (const EntPeriod *period)
{
  GString *text;
  gint32 months;
  gint32 days;

  g_return_val_if_fail (period != NULL, NULL);

  text = g_string_new ("P");
  months = period->months;
  days = period->days;
  append (text, &months, MONTHS_PER_YEAR, 'Y');
  append (text, &months, 1, 'M');
  /* More days than there may be are weeks and a rest. */
  if (days > ENT_PERIOD_LIMIT || (period->months == 0 && days % DAYS_PER_WEEK == 0))
    append (text, &days, DAYS_PER_WEEK, 'W');
  append (text, &days, 1, 'D');
  return g_string_free (text, FALSE);
}

/** ent_period_equal: (skip): whether both have the same numbers; P12M is P1Y, and P30D is no P1M */
gboolean
ent_period_equal (const EntPeriod *a,
                  const EntPeriod *b)
{
  return a->months == b->months && a->days == b->days;
}

static gboolean
move (const EntPeriod *period,
      gint64           time,
      int              sign,
      gint64          *result)
{
  EntCalendarDate from;
  gint64 month;
  gint64 year;
  int month_of_year;
  gint64 day;

  ent_calendar_from_time (time, &from);
  if (ABS (from.year) > ENT_DATE_YEAR_LIMIT)
    return FALSE;
  month = from.year * MONTHS_PER_YEAR + from.month - 1 + (gint64) sign * period->months;
  month_of_year = (int) (month % MONTHS_PER_YEAR);
  if (month_of_year < 0)
    month_of_year += MONTHS_PER_YEAR;
  year = (month - month_of_year) / MONTHS_PER_YEAR;
  month_of_year++;
  day = ent_calendar_to_time (year, month_of_year, MIN (from.day, ent_calendar_days_in_month (year, month_of_year)));
  *result = day + from.hour * 3600 + from.minute * 60 + from.second + (gint64) sign * period->days * ENT_CALENDAR_DAY;
  ent_calendar_from_time (*result, &from);
  return ABS (from.year) <= ENT_DATE_YEAR_LIMIT;
}

/**
 * ent_period_after:
 * @period: a period
 * @time: seconds since 1970-01-01T00:00:00Z
 * @result: (out): so much later, on the proleptic Gregorian calendar
 *
 * Goes on by the months first, and where the month that is reached has no such day, to its last: a month after
 * 31 January is 28 or 29 February. Then it goes on by the days. The time of day stays. To go back by the same period
 * therefore need not lead to where one came from.
 *
 * Returns: %FALSE if @time or the result is beyond %ENT_DATE_YEAR_LIMIT
 */
gboolean
ent_period_after (const EntPeriod *period,
                  gint64           time,
                  gint64          *result)
{
  g_return_val_if_fail (period != NULL && result != NULL, FALSE);

  return move (period, time, 1, result);
}

/**
 * ent_period_before:
 * @period: a period
 * @time: seconds since 1970-01-01T00:00:00Z
 * @result: (out): so much earlier
 *
 * Goes back by the months first, then by the days, otherwise as ent_period_after() does.
 *
 * Returns: %FALSE if @time or the result is beyond %ENT_DATE_YEAR_LIMIT
 */
gboolean
ent_period_before (const EntPeriod *period,
                   gint64           time,
                   gint64          *result)
{
  g_return_val_if_fail (period != NULL && result != NULL, FALSE);

  return move (period, time, -1, result);
}
