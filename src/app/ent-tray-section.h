/* ent-tray-section.h: events that have no place in time, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-filter-section.h"

G_BEGIN_DECLS

#define ENT_TYPE_TRAY_SECTION (ent_tray_section_get_type ())
G_DECLARE_FINAL_TYPE (EntTraySection, ent_tray_section, ENT, TRAY_SECTION, EntFilterSection)

GtkWidget *ent_tray_section_new (void);

G_END_DECLS
