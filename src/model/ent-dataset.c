/* ent-dataset.c: the events of a file, immutable, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-private.h"

#include "ent-event.h"

static void ent_dataset_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntDataset, ent_dataset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_dataset_list_model_init))

static GType
ent_dataset_get_item_type (GListModel *model)
{
  return ENT_TYPE_EVENT;
}

static guint
ent_dataset_get_n_items (GListModel *model)
{
  return ent_dataset_n_rows (ENT_DATASET (model));
}

static gpointer
ent_dataset_get_item (GListModel *model,
                      guint       position)
{
  EntDataset *self = ENT_DATASET (model);

  return position < ent_dataset_n_rows (self) ? ent_event_new (self, position) : NULL;
}

static void
ent_dataset_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_dataset_get_item_type;
  iface->get_n_items = ent_dataset_get_n_items;
  iface->get_item = ent_dataset_get_item;
}

static void
actor_entry_clear (gpointer data)
{
  EntActorEntry *actor = data;

  g_clear_pointer (&actor->names, g_array_unref);
}

/* What a dataset as of a day has of the whole one. */
static void
free_own (EntDataset *self)
{
  g_free (self->id_slots);
  for (int i = 0; i < ENT_N_VALUE_FIELDS; i++)
    ent_vocabulary_free (self->values[i]);
  ent_vocabulary_free (self->languages);
  g_free (self->language);
  ent_vocabulary_free (self->words);
  ent_view_free (self->view);
}

static void
ent_dataset_finalize (GObject *object)
{
  EntDataset *self = ENT_DATASET (object);

  if (self->as_of.whole == NULL)
    free_own (self);
  g_array_unref (self->events);
  for (int i = 0; i < ENT_N_LISTS; i++)
    {
      g_array_unref (self->lists[i].entries);
      g_array_unref (self->lists[i].first);
    }
  g_array_unref (self->actors);
  g_array_unref (self->texts);
  g_array_unref (self->coverage);
  for (int i = 0; i < ENT_N_BASES; i++)
    g_free (GSIZE_TO_POINTER (self->orders[i]));
  ent_facets_free (GSIZE_TO_POINTER (self->facets));
  ent_text_index_free (GSIZE_TO_POINTER (self->text_index));
  ent_as_of_table_free (GSIZE_TO_POINTER (self->as_of_table));
  ent_arena_unref (self->arena);
  ent_as_of_clear (&self->as_of);

  G_OBJECT_CLASS (ent_dataset_parent_class)->finalize (object);
}

/* Shares with a dataset all that does not depend on the day. Rows are the caller's. */
EntDataset *
ent_dataset_new_sharing (EntDataset *whole)
{
  EntDataset *self = g_object_new (ENT_TYPE_DATASET, NULL);

  free_own (self);
  self->arena = ent_arena_ref (whole->arena);
  g_array_unref (self->events);
  self->events = g_array_ref (whole->events);
  for (int i = 0; i < ENT_N_LISTS; i++)
    if (i != ENT_LIST_LINKS && i != ENT_LIST_LINKS_TO && i != ENT_LIST_PHASES && i != ENT_LIST_ACTORS)
      {
        g_array_unref (self->lists[i].entries);
        g_array_unref (self->lists[i].first);
        self->lists[i].entries = g_array_ref (whole->lists[i].entries);
        self->lists[i].first = g_array_ref (whole->lists[i].first);
      }
  self->id_slots = whole->id_slots;
  self->id_mask = whole->id_mask;
  self->language = whole->language;
  self->languages = whole->languages;
  for (int i = 0; i < ENT_N_VALUE_FIELDS; i++)
    self->values[i] = whole->values[i];
  self->words = whole->words;
  g_array_unref (self->actors);
  self->actors = g_array_ref (whole->actors);
  g_array_unref (self->texts);
  self->texts = g_array_ref (whole->texts);
  g_array_unref (self->coverage);
  self->coverage = g_array_ref (whole->coverage);
  self->view_json = whole->view_json;
  self->stories = whole->stories;
  self->view = whole->view;
  self->as_of.whole = g_object_ref (whole);
  return self;
}

static void
ent_dataset_class_init (EntDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_dataset_finalize;
}

