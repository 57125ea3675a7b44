/* ent-health.c: what of a dataset is worth another look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-private.h"

#include <string.h>

struct _EntHealth
{
  gatomicrefcount  ref_count;
  EntDataset      *dataset;                     /* (owned) */
  guint            n_findings;
  EntHealthFinding findings[ENT_N_HEALTH_KINDS]; /* in the order of kinds */
  GArray          *items[ENT_N_HEALTH_KINDS];    /* (owned): of findings */
};

/* In the order of kinds, the gravest first. */
static const struct
{
  const char      *id;
  EntHealthConcern concern;
} kinds[ENT_N_HEALTH_KINDS] = {
  [ENT_HEALTH_END_BEFORE_START] = { "end-before-start", ENT_HEALTH_WRONG },
  [ENT_HEALTH_PHASES_OUT_OF_ORDER] = { "phases-out-of-order", ENT_HEALTH_WRONG },
  [ENT_HEALTH_BROKEN_LINK] = { "broken-link", ENT_HEALTH_WRONG },
  [ENT_HEALTH_CIRCULAR_LINK] = { "circular-link", ENT_HEALTH_WRONG },
  [ENT_HEALTH_ANSWER_BEFORE] = { "answer-before", ENT_HEALTH_WRONG },
  [ENT_HEALTH_ATTRIBUTION_BEFORE_START] = { "attribution-before-start", ENT_HEALTH_DOUBTFUL },
  [ENT_HEALTH_FIRST_OF_MONTH] = { "first-of-month", ENT_HEALTH_DOUBTFUL },
  [ENT_HEALTH_FIRST_OF_YEAR] = { "first-of-year", ENT_HEALTH_DOUBTFUL },
  [ENT_HEALTH_LOOK_ALIKE] = { "look-alike", ENT_HEALTH_DOUBTFUL },
  [ENT_HEALTH_NOT_PLACED] = { "not-placed", ENT_HEALTH_MISSING },
  [ENT_HEALTH_NO_SOURCE] = { "no-source", ENT_HEALTH_MISSING },
  [ENT_HEALTH_WEAK_SOURCES] = { "weak-sources", ENT_HEALTH_MISSING },
  [ENT_HEALTH_RECALLED] = { "recalled", ENT_HEALTH_MISSING },
  [ENT_HEALTH_ATTRIBUTED_BY_NOBODY] = { "attributed-by-nobody", ENT_HEALTH_MISSING },
  [ENT_HEALTH_SOURCE_WITHOUT_ADDRESS] = { "source-without-address", ENT_HEALTH_NOTE },
  [ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER] = { "source-without-publisher", ENT_HEALTH_NOTE },
  [ENT_HEALTH_UNUSED_ACTOR] = { "unused-actor", ENT_HEALTH_NOTE },
  [ENT_HEALTH_NOT_ATTRIBUTED] = { "not-attributed", ENT_HEALTH_NOTE },
  [ENT_HEALTH_NO_SEVERITY] = { "no-severity", ENT_HEALTH_NOTE },
};

/* Counted, and put where they belong. */
guint
ent_health_add_groups (EntHealthSearch *search,
                       EntHealthKind    kind,
                       const guint32   *groups,
                       const guint32   *others)
{
  guint n_events = search->n_events;
  g_autofree guint32 *numbers = g_new (guint32, MAX (n_events, 1)); /* of a group, in the order of time */
  g_autofree guint32 *at = g_new0 (guint32, n_events + 1);          /* where the next of a number goes */
  GArray *items = search->tallies[kind].items;
  guint32 n_numbers = 0;

  memset (numbers, 0xff, n_events * sizeof *numbers);
  for (guint i = 0; i < n_events; i++)
    {
      guint32 group = groups[search->order[i]];

      if (group == ENT_ROW_NONE)
        continue;
      if (numbers[group] == ENT_ROW_NONE)
        numbers[group] = n_numbers++;
      at[numbers[group] + 1]++;
    }
  for (guint32 number = 0; number < n_numbers; number++)
    at[number + 1] += at[number];
  g_array_set_size (items, at[n_numbers]);
  for (guint i = 0; i < n_events; i++)
    {
      guint32 row = search->order[i];
      guint32 number = groups[row] != ENT_ROW_NONE ? numbers[groups[row]] : ENT_ROW_NONE;

      if (number != ENT_ROW_NONE)
        g_array_index (items, EntHealthItem, at[number]++) =
            (EntHealthItem){ row, others != NULL ? others[row] : ENT_ROW_NONE, number, 0 };
    }
  return n_numbers;
}

static void
look (EntHealthSearch *search)
{
  static void (*const at_each[]) (EntHealthSearch *, guint32) = {
    ent_health_look_at_dates,
    ent_health_look_at_sources,
    ent_health_look_at_links,
    ent_health_look_at_attribution,
  };
  static void (*const at_all[]) (EntHealthSearch *) = {
    ent_health_look_at_precision,
    ent_health_look_at_circles,
    ent_health_look_at_actors,
    ent_health_look_for_duplicates,
  };

  for (guint i = 0; i < search->n_events && ent_health_goes_on (search, i); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (at_each); j++)
      at_each[j] (search, search->order[i]);
  for (gsize j = 0; j < G_N_ELEMENTS (at_all) && !g_cancellable_is_cancelled (search->cancellable); j++)
    at_all[j] (search);
}

