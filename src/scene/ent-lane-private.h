/* ent-lane-private.h: one lane, for those that put lanes together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-lanes.h"

G_BEGIN_DECLS

/* More lanes than these no one looks through. */
#define ENT_MAX_LANES 40

GPtrArray *ent_lanes_group    (const EntLanesRequest *request,
                               const EntWords        *words,
                               guint                  most,
                               gboolean               join_others,
                               guint                 *n_repeated);
gboolean ent_lanes_are_kinds  (const EntLanesRequest *request);
EntLane *ent_lane_new         (const char            *name,
                               EntKindStyle           kind);
void     ent_lane_free        (gpointer               data);
double   ent_lane_min_line    (const EntLane         *lane,
                               const EntLanesRequest *request);
double   ent_lane_overhead    (const EntLane         *lane,
                               const EntLanesRequest *request);
double   ent_lane_most_labels (const EntLanesRequest *request,
                               guint                  max_lines);
void     ent_lane_pack        (EntLane               *lane,
                               const EntLanesRequest *request,
                               EntTextMeasure        *measure,
                               guint                  max_lines);
void     ent_lane_collapse    (EntLane               *lane,
                               const EntLanesRequest *request);
void     ent_lanes_share      (GPtrArray             *lanes,
                               const EntLanesRequest *request,
                               EntTextMeasure        *measure);

G_END_DECLS
