/* ent-timeline-layers.c: the pictures a living timeline is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-layers.h"

#include "ent-axis.h"
#include "ent-cairo-painter.h"
#include "ent-palette.h"
#include "ent-timeline-packer.h"

#include <math.h>
#include <string.h>

/* What is painted on each side of the view, in views, and how much may be painted at all. */
#define MARGIN 0.625
#define MARGIN_BELOW 0.5
#define MAX_SURFACE 16384

/* Pictures are given over to the renderer, which may hold them till the frame after the next. */
#define N_SURFACES 3

#define FADE_MICROSECONDS 160000

/* From the left edge to the names of lanes: as far as from a tick to its text. */
#define INDENT 6

/* All that a picture depends on but where it lies. Compared whole: filled with zeros before it is set. */
typedef struct
{
  EntPackingKey   packing;
  const EntTheme *theme;
  double          px_per_second;
  int             scale_factor;
  guint           selection;
  guint32         goal;
} PictureKey;

/* Grid and marks of a stretch of time. */
typedef struct
{
  PictureKey       key;
  cairo_surface_t *surface; /* (owned) (nullable) */
  EntScene        *scene;   /* (owned) (nullable): none yet */
  EntSpan          span;
  EntSpan          view;    /* whose edges cut no label; @span while it moves */
  double           x;       /* of the span's start in the picture */
  double           width;
  double           top;     /* of the picture, in the timeline */
  double           height;
  double           content; /* height of the timeline */
} Picture;

/* All that is painted over a picture depends on. Compared whole. */
typedef struct
{
  PictureKey     picture;
  EntSpan        span;
  double         width;
  double         height;
  double         scroll;
  guint32        focus;
  gboolean       ring;
  guint32        hover_row;
  double         hover[4];
  gboolean       has_band;
  double         band_from;
  double         band_to;
  gboolean       packed;
} OverlayKey;

struct _EntTimelineLayers
{
  EntTimelinePacker *packer;               /* (owned) */
  Picture            pictures[N_SURFACES]; /* used in turn */
  int                shown;                /* of the pictures, or −1 */
  int                fading;               /* the one that is left, or −1 */
  gint64             fade_start;
  double             shown_x;              /* left of the shown picture in the widget */
  double             shown_scroll;
  cairo_surface_t   *overlays[N_SURFACES]; /* (owned) (nullable): used in turn */
  int                overlay;
  OverlayKey         overlay_key;
  EntScene          *held;                 /* (owned) (nullable): what of the overlay can be hit */
  guint              n_painted;
};

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

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->scene, ent_scene_unref);
}

/**
 * ent_timeline_layers_new:
 * @ready: called when a frame would look different, as something has been packed; its answer is of no interest
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
  self->shown = -1;
  self->fading = -1;
  return self;
}

void
ent_timeline_layers_free (EntTimelineLayers *self)
{
  for (int i = 0; i < N_SURFACES; i++)
    {
      picture_clear (&self->pictures[i]);
      g_clear_pointer (&self->overlays[i], cairo_surface_destroy);
    }
  g_clear_pointer (&self->held, ent_scene_unref);
  ent_timeline_packer_free (self->packer);
  g_free (self);
}

/** ent_timeline_layers_forget: (skip): what was packed of a dataset that is no longer shown */
void
ent_timeline_layers_forget (EntTimelineLayers *self)
{
  ent_timeline_packer_forget (self->packer);
}

static void
make_packing_key (const EntTimelineFrame *frame,
                  EntPackingKey          *key)
{
  memset (key, 0, sizeof *key);
  key->dataset = frame->dataset;
  key->language = frame->language;
  key->basis = frame->basis;
  key->step = ent_zoom_step (ent_timeline_frame_scale (frame).px_per_second);
  key->height = frame->height;
  key->today = frame->today;
}

static void
make_picture_key (const EntTimelineFrame *frame,
                  PictureKey             *key)
{
  memset (key, 0, sizeof *key);
  make_packing_key (frame, &key->packing);
  key->theme = frame->theme;
  key->px_per_second = ent_timeline_frame_scale (frame).px_per_second;
  key->scale_factor = frame->scale_factor;
  key->selection = frame->selection;
  key->goal = frame->goal;
}

