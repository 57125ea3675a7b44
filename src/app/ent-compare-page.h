/* ent-compare-page.h: what was before an event, and what after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_COMPARE_PAGE (ent_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (EntComparePage, ent_compare_page, ENT, COMPARE_PAGE, AdwBin)

GtkWidget  *ent_compare_page_new       (EntSession     *session);
const char *ent_compare_page_get_pivot (EntComparePage *self);
void        ent_compare_page_set_pivot (EntComparePage *self,
                                        const char     *id);
void        ent_compare_page_set_file  (EntComparePage *self,
                                        GFile          *file);

G_END_DECLS
