/* ent-comparison-figure.h: before and after as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison-chart.h"
#include "ent-figure-export.h"
#include "ent-page-size.h"

G_BEGIN_DECLS

/** The width of the figure when none is asked for: that of a page's text. */
#define ENT_COMPARISON_FIGURE_SIZE "180mm"

/**
 * EntComparisonFigure:
 * @comparison: what was counted
 * @facets: (array length=n_facets): those that are drawn
 * @n_facets: how many
 * @query: what the counted events match, or ""
 * @language: (nullable): of titles and words
 * @theme: (nullable): the colours; %NULL for what suits the size
 * @size: its width; it is as high as it needs to be
 * @dpi: pixels an inch of a picture of pixels; 0 for the usual
 *
 * What is to be made. Nothing in it is owned.
 */
typedef struct
{
  const EntComparison *comparison;
  const EntFacetId    *facets;
  guint                n_facets;
  const char          *query;
  const char          *language;
  const EntTheme      *theme;
  EntPageSize          size;
  double               dpi;
} EntComparisonFigure;

GBytes *ent_comparison_figure_make (const EntComparisonFigure *self,
                                    const EntFigureWriter     *writer,
                                    EntFigureReport           *report,
                                    GError                   **error);

G_END_DECLS
