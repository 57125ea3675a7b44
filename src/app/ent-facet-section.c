/* ent-facet-section.c: the values of a facet in the filter pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-section.h"

#include <glib/gi18n.h>

#include "ent-facet-choice.h"
#include "ent-facet-order.h"
#include "ent-facet-row.h"
#include "ent-facet-text.h"
#include "ent-phrase.h"
#include "ent-query-conjuncts.h"
#include "ent-tab-stop.h"

/* So many values are shown at first, at most, and from how many on they can be searched. */
#define FEW 5
#define MANY 200
#define SEARCHED_FROM 13

/**
 * EntFacetSection:
 *
 * The values of a facet, the most frequent first, each with the number of events that would be found with it. Where a
 * section stands for several facets (an actor in any role, as initiator, as target) a switch chooses between them.
 *
 * What a click on a value means says ent-facet-choice.c. Values of which nothing is found under the other conditions
 * stay, pale and at the end. While pointer or keyboard are in the section only counts change, not the order.
 *
 * # CSS nodes
 *
 * As #EntFilterSection; in the body a `list.facets` of `row.facet`, and the button `.more`.
 */
struct _EntFacetSection
{
  EntFilterSection parent_instance;
  GStrv            fields;    /* (owned): the facets it can show */
  guint            field;     /* which of them it shows */
  GtkWidget       *roles;     /* (nullable): the switch between them */
  GtkWidget       *any_all;
  GtkWidget       *any;
  GtkWidget       *all;
  GtkWidget       *search;
  GtkWidget       *list;
  GtkWidget       *more;
  EntDataset      *dataset;   /* (owned) (nullable): what @order is of */
  const EntFacet  *facet;     /* (nullable): of @dataset */
  EntFacetOrder   *order;     /* (owned) (nullable) */
  gboolean         expanded;
  gboolean         wants_all; /* chosen before there are two values to choose from */
  gboolean         updating;
  gboolean         refolding; /* fewer are to be shown, by hand */
};

G_DEFINE_FINAL_TYPE (EntFacetSection, ent_facet_section, ENT_TYPE_FILTER_SECTION)

static const EntQuery *
get_query (EntFacetSection *self)
{
  return ent_results_get_query (ent_filter_section_get_results (ENT_FILTER_SECTION (self)));
}

static void
set_query (EntFacetSection *self,
           EntQuery        *query)
{
  ent_filter_section_set_query (ENT_FILTER_SECTION (self), query);
}

static void
refresh (EntFacetSection *self)
{
  ent_filter_section_queue_update (ENT_FILTER_SECTION (self));
}

static void
row_activated_cb (EntFacetSection *self,
                  EntFacetRow     *row)
{
  guint32 value = ent_facet_row_get_look (row)->value;

  set_query (self, ent_facet_choice_toggle (get_query (self), self->dataset, self->facet, value, self->wants_all));
}

static void
only_cb (EntFacetSection *self,
         EntFacetRow     *row)
{
  set_query (self, ent_facet_choice_only (get_query (self), self->facet, ent_facet_row_get_look (row)->value));
}

static void
exclude_cb (EntFacetSection *self,
            EntFacetRow     *row)
{
  guint32 value = ent_facet_row_get_look (row)->value;

  set_query (self, ent_facet_choice_exclude (get_query (self), self->dataset, self->facet, value));
}

static void
unfold_cb (EntFacetSection *self,
           EntFacetRow     *row)
{
  ent_facet_order_toggle_fold (self->order, ent_facet_row_get_look (row)->value);
  refresh (self);
}

static void
more_clicked_cb (EntFacetSection *self)
{
  self->expanded = !self->expanded;
  self->refolding = TRUE;
  if (!self->expanded)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  refresh (self);
}

static void
all_toggled_cb (EntFacetSection *self)
{
  if (self->updating)
    return;
  self->wants_all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));
  set_query (self, ent_facet_choice_set_all (get_query (self), self->facet, self->wants_all));
}

static void
role_toggled_cb (EntFacetSection *self,
                 GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  g_clear_object (&self->dataset);
  refresh (self);
}

/* The pool of rows has as many as are shown. */
static EntFacetRow *
ensure_row (EntFacetSection *self,
            int              index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (ent_facet_row_new ());
      g_signal_connect_swapped (row, "only", G_CALLBACK (only_cb), self);
      g_signal_connect_swapped (row, "exclude", G_CALLBACK (exclude_cb), self);
      g_signal_connect_swapped (row, "unfold", G_CALLBACK (unfold_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  return ENT_FACET_ROW (row);
}

static void
remove_rows (EntFacetSection *self,
             int              from)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), from)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
