/* ent-details-pane.h: all that is known of an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_DETAILS_PANE (ent_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntDetailsPane, ent_details_pane, ENT, DETAILS_PANE, GtkWidget)

EntSession *ent_details_pane_get_session   (EntDetailsPane *self);
void        ent_details_pane_set_session   (EntDetailsPane *self,
                                            EntSession     *session);
gboolean    ent_details_pane_get_compact   (EntDetailsPane *self);
void        ent_details_pane_set_compact   (EntDetailsPane *self,
                                            gboolean        compact);
void        ent_details_pane_copy_citation (EntDetailsPane *self);
void        ent_details_pane_edit_note     (EntDetailsPane *self);
void        ent_details_pane_keep_note     (EntDetailsPane *self);

G_END_DECLS
