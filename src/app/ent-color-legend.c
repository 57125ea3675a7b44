/* ent-color-legend.c: what the colours of the timeline tell, and filters by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-color-legend.h"

#include <glib/gi18n.h>

#include "ent-coloring.h"
#include "ent-facet-choice.h"
#include "ent-facet-text.h"
#include "ent-mark-icon.h"
#include "ent-palette.h"
#include "ent-phrase.h"
#include "ent-results.h"
#include "ent-swatch.h"
#include "ent-wrap-layout.h"

#define MARK_RADIUS 4.6

/**
 * EntColorLegend:
 *
 * A name for each colour, where nothing else names it: colours of values of a facet, or those of kinds while the lanes
 * are of something else. A press filters by the value as a tick in the filter pane does; a press more takes that back.
 * O takes only the value, X leaves it out, and so does Ctrl with a press.
 *
 * # CSS nodes
 *
 * `colorlegend`, with the label `.dim-label` and buttons `.entry`, `.excluded` when the value is left out, or labels
 * `.entry` for what is no value.
 */
struct _EntColorLegend
{
  GtkWidget     parent_instance;
  EntSession   *session;  /* (owned) (nullable) */
  EntColoring  *coloring; /* (owned) (nullable): kinds */
  EntDataset   *dataset;  /* (owned) (nullable): whose colours they are */
  char         *language; /* (owned) (nullable): goes with it */
  gboolean      by_kind;  /* the entries are kinds */
  GSignalGroup *session_signals;
  GSignalGroup *results_signals;
};

G_DEFINE_FINAL_TYPE (EntColorLegend, ent_color_legend, GTK_TYPE_WIDGET)

/* The value that a button stands for. */
#define VALUE_DATA "value"

static const EntFacet *
get_facet (EntColorLegend *self)
{
  const char *color_by = ent_view_get_color_by (ent_session_get_view (self->session));
  const EntFacets *facets = ent_dataset_get_facets (self->dataset);

  return ent_facets_find (facets, self->by_kind || color_by == NULL ? "kind" : color_by);
}

static guint32
get_value (GtkWidget *entry)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), VALUE_DATA));
}

/* Takes the query. */
static void
ask (EntColorLegend *self,
     EntQuery       *query)
{
  ent_results_set_query (ent_session_get_results (self->session), query);
  ent_query_unref (query);
}

static void
exclude (EntColorLegend *self,
         GtkWidget      *entry)
{
  EntQuery *query = ent_results_get_query (ent_session_get_results (self->session));

  ask (self, ent_facet_choice_exclude (query, self->dataset, get_facet (self), get_value (entry)));
}

static void update_choice (EntColorLegend *self);

static void
entry_clicked_cb (GtkWidget      *entry,
                  EntColorLegend *self)
{
  EntQuery *query = ent_results_get_query (ent_session_get_results (self->session));
  const EntFacet *facet = get_facet (self);
  g_auto (EntFacetChoice) choice = { 0 };

  ent_facet_choice_read (&choice, query, self->dataset, facet);
  ask (self, ent_facet_choice_toggle (query, self->dataset, facet, get_value (entry), choice.all));
  /* The button has changed by itself, and the query perhaps not. */
  update_choice (self);
}

static gboolean
entry_key_cb (GtkEventController *keys,
              guint               keyval,
              guint               keycode,
              GdkModifierType     state,
              EntColorLegend     *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  EntQuery *query = ent_results_get_query (ent_session_get_results (self->session));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_o:
      ask (self, ent_facet_choice_only (query, get_facet (self), get_value (entry)));
      return GDK_EVENT_STOP;
    case GDK_KEY_x:
    case GDK_KEY_minus:
      exclude (self, entry);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
entry_pressed_cb (GtkGesture     *click,
                  int             n_press,
                  double          x,
                  double          y,
                  EntColorLegend *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (click);

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    {
      gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  exclude (self, gtk_event_controller_get_widget (controller));
}

/* What looks like the colour: the mark of a kind, or a square. */
static GtkWidget *
make_sign (EntColorLegend         *self,
           const EntColoringEntry *entry,
           guint                   class)
{
  GtkWidget *mark;

  if (!self->by_kind)
    return ent_swatch_new (entry->color);
  mark = ent_mark_icon_new ();
  ent_mark_icon_set_mark (ENT_MARK_ICON (mark), (EntKindStyle) class, ENT_CONFIDENCE_CONFIRMED, MARK_RADIUS);
  return mark;
}

static GtkWidget *
make_face (EntColorLegend         *self,
           const EntColoringEntry *entry,
           guint                   class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (entry->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), make_sign (self, entry, class));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_entry (EntColorLegend         *self,
            const EntFacet         *facet,
            const EntColoringEntry *entry,
            guint                   class)
{
  GtkWidget *face = make_face (self, entry, class);
  guint32 value = facet != NULL ? ent_facet_find_value (facet, ent_slice_from_string (entry->key)) : ENT_FACET_VALUE_NONE;
  GtkEventController *keys;
  GtkGesture *click;
  GtkWidget *button;

  if (value == ENT_FACET_VALUE_NONE)
    {
      gtk_widget_add_css_class (face, "entry");
      return face;
    }
  button = gtk_toggle_button_new ();
  keys = gtk_event_controller_key_new ();
  click = gtk_gesture_click_new ();
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "entry");
  g_object_set_data (G_OBJECT (button), VALUE_DATA, GUINT_TO_POINTER (value));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (entry_pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (entry_clicked_cb), self, 0);
  gtk_widget_add_controller (button, keys);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name, -1);
  gtk_widget_set_tooltip_text (button, _("Filter by this (O: only this, X: exclude)"));
  return button;
}

