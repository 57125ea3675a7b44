/* ent-comparison-text.h: a comparison in numbers and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison.h"

G_BEGIN_DECLS

/* What stands in a table; the same in every language. */
char  *ent_comparison_text_count    (const EntTally         *tally);
char  *ent_comparison_text_rate     (const EntRate          *rate);
char  *ent_comparison_text_ratio    (const EntComparisonRow *row);
char  *ent_comparison_text_interval (const EntComparisonRow *row);
char  *ent_comparison_text_span     (const EntSpan          *span);

/* What is to be kept in mind with it. */
GStrv  ent_comparison_text_notes    (const EntComparison    *comparison,
                                     const EntFacetId       *facets,
                                     guint                   n_facets);

G_END_DECLS
