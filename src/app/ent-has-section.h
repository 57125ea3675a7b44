/* ent-has-section.h: what events have at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-filter-section.h"

G_BEGIN_DECLS

#define ENT_TYPE_HAS_SECTION (ent_has_section_get_type ())
G_DECLARE_FINAL_TYPE (EntHasSection, ent_has_section, ENT, HAS_SECTION, EntFilterSection)

GtkWidget *ent_has_section_new (void);

G_END_DECLS
