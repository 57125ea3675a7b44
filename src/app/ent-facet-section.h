/* ent-facet-section.h: the values of a facet in the filter pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-filter-section.h"

G_BEGIN_DECLS

#define ENT_TYPE_FACET_SECTION (ent_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetSection, ent_facet_section, ENT, FACET_SECTION, EntFilterSection)

GtkWidget *ent_facet_section_new (const char *const *fields);

G_END_DECLS
