/* ent-overview-strip-markers.h: markers A and B in the overview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-overview.h"
#include "ent-session.h"

G_BEGIN_DECLS

void ent_overview_strip_follow_markers (GtkWidget                *widget,
                                        EntSession               *session);
void ent_overview_strip_append_markers (GtkWidget                *widget,
                                        EntSession               *session,
                                        GtkSnapshot              *snapshot,
                                        const EntOverviewRequest *request);

G_END_DECLS
