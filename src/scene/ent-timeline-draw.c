/* ent-timeline-draw.c: what of a timeline is drawn into a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include "ent-as-of.h"
#include "ent-chain.h"

#include <math.h>

#include "ent-axis.h"
#include "ent-label.h"
#include "ent-marks.h"

static gboolean
draws (const EntTimelinePainter *painter,
       EntTimelineParts          parts)
{
  return (painter->look->parts & parts) != 0;
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
      receding.grey[i] = ent_color_mix (theme->view, theme->grey[i], theme->recede);
    }
  for (int i = 0; i < ENT_N_HUES; i++)
    receding.hue[i] = ent_color_mix (theme->view, theme->hue[i], theme->recede);
  return receding;
}

/* Open it points down to what the lane has, collapsed to its name. */
static void
draw_expander (EntTimelinePainter *painter,
               const EntLane      *lane,
               double              baseline,
               EntColor            color)
{
  EntDrawing *drawing = painter->drawing;
  double k = drawing->style.label / 12;
  double x = drawing->view0 + painter->look->indent / 2;
  double y = baseline - 4.5 * k;
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_HEADS, ENT_ROLE_LANE);

  item->shape = lane->collapsed ? ENT_SHAPE_TRIANGLE_RIGHT : ENT_SHAPE_TRIANGLE_DOWN;
  item->radius = (float) (6.5 * k);
  item->x = x + (lane->collapsed ? item->radius / 2 : 0);
  item->y = y + (lane->collapsed ? 0 : item->radius / 2);
  item->fill = color;
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
  EntColor color = lane->by_kind && drawing->coloring == NULL ? theme->kind_text[lane->kind] : theme->ink;
  g_autofree char *name = NULL;

  if (painter->look->expanders)
    draw_expander (painter, lane, baseline, color);
  room -= ent_text_measure_width (drawing->measure, count, -1, drawing->style.label, FALSE) + 6 * k;
  name = ent_label_cut (drawing->measure, lane->name, size, TRUE, room, &width);
  if (name != NULL)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, x, baseline, name, size, TRUE, ENT_ALIGN_START,
                      color, theme->view);
  if (room >= -6 * k)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, x + (name != NULL ? width + 6 * k : 0), baseline,
                      count, drawing->style.label, FALSE, ENT_ALIGN_START, theme->dim, theme->view);
}

/* The ground of a hit: behind its mark, with its name if that stands beside it, or behind the name alone. */
static void
draw_hit_ground (EntDrawing *drawing,
                 double      x0,
                 double      y0,
                 double      x1,
                 double      y1)
{
  double k = drawing->style.label / 12;
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_HIT);

  item->x = x0;
  item->y = y0;
  item->width = x1 - x0;
  item->height = y1 - y0;
  item->radius = (float) (3 * k);
  item->fill = drawing->theme->hit;
  item->stroke = drawing->theme->hit_line;
  item->stroke_width = (float) (k * drawing->theme->line_scale);
}

static void
draw_hit (EntTimelinePainter *painter,
          const EntSeenPlace *seen,
          double              y,
          gboolean            label,
          EntMarksParts       parts)
{
  EntDrawing *drawing = painter->drawing;
  const EntPlaced *item = &seen->item;
  const EntPlace *place = &item->place;
  double k = drawing->style.mark;
  double size = drawing->style.label;
  double half = ent_kind_half_width (place->kind, place->radius) + 3 * k;
  double height = fmax (ent_kind_half_height (place->kind, place->radius) + 3 * k, 0.62 * size);
  gboolean beside = label && (item->side == ENT_LABEL_RIGHT || item->side == ENT_LABEL_LEFT);
  double baseline = item->side == ENT_LABEL_ABOVE ? y - 0.86 * size : y + 0.34 * size;
  gboolean joined = beside && (place->form == ENT_PLACE_POINT || place->form == ENT_PLACE_COARSE);
  double x0 = item->label_x - 3 * k;
  double x1 = item->label_x + item->label_width + 3 * k;

  if ((parts & ENT_MARKS_BODY) != 0 && isfinite (place->x) && place->x >= drawing->x0 && place->x <= drawing->x1)
    draw_hit_ground (drawing, joined ? fmin (place->x - half, x0) : place->x - half, y - height,
                     joined ? fmax (place->x + half, x1) : place->x + half, y + height);
  if (label && !joined)
    draw_hit_ground (drawing, x0, baseline - 0.96 * size, x1, baseline + 0.3 * size);
}

