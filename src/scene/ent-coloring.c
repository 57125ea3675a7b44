/* ent-coloring.c: what the colours of marks tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-coloring.h"

#include "ent-facets.h"
#include "ent-grouping.h"
#include "ent-value-name.h"

#define N_OWN ENT_N_OWN_HUES
#define OTHER N_OWN
#define NONE (N_OWN + 1)

struct _EntColoring
{
  gatomicrefcount ref_count;
  EntDataset     *dataset;  /* (owned) */
  const EntFacet *facet;    /* (nullable): greys of the kinds */
  guint8         *classes;  /* (owned) (nullable), by value */
  guint32         own[N_OWN]; /* values with a colour of their own */
  guint           n_own;
  guint           n_others; /* other values */
};

typedef struct
{
  guint32 value;
  guint   natural;
  guint   count;
} Value;

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Value *left = a;
  const Value *right = b;

  if (left->natural != right->natural)
    return left->natural < right->natural ? -1 : 1;
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return (left->value > right->value) - (left->value < right->value);
}

/* The gravest and the firmest first; else all alike. */
static guint
natural_of (const EntFacet *facet,
            guint32         value)
{
  EntSlice text = ent_facet_get_value (facet, value);
  int term;

  if (ent_facet_get_index (facet) == ENT_FACET_SEVERITY)
    return '9' - (guint) *text.text;
  if (ent_facet_get_index (facet) == ENT_FACET_ATTRIBUTION && ent_terms_find (ENT_TERMS_CONFIDENCE, text, &term))
    return ENT_N_CONFIDENCES - (guint) term;
  return 0;
}

static void
share_out (EntColoring *self)
{
  guint n_values = ent_facet_get_n_values (self->facet);
  g_autofree guint *counts = ent_facet_count (self->facet, NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));

  self->classes = g_new (guint8, n_values + 1);
  for (guint32 value = 0; value < n_values; value++)
    if (ent_facet_get_parent (self->facet, value) == ENT_FACET_VALUE_NONE && counts[value] > 0)
      {
        Value entry = { value, natural_of (self->facet, value), counts[value] };

        g_array_append_val (values, entry);
      }
  g_array_sort (values, compare_values);
  self->n_own = MIN (values->len, N_OWN);
  self->n_others = values->len - self->n_own;
  for (guint i = 0; i < self->n_own; i++)
    self->own[i] = g_array_index (values, Value, i).value;
  for (guint32 value = 0; value < n_values; value++)
    {
      guint32 top = ent_facet_get_topmost (self->facet, value);

      self->classes[value] = OTHER;
      for (guint8 i = 0; i < self->n_own; i++)
        if (self->own[i] == top)
          self->classes[value] = i;
    }
}

/* What makes the colours; FALSE for kinds. Of greys there is no facet. */
static gboolean
find_facet (EntDataset      *dataset,
            const char      *color_by,
            EntPairMode      pairs,
            const EntFacet **facet)
{
  *facet = NULL;
  if (color_by == NULL || g_str_equal (color_by, "kind") || !ent_grouping_knows (dataset, color_by))
    return FALSE;
  if (g_str_equal (color_by, "none"))
    return TRUE;
  *facet = ent_facets_find (ent_dataset_get_facets (dataset), color_by);
  if (ent_facet_get_index (*facet) == ENT_FACET_PAIR && pairs == ENT_PAIRS_RECORDED)
    *facet = ent_dataset_get_recorded_pairs (dataset);
  return TRUE;
}

/**
 * ent_coloring_new:
 * @dataset: the events
 * @color_by: (nullable): the name of a facet, "none", or %NULL or "kind"
 * @pairs: which actors make pairs
 *
 * Takes time for each event of the dataset.
 *
 * Returns: (transfer full) (nullable): the colouring; %NULL for kinds, as for a name that the dataset does not know
 */
