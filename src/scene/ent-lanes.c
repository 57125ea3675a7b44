/* ent-lanes.c: events in lanes, lanes in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lanes.h"

#include <math.h>
#include <string.h>

#include "ent-label.h"
#include "ent-lane-private.h"

/* Stands for all kinds that share the fourth sign. */
#define ANY_OTHER_KIND (G_MAXUINT32 - 1)

/* Room below the rows of a lane on a page that has more than it needs, in em of a label. */
#define MAX_SPARE 2.5

struct _EntLanes
{
  gatomicrefcount ref_count;
  GPtrArray      *lanes; /* (owned) of EntLane */
  double          height;
  guint           n_events;
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
      lane = ent_lane_new (name, style);
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
  GPtrArray *lanes = g_ptr_array_new_with_free_func (ent_lane_free);
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

      fixed += ent_lane_overhead (lane, request) + lane->band;
      rows += lane->n_lines * ent_lane_min_line (lane, request);
    }
  if (request->height > fixed && rows > 0)
    {
      stretch = CLAMP ((request->height - fixed) / rows, 1, request->style.max_stretch);
      spare = CLAMP ((request->height - fixed - rows * stretch) / lanes->len, 0, MAX_SPARE * request->style.label);
    }
  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);

      lane->line_height = ent_lane_min_line (lane, request) * stretch;
      lane->y = y;
      lane->height = ent_lane_overhead (lane, request) + lane->n_lines * lane->line_height + lane->band + spare;
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

      height += ent_lane_overhead (lane, request) + ent_lane_min_line (lane, request);
    }
  return request->height <= 0 || request->scrolls || height <= request->height;
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
  self->lanes = group_to_fit (request, words);
  ent_lanes_share (self->lanes, request, measure);
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
