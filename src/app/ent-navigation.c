/* ent-navigation.c: where to go in time, and what to select there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that moves a window's view goes through here, so that keys, links, lists, the overview and
 * the pointer know the same limits and make the same steps of the history.
 */
#include "config.h"

#include "ent-navigation.h"

#include "ent-results.h"
#include "ent-time-facts.h"

#include <math.h>

#define MINUTE G_GINT64_CONSTANT (60)
#define DAY G_GINT64_CONSTANT (86400)
#define YEAR G_GINT64_CONSTANT (31556952)

/* No view is shorter, and none becomes longer than twice the whole or, where that is little, a few years. A file may
 * ask for more; such a view is left as it is. */
#define MIN_LENGTH MINUTE
#define MIN_LONGEST (4 * YEAR)

/* Beyond these years dates have no place: see ENT_DATE_YEAR_LIMIT. */
#define FIRST_TIME (-ENT_DATE_YEAR_LIMIT * YEAR)
#define LAST_TIME (ENT_DATE_YEAR_LIMIT * YEAR)

/* A movement without end is committed after so long a rest. */
#define REST_MILLISECONDS 800

/* Of a view that events are fitted into, what is left free on each side; labels stand on the right. */
#define MARGIN_BEFORE 0.12
#define MARGIN_AFTER 0.20

/* An event so close to the edge, in parts of the view, is not well in view. */
#define EDGE 0.03

#define BY_HAND "ent-navigation-by-hand"

static guint64
length_of (const EntSpan *span)
{
  return (guint64) span->end - (guint64) span->start;
}

static gint64
add_seconds (gint64 time,
             double seconds)
{
  double sum = (double) time + seconds;

  if (sum <= (double) FIRST_TIME)
    return FIRST_TIME;
  if (sum >= (double) LAST_TIME)
    return LAST_TIME;
  /* Farther than 64 bits reach; a second more or less is nothing there. */
  if (fabs (seconds) > 9e18)
    return (gint64) sum;
  return time + (gint64) round (seconds);
}

/**
 * ent_navigation_get_whole:
 * @session: a session
 * @whole: (out): all that is known and a little more
 *
 * Returns: %FALSE if nothing has a place in time; @whole is then the year 2000
 */
gboolean
ent_navigation_get_whole (EntSession *session,
                          EntSpan    *whole)
{
  EntDataset *dataset = ent_session_get_dataset (session);

  if (dataset != NULL)
    return ent_time_facts_get_whole (dataset, ent_view_get_basis (ent_session_get_view (session)), whole);
  *whole = (EntSpan){ G_GINT64_CONSTANT (946684800), G_GINT64_CONSTANT (978307200) };
  return FALSE;
}

/**
 * ent_navigation_get_span:
 * @session: a session
 * @span: (out): the stretch of time in view: the view's, or the whole; never empty
 *
 * Returns: %FALSE if neither the view says nor anything has a place in time; @span is then the year 2000
 */
gboolean
ent_navigation_get_span (EntSession *session,
                         EntSpan    *span)
{
  EntSpan whole;
  gboolean dated = ent_navigation_get_whole (session, &whole);

  if (ent_view_get_span (ent_session_get_view (session), &whole, span) && !ent_span_is_empty (span))
    return TRUE;
  *span = whole;
  return dated;
}

/** ent_navigation_get_focus: (skip): row of the event in focus, or %ENT_ROW_NONE */
guint32
ent_navigation_get_focus (EntSession *session)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  const char *id = ent_session_get_focus (session);

  return dataset == NULL || id == NULL ? ENT_ROW_NONE : ent_dataset_find (dataset, ent_slice_from_string (id));
}

/** ent_navigation_get_selection: Returns: (transfer full) (element-type guint32): the rows selected, as selected */
GArray *
ent_navigation_get_selection (EntSession *session)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (const char *const *id = ent_session_get_selection (session); dataset != NULL && *id != NULL; id++)
    {
      guint32 row = ent_dataset_find (dataset, ent_slice_from_string (*id));

      if (row != ENT_ROW_NONE)
        g_array_append_val (rows, row);
    }
  return rows;
}

static void
extend_over (const EntDate *date,
             EntSpan       *extent)
{
  const EntBound *bounds[4] = { &date->earliest_start, &date->latest_start, &date->earliest_end, &date->latest_end };

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i]->kind == ENT_BOUND_KNOWN)
      {
        extent->start = MIN (extent->start, bounds[i]->time);
        extent->end = MAX (extent->end, bounds[i]->time);
      }
}

