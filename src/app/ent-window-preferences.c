/* ent-window-preferences.c: what a window takes over from the last one, and leaves to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-preferences.h"
#include "ent-window-private.h"

static gboolean
close_requested_cb (EntWindow *self)
{
  g_autoptr (EntPreferences) preferences = ent_preferences_load ();
  const char *language = ent_view_get_language (ent_session_get_view (self->session));

  /* This is the size it would have if it were neither maximized nor full screen. */
  gtk_window_get_default_size (GTK_WINDOW (self), &preferences->width, &preferences->height);
  preferences->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  preferences->details_open = ent_panes_get_pane_open (self->panes, ENT_PANE_DETAILS);
  g_free (preferences->page);
  preferences->page = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  if (ent_session_get_dataset (self->session) != NULL)
    {
      g_free (preferences->language);
      preferences->language = g_strdup (language != NULL ? language : "");
    }
  ent_preferences_save (preferences);
  return GDK_EVENT_PROPAGATE;
}

/**
 * ent_window_dup_first_view:
 * @self: a window
 * @dataset: what was opened for the first time
 *
 * Returns: (transfer full): what to see of it first: what it says itself, in the language that was chosen last
 */
EntView *
ent_window_dup_first_view (EntWindow  *self,
                           EntDataset *dataset)
{
  g_autoptr (EntPreferences) preferences = ent_preferences_load ();
  EntView *view = ent_view_copy (ent_dataset_get_view (dataset));

  if (ent_view_get_language (view) == NULL)
    ent_view_set_language (view, preferences->language);
  return view;
}

/* No larger than the largest monitor: which one it comes to stand on is not ours to know. */
static void
fit_to_monitors (GtkWidget *window,
                 int       *width,
                 int       *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (window));
  int most_width = 0;
  int most_height = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      most_width = MAX (most_width, area.width);
      most_height = MAX (most_height, area.height);
    }
  if (most_width > 0 && most_height > 0)
    {
      *width = MIN (*width, most_width);
      *height = MIN (*height, most_height);
    }
}

/** ent_window_init_preferences: (skip): gives a new window the size and the pages of the last */
void
ent_window_init_preferences (EntWindow *self)
{
  g_autoptr (EntPreferences) preferences = ent_preferences_load ();

  fit_to_monitors (GTK_WIDGET (self), &preferences->width, &preferences->height);
  gtk_window_set_default_size (GTK_WINDOW (self), preferences->width, preferences->height);
  if (preferences->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  ent_panes_set_pane_open (self->panes, ENT_PANE_DETAILS, preferences->details_open);
  ent_window_show_page (self, preferences->page);
  g_signal_connect (self, "close-request", G_CALLBACK (close_requested_cb), NULL);
}
