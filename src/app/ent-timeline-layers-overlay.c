/* ent-timeline-layers-overlay.c: what of a living timeline stays in place when the view moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-layers-private.h"

#include <math.h>
#include <string.h>

#include "ent-axis.h"
#include "ent-cairo-painter.h"

/* CSS pixels. */
#define CELL_WIDTH 48
#define CELL_HEIGHT 16

static void
make_overlay_key (const EntTimelineFrame *frame,
                  gboolean                packed,
                  EntOverlayKey          *key)
{
  memset (key, 0, sizeof *key);
  ent_timeline_frame_get_picture (frame, &key->picture);
  key->span = frame->span;
  key->width = frame->width;
  key->height = frame->height;
  key->scroll = frame->scroll;
  key->focus = frame->focus;
  key->focus_lane = frame->focus_lane;
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
  key->marking = frame->marking;
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

  ent_timeline_layers_begin (self, frame, frame->width, ent_timeline_frame_axis_height () + 1, &drawing);
  if (timeline != NULL)
    {
      EntTimelineLook look;

      ent_timeline_frame_get_look (frame, ENT_TIMELINE_AXIS, &look);
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

  ent_timeline_layers_begin (self, frame, frame->width, content, &drawing);
  ent_timeline_frame_get_look (frame, ENT_TIMELINE_HELD | ENT_TIMELINE_SELECTION, &look);
  look.top = frame->scroll;
  look.bottom = frame->scroll + frame->height;
  ent_timeline_draw_look (timeline, &drawing, &look);
  return ent_scene_builder_end (drawing.builder);
}

/* Pieces: most of an overlay is empty, and what is handed over costs by its size. A canvas is divided into cells, and
 * those that something was painted on are handed over. */

typedef struct
{
  guint8 *used; /* (owned): row by row */
  int     n_columns;
  int     n_rows;
  double  scroll;
} Cells;

static void
cells_use (Cells *self,
           double x0,
           double y0,
           double x1,
           double y1)
{
  int left = (int) CLAMP (floor (x0 / CELL_WIDTH), 0, self->n_columns);
  int right = (int) CLAMP (ceil (x1 / CELL_WIDTH), 0, self->n_columns);
  int top = (int) CLAMP (floor (y0 / CELL_HEIGHT), 0, self->n_rows);
  int bottom = (int) CLAMP (ceil (y1 / CELL_HEIGHT), 0, self->n_rows);

  for (int row = top; row < bottom && right > left; row++)
    memset (self->used + row * self->n_columns + left, TRUE, (gsize) (right - left));
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

static EntColor
color_of (const EntTimelineFrame *frame,
          guint32                 row)
{
  return ent_coloring_get_color (frame->coloring, frame->theme,
                                 ent_coloring_get_class (frame->coloring, frame->dataset, row));
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
             Cells                  *cells,
             cairo_t                *cr)
{
  const EntTimelineHit *hover = frame->hover;
  EntTimelineSpot spot;

  if (hover == NULL)
    return;
  if (hover->row != ENT_ROW_NONE && ent_timeline_frame_locate (frame, timeline, hover->row, hover->item.lane, &spot))
    {
      double x = spot.folded ? spot.fold_x : spot.x;
      double radius = radius_of (frame, hover->row) + 6;

      ent_timeline_layers_set_color (cr, color_of (frame, hover->row), 0.28);
      cairo_arc (cr, x, spot.y, radius, 0, 2 * G_PI);
      cells_use (cells, x - radius, spot.y - radius, x + radius, spot.y + radius);
    }
  else
    {
      ent_timeline_layers_set_color (cr, frame->theme->ink, 0.16);
      round_rect (cr, hover->x - 3, hover->y - 3, hover->width + 6, hover->height + 6, 6);
      cells_use (cells, hover->x - 3, hover->y - 3, hover->x + hover->width + 3, hover->y + hover->height + 3);
    }
  cairo_fill (cr);
}

/* What of an event is drawn in a scene that one would call it by: its mark and its name. */
static void
extend_over_item (const EntScene *scene,
                  guint32         row,
                  guint           lane,
                  double          dx,
                  double          box[4])
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double x0, y0, x1, y1;

      if (items[i].row != row || items[i].lane != lane || (items[i].role != ENT_ROLE_MARK && items[i].role != ENT_ROLE_SELECTION &&
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
            Cells                  *cells,
            cairo_t                *cr)
{
  double box[4] = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
  EntTimelineSpot spot;

  if (!frame->ring)
    return;
  ent_timeline_layers_set_color (cr, frame->theme->accent, 1);
  cairo_set_line_width (cr, 2 * frame->theme->line_scale);
  if (frame->focus == ENT_ROW_NONE ||
      !ent_timeline_frame_locate (frame, timeline, frame->focus, frame->focus_lane, &spot))
    {
      cells_use (cells, 0, 0, frame->width, frame->height);
      cairo_rectangle (cr, 1, ent_timeline_frame_axis_height () + 2, frame->width - 2,
                       frame->height - ent_timeline_frame_axis_height () - 3);
      cairo_stroke (cr);
      return;
    }
  extend_over_item (self->held, frame->focus, spot.lane, 0, box);
  if (self->shown >= 0)
    {
      EntTimeScale scale = ent_timeline_frame_scale (frame);
      const EntPicture *picture = &self->pictures[self->shown];

      extend_over_item (picture->scene, frame->focus, spot.lane,
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
  cells_use (cells, box[0] - 2, box[1] - frame->scroll - 5, box[2] + 2, box[3] - frame->scroll + 5);
  round_rect (cr, round (box[0]), round (box[1] - frame->scroll - 3), round (box[2] - box[0]),
              round (box[3] - box[1] + 6), 5);
  cairo_stroke (cr);
}

static void
paint_band (const EntTimelineFrame *frame,
            Cells                  *cells,
            cairo_t                *cr)
{
  double x0 = fmin (frame->band_from, frame->band_to);
  double x1 = fmax (frame->band_from, frame->band_to);

  if (!frame->has_band)
    return;
  cells_use (cells, x0 - 1, 0, x1 + 1, frame->height);
  ent_timeline_layers_set_color (cr, frame->theme->accent, 0.16);
  cairo_rectangle (cr, x0, 0, x1 - x0, frame->height);
  cairo_fill (cr);
  ent_timeline_layers_set_color (cr, frame->theme->accent, 1);
  cairo_rectangle (cr, round (x0) - 0.5, 0, 1, frame->height);
  cairo_rectangle (cr, round (x1) - 0.5, 0, 1, frame->height);
  cairo_fill (cr);
}

static void
cells_use_scene (Cells          *self,
                 const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double margin = items[i].stroke_width + (items[i].type == ENT_ITEM_TEXT ? items[i].height / 2 : 1);
      double x0, y0, x1, y1;

      ent_item_get_bounds (&items[i], &x0, &y0, &x1, &y1);
      cells_use (self, x0 - margin, y0 - margin - self->scroll, x1 + margin, y1 + margin - self->scroll);
    }
}

/* They have places in the widget, and do not scroll with the lanes. */
static void
paint_markers (EntTimelineLayers      *self,
               const EntTimelineFrame *frame,
               Cells                  *cells,
               cairo_t                *cr)
{
  Cells fixed = *cells;
  g_autoptr (EntScene) scene = NULL;
  EntDrawing drawing;

  if (frame->markers == NULL || (!frame->markers->set[0] && !frame->markers->set[1]))
    return;
  fixed.scroll = 0;
  ent_timeline_layers_begin (self, frame, frame->width, frame->height, &drawing);
  drawing.scale = ent_timeline_frame_scale (frame);
  ent_marker_lines_draw (frame->markers, &drawing);
  scene = ent_scene_builder_end (drawing.builder);
  cells_use_scene (&fixed, scene);
  ent_cairo_painter_paint (scene, cr, NULL, ent_timeline_packer_get_context (self->packer));
}

void
ent_overlay_piece_clear (gpointer piece)
{
  cairo_surface_destroy (((EntOverlayPiece *) piece)->surface);
}

/* Takes what is painted in a rectangle off the canvas. */
static void
cut_piece (EntTimelineLayers *self,
           int                x,
           int                y,
           int                width,
           int                height,
           int                factor)
{
  EntOverlayPiece piece = { x * factor, y * factor, NULL };
  int canvas_stride = cairo_image_surface_get_stride (self->canvas);
  guchar *from = cairo_image_surface_get_data (self->canvas) + piece.y * canvas_stride + 4 * piece.x;
  guchar *to;
  int stride;

  width = MIN (width * factor, cairo_image_surface_get_width (self->canvas) - piece.x);
  height = MIN (height * factor, cairo_image_surface_get_height (self->canvas) - piece.y);
  if (width <= 0 || height <= 0)
    return;
  piece.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  to = cairo_image_surface_get_data (piece.surface);
  stride = cairo_image_surface_get_stride (piece.surface);
  for (int i = 0; i < height; i++)
    {
      memcpy (to + i * stride, from + i * canvas_stride, 4 * (gsize) width);
      memset (from + i * canvas_stride, 0, 4 * (gsize) width);
    }
  cairo_surface_mark_dirty (piece.surface);
  cairo_surface_set_device_scale (piece.surface, factor, factor);
  g_array_append_val (self->pieces, piece);
}

/* Runs of used cells, those that are as wide as the ones above them together with these. */
static void
cut_pieces (EntTimelineLayers *self,
            Cells             *cells,
            int                factor)
{
  g_array_set_size (self->pieces, 0);
  cairo_surface_flush (self->canvas);
  for (int row = 0; row < cells->n_rows; row++)
    for (int left = 0; left < cells->n_columns; left++)
      {
        guint8 *used = cells->used + row * cells->n_columns;
        int right = left;
        int bottom = row;

        while (right < cells->n_columns && used[right])
          right++;
        if (right == left)
          continue;
        do
          {
            memset (cells->used + bottom * cells->n_columns + left, FALSE, (gsize) (right - left));
            bottom++;
          }
        while (bottom < cells->n_rows &&
               memchr (cells->used + bottom * cells->n_columns + left, FALSE, (gsize) (right - left)) == NULL);
        cut_piece (self, left * CELL_WIDTH, row * CELL_HEIGHT, (right - left) * CELL_WIDTH,
                   (bottom - row) * CELL_HEIGHT, factor);
        left = right;
      }
  cairo_surface_mark_dirty (self->canvas);
}

static void
provide_canvas (EntTimelineLayers      *self,
                const EntTimelineFrame *frame)
{
  int width = (int) ceil (frame->width * frame->scale_factor);
  int height = (int) ceil (frame->height * frame->scale_factor);

  if (self->canvas != NULL && cairo_image_surface_get_width (self->canvas) == width &&
      cairo_image_surface_get_height (self->canvas) == height)
    return;
  g_clear_pointer (&self->canvas, cairo_surface_destroy);
  self->canvas = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

static void
paint_overlay (EntTimelineLayers      *self,
               const EntTimelineFrame *frame,
               EntTimeline            *timeline)
{
  PangoContext *context = ent_timeline_packer_get_context (self->packer);
  double axis_height = ent_timeline_frame_axis_height ();
  g_autoptr (EntScene) axis = draw_axis (self, frame, timeline);
  g_autofree guint8 *used = NULL;
  Cells cells = { .n_columns = (int) ceil (frame->width / CELL_WIDTH),
                  .n_rows = (int) ceil (frame->height / CELL_HEIGHT),
                  .scroll = frame->scroll };
  cairo_t *cr;

  provide_canvas (self, frame);
  cells.used = used = g_malloc0 ((gsize) cells.n_columns * (gsize) cells.n_rows);
  cr = cairo_create (self->canvas);
  g_clear_pointer (&self->held, ent_scene_unref);
  cairo_scale (cr, frame->scale_factor, frame->scale_factor);
  if (timeline != NULL)
    {
      self->held = draw_held (self, frame, timeline);
      cairo_save (cr);
      cairo_rectangle (cr, 0, axis_height, frame->width, frame->height - axis_height);
      cairo_clip (cr);
      paint_hover (frame, timeline, &cells, cr);
      cairo_save (cr);
      cairo_translate (cr, 0, -frame->scroll);
      cells_use_scene (&cells, self->held);
      ent_cairo_painter_paint (self->held, cr, NULL, context);
      cairo_restore (cr);
      paint_ring (self, frame, timeline, &cells, cr);
      cairo_restore (cr);
    }
  cairo_rectangle (cr, 0, 0, frame->width, axis_height);
  cells_use (&cells, 0, 0, frame->width, axis_height + 1);
  ent_timeline_layers_set_color (cr, frame->theme->view, 1);
  cairo_fill (cr);
  ent_cairo_painter_paint (axis, cr, NULL, context);
  paint_markers (self, frame, &cells, cr);
  paint_band (frame, &cells, cr);
  cairo_destroy (cr);
  cut_pieces (self, &cells, frame->scale_factor);
}

/** ent_timeline_layers_append_overlay: (skip): shows what stays in place when the view moves */
void
ent_timeline_layers_append_overlay (EntTimelineLayers      *self,
                                    GtkSnapshot            *snapshot,
                                    const EntTimelineFrame *frame,
                                    EntTimeline            *timeline)
{
  EntOverlayKey key;
  cairo_t *cr;

  make_overlay_key (frame, timeline != NULL, &key);
  if (memcmp (&key, &self->overlay_key, sizeof key) != 0)
    {
      paint_overlay (self, frame, timeline);
      self->overlay_key = key;
    }
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height));
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const EntOverlayPiece *piece = &g_array_index (self->pieces, EntOverlayPiece, i);
      double factor = frame->scale_factor;

      cairo_set_source_surface (cr, piece->surface, piece->x / factor, piece->y / factor);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, piece->x / factor, piece->y / factor,
                       cairo_image_surface_get_width (piece->surface) / factor,
                       cairo_image_surface_get_height (piece->surface) / factor);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}
