/* ent-axis.h: the time axis in two tiers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"

G_BEGIN_DECLS

void ent_axis_draw (EntDrawing    *drawing,
                    const EntSpan *span,
                    double         y,
                    double         bottom);

G_END_DECLS