/* Whether nothing else says what the colours mean. */
static gboolean
is_needed (EntColorLegend *self)
{
  const char *group_by;

  if (self->dataset == NULL)
    return FALSE;
  if (self->coloring != NULL)
    return ent_coloring_has_facet (self->coloring);
  group_by = ent_view_get_group_by (ent_session_get_view (self->session));
  return group_by != NULL && !g_str_equal (group_by, "kind");
}

static void
update_choice (EntColorLegend *self)
{
  EntResults *results = self->session != NULL ? ent_session_get_results (self->session) : NULL;
  const EntFacet *facet;
  g_auto (EntFacetChoice) choice = { 0 };

  if (results == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)) || ent_results_get_dataset (results) != self->dataset)
    return;
  facet = get_facet (self);
  if (facet == NULL)
    return;
  ent_facet_choice_read (&choice, ent_results_get_query (results), self->dataset, facet);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      {
        guint8 mark = choice.marks[get_value (child)];

        g_signal_handlers_block_by_func (child, entry_clicked_cb, self);
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), mark == ENT_FACET_CHOSEN);
        g_signal_handlers_unblock_by_func (child, entry_clicked_cb, self);
        if (mark == ENT_FACET_EXCLUDED)
          gtk_widget_add_css_class (child, "excluded");
        else
          gtk_widget_remove_css_class (child, "excluded");
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                        mark == ENT_FACET_EXCLUDED ? _("excluded") : "", -1);
      }
}

static void
clear (EntColorLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
fill (EntColorLegend *self)
{
  const EntFacet *facet = get_facet (self);
  g_autofree char *name = ent_facet_text_field (ent_facet_get_name (facet));
  g_autoptr (GArray) entries = ent_coloring_list (self->coloring, self->dataset, NULL, ent_palette_get_theme (),
                                                  ent_phrase_words (), self->language);
  GtkWidget *title = gtk_label_new (name);

  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  for (guint i = 0; i < entries->len; i++)
    {
      const EntColoringEntry *entry = &g_array_index (entries, EntColoringEntry, i);
      guint class = i;

      /* Kinds that no event has are not in the list. */
      if (self->by_kind)
        for (class = 0; class < ENT_N_KIND_STYLES; class++)
          {
            g_autofree char *key = ent_coloring_dup_key (self->coloring, class);

            if (g_str_equal (key, entry->key))
              break;
          }
      gtk_widget_set_parent (make_entry (self, facet, entry, class), GTK_WIDGET (self));
    }
}

static void
renew (EntColorLegend *self)
{
  gboolean needed;

  self->by_kind = ent_coloring_is_by_kind (self->coloring);
  clear (self);
  needed = is_needed (self);
  if (needed)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), needed);
  update_choice (self);
}

static void
view_changed_cb (EntColorLegend *self)
{
  const EntView *view = ent_session_get_view (self->session);
  const EntColoring *last = self->coloring;
  EntDataset *dataset = ent_session_get_dataset (self->session);
  gboolean changed = g_set_object (&self->dataset, dataset);

  if (dataset != NULL)
    self->coloring = ent_coloring_renew (self->coloring, dataset, view);
  else
    g_clear_pointer (&self->coloring, ent_coloring_unref);
  changed = changed || self->coloring != last || g_strcmp0 (self->language, ent_view_get_language (view)) != 0;
  if (changed || is_needed (self) != gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_free (self->language);
      self->language = g_strdup (ent_view_get_language (view));
      renew (self);
    }
}

static void
ent_color_legend_dispose (GObject *object)
{
  EntColorLegend *self = ENT_COLOR_LEGEND (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->results_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  g_clear_pointer (&self->language, g_free);
  clear (self);
  G_OBJECT_CLASS (ent_color_legend_parent_class)->dispose (object);
}

static void
ent_color_legend_class_init (EntColorLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_color_legend_dispose;
  gtk_widget_class_set_css_name (widget_class, "colorlegend");
  gtk_widget_class_set_layout_manager_type (widget_class, ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_color_legend_init (EntColorLegend *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colors"), -1);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (renew));
  self->session_signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::dataset", G_CALLBACK (view_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::view", G_CALLBACK (view_changed_cb), self);
  self->results_signals = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->results_signals, "notify::filter", G_CALLBACK (update_choice), self);
}

/**
 * ent_color_legend_new:
 * @session: whose colours it names
 *
 * Returns: (transfer floating): a legend, which is seen when it is needed
 */
GtkWidget *
ent_color_legend_new (EntSession *session)
{
  EntColorLegend *self = g_object_new (ENT_TYPE_COLOR_LEGEND, NULL);

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->results_signals, ent_session_get_results (session));
  g_signal_group_set_target (self->session_signals, session);
  view_changed_cb (self);
  return GTK_WIDGET (self);
}
