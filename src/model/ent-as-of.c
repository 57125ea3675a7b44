/* ent-as-of.c: a dataset as it was known on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-private.h"

#include <string.h>

/**
 * ent_as_of_get_end:
 * @day: a date
 * @end: (out): the second after it; untouched when %FALSE is returned
 *
 * As of a day is as of its last second, of a month that of its last day, of an interval that of its end.
 *
 * Returns: whether the end is known
 */
gboolean
ent_as_of_get_end (const EntDate *day,
                   gint64        *end)
{
  g_return_val_if_fail (day != NULL && end != NULL, FALSE);

  if (day->latest_end.kind != ENT_BOUND_KNOWN)
    return FALSE;
  *end = day->latest_end.time;
  return TRUE;
}

/* For the dataset, when it goes. */
void
ent_as_of_clear (EntAsOf *self)
{
  g_clear_object (&self->whole);
  g_free (self->rows);
  g_free (self->lookup);
  g_free (self->masked);
  g_clear_pointer (&self->masks, g_array_unref);
  g_clear_pointer (&self->texts, ent_arena_unref);
}

const EntAsOfMask *
ent_as_of_find_mask (const EntAsOf *self,
                     guint32        row)
{
  guint low = 0;
  guint high = self->masks->len;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->masks, EntAsOfMask, middle).row <= row)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (self->masks, EntAsOfMask, low);
}

/* All but links, which have lists as any dataset has. */
gconstpointer
ent_as_of_list_of_row (EntDataset *self,
                       EntListId   id,
                       guint32     row,
                       guint      *n_entries)
{
  const EntAsOfMask *mask = id == ENT_LIST_PHASES || id == ENT_LIST_ACTORS ? ent_dataset_mask_at (self, row) : NULL;
  const EntList *list = &self->lists[id];

  if (mask == NULL)
    return ent_dataset_list_of_row (self->as_of.whole, id, self->as_of.rows[row], n_entries);
  *n_entries = id == ENT_LIST_PHASES ? mask->n_phases : mask->n_actors;
  return list->entries->data +
         (gsize) (id == ENT_LIST_PHASES ? mask->phases : mask->actors) * g_array_get_element_size (list->entries);
}

/* What surely goes on after the day has an end that nobody can know yet. */
static gboolean
ends_later (const EntDate *date,
            gint64         end)
{
  gint64 earliest;

  return ent_as_of_has_end (date, &earliest) && earliest >= end;
}

static void
leave_end_open (EntDate *date)
{
  date->earliest_end = date->latest_end = (EntBound){ .kind = ENT_BOUND_OPEN };
  date->end_precision = ENT_PRECISION_COARSER;
}

/* The start of an interval as it was written, and an open end. */
static EntText
add_open_text (EntArena *texts,
               EntSlice  text)
{
  const char *slash = text.text != NULL ? memchr (text.text, '/', text.length) : NULL;
  g_autofree char *open = NULL;

  if (slash == NULL)
    return ENT_TEXT_NONE;
  open = g_strdup_printf ("%.*s/..", (int) (slash - text.text), text.text);
  return ent_arena_add (texts, open, strlen (open));
}

static gboolean
starts_later (const EntDate *date,
              gint64         end)
{
  EntAsOfTime start;

  ent_as_of_read_start (date, &start);
  return start.earliest >= end;
}

static void
mask_phases (EntDataset  *self,
             guint32      row,
             EntAsOfMask *mask)
{
  EntDataset *whole = self->as_of.whole;
  GArray *entries = self->lists[ENT_LIST_PHASES].entries;
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (whole, ENT_LIST_PHASES, row, &n_phases);

  mask->phases = entries->len;
  for (guint i = 0; i < n_phases; i++)
    {
      EntPhaseEntry phase = phases[i];
      EntSlice text = ent_arena_get (whole->arena, phase.text);

      if (starts_later (&phase.date, self->as_of.end))
        continue;
      phase.text = ENT_TEXT_NONE;
      if (ends_later (&phase.date, self->as_of.end))
        {
          leave_end_open (&phase.date);
          phase.text = add_open_text (self->as_of.texts, text);
        }
      if (phase.text == ENT_TEXT_NONE && text.text != NULL)
        phase.text = ent_arena_add (self->as_of.texts, text.text, text.length);
      g_array_append_val (entries, phase);
    }
  mask->n_phases = entries->len - mask->phases;
}

