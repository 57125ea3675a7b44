/* ent-time-facts.c: what is known once for all of when a dataset's events were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title, timeline and navigation ask for it at every frame, and it takes a look at every date: so it is
 * kept with the dataset, which does not change.
 */
#include "config.h"

#include "ent-time-facts.h"

#include "ent-time-index.h"
#include "ent-timeline.h"

#define N_BASES (ENT_BASIS_REMEDIATION + 1)

typedef struct
{
  EntTimeCounts *counts; /* (owned) (nullable): not known yet */
  gboolean       dated;
  EntSpan        whole;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  for (int basis = 0; basis < N_BASES; basis++)
    g_clear_pointer (&facts[basis].counts, ent_time_counts_free);
  g_free (facts);
}

static const Facts *
get_facts (EntDataset *dataset,
           EntBasis    basis)
{
  static GQuark quark;
  Facts *facts;

  if (quark == 0)
    quark = g_quark_from_static_string ("ent-time-facts");
  facts = g_object_get_qdata (G_OBJECT (dataset), quark);
  if (facts == NULL)
    {
      facts = g_new0 (Facts, N_BASES);
      g_object_set_qdata_full (G_OBJECT (dataset), quark, facts, facts_free);
    }
  if (facts[basis].counts == NULL)
    {
      guint n_dated;
      const guint32 *order = ent_dataset_get_order (dataset, basis, &n_dated);

      facts[basis].dated = ent_timeline_whole_span (dataset, NULL, basis, &facts[basis].whole);
      facts[basis].counts = ent_time_counts_new (dataset, basis, order, n_dated);
    }
  return &facts[basis];
}

/**
 * ent_time_facts_prepare:
 * @dataset: a dataset
 * @basis: which dates
 *
 * Finds out what the other functions would find out when they are first called. Any thread may call this as
 * long as no other knows @dataset; the others are for the main thread.
 */
void
ent_time_facts_prepare (EntDataset *dataset,
                        EntBasis    basis)
{
  get_facts (dataset, basis);
}

/**
 * ent_time_facts_get_whole:
 * @dataset: a dataset
 * @basis: which dates
 * @whole: (out): all that is known and a little more
 *
 * Returns: %FALSE if nothing has a place in time; see ent_timeline_whole_span()
 */
gboolean
ent_time_facts_get_whole (EntDataset *dataset,
                          EntBasis    basis,
                          EntSpan    *whole)
{
  const Facts *facts = get_facts (dataset, basis);

  *whole = facts->whole;
  return facts->dated;
}

/**
 * ent_time_facts_count:
 * @dataset: a dataset
 * @basis: which dates
 * @span: a stretch of time
 *
 * Returns: of how many events ent_dataset_may_overlap() is true
 */
guint
ent_time_facts_count (EntDataset    *dataset,
                      EntBasis       basis,
                      const EntSpan *span)
{
  return ent_span_is_empty (span) ? 0 : ent_time_counts_get (get_facts (dataset, basis)->counts, span);
}
