/* ent-annotations-content.c: stars, notes and filters as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotations-private.h"

#include <string.h>

/* Quotes, colon, comma, line and indentation around what is written. */
#define COST_OF_ITEM 24

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
filter_free (gpointer data)
{
  EntSavedFilter *filter = data;

  g_free (filter->name);
  g_free (filter->query);
  g_free (filter);
}

/* ent_annotations_content_init: nothing at all */
void
ent_annotations_content_init (EntAnnotationsContent *self)
{
  self->stars = table_new ();
  self->notes = table_new ();
  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->bytes = 0;
  self->shared = FALSE;
}

/* ent_annotations_content_clear: frees what it holds */
void
ent_annotations_content_clear (EntAnnotationsContent *self)
{
  g_clear_pointer (&self->stars, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
}

/* ent_annotations_content_share: makes @self, which holds nothing, the same as @other */
void
ent_annotations_content_share (EntAnnotationsContent *self,
                               EntAnnotationsContent *other)
{
  other->shared = TRUE;
  *self = *other;
  g_hash_table_ref (self->stars);
  g_hash_table_ref (self->notes);
  g_ptr_array_ref (self->filters);
}

static gboolean
tables_equal (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  if (a == b)
    return TRUE;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (g_strcmp0 (g_hash_table_lookup (b, id), value) != 0)
      return FALSE;
  return TRUE;
}

/* ent_annotations_content_equal: whether both hold the same */
gboolean
ent_annotations_content_equal (const EntAnnotationsContent *self,
                               const EntAnnotationsContent *other)
{
  return tables_equal (self->stars, other->stars) && tables_equal (self->notes, other->notes) &&
         ent_saved_filters_equal (self->filters, other->filters);
}

static GHashTable *
table_copy (GHashTable *table)
{
  GHashTable *copy = table_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (copy, g_strdup (id), g_strdup (value));
  return copy;
}

static void
replace_by_copy (GHashTable **table)
{
  GHashTable *copy = table_copy (*table);

  g_hash_table_unref (*table);
  *table = copy;
}

/*
 * ent_annotations_content_put:
 * @table: one of @self
 * @value: (nullable): %NULL to remove what there is
 */
void
ent_annotations_content_put (EntAnnotationsContent *self,
                             GHashTable           **table,
                             const char            *id,
                             const char            *value)
{
  const char *before;

  if (self->shared)
    {
      replace_by_copy (&self->stars);
      replace_by_copy (&self->notes);
      self->shared = FALSE;
    }
  before = g_hash_table_lookup (*table, id);
  if (before != NULL)
    self->bytes -= ent_annotations_cost (id, before);
  if (value == NULL)
    {
      g_hash_table_remove (*table, id);
      return;
    }
  self->bytes += ent_annotations_cost (id, value);
  g_hash_table_replace (*table, g_strdup (id), g_strdup (value));
}

/* ent_annotations_content_set_filters: these, instead of those that there are */
void
ent_annotations_content_set_filters (EntAnnotationsContent *self,
                                     GPtrArray             *filters)
{
  self->bytes -= ent_saved_filters_cost (self->filters);
  self->bytes += ent_saved_filters_cost (filters);
  g_ptr_array_ref (filters);
  g_ptr_array_unref (self->filters);
  self->filters = filters;
}

static gsize
written_length (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text++)
    length += strchr ("\"\\\b\f\n\r\t", *text) != NULL ? 2 : (guchar) *text < 0x20 ? 6 : 1;
  return length;
}

