/* ent-severity-section.h: how severe an event is, as a range
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-filter-section.h"

G_BEGIN_DECLS

#define ENT_TYPE_SEVERITY_SECTION (ent_severity_section_get_type ())
G_DECLARE_FINAL_TYPE (EntSeveritySection, ent_severity_section, ENT, SEVERITY_SECTION, EntFilterSection)

GtkWidget *ent_severity_section_new (void);

G_END_DECLS
