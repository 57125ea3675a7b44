/* ent-timeline.c: the timeline as items of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline.h"

#include <math.h>
#include <stdlib.h>

#include "ent-axis.h"
#include "ent-label.h"
#include "ent-links.h"
#include "ent-marks.h"

/* Rows a lane may take: its share of a window, and of a page as high as it takes. */
#define MAX_STEADY_LINES 12
#define MAX_PAGE_LINES 60

struct _EntTimeline
{
  EntTimelineRequest request;
  guint32           *selected; /* (owned) */
  GArray            *rows;     /* (owned) of guint32: in view, in the dataset's order */
  EntLanes          *lanes;    /* (owned) */
  EntTimeScale       scale;
  char              *language; /* (owned) (nullable) */
};

/**
 * ent_timeline_known_span:
 * @dataset: a dataset
 * @basis: which dates
 * @span: (out): from the first known bound to the last
 *
 * Returns: %FALSE if nothing has a place in time; @span is then the year 2000
 */
gboolean
ent_timeline_known_span (EntDataset *dataset,
                         EntBasis    basis,
                         EntSpan    *span)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, basis, &n_dated);
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint i = 0; i < n_dated; i++)
    {
      const EntDate *date = ent_dataset_peek_date (dataset, order[i], basis);
      const EntBound *bounds[4] = { &date->earliest_start, &date->latest_start, &date->earliest_end,
                                    &date->latest_end };

      for (gsize j = 0; j < G_N_ELEMENTS (bounds); j++)
        if (bounds[j]->kind == ENT_BOUND_KNOWN)
          {
            first = MIN (first, bounds[j]->time);
            last = MAX (last, bounds[j]->time);
          }
    }
  if (first > last)
    {
      *span = (EntSpan){ G_GINT64_CONSTANT (946684800), G_GINT64_CONSTANT (978307200) };
      return FALSE;
    }
  *span = (EntSpan){ first, MAX (last, first + 1) };
  return TRUE;
}

/**
 * ent_timeline_whole_span:
 * @dataset: a dataset
 * @basis: which dates
 * @span: (out): all that is known and 3 % more; never to now
 *
 * Returns: %FALSE if nothing has a place in time; @span is then the year 2000
 */
gboolean
ent_timeline_whole_span (EntDataset *dataset,
                         EntBasis    basis,
                         EntSpan    *span)
{
  gboolean found = ent_timeline_known_span (dataset, basis, span);

  if (found)
    span->end += MAX (3 * (span->end / 100 - span->start / 100), 1);
  return found;
}

/** ent_timeline_count_undated: (skip): events that have no place in time on @basis */
guint
ent_timeline_count_undated (EntDataset *dataset,
                            EntBasis    basis)
{
  guint n_dated;

  ent_dataset_get_order (dataset, basis, &n_dated);
  return ent_dataset_get_n_events (dataset) - n_dated;
}

static GArray *
find_rows (const EntTimelineRequest *request,
           const EntSpan            *span)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (request->dataset, request->basis, &n_dated);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* To the last: what has no known start is sorted by its end, and may have begun in view. */
  for (guint i = 0; i < n_dated; i++)
    if (ent_dataset_may_overlap (request->dataset, order[i], request->basis, span))
      g_array_append_val (rows, order[i]);
  return rows;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* In order and each once: a selection may be as large as the dataset. */
static void
copy_selected (EntTimeline              *self,
               const EntTimelineRequest *request)
{
  guint n_rows = 0;

  self->selected = g_memdup2 (request->selected, request->n_selected * sizeof (guint32));
  if (request->n_selected > 0)
    qsort (self->selected, request->n_selected, sizeof (guint32), compare_rows);
  for (guint i = 0; i < request->n_selected; i++)
    if (n_rows == 0 || self->selected[i] != self->selected[n_rows - 1])
      self->selected[n_rows++] = self->selected[i];
  self->request.selected = self->selected;
  self->request.n_selected = n_rows;
}

/**
 * ent_timeline_new:
 * @request: what to show and where
 * @measure: measures labels
 * @words: the words of the picture
 * @language: (nullable): the language of titles
 *
 * Finds the events in view and packs them into lanes.
 *
 * Returns: (transfer full): the timeline
 */
