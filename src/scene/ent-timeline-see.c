/* ent-timeline-see.c: what is seen of an event that was packed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

/* How far the ring of a selected event pushes its name, CSS pixels at mark size 1; well within the gap to a neighbour. */
#define RING_ROOM 3.0

/** ent_timeline_is_selected: (skip): whether an event is selected */
gboolean
ent_timeline_is_selected (const EntTimelinePainter *painter,
                          guint32                   row)
{
  return ent_rows_contain (painter->look->selected, painter->look->n_selected, row);
}

/** ent_timeline_is_hit: (skip): whether an event was found by a search */
gboolean
ent_timeline_is_hit (const EntTimelinePainter *painter,
                     guint32                   row)
{
  return painter->look->hits != NULL && ent_row_set_contains (painter->look->hits, row);
}

/** ent_timeline_stands_out: (skip): whether an event is selected; or is lit, if some are, and linked to a selected one, if
 * there are any, as far as links are shown */
gboolean
ent_timeline_stands_out (const EntTimelinePainter *painter,
                         guint32                   row)
{
  EntDataset *dataset = painter->timeline->request.dataset;

  if (ent_timeline_is_selected (painter, row))
    return TRUE;
  if (painter->look->lit != NULL && !ent_row_set_contains (painter->look->lit, row))
    return FALSE;
  if (painter->look->n_selected == 0)
    return TRUE;
  if (painter->look->chain != NULL)
    return ent_row_set_contains (painter->look->chain, row);
  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links = back ? ent_dataset_get_links_to (dataset, row, &n_links)
                                  : ent_dataset_get_links (dataset, row, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (ent_timeline_is_selected (painter, links[i].target))
          return TRUE;
    }
  return FALSE;
}

/* A name that moves with its mark goes where the reader would see it cut, and at the edge of what is drawn. */
static gboolean
is_cut (const EntDrawing *drawing,
        const EntPlaced  *item)
{
  double edge = ent_style_edge_gap (&drawing->style) - 0.01;
  double from = item->label_x;
  double to = item->label_x + item->label_width;

  if (from < drawing->x0 + edge || to > drawing->x1 - edge)
    return TRUE;
  return (from < drawing->view0 + edge && to > drawing->view0) || (to > drawing->view1 - edge && from < drawing->view1);
}

static void
place_label (const EntDrawing *drawing,
             const EntPlaced  *packed,
             EntPlaced        *item,
             gboolean          in_view,
             gboolean          ringed)
{
  double gap = ent_style_label_gap (&drawing->style);
  double off = gap + (ringed ? RING_ROOM * drawing->style.mark : 0);
  double edge = ent_style_edge_gap (&drawing->style);
  double x0 = drawing->view0 + edge;
  double x1 = drawing->view1 - edge;
  double start;

  switch ((EntLabelSide) item->side)
    {
    case ENT_LABEL_RIGHT:
      item->label_x = item->place.right + off;
      break;
    case ENT_LABEL_LEFT:
      item->label_x = item->place.left - off - item->label_width;
      break;
    case ENT_LABEL_ABOVE:
      /* The name of what began before is held at the edge, as long as there is something under it. One that was drawn
       * back from where time ends still is. */
      start = item->place.left - (isinf (packed->left) ? 0 : fmax (packed->left - packed->label_x, 0));
      item->label_x = fmin (fmax (start, x0), fmax (start, item->place.right - item->label_width));
      break;
    case ENT_LABEL_ON:
      start = isinf (item->place.x) ? item->place.left
                                    : item->place.x + ent_kind_half_width (item->place.kind, item->place.radius) + gap;
      item->label_x = fmin (fmax (start, x0 + 8 * gap), item->place.right - item->label_width - 4 * gap);
      if (item->label_x < start)
        item->label = NULL;
      break;
    case ENT_LABEL_NONE:
    default:
      break;
    }
  if (item->label == NULL)
    return;
  if (item->side == ENT_LABEL_RIGHT || item->side == ENT_LABEL_LEFT)
    {
      if (is_cut (drawing, item))
        item->label = NULL;
    }
  else if (!in_view || item->label_x < x0 - 0.01 || item->label_x + item->label_width > x1 + 0.01)
    item->label = NULL;
}

/* Whether a chain's phases reach into a stretch that its date may be outside of. */
static gboolean
phases_reach (const EntDrawing *drawing,
              const EntPlace   *place,
              double            x0,
              double            x1)
{
  double half = ent_kind_half_width (place->kind, place->radius) + 0.01;
  double left = place->left < place->x - half ? place->left : place->x;
  double right = place->right - 4 * drawing->style.mark;

  right = right > place->x + half ? right : place->x;
  return place->form == ENT_PLACE_CHAIN && right > x0 && left < x1;
}

/**
 * ent_timeline_see: (skip):
 * @painter: what is drawn, and for whom
 * @item: an event of a lane
 * @seen: (out caller-allocates): what is seen of it
 *
 * What a lane's packing looks like through a window: places at the window's scale, labels that keep inside. Of what is
 * in view by its date all is drawn; of what was, the phases after that, too, but they do not count.
 *
 * Returns: whether anything of it is drawn or in view
 */
gboolean
ent_timeline_see (const EntTimelinePainter *painter,
                  const EntPlaced          *item,
                  EntSeenPlace             *seen)
{
  const EntTimelineRequest *request = &painter->timeline->request;
  const EntDrawing *drawing = painter->drawing;
  EntPlace *place = &seen->item.place;

  *seen = (EntSeenPlace){ *item, TRUE, TRUE, TRUE };
  if (!request->steady)
    return TRUE;
  if (!ent_place_event (place, request->dataset, item->place.row, request->basis, &drawing->scale, &drawing->style))
    return FALSE;
  seen->counted = ent_dataset_may_overlap (request->dataset, place->row, request->basis, &painter->look->span);
  seen->drawn = seen->counted || phases_reach (drawing, place, drawing->x0, drawing->x1);
  seen->in_view = ent_dataset_may_overlap (request->dataset, place->row, request->basis, &painter->look->view) ||
                  phases_reach (drawing, place, drawing->view0, drawing->view1);
  if (item->label != NULL)
    place_label (drawing, item, &seen->item, seen->in_view, ent_timeline_is_selected (painter, place->row));
  return seen->drawn || seen->in_view;
}
