/* ent-span-motion.h: how a view gets from one stretch of time to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

/**
 * EntSpanMotion:
 *
 * The span that a widget shows, on its way to the one its session says. Belongs to the widget.
 */
typedef struct _EntSpanMotion EntSpanMotion;

/** EntSpanMotionFunc: called when the shown span has changed, with the data given to ent_span_motion_new() */
typedef void (*EntSpanMotionFunc) (gpointer data);

EntSpanMotion *ent_span_motion_new        (GtkWidget         *widget,
                                           EntSpanMotionFunc  moved,
                                           gpointer           data);
void           ent_span_motion_free       (EntSpanMotion     *self);
gboolean       ent_span_motion_get        (EntSpanMotion     *self,
                                           EntSpan           *shown);
gboolean       ent_span_motion_is_moving  (EntSpanMotion     *self);
void           ent_span_motion_set        (EntSpanMotion     *self,
                                           const EntSpan     *span);
void           ent_span_motion_go         (EntSpanMotion     *self,
                                           const EntSpan     *span);
void           ent_span_motion_follow     (EntSpanMotion     *self,
                                           EntSession        *session);

void           ent_span_interpolate       (const EntSpan     *from,
                                           const EntSpan     *to,
                                           double             progress,
                                           EntSpan           *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSpanMotion, ent_span_motion_free)

G_END_DECLS
