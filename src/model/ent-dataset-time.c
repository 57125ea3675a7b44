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

/* An event as of a day stands at its phases though they be later than the day. */
static gboolean
has_recorded_phases (EntDataset *self,
                     guint32     row)
{
  if (self->as_of.whole != NULL)
    return ent_dataset_has_phases (self->as_of.whole, self->as_of.rows[row]);
  return ent_dataset_has_phases (self, row);
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
  const EntAsOfMask *mask = ent_dataset_mask_at (self, row);
  const EntDate *own = mask != NULL ? &mask->date : &event->date;
  const EntDate *date = (event->flags & ENT_EVENT_DATED) != 0 ? own : NULL;
  EntPhase phase;
  EntText text;

  if (phase_of_basis (basis, &phase) &&
      (has_recorded_phases (self, row) || g_str_equal (ent_dataset_get_kind_word (self, row), "incident")))
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

/** ent_dataset_may_overlap: (skip): whether the event, where it stands on @basis, may overlap @span; never after the day as of
 * which the dataset is */
gboolean
ent_dataset_may_overlap (EntDataset    *self,
                         guint32        row,
                         EntBasis       basis,
                         const EntSpan *span)
{
  const EntDate *date = ent_dataset_peek_date (self, row, basis);
  EntSpan cut = *span;

  if (self->as_of.whole != NULL)
    cut.end = MIN (cut.end, self->as_of.end);
  return date != NULL && ent_date_may_overlap (date, &cut);
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
    *text = ent_arena_get (ent_dataset_mask_at (self, row) != NULL ? self->as_of.texts : self->arena, found_text);
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

/* Most rows stand as they stand in the whole dataset; those with masks may not. */
static guint32 *
make_order_as_of (EntDataset *self,
                  EntBasis    basis,
                  guint      *n_dated)
{
  guint n_events = ent_dataset_n_rows (self);
  guint32 *order = g_new (guint32, MAX (n_events, 1));
  g_autoptr (GArray) masked = g_array_new (FALSE, FALSE, sizeof (OrderKey));
  const guint32 *whole;
  guint n_whole;
  guint next = 0;
  guint at = 0;

  for (guint i = 0; i < self->as_of.masks->len; i++)
    {
      OrderKey key = { .row = g_array_index (self->as_of.masks, EntAsOfMask, i).row };
      const EntDate *date = ent_dataset_peek_date (self, key.row, basis);

      if (date == NULL)
        continue;
      ent_date_get_order_key (date, &key.span);
      g_array_append_val (masked, key);
    }
  g_array_sort (masked, compare_order_keys);
  whole = ent_dataset_get_order (self->as_of.whole, basis, &n_whole);
  for (guint i = 0; i < n_whole; i++)
    {
      OrderKey key = { .row = self->as_of.lookup[whole[i]] };

      if (key.row == ENT_ROW_NONE || ent_dataset_mask_at (self, key.row) != NULL)
        continue;
      if (next < masked->len)
        ent_date_get_order_key (ent_dataset_peek_date (self, key.row, basis), &key.span);
      while (next < masked->len && compare_order_keys (&g_array_index (masked, OrderKey, next), &key) < 0)
        order[at++] = g_array_index (masked, OrderKey, next++).row;
      order[at++] = key.row;
    }
  while (next < masked->len)
    order[at++] = g_array_index (masked, OrderKey, next++).row;
  *n_dated = at;
  for (guint row = 0; row < n_events && at < n_events; row++)
    if (ent_dataset_peek_date (self, row, basis) == NULL)
      order[at++] = row;
  return order;
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
      guint32 *order = self->as_of.whole != NULL ? make_order_as_of (self, basis, &self->n_dated[basis])
                                                 : make_order (self, basis, &self->n_dated[basis]);

      g_once_init_leave (slot, GPOINTER_TO_SIZE (order));
    }
  *n_dated = self->n_dated[basis];
  return GSIZE_TO_POINTER (*slot);
}
