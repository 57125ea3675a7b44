/* ent-timeline-view-pointer.c: the timeline under pointer and fingers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-view-private.h"

#include <math.h>

#define CARD_MILLISECONDS 400
#define CARD_GAP 10
#define CARD_MARGIN 6

/* Of a click of the wheel: the view is so many times shorter, moves by so much of itself, or lanes by so many pixels. */
#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 0.1
#define WHEEL_SCROLL 60

/* Of a finger's way on a touchpad that doubles the scale, CSS pixels. */
#define TOUCHPAD_ZOOM 200

/* A thing that glides on is so much slower after a second, and stands still below that, CSS pixels a second. */
#define GLIDE_DECAY 4.5
#define GLIDE_LEAST 25
#define GLIDE_MOST 6000

static EntTimeScale
shown_scale (EntTimelineView *self)
{
  EntTimelineFrame frame;

  ent_timeline_view_get_frame (self, &frame);
  return ent_timeline_frame_scale (&frame);
}

static guint64
length_of (const EntSpan *span)
{
  return (guint64) span->end - (guint64) span->start;
}

/* Takes the view along by hand: so many pixels of its way from where it was. */
static void
drag_view (EntTimelineView *self,
           const EntSpan   *from,
           double           pixels)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  double seconds = pixels / width * (double) length_of (from);
  EntSpan span;

  if (fabs (seconds) > 4e18 || __builtin_sub_overflow (from->start, (gint64) round (seconds), &span.start))
    return;
  span.end = (gint64) ((guint64) span.start + length_of (from));
  if (!ent_span_is_empty (&span))
    ent_navigation_drag_to (self->session, &span);
}

/* Gliding */

/** ent_timeline_view_stop_gliding: (skip): stands still, and says so */
void
ent_timeline_view_stop_gliding (EntTimelineView *self)
{
  if (self->speed_x == 0 && self->speed_y == 0)
    return;
  self->speed_x = self->speed_y = 0;
  if (self->session != NULL)
    ent_navigation_rest (self->session);
}

