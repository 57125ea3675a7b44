/* ent-lanes.h: events in lanes, lanes in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-extent.h"
#include "ent-grouping.h"
#include "ent-row-set.h"
#include "ent-text-measure.h"
#include "ent-ticks.h"
#include "ent-words.h"

G_BEGIN_DECLS

/** EntLabelSide: where a label stands by its mark. */
typedef enum
{
  ENT_LABEL_NONE,
  ENT_LABEL_RIGHT,
  ENT_LABEL_LEFT,
  ENT_LABEL_ABOVE, /* over a chain, from its left end */
  ENT_LABEL_ON,    /* on a bar that fills the view */
} EntLabelSide;

/** EntStanding: how an event is shown in its lane. */
typedef enum
{
  ENT_STANDING_ROW,    /* in a row */
  ENT_STANDING_FOLDED, /* in a fold */
  ENT_STANDING_NAMED,  /* counted in a column, and named in a row as well */
} EntStanding;

/** EntAsk: a label an event asks for; shorter ones may be asked for after it. */
typedef struct
{
  char  *label; /* (owned) (nullable): none so short */
  double width;
} EntAsk;
#define ENT_N_ASKS 3

/** EntPlaced: an event with its row and label. */
typedef struct
{
  EntPlace place;
  double   left;        /* of its drawing, inside the view */
  double   right;
  double   label_x;
  double   label_width;
  char    *label;       /* (nullable): owned by the lanes */
  char    *title;       /* (nullable): owned by the lanes; made when first packed, with the asks */
  EntAsk   asks[ENT_N_ASKS];
  guint    line;        /* row in the lane, from 0 */
  guint8   standing;
  guint8   side;
  guint8   bold;
  guint32  importance;
  guint32  fold;        /* index in the lane's folds, when folded */
} EntPlaced;

/* Half of what a fold takes in its row, CSS pixels at mark size 1. */
#define ENT_FOLD_REACH 14.0

/** EntFold: events that found no row, by calendar unit; or a single one; or none, when that found room after all. */
typedef struct
{
  double  x;
  gint64  time;  /* of @x, for views of other scale */
  guint32 count;
  guint8  kind;
} EntFold;

/** EntColumn: how many events begin in a calendar unit. */
typedef struct
{
  gint64  from;
  gint64  to;
  guint32 count;
} EntColumn;

/** EntLane: a group of events and the rows they take. */
typedef struct
{
  char        *name;     /* as drawn */
  char        *key;      /* what views call it: a value of the facet, or an ENT_LANE_KEY */
  guint        n_values; /* it has: 1, or more when it is the lane of all others; 0 for none */
  EntKindStyle kind;     /* of its events, when kinds make the lanes; else any other */
  gboolean     by_kind;
  guint        kinds;    /* bits by EntKindStyle: what it has */
  gboolean     collapsed; /* to its head and a low density row that counts all of it */
  guint        n_events; /* in view */
  gboolean     chains;
  guint        n_lines;  /* rows, the fold row included */
  double       line_height;
  double       above;    /* the highest mark over the middle of its row, CSS pixels */
  double       below;    /* the lowest under it, the sign of denial included */
  double       y;        /* top, from the top of the first lane */
  double       height;
  double       head;     /* height of the name above the rows; 0: not drawn */
  double       band;     /* height of the columns; 0: none */
  GArray      *rows;     /* (owned) of guint32: all its events, by time */
  GArray      *placed;   /* (owned) of EntPlaced, by time; of a lane with columns those that are named */
  GArray      *folds;    /* (owned) of EntFold, by time; they stand in the last row */
  GArray      *columns;  /* (owned) of EntColumn, by time: those that are not empty */
  EntTickStep  column_step;
} EntLane;

/**
 * EntLanesRequest:
 * @dataset: the events
 * @rows: rows to show, in the dataset's order
 * @n_rows: how many
 * @basis: which dates they stand at
 * @scale: seconds to pixels; for a steady packing the least of its zoom step
 * @span: what is in view; for a steady packing all that is known
 * @x0: left edge of the view, CSS pixels; labels keep inside. −HUGE_VAL for a steady packing, which has no
 *   edges and so is the same wherever the view is panned to
 * @x1: right edge, or HUGE_VAL
 * @names0: no name begins before this: @x0; for a steady packing about where time begins, for a view goes no further
 * @names1: no name ends after this: @x1; for a steady packing about where time ends
 * @height: room for all lanes together, CSS pixels; 0 for as much as they take
 * @scrolls: whether they may take more than @height if each would have too few rows, as in a window
 * @max_lines: rows a lane may take when @height is 0; when it @scrolls, while other lanes want for rows
 * @grouping: (nullable): what makes the lanes; %NULL for kinds
 * @selected: rows that are named first, in bold; ascending
 * @n_selected: how many
 * @hits: (nullable): rows that are named before others
 *
 * All that the packing of lanes depends on.
 */
typedef struct
{
  EntDataset     *dataset;
  const guint32  *rows;
  guint           n_rows;
  EntBasis        basis;
  EntTimeScale    scale;
  EntSpan         span;
  double          x0;
  double          x1;
  double          names0;
  double          names1;
  double          height;
  gboolean        scrolls;
  guint           max_lines;
  EntStyle        style;
  const char     *language;
  const EntGrouping *grouping;
  const guint32  *selected;
  guint           n_selected;
  EntRowSet      *hits;
} EntLanesRequest;

gboolean ent_rows_contain (const guint32 *rows,
                           guint          n_rows,
                           guint32        row);

/** EntLanes: (skip): immutable and atomically counted once made. */
typedef struct _EntLanes EntLanes;

EntLanes      *ent_lanes_new        (const EntLanesRequest *request,
                                     EntTextMeasure        *measure,
                                     const EntWords        *words);
EntLanes      *ent_lanes_ref        (EntLanes              *self);
void           ent_lanes_unref      (EntLanes              *self);
guint          ent_lanes_get_size   (const EntLanes        *self);
const EntLane *ent_lanes_get        (const EntLanes        *self,
                                     guint                  index);
double         ent_lanes_get_height (const EntLanes        *self);
void           ent_lane_count       (const EntLane         *lane,
                                     EntDataset            *dataset,
                                     EntBasis               basis,
                                     const EntSpan         *span,
                                     GArray                *columns);
guint          ent_lanes_get_events (const EntLanes        *self);
guint          ent_lanes_get_repeated (const EntLanes      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLanes, ent_lanes_unref)

G_END_DECLS
