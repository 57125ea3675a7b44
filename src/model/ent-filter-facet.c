/* ent-filter-facet.c: which events have values of a facet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-private.h"
#include "ent-filter-private.h"
#include "ent-text-fold.h"

#include <glib/gi18n.h>

static gboolean
folds_to (EntSlice    text,
          const char *folded)
{
  g_autofree char *own = ent_text_fold (text);

  return g_str_equal (own, folded);
}

/* Whether an actor's id or name in any language is what was asked for. */
gboolean
ent_filter_actor_is (EntDataset *dataset,
                     guint32     actor,
                     const char *folded)
{
  const EntActorEntry *entry = &g_array_index (dataset->actors, EntActorEntry, actor);

  if (folds_to (ent_arena_get (dataset->arena, entry->id), folded))
    return TRUE;
  for (guint i = 0; entry->names != NULL && i < entry->names->len; i++)
    if (folds_to (ent_arena_get (dataset->arena, g_array_index (entry->names, EntTextEntry, i).text), folded))
      return TRUE;
  return FALSE;
}

/* A pair is called by the ids or names of both, with ">" or an arrow between them. */
static gboolean
pair_is (EntDataset     *dataset,
         const EntFacet *facet,
         guint32         value,
         const char     *folded)
{
  static const char *const signs[] = { ">", "→" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    for (const char *sign = strstr (folded, signs[i]); sign != NULL; sign = strstr (sign + 1, signs[i]))
      {
        g_autofree char *from = g_strchomp (g_strndup (folded, (gsize) (sign - folded)));
        g_autofree char *to = g_strchug (g_strdup (sign + strlen (signs[i])));

        if (ent_filter_actor_is (dataset, ent_facet_get_actor (facet, value), from) &&
            ent_filter_actor_is (dataset, ent_facet_get_other (facet, value), to))
          return TRUE;
      }
  return FALSE;
}

static gboolean
value_is (EntDataset     *dataset,
          const EntFacet *facet,
          guint32         value,
          const char     *folded)
{
  if (ent_facet_get_index (facet) == ENT_FACET_PAIR)
    return pair_is (dataset, facet, value, folded);
  if (ent_facet_get_actor (facet, value) != ENT_ROW_NONE)
    return ent_filter_actor_is (dataset, ent_facet_get_actor (facet, value), folded);
  return folds_to (ent_facet_get_value (facet, value), folded);
}

/**
 * ent_filter_find_value:
 * @dataset: a dataset
 * @facet: a facet of it
 * @text: a value as a query may have it
 *
 * Returns: the value that `facet:text` asks for: the one that is called so, else the first whose id or name, in any
 *   language, folds to the same; %ENT_FACET_VALUE_NONE when there is none
 */
guint32
ent_filter_find_value (EntDataset     *dataset,
                       const EntFacet *facet,
                       const char     *text)
{
  g_autofree char *folded = NULL;
  guint32 found;

  g_return_val_if_fail (ENT_IS_DATASET (dataset) && facet != NULL && text != NULL, ENT_FACET_VALUE_NONE);

  found = ent_facet_find_value (facet, ent_slice_from_string (text));
  if (found != ENT_FACET_VALUE_NONE)
    return found;
  folded = ent_text_fold (ent_slice_from_string (text));
  for (guint32 value = 0; value < ent_facet_get_n_values (facet); value++)
    if (value_is (dataset, facet, value, folded))
      return value;
  return ENT_FACET_VALUE_NONE;
}

/* Where a value stands in the facet's own order, from 1; 0 if it has none. */
static int
rank (const EntFacet *facet,
      const char     *word)
{
  int value;

  switch (ent_facet_get_index (facet))
    {
    case ENT_FACET_SEVERITY:
      return word[0] >= '1' && word[0] <= '5' && word[1] == '\0' ? word[0] - '0' : 0;
    case ENT_FACET_ATTRIBUTION:
      return ent_terms_find (ENT_TERMS_CONFIDENCE, ent_slice_from_string (word), &value) ? value : 0;
    default:
      return 0;
    }
}

static gboolean
has_order (const EntFacet *facet)
{
  return ent_facet_get_index (facet) == ENT_FACET_SEVERITY || ent_facet_get_index (facet) == ENT_FACET_ATTRIBUTION;
}

static gboolean
read_rank (const EntFacet *facet,
           const char     *text,
           guint           column,
           int            *value,
           GError        **error)
{
  g_autofree char *folded = ent_text_fold (ent_slice_from_string (text));

  *value = rank (facet, folded);
  if (*value > 0)
    return TRUE;
  if (ent_facet_get_index (facet) == ENT_FACET_SEVERITY)
    ent_filter_set_error (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, column, _("severity is from 1 to 5"));
  else
    {
      g_autofree char *all = ent_terms_all (ENT_TERMS_CONFIDENCE);

      /* TRANSLATORS: the words an attribution can have */
      ent_filter_set_error (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, column, _("an attribution is one of %s"), all);
    }
  return FALSE;
}

static gboolean
is_in (EntQueryOperator operator,
       int              value,
       int              limit)
{
  switch (operator)
    {
    case ENT_QUERY_AT_LEAST:
      return value >= limit;
    case ENT_QUERY_AT_MOST:
      return value <= limit;
    case ENT_QUERY_MORE:
      return value > limit;
    case ENT_QUERY_LESS:
      return value < limit;
    case ENT_QUERY_IS:
    case ENT_QUERY_EXACTLY:
    default:
      return value == limit;
    }
}

/* Marks the values from one rank to another, or on one side of it. */
static gboolean
mark_ranked (const EntFacet      *facet,
             EntQueryOperator     operator,
             const EntQueryValue *asked,
             gboolean            *marks,
             GError             **error)
{
  int from;
  int to = 0;

  if (!read_rank (facet, asked->text, asked->column, &from, error) ||
      (asked->to != NULL && !read_rank (facet, asked->to, asked->column, &to, error)))
    return FALSE;
  for (guint32 value = 0; value < ent_facet_get_n_values (facet); value++)
    {
      int own = rank (facet, ent_facet_get_value (facet, value).text);

      if (asked->to != NULL ? own >= from && own <= to : own > 0 && is_in (operator, own, from))
        marks[value] = TRUE;
    }
  return TRUE;
}

static void
mark_named (EntDataset          *dataset,
            const EntFacet      *facet,
            EntQueryOperator     operator,
            const EntQueryValue *asked,
            gboolean            *marks)
{
  g_autofree char *folded = ent_text_fold (ent_slice_from_string (asked->text));

  for (guint32 value = 0; value < ent_facet_get_n_values (facet); value++)
    if (operator == ENT_QUERY_EXACTLY
          ? ent_slice_equal (ent_facet_get_value (facet, value), ent_slice_from_string (asked->text))
          : value_is (dataset, facet, value, folded))
      marks[value] = TRUE;
}

/* Who has the part has the whole. */
static void
mark_parts (const EntFacet *facet,
            gboolean       *marks)
{
  for (guint32 value = 0; value < ent_facet_get_n_values (facet); value++)
    for (guint32 whole = value; whole != ENT_FACET_VALUE_NONE && !marks[value];
         whole = ent_facet_get_parent (facet, whole))
      marks[value] = marks[whole];
}

/* The events that a field's values were asked of; see DESIGN §5. */
EntRowSet *
ent_filter_find_facet (const EntQuery         *term,
                       const EntFilterContext *context,
                       const EntFacet         *facet,
                       GError                **error)
{
  guint n_rows = ent_dataset_get_n_events (context->dataset);
  EntQueryOperator operator = ent_query_get_operator (term);
  g_autofree gboolean *marks = g_new0 (gboolean, MAX (ent_facet_get_n_values (facet), 1));
  EntRowSet *rows;
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  if (!ent_filter_may_be (term, has_order (facet) ? ENT_QUERY_LESS : ENT_QUERY_EXACTLY,
                          has_order (facet), error))
    return NULL;
  for (guint i = 0; i < n_asked; i++)
    {
      if (!has_order (facet))
        mark_named (context->dataset, facet, operator, &asked[i], marks);
      else if (!mark_ranked (facet, operator, &asked[i], marks, error))
        return NULL;
    }
  if (operator == ENT_QUERY_IS && ent_facet_has_parts (facet))
    mark_parts (facet, marks);

  rows = ent_row_set_new (n_rows);
  for (guint32 row = 0; row < n_rows; row++)
    {
      guint n_values;
      const guint32 *values = ent_facet_get_row (facet, row, &n_values);

      for (guint i = 0; i < n_values; i++)
        if (marks[values[i]])
          {
            ent_row_set_add (rows, row);
            break;
          }
    }
  return rows;
}
