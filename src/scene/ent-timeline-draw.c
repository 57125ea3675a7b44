/* ent-timeline-draw.c: what of a timeline is drawn into a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

#include "ent-axis.h"
#include "ent-label.h"
#include "ent-marks.h"
#include "ent-packing.h"

/* How wide the name of a selected event that has none in its row may be, in em, and for how many there is one. */
#define PLATE_WIDTH 28.75
#define MAX_PLATES 24

/* How far the ring of a selected event pushes its name, CSS pixels at mark size 1; well within the gap to a neighbour. */
#define RING_ROOM 3.0

static gboolean
draws (const EntTimelinePainter *painter,
       EntTimelineParts          parts)
{
  return (painter->look->parts & parts) != 0;
}

static gboolean
is_selected (const EntTimelinePainter *painter,
             guint32                   row)
{
  return ent_rows_contain (painter->look->selected, painter->look->n_selected, row);
}

/** ent_timeline_stands_out: (skip): whether an event is selected or directly linked to one that is, or none is */
gboolean
ent_timeline_stands_out (const EntTimelinePainter *painter,
                         guint32                   row)
{
  EntDataset *dataset = painter->timeline->request.dataset;

  if (painter->look->n_selected == 0 || is_selected (painter, row))
    return TRUE;
  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links = back ? ent_dataset_get_links_to (dataset, row, &n_links)
                                  : ent_dataset_get_links (dataset, row, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (is_selected (painter, links[i].target))
          return TRUE;
    }
  return FALSE;
}

/** ent_timeline_recede: (skip): sets the colours for what recedes, or for what does not */
void
ent_timeline_recede (EntTimelinePainter *painter,
                     gboolean            recedes)
{
  painter->drawing->theme = recedes ? &painter->receding : painter->theme;
}

/* What recedes is mixed with the ground, never see-through: nothing shines through a mark. Text keeps its contrast. */
static EntTheme
make_receding (const EntTheme *theme)
{
  EntTheme receding = *theme;

  receding.ink = ent_color_mix (theme->view, theme->ink, theme->recede);
  for (int i = 0; i < ENT_N_KIND_STYLES; i++)
    {
      receding.kind[i] = ent_color_mix (theme->view, theme->kind[i], theme->recede);
      receding.kind_text[i] = theme->faint;
    }
  return receding;
}

static void
draw_lane_head (EntTimelinePainter *painter,
                const EntLane      *lane,
                guint               n_events,
                double              y)
{
  EntDrawing *drawing = painter->drawing;
  const EntTheme *theme = drawing->theme;
  double k = drawing->style.label / 12;
  double size = ent_style_lane_size (&drawing->style);
  double baseline = y + 17 * k;
  double x = drawing->view0 + painter->look->indent;
  double room = drawing->view1 - x;
  double width = 0;
  g_autofree char *count = ent_words_number (drawing->words, n_events);
  g_autofree char *name = NULL;

  room -= ent_text_measure_width (drawing->measure, count, -1, drawing->style.label, FALSE) + 6 * k;
  name = ent_label_cut (drawing->measure, lane->name, size, TRUE, room, &width);
  if (name != NULL)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, x, baseline, name, size, TRUE, ENT_ALIGN_START,
                      theme->kind_text[lane->kind], theme->view);
  if (room >= -6 * k)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, x + (name != NULL ? width + 6 * k : 0), baseline,
                      count, drawing->style.label, FALSE, ENT_ALIGN_START, theme->dim, theme->view);
}

static void
draw_label (EntDrawing      *drawing,
            const EntPlaced *item,
            double           y,
            EntColor         color)
{
  const EntTheme *theme = drawing->theme;
  double size = drawing->style.label;
  double baseline = item->side == ENT_LABEL_ABOVE ? y - 0.86 * size : y + 0.34 * size;

  if (item->side == ENT_LABEL_ON)
    ent_drawing_rect (drawing, ENT_LAYER_LABELS, ENT_ROLE_MOAT, item->label_x - 4, y - size / 2,
                      item->label_width + 8, size, theme->view);
  if (item->side == ENT_LABEL_LEFT)
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x + item->label_width, baseline,
                      item->label, size, item->bold, ENT_ALIGN_END, color, theme->view);
  else
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x, baseline, item->label, size,
                      item->bold, ENT_ALIGN_START, color, theme->view);
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
    place_label (drawing, item, &seen->item, seen->in_view, is_selected (painter, place->row));
  return seen->drawn || seen->in_view;
}