/* ent_annotations_cost: how many bytes two texts that belong together come to when they are written, at the most */
gsize
ent_annotations_cost (const char *id,
                      const char *value)
{
  return written_length (id) + written_length (value) + COST_OF_ITEM;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* ent_annotations_sorted_keys: Returns: (transfer full): the ids of a table, in an order that is always the same */
char **
ent_annotations_sorted_keys (GHashTable *table)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (keys, g_strdup (id));
  g_ptr_array_sort (keys, compare_strings);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

/* Filters */

/* ent_saved_filter_new: Returns: (transfer full): a filter */
EntSavedFilter *
ent_saved_filter_new (const char *name,
                const char *query)
{
  EntSavedFilter *filter = g_new0 (EntSavedFilter, 1);

  filter->name = g_strdup (name);
  filter->query = g_strdup (query);
  return filter;
}

/* ent_saved_filters_get: the filter there */
EntSavedFilter *
ent_saved_filters_get (GPtrArray *filters,
                 guint      position)
{
  return g_ptr_array_index (filters, position);
}

/* ent_saved_filters_copy: Returns: (transfer full): a list of its own */
GPtrArray *
ent_saved_filters_copy (GPtrArray *filters)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (filter_free);

  for (guint i = 0; i < filters->len; i++)
    {
      const EntSavedFilter *filter = ent_saved_filters_get (filters, i);

      g_ptr_array_add (copy, ent_saved_filter_new (filter->name, filter->query));
    }
  return copy;
}

/* ent_saved_filters_equal: whether both have the same filters in the same order */
gboolean
ent_saved_filters_equal (GPtrArray *filters,
                   GPtrArray *other)
{
  if (filters == other)
    return TRUE;
  if (filters->len != other->len)
    return FALSE;
  for (guint i = 0; i < filters->len; i++)
    if (!g_str_equal (ent_saved_filters_get (filters, i)->name, ent_saved_filters_get (other, i)->name) ||
        !g_str_equal (ent_saved_filters_get (filters, i)->query, ent_saved_filters_get (other, i)->query))
      return FALSE;
  return TRUE;
}

/* ent_saved_filters_find: whether there is one of this name, and where */
gboolean
ent_saved_filters_find (GPtrArray  *filters,
                  const char *name,
                  guint      *position)
{
  for (guint i = 0; i < filters->len; i++)
    if (g_str_equal (ent_saved_filters_get (filters, i)->name, name))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

/* ent_saved_filters_replace: puts another filter there */
void
ent_saved_filters_replace (GPtrArray  *filters,
                     guint       position,
                     const char *name,
                     const char *query)
{
  EntSavedFilter *filter = ent_saved_filter_new (name, query);

  filter_free (filters->pdata[position]);
  filters->pdata[position] = filter;
}

/* ent_saved_filters_cost: as ent_annotations_cost(), of all */
gsize
ent_saved_filters_cost (GPtrArray *filters)
{
  gsize cost = 0;

  for (guint i = 0; i < filters->len; i++)
    {
      const EntSavedFilter *filter = ent_saved_filters_get (filters, i);

      cost += 2 * ent_annotations_cost (filter->name, filter->query);
    }
  return cost;
}

static const char *
query_of (GPtrArray  *filters,
          const char *name)
{
  guint position;

  return ent_saved_filters_find (filters, name, &position) ? ent_saved_filters_get (filters, position)->query : NULL;
}

/*
 * ent_saved_filters_merge:
 * @base: what both began with
 * @mine: what it became here
 * @theirs: what it became there
 *
 * Returns: (transfer full): what was changed on either side; here, where it was changed on both
 */
GPtrArray *
ent_saved_filters_merge (GPtrArray *base,
                   GPtrArray *mine,
                   GPtrArray *theirs)
{
  GPtrArray *merged;

  if (ent_saved_filters_equal (base, theirs))
    return g_ptr_array_ref (mine);
  merged = ent_saved_filters_copy (theirs);
  for (guint i = 0; i < base->len; i++)
    {
      const EntSavedFilter *filter = ent_saved_filters_get (base, i);
      guint position;

      if (query_of (mine, filter->name) == NULL && ent_saved_filters_find (merged, filter->name, &position) &&
          g_str_equal (ent_saved_filters_get (merged, position)->query, filter->query))
        g_ptr_array_remove_index (merged, position);
    }
  for (guint i = 0; i < mine->len; i++)
    {
      const EntSavedFilter *filter = ent_saved_filters_get (mine, i);
      guint position;

      if (g_strcmp0 (query_of (base, filter->name), filter->query) == 0)
        continue;
      if (ent_saved_filters_find (merged, filter->name, &position))
        ent_saved_filters_replace (merged, position, filter->name, filter->query);
      else
        g_ptr_array_insert (merged, (int) MIN (i, merged->len), ent_saved_filter_new (filter->name, filter->query));
    }
  return merged;
}
