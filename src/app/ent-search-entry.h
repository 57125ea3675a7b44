/* ent-search-entry.h: the query of a session, to be typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_SEARCH_ENTRY (ent_search_entry_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchEntry, ent_search_entry, ENT, SEARCH_ENTRY, GtkWidget)

void ent_search_entry_set_session (EntSearchEntry *self,
                                   EntSession     *session);
void ent_search_entry_start       (EntSearchEntry *self);
void ent_search_entry_insert      (EntSearchEntry *self,
                                   const char     *text);

G_END_DECLS
