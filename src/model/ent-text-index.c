/* ent-text-index.c: all that can be searched of a dataset's events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* memmem() */
#include "config.h"

#include "ent-dataset-private.h"
#include "ent-text-fold.h"
#include "ent-text-index.h"

/* Between texts: no search has it, since folding makes a space of it. */
#define SEPARATOR '\x1f'

/* How many bytes are searched before somebody may have changed their mind. */
#define BYTES_AT_A_TIME (64 * 1024)

/* As many bytes as the folded texts, which is about what they have in the file, and 8 a row. */
struct _EntTextIndex
{
  guint  n_rows;
  char  *text;   /* (owned): of all rows, one after the other */
  gsize *first;  /* (owned): where a row's text begins: rows + 1 */
  const EntTextIndex *whole; /* (nullable): of a dataset as of a day: that of the whole one, which is searched instead */
  const EntAsOf *as_of;
};

typedef struct
{
  EntDataset *dataset;
  GString    *text;
  char      **actors;                     /* folded names of each, all languages, when first needed */
  char      **values[ENT_N_VALUE_FIELDS]; /* likewise */
} Making;

static void
append_folded (Making     *making,
               const char *folded)
{
  g_string_append (making->text, folded);
  g_string_append_c (making->text, SEPARATOR);
}

static const char *
fold_actor (Making  *making,
            guint32  actor)
{
  const EntActorEntry *entry = &g_array_index (making->dataset->actors, EntActorEntry, actor);
  g_autoptr (GString) names = NULL;

  if (making->actors[actor] != NULL)
    return making->actors[actor];
  names = g_string_new (NULL);
  if (entry->names == NULL || entry->names->len == 0)
    ent_text_fold_append (names, ent_arena_get (making->dataset->arena, entry->id));
  for (guint i = 0; entry->names != NULL && i < entry->names->len; i++)
    {
      if (i > 0)
        g_string_append_c (names, SEPARATOR);
      ent_text_fold_append (names, ent_arena_get (making->dataset->arena,
                                                  g_array_index (entry->names, EntTextEntry, i).text));
    }
  making->actors[actor] = g_string_free (g_steal_pointer (&names), FALSE);
  return making->actors[actor];
}

static void
append_values (Making       *making,
               guint32       row,
               EntValueField field)
{
  guint position = 0;
  guint32 value;

  while (ent_dataset_next_value (making->dataset, row, field, &position, &value))
    {
      char **folded = &making->values[field][value];

      if (*folded == NULL)
        *folded = ent_text_fold (ent_slice_from_string (ent_dataset_get_value_word (making->dataset, field, value)));
      append_folded (making, *folded);
    }
}

static void
append_row (Making  *making,
            guint32  row)
{
  guint n_texts;
  guint n_actors;
  const EntTextEntry *texts = ent_dataset_list_of_row (making->dataset, ENT_LIST_TEXTS, row, &n_texts);
  const EntActorRef *actors = ent_dataset_get_actors (making->dataset, row, &n_actors);

  for (guint i = 0; i < n_texts; i++)
    if (texts[i].field == ENT_TEXT_TITLE || texts[i].field == ENT_TEXT_SUMMARY || texts[i].field == ENT_TEXT_QUOTE ||
        texts[i].field == ENT_TEXT_QUOTE_SPEAKER)
      {
        ent_text_fold_append (making->text, ent_arena_get (making->dataset->arena, texts[i].text));
        g_string_append_c (making->text, SEPARATOR);
      }
  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == ENT_RELATION_ROLE)
      append_folded (making, fold_actor (making, actors[i].actor));
  append_values (making, row, ENT_VALUE_PLACE);
  append_values (making, row, ENT_VALUE_TAG);
}

static void
free_strings (char **strings,
              guint  n_strings)
{
  for (guint i = 0; i < n_strings; i++)
    g_free (strings[i]);
  g_free (strings);
}

static EntTextIndex *
make_index (EntDataset *dataset)
{
  EntTextIndex *self = g_new0 (EntTextIndex, 1);
  Making making = { .dataset = dataset };

  self->n_rows = ent_dataset_get_n_events (dataset);
  /* What is searched is the same on every day. */
  if (dataset->as_of.whole != NULL)
    {
      self->whole = ent_dataset_get_text_index (dataset->as_of.whole);
      self->as_of = &dataset->as_of;
      return self;
    }
  self->first = g_new (gsize, (gsize) self->n_rows + 1);
  making.text = g_string_new (NULL);
  making.actors = g_new0 (char *, ent_dataset_get_n_actors (dataset) + 1);
  for (guint i = 0; i < ENT_N_VALUE_FIELDS; i++)
    making.values[i] = g_new0 (char *, ent_dataset_get_n_values (dataset, i) + 1);

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      self->first[row] = making.text->len;
      append_row (&making, row);
    }
  self->first[self->n_rows] = making.text->len;
  self->text = g_realloc (g_string_free (making.text, FALSE), self->first[self->n_rows] + 1);

  free_strings (making.actors, ent_dataset_get_n_actors (dataset));
  for (guint i = 0; i < ENT_N_VALUE_FIELDS; i++)
    free_strings (making.values[i], ent_dataset_get_n_values (dataset, i));
  return self;
}

