/* ent-grouping.h: what makes the lanes of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-view.h"

G_BEGIN_DECLS

/* The keys of lanes that are no value of their facet: what has no value, what is beyond the most lanes there may be,
 * and all of it. */
#define ENT_LANE_KEY_NONE ""
#define ENT_LANE_KEY_OTHER "…"
#define ENT_LANE_KEY_ALL "*"

/**
 * EntGrouping:
 * @facet: (nullable): the name of the facet that makes the lanes, or "none" for one lane; %NULL, or a name that the
 *   dataset does not know, is the kind
 * @order: in which order lanes stand that are not in @first
 * @pairs: which actors make pairs
 * @first: (nullable): keys of the lanes that stand first, from the top, ended by %NULL
 * @collapsed: (nullable): keys of the lanes that are folded to a head, ended by %NULL
 *
 * What makes the lanes, and how they stand. Whoever asks for lanes may fill one; ent_grouping_new() makes one that is
 * immutable and atomically counted.
 */
typedef struct
{
  const char        *facet;
  EntLaneOrder       order;
  EntPairMode        pairs;
  const char *const *first;
  const char *const *collapsed;
} EntGrouping;

EntGrouping *ent_grouping_new      (const EntView     *view);
EntGrouping *ent_grouping_ref      (EntGrouping       *self);
void         ent_grouping_unref    (EntGrouping       *self);
gboolean     ent_grouping_equal    (const EntGrouping *a,
                                    const EntGrouping *b);
gboolean     ent_grouping_knows    (EntDataset        *dataset,
                                    const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGrouping, ent_grouping_unref)

G_END_DECLS
