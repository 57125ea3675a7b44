/* ent-facet-bar.h: how many events have a value, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_FACET_BAR (ent_facet_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetBar, ent_facet_bar, ENT, FACET_BAR, GtkWidget)

void ent_facet_bar_set_part (EntFacetBar *self,
                             double       part,
                             int          kind);

G_END_DECLS
