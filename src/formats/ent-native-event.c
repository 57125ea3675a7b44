/* ent-native-event.c: one event of the native format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event is left out only when it is no object or has no title. Anything else
 * that is wrong is reported and missing from the columns; the event as it is
 * written is kept in any case.
 */
#include "config.h"

#include "ent-native-private.h"

#include "ent-arena.h"
#include "ent-json-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* A date of the event, and where it is written. */
typedef struct
{
  EntDate date;
  EntJsonSpan span;
  gboolean given; /* as a string; valid or not */
  gboolean valid;
} Date;

static void
add_event_text (EntDatasetBuilder *builder,
                guint32            field,
                EntSlice           language,
                EntSlice           text)
{
  ent_dataset_builder_add_text (builder, (EntTextField) field, language, text);
}

static void
read_date (EntNativeReader *self,
           const char      *name,
           EntTextField     field,
           Date            *date)
{
  EntSlice text;

  date->valid = ent_native_read_date (self, name, &date->date, &text, &date->span);
  date->given = text.text != NULL;
  if (date->given)
    ent_dataset_builder_add_text (self->builder, field, ENT_SLICE_NONE, text);
}

/* One end of `start` and `end` must be a date of its own. */
static gboolean
is_single (EntNativeReader *self,
           const char      *name,
           const Date      *date)
{
  if (!date->valid)
    return FALSE;
  if (date->date.form == ENT_DATE_SINGLE)
    return TRUE;
  ent_native_report (self, ENT_DIAGNOSTIC_ERROR, date->span.offset, name, _("must be one date, no interval and no set"));
  return FALSE;
}

/* The interval from one date to another. Both are single, so their bounds are
 * known or far out on a side that their times tell. */
static gboolean
join (const EntDate *start,
      const EntDate *end,
      EntDate       *date)
{
  if (end->latest_end.time <= start->earliest_start.time)
    return FALSE;
  date->form = ENT_DATE_INTERVAL;
  date->level = MAX (start->level, end->level);
  date->start_precision = start->start_precision;
  date->end_precision = end->end_precision;
  date->earliest_start = start->earliest_start;
  date->latest_start = start->latest_end.time < end->latest_end.time ? start->latest_end : end->latest_end;
  date->earliest_end = end->earliest_start.time > start->earliest_start.time ? end->earliest_start : start->earliest_start;
  date->latest_end = end->latest_end;
  /* A bound tells how sure the date is that it bounds, even where the other cuts it. */
  date->latest_start.qualifiers = start->latest_end.qualifiers;
  date->earliest_end.qualifiers = end->earliest_start.qualifiers;
  return TRUE;
}

static void
settle_date (EntNativeReader *self,
             const Date      *date,
             const Date      *start,
             const Date      *end)
{
  EntDate joined;

  if (date->given)
    {
      if (start->given || end->given)
        ent_native_report (self, ENT_DIAGNOSTIC_ERROR, start->given ? start->span.offset : end->span.offset,
                           start->given ? "start" : "end", _("there is a date as well; the date counts"));
      if (date->valid)
        ent_dataset_builder_set_date (self->builder, &date->date);
      return;
    }
  if (end->given && !start->given)
    {
      ent_native_report (self, ENT_DIAGNOSTIC_ERROR, end->span.offset, "end", _("an end needs a start"));
      return;
    }
  if (!is_single (self, "start", start))
    return;
  if (!end->given)
    ent_dataset_builder_set_date (self->builder, &start->date);
  else if (is_single (self, "end", end))
    {
      if (join (&start->date, &end->date, &joined))
        ent_dataset_builder_set_date (self->builder, &joined);
      else
        ent_native_report (self, ENT_DIAGNOSTIC_ERROR, end->span.offset, "end", _("before the start"));
    }
}

static void
read_id (EntNativeReader *self)
{
  EntJsonSpan span;
  EntSlice id;

  if (!ent_native_read_string (self, "id", &id, &span))
    return;
  for (gsize i = 0; i < id.length; i++)
    if (g_ascii_iscntrl (id.text[i]))
      {
        ent_native_refuse (self, "id", span, _("an id without control characters"));
        return;
      }
  ent_dataset_builder_set_id (self->builder, id, (goffset) span.offset);
}

