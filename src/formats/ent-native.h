/* ent-native.h: the native format, reader and writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-format.h"

G_BEGIN_DECLS

EntDataset *ent_native_read  (GBytes          *source,
                              EntDiagnostics  *diagnostics,
                              GCancellable    *cancellable,
                              gint            *progress,
                              GError         **error);
gboolean    ent_native_write (EntDataset      *dataset,
                              const guint32   *rows,
                              guint            n_rows,
                              GOutputStream   *stream,
                              GCancellable    *cancellable,
                              GError         **error);

G_END_DECLS
