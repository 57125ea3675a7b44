/* ent-duration-text.c: durations and spans in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-text.h"

#include <glib/gi18n.h>

#include "ent-calendar.h"
#include "ent-phrase.h"

/* Seconds of a mean Gregorian year and of a twelfth of it. */
#define MONTH G_GINT64_CONSTANT (2629746)
#define YEAR G_GINT64_CONSTANT (31556952)

typedef enum
{
  UNIT_SECOND,
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

static const gint64 lengths[] = { 1, 60, 3600, ENT_CALENDAR_DAY, MONTH, YEAR };

/* The forms of one, of "A to B", of "at least A" and of "up to B". */
static char *
in_units (Unit        unit,
          const char *pattern,
          gint64      count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  gulong n = (gulong) MIN (count, 1000000);
  const char *form = NULL;
  g_autofree char *amount = NULL;

  switch (unit)
    {
    case UNIT_SECOND:
      form = ngettext ("{n} second", "{n} seconds", n);
      break;
    case UNIT_MINUTE:
      form = ngettext ("{n} minute", "{n} minutes", n);
      break;
    case UNIT_HOUR:
      form = ngettext ("{n} hour", "{n} hours", n);
      break;
    case UNIT_DAY:
      form = ngettext ("{n} day", "{n} days", n);
      break;
    case UNIT_MONTH:
      form = ngettext ("{n} month", "{n} months", n);
      break;
    case UNIT_YEAR:
    default:
      form = ngettext ("{n} year", "{n} years", n);
      break;
    }
  amount = ent_phrase_fill (form, "n", number, NULL);
  return pattern != NULL ? ent_phrase_fill (pattern, "duration", amount, NULL) : g_steal_pointer (&amount);
}

static char *
range_in_units (Unit   unit,
                gint64 from,
                gint64 to)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *last = in_units (unit, NULL, to);

  /* Translators: {duration} has its unit, as in "11 to 14 months" */
  return ent_phrase_fill (C_("duration", "{n} to {duration}"), "n", first, "duration", last, NULL);
}

/* Coarse enough to be read, fine enough that little is lost by rounding outward. */
static Unit
unit_for (const EntDuration *duration,
          gint64             size)
{
  gint64 width = duration->has_most ? duration->most - duration->least : 0;

  if (!duration->by_days && size < 2 * ENT_CALENDAR_DAY)
    return size < 120 ? UNIT_SECOND : size < 2 * 3600 ? UNIT_MINUTE : UNIT_HOUR;
  if (size <= 90 * ENT_CALENDAR_DAY || (duration->has_most && width <= 10 * ENT_CALENDAR_DAY))
    return UNIT_DAY;
  return size < 3 * YEAR ? UNIT_MONTH : UNIT_YEAR;
}

/**
 * ent_date_text_duration:
 * @duration: how long
 *
 * Gives a range where it is one, rounded outward: "343 days", "11 to 14 months", "at least 2 years".
 *
 * Returns: (transfer full): the duration in the language of the interface
 */
char *
ent_date_text_duration (const EntDuration *duration)
{
  Unit unit;
  gint64 length;
  gint64 from;
  gint64 to;

  g_return_val_if_fail (duration != NULL, NULL);

  if (!duration->has_most)
    {
      unit = unit_for (duration, duration->least);
      return duration->least == 0 ? g_strdup (C_("duration", "unknown time"))
                                  : in_units (unit, C_("duration", "at least {duration}"), duration->least / lengths[unit]);
    }
  if (duration->most == 0)
    return g_strdup (duration->by_days ? C_("duration", "less than a day") : C_("duration", "less than a second"));
  unit = unit_for (duration, duration->most);
  length = lengths[unit];
  from = duration->least / length;
  to = (duration->most + length - 1) / length;
  if (ent_duration_is_exact (duration) && (from == to || unit == UNIT_DAY))
    return in_units (unit, NULL, to);
  if (from == 0)
    return in_units (unit, C_("duration", "up to {duration}"), to);
  if (from == to)
    return in_units (unit, NULL, to);
  return range_in_units (unit, from, to);
}

/**
 * ent_date_text_span:
 * @span: a stretch of time, not empty
 *
 * Returns: (transfer full): it as coarse as its ends allow: "2013–2016", "3 June – 9 July 2015"
 */
char *
ent_date_text_span (const EntSpan *span)
{
  g_autofree char *edtf = ent_span_to_edtf (span);

  return ent_date_text_words (ent_slice_from_string (edtf), ENT_DATE_STYLE_FULL);
}
