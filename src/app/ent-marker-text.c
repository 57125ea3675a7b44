/* ent-marker-text.c: where markers stand, and how far apart, in words; and where one is put
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-marker-text.h"

#include <glib/gi18n.h>

#include "ent-calendar.h"
#include "ent-date-text.h"
#include "ent-event-text.h"
#include "ent-phrase.h"
#include "ent-ticks.h"
#include "ent-time-scale.h"

/* A unit that a pointer can tell from the next, CSS pixels. */
#define MIN_UNIT 1.0

/* What EDTF has a form for, with its mean length in seconds. */
static const struct
{
  EntTickStep step;
  double      seconds;
} units[] = {
  { { ENT_TICK_SECOND, 1 }, 1 },
  { { ENT_TICK_MINUTE, 1 }, 60 },
  { { ENT_TICK_HOUR, 1 }, 3600 },
  { { ENT_TICK_DAY, 1 }, 86400 },
  { { ENT_TICK_MONTH, 1 }, ENT_SECONDS_PER_YEAR / 12 },
  { { ENT_TICK_YEAR, 1 }, ENT_SECONDS_PER_YEAR },
  { { ENT_TICK_YEAR, 10 }, ENT_SECONDS_PER_YEAR * 10 },
  { { ENT_TICK_YEAR, 100 }, ENT_SECONDS_PER_YEAR * 100 },
};

static const EntTickStep *
unit_for (double px_per_second)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].seconds * px_per_second >= MIN_UNIT)
      return &units[i].step;
  return &units[G_N_ELEMENTS (units) - 1].step;
}

static char *
unit_to_edtf (const EntTickStep *unit,
              gint64             time)
{
  EntSpan span = { ent_ticks_floor (unit, time), 0 };
  EntCalendarDate date;
  char *edtf;

  span.end = ent_ticks_next (unit, span.start);
  ent_calendar_from_time (span.start, &date);
  if (unit->unit < ENT_TICK_DAY && date.year >= 0 && date.year <= 9999)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", (int) date.year, date.month, date.day, date.hour, date.minute,
                            date.second);
  if (unit->unit == ENT_TICK_YEAR && unit->count > 1 && date.year >= 0 && date.year <= 9999)
    return unit->count == 10 ? g_strdup_printf ("%03dX", (int) date.year / 10)
                             : g_strdup_printf ("%02dXX", (int) date.year / 100);
  edtf = ent_span_is_empty (&span) ? NULL : ent_span_to_edtf (&span);
  /* What has no short form stands at its first year. */
  if (edtf == NULL || strchr (edtf, '/') != NULL)
    {
      const EntTickStep year = { ENT_TICK_YEAR, 1 };

      g_free (edtf);
      span.start = ent_ticks_floor (&year, span.start);
      span.end = ent_ticks_next (&year, span.start);
      edtf = ent_span_is_empty (&span) ? NULL : ent_span_to_edtf (&span);
    }
  return edtf;
}

/**
 * ent_marker_text_date:
 * @time: seconds UTC
 * @px_per_second: the scale it was pointed at, CSS pixels
 *
 * Returns: (transfer full) (nullable): the date that was meant, in EDTF: as fine as can be told at this scale
 */
char *
ent_marker_text_date (gint64 time,
                      double px_per_second)
{
  return unit_to_edtf (unit_for (px_per_second), time);
}

/**
 * ent_marker_text_next:
 * @time: seconds UTC
 * @px_per_second: the scale, CSS pixels
 * @direction: 1 for the unit after the one that @time is in, −1 for the one before
 *
 * Returns: (transfer full) (nullable): that date, as fine as can be told at this scale, in EDTF
 */
char *
ent_marker_text_next (gint64 time,
                      double px_per_second,
                      int    direction)
{
  const EntTickStep *unit = unit_for (px_per_second);
  gint64 tick = ent_ticks_floor (unit, time);

  return unit_to_edtf (unit, direction > 0 ? ent_ticks_next (unit, tick) : tick - 1);
}

/**
 * ent_marker_text_place:
 * @session: a session
 * @marker: one of its markers
 *
 * Returns: (transfer full) (nullable): where it stands, in words; %NULL if nowhere
 */
char *
ent_marker_text_place (EntSession    *session,
                       EntMarkerName  marker)
{
  EntMarkers *markers = ent_session_get_markers (session);
  EntDataset *dataset = ent_session_get_dataset (session);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (session));
  const char *id = ent_markers_get_event (markers, marker);
  EntDate date;

  if (!ent_markers_locate (markers, marker, dataset, basis, &date))
    return NULL;
  if (id == NULL)
    return ent_date_text_words (ent_slice_from_string (ent_markers_get_date (markers, marker)), ENT_DATE_STYLE_FULL);
  return ent_event_text_start (dataset, ent_dataset_find (dataset, ent_slice_from_string (id)), basis);
}

/** ent_marker_text_between: (skip): (transfer full) (nullable): the time between the markers: "11 to 14 months" */
char *
ent_marker_text_between (EntSession *session)
{
  EntDuration duration;

  if (!ent_markers_measure (ent_session_get_markers (session), ent_session_get_dataset (session),
                            ent_view_get_basis (ent_session_get_view (session)), &duration))
    return NULL;
  return ent_date_text_duration (&duration);
}

/**
 * ent_marker_text_sentence:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): all that there is to say of its markers: "A: 7 May 2014; B: 15 April 2015; 343
 *   days between them"; %NULL if there is none
 */
char *
ent_marker_text_sentence (EntSession *session)
{
  g_autofree char *a = ent_marker_text_place (session, ENT_MARKER_A);
  g_autofree char *b = ent_marker_text_place (session, ENT_MARKER_B);
  g_autofree char *between = ent_marker_text_between (session);

  if (a == NULL && b == NULL)
    return NULL;
  if (b == NULL)
    /* Translators: {a} is a date */
    return ent_phrase_fill (_("Marker A: {a}"), "a", a, NULL);
  if (a == NULL)
    /* Translators: {b} is a date */
    return ent_phrase_fill (_("Marker B: {b}"), "b", b, NULL);
  if (between == NULL)
    return ent_phrase_fill (_("Marker A: {a}; marker B: {b}"), "a", a, "b", b, NULL);
  /* Translators: {a} and {b} are dates, {duration} as in "343 days" or "11 to 14 months" */
  return ent_phrase_fill (_("Marker A: {a}; marker B: {b}; {duration} between them"), "a", a, "b", b, "duration",
                          between, NULL);
}
