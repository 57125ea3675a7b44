/* ent-selection.h: which events of a dataset are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

/**
 * EntSelection:
 * @ids: (owned): of the events, each once, ended by %NULL
 *
 * Immutable and counted, though not atomically: many steps of a history share one, and it may be long.
 */
typedef struct
{
  char **ids;
} EntSelection;

EntSelection *ent_selection_new   (EntDataset         *dataset,
                                   const char *const  *ids);
EntSelection *ent_selection_ref   (EntSelection       *self);
void          ent_selection_unref (EntSelection       *self);
gboolean      ent_selection_equal (const EntSelection *a,
                                   const EntSelection *b);
gboolean      ent_selection_knows (EntDataset         *dataset,
                                   const char         *id);

G_END_DECLS
