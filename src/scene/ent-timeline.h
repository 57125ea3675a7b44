/* ent-timeline.h: the timeline as items of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-lanes.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntTimelineRequest:
 * @dataset: the events
 * @rows: (nullable): those that are shown, as if there were no others; %NULL for all
 * @span: what is in view; not empty
 * @basis: which date events stand at
 * @grouping: (nullable): what makes the lanes; %NULL for kinds. Need not outlive the making
 * @x: left edge, CSS pixels
 * @y: top
 * @width: of the view
 * @height: of axis and lanes together; 0 for as much as they take
 * @steady: whether rows stay as they are while the view is panned, as in a window: all of the dataset is packed,
 *   for the zoom step of the span, whatever is selected. Lanes share @height and take more if they must. Otherwise
 *   what is in view is packed for the very page, as for a figure.
 * @selected: for a figure, rows that are named first and shown with their links, in any order; ent_timeline_draw()
 *   and ent_timeline_draw_span() select them in a steady timeline, too
 * @n_selected: how many
 * @links: for a figure, which links are shown
 * @hits: (nullable): for a figure, rows that a search found: they are named before others and marked
 * @has_today: whether to draw @today
 * @today: seconds UTC
 *
 * What a timeline shows, and where.
 */
typedef struct
{
  EntDataset    *dataset;
  EntRowSet     *rows;
  EntSpan        span;
  EntBasis       basis;
  const EntGrouping *grouping;
  double         x;
  double         y;
  double         width;
  double         height;
  gboolean       steady;
  EntStyle       style;
  const guint32 *selected;
  guint          n_selected;
  EntLinksShown  links;
  EntRowSet     *hits;
  gboolean       has_today;
  gint64         today;
} EntTimelineRequest;

/**
 * EntTimelineParts:
 * @ENT_TIMELINE_AXIS: the two tiers of the axis: names, ticks in the band, its line; today's word and line in it
 * @ENT_TIMELINE_GRID: lines behind the lanes, rules between lanes, the line of today
 * @ENT_TIMELINE_MARKS: marks, bars, phases, folds and arcs, and the labels that move with their marks, which
 *   are those right and left of them
 * @ENT_TIMELINE_HELD: what is held at the edges of the view: names and counts of lanes, columns, labels above chains and
 *   on bars, chevrons that say "goes on outside"
 * @ENT_TIMELINE_SELECTION: rings and boxes round selected events; in a steady timeline the names of these and of those
 *   directly linked to them, over all else, with their marks if they stand in a fold or column
 * @ENT_TIMELINE_ALL: all of them
 *
 * What of a timeline is drawn into a scene.
 */
typedef enum
{
  ENT_TIMELINE_AXIS = 1 << 0,
  ENT_TIMELINE_GRID = 1 << 1,
  ENT_TIMELINE_MARKS = 1 << 2,
  ENT_TIMELINE_HELD = 1 << 3,
  ENT_TIMELINE_SELECTION = 1 << 4,
  ENT_TIMELINE_ALL = (1 << 5) - 1,
} EntTimelineParts;

/**
 * EntTimelineLook:
 * @parts: what is drawn
 * @span: what is drawn between the edges of the drawing; for a steady timeline it may be wider than what is in view
 * @view: what the reader sees: counts of lanes and columns are of it, names are held inside it, and a label that would cross its
 *   edge is left out. A label wholly outside is drawn, if it is inside @span. Not empty; as @span where nothing
 *   is to be held or left out for it
 * @top: lanes wholly above are left out, as is the grid; CSS pixels as ent_timeline_get_height() counts them,
 *   −HUGE_VAL for none
 * @bottom: likewise below; HUGE_VAL for none. If it is below the last lane, the grid goes on to it
 * @selected: (nullable): the selected rows, ascending. If there are any, events that are neither selected nor directly
 *   linked to one recede
 * @n_selected: how many
 * @links: which links are shown
 * @chain: (nullable): what stands out with the selected events where links are shown farther than from these
 * @lit: (nullable): events that match; all others recede, unless they are selected. %NULL for all
 * @hits: (nullable): events that a search found: they are marked
 * @goal: the linked event that the reader was led to, whose arc is the path and whose name is bold as those of the
 *   selected; or %ENT_ROW_NONE
 * @expanders: whether a triangle before the name of a lane says whether it is collapsed, as in a window; it stands in
 *   the middle of @indent
 * @indent: from the left edge of the view to the names of lanes, in CSS pixels, for what a window puts before them
 *
 * What is drawn of a timeline, and for whom. ent_timeline_look_init() makes one that shows all.
 */
