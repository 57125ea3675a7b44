/* ent-figure-preview.h: a figure as it will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-figure-export.h"

G_BEGIN_DECLS

#define ENT_TYPE_FIGURE_PREVIEW (ent_figure_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntFigurePreview, ent_figure_preview, ENT, FIGURE_PREVIEW, GtkWidget)

void                   ent_figure_preview_set_export (EntFigurePreview *self,
                                                      EntFigureExport  *export);
const EntFigureReport *ent_figure_preview_get_report (EntFigurePreview *self);
gboolean               ent_figure_preview_get_size   (EntFigurePreview *self,
                                                      double           *width,
                                                      double           *height);

G_END_DECLS
