/* ent-overview-strip.h: the whole of a dataset, and the window on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_OVERVIEW_STRIP (ent_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntOverviewStrip, ent_overview_strip, ENT, OVERVIEW_STRIP, GtkWidget)

EntSession *ent_overview_strip_get_session (EntOverviewStrip *self);
void        ent_overview_strip_set_session (EntOverviewStrip *self,
                                            EntSession *session);

G_END_DECLS
