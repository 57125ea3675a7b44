/* ent-constraint-chips.c: the conditions of a query, each to be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-constraint-chips.h"

#include <glib/gi18n.h>

#include "ent-constraint-text.h"
#include "ent-phrase.h"
#include "ent-query-conjuncts.h"
#include "ent-results.h"
#include "ent-wrap-layout.h"

/* More conditions than this leave no room for anything else. */
#define MOST_CHIPS 16

/**
 * EntConstraintChips:
 *
 * A chip for each condition of the session's query that was read last, in words, or as it is written when there are
 * none. A press takes the condition away, and so does Delete.
 *
 * # CSS nodes
 *
 * `chips`, with buttons `.chip`, `.advanced` when it shows the condition as it is written, and the button `.clear`, or the label `.none`.
 */
struct _EntConstraintChips
{
  GtkWidget     parent_instance;
  EntSession   *session; /* (owned) (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *results_signals;
  EntQuery     *query;   /* (owned) (nullable): what is shown */
  char         *language; /* (owned) (nullable): goes with it */
};

G_DEFINE_FINAL_TYPE (EntConstraintChips, ent_constraint_chips, GTK_TYPE_WIDGET)

static GtkWidget *
get_chip (EntConstraintChips *self,
          guint               index)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (chip != NULL && index-- > 0)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static void
remove_condition (EntConstraintChips *self,
                  guint               index)
{
  EntResults *results = ent_session_get_results (self->session);
  g_autoptr (EntQuery) query = NULL;

  /* Between two answers a chip may be of the one before. */
  if (self->query == NULL || index >= ent_query_get_n_conjuncts (self->query))
    return;
  query = ent_query_without_conjunct (self->query, index);
  ent_results_set_query (results, query);
}

static void
chip_clicked_cb (EntConstraintChips *self,
                 GtkWidget          *chip)
{
  remove_condition (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "index")));
}

static gboolean
chip_key_cb (GtkWidget      *chip,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate (chip);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_chip (EntConstraintChips *self,
           guint               index)
{
  gboolean verbatim;
  g_autofree char *text = ent_constraint_text (ent_results_get_dataset (ent_session_get_results (self->session)),
                                               ent_query_get_conjunct (self->query, index), self->language, &verbatim);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *image = gtk_image_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  if (verbatim)
    gtk_widget_add_css_class (chip, "advanced");
  gtk_widget_set_tooltip_text (chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Takes this condition away"), -1);
  g_object_set_data (G_OBJECT (chip), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (chip_key_cb), chip);
  gtk_widget_add_controller (chip, keys);
  return chip;
}

static GtkWidget *
make_clear (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Clear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "clear");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  return button;
}

/* The text has them all. */
static GtkWidget *
make_rest (guint n_left)
{
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_left);
  g_autofree char *text = g_strdup_printf (ngettext ("%s more", "%s more", n_left), number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "none");
  return label;
}

/* There is a line from the start, so that the first condition moves nothing. */
static GtkWidget *
make_none (EntConstraintChips *self)
{
  EntDataset *dataset = ent_results_get_dataset (ent_session_get_results (self->session));
  guint n_events = dataset != NULL ? ent_dataset_get_n_events (dataset) : 0;
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_events);
  /* TRANSLATORS: where the conditions would stand, when there are none */
  g_autofree char *text = g_strdup_printf (ngettext ("All of %s event", "All %s events", n_events), number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "none");
  return label;
}

/* Puts the focus where it was, after the chip that had it went away by its own key. */
static void
restore_focus (EntConstraintChips *self,
               guint               index,
               guint               n_chips)
{
  GtkWidget *chip = n_chips > 0 ? get_chip (self, MIN (MIN (index, MOST_CHIPS - 1), n_chips - 1)) : NULL;

  if (chip != NULL)
    gtk_widget_grab_focus (chip);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

static void
update_cb (EntConstraintChips *self)
{
  EntQuery *query = ent_results_get_query (ent_session_get_results (self->session));
  const char *language = ent_view_get_language (ent_session_get_view (self->session));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *child;
  guint index = focus != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (focus), "index")) : 0;
  guint n_chips = ent_query_get_n_conjuncts (query);

  if (self->query != NULL && ent_query_equal (self->query, query) && g_strcmp0 (self->language, language) == 0)
    return;
  g_clear_pointer (&self->query, ent_query_unref);
  self->query = ent_query_ref (query);
  g_free (self->language);
  self->language = g_strdup (language);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < MIN (n_chips, MOST_CHIPS); i++)
    gtk_widget_set_parent (make_chip (self, i), GTK_WIDGET (self));
  if (n_chips > MOST_CHIPS)
    gtk_widget_set_parent (make_rest (n_chips - MOST_CHIPS), GTK_WIDGET (self));
  if (n_chips > 1)
    gtk_widget_set_parent (make_clear (), GTK_WIDGET (self));
  if (n_chips == 0)
    gtk_widget_set_parent (make_none (self), GTK_WIDGET (self));
  if (focus != NULL)
    restore_focus (self, index, n_chips);
}

/* Another dataset may call the same by other names. */
static void
dataset_changed_cb (EntConstraintChips *self)
{
  g_clear_pointer (&self->query, ent_query_unref);
  update_cb (self);
}

static void
ent_constraint_chips_dispose (GObject *object)
{
  EntConstraintChips *self = ENT_CONSTRAINT_CHIPS (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->results_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, ent_query_unref);
  g_clear_pointer (&self->language, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ent_constraint_chips_parent_class)->dispose (object);
}

static void
ent_constraint_chips_class_init (EntConstraintChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_constraint_chips_dispose;
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_layout_manager_type (widget_class, ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_constraint_chips_init (EntConstraintChips *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conditions"), -1);
  self->session_signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::view", G_CALLBACK (update_cb), self);
  self->results_signals = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->results_signals, "notify::filter", G_CALLBACK (update_cb), self);
}

/**
 * ent_constraint_chips_set_session:
 * @self: the chips
 * @session: (nullable): whose conditions they are
 */
void
ent_constraint_chips_set_session (EntConstraintChips *self,
                                  EntSession         *session)
{
  g_return_if_fail (ENT_IS_CONSTRAINT_CHIPS (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->results_signals, session != NULL ? ent_session_get_results (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    update_cb (self);
}
