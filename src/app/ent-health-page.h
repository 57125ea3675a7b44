/* ent-health-page.h: what of a timeline is worth another look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_HEALTH_PAGE (ent_health_page_get_type ())
G_DECLARE_FINAL_TYPE (EntHealthPage, ent_health_page, ENT, HEALTH_PAGE, AdwBin)

GtkWidget *ent_health_page_new      (EntSession    *session);
void       ent_health_page_set_name (EntHealthPage *self,
                                     const char    *name);

G_END_DECLS
