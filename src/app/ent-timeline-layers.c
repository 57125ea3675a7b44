/* ent-timeline-layers.c: the pictures a living timeline is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-layers-private.h"

#include <math.h>
#include <string.h>

#include "ent-cairo-painter.h"
#include "ent-palette.h"

/* What is painted on each side of the view, in views, and how much may be painted at all. */
#define MARGIN 0.625
#define MARGIN_BELOW 0.5
#define MAX_SURFACE 16384

#define FADE_MICROSECONDS 160000

/* What was painted in a hurry is painted wider when so much time has passed. */
#define LEISURE_MICROSECONDS 100000

static void
picture_clear (EntPicture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->scene, ent_scene_unref);
  g_clear_pointer (&self->key.packing.rows, ent_row_set_unref);
  g_clear_pointer (&self->key.packing.grouping, ent_grouping_unref);
}

/**
 * ent_timeline_layers_new:
 * @ready: called when a frame would look different, as something has been packed; its answer is of no
 * interest
 * @data: given to @ready
 *
 * Returns: (transfer full): layers
 */
EntTimelineLayers *
ent_timeline_layers_new (GSourceFunc ready,
                         gpointer    data)
{
  EntTimelineLayers *self = g_new0 (EntTimelineLayers, 1);

  self->packer = ent_timeline_packer_new (ready, data);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (EntOverlayPiece));
  g_array_set_clear_func (self->pieces, ent_overlay_piece_clear);
  self->shown = -1;
  self->fading = -1;
  return self;
}

void
ent_timeline_layers_free (EntTimelineLayers *self)
{
  for (int i = 0; i < ENT_N_PICTURES; i++)
    picture_clear (&self->pictures[i]);
  g_clear_pointer (&self->canvas, cairo_surface_destroy);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->held, ent_scene_unref);
  ent_timeline_packer_free (self->packer);
  g_free (self);
}

/** ent_timeline_layers_forget: (skip): what was packed of a dataset that is no longer shown */
void
ent_timeline_layers_forget (EntTimelineLayers *self)
{
  ent_timeline_packer_forget (self->packer);
  self->of_another = TRUE;
}

/* The picture */

/* Where the picture lies: about the view, so that the view's left edge stands on a whole pixel. While the
 * scale changes there is no use in more than the view. */
static void
place_picture (const EntTimelineFrame *frame,
               double                  content,
               gboolean                narrow,
               EntPicture             *picture)
{
  EntTimeScale scale = ent_timeline_frame_scale (frame);
  double most = floor ((double) MAX_SURFACE / frame->scale_factor);
  double margin = narrow ? 0 : fmin (MARGIN * frame->width, fmax ((most - frame->width) / 2, 0));
  double before;

  picture->content = content;
  picture->span = frame->span;
  if (margin > 0)
    {
      picture->span.start = ent_time_add_saturated (frame->span.start, -margin / scale.px_per_second);
      picture->span.end = ent_time_add_saturated (frame->span.end, margin / scale.px_per_second);
    }
  before = -ent_time_scale_to_x (&scale, picture->span.start);
  picture->x = ceil (before) - before;
  picture->width = picture->x + before + ent_time_scale_to_x (&scale, picture->span.end);
  picture->view = frame->at_rest ? frame->span : picture->span;
  picture->top =
    narrow ? floor (frame->scroll) : fmax (floor (frame->scroll - MARGIN_BELOW * frame->height), 0);
  picture->height = fmin (frame->height + (narrow ? 1 : 2 * MARGIN_BELOW * frame->height),
                          fmax (content, frame->height) - picture->top);
  picture->height = fmin (fmax (picture->height, 1), most);
}

