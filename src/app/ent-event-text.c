/* ent-event-text.c: what is said of an event
 *
 * Everything that speaks of an event says it in these words: the details, the card that hovers over a
 * mark, the list, and what is read out to those who cannot see them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-text.h"

#include <glib/gi18n.h>

#include "ent-phrase.h"
#include "ent-vocabulary.h"

/* An event that more link to is not counted out. */
#define MAX_COUNTED 1000

/* Nor are so many names read out. */
#define MAX_NAMED 20

/**
 * ent_event_text_title:
 * @dataset: a dataset
 * @row: an event of it
 * @language: (nullable): the language wished for
 *
 * Returns: (transfer full): the title on one line, without control characters; not isolated
 */
char *
ent_event_text_title (EntDataset *dataset,
                      guint32     row,
                      const char *language)
{
  return ent_phrase_clean_line (ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, language));
}

/* The texts an event's date is written in, on a basis. FALSE when the basis asks for a phase that it lacks. */
static gboolean
find_date (EntDataset *dataset,
           guint32     row,
           EntBasis    basis,
           EntSlice   *start,
           EntSlice   *end)
{
  *end = ENT_SLICE_NONE;
  if (basis != ENT_BASIS_OCCURRED &&
      (ent_dataset_has_phases (dataset, row) || g_str_equal (ent_dataset_get_kind_word (dataset, row), "incident")))
    {
      EntPhase phase = (EntPhase) (basis - ENT_BASIS_INTRUSION);

      *start = ENT_SLICE_NONE;
      return ent_dataset_get_phase (dataset, row, phase, NULL, start);
    }
  *start = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  if (start->text == NULL)
    {
      *start = ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL);
      *end = ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL);
    }
  return TRUE;
}

static const char *
missing_phase (EntBasis basis)
{
  static const char *const phrases[] = {
    [ENT_BASIS_OCCURRED] = NC_("date", "no date"),
    [ENT_BASIS_INTRUSION] = NC_("date", "intrusion not dated"),
    [ENT_BASIS_DETECTION] = NC_("date", "detection not dated"),
    [ENT_BASIS_DISCLOSURE] = NC_("date", "disclosure not dated"),
    [ENT_BASIS_ATTRIBUTION] = NC_("date", "attribution not dated"),
    [ENT_BASIS_REMEDIATION] = NC_("date", "remediation not dated"),
  };

  return g_dpgettext2 (NULL, "date", phrases[basis]);
}

/**
 * ent_event_text_date_styled:
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which of its dates
 * @style: how wordy
 *
 * Returns: (transfer full): the date in the language of the interface
 */
char *
ent_event_text_date_styled (EntDataset   *dataset,
                            guint32       row,
                            EntBasis      basis,
                            EntDateStyle  style)
{
  EntSlice start;
  EntSlice end;

  if (!find_date (dataset, row, basis, &start, &end))
    return g_strdup (missing_phase (basis));
  return end.text != NULL ? ent_date_text_between (start, end, style) : ent_date_text_words (start, style);
}

/**
 * ent_event_text_start:
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which of its dates
 *
 * Returns: (transfer full): when it began, in the language of the interface, whatever is known of its end
 */
char *
ent_event_text_start (EntDataset *dataset,
                      guint32     row,
                      EntBasis    basis)
{
  EntSlice start;
  EntSlice end;
  const char *slash;

  if (!find_date (dataset, row, basis, &start, &end))
    return g_strdup (missing_phase (basis));
  slash = start.text != NULL ? memchr (start.text, '/', start.length) : NULL;
  if (slash != NULL && slash > start.text)
    start.length = (gsize) (slash - start.text);
  return ent_date_text_words (start, ENT_DATE_STYLE_FULL);
}

/**
 * ent_event_text_date:
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which of its dates
 * @language: (nullable): of the events' texts; dates are in the language of the interface
 *
 * Returns: (transfer full): the date in full: "7 May 2014 – 15 April 2015", "about March 2014"; one that
 *   cannot be placed is quoted as it is written
 */
char *
ent_event_text_date (EntDataset *dataset,
                     guint32     row,
                     EntBasis    basis,
                     const char *language)
{
  return ent_event_text_date_styled (dataset, row, basis, ENT_DATE_STYLE_FULL);
}

/**
 * ent_event_text_certainty:
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which of its dates
 * @language: (nullable): of the events' texts
 *
 * Returns: (transfer full): how sure the date is; "" when there is none
 */
char *
ent_event_text_certainty (EntDataset *dataset,
                          guint32     row,
                          EntBasis    basis,
                          const char *language)
{
  EntSlice start;
  EntSlice end;

  if (!find_date (dataset, row, basis, &start, &end))
    return g_strdup ("");
  return ent_date_text_certainty (start, end);
}

/**
 * ent_event_text_kind:
 * @dataset: a dataset
 * @row: an event of it
 *
 * Returns: (transfer full): its kind, capitalised; a kind of the data's own as the data writes it
 */
