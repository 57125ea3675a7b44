/* ent-output-file.h: a file that is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntOutputError:
 * @ENT_OUTPUT_ERROR_SAME: the output is the input
 *
 * Domain %ENT_OUTPUT_ERROR. What the system refuses is a #GFileError or a
 * #GIOErrorEnum.
 */
typedef enum
{
  ENT_OUTPUT_ERROR_SAME,
} EntOutputError;

#define ENT_OUTPUT_ERROR (ent_output_error_quark ())
GQuark ent_output_error_quark (void);

/**
 * EntOutputFile:
 *
 * What is written to it appears under its name all at once when it is
 * committed. Until then, and when it is freed without that, the old file stays
 * as it was. The mode of an old file is kept; a symbolic link stays, and the
 * file it leads to is replaced.
 */
typedef struct _EntOutputFile EntOutputFile;

EntOutputFile *ent_output_file_new        (const char     *path,
                                           const char     *input,
                                           GError        **error);
void           ent_output_file_free       (EntOutputFile  *self);
GOutputStream *ent_output_file_get_stream (EntOutputFile  *self);
gboolean       ent_output_file_commit     (EntOutputFile  *self,
                                           GError        **error);

gboolean       ent_output_file_write      (const char     *path,
                                           const char     *input,
                                           GBytes         *bytes,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOutputFile, ent_output_file_free)

G_END_DECLS
