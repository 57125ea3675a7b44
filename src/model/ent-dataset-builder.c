/* ent-dataset-builder.c: fills a dataset, event by event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-builder.h"

#include "ent-dataset-private.h"
#include "ent-limits.h"
#include "ent-parents.h"

#include <glib/gi18n.h>

/* `e-` and twelve digits. */
#define MADE_ID_LENGTH 14

/* The mark and the digits of a guint32. */
#define NUMBER_LENGTH 11

/* Kept beside the links until all ids are known. */
typedef struct
{
  EntText target;
  goffset offset;
} PendingLink;

typedef struct
{
  EntText parent;
  goffset offset;
} PendingParent;

struct _EntDatasetBuilder
{
  EntDataset     *dataset;     /* (owned) (nullable): given away by finish() */
  EntDiagnostics *diagnostics; /* (owned) */
  EntVocabulary  *actor_ids;   /* (owned): number = index in actors */
  GArray         *links;       /* (owned) of PendingLink, beside ENT_LIST_LINKS */
  GArray         *coverage;    /* (owned) of EntText, two each beside coverage */
  GArray         *parents;     /* (owned) of PendingParent, beside actors */
  GArray         *offsets;     /* (owned) of goffset: where each event's id, or the event, stands */
  EntEventEntry   event;       /* the one being filled */
  goffset         offset;
  guint           first[ENT_N_LISTS];
  guint           n_values[ENT_N_VALUE_FIELDS]; /* this and the next three: before the event */
  guint           n_words;
  guint           n_languages;
  guint           n_actors;
  gboolean        in_event;
};

/**
 * ent_dataset_builder_new:
 * @source: (nullable): the bytes being read; text that lies in them is not copied
 * @diagnostics: where to report; kept
 *
 * Returns: (transfer full): a builder of an empty dataset
 */
EntDatasetBuilder *
ent_dataset_builder_new (GBytes         *source,
                         EntDiagnostics *diagnostics)
{
  EntDatasetBuilder *self = g_new0 (EntDatasetBuilder, 1);

  self->dataset = g_object_new (ENT_TYPE_DATASET, NULL);
  self->dataset->arena = ent_arena_new (source);
  self->diagnostics = ent_diagnostics_ref (diagnostics);
  self->actor_ids = ent_vocabulary_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (PendingLink));
  self->parents = g_array_new (FALSE, FALSE, sizeof (PendingParent));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (goffset));
  self->coverage = g_array_new (FALSE, FALSE, sizeof (EntText));
  return self;
}

void
ent_dataset_builder_free (EntDatasetBuilder *self)
{
  g_clear_object (&self->dataset);
  ent_diagnostics_unref (self->diagnostics);
  ent_vocabulary_free (self->actor_ids);
  g_array_unref (self->links);
  g_array_unref (self->parents);
  g_array_unref (self->offsets);
  g_array_unref (self->coverage);
  g_free (self);
}

static EntText
keep (EntDatasetBuilder *self,
      EntSlice           slice)
{
  return ent_arena_add (self->dataset->arena, slice.text, slice.length);
}

/* The language of a file's plain strings is number 0; so is, in the end, the tag that names it. */
static guint32
language_number (EntDatasetBuilder *self,
                 EntSlice           language)
{
  return language.length > 0 ? ent_vocabulary_intern (self->dataset->languages, language) : 0;
}

/**
 * ent_dataset_builder_set_text:
 * @self: a builder
 * @field: one of the dataset's own texts
 * @language: its tag, or absent for the dataset's language
 * @text: the text
 */
void
ent_dataset_builder_set_text (EntDatasetBuilder *self,
                              EntTextField       field,
                              EntSlice           language,
                              EntSlice           text)
{
  EntTextEntry entry = { keep (self, text), language_number (self, language), field };

  g_array_append_val (self->dataset->texts, entry);
}

/**
 * ent_dataset_builder_set_view:
 * @self: a builder
 * @raw: the dataset's `view`, as JSON text
 * @view: what it says; copied
 */