update_status (EntFacetSection      *self,
               const EntFacetChoice *choice)
{
  g_autofree char *status = NULL;
  g_autofree char *chosen = ent_words_number (ent_phrase_words (), choice->n_chosen);
  g_autofree char *excluded = ent_words_number (ent_phrase_words (), choice->n_excluded);

  /* Otherwise one sees it. */
  if (ent_filter_section_get_folded (ENT_FILTER_SECTION (self)))
    {
      if (choice->n_chosen > 0)
        status = g_strdup_printf (ngettext ("%s chosen", "%s chosen", choice->n_chosen), chosen);
      else if (choice->n_excluded > 0)
        status = g_strdup_printf (ngettext ("%s excluded", "%s excluded", choice->n_excluded), excluded);
    }
  ent_filter_section_set_status (ENT_FILTER_SECTION (self), status != NULL ? status : "");
}

static void
update_any_all (EntFacetSection      *self,
                const EntFacetChoice *choice)
{
  if (choice->n_chosen >= 2)
    self->wants_all = choice->all;
  else if (choice->n_chosen == 0)
    self->wants_all = FALSE;
  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->wants_all ? self->all : self->any), TRUE);
  self->updating = FALSE;
  gtk_widget_set_visible (self->any_all, choice->n_chosen >= 2 && ent_facet_order_has_several (self->order));
}

static void
update_more (EntFacetSection *self,
             gboolean         searching,
             guint            n_left)
{
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_left);
  g_autofree char *label = NULL;

  if (self->expanded && !searching && n_left == 0)
    label = g_strdup (_("Fewer"));
  else
    /* TRANSLATORS: a button that shows how many more values of a filter there are */
    label = g_strdup_printf (ngettext ("%s more", "%s more", n_left), number);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, !searching && (self->expanded || n_left > 0));
  gtk_widget_set_visible (self->search, self->expanded && ent_facet_get_n_values (self->facet) >= SEARCHED_FROM);
}

static void
set_dataset (EntFacetSection *self,
             EntDataset      *dataset)
{
  if (dataset == self->dataset)
    return;
  g_set_object (&self->dataset, dataset);
  self->facet = ent_facets_find (ent_dataset_get_facets (dataset), self->fields[self->field]);
  g_clear_pointer (&self->order, ent_facet_order_free);
  self->order = ent_facet_order_new (dataset, self->facet);
}

static void
ent_facet_section_update (EntFilterSection *section,
                          EntResults       *results)
{
  EntFacetSection *self = ENT_FACET_SECTION (section);
  EntSession *session = ent_results_get_session (results);
  const char *language = ent_view_get_language (ent_session_get_view (session));
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_auto (EntFacetChoice) choice = { 0 };
  g_autofree guint *counts = NULL;
  g_autoptr (GArray) shown = NULL;
  gboolean engaged = ent_filter_section_is_engaged (section);
  guint most = 0;
  guint n_left;

  set_dataset (self, ent_results_get_dataset (results));
  ent_facet_choice_read (&choice, ent_results_get_query (results), self->dataset, self->facet);
  update_status (self, &choice);
  if (ent_filter_section_get_folded (section))
    return;

  counts = ent_results_count_facet (results, self->facet);
  for (guint32 value = 0; value < ent_facet_get_n_values (self->facet); value++)
    most = MAX (most, counts[value]);
  ent_facet_order_set_language (self->order, language);
  if (!engaged)
    ent_facet_order_sort (self->order, counts);
  shown = ent_facet_order_dup_shown (self->order, wanted, choice.marks, engaged && !self->refolding, counts,
                                     self->expanded ? MANY : FEW, &n_left);
  self->refolding = FALSE;
  update_any_all (self, &choice);
  for (guint i = 0; i < shown->len; i++)
    {
      const EntFacetPlace *place = &g_array_index (shown, EntFacetPlace, i);
      guint32 value = place->value;
      EntFacetLook look = {
        .value = value,
        .name = (char *) ent_facet_order_get_name (self->order, value),
        .count = counts[value],
        .most = most,
        .mark = choice.marks[value],
        .receding = choice.n_chosen > 0 && choice.marks[value] != ENT_FACET_CHOSEN && !place->in_chosen,
        .kind = -1,
        .depth = place->depth,
        .fold = place->fold,
        .indented = *wanted == '\0' && ent_facet_has_parts (self->facet),
      };

      if (ent_facet_get_index (self->facet) == ENT_FACET_KIND)
        look.kind = (int) ent_kind_style (ent_facet_get_value (self->facet, value).text);
      ent_facet_row_set_look (ensure_row (self, (int) i), &look);
    }
  remove_rows (self, (int) shown->len);
  update_more (self, *wanted != '\0', n_left);
}

