/* ent-details-pane.c: all that is known of an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane.h"

#include <glib/gi18n.h>

#include "ent-citation.h"
#include "ent-details-pane-private.h"
#include "ent-navigation.h"
#include "ent-note-editor.h"
#include "ent-results.h"

/* What is left below a note that one has gone to, in pixels. */
#define NOTE_MARGIN 24

/**
 * EntDetailsPane:
 *
 * All that the dataset has on the event in focus of a session: nothing is shown for what it lacks, and nothing
 * is made surer than it is. Of several selected events it shows a list.
 *
 * It is built anew when another event comes into focus, as soon as there is time for it, and never while it
 * cannot be seen.
 *
 * # Actions
 *
 * `details.copy-citation` (Ctrl+C): puts the event and its sources on the clipboard, as plain text.
 *
 * # CSS nodes
 *
 * `details`, which has the class `.compact` in narrow windows; in it boxes of the classes `.head` and
 * `.section`, `ladder`, and lists of the class `.rows`.
 */
struct _EntDetailsPane
{
  GtkWidget          parent_instance;
  EntSession        *session; /* (owned) (nullable) */
  GSignalGroup      *signals; /* (owned): of the session */
  GSignalGroup      *found;   /* (owned): of what its query finds */
  GtkScrolledWindow *scrolled;
  GtkBox            *content;
  gboolean           compact;
  guint              update_id;
  EntNoteEditor     *note;    /* (nullable): of the event that is shown */

  /* What is shown */
  EntDataset        *dataset; /* (owned) (nullable) */
  EntAnnotations    *annotations; /* (owned) (nullable) */
  GArray            *rows;    /* (owned) (nullable) of guint32 */
  guint32            focus;
  EntBasis           basis;
  char              *language; /* (owned) (nullable) */
  gboolean           shown_compact;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntDetailsPane, ent_details_pane, GTK_TYPE_WIDGET)

static void
add_section (EntDetailsPane *self,
             GtkWidget      *section)
{
  if (section != NULL)
    gtk_box_append (self->content, section);
}

static GtkWidget *
make_compare (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Compare Before and After"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.compare");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "compare");
  return button;
}

static void
show_event (EntDetailsPane   *self,
            const EntDetails *details)
{
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (details->dataset, details->row));

  gtk_box_append (self->content, ent_details_head (details));
  self->note = ENT_NOTE_EDITOR (ent_note_editor_new (ent_session_get_annotations (details->session), id));
  gtk_box_append (self->content, GTK_WIDGET (self->note));
  if (!details->compact)
    gtk_box_append (self->content, make_compare ());
  if (details->compact)
    {
      /* What a look should tell comes first where little is seen at once. */
      add_section (self, ent_details_attribution (details));
      add_section (self, ent_details_phases (details));
      add_section (self, ent_details_actors (details));
    }
  else
    {
      add_section (self, ent_details_phases (details));
      add_section (self, ent_details_actors (details));
      add_section (self, ent_details_attribution (details));
    }
  add_section (self, ent_details_quote (details));
  add_section (self, ent_details_links (details));
  add_section (self, ent_details_sources (details));
  add_section (self, ent_details_verification (details));
  add_section (self, ent_details_context (details));
  add_section (self, ent_details_more (details));
  if (details->compact)
    gtk_box_append (self->content, make_compare ());
}

static gboolean
same_rows (const GArray *a,
           const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint32)) == 0);
}