typedef struct
{
  EntTimelineParts parts;
  EntSpan          span;
  EntSpan          view;
  double           top;
  double           bottom;
  const guint32   *selected;
  guint            n_selected;
  EntLinksShown    links;
  EntRowSet       *chain;
  EntRowSet       *lit;
  EntRowSet       *hits;
  guint32          goal;
  gboolean         expanders;
  double           indent;
} EntTimelineLook;

/* No lane in particular. */
#define ENT_LANE_ANY G_MAXUINT

/**
 * EntTimelineSpot:
 * @x: centre of its mark, CSS pixels; may be outside the view
 * @y: middle of its row, as the timeline draws it
 * @left: where its drawing begins; may be −HUGE_VAL
 * @right: where it ends; may be HUGE_VAL
 * @lane: number of its lane, from 0
 * @line: row in the lane, from 0; of an event in a column the row where it stands when it is selected
 * @folded: whether it stands in a fold
 * @in_column: whether it is only counted in a column
 * @fold_x: middle of its fold; @x if it is in none
 * @has_label: whether it is named, with the following box
 * @label_x: left of its name
 * @label_y: top of its name
 * @label_width: of its name
 * @label_height: of its name
 *
 * Where an event stands in a view.
 */
typedef struct
{
  double   x;
  double   y;
  double   left;
  double   right;
  guint    lane;
  guint    line;
  gboolean folded;
  gboolean in_column;
  double   fold_x;
  gboolean has_label;
  double   label_x;
  double   label_y;
  double   label_width;
  double   label_height;
} EntTimelineSpot;

/**
 * EntTimeline:
 *
 * Events placed and packed, ready to be drawn: made once, drawn as often as one likes.
 */
typedef struct _EntTimeline EntTimeline;

EntTimeline *ent_timeline_new            (const EntTimelineRequest *request,
                                          EntTextMeasure           *measure,
                                          const EntWords           *words,
                                          const char               *language);
void         ent_timeline_free           (EntTimeline              *self);
double       ent_timeline_get_height     (const EntTimeline        *self);
guint        ent_timeline_get_events     (const EntTimeline        *self);
guint        ent_timeline_get_repeated   (const EntTimeline        *self);
guint        ent_timeline_get_n_lanes    (const EntTimeline        *self);
const EntLane *ent_timeline_get_lane     (const EntTimeline        *self,
                                          guint                     index);
guint        ent_timeline_get_unlabelled (const EntTimeline        *self);
void         ent_timeline_draw           (const EntTimeline        *self,
                                          EntDrawing               *drawing);
void         ent_timeline_draw_span      (const EntTimeline        *self,
                                          EntDrawing               *drawing,
                                          const EntSpan            *span);
void         ent_timeline_look_init      (EntTimelineLook          *look,
                                          const EntSpan            *span);
void         ent_timeline_draw_look      (const EntTimeline        *self,
                                          EntDrawing               *drawing,
                                          const EntTimelineLook    *look);
gboolean     ent_timeline_can_draw       (const EntTimeline        *self,
                                          const EntSpan            *span);
gboolean     ent_timeline_locate         (const EntTimeline        *self,
                                          const EntSpan            *span,
                                          guint32                   row,
                                          guint                     lane,
                                          EntTimelineSpot          *spot);
guint32      ent_timeline_step           (const EntTimeline        *self,
                                          guint32                   row,
                                          guint                    *lane,
                                          int                       dx,
                                          int                       dy);
GArray      *ent_timeline_list_fold      (const EntTimeline        *self,
                                          const EntSpan            *span,
                                          const EntItem            *item,
                                          EntSpan                  *covered);
guint        ent_timeline_count_undated  (EntDataset               *dataset,
                                          const EntRowSet          *rows,
                                          EntBasis                  basis);
void         ent_timeline_add_margin     (EntSpan                  *span);
gboolean     ent_timeline_known_span     (EntDataset               *dataset,
                                          const EntRowSet          *rows,
                                          EntBasis                  basis,
                                          EntSpan                  *span);
gboolean     ent_timeline_whole_span     (EntDataset               *dataset,
                                          const EntRowSet          *rows,
                                          EntBasis                  basis,
                                          EntSpan                  *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimeline, ent_timeline_free)

G_END_DECLS
