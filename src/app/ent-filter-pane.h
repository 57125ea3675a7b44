/* ent-filter-pane.h: which events are shown, to be said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_FILTER_PANE (ent_filter_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterPane, ent_filter_pane, ENT, FILTER_PANE, GtkWidget)

GtkWidget *ent_filter_pane_new          (EntSession    *session);
void       ent_filter_pane_start_search (EntFilterPane *self);
GStrv      ent_filter_pane_dup_unfolded (EntFilterPane *self);
void       ent_filter_pane_set_unfolded (EntFilterPane *self,
                                         const char *const *names);

G_END_DECLS
