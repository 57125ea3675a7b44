/* ent-health-titles.h: titles as their words, to see which are nearly the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

typedef struct _EntHealthTitles EntHealthTitles;

EntHealthTitles *ent_health_titles_new         (EntDataset            *dataset,
                                                GCancellable          *cancellable);
void             ent_health_titles_free        (EntHealthTitles       *self);

guint32          ent_health_titles_get_number  (const EntHealthTitles *self,
                                                guint32                row);
const guint32   *ent_health_titles_get_rare    (const EntHealthTitles *self,
                                                guint32                row,
                                                guint                 *n_words);
gboolean         ent_health_titles_get_ends    (const EntHealthTitles *self,
                                                guint32                row,
                                                guint32               *head,
                                                guint32               *tail);
gboolean         ent_health_titles_are_alike   (const EntHealthTitles *self,
                                                guint32                a,
                                                guint32                b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHealthTitles, ent_health_titles_free)

G_END_DECLS
