/* ent-status-page-no-match.h: the page of a query that finds nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_STATUS_PAGE_NO_MATCH (ent_status_page_no_match_get_type ())
G_DECLARE_FINAL_TYPE (EntStatusPageNoMatch, ent_status_page_no_match, ENT, STATUS_PAGE_NO_MATCH, AdwBin)

GtkWidget *ent_status_page_no_match_new    (EntSession           *session);
void       ent_status_page_no_match_update (EntStatusPageNoMatch *self);

G_END_DECLS