EntTimeline *
ent_timeline_new (const EntTimelineRequest *request,
                  EntTextMeasure           *measure,
                  const EntWords           *words,
                  const char               *language)
{
  EntTimeline *self = g_new0 (EntTimeline, 1);
  EntLanesRequest lanes = { 0 };
  EntSpan packed = request->span;

  self->request = *request;
  self->request.dataset = g_object_ref (request->dataset);
  copy_selected (self, request);
  self->language = g_strdup (language);
  self->scale = ent_time_scale_fit (&request->span, request->x, request->x + request->width);
  if (request->steady)
    ent_timeline_known_span (request->dataset, request->basis, &packed);
  self->rows = find_rows (request, &packed);

  lanes.dataset = request->dataset;
  lanes.rows = (const guint32 *) self->rows->data;
  lanes.n_rows = self->rows->len;
  lanes.basis = request->basis;
  lanes.scale = self->scale;
  lanes.span = packed;
  lanes.x0 = request->x;
  lanes.x1 = request->x + request->width;
  if (request->steady)
    {
      /* From the least scale of the step on, what is apart stays apart. */
      lanes.scale = (EntTimeScale){ packed.start, 0, ent_zoom_step_scale (ent_zoom_step (self->scale.px_per_second)) };
      lanes.x0 = -HUGE_VAL;
      lanes.x1 = HUGE_VAL;
    }
  lanes.height = request->height > 0 && !request->steady ? fmax (request->height - ent_style_axis_height (&request->style), 1) : 0;
  lanes.max_lines = request->steady ? MAX_STEADY_LINES : MAX_PAGE_LINES;
  lanes.style = request->style;
  lanes.language = self->language;
  lanes.selected = self->selected;
  lanes.n_selected = self->request.n_selected;
  self->lanes = ent_lanes_new (&lanes, measure, words);
  return self;
}

void
ent_timeline_free (EntTimeline *self)
{
  ent_lanes_unref (self->lanes);
  g_array_unref (self->rows);
  g_object_unref (self->request.dataset);
  g_free (self->selected);
  g_free (self->language);
  g_free (self);
}

/** ent_timeline_get_height: (skip): of axis and lanes as packed, CSS pixels */
double
ent_timeline_get_height (const EntTimeline *self)
{
  return ent_style_axis_height (&self->request.style) + ent_lanes_get_height (self->lanes);
}

/** ent_timeline_get_events: (skip): how many events are in view */
guint
ent_timeline_get_events (const EntTimeline *self)
{
  return self->rows->len;
}

/** ent_timeline_get_unlabelled: (skip): how many of them are not named */
guint
ent_timeline_get_unlabelled (const EntTimeline *self)
{
  guint n_labelled = 0;

  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      const EntLane *lane = ent_lanes_get (self->lanes, i);

      for (guint j = 0; j < lane->placed->len; j++)
        if (g_array_index (lane->placed, EntPlaced, j).label != NULL)
          n_labelled++;
    }
  return self->rows->len - n_labelled;
}

static double
row_y (const EntTimeline *self,
       const EntLane     *lane,
       guint              line)
{
  double top = self->request.y + ent_style_axis_height (&self->request.style) + lane->y + lane->head;

  /* On a chain's row the upper part is for its label; below there is room for the sign of denial. */
  return top + (line + (lane->chains ? 0.645 : 0.5)) * lane->line_height;
}

static void
draw_lane_head (const EntTimeline *self,
                EntDrawing        *drawing,
                const EntLane     *lane,
                guint              n_events,
                double             y)
{
  const EntTheme *theme = drawing->theme;
  double k = drawing->style.label / 12;
  double size = ent_style_lane_size (&drawing->style);
  double baseline = y + 17 * k;
  double room = drawing->x1 - drawing->x0;
  double width = 0;
  g_autofree char *count = ent_words_number (drawing->words, n_events);
  g_autofree char *name = NULL;

  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_LANE, drawing->x0, y, drawing->x1, y, theme->line,
                    k * theme->line_scale);
  if (lane->head <= 0)
    return;
  room -= ent_text_measure_width (drawing->measure, count, -1, drawing->style.label, FALSE) + 6 * k;
  name = ent_label_cut (drawing->measure, lane->name, size, TRUE, room, &width);
  if (name != NULL)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, drawing->x0, baseline, name, size, TRUE,
                      ENT_ALIGN_START, theme->kind_text[lane->kind], theme->view);
  if (room >= -6 * k)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, drawing->x0 + (name != NULL ? width + 6 * k : 0),
                      baseline, count, drawing->style.label, FALSE, ENT_ALIGN_START, theme->dim, theme->view);
}