void
ent_dataset_builder_set_view (EntDatasetBuilder *self,
                              EntSlice           raw,
                              const EntView     *view)
{
  self->dataset->view_json = keep (self, raw);
  ent_view_free (self->dataset->view);
  self->dataset->view = ent_view_copy (view);
}

/** ent_dataset_builder_set_stories: (skip): keeps the dataset's `stories` as JSON text */
void
ent_dataset_builder_set_stories (EntDatasetBuilder *self,
                                 EntSlice           raw)
{
  self->dataset->stories = keep (self, raw);
}

/** ent_dataset_builder_add_coverage: (skip): adds a span in which a source collects */
void
ent_dataset_builder_add_coverage (EntDatasetBuilder *self,
                                  EntSlice           source,
                                  EntSlice           span_text,
                                  const EntDate     *span)
{
  EntCoverage coverage = { .span = *span };
  EntText places[2] = { keep (self, source), keep (self, span_text) };

  g_array_append_val (self->dataset->coverage, coverage);
  g_array_append_vals (self->coverage, places, 2); /* slices come when the arena stands still */
}

/**
 * ent_dataset_builder_add_actor:
 * @self: a builder
 * @id: what events call the actor
 *
 * Returns: the actor's number; the same for the same @id
 */
guint32
ent_dataset_builder_add_actor (EntDatasetBuilder *self,
                               EntSlice           id)
{
  guint32 actor = ent_vocabulary_intern (self->actor_ids, id);

  if (actor == self->dataset->actors->len)
    {
      EntActorEntry entry = { keep (self, id), ENT_TEXT_NONE, NULL, ENT_ROW_NONE };
      PendingParent parent = { ENT_TEXT_NONE, -1 };

      g_array_append_val (self->dataset->actors, entry);
      g_array_append_val (self->parents, parent);
    }
  return actor;
}

/** ent_dataset_builder_set_actor_name: (skip): names an actor in a language */
void
ent_dataset_builder_set_actor_name (EntDatasetBuilder *self,
                                    guint32            actor,
                                    EntSlice           language,
                                    EntSlice           name)
{
  EntActorEntry *entry = &g_array_index (self->dataset->actors, EntActorEntry, actor);
  EntTextEntry text = { keep (self, name), language_number (self, language), ENT_TEXT_TITLE };

  if (entry->names == NULL)
    entry->names = g_array_new (FALSE, FALSE, sizeof (EntTextEntry));
  g_array_append_val (entry->names, text);
}

/** ent_dataset_builder_set_actor_type: (skip): says what an actor is */
void
ent_dataset_builder_set_actor_type (EntDatasetBuilder *self,
                                    guint32            actor,
                                    EntSlice           type)
{
  g_array_index (self->dataset->actors, EntActorEntry, actor).type = keep (self, type);
}

/** ent_dataset_builder_set_actor_parent: (skip): says what an actor is part of; may come before that is known */
void
ent_dataset_builder_set_actor_parent (EntDatasetBuilder *self,
                                      guint32            actor,
                                      EntSlice           parent,
                                      goffset            offset)
{
  PendingParent *pending = &g_array_index (self->parents, PendingParent, actor);

  pending->parent = keep (self, parent);
  pending->offset = offset;
}

/**
 * ent_dataset_builder_begin_event:
 * @self: a builder
 * @offset: where the event stands in the source, or −1
 */
void
ent_dataset_builder_begin_event (EntDatasetBuilder *self,
                                 goffset            offset)
{
  g_return_if_fail (!self->in_event);

  self->event = (EntEventEntry){ .id = ENT_TEXT_NONE, .title = ENT_TEXT_NONE, .raw = ENT_TEXT_NONE,
                                 .kind = ENT_WORD_NONE };
  self->offset = offset;
  for (int i = 0; i < ENT_N_LISTS; i++)
    self->first[i] = self->dataset->lists[i].entries->len;
  for (int i = 0; i < ENT_N_VALUE_FIELDS; i++)
    self->n_values[i] = ent_vocabulary_get_size (self->dataset->values[i]);
  self->n_words = ent_vocabulary_get_size (self->dataset->words);
  self->n_languages = ent_vocabulary_get_size (self->dataset->languages);
  self->n_actors = self->dataset->actors->len;
  self->in_event = TRUE;
}

