/* ent-has-section.c: what events have at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-has-section.h"

#include <glib/gi18n.h>

#include "ent-facet-row.h"
#include "ent-facet-text.h"
#include "ent-query-conjuncts.h"
#include "ent-tab-stop.h"

static const struct
{
  const char *field;
  const char *text;
  const char *name; /* (nullable): else that of the thing */
} items[] = {
  { "has", "phases", NULL },
  { "has", "links", NULL },
  { "has", "sources", NULL },
  { "has", "quote", NULL },
  { "is", "contested", NC_("has", "A denial") },
  { "is", "starred", NC_("has", "A star") },
  { "is", "noted", NC_("has", "A note") },
};

/**
 * EntHasSection:
 *
 * Phases, links, sources, a quote and the like, each to be asked for or to be excluded. All that is ticked must be
 * there: each is a condition of its own, and the counts are those with the others.
 */
struct _EntHasSection
{
  EntFilterSection parent_instance;
  GtkWidget       *list;
  GtkWidget       *rows[G_N_ELEMENTS (items)];
  EntSession      *watched; /* whose annotations are followed; only compared */
  EntDataset      *dataset; /* (owned) (nullable): what @having is of */
  EntRowSet       *having[G_N_ELEMENTS (items)]; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (EntHasSection, ent_has_section, ENT_TYPE_FILTER_SECTION)

static EntQuery *
make_condition (guint    item,
                gboolean negated)
{
  EntQueryValue value = { .text = items[item].text };
  g_autoptr (EntQuery) condition = ent_query_new_field (items[item].field, ENT_QUERY_IS, &value, 1);

  return negated ? ent_query_new_not (condition) : g_steal_pointer (&condition);
}

/* The place of the item's own condition in the query, or −1. */
static int
find_condition (const EntQuery *query,
                guint           item,
                gboolean        negated)
{
  g_autoptr (EntQuery) condition = make_condition (item, negated);

  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    if (ent_query_equal (ent_query_get_conjunct (query, i), condition))
      return (int) i;
  return -1;
}

static EntQuery *
without_item (const EntQuery *query,
              guint           item)
{
  EntQuery *result = ent_query_ref (query);

  for (int negated = 0; negated <= 1; negated++)
    {
      int index = find_condition (result, item, negated != 0);

      if (index >= 0)
        {
          g_autoptr (EntQuery) before = result;

          result = ent_query_without_conjunct (before, (guint) index);
        }
    }
  return result;
}

static void
change (EntHasSection *self,
        guint          item,
        gboolean       negated)
{
  EntQuery *query = ent_results_get_query (ent_filter_section_get_results (ENT_FILTER_SECTION (self)));
  gboolean had = find_condition (query, item, negated) >= 0;
  gboolean had_other = find_condition (query, item, !negated) >= 0;
  g_autoptr (EntQuery) without = without_item (query, item);

  /* A press on what is excluded lets it in again, and asks for nothing. */
  if (!had && !(had_other && !negated))
    {
      g_autoptr (EntQuery) condition = make_condition (item, negated);

      ent_filter_section_set_query (ENT_FILTER_SECTION (self), ent_query_with_conjunct (without, condition));
    }
  else
    ent_filter_section_set_query (ENT_FILTER_SECTION (self), g_steal_pointer (&without));
}

static void
row_activated_cb (EntHasSection *self,
                  EntFacetRow   *row)
{
  change (self, ent_facet_row_get_look (row)->value, FALSE);
}

static void
exclude_cb (EntHasSection *self,
            EntFacetRow   *row)
{
  change (self, ent_facet_row_get_look (row)->value, TRUE);
}

static void
only_cb (EntHasSection *self,
         EntFacetRow   *row)
{
  guint item = ent_facet_row_get_look (row)->value;
  EntQuery *query = ent_query_ref (ent_results_get_query (ent_filter_section_get_results (ENT_FILTER_SECTION (self))));
  g_autoptr (EntQuery) condition = make_condition (item, FALSE);
  g_autoptr (EntQuery) rest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (EntQuery) before = query;

      query = without_item (before, i);
    }
  rest = query;
  ent_filter_section_set_query (ENT_FILTER_SECTION (self), ent_query_with_conjunct (rest, condition));
}

static void
forget (EntHasSection *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_clear_pointer (&self->having[i], ent_row_set_unref);
}

static void
annotated_cb (EntHasSection *self)
{
  forget (self);
  ent_filter_section_queue_update (ENT_FILTER_SECTION (self));
}