static void
draw_label (EntDrawing      *drawing,
            const EntPlaced *item,
            double           y)
{
  const EntTheme *theme = drawing->theme;
  double size = drawing->style.label;
  double baseline = item->side == ENT_LABEL_ABOVE ? y - 0.86 * size : y + 0.34 * size;

  if (item->label == NULL)
    return;
  if (item->side == ENT_LABEL_ON)
    ent_drawing_rect (drawing, ENT_LAYER_LABELS, ENT_ROLE_MOAT, item->label_x - 4, y - size / 2,
                      item->label_width + 8, size, theme->view);
  if (item->side == ENT_LABEL_LEFT)
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x + item->label_width, baseline,
                      item->label, size, item->bold, ENT_ALIGN_END, theme->ink, theme->view);
  else
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, item->label_x, baseline, item->label, size,
                      item->bold, ENT_ALIGN_START, theme->ink, theme->view);
}

/* What a lane's packing looks like through a window: places at the window's scale, labels that keep inside. */
static gboolean
look_at (const EntTimeline *self,
         const EntDrawing  *drawing,
         const EntSpan     *span,
         const EntPlaced   *item,
         EntPlaced         *seen)
{
  double gap = ent_style_label_gap (&drawing->style);
  double edge = ent_style_edge_gap (&drawing->style);

  *seen = *item;
  if (!self->request.steady)
    return TRUE;
  if (!ent_dataset_may_overlap (self->request.dataset, item->place.row, self->request.basis, span) ||
      !ent_place_event (&seen->place, self->request.dataset, item->place.row, self->request.basis, &drawing->scale,
                        &drawing->style))
    return FALSE;
  seen->left = CLAMP (seen->place.left, drawing->x0, drawing->x1);
  seen->right = CLAMP (seen->place.right, drawing->x0, drawing->x1);
  if (item->label == NULL)
    return TRUE;

  switch ((EntLabelSide) item->side)
    {
    case ENT_LABEL_RIGHT:
      seen->label_x = seen->place.right + gap;
      break;
    case ENT_LABEL_LEFT:
      seen->label_x = seen->place.left - gap - seen->label_width;
      break;
    case ENT_LABEL_ABOVE:
    case ENT_LABEL_ON:
      /* The name of what began before is held at the edge, as long as there is something under it. */
      seen->label_x = fmin (fmax (seen->place.left, drawing->x0 + edge),
                            fmax (seen->place.left, seen->place.right - seen->label_width));
      break;
    case ENT_LABEL_NONE:
    default:
      break;
    }
  if (seen->label_x < drawing->x0 + edge - 0.01 || seen->label_x + seen->label_width > drawing->x1 - edge + 0.01)
    seen->label = NULL;
  return TRUE;
}

static void
draw_placed (const EntTimeline *self,
             EntDrawing        *drawing,
             const EntLane     *lane,
             const EntPlaced   *item)
{
  double y = row_y (self, lane, item->line);

  drawing->row = item->place.row;
  drawing->owed = item->standing == ENT_STANDING_ROW;
  ent_marks_event (drawing, &item->place, y);
  drawing->owed = FALSE;
  if (item->bold)
    ent_marks_selection (drawing, &item->place, y);
  draw_label (drawing, item, y);
  drawing->row = ENT_ITEM_NO_ROW;
}

/* One event without room for all of it. A mark alone says "on this day": what is not dated to the day and
 * sure stands in a fold of one instead. */
