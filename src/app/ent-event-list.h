/* ent-event-list.h: the events as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_EVENT_LIST (ent_event_list_get_type ())
G_DECLARE_FINAL_TYPE (EntEventList, ent_event_list, ENT, EVENT_LIST, GtkWidget)

EntSession *ent_event_list_get_session (EntEventList *self);
void        ent_event_list_set_session (EntEventList *self,
                                        EntSession *session);

G_END_DECLS
