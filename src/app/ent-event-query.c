/* ent-event-query.c: a query that names events one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-query.h"

#include <string.h>

#include "ent-limits.h"
#include "ent-navigation.h"
#include "ent-results.h"

/* What the syntax needs for each: quotes and a comma. */
#define QUOTES 3

static GArray *
list_rows (const EntRowSet *rows)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_rows = ent_row_set_get_n_rows (rows);

  for (guint32 row = 0; row < n_rows; row++)
    if (ent_row_set_contains (rows, row))
      g_array_append_val (list, row);
  return list;
}

/**
 * ent_event_query_new:
 * @dataset: a dataset
 * @rows: some of its events
 *
 * Returns: (transfer full) (nullable): `id:a,b,c`; %NULL when there are none, more than %ENT_EVENT_QUERY_MAX, or their ids
 *   are too long for a query
 */
EntQuery *
ent_event_query_new (EntDataset      *dataset,
                     const EntRowSet *rows)
{
  g_autoptr (GArray) list = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree EntQueryValue *values = NULL;
  guint count = ent_row_set_count (rows);
  gsize length = 0;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  if (count == 0 || count > ENT_EVENT_QUERY_MAX)
    return NULL;
  list = list_rows (rows);
  ids = g_ptr_array_new_with_free_func (g_free);
  values = g_new0 (EntQueryValue, count);
  for (guint i = 0; i < list->len; i++)
    {
      char *id = ent_slice_dup (ent_dataset_get_id (dataset, g_array_index (list, guint32, i)));

      g_ptr_array_add (ids, id);
      /* Each quotation mark in it takes another character. */
      length += 2 * strlen (id) + QUOTES;
      /* As a phrase, nothing in an id is taken for a range. */
      values[i] = (EntQueryValue){ .text = id, .quoted = TRUE };
    }
  return length < ENT_LIMIT_QUERY_BYTES / 2 ? ent_query_new_field ("id", ENT_QUERY_IS, values, count) : NULL;
}

/**
 * ent_event_query_show:
 * @session: a session
 * @query: what is to be its query
 * @rows: what it finds
 *
 * Asks for it, and shows all of @rows that have a place in time.
 */
void
ent_event_query_show (EntSession      *session,
                      EntQuery        *query,
                      const EntRowSet *rows)
{
  g_autoptr (GArray) list = list_rows (rows);

  ent_results_set_query (ent_session_get_results (session), query);
  ent_navigation_fit_events (session, (const guint32 *) list->data, list->len);
}
