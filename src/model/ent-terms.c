/* ent-terms.c: the closed word lists of the data model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-terms.h"

/* A NULL word stands for "not given", which no file can say. */
static const char *const phases[] = { "intrusion", "detection", "disclosure", "attribution", "remediation" };
static const char *const statuses[] = { NULL, "done", "ongoing", "planned", "announced", "threatened", "cancelled" };
static const char *const confidences[] = { NULL, "none", "suspected", "private-assessment",
                                           "official-accusation", "confirmed" };
static const char *const link_types[] = { "responds-to", "attributes", "denies", "implements",
                                          "part-of", "compares-to", "follows" };
static const char *const bases[] = { "occurred", "intrusion", "detection", "disclosure", "attribution", "remediation" };
static const char *const verifications[] = { NULL, "verified", "recalled" };
static const char *const criticals[] = { "yes", "no", "contested" };
static const char *const source_bases[] = { "document", "on-record", "anonymous", "secondary", "recalled" };
static const char *const lane_orders[] = { NULL, "count", "name", "date" };
static const char *const pair_modes[] = { "states", "recorded" };
static const char *const links[] = { "direct", "none", "second", "third", "chain", "all" };
static const char *const unmatched[] = { "hide", "dim" };

static const struct
{
  const char *const *words;
  int                n_words;
} lists[] = {
  [ENT_TERMS_PHASE] = { phases, G_N_ELEMENTS (phases) },
  [ENT_TERMS_STATUS] = { statuses, G_N_ELEMENTS (statuses) },
  [ENT_TERMS_CONFIDENCE] = { confidences, G_N_ELEMENTS (confidences) },
  [ENT_TERMS_LINK_TYPE] = { link_types, G_N_ELEMENTS (link_types) },
  [ENT_TERMS_BASIS] = { bases, G_N_ELEMENTS (bases) },
  [ENT_TERMS_VERIFICATION] = { verifications, G_N_ELEMENTS (verifications) },
  [ENT_TERMS_CRITICAL] = { criticals, G_N_ELEMENTS (criticals) },
  [ENT_TERMS_SOURCE_BASIS] = { source_bases, G_N_ELEMENTS (source_bases) },
  [ENT_TERMS_LANE_ORDER] = { lane_orders, G_N_ELEMENTS (lane_orders) },
  [ENT_TERMS_PAIR_MODE] = { pair_modes, G_N_ELEMENTS (pair_modes) },
  [ENT_TERMS_UNMATCHED] = { unmatched, G_N_ELEMENTS (unmatched) },
  [ENT_TERMS_LINKS] = { links, G_N_ELEMENTS (links) },
};

/**
 * ent_terms_find:
 * @list: a word list
 * @word: as written in a file; case counts
 * @value: (out): the enum's value
 *
 * Returns: whether the list has the word
 */
gboolean
ent_terms_find (EntTermList list,
                EntSlice    word,
                int        *value)
{
  for (int i = 0; i < lists[list].n_words; i++)
    if (lists[list].words[i] != NULL && ent_slice_equal (word, ent_slice_from_string (lists[list].words[i])))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ent_terms_word:
 * @list: a word list
 * @value: a value of its enum
 *
 * Returns: (nullable): the word as written in files
 */
const char *
ent_terms_word (EntTermList list,
                int         value)
{
  g_return_val_if_fail (value >= 0 && value < lists[list].n_words, NULL);
  return lists[list].words[value];
}

/**
 * ent_terms_all:
 * @list: a word list
 *
 * Returns: (transfer full): its words with commas between, for a message
 */
char *
ent_terms_all (EntTermList list)
{
  GString *all = g_string_new (NULL);

  for (int i = 0; i < lists[list].n_words; i++)
    if (lists[list].words[i] != NULL)
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", lists[list].words[i]);
  return g_string_free (all, FALSE);
}

/** ent_status_is_not_done: (skip): whether what happened did not happen, or not yet */
gboolean
ent_status_is_not_done (EntStatus status)
{
  return status == ENT_STATUS_PLANNED || status == ENT_STATUS_ANNOUNCED || status == ENT_STATUS_THREATENED ||
         status == ENT_STATUS_CANCELLED;
}
