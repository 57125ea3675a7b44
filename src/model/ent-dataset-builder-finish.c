/* ent-dataset-builder-finish.c: what only the whole of a dataset shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids that are missing or used twice, links and parents that lead to nowhere or
 * in a circle, and texts whose language came after them.
 */
#include "config.h"

#include "ent-dataset-builder-private.h"

#include "ent-limits.h"
#include "ent-parents.h"

#include <glib/gi18n.h>

/* `e-` and twelve digits. */
#define MADE_ID_LENGTH 14

/* The mark and the digits of a guint32. */
#define NUMBER_LENGTH 11

static void
make_own (GArray *texts,
          guint32 language)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      EntTextEntry *entry = &g_array_index (texts, EntTextEntry, i);

      if (entry->language == language)
        entry->language = 0;
    }
}

/* Texts that came before the language was known carry its tag. */
static void
settle_language (EntDataset *dataset)
{
  const EntList *texts = &dataset->lists[ENT_LIST_TEXTS];
  EntSlice tag = ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL);
  guint32 own = tag.length > 0 ? ent_vocabulary_lookup (dataset->languages, tag) : ENT_WORD_NONE;

  dataset->language = ent_slice_dup (tag);
  if (own == ENT_WORD_NONE)
    return;
  make_own (dataset->texts, own);
  make_own (texts->entries, own);
  for (guint i = 0; i < dataset->actors->len; i++)
    make_own (g_array_index (dataset->actors, EntActorEntry, i).names, own);
  for (guint row = 0; row < dataset->events->len; row++)
    for (guint32 i = g_array_index (texts->first, guint32, row + 1); i > g_array_index (texts->first, guint32, row); i--)
      {
        const EntTextEntry *entry = &g_array_index (texts->entries, EntTextEntry, i - 1);

        if (entry->field == ENT_TEXT_TITLE && entry->language == 0)
          g_array_index (dataset->events, EntEventEntry, row).title = entry->text;
      }
}

static void
hash_slice (GChecksum *sum,
            EntSlice   slice)
{
  if (slice.length > 0)
    g_checksum_update (sum, (const guchar *) slice.text, (gssize) slice.length);
}

/* e- and 12 hex digits of SHA-256 over kind, date text and title (§4 of the design). */
static void
make_id (EntDataset *dataset,
         guint32     row,
         GChecksum  *sum,
         char        id[MADE_ID_LENGTH + 1])
{
  const EntSlice separator = { "\x1f", 1 };
  EntSlice date = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  EntSlice start = ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL);
  EntSlice end = ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL);

  g_checksum_reset (sum);
  hash_slice (sum, ent_slice_from_string (ent_dataset_get_kind_word (dataset, row)));
  hash_slice (sum, separator);
  if (date.text != NULL)
    hash_slice (sum, date);
  else if (start.text != NULL || end.text != NULL)
    {
      hash_slice (sum, start);
      hash_slice (sum, ent_slice_from_string ("/"));
      hash_slice (sum, end);
    }
  hash_slice (sum, separator);
  hash_slice (sum, ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL));
  memcpy (id, "e-", 2);
  memcpy (id + 2, g_checksum_get_string (sum), MADE_ID_LENGTH - 2);
  id[MADE_ID_LENGTH] = '\0';
}

/* Names an event by an id that another has, and a number. `numbers` has the last one by the other's row. */
static void
number_id (EntDatasetBuilder *self,
           GHashTable        *numbers,
           guint32            row,
           guint32            other,
           EntSlice           stem,
           char               mark)
{
  EntDataset *dataset = self->dataset;
  guint number = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (other))), 1);
  g_autoptr (GString) text = g_string_new (NULL);
  EntIdSlot *slot;
  EntSlice id;
  guint32 hash;

  /* What the arena would cut off is the number. */
  stem = ent_slice_cut (stem, ENT_TEXT_MAX_LENGTH - NUMBER_LENGTH);
  g_string_append_len (text, stem.text, (gssize) stem.length);
  do
    {
      g_string_truncate (text, stem.length);
      g_string_append_printf (text, "%c%u", mark, ++number);
      id = (EntSlice){ text->str, text->len };
      hash = ent_slice_hash (id);
      slot = ent_dataset_find_slot (dataset, id, hash);
    }
  while (slot->row != ENT_ROW_NONE);
  g_hash_table_insert (numbers, GUINT_TO_POINTER (other), GUINT_TO_POINTER (number));
  if (mark == '~')
    ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, g_array_index (self->offsets, goffset, row),
                         _("id “%.*s” is used before; this event is named “%.*s~%u”"),
                         ent_slice_quoted_length (stem), stem.text, ent_slice_quoted_length (stem), stem.text, number);
  g_array_index (dataset->events, EntEventEntry, row).id = ent_arena_add (dataset->arena, id.text, id.length);
  *slot = (EntIdSlot){ hash, row };
}

