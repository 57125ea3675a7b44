/* ent-event-list-private.h: what the list and its columns share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-event-list-text.h"
#include "ent-event-list.h"

G_BEGIN_DECLS

gboolean            ent_event_list_get_context   (EntEventList        *self,
                                                  EntEventListContext *context);

void                ent_event_list_add_columns   (EntEventList        *self,
                                                  GtkColumnView       *view);
gboolean            ent_event_list_get_sorting   (GtkColumnView       *view,
                                                  EntEventColumn      *column,
                                                  gboolean            *descending);
void                ent_event_list_set_sorting   (GtkColumnView       *view,
                                                  EntEventColumn       column,
                                                  gboolean             descending);
GMenuModel         *ent_event_list_sort_menu     (void);
gboolean            ent_event_list_focus_row     (GtkWidget           *view,
                                                  guint32              row);
GtkListItemFactory *ent_event_list_card_factory  (EntEventList        *self);

G_END_DECLS
