/* ent-as-of-text.h: what is said of a timeline as of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

char      *ent_as_of_text_day   (const EntView *view);
char      *ent_as_of_text_begun (EntDataset    *dataset);
GPtrArray *ent_as_of_text_notes (EntDataset    *dataset,
                                 guint32        row);

G_END_DECLS
