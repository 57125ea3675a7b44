/* ent-time-facts.h: what is known once for all of when a dataset's events were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

void     ent_time_facts_prepare   (EntDataset    *dataset,
                                   EntBasis       basis);
gboolean ent_time_facts_get_whole (EntDataset    *dataset,
                                   EntBasis       basis,
                                   EntSpan       *whole);
guint    ent_time_facts_count     (EntDataset    *dataset,
                                   EntBasis       basis,
                                   const EntSpan *span);

G_END_DECLS