static void
draw_placed (EntTimelinePainter *painter,
             const EntLane      *lane,
             const EntPlaced    *item)
{
  EntDrawing *drawing = painter->drawing;
  double y = ent_timeline_row_y (painter->timeline, lane, item->line);
  gboolean recedes = !ent_timeline_stands_out (painter, item->place.row);
  EntMarksParts parts = 0;
  EntSeenPlace seen;

  if (!ent_timeline_see (painter, item, &seen))
    return;
  drawing->row = item->place.row;
  ent_timeline_recede (painter, recedes);
  if (draws (painter, ENT_TIMELINE_MARKS) && seen.drawn)
    parts |= ENT_MARKS_BODY;
  if (draws (painter, ENT_TIMELINE_HELD) && seen.in_view)
    parts |= ENT_MARKS_EDGES | (painter->timeline->request.steady ? ENT_MARKS_OPEN : 0);
  drawing->owed = (parts & ENT_MARKS_BODY) != 0 && seen.counted && item->standing == ENT_STANDING_ROW;
  if (parts != 0)
    ent_marks_event (drawing, &seen.item.place, y, parts);
  drawing->owed = FALSE;
  if (draws (painter, ENT_TIMELINE_SELECTION) && seen.in_view && is_selected (painter, item->place.row))
    ent_marks_selection (drawing, &seen.item.place, y);
  if (seen.item.label != NULL &&
      draws (painter, seen.item.side == ENT_LABEL_RIGHT || seen.item.side == ENT_LABEL_LEFT ? ENT_TIMELINE_MARKS
                                                                                            : ENT_TIMELINE_HELD))
    draw_label (drawing, &seen.item, y, recedes ? painter->theme->faint : painter->theme->ink);
  ent_timeline_recede (painter, FALSE);
  drawing->row = ENT_ITEM_NO_ROW;
}

/* Which of what is placed in a lane may be seen; those that are folded are drawn with the marks alone. */
static void
find_seen (EntTimelinePainter *painter,
           guint               lane)
{
  const EntTimeline *self = painter->timeline;
  EntSpan span = painter->look->view;

  if (self->indexes != NULL)
    {
      if (draws (painter, ENT_TIMELINE_MARKS))
        {
          span.start = MIN (span.start, painter->look->span.start);
          span.end = MAX (span.end, painter->look->span.end);
        }
      ent_time_finder_find (self->indexes[lane].finder, &span, painter->found);
      return;
    }
  g_array_set_size (painter->found, 0);
  for (guint i = 0; i < ent_lanes_get (self->lanes, lane)->placed->len; i++)
    g_array_append_val (painter->found, i);
}

static void
draw_lane (EntTimelinePainter *painter,
           guint               index)
{
  const EntTimeline *self = painter->timeline;
  const EntTimelineLook *look = painter->look;
  const EntLane *lane = ent_lanes_get (self->lanes, index);
  EntDrawing *drawing = painter->drawing;
  double y = ent_timeline_top (self) + lane->y;

  if (y + lane->height < look->top || y > look->bottom)
    return;
  if (draws (painter, ENT_TIMELINE_GRID))
    ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_LANE, drawing->x0, y, drawing->x1, y, drawing->theme->line,
                      drawing->style.label / 12 * drawing->theme->line_scale);
  if (draws (painter, ENT_TIMELINE_HELD) && lane->head > 0)
    draw_lane_head (painter, lane,
                    self->indexes != NULL ? ent_time_counts_get (self->indexes[index].counts, &look->view)
                                          : lane->n_events,
                    y);
  if (draws (painter, ENT_TIMELINE_MARKS) && lane->columns->len > 0)
    ent_timeline_draw_columns (painter, index);
  find_seen (painter, index);
  for (guint i = 0; i < painter->found->len; i++)
    {
      const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, g_array_index (painter->found, guint, i));

      if (item->standing != ENT_STANDING_FOLDED)
        draw_placed (painter, lane, item);
    }
  if (draws (painter, ENT_TIMELINE_MARKS))
    ent_timeline_draw_folds (painter, lane);
}

