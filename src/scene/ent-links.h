/* ent-links.h: arcs from what was answered to what answers it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-extent.h"

G_BEGIN_DECLS

/** EntLinkRank: how much of an arc is seen. */
typedef enum
{
  ENT_LINK_AROUND, /* others, beside a link that the reader is led along */
  ENT_LINK_DIRECT, /* from or to the selected event */
  ENT_LINK_PATH,   /* the link the reader is led along */
} EntLinkRank;

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
                     EntLinkRank       rank,
                     double            beyond);
void ent_links_draw_arc (EntDrawing *drawing,
                         double      x1,
                         double      y1,
                         double      x2,
                         double      y2,
                         EntLinkType type,
                         EntLinkRank rank);

G_END_DECLS