static const EntRowSet *
get_having (EntHasSection *self,
            EntResults    *results,
            guint          item)
{
  EntDataset *dataset = ent_results_get_dataset (results);
  EntAnnotations *annotations = ent_session_get_annotations (ent_results_get_session (results));
  g_autoptr (EntRowSet) starred = NULL;
  g_autoptr (EntRowSet) noted = NULL;
  g_autoptr (EntQuery) condition = NULL;
  g_autoptr (EntFilter) filter = NULL;
  EntFilterContext context = { .dataset = dataset };

  if (g_set_object (&self->dataset, dataset))
    forget (self);
  if (self->having[item] != NULL)
    return self->having[item];
  starred = ent_annotations_get_starred_rows (annotations, dataset);
  noted = ent_annotations_get_noted_rows (annotations, dataset);
  context.starred = starred;
  context.noted = noted;
  condition = make_condition (item, FALSE);
  filter = ent_filter_new (condition, &context, NULL, NULL, NULL);
  if (filter != NULL)
    self->having[item] = ent_row_set_ref (ent_filter_get_rows (filter));
  return self->having[item];
}

static guint
count_both (const EntRowSet *a,
            const EntRowSet *b)
{
  gsize n_words;
  const guint64 *left = ent_row_set_get_words (a, &n_words);
  const guint64 *right = ent_row_set_get_words (b, &n_words);
  guint count = 0;

  for (gsize i = 0; i < n_words; i++)
    count += (guint) __builtin_popcountll (left[i] & right[i]);
  return count;
}

static guint
count (EntHasSection *self,
       EntResults    *results,
       guint          item)
{
  const EntQuery *query = ent_results_get_query (results);
  EntFilter *filter = ent_results_get_filter (results);
  const EntRowSet *having = get_having (self, results, item);
  int own = MAX (find_condition (query, item, FALSE), find_condition (query, item, TRUE));
  g_autoptr (EntRowSet) without = NULL;

  if (having == NULL)
    return 0;
  if (own < 0)
    return count_both (ent_filter_get_rows (filter), having);
  without = ent_filter_dup_rows_without (filter, (guint) own);
  return count_both (without, having);
}

static void
ent_has_section_update (EntFilterSection *section,
                        EntResults       *results)
{
  EntHasSection *self = ENT_HAS_SECTION (section);
  EntSession *session = ent_results_get_session (results);
  const EntQuery *query = ent_results_get_query (results);
  guint counts[G_N_ELEMENTS (items)];
  guint most = 0;

  if (self->watched != session)
    {
      self->watched = session;
      g_signal_connect_object (session, "annotated", G_CALLBACK (annotated_cb), self, G_CONNECT_SWAPPED);
    }
  if (ent_filter_section_get_folded (section))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      counts[i] = count (self, results, i);
      most = MAX (most, counts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const EntRowSet *having = get_having (self, results, i);
      g_autofree char *name = items[i].name != NULL ? g_strdup (g_dpgettext2 (NULL, "has", items[i].name))
                                                    : ent_facet_text_thing (items[i].text);
      EntFacetLook look = { .value = i, .name = name, .count = counts[i], .most = most, .kind = -1 };

      look.mark = find_condition (query, i, FALSE) >= 0  ? ENT_FACET_CHOSEN
                  : find_condition (query, i, TRUE) >= 0 ? ENT_FACET_EXCLUDED
                                                         : ENT_FACET_UNMARKED;
      ent_facet_row_set_look (ENT_FACET_ROW (self->rows[i]), &look);
      gtk_widget_set_visible (self->rows[i], look.mark != ENT_FACET_UNMARKED ||
                                               (having != NULL && ent_row_set_count (having) > 0));
    }
}

static void
ent_has_section_dispose (GObject *object)
{
  EntHasSection *self = ENT_HAS_SECTION (object);

  forget (self);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (ent_has_section_parent_class)->dispose (object);
}

static void
ent_has_section_class_init (EntHasSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_has_section_dispose;
  ENT_FILTER_SECTION_CLASS (klass)->update = ent_has_section_update;
}

static void
ent_has_section_init (EntHasSection *self)
{
  g_autofree char *title = ent_facet_text_field ("has");

  ent_filter_section_set_title (ENT_FILTER_SECTION (self), title);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "facets");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      self->rows[i] = ent_facet_row_new ();
      g_signal_connect_swapped (self->rows[i], "only", G_CALLBACK (only_cb), self);
      g_signal_connect_swapped (self->rows[i], "exclude", G_CALLBACK (exclude_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list), self->rows[i]);
    }
  ent_filter_section_add (ENT_FILTER_SECTION (self), ent_tab_stop_new (self->list));
}

/** ent_has_section_new: Returns: (transfer floating): the section */
GtkWidget *
ent_has_section_new (void)
{
  return g_object_new (ENT_TYPE_HAS_SECTION, NULL);
}
