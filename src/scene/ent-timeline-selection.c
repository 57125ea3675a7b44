/* ent-timeline-selection.c: selected events that have no mark or no name where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

#include "ent-label.h"
#include "ent-marks.h"

/* How wide their names may be, in em, and for how many there is one. */
#define PLATE_WIDTH 28.75
#define MAX_PLATES 24

/* The name of a selected event that has none where it stands, over what stands there: right of the mark or left of
 * it, a chain's above. */
static void
draw_plate (EntTimelinePainter *painter,
            const EntPlace     *place,
            double              y)
{
  EntDrawing *drawing = painter->drawing;
  double size = drawing->style.label;
  double gap = ent_style_label_gap (&drawing->style);
  double x0 = drawing->view0 + ent_style_edge_gap (&drawing->style);
  double x1 = drawing->view1 - ent_style_edge_gap (&drawing->style);
  double ring = ent_kind_half_width (place->kind, place->radius + 4 * drawing->style.mark) + gap;
  double mark = isinf (place->x) ? fmax (place->left, drawing->view0) : place->x;
  gboolean above = place->form == ENT_PLACE_CHAIN;
  double baseline = above ? y - 0.86 * size : y + 0.34 * size;
  double from = above ? fmax (mark, x0) : CLAMP (mark, drawing->view0, drawing->view1) + ring;
  double before = CLAMP (mark, drawing->view0, drawing->view1) - ring;
  EntSlice text = ent_dataset_get_event_text (drawing->dataset, place->row, ENT_TEXT_TITLE,
                                              painter->timeline->language);
  g_autofree char *title = ent_label_clean (text.text, text.length);
  g_autofree char *name = NULL;
  double width;

  name = ent_label_cut (drawing->measure, title, size, TRUE, fmin (PLATE_WIDTH * size, x1 - x0), &width);
  if (name != NULL && from + width > x1)
    {
      if (above)
        from = x1 - width;
      else if (before - width >= x0)
        from = before - width;
      else
        {
          double room = fmax (x1 - from, before - x0);

          g_free (name);
          name = ent_label_cut (drawing->measure, title, size, TRUE, room, &width);
          from = x1 - from >= before - x0 ? from : before - width;
        }
    }
  if (name == NULL)
    return;
  {
    EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_MOAT);

    item->x = from - gap / 2;
    item->y = baseline - 1.02 * size;
    item->width = width + gap;
    item->height = 1.36 * size;
    item->radius = (float) (size / 4);
    item->fill = drawing->theme->view;
  }
  ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_LABEL, from, baseline, name, size, TRUE, ENT_ALIGN_START,
                    drawing->theme->ink, drawing->theme->view);
}

static void
draw_one (EntTimelinePainter *painter,
          guint32             row)
{
  const EntTimeline *self = painter->timeline;
  EntDrawing *drawing = painter->drawing;
  EntPlaced own = { .line = G_MAXUINT };
  const EntPlaced *placed;
  const EntLane *lane;
  EntSeenPlace seen;
  gboolean in_row;
  guint index;
  double y;
  double top;

  if (!ent_timeline_find (self, row, &index, &placed))
    return;
  lane = ent_lanes_get (self->lanes, index);
  own.place.row = row;
  if (!ent_timeline_see (painter, placed != NULL ? placed : &own, &seen) || !seen.in_view)
    return;
  if (seen.item.label != NULL && seen.item.label_x < drawing->view1 &&
      seen.item.label_x + seen.item.label_width > drawing->view0)
    return;
  top = ent_timeline_top (self) + lane->y;
  if (top + lane->height < painter->look->top || top > painter->look->bottom)
    return;

  in_row = placed != NULL && placed->standing != ENT_STANDING_FOLDED;
  y = in_row           ? ent_timeline_row_y (self, lane, placed->line)
      : placed != NULL ? ent_timeline_row_y (self, lane, lane->n_lines - 1)
                       : ent_timeline_column_y (self, lane);
  drawing->lane = (guint8) MIN (index, 254);
  drawing->row = row;
  drawing->raised = TRUE;
  if (!in_row)
    {
      ent_marks_event (drawing, &seen.item.place, y, ENT_MARKS_BODY);
      ent_marks_selection (drawing, &seen.item.place, y);
    }
  draw_plate (painter, &seen.item.place, y);
  drawing->raised = FALSE;
  drawing->row = ENT_ITEM_NO_ROW;
  drawing->lane = 255;
}

/** ent_timeline_draw_nameless: (skip): over all else, marks and names of selected events that have none in their rows */
void
ent_timeline_draw_nameless (EntTimelinePainter *painter)
{
  const EntTimelineLook *look = painter->look;

  for (guint i = 0; i < MIN (look->n_selected, MAX_PLATES); i++)
    draw_one (painter, look->selected[i]);
}