/** ent_dataset_builder_drop_event: (skip): forgets the event being filled, and the words and actors only it has */
void
ent_dataset_builder_drop_event (EntDatasetBuilder *self)
{
  g_return_if_fail (self->in_event);

  for (int i = 0; i < ENT_N_LISTS; i++)
    g_array_set_size (self->dataset->lists[i].entries, self->first[i]);
  g_array_set_size (self->links, self->first[ENT_LIST_LINKS]);
  for (int i = 0; i < ENT_N_VALUE_FIELDS; i++)
    ent_vocabulary_truncate (self->dataset->values[i], self->n_values[i]);
  ent_vocabulary_truncate (self->dataset->words, self->n_words);
  ent_vocabulary_truncate (self->dataset->languages, self->n_languages);
  ent_vocabulary_truncate (self->actor_ids, self->n_actors);
  g_array_set_size (self->dataset->actors, self->n_actors);
  g_array_set_size (self->parents, self->n_actors);
  self->in_event = FALSE;
}

/**
 * ent_dataset_builder_end_event:
 * @self: a builder
 * @raw: the event as it stands in the source, or absent
 *
 * Adds the event. One without a kind becomes an "event".
 */
void
ent_dataset_builder_end_event (EntDatasetBuilder *self,
                               EntSlice           raw)
{
  EntDataset *dataset = self->dataset;

  g_return_if_fail (self->in_event);

  if (self->event.kind == ENT_WORD_NONE)
    self->event.kind = ent_vocabulary_intern (dataset->values[ENT_VALUE_KIND],
                                              ent_slice_from_string ("event"));
  self->event.raw = keep (self, raw);
  g_array_append_val (dataset->events, self->event);
  g_array_append_val (self->offsets, self->offset);
  for (int i = 0; i < ENT_N_LISTS; i++)
    if (i != ENT_LIST_LINKS_TO)
      {
        guint32 end = dataset->lists[i].entries->len;

        g_array_append_val (dataset->lists[i].first, end);
      }
  self->in_event = FALSE;
}

/** ent_dataset_builder_set_id: (skip): the id the file gives */
void
ent_dataset_builder_set_id (EntDatasetBuilder *self,
                            EntSlice           id,
                            goffset            offset)
{
  self->event.id = keep (self, id);
  self->event.flags |= ENT_EVENT_GIVEN_ID;
  self->offset = offset;
}

/** ent_dataset_builder_set_date: (skip): when it occurred, by `date` or by `start` and `end` */
void
ent_dataset_builder_set_date (EntDatasetBuilder *self,
                              const EntDate     *date)
{
  self->event.date = *date;
  self->event.flags |= ENT_EVENT_DATED;
}

/**
 * ent_dataset_builder_add_text:
 * @self: a builder
 * @field: one of an event's texts
 * @language: its tag, or absent for the dataset's language
 * @text: the text
 */
void
ent_dataset_builder_add_text (EntDatasetBuilder *self,
                              EntTextField       field,
                              EntSlice           language,
                              EntSlice           text)
{
  EntTextEntry entry = { keep (self, text), language_number (self, language), field };

  if (field == ENT_TEXT_TITLE && (entry.language == 0 || self->event.title == ENT_TEXT_NONE))
    self->event.title = entry.text;
  g_array_append_val (self->dataset->lists[ENT_LIST_TEXTS].entries, entry);
}

/** ent_dataset_builder_add_value: (skip): a value of a field; the kind replaces the one before */
void
ent_dataset_builder_add_value (EntDatasetBuilder *self,
                               EntValueField      field,
                               EntSlice           word)
{
  EntValueEntry entry = { ent_vocabulary_intern (self->dataset->values[field], word), field };

  if (field == ENT_VALUE_KIND)
    self->event.kind = entry.value;
  else
    g_array_append_val (self->dataset->lists[ENT_LIST_VALUES].entries, entry);
}