/** ent_timeline_draw_label: (skip): the name an event was packed with; @y is the middle of its row */
void
ent_timeline_draw_label (EntDrawing      *drawing,
                         const EntPlaced *item,
                         double           y,
                         EntColor         color,
                         EntColor         ground)
{
  double size = drawing->style.label;
  double baseline = item->side == ENT_LABEL_ABOVE ? y - 0.86 * size : y + 0.34 * size;

  if (item->side == ENT_LABEL_ON)
    ent_drawing_rect (drawing, ENT_LAYER_LABELS, ENT_ROLE_MOAT, item->label_x - 4, y - size / 2,
                      item->label_width + 8, size, ground);
  if (item->side == ENT_LABEL_LEFT)
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x + item->label_width, baseline,
                      item->label, size, item->bold, ENT_ALIGN_END, color, ground);
  else
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x, baseline, item->label, size,
                      item->bold, ENT_ALIGN_START, color, ground);
}

static void
draw_placed (EntTimelinePainter *painter,
             const EntLane      *lane,
             const EntPlaced    *item)
{
  EntDrawing *drawing = painter->drawing;
  double y = ent_timeline_row_y (painter->timeline, lane, item->line);
  gboolean recedes = !ent_timeline_stands_out (painter, item->place.row);
  gboolean hit = ent_timeline_is_hit (painter, item->place.row);
  EntMarksParts parts = 0;
  gboolean label;
  EntSeenPlace seen;

  if (!ent_timeline_see (painter, item, &seen))
    return;
  label = seen.item.label != NULL && !ent_timeline_speaks (painter, item->place.row) &&
          draws (painter, seen.item.side == ENT_LABEL_RIGHT || seen.item.side == ENT_LABEL_LEFT ? ENT_TIMELINE_MARKS
                                                                                                : ENT_TIMELINE_HELD);
  ent_drawing_set_row (drawing, item->place.row);
  ent_timeline_recede (painter, recedes);
  if (draws (painter, ENT_TIMELINE_MARKS) && seen.drawn)
    parts |= ENT_MARKS_BODY;
  if (draws (painter, ENT_TIMELINE_HELD) && seen.in_view)
    parts |= ENT_MARKS_EDGES | (painter->timeline->request.steady ? ENT_MARKS_OPEN : 0);
  drawing->owed = (parts & ENT_MARKS_BODY) != 0 && seen.counted && item->standing == ENT_STANDING_ROW;
  if (hit)
    draw_hit (painter, &seen, y, label, parts);
  if (parts != 0)
    ent_marks_event (drawing, &seen.item.place, y, parts);
  drawing->owed = FALSE;
  if (draws (painter, ENT_TIMELINE_SELECTION) && seen.in_view && ent_timeline_is_selected (painter, item->place.row))
    ent_marks_selection (drawing, &seen.item.place, y);
  if (label)
    ent_timeline_draw_label (drawing, &seen.item, y, recedes && !hit ? painter->theme->faint : painter->theme->ink,
                             hit ? painter->theme->hit : painter->theme->view);
  ent_timeline_recede (painter, FALSE);
  ent_drawing_set_row (drawing, ENT_ITEM_NO_ROW);
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
  if (draws (painter, ENT_TIMELINE_HELD) && lane->columns->len > 0)
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

/* A line through all lanes with a word in the axis: the day as of which the dataset is, or else today, which is nothing to
 * a reader of that day. */
typedef struct
{
  double x;
  char  *word; /* (owned) (nullable): %NULL for no line */
} DayLine;

static void
day_line_clear (DayLine *line)
{
  g_free (line->word);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DayLine, day_line_clear)

static void
find_day (const EntTimelinePainter *painter,
          DayLine                  *line)
{
  const EntTimelineRequest *request = &painter->timeline->request;
  const EntDrawing *drawing = painter->drawing;
  const gint64 *as_of = ent_dataset_get_as_of (request->dataset);

  *line = (DayLine){ 0 };
  if (as_of == NULL && !request->has_today)
    return;
  line->x = ent_time_scale_to_x (&drawing->scale, as_of != NULL ? *as_of : request->today);
  if (line->x >= drawing->x0 && line->x <= drawing->x1)
    line->word = as_of != NULL ? ent_words_as_of (drawing->words, *as_of)
                               : g_strdup (ent_words_get (drawing->words, ENT_WORD_TODAY));
}

/* Keeps the axis clear of where the word is to stand. */
static void
reserve_day (EntTimelinePainter *painter,
             const DayLine      *line)
{
  EntDrawing *drawing = painter->drawing;
  double x = line->x;
  double half;

  drawing->reserved_from = drawing->reserved_to = drawing->crossed = -HUGE_VAL;
  if (line->word == NULL || x < drawing->view0 || x > drawing->view1)
    return;
  drawing->crossed = x;
  half = ent_text_measure_width (drawing->measure, line->word, -1, ent_style_axis_size (&drawing->style), TRUE) / 2;
  if (drawing->view1 - drawing->view0 < 2 * half)
    return;
  x = CLAMP (x, drawing->view0 + half, drawing->view1 - half);
  drawing->reserved_from = x - half;
  drawing->reserved_to = x + half;
}

static EntColor
day_color (const EntTimelinePainter *painter)
{
  const EntTheme *theme = painter->drawing->theme;

  return ent_dataset_get_as_of (painter->timeline->request.dataset) != NULL ? theme->dim : theme->accent;
}

static void
draw_day_line (const EntTimelinePainter *painter,
               double                    x,
               double                    top,
               double                    bottom)
{
  EntDrawing *drawing = painter->drawing;
  double k = drawing->style.label / 12;
  gboolean as_of = ent_dataset_get_as_of (painter->timeline->request.dataset) != NULL;
  EntItem *item;

  if (!(bottom > top))
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_GROUND, as_of ? ENT_ROLE_AS_OF : ENT_ROLE_TODAY);
  item->x = item->x2 = x;
  item->y = top;
  item->y2 = bottom;
  item->stroke = day_color (painter);
  item->stroke_width = (float) (1.2 * k * drawing->theme->line_scale);
  if (as_of)
    return;
  item->dash_on = (float) (4 * k);
  item->dash_off = (float) (3 * k);
}

