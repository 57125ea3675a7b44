/* ent-facet-order.c: which values of a facet are shown, and in what order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-order.h"

#include "ent-facet-text.h"
#include "ent-text-fold.h"

struct _EntFacetOrder
{
  EntDataset     *dataset;  /* (owned) */
  const EntFacet *facet;
  guint           n_values;
  guint          *totals;   /* (owned): how many of all events have each */
  guint32        *order;    /* (owned): the values, sorted */
  gboolean        sorted;
  guint8         *parents;  /* (owned): whether a value has parts */
  guint8         *unfolded; /* (owned): whether they are shown */
  guint8         *shown;    /* (owned): whether a value was shown last */
  guint8         *above;    /* (owned): whether they are, as something is said of one of them */
  char          **names;    /* (owned): made when first asked for, and ended by nothing */
  char           *language; /* (owned) (nullable): of the names */
  int             several;  /* whether an event has several values; −1: not known yet */
};

/**
 * ent_facet_order_new:
 * @dataset: a dataset
 * @facet: a facet of it
 *
 * Returns: (transfer full): its values, in no order yet
 */
EntFacetOrder *
ent_facet_order_new (EntDataset     *dataset,
                     const EntFacet *facet)
{
  EntFacetOrder *self = g_new0 (EntFacetOrder, 1);
  guint n_values = ent_facet_get_n_values (facet);

  self->dataset = g_object_ref (dataset);
  self->facet = facet;
  self->n_values = n_values;
  self->totals = ent_facet_count (facet, NULL);
  self->order = g_new (guint32, MAX (n_values, 1));
  self->parents = g_new0 (guint8, MAX (n_values, 1));
  self->unfolded = g_new0 (guint8, MAX (n_values, 1));
  self->shown = g_new0 (guint8, MAX (n_values, 1));
  self->above = g_new0 (guint8, MAX (n_values, 1));
  self->names = g_new0 (char *, MAX (n_values, 1));
  self->several = -1;
  for (guint32 value = 0; value < n_values; value++)
    {
      guint32 parent = ent_facet_get_parent (facet, value);

      self->order[value] = value;
      if (parent != ENT_FACET_VALUE_NONE)
        self->parents[parent] = TRUE;
    }
  return self;
}

static void
forget_names (EntFacetOrder *self)
{
  for (guint i = 0; i < self->n_values; i++)
    g_clear_pointer (&self->names[i], g_free);
}

/** ent_facet_order_free: (skip) */
void
ent_facet_order_free (EntFacetOrder *self)
{
  forget_names (self);
  g_object_unref (self->dataset);
  g_free (self->totals);
  g_free (self->order);
  g_free (self->parents);
  g_free (self->unfolded);
  g_free (self->shown);
  g_free (self->above);
  g_free (self->names);
  g_free (self->language);
  g_free (self);
}

/** ent_facet_order_has_several: (skip): whether any event has more than one value, so that one can ask for two at once */
gboolean
ent_facet_order_has_several (EntFacetOrder *self)
{
  guint n_events = ent_dataset_get_n_events (self->dataset);

  for (guint32 row = 0; self->several < 0 && row < n_events; row++)
    {
      guint n_values;

      ent_facet_get_row (self->facet, row, &n_values);
      if (n_values > 1)
        self->several = TRUE;
    }
  if (self->several < 0)
    self->several = FALSE;
  return self->several > 0;
}

