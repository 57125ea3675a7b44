/* ent-cli-table.h: text in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntCliTable:
 *
 * Rows of cells, the first of which stands at the left, the others at the right of their columns, and lines that go
 * over all columns.
 */
typedef struct _EntCliTable EntCliTable;

EntCliTable *ent_cli_table_new      (guint              n_columns);
void         ent_cli_table_free     (EntCliTable       *self);
void         ent_cli_table_add_line (EntCliTable       *self,
                                     const char        *text);
void         ent_cli_table_add_row  (EntCliTable       *self,
                                     const char *const *cells);
void         ent_cli_table_print    (const EntCliTable *self,
                                     GString           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCliTable, ent_cli_table_free)

G_END_DECLS