static void
begin_drawing (EntTimelineLayers      *self,
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
    .style = ENT_STYLE_SCREEN,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
    .x1 = width,
  };
}

static void
make_look (const EntTimelineFrame *frame,
           EntTimelineParts        parts,
           EntTimelineLook        *look)
{
  ent_timeline_look_init (look, &frame->span);
  look->parts = parts;
  look->selected = frame->selected;
  look->n_selected = frame->n_selected;
  look->goal = frame->goal;
  look->indent = INDENT;
}

static void
set_color (cairo_t *cr,
           EntColor color,
           double   opacity)
{
  GdkRGBA rgba = ent_palette_to_rgba (color);

  cairo_set_source_rgba (cr, rgba.red, rgba.green, rgba.blue, rgba.alpha * opacity);
}

/* A surface of that many device pixels at least: the one that is there, if it is not much too large. */
static void
provide_surface (cairo_surface_t **surface,
                 cairo_format_t    format,
                 int               width,
                 int               height)
{
  if (*surface != NULL)
    {
      int has_width = cairo_image_surface_get_width (*surface);
      int has_height = cairo_image_surface_get_height (*surface);

      if (has_width >= width && has_height >= height && (gint64) has_width * has_height <= 2 * (gint64) width * height &&
          cairo_image_surface_get_format (*surface) == format)
        {
          cairo_surface_set_device_scale (*surface, 1, 1);
          return;
        }
      cairo_surface_destroy (*surface);
    }
  *surface = cairo_image_surface_create (format, width, height);
}

/* The picture */

static gint64
add_saturated (gint64 time,
               double seconds)
{
  double sum = (double) time + seconds;

  return sum <= -9.2e18 ? G_MININT64 : sum >= 9.2e18 ? G_MAXINT64 : time + (gint64) seconds;
}

/* Where the picture lies: about the view, so that the view's left edge stands on a whole pixel. While the scale
 * changes there is no use in more than the view. */
static void
place_picture (const EntTimelineFrame *frame,
               double                  content,
               gboolean                narrow,
               Picture                *picture)
{
  EntTimeScale scale = ent_timeline_frame_scale (frame);
  double most = floor ((double) MAX_SURFACE / frame->scale_factor);
  double margin = narrow ? 0 : fmin (MARGIN * frame->width, fmax ((most - frame->width) / 2, 0));
  double before;

  picture->content = content;
  picture->span = frame->span;
  if (margin > 0)
    {
      picture->span.start = add_saturated (frame->span.start, -margin / scale.px_per_second);
      picture->span.end = add_saturated (frame->span.end, margin / scale.px_per_second);
    }
  before = -ent_time_scale_to_x (&scale, picture->span.start);
  picture->x = ceil (before) - before;
  picture->width = picture->x + before + ent_time_scale_to_x (&scale, picture->span.end);
  picture->view = frame->at_rest ? frame->span : picture->span;
  picture->top = narrow ? floor (frame->scroll) : fmax (floor (frame->scroll - MARGIN_BELOW * frame->height), 0);
  picture->height = fmin (frame->height + (narrow ? 1 : 2 * MARGIN_BELOW * frame->height),
                          fmax (content, frame->height) - picture->top);
  picture->height = fmin (fmax (picture->height, 1), most);
}

static void
paint_picture (EntTimelineLayers      *self,
               const EntTimelineFrame *frame,
               EntTimeline            *timeline,
               const PictureKey       *key,
               gboolean                narrow,
               Picture                *picture)
{
  double content = fmax (ent_timeline_get_height (timeline), frame->height);
  int factor = frame->scale_factor;
  EntTimelineLook look;
  EntDrawing drawing;
  cairo_t *cr;

  g_clear_pointer (&picture->scene, ent_scene_unref);
  picture->key = *key;
  place_picture (frame, content, narrow, picture);

  begin_drawing (self, frame, picture->width, content, &drawing);
  drawing.x0 = picture->x;
  drawing.x1 = picture->width;
  make_look (frame, ENT_TIMELINE_GRID | ENT_TIMELINE_MARKS, &look);
  look.span = picture->span;
  look.view = picture->view;
  look.top = picture->top;
  look.bottom = fmax (picture->top + picture->height, content);
  ent_timeline_draw_look (timeline, &drawing, &look);
  picture->scene = ent_scene_builder_end (drawing.builder);

  provide_surface (&picture->surface, CAIRO_FORMAT_RGB24, (int) ceil (picture->width * factor),
                   (int) ceil (picture->height * factor));
  cr = cairo_create (picture->surface);
  set_color (cr, frame->theme->view, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, 0, -picture->top);
  ent_cairo_painter_paint (picture->scene, cr, NULL, ent_timeline_packer_get_context (self->packer));
  cairo_destroy (cr);
  cairo_surface_set_device_scale (picture->surface, factor, factor);
  self->n_painted++;
}

