/* ent-timeline-view-menu.c: the menus of the timeline: of an event, of a lane, of a place in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-view-private.h"

#include <glib/gi18n.h>

#include "ent-grouping.h"
#include "ent-navigation.h"

static void
put_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  EntTimelineView *self = user_data;
  EntMarkerName marker = g_variant_get_int32 (parameter);

  if (self->menu_row == ENT_ROW_NONE)
    ent_timeline_view_put_marker (self, marker, self->menu_x);
  else
    {
      g_autofree char *id = ent_slice_dup (ent_dataset_get_id (self->dataset, self->menu_row));

      ent_markers_set_event (ent_session_get_markers (self->session), marker, id);
    }
}

static const GActionEntry entries[] = {
  { .name = "put", .activate = put_activated, .parameter_type = "i" },
};

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* What can be done with the event, which is selected. */
static GMenu *
make_event_section (EntTimelineView *self)
{
  GMenu *section = g_menu_new ();
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (self->dataset, self->menu_row));
  g_autoptr (GMenuItem) linked = g_menu_item_new (_("Only What It Is Linked With"), NULL);

  g_menu_append (section, _("Star"), "win.star");
  g_menu_append (section, _("Write Note"), "win.note");
  g_menu_append (section, _("Copy Citation"), "win.copy-citation");
  g_menu_item_set_action_and_target (linked, "win.only-linked", "s", id);
  g_menu_append_item (section, linked);
  return section;
}

static GMenu *
make_menu (EntTimelineView *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *put = g_menu_new ();
  GMenu *take = g_menu_new ();
  GMenu *go = g_menu_new ();
  gboolean at_event = self->menu_row != ENT_ROW_NONE;

  if (at_event)
    append_section (menu, make_event_section (self));
  g_menu_append (put, at_event ? _("Marker A at This Event") : _("Marker A Here"), "marker.put(0)");
  g_menu_append (put, at_event ? _("Marker B at This Event") : _("Marker B Here"), "marker.put(1)");
  if (self->lines.set[0])
    g_menu_append (take, _("Remove Marker A"), "timeline.clear-a");
  if (self->lines.set[1])
    g_menu_append (take, _("Remove Marker B"), "timeline.clear-b");
  if (self->lines.between != NULL)
    g_menu_append (take, _("Copy the Time Between"), "timeline.copy-between");
  g_menu_append (go, _("Go to Date…"), "win.jump");
  g_menu_append (go, _("Fit Selection"), "win.fit-selection");
  append_section (menu, put);
  append_section (menu, take);
  append_section (menu, go);
  return menu;
}

static void
append_lane_item (GMenu      *section,
                  const char *label,
                  const char *action,
                  GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (section, item);
}

static GMenu *
make_lane_menu (EntTimelineView   *self,
                const char *const *keys,
                guint              lane)
{
  const char *const *collapsed = ent_view_get_collapsed (ent_session_get_view (self->session));
  const char *key = keys[lane];
  gboolean folded = collapsed != NULL && g_strv_contains (collapsed, key);
  gboolean is_value = !g_str_equal (key, ENT_LANE_KEY_NONE) && !g_str_equal (key, ENT_LANE_KEY_OTHER) &&
                      !g_str_equal (key, ENT_LANE_KEY_ALL);
  GMenu *menu = g_menu_new ();
  GMenu *filter = g_menu_new ();
  GMenu *fold = g_menu_new ();
  GMenu *move = g_menu_new ();

  if (is_value)
    {
      append_lane_item (filter, _("Only This Lane"), "win.only-lane", g_variant_new_string (key));
      append_lane_item (filter, _("Exclude This Lane"), "win.exclude-lane", g_variant_new_string (key));
    }
  append_lane_item (fold, folded ? _("Unfold") : _("Fold"), "win.toggle-lane", g_variant_new_string (key));
  append_lane_item (fold, _("Fold All"), "win.collapse-all", NULL);
  append_lane_item (fold, _("Unfold All"), "win.expand-all", NULL);
  if (lane > 0)
    append_lane_item (move, _("Move Up"), "win.move-lane", g_variant_new ("(si)", key, -1));
  if (keys[lane + 1] != NULL)
    append_lane_item (move, _("Move Down"), "win.move-lane", g_variant_new ("(si)", key, 1));
  append_section (menu, filter);
  append_section (menu, fold);
  append_section (menu, move);
  return menu;
}

/* Takes the menu. */
static void
popup (EntTimelineView *self,
       GMenu           *menu,
       double           x,
       double           y)
{
  ent_timeline_view_forget_hover (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  g_object_unref (menu);
}

/** ent_timeline_view_popup_menu: (skip): the menu by keys: for the event in focus, or for the middle of the view */
void
ent_timeline_view_popup_menu (EntTimelineView *self)
{
  EntTimelineFrame frame;
  EntTimelineSpot spot;
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = ent_timeline_view_get_axis_height () + 40;

  if (self->session == NULL || self->dataset == NULL)
    return;
  self->menu_row = self->focus;
  self->menu_x = x;
  if (self->focus != ENT_ROW_NONE && ent_timeline_view_get_frame (self, &frame) &&
      ent_timeline_layers_locate (self->layers, &frame, self->focus, self->focus_lane, &spot))
    {
      x = CLAMP (spot.x, 0, frame.width);
      y = CLAMP (spot.y, 0, frame.height);
    }
  popup (self, make_menu (self), x, y);
}

/**
 * ent_timeline_view_popup_lane_menu: (skip):
 * @self: a timeline with a dataset
 * @x: CSS pixels
 * @y: likewise
 *
 * Returns: whether the head of a lane is there, and its menu opens
 */
gboolean
ent_timeline_view_popup_lane_menu (EntTimelineView *self,
                                   double           x,
                                   double           y)
{
  g_auto (GStrv) keys = NULL;
  guint lane;

  if (!ent_timeline_layers_hit_head (self->layers, x, y, &lane))
    return FALSE;
  keys = ent_timeline_view_dup_lanes (self, NULL);
  if (lane >= g_strv_length (keys))
    return FALSE;
  popup (self, make_lane_menu (self, (const char *const *) keys, lane), x, y);
  return TRUE;
}

static void
select_for_menu (EntTimelineView *self,
                 guint32          row)
{
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (self->dataset, row));

  if (!g_strv_contains (ent_session_get_selection (self->session), id))
    ent_navigation_select (self->session, row, FALSE);
}

static void
menu_pressed_cb (EntTimelineView *self,
                 int              n_press,
                 double           x,
                 double           y)
{
  EntTimelineHit hit;

  if (self->session == NULL || self->dataset == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->menu_x = x;
  self->menu_row = ENT_ROW_NONE;
  if (ent_timeline_layers_hit (self->layers, x, y, &hit))
    self->menu_row = hit.row;
  else if (ent_timeline_view_popup_lane_menu (self, x, y))
    return;
  if (self->menu_row != ENT_ROW_NONE)
    select_for_menu (self, self->menu_row);
  popup (self, make_menu (self), x, y);
}

/** ent_timeline_view_init_menu: (skip): has the second button of a mouse open the menus */
void
ent_timeline_view_init_menu (EntTimelineView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "marker", G_ACTION_GROUP (group));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->menu_row = ENT_ROW_NONE;
}

/** ent_timeline_view_dispose_menu: (skip): safe to call twice */
void
ent_timeline_view_dispose_menu (EntTimelineView *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
