/* ent-lanes.c: events in lanes, lanes in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lanes.h"

#include <math.h>
#include <string.h>

#include "ent-label.h"
#include "ent-limits.h"
#include "ent-packing.h"

/* A lane shows columns when more than this share of its events has no label, and it has enough of them. */
#define MAX_UNLABELLED (1 / 3.0)
#define MIN_EVENTS_FOR_COLUMNS 8

/* Folds and columns snap to calendar units at least so wide, CSS pixels at mark size 1. */
#define MIN_COLUMN_WIDTH 24.0
#define MIN_FOLD_WIDTH 36.0

/* So many of the most important events of a lane with columns try for a name. */
#define MAX_NAMED 200

/* Stands for all kinds that share the fourth sign. */
#define ANY_OTHER_KIND (G_MAXUINT32 - 1)

/* Room below the rows of a lane on a page that has more than it needs, in em of a label. */
#define MAX_SPARE 2.5

/* With more events in view rows are shared out evenly, which needs no trying. */
#define MAX_SHARED_BY_NEED 300

struct _EntLanes
{
  gatomicrefcount ref_count;
  GPtrArray      *lanes; /* (owned) of EntLane */
  double          height;
  guint           n_events;
};

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

static EntLane *
lane_new (const char  *name,
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

static void
lane_free (gpointer data)
{
  EntLane *lane = data;

  g_free (lane->name);
  g_array_unref (lane->rows);
  g_array_unref (lane->placed);
  g_array_unref (lane->folds);
  g_array_unref (lane->columns);
  g_free (lane);
}

/**
 * ent_rows_contain:
 * @rows: rows, ascending
 * @n_rows: how many
 * @row: the one to find
 *
 * Returns: whether @row is one of @rows
 */
gboolean
ent_rows_contain (const guint32 *rows,
                  guint          n_rows,
                  guint32        row)
{
  guint low = 0;

  for (guint high = n_rows; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n_rows && rows[low] == row;
}

static gboolean
is_selected (const EntLanesRequest *request,
             guint32                row)
{
  return ent_rows_contain (request->selected, request->n_selected, row);
}

static gboolean
is_linked_to_selected (const EntLanesRequest *request,
                       guint32                row)
{
  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links = back ? ent_dataset_get_links_to (request->dataset, row, &n_links)
                                  : ent_dataset_get_links (request->dataset, row, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (is_selected (request, links[i].target))
          return TRUE;
    }
  return FALSE;
}

/* Selected, then linked to the selected, then severity, then how many events answer it. */
static guint32
importance_of (const EntLanesRequest *request,
               guint32                row)
{
  guint n_answers;
  guint32 importance;

  ent_dataset_get_links_to (request->dataset, row, &n_answers);
  importance = ent_dataset_get_severity (request->dataset, row) * 1000 + MIN (n_answers, 999);
  if (is_selected (request, row))
    importance += 1000000;
  else if (request->n_selected > 0 && is_linked_to_selected (request, row))
    importance += 100000;
  return importance;
}

/* The stretch of an event's drawing that is inside the view. */
static void
clip_place (EntPlaced             *item,
            const EntLanesRequest *request)
{
  const EntPlace *place = &item->place;
  double half = ent_kind_half_width (place->kind, place->radius);
  double ring = ent_kind_half_width (place->kind, place->radius + 4 * request->style.mark);

  item->left = fmax (place->left, request->x0);
  item->right = fmin (place->right, request->x1);
  if (place->form == ENT_PLACE_POINT || place->form == ENT_PLACE_COARSE)
    {
      /* A mark at the very edge is drawn whole, inside. */
      double x0 = place->form == ENT_PLACE_COARSE ? fmax (place->date.start0, request->x0) : place->x;
      double x1 = place->form == ENT_PLACE_COARSE ? fmin (place->date.end1, request->x1) : place->x;
      double x = fmin (fmax ((x0 + x1) / 2, request->x0 + half), request->x1 - half);

      item->place.x = x;
      item->left = fmin (item->left, x - half);
      item->right = fmax (item->right, x + half);
    }
  else if (place->x >= request->x0 && place->x <= request->x1)
    item->place.x = fmin (fmax (place->x, request->x0 + half), fmax (request->x1 - half, request->x0));
  /* The ring of a selected event keeps its label off. */
  if (item->bold && !isinf (place->x))
    {
      item->left = fmin (item->left, place->x - ring);
      item->right = fmax (item->right, place->x + ring);
    }
  /* What may reach into the view but is known only beyond its edge stands at the edge, with a chevron. */
  half = fmin (8 * request->style.mark, request->x1 - request->x0);
  if (item->left > request->x1 - half)
    item->left = fmin (item->left, request->x1 - (place->left > request->x1 ? half : request->style.mark));
  item->left = fmax (item->left, request->x0);
  item->right = CLAMP (item->right, item->left + (place->right < request->x0 ? half : request->style.mark), request->x1);
}

static EntLane *
lane_of_kind (GPtrArray             *lanes,
              GHashTable            *by_kind,
              const EntLanesRequest *request,
              const EntWords        *words,
              guint32                kind)
{
  EntLane *lane = g_hash_table_lookup (by_kind, GUINT_TO_POINTER (kind + 1));

  if (lane == NULL)
    {
      const char *word =
        kind == ANY_OTHER_KIND ? "event" : ent_dataset_get_value_word (request->dataset, ENT_VALUE_KIND, kind);
      EntKindStyle style = ent_kind_style (word);
      g_autofree char *name = NULL;

      if (style != ENT_KIND_OTHER)
        name = g_strdup (ent_words_get (words, ENT_WORD_INCIDENTS + style));
      else if (g_str_equal (word, "event"))
        name = g_strdup (ent_words_get (words, ENT_WORD_EVENTS));
      else
        {
          g_autofree char *clean = ent_label_clean (word, strlen (word));
          g_autofree char *first = g_utf8_substring (clean, 0, MIN (1, g_utf8_strlen (clean, -1)));
          g_autofree char *upper = g_utf8_strup (first, -1);

          name = g_strconcat (upper, clean + strlen (first), NULL);
        }
      lane = lane_new (name, style);
      lane->head = ent_style_lane_head (&request->style);
      g_hash_table_insert (by_kind, GUINT_TO_POINTER (kind + 1), lane);
      g_ptr_array_add (lanes, lane);
    }
  return lane;
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const EntLane *left = *(const EntLane *const *) a;
  const EntLane *right = *(const EntLane *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return strcmp (left->name, right->name);
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

static void
measure_mark (EntLane               *lane,
              const EntLanesRequest *request,
              const EntPlace        *place)
{
  double half = ent_kind_half_height (place->kind, place->radius);
  double denial = ent_style_denial_gap (&request->style) + ent_style_denial_height (&request->style);

  lane->above = fmax (lane->above, half);
  lane->below = fmax (lane->below, half + (ent_dataset_is_denied (request->dataset, place->row) ? denial : 0));
}

static GPtrArray *
group_by_kind (const EntLanesRequest *request,
               const EntWords        *words,
               gboolean               join_others)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func (lane_free);
  g_autoptr (GHashTable) by_kind = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < request->n_rows; i++)
    {
      EntPlaced item = { .line = G_MAXUINT };
      EntLane *lane;
      guint32 row = request->rows[i];

      if (!ent_place_event (&item.place, request->dataset, row, request->basis, &request->scale,
                            &request->style))
        continue;
      lane = lane_of_kind (lanes, by_kind, request, words,
                           join_others && item.place.kind == ENT_KIND_OTHER
                             ? ANY_OTHER_KIND
                             : ent_dataset_get_kind (request->dataset, row));
      item.importance = importance_of (request, row);
      item.bold = is_selected (request, row);
      clip_place (&item, request);
      lane->chains = lane->chains || item.place.form == ENT_PLACE_CHAIN;
      measure_mark (lane, request, &item.place);
      lane->n_events++;
      g_array_append_val (lane->rows, row);
      g_array_append_val (lane->placed, item);
    }
  g_ptr_array_sort (lanes, compare_lanes);
  return lanes;
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

/* As high as rows must be that no name covers the sign of denial of the row above it, nor a mark. */
static double
min_line (const EntLane         *lane,
          const EntLanesRequest *request)
{
  const EntStyle *style = &request->style;
  double halo = ent_style_halo (style) / 2;

  if (lane->chains)
    return fmax (ent_style_min_chain_row (style), ent_style_chain_label_top (style) + halo + lane->below);
  return fmax (fmax (ent_style_min_point_row (style), lane->above + lane->below),
               ent_style_point_label_top (style) + halo + lane->below);
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

/* Columns count every event of the lane; above them the most important are named. */
static void
show_columns (EntLane               *lane,
              const EntLanesRequest *request,
              EntTextMeasure        *measure,
              guint                  max_lines)
{
  double line = min_line (lane, request);
  guint band_lines = (guint) ceil (ent_style_band (&request->style) / line);
  guint name_lines = max_lines > band_lines ? max_lines - band_lines : 0;
  g_autoptr (GArray) named = NULL;

  lane->column_step = ent_ticks_choose_bin (ent_time_scale_px_per_year (&request->scale),
                                            MIN_COLUMN_WIDTH * request->style.mark);
  ent_lane_count (lane, request->dataset, request->basis, &request->span, lane->columns);
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

/* More than these many labels never stand in so many rows, however short they are. */
static double
most_labels (const EntLanesRequest *request,
             guint                  max_lines)
{
  return max_lines * (request->x1 - request->x0) / (5 * request->style.label);
}

static void
pack_into (EntLane               *lane,
           const EntLanesRequest *request,
           EntTextMeasure        *measure,
           guint                  max_lines)
{
  EntPackResult result;

  if (lane->n_events > ENT_LIMIT_PACKED_LANE ||
      (lane->n_events >= MIN_EVENTS_FOR_COLUMNS &&
       most_labels (request, max_lines) < lane->n_events * (1 - MAX_UNLABELLED)))
    {
      show_columns (lane, request, measure, max_lines);
      return;
    }
  result = ent_pack (request, measure, lane->placed, max_lines, ENT_PACK_BY_TIME, TRUE);
  if (result.n_labelled < lane->n_events)
    result = ent_pack (request, measure, lane->placed, max_lines, ENT_PACK_BY_IMPORTANCE, TRUE);
  if (lane->n_events >= MIN_EVENTS_FOR_COLUMNS &&
      lane->n_events - result.n_labelled > lane->n_events * MAX_UNLABELLED)
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

static double
lane_overhead (const EntLane         *lane,
               const EntLanesRequest *request)
{
  return lane->head + ent_style_lane_gap (&request->style);
}

/* How many rows each lane gets of a height that is not enough for all: the same share of what it asks for. */
static void
share_evenly (GPtrArray             *lanes,
              const EntLanesRequest *request,
              const guint           *wanted,
              guint                 *granted)
{
  double low = 0;
  double high = 1;

  for (int i = 0; i < 24; i++)
    {
      double share = (low + high) / 2;
      double height = 0;

      for (guint j = 0; j < lanes->len; j++)
        {
          const EntLane *lane = g_ptr_array_index (lanes, j);

          height += lane_overhead (lane, request) + MAX (1, floor (wanted[j] * share)) * min_line (lane, request);
        }
      if (height <= request->height)
        low = share;
      else
        high = share;
    }
  for (guint j = 0; j < lanes->len; j++)
    granted[j] = (guint) MAX (1, floor (wanted[j] * low));
}

/* Each lane gets most of an even share; the rest of the rows go, one by one, where they name the largest part of
 * a lane for their height, and rather where most is nameless still. Each row tried is a packing, so this is for lanes that a reader could read. */
static void
share_by_need (GPtrArray             *lanes,
               const EntLanesRequest *request,
               EntTextMeasure        *measure,
               guint                 *granted)
{
  g_autofree guint *named = g_new0 (guint, lanes->len);
  g_autofree guint *next_named = g_new0 (guint, lanes->len);
  double height = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);

      granted[i] = MAX (1, granted[i] * 3 / 4);
      height += lane_overhead (lane, request) + granted[i] * min_line (lane, request);
      named[i] = ent_pack (request, measure, lane->placed, granted[i], ENT_PACK_BY_IMPORTANCE, TRUE).n_labelled;
      next_named[i] =
        ent_pack (request, measure, lane->placed, granted[i] + 1, ENT_PACK_BY_IMPORTANCE, TRUE).n_labelled;
    }
  while (TRUE)
    {
      guint best = G_MAXUINT;
      double best_gain = 0;

      for (guint i = 0; i < lanes->len; i++)
        {
          const EntLane *lane = g_ptr_array_index (lanes, i);
          double line = min_line (lane, request);
          /* What stays nameless counts a little too, for the row after next may name it. */
          guint n_nameless = lane->n_events - named[i];
          double gain = (next_named[i] - named[i] + 0.01 * n_nameless) * (0.1 * lane->n_events + n_nameless) /
                        (line * lane->n_events * lane->n_events);

          if (height + line <= request->height && named[i] < lane->n_events && gain > best_gain)
            {
              best = i;
              best_gain = gain;
            }
        }
      if (best == G_MAXUINT)
        return;
      {
        EntLane *lane = g_ptr_array_index (lanes, best);

        granted[best]++;
        height += min_line (lane, request);
        named[best] = next_named[best];
        next_named[best] =
          ent_pack (request, measure, lane->placed, granted[best] + 1, ENT_PACK_BY_IMPORTANCE, TRUE).n_labelled;
      }
    }
}

static gboolean
pack_naturally (GPtrArray             *lanes,
                const EntLanesRequest *request,
                EntTextMeasure        *measure,
                gboolean               shorten,
                guint                 *wanted)
{
  double height = 0;
  gboolean whole = TRUE;

  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);
      guint limit = (guint) fmin (200, request->height / min_line (lane, request) + 2);

      if (lane->n_events > ENT_LIMIT_PACKED_LANE || lane->n_events > most_labels (request, limit))
        {
          wanted[i] = limit;
          whole = FALSE;
          continue;
        }
      {
        EntPackResult result = ent_pack (request, measure, lane->placed, limit, ENT_PACK_BY_TIME, shorten);

        lane->n_lines = wanted[i] = result.n_lines;
        whole = whole && result.n_labelled == lane->n_events;
        height += lane_overhead (lane, request) + result.n_lines * min_line (lane, request);
      }
    }
  return whole && height <= request->height;
}

static void
pack_lanes (GPtrArray             *lanes,
            const EntLanesRequest *request,
            EntTextMeasure        *measure)
{
  g_autofree guint *wanted = g_new0 (guint, MAX (lanes->len, 1));
  g_autofree guint *granted = g_new0 (guint, MAX (lanes->len, 1));

  if (request->height <= 0)
    {
      for (guint i = 0; i < lanes->len; i++)
        pack_into (g_ptr_array_index (lanes, i), request, measure, MAX (request->max_lines, 1));
      return;
    }
  if (pack_naturally (lanes, request, measure, FALSE, wanted) ||
      pack_naturally (lanes, request, measure, TRUE, wanted))
    return;
  share_evenly (lanes, request, wanted, granted);
  if (request->n_rows <= MAX_SHARED_BY_NEED)
    share_by_need (lanes, request, measure, granted);
  for (guint i = 0; i < lanes->len; i++)
    pack_into (g_ptr_array_index (lanes, i), request, measure, granted[i]);
}

/* Rows are spread to fill the page, but not so far that they fall apart; lanes are set apart by what is left, but
 * no further than they still belong together. */
static double
stack_lanes (GPtrArray             *lanes,
             const EntLanesRequest *request)
{
  double fixed = 0;
  double rows = 0;
  double stretch = 1;
  double spare = 0;
  double y = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntLane *lane = g_ptr_array_index (lanes, i);

      fixed += lane_overhead (lane, request) + lane->band;
      rows += lane->n_lines * min_line (lane, request);
    }
  if (request->height > fixed && rows > 0)
    {
      stretch = CLAMP ((request->height - fixed) / rows, 1, request->style.max_stretch);
      spare = CLAMP ((request->height - fixed - rows * stretch) / lanes->len, 0, MAX_SPARE * request->style.label);
    }
  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);

      lane->line_height = min_line (lane, request) * stretch;
      lane->y = y;
      lane->height = lane_overhead (lane, request) + lane->n_lines * lane->line_height + lane->band + spare;
      y += lane->height;
    }
  return y;
}