/* Where an event is looked for: its date on the basis, and with phases on the first basis all of them. */
static void
extend_over_event (EntDataset *dataset,
                   guint32     row,
                   EntBasis    basis,
                   EntSpan    *extent)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, basis);

  if (date == NULL)
    return;
  extend_over (date, extent);
  if (basis == ENT_BASIS_OCCURRED && ent_dataset_has_phases (dataset, row))
    for (int phase = 0; phase < ENT_N_PHASES; phase++)
      {
        EntDate when;

        if (ent_dataset_get_phase (dataset, row, phase, &when, NULL))
          extend_over (&when, extent);
      }
}

/**
 * ent_navigation_get_extent:
 * @session: a session
 * @rows: events
 * @n_rows: how many
 * @extent: (out): from the first known bound of any of them to the last
 *
 * Returns: whether any has a place in time
 */
gboolean
ent_navigation_get_extent (EntSession    *session,
                           const guint32 *rows,
                           guint          n_rows,
                           EntSpan       *extent)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (session));

  *extent = (EntSpan){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; dataset != NULL && i < n_rows; i++)
    extend_over_event (dataset, rows[i], basis, extent);
  if (extent->start > extent->end)
    return FALSE;
  extent->end = MAX (extent->end, extent->start + 1);
  return TRUE;
}

static double
longest (EntSession *session)
{
  EntSpan whole;
  EntSpan shown;

  ent_navigation_get_whole (session, &whole);
  ent_navigation_get_span (session, &shown);
  return fmax (fmax (2.0 * (double) length_of (&whole), MIN_LONGEST), (double) length_of (&shown));
}

/* A span of that length that starts there, within the limits. The middle of the view stays over the events, or
 * at least goes no farther away from them than it is. */
static EntSpan
limit (EntSession *session,
       gint64      start,
       double      length)
{
  EntSpan whole;
  EntSpan shown;
  EntSpan span;
  gint64 middle;

  ent_navigation_get_whole (session, &whole);
  ent_navigation_get_span (session, &shown);
  middle = shown.start + (gint64) (length_of (&shown) / 2);
  length = CLAMP (length, (double) MIN_LENGTH, longest (session));
  if ((double) start + length / 2 < (double) MIN (whole.start, middle))
    start = add_seconds (MIN (whole.start, middle), -length / 2);
  else if ((double) start + length / 2 > (double) MAX (whole.end, middle))
    start = add_seconds (MAX (whole.end, middle), -length / 2);
  span.start = CLAMP (start, FIRST_TIME, LAST_TIME);
  span.end = add_seconds (span.start, length);
  if (span.end >= LAST_TIME)
    span.start = add_seconds (span.end, -length);
  if (length_of (&span) < MIN_LENGTH)
    span.end = span.start + MIN_LENGTH;
  return span;
}

/* Waiting for rest */

static gboolean
rested_cb (gpointer data)
{
  EntSession *session = data;

  g_object_steal_data (G_OBJECT (session), "ent-navigation-rest");
  ent_session_commit (session);
  return G_SOURCE_REMOVE;
}

static void
cancel_rest (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

static void
stop_waiting (EntSession *session)
{
  guint source = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (session), "ent-navigation-rest"));

  if (source != 0)
    g_source_remove (source);
}

static void
rest_later (EntSession *session)
{
  guint source;

  stop_waiting (session);
  source = g_timeout_add (REST_MILLISECONDS, rested_cb, session);
  g_object_set_data_full (G_OBJECT (session), "ent-navigation-rest", GUINT_TO_POINTER (source), cancel_rest);
}

/**
 * ent_navigation_rest:
 * @session: a session
 *
 * Says that a movement has come to its end: what comes next is a new step of the history. Movements of
 * this module end by themselves after a moment of rest.
 */
void
ent_navigation_rest (EntSession *session)
{
  stop_waiting (session);
  ent_session_commit (session);
}

/* Selecting */

/* Whether enough of an event is in view for its mark or its bar to be seen. */
static gboolean
is_in_view (EntSession    *session,
            guint32        row,
            const EntSpan *span)
{
  double edge = EDGE * (double) length_of (span);
  const EntSpan inner = { add_seconds (span->start, edge), add_seconds (span->end, -edge) };

  return ent_dataset_may_overlap (ent_session_get_dataset (session), row,
                                  ent_view_get_basis (ent_session_get_view (session)),
                                  ent_span_is_empty (&inner) ? span : &inner);
}