/** ent_facet_order_set_language: (skip): sets in what language values are named; %NULL for that of the dataset */
void
ent_facet_order_set_language (EntFacetOrder *self,
                              const char    *language)
{
  if (g_strcmp0 (language, self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  forget_names (self);
}

/** ent_facet_order_get_name: (skip): (transfer none): what people call a value */
const char *
ent_facet_order_get_name (EntFacetOrder *self,
                          guint32        value)
{
  if (self->names[value] == NULL)
    self->names[value] = ent_facet_text_value (self->dataset, self->facet, value, self->language);
  return self->names[value];
}

/** ent_facet_order_toggle_fold: (skip): shows the parts of a value, or shows them no more */
void
ent_facet_order_toggle_fold (EntFacetOrder *self,
                             guint32        value)
{
  self->unfolded[value] = !self->unfolded[value];
}

typedef struct
{
  const EntFacetOrder *order;
  const guint         *counts;
} Sorting;

static int
get_kind (const EntFacetOrder *self,
          guint32              value)
{
  return (int) ent_kind_style (ent_facet_get_value (self->facet, value).text);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const Sorting *sorting = data;
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;
  const guint *keys[] = { sorting->counts, sorting->order->totals };

  /* Kinds come as their lanes do. */
  if (ent_facet_get_index (sorting->order->facet) == ENT_FACET_KIND)
    {
      int kinds[] = { get_kind (sorting->order, left), get_kind (sorting->order, right) };

      if (kinds[0] != kinds[1])
        return kinds[0] - kinds[1];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][left] != keys[i][right])
      return keys[i][left] > keys[i][right] ? -1 : 1;
  return left < right ? -1 : left > right;
}

/** ent_facet_order_sort: (skip): sorts by counts, the most frequent first; kinds as their lanes are */
void
ent_facet_order_sort (EntFacetOrder *self,
                      const guint   *counts)
{
  Sorting sorting = { self, counts };

  g_qsort_with_data (self->order, (int) self->n_values, sizeof (guint32), compare, &sorting);
  self->sorted = TRUE;
}

/* Whether what the value is part of, at any height, has the mark. */
static gboolean
is_in_chosen (EntFacetOrder *self,
              const guint8  *marks,
              guint32        value)
{
  for (guint32 whole = ent_facet_get_parent (self->facet, value); whole != ENT_FACET_VALUE_NONE;
       whole = ent_facet_get_parent (self->facet, whole))
    if (marks[whole] == ENT_FACET_CHOSEN)
      return TRUE;
  return FALSE;
}

/* Finds the values that have parts of which something is said: these are to be seen. */
static void
find_above (EntFacetOrder *self,
            const guint8  *marks)
{
  memset (self->above, 0, self->n_values);
  for (guint32 part = 0; part < self->n_values; part++)
    if (marks[part] != ENT_FACET_UNMARKED)
      for (guint32 whole = ent_facet_get_parent (self->facet, part); whole != ENT_FACET_VALUE_NONE;
           whole = ent_facet_get_parent (self->facet, whole))
        self->above[whole] = TRUE;
}

static void
add_place (EntFacetOrder *self,
           GArray        *shown,
           const guint8  *marks,
           guint32        value,
           guint          depth)
{
  EntFacetPlace place = { .value = value, .depth = depth, .in_chosen = is_in_chosen (self, marks, value) };
  gboolean open = self->parents[value] && (self->unfolded[value] || self->above[value]);

  if (self->parents[value])
    place.fold = open ? ENT_FACET_FOLD_OPEN : ENT_FACET_FOLD_SHUT;
  g_array_append_val (shown, place);
  for (guint i = 0; open && i < self->n_values; i++)
    if (ent_facet_get_parent (self->facet, self->order[i]) == value)
      add_place (self, shown, marks, self->order[i], depth + 1);
}

static GArray *
find_shown (EntFacetOrder *self,
            const char    *needle,
            const guint8  *marks,
            guint          limit,
            guint         *n_left)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (EntFacetPlace));

  for (guint i = 0; i < self->n_values; i++)
    {
      guint32 value = self->order[i];
      g_autofree char *folded = ent_text_fold (ent_slice_from_string (ent_facet_order_get_name (self, value)));
      EntFacetPlace place = { .value = value, .in_chosen = is_in_chosen (self, marks, value) };

      if (strstr (folded, needle) == NULL)
        continue;
      if (shown->len < limit)
        g_array_append_val (shown, place);
      else
        (*n_left)++;
    }
  return shown;
}

/**
 * ent_facet_order_dup_shown:
 * @self: the values of a facet
 * @wanted: a part of the names looked for; "" for all, with parts below what they are a part of
 * @marks: an #EntFacetMark for each value
 * @keep: whether what was shown last is still shown
 * @counts: how many events have each
 * @limit: how many to show, besides those that have a mark and parts of what is unfolded
 * @n_left: (out): how many are not shown for that
 *
 * Returns: (transfer full) (element-type EntFacetPlace): the values to show
 */
GArray *
ent_facet_order_dup_shown (EntFacetOrder *self,
                           const char    *wanted,
                           const guint8  *marks,
                           gboolean       keep,
                           const guint   *counts,
                           guint          limit,
                           guint         *n_left)
{
  g_autofree char *needle = ent_text_fold (ent_slice_from_string (wanted));
  GArray *shown;
  guint n_shown = 0;

  *n_left = 0;
  if (!self->sorted)
    ent_facet_order_sort (self, counts);
  if (*needle != '\0')
    return find_shown (self, needle, marks, limit, n_left);
  find_above (self, marks);
  shown = g_array_new (FALSE, FALSE, sizeof (EntFacetPlace));
  for (guint i = 0; i < self->n_values; i++)
    {
      guint32 value = self->order[i];
      gboolean show;

      if (ent_facet_get_parent (self->facet, value) != ENT_FACET_VALUE_NONE)
        continue;
      show = n_shown < limit || marks[value] != ENT_FACET_UNMARKED || self->above[value] ||
                      (keep && self->shown[value]);

      self->shown[value] = show;
      if (show)
        {
          add_place (self, shown, marks, value, 0);
          n_shown++;
        }
      else
        (*n_left)++;
    }
  return shown;
}