static gboolean
lanes_fit (GPtrArray             *lanes,
           const EntLanesRequest *request)
{
  double height = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntLane *lane = g_ptr_array_index (lanes, i);

      height += lane_overhead (lane, request) + min_line (lane, request);
    }
  return request->height <= 0 || height <= request->height;
}

/* Where not even a row of each lane fits, kinds without a sign of their own share a lane, and then names go. */
static GPtrArray *
group_to_fit (const EntLanesRequest *request,
              const EntWords        *words)
{
  GPtrArray *lanes = group_by_kind (request, words, FALSE);

  if (!lanes_fit (lanes, request))
    {
      g_ptr_array_unref (lanes);
      lanes = group_by_kind (request, words, TRUE);
    }
  if (!lanes_fit (lanes, request))
    for (guint i = 0; i < lanes->len; i++)
      ((EntLane *) g_ptr_array_index (lanes, i))->head = 0;
  return lanes;
}

/**
 * ent_lanes_new:
 * @request: all that the result depends on
 * @measure: measures labels
 * @words: names the lanes
 *
 * Groups events by kind and packs each lane into rows.
 *
 * With a height, each lane takes the rows it needs while all fit; else each gets the same share of what it
 * asks for, and the most important events choose first. Nothing is lost: what finds no room for a
 * label keeps its mark, what finds none for its mark is folded, and a lane in which more than a third
 * would be nameless shows columns that count all of it.
 *
 * Returns: (transfer full): the lanes
 */
