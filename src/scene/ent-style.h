/* ent-style.h: the measures of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntStyle:
 * @label: size of event labels, CSS pixels; all text sizes follow from it
 * @mark: what marks and strokes are multiplied by; 1 on screen
 * @max_stretch: how far rows may be spread to fill a page
 *
 * The screen's style is label 12, mark 1.
 */
typedef struct
{
  double label;
  double mark;
  double max_stretch;
} EntStyle;

#define ENT_STYLE_SCREEN ((EntStyle){ 12, 1, 1.5 })

/* In CSS pixels for the given style. */
static inline double ent_style_axis_size (const EntStyle *style) { return style->label * 11 / 12; }
static inline double ent_style_year_size (const EntStyle *style) { return style->label * 13.5 / 12; }
static inline double ent_style_lane_size (const EntStyle *style) { return style->label * 13 / 12; }
static inline double ent_style_axis_height (const EntStyle *style) { return style->label * 3.1; }
static inline double ent_style_lane_head (const EntStyle *style) { return style->label * 25 / 12; }
static inline double ent_style_lane_gap (const EntStyle *style) { return style->label * 5 / 12; }
static inline double ent_style_min_chain_row (const EntStyle *style) { return style->label * 29 / 12; }
static inline double ent_style_min_point_row (const EntStyle *style) { return style->label * 18 / 12; }
/* From the middle of a row up to the tops of letters, of Chinese ones too: of a name above a chain, and beside a point. */
static inline double ent_style_chain_label_top (const EntStyle *style) { return style->label * (0.86 + 0.86); }
static inline double ent_style_point_label_top (const EntStyle *style) { return style->label * (0.86 - 0.34); }
static inline double ent_style_label_gap (const EntStyle *style) { return style->label * 5 / 12; }
static inline double ent_style_neighbour_gap (const EntStyle *style) { return style->label; }
static inline double ent_style_edge_gap (const EntStyle *style) { return style->label * 4 / 12; }
/* Under a mark: the gap to the sign of denial and its height. */
static inline double ent_style_denial_gap (const EntStyle *style) { return 1.4 * style->mark; }
static inline double ent_style_denial_height (const EntStyle *style) { return 1.9 * style->mark; }
static inline double ent_style_halo (const EntStyle *style) { return style->label * 3 / 12; }
/* Of the columns of a lane: where they stand for its rows, and where it is collapsed. */
static inline double ent_style_collapsed_band (const EntStyle *style) { return style->label * 9 / 12; }
static inline double ent_style_band (const EntStyle *style) { return style->label * 46 / 12; }

/** ent_style_radius: (skip): radius of the circle that stands for a severity; area × 1.5 a step */
static inline double
ent_style_radius (const EntStyle *style,
                  guint           severity)
{
  static const double radii[] = { 4.4, 3.0, 3.6, 4.4, 5.4, 6.6 };

  return radii[MIN (severity, 5)] * style->mark;
}

G_END_DECLS
