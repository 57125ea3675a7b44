/* ent-span-count.h: how many events may be in a span, without looking at them all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-span.h"

G_BEGIN_DECLS

/**
 * EntSpanCount:
 *
 * The outer bounds of all events on a basis, in order: two searches say how many events may overlap
 * a span. Immutable and counted, so that it can be made in another thread.
 */
typedef struct _EntSpanCount EntSpanCount;

EntSpanCount *ent_span_count_new       (EntDataset         *dataset,
                                        EntBasis            basis);
EntSpanCount *ent_span_count_ref       (EntSpanCount       *self);
void          ent_span_count_unref     (EntSpanCount       *self);
guint         ent_span_count_get_dated (const EntSpanCount *self);
guint         ent_span_count_in        (const EntSpanCount *self,
                                        const EntSpan      *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSpanCount, ent_span_count_unref)

G_END_DECLS
