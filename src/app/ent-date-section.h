/* ent-date-section.h: when events are, as a stretch of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-filter-section.h"

G_BEGIN_DECLS

#define ENT_TYPE_DATE_SECTION (ent_date_section_get_type ())
G_DECLARE_FINAL_TYPE (EntDateSection, ent_date_section, ENT, DATE_SECTION, EntFilterSection)

GtkWidget *ent_date_section_new (void);

G_END_DECLS
