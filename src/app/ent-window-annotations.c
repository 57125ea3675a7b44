/* ent-window-annotations.c: giving stars to events, writing notes on them, and taking that back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* Who reads slowly, or comes there by Tab, is to have the time; in seconds. */
#define UNDO_TIME 10

/* What is starred: the selected events, else the one in focus. (transfer container): strv of the session's ids */
static const char **
get_ids (EntWindow *self)
{
  const char *const *selected = ent_session_get_selection (self->session);
  const char *focus = ent_session_get_focus (self->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (; *selected != NULL; selected++)
    g_ptr_array_add (ids, (gpointer) *selected);
  if (ids->len == 0 && focus != NULL)
    g_ptr_array_add (ids, (gpointer) focus);
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
are_starred (EntWindow          *self,
             const char *const  *ids)
{
  EntAnnotations *annotations = ent_session_get_annotations (self->session);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!ent_annotations_is_starred (annotations, ids[i]))
      return FALSE;
  return ids[0] != NULL;
}

/* Says what was done, and offers to take it back. Of several such only the last is seen. */
static void
toast_undo (EntWindow  *self,
            const char *text,
            guint64     change)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  adw_toast_set_timeout (toast, UNDO_TIME);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-annotation");
  adw_toast_set_action_target (toast, "t", change);
  g_set_weak_pointer (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Where the star itself cannot be seen, or so many are set at once that it may have been a mistake. */
static void
tell_of_stars (EntWindow *self,
               guint      n_events,
               gboolean   starred)
{
  g_autofree char *text = NULL;

  if (n_events == 1 && gtk_widget_get_mapped (self->details))
    return;
  if (starred)
    text = g_strdup_printf (ngettext ("Event starred", "%u events starred", n_events), n_events);
  else
    text = g_strdup_printf (ngettext ("Star removed", "%u stars removed", n_events), n_events);
  toast_undo (self, text, ent_annotations_get_last_change (ent_session_get_annotations (self->session)));
}

static void
star_changed (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  EntWindow *self = user_data;
  EntAnnotations *annotations = ent_session_get_annotations (self->session);
  g_autofree const char **ids = get_ids (self);
  gboolean starred = g_variant_get_boolean (state);
  guint64 before = ent_annotations_get_last_change (annotations);
  g_autoptr (GError) error = NULL;

  /* The action's state follows from what the annotations say then. */
  if (!ent_annotations_set_starred (annotations, ids, starred, &error))
    ent_window_toast (self, error->message);
  else if (ent_annotations_get_last_change (annotations) != before)
    tell_of_stars (self, g_strv_length ((char **) ids), starred);
  ent_window_update_annotations (self);
}

static void
note_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_panes_set_open (self->panes, ENT_PANE_DETAILS, TRUE);
  ent_details_pane_edit_note (ENT_DETAILS_PANE (self->details));
}

static void
leave_note_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EntWindow *self = user_data;

  /* What is below a pane that covers it cannot be gone to. */
  if (ent_panes_get_folded (self->panes, ENT_PANE_DETAILS) && gtk_widget_get_mapped (self->details))
    gtk_widget_child_focus (self->details, GTK_DIR_TAB_FORWARD);
  else
    ent_window_focus_page (self);
}

static void
toast_undo_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  const char *text;
  guint64 change;

  g_variant_get (parameter, "(&st)", &text, &change);
  toast_undo (user_data, text, change);
}

static void
undo_annotation_activated (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  EntWindow *self = user_data;

  if (!ent_annotations_undo (ent_session_get_annotations (self->session), g_variant_get_uint64 (parameter)))
    ent_window_toast (self, _("That cannot be undone any more"));
}

static void
keep_state_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ent_window_keep_state (user_data);
}

static const GActionEntry entries[] = {
  { .name = "star", .state = "false", .change_state = star_changed },
  { .name = "note", .activate = note_activated },
  { .name = "leave-note", .activate = leave_note_activated },
  { .name = "toast-undo", .activate = toast_undo_activated, .parameter_type = "(st)" },
  { .name = "undo-annotation", .activate = undo_annotation_activated, .parameter_type = "t" },
  { .name = "keep-state", .activate = keep_state_activated },
};

static void
set_enabled (EntWindow  *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/** ent_window_update_annotations: (skip): brings what can be starred and noted up to what the session is */
void
ent_window_update_annotations (EntWindow *self)
{
  g_autofree const char **ids = get_ids (self);
  gboolean open = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "document") == 0;

  set_enabled (self, "star", open && ids[0] != NULL);
  set_enabled (self, "note", open && ids[0] != NULL && ids[1] == NULL);
  ent_window_set_action_state (self, "star", g_variant_new_boolean (are_starred (self, ids)));
}

/** ent_window_init_annotations: (skip): has stars and notes follow the session */
void
ent_window_init_annotations (EntWindow *self)
{
  static const char *const followed[] = { "notify::dataset", "notify::selection", "notify::focus", "annotated" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (self->session, followed[i], G_CALLBACK (ent_window_update_annotations), self,
                             G_CONNECT_SWAPPED);
  ent_window_update_annotations (self);
}

/** ent_window_dispose_annotations: (skip): safe to call twice */
void
ent_window_dispose_annotations (EntWindow *self)
{
  g_clear_weak_pointer (&self->undo_toast);
}
