/* ent-health-text.c: findings in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health.h"

#include <glib/gi18n.h>

/* How much is said of another event's title. */
#define TITLE_BYTES 200

/* TRANSLATORS: in both, how many, out of how many, and how many there would be by chance, as in "3.3" */
static char *
describe_firsts (const EntHealthFinding *finding)
{
  char expected[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (expected, sizeof expected, "%.1f", finding->expected);
  if (finding->kind == ENT_HEALTH_FIRST_OF_YEAR)
    return g_strdup_printf (_("%u of %u dates to the day are 1 January, where chance would bring %s; some may be years "
                              "written as days"),
                            finding->n_found, finding->n_considered, expected);
  return g_strdup_printf (_("%u of %u dates to the day are the first of a month, where chance would bring %s; some may "
                            "be months written as days"),
                          finding->n_found, finding->n_considered, expected);
}

static char *
describe_circles (guint n_circles,
                  guint n_events)
{
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  /* TRANSLATORS: %s is a number of events, as in "3 events" */
  return g_strdup_printf (ngettext ("%s answer themselves by way of each other, in %u circle",
                                    "%s answer themselves by way of each other, in %u circles", n_circles),
                          events, n_circles);
}

static char *
describe_look_alikes (const EntHealthFinding *finding)
{
  guint n = finding->n_events;
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u event looks like another: of the same kind, at the same time, with nearly the same "
                                 "title",
                                 "%u events look like another: of the same kind, at the same time, with nearly the same "
                                 "title",
                                 n),
                       n);

  if (!finding->limited)
    return g_steal_pointer (&text);
  return g_strdup_printf (_("%s; there were too many to compare each with each"), text);
}

/**
 * ent_health_describe:
 * @finding: a finding
 *
 * Returns: (transfer full): a sentence with its numbers, translated, without a full stop
 */
char *
ent_health_describe (const EntHealthFinding *finding)
{
  guint n;

  g_return_val_if_fail (finding != NULL, NULL);

  n = finding->n_found;
  switch (finding->kind)
    {
    case ENT_HEALTH_END_BEFORE_START:
      return g_strdup_printf (ngettext ("%u event ends before it starts", "%u events end before they start", n), n);
    case ENT_HEALTH_PHASES_OUT_OF_ORDER:
      n = finding->n_events;
      return g_strdup_printf (ngettext ("%u event has phases that cannot have come in this order",
                                        "%u events have phases that cannot have come in this order", n),
                              n);
    case ENT_HEALTH_BROKEN_LINK:
      return g_strdup_printf (ngettext ("%u link leads to no other event", "%u links lead to no other event", n), n);
    case ENT_HEALTH_CIRCULAR_LINK:
      return describe_circles (n, finding->n_events);
    case ENT_HEALTH_ANSWER_BEFORE:
      n = finding->n_events;
      return g_strdup_printf (ngettext ("%u event is over before what it answers begins",
                                        "%u events are over before what they answer begins", n),
                              n);
    case ENT_HEALTH_ATTRIBUTION_BEFORE_START:
      return g_strdup_printf (ngettext ("%u event is attributed before it starts",
                                        "%u events are attributed before they start", n),
                              n);
    case ENT_HEALTH_FIRST_OF_MONTH:
    case ENT_HEALTH_FIRST_OF_YEAR:
      return describe_firsts (finding);
    case ENT_HEALTH_LOOK_ALIKE:
      return describe_look_alikes (finding);
    case ENT_HEALTH_NOT_PLACED:
      return g_strdup_printf (ngettext ("%u event has no place in time", "%u events have no place in time", n), n);
    case ENT_HEALTH_NO_SOURCE:
      return g_strdup_printf (ngettext ("%u event names no source", "%u events name no source", n), n);
    case ENT_HEALTH_WEAK_SOURCES:
      return g_strdup_printf (ngettext ("%u event rests on nothing but anonymous or recalled sources",
                                        "%u events rest on nothing but anonymous or recalled sources", n),
                              n);
    case ENT_HEALTH_RECALLED:
      return g_strdup_printf (ngettext ("%u event is told from memory, in whole or in part",
                                        "%u events are told from memory, in whole or in part", n),
                              n);
    case ENT_HEALTH_ATTRIBUTED_BY_NOBODY:
      return g_strdup_printf (ngettext ("%u attribution does not say who makes it",
                                        "%u attributions do not say who makes them", n),
                              n);
    case ENT_HEALTH_SOURCE_WITHOUT_ADDRESS:
      return g_strdup_printf (ngettext ("%u source has no address", "%u sources have no address", n), n);
    case ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER:
      return g_strdup_printf (ngettext ("%u source has no publisher", "%u sources have no publisher", n), n);
    case ENT_HEALTH_UNUSED_ACTOR:
      return g_strdup_printf (ngettext ("%u actor is listed and takes part in no event",
                                        "%u actors are listed and take part in no event", n),
                              n);
    case ENT_HEALTH_NOT_ATTRIBUTED:
      return g_strdup_printf (ngettext ("%u incident says nothing of an attribution",
                                        "%u incidents say nothing of an attribution", n),
                              n);
    case ENT_HEALTH_NO_SEVERITY:
      return g_strdup_printf (ngettext ("%u incident has no severity", "%u incidents have no severity", n), n);
    }
  g_return_val_if_reached (NULL);
}

