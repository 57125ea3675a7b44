/* ent-export-dialog.h: asks what a figure is to be, shows it, and writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_EXPORT_DIALOG (ent_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ENT, EXPORT_DIALOG, AdwWindow)

void ent_export_dialog_present (GtkWindow       *parent,
                                EntSession      *session,
                                const char      *file_name,
                                GFile           *input,
                                double           view_width,
                                double           view_height);
void ent_export_dialog_save    (EntExportDialog *self,
                                GFile           *file);

G_END_DECLS
