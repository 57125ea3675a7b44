/* ent-color-legend.h: what the colours of the timeline tell, and filters by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_COLOR_LEGEND (ent_color_legend_get_type ())
G_DECLARE_FINAL_TYPE (EntColorLegend, ent_color_legend, ENT, COLOR_LEGEND, GtkWidget)

GtkWidget *ent_color_legend_new (EntSession *session);

G_END_DECLS