static gboolean
phases_differ (EntDataset *self,
               guint32     row)
{
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (self->as_of.whole, ENT_LIST_PHASES, row, &n_phases);

  for (guint i = 0; i < n_phases; i++)
    if (starts_later (&phases[i].date, self->as_of.end) || ends_later (&phases[i].date, self->as_of.end))
      return TRUE;
  return FALSE;
}

/* Says what a known row has of its own, if it has anything. */
static void
mask_row (EntDataset         *self,
          const EntAsOfTable *table,
          guint32             row,
          guint32             row_of_whole)
{
  EntDataset *whole = self->as_of.whole;
  const EntEventEntry *event = ent_dataset_event_at (whole, row_of_whole);
  GArray *actors = self->lists[ENT_LIST_ACTORS].entries;
  gboolean date_differs = (event->flags & ENT_EVENT_DATED) != 0 && ends_later (&event->date, self->as_of.end);
  EntAsOfMask mask = { .row = row, .confidence = event->confidence, .flags = event->flags, .date = event->date,
                       .date_text = ENT_TEXT_NONE, .end_text = ENT_TEXT_NONE, .actors = actors->len };
  gboolean differs = date_differs || phases_differ (self, row_of_whole);
  EntAsOfBlame blame;
  guint n_actors;
  const EntActorRef *refs = ent_dataset_list_of_row (whole, ENT_LIST_ACTORS, row_of_whole, &n_actors);

  if (ent_as_of_has_blame (whole, row_of_whole))
    {
      ent_as_of_find_blame (whole, table, row_of_whole, self->as_of.end, actors, &blame);
      differs = differs || blame.n_actors != n_actors || blame.confidence != event->confidence ||
                blame.denied != ((event->flags & ENT_EVENT_DENIED) != 0);
      mask.n_actors = blame.n_actors;
      mask.confidence = (guint8) blame.confidence;
      mask.flags = (guint8) ((event->flags & ~ENT_EVENT_DENIED) | (blame.denied ? ENT_EVENT_DENIED : 0));
    }
  else if (differs && n_actors > 0)
    {
      g_array_append_vals (actors, refs, n_actors);
      mask.n_actors = n_actors;
    }
  if (!differs)
    {
      g_array_set_size (actors, mask.actors);
      return;
    }
  if (date_differs)
    {
      leave_end_open (&mask.date);
      mask.date_text = add_open_text (self->as_of.texts,
                                      ent_dataset_get_event_text (whole, row_of_whole, ENT_TEXT_DATE, NULL));
      if (ent_dataset_get_event_text (whole, row_of_whole, ENT_TEXT_END, NULL).text != NULL)
        mask.end_text = ent_arena_add (self->as_of.texts, "..", 2);
    }
  mask_phases (self, row_of_whole, &mask);
  g_array_append_val (self->as_of.masks, mask);
  self->as_of.masked[row / 64] |= G_GUINT64_CONSTANT (1) << row % 64;
}

/* A link is there when both its ends are known. One to nowhere stays one. */
static void
add_links (EntDataset *self,
           EntListId   id,
           guint32     row_of_whole)
{
  EntList *list = &self->lists[id];
  guint n_links;
  const EntLink *links = ent_dataset_list_of_row (self->as_of.whole, id, row_of_whole, &n_links);
  guint32 end;

  for (guint i = 0; i < n_links; i++)
    {
      EntLink link = links[i];

      if (link.target != ENT_ROW_NONE)
        {
          link.target = self->as_of.lookup[link.target];
          if (link.target == ENT_ROW_NONE)
            continue;
        }
      g_array_append_val (list->entries, link);
    }
  end = list->entries->len;
  g_array_append_val (list->first, end);
}

