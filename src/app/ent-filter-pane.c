/* ent-filter-pane.c: which events are shown, to be said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-pane.h"

#include <glib/gi18n.h>

#include "ent-constraint-chips.h"
#include "ent-date-section.h"
#include "ent-facet-section.h"
#include "ent-filter-menu.h"
#include "ent-has-section.h"
#include "ent-results.h"
#include "ent-search-entry.h"
#include "ent-severity-section.h"
#include "ent-tray-section.h"

/**
 * EntFilterPane:
 *
 * The session's query in three forms that always agree: as a text to type, as a chip for each condition, and as
 * sections of values, ranges and dates to choose from, with the counts that a choice would bring.
 *
 * Sections that can be seen are brought up to date one after the other while nothing else is to be done, so that
 * neither typing nor panning waits for counts.
 *
 * Escape leaves it: `win.leave-filters`.
 *
 * # CSS nodes
 *
 * `filters`, with `searchentry`, `chips` and many `filtersection`.
 */
struct _EntFilterPane
{
  GtkWidget    parent_instance;
  EntSession  *session;  /* (owned) (nullable) */
  GtkWidget   *box;
  GtkWidget   *search;
  GtkWidget   *menu;
  GtkWidget   *chips;
  GtkWidget   *scroller;
  GtkWidget   *sections;
  GPtrArray   *all;      /* (owned) of EntFilterSection */
  GHashTable  *fields;   /* (owned): sections of further fields, by their names */
  guint        idle;
};

enum
{
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFilterPane, ent_filter_pane, GTK_TYPE_WIDGET)

static gboolean
update_cb (gpointer user_data)
{
  EntFilterPane *self = user_data;

  for (guint i = 0; i < self->all->len; i++)
    if (ent_filter_section_update (g_ptr_array_index (self->all, i)))
      return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
stale_cb (EntFilterPane *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
folded_cb (EntFilterPane *self)
{
  g_signal_emit (self, signals[FOLDED], 0);
}

static void
add_section (EntFilterPane *self,
             GtkWidget     *section,
             const char    *name,
             gboolean       folded)
{
  gtk_widget_set_name (section, name);
  ent_filter_section_set_folded (ENT_FILTER_SECTION (section), folded);
  g_signal_connect_swapped (section, "folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (section, "stale", G_CALLBACK (stale_cb), self);
  g_ptr_array_add (self->all, section);
  gtk_box_append (GTK_BOX (self->sections), section);
  ent_filter_section_set_session (ENT_FILTER_SECTION (section), self->session);
}

static void
add_facet (EntFilterPane *self,
           const char    *field,
           gboolean       folded)
{
  const char *const fields[] = { field, NULL };

  add_section (self, ent_facet_section_new (fields), field, folded);
}

/* The further fields are the dataset's own. */
static void
add_further_fields (EntFilterPane *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  const EntFacets *facets = dataset != NULL ? ent_dataset_get_facets (dataset) : NULL;

  for (guint i = ENT_N_FIXED_FACETS; facets != NULL && i < ent_facets_get_size (facets); i++)
    {
      const char *name = ent_facet_get_name (ent_facets_get (facets, i));

      if (g_hash_table_add (self->fields, g_strdup (name)))
        add_facet (self, name, TRUE);
    }
}

static void
dataset_changed_cb (EntFilterPane *self)
{
  for (guint i = 0; i < self->all->len; i++)
    ent_filter_section_reset (g_ptr_array_index (self->all, i));
  add_further_fields (self);
}

/* Names are in the language of the view. */
static void
view_changed_cb (EntFilterPane *self)
{
  const char *language = ent_view_get_language (ent_session_get_view (self->session));
  static const char key[] = "ent-language";

  if (g_strcmp0 (language, g_object_get_data (G_OBJECT (self), key)) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self), key, g_strdup (language), g_free);
  for (guint i = 0; i < self->all->len; i++)
    ent_filter_section_queue_update (g_ptr_array_index (self->all, i));
}

static void
example_cb (EntFilterPane *self,
            const char    *text)
{
  ent_search_entry_insert (ENT_SEARCH_ENTRY (self->search), text);
}

/* Down leaves the search for what is below it. */
static gboolean
search_key_cb (EntFilterPane  *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (self->sections, GTK_DIR_TAB_FORWARD);
}

static gboolean
key_cb (EntFilterPane  *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-filters", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
is_engaged (EntFilterPane *self)
{
  for (guint i = 0; i < self->all->len; i++)
    if (ent_filter_section_is_engaged (g_ptr_array_index (self->all, i)))
      return TRUE;
  return FALSE;
}

/* With its padding, as it is measured. */
static int
get_size (GtkWidget      *widget,
          GtkOrientation  orientation)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &bounds))
    return 0;
  return (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.size.width : bounds.size.height);
}

