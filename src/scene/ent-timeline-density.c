/* ent-timeline-density.c: folds and columns: many events in one sign
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

#include "ent-marks.h"

/** ent_timeline_fold_x: (skip): where a fold stands, between the edges @x0 and @x1 */
double
ent_timeline_fold_x (const EntTimeline  *self,
                     const EntFold      *fold,
                     const EntTimeScale *scale,
                     double              x0,
                     double              x1)
{
  double reach = ENT_FOLD_REACH * self->request.style.mark;
  double x = self->request.steady ? ent_time_scale_to_x (scale, fold->time) : fold->x;

  return fmin (fmax (x, x0 + reach), fmax (x1 - reach, x0 + reach));
}

/**
 * ent_timeline_stands_alone: (skip):
 * @place: an event that is alone in its fold
 * @x0: left edge
 * @x1: right edge
 *
 * One event without room for all of it. A mark alone says "on this day": what is not dated to the day and
 * sure stands in the room of a fold, on a short band that says "about then".
 *
 * Returns: whether it is drawn as the mark it is, where it belongs
 */
gboolean
ent_timeline_stands_alone (const EntPlace *place,
                           double          x0,
                           double          x1)
{
  return place->date.start_kind == ENT_BOUND_KNOWN && !place->date.coarse_start &&
         place->date.start_qualifiers == ENT_QUALIFIER_NONE && place->form != ENT_PLACE_SET && place->x >= x0 &&
         place->x <= x1;
}

static void
draw_single (EntTimelinePainter *painter,
             const EntPlace     *place,
             double              x,
             double              y)
{
  EntDrawing *drawing = painter->drawing;
  double half = ent_kind_half_width (place->kind, place->radius);

  drawing->row = place->row;
  if (ent_timeline_stands_alone (place, drawing->x0, drawing->x1))
    {
      drawing->owed = TRUE;
      ent_marks_event_head (drawing, place, fmin (fmax (place->x, drawing->x0 + half), drawing->x1 - half), y);
    }
  else if (ent_timeline_speaks (painter, place->row))
    {
      /* Its mark is drawn here with the selection, over this one. */
      drawing->owed = TRUE;
      ent_marks_event (drawing, place, y, ENT_MARKS_BODY);
      drawing->owed = FALSE;
    }
  else
    {
      drawing->owed = TRUE;
      ent_marks_event_short (drawing, place, x, y, ENT_FOLD_REACH * drawing->style.mark);
    }
  drawing->row = ENT_ITEM_NO_ROW;
}

typedef struct
{
  guint    fold;
  guint    count;
  gboolean stands_out; /* whether any of its events does that has no mark over it */
  EntPlace first;
} Group;

static void
draw_group (EntTimelinePainter *painter,
            const EntLane      *lane,
            const Group        *group)
{
  EntDrawing *drawing = painter->drawing;
  const EntFold *fold;
  double x;
  double y;

  if (group->count == 0)
    return;
  fold = &g_array_index (lane->folds, EntFold, group->fold);
  x = ent_timeline_fold_x (painter->timeline, fold, &drawing->scale, drawing->x0, drawing->x1);
  y = ent_timeline_row_y (painter->timeline, lane, lane->n_lines - 1);
  ent_timeline_recede (painter, !group->stands_out);
  drawing->group = group->fold;
  if (group->count == 1)
    draw_single (painter, &group->first, x, y);
  else
    ent_marks_fold (drawing, fold->kind, x, y, group->count);
  drawing->group = 0;
  ent_timeline_recede (painter, FALSE);
}

/** ent_timeline_draw_folds: (skip): folds stand for those of their events that are drawn; one alone is drawn as itself */
void
ent_timeline_draw_folds (EntTimelinePainter *painter,
                         const EntLane      *lane)
{
  Group group = { 0 };

  for (guint i = 0; i < painter->found->len && lane->folds->len > 0; i++)
    {
      const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, g_array_index (painter->found, guint, i));
      EntSeenPlace seen;

      if (item->standing != ENT_STANDING_FOLDED || !ent_timeline_see (painter, item, &seen) || !seen.counted)
        continue;
      if (item->fold != group.fold)
        {
          draw_group (painter, lane, &group);
          group = (Group){ .fold = item->fold };
        }
      if (group.count++ == 0)
        group.first = seen.item.place;
      group.stands_out = group.stands_out || (ent_timeline_stands_out (painter, item->place.row) &&
                                              !ent_timeline_speaks (painter, item->place.row));
    }
  draw_group (painter, lane, &group);
}