/* What is seen, though at the edge, needs a little room only: the reader's eye is there. */
static gboolean
nudge_into_view (EntSession    *session,
                 const EntSpan *extent,
                 const EntSpan *span,
                 EntSpan       *nudged)
{
  double length = (double) length_of (span);
  double room;

  if (extent->start < span->start || extent->start >= span->end)
    return FALSE;
  if ((double) extent->start - (double) span->start < length / 2)
    room = (double) extent->start - (double) span->start - MARGIN_BEFORE * length;
  else
    room = (double) extent->start - (double) span->end + MARGIN_AFTER * length;
  *nudged = limit (session, add_seconds (span->start, room), length);
  return TRUE;
}

/* Where the view goes so that an event is seen, at the same scale. */
static EntSpan
bring_into_view (EntSession    *session,
                 guint32        row,
                 const EntSpan *span)
{
  double length = (double) length_of (span);
  double free;
  EntSpan extent = { G_MAXINT64, G_MININT64 };
  EntSpan nudged;
  const EntDate *date = ent_dataset_peek_date (ent_session_get_dataset (session), row,
                                               ent_view_get_basis (ent_session_get_view (session)));

  if (date == NULL || is_in_view (session, row, span))
    return *span;
  /* Where its mark is; phases may lie elsewhere. */
  extend_over (date, &extent);
  if (extent.start > extent.end)
    return *span;
  if (nudge_into_view (session, &extent, span, &nudged))
    return nudged;
  /* In the middle; of what is longer than the view its start, as there stand mark and name. */
  free = fmax ((length - (double) length_of (&extent)) / 2, length * MARGIN_BEFORE);
  return limit (session, add_seconds (extent.start, -free), length);
}

static void
go_to_event (EntSession *session,
             guint32     row)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  g_autofree char *id = NULL;
  EntSpan span;
  EntSpan target;

  if (dataset == NULL || row >= ent_dataset_get_n_events (dataset))
    return;
  id = ent_slice_dup (ent_dataset_get_id (dataset, row));
  ent_navigation_get_span (session, &span);
  target = bring_into_view (session, row, &span);
  ent_session_show (session, ent_span_equal (&span, &target) ? NULL : &target, (const char *const[]){ id, NULL }, id);
}

/**
 * ent_navigation_show_event:
 * @session: a session
 * @row: an event
 *
 * Selects and focuses it, and pans to it when it is not in view, keeping the scale: one step of the history.
 */
void
ent_navigation_show_event (EntSession *session,
                           guint32     row)
{
  g_return_if_fail (ENT_IS_SESSION (session));

  ent_navigation_rest (session);
  go_to_event (session, row);
  ent_navigation_rest (session);
}

/**
 * ent_navigation_walk:
 * @session: a session
 * @row: an event
 *
 * As ent_navigation_show_event(), but events walked to one after the other are one step.
 */
void
ent_navigation_walk (EntSession *session,
                     guint32     row)
{
  g_return_if_fail (ENT_IS_SESSION (session));

  go_to_event (session, row);
  rest_later (session);
}

/**
 * ent_navigation_select:
 * @session: a session
 * @row: an event, or %ENT_ROW_NONE
 * @extend: whether to add it to the selection, or take it out, and leave the rest selected
 *
 * Selects and focuses an event, or clears both, and moves nothing.
 */
void
ent_navigation_select (EntSession *session,
                       guint32     row,
                       gboolean    extend)
{
  EntDataset *dataset;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) selection = NULL;
  g_autofree char *id = NULL;
  gboolean taken_out = FALSE;

  g_return_if_fail (ENT_IS_SESSION (session));

  dataset = ent_session_get_dataset (session);
  if (dataset == NULL || (row != ENT_ROW_NONE && row >= ent_dataset_get_n_events (dataset)) ||
      (row == ENT_ROW_NONE && extend))
    return;
  id = row != ENT_ROW_NONE ? ent_slice_dup (ent_dataset_get_id (dataset, row)) : NULL;
  for (const char *const *old = ent_session_get_selection (session); extend && *old != NULL; old++)
    if (g_str_equal (*old, id))
      taken_out = TRUE;
    else
      g_strv_builder_add (ids, *old);
  if (id != NULL && !taken_out)
    g_strv_builder_add (ids, id);
  selection = g_strv_builder_end (ids);
  ent_navigation_rest (session);
  /* The focus goes on to what is still selected. */
  ent_session_show (session, NULL, (const char *const *) selection,
                    !taken_out ? id : selection[0] != NULL ? selection[g_strv_length (selection) - 1] : NULL);
  ent_navigation_rest (session);
}

/* Fitting */

/* The view in which events are seen with room about them. What happened within a day is seen within a season, and
 * what has a time within two days: alone it would be told nothing beside it. */
