/* ent-span.c: a stretch of time with two known ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-span.h"

#include "ent-calendar.h"
#include "ent-date.h"

#include <glib/gi18n.h>

/**
 * ent_span_parse:
 * @text: an EDTF date, interval or set
 * @length: how many bytes, or -1 when ended by NUL
 * @span: (out): from the earliest start to the latest end; untouched when
 *   %FALSE is returned
 * @error: return location; %ENT_DATE_ERROR, with %ENT_DATE_ERROR_NOT_CLOSED
 *   for a valid date of which an outer end is not known
 *
 * Returns: whether @text has two known outer ends
 */
gboolean
ent_span_parse (const char *text,
                gssize      length,
                EntSpan    *span,
                GError    **error)
{
  EntDate date;

  g_return_val_if_fail (span != NULL, FALSE);

  if (!ent_date_parse (text, length, &date, error))
    return FALSE;
  if (date.earliest_start.kind == ENT_BOUND_BEYOND || date.latest_end.kind == ENT_BOUND_BEYOND)
    {
      g_set_error_literal (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED,
                           _("the year is too far away to compute with"));
      return FALSE;
    }
  if (date.earliest_start.kind != ENT_BOUND_KNOWN || date.latest_end.kind != ENT_BOUND_KNOWN)
    {
      g_set_error_literal (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED,
                           _("expected a start and an end, neither open nor unknown"));
      return FALSE;
    }
  span->start = date.earliest_start.time;
  span->end = date.latest_end.time;
  return TRUE;
}

/**
 * ent_span_is_empty:
 * @span: a span
 *
 * Returns: whether there is no second in it
 */
gboolean
ent_span_is_empty (const EntSpan *span)
{
  g_return_val_if_fail (span != NULL, TRUE);

  return span->start >= span->end;
}

/**
 * ent_span_equal:
 * @a: a span
 * @b: another
 *
 * Returns: whether both ends are the same
 */
gboolean
ent_span_equal (const EntSpan *a,
                const EntSpan *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->start == b->start && a->end == b->end;
}

/**
 * ent_span_contains:
 * @span: a span
 * @time: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: whether that second is in it
 */
gboolean
ent_span_contains (const EntSpan *span,
                   gint64         time)
{
  g_return_val_if_fail (span != NULL, FALSE);

  return time >= span->start && time < span->end;
}

/**
 * ent_span_encloses:
 * @outer: a span
 * @inner: another
 *
 * Returns: whether @inner is not empty and all of it is in @outer
 */
gboolean
ent_span_encloses (const EntSpan *outer,
                   const EntSpan *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, FALSE);

  return !ent_span_is_empty (inner) && inner->start >= outer->start && inner->end <= outer->end;
}

/**
 * ent_span_overlaps:
 * @a: a span
 * @b: another
 *
 * Returns: whether they have a second in common
 */
gboolean
ent_span_overlaps (const EntSpan *a,
                   const EntSpan *b)
{
  EntSpan common;

  return ent_span_intersect (a, b, &common);
}

/**
 * ent_span_intersect:
 * @a: a span
 * @b: another
 * @out: (out): what they have in common; empty when %FALSE is returned
 *
 * Returns: whether they have a second in common
 */
gboolean
ent_span_intersect (const EntSpan *a,
                    const EntSpan *b,
                    EntSpan       *out)
{
  g_return_val_if_fail (a != NULL && b != NULL && out != NULL, FALSE);

  out->start = MAX (a->start, b->start);
  out->end = MIN (a->end, b->end);
  return !ent_span_is_empty (out);
}

static char *
format_year (gint64 year)
{
  return g_strdup_printf ("%s%s%04" G_GINT64_FORMAT, ABS (year) > 9999 ? "Y" : "", year < 0 ? "-" : "", ABS (year));
}

static char *
format_day (const EntCalendarDate *date,
            gboolean               with_day)
{
  g_autofree char *year = format_year (date->year);

  return with_day ? g_strdup_printf ("%s-%02d-%02d", year, date->month, date->day)
                  : g_strdup_printf ("%s-%02d", year, date->month);
}

/**
 * ent_span_to_edtf:
 * @span: a span, not empty
 *
 * Returns: (transfer full) (nullable): the date or interval that ent_span_parse()
 *   reads as exactly this span, in years, months or days, as short as can be;
 *   %NULL when it begins or ends within a day, or with a day or month of a year
 *   with more than four digits, or beyond %ENT_DATE_YEAR_LIMIT
 */
char *
ent_span_to_edtf (const EntSpan *span)
{
  EntCalendarDate start;
  EntCalendarDate last;
  EntCalendarDate end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (span != NULL && !ent_span_is_empty (span), NULL);

  ent_calendar_from_time (span->start, &start);
  ent_calendar_from_time (span->end - 1, &last);
  ent_calendar_from_time (span->end, &end);
  if (start.hour + start.minute + start.second + end.hour + end.minute + end.second > 0 ||
      start.year < -ENT_DATE_YEAR_LIMIT || last.year > ENT_DATE_YEAR_LIMIT)
    return NULL;
  if (start.month == 1 && start.day == 1 && end.month == 1 && end.day == 1)
    {
      from = format_year (start.year);
      to = format_year (last.year);
    }
  else if (start.year < -9999 || last.year > 9999)
    return NULL;
  else
    {
      gboolean with_day = start.day > 1 || end.day > 1;

      from = format_day (&start, with_day);
      to = format_day (&last, with_day);
    }
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "/", to, NULL);
}
