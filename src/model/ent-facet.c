/* ent-facet.c: what events have of one facet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facets-private.h"

EntFacet *
ent_facet_new (const char *name,
               gboolean    is_field)
{
  EntFacet *self = g_new0 (EntFacet, 1);
  guint32 zero = 0;

  self->name = g_strdup (name);
  self->is_field = is_field;
  self->is_scalar = TRUE;
  self->values = ent_vocabulary_new ();
  self->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->first, zero);
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->stamps = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
  return self;
}

void
ent_facet_free (gpointer data)
{
  EntFacet *self = data;
  GArray *arrays[] = { self->first, self->entries, self->stamps, self->counts, self->actors, self->others,
                       self->parents };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (arrays[i] != NULL)
      g_array_unref (arrays[i]);
  ent_vocabulary_free (self->values);
  g_free (self->name);
  g_free (self);
}

/* Rows come in ascending order; those that were left out have nothing. */
static void
fill_first (EntFacet *self,
            guint32   n_rows)
{
  while (self->first->len <= n_rows)
    g_array_append_val (self->first, self->entries->len);
}

/* Puts a value to a row, once. Rows come in ascending order. */
guint32
ent_facet_add (EntFacet *self,
               guint32   row,
               EntSlice  text)
{
  guint32 value = ent_vocabulary_intern (self->values, text);

  if (value >= self->stamps->len)
    {
      g_array_set_size (self->stamps, value + 1);
      g_array_set_size (self->counts, value + 1);
    }
  if (g_array_index (self->stamps, guint32, value) == row + 1)
    return value;
  g_array_index (self->stamps, guint32, value) = row + 1;
  g_array_index (self->counts, guint32, value)++;
  fill_first (self, row);
  g_array_append_val (self->entries, value);
  return value;
}

static void
note_actor (GArray **place,
            guint32  value,
            guint32  actor)
{
  if (*place == NULL)
    *place = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (value == (*place)->len)
    g_array_append_val (*place, actor);
}

/* Puts an actor to a row, once. */
void
ent_facet_add_actor (EntFacet   *self,
                     EntDataset *dataset,
                     guint32     row,
                     guint32     actor)
{
  note_actor (&self->actors, ent_facet_add (self, row, ent_dataset_get_actor_id (dataset, actor)), actor);
}

/* Puts a pair of actors to a row, once. */
void
ent_facet_add_pair (EntFacet   *self,
                    EntDataset *dataset,
                    guint32     row,
                    guint32     from,
                    guint32     to)
{
  EntSlice left = ent_dataset_get_actor_id (dataset, from);
  EntSlice right = ent_dataset_get_actor_id (dataset, to);
  g_autoptr (GString) pair = g_string_new_len (left.text, (gssize) left.length);
  guint32 value;

  g_string_append_c (pair, '>');
  g_string_append_len (pair, right.text, (gssize) right.length);
  value = ent_facet_add (self, row, (EntSlice){ pair->str, pair->len });
  note_actor (&self->actors, value, from);
  note_actor (&self->others, value, to);
}

/* Whom actors are part of is a value, too, though no event may have it itself. The list grows while it is walked. */
static void
find_parents (EntFacet   *self,
              EntDataset *dataset)
{
  self->parents = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 value = 0; value < self->actors->len; value++)
    {
      guint32 parent = ent_dataset_get_actor_parent (dataset, g_array_index (self->actors, guint32, value));
      guint32 whole = ENT_FACET_VALUE_NONE;

      if (parent != ENT_ROW_NONE)
        {
          whole = ent_vocabulary_intern (self->values, ent_dataset_get_actor_id (dataset, parent));
          note_actor (&self->actors, whole, parent);
          self->has_parts = TRUE;
        }
      g_array_append_val (self->parents, whole);
    }
}

