/* ent-panes.h: the picture, and beside or before it filters and details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_PANES (ent_panes_get_type ())
G_DECLARE_FINAL_TYPE (EntPanes, ent_panes, ENT, PANES, GtkWidget)

/** EntPaneSide: which pane. */
typedef enum
{
  ENT_PANE_FILTERS,
  ENT_PANE_DETAILS,
} EntPaneSide;
#define ENT_N_PANE_SIDES 2

void       ent_panes_set_main      (EntPanes    *self,
                                    GtkWidget   *widget);
void       ent_panes_set_pane      (EntPanes    *self,
                                    EntPaneSide  side,
                                    GtkWidget   *widget);
GtkWidget *ent_panes_get_pane      (EntPanes    *self,
                                    EntPaneSide  side);
gboolean   ent_panes_get_open      (EntPanes    *self,
                                    EntPaneSide  side);
void       ent_panes_set_open      (EntPanes    *self,
                                    EntPaneSide  side,
                                    gboolean     open);
gboolean   ent_panes_get_folded    (EntPanes    *self,
                                    EntPaneSide  side);
gboolean   ent_panes_get_pane_open (EntPanes    *self,
                                    EntPaneSide  side);
void       ent_panes_set_pane_open (EntPanes    *self,
                                    EntPaneSide  side,
                                    gboolean     open);

G_END_DECLS
