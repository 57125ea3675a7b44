/* ent-timeline-selection.c: names of the selected events and of those linked to them, over all else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

#include "ent-label.h"
#include "ent-marks.h"

/* How wide a name may be that has no place in its row, in em. */
#define PLATE_WIDTH 28.75

/* Half of what a bar takes, CSS pixels at mark size 1. */
#define BAR_REACH 5.0

/* What no name but its own event's may cover. */
typedef struct
{
  double  x0;
  double  y0;
  double  x1;
  double  y1;
  guint32 row;
} Box;

/* An event that speaks, where it is seen. */
typedef struct
{
  EntSeenPlace seen;
  double       y;
  guint        lane;
  gboolean     in_row;
  gboolean     head_only;
  gboolean     in_view;
  gboolean     selected;
  gboolean     bold;
} Voice;

/* Where a name may stand: from @x to the right, or to the left if @back. */
typedef struct
{
  double   x;
  gboolean back;
  double   room;
} Spot;

static void
add_box (GArray *boxes,
         guint32 row,
         double  x0,
         double  y0,
         double  x1,
         double  y1)
{
  Box box = { x0, y0, x1, y1, row };

  if (x1 > x0)
    g_array_append_val (boxes, box);
}

static double
baseline_of (const EntDrawing *drawing,
             const Voice      *voice,
             gboolean          above)
{
  return above ? voice->y - 0.86 * drawing->style.label : voice->y + 0.34 * drawing->style.label;
}

static double
mark_x (const EntDrawing *drawing,
        const EntPlace   *place)
{
  return CLAMP (isinf (place->x) ? place->left : place->x, drawing->view0, drawing->view1);
}

/* Marks, bars and the names they were packed with. */
static void
add_boxes (const EntDrawing *drawing,
           const Voice      *voice,
           GArray           *boxes)
{
  const EntPlaced *item = &voice->seen.item;
  const EntPlace *place = &item->place;
  double k = drawing->style.mark;
  double size = drawing->style.label;
  double radius = place->radius + (voice->selected ? 4 * k : 1.4 * k);
  double half = ent_kind_half_width (place->kind, radius);
  double height = ent_kind_half_height (place->kind, radius);
  double x = mark_x (drawing, place);

  if (voice->in_view)
    {
      add_box (boxes, place->row, x - half, voice->y - height, x + half, voice->y + height);
      if (!voice->head_only)
        add_box (boxes, place->row, fmax (place->left, drawing->view0), voice->y - BAR_REACH * k,
                 fmin (place->right, drawing->view1), voice->y + BAR_REACH * k);
    }
  if (item->label != NULL)
    {
      double baseline = baseline_of (drawing, voice, item->side == ENT_LABEL_ABOVE);

      add_box (boxes, place->row, item->label_x, baseline - 0.86 * size, item->label_x + item->label_width,
               baseline + 0.25 * size);
    }
}

/* How far one gets from a spot before something stands in the way, at the height of a line of text. */
static double
find_room (const EntDrawing *drawing,
           const GArray     *boxes,
           guint32           row,
           double            baseline,
           double            x,
           gboolean          back)
{
  double size = drawing->style.label;
  double gap = ent_style_label_gap (&drawing->style);
  double edge = ent_style_edge_gap (&drawing->style);
  double limit = back ? drawing->view0 + edge : drawing->view1 - edge;

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      if (box->row == row || box->y1 <= baseline - 0.86 * size || box->y0 >= baseline + 0.25 * size)
        continue;
      if (back && box->x0 < x)
        limit = fmax (limit, box->x1 + gap);
      else if (!back && box->x1 > x)
        limit = fmin (limit, box->x0 - gap);
    }
  return back ? x - limit : limit - x;
}

/* Right of all of it, left of all of it; over its own bar, where that leaves no other place. A chain's above, and as far
 * left of where it begins as it must. */
