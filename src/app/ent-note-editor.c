/* ent-note-editor.c: the note on an event, read and written in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-note-editor.h"

#include <glib/gi18n.h>

#include "ent-limits.h"

/* What is typed goes on being typed; in milliseconds. */
#define REST 800

/* How many lines are seen at once, at the most. */
#define MAX_LINES 8

/**
 * EntNoteEditor:
 *
 * The note of one event, or a button to add one. What is typed is kept when it rests, and when the keyboard goes
 * elsewhere; Escape does that. A note that is left empty is removed, which can be taken back.
 *
 * # CSS nodes
 *
 * `note`, with a button of the class `add`, or a label of the class `heading` above a frame of the class `paper` with
 * the text.
 *
 * # Accessibility
 *
 * The text is called "Your note".
 */
struct _EntNoteEditor
{
  GtkWidget       parent_instance;
  EntAnnotations *annotations; /* (owned) */
  char           *id;          /* (owned): of the event */
  GtkWidget      *add;
  GtkWidget      *heading;
  GtkWidget      *paper;
  GtkWidget      *scrolled;
  GtkWidget      *text;
  GtkWidget      *placeholder;
  guint           timeout;
  gboolean        goes_on;     /* what is kept next belongs to what was kept before */
  gboolean        is_keeping;
  gboolean        is_loading;
};

G_DEFINE_FINAL_TYPE (EntNoteEditor, ent_note_editor, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (EntNoteEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static char *
dup_text (EntNoteEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

/* The text that the root has as its focus, also while another window is in front. */
static gboolean
is_focus (EntNoteEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_root_get_focus (root) == self->text;
}

static void
show_text (EntNoteEditor *self,
           gboolean       shown)
{
  gtk_widget_set_visible (self->add, !shown);
  gtk_widget_set_visible (self->heading, shown);
  gtk_widget_set_visible (self->paper, shown);
}

/* Shows the note as it is kept, unless it is shown. */
static void
load (EntNoteEditor *self)
{
  const char *note = ent_annotations_get_note (self->annotations, self->id);
  g_autofree char *shown = g_strchomp (dup_text (self));

  if (g_strcmp0 (shown, note != NULL ? note : "") != 0)
    {
      self->is_loading = TRUE;
      gtk_text_buffer_set_text (get_buffer (self), note != NULL ? note : "", -1);
      self->is_loading = FALSE;
    }
  if (note != NULL || !is_focus (self))
    show_text (self, note != NULL);
}

/**
 * ent_note_editor_keep:
 * @self: the widget
 *
 * Keeps what is written. An empty note is kept as it was: it is removed when it is left.
 */
void
ent_note_editor_keep (EntNoteEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 before;

  g_return_if_fail (ENT_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  text = g_strchomp (dup_text (self));
  if (*text == '\0')
    return;
  before = ent_annotations_get_last_change (self->annotations);
  self->is_keeping = TRUE;
  if (!ent_annotations_set_note (self->annotations, self->id, text, self->goes_on, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (ent_annotations_get_last_change (self->annotations) != before)
    self->goes_on = TRUE;
  self->is_keeping = FALSE;
}

/* Keeps what is written, or removes what was. */
static void
leave (EntNoteEditor *self)
{
  g_autofree char *text = g_strchomp (dup_text (self));

  if (*text == '\0' && ent_annotations_get_note (self->annotations, self->id) != NULL)
    {
      self->is_keeping = TRUE;
      ent_annotations_set_note (self->annotations, self->id, "", self->goes_on, NULL);
      self->is_keeping = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "(st)", _("Note deleted"),
                                  ent_annotations_get_last_change (self->annotations));
    }
  else
    ent_note_editor_keep (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->goes_on = FALSE;
  load (self);
}

static gboolean
rested_cb (gpointer user_data)
{
  EntNoteEditor *self = user_data;

  self->timeout = 0;
  ent_note_editor_keep (self);
  return G_SOURCE_REMOVE;
}

/* What is beyond the limit is not taken, and said. */
static void
cut (EntNoteEditor *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  if (gtk_text_buffer_get_char_count (buffer) <= ENT_LIMIT_NOTE)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, ENT_LIMIT_NOTE);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  text = g_strdup_printf (_("A note has %u characters at the most"), (guint) ENT_LIMIT_NOTE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
changed_cb (EntNoteEditor *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (get_buffer (self)) == 0);
  if (self->is_loading)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST, rested_cb, self);
  cut (self);
}

static void
annotated_cb (EntNoteEditor *self,
              guint          parts)
{
  if ((parts & ENT_ANNOTATIONS_NOTES) != 0 && !self->is_keeping)
    load (self);
}

static void
focus_left_cb (EntNoteEditor *self)
{
  /* Who looks something up in another window comes back. */
  if (is_focus (self))
    ent_note_editor_keep (self);
  else
    leave (self);
}

static void
add_clicked_cb (EntNoteEditor *self)
{
  ent_note_editor_edit (self, -1);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  EntNoteEditor *self = ENT_NOTE_EDITOR (widget);

  if (!is_focus (self))
    return FALSE;
  gtk_widget_activate_action (widget, "win.leave-note", NULL);
  return TRUE;
}

/* The text undoes what it can; when there is nothing more, the view of the timeline is not meant. */
static gboolean
swallow_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  return is_focus (ENT_NOTE_EDITOR (widget));
}

/* The text knows its font from here on. */
static void
realized_cb (EntNoteEditor *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->text);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), line * MAX_LINES);
}

static void
ent_note_editor_dispose (GObject *object)
{
  EntNoteEditor *self = ENT_NOTE_EDITOR (object);
  GtkWidget *child;

  if (self->timeout != 0)
    ent_note_editor_keep (self);
  if (self->annotations != NULL)
    g_signal_handlers_disconnect_by_data (self->annotations, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->annotations);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ent_note_editor_parent_class)->dispose (object);
}