static void
draw_single (EntDrawing     *drawing,
             const EntPlace *place,
             double          x,
             double          y)
{
  double half = ent_kind_half_width (place->kind, place->radius);
  gboolean exact = place->date.start_kind == ENT_BOUND_KNOWN && !place->date.coarse_start &&
                   place->date.start_qualifiers == ENT_QUALIFIER_NONE && place->form != ENT_PLACE_SET;

  drawing->row = place->row;
  if (exact && place->x >= drawing->x0 && place->x <= drawing->x1)
    {
      drawing->owed = TRUE;
      ent_marks_event_head (drawing, place, fmin (fmax (place->x, drawing->x0 + half), drawing->x1 - half), y);
    }
  else
    ent_marks_fold (drawing, place->kind, x, y, 1);
  drawing->row = ENT_ITEM_NO_ROW;
}

/* Folds stand for those of their events that are in view; one alone is drawn as itself. */
static void
draw_folds (const EntTimeline *self,
            EntDrawing        *drawing,
            const EntSpan     *span,
            const EntLane     *lane)
{
  double y = row_y (self, lane, lane->n_lines - 1);
  double reach = ENT_FOLD_REACH * drawing->style.mark;
  guint fold = 0;
  guint count = 0;
  EntPlaced first = { 0 };

  for (guint i = 0; i <= lane->placed->len && lane->folds->len > 0; i++)
    {
      const EntPlaced *item = i < lane->placed->len ? &g_array_index (lane->placed, EntPlaced, i) : NULL;
      EntPlaced seen;

      if (item != NULL && item->standing != ENT_STANDING_FOLDED)
        continue;
      if (item == NULL || item->fold != fold)
        {
          const EntFold *last = &g_array_index (lane->folds, EntFold, fold);
          double x = self->request.steady ? ent_time_scale_to_x (&drawing->scale, last->time) : last->x;

          x = fmin (fmax (x, drawing->x0 + reach), fmax (drawing->x1 - reach, drawing->x0 + reach));
          if (count == 1)
            draw_single (drawing, &first.place, x, y);
          else if (count > 1)
            ent_marks_fold (drawing, last->kind, x, y, count);
          if (item == NULL)
            return;
          fold = item->fold;
          count = 0;
        }
      if (!look_at (self, drawing, span, item, &seen))
        continue;
      if (count == 0)
        first = seen;
      count++;
    }
}

/* Columns of one scale for all lanes; in a band too low for heights, shades of it. */
static void
draw_columns (const EntTimeline *self,
              EntDrawing        *drawing,
              const EntLane     *lane,
              const GArray      *columns,
              guint              most)
{
  double k = drawing->style.mark;
  double bottom = self->request.y + ent_style_axis_height (&self->request.style) + lane->y + lane->height -
                  ent_style_lane_gap (&self->request.style);
  double size = drawing->style.label * 10 / 12;
  double room = lane->band - size * 1.3;
  gboolean shades = lane->band < 40 * k * 0.9;
  EntColor color = drawing->theme->kind[lane->kind];

  for (guint i = 0; i < columns->len; i++)
    {
      const EntColumn *column = &g_array_index (columns, EntColumn, i);
      double from = fmax (ent_time_scale_to_x (&drawing->scale, column->from), drawing->x0);
      double to = fmin (ent_time_scale_to_x (&drawing->scale, column->to), drawing->x1);
      double share = column->count / (double) MAX (most, 1);
      double height = shades ? lane->band : fmax (share * room, 1.5 * k);
      /* The edge of the view may leave only a sliver of a column. */
      double gap = shades ? 0 : fmin (1.5 * k, (to - from) / 4);
      g_autofree char *number = NULL;
      EntItem *item;

      item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_DENSITY);
      item->x = from + gap;
      item->width = to - from - 2 * gap;
      item->y = bottom - height;
      item->height = height;
      item->fill = shades ? ent_color_mix (drawing->theme->view, color, 0.15 + 0.85 * share) : color;
      item->count = column->count;
      number = ent_words_number (drawing->words, column->count);
      if (!shades && ent_text_measure_width (drawing->measure, number, -1, size, FALSE) <= to - from)
        ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_COUNT, (from + to) / 2, bottom - height - 3.5 * k,
                          number, size, FALSE, ENT_ALIGN_MIDDLE, drawing->theme->kind_text[lane->kind],
                          drawing->theme->view);
    }
  ent_drawing_see (drawing, shades ? ENT_SEEN_SHADE : ENT_SEEN_COLUMN);
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + lane->kind);
}

