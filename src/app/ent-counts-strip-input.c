/* ent-counts-strip-input.c: the strip of counts under pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-counts-strip-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ent-counts-text.h"
#include "ent-navigation.h"

#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 0.1

/* The pointer */

static void
pointer_moved_cb (EntCountsStrip *self,
                  double          x,
                  double          y)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_left_cb (EntCountsStrip *self)
{
  self->has_pointer = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Chooses the bin at @x, and those from where the drag began to it. */
static void
select_to (EntCountsStrip *self,
           double          from,
           double          x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  EntTimeScale scale;
  EntTickStep step;
  EntSpan cursor;
  EntSpan anchor;

  if (ent_counts_strip_get_scale (self, &scale, &step) &&
      ent_counts_strip_bin_at (self, CLAMP (x, 0, width - 1), &cursor) && ent_counts_strip_bin_at (self, from, &anchor))
    ent_counts_strip_select (self, &step, &cursor, &anchor);
}

static void
released_cb (EntCountsStrip *self,
             int             n_press,
             double          x,
             double          y)
{
  if (self->dragging)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_to (self, x, x);
  if (n_press == 2)
    ent_counts_strip_zoom (self);
}

static void
drag_began_cb (EntCountsStrip *self,
               double          x,
               double          y)
{
  self->dragging = FALSE;
  self->drag_x = x;
}

static void
drag_updated_cb (EntCountsStrip *self,
                 double          dx,
                 double          dy,
                 GtkGestureDrag *gesture)
{
  if (!self->dragging)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->drag_x, 0, (int) (self->drag_x + dx), 0))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      self->dragging = TRUE;
    }
  select_to (self, self->drag_x, self->drag_x + dx);
}

static void
drag_ended_cb (EntCountsStrip *self,
               double          dx,
               double          dy,
               GtkGestureDrag *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    ent_counts_strip_filter (self);
  else
    ent_counts_strip_zoom (self);
}

static void
drag_cancelled_cb (EntCountsStrip *self)
{
  if (!self->dragging)
    return;
  self->dragging = FALSE;
  ent_counts_strip_unselect (self);
}

static gboolean
scrolled_cb (EntCountsStrip           *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  EntTimeScale scale;
  EntTickStep step;

  if (!ent_counts_strip_get_scale (self, &scale, &step))
    return GDK_EVENT_PROPAGATE;
  if ((modifiers & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dy != 0)
    ent_navigation_zoom (self->session, pow (WHEEL_ZOOM, -dy), ent_time_scale_to_time (&scale, self->pointer_x));
  if (dx != 0)
    ent_navigation_pan (self->session, dx * WHEEL_PAN);
  return GDK_EVENT_STOP;
}

/* The menu */

static void
show_menu (EntCountsStrip *self,
           double          x)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *when = NULL;
  g_autofree char *zoom = NULL;
  g_autofree char *filter = NULL;
  EntSpan span;

  if (!self->has_cursor)
    return;
  ent_counts_strip_get_selected (self, &span);
  when = ent_counts_text_when (&self->step, &span);
  /* Translators: a stretch of time, as in "Zoom to March 2014" */
  zoom = g_strdup_printf (_("Zoom to %s"), when);
  /* Translators: a stretch of time, as in "Show Only March 2014" */
  filter = g_strdup_printf (_("Show Only %s"), when);
  g_menu_append (menu, zoom, "counts.zoom");
  g_menu_append (menu, filter, "counts.filter");
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, gtk_widget_get_height (GTK_WIDGET (self)) - 8, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (EntCountsStrip *self,
                 int             n_press,
                 double          x,
                 double          y)
{
  EntSpan selected = { 0 };
  EntSpan bin;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->has_cursor)
    ent_counts_strip_get_selected (self, &selected);
  /* What is chosen stays so under the pointer. */
  if (!self->has_cursor || !ent_counts_strip_bin_at (self, x, &bin) || !ent_span_encloses (&selected, &bin))
    select_to (self, x, x);
  show_menu (self, x);
}

/* Keys */

typedef enum
{
  KEY_STEP,
  KEY_EXTEND,
  KEY_FIRST,
  KEY_LAST,
  KEY_ZOOM,
  KEY_FILTER,
  KEY_CLEAR,
  KEY_MENU,
} Key;

static EntSpan
neighbour (const EntTickStep *step,
           const EntSpan     *bin,
           int                direction)
{
  EntSpan next;

  next.start = direction > 0 ? bin->end : ent_ticks_floor (step, bin->start - 1);
  next.end = ent_ticks_next (step, next.start);
  return ent_span_is_empty (&next) ? *bin : next;
}

