/* ent-ratio-strip.h: a ratio with its interval, as a cell of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-comparison.h"

G_BEGIN_DECLS

#define ENT_TYPE_RATIO_STRIP (ent_ratio_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntRatioStrip, ent_ratio_strip, ENT, RATIO_STRIP, GtkWidget)

GtkWidget *ent_ratio_strip_new (EntComparison          *comparison,
                                const EntComparisonRow *row);

G_END_DECLS