static void
paint_picture (EntTimelineLayers      *self,
               const EntTimelineFrame *frame,
               EntTimeline            *timeline,
               const EntPictureKey    *key,
               gboolean                narrow,
               EntPicture             *picture)
{
  double content = fmax (ent_timeline_get_height (timeline), frame->height);
  int factor = frame->scale_factor;
  EntTimelineLook look;
  EntDrawing drawing;
  cairo_t *cr;

  picture_clear (picture);
  /* What makes the packing is kept, for it is compared with others; the dataset is known by its place alone. */
  picture->key = *key;
  if (picture->key.packing.rows != NULL)
    ent_row_set_ref (picture->key.packing.rows);
  if (picture->key.packing.grouping != NULL)
    ent_grouping_ref (picture->key.packing.grouping);
  picture->narrow = narrow;
  picture->time = frame->time;
  place_picture (frame, content, narrow, picture);

  ent_timeline_layers_begin (self, frame, picture->width, content, &drawing);
  drawing.x0 = picture->x;
  drawing.x1 = picture->width;
  ent_timeline_frame_get_look (frame, ENT_TIMELINE_GRID | ENT_TIMELINE_MARKS, &look);
  look.span = picture->span;
  look.view = picture->view;
  look.top = picture->top;
  look.bottom = fmax (picture->top + picture->height, content);
  ent_timeline_draw_look (timeline, &drawing, &look);
  picture->scene = ent_scene_builder_end (drawing.builder);

  /* A new one each time: what has been handed over is copied by cairo before it changes, but not when it goes. */
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (picture->width * factor),
                                                 (int) ceil (picture->height * factor));
  cr = cairo_create (picture->surface);
  ent_timeline_layers_set_color (cr, frame->theme->view, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, 0, -picture->top);
  ent_cairo_painter_paint (picture->scene, cr, NULL, ent_timeline_packer_get_context (self->packer));
  cairo_destroy (cr);
  cairo_surface_set_device_scale (picture->surface, factor, factor);
  self->n_painted++;
}

static gboolean
reaches (const EntPicture       *picture,
         const EntTimelineFrame *frame)
{
  return picture->span.start <= frame->span.start && picture->span.end >= frame->span.end &&
         picture->top <= frame->scroll &&
         picture->top + picture->height >= fmin (frame->scroll + frame->height, picture->content) - 1;
}

/* Whether there is time now to paint what will be needed when the view moves. */
static gboolean
wants_more (EntTimelineLayers      *self,
            const EntTimelineFrame *frame)
{
  const EntPicture *picture = self->shown >= 0 ? &self->pictures[self->shown] : NULL;

  return picture != NULL && picture->narrow && frame->at_rest && frame->time - picture->time > LEISURE_MICROSECONDS;
}

static int
free_picture (const EntTimelineLayers *self)
{
  int next = self->shown;

  do
    next = (next + 1) % ENT_N_PICTURES;
  while (next == self->fading || next == self->shown);
  return next;
}

/* Whether the eye is helped by fading from one picture to the next: when more has changed than where and how
 * large. */
static gboolean
fades (const EntPicture       *last,
       const EntPictureKey    *key,
       const EntTimelineFrame *frame)
{
  EntPackingKey packing = last->key.packing;

  packing.height = key->packing.height;
  packing.today = key->packing.today;
  if (!frame->animated)
    return FALSE;
  return !ent_packing_key_equal (&packing, &key->packing) || last->key.theme != key->theme ||
         last->key.selection != key->selection || last->key.arrangement != key->arrangement ||
         !ent_span_overlaps (&last->span, &frame->span) ||
         (frame->at_rest && !ent_span_equal (&last->view, &frame->span));
}

static void
update_picture (EntTimelineLayers      *self,
                const EntTimelineFrame *frame,
                EntTimeline            *timeline)
{
  EntPicture *last = self->shown >= 0 ? &self->pictures[self->shown] : NULL;
  gboolean same;
  gboolean narrow;
  EntPictureKey key;
  int next;

  if (timeline == NULL)
    return;
  ent_timeline_frame_get_picture (frame, &key);
  same = last != NULL && memcmp (&last->key, &key, sizeof key) == 0;
  if (same && reaches (last, frame) && (!frame->at_rest || ent_span_equal (&last->view, &frame->span)) &&
      !wants_more (self, frame))
    return;
  /* The first is to be there soon. At another scale than before it will be at yet another in the next frame. */
  narrow = last == NULL || (last->key.px_per_second != key.px_per_second && !frame->at_rest);
  next = self->shown < 0 ? 0 : free_picture (self);
  if (last != NULL && fades (last, &key, frame))
    {
      /* One after the other in quick succession, the first goes on to fade. */
      if (self->fading < 0 || last->key.selection != key.selection)
        {
          self->fading = self->shown;
          self->fade_start = frame->time;
          next = free_picture (self);
        }
    }
  paint_picture (self, frame, timeline, &key, narrow, &self->pictures[next]);
  self->shown = next;
}

