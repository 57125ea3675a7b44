/* vocabulary.h: a scene with one of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-figure-info.h"
#include "ent-scene.h"

EntScene *vocabulary_new      (double               scale);
gboolean  vocabulary_get_row  (guint32              row,
                               EntFigureRow        *out,
                               gpointer             user_data);
void      vocabulary_set_info (EntFigureInfo       *info);
EntItem  *vocabulary_add_text (EntSceneBuilder     *builder,
                               double               x,
                               double               y,
                               const char          *text,
                               double               size,
                               gboolean             bold);
GBytes   *vocabulary_run      (GError             **error,
                               GBytes              *input,
                               const char          *program,
                               ...) G_GNUC_NULL_TERMINATED;