char *
ent_event_text_kind (EntDataset *dataset,
                     guint32     row)
{
  const char *word = ent_dataset_get_kind_word (dataset, row);

  if (g_str_equal (word, "incident"))
    return g_strdup (_("Incident"));
  if (g_str_equal (word, "meeting"))
    return g_strdup (_("Meeting"));
  if (g_str_equal (word, "statement"))
    return g_strdup (_("Statement"));
  if (g_str_equal (word, "event"))
    return g_strdup (_("Event"));
  return ent_phrase_clean (ent_slice_from_string (word));
}

/** ent_event_text_status: (skip): (nullable): a status that is worth a word: all but "done" */
const char *
ent_event_text_status (EntStatus status)
{
  switch (status)
    {
    case ENT_STATUS_ONGOING:
      return C_("status", "Ongoing");
    case ENT_STATUS_PLANNED:
      return C_("status", "Planned");
    case ENT_STATUS_ANNOUNCED:
      return C_("status", "Announced");
    case ENT_STATUS_THREATENED:
      return C_("status", "Threatened");
    case ENT_STATUS_CANCELLED:
      return C_("status", "Cancelled");
    case ENT_STATUS_NONE:
    case ENT_STATUS_DONE:
    default:
      return NULL;
    }
}

/** ent_event_text_confidence: (skip): (nullable): how firmly an incident is attributed */
const char *
ent_event_text_confidence (EntConfidence confidence)
{
  switch (confidence)
    {
    case ENT_CONFIDENCE_NONE:
      return C_("attribution", "Not attributed");
    case ENT_CONFIDENCE_SUSPECTED:
      return C_("attribution", "Suspected");
    case ENT_CONFIDENCE_PRIVATE_ASSESSMENT:
      return C_("attribution", "Private assessment");
    case ENT_CONFIDENCE_OFFICIAL_ACCUSATION:
      return C_("attribution", "Official accusation");
    case ENT_CONFIDENCE_CONFIRMED:
      return C_("attribution", "Confirmed");
    case ENT_CONFIDENCE_NOT_GIVEN:
    default:
      return NULL;
    }
}

/** ent_event_text_phase: (skip): the name of a phase */
const char *
ent_event_text_phase (EntPhase phase)
{
  switch (phase)
    {
    case ENT_PHASE_INTRUSION:
      return C_("phase", "Intrusion");
    case ENT_PHASE_DETECTION:
      return C_("phase", "Detection");
    case ENT_PHASE_DISCLOSURE:
      return C_("phase", "Disclosure");
    case ENT_PHASE_ATTRIBUTION:
      return C_("phase", "Attribution");
    case ENT_PHASE_REMEDIATION:
    default:
      return C_("phase", "Remediation");
    }
}

/**
 * ent_event_text_severity:
 * @dataset: a dataset
 * @row: an event of it
 *
 * Returns: (transfer full) (nullable): "Severity 5 of 5"
 */
char *
ent_event_text_severity (EntDataset *dataset,
                         guint32     row)
{
  guint severity = ent_dataset_get_severity (dataset, row);
  g_autofree char *number = g_strdup_printf ("%u", severity);

  return severity > 0 ? ent_phrase_fill (_("Severity {n} of 5"), "n", number, NULL) : NULL;
}

/**
 * ent_event_text_actor:
 * @dataset: a dataset
 * @actor: number of an actor
 * @language: (nullable): the language wished for
 *
 * Returns: (transfer full): the actor's name, isolated
 */
char *
ent_event_text_actor (EntDataset *dataset,
                      guint32     actor,
                      const char *language)
{
  g_autofree char *name = ent_phrase_clean_line (ent_dataset_get_actor_name (dataset, actor, language));

  return ent_phrase_isolate (name);
}

/**
 * ent_event_text_denial:
 * @dataset: a dataset
 * @row: an event of it
 * @language: (nullable): the language of actors' names
 *
 * Returns: (transfer full) (nullable): "Denied by China", or %NULL when nobody is said to deny it
 */
char *
ent_event_text_denial (EntDataset *dataset,
                       guint32     row,
                       const char *language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  if (!ent_dataset_is_denied (dataset, row))
    return NULL;
  for (guint i = 0; i < n_actors && names->len < MAX_NAMED; i++)
    if (actors[i].relation == ENT_RELATION_DENIER)
      g_ptr_array_add (names, ent_event_text_actor (dataset, actors[i].actor, language));
  if (names->len == 0)
    return g_strdup (_("Denied"));
  list = ent_phrase_list (names, C_("list", " and "));
  return ent_phrase_fill (_("Denied by {actors}"), "actors", list, NULL);
}

/**
 * ent_event_text_dwell:
 * @dataset: a dataset
 * @row: an event of it
 *
 * Returns: (transfer full) (nullable): how long an intrusion was not noticed: "343 days unseen", "11 to 14
 *   months unseen"; %NULL when either date is not known, or the detection came first
 */