EntLanes *
ent_lanes_new (const EntLanesRequest *request,
               EntTextMeasure        *measure,
               const EntWords        *words)
{
  EntLanes *self = g_new0 (EntLanes, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lanes = group_to_fit (request, words);
  pack_lanes (self->lanes, request, measure);
  self->height = stack_lanes (self->lanes, request);
  for (guint i = 0; i < self->lanes->len; i++)
    self->n_events += ((EntLane *) g_ptr_array_index (self->lanes, i))->n_events;
  return self;
}

EntLanes *
ent_lanes_ref (EntLanes *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_lanes_unref (EntLanes *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/** ent_lanes_get_size: (skip): how many lanes */
guint
ent_lanes_get_size (const EntLanes *self)
{
  return self->lanes->len;
}

/** ent_lanes_get: (skip): a lane, from the top */
const EntLane *
ent_lanes_get (const EntLanes *self,
               guint           index)
{
  return g_ptr_array_index (self->lanes, index);
}

/** ent_lanes_get_height: (skip): of all lanes together, CSS pixels */
double
ent_lanes_get_height (const EntLanes *self)
{
  return self->height;
}

/** ent_lanes_get_events: (skip): events in view */
guint
ent_lanes_get_events (const EntLanes *self)
{
  return self->n_events;
}
