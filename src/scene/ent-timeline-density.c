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

  ent_drawing_set_row (drawing, place->row);
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
  ent_drawing_set_row (drawing, ENT_ITEM_NO_ROW);
}

typedef struct
{
  guint    fold;
  guint    count;
  guint    kinds;      /* bits by EntKindStyle */
  guint    classes[ENT_MAX_CLASSES];
  gboolean stands_out; /* whether any of its events does that has no mark over it */
  gboolean hit;        /* whether any of them was found by a search */
  EntPlace first;
} Group;

/* A fold never says of what it has that it is of one kind, if it is not. */
static void
draw_several (EntDrawing  *drawing,
              const Group *group,
              double       x,
              double       y)
{
  EntKindStyle kind = (group->kinds & (group->kinds - 1)) == 0 ? group->first.kind : ENT_KIND_OTHER;
  double k = drawing->style.mark;

  if (group->hit)
    {
      EntItem *item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_HIT);

      item->shape = ENT_SHAPE_CIRCLE;
      item->x = x;
      item->y = y;
      item->radius = (float) (ENT_FOLD_REACH * k);
      item->fill = drawing->theme->hit;
      item->stroke = drawing->theme->hit_line;
      item->stroke_width = (float) (k * drawing->theme->line_scale);
    }
  ent_marks_fold (drawing, kind, x, y, group->count, group->classes);
}

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
    draw_several (drawing, group, x, y);
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
      group.kinds |= 1u << seen.item.place.kind;
      group.classes[ent_coloring_get_class (painter->drawing->coloring, painter->drawing->dataset, item->place.row)]++;
      group.hit = group.hit || ent_timeline_is_hit (painter, item->place.row);
      group.stands_out = group.stands_out || (ent_timeline_stands_out (painter, item->place.row) &&
                                              !ent_timeline_speaks (painter, item->place.row));
    }
  draw_group (painter, lane, &group);
}
