/* ent-picture-language.h: what language a window draws events in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-view.h"

G_BEGIN_DECLS

const char *ent_picture_language (EntDataset    *dataset,
                                  const EntView *view);

G_END_DECLS
