/* ent-item-geometry.h: the outlines all painters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/** EntPoint: CSS pixels. */
typedef struct
{
  double x, y;
} EntPoint;

/** EntCubic: a curve from at[0] by at[1], at[2] to at[3]. */
typedef struct
{
  EntPoint at[4];
} EntCubic;

#define ENT_OUTLINE_MAX_POINTS 52
#define ENT_ARC_MAX_PIECES 64

/** EntOutline: the corners of a shape, in order. */
typedef struct
{
  guint    n_points;
  gboolean closed;
  EntPoint points[ENT_OUTLINE_MAX_POINTS];
} EntOutline;

/**
 * EntPaintable:
 * @item: the item, cut to what can be seen, all numbers finite and small
 * @has_fill: something is laid on inside
 * @has_stroke: the outline, line, arc or halo is drawn
 * @dash_offset: where in the dashes the cut line starts
 * @fade_start: 0–1, strength of a faded fill at the item's left edge
 * @fade_end: 0–1, at its right edge
 */
typedef struct
{
  EntItem  item;
  gboolean has_fill;
  gboolean has_stroke;
  double   dash_offset;
  double   fade_start;
  double   fade_end;
} EntPaintable;

gboolean ent_item_prepare       (const EntItem *item,
                                 double         width,
                                 double         height,
                                 EntPaintable  *out);
void     ent_item_get_outline   (const EntItem *item,
                                 EntOutline    *out);
guint    ent_item_clip_arc      (const EntItem *item,
                                 double         width,
                                 double         height,
                                 EntCubic      *pieces);
void     ent_item_get_stripes   (const EntItem *item,
                                 GArray        *points,
                                 GArray        *lengths);
gboolean ent_item_is_sector     (const EntItem *item);
gboolean ent_item_is_hatched    (const EntItem *item);
gboolean ent_item_is_faded      (const EntItem *item);

G_END_DECLS