/* Takes note of what is to be shown. FALSE when it is shown already. */
static gboolean
take_key (EntDetailsPane *self)
{
  EntDataset *dataset = self->session != NULL ? ent_session_get_dataset (self->session) : NULL;
  EntAnnotations *annotations = self->session != NULL ? ent_session_get_annotations (self->session) : NULL;
  const EntView *view = self->session != NULL ? ent_session_get_view (self->session) : NULL;
  g_autoptr (GArray) rows = dataset != NULL ? ent_navigation_get_selection (self->session)
                                            : g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 focus = dataset != NULL ? ent_navigation_get_focus (self->session) : ENT_ROW_NONE;
  EntBasis basis = view != NULL ? ent_view_get_basis (view) : ENT_BASIS_OCCURRED;
  const char *language = view != NULL ? ent_view_get_language (view) : NULL;

  if (self->rows != NULL && dataset == self->dataset && annotations == self->annotations && same_rows (rows, self->rows) && focus == self->focus &&
      basis == self->basis && g_strcmp0 (language, self->language) == 0 && self->compact == self->shown_compact)
    return FALSE;
  g_set_object (&self->dataset, dataset);
  g_set_object (&self->annotations, annotations);
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_steal_pointer (&rows);
  self->focus = focus;
  self->basis = basis;
  g_free (self->language);
  self->language = g_strdup (language);
  self->shown_compact = self->compact;
  return TRUE;
}

static gboolean
has_focus_within (EntDetailsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content));
}

/* Who walks along links by keys goes on from the links of the event arrived at. */
static gboolean
focus_rows (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX (child) ? gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD) : focus_rows (child))
      return TRUE;
  return FALSE;
}

