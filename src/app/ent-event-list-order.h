/* ent-event-list-order.h: the rows of the list, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-event-list-text.h"

G_BEGIN_DECLS

guint32 *ent_event_list_sort       (const EntEventListContext *context,
                                    EntEventColumn             column,
                                    gboolean                   descending,
                                    GCancellable              *cancellable);
guint    ent_event_list_keep_span  (const EntEventListContext *context,
                                    const EntSpan             *span,
                                    const guint32             *rows,
                                    guint                      n_rows,
                                    guint32                   *kept);

G_END_DECLS
