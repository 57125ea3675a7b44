/* ent-coverage.h: whether sources collect in all of a span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

char **ent_coverage_spanning (const EntCoverage *coverage,
                              guint              n_coverage,
                              const EntSpan     *span);

G_END_DECLS
