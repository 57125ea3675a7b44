/* ent-navigation.h: where to go in time, and what to select there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-row-set.h"
#include "ent-session.h"

G_BEGIN_DECLS

/* What is there */
gboolean  ent_navigation_get_span      (EntSession    *session,
                                        EntSpan       *span);
gboolean  ent_navigation_get_whole     (EntSession    *session,
                                        EntSpan       *whole);
gboolean  ent_navigation_get_extent    (EntSession    *session,
                                        const guint32 *rows,
                                        guint          n_rows,
                                        EntSpan       *extent);
guint32   ent_navigation_get_focus     (EntSession    *session);
GArray   *ent_navigation_get_selection (EntSession    *session);
gboolean  ent_navigation_get_date_span (EntSession    *session,
                                        const EntDate *date,
                                        EntSpan       *span);
guint32   ent_navigation_find_first_hit (EntSession   *session,
                                        EntRowSet     *hits);
guint32   ent_navigation_find_hit      (EntSession    *session,
                                        EntRowSet     *hits,
                                        gboolean       back);

/* Steps of the history, each its own */
void      ent_navigation_show_event    (EntSession    *session,
                                        guint32        row);
void      ent_navigation_zoom_to_event (EntSession    *session,
                                        guint32        row);
void      ent_navigation_select        (EntSession    *session,
                                        guint32        row,
                                        gboolean       extend);
void      ent_navigation_fit_all       (EntSession    *session);
void      ent_navigation_fit_span      (EntSession    *session,
                                        const EntSpan *span);
void      ent_navigation_fit_events    (EntSession    *session,
                                        const guint32 *rows,
                                        guint          n_rows);
void      ent_navigation_frame_events  (EntSession    *session,
                                        const guint32 *rows,
                                        guint          n_rows);
gboolean  ent_navigation_fit_date      (EntSession    *session,
                                        const EntDate *date);

/* Movements, which go on until they rest */
void      ent_navigation_walk          (EntSession    *session,
                                        guint32        row);
void      ent_navigation_zoom          (EntSession    *session,
                                        double         factor,
                                        gint64         anchor);
void      ent_navigation_pan           (EntSession    *session,
                                        double         fraction);
void      ent_navigation_move_to       (EntSession    *session,
                                        gint64         start);
void      ent_navigation_drag_to       (EntSession    *session,
                                        const EntSpan *span);
void      ent_navigation_pinch         (EntSession    *session,
                                        const EntSpan *from,
                                        double         factor,
                                        gint64         anchor);
gboolean  ent_navigation_is_by_hand    (EntSession    *session);
void      ent_navigation_rest          (EntSession    *session);

G_END_DECLS