/* First the ids that the file gives, so that none is taken from the event that has it: neither by one that
 * is named a second time, nor by one that is made. */
static void
settle_ids (EntDatasetBuilder *self)
{
  EntDataset *dataset = self->dataset;
  guint n_events = dataset->events->len;
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n_slots = 1;

  while (n_slots < (gsize) n_events + n_events / 2 + 1)
    n_slots *= 2;
  dataset->id_mask = n_slots - 1;
  dataset->id_slots = g_new (EntIdSlot, n_slots);
  memset (dataset->id_slots, 0xff, n_slots * sizeof (EntIdSlot));

  for (guint32 row = 0; row < n_events; row++)
    if (ent_dataset_id_was_given (dataset, row))
      {
        EntSlice id = ent_dataset_get_id (dataset, row);
        guint32 hash = ent_slice_hash (id);
        EntIdSlot *slot = ent_dataset_find_slot (dataset, id, hash);

        if (slot->row == ENT_ROW_NONE)
          *slot = (EntIdSlot){ hash, row };
        else
          g_array_append_val (again, row);
      }
  for (guint i = 0; i < again->len; i++)
    {
      guint32 row = g_array_index (again, guint32, i);
      EntSlice id = ent_dataset_get_id (dataset, row);

      number_id (self, numbers, row, ent_dataset_find (dataset, id), id, '~');
    }
  for (guint32 row = 0; row < n_events; row++)
    if (!ent_dataset_id_was_given (dataset, row))
      {
        char text[MADE_ID_LENGTH + 1];
        EntSlice id = { text, MADE_ID_LENGTH };
        EntIdSlot *slot;
        guint32 hash;

        make_id (dataset, row, sum, text);
        hash = ent_slice_hash (id);
        slot = ent_dataset_find_slot (dataset, id, hash);
        if (slot->row != ENT_ROW_NONE)
          number_id (self, numbers, row, slot->row, id, '-');
        else
          {
            g_array_index (dataset->events, EntEventEntry, row).id = ent_arena_add (dataset->arena, text, MADE_ID_LENGTH);
            *slot = (EntIdSlot){ hash, row };
          }
      }
}

static void
resolve_links (EntDatasetBuilder *self)
{
  EntDataset *dataset = self->dataset;
  EntList *links = &dataset->lists[ENT_LIST_LINKS];

  for (guint row = 0; row < dataset->events->len; row++)
    {
      guint32 from = g_array_index (links->first, guint32, row);
      guint32 to = g_array_index (links->first, guint32, row + 1);

      for (guint i = from; i < to; i++)
        {
          const EntPendingLink *pending = &g_array_index (self->links, EntPendingLink, i);
          EntSlice target = ent_arena_get (dataset->arena, pending->target);
          EntLink *link = &g_array_index (links->entries, EntLink, i);

          link->target = ent_dataset_find (dataset, target);
          if (link->target == ENT_ROW_NONE)
            ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, pending->offset,
                                 _("link to “%.*s”: there is no such event"),
                                 ent_slice_quoted_length (target), target.text);
          else if (link->target == row)
            {
              ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, pending->offset,
                                   _("link to the event itself; left out"));
              link->target = ENT_ROW_NONE;
            }
        }
    }
}

/* An event that answers itself by way of others: found by walking each component once, with an explicit
 * stack, and reported at the link that closes the circle. The links stay. */
static void
report_circles (EntDatasetBuilder *self)
{
  enum { NEW, OPEN, DONE };
  EntDataset *dataset = self->dataset;
  const EntList *links = &dataset->lists[ENT_LIST_LINKS];
  guint n_events = dataset->events->len;
  g_autofree guint8 *state = g_new0 (guint8, MAX (n_events, 1));
  g_autofree guint32 *next = g_new (guint32, MAX (n_events, 1));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 root = 0; root < n_events; root++)
    {
      if (state[root] != NEW)
        continue;
      g_array_append_val (stack, root);
      state[root] = OPEN;
      next[root] = g_array_index (links->first, guint32, root);
      while (stack->len > 0)
        {
          guint32 row = g_array_index (stack, guint32, stack->len - 1);
          guint32 at = next[row];

          if (at == g_array_index (links->first, guint32, row + 1))
            {
              state[row] = DONE;
              g_array_set_size (stack, stack->len - 1);
              continue;
            }
          next[row]++;
          {
            const EntLink *link = &g_array_index (links->entries, EntLink, at);

            /* Comparisons and parts have no before and after. */
            if (link->target == ENT_ROW_NONE || link->type == ENT_LINK_COMPARES_TO ||
                link->type == ENT_LINK_PART_OF)
              continue;
            if (state[link->target] == OPEN)
              ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING,
                                   g_array_index (self->links, EntPendingLink, at).offset,
                                   _("this link closes a circle: the event comes to answer itself"));
            else if (state[link->target] == NEW)
              {
                guint32 target = link->target;

                state[target] = OPEN;
                next[target] = g_array_index (links->first, guint32, target);
                g_array_append_val (stack, target);
              }
          }
        }
    }
}

