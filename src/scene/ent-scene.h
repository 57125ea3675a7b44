/* ent-scene.h: what is drawn, as plain items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EntColor: 0xRRGGBBAA, not premultiplied. 0 paints nothing. */
typedef guint32 EntColor;

#define ENT_COLOR_NONE ((EntColor) 0)

/** EntItemType: what an item is, and which of its numbers count. All lengths are CSS pixels (1/96 in). */
typedef enum
{
  ENT_ITEM_RECT,  /* x, y, width, height, radius (of the corners) */
  ENT_ITEM_LINE,  /* from (x, y) to (x2, y2) */
  ENT_ITEM_SHAPE, /* an EntShape of radius `radius` about (x, y); if y2 > x2 only the sector of it from x2 to y2, in turns
                   * clockwise from the top, of a diamond, circle, page or hexagon */
  ENT_ITEM_ARC,   /* one cubic from (x, y) by (cx1, cy1), (cx2, cy2) to (x2, y2); never filled */
  ENT_ITEM_TEXT,  /* baseline at (x, y), always from its left edge; width is the measured advance, height the font size */
} EntItemType;

/**
 * EntShape:
 *
 * Half extents for radius r: diamond 1.25 r; circle r; page 0.74 r × 1.08 r; hexagon r (flat left and
 * right: points up and down); chevrons and triangles point as named and reach from (x, y), their tip,
 * r back and 2/3 r aside (chevrons are open polylines: stroke only);
 * brackets are the two-cornered season ends: the stem at x from r above y to r below, arms 0.6 r long; the
 * left one opens to the right, the right one to the left (stroke only).
 */
typedef enum
{
  ENT_SHAPE_DIAMOND,
  ENT_SHAPE_CIRCLE,
  ENT_SHAPE_PAGE,
  ENT_SHAPE_HEXAGON,
  ENT_SHAPE_CHEVRON_LEFT,
  ENT_SHAPE_CHEVRON_RIGHT,
  ENT_SHAPE_CHEVRON_UP,
  ENT_SHAPE_CHEVRON_DOWN,
  ENT_SHAPE_TRIANGLE_RIGHT,
  ENT_SHAPE_TRIANGLE_UP,
  ENT_SHAPE_TRIANGLE_DOWN,
  ENT_SHAPE_BRACKET_LEFT,
  ENT_SHAPE_BRACKET_RIGHT,
} EntShape;

/** EntFill: how `fill` is laid on; for rects and shapes. */
typedef enum
{
  ENT_FILL_SOLID,
  ENT_FILL_FADE_IN,       /* from nothing at the left edge to full at the right */
  ENT_FILL_FADE_OUT,      /* from full at the left edge to nothing at the right */
  ENT_FILL_HATCH,         /* 45° lines, `pitch` apart, `pitch_width` wide, over `ground` */
  ENT_FILL_HATCH_FADE_IN, /* the hatch's lines (no ground), faded */
  ENT_FILL_HATCH_FADE_OUT,
} EntFill;

/** EntLayer: painting order, bottom first. Items of a scene are sorted by it. */
typedef enum
{
  ENT_LAYER_GROUND, /* page, grid, axis lines */
  ENT_LAYER_HEADS,  /* lane rules and names, axis text, page text */
  ENT_LAYER_ARCS,
  ENT_LAYER_MARKS,  /* one event's marks are neighbours */
  ENT_LAYER_LABELS,
  ENT_LAYER_OVER,   /* legend, caption, overview */
} EntLayer;

/** EntRole: what an item means. The names in dumps and SVG classes come from ent_role_to_string(). */
typedef enum
{
  ENT_ROLE_PAGE,
  ENT_ROLE_TITLE,
  ENT_ROLE_SUBTITLE,
  ENT_ROLE_CAPTION,
  ENT_ROLE_GRID,
  ENT_ROLE_AXIS,
  ENT_ROLE_LANE,       /* rule, name and count of a lane */
  ENT_ROLE_TODAY,
  ENT_ROLE_AS_OF,      /* the day as of which it is told */
  ENT_ROLE_MARK,       /* the head mark of an event: the only item of it with a count */
  ENT_ROLE_MOAT,
  ENT_ROLE_BAR,
  ENT_ROLE_PHASE,
  ENT_ROLE_DENIAL,
  ENT_ROLE_EDGE,       /* "goes on outside" */
  ENT_ROLE_FOLD,       /* several events in one; count says how many */
  ENT_ROLE_DENSITY,    /* a column of events; count says how many */
  ENT_ROLE_COUNT,      /* the number on a fold or column */
  ENT_ROLE_SELECTION,
  ENT_ROLE_HIT,        /* ground or tick of what was searched and found */
  ENT_ROLE_LABEL,
  ENT_ROLE_LINK,
  ENT_ROLE_LEGEND,
  ENT_ROLE_OVERVIEW,
  ENT_ROLE_MARKER,     /* A, B and the time between them */
} EntRole;

