/* ent-hover-card.c: what is under the pointer, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-hover-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-mark-icon.h"

#define FADE_MILLISECONDS 120
#define MARK_SIZE 18
#define MAX_CHARACTERS 38
#define STAR_SIZE 14
#define MAX_NOTE_LINES 3

/* How many events of a fold are named. */
#define MAX_NAMED 5

/**
 * EntHoverCard:
 *
 * A card that says what the pointer is on: an event with its date and how sure that is, its star and its note, or the
 * events of a fold. It takes no input. Whoever owns it gives it its place.
 *
 * # CSS nodes
 *
 * `hovercard`, with labels of the classes `title`, `dim` and `note`, and an image of the class `star`.
 *
 * # Accessibility
 *
 * It says nothing that the timeline's description and the list do not say of the same events, and is hidden from
 * assistive technologies.
 */
struct _EntHoverCard
{
  GtkWidget     parent_instance;
  GtkWidget    *box;
  GtkWidget    *mark;
  GtkWidget    *title;
  GtkWidget    *text;
  GtkWidget    *notes;
  GtkWidget    *star;
  GtkWidget    *own;     /* the user's note */
  AdwAnimation *fade;    /* (owned) */
  gboolean      shown;
};

G_DEFINE_FINAL_TYPE (EntHoverCard, ent_hover_card, GTK_TYPE_WIDGET)

static void
faded (double   opacity,
       gpointer data)
{
  EntHoverCard *self = data;

  gtk_widget_set_opacity (GTK_WIDGET (self), opacity);
  if (!self->shown && opacity <= 0)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
fade (EntHoverCard *self,
      gboolean      shown)
{
  self->shown = shown;
  if (shown)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  adw_animation_pause (self->fade);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->fade), gtk_widget_get_opacity (GTK_WIDGET (self)));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->fade), shown ? 1 : 0);
  adw_animation_reset (self->fade);
  adw_animation_play (self->fade);
}

static void
ent_hover_card_dispose (GObject *object)
{
  EntHoverCard *self = ENT_HOVER_CARD (object);

  if (self->fade != NULL)
    adw_animation_pause (self->fade);
  g_clear_object (&self->fade);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_hover_card_parent_class)->dispose (object);
}

static void
ent_hover_card_class_init (EntHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_hover_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "hovercard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* Texts of events are no markup. */
static GtkWidget *
new_label (int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARACTERS);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
ent_hover_card_init (EntHoverCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->mark = ent_mark_icon_new ();
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->mark, MARK_SIZE, MARK_SIZE);
  self->title = new_label (3);
  self->text = new_label (2);
  self->notes = new_label (MAX_NAMED + 1);
  self->star = gtk_image_new_from_icon_name ("entente-starred-symbolic");
  self->own = new_label (MAX_NOTE_LINES);
  gtk_image_set_pixel_size (GTK_IMAGE (self->star), STAR_SIZE);
  gtk_widget_set_valign (self->star, GTK_ALIGN_START);
  gtk_widget_set_halign (self->star, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->star, TRUE);
  gtk_widget_add_css_class (self->star, "star");
  gtk_widget_add_css_class (self->own, "note");
  gtk_widget_add_css_class (self->title, "title");
  gtk_widget_add_css_class (self->notes, "dim");
  gtk_box_append (GTK_BOX (head), self->mark);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->star);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->notes);
  gtk_box_append (GTK_BOX (self->box), self->own);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_opacity (GTK_WIDGET (self), 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MILLISECONDS,
                                        adw_callback_animation_target_new (faded, self, NULL));
}

/** ent_hover_card_new: Returns: (transfer floating): a card that is not shown yet */
EntHoverCard *
ent_hover_card_new (void)
{
  return g_object_new (ENT_TYPE_HOVER_CARD, NULL);
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/**
 * ent_hover_card_show_event:
 * @self: a card
 * @dataset: a dataset
 * @row: the event it is about
 * @basis: which of its dates
 * @language: (nullable): of its title
 * @annotations: what the user has added
 *
 * Shows the card.
 */
void
ent_hover_card_show_event (EntHoverCard   *self,
                           EntDataset     *dataset,
                           guint32         row,
                           EntBasis        basis,
                           const char     *language,
                           EntAnnotations *annotations)
{
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (dataset, row));
  g_autofree char *title = ent_event_text_title (dataset, row, language);
  g_autofree char *date = ent_event_text_date (dataset, row, basis, language);
  g_autofree char *certainty = ent_event_text_certainty (dataset, row, basis, language);

  g_return_if_fail (ENT_IS_HOVER_CARD (self));

  ent_mark_icon_set_event (ENT_MARK_ICON (self->mark), dataset, row, 0);
  gtk_widget_set_visible (self->mark, TRUE);
  set_label (self->title, title);
  set_label (self->text, date);
  set_label (self->notes, certainty);
  set_label (self->own, ent_annotations_get_note (annotations, id));
  gtk_widget_set_visible (self->star, ent_annotations_is_starred (annotations, id));
  fade (self, TRUE);
}

/**
 * ent_hover_card_show_events:
 * @self: a card
 * @dataset: a dataset
 * @rows: the events it is about
 * @n_rows: how many
 * @when: (nullable): from the first of them to the last, in words
 * @language: (nullable): of their titles
 *
 * Shows the card: how many they are, when, and the first of them by name.
 */
void
ent_hover_card_show_events (EntHoverCard  *self,
                            EntDataset    *dataset,
                            const guint32 *rows,
                            guint          n_rows,
                            const char    *when,
                            const char    *language)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u event", "%u events", n_rows), n_rows);
  GString *names = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_return_if_fail (ENT_IS_HOVER_CARD (self));

  for (guint i = 0; i < MIN (n_rows, MAX_NAMED); i++)
    {
      g_autofree char *name = ent_event_text_title (dataset, rows[i], language);

      /* A long one would push the others out. */
      if (g_utf8_strlen (name, -1) > MAX_CHARACTERS)
        {
          g_autofree char *start = g_utf8_substring (name, 0, MAX_CHARACTERS - 1);

          g_string_append_printf (names, "%s\u2068%s…\u2069", i > 0 ? "\n" : "", g_strchomp (start));
        }
      else
        g_string_append_printf (names, "%s\u2068%s\u2069", i > 0 ? "\n" : "", name);
    }
  if (n_rows > MAX_NAMED)
    {
      guint n_more = n_rows - MAX_NAMED;

      g_string_append_c (names, '\n');
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  text = g_string_free (names, FALSE);
  gtk_widget_set_visible (self->mark, FALSE);
  set_label (self->title, title);
  set_label (self->text, when);
  set_label (self->notes, text);
  set_label (self->own, NULL);
  gtk_widget_set_visible (self->star, FALSE);
  fade (self, TRUE);
}

/** ent_hover_card_hide: (skip): hides the card */
void
ent_hover_card_hide (EntHoverCard *self)
{
  g_return_if_fail (ENT_IS_HOVER_CARD (self));

  if (self->shown)
    fade (self, FALSE);
}
