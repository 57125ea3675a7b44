/* ent-as-of-bar.h: the line that says as of which day all is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_AS_OF_BAR (ent_as_of_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntAsOfBar, ent_as_of_bar, ENT, AS_OF_BAR, AdwBin)

GtkWidget *ent_as_of_bar_new (EntSession *session);

G_END_DECLS
