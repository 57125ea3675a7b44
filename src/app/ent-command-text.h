/* ent-command-text.h: what is seen, as a command line that draws it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-view.h"

G_BEGIN_DECLS

/* More selected events are not named. */
#define ENT_COMMAND_MAX_SELECTED 100

char *ent_command_text (EntDataset        *dataset,
                        const char        *path,
                        const EntView     *view,
                        const char *const *selected);

G_END_DECLS
