/* ent-cli-progress.h: how far a long work has come, on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntCliProgress:
 *
 * Shows on standard error how far a work is, when that is a terminal and the
 * work takes longer than a moment. What it showed is gone when it ends.
 */
typedef struct _EntCliProgress EntCliProgress;

EntCliProgress *ent_cli_progress_begin     (const char     *what);
gint           *ent_cli_progress_get_value (EntCliProgress *self);
void            ent_cli_progress_end       (EntCliProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCliProgress, ent_cli_progress_end)

G_END_DECLS
