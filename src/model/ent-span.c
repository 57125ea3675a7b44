/* ent-span.c: a stretch of time with two known ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-span.h"

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
