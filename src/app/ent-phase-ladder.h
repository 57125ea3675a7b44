/* ent-phase-ladder.h: the phases of an event, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-dataset.h"

G_BEGIN_DECLS

#define ENT_TYPE_PHASE_LADDER (ent_phase_ladder_get_type ())
G_DECLARE_FINAL_TYPE (EntPhaseLadder, ent_phase_ladder, ENT, PHASE_LADDER, GtkWidget)

GtkWidget *ent_phase_ladder_new (EntDataset *dataset,
                                 guint32     row);

G_END_DECLS
