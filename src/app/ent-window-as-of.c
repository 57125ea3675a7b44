/* ent-window-as-of.c: what a window can be told about the day as of which it shows its timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-bar.h"
#include "ent-as-of-day.h"
#include "ent-as-of-popover.h"
#include "ent-as-of.h"
#include "ent-window-private.h"

static void
as_of_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  EntWindow *self = user_data;
  GtkWidget *parent = GTK_WIDGET (self->header);

  if (self->as_of == NULL)
    {
      self->as_of = GTK_POPOVER (ent_as_of_popover_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->as_of), parent);
      g_signal_connect_object (self->as_of, "closed", G_CALLBACK (ent_window_focus_page), self, G_CONNECT_SWAPPED);
    }
  gtk_popover_set_pointing_to (self->as_of, &(GdkRectangle){ gtk_widget_get_width (parent) / 2,
                                                             gtk_widget_get_height (parent) - 1, 1, 1 });
  gtk_popover_popup (self->as_of);
}

static void
as_of_event_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  EntWindow *self = user_data;

  if (!ent_as_of_day_set_event (self->session))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
as_of_step_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EntWindow *self = user_data;
  EntAsOfStep step;

  if (!ent_as_of_day_find_step (g_variant_get_string (parameter, NULL), &step) ||
      !ent_as_of_day_step (self->session, step))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
as_of_leave_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_as_of_day_set (self->session, NULL);
  /* The button that was pressed is gone. */
  ent_window_focus_page (self);
}

static const GActionEntry entries[] = {
  { .name = "as-of", .activate = as_of_activated },
  { .name = "as-of-event", .activate = as_of_event_activated },
  { .name = "as-of-step", .activate = as_of_step_activated, .parameter_type = "s" },
  { .name = "as-of-leave", .activate = as_of_leave_activated },
};

static void
set_enabled (EntWindow  *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
update_actions (EntWindow *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  gboolean as_of = dataset != NULL && ent_dataset_get_as_of (dataset) != NULL;
  gboolean chosen = ent_session_get_focus (self->session) != NULL || ent_session_get_selection (self->session)[0] != NULL;

  set_enabled (self, "as-of", dataset != NULL);
  set_enabled (self, "as-of-event", dataset != NULL && chosen);
  set_enabled (self, "as-of-step", as_of);
  set_enabled (self, "as-of-leave", as_of);
}

/** ent_window_init_as_of: (skip): adds the line over the timeline and the actions, and has them follow the session */
void
ent_window_init_as_of (EntWindow *self)
{
  static const char *const followed[] = { "notify::dataset", "notify::selection", "notify::focus" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (self->session, followed[i], G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->banners, ent_as_of_bar_new (self->session));
  update_actions (self);
}

/** ent_window_dispose_as_of: (skip): safe to call twice */
void
ent_window_dispose_as_of (EntWindow *self)
{
  g_clear_pointer ((GtkWidget **) &self->as_of, gtk_widget_unparent);
}
