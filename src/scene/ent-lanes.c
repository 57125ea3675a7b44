/* ent-lanes.c: events in lanes, lanes in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lanes.h"

#include <math.h>

#include "ent-lane-private.h"

/* Room below the rows of a lane on a page that has more than it needs, in em of a label. */
#define MAX_SPARE 2.5

/* What the rows of a lane take at least on a page where lanes are many, in em of a label. */
#define LEAST_LANE 3.0

struct _EntLanes
{
  gatomicrefcount ref_count;
  GPtrArray      *lanes; /* (owned) of EntLane */
  double          height;
  guint           n_events;
  guint           n_repeated;
};

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

/* Selected, then linked to the selected, then what was searched, then severity, then how many events answer it. */
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
  if (request->hits != NULL && ent_row_set_contains (request->hits, row))
    importance += 10000;
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

/* Where the events of a lane lie, before anything is said about rows. */
static void
place_events (EntLane               *lane,
              const EntLanesRequest *request)
{
  guint n_placed = 0;

  for (guint i = 0; i < lane->rows->len; i++)
    {
      EntPlaced item = { .line = G_MAXUINT };
      guint32 row = g_array_index (lane->rows, guint32, i);

      if (!ent_place_event (&item.place, request->dataset, row, request->basis, &request->scale, &request->style))
        continue;
      item.importance = importance_of (request, row);
      item.bold = is_selected (request, row);
      clip_place (&item, request);
      lane->chains = lane->chains || item.place.form == ENT_PLACE_CHAIN;
      lane->kinds |= 1u << item.place.kind;
      measure_mark (lane, request, &item.place);
      g_array_index (lane->rows, guint32, n_placed++) = row;
      g_array_append_val (lane->placed, item);
    }
  g_array_set_size (lane->rows, n_placed);
  lane->n_events = n_placed;
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
  guint n_open = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntLane *lane = g_ptr_array_index (lanes, i);

      fixed += ent_lane_overhead (lane, request) + lane->band;
      rows += lane->n_lines * ent_lane_min_line (lane, request);
      n_open += !lane->collapsed;
    }
  if (request->height > fixed && rows > 0)
    {
      stretch = CLAMP ((request->height - fixed) / rows, 1, request->style.max_stretch);
      spare = CLAMP ((request->height - fixed - rows * stretch) / n_open, 0, MAX_SPARE * request->style.label);
    }
  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);

      lane->line_height = ent_lane_min_line (lane, request) * stretch;
      lane->y = y;
      lane->height = ent_lane_overhead (lane, request) + lane->n_lines * lane->line_height + lane->band +
                     (lane->collapsed ? 0 : spare);
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

      height += ent_lane_overhead (lane, request) + (lane->collapsed ? 0 : ent_lane_min_line (lane, request));
    }
  return request->height <= 0 || request->scrolls || height <= request->height;
}

static GPtrArray *
group_and_place (const EntLanesRequest *request,
                 const EntWords        *words,
                 guint                  most,
                 gboolean               join_others,
                 guint                 *n_repeated)
{
  GPtrArray *lanes = ent_lanes_group (request, words, most, join_others, n_repeated);

  for (guint i = 0; i < lanes->len; i++)
    place_events (g_ptr_array_index (lanes, i), request);
  return lanes;
}

/* As many lanes as there is room for, if each has a row or two. */
static guint
find_most (const EntLanesRequest *request)
{
  const EntStyle *style = &request->style;
  double each = ent_style_lane_head (style) + ent_style_lane_gap (style) + LEAST_LANE * style->label;

  if (request->height <= 0 || request->scrolls || ent_lanes_are_kinds (request))
    return ENT_MAX_LANES;
  return (guint) CLAMP (request->height / each - 1, 2, ENT_MAX_LANES);
}

/* Where not even a row of each lane fits, kinds without a sign of their own share a lane, and then names go. */
static GPtrArray *
group_to_fit (const EntLanesRequest *request,
              const EntWords        *words,
              guint                 *n_repeated)
{
  GPtrArray *lanes = group_and_place (request, words, find_most (request), FALSE, n_repeated);

  if (!lanes_fit (lanes, request) && ent_lanes_are_kinds (request))
    {
      g_ptr_array_unref (lanes);
      lanes = group_and_place (request, words, ENT_MAX_LANES, TRUE, n_repeated);
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
 * Groups events into lanes and packs each into rows. An event with several values stands in the lane of each, and what
 * is part of a value in the lane of the whole; events without a value have the last lane. Beyond 40 lanes those of
 * fewest events share one.
 *
 * With a height, each lane takes the rows it needs while all fit; else they share it, and the most important events
 * choose first. Nothing is lost: what finds no room for a
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
  self->lanes = group_to_fit (request, words, &self->n_repeated);
  ent_lanes_share (self->lanes, request, measure);
  self->height = stack_lanes (self->lanes, request);
  self->n_events = request->n_rows;
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

/** ent_lanes_get_events: (skip): events in view, each once */
guint
ent_lanes_get_events (const EntLanes *self)
{
  return self->n_events;
}

/** ent_lanes_get_repeated: (skip): how many of them stand in more than one lane */
guint
ent_lanes_get_repeated (const EntLanes *self)
{
  return self->n_repeated;
}
