/* ent-timeline.c: the timeline as items of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include "ent-as-of.h"

#include <math.h>
#include <stdlib.h>

/* Rows a lane may take: its share of a window, and of a page as high as it takes. */
#define MAX_STEADY_LINES 12
#define MAX_PAGE_LINES 60

/* What a view of everything has before the first that is known, so that its mark is not cut, and after the last, in
 * parts of a hundred. */
#define WHOLE_MARGIN_BEFORE 1.5
#define WHOLE_MARGIN 3

/* However little time there is, names get this much room, in em. */
#define MIN_NAMES_WIDTH 45.0

static gboolean
is_shown (const EntRowSet *rows,
          guint32          row)
{
  return rows == NULL || ent_row_set_contains (rows, row);
}

/**
 * ent_timeline_known_span:
 * @dataset: a dataset
 * @rows: (nullable): the events that count; %NULL for all
 * @basis: which dates
 * @span: (out): from the first known bound to the last
 *
 * Returns: %FALSE if nothing has a place in time; @span is then the year 2000
 */
gboolean
ent_timeline_known_span (EntDataset      *dataset,
                         const EntRowSet *rows,
                         EntBasis         basis,
                         EntSpan         *span)
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

      if (!is_shown (rows, order[i]))
        continue;
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
  /* What may have been later is cut at the day as of which the dataset is. */
  *span = (EntSpan){ first, MAX (ent_dataset_cut (dataset, last), first + 1) };
  return TRUE;
}

/** ent_timeline_add_margin: (skip): makes all that is known a little more on both sides */
void
ent_timeline_add_margin (EntSpan *span)
{
  gint64 hundredth = span->end / 100 - span->start / 100;

  span->start -= (gint64) (WHOLE_MARGIN_BEFORE * (double) hundredth);
  span->end += MAX (WHOLE_MARGIN * hundredth, 1);
}

/**
 * ent_timeline_whole_span:
 * @dataset: a dataset
 * @rows: (nullable): the events that count; %NULL for all
 * @basis: which dates
 * @span: (out): all that is known and a little more on both sides; never to now
 *
 * Returns: %FALSE if nothing has a place in time; @span is then the year 2000
 */
gboolean
ent_timeline_whole_span (EntDataset      *dataset,
                         const EntRowSet *rows,
                         EntBasis         basis,
                         EntSpan         *span)
{
  gboolean found = ent_timeline_known_span (dataset, rows, basis, span);

  if (found)
    ent_timeline_add_margin (span);
  return found;
}

