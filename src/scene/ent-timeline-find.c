/* ent-timeline-find.c: where events stand in a timeline, and which stand next to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include "ent-as-of.h"

#include <math.h>

/* Where an event comes in the order of events. */
typedef struct
{
  EntSpan time;
  guint32 row;
} Key;

static gboolean
get_key (const EntTimeline *self,
         guint32            row,
         Key               *key)
{
  const EntDate *date = row < ent_dataset_get_n_events (self->request.dataset)
                          ? ent_dataset_peek_date (self->request.dataset, row, self->request.basis)
                          : NULL;

  if (date == NULL)
    return FALSE;
  ent_date_get_order_key (date, &key->time);
  key->row = row;
  return TRUE;
}

static gboolean
is_before (const Key *a,
           const Key *b)
{
  if (a->time.start != b->time.start)
    return a->time.start < b->time.start;
  if (a->time.end != b->time.end)
    return a->time.end < b->time.end;
  return a->row < b->row;
}

/* How many of `n_items`, each with its row at `rows` + i × `size`, come before a key. */
static guint
count_before (const EntTimeline *self,
              const char        *rows,
              guint              n_items,
              gsize              size,
              const Key         *key)
{
  guint low = 0;

  for (guint high = n_items; low < high;)
    {
      guint middle = low + (high - low) / 2;
      Key other = { 0 };

      get_key (self, *(const guint32 *) (rows + middle * size), &other);
      if (is_before (&other, key))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where a row is among rows in the order of events, or G_MAXUINT. */
static guint
find_row (const EntTimeline *self,
          const GArray      *rows,
          const Key         *key)
{
  guint at = count_before (self, rows->data, rows->len, sizeof (guint32), key);

  return at < rows->len && g_array_index (rows, guint32, at) == key->row ? at : G_MAXUINT;
}

static gboolean
is_in_lane (const EntTimeline *self,
            const Key         *key,
            guint              lane)
{
  return lane < ent_lanes_get_size (self->lanes) &&
         find_row (self, ent_lanes_get (self->lanes, lane)->rows, key) != G_MAXUINT;
}

/* Of the lanes an event stands in, that nearest to @near, the upper of two as near. */
static gboolean
find_lane (const EntTimeline *self,
           const Key         *key,
           guint              near,
           guint             *lane)
{
  guint n_lanes = ent_lanes_get_size (self->lanes);

  near = near < n_lanes ? near : 0;
  for (guint i = 0; i < n_lanes; i++)
    for (int below = 0; below < 2; below++)
      {
        *lane = below ? near + i : near - i; /* wraps where there is no such lane */
        if (is_in_lane (self, key, *lane))
          return TRUE;
      }
  return FALSE;
}

static const EntPlaced *
find_placed (const EntTimeline *self,
             guint              lane,
             const Key         *key)
{
  const GArray *all = ent_lanes_get (self->lanes, lane)->placed;
  guint at =
    count_before (self, all->data + G_STRUCT_OFFSET (EntPlaced, place.row), all->len, sizeof (EntPlaced), key);
  const EntPlaced *placed = at < all->len ? &g_array_index (all, EntPlaced, at) : NULL;

  return placed != NULL && placed->place.row == key->row ? placed : NULL;
}

/**
 * ent_timeline_find: (skip):
 * @self: a timeline
 * @row: an event
 * @preferred: the lane to find it in, if it is there; else that of its lanes which is nearest. %ENT_LANE_ANY for the
 *   first
 * @lane: (out): the number of the lane
 * @placed: (out) (transfer none) (nullable): how it is placed there; %NULL if it is only counted in a column
 *
 * Returns: %FALSE if it is not in the timeline
 */
gboolean
ent_timeline_find (const EntTimeline *self,
                   guint32            row,
                   guint              preferred,
                   guint             *lane,
                   const EntPlaced  **placed)
{
  Key key;

  if (!get_key (self, row, &key) || !find_lane (self, &key, preferred, lane))
    return FALSE;
  *placed = find_placed (self, *lane, &key);
  return TRUE;
}

/**
 * ent_timeline_find_next: (skip):
 * @self: a timeline
 * @row: an event
 * @lane: (inout): %ENT_LANE_ANY to begin with; then the next of its lanes, from the top
 * @placed: (out) (transfer none) (nullable): as for ent_timeline_find()
 *
 * Returns: %FALSE when it stands in no further lane
 */
gboolean
ent_timeline_find_next (const EntTimeline *self,
                        guint32            row,
                        guint             *lane,
                        const EntPlaced  **placed)
{
  Key key;

  if (!get_key (self, row, &key))
    return FALSE;
  for (*lane = *lane == ENT_LANE_ANY ? 0 : *lane + 1; *lane < ent_lanes_get_size (self->lanes); (*lane)++)
    if (is_in_lane (self, &key, *lane))
      {
        *placed = find_placed (self, *lane, &key);
        return TRUE;
      }
  return FALSE;
}

static void
list_group (const EntTimeline *self,
            const EntLane     *lane,
            const EntSpan     *span,
            guint              group,
            GArray            *rows)
{
  for (guint i = 0; i < lane->placed->len; i++)
    {
      const EntPlaced *item = &g_array_index (lane->placed, EntPlaced, i);

      if (item->standing == ENT_STANDING_FOLDED && item->fold == group &&
          ent_dataset_may_overlap (self->request.dataset, item->place.row, self->request.basis, span))
        g_array_append_val (rows, item->place.row);
    }
}

/* Where the fold of an event stands, or the event itself if it is alone in it. */
static double
locate_fold (const EntTimeline *self,
             const EntLane     *lane,
             const EntPlaced   *placed,
             const EntPlace    *place,
             const EntDrawing  *drawing,
             const EntSpan     *span)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  list_group (self, lane, span, placed->fold, rows);
  if (rows->len == 1 && ent_timeline_stands_alone (place, drawing->x0, drawing->x1))
    return place->x;
  return ent_timeline_fold_x (self, &g_array_index (lane->folds, EntFold, placed->fold), &drawing->scale, drawing->x0,
                              drawing->x1);
}

static void
locate_label (const EntTimeline *self,
              const EntPlaced   *item,
              EntTimelineSpot   *spot)
{
  double size = self->request.style.label;
  double baseline = item->side == ENT_LABEL_ABOVE ? spot->y - 0.86 * size : spot->y + 0.34 * size;

  spot->has_label = TRUE;
  spot->label_x = item->label_x;
  spot->label_width = item->label_width;
  spot->label_y = baseline - 0.8 * size;
  spot->label_height = 1.05 * size;
}

/**
 * ent_timeline_locate:
 * @self: a timeline
 * @span: what is in view, from the timeline's left edge to its right
 * @row: an event
 * @lane: the lane it is meant in, for it may stand in several: there, if it does, else in that of its lanes which is
 *   nearest; %ENT_LANE_ANY for the first
 * @spot: (out caller-allocates): where it stands
 *
 * Returns: %FALSE if it is not in the timeline
 */
gboolean
ent_timeline_locate (const EntTimeline *self,
                     const EntSpan     *span,
                     guint32            row,
                     guint              in_lane,
                     EntTimelineSpot   *spot)
{
  EntTimelineLook look;
  EntDrawing drawing = { .x0 = self->request.x, .x1 = self->request.x + self->request.width };
  EntTimelinePainter painter = { .timeline = self, .drawing = &drawing, .look = &look };
  EntPlaced own = { .line = G_MAXUINT };
  const EntPlaced *placed;
  const EntLane *lane;
  EntSeenPlace seen;

  *spot = (EntTimelineSpot){ 0 };
  if (!ent_timeline_find (self, row, in_lane, &spot->lane, &placed))
    return FALSE;
  lane = ent_lanes_get (self->lanes, spot->lane);
  ent_timeline_look_init (&look, span);
  drawing.scale = ent_time_scale_fit (span, drawing.x0, drawing.x1);
  drawing.view0 = drawing.x0;
  drawing.view1 = drawing.x1;
  drawing.style = self->request.style;
  own.place.row = row;
  if (placed == NULL && !ent_place_event (&own.place, self->request.dataset, row, self->request.basis, &drawing.scale,
                                          &drawing.style))
    return FALSE;
  ent_timeline_see (&painter, placed != NULL ? placed : &own, &seen);

  spot->left = seen.item.place.left;
  spot->right = seen.item.place.right;
  spot->x = isinf (seen.item.place.x) ? fmax (spot->left, drawing.x0) : seen.item.place.x;
  spot->fold_x = spot->x;
  spot->in_column = placed == NULL;
  spot->folded = placed != NULL && placed->standing == ENT_STANDING_FOLDED;
  spot->line = spot->in_column ? lane->n_lines : spot->folded ? lane->n_lines - 1 : placed->line;
  spot->y = spot->in_column ? ent_timeline_column_y (self, lane) : ent_timeline_row_y (self, lane, spot->line);
  if (spot->folded)
    spot->fold_x = locate_fold (self, lane, placed, &seen.item.place, &drawing, span);
  if (seen.item.label != NULL)
    locate_label (self, &seen.item, spot);
  return TRUE;
}

static guint64
distance (gint64 a,
          gint64 b)
{
  return a > b ? (guint64) a - (guint64) b : (guint64) b - (guint64) a;
}

/* The event of a lane that begins nearest to another, which may stand there as well; of two as near the earlier. */
static guint32
find_nearest (const EntTimeline *self,
              const EntLane     *lane,
              const Key         *key)
{
  guint at = count_before (self, lane->rows->data, lane->rows->len, sizeof (guint32), key);
  Key before = { 0 };
  Key after = { 0 };
  gboolean has_before = at > 0 && get_key (self, g_array_index (lane->rows, guint32, at - 1), &before);
  gboolean has_after;

  at += at < lane->rows->len && g_array_index (lane->rows, guint32, at) == key->row;
  has_after = at < lane->rows->len && get_key (self, g_array_index (lane->rows, guint32, at), &after);
  if (!has_before || !has_after)
    return has_before ? before.row : has_after ? after.row : ENT_ROW_NONE;
  return distance (before.time.start, key->time.start) <= distance (after.time.start, key->time.start) ? before.row
                                                                                                       : after.row;
}

/* Where a step leads, and near which lane. */
static guint32
find_step (const EntTimeline *self,
           guint32            row,
           guint             *lane,
           int                dx,
           int                dy)
{
  const GArray *rows = self->rows;
  guint32 next = ENT_ROW_NONE;
  guint at;
  Key key;

  if (row == ENT_ROW_NONE && rows->len > 0 && (dx != 0 || dy != 0))
    return g_array_index (rows, guint32, dx > 0 || (dx == 0 && dy > 0) ? 0 : rows->len - 1);
  if (!get_key (self, row, &key))
    return ENT_ROW_NONE;
  if (dx != 0)
    {
      at = find_row (self, rows, &key);
      if (at == G_MAXUINT || (dx < 0 && at == 0) || (dx > 0 && at + 1 >= rows->len))
        return ENT_ROW_NONE;
      return g_array_index (rows, guint32, dx > 0 ? at + 1 : at - 1);
    }
  if (dy == 0 || !find_lane (self, &key, *lane, lane))
    return ENT_ROW_NONE;
  while (next == ENT_ROW_NONE && (dy > 0 ? ++*lane < ent_lanes_get_size (self->lanes) : (*lane)-- > 0))
    if (!ent_lanes_get (self->lanes, *lane)->collapsed)
      next = find_nearest (self, ent_lanes_get (self->lanes, *lane), &key);
  return next;
}

/**
 * ent_timeline_step:
 * @self: a timeline
 * @row: an event of it, or %ENT_ROW_NONE
 * @lane: (inout) (optional): the lane one is in, or %ENT_LANE_ANY; then that of the event stepped to
 * @dx: 1 for the next event in the dataset's order, whatever its lane; −1 for the one before; else 0
 * @dy: when @dx is 0, 1 for the event nearest in time in the lane below, −1 for that in the lane above
 *
 * From %ENT_ROW_NONE a step forth leads to the first event and one back to the last. Forth and back every event is met
 * once, in the lane one is in or that nearest to it; up and down one meets another event, in the next lane that has
 * one and is not collapsed.
 *
 * Returns: the event stepped to; %ENT_ROW_NONE where there is none
 */
guint32
ent_timeline_step (const EntTimeline *self,
                   guint32            row,
                   guint             *lane,
                   int                dx,
                   int                dy)
{
  guint here = lane != NULL ? *lane : ENT_LANE_ANY;
  guint32 next = find_step (self, row, &here, dx, dy);
  Key key;

  if (lane != NULL && next != ENT_ROW_NONE && get_key (self, next, &key) && find_lane (self, &key, here, &here))
    *lane = here;
  return next;
}

static void
list_column (const EntTimeline *self,
             const EntLane     *lane,
             guint              index,
             const EntSpan     *span,
             guint              group,
             GArray            *rows)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));
  g_autoptr (EntTimeCounts) own = NULL;
  const EntTimeCounts *counts = self->indexes != NULL ? self->indexes[index].counts : NULL;
  const EntColumn *column;

  if (counts == NULL)
    counts = own = ent_time_counts_new (self->request.dataset, self->request.basis,
                                        (const guint32 *) lane->rows->data, lane->rows->len);
  ent_time_counts_by_step (counts, &lane->column_step, span, columns);
  if (group >= columns->len)
    return;
  column = &g_array_index (columns, EntColumn, group);
  for (guint i = 0; i < lane->rows->len; i++)
    {
      guint32 row = g_array_index (lane->rows, guint32, i);
      gint64 time = ent_time_counts_key (self->request.dataset, self->request.basis, row);

      time = CLAMP (time, span->start, MAX (span->start, span->end - 1));
      if (time >= column->from && time < column->to &&
          ent_dataset_may_overlap (self->request.dataset, row, self->request.basis, span))
        g_array_append_val (rows, row);
    }
}

