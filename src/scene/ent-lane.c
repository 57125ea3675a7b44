/* ent-lane.c: one lane: its rows, folds and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lane-private.h"

#include <math.h>

#include "ent-limits.h"
#include "ent-packing.h"

/* A lane shows columns when more than this share of its events found no row, and it has enough of them; and when more
 * than this share has no name, and it has so many that marks without names tell nothing. */
#define MAX_LEFT_OVER 0.4
#define MAX_UNLABELLED (1 / 3.0)
#define MIN_EVENTS_FOR_COLUMNS 8
#define MANY_EVENTS 100

/* Folds and columns snap to calendar units at least so wide, CSS pixels at mark size 1. */
#define MIN_COLUMN_WIDTH 24.0
#define MIN_FOLD_WIDTH 36.0

/* So many of the most important events of a lane with columns try for a name. */
#define MAX_NAMED 200

static void
placed_clear (gpointer data)
{
  EntPlaced *item = data;

  g_free (item->label);
  g_free (item->title);
  for (int i = 0; i < ENT_N_ASKS; i++)
    g_free (item->asks[i].label);
}

/* Takes what an item owns out of its array: the copy has it now. */
static void
placed_forget (EntPlaced *item)
{
  item->label = NULL;
  item->title = NULL;
  for (int i = 0; i < ENT_N_ASKS; i++)
    item->asks[i].label = NULL;
}

/**
 * ent_lane_new:
 * @name: as drawn
 * @kind: the look of its events
 *
 * Returns: (transfer full): a lane without events
 */
EntLane *
ent_lane_new (const char  *name,
              EntKindStyle kind)
{
  EntLane *lane = g_new0 (EntLane, 1);

  lane->name = g_strdup (name);
  lane->kind = kind;
  lane->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  lane->placed = g_array_new (FALSE, TRUE, sizeof (EntPlaced));
  g_array_set_clear_func (lane->placed, placed_clear);
  lane->folds = g_array_new (FALSE, FALSE, sizeof (EntFold));
  lane->columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));
  return lane;
}

/** ent_lane_free: (skip): for arrays that own their lanes */
void
ent_lane_free (gpointer data)
{
  EntLane *lane = data;

  g_free (lane->name);
  g_free (lane->key);
  g_array_unref (lane->rows);
  g_array_unref (lane->placed);
  g_array_unref (lane->folds);
  g_array_unref (lane->columns);
  g_free (lane);
}

/* Events that begin before the view are counted where it begins. */
static gint64
start_in_view (EntDataset    *dataset,
               EntBasis       basis,
               const EntSpan *span,
               guint32        row)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, basis);
  gint64 time = span->start;

  if (date == NULL)
    return time;
  if (date->earliest_start.kind == ENT_BOUND_KNOWN)
    time = date->earliest_start.time;
  else if (date->earliest_start.kind == ENT_BOUND_UNKNOWN && date->earliest_end.kind == ENT_BOUND_KNOWN)
    time = date->earliest_end.time; /* as the order of events has it */
  return CLAMP (time, span->start, MAX (span->start, span->end - 1));
}

/**
 * ent_lane_count:
 * @lane: a lane
 * @dataset: its events
 * @basis: which dates they stand at
 * @span: what is in view
 * @columns: (element-type EntColumn): emptied, then filled with the columns that are not empty
 *
 * Counts the events in view by the calendar unit they begin in; the lane's columns are of that unit.
 */
void
ent_lane_count (const EntLane *lane,
                EntDataset    *dataset,
                EntBasis       basis,
                const EntSpan *span,
                GArray        *columns)
{
  g_array_set_size (columns, 0);
  for (guint i = 0; i < lane->rows->len; i++)
    {
      guint32 row = g_array_index (lane->rows, guint32, i);
      EntColumn *last = columns->len > 0 ? &g_array_index (columns, EntColumn, columns->len - 1) : NULL;
      gint64 start;

      if (!ent_dataset_may_overlap (dataset, row, basis, span))
        continue;
      start = start_in_view (dataset, basis, span, row);
      /* By time, so an event belongs to the last column or to a new one. */
      if (last == NULL || start >= last->to)
        {
          gint64 tick = ent_ticks_floor (&lane->column_step, start);
          EntColumn column = { tick, ent_ticks_next (&lane->column_step, tick), 0 };

          g_array_append_val (columns, column);
          last = &g_array_index (columns, EntColumn, columns->len - 1);
        }
      last->count++;
    }
}

/* What is left over goes into a row of its own: events of one calendar unit in a fold, one alone as the
 * mark it is, where it belongs. */
