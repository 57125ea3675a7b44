/* ent-yield-layout.h: widgets in a line, of which the first ones yield
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_YIELD_LAYOUT (ent_yield_layout_get_type ())
G_DECLARE_FINAL_TYPE (EntYieldLayout, ent_yield_layout, ENT, YIELD_LAYOUT, GtkLayoutManager)

G_END_DECLS
