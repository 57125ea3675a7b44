/* ent-text-index.h: all that can be searched of a dataset's events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntTextIndex:
 *
 * Of each event the title, summary, quote, names of actors, places and tags, in every language, folded as
 * ent_text_fold() does. It belongs to the dataset, is made when first asked for, and may be read by any thread.
 */
typedef struct _EntTextIndex EntTextIndex;

const EntTextIndex *ent_dataset_get_text_index (EntDataset         *dataset);
EntRowSet          *ent_text_index_search      (const EntTextIndex *self,
                                                const char         *needle,
                                                const EntRowSet    *within,
                                                GCancellable       *cancellable);

G_END_DECLS
