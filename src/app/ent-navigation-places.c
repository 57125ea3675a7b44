/* ent-navigation-places.c: going to a date, and from hit to hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-navigation.h"

#include <math.h>

#define DAY 86400.0

/* What is one date stands in the middle of so many times its length, or of so many days at least. */
#define LEAST_DAYS 1.0

static double
times_its_length (const EntDate *date)
{
  if (date->form != ENT_DATE_SINGLE)
    return 1;
  switch ((EntPrecision) date->start_precision)
    {
    case ENT_PRECISION_SECOND:
    case ENT_PRECISION_DAY:
      return 21;
    case ENT_PRECISION_MONTH:
      return 4;
    case ENT_PRECISION_SEASON:
      return 2;
    case ENT_PRECISION_YEAR:
    case ENT_PRECISION_DECADE:
    case ENT_PRECISION_CENTURY:
    case ENT_PRECISION_COARSER:
    default:
      return 1.2;
    }
}

/**
 * ent_navigation_get_date_span:
 * @session: a session
 * @date: a date
 * @span: (out): the date's own extent; an end that is not known is that of all there is, if that is beyond the other
 *
 * Returns: %FALSE if it has no place in time
 */
gboolean
ent_navigation_get_date_span (EntSession    *session,
                              const EntDate *date,
                              EntSpan       *span)
{
  EntSpan whole;

  g_return_val_if_fail (ENT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (date != NULL && span != NULL, FALSE);

  if (date->earliest_start.kind != ENT_BOUND_KNOWN && date->latest_end.kind != ENT_BOUND_KNOWN)
    return FALSE;
  ent_navigation_get_whole (session, &whole);
  if (date->earliest_start.kind == ENT_BOUND_KNOWN)
    span->start = date->earliest_start.time;
  else
    span->start = MIN (whole.start, date->latest_end.time - 1);
  if (date->latest_end.kind == ENT_BOUND_KNOWN)
    span->end = date->latest_end.time;
  else
    span->end = MAX (whole.end, date->earliest_start.time + 1);
  return !ent_span_is_empty (span);
}

/**
 * ent_navigation_fit_date:
 * @session: a session
 * @date: a date
 *
 * Shows it: an interval fills the view, a single date stands in its middle with as much on both sides as tells
 * something beside it. One step of the history.
 *
 * Returns: %FALSE if it has no place in time; nothing happens then
 */
gboolean
ent_navigation_fit_date (EntSession    *session,
                         const EntDate *date)
{
  EntSpan span;
  double length;
  double margin;

  g_return_val_if_fail (ENT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!ent_navigation_get_date_span (session, date, &span))
    return FALSE;
  length = (double) ((guint64) span.end - (guint64) span.start);
  margin = fmax (length * times_its_length (date), LEAST_DAYS * DAY) / 2 - length / 2;
  /* No year of a date is so far away that this could overflow. */
  span.start -= (gint64) margin;
  span.end += (gint64) margin;
  ent_navigation_fit_span (session, &span);
  return TRUE;
}

/* Where a row stands in the order; @n_order if nowhere. */
static guint
place_of (const guint32 *order,
          guint          n_order,
          guint32        row)
{
  guint place = 0;

  while (place < n_order && order[place] != row)
    place++;
  return place;
}

/* Whether one has not yet come to the view, walking towards the later, or back. */
static gboolean
is_short_of (EntDataset    *dataset,
             EntBasis       basis,
             guint32        row,
             const EntSpan *view,
             gboolean       back)
{
  EntSpan key;

  if (ent_dataset_may_overlap (dataset, row, basis, view))
    return FALSE;
  ent_date_get_order_key (ent_dataset_peek_date (dataset, row, basis), &key);
  return (key.start < view->start) == !back;
}

static guint32
find_hit (EntSession *session,
          EntRowSet  *hits,
          guint32     focus,
          gboolean    back)
{
  EntDataset *dataset;
  EntBasis basis;
  const guint32 *order;
  /* Past either end, a place is a number beyond all. */
  const guint step = back ? G_MAXUINT : 1;
  guint n_order;
  guint place;
  EntSpan view;

  dataset = ent_session_get_dataset (session);
  if (dataset == NULL)
    return ENT_ROW_NONE;
  basis = ent_view_get_basis (ent_session_get_view (session));
  order = ent_dataset_get_order (dataset, basis, &n_order);
  ent_navigation_get_span (session, &view);

  place = focus != ENT_ROW_NONE ? place_of (order, n_order, focus) : n_order;
  if (place < n_order)
    place += step;
  else
    {
      place = back ? n_order - 1 : 0;
      while (place < n_order && is_short_of (dataset, basis, order[place], &view, back))
        place += step;
    }
  while (place < n_order && hits != NULL && !ent_row_set_contains (hits, order[place]))
    place += step;
  return place < n_order ? order[place] : ENT_ROW_NONE;
}

/**
 * ent_navigation_find_hit:
 * @session: a session
 * @hits: (nullable): rows of its dataset; %NULL for all
 * @back: whether to look towards the earlier
 *
 * The hit after the event in focus in time order, or before it. Without a focus it is the first that may be in view, or
 * the last; if none is, the first after the view, or the last before it.
 *
 * Returns: a row, or %ENT_ROW_NONE when there is no further hit
 */
guint32
ent_navigation_find_hit (EntSession *session,
                         EntRowSet  *hits,
                         gboolean    back)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), ENT_ROW_NONE);

  return find_hit (session, hits, ent_navigation_get_focus (session), back);
}

/**
 * ent_navigation_find_first_hit:
 * @session: a session
 * @hits: (nullable): rows of its dataset; %NULL for all
 *
 * Returns: the hit to go to first: as ent_navigation_find_hit() without a focus; when there is none in view or after it,
 *   the nearest before; else one without a date; %ENT_ROW_NONE when there are no hits
 */
guint32
ent_navigation_find_first_hit (EntSession *session,
                               EntRowSet  *hits)
{
  guint32 row;

  g_return_val_if_fail (ENT_IS_SESSION (session), ENT_ROW_NONE);

  row = find_hit (session, hits, ENT_ROW_NONE, FALSE);
  if (row == ENT_ROW_NONE)
    row = find_hit (session, hits, ENT_ROW_NONE, TRUE);
  if (row == ENT_ROW_NONE && hits != NULL && !ent_row_set_next (hits, &row))
    row = ENT_ROW_NONE;
  return row;
}
