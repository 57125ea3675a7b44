/* ent-row-model.h: rows of a dataset, in some order, as a list of objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-dataset.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROW_MODEL (ent_row_model_get_type ())
G_DECLARE_FINAL_TYPE (EntRowModel, ent_row_model, ENT, ROW_MODEL, GObject)

/** More than this are not selected at a time. */
#define ENT_ROW_MODEL_MAX_SELECTED 10000

EntRowModel *ent_row_model_new          (void);
EntDataset  *ent_row_model_get_dataset  (EntRowModel   *self);
void         ent_row_model_set_rows     (EntRowModel   *self,
                                         EntDataset    *dataset,
                                         const guint32 *rows,
                                         guint          n_rows);
guint32      ent_row_model_get_row      (EntRowModel   *self,
                                         guint          position);
guint        ent_row_model_find         (EntRowModel   *self,
                                         guint32        row);
GArray      *ent_row_model_get_selected (EntRowModel   *self);
void         ent_row_model_set_selected (EntRowModel   *self,
                                         const guint32 *rows,
                                         guint          n_rows);

G_END_DECLS
