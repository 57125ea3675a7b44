/* ent-event-list-order.c: the rows of the list, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-order.h"

#include <math.h>
#include <stdlib.h>

/* How often it is looked whether anybody still wants the result. */
#define EVERY 1024

/* What a row is sorted by. A row that has nothing in the column comes last, whichever way it is sorted. */
typedef struct
{
  char   *text;    /* (owned) (nullable): a collation key, which goes before the number */
  double  amount;  /* of a further field that is a number */
  guint   number;
  guint   rank;    /* in the order of dates */
  guint32 row;
  gboolean missing;
} Key;

static int
compare_keys (const Key *a,
              const Key *b,
              int        direction)
{
  int order = 0;

  if (a->missing != b->missing)
    return a->missing ? 1 : -1;
  if (a->text != NULL && b->text != NULL)
    order = strcmp (a->text, b->text);
  else if (a->text != NULL || b->text != NULL)
    order = a->text != NULL ? 1 : -1;
  if (order == 0)
    order = (a->amount > b->amount) - (a->amount < b->amount);
  if (order == 0)
    order = (a->number > b->number) - (a->number < b->number);
  if (order != 0)
    return order > 0 ? direction : -direction;
  return (a->rank > b->rank) - (a->rank < b->rank);
}

static int
compare_ascending (gconstpointer a,
                   gconstpointer b)
{
  return compare_keys (a, b, 1);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  return compare_keys (a, b, -1);
}

/* Numbers come before words, in their own order. */
static gboolean
read_number (const char *text,
             double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

static char *
collation_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

static void
make_text_key (const EntEventListContext *context,
               EntEventColumn             column,
               GHashTable                *known,
               Key                       *key)
{
  g_autofree char *text = ent_event_list_cell (context, key->row, column);
  const char *found;

  key->missing = *text == '\0';
  if (key->missing || (column >= ENT_COLUMN_FIELD && read_number (text, &key->amount)))
    return;
  /* Kinds, categories and actors come again and again. */
  found = known != NULL ? g_hash_table_lookup (known, text) : NULL;
  key->text = found != NULL ? g_strdup (found) : collation_key (text);
  if (known != NULL && found == NULL)
    g_hash_table_insert (known, g_steal_pointer (&text), g_strdup (key->text));
}

/* By the middle of what it may have been; at least so long is longer than any that has an end. */
static void
make_duration_key (const EntEventListContext *context,
                   EntEventColumn             column,
                   Key                       *key)
{
  EntDuration duration;

  key->missing = !ent_event_list_get_duration (context, key->row, column, &duration);
  if (!key->missing)
    key->amount = duration.has_most ? ((double) duration.least + (double) duration.most) / 2
                                    : 1e18 + (double) duration.least;
}

static void
make_key (const EntEventListContext *context,
          EntEventColumn             column,
          GHashTable                *known,
          guint                      n_dated,
          Key                       *key)
{
  switch (column)
    {
    case ENT_COLUMN_DATE:
      key->number = key->rank;
      key->missing = key->rank >= n_dated;
      break;
    case ENT_COLUMN_SEVERITY:
      key->number = ent_dataset_get_severity (context->dataset, key->row);
      key->missing = key->number == 0;
      break;
    case ENT_COLUMN_ATTRIBUTION:
      key->number = 2 * ent_dataset_get_confidence (context->dataset, key->row) +
                    (ent_dataset_is_denied (context->dataset, key->row) ? 0 : 1);
      key->missing = key->number == 2 * ENT_CONFIDENCE_NOT_GIVEN + 1;
      break;
    case ENT_COLUMN_SOURCES:
      key->number = ent_dataset_get_n_sources (context->dataset, key->row);
      key->missing = key->number == 0;
      break;
    case ENT_COLUMN_STATUS:
      key->number = ent_dataset_get_status (context->dataset, key->row);
      key->missing = key->number == ENT_STATUS_NONE;
      break;
    case ENT_COLUMN_DWELL:
    case ENT_COLUMN_TO_DISCLOSURE:
    case ENT_COLUMN_TO_ATTRIBUTION:
      make_duration_key (context, column, key);
      break;
    case ENT_COLUMN_TITLE:
    case ENT_COLUMN_ID:
      make_text_key (context, column, NULL, key);
      break;
    case ENT_COLUMN_KIND:
    case ENT_COLUMN_ACTORS:
    case ENT_COLUMN_CATEGORY:
    case ENT_COLUMN_PLACE:
    case ENT_COLUMN_SECTOR:
    case ENT_COLUMN_TAGS:
    case ENT_COLUMN_VERIFICATION:
    case ENT_COLUMN_FIELD:
    default:
      make_text_key (context, column, known, key);
      break;
    }
}

/* Rows without a date stay in the order of the file, backwards or not. */
static void
number_missing_dates (Key  *keys,
                      guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (keys[i].missing)
      keys[i].number = 0;
}

/**
 * ent_event_list_sort:
 * @context: of the list
 * @column: what to sort by
 * @descending: whether the last come first
 * @cancellable: (nullable): looked at now and then
 *
 * Texts are in the order of the user's language, whatever their case; dates in that of the dataset, which also orders
 * what is alike, whichever way the rest is sorted. What has nothing in the column comes last. Any thread may call this.
 *
 * Returns: (transfer full) (nullable): all rows of the dataset in order; %NULL when cancelled
 */
guint32 *
ent_event_list_sort (const EntEventListContext *context,
                     EntEventColumn             column,
                     gboolean                   descending,
                     GCancellable              *cancellable)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (context->dataset, context->basis, &n_dated);
  guint n_events = ent_dataset_get_n_events (context->dataset);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree Key *keys = g_new0 (Key, MAX (n_events, 1));
  g_autofree guint32 *rows = g_new (guint32, MAX (n_events, 1));
  gboolean cancelled = FALSE;

  for (guint i = 0; i < n_events && !cancelled; i++)
    {
      keys[i].row = order[i];
      keys[i].rank = i;
      make_key (context, column, known, n_dated, &keys[i]);
      cancelled = i % EVERY == 0 && g_cancellable_is_cancelled (cancellable);
    }
  if (!cancelled)
    {
      if (column == ENT_COLUMN_DATE)
        number_missing_dates (keys, n_events);
      qsort (keys, n_events, sizeof (Key), descending ? compare_descending : compare_ascending);
    }
  for (guint i = 0; i < n_events; i++)
    {
      rows[i] = keys[i].row;
      g_free (keys[i].text);
    }
  return cancelled ? NULL : g_steal_pointer (&rows);
}