static void
fold_left_over (EntLane               *lane,
                const EntLanesRequest *request)
{
  EntTickStep step = ent_ticks_choose_bin (ent_time_scale_px_per_year (&request->scale),
                                           MIN_FOLD_WIDTH * request->style.mark);
  double reach = ENT_FOLD_REACH * request->style.mark;
  double low = request->x0 + reach;
  double high = fmax (request->x1 - reach, low);
  gint64 last_tick = G_MININT64;

  g_array_set_size (lane->folds, 0);
  for (guint i = 0; i < lane->placed->len; i++)
    {
      EntPlaced *item = &g_array_index (lane->placed, EntPlaced, i);
      EntFold *last = lane->folds->len > 0 ? &g_array_index (lane->folds, EntFold, lane->folds->len - 1) : NULL;
      gint64 start;
      gint64 tick;
      double x;

      if (item->line != G_MAXUINT)
        continue;
      item->standing = ENT_STANDING_FOLDED;
      start = start_in_view (request->dataset, request->basis, &request->span, item->place.row);
      tick = ent_ticks_floor (&step, start);
      x = fmin (fmax (isinf (item->place.x) ? ent_time_scale_to_x (&request->scale, start) : item->place.x, low), high);
      if (last != NULL && (tick == last_tick || x - last->x < 2 * reach))
        {
          double middle = (ent_time_scale_to_x (&request->scale, last_tick) +
                           ent_time_scale_to_x (&request->scale, ent_ticks_next (&step, last_tick))) / 2;

          /* Never back over the fold before it. */
          if (last->count == 1)
            last->x = fmax (fmin (fmax (middle, low), high), lane->folds->len > 1 ? last[-1].x + 2 * reach : low);
          last->count++;
        }
      else
        {
          EntFold fold = { x, 0, 1, item->place.kind };

          g_array_append_val (lane->folds, fold);
          last_tick = tick;
        }
      item->fold = lane->folds->len - 1;
    }
  for (guint i = 0; i < lane->folds->len; i++)
    {
      EntFold *fold = &g_array_index (lane->folds, EntFold, i);

      fold->time = ent_time_scale_to_time (&request->scale, fold->x);
    }
}

/**
 * ent_lane_min_line:
 * @lane: a lane
 * @request: the sizes
 *
 * Returns: how high its rows must be, in CSS pixels, that no name covers the sign of denial of the row above it,
 *   nor a mark
 */
double
ent_lane_min_line (const EntLane         *lane,
                   const EntLanesRequest *request)
{
  const EntStyle *style = &request->style;
  double halo = ent_style_halo (style) / 2;

  if (lane->chains)
    return fmax (ent_style_min_chain_row (style), ent_style_chain_label_top (style) + halo + lane->below);
  return fmax (fmax (ent_style_min_point_row (style), lane->above + lane->below),
               ent_style_point_label_top (style) + halo + lane->below);
}

/** ent_lane_overhead: (skip): how high a lane is without its rows and columns, CSS pixels */
double
ent_lane_overhead (const EntLane         *lane,
                   const EntLanesRequest *request)
{
  return lane->head + ent_style_lane_gap (&request->style);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left < right) - (left > right);
}

/* The importance that `n_kept` of a run of events reach, and how many of those that just reach it are kept. */
static guint32
find_least (const EntPlaced *events,
            guint            n_events,
            guint            n_kept,
            guint           *n_equal)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_events);
  guint32 least;

  *n_equal = G_MAXUINT;
  if (n_events <= n_kept)
    return 0;
  for (guint i = 0; i < n_events; i++)
    g_array_append_val (sorted, events[i].importance);
  g_array_sort (sorted, compare_descending);
  least = g_array_index (sorted, guint32, n_kept - 1);
  *n_equal = n_kept;
  for (guint i = 0; i < n_kept && g_array_index (sorted, guint32, i) > least; i++)
    (*n_equal)--;
  return least;
}

/* The most important events of a lane, by time still: of each column as many, so that names do not crowd where
 * the first of many equals stand. They are moved out of the lane's own array. */
static GArray *
keep_most_important (EntLane *lane,
                     guint    n_kept)
{
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (EntPlaced));
  EntPlaced *events = (EntPlaced *) lane->placed->data;
  gboolean all = lane->placed->len <= n_kept;
  guint n_each = all ? n_kept : MAX (1, n_kept / MAX (lane->columns->len, 1));
  guint from = 0;

  g_array_set_clear_func (kept, placed_clear);
  for (guint i = 0; i < lane->columns->len; i++)
    {
      guint n_events = g_array_index (lane->columns, EntColumn, i).count;
      guint n_equal;
      guint32 least = find_least (events + from, n_events, n_each, &n_equal);

      for (guint j = from; j < from + n_events; j++)
        {
          EntPlaced item = events[j];

          if (item.importance < least || (item.importance == least && n_equal == 0))
            continue;
          if (item.importance == least)
            n_equal--;
          placed_forget (&events[j]);
          g_clear_pointer (&item.label, g_free); /* of an earlier try */
          g_array_append_val (kept, item);
        }
      from += n_events;
    }
  return kept;
}

