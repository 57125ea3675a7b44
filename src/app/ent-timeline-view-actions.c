/* ent-timeline-view-actions.c: the timeline by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus, tests and keys share these actions.
 */
#include "config.h"

#include "ent-timeline-view-private.h"

/* Of a key: the view is so many times shorter, or moves by so much of itself. */
#define KEY_ZOOM 1.41421356237
#define KEY_PAN 0.2
#define PAGE_SCROLL 0.8

static gboolean
is_shown (EntTimelineView *self,
          guint32          row)
{
  return self->rows == NULL || ent_row_set_contains (self->rows, row);
}

/* The first event that begins in view, or the last; else one that only reaches into it, and else one of all that are
 * shown. */
static guint32
enter_view (EntTimelineView *self,
            gboolean         last)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (self->dataset, self->basis, &n_dated);
  guint32 reaching = ENT_ROW_NONE;
  guint32 any = ENT_ROW_NONE;
  EntSpan span;

  ent_navigation_get_span (self->session, &span);
  for (guint i = 0; i < n_dated; i++)
    {
      guint32 row = order[last ? n_dated - 1 - i : i];
      EntSpan extent;

      if (!is_shown (self, row))
        continue;
      if (any == ENT_ROW_NONE)
        any = row;
      if (!ent_dataset_may_overlap (self->dataset, row, self->basis, &span))
        continue;
      if (ent_navigation_get_extent (self->session, &row, 1, &extent) && extent.start >= span.start &&
          extent.start < span.end)
        return row;
      if (reaching == ENT_ROW_NONE)
        reaching = row;
    }
  return reaching != ENT_ROW_NONE ? reaching : any;
}

/* From an event that is not shown, as one that a link led to, the next that is. */
static guint32
step_to_shown (EntTimelineView *self,
               int              dx)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (self->dataset, self->basis, &n_dated);
  gboolean passed = FALSE;

  for (guint i = 0; i < n_dated; i++)
    {
      guint32 row = order[dx > 0 ? i : n_dated - 1 - i];

      if (passed && is_shown (self, row))
        return row;
      passed = passed || row == self->focus;
    }
  return ENT_ROW_NONE;
}

/* GTK hides the focus at a click, and shows it again only when it goes to another widget. Here it goes from event
 * to event. */
static void
walk_to (EntTimelineView *self,
         guint32          row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  ent_navigation_walk (self->session, row);
}

static void
walk (EntTimelineView *self,
      int              dx,
      int              dy)
{
  EntTimelineFrame frame;
  guint32 row;

  if (!ent_timeline_view_get_frame (self, &frame))
    return;
  /* Where the session is going; the packing of the frame on the way may be of another step. */
  ent_navigation_get_span (self->session, &frame.span);
  if (self->focus == ENT_ROW_NONE || (dx == 0 && !is_shown (self, self->focus)))
    row = enter_view (self, dx < 0 || dy < 0);
  else if (!is_shown (self, self->focus))
    row = step_to_shown (self, dx);
  else
    row = ent_timeline_layers_step (self->layers, &frame, self->focus, &self->focus_lane, dx, dy);
  if (row != ENT_ROW_NONE)
    walk_to (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
next (EntTimelineView *self)
{
  walk (self, 1, 0);
}

static void
previous (EntTimelineView *self)
{
  walk (self, -1, 0);
}

static void
lane_above (EntTimelineView *self)
{
  walk (self, 0, -1);
}

static void
lane_below (EntTimelineView *self)
{
  walk (self, 0, 1);
}

static void
go_to_end (EntTimelineView *self,
           gboolean         last)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (self->dataset, self->basis, &n_dated);

  for (guint i = 0; i < n_dated; i++)
    {
      guint32 row = order[last ? n_dated - 1 - i : i];

      if (is_shown (self, row))
        {
          walk_to (self, row);
          return;
        }
    }
}

static void
first (EntTimelineView *self)
{
  go_to_end (self, FALSE);
}

static void
last (EntTimelineView *self)
{
  go_to_end (self, TRUE);
}

/* At the event in focus if that is in view, else in the middle. */
static void
zoom (EntTimelineView *self,
      double           factor)
{
  EntSpan span;
  EntSpan extent;
  gint64 anchor;

  ent_navigation_get_span (self->session, &span);
  anchor = span.start + (gint64) (((guint64) span.end - (guint64) span.start) / 2);
  if (self->focus != ENT_ROW_NONE && ent_navigation_get_extent (self->session, &self->focus, 1, &extent) &&
      ent_span_contains (&span, extent.start))
    anchor = extent.start;
  ent_navigation_zoom (self->session, factor, anchor);
}

static void
zoom_in (EntTimelineView *self)
{
  zoom (self, KEY_ZOOM);
}

static void
zoom_out (EntTimelineView *self)
{
  zoom (self, 1 / KEY_ZOOM);
}

static void
fit_all (EntTimelineView *self)
{
  ent_navigation_fit_all (self->session);
}

static void
frame_selection (EntTimelineView *self)
{
  if (self->selected->len > 0)
    ent_navigation_frame_events (self->session, (const guint32 *) self->selected->data, self->selected->len);
  else if (self->focus != ENT_ROW_NONE)
    ent_navigation_frame_events (self->session, &self->focus, 1);
}

static void
zoom_to_event (EntTimelineView *self)
{
  if (self->focus != ENT_ROW_NONE)
    ent_navigation_zoom_to_event (self->session, self->focus);
}

static void
clear (EntTimelineView *self)
{
  ent_navigation_select (self->session, ENT_ROW_NONE, FALSE);
}

static void
pan_left (EntTimelineView *self)
{
  ent_navigation_pan (self->session, -KEY_PAN);
}

static void
pan_right (EntTimelineView *self)
{
  ent_navigation_pan (self->session, KEY_PAN);
}

static void
scroll (EntTimelineView *self,
        double           pages)
{
  ent_timeline_view_scroll_to (self,
                               gtk_adjustment_get_value (self->adjustment) +
                                 pages * (gtk_adjustment_get_page_size (self->adjustment) -
                                          ent_timeline_frame_axis_height ()),
                               TRUE);
}

static void
page_up (EntTimelineView *self)
{
  scroll (self, -PAGE_SCROLL);
}

static void
page_down (EntTimelineView *self)
{
  scroll (self, PAGE_SCROLL);
}

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
} Key;

