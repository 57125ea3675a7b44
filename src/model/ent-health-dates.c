/* ent-health-dates.c: dates that cannot be as they are, and events without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-private.h"

/* Of the pairs that are not here, remediation may come before detection, since an update closes holes
 * nobody knows of, and disclosure, attribution and remediation follow each other in any order. */
static const struct
{
  EntPhase first;
  EntPhase later;
} successions[] = {
  { ENT_PHASE_INTRUSION, ENT_PHASE_DETECTION },    /* what has not begun cannot be noticed, */
  { ENT_PHASE_INTRUSION, ENT_PHASE_DISCLOSURE },   /* told of, */
  { ENT_PHASE_INTRUSION, ENT_PHASE_ATTRIBUTION },  /* laid at anybody's door */
  { ENT_PHASE_INTRUSION, ENT_PHASE_REMEDIATION },  /* or cleared away; */
  { ENT_PHASE_DETECTION, ENT_PHASE_DISCLOSURE },   /* nor can be told what nobody has noticed, */
  { ENT_PHASE_DETECTION, ENT_PHASE_ATTRIBUTION },  /* nor by whom it is */
};

static gboolean
is_sure (const EntBound *bound)
{
  return bound->kind == ENT_BOUND_KNOWN && bound->qualifiers == ENT_QUALIFIER_NONE;
}

/* Whether `a` is surely over before `b` begins. */
gboolean
ent_health_surely_ends_before (const EntDate *a,
                               const EntDate *b)
{
  return is_sure (&a->latest_end) && is_sure (&b->earliest_start) && a->latest_end.time <= b->earliest_start.time;
}

/* Whether `a` surely begins before `b` does. */
gboolean
ent_health_surely_starts_before (const EntDate *a,
                                 const EntDate *b)
{
  return is_sure (&a->latest_start) && is_sure (&b->earliest_start) && a->latest_start.time <= b->earliest_start.time;
}

/* Of an end before its start nothing is left but the texts: the reader refuses it. */
static gboolean
is_reversed (EntDataset *dataset,
             guint32     row)
{
  EntSlice text = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  EntSlice start_text = ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL);
  EntSlice end_text = ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL);
  EntDate start;
  EntDate end;

  if (text.text != NULL)
    {
      g_autoptr (GError) error = NULL;

      ent_date_parse (text.text, (gssize) text.length, &start, &error);
      return g_error_matches (error, ENT_DATE_ERROR, ENT_DATE_ERROR_REVERSED);
    }
  return start_text.text != NULL && end_text.text != NULL &&
         ent_date_parse (start_text.text, (gssize) start_text.length, &start, NULL) &&
         ent_date_parse (end_text.text, (gssize) end_text.length, &end, NULL) &&
         start.earliest_start.kind == ENT_BOUND_KNOWN && end.latest_end.kind == ENT_BOUND_KNOWN &&
         end.latest_end.time <= start.earliest_start.time;
}

/* What stands in the tray, and why if it is its end. */
static void
look_at_place (EntHealthSearch *search,
               guint32          row)
{
  if (ent_dataset_peek_date (search->dataset, row, ENT_BASIS_OCCURRED) != NULL)
    return;
  ent_health_add (search, ENT_HEALTH_NOT_PLACED, row, ENT_ROW_NONE, 0, 0);
  if (is_reversed (search->dataset, row))
    ent_health_add (search, ENT_HEALTH_END_BEFORE_START, row, ENT_ROW_NONE, 0, 0);
}

static void
look_at_phases (EntHealthSearch *search,
                guint32          row)
{
  const EntDate *own = ent_dataset_peek_date (search->dataset, row, ENT_BASIS_OCCURRED);
  gboolean has[ENT_N_PHASES];
  EntDate dates[ENT_N_PHASES];

  if (!ent_dataset_has_phases (search->dataset, row))
    return;
  for (guint i = 0; i < ENT_N_PHASES; i++)
    has[i] = ent_dataset_get_phase (search->dataset, row, i, &dates[i], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (successions); i++)
    {
      EntPhase first = successions[i].first;
      EntPhase later = successions[i].later;

      if (has[first] && has[later] && ent_health_surely_starts_before (&dates[later], &dates[first]))
        ent_health_add (search, ENT_HEALTH_PHASES_OUT_OF_ORDER, row, ENT_ROW_NONE, later, first);
    }
  if (has[ENT_PHASE_ATTRIBUTION] && own != NULL &&
      ent_health_surely_starts_before (&dates[ENT_PHASE_ATTRIBUTION], own))
    ent_health_add (search, ENT_HEALTH_ATTRIBUTION_BEFORE_START, row, ENT_ROW_NONE, 0, 0);
}

/* Ends, phases and what has no date at all. */
void
ent_health_look_at_dates (EntHealthSearch *search,
                          guint32          row)
{
  look_at_place (search, row);
  look_at_phases (search, row);
}
