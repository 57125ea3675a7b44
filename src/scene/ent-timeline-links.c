/* ent-timeline-links.c: the arcs of what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <math.h>

#include "ent-links.h"

/* Of more selected events only those that are drawn show their links: no one follows so many. */
#define MAX_SOUGHT 1000

/* So many other arcs can still be told apart. */
#define MAX_AROUND 150

/* Of more events than this the links are a web that tells nothing, whichever are left out. */
#define MAX_ASKED 5000

/* Where an arc ends in a lane: at the event's mark, or at the fold or column that has it. In a figure only what has a
 * mark of its own has arcs. */
static gboolean
find_end (const EntTimelinePainter *painter,
          guint32                   row,
          guint                     index,
          const EntPlaced          *placed,
          EntLinkEnd               *end)
{
  const EntTimeline *self = painter->timeline;
  const EntDrawing *drawing = painter->drawing;
  const EntLane *lane = ent_lanes_get (self->lanes, index);

  if (!self->request.steady)
    {
      if (placed == NULL || placed->line == G_MAXUINT)
        return FALSE;
      *end = (EntLinkEnd){ placed->place, ent_timeline_row_y (self, lane, placed->line) };
      if (isinf (end->place.x))
        end->place.x = placed->left;
      return TRUE;
    }
  if (!ent_place_event (&end->place, self->request.dataset, row, self->request.basis, &drawing->scale,
                        &drawing->style))
    return FALSE;
  if (isinf (end->place.x))
    end->place.x = fmax (end->place.left, drawing->x0);
  if (placed == NULL)
    {
      end->y = ent_timeline_column_y (self, lane);
      if (!ent_timeline_is_selected (painter, row))
        end->place.form = ENT_PLACE_POINT;
    }
  else if (placed->standing == ENT_STANDING_FOLDED)
    {
      end->y = ent_timeline_row_y (self, lane, lane->n_lines - 1);
      /* What speaks has its mark beside the fold. */
      if (ent_timeline_speaks (painter, row))
        return TRUE;
      end->place.x = ent_time_scale_to_x (&drawing->scale, g_array_index (lane->folds, EntFold, placed->fold).time);
      end->place.form = ENT_PLACE_POINT;
      end->place.radius = 10 * drawing->style.mark;
    }
  else
    end->y = ent_timeline_row_y (self, lane, placed->line);
  return TRUE;
}

/* The ends that are nearest to each other, of events that may stand in several lanes. */
static gboolean
find_ends (const EntTimelinePainter *painter,
           guint32                   earlier,
           guint32                   later,
           EntLinkEnd               *from,
           EntLinkEnd               *to)
{
  const EntTimeline *self = painter->timeline;
  const EntPlaced *placed;
  const EntPlaced *other;
  double nearest = HUGE_VAL;

  if (earlier == ENT_ROW_NONE || later == ENT_ROW_NONE)
    return FALSE;
  for (guint i = ENT_LANE_ANY; nearest > 0 && ent_timeline_find_next (self, earlier, &i, &placed);)
    {
      EntLinkEnd start;
      EntLinkEnd end;

      if (!find_end (painter, earlier, i, placed, &start))
        continue;
      for (guint j = ENT_LANE_ANY; ent_timeline_find_next (self, later, &j, &other);)
        if (find_end (painter, later, j, other, &end) && fabs (end.y - start.y) < nearest)
          {
            nearest = fabs (end.y - start.y);
            *from = start;
            *to = end;
          }
    }
  return nearest < HUGE_VAL;
}

static void
draw_link (EntTimelinePainter *painter,
           guint32             earlier,
           guint32             later,
           EntLinkType         type,
           EntLinkRank         rank)
{
  const EntDrawing *drawing = painter->drawing;
  EntLinkEnd from;
  EntLinkEnd to;

  if (find_ends (painter, earlier, later, &from, &to) &&
      fmax (from.place.right, to.place.x) >= drawing->x0 && fmin (from.place.x, to.place.x) <= drawing->x1)
    ent_links_draw (painter->drawing, &from, &to, type, rank,
                    painter->timeline->request.steady ? drawing->x1 - drawing->x0 : 0);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Each once, whatever the lanes it stands in. */
static void
make_unique (GArray *rows)
{
  guint n_rows = 0;

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (n_rows == 0 || row != g_array_index (rows, guint32, n_rows - 1))
        g_array_index (rows, guint32, n_rows++) = row;
    }
  g_array_set_size (rows, n_rows);
}

