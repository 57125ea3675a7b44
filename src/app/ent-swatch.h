/* ent-swatch.h: a colour by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-theme.h"

G_BEGIN_DECLS

#define ENT_TYPE_SWATCH (ent_swatch_get_type ())
G_DECLARE_FINAL_TYPE (EntSwatch, ent_swatch, ENT, SWATCH, GtkWidget)

GtkWidget *ent_swatch_new (EntColor color);

G_END_DECLS