static guint
find_spots (const EntDrawing *drawing,
            const GArray     *boxes,
            const Voice      *voice,
            double            baseline,
            Spot              spots[5])
{
  const EntPlaced *item = &voice->seen.item;
  const EntPlace *place = &item->place;
  double gap = ent_style_label_gap (&drawing->style);
  double x0 = drawing->view0 + ent_style_edge_gap (&drawing->style);
  double x1 = drawing->view1 - ent_style_edge_gap (&drawing->style);
  double half = ent_kind_half_width (place->kind, place->radius + (voice->selected ? 3.2 : 0) * drawing->style.mark);
  double x = mark_x (drawing, place);
  gboolean above = place->form == ENT_PLACE_CHAIN;
  guint n_spots = 0;

  if (item->label != NULL)
    spots[n_spots++] = item->side == ENT_LABEL_LEFT ? (Spot){ item->label_x + item->label_width, TRUE, 0 }
                                                    : (Spot){ item->label_x, FALSE, 0 };
  if (above)
    {
      double from = fmin (fmax (isinf (place->x) ? place->left : place->x, x0), x1);
      double reach = fmax (find_room (drawing, boxes, place->row, baseline, from, FALSE), 0);

      spots[n_spots++] = (Spot){ from, FALSE, 0 };
      spots[n_spots++] = (Spot){ from + reach, TRUE, 0 };
    }
  else
    {
      spots[n_spots++] = (Spot){ fmax (fmin (place->right, x1), x + half) + gap, FALSE, 0 };
      spots[n_spots++] = (Spot){ fmin (fmax (place->left, x0), x - half) - gap, TRUE, 0 };
      spots[n_spots++] = (Spot){ x + half + gap, FALSE, 0 };
      spots[n_spots++] = (Spot){ x - half - gap, TRUE, 0 };
    }
  for (guint i = 0; i < n_spots; i++)
    spots[i].room = find_room (drawing, boxes, place->row, baseline, spots[i].x, spots[i].back);
  return n_spots;
}

/* The first spot that has room for all of the name, else that which has room for most. */
static char *
find_name (const EntDrawing *drawing,
           const GArray     *boxes,
           const Voice      *voice,
           const char       *title,
           double            baseline,
           Spot             *spot,
           double           *width)
{
  double size = drawing->style.label;
  Spot spots[5];
  guint n_spots = find_spots (drawing, boxes, voice, baseline, spots);
  double wanted;
  g_autofree char *all = ent_label_cut (drawing->measure, title, size, voice->bold, PLATE_WIDTH * size, &wanted);

  if (all == NULL)
    return NULL;
  *spot = spots[0];
  for (guint i = 0; i < n_spots; i++)
    {
      if (spots[i].room >= wanted)
        {
          *spot = spots[i];
          *width = wanted;
          return g_steal_pointer (&all);
        }
      if (spots[i].room > spot->room)
        *spot = spots[i];
    }
  return spot->room > 0 ? ent_label_cut (drawing->measure, title, size, voice->bold, spot->room, width) : NULL;
}

/* It keeps what it covers a little off where the name ends. */
static void
draw_plate (EntDrawing *drawing,
            double      x,
            double      baseline,
            double      width,
            gboolean    back,
            gboolean    hit)
{
  double size = drawing->style.label;
  double gap = ent_style_label_gap (&drawing->style);
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_MOAT);

  item->x = x - (back ? 2 : 0.5) * gap;
  item->y = baseline - 0.96 * size;
  item->width = width + 2.5 * gap;
  item->height = 1.28 * size;
  item->radius = (float) (size / 4);
  item->fill = hit ? drawing->theme->hit : drawing->theme->view;
  item->stroke = hit ? drawing->theme->hit_line : ENT_COLOR_NONE;
  item->stroke_width = hit ? (float) (size / 12 * drawing->theme->line_scale) : 0;
}