/* Keeps the axis clear of where the word for today is to stand. */
static void
reserve_today (EntTimelinePainter *painter)
{
  const EntTimelineRequest *request = &painter->timeline->request;
  EntDrawing *drawing = painter->drawing;
  double x = ent_time_scale_to_x (&drawing->scale, request->today);
  double half;

  drawing->reserved_from = drawing->reserved_to = drawing->crossed = -HUGE_VAL;
  if (!request->has_today || x < drawing->view0 || x > drawing->view1)
    return;
  drawing->crossed = x;
  half = ent_text_measure_width (drawing->measure, ent_words_get (drawing->words, ENT_WORD_TODAY), -1,
                                 ent_style_axis_size (&drawing->style), TRUE) / 2;
  if (drawing->view1 - drawing->view0 < 2 * half)
    return;
  x = CLAMP (x, drawing->view0 + half, drawing->view1 - half);
  drawing->reserved_from = x - half;
  drawing->reserved_to = x + half;
}

static void
draw_today_line (EntDrawing *drawing,
                 double      x,
                 double      top,
                 double      bottom)
{
  double k = drawing->style.label / 12;
  EntItem *item;

  if (!(bottom > top))
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_GROUND, ENT_ROLE_TODAY);
  item->x = item->x2 = x;
  item->y = top;
  item->y2 = bottom;
  item->stroke = drawing->theme->accent;
  item->stroke_width = (float) (1.2 * k * drawing->theme->line_scale);
  item->dash_on = (float) (4 * k);
  item->dash_off = (float) (3 * k);
}

/* Through the axis it belongs to the axis, through the lanes to the grid. */
static void
draw_today (EntTimelinePainter *painter,
            double              bottom)
{
  const EntTimeline *self = painter->timeline;
  EntDrawing *drawing = painter->drawing;
  const EntTheme *theme = drawing->theme;
  double size = ent_style_axis_size (&drawing->style);
  double x = ent_time_scale_to_x (&drawing->scale, self->request.today);

  if (!self->request.has_today || x < drawing->x0 || x > drawing->x1)
    return;
  if (draws (painter, ENT_TIMELINE_GRID))
    draw_today_line (drawing, x, fmax (ent_timeline_top (self), painter->look->top), bottom);
  if (draws (painter, ENT_TIMELINE_AXIS) && x >= drawing->view0 && x <= drawing->view1)
    draw_today_line (drawing, x, self->request.y, ent_timeline_top (self));
  if (draws (painter, ENT_TIMELINE_AXIS) && drawing->reserved_to > drawing->reserved_from)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_TODAY, (drawing->reserved_from + drawing->reserved_to) / 2,
                      self->request.y + size, ent_words_get (drawing->words, ENT_WORD_TODAY), size, TRUE,
                      ENT_ALIGN_MIDDLE, theme->accent, theme->view);
  ent_drawing_see (drawing, ENT_SEEN_TODAY);
}

