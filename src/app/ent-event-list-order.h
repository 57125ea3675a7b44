/* ent-event-list-order.h: the rows of the list, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-event-list-text.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntListRows:
 * @dataset: (owned): the events
 * @language: (owned) (nullable): the language wished for
 * @basis: which date
 * @column: what they are sorted by
 * @descending: whether the last come first
 * @span: what is in view
 * @only_in_view: whether the others are left out
 * @shown: (owned) (nullable): the events that are shown at all; %NULL for all
 * @order: (owned) (nullable): all rows of the dataset, sorted
 * @sorted: whether that was done for these rows, and not before
 * @rows: (owned): the rows to show
 * @n_rows: how many
 * @n_in_view: how many of those that are shown are in view
 * @n_shown: how many are shown
 *
 * The rows of a list, and all that they depend on. Once found they do not change.
 */
typedef struct
{
  EntDataset    *dataset;
  char          *language;
  EntBasis       basis;
  EntEventColumn column;
  gboolean       descending;
  EntSpan        span;
  gboolean       only_in_view;
  EntRowSet     *shown;
  GBytes        *order;
  gboolean       sorted;
  guint32       *rows;
  guint          n_rows;
  guint          n_in_view;
  guint          n_shown;
} EntListRows;

EntListRows *ent_list_rows_new     (const EntEventListContext *context,
                                    EntEventColumn             column,
                                    gboolean                   descending,
                                    const EntSpan             *span,
                                    gboolean                   only_in_view,
                                    EntRowSet                 *shown,
                                    const EntListRows         *before);
EntListRows *ent_list_rows_ref     (EntListRows               *self);
void         ent_list_rows_unref   (EntListRows               *self);
gboolean     ent_list_rows_find    (EntListRows               *self,
                                    GCancellable              *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntListRows, ent_list_rows_unref)

guint32 *ent_event_list_sort       (const EntEventListContext *context,
                                    EntEventColumn             column,
                                    gboolean                   descending,
                                    GCancellable              *cancellable);
guint    ent_event_list_keep       (const EntEventListContext *context,
                                    const EntRowSet           *shown,
                                    const EntSpan             *span,
                                    const guint32             *rows,
                                    guint                      n_rows,
                                    guint32                   *kept);

G_END_DECLS
