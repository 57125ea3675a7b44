/* ent-value-name.c: what a picture calls the values of a facet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-value-name.h"

#include <string.h>

#include "ent-label.h"

/* Begun like a sentence, in any locale alike. */
static char *
capitalize (const char *text)
{
  GString *name = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (name, FALSE);
  g_string_append_unichar (name, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (name, g_utf8_next_char (text));
  return g_string_free (name, FALSE);
}

/* A word of the data as a name: "private-sector" is "Private sector". */
static char *
name_word (const char *word)
{
  g_autofree char *clean = ent_label_clean (word, strlen (word));

  return capitalize (g_strdelimit (clean, "-_", ' '));
}

/**
 * ent_value_name_kind:
 * @words: the words of the picture
 * @kind: a kind as the file has it
 * @several: whether its events are meant, and not one
 *
 * Returns: (transfer full): what the picture calls it
 */
char *
ent_value_name_kind (const EntWords *words,
                     const char     *kind,
                     gboolean        several)
{
  EntKindStyle style = ent_kind_style (kind);

  if (style != ENT_KIND_OTHER || g_str_equal (kind, "event"))
    return g_strdup (ent_words_get (words, (several ? ENT_WORD_INCIDENTS : ENT_WORD_INCIDENT) + style));
  return name_word (kind);
}

static char *
name_confidence (const EntWords *words,
                 EntConfidence   confidence)
{
  static const EntWord names[ENT_N_CONFIDENCES] = {
    [ENT_CONFIDENCE_NOT_GIVEN] = ENT_WORD_NO_ATTRIBUTION,
    [ENT_CONFIDENCE_NONE] = ENT_WORD_NO_ATTRIBUTION,
    [ENT_CONFIDENCE_SUSPECTED] = ENT_WORD_SUSPECTED,
    [ENT_CONFIDENCE_PRIVATE_ASSESSMENT] = ENT_WORD_PRIVATE_ASSESSMENT,
    [ENT_CONFIDENCE_OFFICIAL_ACCUSATION] = ENT_WORD_OFFICIAL_ACCUSATION,
    [ENT_CONFIDENCE_CONFIRMED] = ENT_WORD_CONFIRMED,
  };

  return g_strdup (ent_words_get (words, names[confidence]));
}

static char *
name_status (const EntWords *words,
             EntStatus       status)
{
  static const EntWord names[] = {
    [ENT_STATUS_NONE] = ENT_WORD_NO_STATUS,          [ENT_STATUS_DONE] = ENT_WORD_DONE,
    [ENT_STATUS_ONGOING] = ENT_WORD_ONGOING,         [ENT_STATUS_PLANNED] = ENT_WORD_PLANNED,
    [ENT_STATUS_ANNOUNCED] = ENT_WORD_ANNOUNCED,     [ENT_STATUS_THREATENED] = ENT_WORD_THREATENED,
    [ENT_STATUS_CANCELLED] = ENT_WORD_CANCELLED,
  };

  return capitalize (ent_words_get (words, names[status]));
}

/**
 * ent_value_name:
 * @words: the words of the picture
 * @facet: a facet
 * @dataset: its dataset
 * @value: a value of it
 * @language: (nullable): the picture's language, for names of actors
 *
 * Returns: (transfer full): what the picture calls the value, on one line
 */
char *
ent_value_name (const EntWords *words,
                const EntFacet *facet,
                EntDataset     *dataset,
                guint32         value,
                const char     *language)
{
  EntSlice text = ent_facet_get_value (facet, value);
  g_autofree char *word = ent_slice_dup (text);
  g_autofree char *name = NULL;
  int term;

  switch (ent_facet_get_index (facet))
    {
    case ENT_FACET_KIND:
      return ent_value_name_kind (words, word, TRUE);
    case ENT_FACET_SEVERITY:
      name = ent_words_number (words, g_ascii_strtoll (word, NULL, 10));
      return ent_words_fill (words, ENT_WORD_SEVERITY, name, NULL);
    case ENT_FACET_ATTRIBUTION:
      return ent_terms_find (ENT_TERMS_CONFIDENCE, text, &term) ? name_confidence (words, (EntConfidence) term)
                                                                 : name_word (word);
    case ENT_FACET_STATUS:
      return ent_terms_find (ENT_TERMS_STATUS, text, &term) ? name_status (words, (EntStatus) term) : name_word (word);
    case ENT_FACET_VERIFICATION:
      if (!ent_terms_find (ENT_TERMS_VERIFICATION, text, &term))
        return name_word (word);
      return g_strdup (ent_words_get (words, term == ENT_VERIFICATION_VERIFIED ? ENT_WORD_VERIFIED
                                                                               : ENT_WORD_RECALLED));
    case ENT_FACET_CATEGORY:
    case ENT_FACET_TAG:
    case ENT_FACET_SECTOR:
      return name_word (word);
    default:
      name = ent_facet_dup_name_of (facet, dataset, value, language);
      return ent_label_clean (name, strlen (name));
    }
}

/** ent_value_name_none: (skip): (transfer full): what the picture calls events without a value of @facet */
char *
ent_value_name_none (const EntWords *words,
                     const EntFacet *facet)
{
  static const EntWord names[ENT_N_FIXED_FACETS] = {
    [ENT_FACET_KIND] = ENT_WORD_EVENTS,
    [ENT_FACET_CATEGORY] = ENT_WORD_NO_CATEGORY,
    [ENT_FACET_ACTOR] = ENT_WORD_NO_ACTOR,
    [ENT_FACET_INITIATOR] = ENT_WORD_NO_INITIATOR,
    [ENT_FACET_TARGET] = ENT_WORD_NO_TARGET,
    [ENT_FACET_PAIR] = ENT_WORD_NO_PAIR,
    [ENT_FACET_PLACE] = ENT_WORD_NO_PLACE,
    [ENT_FACET_TAG] = ENT_WORD_NO_TAG,
    [ENT_FACET_SEVERITY] = ENT_WORD_NO_SEVERITY,
    [ENT_FACET_ATTRIBUTION] = ENT_WORD_ATTRIBUTION_NOT_GIVEN,
    [ENT_FACET_STATUS] = ENT_WORD_NO_STATUS,
    [ENT_FACET_SECTOR] = ENT_WORD_NO_SECTOR,
    [ENT_FACET_VERIFICATION] = ENT_WORD_NOT_VERIFIED,
  };
  g_autofree char *field = NULL;

  if (!ent_facet_is_field (facet))
    return g_strdup (ent_words_get (words, names[ent_facet_get_index (facet)]));
  field = ent_label_clean (ent_facet_get_name (facet), strlen (ent_facet_get_name (facet)));
  return ent_words_fill (words, ENT_WORD_NO_FIELD, g_strdelimit (field, "-_", ' '), NULL);
}
