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
