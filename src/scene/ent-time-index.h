/* ent-time-index.h: which events lie in a stretch of time, and how many, without asking each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-ticks.h"

G_BEGIN_DECLS

/** EntTimeCounts: counts the events of a lane in any stretch of time; immutable. */
typedef struct _EntTimeCounts EntTimeCounts;

EntTimeCounts *ent_time_counts_new        (EntDataset          *dataset,
                                           EntBasis             basis,
                                           const guint32       *rows,
                                           guint                n_rows);
void           ent_time_counts_free       (EntTimeCounts       *self);
guint          ent_time_counts_get        (const EntTimeCounts *self,
                                           const EntSpan       *span);
void           ent_time_counts_by_step    (const EntTimeCounts *self,
                                           const EntTickStep   *step,
                                           const EntSpan       *span,
                                           GArray              *columns);
gint64         ent_time_counts_key        (EntDataset          *dataset,
                                           EntBasis             basis,
                                           guint32              row);

/** EntTimeFinder: finds among stretches of time those that meet another; immutable. */
typedef struct _EntTimeFinder EntTimeFinder;

EntTimeFinder *ent_time_finder_new        (const EntSpan       *spans,
                                           guint                n_spans);
void           ent_time_finder_free       (EntTimeFinder       *self);
void           ent_time_finder_find       (const EntTimeFinder *self,
                                           const EntSpan       *span,
                                           GArray              *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimeCounts, ent_time_counts_free)

G_END_DECLS