/* Makes the array of a list; used by the builder too. */
GArray *
ent_list_new_entries (EntListId id)
{
  static const guint sizes[ENT_N_LISTS] = {
    [ENT_LIST_TEXTS] = sizeof (EntTextEntry),     [ENT_LIST_VALUES] = sizeof (EntValueEntry),
    [ENT_LIST_PHASES] = sizeof (EntPhaseEntry),   [ENT_LIST_ACTORS] = sizeof (EntActorRef),
    [ENT_LIST_LINKS] = sizeof (EntLink),          [ENT_LIST_LINKS_TO] = sizeof (EntLink),
    [ENT_LIST_SOURCES] = sizeof (EntSourceEntry), [ENT_LIST_FIELDS] = sizeof (EntFieldEntry),
  };

  return g_array_new (FALSE, FALSE, sizes[id]);
}

static void
ent_dataset_init (EntDataset *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (EntEventEntry));
  for (int i = 0; i < ENT_N_LISTS; i++)
    {
      guint32 zero = 0;

      self->lists[i].entries = ent_list_new_entries (i);
      self->lists[i].first = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (self->lists[i].first, zero);
    }
  for (int i = 0; i < ENT_N_VALUE_FIELDS; i++)
    self->values[i] = ent_vocabulary_new ();
  self->languages = ent_vocabulary_new ();
  ent_vocabulary_intern (self->languages, (EntSlice){ "", 0 }); /* 0: the dataset's own */
  self->words = ent_vocabulary_new ();
  self->actors = g_array_new (FALSE, FALSE, sizeof (EntActorEntry));
  g_array_set_clear_func (self->actors, actor_entry_clear);
  self->texts = g_array_new (FALSE, FALSE, sizeof (EntTextEntry));
  self->coverage = g_array_new (FALSE, FALSE, sizeof (EntCoverage));
  self->view_json = ENT_TEXT_NONE;
  self->view = ent_view_new ();
  self->stories = ENT_TEXT_NONE;
}

/* How near a text's language is to the one that is wanted. */
static int
rank_language (EntDataset *self,
               guint32     number,
               const char *wanted)
{
  const char *tag = number > 0 ? ent_vocabulary_get (self->languages, number) : self->language;
  gsize primary;

  if (tag != NULL && wanted != NULL)
    {
      if (g_ascii_strcasecmp (tag, wanted) == 0)
        return 3;
      primary = strcspn (wanted, "-_");
      if (primary > 0 && strcspn (tag, "-_") == primary && g_ascii_strncasecmp (tag, wanted, primary) == 0)
        return 2;
    }
  return number == 0 ? 1 : 0;
}

/* The text in `language`, else in one that begins alike (zh for zh-TW), else the dataset's own, else the
 * first there is. */
static EntText
choose_text (EntDataset         *self,
             const EntTextEntry *entries,
             guint               n_entries,
             EntTextField        field,
             const char         *language)
{
  guint32 wanted = language != NULL ? ent_vocabulary_lookup (self->languages, ent_slice_from_string (language)) : 0;
  EntText best = ENT_TEXT_NONE;
  int best_rank = -1;

  for (guint i = 0; i < n_entries; i++)
    {
      int rank;

      if (entries[i].field != field)
        continue;
      if (entries[i].language == wanted)
        return entries[i].text;
      rank = rank_language (self, entries[i].language, language);
      if (rank > best_rank)
        {
          best = entries[i].text;
          best_rank = rank;
        }
    }
  return best;
}

/**
 * ent_dataset_get_text:
 * @self: a dataset
 * @field: one of the dataset's own texts
 * @language: (nullable): the tag wanted; %NULL for the dataset's own language
 *
 * Returns: the text in the language nearest to @language; absent if there is none
 */
EntSlice
ent_dataset_get_text (EntDataset  *self,
                      EntTextField field,
                      const char  *language)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), ENT_SLICE_NONE);
  return ent_arena_get (self->arena, choose_text (self, (const EntTextEntry *) self->texts->data,
                                                  self->texts->len, field, language));
}

/**
 * ent_dataset_get_source:
 * @self: a dataset
 *
 * Returns: (transfer none) (nullable): the bytes it was read from
 */
GBytes *
ent_dataset_get_source (EntDataset *self)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), NULL);
  return ent_arena_get_source (self->arena);
}

/**
 * ent_dataset_get_coverage:
 * @self: a dataset
 * @n_coverage: (out): how many
 *
 * Returns: (array length=n_coverage) (transfer none): which source collects when
 */
