/* ent-lane-private.h: one lane, for those that put lanes together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-lanes.h"

G_BEGIN_DECLS

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
void     ent_lanes_share      (GPtrArray             *lanes,
                               const EntLanesRequest *request,
                               EntTextMeasure        *measure);

G_END_DECLS
