/* ent-timeline-columns.c: how many events of a lane begin when, as columns or shades
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include "ent-as-of.h"

#include <math.h>

/* How light the least shade is. */
#define LEAST_TONE 0.15

/* A lane's columns in the view, and what they are made of. */
typedef struct
{
  EntTimelinePainter *painter;
  const EntLane      *lane;
  guint               index;
  double              bottom;
  gboolean            shades;
  GArray             *columns;                 /* (owned) of EntColumn: all events */
  GArray             *parts[ENT_MAX_CLASSES];  /* (owned) (nullable) of EntColumn: those of a class that are lit */
  guint               next[ENT_MAX_CLASSES];   /* of each, the first that is not drawn yet */
  GArray             *hits;                    /* (owned) (nullable) of EntColumn */
  guint               next_hit;
} Columns;

static void
columns_clear (Columns *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  for (guint i = 0; i < ENT_MAX_CLASSES; i++)
    g_clear_pointer (&self->parts[i], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static GArray *
count_part (const Columns *self,
            EntTally      *tally,
            guint          class)
{
  GArray *part = g_array_new (FALSE, FALSE, sizeof (EntColumn));

  ent_time_counts_by_step (ent_tally_get (self->painter->timeline, tally, self->index, class), &self->lane->column_step,
                           &self->painter->look->view, part);
  return part;
}

static gboolean
is_of_one_kind (const EntLane *lane)
{
  return lane->kinds != 0 && (lane->kinds & (lane->kinds - 1)) == 0;
}

static void
count (Columns *self)
{
  const EntTimeline *timeline = self->painter->timeline;
  const EntTimelineLook *look = self->painter->look;
  const EntColoring *coloring = self->painter->drawing->coloring;

  self->columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));
  if (timeline->indexes != NULL)
    ent_time_counts_by_step (timeline->indexes[self->index].counts, &self->lane->column_step, &look->view, self->columns);
  else
    ent_lane_count (self->lane, timeline->request.dataset, timeline->request.basis, &look->view, self->columns);
  /* Of one kind in its colour, the whole is all there is to it. */
  if (look->lit != NULL || !ent_coloring_is_by_kind (coloring) || !is_of_one_kind (self->lane))
    {
      EntTally *tally = ent_timeline_tally (timeline, coloring, TRUE, look->lit);

      for (guint i = 0; i < ent_coloring_get_n_classes (coloring); i++)
        self->parts[i] = count_part (self, tally, i);
    }
  if (look->hits != NULL)
    self->hits = count_part (self, ent_timeline_tally (timeline, NULL, FALSE, look->hits), 0);
}

/* The count of the same unit among the columns of a part; units come in order. */
static guint
take_count (const GArray    *part,
            guint           *next,
            const EntColumn *column)
{
  while (*next < part->len && g_array_index (part, EntColumn, *next).from < column->from)
    (*next)++;
  return *next < part->len && g_array_index (part, EntColumn, *next).from == column->from
           ? g_array_index (part, EntColumn, *next).count
           : 0;
}

/* The part of each class over the whole, from below. They count for nothing: the whole does. */
static void
draw_parts (Columns         *self,
            const EntColumn *column,
            const EntItem   *whole,
            double           tone)
{
  EntDrawing *drawing = self->painter->drawing;
  double y = whole->y + whole->height;
  double x = whole->x;
  double width = whole->width;
  double each = whole->height / column->count;

  for (guint i = 0; i < ent_coloring_get_n_classes (drawing->coloring); i++)
    {
      guint n_events = take_count (self->parts[i], &self->next[i], column);
      EntColor color = ent_coloring_get_color (drawing->coloring, drawing->theme, i);

      if (n_events == 0)
        continue;
      y -= n_events * each;
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_DENSITY, x, y, width, n_events * each,
                        tone < 1 ? ent_color_mix (drawing->theme->view, color, tone) : color);
      drawing->classes |= ent_coloring_has_facet (drawing->coloring) ? 1u << i : 0;
    }
}

