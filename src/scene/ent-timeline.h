/* ent-timeline.h: the timeline as items of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-lanes.h"

G_BEGIN_DECLS

/**
 * EntTimelineRequest:
 * @dataset: the events
 * @span: what is in view; not empty
 * @basis: which date events stand at
 * @x: left edge, CSS pixels
 * @y: top
 * @width: of the view
 * @height: of axis and lanes together; 0 for as much as they take
 * @steady: whether rows stay as they are while the view is panned, as in a window: all of the dataset is packed,
 *   for the zoom step of the span, and @height is not regarded. Otherwise what is in view is packed
 *   for the very page, as for a figure.
 * @selected: rows that are named first and shown with their links, in any order
 * @n_selected: how many
 * @has_today: whether to draw @today
 * @today: seconds UTC
 *
 * What a timeline shows, and where.
 */
typedef struct
{
  EntDataset    *dataset;
  EntSpan        span;
  EntBasis       basis;
  double         x;
  double         y;
  double         width;
  double         height;
  gboolean       steady;
  EntStyle       style;
  const guint32 *selected;
  guint          n_selected;
  gboolean       has_today;
  gint64         today;
} EntTimelineRequest;

/**
 * EntTimeline:
 *
 * Events placed and packed, ready to be drawn: made once, drawn as often as one likes.
 */
typedef struct _EntTimeline EntTimeline;

EntTimeline *ent_timeline_new            (const EntTimelineRequest *request,
                                          EntTextMeasure           *measure,
                                          const EntWords           *words,
                                          const char               *language);
void         ent_timeline_free           (EntTimeline              *self);
double       ent_timeline_get_height     (const EntTimeline        *self);
guint        ent_timeline_get_events     (const EntTimeline        *self);
guint        ent_timeline_get_unlabelled (const EntTimeline        *self);
void         ent_timeline_draw           (const EntTimeline        *self,
                                          EntDrawing               *drawing);
void         ent_timeline_draw_span      (const EntTimeline        *self,
                                          EntDrawing               *drawing,
                                          const EntSpan            *span);
gboolean     ent_timeline_can_draw       (const EntTimeline        *self,
                                          const EntSpan            *span);
guint        ent_timeline_count_undated  (EntDataset               *dataset,
                                          EntBasis                  basis);
gboolean     ent_timeline_known_span     (EntDataset               *dataset,
                                          EntBasis                  basis,
                                          EntSpan                  *span);
gboolean     ent_timeline_whole_span     (EntDataset               *dataset,
                                          EntBasis                  basis,
                                          EntSpan                  *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimeline, ent_timeline_free)

G_END_DECLS
