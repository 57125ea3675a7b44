/* ent-dataset-builder.c: fills a dataset, event by event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-builder-private.h"

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
  self->links = g_array_new (FALSE, FALSE, sizeof (EntPendingLink));
  self->parents = g_array_new (FALSE, FALSE, sizeof (EntPendingParent));
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
      EntPendingParent parent = { ENT_TEXT_NONE, -1 };

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
  EntPendingParent *pending = &g_array_index (self->parents, EntPendingParent, actor);

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
  EntPendingLink pending = { keep (self, target), offset };

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
