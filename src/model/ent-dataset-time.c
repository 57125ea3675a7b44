/* ent-dataset-time.c: where events stand in time, on a basis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-private.h"

/* The phase a basis stands for; FALSE for "occurred". */
static gboolean
phase_of_basis (EntBasis  basis,
                EntPhase *phase)
{
  static const EntPhase phases[ENT_N_BASES] = {
    [ENT_BASIS_INTRUSION] = ENT_PHASE_INTRUSION,     [ENT_BASIS_DETECTION] = ENT_PHASE_DETECTION,
    [ENT_BASIS_DISCLOSURE] = ENT_PHASE_DISCLOSURE,   [ENT_BASIS_ATTRIBUTION] = ENT_PHASE_ATTRIBUTION,
    [ENT_BASIS_REMEDIATION] = ENT_PHASE_REMEDIATION,
  };

  *phase = phases[basis];
  return basis != ENT_BASIS_OCCURRED;
}

static const EntDate *
peek_phase (EntDataset *self,
            guint32     row,
            EntPhase    phase,
            EntText    *text)
{
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (self, ENT_LIST_PHASES, row, &n_phases);

  for (guint i = 0; i < n_phases; i++)
    if (phases[i].phase == phase)
      {
        *text = phases[i].text;
        return &phases[i].date;
      }
  return NULL;
}

/**
 * ent_dataset_peek_date:
 * @self: a dataset
 * @row: an event
 * @basis: which date to follow
 *
 * On any basis but "occurred", incidents and every event with phases stand at that phase; all others
 * at their own date.
 *
 * Returns: (transfer none) (nullable): the date, as long as the dataset lives; %NULL if the event has
 *   none on that basis, or one that cannot be placed in time
 */
const EntDate *
ent_dataset_peek_date (EntDataset *self,
                       guint32     row,
                       EntBasis    basis)
{
  const EntEventEntry *event = ent_dataset_event_at (self, row);
  const EntDate *date = (event->flags & ENT_EVENT_DATED) != 0 ? &event->date : NULL;
  EntPhase phase;
  EntText text;

  if (phase_of_basis (basis, &phase) &&
      (ent_dataset_has_phases (self, row) || g_str_equal (ent_dataset_get_kind_word (self, row), "incident")))
    date = peek_phase (self, row, phase, &text);
  return date != NULL && ent_date_is_placed (date) ? date : NULL;
}

/**
 * ent_dataset_get_date:
 * @self: a dataset
 * @row: an event
 * @basis: which date to follow
 * @date: (out): the date; untouched when %FALSE is returned
 *
 * Copies what ent_dataset_peek_date() finds.
 *
 * Returns: whether it finds any
 */
gboolean
ent_dataset_get_date (EntDataset *self,
                      guint32     row,
                      EntBasis    basis,
                      EntDate    *date)
{
  const EntDate *found = ent_dataset_peek_date (self, row, basis);

  if (found != NULL)
    *date = *found;
  return found != NULL;
}

/** ent_dataset_may_overlap: (skip): whether the event, where it stands on @basis, may overlap @span */
gboolean
ent_dataset_may_overlap (EntDataset    *self,
                         guint32        row,
                         EntBasis       basis,
                         const EntSpan *span)
{
  const EntDate *date = ent_dataset_peek_date (self, row, basis);

  return date != NULL && ent_date_may_overlap (date, span);
}

/** ent_dataset_has_phases: (skip): whether the event has a date for any phase */
gboolean
ent_dataset_has_phases (EntDataset *self,
                        guint32     row)
{
  guint n_phases;

  ent_dataset_list_of_row (self, ENT_LIST_PHASES, row, &n_phases);
  return n_phases > 0;
}

/**
 * ent_dataset_get_phase:
 * @self: a dataset
 * @row: an event
 * @phase: which phase
 * @date: (out) (optional): when
 * @text: (out) (optional): the EDTF text as written
 *
 * Returns: whether the event has that phase
 */
gboolean
ent_dataset_get_phase (EntDataset *self,
                       guint32     row,
                       EntPhase    phase,
                       EntDate    *date,
                       EntSlice   *text)
{
  EntText found_text;
  const EntDate *found = peek_phase (self, row, phase, &found_text);

  if (found == NULL)
    return FALSE;
  if (date != NULL)
    *date = *found;
  if (text != NULL)
    *text = ent_arena_get (self->arena, found_text);
  return TRUE;
}

typedef struct
{
  EntSpan span;
  guint32 row;
} OrderKey;

static int
compare_order_keys (gconstpointer a,
                    gconstpointer b)
{
  const OrderKey *left = a;
  const OrderKey *right = b;

  if (left->span.start != right->span.start)
    return left->span.start > right->span.start ? 1 : -1;
  if (left->span.end != right->span.end)
    return left->span.end > right->span.end ? 1 : -1;
  return (left->row > right->row) - (left->row < right->row);
}

static guint32 *
make_order (EntDataset *self,
            EntBasis    basis,
            guint      *n_dated)
{
  guint n_events = self->events->len;
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (OrderKey), n_events);
  guint32 *order = g_new (guint32, MAX (n_events, 1));
  guint n_undated = 0;

  for (guint row = 0; row < n_events; row++)
    {
      OrderKey key = { .row = row };
      const EntDate *date = ent_dataset_peek_date (self, row, basis);

      if (date != NULL)
        {
          ent_date_get_order_key (date, &key.span);
          g_array_append_val (keys, key);
        }
      else
        order[n_events - 1 - n_undated++] = row;
    }
  g_array_sort (keys, compare_order_keys);
  for (guint i = 0; i < keys->len; i++)
    order[i] = g_array_index (keys, OrderKey, i).row;
  *n_dated = keys->len;
  /* The undated were put in from behind. */
  for (guint i = keys->len, j = n_events; i + 1 < j; i++)
    {
      guint32 row = order[--j];

      order[j] = order[i];
      order[i] = row;
    }
  g_array_unref (keys);
  return order;
}

/**
 * ent_dataset_get_order:
 * @self: a dataset
 * @basis: which dates to follow
 * @n_dated: (out): how many rows have a date on that basis; they come first
 *
 * The order used everywhere: earliest start, latest end, position in the file; undated last. Made
 * once for each basis, when first asked for, on whichever thread asks.
 *
 * Returns: (transfer none): all rows in order
 */
const guint32 *
ent_dataset_get_order (EntDataset *self,
                       EntBasis    basis,
                       guint      *n_dated)
{
  gsize *slot = &self->orders[basis];

  if (g_once_init_enter (slot))
    {
      guint32 *order = make_order (self, basis, &self->n_dated[basis]);

      g_once_init_leave (slot, GPOINTER_TO_SIZE (order));
    }
  *n_dated = self->n_dated[basis];
  return GSIZE_TO_POINTER (*slot);
}
