/* ent-search-entry.c: the query of a session, to be typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-search-entry.h"

#include <glib/gi18n.h>

#include "ent-palette.h"
#include "ent-results.h"

/* Milliseconds: until a query on many events is asked, until a fault is shown to who is still typing, and until what
 * was typed is a step of the history. */
#define DELAY 120
#define FAULT_DELAY 400
#define REST 1500

/* So many events are looked through with each key. */
#define MANY_EVENTS 20000

/**
 * EntSearchEntry:
 *
 * Shows all of the session's query, whoever made it, and asks what is typed as it is typed. What cannot be read is
 * said below and underlined, and what was found last stays.
 *
 * Enter and Escape are the actions `win.first-hit` and `win.leave-filters`; Down goes on to what is below.
 *
 * # CSS nodes
 *
 * `searchentry`, with an `entry.search` and the label `.fault`.
 */
struct _EntSearchEntry
{
  GtkWidget    parent_instance;
  EntSession  *session; /* (owned) (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *results_signals;
  GtkWidget   *entry;
  GtkWidget   *fault;
  guint        fault_timeout;
  guint        rest_timeout;
  gboolean     typing;  /* entry or query are being changed by the other */
};

G_DEFINE_FINAL_TYPE (EntSearchEntry, ent_search_entry, GTK_TYPE_WIDGET)

static const GError *
get_error (EntSearchEntry *self)
{
  return self->session != NULL ? ent_results_get_error (ent_session_get_results (self->session)) : NULL;
}

/* Underlines the word that cannot be read; a column at the end means that something is missing there. */
static void
underline (EntSearchEntry *self,
           guint           column)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *start;
  const char *end;
  PangoAttribute *line;

  if (column == 0)
    {
      gtk_text_set_attributes (text, NULL);
      return;
    }
  start = g_utf8_offset_to_pointer (query, MIN ((glong) column - 1, g_utf8_strlen (query, -1)));
  if (*start == '\0' && start > query)
    start = g_utf8_prev_char (start);
  end = start + strcspn (start, " \t,()");
  if (end == start && *end != '\0')
    end = g_utf8_next_char (end);
  line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
  line->start_index = (guint) (start - query);
  line->end_index = (guint) (end - query);
  pango_attr_list_insert (attributes, line);
  gtk_text_set_attributes (text, attributes);
}

static void
show_fault (EntSearchEntry *self)
{
  const GError *error = get_error (self);
  guint column = error != NULL ? ent_query_error_get_column (error) : 0;

  gtk_widget_set_visible (self->fault, error != NULL);
  gtk_label_set_label (GTK_LABEL (self->fault), error != NULL ? error->message : "");
  underline (self, error != NULL ? MAX (column, 1) : 0);
  if (error != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL ? error->message : "", -1);
}

static gboolean
fault_cb (gpointer user_data)
{
  EntSearchEntry *self = user_data;

  self->fault_timeout = 0;
  show_fault (self);
  return G_SOURCE_REMOVE;
}

/* Half a word is no fault of who goes on typing. */
static void
error_changed_cb (EntSearchEntry *self)
{
  g_clear_handle_id (&self->fault_timeout, g_source_remove);
  if (get_error (self) != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    self->fault_timeout = g_timeout_add (FAULT_DELAY, fault_cb, self);
  else
    show_fault (self);
}

/* What was typed is a step of the history now, if it means anything. */
static void
commit (EntSearchEntry *self)
{
  if (self->rest_timeout == 0)
    return;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  if (self->session != NULL && get_error (self) == NULL)
    ent_session_commit (self->session);
}

static gboolean
rested_cb (gpointer user_data)
{
  EntSearchEntry *self = user_data;

  self->rest_timeout = 0;
  if (self->session != NULL && get_error (self) == NULL)
    ent_session_commit (self->session);
  return G_SOURCE_REMOVE;
}

/* Asks what stands there. */
static void
ask (EntSearchEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const EntView *before = self->session != NULL ? ent_session_get_view (self->session) : NULL;
  const char *query = before != NULL ? ent_view_get_query (before) : NULL;
  g_autoptr (EntView) view = NULL;

  if (before == NULL || self->typing || g_strcmp0 (query != NULL ? query : "", text) == 0)
    return;
  view = ent_view_copy (before);
  ent_view_set_query (view, *text != '\0' ? text : NULL);
  self->typing = TRUE;
  ent_session_set_view (self->session, view);
  self->typing = FALSE;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (REST, rested_cb, self);
  /* A fault that moved is another. */
  if (get_error (self) != NULL)
    error_changed_cb (self);
}

static void
view_changed_cb (EntSearchEntry *self)
{
  g_autofree char *query = g_strdup (ent_view_get_query (ent_session_get_view (self->session)));

  if (self->typing || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), query != NULL ? query : "") == 0)
    return;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  /* The entry is empty for a moment, and tells at once. */
  self->typing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query != NULL ? query : "");
  self->typing = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