static const struct
{
  const char *name;
  void      (*act) (EntTimelineView *self);
  Key         keys[4];
} actions[] = {
  { "timeline.previous", previous, { { GDK_KEY_Left, 0 }, { GDK_KEY_KP_Left, 0 } } },
  { "timeline.next", next, { { GDK_KEY_Right, 0 }, { GDK_KEY_KP_Right, 0 } } },
  { "timeline.lane-above", lane_above, { { GDK_KEY_Up, 0 }, { GDK_KEY_KP_Up, 0 } } },
  { "timeline.lane-below", lane_below, { { GDK_KEY_Down, 0 }, { GDK_KEY_KP_Down, 0 } } },
  { "timeline.first", first, { { GDK_KEY_Home, 0 }, { GDK_KEY_KP_Home, 0 } } },
  { "timeline.last", last, { { GDK_KEY_End, 0 }, { GDK_KEY_KP_End, 0 } } },
  { "timeline.zoom-in", zoom_in,
    { { GDK_KEY_plus, 0 }, { GDK_KEY_plus, GDK_SHIFT_MASK }, { GDK_KEY_equal, 0 }, { GDK_KEY_KP_Add, 0 } } },
  { "timeline.zoom-out", zoom_out, { { GDK_KEY_minus, 0 }, { GDK_KEY_KP_Subtract, 0 } } },
  { "timeline.fit-all", fit_all, { { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 } } },
  { "timeline.frame", frame_selection, { { GDK_KEY_f, 0 } } },
  { "timeline.zoom-to-event", zoom_to_event, { { GDK_KEY_Return, 0 }, { GDK_KEY_KP_Enter, 0 } } },
  { "timeline.clear", clear, { { GDK_KEY_Escape, 0 } } },
  { "timeline.page-up", page_up, { { GDK_KEY_Page_Up, 0 }, { GDK_KEY_KP_Page_Up, 0 } } },
  { "timeline.page-down", page_down, { { GDK_KEY_Page_Down, 0 }, { GDK_KEY_KP_Page_Down, 0 } } },
  { "timeline.toggle-a", ent_timeline_view_toggle_a, { { GDK_KEY_a, 0 } } },
  { "timeline.toggle-b", ent_timeline_view_toggle_b, { { GDK_KEY_b, 0 } } },
  { "timeline.clear-a", ent_timeline_view_clear_a, { { GDK_KEY_a, GDK_SHIFT_MASK } } },
  { "timeline.clear-b", ent_timeline_view_clear_b, { { GDK_KEY_b, GDK_SHIFT_MASK } } },
  { "timeline.move-a-left", ent_timeline_view_move_a_left, { { GDK_KEY_Left, GDK_CONTROL_MASK } } },
  { "timeline.move-a-right", ent_timeline_view_move_a_right, { { GDK_KEY_Right, GDK_CONTROL_MASK } } },
  { "timeline.move-b-left", ent_timeline_view_move_b_left, { { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK } } },
  { "timeline.move-b-right", ent_timeline_view_move_b_right, { { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK } } },
  { "timeline.copy-between", ent_timeline_view_copy_between, { { 0, 0 } } },
  { "timeline.menu", ent_timeline_view_popup_menu, { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } } },
  { "timeline.pan-left", pan_left, { { GDK_KEY_Left, GDK_SHIFT_MASK }, { GDK_KEY_KP_Left, GDK_SHIFT_MASK } } },
  { "timeline.pan-right", pan_right, { { GDK_KEY_Right, GDK_SHIFT_MASK }, { GDK_KEY_KP_Right, GDK_SHIFT_MASK } } },
};

static void
activated_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  if (self->session == NULL || self->dataset == NULL)
    return;
  /* Who uses keys sees where they work, and not only for the moment that GTK thinks enough. */
  if (gtk_widget_has_focus (widget))
    self->by_keys = TRUE;
  ent_timeline_view_stop_gliding (self);
  ent_timeline_view_forget_hover (self);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (self);
}

/** ent_timeline_view_class_add_actions: (skip): installs the actions and their keys */
void
ent_timeline_view_class_add_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activated_cb);
      for (gsize j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j].key != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j].key, actions[i].keys[j].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-citation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_SHIFT_MASK, "win.fit-selection", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, 0, "win.next-hit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, 0, "win.previous-hit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "win.collapse-lane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.lane-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.lane-down",
                                       NULL);
}
