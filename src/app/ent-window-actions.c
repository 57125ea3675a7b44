/* ent-window-actions.c: what a window can be told to do, by menu, key and button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-application.h"
#include "ent-command-text.h"
#include "ent-compat.h"
#include "ent-details-pane.h"
#include "ent-export-dialog.h"
#include "ent-navigation.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A step of a zoom button: two of the steps that lanes are packed for. */
#define ZOOM_FACTOR 2.0

static void
files_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  EntWindow *self = user_data;
  guint n_files = g_list_model_get_n_items (files);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      ent_application_open_file (ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file,
                                 i == 0 ? self : NULL);
    }
}

static void
open_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ent_compat_choose_files (user_data, _("Open a Timeline"), NULL, files_chosen_cb, user_data);
}

static void
open_recent_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ent_application_open_file (ENT_APPLICATION (gtk_window_get_application (user_data)), file, user_data);
}

static void
clear_recent_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ent_window_clear_recent (user_data);
}

static void
open_bundled_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ent_window_open_bundled (user_data);
}

static void
reload_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_document_reload (self->document);
}

static void
cancel_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_document_cancel (self->document);
}

static void
dismiss_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ent_window_show_document (user_data);
}

static void
show_problems_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ent_window_show_problems (user_data);
}

static void
export_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EntWindow *self = user_data;
  GFile *file = ent_document_get_file (self->document);
  g_autofree char *name = ent_document_is_bundled (self->document) ? g_strdup ("us-china-cyber")
                          : file != NULL                           ? g_file_get_basename (file)
                                                                   : NULL;

  ent_export_dialog_present (GTK_WINDOW (self), self->session, name, file, gtk_widget_get_width (GTK_WIDGET (self->pages)),
                             gtk_widget_get_height (GTK_WIDGET (self->pages)));
}

static void
back_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_session_back (self->session);
}

static void
forward_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_session_forward (self->session);
}

static void
page_changed (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  ent_window_show_page (user_data, g_variant_get_string (state, NULL));
}

static void
details_changed (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  EntWindow *self = user_data;

  /* The state follows from what the panes say then. */
  ent_panes_set_open (self->panes, ENT_PANE_DETAILS, g_variant_get_boolean (state));
}

static void
language_changed (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  EntWindow *self = user_data;
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (self->session));

  ent_view_set_language (view, g_variant_get_string (state, NULL));
  ent_session_set_view (self->session, view);
}

static void
show_event_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EntWindow *self = user_data;
  EntDataset *dataset = ent_session_get_dataset (self->session);
  guint32 row = ENT_ROW_NONE;

  if (dataset != NULL)
    row = ent_dataset_find (dataset, ent_slice_from_string (g_variant_get_string (parameter, NULL)));
  if (row != ENT_ROW_NONE)
    ent_navigation_show_event (self->session, row);
  else if (dataset != NULL && ent_dataset_find (ent_session_get_whole (self->session),
                                                ent_slice_from_string (g_variant_get_string (parameter, NULL))) !=
                                ENT_ROW_NONE)
    ent_window_toast (self, _("This event was not known by that day"));
  else
    ent_window_toast (self, _("There is no such event in this timeline"));
}

static void
copy_citation_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_details_pane_copy_citation (ENT_DETAILS_PANE (self->details));
}

static void
copy_command_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EntWindow *self = user_data;
  EntDataset *dataset = ent_session_get_dataset (self->session);
  GFile *file = ent_document_get_file (self->document);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *command = ent_command_text (dataset, path, ent_session_get_view (self->session),
                                               ent_session_get_selection (self->session));
  guint n_selected = g_strv_length ((char **) ent_session_get_selection (self->session));

  if ((file != NULL && path == NULL) || !g_utf8_validate (command, -1, NULL))
    {
      ent_window_toast (self, _("The name of the file is no text, and cannot be copied"));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), command);
  ent_window_toast (self, n_selected <= ENT_COMMAND_MAX_SELECTED ? _("Command line copied")
                                                                 : _("Command line copied, without the selection"));
}

static void
toast_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ent_window_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
zoom (EntWindow *self,
      double     factor)
{
  EntSpan span;

  if (ent_navigation_get_span (self->session, &span))
    ent_navigation_zoom (self->session, factor, span.start / 2 + span.end / 2);
}

static void
zoom_in_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  zoom (user_data, ZOOM_FACTOR);
}