/** ent_timeline_count_undated: (skip): those of @rows, or of all, that have no place in time on @basis */
guint
ent_timeline_count_undated (EntDataset      *dataset,
                            const EntRowSet *rows,
                            EntBasis         basis)
{
  guint n_dated;
  guint n_undated = 0;
  guint32 row = G_MAXUINT32;

  ent_dataset_get_order (dataset, basis, &n_dated);
  if (rows == NULL)
    return ent_dataset_get_n_events (dataset) - n_dated;
  while (ent_row_set_next (rows, &row))
    n_undated += ent_dataset_peek_date (dataset, row, basis) == NULL;
  return n_undated;
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
    if (is_shown (request->rows, order[i]) &&
        ent_dataset_may_overlap (request->dataset, order[i], request->basis, span))
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

/* From the first bound of an event to the last, of its phases as well. */
static EntSpan
outer_span (const EntTimeline *self,
            guint32            row)
{
  EntDataset *dataset = self->request.dataset;
  EntSpan span = { G_MININT64, G_MAXINT64 };

  for (int phase = -1; phase < (ent_dataset_has_phases (dataset, row) ? ENT_N_PHASES : 0); phase++)
    {
      const EntDate *date = phase < 0 ? ent_dataset_peek_date (dataset, row, self->request.basis) : NULL;
      EntDate of_phase;
      EntSpan own = { G_MININT64, G_MAXINT64 };

      if (phase >= 0 && ent_dataset_get_phase (dataset, row, phase, &of_phase, NULL) && ent_date_is_placed (&of_phase))
        date = &of_phase;
      if (date == NULL)
        continue;
      if (date->earliest_start.kind == ENT_BOUND_KNOWN || date->earliest_start.kind == ENT_BOUND_BEYOND)
        own.start = date->earliest_start.time;
      if (date->latest_end.kind == ENT_BOUND_KNOWN || date->latest_end.kind == ENT_BOUND_BEYOND)
        own.end = date->latest_end.time;
      span.start = phase < 0 ? own.start : MIN (span.start, own.start);
      span.end = phase < 0 ? own.end : MAX (span.end, own.end);
    }
  span.end = ent_dataset_cut (dataset, span.end);
  return span;
}

static void
index_lanes (EntTimeline *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  guint n_lanes = ent_lanes_get_size (self->lanes);

  self->indexes = g_new0 (EntTimelineLane, MAX (n_lanes, 1));
  for (guint i = 0; i < n_lanes; i++)
    {
      const EntLane *lane = ent_lanes_get (self->lanes, i);

      g_array_set_size (spans, 0);
      for (guint j = 0; j < lane->placed->len; j++)
        {
          EntSpan span = outer_span (self, g_array_index (lane->placed, EntPlaced, j).place.row);

          g_array_append_val (spans, span);
        }
      self->indexes[i].finder = ent_time_finder_new ((const EntSpan *) spans->data, spans->len);
      self->indexes[i].counts = ent_time_counts_new (self->request.dataset, self->request.basis,
                                                     (const guint32 *) lane->rows->data, lane->rows->len);
    }
}

static guint
highest_column (const EntLanes *lanes)
{
  guint most = 0;

  for (guint i = 0; i < ent_lanes_get_size (lanes); i++)
    {
      const GArray *columns = ent_lanes_get (lanes, i)->columns;

      for (guint j = 0; j < columns->len; j++)
        most = MAX (most, g_array_index (columns, EntColumn, j).count);
    }
  return most;
}

/* Without edges, so that it does not matter where the view is panned to. Names keep to where a view of everything ends,
 * so that they are all in that. */
static void
pack_steadily (const EntTimeline *self,
               EntLanesRequest   *lanes)
{
  const EntSpan *known = &lanes->span;
  double least = MIN_NAMES_WIDTH * self->request.style.label;
  double spare;

  /* From the least scale of the step on, what is apart stays apart. */
  lanes->scale = (EntTimeScale){ known->start, 0, ent_zoom_step_scale (ent_zoom_step (self->scale.px_per_second)) };
  lanes->x0 = -HUGE_VAL;
  lanes->x1 = HUGE_VAL;
  lanes->names0 = 0;
  lanes->names1 = ent_time_scale_to_x (&lanes->scale, known->end) * (1 + WHOLE_MARGIN / 100.0);
  spare = fmax (least - lanes->names1, 0);
  lanes->names0 -= spare / 2;
  lanes->names1 += spare / 2;
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
  self->request.rows = request->rows != NULL ? ent_row_set_ref (request->rows) : NULL;
  self->request.hits = request->hits != NULL ? ent_row_set_ref (request->hits) : NULL;
  self->tallies = g_ptr_array_new_with_free_func (ent_tally_free);
  copy_selected (self, request);
  self->language = g_strdup (language);
  self->scale = ent_time_scale_fit (&request->span, request->x, request->x + request->width);
  if (request->steady)
    ent_timeline_known_span (request->dataset, request->rows, request->basis, &packed);
  self->rows = find_rows (request, &packed);

  lanes.dataset = request->dataset;
  lanes.rows = (const guint32 *) self->rows->data;
  lanes.n_rows = self->rows->len;
  lanes.basis = request->basis;
  lanes.scale = self->scale;
  lanes.span = packed;
  lanes.x0 = request->x;
  lanes.x1 = request->x + request->width;
  lanes.names0 = lanes.x0;
  lanes.names1 = lanes.x1;
  if (request->steady)
    pack_steadily (self, &lanes);
  lanes.height = request->height > 0 ? fmax (request->height - ent_style_axis_height (&request->style), 1) : 0;
  lanes.scrolls = request->steady;
  lanes.max_lines = request->steady ? MAX_STEADY_LINES : MAX_PAGE_LINES;
  lanes.style = request->style;
  lanes.language = self->language;
  lanes.grouping = request->grouping;
  /* In a window rows must not jump when one clicks. */
  lanes.selected = request->steady ? NULL : self->selected;
  lanes.hits = request->steady ? NULL : request->hits;
  lanes.n_selected = request->steady ? 0 : self->request.n_selected;
  self->lanes = ent_lanes_new (&lanes, measure, words);
  self->request.grouping = NULL;
  self->highest = highest_column (self->lanes);
  if (request->steady)
    index_lanes (self);
  return self;
}

void
ent_timeline_free (EntTimeline *self)
{
  for (guint i = 0; self->indexes != NULL && i < ent_lanes_get_size (self->lanes); i++)
    {
      ent_time_counts_free (self->indexes[i].counts);
      ent_time_finder_free (self->indexes[i].finder);
    }
  g_free (self->indexes);
  g_ptr_array_unref (self->tallies);
  g_clear_pointer (&self->request.hits, ent_row_set_unref);
  ent_lanes_unref (self->lanes);
  g_array_unref (self->rows);
  g_clear_pointer (&self->request.rows, ent_row_set_unref);
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

/** ent_timeline_get_events: (skip): how many events are in view, each counted once */
guint
ent_timeline_get_events (const EntTimeline *self)
{
  return self->rows->len;
}

/** ent_timeline_get_repeated: (skip): how many of them stand in more than one lane */
guint
ent_timeline_get_repeated (const EntTimeline *self)
{
  return ent_lanes_get_repeated (self->lanes);
}

/** ent_timeline_get_n_lanes: (skip): how many lanes there are */
guint
ent_timeline_get_n_lanes (const EntTimeline *self)
{
  return ent_lanes_get_size (self->lanes);
}

/** ent_timeline_get_lane: (skip): (transfer none): a lane, from the top; its heights begin below the axis */
const EntLane *
ent_timeline_get_lane (const EntTimeline *self,
                       guint              index)
{
  return ent_lanes_get (self->lanes, index);
}

/* Events that are named in none of the open lanes they stand in. */
static guint
count_nameless (const EntTimeline *self)
{
  g_autofree guint8 *named = g_new0 (guint8, ent_dataset_get_n_events (self->request.dataset) + 1);
  guint n_nameless = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
      {
        const EntLane *lane = ent_lanes_get (self->lanes, i);

        for (guint j = 0; pass == 0 && j < lane->placed->len; j++)
          if (g_array_index (lane->placed, EntPlaced, j).label != NULL)
            named[g_array_index (lane->placed, EntPlaced, j).place.row] = 1;
        for (guint j = 0; pass == 1 && !lane->collapsed && j < lane->rows->len; j++)
          {
            guint32 row = g_array_index (lane->rows, guint32, j);

            n_nameless += !named[row];
            named[row] = 1;
          }
      }
  return n_nameless;
}

/** ent_timeline_get_unlabelled: (skip): how many of them are not named, although they stand in a lane that is open */
guint
ent_timeline_get_unlabelled (const EntTimeline *self)
{
  guint n_labelled = 0;
  gboolean collapsed = FALSE;

  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    collapsed = collapsed || ent_lanes_get (self->lanes, i)->collapsed;
  if (collapsed || ent_lanes_get_repeated (self->lanes) > 0)
    return count_nameless (self);

  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      const EntLane *lane = ent_lanes_get (self->lanes, i);

      for (guint j = 0; j < lane->placed->len; j++)
        if (g_array_index (lane->placed, EntPlaced, j).label != NULL)
          n_labelled++;
    }
  return self->rows->len - n_labelled;
}

/** ent_timeline_top: (skip): of the first lane */
double
ent_timeline_top (const EntTimeline *self)
{
  return self->request.y + ent_style_axis_height (&self->request.style);
}

/** ent_timeline_row_y: (skip): the middle of a row of marks */
double
ent_timeline_row_y (const EntTimeline *self,
                    const EntLane     *lane,
                    guint              line)
{
  double top = ent_timeline_top (self) + lane->y + lane->head;

  /* On a chain's row the upper part is for its label; below there is room for the sign of denial. */
  return top + (line + (lane->chains ? 0.645 : 0.5)) * lane->line_height;
}

/** ent_timeline_column_y: (skip): the middle of the columns of a lane */
double
ent_timeline_column_y (const EntTimeline *self,
                       const EntLane     *lane)
{
  return ent_timeline_top (self) + lane->y + lane->height - ent_style_lane_gap (&self->request.style) - lane->band / 2;
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