/* As much as there can be, at once; what is not used is never touched. */
static void
make_room_for_links (EntDataset *self,
                     EntListId   id)
{
  EntList *list = &self->lists[id];

  g_array_unref (list->entries);
  g_array_unref (list->first);
  list->entries = g_array_sized_new (FALSE, FALSE, sizeof (EntLink), self->as_of.whole->lists[id].entries->len);
  list->first = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->as_of.n_rows + 1);
  g_array_append_val (list->first, (guint32){ 0 });
}

static void
choose_rows (EntDataset         *self,
             const EntAsOfTable *table)
{
  EntAsOf *as_of = &self->as_of;
  gint64 end = as_of->end;

  as_of->lookup = g_new (guint32, MAX (table->n_events, 1));
  as_of->rows = g_new (guint32, MAX (table->n_events, 1));
  for (guint32 row = 0; row < table->n_events; row++)
    {
      const EntAsOfTime *begin = &table->events[row].begin;

      as_of->lookup[row] = ENT_ROW_NONE;
      if (table->events[row].time.earliest < end)
        {
          as_of->lookup[row] = as_of->n_rows;
          as_of->rows[as_of->n_rows++] = row;
          continue;
        }
      if (!table->events[row].incident)
        continue;
      as_of->surely_begun += begin->latest <= end;
      as_of->perhaps_begun += begin->latest > end && begin->earliest < end;
    }
}

/**
 * ent_dataset_new_as_of:
 * @dataset: a dataset, whole or as of a day
 * @end: the second after the day
 *
 * Makes of it the dataset as it was known by the end of a day: immutable as every dataset, of rows of its own, in the same
 * order and with the same ids. All who ask it (queries, lanes, lists, chains, counts) see that day.
 *
 * - What surely begins after the day is not there. An incident is there from when it was disclosed; `ent-as-of-known.c`
 *   says what that is where no disclosure is recorded.
 * - Phases that surely begin after the day are left out. What surely goes on after it has an open end.
 * - Attribution, accusers and denials are those of the time: see `ent-as-of-blame.c`.
 * - A link is there when both its ends are.
 * - What cannot be told apart by time stays as it is told today: titles, summaries, quotes, status, severity, tags, sources
 *   and further fields.
 *
 * It keeps the whole dataset and shares its texts and most of its columns, and takes time linear to it.
 *
 * Returns: (transfer full): the dataset as of that day
 */
EntDataset *
ent_dataset_new_as_of (EntDataset *dataset,
                       gint64      end)
{
  const EntAsOfTable *table;
  EntDataset *self;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  dataset = ent_dataset_get_whole (dataset);
  table = ent_dataset_get_as_of_table (dataset);
  self = ent_dataset_new_sharing (dataset);
  self->as_of.end = end;
  self->as_of.masks = g_array_new (FALSE, FALSE, sizeof (EntAsOfMask));
  self->as_of.texts = ent_arena_new (NULL);
  choose_rows (self, table);
  self->as_of.masked = g_new0 (guint64, self->as_of.n_rows / 64 + 1);
  make_room_for_links (self, ENT_LIST_LINKS);
  make_room_for_links (self, ENT_LIST_LINKS_TO);
  for (guint32 row = 0; row < self->as_of.n_rows; row++)
    {
      if (table->events[self->as_of.rows[row]].settled > end)
        mask_row (self, table, row, self->as_of.rows[row]);
      add_links (self, ENT_LIST_LINKS, self->as_of.rows[row]);
      add_links (self, ENT_LIST_LINKS_TO, self->as_of.rows[row]);
    }
  return self;
}

/**
 * ent_dataset_new_of_view:
 * @dataset: a dataset
 * @view: a view of it
 *
 * Returns: (transfer full): the dataset as of the day of the view; itself if the view has none, or one that never ends
 */
