/* ent-cli-input.h: opening a dataset for a subcommand, and telling what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-diagnostics.h"

#include <stdio.h>

G_BEGIN_DECLS

EntDataset *ent_cli_open          (const char      *path,
                                   EntDiagnostics **diagnostics,
                                   GError         **error);
gboolean    ent_cli_accept        (const char      *path,
                                   EntDiagnostics  *diagnostics,
                                   gboolean         strict);
void        ent_cli_print_faults  (const char      *path,
                                   EntDiagnostics  *diagnostics);

void        ent_cli_report        (FILE            *stream,
                                   const char      *path,
                                   EntDiagnostics  *diagnostics);
char       *ent_cli_escape        (const char      *text);

G_END_DECLS
