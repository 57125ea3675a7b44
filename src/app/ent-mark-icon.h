/* ent-mark-icon.h: the mark of an event, by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-dataset.h"
#include "ent-marks.h"

G_BEGIN_DECLS

#define ENT_TYPE_MARK_ICON (ent_mark_icon_get_type ())
G_DECLARE_FINAL_TYPE (EntMarkIcon, ent_mark_icon, ENT, MARK_ICON, GtkWidget)

GtkWidget *ent_mark_icon_new           (void);
void       ent_mark_icon_set_event     (EntMarkIcon     *self,
                                        EntDataset      *dataset,
                                        guint32          row,
                                        double           radius);
void       ent_mark_icon_set_mark      (EntMarkIcon     *self,
                                        EntKindStyle     kind,
                                        EntConfidence    confidence,
                                        double           radius);

/* For other widgets that draw signs of the timeline. */
void       ent_mark_drawing_begin      (EntDrawing      *drawing,
                                        EntTheme        *theme,
                                        double           width,
                                        double           height);
void       ent_mark_drawing_end        (EntDrawing      *drawing,
                                        GtkSnapshot     *snapshot);

G_END_DECLS