/* In a band too low for heights, columns are shades. */
static void
draw_column (EntDrawing      *drawing,
             const EntLane   *lane,
             const EntColumn *column,
             double           bottom,
             guint            most,
             gboolean         shades)
{
  double k = drawing->style.mark;
  double size = drawing->style.label * 10 / 12;
  EntColor color = drawing->theme->kind[lane->kind];
  double from = fmax (ent_time_scale_to_x (&drawing->scale, column->from), drawing->view0);
  double to = fmin (ent_time_scale_to_x (&drawing->scale, column->to), drawing->view1);
  double share = fmin (column->count / (double) MAX (most, 1), 1);
  double height = shades ? lane->band : fmax (share * (lane->band - size * 1.3), 1.5 * k);
  /* The edge of the view may leave only a sliver of a column. */
  double gap = shades ? 0 : fmin (1.5 * k, (to - from) / 4);
  g_autofree char *number = NULL;
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_DENSITY);

  item->x = from + gap;
  item->width = to - from - 2 * gap;
  item->y = bottom - height;
  item->height = height;
  item->fill = shades ? ent_color_mix (drawing->theme->view, color, 0.15 + 0.85 * share) : color;
  item->count = column->count;
  if (shades)
    return;
  number = ent_words_number (drawing->words, column->count);
  if (ent_text_measure_width (drawing->measure, number, -1, size, FALSE) <= to - from)
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_COUNT, (from + to) / 2, bottom - height - 3.5 * k, number,
                      size, FALSE, ENT_ALIGN_MIDDLE, drawing->theme->kind_text[lane->kind], drawing->theme->view);
}

/** ent_timeline_draw_columns: (skip): the columns of a lane, of what is in view, cut at its edges; all lanes have one scale.
 * They are made anew for each view, so that together they count what it has, however much else is drawn */
/* Columns count what recedes as well as what does not; they step back when there is nothing else in them. */
static gboolean
columns_recede (const EntTimelinePainter *painter,
                const EntLane            *lane)
{
  if (painter->look->n_selected > 0 || painter->look->lit == NULL)
    return painter->look->n_selected > 0;
  for (guint i = 0; i < lane->rows->len; i++)
    if (ent_row_set_contains (painter->look->lit, g_array_index (lane->rows, guint32, i)))
      return FALSE;
  return TRUE;
}

void
ent_timeline_draw_columns (EntTimelinePainter *painter,
                           guint               index)
{
  const EntTimeline *self = painter->timeline;
  const EntLane *lane = ent_lanes_get (self->lanes, index);
  EntDrawing *drawing = painter->drawing;
  double bottom = ent_timeline_top (self) + lane->y + lane->height - ent_style_lane_gap (&drawing->style);
  gboolean shades = lane->band < 40 * drawing->style.mark * 0.9;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));

  if (self->indexes != NULL)
    ent_time_counts_by_step (self->indexes[index].counts, &lane->column_step, &painter->look->view, columns);
  else
    ent_lane_count (lane, self->request.dataset, self->request.basis, &painter->look->view, columns);
  ent_timeline_recede (painter, columns_recede (painter, lane));
  for (guint i = 0; i < columns->len; i++)
    {
      drawing->group = i;
      draw_column (drawing, lane, &g_array_index (columns, EntColumn, i), bottom, self->highest, shades);
    }
  drawing->group = 0;
  ent_timeline_recede (painter, FALSE);
  ent_drawing_see (drawing, shades ? ENT_SEEN_SHADE : ENT_SEEN_COLUMN);
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + lane->kind);
}