/* Through the axis it belongs to the axis, through the lanes to the grid. */
static void
draw_day (EntTimelinePainter *painter,
          const DayLine      *line,
          double              bottom)
{
  const EntTimeline *self = painter->timeline;
  EntDrawing *drawing = painter->drawing;
  gboolean as_of = ent_dataset_get_as_of (self->request.dataset) != NULL;
  double size = ent_style_axis_size (&drawing->style);
  double x = line->x;

  if (line->word == NULL)
    return;
  if (draws (painter, ENT_TIMELINE_GRID))
    draw_day_line (painter, x, fmax (ent_timeline_top (self), painter->look->top), bottom);
  if (draws (painter, ENT_TIMELINE_AXIS) && x >= drawing->view0 && x <= drawing->view1)
    /* A solid line would strike the word through. */
    draw_day_line (painter, x, self->request.y + (as_of ? 1.35 * size : 0), ent_timeline_top (self));
  if (draws (painter, ENT_TIMELINE_AXIS) && drawing->reserved_to > drawing->reserved_from)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, as_of ? ENT_ROLE_AS_OF : ENT_ROLE_TODAY,
                      (drawing->reserved_from + drawing->reserved_to) / 2, self->request.y + size, line->word, size, TRUE,
                      ENT_ALIGN_MIDDLE, day_color (painter), drawing->theme->view);
  if (!as_of)
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

  g_auto (DayLine) line = { 0 };

  if (!axis.axis && !axis.grid)
    return;
  find_day (painter, &line);
  reserve_day (painter, &line);
  ent_axis_draw (painter->drawing, &axis);
  draw_day (painter, &line, bottom);
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
  g_autoptr (GArray) spoken = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntTimelinePainter painter = { self,  drawing, look,  drawing->theme, make_receding (drawing->theme),
                                 found, spoken,  sorted };
  double bottom = ent_timeline_top (self) + ent_lanes_get_height (self->lanes);

  drawing->scale = ent_time_scale_fit (&look->span, drawing->x0, drawing->x1);
  drawing->view0 = look->view.start == look->span.start ? drawing->x0
                                                        : ent_time_scale_to_x (&drawing->scale, look->view.start);
  drawing->view1 = look->view.end == look->span.end ? drawing->x1
                                                    : ent_time_scale_to_x (&drawing->scale, look->view.end);
  ent_drawing_set_row (drawing, ENT_ITEM_NO_ROW);
  ent_timeline_find_spoken (&painter);
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
  if (draws (&painter, ENT_TIMELINE_SELECTION))
    ent_timeline_draw_spoken (&painter);
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
  g_autoptr (EntRowSet) chain = NULL;
  EntTimelineLook look;

  g_return_if_fail (ent_timeline_can_draw (self, span));

  ent_timeline_look_init (&look, span);
  look.selected = self->selected;
  look.n_selected = self->request.n_selected;
  look.links = self->request.links;
  look.chain = chain = ent_chain_find_shown (self->request.dataset, self->selected, self->request.n_selected, look.links);
  look.hits = self->request.hits;
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
