/* ent-cli-compare.h: what entente compare has found out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison-figure.h"

G_BEGIN_DECLS

/**
 * EntCliComparison:
 * @dataset: the dataset
 * @comparison: what was counted
 * @pivot: the event that divides before from after
 * @basis: which date events stand at
 * @period: how long the windows are
 * @query: what `--filter` says, or ""
 * @language: (nullable): of titles and names
 */
typedef struct
{
  EntDataset          *dataset;
  const EntComparison *comparison;
  guint32              pivot;
  EntBasis             basis;
  EntPeriod            period;
  const char          *query;
  const char          *language;
} EntCliComparison;

GBytes  *ent_cli_compare_to_text      (const EntCliComparison *self);

gboolean ent_cli_compare_find_facets  (const char             *names,
                                       EntFacetId              facets[ENT_N_COMPARED_FACETS],
                                       guint                  *n_facets);
gboolean ent_cli_compare_write_figure (const EntCliComparison *self,
                                       EntComparisonFigure    *figure,
                                       const char             *output,
                                       const char             *input,
                                       GError                **error);

G_END_DECLS
