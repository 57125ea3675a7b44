/* ent-compare-table.h: a comparison as a table of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-comparison.h"

G_BEGIN_DECLS

#define ENT_TYPE_COMPARE_TABLE (ent_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (EntCompareTable, ent_compare_table, ENT, COMPARE_TABLE, AdwBin)

GtkWidget *ent_compare_table_new (void);
void       ent_compare_table_set (EntCompareTable *self,
                                  EntComparison   *comparison,
                                  EntFacetId       facet,
                                  const char      *language,
                                  gboolean         narrow);

G_END_DECLS