static void
ent_note_editor_class_init (EntNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_note_editor_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, swallow_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, swallow_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "note");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_add_button (EntNoteEditor *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add a Note"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Note"), -1);
  gtk_widget_set_tooltip_text (button, _("Add a note (N)"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "add");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_clicked_cb), self);
  return button;
}

static GtkWidget *
make_paper (EntNoteEditor *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your note"),
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, _("Only you see it"), -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_swapped (self->text, "realize", G_CALLBACK (realized_cb), self);
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (changed_cb), self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->text);

  self->placeholder = gtk_label_new (_("Only you see it"));
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "placeholder");

  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_widget_add_css_class (overlay, "paper");
  return overlay;
}

static void
ent_note_editor_init (EntNoteEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->add = make_add_button (self);
  self->heading = gtk_label_new (_("Your note"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  self->paper = make_paper (self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->paper, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your note"), -1);
}

/**
 * ent_note_editor_new:
 * @annotations: where the note is
 * @id: of the event it is on
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
ent_note_editor_new (EntAnnotations *annotations,
                     const char     *id)
{
  EntNoteEditor *self;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (annotations), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (ENT_TYPE_NOTE_EDITOR, NULL);
  self->annotations = g_object_ref (annotations);
  self->id = g_strdup (id);
  g_signal_connect_swapped (annotations, "changed", G_CALLBACK (annotated_cb), self);
  load (self);
  return GTK_WIDGET (self);
}

/** ent_note_editor_get_id: (skip): the event whose note it is */
const char *
ent_note_editor_get_id (EntNoteEditor *self)
{
  g_return_val_if_fail (ENT_IS_NOTE_EDITOR (self), NULL);

  return self->id;
}

/**
 * ent_note_editor_is_used:
 * @self: the widget
 * @offset: (out) (optional): where the cursor is, in characters
 *
 * Returns: whether somebody is writing in it
 */
gboolean
ent_note_editor_is_used (EntNoteEditor *self,
                         int           *offset)
{
  GtkTextIter at;

  g_return_val_if_fail (ENT_IS_NOTE_EDITOR (self), FALSE);

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &at, gtk_text_buffer_get_insert (get_buffer (self)));
  if (offset != NULL)
    *offset = gtk_text_iter_get_offset (&at);
  return is_focus (self);
}

/**
 * ent_note_editor_edit:
 * @self: the widget
 * @offset: where the cursor is to be, in characters, or −1 for the end
 *
 * Lets one write.
 */
void
ent_note_editor_edit (EntNoteEditor *self,
                      int            offset)
{
  GtkTextIter at;

  g_return_if_fail (ENT_IS_NOTE_EDITOR (self));

  show_text (self, TRUE);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, offset);
  gtk_text_buffer_place_cursor (get_buffer (self), &at);
  gtk_widget_grab_focus (self->text);
}
