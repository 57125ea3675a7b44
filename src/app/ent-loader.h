/* ent-loader.h: opening files without keeping anybody waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-fault.h"

G_BEGIN_DECLS

/**
 * EntLoaderError:
 * @ENT_LOADER_ERROR_NOT_LOCAL: the file is not on this computer
 * @ENT_LOADER_ERROR_NOT_A_FILE: it is a folder, a pipe or a device
 * @ENT_LOADER_ERROR_TOO_LARGE: it is larger than %ENT_LIMIT_FILE_BYTES, or than the memory
 *
 * Domain %ENT_LOADER_ERROR. What the system refuses is a #GFileError.
 */
typedef enum
{
  ENT_LOADER_ERROR_NOT_LOCAL,
  ENT_LOADER_ERROR_NOT_A_FILE,
  ENT_LOADER_ERROR_TOO_LARGE,
} EntLoaderError;

#define ENT_LOADER_ERROR (ent_loader_error_quark ())
GQuark ent_loader_error_quark (void);

/**
 * EntStamp:
 *
 * What tells one state of a file from another without reading it.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64  size;
  gint64  seconds;
  gint64  nanoseconds;
} EntStamp;

/**
 * EntLoaded:
 * @dataset: (nullable): what was read; %NULL when there is a @fault
 * @diagnostics: (nullable): what is wrong in it
 * @fault: (nullable): why it could not be read
 * @stamp: of the file as it was read
 * @error: (nullable): the same as @fault, for programs
 *
 * What came of a request.
 */
typedef struct
{
  EntDataset     *dataset;
  EntDiagnostics *diagnostics;
  EntFault       *fault;
  GError         *error;
  EntStamp        stamp;
} EntLoaded;

void       ent_loaded_free          (EntLoaded           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLoaded, ent_loaded_free)

/**
 * EntLoaderProgress:
 * @size: of the file in bytes, 0 while it is not known
 * @done: how much of it was read or, then, understood
 * @understanding: which of the two
 * @fraction: of all, from 0 to 1
 */
typedef struct
{
  guint64  size;
  guint64  done;
  gboolean understanding;
  double   fraction;
} EntLoaderProgress;

#define ENT_TYPE_LOADER (ent_loader_get_type ())
G_DECLARE_FINAL_TYPE (EntLoader, ent_loader, ENT, LOADER, GObject)

EntLoader *ent_loader_new           (void);
void       ent_loader_load_async    (EntLoader           *self,
                                     GFile               *file,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
EntLoaded *ent_loader_load_finish   (EntLoader           *self,
                                     GAsyncResult        *result,
                                     GError             **error);
EntLoaded *ent_loader_load_bytes    (GBytes              *bytes);
void       ent_loader_cancel        (EntLoader           *self);
gboolean   ent_loader_get_busy      (EntLoader           *self);
void       ent_loader_get_progress  (EntLoader           *self,
                                     EntLoaderProgress   *progress);
gboolean   ent_loader_get_stamp     (GFile               *file,
                                     EntStamp            *stamp);

G_END_DECLS
