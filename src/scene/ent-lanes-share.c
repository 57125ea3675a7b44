/* ent-lanes-share.c: how many rows each lane gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lane-private.h"

#include <math.h>
#include <string.h>

#include "ent-limits.h"
#include "ent-packing.h"

/* With more events rows are shared out evenly, which needs no trying. */
#define MAX_SHARED_BY_NEED 300

/* Rows that a lane of a window has, if it has events for them. */
#define LEAST_LINES 3

/* Of a mark that stands in a row, beside its name. */
#define STANDS 2

static double
height_of (GPtrArray             *lanes,
           const EntLanesRequest *request,
           const guint           *granted)
{
  double height = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntLane *lane = g_ptr_array_index (lanes, i);

      height += ent_lane_overhead (lane, request) + granted[i] * ent_lane_min_line (lane, request);
    }
  return height;
}

/* How many rows each lane gets of a height that is not enough for all: the same share of what it asks for, but at
 * least what it has been granted. */
static void
share_evenly (GPtrArray             *lanes,
              const EntLanesRequest *request,
              const guint           *wanted,
              guint                  most,
              guint                 *granted)
{
  g_autofree guint *tried = g_new0 (guint, lanes->len + 1);
  g_autofree guint *least = g_memdup2 (granted, (lanes->len + 1) * sizeof (guint));
  double low = 0;
  double high = 1;

  /* All of it, if there is room for that. */
  for (int i = 0; i < 24; i++)
    {
      double share = i == 0 ? 1 : (low + high) / 2;

      for (guint j = 0; j < lanes->len; j++)
        tried[j] = MAX (least[j], MIN ((guint) floor (wanted[j] * share), most));
      if (height_of (lanes, request, tried) > request->height)
        {
          high = share;
          continue;
        }
      memcpy (granted, tried, lanes->len * sizeof (guint));
      low = share;
      if (i == 0)
        return;
    }
}

/* What a reader has of a lane with some rows: a name is something, a mark that stands in a row at all is more. */
static guint
worth (const EntLane         *lane,
       const EntLanesRequest *request,
       EntTextMeasure        *measure,
       guint                  rows)
{
  EntPackResult result = ent_pack (request, measure, lane->placed, rows, ENT_PACK_BY_IMPORTANCE, TRUE);

  return result.n_labelled + STANDS * (lane->n_events - result.n_left_over);
}

/* The rows that are left go, one by one, where they are worth most of a lane for their height, and rather where most is
 * missing still. Each row tried is a packing, so this is for lanes that a reader could read. */
static void
share_by_need (GPtrArray             *lanes,
               const EntLanesRequest *request,
               EntTextMeasure        *measure,
               guint                  most,
               guint                 *granted)
{
  g_autofree guint *has = g_new0 (guint, lanes->len);
  g_autofree guint *next = g_new0 (guint, lanes->len);
  double height = height_of (lanes, request, granted);

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntLane *lane = g_ptr_array_index (lanes, i);

      has[i] = worth (lane, request, measure, granted[i]);
      next[i] = worth (lane, request, measure, granted[i] + 1);
    }
  while (TRUE)
    {
      guint best = G_MAXUINT;
      double best_gain = 0;

      for (guint i = 0; i < lanes->len; i++)
        {
          const EntLane *lane = g_ptr_array_index (lanes, i);
          double line = ent_lane_min_line (lane, request);
          double all = (double) (1 + STANDS) * lane->n_events;
          double missing = all - has[i];
          /* What is missing counts a little too, for the row after next may bring it. High rows are not charged in full:
           * chains would get none beside marks. */
          double gain = ((double) next[i] - has[i] + 0.01 * missing) * (0.1 * all + missing) / (sqrt (line) * all * all);

          if (height + line <= request->height && granted[i] < most && missing > 0 && gain > best_gain)
            {
              best = i;
              best_gain = gain;
            }
        }
      if (best == G_MAXUINT)
        return;
      granted[best]++;
      height += ent_lane_min_line (g_ptr_array_index (lanes, best), request);
      has[best] = next[best];
      next[best] = worth (g_ptr_array_index (lanes, best), request, measure, granted[best] + 1);
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
      guint limit = (guint) fmin (200, request->height / ent_lane_min_line (lane, request) + 2);

      if (lane->n_events > ENT_LIMIT_PACKED_LANE || lane->n_events > ent_lane_most_labels (request, limit))
        {
          wanted[i] = limit;
          whole = FALSE;
          continue;
        }
      {
        EntPackResult result = ent_pack (request, measure, lane->placed, limit, ENT_PACK_BY_TIME, shorten);

        lane->n_lines = wanted[i] = result.n_lines;
        whole = whole && result.n_labelled == lane->n_events;
        height += ent_lane_overhead (lane, request) + result.n_lines * ent_lane_min_line (lane, request);
      }
    }
  return whole && height <= request->height;
}