static GArray *
find_sources (const EntTimelinePainter *painter)
{
  const EntTimeline *self = painter->timeline;
  const EntTimelineLook *look = painter->look;
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (look->n_selected <= MAX_SOUGHT || self->indexes == NULL)
    {
      g_array_append_vals (sources, look->selected, look->n_selected);
      return sources;
    }
  for (guint i = 0; i < ent_lanes_get_size (self->lanes); i++)
    {
      const EntLane *lane = ent_lanes_get (self->lanes, i);

      ent_time_finder_find (self->indexes[i].finder, &look->span, painter->found);
      for (guint j = 0; j < painter->found->len; j++)
        {
          guint index = g_array_index (painter->found, guint, j);
          guint32 row = g_array_index (lane->placed, EntPlaced, index).place.row;

          if (ent_rows_contain (look->selected, look->n_selected, row))
            g_array_append_val (sources, row);
        }
    }
  if (ent_lanes_get_repeated (self->lanes) > 0)
    make_unique (sources);
  return sources;
}

/* Links between events that stand out and of which none is selected; or, of all, those of the gravest. */
typedef struct
{
  guint32     from; /* what is answered */
  guint32     to;
  EntLinkType type;
  guint       weight;
} Around;

static int
compare_around (gconstpointer a,
                gconstpointer b)
{
  const Around *left = a;
  const Around *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return (left->from > right->from) - (left->from < right->from);
}

static void
collect_links_of (const EntTimelinePainter *painter,
                  guint32                   row,
                  GArray                   *around)
{
  const EntTimelineLook *look = painter->look;
  EntDataset *dataset = painter->timeline->request.dataset;
  guint n_links;
  const EntLink *links = ent_dataset_get_links (dataset, row, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      Around link = { links[i].target, row, links[i].type, 0 };

      if (link.from == ENT_ROW_NONE || ent_timeline_is_selected (painter, row) ||
          ent_timeline_is_selected (painter, link.from))
        continue;
      if (look->links == ENT_LINKS_ALL
            ? look->lit != NULL && !(ent_row_set_contains (look->lit, row) && ent_row_set_contains (look->lit, link.from))
            : !ent_row_set_contains (look->chain, link.from))
        continue;
      link.weight = ent_dataset_get_severity (dataset, row) + ent_dataset_get_severity (dataset, link.from);
      g_array_append_val (around, link);
    }
}

/* Of what is near what is drawn: the end of an arc that is drawn may lie beside. */
static GArray *
collect_around (const EntTimelinePainter *painter)
{
  const EntTimeline *self = painter->timeline;
  const EntTimelineLook *look = painter->look;
  GArray *around = g_array_new (FALSE, FALSE, sizeof (Around));
  guint32 row = G_MAXUINT32;

  if (look->links == ENT_LINKS_ALL && self->rows->len <= MAX_ASKED)
    for (guint i = 0; i < self->rows->len; i++)
      collect_links_of (painter, g_array_index (self->rows, guint32, i), around);
  else if (look->chain != NULL)
    while (ent_row_set_next (look->chain, &row))
      collect_links_of (painter, row, around);
  g_array_sort (around, compare_around);
  return around;
}

static void
draw_around (EntTimelinePainter *painter)
{
  g_autoptr (GArray) around = collect_around (painter);

  for (guint i = MIN (around->len, MAX_AROUND); i > 0; i--)
    {
      const Around *link = &g_array_index (around, Around, i - 1);

      draw_link (painter, link->from, link->to, link->type, ENT_LINK_AROUND);
    }
}

/** ent_timeline_draw_links: (skip): weak arcs first; those the reader is led along over them: to the goal, and
 * between two selected events */
void
ent_timeline_draw_links (EntTimelinePainter *painter)
{
  const EntTimelineLook *look = painter->look;
  EntDataset *dataset = painter->timeline->request.dataset;
  g_autoptr (GArray) sources = NULL;

  if (look->links == ENT_LINKS_NONE)
    return;
  draw_around (painter);
  if (look->n_selected == 0)
    return;
  sources = find_sources (painter);
  for (int strong = 0; strong < 2; strong++)
    for (guint i = 0; i < sources->len; i++)
      {
        guint32 row = g_array_index (sources, guint32, i);

        for (int back = 0; back < 2; back++)
          {
            guint n_links;
            const EntLink *links = back ? ent_dataset_get_links_to (dataset, row, &n_links)
                                        : ent_dataset_get_links (dataset, row, &n_links);

            for (guint j = 0; j < n_links; j++)
              {
                guint32 other = links[j].target;
                gboolean between = ent_rows_contain (look->selected, look->n_selected, other);
                gboolean path = between || (other == look->goal && other != ENT_ROW_NONE);

                /* One between two selected is met from both sides: it is drawn from the later. */
                if (path != (strong == 1) || (between && back))
                  continue;
                draw_link (painter, back ? row : other, back ? other : row, links[j].type,
                           path                      ? ENT_LINK_PATH
                           : look->n_selected > 1 ? ENT_LINK_AROUND
                                                     : ENT_LINK_DIRECT);
              }
          }
      }
}