/* The first bin in view, or the last, that is whole if one is. */
static gboolean
bin_at_edge (EntCountsStrip *self,
             gboolean        last,
             EntTickStep    *step,
             EntSpan        *bin)
{
  EntTimeScale scale;
  EntSpan view;

  if (!ent_counts_strip_get_scale (self, &scale, step))
    return FALSE;
  ent_navigation_get_span (self->session, &view);
  bin->start = ent_ticks_floor (step, last ? view.end - 1 : view.start);
  bin->end = ent_ticks_next (step, bin->start);
  if (!ent_span_encloses (&view, bin))
    {
      EntSpan inner = neighbour (step, bin, last ? -1 : 1);

      if (ent_span_encloses (&view, &inner))
        *bin = inner;
    }
  return !ent_span_is_empty (bin);
}

static void
bring_into_view (EntCountsStrip *self)
{
  EntSpan view;
  gint64 length;

  ent_navigation_get_span (self->session, &view);
  length = view.end - view.start;
  if (self->cursor.start < view.start)
    ent_navigation_move_to (self->session, self->cursor.start - length / 4);
  else if (self->cursor.end > view.end)
    ent_navigation_move_to (self->session, self->cursor.end - length + length / 4);
}

static void
step_cursor (EntCountsStrip *self,
             int             direction,
             gboolean        extend)
{
  EntTimeScale scale;
  EntTickStep step;
  EntSpan bin;

  if (!ent_counts_strip_get_scale (self, &scale, &step))
    return;
  if (!self->has_cursor || step.unit != self->step.unit || step.count != self->step.count)
    {
      if (bin_at_edge (self, direction < 0, &step, &bin))
        ent_counts_strip_select (self, &step, &bin, &bin);
      return;
    }
  bin = neighbour (&step, &self->cursor, direction);
  ent_counts_strip_select (self, &step, &bin, extend ? &self->anchor : &bin);
  bring_into_view (self);
}

static void
go_to_edge (EntCountsStrip *self,
            gboolean        last)
{
  EntTickStep step;
  EntSpan bin;

  if (bin_at_edge (self, last, &step, &bin))
    ent_counts_strip_select (self, &step, &bin, &bin);
}

static gboolean
clear (EntCountsStrip *self)
{
  if (!self->has_cursor)
    return GDK_EVENT_PROPAGATE;
  self->dragging = FALSE;
  ent_counts_strip_unselect (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (widget);
  EntTimeScale scale;
  int key;
  int direction;

  g_variant_get (args, "(ii)", &key, &direction);
  switch ((Key) key)
    {
    case KEY_STEP:
    case KEY_EXTEND:
      step_cursor (self, direction, key == KEY_EXTEND);
      break;
    case KEY_FIRST:
    case KEY_LAST:
      go_to_edge (self, key == KEY_LAST);
      break;
    case KEY_ZOOM:
      ent_counts_strip_zoom (self);
      break;
    case KEY_FILTER:
      ent_counts_strip_filter (self);
      break;
    case KEY_CLEAR:
      return clear (self);
    case KEY_MENU:
    default:
      if (ent_counts_strip_get_scale (self, &scale, &self->step) && self->has_cursor)
        show_menu (self, ent_time_scale_to_x (&scale, self->cursor.start / 2 + self->cursor.end / 2));
      break;
    }
  return GDK_EVENT_STOP;
}

/** ent_counts_strip_class_add_keys: (skip): binds the keys */
void
ent_counts_strip_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    Key             action;
    int             direction;
  } keys[] = {
    { GDK_KEY_Left, 0, KEY_STEP, -1 },
    { GDK_KEY_KP_Left, 0, KEY_STEP, -1 },
    { GDK_KEY_Right, 0, KEY_STEP, 1 },
    { GDK_KEY_KP_Right, 0, KEY_STEP, 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, KEY_EXTEND, -1 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, KEY_EXTEND, 1 },
    { GDK_KEY_Home, 0, KEY_FIRST, 0 },
    { GDK_KEY_KP_Home, 0, KEY_FIRST, 0 },
    { GDK_KEY_End, 0, KEY_LAST, 0 },
    { GDK_KEY_KP_End, 0, KEY_LAST, 0 },
    { GDK_KEY_Return, 0, KEY_ZOOM, 0 },
    { GDK_KEY_KP_Enter, 0, KEY_ZOOM, 0 },
    { GDK_KEY_Return, GDK_CONTROL_MASK, KEY_FILTER, 0 },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, KEY_FILTER, 0 },
    { GDK_KEY_Escape, 0, KEY_CLEAR, 0 },
    { GDK_KEY_Menu, 0, KEY_MENU, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, KEY_MENU, 0 },
  };
  static const struct
  {
    guint       key;
    const char *action;
  } actions[] = {
    { GDK_KEY_plus, "win.zoom-in" },   { GDK_KEY_equal, "win.zoom-in" },      { GDK_KEY_KP_Add, "win.zoom-in" },
    { GDK_KEY_minus, "win.zoom-out" }, { GDK_KEY_KP_Subtract, "win.zoom-out" }, { GDK_KEY_0, "win.fit-all" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_pressed, "(ii)", (int) keys[i].action,
                                  keys[i].direction);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].action, NULL);
}

/** ent_counts_strip_add_controllers: (skip): what listens to the pointer */
void
ent_counts_strip_add_controllers (EntCountsStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
