/* ent-ticks.c: where the axis is divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-ticks.h"

#include "ent-calendar.h"
#include "ent-date.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* From fine to coarse; the first whose year is not wider is taken. Beyond the table the steps
 * are powers of ten of years. */
static const struct
{
  double      min_px_per_year;
  EntTickPair pair;
} pairs[] = {
  { 1.0e9,  { { ENT_TICK_MINUTE, 1 }, { ENT_TICK_SECOND, 1 } } },
  { 1.2e8,  { { ENT_TICK_MINUTE, 1 }, { ENT_TICK_SECOND, 10 } } },
  { 2.4e7,  { { ENT_TICK_HOUR, 1 }, { ENT_TICK_MINUTE, 1 } } },
  { 4.6e6,  { { ENT_TICK_HOUR, 1 }, { ENT_TICK_MINUTE, 5 } } },
  { 1.5e6,  { { ENT_TICK_HOUR, 1 }, { ENT_TICK_MINUTE, 15 } } },
  { 3.8e5,  { { ENT_TICK_DAY, 1 }, { ENT_TICK_HOUR, 1 } } },
  { 6.0e4,  { { ENT_TICK_DAY, 1 }, { ENT_TICK_HOUR, 6 } } },
  { 9500,   { { ENT_TICK_MONTH, 1 }, { ENT_TICK_DAY, 1 } } },
  { 1500,   { { ENT_TICK_MONTH, 1 }, { ENT_TICK_WEEK, 1 } } },
  { 330,    { { ENT_TICK_YEAR, 1 }, { ENT_TICK_MONTH, 1 } } },
  { 110,    { { ENT_TICK_YEAR, 1 }, { ENT_TICK_MONTH, 3 } } },
  { 56,     { { ENT_TICK_YEAR, 1 }, { ENT_TICK_MONTH, 6 } } },
  { 40,     { { ENT_TICK_YEAR, 10 }, { ENT_TICK_YEAR, 1 } } },
  { 7,      { { ENT_TICK_YEAR, 10 }, { ENT_TICK_YEAR, 5 } } },
  { 4,      { { ENT_TICK_YEAR, 100 }, { ENT_TICK_YEAR, 10 } } },
  { 2,      { { ENT_TICK_YEAR, 100 }, { ENT_TICK_YEAR, 20 } } },
  { 0.8,    { { ENT_TICK_YEAR, 100 }, { ENT_TICK_YEAR, 50 } } },
};

static const EntTickStep bins[] = {
  { ENT_TICK_SECOND, 1 }, { ENT_TICK_MINUTE, 1 }, { ENT_TICK_HOUR, 1 },  { ENT_TICK_DAY, 1 },
  { ENT_TICK_WEEK, 1 },   { ENT_TICK_MONTH, 1 },  { ENT_TICK_MONTH, 3 }, { ENT_TICK_YEAR, 1 },
  { ENT_TICK_YEAR, 2 },   { ENT_TICK_YEAR, 5 },
};

static double
step_years (const EntTickStep *step)
{
  static const double years[] = {
    [ENT_TICK_SECOND] = 1 / 31556952.0, [ENT_TICK_MINUTE] = 1 / 525949.2, [ENT_TICK_HOUR] = 1 / 8765.82,
    [ENT_TICK_DAY] = 1 / 365.2425,      [ENT_TICK_WEEK] = 7 / 365.2425,   [ENT_TICK_MONTH] = 1 / 12.0,
    [ENT_TICK_YEAR] = 1,
  };

  return years[step->unit] * (double) step->count;
}

/**
 * ent_ticks_choose:
 * @px_per_year: the zoom, in CSS pixels at the axis text's usual size of 11
 *
 * Returns: the steps of the two tiers, whose lower one leaves room for its labels
 */