const EntCoverage *
ent_dataset_get_coverage (EntDataset *self,
                          guint      *n_coverage)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), NULL);
  *n_coverage = self->coverage->len;
  return (const EntCoverage *) self->coverage->data;
}

/** ent_dataset_get_view: (skip): the view the dataset opens with; one with nothing set when the file has none */
const EntView *
ent_dataset_get_view (EntDataset *self)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), NULL);
  return self->view;
}

/** ent_dataset_get_view_json: (skip): the dataset's `view` as JSON text, or absent */
EntSlice
ent_dataset_get_view_json (EntDataset *self)
{
  return ent_arena_get (self->arena, self->view_json);
}

/** ent_dataset_get_stories: (skip): the dataset's `stories` as JSON text, or absent */
EntSlice
ent_dataset_get_stories (EntDataset *self)
{
  return ent_arena_get (self->arena, self->stories);
}

/** ent_dataset_get_n_values: (skip): how many different values @field has */
guint
ent_dataset_get_n_values (EntDataset   *self,
                          EntValueField field)
{
  return ent_vocabulary_get_size (self->values[field]);
}

/** ent_dataset_get_value_word: (skip): a value as written, by its number */
const char *
ent_dataset_get_value_word (EntDataset   *self,
                            EntValueField field,
                            guint32       value)
{
  return ent_vocabulary_get (self->values[field], value);
}

/** ent_dataset_get_word: (skip): a role or basis as written, by its number */
const char *
ent_dataset_get_word (EntDataset *self,
                      guint32     word)
{
  return ent_vocabulary_get (self->words, word);
}

/** ent_dataset_get_n_actors: (skip): how many actors the dataset declares or names */
guint
ent_dataset_get_n_actors (EntDataset *self)
{
  return self->actors->len;
}

/** ent_dataset_get_actor_id: (skip): what events call the actor */
EntSlice
ent_dataset_get_actor_id (EntDataset *self,
                          guint32     actor)
{
  g_return_val_if_fail (actor < self->actors->len, ENT_SLICE_NONE);
  return ent_arena_get (self->arena, g_array_index (self->actors, EntActorEntry, actor).id);
}

/** ent_dataset_get_actor_name: (skip): its name in the language nearest to @language, else its id */
EntSlice
ent_dataset_get_actor_name (EntDataset *self,
                            guint32     actor,
                            const char *language)
{
  const EntActorEntry *entry;
  EntText name = ENT_TEXT_NONE;

  g_return_val_if_fail (actor < self->actors->len, ENT_SLICE_NONE);
  entry = &g_array_index (self->actors, EntActorEntry, actor);
  if (entry->names != NULL)
    name = choose_text (self, (const EntTextEntry *) entry->names->data, entry->names->len,
                        ENT_TEXT_TITLE, language);
  return ent_arena_get (self->arena, name != ENT_TEXT_NONE ? name : entry->id);
}

/** ent_dataset_get_actor_type: (skip): state, agency, company …, or absent */
EntSlice
ent_dataset_get_actor_type (EntDataset *self,
                            guint32     actor)
{
  g_return_val_if_fail (actor < self->actors->len, ENT_SLICE_NONE);
  return ent_arena_get (self->arena, g_array_index (self->actors, EntActorEntry, actor).type);
}

/** ent_dataset_get_actor_parent: (skip): the actor it is part of, or ENT_ROW_NONE; never a circle */
guint32
ent_dataset_get_actor_parent (EntDataset *self,
                              guint32     actor)
{
  g_return_val_if_fail (actor < self->actors->len, ENT_ROW_NONE);
  return g_array_index (self->actors, EntActorEntry, actor).parent;
}

/** ent_dataset_get_n_events: (skip): rows are 0 to this less one */
guint
ent_dataset_get_n_events (EntDataset *self)
{
  g_return_val_if_fail (ENT_IS_DATASET (self), 0);
  return ent_dataset_n_rows (self);
}

/* Where an id is in the table, or where it would be put. */
EntIdSlot *
ent_dataset_find_slot (EntDataset *self,
                       EntSlice    id,
                       guint32     hash)
{
  for (gsize i = hash & self->id_mask;; i = (i + 1) & self->id_mask)
    {
      EntIdSlot *slot = &self->id_slots[i];

      if (slot->row == ENT_ROW_NONE || (slot->hash == hash && ent_slice_equal (ent_dataset_get_id (self, slot->row), id)))
        return slot;
    }
}

