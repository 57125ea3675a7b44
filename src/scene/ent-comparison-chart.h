/* ent-comparison-chart.h: before and after as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison.h"
#include "ent-drawing.h"

G_BEGIN_DECLS

/** How many values of a facet are drawn; of the rest their number is. */
#define ENT_COMPARISON_CHART_ROWS 24

/**
 * EntComparisonChart:
 * @comparison: what was counted
 * @facets: (array length=n_facets): those of %ent_compared_facets that are drawn, in this order
 * @n_facets: how many
 * @query: what the counted events match, or ""
 * @language: (nullable): of titles and names
 * @theme: the colours
 * @style: sizes of text and marks
 * @width: of the picture, CSS pixels
 *
 * What is to be drawn. Nothing in it is owned.
 */
typedef struct
{
  const EntComparison *comparison;
  const EntFacetId    *facets;
  guint                n_facets;
  const char          *query;
  const char          *language;
  const EntTheme      *theme;
  EntStyle             style;
  double               width;
} EntComparisonChart;

EntScene *ent_comparison_chart_draw       (const EntComparisonChart *chart,
                                           EntTextMeasure           *measure,
                                           const EntWords           *words);
EntWord   ent_comparison_chart_facet_word (EntFacetId                facet);

G_END_DECLS