static const char *
phase_name (guint phase)
{
  switch ((EntPhase) phase)
    {
    case ENT_PHASE_INTRUSION:
      return C_("phase", "intrusion");
    case ENT_PHASE_DETECTION:
      return C_("phase", "detection");
    case ENT_PHASE_DISCLOSURE:
      return C_("phase", "disclosure");
    case ENT_PHASE_ATTRIBUTION:
      return C_("phase", "attribution");
    case ENT_PHASE_REMEDIATION:
      return C_("phase", "remediation");
    }
  g_return_val_if_reached ("");
}

static char *
describe_phases (EntDataset          *dataset,
                 const EntHealthItem *item)
{
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;
  EntSlice text;

  ent_dataset_get_phase (dataset, item->row, item->number, NULL, &text);
  early = ent_slice_dup (text);
  ent_dataset_get_phase (dataset, item->row, item->phase, NULL, &text);
  late = ent_slice_dup (text);
  /* TRANSLATORS: a phase and its date, then the phase it should have followed and its date, as in
   * "detection 2014-02 before intrusion 2014-05" */
  return g_strdup_printf (_("%s %s before %s %s"), phase_name (item->number), early, phase_name (item->phase), late);
}

static char *
dup_title (EntDataset *dataset,
           guint32     row)
{
  EntSlice title = ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL);
  g_autofree char *text = ent_slice_dup (ent_slice_cut (title, TITLE_BYTES));

  return g_strconcat (text, title.length > TITLE_BYTES ? "…" : "", NULL);
}

/**
 * ent_health_describe_item:
 * @self: what was found
 * @finding: one of it
 * @index: which of its items
 *
 * Says what the finding's own sentence leaves open: which phases, how many links, which other event by its title.
 *
 * Returns: (transfer full) (nullable): a few words, translated; %NULL when there is nothing to add
 */
char *
ent_health_describe_item (const EntHealth        *self,
                          const EntHealthFinding *finding,
                          guint                   index)
{
  EntDataset *dataset = ent_health_get_dataset (self);
  const EntHealthItem *item;
  g_autofree char *other = NULL;

  g_return_val_if_fail (finding != NULL && index < finding->n_items, NULL);

  item = &finding->items[index];
  if (item->other != ENT_ROW_NONE)
    other = dup_title (dataset, item->other);
  switch (finding->kind)
    {
    case ENT_HEALTH_PHASES_OUT_OF_ORDER:
      return describe_phases (dataset, item);
    case ENT_HEALTH_BROKEN_LINK:
      return item->number == 1 ? NULL
                               : g_strdup_printf (ngettext ("%u link", "%u links", item->number), item->number);
    case ENT_HEALTH_SOURCE_WITHOUT_ADDRESS:
    case ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER:
      return item->number == 1 ? NULL
                               : g_strdup_printf (ngettext ("%u source", "%u sources", item->number), item->number);
    case ENT_HEALTH_CIRCULAR_LINK:
      return g_strdup_printf (_("circle %u"), item->number + 1);
    case ENT_HEALTH_ANSWER_BEFORE:
      /* TRANSLATORS: %s is an event's title */
      return g_strdup_printf (_("answers “%s”"), other);
    case ENT_HEALTH_LOOK_ALIKE:
      /* TRANSLATORS: %s is an event's title */
      return g_strdup_printf (_("like “%s”"), other);
    default:
      return NULL;
    }
}