EntColoring *
ent_coloring_new (EntDataset *dataset,
                  const char *color_by,
                  EntPairMode pairs)
{
  const EntFacet *facet;
  EntColoring *self;

  if (!find_facet (dataset, color_by, pairs, &facet))
    return NULL;
  self = g_new0 (EntColoring, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = g_object_ref (dataset);
  self->facet = facet;
  if (facet != NULL)
    share_out (self);
  return self;
}

/**
 * ent_coloring_renew:
 * @self: (transfer full) (nullable): the colouring so far
 * @dataset: the events
 * @view: what makes the colours
 *
 * Returns: (transfer full) (nullable): @self, if that is still right, which takes no time; else another
 */
EntColoring *
ent_coloring_renew (EntColoring   *self,
                    EntDataset    *dataset,
                    const EntView *view)
{
  const EntFacet *facet;
  gboolean colored = find_facet (dataset, ent_view_get_color_by (view), ent_view_get_pair_as (view), &facet);

  if (colored == (self != NULL) && (self == NULL || (self->dataset == dataset && self->facet == facet)))
    return self;
  g_clear_pointer (&self, ent_coloring_unref);
  return colored ? ent_coloring_new (dataset, ent_view_get_color_by (view), ent_view_get_pair_as (view)) : NULL;
}

EntColoring *
ent_coloring_ref (EntColoring *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_coloring_unref (EntColoring *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->dataset);
  g_free (self->classes);
  g_free (self);
}

/** ent_coloring_equal: (skip): whether both colour alike */
gboolean
ent_coloring_equal (const EntColoring *a,
                    const EntColoring *b)
{
  return a == b || (a != NULL && b != NULL && a->dataset == b->dataset && a->facet == b->facet);
}

/** ent_coloring_is_by_kind: (skip): whether events of a kind share a colour, or a grey */
gboolean
ent_coloring_is_by_kind (const EntColoring *self)
{
  return self == NULL || self->facet == NULL;
}

/** ent_coloring_has_facet: (skip): whether the colours tell what a legend must name: values of a facet */
gboolean
ent_coloring_has_facet (const EntColoring *self)
{
  return self != NULL && self->facet != NULL;
}

/** ent_coloring_get_n_classes: (skip): classes are 0 to this less one; each has a colour, some perhaps no event */
guint
ent_coloring_get_n_classes (const EntColoring *self)
{
  return ent_coloring_is_by_kind (self) ? ENT_N_KIND_STYLES : ENT_N_HUES;
}

/**
 * ent_coloring_get_class:
 * @self: (nullable): a colouring
 * @dataset: its dataset
 * @row: an event
 *
 * Returns: which class the event is of: an #EntKindStyle where kinds are told apart
 */
guint
ent_coloring_get_class (const EntColoring *self,
                        EntDataset        *dataset,
                        guint32            row)
{
  const guint32 *values;
  guint class = NONE;
  guint n_values;

  if (ent_coloring_is_by_kind (self))
    return ent_kind_style (ent_dataset_get_kind_word (dataset, row));
  values = ent_facet_get_row (self->facet, row, &n_values);
  for (guint i = 0; i < n_values; i++)
    class = MIN (class, self->classes[values[i]]);
  return class;
}

/** ent_coloring_get_hue: (skip): what to set as the hue of a drawing for an event, or for none: %ENT_ROW_NONE */
guint
ent_coloring_get_hue (const EntColoring *self,
                      guint32            row)
{
  if (self == NULL)
    return ENT_HUE_OF_KIND;
  if (self->facet == NULL)
    return ENT_HUE_GREY;
  return row == ENT_ROW_NONE ? ENT_HUE_NEUTRAL : 1 + ent_coloring_get_class (self, self->dataset, row);
}

/** ent_coloring_get_color: (skip): the colour of a class */
EntColor
ent_coloring_get_color (const EntColoring *self,
                        const EntTheme    *theme,
                        guint              class)
{
  return self == NULL ? theme->kind[class] : self->facet == NULL ? theme->grey[class] : theme->hue[class];
}

/** ent_coloring_dup_key: (skip): (transfer full): what views and queries call a class */
char *
ent_coloring_dup_key (const EntColoring *self,
                      guint              class)
{
  static const char *const kinds[] = { "incident", "meeting", "statement", ENT_LANE_KEY_OTHER };

  if (ent_coloring_is_by_kind (self))
    return g_strdup (kinds[class]);
  if (class >= OTHER)
    return g_strdup (class == OTHER ? ENT_LANE_KEY_OTHER : ENT_LANE_KEY_NONE);
  return class < self->n_own ? ent_slice_dup (ent_facet_get_value (self->facet, self->own[class])) : g_strdup ("");
}

/** ent_coloring_dup_name: (skip): (transfer full): what a picture calls a class that has events */
char *
ent_coloring_dup_name (const EntColoring *self,
                       const EntWords    *words,
                       const char        *language,
                       guint              class)
{
  g_autofree char *number = NULL;

  if (ent_coloring_is_by_kind (self))
    return g_strdup (ent_words_get (words, ENT_WORD_INCIDENTS + class));
  if (class == NONE)
    return ent_value_name_none (words, self->facet);
  if (class < self->n_own)
    return ent_value_name (words, self->facet, self->dataset, self->own[class], language);
  number = ent_words_number (words, self->n_others);
  return ent_words_fill (words, ENT_WORD_OTHER_VALUES, number, NULL);
}

static void
entry_clear (gpointer data)
{
  EntColoringEntry *entry = data;

  g_free (entry->key);
  g_free (entry->name);
}

/**
 * ent_coloring_list:
 * @self: (nullable): a colouring
 * @dataset: its dataset
 * @rows: (nullable): the events to count; %NULL for all
 * @theme: the colours
 * @words: the words
 * @language: (nullable): for names of actors
 *
 * What a legend says, for one that is made of widgets. Each event counts once, for the colour it has.
 *
 * Returns: (transfer full) (element-type EntColoringEntry): the classes that events of the dataset have, though perhaps
 *   none of @rows
 */
GArray *
ent_coloring_list (const EntColoring *self,
                   EntDataset        *dataset,
                   const EntRowSet   *rows,
                   const EntTheme    *theme,
                   const EntWords    *words,
                   const char        *language)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (EntColoringEntry));
  guint counts[ENT_MAX_CLASSES] = { 0 };
  guint all[ENT_MAX_CLASSES] = { 0 };

  g_array_set_clear_func (list, entry_clear);
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      guint class = ent_coloring_get_class (self, dataset, row);

      all[class]++;
      counts[class] += rows == NULL || ent_row_set_contains (rows, row);
    }
  for (guint class = 0; class < ent_coloring_get_n_classes (self); class++)
    if (all[class] > 0)
      {
        EntColoringEntry entry = { ent_coloring_dup_key (self, class),
                                   ent_coloring_dup_name (self, words, language, class),
                                   ent_coloring_get_color (self, theme, class), counts[class] };

        g_array_append_val (list, entry);
      }
  return list;
}