/**
 * ent_dataset_find:
 * @self: a dataset
 * @id: an event's id
 *
 * Returns: its row, or %ENT_ROW_NONE
 */
guint32
ent_dataset_find (EntDataset *self,
                  EntSlice    id)
{
  guint32 row;

  g_return_val_if_fail (ENT_IS_DATASET (self), ENT_ROW_NONE);

  if (self->as_of.whole != NULL)
    {
      row = ent_dataset_find (self->as_of.whole, id);
      return row != ENT_ROW_NONE ? self->as_of.lookup[row] : ENT_ROW_NONE;
    }
  return id.text != NULL ? ent_dataset_find_slot (self, id, ent_slice_hash (id))->row : ENT_ROW_NONE;
}

/** ent_dataset_get_id: (skip): the event's id, given or made; no two are alike */
EntSlice
ent_dataset_get_id (EntDataset *self,
                    guint32     row)
{
  return ent_arena_get (self->arena, ent_dataset_event_at (self, row)->id);
}

/** ent_dataset_id_was_given: (skip): whether the file itself has the id */
gboolean
ent_dataset_id_was_given (EntDataset *self,
                          guint32     row)
{
  return (ent_dataset_event_at (self, row)->flags & ENT_EVENT_GIVEN_ID) != 0;
}

/** ent_dataset_get_raw: (skip): the event as it stands in the source, or absent if it was not JSON */
EntSlice
ent_dataset_get_raw (EntDataset *self,
                     guint32     row)
{
  return ent_arena_get (self->arena, ent_dataset_event_at (self, row)->raw);
}

/** ent_dataset_get_kind: (skip): the event's kind, a value of ENT_VALUE_KIND */
guint32
ent_dataset_get_kind (EntDataset *self,
                      guint32     row)
{
  return ent_dataset_event_at (self, row)->kind;
}

/** ent_dataset_get_kind_word: (skip): "incident", "meeting", "statement", "event" or any other word */
const char *
ent_dataset_get_kind_word (EntDataset *self,
                           guint32     row)
{
  return ent_vocabulary_get (self->values[ENT_VALUE_KIND], ent_dataset_event_at (self, row)->kind);
}

/**
 * ent_dataset_get_event_text:
 * @self: a dataset
 * @row: an event
 * @field: which text
 * @language: (nullable): the tag wanted; %NULL for the dataset's own language
 *
 * Returns: the text in the language nearest to @language; absent if there is none
 */
EntSlice
ent_dataset_get_event_text (EntDataset  *self,
                            guint32      row,
                            EntTextField field,
                            const char  *language)
{
  guint n_entries;
  const EntTextEntry *entries = ent_dataset_list_of_row (self, ENT_LIST_TEXTS, row, &n_entries);
  const EntAsOfMask *mask = field == ENT_TEXT_DATE || field == ENT_TEXT_END ? ent_dataset_mask_at (self, row) : NULL;

  if (mask != NULL && field == ENT_TEXT_DATE && mask->date_text != ENT_TEXT_NONE)
    return ent_arena_get (self->as_of.texts, mask->date_text);
  if (mask != NULL && field == ENT_TEXT_END && mask->end_text != ENT_TEXT_NONE)
    return ent_arena_get (self->as_of.texts, mask->end_text);
  if (field == ENT_TEXT_TITLE && language == NULL)
    return ent_arena_get (self->arena, ent_dataset_event_at (self, row)->title);
  return ent_arena_get (self->arena, choose_text (self, entries, n_entries, field, language));
}

/** ent_dataset_get_severity: (skip): 1–5; 0 when the file gives none */
guint
ent_dataset_get_severity (EntDataset *self,
                          guint32     row)
{
  return ent_dataset_event_at (self, row)->severity;
}

/** ent_dataset_get_status: (skip): the #EntStatus of the event in @row */
EntStatus
ent_dataset_get_status (EntDataset *self,
                        guint32     row)
{
  return ent_dataset_event_at (self, row)->status;
}

/** ent_dataset_get_confidence: (skip): how sure the attribution of the event in @row is */
EntConfidence
ent_dataset_get_confidence (EntDataset *self,
                            guint32     row)
{
  const EntAsOfMask *mask = ent_dataset_mask_at (self, row);

  return mask != NULL ? mask->confidence : ent_dataset_event_at (self, row)->confidence;
}

