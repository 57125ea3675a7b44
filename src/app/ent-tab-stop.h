/* ent-tab-stop.h: a list that the Tab key passes in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_TAB_STOP (ent_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (EntTabStop, ent_tab_stop, ENT, TAB_STOP, AdwBin)

GtkWidget *ent_tab_stop_new (GtkWidget *child);

G_END_DECLS