static void
turn_links_round (EntDataset *dataset)
{
  const EntList *links = &dataset->lists[ENT_LIST_LINKS];
  EntList *back = &dataset->lists[ENT_LIST_LINKS_TO];
  guint n_events = dataset->events->len;
  guint32 *first;
  guint32 n_links = 0;
  g_autofree guint32 *at = g_new0 (guint32, n_events + 1);

  g_array_set_size (back->first, n_events + 1);
  first = (guint32 *) back->first->data;
  for (guint i = 0; i < links->entries->len; i++)
    {
      guint32 target = g_array_index (links->entries, EntLink, i).target;

      if (target != ENT_ROW_NONE)
        at[target]++;
    }
  for (guint row = 0; row <= n_events; row++)
    {
      guint32 count = row < n_events ? at[row] : 0;

      first[row] = at[row] = n_links;
      n_links += count;
    }
  g_array_set_size (back->entries, n_links);
  for (guint row = 0; row < n_events; row++)
    for (guint i = g_array_index (links->first, guint32, row);
         i < g_array_index (links->first, guint32, row + 1);
         i++)
      {
        const EntLink *link = &g_array_index (links->entries, EntLink, i);

        if (link->target != ENT_ROW_NONE)
          g_array_index (back->entries, EntLink, at[link->target]++) = (EntLink){ row, link->type };
      }
}

static void
report_cut_parent (guint32  actor,
                   gboolean in_circle,
                   gpointer data)
{
  EntDatasetBuilder *self = data;
  const EntPendingParent *pending = &g_array_index (self->parents, EntPendingParent, actor);
  EntSlice id = ent_arena_get (self->dataset->arena, pending->parent);

  ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, pending->offset,
                       in_circle ? _("part of “%.*s”: the actor would be part of itself; left out")
                                 : _("part of “%.*s”: too many actors stand above; left out"),
                       ent_slice_quoted_length (id), id.text);
}

static void
resolve_parents (EntDatasetBuilder *self)
{
  guint n_actors = self->parents->len;
  g_autofree guint32 *parents = g_new (guint32, MAX (n_actors, 1));

  for (guint i = 0; i < n_actors; i++)
    {
      const EntPendingParent *pending = &g_array_index (self->parents, EntPendingParent, i);
      EntSlice id = ent_arena_get (self->dataset->arena, pending->parent);

      parents[i] = ent_vocabulary_lookup (self->actor_ids, id);
      if (id.text != NULL && parents[i] == ENT_WORD_NONE)
        ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, pending->offset,
                             _("part of “%.*s”: there is no such actor"), ent_slice_quoted_length (id), id.text);
    }
  ent_parents_settle (parents, n_actors, ENT_LIMIT_ACTOR_DEPTH, report_cut_parent, self);
  for (guint i = 0; i < n_actors; i++)
    g_array_index (self->dataset->actors, EntActorEntry, i).parent = parents[i];
}

/**
 * ent_dataset_builder_finish:
 * @self: a builder; afterwards it can only be freed
 *
 * Names events without ids, joins links, and reports what only the whole shows.
 *
 * Returns: (transfer full): the dataset
 */
EntDataset *
ent_dataset_builder_finish (EntDatasetBuilder *self)
{
  EntDataset *dataset = self->dataset;

  g_return_val_if_fail (dataset != NULL && !self->in_event, NULL);

  settle_language (dataset);
  settle_ids (self);
  ent_arena_shrink (dataset->arena);
  resolve_links (self);
  report_circles (self);
  turn_links_round (dataset);
  resolve_parents (self);
  for (guint i = 0; i < dataset->coverage->len; i++)
    {
      EntCoverage *coverage = &g_array_index (dataset->coverage, EntCoverage, i);

      coverage->source = ent_arena_get (dataset->arena, g_array_index (self->coverage, EntText, 2 * i));
      coverage->span_text = ent_arena_get (dataset->arena, g_array_index (self->coverage, EntText, 2 * i + 1));
    }
  return g_steal_pointer (&self->dataset);
}
