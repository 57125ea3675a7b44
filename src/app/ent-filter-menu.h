/* ent-filter-menu.h: saved filters, what becomes of the rest, and how to ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_FILTER_MENU (ent_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterMenu, ent_filter_menu, ENT, FILTER_MENU, AdwBin)

void ent_filter_menu_set_session (EntFilterMenu *self,
                                  EntSession    *session);

G_END_DECLS
