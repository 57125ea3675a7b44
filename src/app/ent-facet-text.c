/* ent-facet-text.c: what fields and their values are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-text.h"

#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-filter.h"
#include "ent-phrase.h"

static const struct
{
  const char *field;
  const char *name;
} names[] = {
  { "kind", NC_("facet", "Kind") },
  { "category", NC_("facet", "Category") },
  { "actor", NC_("facet", "Actor") },
  { "initiator", NC_("facet", "Initiator") },
  { "target", NC_("facet", "Target") },
  { "pair", NC_("facet", "Pair") },
  { "place", NC_("facet", "Place") },
  { "tag", NC_("facet", "Tag") },
  { "severity", NC_("facet", "Severity") },
  { "attribution", NC_("facet", "Attribution") },
  { "status", NC_("facet", "Status") },
  { "sector", NC_("facet", "Sector") },
  { "verification", NC_("facet", "Verification") },
  { "critical_infrastructure", NC_("facet", "Critical infrastructure") },
  { "date", NC_("facet", "Date") },
  { "has", NC_("facet", "Has") },
  { "title", NC_("facet", "Title") },
  { "summary", NC_("facet", "Summary") },
  { "text", NC_("facet", "Text") },
  { "quote", NC_("facet", "Quote") },
  { "source", NC_("facet", "Source") },
};

/**
 * ent_facet_text_field:
 * @field: the name of a field, as queries have it
 *
 * Returns: (transfer full): what people call it; one of the data's own as the data writes it
 */
char *
ent_facet_text_field (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].field, field))
      return g_strdup (g_dpgettext2 (NULL, "facet", names[i].name));
  return ent_phrase_name (field);
}

static char *
name_kind (const char *word)
{
  static const struct
  {
    const char *word;
    EntWord     name;
  } kinds[] = {
    { "incident", ENT_WORD_INCIDENTS },
    { "meeting", ENT_WORD_MEETINGS },
    { "statement", ENT_WORD_STATEMENTS },
    { "event", ENT_WORD_EVENTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word))
      return g_strdup (ent_words_get (ent_phrase_words (), kinds[i].name));
  return ent_phrase_name (word);
}

static char *
name_status (const char *word)
{
  EntSlice slice = ent_slice_from_string (word);
  int status;
  const char *name;

  if (!ent_terms_find (ENT_TERMS_STATUS, slice, &status))
    return ent_phrase_name (word);
  name = status == ENT_STATUS_DONE ? C_("status", "Done") : ent_event_text_status ((EntStatus) status);
  return name != NULL ? g_strdup (name) : ent_phrase_name (word);
}

static char *
name_attribution (const char *word)
{
  EntSlice slice = ent_slice_from_string (word);
  int confidence;
  const char *name = NULL;

  if (ent_terms_find (ENT_TERMS_CONFIDENCE, slice, &confidence))
    name = ent_event_text_confidence ((EntConfidence) confidence);
  return name != NULL ? g_strdup (name) : ent_phrase_name (word);
}

static char *
name_verification (const char *word)
{
  if (g_str_equal (word, "verified"))
    return g_strdup (C_("verification", "Verified"));
  if (g_str_equal (word, "recalled"))
    return g_strdup (C_("verification", "Recalled"));
  return ent_phrase_name (word);
}

/**
 * ent_facet_text_value:
 * @dataset: a dataset
 * @facet: a facet of it
 * @value: a value of that
 * @language: (nullable): the language wished for, of what the data names itself
 *
 * Returns: (transfer full): what people call the value, on one line
 */
char *
ent_facet_text_value (EntDataset     *dataset,
                      const EntFacet *facet,
                      guint32         value,
                      const char     *language)
{
  g_autofree char *name = ent_facet_dup_name_of (facet, dataset, value, language);

  switch (ent_facet_get_index (facet))
    {
    case ENT_FACET_KIND:
      return name_kind (name);
    case ENT_FACET_STATUS:
      return name_status (name);
    case ENT_FACET_ATTRIBUTION:
      return name_attribution (name);
    case ENT_FACET_VERIFICATION:
      return name_verification (name);
    case ENT_FACET_CATEGORY:
    case ENT_FACET_SECTOR:
      return ent_phrase_name (name);
    default:
      return ent_phrase_clean_line (ent_slice_from_string (name));
    }
}

/**
 * ent_facet_text_said:
 * @dataset: a dataset
 * @facet: a facet of it
 * @text: a value as a query has it
 * @language: (nullable): the language wished for
 *
 * Returns: (transfer full): what people call the value that is meant; @text itself when there is none
 */
char *
ent_facet_text_said (EntDataset     *dataset,
                     const EntFacet *facet,
                     const char     *text,
                     const char     *language)
{
  guint32 value = ent_filter_find_value (dataset, facet, text);

  return value != ENT_FACET_VALUE_NONE ? ent_facet_text_value (dataset, facet, value, language)
                                       : ent_phrase_clean_line (ent_slice_from_string (text));
}

/**
 * ent_facet_text_thing:
 * @thing: what `has:` can be followed by
 *
 * Returns: (transfer full): what people call it, begun like a sentence
 */
char *
ent_facet_text_thing (const char *thing)
{
  static const struct
  {
    const char *thing;
    const char *name;
  } things[] = {
    { "phases", NC_("has", "Phases") },
    { "links", NC_("has", "Links") },
    { "sources", NC_("has", "Sources") },
    { "quote", NC_("has", "A quote") },
    { "summary", NC_("has", "A summary") },
    { "denied_by", NC_("has", "A denial") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    if (g_str_equal (things[i].thing, thing))
      return g_strdup (g_dpgettext2 (NULL, "has", things[i].name));
  return ent_facet_text_field (thing);
}
