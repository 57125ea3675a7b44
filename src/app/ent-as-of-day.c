/* ent-as-of-day.c: the day as of which a session is seen, and others to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-day.h"

#include <glib/gi18n.h>

#include "ent-as-of.h"
#include "ent-calendar.h"
#include "ent-date-text.h"
#include "ent-navigation.h"
#include "ent-period.h"

/* The years that have days in EDTF. */
#define FIRST_YEAR (-9999)
#define LAST_YEAR 9999

/* What part of the view is after the day when it is brought there. */
#define AFTER 6

/**
 * ent_as_of_day_read:
 * @text: what was typed: EDTF; white space about it does not matter
 * @edtf: (out) (optional) (transfer full): the date as it is to be kept
 * @words: (out) (optional) (transfer full): the date in words of the interface
 * @error: return location for an #EntDateError
 *
 * Returns: whether it is a date with an end
 */
gboolean
ent_as_of_day_read (const char  *text,
                    char       **edtf,
                    char       **words,
                    GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  EntDate date;
  gint64 end;

  if (!ent_date_parse (stripped, -1, &date, error))
    return FALSE;
  if (!ent_as_of_get_end (&date, &end))
    {
      g_set_error_literal (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED, _("expected a date with an end that is known"));
      return FALSE;
    }
  if (words != NULL)
    *words = ent_date_text_words (ent_slice_from_string (stripped), ENT_DATE_STYLE_FULL);
  if (edtf != NULL)
    *edtf = g_steal_pointer (&stripped);
  return TRUE;
}

/* Who asks for a day wants to see it: a view in which it is not moves there as it is, with a little after the day. */
static void
bring_into_view (EntSession *session,
                 EntView    *view)
{
  EntSpan span;
  gint64 width;
  gint64 end;

  if (ent_view_get_as_of (view) == NULL || !ent_as_of_get_end (ent_view_get_as_of (view), &end) ||
      !ent_navigation_get_span (session, &span) || (end > span.start && end <= span.end) ||
      __builtin_sub_overflow (span.end, span.start, &width) ||
      __builtin_add_overflow (end, width / AFTER, &span.end) || __builtin_sub_overflow (span.end, width, &span.start))
    return;
  ent_view_set_span (view, &span);
}

/**
 * ent_as_of_day_set:
 * @session: a session
 * @edtf: (nullable): the day as of which it is to be seen; %NULL for all that is known
 *
 * One step of the history, which may bring the day into view.
 */
void
ent_as_of_day_set (EntSession *session,
                   const char *edtf)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (session));

  g_return_if_fail (ent_view_set_as_of (view, edtf, -1, NULL));
  bring_into_view (session, view);
  ent_session_commit (session);
  ent_session_set_view (session, view);
  ent_session_commit (session);
}

/* The day that ends with a second, or in which it lies. */
static gboolean
set_end (EntSession *session,
         gint64      end)
{
  EntCalendarDate date;
  g_autofree char *edtf = NULL;

  ent_calendar_from_time (end - 1, &date);
  if (date.year < FIRST_YEAR || date.year > LAST_YEAR)
    return FALSE;
  edtf = g_strdup_printf ("%s%04d-%02d-%02d", date.year < 0 ? "-" : "", ABS ((int) date.year), date.month, date.day);
  ent_as_of_day_set (session, edtf);
  return TRUE;
}

/**
 * ent_as_of_day_set_event:
 * @session: a session
 *
 * Goes to the day by which the event in focus, or else the first that is selected, was surely known.
 *
 * Returns: %FALSE if no event is chosen, or nothing says when
 */
gboolean
ent_as_of_day_set_event (EntSession *session)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  guint32 row = ent_navigation_get_focus (session);
  g_autoptr (GArray) rows = ent_navigation_get_selection (session);
  gint64 end;

  if (row == ENT_ROW_NONE && rows->len > 0)
    row = g_array_index (rows, guint32, 0);
  return dataset != NULL && row != ENT_ROW_NONE && ent_dataset_get_known_end (dataset, row, &end) &&
         set_end (session, end);
}

static const char *const names[] = {
  [ENT_AS_OF_DAY_BEFORE] = "day-before",
  [ENT_AS_OF_DAY_AFTER] = "day-after",
  [ENT_AS_OF_MONTH_BEFORE] = "month-before",
  [ENT_AS_OF_MONTH_AFTER] = "month-after",
  [ENT_AS_OF_DISCLOSURE_BEFORE] = "disclosure-before",
  [ENT_AS_OF_DISCLOSURE_AFTER] = "disclosure-after",
};

/** ent_as_of_day_find_step: (skip): the step that actions call @name */
gboolean
ent_as_of_day_find_step (const char  *name,
                         EntAsOfStep *step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *step = (EntAsOfStep) i;
        return TRUE;
      }
  return FALSE;
}

/* The first second of the day whose end, or one of whose seconds before the last, this is. */
static gint64
start_of_day (gint64 end)
{
  gint64 last = end - 1;
  gint64 into = last % ENT_CALENDAR_DAY;

  return last - (into < 0 ? into + ENT_CALENDAR_DAY : into);
}

/**
 * ent_as_of_day_step:
 * @session: a session as of a day
 * @step: where to go
 *
 * Goes to another day: the one before or after, the same of the month before or after, or the day of the last disclosure
 * before or the first after.
 *
 * Returns: %FALSE if the session is as of no day, or there is no such day
 */
gboolean
ent_as_of_day_step (EntSession *session,
                    EntAsOfStep step)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  const gint64 *as_of = dataset != NULL ? ent_dataset_get_as_of (dataset) : NULL;
  const EntPeriod month = { .months = 1 };
  gint64 start;
  gint64 time;

  if (as_of == NULL)
    return FALSE;
  start = start_of_day (*as_of);
  switch (step)
    {
    case ENT_AS_OF_DAY_BEFORE:
      return set_end (session, start);
    case ENT_AS_OF_DAY_AFTER:
      return set_end (session, start + 2 * ENT_CALENDAR_DAY);
    case ENT_AS_OF_MONTH_BEFORE:
      return ent_period_before (&month, start, &time) && set_end (session, time + ENT_CALENDAR_DAY);
    case ENT_AS_OF_MONTH_AFTER:
      return ent_period_after (&month, start, &time) && set_end (session, time + ENT_CALENDAR_DAY);
    case ENT_AS_OF_DISCLOSURE_BEFORE:
      return ent_dataset_find_disclosure (dataset, start, -1, &time) &&
             set_end (session, start_of_day (time + 1) + ENT_CALENDAR_DAY);
    case ENT_AS_OF_DISCLOSURE_AFTER:
      return ent_dataset_find_disclosure (dataset, start + ENT_CALENDAR_DAY, 1, &time) &&
             set_end (session, start_of_day (time + 1) + ENT_CALENDAR_DAY);
    default:
      return FALSE;
    }
}
