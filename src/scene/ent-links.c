/* ent-links.c: arcs from what was answered to what answers it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-links.h"

#include <math.h>

static EntItem *
add_stroke (EntDrawing *drawing,
            EntItemType type,
            EntColor    color,
            double      width,
            double      opacity)
{
  EntItem *item = ent_drawing_add (drawing, type, ENT_LAYER_ARCS, ENT_ROLE_LINK);

  item->stroke = color;
  item->stroke_width = (float) (width * drawing->theme->line_scale);
  item->opacity = (float) opacity;
  item->round_caps = TRUE;
  return item;
}

/* The head at the later end; `down` is +1 when the arc arrives from above. */
static void
draw_head (EntDrawing *drawing,
           double      x,
           double      y,
           int         down,
           EntLinkType type,
           EntColor    color,
           double      width,
           double      opacity)
{
  double k = drawing->style.mark;
  EntItem *item;

  switch (type)
    {
    case ENT_LINK_RESPONDS_TO:
    case ENT_LINK_FOLLOWS:
      item = add_stroke (drawing, ENT_ITEM_SHAPE, color, fmin (width, 1.6 * k), opacity);
      item->shape = down > 0 ? ENT_SHAPE_CHEVRON_DOWN : ENT_SHAPE_CHEVRON_UP;
      item->x = x;
      item->y = y;
      item->radius = (float) (4.5 * k);
      break;
    case ENT_LINK_ATTRIBUTES:
      item = add_stroke (drawing, ENT_ITEM_SHAPE, ENT_COLOR_NONE, 0, opacity);
      item->shape = down > 0 ? ENT_SHAPE_TRIANGLE_DOWN : ENT_SHAPE_TRIANGLE_UP;
      item->x = x;
      item->y = y;
      item->radius = (float) (6 * k);
      item->fill = color;
      break;
    case ENT_LINK_DENIES:
      item = add_stroke (drawing, ENT_ITEM_LINE, color, 2.2 * k, opacity);
      item->round_caps = FALSE;
      item->x = x - 6 * k;
      item->x2 = x + 6 * k;
      item->y = item->y2 = y;
      break;
    case ENT_LINK_IMPLEMENTS:
      item = add_stroke (drawing, ENT_ITEM_SHAPE, ENT_COLOR_NONE, 0, opacity);
      item->shape = ENT_SHAPE_CIRCLE;
      item->x = x;
      item->y = y - down * 3 * k;
      item->radius = (float) (3 * k);
      item->fill = color;
      break;
    case ENT_LINK_PART_OF:
    case ENT_LINK_COMPARES_TO:
    default:
      break; /* neither has a direction in time */
    }
}

/**
 * ent_links_draw_arc:
 * @drawing: the drawing
 * @x1: where it leaves
 * @y1: likewise
 * @x2: where it lands
 * @y2: likewise
 * @type: gives line and head
 * @rank: how much of it is seen
 *
 * One cubic that leaves and lands vertically; on the same row it bends up.
 */
void
ent_links_draw_arc (EntDrawing *drawing,
                    double      x1,
                    double      y1,
                    double      x2,
                    double      y2,
                    EntLinkType type,
                    EntLinkRank rank)
{
  double k = drawing->style.mark;
  double dy = y2 - y1;
  double width = (rank == ENT_LINK_AROUND                                       ? 1
                  : rank == ENT_LINK_PATH || type == ENT_LINK_IMPLEMENTS ? 2.2
                                                                                  : 1.1) * k;
  EntColor color = rank == ENT_LINK_AROUND ? drawing->theme->arc2 : drawing->theme->arc;
  double opacity = rank == ENT_LINK_DIRECT ? 0.62 : 1;
  int down = dy >= 0 ? 1 : -1;
  EntItem *item = add_stroke (drawing, ENT_ITEM_ARC, color, width, opacity);

  item->x = x1;
  item->y = y1;
  item->x2 = x2;
  item->y2 = y2;
  item->cx1 = x1;
  item->cx2 = x2;
  if (fabs (dy) < 6 * k)
    {
      double bend = fmin (46 * k, 12 * k + 0.16 * fabs (x2 - x1));

      item->cy1 = y1 - bend;
      item->cy2 = y2 - bend;
      down = 1;
    }
  else
    {
      double bend = fmax (18 * k, 0.5 * fabs (dy)) * down;

      item->cy1 = y1 + bend;
      item->cy2 = y2 - bend;
    }
  if (type == ENT_LINK_FOLLOWS)
    {
      item->dash_on = (float) (4 * k);
      item->dash_off = (float) (3 * k);
    }
  else if (type == ENT_LINK_COMPARES_TO)
    {
      item->dash_on = (float) (1.2 * k);
      item->dash_off = (float) (3 * k);
    }
  draw_head (drawing, x2, y2, down, type, color, width, opacity);
  ent_drawing_see (drawing, ENT_SEEN_LINK + type);
}

/* An incident is left at the phase that made the answer possible: the last detection or disclosure
 * before it. */
static double
leaving_x (const EntDrawing *drawing,
           const EntLinkEnd *earlier,
           const EntLinkEnd *later)
{
  static const EntPhase phases[] = { ENT_PHASE_DETECTION, ENT_PHASE_DISCLOSURE };
  double x = -HUGE_VAL;

  if (earlier->place.form != ENT_PLACE_CHAIN)
    return earlier->place.x;
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      EntDate date;
      EntExtent extent;
      double at;

      if (!ent_dataset_get_phase (drawing->dataset, earlier->place.row, phases[i], &date, NULL) ||
          !ent_date_is_placed (&date))
        continue;
      ent_extent_of_event (&extent, drawing->dataset, &date, &drawing->scale);
      at = isinf (extent.start0)   ? extent.start1
           : extent.coarse_start ? (extent.start0 + extent.start1) / 2
                                   : extent.start0;
      if (at <= later->place.x + 0.5 && at > x)
        x = at;
    }
  return isinf (x) ? earlier->place.x : x;
}

/**
 * ent_links_draw:
 * @drawing: the drawing
 * @earlier: the event linked to
 * @later: the event that has the link
 * @type: of the link
 * @rank: how much of it is seen
 * @beyond: how far outside of what is drawn it may end
 */
void
ent_links_draw (EntDrawing       *drawing,
                const EntLinkEnd *earlier,
                const EntLinkEnd *later,
                EntLinkType       type,
                EntLinkRank       rank,
                double            beyond)
{
  double k = drawing->style.mark;
  double x1 = CLAMP (leaving_x (drawing, earlier, later), drawing->x0 - beyond, drawing->x1 + beyond);
  double x2 = CLAMP (later->place.x, drawing->x0 - beyond, drawing->x1 + beyond);
  int down = later->y >= earlier->y ? 1 : -1;
  double from = earlier->y + down * (earlier->place.form == ENT_PLACE_CHAIN
                                       ? 3.5 * k
                                       : ent_kind_half_height (earlier->place.kind, earlier->place.radius) + 3 * k);
  double to = later->y - down * (ent_kind_half_height (later->place.kind, later->place.radius) + 3 * k);

  if (fabs (later->y - earlier->y) < 6 * k)
    {
      from = earlier->y - 4 * k;
      to = later->y - ent_kind_half_height (later->place.kind, later->place.radius) - 3 * k;
    }
  ent_links_draw_arc (drawing, x1, from, x2, to, type, rank);
}