/* What there is to know of each kind, in a line; in the order of kinds. */
static const char *const explanations[ENT_N_HEALTH_KINDS] = {
  [ENT_HEALTH_END_BEFORE_START] = N_("The end lies before the start, so neither can be used."),
  [ENT_HEALTH_PHASES_OUT_OF_ORDER] = N_("An incident cannot be detected before the intrusion, or disclosed before it is "
                                        "detected."),
  [ENT_HEALTH_BROKEN_LINK] = N_("A link names an event that is not in the file, or its own."),
  [ENT_HEALTH_CIRCULAR_LINK] = N_("Following what answers what leads back to where one began."),
  [ENT_HEALTH_ANSWER_BEFORE] = N_("An answer cannot come before what it answers."),
  [ENT_HEALTH_ATTRIBUTION_BEFORE_START] = N_("An attribution earlier than the incident may be about another one."),
  [ENT_HEALTH_FIRST_OF_MONTH] = N_("A date like 2014-03-01 often means “in March 2014”, which is written 2014-03."),
  [ENT_HEALTH_FIRST_OF_YEAR] = N_("A date like 2014-01-01 often means “in 2014”, which is written 2014."),
  [ENT_HEALTH_LOOK_ALIKE] = N_("Two of them may be one event that was entered twice."),
  [ENT_HEALTH_NOT_PLACED] = N_("Without a date that can be read, an event stands on no axis."),
  [ENT_HEALTH_NO_SOURCE] = N_("Nobody can look up what no source is named for."),
  [ENT_HEALTH_WEAK_SOURCES] = N_("Sources that are anonymous or told from memory cannot be checked."),
  [ENT_HEALTH_RECALLED] = N_("What is told from memory should be looked up before it is relied on."),
  [ENT_HEALTH_ATTRIBUTED_BY_NOBODY] = N_("What an attribution is worth depends on who makes it."),
  [ENT_HEALTH_SOURCE_WITHOUT_ADDRESS] = N_("Such a source cannot be opened from here."),
  [ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER] = N_("A citation of it will not say who published it."),
  [ENT_HEALTH_UNUSED_ACTOR] = N_("They may be left over, or written otherwise in the events."),
  [ENT_HEALTH_NOT_ATTRIBUTED] = N_("That there is none can be said, too, by a confidence of “none”."),
  [ENT_HEALTH_NO_SEVERITY] = N_("They are drawn in a middle size."),
};

/** ent_health_kind_explain: (skip): a sentence on what findings of a kind mean, translated */
const char *
ent_health_kind_explain (EntHealthKind kind)
{
  g_return_val_if_fail (kind < ENT_N_HEALTH_KINDS, "");

  return _(explanations[kind]);
}

/** ent_health_concern_name: (skip): how grave it is in a word, translated */
const char *
ent_health_concern_name (EntHealthConcern concern)
{
  static const char *const names[] = { N_("Wrong"), N_("Doubtful"), N_("Missing"), N_("Good to Know") };

  g_return_val_if_fail (concern < G_N_ELEMENTS (names), "");

  return _(names[concern]);
}

/** ent_health_concern_explain: (skip): the same in a sentence, translated */
const char *
ent_health_concern_explain (EntHealthConcern concern)
{
  static const char *const sentences[] = {
    N_("It cannot be as it is written."),
    N_("It may well be so, but often is not."),
    N_("Something is not said that a reader would ask for."),
    N_("Nothing needs to be done."),
  };

  g_return_val_if_fail (concern < G_N_ELEMENTS (sentences), "");

  return _(sentences[concern]);
}