EntTickPair
ent_ticks_choose (double px_per_year)
{
  gint64 years = 100;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (px_per_year >= pairs[i].min_px_per_year)
      return pairs[i].pair;
  while (years < G_GINT64_CONSTANT (100000000000) && px_per_year * (double) years < 46)
    years *= 10;
  return (EntTickPair){ { ENT_TICK_YEAR, years * 10 }, { ENT_TICK_YEAR, years } };
}

/**
 * ent_ticks_choose_bin:
 * @px_per_year: the zoom, CSS pixels
 * @min_width: CSS pixels
 *
 * Returns: the smallest calendar step that is at least @min_width wide
 */
EntTickStep
ent_ticks_choose_bin (double px_per_year,
                      double min_width)
{
  EntTickStep step = { ENT_TICK_YEAR, 10 };

  for (gsize i = 0; i < G_N_ELEMENTS (bins); i++)
    if (step_years (&bins[i]) * px_per_year >= min_width)
      return bins[i];
  while (step.count < G_GINT64_CONSTANT (100000000000) && px_per_year * (double) step.count < min_width)
    step.count *= 10;
  return step;
}

static gint64
floor_to (gint64 value,
          gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static gint64
clamp_year (gint64 year)
{
  /* One step beyond the last year a date can have still fits 64 bits of seconds. */
  return CLAMP (year, -ENT_DATE_YEAR_LIMIT, ENT_DATE_YEAR_LIMIT);
}

/**
 * ent_ticks_floor:
 * @step: a step
 * @time: seconds UTC, within the years a date can have
 *
 * Returns: the tick at or before @time
 */
gint64
ent_ticks_floor (const EntTickStep *step,
                 gint64             time)
{
  EntCalendarDate date;

  switch ((EntTickUnit) step->unit)
    {
    case ENT_TICK_SECOND:
      return floor_to (time, step->count);
    case ENT_TICK_MINUTE:
      return floor_to (time, step->count * 60);
    case ENT_TICK_HOUR:
      return floor_to (time, step->count * 3600);
    case ENT_TICK_DAY:
      return floor_to (time, step->count * SECONDS_PER_DAY);
    case ENT_TICK_WEEK:
      /* 1970-01-05 was a Monday. */
      return floor_to (time - 4 * SECONDS_PER_DAY, 7 * SECONDS_PER_DAY) + 4 * SECONDS_PER_DAY;
    case ENT_TICK_MONTH:
      ent_calendar_from_time (time, &date);
      return ent_calendar_to_time (date.year, (int) floor_to (date.month - 1, step->count) + 1, 1);
    case ENT_TICK_YEAR:
    default:
      ent_calendar_from_time (time, &date);
      return ent_calendar_to_time (clamp_year (floor_to (date.year, step->count)), 1, 1);
    }
}

/**
 * ent_ticks_next:
 * @step: a step
 * @tick: a time ent_ticks_floor() or this gave
 *
 * Returns: the tick after @tick; @tick itself at the end of time
 */
gint64
ent_ticks_next (const EntTickStep *step,
                gint64             tick)
{
  EntCalendarDate date;

  switch ((EntTickUnit) step->unit)
    {
    case ENT_TICK_SECOND:
      return tick + step->count;
    case ENT_TICK_MINUTE:
      return tick + step->count * 60;
    case ENT_TICK_HOUR:
      return tick + step->count * 3600;
    case ENT_TICK_DAY:
      return tick + step->count * SECONDS_PER_DAY;
    case ENT_TICK_WEEK:
      return tick + 7 * SECONDS_PER_DAY;
    case ENT_TICK_MONTH:
      ent_calendar_from_time (tick, &date);
      date.month += (int) step->count;
      if (date.month > 12)
        {
          date.month -= 12;
          date.year++;
        }
      return ent_calendar_to_time (date.year, date.month, 1);
    case ENT_TICK_YEAR:
    default:
      ent_calendar_from_time (tick, &date);
      return ent_calendar_to_time (clamp_year (date.year + step->count), 1, 1);
    }
}