static void
read_word (EntNativeReader *self,
           const char      *name,
           EntValueField    field)
{
  EntSlice word;

  if (ent_native_read_string (self, name, &word, NULL))
    ent_dataset_builder_add_value (self->builder, field, word);
}

static void
read_words (EntNativeReader *self,
            const char      *name,
            EntValueField    field)
{
  if (!ent_native_expect (self, ENT_JSON_ARRAY, name) || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    read_word (self, name, field);
}

static void
read_critical_infrastructure (EntNativeReader *self)
{
  int value;

  if (ent_native_read_term (self, "critical_infrastructure", ENT_TERMS_CRITICAL, &value))
    ent_dataset_builder_add_value (self->builder, ENT_VALUE_CRITICAL_INFRASTRUCTURE,
                                   ent_slice_from_string (ent_terms_word (ENT_TERMS_CRITICAL, value)));
}

static void
read_severity (EntNativeReader *self)
{
  EntJsonSpan span;
  gint64 value;

  if (!ent_native_expect (self, ENT_JSON_NUMBER, "severity") || !ent_json_reader_read_number (&self->json, &span))
    return;
  if (ent_json_number_to_int64 (self->data + span.offset, span.length, &value) && value >= 1 && value <= 5)
    ent_dataset_builder_set_severity (self->builder, (guint) value);
  else
    ent_native_refuse (self, "severity", span, _("an integer from 1 to 5"));
}

static void
read_phases (EntNativeReader *self)
{
  static const char *const labels[] = {
    [ENT_PHASE_INTRUSION] = "phases.intrusion",
    [ENT_PHASE_DETECTION] = "phases.detection",
    [ENT_PHASE_DISCLOSURE] = "phases.disclosure",
    [ENT_PHASE_ATTRIBUTION] = "phases.attribution",
    [ENT_PHASE_REMEDIATION] = "phases.remediation",
  };
  static const EntNativeName names[] = {
    [ENT_PHASE_INTRUSION] = ENT_NATIVE_NAME ("intrusion"),
    [ENT_PHASE_DETECTION] = ENT_NATIVE_NAME ("detection"),
    [ENT_PHASE_DISCLOSURE] = ENT_NATIVE_NAME ("disclosure"),
    [ENT_PHASE_ATTRIBUTION] = ENT_NATIVE_NAME ("attribution"),
    [ENT_PHASE_REMEDIATION] = ENT_NATIVE_NAME ("remediation"),
  };
  EntNativeObject object;
  int found;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "phases"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    {
      EntJsonSpan span;
      EntSlice text;
      EntDate date;

      if (found == ENT_NATIVE_UNKNOWN)
        {
          g_autofree char *words = ent_terms_all (ENT_TERMS_PHASE);
          g_autofree char *expected = g_strdup_printf (_("one of %s"), words);

          ent_native_refuse (self, "phases", object.name.raw, expected);
        }
      else if (ent_native_read_date (self, labels[found], &date, &text, &span))
        ent_dataset_builder_add_phase (self->builder, (EntPhase) found, &date, text);
    }
}

/* An object that names an actor and says one word about it. */
typedef struct
{
  EntNativeName names[2];
  const char *label;
  const char *labels[2];
  EntRelation relation;
} ActorForm;

static void
read_actor (EntNativeReader *self,
            const ActorForm *form)
{
  gsize offset = ent_json_reader_get_offset (&self->json);
  EntSlice texts[2] = { ENT_SLICE_NONE, ENT_SLICE_NONE };
  EntNativeObject object;
  int found;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, form->label))
    return;
  ent_native_object_enter (self, &object, form->names, G_N_ELEMENTS (form->names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    if (found >= 0)
      ent_native_read_string (self, form->labels[found], &texts[found], NULL);

  if (texts[0].text != NULL)
    ent_dataset_builder_add_actor_ref (self->builder, form->relation, texts[0], texts[1]);
  else if ((object.seen & 1) == 0)
    ent_native_report (self, ENT_DIAGNOSTIC_ERROR, offset, form->label, _("without a name"));
}

static void
read_actor_list (EntNativeReader *self,
                 const ActorForm *form)
{
  if (!ent_native_expect (self, ENT_JSON_ARRAY, form->label) || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    read_actor (self, form);
}

static const ActorForm participants = {
  .names = { ENT_NATIVE_NAME ("name"), ENT_NATIVE_NAME ("role") },
  .label = "actors",
  .labels = { "actors.name", "actors.role" },
  .relation = ENT_RELATION_ROLE,
};

static const ActorForm accusers = {
  .names = { ENT_NATIVE_NAME ("name"), ENT_NATIVE_NAME ("basis") },
  .label = "attribution.by",
  .labels = { "attribution.by.name", "attribution.by.basis" },
  .relation = ENT_RELATION_ACCUSER,
};

static void
read_deniers (EntNativeReader *self)
{
  EntSlice name;

  if (!ent_native_expect (self, ENT_JSON_ARRAY, "attribution.denied_by")
      || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    if (ent_native_read_string (self, "attribution.denied_by", &name, NULL))
      ent_dataset_builder_add_actor_ref (self->builder, ENT_RELATION_DENIER, name, ENT_SLICE_NONE);
}

static void
read_attribution (EntNativeReader *self)
{
  enum { CONFIDENCE, BY, DENIED_BY };
  static const EntNativeName names[] = {
    [CONFIDENCE] = ENT_NATIVE_NAME ("confidence"),
    [BY] = ENT_NATIVE_NAME ("by"),
    [DENIED_BY] = ENT_NATIVE_NAME ("denied_by"),
  };
  EntNativeObject object;
  int found;
  int confidence;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "attribution"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    switch (found)
      {
      case CONFIDENCE:
        if (ent_native_read_term (self, "attribution.confidence", ENT_TERMS_CONFIDENCE, &confidence))
          ent_dataset_builder_set_confidence (self->builder, (EntConfidence) confidence);
        break;
      case BY:
        read_actor_list (self, &accusers);
        break;
      case DENIED_BY:
        read_deniers (self);
        break;
      }
}

static void
read_quote (EntNativeReader *self)
{
  static const EntNativeName names[] = { ENT_NATIVE_NAME ("speaker"), ENT_NATIVE_NAME ("text") };
  EntNativeObject object;
  EntSlice speaker;
  int found;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "quote"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    if (found == 0)
      {
        if (ent_native_read_string (self, "quote.speaker", &speaker, NULL))
          ent_dataset_builder_add_text (self->builder, ENT_TEXT_QUOTE_SPEAKER, ENT_SLICE_NONE, speaker);
      }
    else if (found == 1)
      ent_native_read_texts (self, "quote.text", TRUE, add_event_text, ENT_TEXT_QUOTE);
}

static void
read_verification (EntNativeReader *self)
{
  static const EntNativeName names[] = { ENT_NATIVE_NAME ("status"), ENT_NATIVE_NAME ("note") };
  EntNativeObject object;
  int found;
  int status;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "verification"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    if (found == 0)
      {
        if (ent_native_read_term (self, "verification.status", ENT_TERMS_VERIFICATION, &status))
          ent_dataset_builder_set_verification (self->builder, (EntVerification) status);
      }
    else if (found == 1)
      ent_native_read_texts (self, "verification.note", FALSE, add_event_text, ENT_TEXT_VERIFICATION_NOTE);
}

static void
read_link (EntNativeReader *self)
{
  static const EntNativeName names[] = { ENT_NATIVE_NAME ("type"), ENT_NATIVE_NAME ("to") };
  gsize offset = ent_json_reader_get_offset (&self->json);
  EntSlice target = ENT_SLICE_NONE;
  gboolean has_type = FALSE;
  EntNativeObject object;
  EntJsonSpan span;
  int found;
  int type = 0;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "links"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    if (found == 0)
      has_type = ent_native_read_term (self, "links.type", ENT_TERMS_LINK_TYPE, &type);
    else if (found == 1)
      ent_native_read_string (self, "links.to", &target, &span);

  if (has_type && target.text != NULL)
    ent_dataset_builder_add_link (self->builder, (EntLinkType) type, target, (goffset) span.offset);
  else if (object.seen != 3)
    ent_native_report (self, ENT_DIAGNOSTIC_ERROR, offset, "links", _("a link needs “type” and “to”"));
}

static void
read_links (EntNativeReader *self)
{
  if (!ent_native_expect (self, ENT_JSON_ARRAY, "links") || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    read_link (self);
}

static gboolean
is_opened (EntSlice url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (url.length > strlen (schemes[i]) && g_ascii_strncasecmp (url.text, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

static void
read_source (EntNativeReader *self)
{
  enum { PUBLISHER, TITLE, DATE, URL, BASIS };
  static const EntNativeName names[] = {
    [PUBLISHER] = ENT_NATIVE_NAME ("publisher"),
    [TITLE] = ENT_NATIVE_NAME ("title"),
    [DATE] = ENT_NATIVE_NAME ("date"),
    [URL] = ENT_NATIVE_NAME ("url"),
    [BASIS] = ENT_NATIVE_NAME ("basis"),
  };
  gsize offset = ent_json_reader_get_offset (&self->json);
  EntSource source = { ENT_SLICE_NONE, ENT_SLICE_NONE, ENT_SLICE_NONE, ENT_SLICE_NONE, ENT_SLICE_NONE };
  EntNativeObject object;
  EntJsonSpan span;
  EntDate date;
  int found;
  int basis;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "sources"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    switch (found)
      {
      case PUBLISHER:
        ent_native_read_string (self, "sources.publisher", &source.publisher, NULL);
        break;
      case TITLE:
        ent_native_read_string (self, "sources.title", &source.title, NULL);
        break;
      case DATE:
        ent_native_read_date (self, "sources.date", &date, &source.date, &span);
        break;
      case URL:
        if (ent_native_read_string (self, "sources.url", &source.url, &span) && !is_opened (source.url))
          ent_native_report (self, ENT_DIAGNOSTIC_WARNING, span.offset, "sources.url",
                             _("neither a web nor a mail address; it is shown but never opened"));
        break;
      case BASIS:
        if (ent_native_read_term (self, "sources.basis", ENT_TERMS_SOURCE_BASIS, &basis))
          source.basis = ent_slice_from_string (ent_terms_word (ENT_TERMS_SOURCE_BASIS, basis));
        break;
      }
  if (source.publisher.text != NULL || source.title.text != NULL || source.url.text != NULL)
    ent_dataset_builder_add_source (self->builder, &source);
  else
    ent_native_report (self, ENT_DIAGNOSTIC_ERROR, offset, "sources", _("a source needs a publisher, a title or an address"));
}

static void
read_sources (EntNativeReader *self)
{
  if (!ent_native_expect (self, ENT_JSON_ARRAY, "sources") || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    read_source (self);
}

static void
read_further_field (EntNativeReader     *self,
                    const EntJsonString *name)
{
  EntJsonSpan span;

  /* The name's text may be gone once the value is read. */
  if (name->length > ENT_TEXT_MAX_LENGTH || !ent_json_reader_skip_value (&self->json, &span))
    return;
  if (span.length > ENT_TEXT_MAX_LENGTH)
    ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, (goffset) span.offset,
                         _("a field longer than 16 MiB is kept but not shown"));
  else
    ent_dataset_builder_add_field (self->builder, (EntSlice){ name->text, name->length },
                                   (EntSlice){ self->data + span.offset, span.length });
}

enum
{
  ID, KIND, DATE, START, END, TITLE, SUMMARY, STATUS, PHASES, ACTORS, ATTRIBUTION, CATEGORY, SEVERITY, PLACE,
  SECTOR, CRITICAL_INFRASTRUCTURE, TAGS, QUOTE, VERIFICATION, LINKS, SOURCES,
};

static const EntNativeName event_names[] = {
  [ID] = ENT_NATIVE_NAME ("id"),
  [KIND] = ENT_NATIVE_NAME ("kind"),
  [DATE] = ENT_NATIVE_NAME ("date"),
  [START] = ENT_NATIVE_NAME ("start"),
  [END] = ENT_NATIVE_NAME ("end"),
  [TITLE] = ENT_NATIVE_NAME ("title"),
  [SUMMARY] = ENT_NATIVE_NAME ("summary"),
  [STATUS] = ENT_NATIVE_NAME ("status"),
  [PHASES] = ENT_NATIVE_NAME ("phases"),
  [ACTORS] = ENT_NATIVE_NAME ("actors"),
  [ATTRIBUTION] = ENT_NATIVE_NAME ("attribution"),
  [CATEGORY] = ENT_NATIVE_NAME ("category"),
  [SEVERITY] = ENT_NATIVE_NAME ("severity"),
  [PLACE] = ENT_NATIVE_NAME ("place"),
  [SECTOR] = ENT_NATIVE_NAME ("sector"),
  [CRITICAL_INFRASTRUCTURE] = ENT_NATIVE_NAME ("critical_infrastructure"),
  [TAGS] = ENT_NATIVE_NAME ("tags"),
  [QUOTE] = ENT_NATIVE_NAME ("quote"),
  [VERIFICATION] = ENT_NATIVE_NAME ("verification"),
  [LINKS] = ENT_NATIVE_NAME ("links"),
  [SOURCES] = ENT_NATIVE_NAME ("sources"),
};

/**
 * ent_native_read_event:
 * @self: the reader; an element of `events` is due
 *
 * Reads an event into the builder. Stops where the text is broken; the caller
 * asks the JSON reader about that.
 */
void
ent_native_read_event (EntNativeReader *self)
{
  gsize offset = ent_json_reader_get_offset (&self->json);
  guint64 errors = ent_diagnostics_get_errors (self->diagnostics);
  Date date = { .given = FALSE };
  Date start = { .given = FALSE };
  Date end = { .given = FALSE };
  gboolean has_title = FALSE;
  EntNativeObject object;
  int found;
  int status;

  if (ent_json_reader_peek (&self->json) != ENT_JSON_OBJECT)
    {
      EntJsonSpan span;

      if (ent_json_reader_peek (&self->json) == ENT_JSON_NONE || !ent_json_reader_skip_value (&self->json, &span))
        return;
      ent_native_refuse (self, "events", span, _("an object"));
      ent_diagnostics_count_event (self->diagnostics, TRUE);
      return;
    }

  ent_dataset_builder_begin_event (self->builder, (goffset) offset);
  ent_native_object_enter (self, &object, event_names, G_N_ELEMENTS (event_names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    switch (found)
      {
      case ID:
        read_id (self);
        break;
      case KIND:
        read_word (self, "kind", ENT_VALUE_KIND);
        break;
      case DATE:
        read_date (self, "date", ENT_TEXT_DATE, &date);
        break;
      case START:
        read_date (self, "start", ENT_TEXT_START, &start);
        break;
      case END:
        read_date (self, "end", ENT_TEXT_END, &end);
        break;
      case TITLE:
        has_title = ent_native_read_texts (self, "title", TRUE, add_event_text, ENT_TEXT_TITLE);
        break;
      case SUMMARY:
        ent_native_read_texts (self, "summary", FALSE, add_event_text, ENT_TEXT_SUMMARY);
        break;
      case STATUS:
        if (ent_native_read_term (self, "status", ENT_TERMS_STATUS, &status))
          ent_dataset_builder_set_status (self->builder, (EntStatus) status);
        break;
      case PHASES:
        read_phases (self);
        break;
      case ACTORS:
        read_actor_list (self, &participants);
        break;
      case ATTRIBUTION:
        read_attribution (self);
        break;
      case CATEGORY:
        read_word (self, "category", ENT_VALUE_CATEGORY);
        break;
      case SEVERITY:
        read_severity (self);
        break;
      case PLACE:
        read_word (self, "place", ENT_VALUE_PLACE);
        break;
      case SECTOR:
        read_words (self, "sector", ENT_VALUE_SECTOR);
        break;
      case CRITICAL_INFRASTRUCTURE:
        read_critical_infrastructure (self);
        break;
      case TAGS:
        read_words (self, "tags", ENT_VALUE_TAG);
        break;
      case QUOTE:
        read_quote (self);
        break;
      case VERIFICATION:
        read_verification (self);
        break;
      case LINKS:
        read_links (self);
        break;
      case SOURCES:
        read_sources (self);
        break;
      default:
        read_further_field (self, &object.name);
      }
  g_string_chunk_clear (self->decoded);

  if (ent_json_reader_failed (&self->json))
    {
      ent_dataset_builder_drop_event (self->builder);
      return;
    }
  if (!has_title)
    {
      ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) offset,
                           _("an event without a title; left out"));
      ent_diagnostics_count_event (self->diagnostics, TRUE);
      ent_dataset_builder_drop_event (self->builder);
      return;
    }
  settle_date (self, &date, &start, &end);
  if (ent_diagnostics_get_errors (self->diagnostics) > errors)
    ent_diagnostics_count_event (self->diagnostics, FALSE);
  ent_dataset_builder_end_event (self->builder, (EntSlice){ self->data + offset,
                                                            ent_json_reader_get_offset (&self->json) - offset });
}
