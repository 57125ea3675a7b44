/* ent-panes.h: the picture, and beside or before it the details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_PANES (ent_panes_get_type ())
G_DECLARE_FINAL_TYPE (EntPanes, ent_panes, ENT, PANES, GtkWidget)

void     ent_panes_set_main      (EntPanes  *self,
                                  GtkWidget *widget);
void     ent_panes_set_details   (EntPanes  *self,
                                  GtkWidget *widget);
gboolean ent_panes_get_open      (EntPanes  *self);
void     ent_panes_set_open      (EntPanes  *self,
                                  gboolean   open);
gboolean ent_panes_get_folded    (EntPanes  *self);
gboolean ent_panes_get_pane_open (EntPanes  *self);
void     ent_panes_set_pane_open (EntPanes  *self,
                                  gboolean   open);

G_END_DECLS
