/* ent-timeline-layers-frame.c: what a frame needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-layers-private.h"

#include <math.h>
#include <string.h>

#include "ent-palette.h"

/* From the left edge to the names of lanes, with room for their triangles. */
#define INDENT 28

/** ent_timeline_frame_axis_height: (skip): how high the axis is, CSS pixels */
double
ent_timeline_frame_axis_height (void)
{
  return ent_style_axis_height (&ENT_STYLE_SCREEN);
}

/** ent_timeline_frame_scale: (skip): between time and the widget's pixels */
EntTimeScale
ent_timeline_frame_scale (const EntTimelineFrame *frame)
{
  return ent_time_scale_fit (&frame->span, 0, fmax (frame->width, 1));
}

/** ent_timeline_frame_get_packing: (skip): the packing a frame needs */
void
ent_timeline_frame_get_packing (const EntTimelineFrame *frame,
                                EntPackingKey          *key)
{
  memset (key, 0, sizeof *key);
  key->dataset = frame->dataset;
  key->rows = frame->rows;
  key->grouping = frame->grouping;
  key->language = frame->language;
  key->basis = frame->basis;
  key->step = ent_zoom_step (ent_timeline_frame_scale (frame).px_per_second);
  key->height = frame->height;
  key->today = frame->today;
}

/** ent_timeline_frame_get_picture: (skip): the picture a frame needs, wherever it lies */
void
ent_timeline_frame_get_picture (const EntTimelineFrame *frame,
                                EntPictureKey          *key)
{
  memset (key, 0, sizeof *key);
  ent_timeline_frame_get_packing (frame, &key->packing);
  key->theme = frame->theme;
  key->px_per_second = ent_timeline_frame_scale (frame).px_per_second;
  key->scale_factor = frame->scale_factor;
  key->arrangement = frame->arrangement;
  key->selection = frame->selection;
  key->goal = frame->goal;
}

/** ent_timeline_layers_begin: (skip): a drawing of that size in a frame's language and colours */
void
ent_timeline_layers_begin (EntTimelineLayers      *self,
                           const EntTimelineFrame *frame,
                           double                  width,
                           double                  height,
                           EntDrawing             *drawing)
{
  *drawing = (EntDrawing){
    .builder = ent_scene_builder_new (width, height, frame->language),
    .dataset = frame->dataset,
    .measure = ent_timeline_packer_get_measure (self->packer, frame->language),
    .words = ent_timeline_packer_get_words (self->packer, frame->language),
    .theme = frame->theme,
    .language = frame->language,
    .coloring = frame->coloring,
    .style = ENT_STYLE_SCREEN,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
    .x1 = width,
  };
}

/** ent_timeline_frame_get_look: (skip): what parts of the timeline look like in a frame */
void
ent_timeline_frame_get_look (const EntTimelineFrame *frame,
                             EntTimelineParts        parts,
                             EntTimelineLook        *look)
{
  ent_timeline_look_init (look, &frame->span);
  look->parts = parts;
  look->selected = frame->selected;
  look->n_selected = frame->n_selected;
  look->links = frame->links;
  look->chain = frame->chain;
  look->lit = frame->lit;
  look->hits = frame->hits;
  look->goal = frame->goal;
  look->indent = INDENT;
  look->expanders = TRUE;
}

/** ent_timeline_layers_set_color: (skip): what cairo paints with from now on */
void
ent_timeline_layers_set_color (cairo_t  *cr,
                               EntColor  color,
                               double    opacity)
{
  GdkRGBA rgba = ent_palette_to_rgba (color);

  cairo_set_source_rgba (cr, rgba.red, rgba.green, rgba.blue, rgba.alpha * opacity);
}

/** ent_time_add_saturated: (skip): a time so much later, or the last there is */
gint64
ent_time_add_saturated (gint64 time,
                        double seconds)
{
  double sum = (double) time + seconds;

  return sum <= -9.2e18 ? G_MININT64 : sum >= 9.2e18 ? G_MAXINT64 : time + (gint64) seconds;
}

/** ent_timeline_frame_locate: (skip): where an event stands in a frame; heights are the widget's */
gboolean
ent_timeline_frame_locate (const EntTimelineFrame *frame,
                           EntTimeline            *timeline,
                           guint32                 row,
                           guint                   lane,
                           EntTimelineSpot        *spot)
{
  double px_per_second = ent_timeline_frame_scale (frame).px_per_second;
  /* At the view's scale, as wide as what was packed. */
  EntSpan span = { frame->span.start,
                   ent_time_add_saturated (frame->span.start, round (ENT_PACKING_WIDTH / px_per_second)) };

  if (ent_span_is_empty (&span) || !ent_timeline_locate (timeline, &span, row, lane, spot))
    return FALSE;
  spot->y -= frame->scroll;
  spot->label_y -= frame->scroll;
  return TRUE;
}
