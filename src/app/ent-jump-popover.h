/* ent-jump-popover.h: a date to go to, typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_JUMP_POPOVER (ent_jump_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntJumpPopover, ent_jump_popover, ENT, JUMP_POPOVER, GtkPopover)

EntJumpPopover *ent_jump_popover_new (EntSession *session);

G_END_DECLS