static gboolean
ent_facet_section_has_content (EntFilterSection *section,
                               EntDataset       *dataset)
{
  EntFacetSection *self = ENT_FACET_SECTION (section);
  const EntFacet *facet = ent_facets_find (ent_dataset_get_facets (dataset), self->fields[0]);

  return facet != NULL && ent_facet_get_n_values (facet) > 0;
}

static void
ent_facet_section_dispose (GObject *object)
{
  EntFacetSection *self = ENT_FACET_SECTION (object);

  g_clear_pointer (&self->order, ent_facet_order_free);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (ent_facet_section_parent_class)->dispose (object);
}

static void
ent_facet_section_finalize (GObject *object)
{
  g_strfreev (ENT_FACET_SECTION (object)->fields);
  G_OBJECT_CLASS (ent_facet_section_parent_class)->finalize (object);
}

static void
ent_facet_section_class_init (EntFacetSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  EntFilterSectionClass *section_class = ENT_FILTER_SECTION_CLASS (klass);

  object_class->dispose = ent_facet_section_dispose;
  object_class->finalize = ent_facet_section_finalize;
  section_class->update = ent_facet_section_update;
  section_class->has_content = ent_facet_section_has_content;
}

static GtkWidget *
make_switch (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "switch");
  gtk_widget_add_css_class (box, "small");
  return box;
}

static GtkWidget *
add_option (GtkWidget  *box,
            GtkWidget  *group,
            const char *label,
            const char *tip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group != NULL ? GTK_TOGGLE_BUTTON (group) : NULL);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
ent_facet_section_init (EntFacetSection *self)
{
  EntFilterSection *section = ENT_FILTER_SECTION (self);

  self->any_all = make_switch ();
  self->any = add_option (self->any_all, NULL, C_("filter", "Any"), _("Events with any of the chosen values"));
  self->all = add_option (self->any_all, self->any, C_("filter", "All"), _("Events with all of the chosen values"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->any), TRUE);
  gtk_widget_set_visible (self->any_all, FALSE);
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (all_toggled_cb), self);
  ent_filter_section_add_tool (section, self->any_all);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Find a value"), "search-delay", 0u, NULL);
  gtk_widget_set_visible (self->search, FALSE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (refresh), self);
  ent_filter_section_add (section, self->search);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "facets");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  ent_filter_section_add (section, ent_tab_stop_new (self->list));

  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  ent_filter_section_add (section, self->more);
}

static void
make_roles (EntFacetSection *self)
{
  GtkWidget *first = NULL;

  self->roles = make_switch ();
  gtk_widget_add_css_class (self->roles, "roles");
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      g_autofree char *name = ent_facet_text_field (self->fields[i]);
      GtkWidget *button = add_option (self->roles, first, i == 0 ? C_("filter", "Any role") : name, NULL);

      g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (i));
      if (first == NULL)
        first = button;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  for (GtkWidget *button = first; button != NULL; button = gtk_widget_get_next_sibling (button))
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (role_toggled_cb), self);
  ent_filter_section_add (ENT_FILTER_SECTION (self), self->roles);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (self->roles)), self->roles, NULL);
}

/**
 * ent_facet_section_new:
 * @fields: (array zero-terminated=1): facets, the first of which gives the section its name
 *
 * Returns: (transfer floating): a section of their values
 */
GtkWidget *
ent_facet_section_new (const char *const *fields)
{
  EntFacetSection *self = g_object_new (ENT_TYPE_FACET_SECTION, NULL);
  g_autofree char *name = ent_facet_text_field (fields[0]);

  self->fields = g_strdupv ((char **) fields);
  ent_filter_section_set_title (ENT_FILTER_SECTION (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (fields[1] != NULL)
    make_roles (self);
  return GTK_WIDGET (self);
}
