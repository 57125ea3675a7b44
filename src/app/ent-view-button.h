/* ent-view-button.h: a button in the bar over the timeline that says how it is shown, with a menu to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_VIEW_BUTTON (ent_view_button_get_type ())
G_DECLARE_FINAL_TYPE (EntViewButton, ent_view_button, ENT, VIEW_BUTTON, GtkWidget)

void ent_view_button_set_value (EntViewButton *self,
                                const char    *value);
void ent_view_button_set_menu  (EntViewButton *self,
                                GMenuModel    *menu);
GMenuItem *ent_view_button_make_item (EntViewButton *self);

G_END_DECLS
