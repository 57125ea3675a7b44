/* ent-cli-as-of.h: the day as of which a command tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

gboolean ent_cli_check_as_of (const char  *text,
                              GError     **error);
void     ent_cli_set_as_of   (EntDataset **dataset,
                              const char  *text);

G_END_DECLS