static void
count_columns (EntLane               *lane,
               const EntLanesRequest *request)
{
  lane->column_step = ent_ticks_choose_bin (ent_time_scale_px_per_year (&request->scale),
                                            MIN_COLUMN_WIDTH * request->style.mark);
  ent_lane_count (lane, request->dataset, request->basis, &request->span, lane->columns);
}

/** ent_lane_collapse: (skip): leaves a lane a low row of columns that count all its events */
void
ent_lane_collapse (EntLane               *lane,
                   const EntLanesRequest *request)
{
  count_columns (lane, request);
  g_array_set_size (lane->placed, 0);
  lane->n_lines = 0;
  lane->band = ent_style_collapsed_band (&request->style);
}

/* Columns count every event of the lane; above them the most important are named. */
static void
show_columns (EntLane               *lane,
              const EntLanesRequest *request,
              EntTextMeasure        *measure,
              guint                  max_lines)
{
  double line = ent_lane_min_line (lane, request);
  guint band_lines = (guint) ceil (ent_style_band (&request->style) / line);
  guint name_lines = max_lines > band_lines ? max_lines - band_lines : 0;
  g_autoptr (GArray) named = NULL;

  count_columns (lane, request);
  named = keep_most_important (lane, MAX_NAMED);
  if (name_lines > 0)
    ent_pack (request, measure, named, name_lines, ENT_PACK_BY_IMPORTANCE, TRUE);

  g_array_set_size (lane->placed, 0);
  g_array_set_size (lane->folds, 0);
  lane->n_lines = 0;
  for (guint i = 0; i < named->len; i++)
    {
      EntPlaced *item = &g_array_index (named, EntPlaced, i);

      if (item->label == NULL)
        continue;
      item->standing = ENT_STANDING_NAMED;
      g_array_append_val (lane->placed, *item);
      placed_forget (item);
    }
  lane->n_lines = ent_pack_sort_lines (lane->placed);
  lane->band = fmin (ent_style_band (&request->style), max_lines * line);
}

/** ent_lane_most_labels: (skip): so many labels at most stand in @max_lines rows, however short they are */
double
ent_lane_most_labels (const EntLanesRequest *request,
                      guint                  max_lines)
{
  return max_lines * (request->names1 - request->names0) / (5 * request->style.label);
}

/**
 * ent_lane_pack:
 * @lane: a lane with its events
 * @request: the view and the sizes
 * @measure: measures labels
 * @max_lines: at most so many rows; at least 1
 *
 * Packs a lane: in rows, the rest in folds, or in columns when too many of its events would be nameless.
 */
void
ent_lane_pack (EntLane               *lane,
               const EntLanesRequest *request,
               EntTextMeasure        *measure,
               guint                  max_lines)
{
  EntPackResult result;

  if (lane->n_events > ENT_LIMIT_PACKED_LANE ||
      (lane->n_events >= MANY_EVENTS &&
       ent_lane_most_labels (request, max_lines) < lane->n_events * (1 - MAX_UNLABELLED)))
    {
      show_columns (lane, request, measure, max_lines);
      return;
    }
  result = ent_pack (request, measure, lane->placed, max_lines, ENT_PACK_BY_TIME, TRUE);
  if (result.n_labelled < lane->n_events)
    result = ent_pack (request, measure, lane->placed, max_lines, ENT_PACK_BY_IMPORTANCE, TRUE);
  if ((lane->n_events >= MANY_EVENTS && lane->n_events - result.n_labelled > lane->n_events * MAX_UNLABELLED) ||
      (lane->n_events >= MIN_EVENTS_FOR_COLUMNS && result.n_left_over > lane->n_events * MAX_LEFT_OVER))
    {
      show_columns (lane, request, measure, max_lines);
      return;
    }
  if (result.n_left_over > 0)
    {
      if (max_lines > 1)
        result = ent_pack (request, measure, lane->placed, max_lines - 1, ENT_PACK_BY_IMPORTANCE, TRUE);
      else
        {
          for (guint i = 0; i < lane->placed->len; i++)
            {
              EntPlaced *item = &g_array_index (lane->placed, EntPlaced, i);

              item->line = G_MAXUINT;
              g_clear_pointer (&item->label, g_free);
            }
          result.n_lines = 0;
        }
      ent_pack_sort_lines (lane->placed);
      fold_left_over (lane, request);
      ent_pack_last_line (request, measure, lane->placed, lane->folds, result.n_lines);
      lane->n_lines = result.n_lines + 1;
      return;
    }
  lane->n_lines = ent_pack_sort_lines (lane->placed);
}
