/* ent-duration.c: how long it was from one date to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-duration.h"

#include "ent-calendar.h"

/* The second a bound is at, or that before it, or the midnight before that; 0 for a bound that is not known. */
static gint64
time_at (const EntBound *bound,
         gboolean        second_before,
         gboolean        by_days)
{
  gint64 time = bound->kind == ENT_BOUND_KNOWN ? bound->time - (second_before ? 1 : 0) : 0;
  gint64 rest = time % ENT_CALENDAR_DAY;

  return by_days ? time - (rest < 0 ? rest + ENT_CALENDAR_DAY : rest) : time;
}

/**
 * ent_duration_between:
 * @self: (out): the range; untouched when %FALSE is returned
 * @from: a date
 * @to: a later one
 *
 * Measures from the start of one date to the start of another. Days are counted as calendars do: from
 * 7 to 9 May it is 2 days, though from the last second of the one to the first of the other it is little
 * more than one.
 *
 * Returns: %FALSE when @to was surely before @from, or nothing at all is known
 */
gboolean
ent_duration_between (EntDuration   *self,
                      const EntDate *from,
                      const EntDate *to)
{
  EntDuration duration = { 0 };
  gboolean has_least;
  gint64 first_from;
  gint64 last_from;
  gint64 first_to;
  gint64 last_to;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, FALSE);

  has_least = from->latest_start.kind == ENT_BOUND_KNOWN && to->earliest_start.kind == ENT_BOUND_KNOWN;
  duration.has_most = from->earliest_start.kind == ENT_BOUND_KNOWN && to->latest_start.kind == ENT_BOUND_KNOWN;
  if (!has_least && !duration.has_most)
    return FALSE;

  duration.by_days = from->start_precision != ENT_PRECISION_SECOND || to->start_precision != ENT_PRECISION_SECOND;
  first_from = time_at (&from->earliest_start, FALSE, duration.by_days);
  last_from = time_at (&from->latest_start, TRUE, duration.by_days);
  first_to = time_at (&to->earliest_start, FALSE, duration.by_days);
  last_to = time_at (&to->latest_start, TRUE, duration.by_days);
  if (duration.has_most)
    {
      duration.most = last_to - first_from;
      if (duration.most < 0)
        return FALSE;
    }
  if (has_least)
    {
      duration.least = MAX (first_to - last_from, 0);
      duration.may_be_reversed = first_to < last_from;
    }
  else
    duration.may_be_reversed = TRUE;
  *self = duration;
  return TRUE;
}

/** ent_duration_is_exact: (skip): whether it is one number, and no range */
gboolean
ent_duration_is_exact (const EntDuration *self)
{
  return self->has_most && self->least == self->most;
}
