/* ent-overview-strip-geometry.h: where a pointer takes hold of the overview, and what it does there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-overview.h"

G_BEGIN_DECLS

/** EntStripPart: what of the overview a pointer is on. */
typedef enum
{
  ENT_STRIP_GROUND, /* outside the window */
  ENT_STRIP_WINDOW, /* moves it */
  ENT_STRIP_START,  /* the grip of its start */
  ENT_STRIP_END,    /* the grip of its end */
} EntStripPart;

/** A window is not drawn, nor a grip dragged, to less than this, CSS pixels. */
#define ENT_STRIP_MIN_WINDOW 2.0

EntStripPart ent_overview_strip_part_at (const EntOverviewHandle  *handle,
                                         double                    x,
                                         double                    y);
void         ent_overview_strip_drag    (const EntOverviewRequest *request,
                                         EntStripPart              part,
                                         double                    from,
                                         double                    to,
                                         EntSpan                  *span);
void         ent_overview_strip_center  (const EntOverviewRequest *request,
                                         double                    x,
                                         EntSpan                  *span);

G_END_DECLS