static void
rebuild (EntDetailsPane *self)
{
  GtkWidget *child;
  gboolean had_focus = has_focus_within (self);
  g_autofree char *noted = NULL;
  int offset = -1;

  if (self->note != NULL)
    {
      ent_note_editor_keep (self->note);
      if (ent_note_editor_is_used (self->note, &offset))
        noted = g_strdup (ent_note_editor_get_id (self->note));
      self->note = NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);

  if (self->rows->len > 1 || self->focus != ENT_ROW_NONE || self->rows->len == 1)
    {
      EntDetails details = {
        .session = self->session,
        .dataset = self->dataset,
        .row = self->focus != ENT_ROW_NONE || self->rows->len == 0 ? self->focus : g_array_index (self->rows, guint32, 0),
        .basis = self->basis,
        .language = self->language,
        .compact = self->compact,
      };

      if (self->rows->len > 1)
        gtk_box_append (self->content, ent_details_several (&details, self->rows));
      else
        show_event (self, &details);
    }
  else
    gtk_box_append (self->content, ent_details_nothing ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.copy-citation", self->focus != ENT_ROW_NONE || self->rows->len > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  /* The same event in another language, or in another edition of the file. */
  if (noted != NULL && self->note != NULL && g_str_equal (noted, ent_note_editor_get_id (self->note)))
    ent_note_editor_edit (self->note, offset);
  else if (had_focus && !focus_rows (GTK_WIDGET (self->content)))
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

static void
update (EntDetailsPane *self)
{
  if (take_key (self))
    rebuild (self);
  if (self->session != NULL)
    ent_details_mark_hits (GTK_WIDGET (self->content),
                           ent_results_get_words (ent_session_get_results (self->session)));
}

static gboolean
update_cb (gpointer user_data)
{
  EntDetailsPane *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* The picture comes first, and while it moves from event to event not all of them are worth building. */
static void
queue_update (EntDetailsPane *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

static void
ent_details_pane_map (GtkWidget *widget)
{
  update (ENT_DETAILS_PANE (widget));
  GTK_WIDGET_CLASS (ent_details_pane_parent_class)->map (widget);
}

static void
copy_citation_activated (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  ent_details_pane_copy_citation (ENT_DETAILS_PANE (widget));
}

static void
ent_details_pane_dispose (GObject *object)
{
  EntDetailsPane *self = ENT_DETAILS_PANE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  self->note = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_DETAILS_PANE);
  g_clear_object (&self->signals);
  g_clear_object (&self->found);
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  g_clear_object (&self->annotations);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (ent_details_pane_parent_class)->dispose (object);
}

static void
ent_details_pane_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  EntDetailsPane *self = ENT_DETAILS_PANE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_details_pane_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  EntDetailsPane *self = ENT_DETAILS_PANE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ent_details_pane_set_session (self, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      ent_details_pane_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_details_pane_class_init (EntDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ent_details_pane_dispose;
  object_class->get_property = ent_details_pane_get_property;
  object_class->set_property = ent_details_pane_set_property;
  widget_class->map = ent_details_pane_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, writable);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "details.copy-citation", NULL, copy_citation_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "details.copy-citation", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntDetailsPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntDetailsPane, content);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
ent_details_pane_init (EntDetailsPane *self)
{
  self->focus = ENT_ROW_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.copy-citation", FALSE);
  self->signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (queue_update), self);
  self->found = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->found, "notify::filter", G_CALLBACK (queue_update), self);
}

/** ent_details_pane_get_session: (skip): what it shows */
EntSession *
ent_details_pane_get_session (EntDetailsPane *self)
{
  g_return_val_if_fail (ENT_IS_DETAILS_PANE (self), NULL);

  return self->session;
}

/**
 * ent_details_pane_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_details_pane_set_session (EntDetailsPane *self,
                              EntSession     *session)
{
  g_return_if_fail (ENT_IS_DETAILS_PANE (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->found, session != NULL ? ent_session_get_results (session) : NULL);
  g_signal_group_set_target (self->signals, session);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/** ent_details_pane_get_compact: (skip): whether it is laid out for little room */
gboolean
ent_details_pane_get_compact (EntDetailsPane *self)
{
  g_return_val_if_fail (ENT_IS_DETAILS_PANE (self), FALSE);

  return self->compact;
}

/**
 * ent_details_pane_set_compact:
 * @self: the widget
 * @compact: whether there is little room: what matters most then comes first, and smaller
 */
void
ent_details_pane_set_compact (EntDetailsPane *self,
                              gboolean        compact)
{
  g_return_if_fail (ENT_IS_DETAILS_PANE (self));

  compact = !!compact;
  if (compact == self->compact)
    return;
  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/**
 * ent_details_pane_copy_citation:
 * @self: the widget
 *
 * Puts the selected events, each with its sources, on the clipboard. Does nothing when none is selected.
 */
void
ent_details_pane_copy_citation (EntDetailsPane *self)
{
  EntDataset *dataset;
  const char *language;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 focus;

  g_return_if_fail (ENT_IS_DETAILS_PANE (self));

  dataset = self->session != NULL ? ent_session_get_dataset (self->session) : NULL;
  if (dataset == NULL)
    return;
  language = ent_view_get_language (ent_session_get_view (self->session));
  rows = ent_navigation_get_selection (self->session);
  focus = ent_navigation_get_focus (self->session);
  if (rows->len == 0 && focus != ENT_ROW_NONE)
    g_array_append_val (rows, focus);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *citation = ent_citation_text (dataset, g_array_index (rows, guint32, i), language);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", citation);
    }
  if (rows->len == 0)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              ngettext ("Citation copied", "Citations copied", rows->len));
}

/* All of the note, and not only the line with the cursor, once it has its place. */
static gboolean
show_note_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  EntDetailsPane *self = ENT_DETAILS_PANE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE;
  if (self->note != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->note), GTK_WIDGET (self->content), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + NOTE_MARGIN);
  return G_SOURCE_REMOVE;
}

/**
 * ent_details_pane_edit_note:
 * @self: the widget
 *
 * Lets one write the note on the event that is shown, with the keyboard.
 */
void
ent_details_pane_edit_note (EntDetailsPane *self)
{
  g_return_if_fail (ENT_IS_DETAILS_PANE (self));

  update (self);
  if (self->note == NULL)
    return;
  ent_note_editor_edit (self->note, -1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_note_cb, NULL, NULL);
}

/**
 * ent_details_pane_keep_note:
 * @self: the widget
 *
 * Has the note that is being written kept at once.
 */
void
ent_details_pane_keep_note (EntDetailsPane *self)
{
  g_return_if_fail (ENT_IS_DETAILS_PANE (self));

  if (self->note != NULL)
    ent_note_editor_keep (self->note);
}