static void
start_gliding (EntTimelineView *self,
               double           speed_x,
               double           speed_y)
{
  if (self->session == NULL || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->speed_x = CLAMP (speed_x, -GLIDE_MOST, GLIDE_MOST);
  self->speed_y = CLAMP (speed_y, -GLIDE_MOST, GLIDE_MOST);
  self->glide_x = 0;
  self->glide_time = 0;
  ent_navigation_get_span (self->session, &self->glide_span);
  ent_timeline_view_need_ticks (self);
}

/** ent_timeline_view_glide: (skip): goes on for the time since the last frame. %FALSE if it does not */
gboolean
ent_timeline_view_glide (EntTimelineView *self,
                         gint64           time)
{
  double seconds;
  double y;

  if (self->speed_x == 0 && self->speed_y == 0)
    return FALSE;
  seconds = self->glide_time > 0 ? (double) (time - self->glide_time) / G_USEC_PER_SEC : 0;
  self->glide_time = time;
  self->glide_x += self->speed_x * seconds;
  y = gtk_adjustment_get_value (self->adjustment) - self->speed_y * seconds;
  self->speed_x *= exp (-GLIDE_DECAY * seconds);
  self->speed_y *= exp (-GLIDE_DECAY * seconds);
  drag_view (self, &self->glide_span, self->glide_x);
  ent_timeline_view_scroll_to (self, y, FALSE);
  if (hypot (self->speed_x, self->speed_y) >= GLIDE_LEAST)
    return TRUE;
  ent_timeline_view_stop_gliding (self);
  return FALSE;
}

/* Hover */

static void
show_card (EntTimelineView *self)
{
  if (!self->hovering || self->dataset == NULL)
    return;
  if (self->hover.row != ENT_ROW_NONE)
    ent_hover_card_show_event (self->card, self->dataset, self->hover.row, self->basis, self->language,
                               ent_session_get_annotations (self->session));
  else
    {
      EntSpan covered;
      g_autoptr (GArray) rows = ent_timeline_layers_list (self->layers, &self->hover, &covered);
      g_autofree char *when = NULL;

      if (rows == NULL || rows->len == 0)
        return;
      if (!ent_span_is_empty (&covered))
        when = ent_timeline_view_say_span (self, &covered);
      ent_hover_card_show_events (self->card, self->dataset, (const guint32 *) rows->data, rows->len, when,
                                  self->language);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
card_due_cb (gpointer data)
{
  EntTimelineView *self = data;

  self->card_timeout = 0;
  show_card (self);
  return G_SOURCE_REMOVE;
}

/** ent_timeline_view_place_card: (skip): below what it is about or above it, and never outside of the widget */
void
ent_timeline_view_place_card (EntTimelineView *self,
                              int              width,
                              int              height)
{
  GtkWidget *card = GTK_WIDGET (self->card);
  GtkRequisition size;
  int x, y;

  if (!gtk_widget_get_visible (card))
    return;
  gtk_widget_get_preferred_size (card, NULL, &size);
  size.width = MIN (size.width, MAX (width - 2 * CARD_MARGIN, 1));
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  size.height = MIN (size.height, MAX (height - 2 * CARD_MARGIN, 1));
  /* By the pointer along a bar, which may be longer than the view. */
  x = (int) round (self->has_pointer ? self->pointer_x : self->hover.x + self->hover.width / 2) - 24;
  y = (int) ceil (self->hover.y + self->hover.height) + CARD_GAP;
  if (y + size.height > height - CARD_MARGIN && self->hover.y - CARD_GAP - size.height >= CARD_MARGIN)
    y = (int) floor (self->hover.y) - CARD_GAP - size.height;
  x = CLAMP (x, CARD_MARGIN, MAX (width - CARD_MARGIN - size.width, CARD_MARGIN));
  y = CLAMP (y, CARD_MARGIN, MAX (height - CARD_MARGIN - size.height, CARD_MARGIN));
  gtk_widget_size_allocate (card, &(GtkAllocation){ x, y, size.width, size.height }, -1);
}

static void
set_cursor (EntTimelineView *self,
            const char      *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
hits_equal (const EntTimelineHit *a,
            const EntTimelineHit *b)
{
  return a->row == b->row && a->group == b->group &&
         (!a->group || (a->item.group == b->item.group && a->item.lane == b->item.lane));
}

/** ent_timeline_view_forget_hover: (skip): says that the pointer is on nothing */
void
ent_timeline_view_forget_hover (EntTimelineView *self)
{
  g_clear_handle_id (&self->card_timeout, g_source_remove);
  ent_hover_card_hide (self->card);
  if (!self->hovering)
    return;
  self->hovering = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** ent_timeline_view_update_hover: (skip): looks what the pointer is on */
void
ent_timeline_view_update_hover (EntTimelineView *self)
{
  EntTimelineHit hit;

  if (self->dragging)
    return;
  if (self->has_pointer && self->dataset != NULL &&
      ent_timeline_view_hit_marker (self, self->pointer_x, self->pointer_y) >= 0)
    {
      ent_timeline_view_forget_hover (self);
      set_cursor (self, "ew-resize");
      return;
    }
  if (!self->has_pointer || self->dataset == NULL ||
      !ent_timeline_layers_hit (self->layers, self->pointer_x, self->pointer_y, &hit))
    {
      ent_timeline_view_forget_hover (self);
      if (self->at_rest)
        self->quiet = ENT_ROW_NONE;
      if (self->has_pointer)
        set_cursor (self, self->dataset != NULL ? "grab" : NULL);
      return;
    }
  if (self->hovering && hits_equal (&hit, &self->hover))
    return;
  ent_timeline_view_forget_hover (self);
  self->hovering = TRUE;
  self->hover = hit;
  if (hit.row != self->quiet || hit.row == ENT_ROW_NONE)
    {
      self->quiet = ENT_ROW_NONE;
      self->card_timeout = g_timeout_add (CARD_MILLISECONDS, card_due_cb, self);
    }
  set_cursor (self, "pointer");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller,
                  double                    x,
                  double                    y,
                  EntTimelineView          *self)
{
  /* A frame that is drawn anew says that the pointer has moved, too. */
  if (self->has_pointer && self->pointer_x == x && self->pointer_y == y)
    return;
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  ent_timeline_view_update_hover (self);
}

static void
pointer_left_cb (GtkEventControllerMotion *controller,
                 EntTimelineView          *self)
{
  self->has_pointer = FALSE;
  ent_timeline_view_forget_hover (self);
}

/* Clicks */

static GdkModifierType
modifiers_of (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            EntTimelineView *self)
{
  ent_timeline_view_stop_gliding (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->by_keys = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
select_row (EntTimelineView *self,
            guint32          row,
            gboolean         extend)
{
  g_auto (GStrv) before = g_strdupv ((char **) ent_session_get_selection (self->session));
  g_autofree char *focus = g_strdup (ent_session_get_focus (self->session));

  ent_navigation_select (self->session, row, extend);
  return !g_strv_equal ((const char *const *) before, ent_session_get_selection (self->session)) ||
         g_strcmp0 (focus, ent_session_get_focus (self->session)) != 0;
}

static void
open_hit (EntTimelineView      *self,
          const EntTimelineHit *hit)
{
  /* What the first of two clicks did is part of what both do: one step of the history. */
  if (self->click_was_step)
    ent_session_back (self->session);
  self->click_was_step = FALSE;
  if (hit->row != ENT_ROW_NONE)
    ent_navigation_zoom_to_event (self->session, hit->row);
  else
    {
      g_autoptr (GArray) rows = ent_timeline_layers_list (self->layers, hit, NULL);

      if (rows != NULL)
        ent_navigation_fit_events (self->session, (const guint32 *) rows->data, rows->len);
    }
}

/* A click on the head of a lane folds it, or opens it. */
static gboolean
toggle_lane (EntTimelineView *self,
             double           x,
             double           y)
{
  guint lane;
  g_auto (GStrv) keys = NULL;

  if (!ent_timeline_layers_hit_head (self->layers, x, y, &lane))
    return FALSE;
  keys = ent_timeline_view_dup_lanes (self, NULL);
  if (lane < g_strv_length (keys))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-lane", "s", keys[lane]);
  return TRUE;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             EntTimelineView *self)
{
  GdkModifierType modifiers = modifiers_of (GTK_GESTURE (gesture));
  EntTimelineHit hit;
  gboolean found;

  if (self->session == NULL || self->dataset == NULL || self->dragging)
    return;
  /* What is taken hold of is no ground to click on. */
  if (ent_timeline_view_hit_marker (self, x, y) >= 0)
    return;
  found = ent_timeline_layers_hit (self->layers, x, y, &hit);
  if (!found && toggle_lane (self, x, y))
    return;
  if (n_press == 2 && found)
    open_hit (self, &hit);
  else if (n_press == 1 && found && hit.group)
    {
      self->click_was_step = FALSE;
      self->hovering = TRUE;
      self->hover = hit;
      show_card (self);
    }
  else if (n_press == 1)
    {
      self->quiet = found ? hit.row : ENT_ROW_NONE;
      self->focus_lane = found ? hit.item.lane : ENT_LANE_ANY;
      ent_timeline_view_forget_hover (self);
      self->click_was_step = select_row (self, self->quiet, (modifiers & GDK_CONTROL_MASK) != 0);
      ent_timeline_view_update_hover (self);
    }
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 EntTimelineView     *self)
{
  if (self->session == NULL || self->dataset == NULL)
    return;
  if (!ent_timeline_layers_hit (self->layers, x, y, &self->hover))
    {
      if (ent_timeline_view_popup_lane_menu (self, x, y))
        gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->hovering = TRUE;
  show_card (self);
}

/* Drags */

static void
drag_began_cb (GtkGestureDrag  *gesture,
               double           x,
               double           y,
               EntTimelineView *self)
{
  int marker;

  if (self->session == NULL || self->dataset == NULL || !ent_span_motion_get (self->motion, &self->drag_span))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag = (modifiers_of (GTK_GESTURE (gesture)) & GDK_SHIFT_MASK) != 0 ? ENT_TIMELINE_DRAG_BAND
                                                                            : ENT_TIMELINE_DRAG_PAN;
  marker = ent_timeline_view_hit_marker (self, x, y);
  if (marker >= 0)
    {
      self->drag = ENT_TIMELINE_DRAG_MARKER;
      ent_timeline_view_begin_marker_drag (self, marker);
    }
  self->dragging = FALSE;
  self->drag_x = self->drag_to = x;
  self->drag_y = y;
  self->drag_scroll = gtk_adjustment_get_value (self->adjustment);
}

static void
drag_updated_cb (GtkGestureDrag  *gesture,
                 double           dx,
                 double           dy,
                 EntTimelineView *self)
{
  if (self->drag == ENT_TIMELINE_DRAG_NONE)
    return;
  if (!self->dragging)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->drag_x, (int) self->drag_y,
                                     (int) (self->drag_x + dx), (int) (self->drag_y + dy)))
        return;
      self->dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      ent_timeline_view_forget_hover (self);
      set_cursor (self, self->drag == ENT_TIMELINE_DRAG_PAN      ? "grabbing"
                        : self->drag == ENT_TIMELINE_DRAG_MARKER ? "ew-resize"
                                                                 : "col-resize");
      if (self->drag == ENT_TIMELINE_DRAG_PAN)
        ent_navigation_rest (self->session);
    }
  if (self->drag == ENT_TIMELINE_DRAG_BAND)
    {
      self->drag_to = CLAMP (self->drag_x + dx, 0, gtk_widget_get_width (GTK_WIDGET (self)));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (self->drag == ENT_TIMELINE_DRAG_MARKER)
    {
      ent_timeline_view_drag_marker (self, self->drag_x + dx);
      return;
    }
  drag_view (self, &self->drag_span, dx);
  ent_timeline_view_scroll_to (self, self->drag_scroll - dy, FALSE);
}

static void
end_drag (EntTimelineView *self,
          gboolean         finished)
{
  EntTimelineDrag drag = self->dragging ? self->drag : ENT_TIMELINE_DRAG_NONE;

  self->drag = ENT_TIMELINE_DRAG_NONE;
  self->dragging = FALSE;
  if (drag == ENT_TIMELINE_DRAG_NONE)
    return;
  if (drag == ENT_TIMELINE_DRAG_PAN)
    ent_navigation_rest (self->session);
  else if (drag == ENT_TIMELINE_DRAG_MARKER && !finished)
    ent_timeline_view_restore_marker (self);
  else if (drag == ENT_TIMELINE_DRAG_BAND && finished && fabs (self->drag_to - self->drag_x) >= 4)
    {
      EntTimeScale scale = shown_scale (self);
      const EntSpan span = { ent_time_scale_to_time (&scale, MIN (self->drag_x, self->drag_to)),
                             ent_time_scale_to_time (&scale, MAX (self->drag_x, self->drag_to)) };

      ent_navigation_fit_span (self->session, &span);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  set_cursor (self, "grab");
}

static void
drag_ended_cb (GtkGestureDrag  *gesture,
               double           dx,
               double           dy,
               EntTimelineView *self)
{
  end_drag (self, TRUE);
}

static void
drag_cancelled_cb (GtkGesture       *gesture,
                   GdkEventSequence *sequence,
                   EntTimelineView  *self)
{
  end_drag (self, FALSE);
}

/* A finger that was still moving when it was lifted. */
static void
swiped_cb (GtkGestureSwipe *gesture,
           double           speed_x,
           double           speed_y,
           EntTimelineView *self)
{
  start_gliding (self, speed_x, speed_y);
}

/* Wheel and touchpad */

static void
zoom_at_pointer (EntTimelineView *self,
                 double           dy,
                 gboolean         by_wheel)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  double x = self->has_pointer ? CLAMP (self->pointer_x, 0, width) : width / 2;
  EntTimeScale scale;
  EntSpan span;

  /* Where the session is going, in case it is still on its way. */
  ent_navigation_get_span (self->session, &span);
  scale = ent_time_scale_fit (&span, 0, width);
  if (by_wheel)
    ent_navigation_zoom (self->session, pow (WHEEL_ZOOM, -dy), ent_time_scale_to_time (&scale, x));
  else
    ent_navigation_pinch (self->session, &span, exp2 (-dy / TOUCHPAD_ZOOM), ent_time_scale_to_time (&scale, x));
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             EntTimelineView          *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (self->session == NULL || self->dataset == NULL)
    return GDK_EVENT_PROPAGATE;
  ent_timeline_view_stop_gliding (self);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      zoom_at_pointer (self, dy, by_wheel);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dx != 0 && by_wheel)
    ent_navigation_pan (self->session, dx * WHEEL_PAN);
  else if (dx != 0)
    {
      EntSpan span;

      ent_navigation_get_span (self->session, &span);
      drag_view (self, &span, -dx);
    }
  if (dy != 0)
    ent_timeline_view_scroll_to (self, gtk_adjustment_get_value (self->adjustment) + dy * (by_wheel ? WHEEL_SCROLL : 1),
                                 FALSE);
  return GDK_EVENT_STOP;
}

static void
decelerated_cb (GtkEventControllerScroll *controller,
                double                    speed_x,
                double                    speed_y,
                EntTimelineView          *self)
{
  start_gliding (self, -speed_x, -speed_y);
}

/* Two fingers */

static void
pinch_began_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                EntTimelineView  *self)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  double x = width / 2;
  double y;
  EntTimeScale scale;

  if (self->session == NULL || self->dataset == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ent_timeline_view_stop_gliding (self);
  ent_navigation_rest (self->session);
  ent_navigation_get_span (self->session, &self->pinch_span);
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  scale = ent_time_scale_fit (&self->pinch_span, 0, width);
  self->pinch_time = ent_time_scale_to_time (&scale, CLAMP (x, 0, width));
}

static void
pinched_cb (GtkGestureZoom  *gesture,
            double           factor,
            EntTimelineView *self)
{
  if (factor > 0)
    ent_navigation_pinch (self->session, &self->pinch_span, factor, self->pinch_time);
}

static void
pinch_ended_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                EntTimelineView  *self)
{
  if (self->session != NULL)
    ent_navigation_rest (self->session);
}

/** ent_timeline_view_add_controllers: (skip): what listens to pointer, touchpad and fingers */
void
ent_timeline_view_add_controllers (EntTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerated_cb), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swiped_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_began_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_ended_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