/* For the dataset, when it goes. */
void
ent_text_index_free (EntTextIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->first);
  g_free (self);
}

/**
 * ent_dataset_get_text_index:
 * @dataset: a dataset
 *
 * Made when first asked for, on whichever thread asks, in time linear to the dataset.
 *
 * Returns: (transfer none): the index, as long as the dataset lives
 */
const EntTextIndex *
ent_dataset_get_text_index (EntDataset *dataset)
{
  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  if (g_once_init_enter (&dataset->text_index))
    g_once_init_leave (&dataset->text_index, GPOINTER_TO_SIZE (make_index (dataset)));
  return GSIZE_TO_POINTER (dataset->text_index);
}

/* The row whose text has the byte; it is not before row `low`. */
static guint32
row_at (const EntTextIndex *self,
        guint32             low,
        gsize               at)
{
  guint32 high = self->n_rows;

  while (low + 1 < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->first[middle] <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
search_rows (const EntTextIndex *self,
             const char         *needle,
             gsize               length,
             guint32             from,
             guint32             to,
             EntRowSet          *found)
{
  const char *at = self->text + self->first[from];
  const char *end = self->text + self->first[to];
  guint32 row = from;

  while ((at = memmem (at, (gsize) (end - at), needle, length)) != NULL)
    {
      row = row_at (self, row, (gsize) (at - self->text));
      ent_row_set_add (found, row);
      at = self->text + self->first[++row];
      if (row >= to)
        return;
    }
}

static EntRowSet *
search_as_of (const EntTextIndex *self,
              const char         *needle,
              const EntRowSet    *within,
              GCancellable       *cancellable)
{
  g_autoptr (EntRowSet) known = ent_row_set_new (self->whole->n_rows);
  g_autoptr (EntRowSet) found_in_whole = NULL;
  EntRowSet *found = ent_row_set_new (self->n_rows);

  for (guint32 row = 0; row < self->n_rows; row++)
    if (within == NULL || ent_row_set_contains (within, row))
      ent_row_set_add (known, self->as_of->rows[row]);
  found_in_whole = ent_text_index_search (self->whole, needle, known, cancellable);
  for (guint32 row = ENT_ROW_NONE; ent_row_set_next (found_in_whole, &row);)
    ent_row_set_add (found, self->as_of->lookup[row]);
  return found;
}

/**
 * ent_text_index_search:
 * @self: an index
 * @needle: what is looked for, as ent_text_fold() gives it; an empty one is everywhere
 * @within: (nullable): rows to look into; %NULL for all. As a search is narrowed, these are those found before
 * @cancellable: (nullable): looked at often
 *
 * Returns: (transfer full): the rows that have @needle in any text; not all of them when cancelled
 */
EntRowSet *
ent_text_index_search (const EntTextIndex *self,
                       const char         *needle,
                       const EntRowSet    *within,
                       GCancellable       *cancellable)
{
  EntRowSet *found;
  gsize length = strlen (needle);
  guint32 from = 0;

  if (self->whole != NULL)
    return search_as_of (self, needle, within, cancellable);
  found = ent_row_set_new (self->n_rows);

  if (length == 0)
    ent_row_set_invert (found);
  if (length == 0 && within != NULL)
    ent_row_set_keep (found, within);
  while (length > 0 && from < self->n_rows && !g_cancellable_is_cancelled (cancellable))
    {
      guint32 to = from + 1;

      if (within != NULL)
        {
          guint32 before = from - 1;

          if (!ent_row_set_next (within, &before))
            break;
          from = before;
          to = from + 1;
          while (to < self->n_rows && ent_row_set_contains (within, to) &&
                 self->first[to] - self->first[from] < BYTES_AT_A_TIME)
            to++;
        }
      else
        while (to < self->n_rows && self->first[to] - self->first[from] < BYTES_AT_A_TIME)
          to++;
      search_rows (self, needle, length, from, to, found);
      from = to;
    }
  return found;
}
