/* ent-filter.c: which events of a dataset a query finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-private.h"

#include "ent-query-conjuncts.h"
#include "ent-query-private.h"
#include "ent-text-fold.h"
#include "ent-text-index.h"

struct _EntFilter
{
  gatomicrefcount ref_count;
  EntQuery       *query;      /* (owned) */
  EntDataset     *dataset;    /* (owned) */
  EntBasis        basis;
  EntRowSet      *rows;       /* (owned) */
  GPtrArray      *conjuncts;  /* (owned) of EntRowSet */
};

/* Sets an error that tells the column. */
void
ent_filter_set_error (GError      **error,
                      EntQueryError code,
                      guint         column,
                      const char   *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ent_query_set_error (error, code, column, message);
}

static EntRowSet *
find_text (const EntQuery         *term,
           const EntFilterContext *context,
           const EntRowSet        *within,
           GCancellable           *cancellable)
{
  g_autofree char *needle = ent_text_fold (ent_slice_from_string (ent_query_get_text (term)));

  return ent_text_index_search (ent_dataset_get_text_index (context->dataset), needle, within, cancellable);
}

static EntRowSet *
find (const EntQuery         *query,
      const EntFilterContext *context,
      GCancellable           *cancellable,
      GError                **error)
{
  g_autoptr (EntRowSet) rows = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (ent_query_get_node_type (query))
    {
    case ENT_QUERY_TEXT:
      return find_text (query, context, NULL, cancellable);
    case ENT_QUERY_FIELD:
      return ent_filter_find_field (query, context, error);
    case ENT_QUERY_NOT:
      rows = find (ent_query_get_child (query, 0), context, cancellable, error);
      if (rows != NULL)
        ent_row_set_invert (rows);
      return g_steal_pointer (&rows);
    case ENT_QUERY_AND:
    case ENT_QUERY_OR:
      for (guint i = 0; i < ent_query_get_n_children (query); i++)
        {
          g_autoptr (EntRowSet) next = find (ent_query_get_child (query, i), context, cancellable, error);

          if (next == NULL)
            return NULL;
          if (rows == NULL)
            rows = g_steal_pointer (&next);
          else if (ent_query_get_node_type (query) == ENT_QUERY_AND)
            ent_row_set_keep (rows, next);
          else
            ent_row_set_join (rows, next);
        }
      return g_steal_pointer (&rows);
    case ENT_QUERY_ALL:
    default:
      return ent_row_set_new_full (ent_dataset_get_n_events (context->dataset));
    }
}

/* Whether the answer to a query is another once something else is selected, starred or noted. */
static gboolean
needs_more_than_data (const EntQuery *query)
{
  for (guint i = 0; i < ent_query_get_n_children (query); i++)
    if (needs_more_than_data (ent_query_get_child (query, i)))
      return TRUE;
  return ent_query_get_node_type (query) == ENT_QUERY_FIELD && g_str_equal (ent_query_get_field (query), "is");
}

/* What is typed on finds no more than what was typed before. */
static const EntRowSet *
find_wider (const EntFilter *before,
            const EntQuery  *conjunct)
{
  g_autofree char *needle = NULL;

  if (ent_query_get_node_type (conjunct) != ENT_QUERY_TEXT)
    return NULL;
  needle = ent_text_fold (ent_slice_from_string (ent_query_get_text (conjunct)));
  for (guint i = 0; i < ent_query_get_n_conjuncts (before->query); i++)
    {
      const EntQuery *other = ent_query_get_conjunct (before->query, i);
      g_autofree char *shorter = NULL;

      if (ent_query_get_node_type (other) != ENT_QUERY_TEXT)
        continue;
      shorter = ent_text_fold (ent_slice_from_string (ent_query_get_text (other)));
      if (strstr (needle, shorter) != NULL)
        return g_ptr_array_index (before->conjuncts, i);
    }
  return NULL;
}

/* The answer to a conjunct, from before where it was answered before. */
static EntRowSet *
find_conjunct (const EntQuery         *conjunct,
               const EntFilterContext *context,
               const EntFilter        *before,
               GCancellable           *cancellable,
               GError                **error)
{
  const EntRowSet *wider = NULL;

  if (before != NULL && before->dataset == context->dataset && before->basis == context->basis)
    {
      for (guint i = 0; i < ent_query_get_n_conjuncts (before->query); i++)
        if (!needs_more_than_data (conjunct) &&
            ent_query_equal (conjunct, ent_query_get_conjunct (before->query, i)))
          return ent_row_set_ref (g_ptr_array_index (before->conjuncts, i));
      wider = find_wider (before, conjunct);
    }
  if (wider != NULL)
    return find_text (conjunct, context, wider, cancellable);
  return find (conjunct, context, cancellable, error);
}