static void
draw_ground (EntTimelinePainter *painter)
{
  const EntTimeline *self = painter->timeline;
  const EntTimelineLook *look = painter->look;
  double bottom = isinf (look->bottom) ? ent_timeline_top (self) + ent_lanes_get_height (self->lanes) : look->bottom;
  EntAxisRequest axis = {
    .span = look->span,
    .view = look->view,
    .y = self->request.y,
    .top = look->top,
    .bottom = bottom,
    .axis = draws (painter, ENT_TIMELINE_AXIS),
    .grid = draws (painter, ENT_TIMELINE_GRID),
  };

  if (!axis.axis && !axis.grid)
    return;
  reserve_today (painter);
  ent_axis_draw (painter->drawing, &axis);
  draw_today (painter, bottom);
}

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
draw_nameless (EntTimelinePainter *painter,
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
  if (!ent_timeline_see (painter, placed != NULL ? placed : &own, &seen) || !seen.in_view || seen.item.label != NULL)
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

/**
 * ent_timeline_look_init:
 * @look: (out caller-allocates): set to all of the timeline, with nothing selected
 * @span: what is drawn and in view
 */
void
ent_timeline_look_init (EntTimelineLook *look,
                        const EntSpan   *span)
{
  *look = (EntTimelineLook){
    .parts = ENT_TIMELINE_ALL,
    .span = *span,
    .view = *span,
    .top = -HUGE_VAL,
    .bottom = HUGE_VAL,
    .goal = ENT_ROW_NONE,
  };
}

/**
 * ent_timeline_draw_look:
 * @self: a timeline
 * @drawing: what to draw with: the span is drawn from its x0 to its x1, which for a figure are the timeline's own;
 *   scale and edges of the view are set here
 * @look: what is drawn
 *
 * Adds parts of the timeline to the scene. What is drawn together is what is drawn part by part. Takes time for what is
 * seen, not for all there is.
 *
 * A window draws %ENT_TIMELINE_GRID and %ENT_TIMELINE_MARKS of a span wider than the view once, moves that picture
 * while it pans, and draws the rest over it in each frame; @look.span and the edges of the drawing must then give the
 * same scale.
 */
void
ent_timeline_draw_look (const EntTimeline     *self,
                        EntDrawing            *drawing,
                        const EntTimelineLook *look)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  EntTimelinePainter painter = { self, drawing, look, drawing->theme, make_receding (drawing->theme), found };
  double bottom = ent_timeline_top (self) + ent_lanes_get_height (self->lanes);

  drawing->scale = ent_time_scale_fit (&look->span, drawing->x0, drawing->x1);
  drawing->view0 = look->view.start == look->span.start ? drawing->x0
                                                        : ent_time_scale_to_x (&drawing->scale, look->view.start);
  drawing->view1 = look->view.end == look->span.end ? drawing->x1
                                                    : ent_time_scale_to_x (&drawing->scale, look->view.end);
  draw_ground (&painter);
  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      drawing->lane = (guint8) MIN (i, 254);
      draw_lane (&painter, i);
    }
  drawing->lane = 255;
  if (draws (&painter, ENT_TIMELINE_GRID))
    ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_LANE, drawing->x0, bottom, drawing->x1, bottom,
                      drawing->theme->line, drawing->style.label / 12 * drawing->theme->line_scale);
  if (draws (&painter, ENT_TIMELINE_MARKS))
    ent_timeline_draw_links (&painter);
  /* A figure names what is selected before all else. */
  for (guint i = 0; self->request.steady && draws (&painter, ENT_TIMELINE_SELECTION) && i < MIN (look->n_selected, MAX_PLATES);
       i++)
    draw_nameless (&painter, look->selected[i]);
}

/**
 * ent_timeline_draw_span:
 * @self: a timeline
 * @drawing: what to draw with; its scale and edges are set here
 * @span: what is in view; ent_timeline_can_draw() says it can be
 *
 * Adds axis, lanes, marks, arcs and labels to the scene.
 */
void
ent_timeline_draw_span (const EntTimeline *self,
                        EntDrawing        *drawing,
                        const EntSpan     *span)
{
  EntTimelineLook look;

  g_return_if_fail (ent_timeline_can_draw (self, span));

  ent_timeline_look_init (&look, span);
  look.selected = self->selected;
  look.n_selected = self->request.n_selected;
  drawing->x0 = self->request.x;
  drawing->x1 = self->request.x + self->request.width;
  ent_timeline_draw_look (self, drawing, &look);
}

/** ent_timeline_draw: (skip): ent_timeline_draw_span() of the span it was made for */
void
ent_timeline_draw (const EntTimeline *self,
                   EntDrawing        *drawing)
{
  ent_timeline_draw_span (self, drawing, &self->request.span);
}