static void
draw_hit (Columns         *self,
          const EntColumn *column,
          double           x,
          double           width)
{
  EntDrawing *drawing = self->painter->drawing;
  double k = drawing->style.mark;

  if (self->hits != NULL && take_count (self->hits, &self->next_hit, column) > 0)
    ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_HIT, x, self->bottom + k, width, 2.5 * k,
                      drawing->theme->hit_line);
}

/* In a band too low for heights, columns are shades. */
static void
draw_column (Columns         *self,
             const EntColumn *column)
{
  EntDrawing *drawing = self->painter->drawing;
  const EntTheme *theme = drawing->theme;
  const EntLane *lane = self->lane;
  gboolean whole = self->parts[0] == NULL;
  double k = drawing->style.mark;
  double size = drawing->style.label * 10 / 12;
  EntColor color = whole ? ent_coloring_get_color (drawing->coloring, theme, g_bit_nth_lsf (lane->kinds, -1))
                         : theme->dim;
  double from = fmax (ent_time_scale_to_x (&drawing->scale, column->from), drawing->view0);
  double to = fmin (ent_time_scale_to_x (&drawing->scale, ent_dataset_cut (self->painter->timeline->request.dataset, column->to)),
                    drawing->view1);
  double share = fmin (column->count / (double) MAX (self->painter->timeline->highest, 1), 1);
  double height = self->shades ? lane->band : fmax (share * (lane->band - size * 1.3), 1.5 * k);
  double tone = self->shades ? LEAST_TONE + (1 - LEAST_TONE) * share : 1;
  /* The edge of the view may leave only a sliver of a column. */
  double gap = self->shades ? 0 : fmin (1.5 * k, (to - from) / 4);
  g_autofree char *number = NULL;
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_DENSITY);
  EntItem drawn;

  item->x = from + gap;
  item->width = to - from - 2 * gap;
  item->y = self->bottom - height;
  item->height = height;
  if (self->painter->look->lit != NULL)
    color = ent_color_mix (theme->view, theme->dim, theme->recede);
  item->fill = tone < 1 ? ent_color_mix (theme->view, color, tone) : color;
  item->count = column->count;
  drawn = *item;
  if (!whole)
    draw_parts (self, column, &drawn, tone);
  draw_hit (self, column, drawn.x, drawn.width);
  if (self->shades)
    return;
  number = ent_words_number (drawing->words, column->count);
  if (ent_text_measure_width (drawing->measure, number, -1, size, FALSE) <= to - from)
    ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_COUNT, (from + to) / 2, self->bottom - height - 3.5 * k, number,
                      size, FALSE, ENT_ALIGN_MIDDLE,
                      lane->by_kind && drawing->coloring == NULL ? theme->kind_text[lane->kind] : theme->dim,
                      theme->view);
}

/** ent_timeline_draw_columns: (skip): the columns of a lane, of what is in view, cut at its edges; all lanes have one scale.
 * They are made anew for each view, so that together they count what it has, however much else is drawn */
void
ent_timeline_draw_columns (EntTimelinePainter *painter,
                           guint               index)
{
  const EntTimeline *timeline = painter->timeline;
  EntDrawing *drawing = painter->drawing;
  g_auto (Columns) self = { .painter = painter, .lane = ent_lanes_get (timeline->lanes, index), .index = index };

  self.bottom = ent_timeline_top (timeline) + self.lane->y + self.lane->height - ent_style_lane_gap (&drawing->style);
  self.shades = self.lane->band < 40 * drawing->style.mark * 0.9;
  count (&self);
  ent_timeline_recede (painter, painter->look->n_selected > 0);
  for (guint i = 0; i < self.columns->len; i++)
    {
      drawing->group = i;
      draw_column (&self, &g_array_index (self.columns, EntColumn, i));
    }
  drawing->group = 0;
  ent_timeline_recede (painter, FALSE);
  ent_drawing_see (drawing, self.shades ? ENT_SEEN_SHADE : ENT_SEEN_COLUMN);
  for (int kind = 0; kind < ENT_N_KIND_STYLES; kind++)
    if (ent_coloring_is_by_kind (drawing->coloring) && (self.lane->kinds & (1u << kind)) != 0)
      ent_drawing_see (drawing, ENT_SEEN_INCIDENT + kind);
}
