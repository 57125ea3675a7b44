/* ent-timeline-layers.h: the pictures a living timeline is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-marker-lines.h"
#include "ent-timeline.h"

G_BEGIN_DECLS

/**
 * EntTimelineHit:
 * @row: the event, or %ENT_ROW_NONE
 * @group: whether it is a fold or a column instead
 * @item: what was hit, as drawn
 * @x: left of it in the widget, CSS pixels
 * @y: top
 * @width: of it
 * @height: of it
 *
 * What is under the pointer.
 */
typedef struct
{
  guint32  row;
  gboolean group;
  EntItem  item;
  double   x;
  double   y;
  double   width;
  double   height;
} EntTimelineHit;

/**
 * EntTimelineFrame:
 * @dataset: (nullable): the events
 * @rows: (nullable): those of them that are shown; %NULL for all
 * @grouping: (nullable): what makes the lanes; another only if it is not equal
 * @coloring: (nullable): what the colours tell
 * @links: which links are shown
 * @chain: (nullable): what stands out with the selected events
 * @lit: (nullable): those that match, where the others are shown as well; %NULL for all
 * @hits: (nullable): those that a search found, and that are marked
 * @arrangement: another number for another of these
 * @language: (nullable): of titles and words; by g_intern_string()
 * @theme: the colours
 * @basis: which dates
 * @width: of the widget, CSS pixels
 * @height: of it, axis included
 * @scale_factor: device pixels a CSS pixel
 * @span: what is in view
 * @scroll: how far the lanes are scrolled up
 * @today: seconds UTC
 * @selected: the selected rows, ascending
 * @n_selected: how many
 * @selection: another number for another selection
 * @goal: the event that a selected one was reached from, or %ENT_ROW_NONE
 * @focus: the event in focus, or %ENT_ROW_NONE
 * @focus_lane: the lane it is in, or %ENT_LANE_ANY
 * @ring: whether the focus is shown, as for keys
 * @hover: (nullable): what the pointer is on
 * @markers: markers A and B
 * @marking: another number for other markers
 * @has_band: whether a span is being selected
 * @band_from: x of one end of it
 * @band_to: x of the other
 * @at_rest: whether nothing has moved for a moment
 * @animated: whether changes may take their time
 * @time: of the frame, microseconds
 *
 * All that a frame depends on.
 */
typedef struct
{
  EntDataset           *dataset;
  EntRowSet            *rows;
  EntGrouping          *grouping;
  EntColoring          *coloring;
  EntLinksShown         links;
  EntRowSet            *chain;
  EntRowSet            *lit;
  EntRowSet            *hits;
  guint                 arrangement;
  const char           *language;
  const EntTheme       *theme;
  EntBasis              basis;
  double                width;
  double                height;
  int                   scale_factor;
  EntSpan               span;
  double                scroll;
  gint64                today;
  const guint32        *selected;
  guint                 n_selected;
  guint                 selection;
  guint32               goal;
  guint32               focus;
  guint                 focus_lane;
  gboolean              ring;
  const EntTimelineHit *hover;
  const EntMarkerLines *markers;
  guint                 marking;
  gboolean              has_band;
  double                band_from;
  double                band_to;
  gboolean              at_rest;
  gboolean              animated;
  gint64                time;
} EntTimelineFrame;

/**
 * EntTimelineLayers:
 *
 * Paints frames. What moves with time is painted once, wider than the view, and moved as long as it reaches; what stays
 * in place — axis, names held at the edges, selection, hover — is painted over it. What takes too long to be packed is
 * shown as it was until it is ready. Belongs to the main thread.
 */
typedef struct _EntTimelineLayers EntTimelineLayers;

EntTimelineLayers *ent_timeline_layers_new        (GSourceFunc             ready,
                                                   gpointer                data);
void               ent_timeline_layers_free       (EntTimelineLayers      *self);
void               ent_timeline_layers_forget     (EntTimelineLayers      *self);
gboolean           ent_timeline_layers_snapshot   (EntTimelineLayers      *self,
                                                   GtkSnapshot            *snapshot,
                                                   const EntTimelineFrame *frame);
double             ent_timeline_layers_get_height (EntTimelineLayers      *self,
                                                   const EntTimelineFrame *frame);
gboolean           ent_timeline_layers_hit        (EntTimelineLayers      *self,
                                                   double                  x,
                                                   double                  y,
                                                   EntTimelineHit         *hit);
GArray            *ent_timeline_layers_list       (EntTimelineLayers      *self,
                                                   const EntTimelineHit   *hit,
                                                   EntSpan                *covered);
gboolean           ent_timeline_layers_locate     (EntTimelineLayers      *self,
                                                   const EntTimelineFrame *frame,
                                                   guint32                 row,
                                                   guint                   lane,
                                                   EntTimelineSpot        *spot);
guint32            ent_timeline_layers_step       (EntTimelineLayers      *self,
                                                   const EntTimelineFrame *frame,
                                                   guint32                 row,
                                                   guint                  *lane,
                                                   int                     dx,
                                                   int                     dy);
gboolean           ent_timeline_layers_hit_head   (EntTimelineLayers      *self,
                                                   double                  x,
                                                   double                  y,
                                                   guint                  *lane);
GStrv              ent_timeline_layers_dup_lanes  (EntTimelineLayers      *self,
                                                   const EntTimelineFrame *frame,
                                                   guint                  *focus);
guint              ent_timeline_layers_get_painted (EntTimelineLayers     *self);

double             ent_timeline_frame_axis_height (void);
EntTimeScale       ent_timeline_frame_scale       (const EntTimelineFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimelineLayers, ent_timeline_layers_free)

G_END_DECLS
