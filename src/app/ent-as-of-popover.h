/* ent-as-of-popover.h: a day as of which to tell, typed or chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_AS_OF_POPOVER (ent_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntAsOfPopover, ent_as_of_popover, ENT, AS_OF_POPOVER, GtkPopover)

EntAsOfPopover *ent_as_of_popover_new (EntSession *session);

G_END_DECLS
