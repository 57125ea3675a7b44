/* ent-health-model.h: findings and their events, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ent-health.h"

G_BEGIN_DECLS

/** EntHealthLineType: what a line is. */
typedef enum
{
  ENT_HEALTH_LINE_CONCERN, /* how grave the findings are that follow */
  ENT_HEALTH_LINE_FINDING,
  ENT_HEALTH_LINE_ITEM,
} EntHealthLineType;

#define ENT_TYPE_HEALTH_LINE (ent_health_line_get_type ())
G_DECLARE_FINAL_TYPE (EntHealthLine, ent_health_line, ENT, HEALTH_LINE, GObject)

EntHealthLineType       ent_health_line_get_line_type (EntHealthLine  *self);
const EntHealthFinding *ent_health_line_get_finding   (EntHealthLine  *self);
guint                   ent_health_line_get_index     (EntHealthLine  *self);

#define ENT_TYPE_HEALTH_MODEL (ent_health_model_get_type ())
G_DECLARE_FINAL_TYPE (EntHealthModel, ent_health_model, ENT, HEALTH_MODEL, GObject)

EntHealthModel         *ent_health_model_new          (EntHealth      *health);
EntHealth              *ent_health_model_get_health   (EntHealthModel *self);
gboolean                ent_health_model_is_unfolded  (EntHealthModel *self,
                                                       EntHealthKind   kind);
void                    ent_health_model_set_unfolded (EntHealthModel *self,
                                                       EntHealthKind   kind,
                                                       gboolean        unfolded);

G_END_DECLS
