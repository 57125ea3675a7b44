/* ent-generator.h: made-up events, the same every time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

char       *ent_generator_json    (guint    n_events,
                                   guint64  seed,
                                   gsize   *length);
EntDataset *ent_generator_dataset (guint    n_events,
                                   guint64  seed);

G_END_DECLS
