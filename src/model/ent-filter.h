/* ent-filter.h: which events of a dataset a query finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-facets.h"
#include "ent-query.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntFilterContext:
 * @dataset: the events
 * @basis: which date `date:`, `surely:` and `is:undated` mean
 * @selected: (nullable): what `is:selected` finds
 * @starred: (nullable): what `is:starred` finds
 * @noted: (nullable): what `is:noted` finds
 *
 * What a query's answer depends on, besides the query.
 */
typedef struct
{
  EntDataset      *dataset;
  EntBasis         basis;
  EntRowSet       *selected;
  EntRowSet       *starred;
  EntRowSet       *noted;
} EntFilterContext;

/**
 * EntFilter:
 *
 * A query with its answer, and that of each of its conjuncts. Immutable and atomically counted.
 */
typedef struct _EntFilter EntFilter;

EntFilter  *ent_filter_new              (EntQuery               *query,
                                         const EntFilterContext *context,
                                         const EntFilter        *before,
                                         GCancellable           *cancellable,
                                         GError                **error);
EntFilter  *ent_filter_ref              (EntFilter              *self);
void        ent_filter_unref            (EntFilter              *self);

EntQuery   *ent_filter_get_query        (const EntFilter        *self);
EntRowSet  *ent_filter_get_rows         (const EntFilter        *self);
EntRowSet  *ent_filter_get_conjunct     (const EntFilter        *self,
                                         guint                   conjunct);
EntRowSet  *ent_filter_dup_rows_without (const EntFilter        *self,
                                         guint                   conjunct);
EntRowSet  *ent_filter_dup_rows_beside  (const EntFilter        *self,
                                         const char             *field);
gboolean    ent_filter_needs_selection  (const EntFilter        *self);

guint32     ent_filter_find_value       (EntDataset             *dataset,
                                         const EntFacet         *facet,
                                         const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFilter, ent_filter_unref)

G_END_DECLS
