/* ent-timeline-view.h: the timeline, alive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_TIMELINE_VIEW (ent_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineView, ent_timeline_view, ENT, TIMELINE_VIEW, GtkWidget)

EntSession *ent_timeline_view_get_session (EntTimelineView *self);
void        ent_timeline_view_set_session (EntTimelineView *self,
                                           EntSession *session);
GStrv       ent_timeline_view_dup_lanes   (EntTimelineView *self,
                                           guint           *focus);
int         ent_timeline_view_get_axis_height (void);

G_END_DECLS
