/* ent-format.h: the file formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-diagnostics.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What the timeline that comes with the program is called where a file is to be named. */
#define ENT_FORMAT_BUNDLED "bundled:"

/**
 * EntFormatError:
 * @ENT_FORMAT_ERROR_OTHER: it is something else than what the format reads
 * @ENT_FORMAT_ERROR_VERSION: it is of a version that is not known
 * @ENT_FORMAT_ERROR_NO_SOURCE: what the format writes from is not there
 */
typedef enum
{
  ENT_FORMAT_ERROR_OTHER,
  ENT_FORMAT_ERROR_VERSION,
  ENT_FORMAT_ERROR_NO_SOURCE,
} EntFormatError;

#define ENT_FORMAT_ERROR (ent_format_error_quark ())
GQuark ent_format_error_quark (void);

/**
 * EntFormat:
 * @id: its name in options
 * @name: its name for people, marked with N_()
 * @suffixes: (array zero-terminated=1): how file names end, most telling first, in lower case
 * @mime_type: its MIME type
 * @sniff: how sure it is that a text is of this format, by its beginning: 0 no, 100 certainly
 * @read: (nullable): makes a dataset of a text
 * @write: (nullable): writes a dataset
 *
 * One row of the table of formats.
 *
 * @read reports what is wrong in @diagnostics and reads on. When it cannot, it
 * reports that, too, returns %NULL and sets an error, whose message does not
 * tell the place. @progress, if not %NULL, is set to thousandths done, atomically;
 * it may run in any thread.
 *
 * @write writes the events of @rows in that order, or all of them when @rows is
 * %NULL.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *const *suffixes;
  const char *mime_type;
  guint       (*sniff) (const char      *data,
                        gsize            length);
  EntDataset *(*read)  (GBytes          *source,
                        EntDiagnostics  *diagnostics,
                        GCancellable    *cancellable,
                        gint            *progress,
                        GError         **error);
  gboolean    (*write) (EntDataset      *dataset,
                        const guint32   *rows,
                        guint            n_rows,
                        GOutputStream   *stream,
                        GCancellable    *cancellable,
                        GError         **error);
} EntFormat;

const EntFormat        *ent_format_find    (const char *id);
const EntFormat        *ent_format_for_name (const char *name);
const EntFormat        *ent_format_for_data (const char *name,
                                             const char *data,
                                             gsize       length);

/* One a reader of this folder. */
extern const EntFormat ent_native_format;

G_END_DECLS