static guint
highest_column (const EntTimeline *self)
{
  guint most = 0;

  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      const GArray *columns = ent_lanes_get (self->lanes, i)->columns;

      for (guint j = 0; j < columns->len; j++)
        most = MAX (most, g_array_index (columns, EntColumn, j).count);
    }
  return most;
}

static GHashTable *
index_ends (const EntTimeline *self,
            const EntDrawing  *drawing,
            const EntSpan     *span)
{
  GHashTable *ends = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      const EntLane *lane = ent_lanes_get (self->lanes, i);

      for (guint j = 0; j < lane->placed->len; j++)
        {
          const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, j);
          EntLinkEnd *end;
          EntPlaced seen;

          if (item->line == G_MAXUINT || !look_at (self, drawing, span, item, &seen))
            continue;
          end = g_new (EntLinkEnd, 1);
          *end = (EntLinkEnd){ seen.place, row_y (self, lane, item->line) };
          if (isinf (end->place.x))
            end->place.x = seen.left;
          g_hash_table_insert (ends, GUINT_TO_POINTER (item->place.row + 1), end);
        }
    }
  return ends;
}

/* Weak arcs first; the one between two selected events, which the reader is led along, over them. */
static void
draw_links (const EntTimeline *self,
            EntDrawing        *drawing,
            const EntSpan     *span)
{
  g_autoptr (GHashTable) ends = NULL;

  if (self->request.n_selected == 0)
    return;
  ends = index_ends (self, drawing, span);
  for (int strong = 0; strong < 2; strong++)
    for (guint i = 0; i < self->request.n_selected; i++)
      {
        guint32 row = self->selected[i];
        const EntLinkEnd *here = g_hash_table_lookup (ends, GUINT_TO_POINTER (row + 1));

        if (here == NULL)
          continue;
        for (int back = 0; back < 2; back++)
          {
            guint n_links;
            const EntLink *links = back ? ent_dataset_get_links_to (self->request.dataset, row, &n_links)
                                        : ent_dataset_get_links (self->request.dataset, row, &n_links);

            for (guint j = 0; j < n_links; j++)
              {
                const EntLinkEnd *there = g_hash_table_lookup (ends, GUINT_TO_POINTER (links[j].target + 1));
                gboolean between = ent_rows_contain (self->selected, self->request.n_selected, links[j].target);

                /* One between two selected is met from both sides: it is drawn from the later. */
                if (there == NULL || between != (strong == 1) || (between && back))
                  continue;
                ent_links_draw (drawing, back ? here : there, back ? there : here, links[j].type,
                                between                          ? ENT_LINK_PATH
                                : self->request.n_selected > 1 ? ENT_LINK_AROUND
                                                                 : ENT_LINK_DIRECT);
              }
          }
      }
}

/* Keeps the axis clear of where the word for today is to stand. */
static void
reserve_today (const EntTimeline *self,
               EntDrawing        *drawing)
{
  double x = ent_time_scale_to_x (&drawing->scale, self->request.today);
  double half = ent_text_measure_width (drawing->measure, ent_words_get (drawing->words, ENT_WORD_TODAY), -1,
                                        ent_style_axis_size (&drawing->style), TRUE) / 2;

  drawing->reserved_from = drawing->reserved_to = drawing->x0 - HUGE_VAL;
  if (!self->request.has_today || x < drawing->x0 || x > drawing->x1 || drawing->x1 - drawing->x0 < 2 * half)
    return;
  x = CLAMP (x, drawing->x0 + half, drawing->x1 - half);
  drawing->reserved_from = x - half;
  drawing->reserved_to = x + half;
}