static void
zoom_out_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  zoom (user_data, 1 / ZOOM_FACTOR);
}

static void
fit_all_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_navigation_fit_all (self->session);
}

static void
fullscreen_changed (GSimpleAction *action,
                    GVariant      *state,
                    gpointer       user_data)
{
  /* The state follows from what the window manager does then. */
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
}

static void
fullscreened_cb (EntWindow *self)
{
  ent_window_set_action_state (self, "fullscreen",
                               g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

static void
close_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gtk_window_close (user_data);
}

/* Made when first asked for: it is a large thing that few look at. */
static void
show_help_overlay_activated (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ENT_APPLICATION_PATH "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, user_data);
  gtk_window_present (overlay);
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_activated },
  { .name = "open-recent", .activate = open_recent_activated, .parameter_type = "s" },
  { .name = "clear-recent", .activate = clear_recent_activated },
  { .name = "open-bundled", .activate = open_bundled_activated },
  { .name = "reload", .activate = reload_activated },
  { .name = "cancel", .activate = cancel_activated },
  { .name = "dismiss", .activate = dismiss_activated },
  { .name = "show-problems", .activate = show_problems_activated },
  { .name = "export", .activate = export_activated },
  { .name = "back", .activate = back_activated },
  { .name = "forward", .activate = forward_activated },
  { .name = "page", .parameter_type = "s", .state = "'timeline'", .change_state = page_changed },
  { .name = "details", .state = "true", .change_state = details_changed },
  { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_changed },
  { .name = "show-event", .activate = show_event_activated, .parameter_type = "s" },
  { .name = "copy-citation", .activate = copy_citation_activated },
  { .name = "copy-command", .activate = copy_command_activated },
  { .name = "toast", .activate = toast_activated, .parameter_type = "s" },
  { .name = "zoom-in", .activate = zoom_in_activated },
  { .name = "zoom-out", .activate = zoom_out_activated },
  { .name = "fit-all", .activate = fit_all_activated },
  { .name = "fullscreen", .state = "false", .change_state = fullscreen_changed },
  { .name = "close", .activate = close_activated },
  { .name = "show-help-overlay", .activate = show_help_overlay_activated },
};

static void
set_enabled (EntWindow  *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * ent_window_set_action_state:
 * @self: a window
 * @name: one of its actions
 * @state: (transfer floating): what it is now
 *
 * Tells menus and buttons what is so, without doing anything.
 */
void
ent_window_set_action_state (EntWindow  *self,
                             const char *name,
                             GVariant   *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/** ent_window_update_actions: (skip): brings all that can be done up to what the session is */
void
ent_window_update_actions (EntWindow *self)
{
  const char *language = ent_view_get_language (ent_session_get_view (self->session));
  gboolean open = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "document") == 0
                  && ent_session_get_dataset (self->session) != NULL;
  static const char *const of_a_dataset[] = { "export", "copy-command", "page", "details", "language", "show-event",
                                              "zoom-in", "zoom-out", "fit-all", "counts" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_a_dataset); i++)
    set_enabled (self, of_a_dataset[i], open);
  ent_window_update_filters (self, open);
  ent_window_update_lanes (self, open);
  ent_window_update_reports (self, open);
  ent_window_update_colors (self, open);
  ent_window_update_links (self, open);
  set_enabled (self, "reload", ent_document_get_file (self->document) != NULL);
  set_enabled (self, "cancel", ent_document_get_requested (self->document) != NULL);
  set_enabled (self, "dismiss", !open && ent_session_get_dataset (self->session) != NULL);
  set_enabled (self, "show-problems", self->diagnostics != NULL && ent_diagnostics_get_size (self->diagnostics) > 0);
  set_enabled (self, "back", open && ent_session_get_can_go_back (self->session));
  set_enabled (self, "forward", open && ent_session_get_can_go_forward (self->session));
  ent_window_set_action_state (self, "language", g_variant_new_string (language != NULL ? language : ""));
  ent_window_update_annotations (self);
}

/** ent_window_init_actions: (skip): has the actions follow the session */
void
ent_window_init_actions (EntWindow *self)
{
  static const char *const followed[] = { "notify::dataset", "notify::view", "notify::can-go-back",
                                          "notify::can-go-forward" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (self->session, followed[i], G_CALLBACK (ent_window_update_actions), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  ent_window_update_actions (self);
}