EntDataset *
ent_dataset_new_of_view (EntDataset    *dataset,
                         const EntView *view)
{
  const EntDate *day = ent_view_get_as_of (view);
  gint64 end;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  if (day == NULL || !ent_as_of_get_end (day, &end))
    return g_object_ref (dataset);
  return ent_dataset_new_as_of (dataset, end);
}

/** ent_dataset_get_whole: (skip): (transfer none): the dataset with all that is known; itself if it is not as of a day */
EntDataset *
ent_dataset_get_whole (EntDataset *self)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), NULL);
  return self->as_of.whole != NULL ? self->as_of.whole : self;
}

/** ent_dataset_get_as_of: (skip): (nullable): the second after the day as of which it is, or %NULL for all that is known */
const gint64 *
ent_dataset_get_as_of (EntDataset *self)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), NULL);
  return self->as_of.whole != NULL ? &self->as_of.end : NULL;
}

/** ent_dataset_cut: (skip): @time, or the end of the day as of which the dataset is if that is earlier: nothing lies beyond */
gint64
ent_dataset_cut (EntDataset *self,
                 gint64      time)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), time);
  return self->as_of.whole != NULL ? MIN (time, self->as_of.end) : time;
}

/**
 * ent_dataset_get_begun:
 * @self: a dataset
 * @surely: (out): how many events had surely begun by the day and were not known
 * @perhaps: (out): how many more may have
 *
 * Counts what happened unseen; nothing in a dataset that is not as of a day.
 */
void
ent_dataset_get_begun (EntDataset *self,
                       guint      *surely,
                       guint      *perhaps)
{
  g_return_if_fail (ENT_IS_DATASET (self));
  *surely = self->as_of.surely_begun;
  *perhaps = self->as_of.perhaps_begun;
}

/**
 * ent_dataset_get_known_end:
 * @self: a dataset, whole or as of a day
 * @row: an event
 * @end: (out): the second by which it was surely known; untouched when %FALSE is returned
 *
 * Returns: whether there is such a second
 */
gboolean
ent_dataset_get_known_end (EntDataset *self,
                           guint32     row,
                           gint64     *end)
{
  gint64 latest;

  g_return_val_if_fail (ENT_IS_DATASET (self) && row < ent_dataset_n_rows (self), FALSE);

  if (self->as_of.whole != NULL)
    row = self->as_of.rows[row];
  latest = ent_dataset_get_as_of_table (ent_dataset_get_whole (self))->events[row].time.latest;
  if (latest == G_MININT64 || latest == G_MAXINT64)
    return FALSE;
  *end = latest;
  return TRUE;
}

/**
 * ent_dataset_get_as_of_notes:
 * @self: a dataset
 * @row: an event
 *
 * Returns: what has to be said of the event as of the day; nothing in a dataset that is not as of one
 */
EntAsOfNotes
ent_dataset_get_as_of_notes (EntDataset *self,
                             guint32     row)
{
  const EntAsOfTable *table;
  const EntEventEntry *event;
  EntDataset *whole;
  EntAsOfNotes notes;
  EntAsOfBlame blame;

  g_return_val_if_fail (ENT_IS_DATASET (self), 0);

  whole = self->as_of.whole;
  if (whole == NULL)
    return 0;
  row = self->as_of.rows[row];
  table = ent_dataset_get_as_of_table (whole);
  event = ent_dataset_event_at (whole, row);
  notes = table->events[row].notes;
  if (table->events[row].time.latest > self->as_of.end)
    notes |= ENT_AS_OF_MAY_BE_LATER;
  if ((event->flags & ENT_EVENT_DATED) != 0 && ends_later (&event->date, self->as_of.end))
    notes |= ENT_AS_OF_END_LATER;
  if (ent_as_of_has_blame (whole, row))
    {
      ent_as_of_find_blame (whole, table, row, self->as_of.end, NULL, &blame);
      notes |= blame.notes;
    }
  return notes;
}