static gboolean
reaches (const Picture          *picture,
         const EntTimelineFrame *frame)
{
  return picture->span.start <= frame->span.start && picture->span.end >= frame->span.end &&
         picture->top <= frame->scroll &&
         picture->top + picture->height >= fmin (frame->scroll + frame->height, picture->content) - 1;
}

static int
free_picture (const EntTimelineLayers *self)
{
  int next = self->shown;

  do
    next = (next + 1) % N_SURFACES;
  while (next == self->fading || next == self->shown);
  return next;
}

/* Whether the eye is helped by fading from one picture to the next: when more has changed than where and how large. */
static gboolean
fades (const Picture          *last,
       const PictureKey       *key,
       const EntTimelineFrame *frame)
{
  EntPackingKey packing = last->key.packing;

  packing.height = key->packing.height;
  packing.today = key->packing.today;
  if (!frame->animated)
    return FALSE;
  return !ent_packing_key_equal (&packing, &key->packing) || last->key.theme != key->theme ||
         last->key.selection != key->selection || !ent_span_overlaps (&last->span, &frame->span) ||
         (last->key.px_per_second == key->px_per_second && frame->at_rest);
}

static void
update_picture (EntTimelineLayers      *self,
                const EntTimelineFrame *frame,
                EntTimeline            *timeline)
{
  Picture *last = self->shown >= 0 ? &self->pictures[self->shown] : NULL;
  gboolean same;
  gboolean narrow;
  PictureKey key;
  int next;

  if (timeline == NULL)
    return;
  make_picture_key (frame, &key);
  same = last != NULL && memcmp (&last->key, &key, sizeof key) == 0;
  if (same && reaches (last, frame) && (!frame->at_rest || ent_span_equal (&last->view, &frame->span)))
    return;
  /* At another scale than before it will be at yet another in the next frame. */
  narrow = last != NULL && last->key.px_per_second != key.px_per_second && !frame->at_rest;
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
                const Picture          *picture,
                double                  opacity,
                double                 *shown_x)
{
  double axis = ent_timeline_frame_axis_height ();
  double factor = frame->scale_factor;
  EntTimeScale scale = ent_timeline_frame_scale (frame);
  double stretch = scale.px_per_second / picture->key.px_per_second;
  double x = ent_time_scale_to_x (&scale, picture->span.start) - picture->x * stretch;
  double y = picture->top - frame->scroll;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) axis, (float) frame->width,
                                                                         (float) (frame->height - axis)));

  if (stretch == 1)
    x = round (x * factor) / factor;
  y = round (y * factor) / factor;
  *shown_x = x;
  cairo_translate (cr, x, y);
  cairo_scale (cr, stretch, 1);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), stretch == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  if (opacity < 1)
    cairo_paint_with_alpha (cr, opacity);
  else
    cairo_paint (cr);
  cairo_destroy (cr);
}

/* What is over it */

static void
make_overlay_key (const EntTimelineFrame *frame,
                  gboolean                packed,
                  OverlayKey             *key)
{
  memset (key, 0, sizeof *key);
  make_picture_key (frame, &key->picture);
  key->span = frame->span;
  key->width = frame->width;
  key->height = frame->height;
  key->scroll = frame->scroll;
  key->focus = frame->focus;
  key->ring = frame->ring;
  key->hover_row = ENT_ROW_NONE;
  if (frame->hover != NULL)
    {
      key->hover_row = frame->hover->row;
      key->hover[0] = frame->hover->x;
      key->hover[1] = frame->hover->y;
      key->hover[2] = frame->hover->width;
      key->hover[3] = frame->hover->height;
    }
  key->has_band = frame->has_band;
  key->band_from = frame->band_from;
  key->band_to = frame->band_to;
  key->packed = packed;
}