static guint
count_events (EntDataset   *dataset,
              const GArray *items)
{
  g_autoptr (EntRowSet) rows = ent_row_set_new (ent_dataset_get_n_events (dataset));

  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, EntHealthItem, i).row != ENT_ROW_NONE)
      ent_row_set_add (rows, g_array_index (items, EntHealthItem, i).row);
  return ent_row_set_count (rows);
}

/**
 * ent_health_new:
 * @dataset: a dataset
 * @cancellable: (nullable): to give up early
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Looks at all events, in time that grows as their number does. Nothing but the dataset has a part in what is found,
 * and in which order.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL when cancelled
 */
EntHealth *
ent_health_new (EntDataset   *dataset,
                GCancellable *cancellable,
                GError      **error)
{
  EntHealthSearch search = { .dataset = dataset, .cancellable = cancellable };
  EntHealth *self;
  guint n_dated;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  search.n_events = ent_dataset_get_n_events (dataset);
  search.order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  for (guint kind = 0; kind < ENT_N_HEALTH_KINDS; kind++)
    search.tallies[kind].items = g_array_new (FALSE, FALSE, sizeof (EntHealthItem));
  look (&search);

  self = g_new0 (EntHealth, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = g_object_ref (dataset);
  for (guint kind = 0; kind < ENT_N_HEALTH_KINDS; kind++)
    {
      const EntHealthTally *tally = &search.tallies[kind];

      self->items[kind] = tally->items;
      if (tally->items->len > 0)
        self->findings[self->n_findings++] = (EntHealthFinding){
          .kind = kind,
          .concern = kinds[kind].concern,
          .n_events = count_events (dataset, tally->items),
          .n_found = tally->n_found > 0 ? tally->n_found : tally->items->len,
          .n_considered = tally->n_considered > 0 ? tally->n_considered : search.n_events,
          .expected = tally->expected,
          .limited = tally->limited,
          .n_items = tally->items->len,
          .items = (const EntHealthItem *) tally->items->data,
        };
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&self, ent_health_unref);
  return self;
}

EntHealth *
ent_health_ref (EntHealth *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_health_unref (EntHealth *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint kind = 0; kind < ENT_N_HEALTH_KINDS; kind++)
    g_array_unref (self->items[kind]);
  g_object_unref (self->dataset);
  g_free (self);
}

/** ent_health_get_dataset: (skip): (transfer none): the dataset whose rows are meant */
EntDataset *
ent_health_get_dataset (const EntHealth *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/** ent_health_get_size: (skip): how many findings there are, one a kind at the most */
guint
ent_health_get_size (const EntHealth *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_findings;
}

/**
 * ent_health_get:
 * @self: what was found
 * @index: which finding
 *
 * Returns: (transfer none): it, as long as @self lives; the gravest come first
 */
const EntHealthFinding *
ent_health_get (const EntHealth *self,
                guint            index)
{
  g_return_val_if_fail (self != NULL && index < self->n_findings, NULL);

  return &self->findings[index];
}

/**
 * ent_health_find:
 * @self: what was found
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): what was found of that kind, or %NULL for nothing
 */
const EntHealthFinding *
ent_health_find (const EntHealth *self,
                 EntHealthKind    kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_findings; i++)
    if (self->findings[i].kind == kind)
      return &self->findings[i];
  return NULL;
}

/**
 * ent_health_get_rows:
 * @self: what was found
 * @finding: (nullable): one of it, or %NULL for all of it
 *
 * Returns: (transfer full): the events that are concerned
 */
EntRowSet *
ent_health_get_rows (const EntHealth        *self,
                     const EntHealthFinding *finding)
{
  EntRowSet *rows;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ent_row_set_new (ent_dataset_get_n_events (self->dataset));
  for (guint i = 0; i < self->n_findings; i++)
    if (finding == NULL || finding->kind == self->findings[i].kind)
      for (guint j = 0; j < self->findings[i].n_items; j++)
        if (self->findings[i].items[j].row != ENT_ROW_NONE)
          ent_row_set_add (rows, self->findings[i].items[j].row);
  return rows;
}

/** ent_health_kind_get_id: (skip): a word for a kind that scripts may rely on, such as "broken-link" */
const char *
ent_health_kind_get_id (EntHealthKind kind)
{
  g_return_val_if_fail (kind < ENT_N_HEALTH_KINDS, "");

  return kinds[kind].id;
}

/** ent_health_kind_get_concern: (skip): how grave what is of that kind is */
EntHealthConcern
ent_health_kind_get_concern (EntHealthKind kind)
{
  g_return_val_if_fail (kind < ENT_N_HEALTH_KINDS, ENT_HEALTH_NOTE);

  return kinds[kind].concern;
}

/** ent_health_concern_get_id: (skip): a word for a concern that scripts may rely on, such as "doubtful" */
const char *
ent_health_concern_get_id (EntHealthConcern concern)
{
  static const char *const ids[] = { "wrong", "doubtful", "missing", "note" };

  g_return_val_if_fail (concern < G_N_ELEMENTS (ids), "");

  return ids[concern];
}