/** ent_dataset_builder_set_severity: (skip): 1–5 */
void
ent_dataset_builder_set_severity (EntDatasetBuilder *self,
                                  guint              severity)
{
  g_return_if_fail (severity >= 1 && severity <= 5);
  self->event.severity = severity;
}

/** ent_dataset_builder_set_status: (skip): how far it has come about */
void
ent_dataset_builder_set_status (EntDatasetBuilder *self,
                                EntStatus          status)
{
  self->event.status = status;
}

/** ent_dataset_builder_set_confidence: (skip): how firmly it is attributed */
void
ent_dataset_builder_set_confidence (EntDatasetBuilder *self,
                                    EntConfidence      confidence)
{
  self->event.confidence = confidence;
}

/** ent_dataset_builder_set_verification: (skip): whether its date was seen in a source */
void
ent_dataset_builder_set_verification (EntDatasetBuilder *self,
                                      EntVerification    verification)
{
  self->event.verification = verification;
}

/** ent_dataset_builder_add_phase: (skip): a phase, its date and that date as written */
void
ent_dataset_builder_add_phase (EntDatasetBuilder *self,
                               EntPhase           phase,
                               const EntDate     *date,
                               EntSlice           text)
{
  EntPhaseEntry entry = { *date, keep (self, text), phase };

  g_array_append_val (self->dataset->lists[ENT_LIST_PHASES].entries, entry);
}

/**
 * ent_dataset_builder_add_actor_ref:
 * @self: a builder
 * @relation: what the actor is to the event
 * @actor: its id; one that is not declared becomes known by this
 * @word: the role or basis, or absent
 */
void
ent_dataset_builder_add_actor_ref (EntDatasetBuilder *self,
                                   EntRelation        relation,
                                   EntSlice           actor,
                                   EntSlice           word)
{
  EntActorRef entry = { ent_dataset_builder_add_actor (self, actor), ENT_WORD_NONE, relation };

  if (word.text != NULL)
    entry.word = ent_vocabulary_intern (self->dataset->words, word);
  if (relation == ENT_RELATION_DENIER)
    self->event.flags |= ENT_EVENT_DENIED;
  g_array_append_val (self->dataset->lists[ENT_LIST_ACTORS].entries, entry);
}

/** ent_dataset_builder_add_link: (skip): a link; its target may come later in the file */
void
ent_dataset_builder_add_link (EntDatasetBuilder *self,
                              EntLinkType        type,
                              EntSlice           target,
                              goffset            offset)
{
  EntLink entry = { ENT_ROW_NONE, type };
  PendingLink pending = { keep (self, target), offset };

  g_array_append_val (self->dataset->lists[ENT_LIST_LINKS].entries, entry);
  g_array_append_val (self->links, pending);
}

/** ent_dataset_builder_add_source: (skip): where the event was learned from */
void
ent_dataset_builder_add_source (EntDatasetBuilder *self,
                                const EntSource   *source)
{
  EntSourceEntry entry = { keep (self, source->publisher), keep (self, source->title),
                           keep (self, source->date), keep (self, source->url),
                           keep (self, source->basis) };

  g_array_append_val (self->dataset->lists[ENT_LIST_SOURCES].entries, entry);
}

/** ent_dataset_builder_add_field: (skip): a further field and its value as JSON text */
void
ent_dataset_builder_add_field (EntDatasetBuilder *self,
                               EntSlice           name,
                               EntSlice           value)
{
  EntFieldEntry entry = { keep (self, name), keep (self, value) };

  g_array_append_val (self->dataset->lists[ENT_LIST_FIELDS].entries, entry);
}

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
          const PendingLink *pending = &g_array_index (self->links, PendingLink, i);
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
                                   g_array_index (self->links, PendingLink, at).offset,
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
  const PendingParent *pending = &g_array_index (self->parents, PendingParent, actor);
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
      const PendingParent *pending = &g_array_index (self->parents, PendingParent, i);
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
