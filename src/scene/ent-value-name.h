/* ent-value-name.h: what a picture calls the values of a facet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"
#include "ent-words.h"

G_BEGIN_DECLS

char *ent_value_name_kind (const EntWords *words,
                           const char     *kind,
                           gboolean        several);
char *ent_value_name      (const EntWords *words,
                           const EntFacet *facet,
                           EntDataset     *dataset,
                           guint32         value,
                           const char     *language);
char *ent_value_name_none (const EntWords *words,
                           const EntFacet *facet);

G_END_DECLS