static EntScene *
draw_axis (EntTimelineLayers      *self,
           const EntTimelineFrame *frame,
           EntTimeline            *timeline)
{
  EntDrawing drawing;

  begin_drawing (self, frame, frame->width, ent_timeline_frame_axis_height () + 1, &drawing);
  if (timeline != NULL)
    {
      EntTimelineLook look;

      make_look (frame, ENT_TIMELINE_AXIS, &look);
      ent_timeline_draw_look (timeline, &drawing, &look);
    }
  else
    {
      EntAxisRequest axis = { .span = frame->span, .view = frame->span, .axis = TRUE };

      drawing.scale = ent_timeline_frame_scale (frame);
      drawing.view1 = drawing.x1;
      drawing.reserved_from = drawing.reserved_to = -HUGE_VAL;
      ent_axis_draw (&drawing, &axis);
    }
  return ent_scene_builder_end (drawing.builder);
}

static EntScene *
draw_held (EntTimelineLayers      *self,
           const EntTimelineFrame *frame,
           EntTimeline            *timeline)
{
  double content = fmax (ent_timeline_get_height (timeline), frame->height);
  EntTimelineLook look;
  EntDrawing drawing;

  begin_drawing (self, frame, frame->width, content, &drawing);
  make_look (frame, ENT_TIMELINE_HELD | ENT_TIMELINE_SELECTION, &look);
  look.top = frame->scroll;
  look.bottom = frame->scroll + frame->height;
  ent_timeline_draw_look (timeline, &drawing, &look);
  return ent_scene_builder_end (drawing.builder);
}