/** EntAlign: what of a text item stood fast when it was placed; for painters that re-measure. */
typedef enum
{
  ENT_ALIGN_START,
  ENT_ALIGN_MIDDLE,
  ENT_ALIGN_END,
} EntAlign;

#define ENT_ITEM_NO_ROW G_MAXUINT32

/**
 * EntItem:
 * @type: an #EntItemType
 * @shape: an #EntShape
 * @fill_style: an #EntFill
 * @layer: an #EntLayer
 * @role: an #EntRole
 * @align: an #EntAlign
 * @bold: text is set bold
 * @round_caps: strokes have round caps and joins
 * @row: row of the event in its dataset, or %ENT_ITEM_NO_ROW
 * @count: events this item stands for (marks 1, folds and columns more), else 0
 * @lane: number of the lane, from 0; 255 outside lanes
 * @group: of a fold or column, its number in the lane, for the timeline that drew it
 * @text: offset of the text in the scene's pool, for text
 * @fill: colour inside; of text its colour
 * @stroke: colour of the outline; of text its halo
 * @ground: colour under a hatch
 * @stroke_width: of outline, line, arc or halo (full width of the halo's stroke)
 * @dash_on: length of dashes; 0: an unbroken line
 * @dash_off: length of gaps
 * @opacity: 0–1, of all of the item together
 *
 * One thing that is drawn.
 */
typedef struct
{
  guint8   type;
  guint8   shape;
  guint8   fill_style;
  guint8   layer;
  guint8   role;
  guint8   align;
  guint8   lane;
  guint8   bold : 1;
  guint8   round_caps : 1;
  guint32  row;
  guint32  count;
  guint32  text;
  EntColor fill;
  EntColor stroke;
  EntColor ground;
  float    stroke_width;
  float    dash_on;
  float    dash_off;
  float    opacity;
  float    pitch;
  float    pitch_width;
  float    radius;
  guint32  group;
  double   x, y;
  double   width, height;
  double   x2, y2;
  double   cx1, cy1, cx2, cy2;
} EntItem;

/**
 * EntScene:
 *
 * A picture as a list of items in painting order, immutable and atomically counted
 * once built: any thread may read it.
 */
typedef struct _EntScene EntScene;

EntScene      *ent_scene_ref              (EntScene       *self);
void           ent_scene_unref            (EntScene       *self);
const EntItem *ent_scene_get_items        (const EntScene *self,
                                           guint          *n_items);
const char    *ent_scene_get_item_text    (const EntScene *self,
                                           const EntItem  *item);
double         ent_scene_get_width        (const EntScene *self);
double         ent_scene_get_height       (const EntScene *self);
const char    *ent_scene_get_language     (const EntScene *self);
guint64        ent_scene_count_events     (const EntScene *self);
const EntItem *ent_scene_hit              (const EntScene *self,
                                           double          x,
                                           double          y);
gboolean       ent_scene_hit_head         (const EntScene *self,
                                           double          x,
                                           double          y,
                                           guint          *lane,
                                           gboolean       *expander);
void           ent_item_get_bounds        (const EntItem  *item,
                                           double         *x0,
                                           double         *y0,
                                           double         *x1,
                                           double         *y1);
char          *ent_scene_dump             (const EntScene *self);
const char    *ent_role_to_string         (EntRole         role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScene, ent_scene_unref)

/* Building; ent_scene_builder_end() sorts by layer, stably. */
typedef struct _EntSceneBuilder EntSceneBuilder;

EntSceneBuilder *ent_scene_builder_new      (double           width,
                                             double           height,
                                             const char      *language);
EntItem         *ent_scene_builder_add      (EntSceneBuilder *self,
                                             EntItemType      type,
                                             EntLayer         layer,
                                             EntRole          role);
void             ent_scene_builder_set_text (EntSceneBuilder *self,
                                             EntItem         *item,
                                             const char      *text);
EntScene        *ent_scene_builder_end      (EntSceneBuilder *self);
void             ent_scene_builder_free     (EntSceneBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSceneBuilder, ent_scene_builder_free)

G_END_DECLS