/* From the first that is known of events to the last. */
static void
cover (const EntTimeline *self,
       const GArray      *rows,
       EntSpan           *covered)
{
  *covered = (EntSpan){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < rows->len; i++)
    {
      const EntDate *date =
        ent_dataset_peek_date (self->request.dataset, g_array_index (rows, guint32, i), self->request.basis);
      const EntBound *bounds[4] = { &date->earliest_start, &date->latest_start, &date->earliest_end,
                                    &date->latest_end };

      for (gsize j = 0; j < G_N_ELEMENTS (bounds); j++)
        if (bounds[j]->kind == ENT_BOUND_KNOWN)
          {
            covered->start = MIN (covered->start, bounds[j]->time);
            covered->end = MAX (covered->end, ent_dataset_cut (self->request.dataset, bounds[j]->time));
          }
    }
}

/**
 * ent_timeline_list_fold:
 * @self: a timeline
 * @span: of a fold, the span of the look that was drawn into the scene of @item; of a column, the look's view
 * @item: a fold or column that ent_scene_hit() found in a scene of this timeline
 * @covered: (out) (optional): from the first that is known of its events to the last; empty if nothing is
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the rows it stands for, in the dataset's order, as many
 *   as it counts; %NULL if @item is neither
 */
GArray *
ent_timeline_list_fold (const EntTimeline *self,
                        const EntSpan     *span,
                        const EntItem     *item,
                        EntSpan           *covered)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntSpan ignored;
  const EntLane *lane;

  if ((item->role != ENT_ROLE_FOLD && item->role != ENT_ROLE_DENSITY) || item->lane >= ent_lanes_get_size (self->lanes))
    return NULL;
  lane = ent_lanes_get (self->lanes, item->lane);
  if (item->role == ENT_ROLE_DENSITY)
    list_column (self, lane, item->lane, span, item->group, rows);
  else
    list_group (self, lane, span, item->group, rows);
  cover (self, rows, covered != NULL ? covered : &ignored);
  return g_steal_pointer (&rows);
}
