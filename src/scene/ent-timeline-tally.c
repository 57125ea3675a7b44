/* ent-timeline-tally.c: how many events of a lane there are in any stretch of time, of each class of a colouring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

/* What is shown with its colours, what of it is lit, and what is found, and each of them as it was before. */
#define MAX_TALLIES 6

struct _EntTally
{
  EntColoring    *coloring; /* (owned) (nullable) */
  gboolean        split;
  EntRowSet      *subset;   /* (owned) (nullable) */
  guint           n_lanes;
  guint           n_classes;
  EntTimeCounts **counts;   /* (owned), by lane and class; %NULL until asked for */
};

/** ent_tally_free: (skip): for arrays that own their tallies */
void
ent_tally_free (gpointer data)
{
  EntTally *self = data;

  for (guint i = 0; i < self->n_lanes * self->n_classes; i++)
    g_clear_pointer (&self->counts[i], ent_time_counts_free);
  g_free (self->counts);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  g_clear_pointer (&self->subset, ent_row_set_unref);
  g_free (self);
}

static void
count_lane (const EntTimeline *timeline,
            const EntTally    *self,
            guint              lane)
{
  EntDataset *dataset = timeline->request.dataset;
  const GArray *rows = ent_lanes_get (timeline->lanes, lane)->rows;
  GArray *of_class[ENT_MAX_CLASSES];

  for (guint i = 0; i < self->n_classes; i++)
    of_class[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (self->subset == NULL || ent_row_set_contains (self->subset, row))
        g_array_append_val (of_class[self->split ? ent_coloring_get_class (self->coloring, dataset, row) : 0], row);
    }
  for (guint i = 0; i < self->n_classes; i++)
    {
      self->counts[lane * self->n_classes + i] = ent_time_counts_new (
        dataset, timeline->request.basis, (const guint32 *) of_class[i]->data, of_class[i]->len);
      g_array_unref (of_class[i]);
    }
}

/**
 * ent_timeline_tally: (skip):
 * @self: a timeline
 * @coloring: (nullable): what the classes are of
 * @split: whether classes are told apart; else all are of class 0
 * @subset: (nullable): the events that count; %NULL for all
 *
 * What was made is kept, for a window asks for the same in each frame. The only thing of a timeline that changes; whoever
 * draws one does so in one thread at a time.
 *
 * Returns: (transfer none): counts, made lane by lane when they are asked for; valid until the timeline is drawn again
 */
EntTally *
ent_timeline_tally (const EntTimeline *self,
                    const EntColoring *coloring,
                    gboolean           split,
                    EntRowSet         *subset)
{
  EntTally *tally;

  coloring = split ? coloring : NULL;
  for (guint i = 0; i < self->tallies->len; i++)
    {
      tally = g_ptr_array_index (self->tallies, i);
      if (tally->split == split && tally->subset == subset && ent_coloring_equal (tally->coloring, coloring))
        return tally;
    }
  tally = g_new0 (EntTally, 1);
  tally->coloring = coloring != NULL ? ent_coloring_ref ((EntColoring *) coloring) : NULL;
  tally->split = split;
  tally->subset = subset != NULL ? ent_row_set_ref (subset) : NULL;
  tally->n_lanes = ent_lanes_get_size (self->lanes);
  tally->n_classes = split ? ent_coloring_get_n_classes (coloring) : 1;
  tally->counts = g_new0 (EntTimeCounts *, tally->n_lanes * tally->n_classes + 1);
  while (self->tallies->len >= MAX_TALLIES)
    g_ptr_array_remove_index (self->tallies, 0);
  g_ptr_array_add (self->tallies, tally);
  return tally;
}

/** ent_tally_get: (skip): (transfer none): the counts of a class in a lane */
const EntTimeCounts *
ent_tally_get (const EntTimeline *timeline,
               EntTally          *self,
               guint              lane,
               guint              class)
{
  if (self->counts[lane * self->n_classes] == NULL)
    count_lane (timeline, self, lane);
  return self->counts[lane * self->n_classes + class];
}