static void
draw_today (const EntTimeline *self,
            EntDrawing        *drawing,
            double             top,
            double             bottom)
{
  const EntTheme *theme = drawing->theme;
  double k = drawing->style.label / 12;
  double size = ent_style_axis_size (&drawing->style);
  double x = ent_time_scale_to_x (&drawing->scale, self->request.today);
  EntItem *item;

  if (!self->request.has_today || x < drawing->x0 || x > drawing->x1)
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_GROUND, ENT_ROLE_TODAY);
  item->x = item->x2 = x;
  item->y = top;
  item->y2 = bottom;
  item->stroke = theme->accent;
  item->stroke_width = (float) (1.2 * k * theme->line_scale);
  item->dash_on = (float) (4 * k);
  item->dash_off = (float) (3 * k);
  if (drawing->reserved_to > drawing->reserved_from)
    ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_TODAY, (drawing->reserved_from + drawing->reserved_to) / 2,
                      top + size, ent_words_get (drawing->words, ENT_WORD_TODAY), size, TRUE, ENT_ALIGN_MIDDLE,
                      theme->accent, theme->view);
  ent_drawing_see (drawing, ENT_SEEN_TODAY);
}

static guint
count_in_view (const EntTimeline *self,
               const EntLane     *lane,
               const EntSpan     *span)
{
  guint n_events = 0;

  if (!self->request.steady)
    return lane->n_events;
  for (guint i = 0; i < lane->rows->len; i++)
    n_events += ent_dataset_may_overlap (self->request.dataset, g_array_index (lane->rows, guint32, i),
                                         self->request.basis, span);
  return n_events;
}

static void
draw_lane (const EntTimeline *self,
           EntDrawing        *drawing,
           const EntSpan     *span,
           const EntLane     *lane,
           guint              most)
{
  double top = self->request.y + ent_style_axis_height (&self->request.style) + lane->y;

  draw_lane_head (self, drawing, lane, count_in_view (self, lane, span), top);
  if (lane->columns->len > 0)
    {
      g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));

      ent_lane_count (lane, self->request.dataset, self->request.basis, span, columns);
      draw_columns (self, drawing, lane, columns, most);
    }
  for (guint i = 0; i < lane->placed->len; i++)
    {
      const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, i);
      EntPlaced seen;

      if ((item->standing == ENT_STANDING_ROW || item->standing == ENT_STANDING_NAMED) &&
          look_at (self, drawing, span, item, &seen))
        draw_placed (self, drawing, lane, &seen);
    }
  draw_folds (self, drawing, span, lane);
}

/**
 * ent_timeline_can_draw:
 * @self: a timeline
 * @span: a span not empty
 *
 * Returns: whether this packing serves for @span: any span of the zoom step when it is steady, else only its own
 */
gboolean
ent_timeline_can_draw (const EntTimeline *self,
                       const EntSpan     *span)
{
  EntTimeScale scale;

  if (!self->request.steady)
    return ent_span_equal (span, &self->request.span);
  scale = ent_time_scale_fit (span, self->request.x, self->request.x + self->request.width);
  return ent_zoom_step (scale.px_per_second) == ent_zoom_step (self->scale.px_per_second);
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
  const EntTheme *theme = drawing->theme;
  double lanes_top = self->request.y + ent_style_axis_height (&self->request.style);
  double bottom = lanes_top + ent_lanes_get_height (self->lanes);
  guint most = highest_column (self);

  g_return_if_fail (ent_timeline_can_draw (self, span));

  drawing->x0 = self->request.x;
  drawing->x1 = self->request.x + self->request.width;
  drawing->scale = ent_time_scale_fit (span, drawing->x0, drawing->x1);
  reserve_today (self, drawing);
  ent_axis_draw (drawing, span, self->request.y, bottom);
  draw_today (self, drawing, self->request.y, bottom);
  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      drawing->lane = (guint8) MIN (i, 254);
      draw_lane (self, drawing, span, ent_lanes_get (self->lanes, i), most);
    }
  drawing->lane = 255;
  ent_drawing_line (drawing, ENT_LAYER_GROUND, ENT_ROLE_LANE, drawing->x0, bottom, drawing->x1, bottom, theme->line,
                    drawing->style.label / 12 * theme->line_scale);
  draw_links (self, drawing, span);
}

/** ent_timeline_draw: (skip): ent_timeline_draw_span() of the span it was made for */
void
ent_timeline_draw (const EntTimeline *self,
                   EntDrawing        *drawing)
{
  ent_timeline_draw_span (self, drawing, &self->request.span);
}