/* Another line of chips moves nothing away from under the pointer: the sections scroll by as much. This comes after
 * the chips have been made and before they are placed. */
static void
chips_changed_cb (EntFilterPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  int before = get_size (self->chips, GTK_ORIENTATION_VERTICAL);
  double page = gtk_adjustment_get_page_size (adjustment);
  int after;

  if (before <= 0 || !gtk_widget_get_mapped (self->chips) || !is_engaged (self))
    return;
  gtk_widget_measure (self->chips, GTK_ORIENTATION_VERTICAL, get_size (self->chips, GTK_ORIENTATION_HORIZONTAL), NULL, &after,
                      NULL, NULL);
  if (after == before || page <= after - before)
    return;
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment) + after - before,
                            gtk_adjustment_get_lower (adjustment), gtk_adjustment_get_upper (adjustment),
                            gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), page - after + before);
}

static void
ent_filter_pane_dispose (GObject *object)
{
  EntFilterPane *self = ENT_FILTER_PANE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_filter_pane_parent_class)->dispose (object);
}

static void
ent_filter_pane_class_init (EntFilterPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_filter_pane_dispose;
  /** EntFilterPane::folded: a section was folded or unfolded */
  signals[FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (ENT_TYPE_CONSTRAINT_CHIPS);
  g_type_ensure (ENT_TYPE_FILTER_MENU);
  g_type_ensure (ENT_TYPE_SEARCH_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-filter-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, box);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, search);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, menu);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, chips);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPane, sections);
  gtk_widget_class_bind_template_callback (widget_class, example_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_set_css_name (widget_class, "filters");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
ent_filter_pane_init (EntFilterPane *self)
{
  self->all = g_ptr_array_new ();
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sections (EntFilterPane *self)
{
  static const char *const roles[] = { "actor", "initiator", "target", NULL };

  add_section (self, ent_severity_section_new (), "severity", FALSE);
  add_section (self, ent_date_section_new (), "date", FALSE);
  add_facet (self, "kind", FALSE);
  add_facet (self, "category", FALSE);
  add_section (self, ent_facet_section_new (roles), "actor", FALSE);
  add_facet (self, "attribution", FALSE);
  add_facet (self, "pair", TRUE);
  add_facet (self, "place", TRUE);
  add_facet (self, "sector", TRUE);
  add_facet (self, "tag", TRUE);
  add_facet (self, "status", TRUE);
  add_facet (self, "verification", TRUE);
  add_section (self, ent_has_section_new (), "has", TRUE);
  add_section (self, ent_tray_section_new (), "tray", TRUE);
  add_further_fields (self);
}

/**
 * ent_filter_pane_new:
 * @session: whose query it shows and changes
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
ent_filter_pane_new (EntSession *session)
{
  EntFilterPane *self = g_object_new (ENT_TYPE_FILTER_PANE, NULL);

  self->session = g_object_ref (session);
  ent_search_entry_set_session (ENT_SEARCH_ENTRY (self->search), session);
  ent_filter_menu_set_session (ENT_FILTER_MENU (self->menu), session);
  ent_constraint_chips_set_session (ENT_CONSTRAINT_CHIPS (self->chips), session);
  g_signal_connect_object (ent_session_get_results (session), "notify::filter", G_CALLBACK (chips_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  add_sections (self);
  return GTK_WIDGET (self);
}

/** ent_filter_pane_start_search: (skip): has the search take the keys */
void
ent_filter_pane_start_search (EntFilterPane *self)
{
  g_return_if_fail (ENT_IS_FILTER_PANE (self));

  ent_search_entry_start (ENT_SEARCH_ENTRY (self->search));
}

/** ent_filter_pane_dup_unfolded: (skip): (transfer full): the names of the sections that are not folded */
GStrv
ent_filter_pane_dup_unfolded (EntFilterPane *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (ENT_IS_FILTER_PANE (self), NULL);

  for (guint i = 0; i < self->all->len; i++)
    if (!ent_filter_section_get_folded (g_ptr_array_index (self->all, i)))
      g_strv_builder_add (names, gtk_widget_get_name (g_ptr_array_index (self->all, i)));
  return g_strv_builder_end (names);
}

/** ent_filter_pane_set_unfolded: (skip): unfolds the sections of these names, and folds all others */
void
ent_filter_pane_set_unfolded (EntFilterPane     *self,
                              const char *const *names)
{
  g_return_if_fail (ENT_IS_FILTER_PANE (self) && names != NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      EntFilterSection *section = g_ptr_array_index (self->all, i);
      const char *name = gtk_widget_get_name (GTK_WIDGET (section));

      if (ent_filter_section_get_foldable (section))
        ent_filter_section_set_folded (section, !g_strv_contains (names, name));
    }
}
