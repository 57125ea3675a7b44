/* ent-shed-layout.h: two widgets in a line, of which the first may go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_SHED_LAYOUT (ent_shed_layout_get_type ())
G_DECLARE_FINAL_TYPE (EntShedLayout, ent_shed_layout, ENT, SHED_LAYOUT, GtkLayoutManager)

G_END_DECLS