/* A receding name that a name covers a part of goes as a whole: what is left of it says nothing. */
static void
hide_covered (EntTimelinePainter *painter,
              const Voice        *voice,
              const GArray       *boxes,
              const Box          *cover)
{
  const EntTimeline *self = painter->timeline;
  const EntLane *lane = ent_lanes_get (self->lanes, voice->lane);
  EntDrawing *drawing = painter->drawing;
  double size = drawing->style.label;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->indexes != NULL)
    ent_time_finder_find (self->indexes[voice->lane].finder, &painter->look->view, found);
  for (guint i = 0; i < (self->indexes != NULL ? found->len : lane->placed->len); i++)
    {
      guint at = self->indexes != NULL ? g_array_index (found, guint, i) : i;
      const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, at);
      double y;
      EntSeenPlace seen;
      Box box;
      gboolean free = TRUE;

      if (item->label == NULL || item->standing != ENT_STANDING_ROW || item->side == ENT_LABEL_ON ||
          ent_timeline_speaks (painter, item->place.row))
        continue;
      y = ent_timeline_row_y (self, lane, item->line) + (item->side == ENT_LABEL_ABOVE ? -0.86 : 0.34) * size;
      box.y0 = y - 0.96 * size;
      box.y1 = y + 0.32 * size;
      if (box.y1 <= cover->y0 || box.y0 >= cover->y1 || !ent_timeline_see (painter, item, &seen) ||
          seen.item.label == NULL)
        continue;
      box.x0 = seen.item.label_x - 2;
      box.x1 = seen.item.label_x + seen.item.label_width + 2;
      if (box.x1 <= cover->x0 || box.x0 >= cover->x1)
        continue;
      for (guint j = 0; j < boxes->len && free; j++)
        {
          const Box *other = &g_array_index (boxes, Box, j);

          free = box.x1 <= other->x0 || box.x0 >= other->x1 || box.y1 <= other->y0 || box.y0 >= other->y1;
        }
      if (free)
        {
          EntItem *hide = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_MOAT);

          hide->x = box.x0;
          hide->y = box.y0;
          hide->width = box.x1 - box.x0;
          hide->height = box.y1 - box.y0;
          hide->fill = drawing->theme->view;
        }
    }
}

static void
draw_name (EntTimelinePainter *painter,
           const Voice        *voice,
           GArray             *boxes)
{
  EntDrawing *drawing = painter->drawing;
  const EntPlaced *item = &voice->seen.item;
  double size = drawing->style.label;
  double baseline = baseline_of (drawing, voice, item->label != NULL ? item->side == ENT_LABEL_ABOVE
                                                                    : item->place.form == ENT_PLACE_CHAIN);
  EntSlice text = ent_dataset_get_event_text (drawing->dataset, item->place.row, ENT_TEXT_TITLE,
                                              painter->timeline->language);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  gboolean hit = ent_timeline_is_hit (painter, item->place.row);
  double width;
  double x;
  Spot spot;

  drawing->raised = TRUE;
  if (item->label != NULL && (!voice->bold || !voice->in_view))
    {
      ent_timeline_draw_label (drawing, item, voice->y, drawing->theme->ink, hit ? drawing->theme->hit
                                                                                 : drawing->theme->view);
      return;
    }
  title = ent_label_clean (text.text, text.length);
  name = find_name (drawing, boxes, voice, title, baseline, &spot, &width);
  if (name == NULL && voice->selected)
    {
      /* What is selected is named, whatever that covers. */
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (Box));

      name = find_name (drawing, none, voice, title, baseline, &spot, &width);
    }
  if (name == NULL)
    return;
  x = spot.back ? spot.x - width : spot.x;
  hide_covered (painter, voice, boxes,
                &(Box){ .x0 = x - size / 2, .x1 = x + width + size / 2, .y0 = baseline - size, .y1 = baseline + size / 3 });
  draw_plate (drawing, x, baseline, width, spot.back, hit);
  ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_LABEL, x, baseline, name, size, voice->bold, ENT_ALIGN_START,
                    drawing->theme->ink, hit ? drawing->theme->hit : drawing->theme->view);
  add_box (boxes, item->place.row, x, baseline - 0.86 * size, x + width, baseline + 0.25 * size);
}

