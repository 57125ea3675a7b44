/* ent-links.h: arcs from what was answered to what answers it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-extent.h"

G_BEGIN_DECLS

/** EntLinkEnd: where an event stands in the picture. */
typedef struct
{
  EntPlace place;
  double   y;
} EntLinkEnd;

void ent_links_draw (EntDrawing       *drawing,
                     const EntLinkEnd *earlier,
                     const EntLinkEnd *later,
                     EntLinkType       type,
                     gboolean          strong);
void ent_links_draw_arc (EntDrawing *drawing,
                         double      x1,
                         double      y1,
                         double      x2,
                         double      y2,
                         EntLinkType type,
                         gboolean    strong);

G_END_DECLS
