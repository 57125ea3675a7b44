/* ent-export-task.h: a figure made and written in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ent-figure-export.h"

G_BEGIN_DECLS

void     ent_export_write_async  (EntFigureExport      *export,
                                  GFile                *target,
                                  GFile                *input,
                                  gint                 *progress,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean ent_export_write_finish (GAsyncResult         *result,
                                  GError              **error);

void     ent_export_show_in_folder (GFile              *file);

G_END_DECLS