/* On a page every lane has a row, and most of an even share of them. */
static void
share_page (GPtrArray             *lanes,
            const EntLanesRequest *request,
            EntTextMeasure        *measure,
            const guint           *wanted,
            guint                 *granted)
{
  for (guint i = 0; i < lanes->len; i++)
    granted[i] = 1;
  share_evenly (lanes, request, wanted, G_MAXUINT, granted);
  if (request->n_rows > MAX_SHARED_BY_NEED)
    return;
  for (guint i = 0; i < lanes->len; i++)
    granted[i] = MAX (1, granted[i] * 3 / 4);
  share_by_need (lanes, request, measure, G_MAXUINT, granted);
}

/* In a window every lane has a few rows, if it must be scrolled for that; none has many while others want for some. */
static void
share_window (GPtrArray             *lanes,
              const EntLanesRequest *request,
              EntTextMeasure        *measure,
              const guint           *wanted,
              guint                 *granted)
{
  for (guint i = 0; i < lanes->len; i++)
    granted[i] = CLAMP (wanted[i], 1, LEAST_LINES);
  if (request->n_rows <= MAX_SHARED_BY_NEED)
    {
      share_by_need (lanes, request, measure, request->max_lines, granted);
      share_by_need (lanes, request, measure, G_MAXUINT, granted);
      return;
    }
  share_evenly (lanes, request, wanted, request->max_lines, granted);
  share_evenly (lanes, request, wanted, G_MAXUINT, granted);
}

static void
share_and_pack (GPtrArray             *lanes,
                const EntLanesRequest *request,
                EntTextMeasure        *measure)
{
  g_autofree guint *wanted = g_new0 (guint, lanes->len + 1);
  g_autofree guint *granted = g_new0 (guint, lanes->len + 1);

  if (request->height <= 0)
    {
      for (guint i = 0; i < lanes->len; i++)
        ent_lane_pack (g_ptr_array_index (lanes, i), request, measure, MAX (request->max_lines, 1));
      return;
    }
  if (pack_naturally (lanes, request, measure, FALSE, wanted))
    return;
  /* Names that give up words rarely save a row each lane; in a window with very many that is not worth the time. */
  if ((!request->scrolls || request->n_rows <= MAX_SHARED_BY_NEED) &&
      pack_naturally (lanes, request, measure, TRUE, wanted))
    return;
  if (request->scrolls)
    share_window (lanes, request, measure, wanted, granted);
  else
    share_page (lanes, request, measure, wanted, granted);
  for (guint i = 0; i < lanes->len; i++)
    ent_lane_pack (g_ptr_array_index (lanes, i), request, measure, granted[i]);
}

/**
 * ent_lanes_share: (skip):
 * @lanes: (element-type EntLane): lanes with their events
 * @request: the room there is, and the sizes
 * @measure: measures labels
 *
 * Shares the rows out over the lanes, and packs each. What a collapsed lane does not need the others have.
 */
void
ent_lanes_share (GPtrArray             *lanes,
                 const EntLanesRequest *request,
                 EntTextMeasure        *measure)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  EntLanesRequest rest = *request;

  /* Here rows are only counted, as often as they stand in a lane. */
  rest.rows = NULL;
  rest.n_rows = 0;
  for (guint i = 0; i < lanes->len; i++)
    {
      EntLane *lane = g_ptr_array_index (lanes, i);

      if (!lane->collapsed)
        {
          g_ptr_array_add (open, lane);
          rest.n_rows += lane->n_events;
          continue;
        }
      ent_lane_collapse (lane, request);
      if (request->height > 0)
        rest.height = fmax (rest.height - ent_lane_overhead (lane, request) - lane->band, 1);
    }
  share_and_pack (open, &rest, measure);
}
