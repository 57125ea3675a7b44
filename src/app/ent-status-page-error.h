/* ent-status-page-error.h: the page that says why a file could not be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-fault.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_STATUS_PAGE_ERROR (ent_status_page_error_get_type ())
G_DECLARE_FINAL_TYPE (EntStatusPageError, ent_status_page_error, ENT, STATUS_PAGE_ERROR, AdwBin)

GtkWidget *ent_status_page_error_new        (void);
void       ent_status_page_error_set_fault  (EntStatusPageError *self,
                                             EntFault           *fault,
                                             const char         *path,
                                             gboolean            way_back);
void       ent_status_page_error_set_narrow (EntStatusPageError *self,
                                             gboolean            narrow);

G_END_DECLS