char *
ent_event_text_dwell (EntDataset *dataset,
                      guint32     row)
{
  EntDate intrusion;
  EntDate detection;
  EntDuration duration;
  g_autofree char *words = NULL;

  if (!ent_dataset_get_phase (dataset, row, ENT_PHASE_INTRUSION, &intrusion, NULL) ||
      !ent_dataset_get_phase (dataset, row, ENT_PHASE_DETECTION, &detection, NULL) ||
      !ent_duration_between (&duration, &intrusion, &detection))
    return NULL;
  words = ent_date_text_duration (&duration);
  return ent_phrase_fill (C_("duration", "{duration} unseen"), "duration", words, NULL);
}

/* How many events the links lead to; two may lead to one. */
static guint
count_targets (const EntLink *links,
               guint          n_links)
{
  guint count = 0;

  for (guint i = 0; i < n_links; i++)
    {
      gboolean seen = links[i].target == ENT_ROW_NONE;

      for (guint j = 0; j < i && !seen; j++)
        seen = links[j].target == links[i].target;
      count += !seen;
    }
  return count;
}

/**
 * ent_event_text_links:
 * @dataset: a dataset
 * @row: an event of it
 *
 * Returns: (transfer full) (nullable): "3 before · 10 after", how many events it links to and how many link to
 *   it; %NULL when there are none
 */
char *
ent_event_text_links (EntDataset *dataset,
                      guint32     row)
{
  guint n_links;
  guint n_links_to;
  const EntLink *links = ent_dataset_get_links (dataset, row, &n_links);
  const EntLink *links_to = ent_dataset_get_links_to (dataset, row, &n_links_to);
  guint n_before = count_targets (links, MIN (n_links, MAX_COUNTED));
  guint n_after = count_targets (links_to, MIN (n_links_to, MAX_COUNTED));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (n_before + n_after == 0)
    return NULL;
  before = g_strdup_printf (n_links > MAX_COUNTED ? "%u+" : "%u", n_before);
  after = g_strdup_printf (n_links_to > MAX_COUNTED ? "%u+" : "%u", n_after);
  /* Translators: how many linked events there are on either side of this one */
  return ent_phrase_fill (C_("links", "{before} before · {after} after"), "before", before, "after", after, NULL);
}

/**
 * ent_event_text_marks:
 * @annotations: what the user has added
 * @dataset: a dataset
 * @row: an event of it
 *
 * Returns: (nullable): "Starred", "Starred, with a note" or "With a note"; %NULL for neither
 */
const char *
ent_event_text_marks (EntAnnotations *annotations,
                      EntDataset     *dataset,
                      guint32         row)
{
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (dataset, row));
  gboolean noted = ent_annotations_get_note (annotations, id) != NULL;

  if (ent_annotations_is_starred (annotations, id))
    return noted ? _("Starred, with a note") : _("Starred");
  return noted ? _("With a note") : NULL;
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len > 0)
    /* Translators: what stands between two sentences, full stop included */
    g_string_append (text, C_("sentence", ". "));
  g_string_append (text, sentence);
}

/**
 * ent_event_text_accessible:
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which of its dates
 * @language: (nullable): the language wished for
 * @annotations: (nullable): what the user has added
 *
 * Returns: (transfer full): all that its mark shows, to be read out: "Incident. TITLE. 7 May 2014 – 15
 *   April 2015. Both ends known to the day. Severity 5 of 5. Official accusation. Denied by China. Starred."
 */
char *
ent_event_text_accessible (EntDataset     *dataset,
                           guint32         row,
                           EntBasis        basis,
                           const char     *language,
                           EntAnnotations *annotations)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *kind = ent_event_text_kind (dataset, row);
  g_autofree char *title = ent_event_text_title (dataset, row, language);
  g_autofree char *isolated = ent_phrase_isolate (title);
  g_autofree char *date = ent_event_text_date (dataset, row, basis, language);
  g_autofree char *certainty = ent_event_text_certainty (dataset, row, basis, language);
  g_autofree char *severity = ent_event_text_severity (dataset, row);
  g_autofree char *denial = ent_event_text_denial (dataset, row, language);
  g_autofree char *links = ent_event_text_links (dataset, row);

  add_sentence (text, kind);
  add_sentence (text, isolated);
  add_sentence (text, date);
  add_sentence (text, certainty);
  add_sentence (text, ent_event_text_status (ent_dataset_get_status (dataset, row)));
  add_sentence (text, severity);
  add_sentence (text, ent_event_text_confidence (ent_dataset_get_confidence (dataset, row)));
  add_sentence (text, denial);
  add_sentence (text, links);
  if (annotations != NULL)
    add_sentence (text, ent_event_text_marks (annotations, dataset, row));
  g_string_append (text, C_("sentence", "."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
