/* ent-compare-text.h: a comparison as a table of texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison.h"

G_BEGIN_DECLS

/** EntCompareColumn: the columns of the table. */
typedef enum
{
  ENT_COMPARE_NAME,
  ENT_COMPARE_BEFORE,
  ENT_COMPARE_AFTER,
  ENT_COMPARE_RATE_BEFORE,
  ENT_COMPARE_RATE_AFTER,
  ENT_COMPARE_RATIO,
  ENT_COMPARE_INTERVAL,
} EntCompareColumn;
#define ENT_N_COMPARE_COLUMNS (ENT_COMPARE_INTERVAL + 1)

char  *ent_compare_text_name  (const EntComparison    *comparison,
                               EntFacetId              facet,
                               guint32                 value,
                               const char             *language);
GStrv  ent_compare_text_row   (const EntComparisonRow *row,
                               const char             *name);
char  *ent_compare_text_tsv   (const EntComparison    *comparison,
                               EntFacetId              facet,
                               const char             *language);
char  *ent_compare_text_html  (const EntComparison    *comparison,
                               EntFacetId              facet,
                               const char             *language);

G_END_DECLS
