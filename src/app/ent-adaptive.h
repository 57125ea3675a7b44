/* ent-adaptive.h: a window's content, from a phone's width on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_ADAPTIVE (ent_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (EntAdaptive, ent_adaptive, ENT, ADAPTIVE, GtkWidget)

GtkWidget *ent_adaptive_get_child  (EntAdaptive *self);
void       ent_adaptive_set_child  (EntAdaptive *self,
                                    GtkWidget   *child);
gboolean   ent_adaptive_get_narrow (EntAdaptive *self);
gboolean   ent_adaptive_get_low    (EntAdaptive *self);

G_END_DECLS
