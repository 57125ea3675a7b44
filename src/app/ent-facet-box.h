/* ent-facet-box.h: whether a value is asked for, as a box with a tick
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-facet-choice.h"

G_BEGIN_DECLS

#define ENT_TYPE_FACET_BOX (ent_facet_box_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetBox, ent_facet_box, ENT, FACET_BOX, GtkWidget)

void ent_facet_box_set_mark (EntFacetBox  *self,
                             EntFacetMark  mark);

G_END_DECLS
