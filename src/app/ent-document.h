/* ent-document.h: the file a window is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-loader.h"

G_BEGIN_DECLS

/**
 * EntDocumentReason:
 * @ENT_DOCUMENT_OPENED: something was to be opened in place of what was there
 * @ENT_DOCUMENT_RELOADED: the same file, because it has changed or somebody asked
 */
typedef enum
{
  ENT_DOCUMENT_OPENED,
  ENT_DOCUMENT_RELOADED,
} EntDocumentReason;

#define ENT_TYPE_DOCUMENT (ent_document_get_type ())
G_DECLARE_FINAL_TYPE (EntDocument, ent_document, ENT, DOCUMENT, GObject)

EntDocument *ent_document_new             (void);
void         ent_document_open_file       (EntDocument       *self,
                                           GFile             *file);
void         ent_document_open_bundled    (EntDocument       *self);
void         ent_document_reload          (EntDocument       *self);
void         ent_document_cancel          (EntDocument       *self);

GFile       *ent_document_get_file        (EntDocument       *self);
gboolean     ent_document_is_bundled      (EntDocument       *self);
GFile       *ent_document_get_requested   (EntDocument       *self);
gboolean     ent_document_get_progress    (EntDocument       *self,
                                           EntLoaderProgress *progress);
char        *ent_document_dup_name        (GFile             *file);
GBytes      *ent_document_get_bundled     (void);

G_END_DECLS