static void
append_picture (GtkSnapshot            *snapshot,
                const EntTimelineFrame *frame,
                const EntPicture       *picture,
                double                  opacity,
                double                 *shown_x)
{
  double axis = ent_timeline_frame_axis_height ();
  double factor = frame->scale_factor;
  EntTimeScale scale = ent_timeline_frame_scale (frame);
  double stretch = scale.px_per_second / picture->key.px_per_second;
  double x = ent_time_scale_to_x (&scale, picture->span.start) - picture->x * stretch;
  double y = picture->top - frame->scroll;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, (float) axis, (float) frame->width, (float) (frame->height - axis)));

  if (stretch == 1)
    x = round (x * factor) / factor;
  y = round (y * factor) / factor;
  *shown_x = x;
  cairo_translate (cr, x, y);
  cairo_scale (cr, stretch, 1);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            stretch == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  if (opacity < 1)
    cairo_paint_with_alpha (cr, opacity);
  else
    cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * ent_timeline_layers_snapshot:
 * @self: layers
 * @snapshot: what to add to
 * @frame: what is to be seen
 *
 * Shows a frame.
 *
 * Returns: whether the next frame will look different although nothing changes
 */
gboolean
ent_timeline_layers_snapshot (EntTimelineLayers      *self,
                              GtkSnapshot            *snapshot,
                              const EntTimelineFrame *frame)
{
  GdkRGBA ground = ent_palette_to_rgba (frame->theme->view);
  EntTimeline *timeline = NULL;
  EntPackingKey key;

  /* A picture at its own scale covers the ground. */
  if (frame->dataset == NULL || self->shown < 0 || !reaches (&self->pictures[self->shown], frame) ||
      self->pictures[self->shown].key.px_per_second != ent_timeline_frame_scale (frame).px_per_second)
    gtk_snapshot_append_color (snapshot, &ground,
                               &GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height));
  if (frame->dataset == NULL || frame->width < 1 || frame->height <= ent_timeline_frame_axis_height ())
    return FALSE;
  ent_timeline_frame_get_packing (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  update_picture (self, frame, timeline);

  if (timeline != NULL)
    self->of_another = FALSE;
  if (self->shown >= 0)
    append_picture (snapshot, frame, &self->pictures[self->shown], 1, &self->shown_x);
  self->shown_scroll = frame->scroll;
  if (self->fading >= 0)
    {
      double progress = (double) (frame->time - self->fade_start) / FADE_MICROSECONDS;
      double ignored;

      if (progress < 1 && frame->animated)
        append_picture (snapshot, frame, &self->pictures[self->fading], 1 - CLAMP (progress, 0, 1), &ignored);
      else
        self->fading = -1;
    }
  ent_timeline_layers_append_overlay (self, snapshot, frame, timeline);
  return self->fading >= 0;
}

