/* ent-constraint-chips.h: the conditions of a query, each to be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONSTRAINT_CHIPS (ent_constraint_chips_get_type ())
G_DECLARE_FINAL_TYPE (EntConstraintChips, ent_constraint_chips, ENT, CONSTRAINT_CHIPS, GtkWidget)

void ent_constraint_chips_set_session (EntConstraintChips *self,
                                       EntSession         *session);

G_END_DECLS
