/* ent-grouping.c: what makes the lanes of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-grouping.h"

#include "ent-facets.h"

/**
 * ent_grouping_new:
 * @view: (nullable): a view that says what makes the lanes; %NULL for the usual ones
 *
 * Returns: (transfer full): the grouping, immutable
 */
EntGrouping *
ent_grouping_new (const EntView *view)
{
  EntGrouping *self = g_atomic_rc_box_new0 (EntGrouping);

  if (view == NULL)
    return self;
  self->facet = g_strdup (ent_view_get_group_by (view));
  self->order = ent_view_get_lane_order (view);
  self->pairs = ent_view_get_pair_as (view);
  self->first = (const char *const *) g_strdupv ((GStrv) ent_view_get_lanes (view));
  self->collapsed = (const char *const *) g_strdupv ((GStrv) ent_view_get_collapsed (view));
  return self;
}

EntGrouping *
ent_grouping_ref (EntGrouping *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
grouping_clear (gpointer data)
{
  EntGrouping *self = data;

  g_free ((char *) self->facet);
  g_strfreev ((GStrv) self->first);
  g_strfreev ((GStrv) self->collapsed);
}

void
ent_grouping_unref (EntGrouping *self)
{
  g_atomic_rc_box_release_full (self, grouping_clear);
}

static gboolean
same_keys (const char *const *a,
           const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/** ent_grouping_equal: (skip): whether both make the same lanes; %NULL makes the usual ones */
gboolean
ent_grouping_equal (const EntGrouping *a,
                    const EntGrouping *b)
{
  static const EntGrouping usual;

  a = a != NULL ? a : &usual;
  b = b != NULL ? b : &usual;
  return a == b || (g_strcmp0 (a->facet, b->facet) == 0 && a->order == b->order && a->pairs == b->pairs &&
                    same_keys (a->first, b->first) && same_keys (a->collapsed, b->collapsed));
}

/**
 * ent_grouping_knows:
 * @dataset: a dataset
 * @name: (nullable): what is to make lanes, or colours
 *
 * Returns: whether something is made of it: a facet of the dataset, "none", or %NULL for kinds
 */
gboolean
ent_grouping_knows (EntDataset *dataset,
                    const char *name)
{
  return name == NULL || g_str_equal (name, "none") || g_str_equal (name, "kind") ||
         ent_facets_find (ent_dataset_get_facets (dataset), name) != NULL;
}