dataset_changed_cb (EntSearchEntry *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  gboolean many = dataset != NULL && ent_dataset_get_n_events (dataset) > MANY_EVENTS;

  g_object_set (self->entry, "search-delay", many ? (guint) DELAY : 0u, NULL);
  view_changed_cb (self);
}

static void
activated_cb (EntSearchEntry *self)
{
  ask (self);
  commit (self);
  if (get_error (self) != NULL)
    {
      g_clear_handle_id (&self->fault_timeout, g_source_remove);
      show_fault (self);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.first-hit", NULL);
}

static void
stopped_cb (EntSearchEntry *self)
{
  ask (self);
  commit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-filters", NULL);
}

static void
left_cb (EntSearchEntry *self)
{
  ask (self);
  commit (self);
  if (self->fault_timeout != 0)
    {
      g_clear_handle_id (&self->fault_timeout, g_source_remove);
      show_fault (self);
    }
}

static void
ent_search_entry_dispose (GObject *object)
{
  EntSearchEntry *self = ENT_SEARCH_ENTRY (object);

  g_clear_handle_id (&self->fault_timeout, g_source_remove);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->results_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->fault, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_search_entry_parent_class)->dispose (object);
}

static void
ent_search_entry_class_init (EntSearchEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_search_entry_dispose;
  gtk_widget_class_set_css_name (widget_class, "searchentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* What was asked is a step of the history, whichever of the panes asked it; the text's own undo knows only what was
 * typed. */
static GtkEventController *
new_shortcuts (void)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  static const struct
  {
    GdkModifierType modifiers;
    const char     *action;
  } steps[] = { { GDK_CONTROL_MASK, "win.back" }, { GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.forward" } };

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, steps[i].modifiers),
                                                            gtk_named_action_new (steps[i].action)));
  return shortcuts;
}

static void
ent_search_entry_init (EntSearchEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search and filter"), "search-delay", 0u, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search and filter"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (ask), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stopped_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  self->fault = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->fault), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->fault, "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_set_parent (self->fault, GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, new_shortcuts ());

  self->session_signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::view", G_CALLBACK (view_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self);
  self->results_signals = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->results_signals, "notify::error", G_CALLBACK (error_changed_cb), self);
}

/**
 * ent_search_entry_set_session:
 * @self: an entry
 * @session: (nullable): whose query it is
 */
void
ent_search_entry_set_session (EntSearchEntry *self,
                              EntSession     *session)
{
  g_return_if_fail (ENT_IS_SEARCH_ENTRY (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->results_signals, session != NULL ? ent_session_get_results (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    return;
  dataset_changed_cb (self);
  show_fault (self);
}

/** ent_search_entry_start: (skip): takes the keys; what stands there is selected, so that typing begins anew */
void
ent_search_entry_start (EntSearchEntry *self)
{
  g_return_if_fail (ENT_IS_SEARCH_ENTRY (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * ent_search_entry_insert:
 * @self: an entry
 * @text: a condition
 *
 * Adds it to the query as if it were typed at its end.
 */
void
ent_search_entry_insert (EntSearchEntry *self,
                         const char     *text)
{
  const char *before;
  g_autofree char *query = NULL;

  g_return_if_fail (ENT_IS_SEARCH_ENTRY (self));

  before = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  query = *before != '\0' ? g_strconcat (before, " ", text, NULL) : g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
