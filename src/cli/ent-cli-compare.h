/* ent-cli-compare.h: what entente compare has found out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-comparison.h"

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

GBytes *ent_cli_compare_to_text (const EntCliComparison *self);

G_END_DECLS