static void
draw_mark (EntTimelinePainter *painter,
           const Voice        *voice)
{
  EntDrawing *drawing = painter->drawing;

  if (voice->in_row || !voice->in_view)
    return;
  drawing->raised = TRUE;
  if (voice->head_only)
    ent_marks_event_head (drawing, &voice->seen.item.place, voice->seen.item.place.x, voice->y);
  else
    ent_marks_event (drawing, &voice->seen.item.place, voice->y, ENT_MARKS_BODY);
  if (voice->selected)
    ent_marks_selection (drawing, &voice->seen.item.place, voice->y);
}

/* An event in the next of its lanes, if anything of it is to be seen there. */
static gboolean
find_voice (EntTimelinePainter *painter,
            guint32             row,
            guint               lane_index,
            const EntPlaced    *placed,
            Voice              *voice)
{
  const EntTimeline *self = painter->timeline;
  const EntDrawing *drawing = painter->drawing;
  EntPlaced own = { .line = G_MAXUINT };
  const EntPlaced *item = &voice->seen.item;
  const EntLane *lane;
  double top;

  own.place.row = row;
  voice->lane = lane_index;
  if (!ent_timeline_see (painter, placed != NULL ? placed : &own, &voice->seen))
    return FALSE;
  if (item->label != NULL &&
      (item->label_x >= drawing->view1 || item->label_x + item->label_width <= drawing->view0))
    voice->seen.item.label = NULL;
  voice->in_view = voice->seen.in_view;
  if (!voice->in_view && item->label == NULL)
    return FALSE;
  lane = ent_lanes_get (self->lanes, voice->lane);
  top = ent_timeline_top (self) + lane->y;
  if (top + lane->height < painter->look->top || top > painter->look->bottom)
    return FALSE;
  voice->in_row = placed != NULL && placed->standing != ENT_STANDING_FOLDED;
  voice->y = voice->in_row    ? ent_timeline_row_y (self, lane, placed->line)
             : placed != NULL ? ent_timeline_row_y (self, lane, lane->n_lines - 1)
                              : ent_timeline_column_y (self, lane);
  voice->selected = ent_timeline_is_selected (painter, row);
  /* Among columns all stand on one line, where bars would run into each other. */
  voice->head_only = placed == NULL && !voice->selected &&
                     ent_timeline_stands_alone (&item->place, drawing->view0, drawing->view1);
  voice->bold = voice->selected || row == painter->look->goal;
  return TRUE;
}

/** ent_timeline_draw_spoken: (skip): over all else, names of events that speak, and marks of those that have none in
 * their rows. Names keep clear of each other and of all these marks. */
void
ent_timeline_draw_spoken (EntTimelinePainter *painter)
{
  EntDrawing *drawing = painter->drawing;
  g_autoptr (GArray) voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < painter->spoken->len; i++)
    {
      guint32 row = g_array_index (painter->spoken, guint32, i);
      const EntPlaced *placed;

      for (guint lane = ENT_LANE_ANY; ent_timeline_find_next (painter->timeline, row, &lane, &placed);)
        {
          Voice voice = { 0 };

          if (!find_voice (painter, row, lane, placed, &voice))
            continue;
          g_array_append_val (voices, voice);
          add_boxes (drawing, &voice, boxes);
        }
    }
  /* The marks of the more important lie over the others', and all names over the marks. */
  for (guint i = 0; i < 2 * voices->len; i++)
    {
      gboolean names = i >= voices->len;
      const Voice *voice = &g_array_index (voices, Voice, names ? i - voices->len : voices->len - 1 - i);

      drawing->lane = (guint8) MIN (voice->lane, 254);
      ent_drawing_set_row (drawing, voice->seen.item.place.row);
      if (names)
        draw_name (painter, voice, boxes);
      else
        draw_mark (painter, voice);
      drawing->raised = FALSE;
      ent_drawing_set_row (drawing, ENT_ITEM_NO_ROW);
      drawing->lane = 255;
    }
}