/** ent_dataset_is_denied: (skip): whether an actor denies the attribution */
gboolean
ent_dataset_is_denied (EntDataset *self,
                       guint32     row)
{
  const EntAsOfMask *mask = ent_dataset_mask_at (self, row);

  return ((mask != NULL ? mask->flags : ent_dataset_event_at (self, row)->flags) & ENT_EVENT_DENIED) != 0;
}

/** ent_dataset_get_verification: (skip): whether the event in @row was verified */
EntVerification
ent_dataset_get_verification (EntDataset *self,
                              guint32     row)
{
  return ent_dataset_event_at (self, row)->verification;
}

/**
 * ent_dataset_next_value:
 * @self: a dataset
 * @row: an event
 * @field: which field; the kind is one too
 * @position: (inout): 0 at first; advanced
 * @value: (out): a value's number
 *
 * Walks the values an event has in a field.
 *
 * Returns: %FALSE when there are no more
 */
gboolean
ent_dataset_next_value (EntDataset   *self,
                        guint32       row,
                        EntValueField field,
                        guint        *position,
                        guint32      *value)
{
  guint n_values;
  const EntValueEntry *values;

  if (field == ENT_VALUE_KIND)
    {
      *value = ent_dataset_event_at (self, row)->kind;
      return (*position)++ == 0;
    }
  values = ent_dataset_list_of_row (self, ENT_LIST_VALUES, row, &n_values);
  while (*position < n_values)
    {
      const EntValueEntry *entry = &values[(*position)++];

      if (entry->field == field)
        {
          *value = entry->value;
          return TRUE;
        }
    }
  return FALSE;
}

/** ent_dataset_get_actors: (skip): roles first to last as in the file, then accusers and deniers */
const EntActorRef *
ent_dataset_get_actors (EntDataset *self,
                        guint32     row,
                        guint      *n_actors)
{
  return ent_dataset_list_of_row (self, ENT_LIST_ACTORS, row, n_actors);
}

/** ent_dataset_get_links: (skip): what the event links to */
const EntLink *
ent_dataset_get_links (EntDataset *self,
                       guint32     row,
                       guint      *n_links)
{
  return ent_dataset_list_of_row (self, ENT_LIST_LINKS, row, n_links);
}

/** ent_dataset_get_links_to: (skip): which events link to this one; their rows are the targets */
const EntLink *
ent_dataset_get_links_to (EntDataset *self,
                          guint32     row,
                          guint      *n_links)
{
  return ent_dataset_list_of_row (self, ENT_LIST_LINKS_TO, row, n_links);
}

/** ent_dataset_get_n_sources: (skip): how many sources the event in @row has */
guint
ent_dataset_get_n_sources (EntDataset *self,
                           guint32     row)
{
  guint n_sources;

  ent_dataset_list_of_row (self, ENT_LIST_SOURCES, row, &n_sources);
  return n_sources;
}

/** ent_dataset_get_event_source: (skip): one of the event's sources, in the file's order */
void
ent_dataset_get_event_source (EntDataset *self,
                              guint32     row,
                              guint       index,
                              EntSource  *source)
{
  guint n_sources;
  const EntSourceEntry *sources = ent_dataset_list_of_row (self, ENT_LIST_SOURCES, row, &n_sources);

  g_return_if_fail (index < n_sources);
  source->publisher = ent_arena_get (self->arena, sources[index].publisher);
  source->title = ent_arena_get (self->arena, sources[index].title);
  source->date = ent_arena_get (self->arena, sources[index].date);
  source->url = ent_arena_get (self->arena, sources[index].url);
  source->basis = ent_arena_get (self->arena, sources[index].basis);
}

/** ent_dataset_get_n_fields: (skip): how many further fields the event in @row has */
guint
ent_dataset_get_n_fields (EntDataset *self,
                          guint32     row)
{
  guint n_fields;

  ent_dataset_list_of_row (self, ENT_LIST_FIELDS, row, &n_fields);
  return n_fields;
}

/** ent_dataset_get_field: (skip): one of the event's further fields */
void
ent_dataset_get_field (EntDataset *self,
                       guint32     row,
                       guint       index,
                       EntField   *field)
{
  guint n_fields;
  const EntFieldEntry *fields = ent_dataset_list_of_row (self, ENT_LIST_FIELDS, row, &n_fields);

  g_return_if_fail (index < n_fields);
  field->name = ent_arena_get (self->arena, fields[index].name);
  field->value = ent_arena_get (self->arena, fields[index].value);
}