/* What all conjuncts but those that are left out find. */
static EntRowSet *
intersect (const EntFilter *self,
           gboolean       (*left_out) (const EntQuery *conjunct,
                                       guint           number,
                                       gconstpointer   data),
           gconstpointer    data)
{
  EntRowSet *rows = ent_row_set_new_full (ent_dataset_get_n_events (self->dataset));

  for (guint i = 0; i < self->conjuncts->len; i++)
    if (left_out == NULL || !left_out (ent_query_get_conjunct (self->query, i), i, data))
      ent_row_set_keep (rows, g_ptr_array_index (self->conjuncts, i));
  return rows;
}

/**
 * ent_filter_new:
 * @query: what to look for
 * @context: in what
 * @before: (nullable): the answer to another query, for what both have in common to be found once
 * @cancellable: (nullable): looked at often
 * @error: return location for an #EntQueryError, or a #GIOErrorEnum when cancelled
 *
 * Any thread may call this.
 *
 * Returns: (transfer full) (nullable): the answer
 */
EntFilter *
ent_filter_new (EntQuery               *query,
                const EntFilterContext *context,
                const EntFilter        *before,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr (EntFilter) self = g_new0 (EntFilter, 1);

  g_return_val_if_fail (query != NULL && context != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->query = ent_query_ref (query);
  self->dataset = g_object_ref (context->dataset);
  self->basis = context->basis;
  self->conjuncts = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_row_set_unref);
  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    {
      EntRowSet *found = find_conjunct (ent_query_get_conjunct (query, i), context, before, cancellable, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_add (self->conjuncts, found);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->rows = intersect (self, NULL, NULL);
  return g_steal_pointer (&self);
}

EntFilter *
ent_filter_ref (EntFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_filter_unref (EntFilter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  ent_query_unref (self->query);
  g_object_unref (self->dataset);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_ptr_array_unref (self->conjuncts);
  g_free (self);
}

/** ent_filter_get_query: (skip): (transfer none): what was looked for */
EntQuery *
ent_filter_get_query (const EntFilter *self)
{
  return self->query;
}

/** ent_filter_get_rows: (skip): (transfer none): the events that match */
EntRowSet *
ent_filter_get_rows (const EntFilter *self)
{
  return self->rows;
}

/** ent_filter_get_conjunct: (skip): (transfer none): the events that match one conjunct of the query */
EntRowSet *
ent_filter_get_conjunct (const EntFilter *self,
                         guint            conjunct)
{
  g_return_val_if_fail (conjunct < self->conjuncts->len, NULL);
  return g_ptr_array_index (self->conjuncts, conjunct);
}

static gboolean
is_number (const EntQuery *conjunct,
           guint           number,
           gconstpointer   data)
{
  return number == GPOINTER_TO_UINT (data);
}

/**
 * ent_filter_dup_rows_without:
 * @self: an answer
 * @conjunct: the number of a conjunct
 *
 * Returns: (transfer full): the events that would match if that condition were taken away
 */
EntRowSet *
ent_filter_dup_rows_without (const EntFilter *self,
                             guint            conjunct)
{
  return intersect (self, is_number, GUINT_TO_POINTER (conjunct));
}

static gboolean
is_of_field (const EntQuery *conjunct,
             guint           number,
             gconstpointer   data)
{
  const char *field = ent_query_get_conjunct_field (conjunct, NULL);

  return field != NULL && g_str_equal (field, data);
}

/**
 * ent_filter_dup_rows_beside:
 * @self: an answer
 * @field: a facet's name
 *
 * Returns: (transfer full): the events that match all but the conditions on @field alone: among these a facet's values
 *   are counted
 */
EntRowSet *
ent_filter_dup_rows_beside (const EntFilter *self,
                            const char      *field)
{
  return intersect (self, is_of_field, field);
}

/** ent_filter_needs_selection: (skip): whether the answer is another when something else is selected or starred */
gboolean
ent_filter_needs_selection (const EntFilter *self)
{
  return needs_more_than_data (self->query);
}