static gboolean
room_for (EntSession    *session,
          const guint32 *rows,
          guint          n_rows,
          EntSpan       *room)
{
  EntSpan extent;
  double length;
  double least = 2 * MINUTE;

  if (!ent_navigation_get_extent (session, rows, n_rows, &extent))
    return FALSE;
  length = (double) length_of (&extent) / (1 - MARGIN_BEFORE - MARGIN_AFTER);
  if (n_rows == 1)
    least = (double) (length_of (&extent) >= DAY ? 90 * DAY : 2 * DAY);
  if (length < least)
    {
      double middle = (double) length_of (&extent) / 2;

      *room = limit (session, add_seconds (extent.start, middle - least / 2), least);
    }
  else
    *room = limit (session, add_seconds (extent.start, -MARGIN_BEFORE * length), length);
  return TRUE;
}

/**
 * ent_navigation_fit_all:
 * @session: a session
 *
 * Shows all events that are shown: one step of the history.
 */
void
ent_navigation_fit_all (EntSession *session)
{
  EntResults *results;
  EntSpan whole;

  g_return_if_fail (ENT_IS_SESSION (session));

  results = ent_session_get_results (session);
  if (!(ent_results_get_shown (results) != NULL && ent_results_get_whole (results, &whole)) &&
      !ent_navigation_get_whole (session, &whole))
    return;
  ent_navigation_rest (session);
  ent_session_set_span (session, &whole);
  ent_navigation_rest (session);
}

/**
 * ent_navigation_fit_span:
 * @session: a session
 * @span: a span, empty or not
 *
 * Shows it, as far as the limits allow: one step of the history.
 */
void
ent_navigation_fit_span (EntSession    *session,
                         const EntSpan *span)
{
  EntSpan limited;

  g_return_if_fail (ENT_IS_SESSION (session));

  limited = limit (session, MIN (span->start, span->end),
                   (double) (span->end > span->start ? length_of (span) : (guint64) span->start - (guint64) span->end));
  ent_navigation_rest (session);
  ent_session_set_span (session, &limited);
  ent_navigation_rest (session);
}

/**
 * ent_navigation_fit_events:
 * @session: a session
 * @rows: events
 * @n_rows: how many
 *
 * Shows all of them with room about them: one step of the history. Nothing happens when none has a place in time.
 */
void
ent_navigation_fit_events (EntSession    *session,
                           const guint32 *rows,
                           guint          n_rows)
{
  EntSpan room;

  g_return_if_fail (ENT_IS_SESSION (session));

  if (!room_for (session, rows, n_rows, &room))
    return;
  ent_navigation_rest (session);
  ent_session_set_span (session, &room);
  ent_navigation_rest (session);
}

/**
 * ent_navigation_frame_events:
 * @session: a session
 * @rows: events
 * @n_rows: how many
 *
 * Brings them into the middle of the view; when they are there, fits them: one step of the history.
 */
void
ent_navigation_frame_events (EntSession    *session,
                             const guint32 *rows,
                             guint          n_rows)
{
  EntSpan extent;
  EntSpan shown;
  EntSpan centred;
  double length;

  g_return_if_fail (ENT_IS_SESSION (session));

  if (!ent_navigation_get_extent (session, rows, n_rows, &extent))
    return;
  ent_navigation_get_span (session, &shown);
  length = (double) length_of (&shown);
  centred = limit (session, add_seconds (extent.start, (double) length_of (&extent) / 2 - length / 2), length);
  if (length_of (&extent) >= length_of (&shown) ||
      fabs ((double) centred.start - (double) shown.start) < length / 500)
    ent_navigation_fit_events (session, rows, n_rows);
  else
    ent_navigation_fit_span (session, &centred);
}

/**
 * ent_navigation_zoom_to_event:
 * @session: a session
 * @row: an event
 *
 * Selects and focuses it and fits it into the view: one step of the history.
 */
void
ent_navigation_zoom_to_event (EntSession *session,
                              guint32     row)
{
  EntDataset *dataset;
  g_autofree char *id = NULL;
  EntSpan room;
  gboolean placed;

  g_return_if_fail (ENT_IS_SESSION (session));

  dataset = ent_session_get_dataset (session);
  if (dataset == NULL || row >= ent_dataset_get_n_events (dataset))
    return;
  id = ent_slice_dup (ent_dataset_get_id (dataset, row));
  placed = room_for (session, &row, 1, &room);
  ent_navigation_rest (session);
  ent_session_show (session, placed ? &room : NULL, (const char *const[]){ id, NULL }, id);
  ent_navigation_rest (session);
}

/* Moving */

