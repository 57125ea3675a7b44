/* ent-health-precision.c: dates to the day that may be months or years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who knows only the month, and has a field for a day, writes the first. So what has happened is seen by how often
 * there is a first: chance alone makes 4800 of the 146,097 days of the calendar's 400 years the first of a month,
 * and 400 of them a 1 January. Laws and treaties, which do begin on such days, make it no more than a doubt.
 */
#include "config.h"

#include "ent-calendar.h"
#include "ent-chance.h"
#include "ent-health-private.h"

/* From so many dates on a share tells anything. */
#define FEWEST_DATES 20

/* It is told of when chance would bring as many less often than this, */
#define RAREST_CHANCE 0.001

/* and of many dates, where the least excess is no chance, only when there are so many times as many. */
#define LEAST_EXCESS 1.25

#define DAYS_OF_CALENDAR 146097.0
#define FIRSTS_OF_MONTH 4800.0
#define FIRSTS_OF_YEAR 400.0

/* Only what claims the day: an approximate or uncertain one does not. */
static gboolean
starts_on_day (EntDataset      *dataset,
               guint32          row,
               EntCalendarDate *day)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, ENT_BASIS_OCCURRED);

  if (date == NULL || date->start_precision != ENT_PRECISION_DAY || date->earliest_start.kind != ENT_BOUND_KNOWN ||
      date->earliest_start.qualifiers != ENT_QUALIFIER_NONE || date->form == ENT_DATE_ONE_OF)
    return FALSE;
  ent_calendar_from_time (date->earliest_start.time, day);
  return TRUE;
}

static void
judge (EntHealthSearch *search,
       EntHealthKind    kind,
       guint            n_dates,
       double           share)
{
  EntHealthTally *tally = &search->tallies[kind];

  tally->n_considered = n_dates;
  tally->expected = n_dates * share;
  if (n_dates < FEWEST_DATES || tally->items->len < tally->expected * LEAST_EXCESS ||
      ent_chance_of_at_least (tally->items->len, n_dates, share) >= RAREST_CHANCE)
    g_array_set_size (tally->items, 0);
}

/* Lists those on the first, and keeps them if they are too many. */
void
ent_health_look_at_precision (EntHealthSearch *search)
{
  guint n_dates = 0;

  for (guint i = 0; i < search->n_events && ent_health_goes_on (search, i); i++)
    {
      guint32 row = search->order[i];
      EntCalendarDate day;

      if (!starts_on_day (search->dataset, row, &day))
        continue;
      n_dates++;
      if (day.day == 1)
        ent_health_add (search, ENT_HEALTH_FIRST_OF_MONTH, row, ENT_ROW_NONE, 0, 0);
      if (day.day == 1 && day.month == 1)
        ent_health_add (search, ENT_HEALTH_FIRST_OF_YEAR, row, ENT_ROW_NONE, 0, 0);
    }
  judge (search, ENT_HEALTH_FIRST_OF_MONTH, n_dates, FIRSTS_OF_MONTH / DAYS_OF_CALENDAR);
  judge (search, ENT_HEALTH_FIRST_OF_YEAR, n_dates, FIRSTS_OF_YEAR / DAYS_OF_CALENDAR);
}
