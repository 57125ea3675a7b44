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

/* The language of a file's plain strings is number 0; so is the tag that names it. */
static guint16
language_number (EntDatasetBuilder *self,
                 EntSlice           language)
{
  guint32 number;

  if (language.text == NULL || language.length == 0)
    return 0;
  number = ent_vocabulary_intern (self->dataset->languages, language);
  return number <= G_MAXUINT16 ? number : 0;
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
  EntTextEntry entry = { keep (self, text), field, language_number (self, language) };

  g_array_append_val (self->dataset->texts, entry);
}

/**
 * ent_dataset_builder_set_view:
 * @self: a builder
 * @raw: the dataset's `view`, as JSON text
 * @span: (nullable): the span it names
 */
void
ent_dataset_builder_set_view (EntDatasetBuilder *self,
                              EntSlice           raw,
                              const EntDate     *span)
{
  self->dataset->view = keep (self, raw);
  self->dataset->has_view_span = span != NULL;
  if (span != NULL)
    self->dataset->view_span = *span;
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
  EntTextEntry text = { keep (self, name), ENT_TEXT_TITLE, language_number (self, language) };

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
  self->in_event = TRUE;
}

/** ent_dataset_builder_drop_event: (skip): forgets the event being filled */
void
ent_dataset_builder_drop_event (EntDatasetBuilder *self)
{
  g_return_if_fail (self->in_event);

  for (int i = 0; i < ENT_N_LISTS; i++)
    g_array_set_size (self->dataset->lists[i].entries, self->first[i]);
  g_array_set_size (self->links, self->first[ENT_LIST_LINKS]);
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
  EntTextEntry entry = { keep (self, text), field, language_number (self, language) };

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

static guint
slice_hash (gconstpointer data)
{
  const EntSlice *slice = data;
  guint32 hash = 5381;

  for (gsize i = 0; i < slice->length; i++)
    hash = hash * 33 + (guchar) slice->text[i];
  return hash;
}

static gboolean
slice_equal (gconstpointer a,
             gconstpointer b)
{
  return ent_slice_equal (*(const EntSlice *) a, *(const EntSlice *) b);
}

/* e- and 12 hex digits of SHA-256 over kind, date text and title (§4 of the design). */
static char *
made_id (EntDataset *dataset,
         guint32     row)
{
  static const guchar separator = 0x1f;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *kind = ent_dataset_get_kind_word (dataset, row);
  EntSlice date = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  EntSlice start = ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL);
  EntSlice end = ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL);
  EntSlice title = ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL);

  g_checksum_update (sum, (const guchar *) kind, strlen (kind));
  g_checksum_update (sum, &separator, 1);
  if (date.text != NULL)
    g_checksum_update (sum, (const guchar *) date.text, date.length);
  else if (start.text != NULL || end.text != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%.*s/%.*s", (int) start.length, start.text != NULL ? start.text : "",
                                               (int) end.length, end.text != NULL ? end.text : "");

      g_checksum_update (sum, (const guchar *) both, strlen (both));
    }
  g_checksum_update (sum, &separator, 1);
  g_checksum_update (sum, (const guchar *) title.text, title.length);
  return g_strdup_printf ("e-%.12s", g_checksum_get_string (sum));
}

static void
set_numbered_id (EntDatasetBuilder *self,
                 GHashTable        *taken,
                 GHashTable        *last_number,
                 guint32            row,
                 const char        *stem,
                 char               mark)
{
  EntDataset *dataset = self->dataset;
  EntEventEntry *event = &g_array_index (dataset->events, EntEventEntry, row);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (last_number, stem));
  g_autofree char *id = NULL;
  EntSlice key;

  number = MAX (number, 1);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%s%c%u", stem, mark, ++number);
      key = ent_slice_from_string (id);
    }
  while (g_hash_table_contains (taken, &key));
  g_hash_table_insert (last_number, g_strdup (stem), GUINT_TO_POINTER (number));
  event->id = ent_arena_add (dataset->arena, id, strlen (id));
}

/* All ids of the file first, so that a made id never takes one that is given further down. Slices into
 * the arena's own part move while ids are made, hence two passes: places, then slices. */
static void
settle_ids (EntDatasetBuilder *self)
{
  EntDataset *dataset = self->dataset;
  guint n_events = dataset->events->len;
  g_autoptr (GHashTable) given = g_hash_table_new_full (slice_hash, slice_equal, g_free, NULL);
  g_autoptr (GHashTable) last_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64 * 1024);

  for (int pass = 0; pass < 2; pass++)
    for (guint row = 0; row < n_events; row++)
      {
        EntEventEntry *event = &g_array_index (dataset->events, EntEventEntry, row);
        gboolean is_given = (event->flags & ENT_EVENT_GIVEN_ID) != 0;
        g_autofree char *stem = NULL;
        const char *key;
        EntSlice id;

        if (is_given != (pass == 0))
          continue;
        stem = is_given ? ent_slice_dup (ent_arena_get (dataset->arena, event->id)) : made_id (dataset, row);
        id = ent_slice_from_string (stem);
        if (!g_hash_table_contains (given, &id))
          {
            if (!is_given)
              event->id = ent_arena_add (dataset->arena, id.text, id.length);
          }
        else
          {
            set_numbered_id (self, given, last_number, row, stem, is_given ? '~' : '-');
            if (is_given)
              {
                g_autofree char *renamed = ent_slice_dup (ent_arena_get (dataset->arena, event->id));

                ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING,
                                     g_array_index (self->offsets, goffset, row),
                                     _("id “%s” is used before; this event is named “%s”"), stem, renamed);
              }
          }
        id = ent_arena_get (dataset->arena, event->id);
        key = g_string_chunk_insert_len (texts, id.text, id.length);
        id.text = key;
        g_hash_table_add (given, g_memdup2 (&id, sizeof id));
      }
}

static void
index_ids (EntDataset *dataset)
{
  guint n_events = dataset->events->len;

  dataset->ids = g_new (EntSlice, MAX (n_events, 1));
  dataset->rows_by_id = g_hash_table_new (slice_hash, slice_equal);
  for (guint row = 0; row < n_events; row++)
    {
      dataset->ids[row] = ent_dataset_get_id (dataset, row);
      g_hash_table_insert (dataset->rows_by_id, &dataset->ids[row], GUINT_TO_POINTER (row + 1));
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
                                 (int) MIN (target.length, 200), target.text);
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
                       (int) MIN (id.length, 200), id.text);
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
                             _("part of “%.*s”: there is no such actor"), (int) MIN (id.length, 200), id.text);
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

  settle_ids (self);
  ent_arena_shrink (dataset->arena);
  index_ids (dataset);
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
