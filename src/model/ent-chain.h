/* ent-chain.h: what led to an event, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

EntRowSet *ent_chain_find (EntDataset *dataset,
                           guint32     row,
                           guint       depth);

gboolean   ent_chain_are_linked (EntDataset    *dataset,
                                 guint32        a,
                                 guint32        b);
EntRowSet *ent_chain_find_shown (EntDataset    *dataset,
                                 const guint32 *selected,
                                 guint          n_selected,
                                 EntLinksShown  links);

G_END_DECLS