/**
 * ent_event_list_keep:
 * @context: of the list
 * @shown: (nullable): events; %NULL for all
 * @span: (nullable): a stretch of time; %NULL for all of it, and beyond
 * @rows: rows
 * @n_rows: how many
 * @kept: where those of them that are in @shown and may overlap @span go, in the same order; room for @n_rows
 *
 * Returns: how many there are
 */
guint
ent_event_list_keep (const EntEventListContext *context,
                     const EntRowSet           *shown,
                     const EntSpan             *span,
                     const guint32             *rows,
                     guint                      n_rows,
                     guint32                   *kept)
{
  guint n_kept = 0;

  for (guint i = 0; i < n_rows; i++)
    if ((shown == NULL || ent_row_set_contains (shown, rows[i])) &&
        (span == NULL || ent_dataset_may_overlap (context->dataset, rows[i], context->basis, span)))
      kept[n_kept++] = rows[i];
  return n_kept;
}

/**
 * ent_list_rows_new:
 * @context: the events, and what is said of them
 * @column: what to sort by
 * @descending: whether the last come first
 * @span: what is in view
 * @only_in_view: whether to leave the others out
 * @shown: (nullable): the events that are shown at all; %NULL for all
 * @before: (nullable): rows found before; when they were sorted in the same way that is not done again
 *
 * Returns: (transfer full): rows that are yet to be found
 */
EntListRows *
ent_list_rows_new (const EntEventListContext *context,
                   EntEventColumn             column,
                   gboolean                   descending,
                   const EntSpan             *span,
                   gboolean                   only_in_view,
                   EntRowSet                 *shown,
                   const EntListRows         *before)
{
  EntListRows *self = g_atomic_rc_box_new0 (EntListRows);

  self->dataset = g_object_ref (context->dataset);
  self->language = g_strdup (context->language);
  self->basis = context->basis;
  self->column = column;
  self->descending = descending;
  self->span = *span;
  self->only_in_view = only_in_view;
  self->shown = shown != NULL ? ent_row_set_ref (shown) : NULL;
  if (before != NULL && before->order != NULL && before->dataset == self->dataset && before->basis == self->basis &&
      before->column == column && before->descending == descending &&
      g_strcmp0 (before->language, self->language) == 0)
    self->order = g_bytes_ref (before->order);
  return self;
}

EntListRows *
ent_list_rows_ref (EntListRows *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_rows (gpointer data)
{
  EntListRows *self = data;

  g_object_unref (self->dataset);
  g_free (self->language);
  g_clear_pointer (&self->shown, ent_row_set_unref);
  g_clear_pointer (&self->order, g_bytes_unref);
  g_free (self->rows);
}

void
ent_list_rows_unref (EntListRows *self)
{
  g_atomic_rc_box_release_full (self, clear_rows);
}

/**
 * ent_list_rows_find:
 * @self: rows to be found
 * @cancellable: (nullable): looked at now and then
 *
 * Sorts and chooses them. Any thread may call this.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
ent_list_rows_find (EntListRows  *self,
                    GCancellable *cancellable)
{
  EntEventListContext context = { self->dataset, self->language, self->basis };
  guint n_events = ent_dataset_get_n_events (self->dataset);
  const guint32 *order;

  if (self->order == NULL)
    {
      guint32 *rows = ent_event_list_sort (&context, self->column, self->descending, cancellable);

      if (rows == NULL)
        return FALSE;
      self->order = g_bytes_new_take (rows, n_events * sizeof (guint32));
      self->sorted = TRUE;
    }
  order = g_bytes_get_data (self->order, NULL);
  self->rows = g_new (guint32, MAX (n_events, 1));
  self->n_in_view = ent_event_list_keep (&context, self->shown, &self->span, order, n_events, self->rows);
  self->n_rows = self->n_in_view;
  self->n_shown = self->shown != NULL ? ent_row_set_count (self->shown) : n_events;
  if (!self->only_in_view)
    self->n_rows = ent_event_list_keep (&context, self->shown, NULL, order, n_events, self->rows);
  return TRUE;
}
