/* ent-cairo-painter.c: a scene painted with cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cairo-painter.h"
#include "ent-figure-text.h"
#include "ent-font-set.h"
#include "ent-item-geometry.h"
#include "ent-text-measure.h"
#include "ent-text-stamps.h"

#include <math.h>
#include <pango/pangocairo.h>

typedef struct
{
  cairo_t       *cr;
  const char    *families;
  const char    *language;
  double         width;
  double         height;
  EntTextStamps *stamps;  /* (nullable): none where letters stay letters */
  PangoLayout   *layout;  /* (owned) */
  GArray        *points;  /* (owned) of EntPoint: scratch */
  GArray        *lengths; /* (owned) of guint: scratch */
} Painter;

static double
channel (EntColor color,
         guint    shift)
{
  return ((color >> shift) & 0xff) / 255.0;
}

static void
set_color (cairo_t *cr,
           EntColor color,
           double   opacity)
{
  cairo_set_source_rgba (cr, channel (color, 24), channel (color, 16), channel (color, 8),
                         channel (color, 0) * opacity);
}

static void
add_stop (cairo_pattern_t *pattern,
          double           offset,
          EntColor         color,
          double           opacity)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, channel (color, 24), channel (color, 16),
                                     channel (color, 8), channel (color, 0) * opacity);
}

