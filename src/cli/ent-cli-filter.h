/* ent-cli-filter.h: the events a command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

EntRowSet *ent_cli_filter (const char *path,
                           EntDataset *dataset,
                           EntBasis    basis,
                           const char *query,
                           GError    **error);

G_END_DECLS
