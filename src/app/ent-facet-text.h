/* ent-facet-text.h: what fields and their values are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"

G_BEGIN_DECLS

char *ent_facet_text_field (const char     *field);
char *ent_facet_text_value (EntDataset     *dataset,
                            const EntFacet *facet,
                            guint32         value,
                            const char     *language);
char *ent_facet_text_said  (EntDataset     *dataset,
                            const EntFacet *facet,
                            const char     *text,
                            const char     *language);
char *ent_facet_text_thing (const char     *thing);

G_END_DECLS
