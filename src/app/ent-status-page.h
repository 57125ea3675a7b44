/* ent-status-page.h: a page that says what is, and what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_STATUS_PAGE (ent_status_page_get_type ())
G_DECLARE_FINAL_TYPE (EntStatusPage, ent_status_page, ENT, STATUS_PAGE, AdwBin)

void ent_status_page_set_icon_name   (EntStatusPage *self,
                                      const char    *icon_name);
void ent_status_page_set_title       (EntStatusPage *self,
                                      const char    *title);
void ent_status_page_set_description (EntStatusPage *self,
                                      const char    *description);
void ent_status_page_set_content     (EntStatusPage *self,
                                      GtkWidget     *content);

G_END_DECLS