static void
set_fill (cairo_t            *cr,
          const EntPaintable *paintable,
          double              opacity)
{
  const EntItem *item = &paintable->item;
  cairo_pattern_t *pattern;
  double x0, y0, x1, y1;

  if (!ent_item_is_faded (item))
    {
      set_color (cr, item->fill, opacity);
      return;
    }
  ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
  pattern = cairo_pattern_create_linear (x0, 0, x1, 0);
  add_stop (pattern, 0, item->fill, opacity * paintable->fade_start);
  add_stop (pattern, 1, item->fill, opacity * paintable->fade_end);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
set_pen (cairo_t            *cr,
         const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  double dashes[] = { item->dash_on, item->dash_off };

  cairo_set_line_width (cr, item->stroke_width);
  cairo_set_line_cap (cr, item->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, item->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, dashes, item->dash_on > 0 ? 2 : 0, paintable->dash_offset);
}

static void
add_rounded_rect (cairo_t       *cr,
                  const EntItem *item)
{
  double r = item->radius;
  double x0 = item->x + r;
  double y0 = item->y + r;
  double x1 = item->x + item->width - r;
  double y1 = item->y + item->height - r;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1, y0, r, -G_PI / 2, 0);
  cairo_arc (cr, x1, y1, r, 0, G_PI / 2);
  cairo_arc (cr, x0, y1, r, G_PI / 2, G_PI);
  cairo_arc (cr, x0, y0, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
add_path (Painter       *self,
          const EntItem *item)
{
  cairo_t *cr = self->cr;
  EntCubic pieces[ENT_ARC_MAX_PIECES];
  EntOutline outline;
  guint n_pieces;

  cairo_new_path (cr);
  switch ((EntItemType) item->type)
    {
    case ENT_ITEM_RECT:
      if (item->radius > 0)
        add_rounded_rect (cr, item);
      else
        cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      break;
    case ENT_ITEM_LINE:
      cairo_move_to (cr, item->x, item->y);
      cairo_line_to (cr, item->x2, item->y2);
      break;
    case ENT_ITEM_SHAPE:
      if (item->shape == ENT_SHAPE_CIRCLE && !ent_item_is_sector (item))
        {
          cairo_arc (cr, item->x, item->y, item->radius, 0, 2 * G_PI);
          cairo_close_path (cr);
          break;
        }
      ent_item_get_outline (item, &outline);
      for (guint i = 0; i < outline.n_points; i++)
        cairo_line_to (cr, outline.points[i].x, outline.points[i].y);
      if (outline.closed)
        cairo_close_path (cr);
      break;
    case ENT_ITEM_ARC:
      n_pieces = ent_item_clip_arc (item, self->width, self->height, pieces);
      for (guint i = 0; i < n_pieces; i++)
        {
          const EntPoint *at = pieces[i].at;

          if (i == 0 || at[0].x != pieces[i - 1].at[3].x || at[0].y != pieces[i - 1].at[3].y)
            cairo_move_to (cr, at[0].x, at[0].y);
          cairo_curve_to (cr, at[1].x, at[1].y, at[2].x, at[2].y, at[3].x, at[3].y);
        }
      break;
    case ENT_ITEM_TEXT:
    default:
      break;
    }
}

static void
paint_hatch (Painter            *self,
             const EntPaintable *paintable,
             double              opacity)
{
  const EntItem *item = &paintable->item;
  const EntPoint *point;

  if (item->fill_style == ENT_FILL_HATCH && (item->ground & 0xff) != 0)
    {
      add_path (self, item);
      set_color (self->cr, item->ground, opacity);
      cairo_fill (self->cr);
    }
  if ((item->fill & 0xff) == 0)
    return;

  ent_item_get_stripes (item, self->points, self->lengths);
  point = (const EntPoint *) self->points->data;
  cairo_new_path (self->cr);
  for (guint i = 0; i < self->lengths->len; i++)
    {
      guint n_points = g_array_index (self->lengths, guint, i);

      for (guint j = 0; j < n_points; j++, point++)
        if (j == 0)
          cairo_move_to (self->cr, point->x, point->y);
        else
          cairo_line_to (self->cr, point->x, point->y);
      cairo_close_path (self->cr);
    }
  set_fill (self->cr, paintable, opacity);
  cairo_fill (self->cr);
}

/* Where text stays text, a halo's outlines would be most of the file (830 KB of the bundled view's 880): a
 * plate of the halo's colour keeps lines off the letters as well. */
static void
paint_plate (Painter       *self,
             const EntItem *item,
             double         opacity)
{
  cairo_t *cr = self->cr;
  double margin = item->stroke_width / 2;
  double top = item->y - 0.74 * item->height;
  double bottom = item->y + 0.20 * item->height;

  cairo_rectangle (cr, item->x - margin, top, item->width + 2 * margin, bottom - top);
  set_color (cr, item->stroke, opacity);
  cairo_fill (cr);
}

static void
paint_text (Painter            *self,
            const EntPaintable *paintable,
            const char         *text,
            double              opacity)
{
  const EntItem *item = &paintable->item;
  cairo_t *cr = self->cr;
  PangoLayoutLine *line;

  ent_text_measure_set_up_layout (self->layout, self->families, self->language, text, -1, item->height,
                                  item->bold);
  line = pango_layout_get_line_readonly (self->layout, 0);
  cairo_new_path (cr);
  if (paintable->has_stroke && self->stamps == NULL)
    paint_plate (self, item, opacity);
  cairo_move_to (cr, item->x, item->y);
  if (paintable->has_stroke && self->stamps != NULL)
    {
      pango_cairo_layout_line_path (cr, line);
      set_color (cr, item->stroke, opacity);
      cairo_set_line_width (cr, item->stroke_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
      cairo_move_to (cr, item->x, item->y);
    }
  if (paintable->has_fill)
    {
      set_color (cr, item->fill, opacity);
      pango_cairo_show_layout_line (cr, line);
    }
  cairo_new_path (cr);
}

static void
paint_parts (Painter            *self,
             const EntPaintable *paintable,
             const char         *text,
             double              opacity)
{
  const EntItem *item = &paintable->item;

  if (item->type == ENT_ITEM_TEXT)
    {
      paint_text (self, paintable, text, opacity);
      return;
    }
  if (ent_item_is_hatched (item) && paintable->has_fill)
    paint_hatch (self, paintable, opacity);

  add_path (self, item);
  if (paintable->has_fill && !ent_item_is_hatched (item))
    {
      set_fill (self->cr, paintable, opacity);
      if (paintable->has_stroke)
        cairo_fill_preserve (self->cr);
      else
        cairo_fill (self->cr);
    }
  if (paintable->has_stroke)
    {
      set_color (self->cr, item->stroke, opacity);
      set_pen (self->cr, paintable);
      cairo_stroke (self->cr);
    }
  cairo_new_path (self->cr);
}

/* One colour at half strength is the same as the item at half strength; two on top of each other are not. */
static gboolean
needs_group (const EntPaintable *paintable)
{
  return paintable->item.opacity < 1 &&
         ((paintable->has_fill && paintable->has_stroke) || ent_item_is_hatched (&paintable->item));
}

static void
paint_item (Painter            *self,
            const EntPaintable *paintable,
            const char         *text)
{
  const EntItem *item = &paintable->item;
  double margin = item->stroke_width + (item->type == ENT_ITEM_TEXT ? 2 * item->height : 1);
  double x0, y0, x1, y1;

  if (item->type == ENT_ITEM_TEXT && self->stamps != NULL &&
      ent_text_stamps_paint (self->stamps, self->cr, self->layout, item, text))
    return;
  if (!needs_group (paintable))
    {
      paint_parts (self, paintable, text, item->opacity);
      return;
    }
  ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
  x0 = fmax (x0 - margin, 0);
  y0 = fmax (y0 - margin, 0);
  cairo_save (self->cr);
  cairo_rectangle (self->cr, x0, y0, fmin (x1 + margin, self->width) - x0,
                   fmin (y1 + margin, self->height) - y0);
  cairo_clip (self->cr);
  cairo_push_group (self->cr);
  paint_parts (self, paintable, text, 1);
  cairo_pop_group_to_source (self->cr);
  cairo_paint_with_alpha (self->cr, item->opacity);
  cairo_restore (self->cr);
}

/**
 * ent_cairo_painter_paint:
 * @scene: what to paint
 * @cr: where to: its unit is the CSS pixel, so scale it before
 * @families: (nullable): font families with commas between; %NULL: %ENT_FONT_FAMILIES
 * @context: (nullable): of ent_font_set_create_context(), only used by this thread; %NULL: one of its own,
 *   which costs some milliseconds
 *
 * Paints all items of @scene. Nothing far outside of it reaches cairo. On images, @context remembers what its
 * texts look like, so that the next picture in the same scale costs less.
 */
void
ent_cairo_painter_paint (const EntScene *scene,
                         cairo_t        *cr,
                         const char     *families,
                         PangoContext   *context)
{
  PangoContext *own_context = context != NULL ? g_object_ref (context) : ent_font_set_create_context ();
  Painter self = {
    .cr = cr,
    .families = families != NULL ? families : ENT_FONT_FAMILIES,
    .language = ent_scene_get_language (scene),
    .width = ent_scene_get_width (scene),
    .height = ent_scene_get_height (scene),
    .points = g_array_new (FALSE, FALSE, sizeof (EntPoint)),
    .lengths = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  const EntItem *items;
  guint n_items;

  cairo_save (cr);
  pango_cairo_update_context (cr, own_context);
  self.layout = pango_layout_new (own_context);
  /* Cairo 1.16 puts every letter of a picture on a whole pixel, which makes words limp at 96 dpi. */
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      self.stamps = ent_text_stamps_get (own_context);
      ent_text_stamps_begin (self.stamps, cr, self.families, self.language);
    }
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *text = NULL;
      EntPaintable paintable;

      if (!ent_item_prepare (&items[i], self.width, self.height, &paintable))
        continue;
      if (items[i].type == ENT_ITEM_TEXT)
        text = ent_figure_text_isolate (ent_scene_get_item_text (scene, &items[i]));
      paint_item (&self, &paintable, text);
    }
  cairo_restore (cr);

  g_object_unref (self.layout);
  g_object_unref (own_context);
  g_array_unref (self.points);
  g_array_unref (self.lengths);
}
