/* ent-timeline-view-markers.c: markers A and B on the timeline, by pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-view-private.h"

#include <glib/gi18n.h>

#include "ent-marker-text.h"

/* From the axis down to the flags, CSS pixels. */
#define FLAGS_BELOW_AXIS 4

static void
update_lines (EntTimelineView *self)
{
  EntMarkers *markers = ent_session_get_markers (self->session);

  g_clear_pointer (&self->between, g_free);
  self->between = ent_marker_text_between (self->session);
  self->lines = (EntMarkerLines){ .letters = { C_("marker", "A"), C_("marker", "B") }, .between = self->between };
  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      EntDate date;

      if (!ent_markers_locate (markers, marker, self->dataset, self->basis, &date))
        continue;
      self->lines.set[marker] = TRUE;
      self->lines.from[marker] = date.earliest_start.time;
      self->lines.to[marker] = date.latest_start.kind == ENT_BOUND_KNOWN ? date.latest_start.time
                                                                          : date.earliest_start.time;
    }
  self->marking++;
}

/** ent_timeline_view_update_markers: (skip): takes over where they stand */
void
ent_timeline_view_update_markers (EntTimelineView *self)
{
  if (self->session == NULL)
    return;
  update_lines (self);
  ent_timeline_view_update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** ent_timeline_view_get_marker_lines: (skip): (transfer none): the markers as they are drawn in a widget so high */
const EntMarkerLines *
ent_timeline_view_get_marker_lines (EntTimelineView *self)
{
  self->lines.top = ent_timeline_view_get_axis_height () + FLAGS_BELOW_AXIS;
  self->lines.bottom = gtk_widget_get_height (GTK_WIDGET (self));
  return &self->lines;
}

/* The pointer */

/**
 * ent_timeline_view_hit_marker: (skip):
 *
 * Returns: the marker whose flag is at a point, or whose line is if no event is there; −1 for none
 */
int
ent_timeline_view_hit_marker (EntTimelineView *self,
                              double           x,
                              double           y)
{
  EntTimelineFrame frame;
  EntTimelineHit event;
  EntTimeScale scale;
  gboolean flag;
  int marker;

  if ((!self->lines.set[0] && !self->lines.set[1]) || !ent_timeline_view_get_frame (self, &frame))
    return -1;
  scale = ent_timeline_frame_scale (&frame);
  marker = ent_marker_lines_hit (ent_timeline_view_get_marker_lines (self), &scale, x, y, &flag);
  if (marker >= 0 && !flag && ent_timeline_layers_hit (self->layers, x, y, &event))
    return -1;
  return marker;
}

/** ent_timeline_view_put_marker: (skip): sets a marker to the time at @x, as exactly as the zoom allows */
void
ent_timeline_view_put_marker (EntTimelineView *self,
                              EntMarkerName    marker,
                              double           x)
{
  EntTimelineFrame frame;
  EntTimeScale scale;
  g_autofree char *edtf = NULL;

  if (!ent_timeline_view_get_frame (self, &frame))
    return;
  scale = ent_timeline_frame_scale (&frame);
  edtf = ent_marker_text_date (ent_time_scale_to_time (&scale, x), scale.px_per_second);
  if (edtf != NULL)
    ent_markers_set_date (ent_session_get_markers (self->session), marker, edtf);
}

/** ent_timeline_view_begin_marker_drag: (skip): takes hold of a marker */
void
ent_timeline_view_begin_marker_drag (EntTimelineView *self,
                                     int              marker)
{
  EntMarkers *markers = ent_session_get_markers (self->session);

  self->held_marker = marker;
  g_free (self->held_event);
  g_free (self->held_date);
  self->held_event = g_strdup (ent_markers_get_event (markers, marker));
  self->held_date = g_strdup (ent_markers_get_date (markers, marker));
}

/** ent_timeline_view_drag_marker: (skip): takes the marker along to @x */
void
ent_timeline_view_drag_marker (EntTimelineView *self,
                               double           x)
{
  ent_timeline_view_put_marker (self, self->held_marker, CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self))));
}

/** ent_timeline_view_restore_marker: (skip): puts a marker back that was taken along */
void
ent_timeline_view_restore_marker (EntTimelineView *self)
{
  EntMarkers *markers = ent_session_get_markers (self->session);

  if (self->held_event != NULL)
    ent_markers_set_event (markers, self->held_marker, self->held_event);
  else
    ent_markers_set_date (markers, self->held_marker, self->held_date);
}

/* Keys */

static double
middle_of (EntTimelineView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
}

