/* ent-status-page-start.h: the page of a window that nothing is open in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_STATUS_PAGE_START (ent_status_page_start_get_type ())
G_DECLARE_FINAL_TYPE (EntStatusPageStart, ent_status_page_start, ENT, STATUS_PAGE_START, AdwBin)

GtkWidget *ent_status_page_start_new (void);

G_END_DECLS