static void
zoom_from (EntSession    *session,
           const EntSpan *from,
           double         factor,
           gint64         anchor)
{
  double length = CLAMP ((double) length_of (from) / factor, (double) MIN_LENGTH, longest (session));
  double before;
  EntSpan zoomed;

  if (round (length) == (double) length_of (from))
    return;
  anchor = CLAMP (anchor, from->start, from->end);
  before = (double) ((guint64) anchor - (guint64) from->start) / (double) length_of (from);
  zoomed = limit (session, add_seconds (anchor, -before * length), length);
  ent_session_set_span (session, &zoomed);
  rest_later (session);
}

/**
 * ent_navigation_zoom:
 * @session: a session
 * @factor: how many times larger everything becomes; below 1 it becomes smaller
 * @anchor: the time that stays where it is in the view
 *
 * Changes the scale, within the limits.
 */
void
ent_navigation_zoom (EntSession *session,
                     double      factor,
                     gint64      anchor)
{
  EntSpan span;

  g_return_if_fail (ENT_IS_SESSION (session));
  g_return_if_fail (factor > 0);

  ent_navigation_get_span (session, &span);
  zoom_from (session, &span, factor, anchor);
}

/**
 * ent_navigation_move_to:
 * @session: a session
 * @start: where the view is to begin
 *
 * Pans, within the limits.
 */
void
ent_navigation_move_to (EntSession *session,
                        gint64      start)
{
  EntSpan span;
  EntSpan moved;

  g_return_if_fail (ENT_IS_SESSION (session));

  ent_navigation_get_span (session, &span);
  moved = limit (session, CLAMP (start, FIRST_TIME, LAST_TIME), (double) length_of (&span));
  /* A second more or less would be a change of scale. */
  if (moved.end < LAST_TIME && length_of (&span) < (guint64) LAST_TIME - (guint64) moved.start)
    moved.end = (gint64) ((guint64) moved.start + length_of (&span));
  ent_session_set_span (session, &moved);
  rest_later (session);
}

/**
 * ent_navigation_pan:
 * @session: a session
 * @fraction: of what is in view, towards the later; negative towards the earlier
 *
 * Pans, within the limits.
 */
void
ent_navigation_pan (EntSession *session,
                    double      fraction)
{
  EntSpan span;

  g_return_if_fail (ENT_IS_SESSION (session));

  ent_navigation_get_span (session, &span);
  ent_navigation_move_to (session, add_seconds (span.start, fraction * (double) length_of (&span)));
}

/**
 * ent_navigation_drag_to:
 * @session: a session
 * @span: what is to be in view, not empty
 *
 * Shows it, as far as the limits allow, as part of a movement that a hand leads: it is shown at once, without a
 * motion of its own.
 */
void
ent_navigation_drag_to (EntSession    *session,
                        const EntSpan *span)
{
  EntSpan shown;
  EntSpan limited;

  g_return_if_fail (ENT_IS_SESSION (session));
  g_return_if_fail (!ent_span_is_empty (span));

  g_object_set_data (G_OBJECT (session), BY_HAND, GINT_TO_POINTER (TRUE));
  ent_navigation_get_span (session, &shown);
  if (length_of (&shown) == length_of (span))
    ent_navigation_move_to (session, span->start);
  else
    {
      limited = limit (session, span->start, (double) length_of (span));
      ent_session_set_span (session, &limited);
      rest_later (session);
    }
  g_object_set_data (G_OBJECT (session), BY_HAND, NULL);
}

/**
 * ent_navigation_pinch:
 * @session: a session
 * @from: what was in view when the movement began
 * @factor: how many times larger everything is now
 * @anchor: the time that stays where it was
 *
 * As ent_navigation_zoom(), but led by a hand; see ent_navigation_drag_to().
 */
void
ent_navigation_pinch (EntSession    *session,
                      const EntSpan *from,
                      double         factor,
                      gint64         anchor)
{
  g_return_if_fail (ENT_IS_SESSION (session));
  g_return_if_fail (factor > 0);

  g_object_set_data (G_OBJECT (session), BY_HAND, GINT_TO_POINTER (TRUE));
  zoom_from (session, from, factor, anchor);
  g_object_set_data (G_OBJECT (session), BY_HAND, NULL);
}

/**
 * ent_navigation_is_by_hand:
 * @session: a session
 *
 * Returns: whether what changes just now is led by a hand; of interest to those who are notified
 */
gboolean
ent_navigation_is_by_hand (EntSession *session)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), FALSE);

  return g_object_get_data (G_OBJECT (session), BY_HAND) != NULL;
}
