/* ent-hover-card.h: what is under the pointer, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-annotations.h"
#include "ent-dataset.h"

G_BEGIN_DECLS

#define ENT_TYPE_HOVER_CARD (ent_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (EntHoverCard, ent_hover_card, ENT, HOVER_CARD, GtkWidget)

EntHoverCard *ent_hover_card_new         (void);
void          ent_hover_card_show_event  (EntHoverCard  *self,
                                          EntDataset    *dataset,
                                          guint32        row,
                                          EntBasis       basis,
                                          const char    *language,
                                          EntAnnotations *annotations);
void          ent_hover_card_show_events (EntHoverCard  *self,
                                          EntDataset    *dataset,
                                          const guint32 *rows,
                                          guint          n_rows,
                                          const char    *when,
                                          const char    *language);
void          ent_hover_card_hide        (EntHoverCard  *self);

G_END_DECLS
