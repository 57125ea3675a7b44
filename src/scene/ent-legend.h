/* ent-legend.h: what the signs in a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"

G_BEGIN_DECLS

double ent_legend_get_height (EntDrawing *drawing,
                              double      width);
double ent_legend_draw       (EntDrawing *drawing,
                              double      x,
                              double      y,
                              double      width);

G_END_DECLS