/* At the event in focus, and away again; without one at the pointer, or in the middle. */
static void
toggle (EntTimelineView *self,
        EntMarkerName    marker)
{
  EntMarkers *markers = ent_session_get_markers (self->session);
  const char *focus = ent_session_get_focus (self->session);
  const EntDate *date = self->focus != ENT_ROW_NONE ? ent_dataset_peek_date (self->dataset, self->focus, self->basis)
                                                     : NULL;

  if (date != NULL && date->earliest_start.kind == ENT_BOUND_KNOWN)
    ent_markers_set_event (markers, marker,
                           g_strcmp0 (ent_markers_get_event (markers, marker), focus) == 0 ? NULL : focus);
  else if (self->focus != ENT_ROW_NONE)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    ent_timeline_view_put_marker (self, marker, self->has_pointer ? self->pointer_x : middle_of (self));
}

/** ent_timeline_view_toggle_a: (skip): the key of A */
void
ent_timeline_view_toggle_a (EntTimelineView *self)
{
  toggle (self, ENT_MARKER_A);
}

/** ent_timeline_view_toggle_b: (skip): the key of B */
void
ent_timeline_view_toggle_b (EntTimelineView *self)
{
  toggle (self, ENT_MARKER_B);
}

/** ent_timeline_view_clear_a: (skip): takes A away */
void
ent_timeline_view_clear_a (EntTimelineView *self)
{
  ent_markers_clear (ent_session_get_markers (self->session), ENT_MARKER_A);
}

/** ent_timeline_view_clear_b: (skip): takes B away */
void
ent_timeline_view_clear_b (EntTimelineView *self)
{
  ent_markers_clear (ent_session_get_markers (self->session), ENT_MARKER_B);
}

/* To the next unit that the scale shows, and into view. */
static void
move (EntTimelineView *self,
      EntMarkerName    marker,
      int              direction)
{
  EntMarkers *markers = ent_session_get_markers (self->session);
  EntTimelineFrame frame;
  EntTimeScale scale;
  g_autofree char *edtf = NULL;
  EntDate date;

  if (!ent_timeline_view_get_frame (self, &frame))
    return;
  scale = ent_timeline_frame_scale (&frame);
  if (ent_markers_locate (markers, marker, self->dataset, self->basis, &date))
    edtf = ent_marker_text_next (date.earliest_start.time, scale.px_per_second, direction);
  else
    edtf = ent_marker_text_date (ent_time_scale_to_time (&scale, middle_of (self)), scale.px_per_second);
  if (edtf == NULL || !ent_markers_set_date (markers, marker, edtf) ||
      !ent_markers_locate (markers, marker, self->dataset, self->basis, &date))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  ent_navigation_get_span (self->session, &frame.span);
  if (date.earliest_start.time < frame.span.start)
    ent_navigation_pan (self->session, -0.25);
  else if (date.earliest_start.time >= frame.span.end)
    ent_navigation_pan (self->session, 0.25);
}

/** ent_timeline_view_move_a_left: (skip): A to the unit before */
void
ent_timeline_view_move_a_left (EntTimelineView *self)
{
  move (self, ENT_MARKER_A, -1);
}

/** ent_timeline_view_move_a_right: (skip): A to the unit after */
void
ent_timeline_view_move_a_right (EntTimelineView *self)
{
  move (self, ENT_MARKER_A, 1);
}

/** ent_timeline_view_move_b_left: (skip): B to the unit before */
void
ent_timeline_view_move_b_left (EntTimelineView *self)
{
  move (self, ENT_MARKER_B, -1);
}

/** ent_timeline_view_move_b_right: (skip): B to the unit after */
void
ent_timeline_view_move_b_right (EntTimelineView *self)
{
  move (self, ENT_MARKER_B, 1);
}

/** ent_timeline_view_copy_between: (skip): puts what there is to say of the markers on the clipboard */
void
ent_timeline_view_copy_between (EntTimelineView *self)
{
  g_autofree char *text = ent_marker_text_sentence (self->session);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/** ent_timeline_view_follow_markers: (skip): those of another session */
void
ent_timeline_view_follow_markers (EntTimelineView *self)
{
  if (self->session != NULL)
    g_signal_connect_object (ent_session_get_markers (self->session), "changed",
                             G_CALLBACK (ent_timeline_view_update_markers), self, G_CONNECT_SWAPPED);
}

/** ent_timeline_view_dispose_markers: (skip): safe to call twice */
void
ent_timeline_view_dispose_markers (EntTimelineView *self)
{
  g_clear_pointer (&self->between, g_free);
  g_clear_pointer (&self->held_event, g_free);
  g_clear_pointer (&self->held_date, g_free);
}
