/* ent-status-page-loading.h: the page of a window that waits for its first file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_STATUS_PAGE_LOADING (ent_status_page_loading_get_type ())
G_DECLARE_FINAL_TYPE (EntStatusPageLoading, ent_status_page_loading, ENT, STATUS_PAGE_LOADING, AdwBin)

GtkWidget *ent_status_page_loading_new          (void);
void       ent_status_page_loading_set_name     (EntStatusPageLoading    *self,
                                                 const char              *name);
void       ent_status_page_loading_set_progress (EntStatusPageLoading    *self,
                                                 const EntLoaderProgress *progress);
char      *ent_status_page_loading_format_bytes (const EntLoaderProgress *progress);

G_END_DECLS
