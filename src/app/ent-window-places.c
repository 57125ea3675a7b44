/* ent-window-places.c: going to a date, to what is selected, and from hit to hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-jump-popover.h"
#include "ent-navigation.h"
#include "ent-results.h"
#include "ent-timeline-view.h"
#include "ent-window-private.h"

/* (nullable): what was searched for, or else what is shown; NULL for all there is. */
static EntRowSet *
get_hits (EntWindow *self)
{
  EntResults *results = ent_session_get_results (self->session);
  EntRowSet *hits = ent_results_get_hits (results);

  if (ent_results_get_dataset (results) != ent_session_get_dataset (self->session))
    return NULL;
  return hits != NULL ? hits : ent_results_get_shown (results);
}

static void
go_to_hit (EntWindow *self,
           gboolean   back)
{
  guint32 row = ent_navigation_find_hit (self->session, get_hits (self), back);

  if (row != ENT_ROW_NONE)
    ent_navigation_walk (self->session, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
next_hit_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  go_to_hit (user_data, FALSE);
}

static void
previous_hit_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  go_to_hit (user_data, TRUE);
}

static void
fit_selection_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  EntWindow *self = user_data;
  g_autoptr (GArray) rows = ent_navigation_get_selection (self->session);
  guint32 focus = ent_navigation_get_focus (self->session);

  if (rows->len == 0 && focus != ENT_ROW_NONE)
    g_array_append_val (rows, focus);
  ent_navigation_fit_events (self->session, (const guint32 *) rows->data, rows->len);
}

static void
jump_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  EntWindow *self = user_data;

  /* The list has no place in time. */
  ent_window_show_page (self, "timeline");
  if (self->jump == NULL)
    {
      self->jump = GTK_POPOVER (ent_jump_popover_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->jump), self->timeline);
    }
  gtk_popover_set_pointing_to (self->jump, &(GdkRectangle){ gtk_widget_get_width (self->timeline) / 2,
                                                            ent_timeline_view_get_axis_height (), 1, 1 });
  gtk_popover_popup (self->jump);
}

static const GActionEntry entries[] = {
  { .name = "next-hit", .activate = next_hit_activated },
  { .name = "previous-hit", .activate = previous_hit_activated },
  { .name = "fit-selection", .activate = fit_selection_activated },
  { .name = "jump", .activate = jump_activated },
};

static void
update_actions (EntWindow *self)
{
  gboolean has_dataset = ent_session_get_dataset (self->session) != NULL;
  gboolean chosen = ent_session_get_focus (self->session) != NULL || ent_session_get_selection (self->session)[0] != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   has_dataset && (chosen || entries[i].activate != fit_selection_activated));
    }
}

/** ent_window_init_places: (skip): adds the actions and has them follow the session */
void
ent_window_init_places (EntWindow *self)
{
  static const char *const followed[] = { "notify::dataset", "notify::selection", "notify::focus" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (self->session, followed[i], G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
