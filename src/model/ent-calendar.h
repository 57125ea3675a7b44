/* ent-calendar.h: the proleptic Gregorian calendar in 64 bits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years are astronomical: 0 is 1 BCE, -43 is 44 BCE. */
#define ENT_CALENDAR_MIN_YEAR (-G_GINT64_CONSTANT (290000000000))
#define ENT_CALENDAR_MAX_YEAR G_GINT64_CONSTANT (290000000000)

#define ENT_CALENDAR_DAY G_GINT64_CONSTANT (86400) /* seconds */

/**
 * EntCalendarDate:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 * @weekday: 1 (Monday) to 7 (Sunday)
 *
 * An instant in UTC, taken apart.
 */
typedef struct
{
  gint64 year;
  int    month;
  int    day;
  int    hour;
  int    minute;
  int    second;
  int    weekday;
} EntCalendarDate;

gboolean ent_calendar_is_leap_year  (gint64           year);
int      ent_calendar_days_in_month (gint64           year,
                                     int              month);
gint64   ent_calendar_to_time       (gint64           year,
                                     int              month,
                                     int              day);
void     ent_calendar_from_time     (gint64           time,
                                     EntCalendarDate *out);

G_END_DECLS
