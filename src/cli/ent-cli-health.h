/* ent-cli-health.h: data health, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-diagnostics.h"
#include "ent-health.h"
#include "ent-json-writer.h"

G_BEGIN_DECLS

void ent_cli_print_health (const char      *path,
                           const EntHealth *health,
                           gboolean         all);
void ent_cli_write_health (EntJsonWriter   *writer,
                           const char      *path,
                           EntDiagnostics  *diagnostics,
                           const EntHealth *health);

G_END_DECLS
