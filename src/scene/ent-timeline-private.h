/* ent-timeline-private.h: the timeline, for those that draw it and find things in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-time-index.h"
#include "ent-timeline.h"

G_BEGIN_DECLS

/** EntTimelineLane: (skip): what makes a lane quick to look through; of a steady timeline alone. */
typedef struct
{
  EntTimeCounts *counts; /* (owned): of the lane's rows */
  EntTimeFinder *finder; /* (owned): of what is placed, with all its phases */
} EntTimelineLane;

/** EntTally: (skip): events counted by lane and class. */
typedef struct _EntTally EntTally;

struct _EntTimeline
{
  EntTimelineRequest request;
  guint32           *selected; /* (owned) */
  GArray            *rows;     /* (owned) of guint32: in view, in the dataset's order */
  EntLanes          *lanes;    /* (owned) */
  EntTimelineLane   *indexes;  /* (owned) (nullable): one a lane; %NULL unless steady */
  GPtrArray         *tallies;  /* (owned) of EntTally: what was counted for looks */
  guint              highest;  /* the most a column counts */
  EntTimeScale       scale;
  char              *language; /* (owned) (nullable) */
};

/**
 * EntTimelinePainter: (skip):
 * @theme: for what does not recede
 * @receding: for what does
 * @found: (owned) of guint: what of the lane being drawn may be seen
 * @spoken: (owned) of guint32: events that speak, in order of importance
 * @sorted: (owned) of guint32: the same, ascending
 *
 * The state of drawing one look.
 */
typedef struct
{
  const EntTimeline     *timeline;
  EntDrawing            *drawing;
  const EntTimelineLook *look;
  const EntTheme        *theme;
  EntTheme               receding;
  GArray                *found;
  GArray                *spoken;
  GArray                *sorted;
} EntTimelinePainter;

/**
 * EntSeenPlace: (skip):
 * @item: the event with its place at the scale of the drawing, and its label if that is seen
 * @drawn: whether anything of it is in what is drawn
 * @counted: whether it counts there
 * @in_view: whether anything of it is in view
 *
 * What a packing looks like through a window.
 */
typedef struct
{
  EntPlaced item;
  gboolean  drawn;
  gboolean  counted;
  gboolean  in_view;
} EntSeenPlace;

double   ent_timeline_top             (const EntTimeline        *self);
double   ent_timeline_row_y           (const EntTimeline        *self,
                                       const EntLane            *lane,
                                       guint                     line);
double   ent_timeline_column_y        (const EntTimeline        *self,
                                       const EntLane            *lane);
double   ent_timeline_fold_x          (const EntTimeline        *self,
                                       const EntFold            *fold,
                                       const EntTimeScale       *scale,
                                       double                    x0,
                                       double                    x1);
gboolean ent_timeline_stands_alone    (const EntPlace           *place,
                                       double                    x0,
                                       double                    x1);
gboolean ent_timeline_see             (const EntTimelinePainter *painter,
                                       const EntPlaced          *item,
                                       EntSeenPlace             *seen);
gboolean ent_timeline_is_selected     (const EntTimelinePainter *painter,
                                       guint32                   row);
gboolean ent_timeline_stands_out      (const EntTimelinePainter *painter,
                                       guint32                   row);
void     ent_timeline_recede          (EntTimelinePainter       *painter,
                                       gboolean                  recedes);
void     ent_timeline_draw_folds      (EntTimelinePainter       *painter,
                                       const EntLane            *lane);
void     ent_timeline_draw_columns    (EntTimelinePainter       *painter,
                                       guint                     lane);
EntTally *ent_timeline_tally          (const EntTimeline        *self,
                                       const EntColoring        *coloring,
                                       gboolean                  split,
                                       EntRowSet                *subset);
void     ent_tally_free               (gpointer                  data);
const EntTimeCounts *ent_tally_get    (const EntTimeline        *timeline,
                                       EntTally                 *self,
                                       guint                     lane,
                                       guint                     class);
gboolean ent_timeline_is_hit          (const EntTimelinePainter *painter,
                                       guint32                   row);
void     ent_timeline_draw_links      (EntTimelinePainter       *painter);
void     ent_timeline_find_spoken     (EntTimelinePainter       *painter);
gboolean ent_timeline_speaks          (const EntTimelinePainter *painter,
                                       guint32                   row);
void     ent_timeline_draw_label      (EntDrawing               *drawing,
                                       const EntPlaced          *item,
                                       double                    y,
                                       EntColor                  color,
                                       EntColor                  ground);
void     ent_timeline_draw_spoken     (EntTimelinePainter       *painter);
gboolean ent_timeline_find            (const EntTimeline        *self,
                                       guint32                   row,
                                       guint                     preferred,
                                       guint                    *lane,
                                       const EntPlaced         **placed);
gboolean ent_timeline_find_next       (const EntTimeline        *self,
                                       guint32                   row,
                                       guint                    *lane,
                                       const EntPlaced         **placed);

G_END_DECLS