/** ent_timeline_layers_get_height: (skip): of axis and lanes together; 0 as long as it is not known */
double
ent_timeline_layers_get_height (EntTimelineLayers      *self,
                                const EntTimelineFrame *frame)
{
  EntTimeline *timeline;
  EntPackingKey key;

  if (frame->dataset == NULL)
    return 0;
  ent_timeline_frame_get_packing (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  return timeline != NULL ? ent_timeline_get_height (timeline) : 0;
}

/* What is there */

static gboolean
hit_scene (const EntScene *scene,
           double          x,
           double          y,
           double          scene_x,
           double          scroll,
           EntTimelineHit *hit)
{
  const EntItem *item = ent_scene_hit (scene, x - scene_x, y + scroll);
  double x0, y0, x1, y1;

  if (item == NULL)
    return FALSE;
  ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
  hit->item = *item;
  hit->row = item->row;
  hit->group =
    item->row == ENT_ITEM_NO_ROW && (item->role == ENT_ROLE_FOLD || item->role == ENT_ROLE_DENSITY);
  hit->x = x0 + scene_x;
  hit->y = y0 - scroll;
  hit->width = x1 - x0;
  hit->height = y1 - y0;
  return hit->row != ENT_ROW_NONE || hit->group;
}

/**
 * ent_timeline_layers_hit:
 * @self: layers
 * @x: in the widget, CSS pixels
 * @y: likewise
 * @hit: (out caller-allocates): what is there in the frame that was shown last
 *
 * Returns: whether there is anything
 */
gboolean
ent_timeline_layers_hit (EntTimelineLayers *self,
                         double             x,
                         double             y,
                         EntTimelineHit    *hit)
{
  const EntPicture *picture = self->shown >= 0 ? &self->pictures[self->shown] : NULL;

  if (picture == NULL || self->of_another || y < ent_timeline_frame_axis_height () || self->held == NULL)
    return FALSE;
  return hit_scene (self->held, x, y, 0, self->shown_scroll, hit) ||
         hit_scene (picture->scene, x, y, self->shown_x, self->shown_scroll, hit);
}

/**
 * ent_timeline_layers_list:
 * @self: layers
 * @hit: a fold or a column that ent_timeline_layers_hit() found since the last frame
 * @covered: (out) (optional): from the first that is known of its events to the last
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the rows it stands for
 */
GArray *
ent_timeline_layers_list (EntTimelineLayers    *self,
                          const EntTimelineHit *hit,
                          EntSpan              *covered)
{
  const EntPicture *picture = self->shown >= 0 ? &self->pictures[self->shown] : NULL;
  EntTimeline *timeline =
    picture != NULL ? ent_timeline_packer_peek (self->packer, &picture->key.packing) : NULL;

  return timeline != NULL ? ent_timeline_list_fold (timeline,
                                                   hit->item.role == ENT_ROLE_DENSITY ? &self->overlay_key.span
                                                                                      : &picture->span,
                                                   &hit->item, covered)
                          : NULL;
}

/** ent_timeline_layers_locate: (skip): where an event stands in a frame; heights are the widget's. %FALSE if
 * unknown */
gboolean
ent_timeline_layers_locate (EntTimelineLayers      *self,
                            const EntTimelineFrame *frame,
                            guint32                 row,
                            guint                   lane,
                            EntTimelineSpot        *spot)
{
  EntTimeline *timeline;
  EntPackingKey key;

  if (frame->dataset == NULL)
    return FALSE;
  ent_timeline_frame_get_packing (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  return timeline != NULL && ent_timeline_frame_locate (frame, timeline, row, lane, spot);
}

/** ent_timeline_layers_step: (skip): ent_timeline_step() in the packing of a frame; %ENT_ROW_NONE if it is
 * not there yet */
guint32
ent_timeline_layers_step (EntTimelineLayers      *self,
                          const EntTimelineFrame *frame,
                          guint32                 row,
                          guint                  *lane,
                          int                     dx,
                          int                     dy)
{
  EntTimeline *timeline;
  EntPackingKey key;

  if (frame->dataset == NULL)
    return ENT_ROW_NONE;
  ent_timeline_frame_get_packing (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  return timeline != NULL ? ent_timeline_step (timeline, row, lane, dx, dy) : ENT_ROW_NONE;
}

/**
 * ent_timeline_layers_hit_head:
 * @self: layers
 * @x: in the widget, CSS pixels
 * @y: likewise
 * @lane: (out): the number of the lane
 *
 * Returns: whether the head of a lane, its name or the triangle before it, is there in the frame that was shown last
 */
gboolean
ent_timeline_layers_hit_head (EntTimelineLayers *self,
                              double             x,
                              double             y,
                              guint             *lane)
{
  gboolean expander;

  return !self->of_another && self->held != NULL && y >= ent_timeline_frame_axis_height () &&
         ent_scene_hit_head (self->held, x, y + self->shown_scroll, lane, &expander);
}

/**
 * ent_timeline_layers_dup_lanes:
 * @self: layers
 * @frame: what is to be seen
 * @focus: (out): the number of the lane that the event in focus stands in; 0 if there is none
 *
 * Returns: (transfer full): the keys of the lanes, from the top, ended by %NULL; none as long as they are not known
 */
GStrv
ent_timeline_layers_dup_lanes (EntTimelineLayers      *self,
                               const EntTimelineFrame *frame,
                               guint                  *focus)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  EntTimeline *timeline = NULL;
  EntTimelineSpot spot;
  EntPackingKey key;

  *focus = 0;
  if (frame->dataset != NULL)
    {
      ent_timeline_frame_get_packing (frame, &key);
      timeline = ent_timeline_packer_get (self->packer, &key);
    }
  for (guint i = 0; timeline != NULL && i < ent_timeline_get_n_lanes (timeline); i++)
    g_strv_builder_add (keys, ent_timeline_get_lane (timeline, i)->key);
  if (timeline != NULL && frame->focus != ENT_ROW_NONE &&
      ent_timeline_frame_locate (frame, timeline, frame->focus, frame->focus_lane, &spot))
    *focus = spot.lane;
  return g_strv_builder_end (keys);
}

/** ent_timeline_layers_get_painted: (skip): how many pictures have been painted; for tests and benchmarks */
guint
ent_timeline_layers_get_painted (EntTimelineLayers *self)
{
  return self->n_painted;
}
