/* ent-health-actors.c: who did it, who says so, and who is never heard of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-private.h"

static gboolean
has_accuser (EntDataset *dataset,
             guint32     row)
{
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == ENT_RELATION_ACCUSER)
      return TRUE;
  return FALSE;
}

/* That an attribution has nobody behind it is a gap: its weight is theirs. That an incident has none is the usual
 * course of things, and that it has no severity a choice of who made the file: both are only noted. */
void
ent_health_look_at_attribution (EntHealthSearch *search,
                                guint32          row)
{
  EntDataset *dataset = search->dataset;
  EntConfidence confidence = ent_dataset_get_confidence (dataset, row);
  gboolean is_incident = g_str_equal (ent_dataset_get_kind_word (dataset, row), "incident");
  gboolean has_phase = ent_dataset_get_phase (dataset, row, ENT_PHASE_ATTRIBUTION, NULL, NULL);
  gboolean by_somebody = has_accuser (dataset, row);

  if (confidence > ENT_CONFIDENCE_NONE || has_phase)
    {
      search->tallies[ENT_HEALTH_ATTRIBUTED_BY_NOBODY].n_considered++;
      if (!by_somebody)
        ent_health_add (search, ENT_HEALTH_ATTRIBUTED_BY_NOBODY, row, ENT_ROW_NONE, 0, 0);
    }
  if (!is_incident)
    return;
  search->tallies[ENT_HEALTH_NOT_ATTRIBUTED].n_considered++;
  search->tallies[ENT_HEALTH_NO_SEVERITY].n_considered++;
  if (confidence == ENT_CONFIDENCE_NOT_GIVEN && !has_phase && !by_somebody)
    ent_health_add (search, ENT_HEALTH_NOT_ATTRIBUTED, row, ENT_ROW_NONE, 0, 0);
  if (ent_dataset_get_severity (dataset, row) == 0)
    ent_health_add (search, ENT_HEALTH_NO_SEVERITY, row, ENT_ROW_NONE, 0, 0);
}

/* Actors that stand in the list alone. What is above one that is heard of, is heard of. */
void
ent_health_look_at_actors (EntHealthSearch *search)
{
  guint n_actors = ent_dataset_get_n_actors (search->dataset);
  g_autofree gboolean *used = g_new0 (gboolean, MAX (n_actors, 1));

  for (guint32 row = 0; row < search->n_events && ent_health_goes_on (search, row); row++)
    {
      guint n_refs;
      const EntActorRef *refs = ent_dataset_get_actors (search->dataset, row, &n_refs);

      for (guint i = 0; i < n_refs; i++)
        for (guint32 actor = refs[i].actor; actor != ENT_ROW_NONE && !used[actor];
             actor = ent_dataset_get_actor_parent (search->dataset, actor))
          used[actor] = TRUE;
    }
  search->tallies[ENT_HEALTH_UNUSED_ACTOR].n_considered = n_actors;
  for (guint32 actor = 0; actor < n_actors; actor++)
    if (!used[actor])
      ent_health_add (search, ENT_HEALTH_UNUSED_ACTOR, ENT_ROW_NONE, ENT_ROW_NONE, actor, 0);
}