/* All rows have what they have. */
void
ent_facet_finish (EntFacet   *self,
                  EntDataset *dataset)
{
  fill_first (self, ent_dataset_get_n_events (dataset));
  g_clear_pointer (&self->stamps, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  if (self->actors != NULL && self->others == NULL)
    find_parents (self, dataset);
}

/** ent_facet_get_name: (skip): what queries and views call it: "kind", "actor", …, or a further field's name */
const char *
ent_facet_get_name (const EntFacet *self)
{
  return self->name;
}

/** ent_facet_get_index: (skip): its number among the facets of the dataset: an #EntFacetId, or more for a field */
guint
ent_facet_get_index (const EntFacet *self)
{
  return self->index;
}

/** ent_facet_is_field: (skip): whether it is a further field of the events */
gboolean
ent_facet_is_field (const EntFacet *self)
{
  return self->is_field;
}

/** ent_facet_has_parts: (skip): whether any value is part of another */
gboolean
ent_facet_has_parts (const EntFacet *self)
{
  return self->has_parts;
}

/** ent_facet_get_n_values: (skip): values are 0 to this less one */
guint
ent_facet_get_n_values (const EntFacet *self)
{
  return ent_vocabulary_get_size (self->values);
}

/** ent_facet_get_value: (skip): what queries call a value: a word of the file, an actor's id, "A>B" for a pair */
EntSlice
ent_facet_get_value (const EntFacet *self,
                     guint32         value)
{
  return ent_slice_from_string (ent_vocabulary_get (self->values, value));
}

/**
 * ent_facet_dup_name_of:
 * @self: a facet
 * @dataset: its dataset
 * @value: a value
 * @language: (nullable): the tag wanted; %NULL for the dataset's own language
 *
 * Returns: (transfer full): what people call a value: of an actor its name, of a pair both names with an arrow
 *   between them, else the word as the file has it
 */
char *
ent_facet_dup_name_of (const EntFacet *self,
                       EntDataset     *dataset,
                       guint32         value,
                       const char     *language)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (self->actors == NULL)
    return ent_slice_dup (ent_facet_get_value (self, value));
  first = ent_slice_dup (ent_dataset_get_actor_name (dataset, g_array_index (self->actors, guint32, value), language));
  if (self->others == NULL)
    return g_steal_pointer (&first);
  second = ent_slice_dup (ent_dataset_get_actor_name (dataset, g_array_index (self->others, guint32, value), language));
  return g_strconcat (first, " → ", second, NULL);
}

/** ent_facet_find_value: (skip): the value that is called @text, letter by letter, or %ENT_FACET_VALUE_NONE */
guint32
ent_facet_find_value (const EntFacet *self,
                      EntSlice        text)
{
  return ent_vocabulary_lookup (self->values, text);
}

/** ent_facet_get_actor: (skip): the actor a value is, the first of a pair; %ENT_ROW_NONE if it is none */
guint32
ent_facet_get_actor (const EntFacet *self,
                     guint32         value)
{
  return self->actors != NULL ? g_array_index (self->actors, guint32, value) : ENT_ROW_NONE;
}

/** ent_facet_get_other: (skip): the second actor of a pair; %ENT_ROW_NONE if the value is none */
guint32
ent_facet_get_other (const EntFacet *self,
                     guint32         value)
{
  return self->others != NULL ? g_array_index (self->others, guint32, value) : ENT_ROW_NONE;
}

/** ent_facet_get_parent: (skip): the value that @value is part of, or %ENT_FACET_VALUE_NONE; never a circle */
guint32
ent_facet_get_parent (const EntFacet *self,
                      guint32         value)
{
  return self->has_parts ? g_array_index (self->parents, guint32, value) : ENT_FACET_VALUE_NONE;
}

/** ent_facet_get_topmost: (skip): the last value on the way up from @value, perhaps itself */
guint32
ent_facet_get_topmost (const EntFacet *self,
                       guint32         value)
{
  guint32 parent;

  while ((parent = ent_facet_get_parent (self, value)) != ENT_FACET_VALUE_NONE)
    value = parent;
  return value;
}

/**
 * ent_facet_get_row:
 * @self: a facet
 * @row: an event
 * @n_values: (out): how many
 *
 * Returns: (array length=n_values) (transfer none): the values the event has itself, each once, in the file's order;
 *   what they are part of is not among them unless the file says so
 */
const guint32 *
ent_facet_get_row (const EntFacet *self,
                   guint32         row,
                   guint          *n_values)
{
  guint32 from = g_array_index (self->first, guint32, row);

  *n_values = g_array_index (self->first, guint32, row + 1) - from;
  return &g_array_index (self->entries, guint32, from);
}

/**
 * ent_facet_count:
 * @self: a facet
 * @rows: (nullable): the events to count; %NULL for all
 *
 * Returns: (transfer full): for each value how many of @rows have it or a part of it; free with g_free()
 */
guint *
ent_facet_count (const EntFacet  *self,
                 const EntRowSet *rows)
{
  guint size = ent_facet_get_n_values (self);
  guint n_rows = self->first->len - 1;
  guint *counts = g_new0 (guint, MAX (size, 1));
  g_autofree guint32 *stamps = self->has_parts ? g_new0 (guint32, size) : NULL;
  guint32 row = G_MAXUINT32;

  while (rows != NULL ? ent_row_set_next (rows, &row) : ++row < n_rows)
    {
      guint n_values;
      const guint32 *values = ent_facet_get_row (self, row, &n_values);

      for (guint i = 0; i < n_values; i++)
        {
          guint32 value = values[i];

          if (stamps == NULL)
            counts[value]++;
          else
            for (; value != ENT_FACET_VALUE_NONE && stamps[value] != row + 1; value = ent_facet_get_parent (self, value))
              {
                stamps[value] = row + 1;
                counts[value]++;
              }
        }
    }
  return counts;
}
