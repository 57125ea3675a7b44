/* ent-chain.c: what led to an event, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-chain.h"

/* Goes on one way, a step at a time; circles end where they were before. */
static void
follow (EntDataset *dataset,
        guint32     row,
        guint       depth,
        gboolean    back,
        EntRowSet  *chain)
{
  g_autoptr (EntRowSet) seen = ent_row_set_new (ent_dataset_get_n_events (dataset));
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint32));

  ent_row_set_add (seen, row);
  g_array_append_val (now, row);
  for (guint step = 0; step < depth && now->len > 0; step++)
    {
      GArray *swapped = now;

      g_array_set_size (next, 0);
      for (guint i = 0; i < now->len; i++)
        {
          guint32 from = g_array_index (now, guint32, i);
          guint n_links;
          const EntLink *links = back ? ent_dataset_get_links (dataset, from, &n_links)
                                      : ent_dataset_get_links_to (dataset, from, &n_links);

          for (guint j = 0; j < n_links; j++)
            if (links[j].target != ENT_ROW_NONE && !ent_row_set_contains (seen, links[j].target))
              {
                ent_row_set_add (seen, links[j].target);
                g_array_append_val (next, links[j].target);
              }
        }
      now = next;
      next = swapped;
    }
  ent_row_set_join (chain, seen);
}

/**
 * ent_chain_find:
 * @dataset: a dataset
 * @row: an event
 * @depth: how many links to follow each way; %G_MAXUINT for all
 *
 * Follows links back, to what the event answers and what that answers, and forth, to what answers it; not forth
 * from what it answers, since everything would hang together.
 *
 * Returns: (transfer full): the events that are met, the event itself among them
 */
EntRowSet *
ent_chain_find (EntDataset *dataset,
                guint32     row,
                guint       depth)
{
  EntRowSet *chain = ent_row_set_new (ent_dataset_get_n_events (dataset));

  follow (dataset, row, depth, TRUE, chain);
  follow (dataset, row, depth, FALSE, chain);
  return chain;
}

/** ent_chain_are_linked: (skip): whether one of two events has a link to the other */
gboolean
ent_chain_are_linked (EntDataset *dataset,
                      guint32     a,
                      guint32     b)
{
  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links =
        back ? ent_dataset_get_links_to (dataset, a, &n_links) : ent_dataset_get_links (dataset, a, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (links[i].target == b)
          return TRUE;
    }
  return FALSE;
}

/**
 * ent_chain_find_shown:
 * @dataset: a dataset
 * @selected: (array length=n_selected): rows
 * @n_selected: how many
 * @links: which links a picture shows
 *
 * Returns: (transfer full) (nullable): the events that stand out with the selected ones when links are shown farther than
 *   from these; %NULL when they are not, or nothing is selected
 */
EntRowSet *
ent_chain_find_shown (EntDataset    *dataset,
                      const guint32 *selected,
                      guint          n_selected,
                      EntLinksShown  links)
{
  guint depth = links == ENT_LINKS_SECOND ? 2 : links == ENT_LINKS_THIRD ? 3 : links == ENT_LINKS_CHAIN ? G_MAXUINT : 0;
  EntRowSet *chain;

  if (depth == 0 || n_selected == 0)
    return NULL;
  chain = ent_row_set_new (ent_dataset_get_n_events (dataset));
  for (guint i = 0; i < n_selected; i++)
    {
      g_autoptr (EntRowSet) of_one = ent_chain_find (dataset, selected[i], depth);

      ent_row_set_join (chain, of_one);
    }
  return chain;
}