static void
round_rect (cairo_t *cr,
            double   x,
            double   y,
            double   width,
            double   height,
            double   radius)
{
  radius = fmin (radius, fmin (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static gboolean
locate (const EntTimelineFrame *frame,
        EntTimeline            *timeline,
        guint32                 row,
        EntTimelineSpot        *spot)
{
  double px_per_second = ent_timeline_frame_scale (frame).px_per_second;
  /* At the view's scale, as wide as what was packed. */
  EntSpan span = { frame->span.start, add_saturated (frame->span.start, round (ENT_PACKING_WIDTH / px_per_second)) };

  if (ent_span_is_empty (&span) || !ent_timeline_locate (timeline, &span, row, spot))
    return FALSE;
  spot->y -= frame->scroll;
  spot->label_y -= frame->scroll;
  return TRUE;
}

static EntKindStyle
kind_of (const EntTimelineFrame *frame,
         guint32                 row)
{
  return ent_kind_style (ent_dataset_get_kind_word (frame->dataset, row));
}

static double
radius_of (const EntTimelineFrame *frame,
           guint32                 row)
{
  return ent_style_radius (&ENT_STYLE_SCREEN, ent_dataset_get_severity (frame->dataset, row));
}

static void
paint_hover (const EntTimelineFrame *frame,
             EntTimeline            *timeline,
             cairo_t                *cr)
{
  const EntTimelineHit *hover = frame->hover;
  EntTimelineSpot spot;

  if (hover == NULL)
    return;
  if (hover->row != ENT_ROW_NONE && locate (frame, timeline, hover->row, &spot))
    {
      set_color (cr, frame->theme->kind[kind_of (frame, hover->row)], 0.28);
      cairo_arc (cr, spot.folded ? spot.fold_x : spot.x, spot.y, radius_of (frame, hover->row) + 6, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (hover->group)
    {
      set_color (cr, frame->theme->ink, 0.16);
      round_rect (cr, hover->x - 3, hover->y - 3, hover->width + 6, hover->height + 6, 6);
      cairo_fill (cr);
    }
}

/* What of an event is drawn in a scene that one would call it by: its mark and its name. */
static void
extend_over_item (const EntScene *scene,
                  guint32         row,
                  double          dx,
                  double          box[4])
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double x0, y0, x1, y1;

      if (items[i].row != row || (items[i].role != ENT_ROLE_MARK && items[i].role != ENT_ROLE_SELECTION &&
                                  items[i].role != ENT_ROLE_LABEL))
        continue;
      ent_item_get_bounds (&items[i], &x0, &y0, &x1, &y1);
      box[0] = fmin (box[0], x0 + dx);
      box[1] = fmin (box[1], y0);
      box[2] = fmax (box[2], x1 + dx);
      box[3] = fmax (box[3], y1);
    }
}

/* Round mark and label together, or the whole view when no event has the focus. */
static void
paint_ring (EntTimelineLayers      *self,
            const EntTimelineFrame *frame,
            EntTimeline            *timeline,
            cairo_t                *cr)
{
  double box[4] = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
  EntTimelineSpot spot;

  if (!frame->ring)
    return;
  set_color (cr, frame->theme->accent, 1);
  cairo_set_line_width (cr, 2 * frame->theme->line_scale);
  if (frame->focus == ENT_ROW_NONE || !locate (frame, timeline, frame->focus, &spot))
    {
      cairo_rectangle (cr, 1, ent_timeline_frame_axis_height () + 2, frame->width - 2,
                       frame->height - ent_timeline_frame_axis_height () - 3);
      cairo_stroke (cr);
      return;
    }
  extend_over_item (self->held, frame->focus, 0, box);
  if (self->shown >= 0)
    {
      EntTimeScale scale = ent_timeline_frame_scale (frame);
      const Picture *picture = &self->pictures[self->shown];

      extend_over_item (picture->scene, frame->focus,
                        ent_time_scale_to_x (&scale, picture->span.start) - picture->x, box);
    }
  if (box[0] > box[2])
    {
      double half = radius_of (frame, frame->focus) + 4;

      box[0] = spot.fold_x - half;
      box[2] = spot.fold_x + half;
      box[1] = spot.y + frame->scroll - half;
      box[3] = spot.y + frame->scroll + half;
    }
  box[0] = fmax (box[0] - 4, 1);
  box[2] = fmin (box[2] + 4, frame->width - 1);
  if (box[2] <= box[0])
    return;
  round_rect (cr, round (box[0]), round (box[1] - frame->scroll - 3), round (box[2] - box[0]),
              round (box[3] - box[1] + 6), 5);
  cairo_stroke (cr);
}

static void
paint_band (const EntTimelineFrame *frame,
            cairo_t                *cr)
{
  double x0 = fmin (frame->band_from, frame->band_to);
  double x1 = fmax (frame->band_from, frame->band_to);

  if (!frame->has_band)
    return;
  set_color (cr, frame->theme->accent, 0.16);
  cairo_rectangle (cr, x0, 0, x1 - x0, frame->height);
  cairo_fill (cr);
  set_color (cr, frame->theme->accent, 1);
  cairo_rectangle (cr, round (x0) - 0.5, 0, 1, frame->height);
  cairo_rectangle (cr, round (x1) - 0.5, 0, 1, frame->height);
  cairo_fill (cr);
}

static void
paint_overlay (EntTimelineLayers      *self,
               const EntTimelineFrame *frame,
               EntTimeline            *timeline,
               cairo_surface_t        *surface)
{
  PangoContext *context = ent_timeline_packer_get_context (self->packer);
  double axis_height = ent_timeline_frame_axis_height ();
  g_autoptr (EntScene) axis = draw_axis (self, frame, timeline);
  cairo_t *cr = cairo_create (surface);

  g_clear_pointer (&self->held, ent_scene_unref);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_scale (cr, frame->scale_factor, frame->scale_factor);
  if (timeline != NULL)
    {
      self->held = draw_held (self, frame, timeline);
      cairo_save (cr);
      cairo_rectangle (cr, 0, axis_height, frame->width, frame->height - axis_height);
      cairo_clip (cr);
      paint_hover (frame, timeline, cr);
      cairo_save (cr);
      cairo_translate (cr, 0, -frame->scroll);
      ent_cairo_painter_paint (self->held, cr, NULL, context);
      cairo_restore (cr);
      paint_ring (self, frame, timeline, cr);
      cairo_restore (cr);
    }
  cairo_rectangle (cr, 0, 0, frame->width, axis_height);
  set_color (cr, frame->theme->view, 1);
  cairo_fill (cr);
  ent_cairo_painter_paint (axis, cr, NULL, context);
  paint_band (frame, cr);
  cairo_destroy (cr);
}

static void
append_overlay (EntTimelineLayers      *self,
                GtkSnapshot            *snapshot,
                const EntTimelineFrame *frame,
                EntTimeline            *timeline)
{
  int factor = frame->scale_factor;
  OverlayKey key;
  cairo_t *cr;

  make_overlay_key (frame, timeline != NULL, &key);
  if (memcmp (&key, &self->overlay_key, sizeof key) != 0)
    {
      self->overlay = (self->overlay + 1) % N_SURFACES;
      provide_surface (&self->overlays[self->overlay], CAIRO_FORMAT_ARGB32, (int) ceil (frame->width * factor),
                       (int) ceil (frame->height * factor));
      paint_overlay (self, frame, timeline, self->overlays[self->overlay]);
      cairo_surface_set_device_scale (self->overlays[self->overlay], factor, factor);
      self->overlay_key = key;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height));
  cairo_set_source_surface (cr, self->overlays[self->overlay], 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
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

  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height));
  if (frame->dataset == NULL || frame->width < 1 || frame->height <= ent_timeline_frame_axis_height ())
    return FALSE;
  make_packing_key (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  update_picture (self, frame, timeline);

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
  append_overlay (self, snapshot, frame, timeline);
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
  make_packing_key (frame, &key);
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
  hit->group = item->row == ENT_ITEM_NO_ROW && (item->role == ENT_ROLE_FOLD || item->role == ENT_ROLE_DENSITY);
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
  const Picture *picture = self->shown >= 0 ? &self->pictures[self->shown] : NULL;

  if (picture == NULL || y < ent_timeline_frame_axis_height () || self->held == NULL)
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
  const Picture *picture = self->shown >= 0 ? &self->pictures[self->shown] : NULL;
  EntTimeline *timeline = picture != NULL ? ent_timeline_packer_peek (self->packer, &picture->key.packing) : NULL;

  return timeline != NULL ? ent_timeline_list_fold (timeline, &picture->span, &hit->item, covered) : NULL;
}

/** ent_timeline_layers_locate: (skip): where an event stands in a frame; heights are the widget's. %FALSE if unknown */
gboolean
ent_timeline_layers_locate (EntTimelineLayers      *self,
                            const EntTimelineFrame *frame,
                            guint32                 row,
                            EntTimelineSpot        *spot)
{
  EntTimeline *timeline;
  EntPackingKey key;

  if (frame->dataset == NULL)
    return FALSE;
  make_packing_key (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  return timeline != NULL && locate (frame, timeline, row, spot);
}

/** ent_timeline_layers_step: (skip): ent_timeline_step() in the packing of a frame; %ENT_ROW_NONE if it is not there yet */
guint32
ent_timeline_layers_step (EntTimelineLayers      *self,
                          const EntTimelineFrame *frame,
                          guint32                 row,
                          int                     dx,
                          int                     dy)
{
  EntTimeline *timeline;
  EntPackingKey key;

  if (frame->dataset == NULL)
    return ENT_ROW_NONE;
  make_packing_key (frame, &key);
  timeline = ent_timeline_packer_get (self->packer, &key);
  return timeline != NULL ? ent_timeline_step (timeline, row, dx, dy) : ENT_ROW_NONE;
}

/** ent_timeline_layers_get_painted: (skip): how many pictures have been painted; for tests and benchmarks */
guint
ent_timeline_layers_get_painted (EntTimelineLayers *self)
{
  return self->n_painted;
}

/** ent_timeline_layers_get_words: (skip): (transfer none): the words of a picture in @language, which is interned */
const EntWords *
ent_timeline_layers_get_words (EntTimelineLayers *self,
                               const char        *language)
{
  return ent_timeline_packer_get_words (self->packer, language);
}
