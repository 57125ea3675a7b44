/* ent-overview-strip-picture.c: the overview without its window, painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip-picture.h"

#include "ent-cairo-painter.h"
#include "ent-font-set.h"

#define ABOVE 4.0

/** ent_strip_key_copy: (skip): @to was cleared, or is all 0 */
void
ent_strip_key_copy (EntStripKey       *to,
                    const EntStripKey *from)
{
  *to = *from;
  if (to->dataset != NULL)
    g_object_ref (to->dataset);
  to->language = g_strdup (from->language);
}

/** ent_strip_key_clear: (skip): frees what the key owns */
void
ent_strip_key_clear (EntStripKey *key)
{
  g_clear_object (&key->dataset);
  g_clear_pointer (&key->language, g_free);
}

/** ent_strip_key_equal: (skip): whether both make the same picture */
gboolean
ent_strip_key_equal (const EntStripKey *a,
                     const EntStripKey *b)
{
  return a->dataset == b->dataset && a->theme == b->theme && g_strcmp0 (a->language, b->language) == 0 &&
         a->basis == b->basis && a->width == b->width && a->height == b->height && a->scale == b->scale;
}

/** ent_strip_key_get_request: (skip): where the strip stands; spans are left as they are */
void
ent_strip_key_get_request (const EntStripKey  *key,
                           EntOverviewRequest *request)
{
  request->basis = key->basis;
  request->x = ENT_STRIP_MARGIN;
  request->y = ABOVE;
  request->width = MAX (key->width - 2 * ENT_STRIP_MARGIN, 1);
  request->height = MAX (key->height - ABOVE, 1);
}

/**
 * ent_overview_strip_paint:
 * @key: what to paint
 * @whole: the time from one end of it to the other
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): an image
 */
cairo_surface_t *
ent_overview_strip_paint (const EntStripKey *key,
                          const EntSpan     *whole)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, key->width * key->scale,
                                                         key->height * key->scale);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = ent_font_set_create_context ();
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, key->language);
  g_autoptr (EntWords) words = ent_words_new (key->language);
  g_autoptr (EntScene) scene = NULL;
  EntOverviewRequest request = { .whole = *whole };
  EntDrawing drawing = { 0 };

  ent_strip_key_get_request (key, &request);
  drawing.builder = ent_scene_builder_new (key->width, key->height, key->language);
  drawing.dataset = key->dataset;
  drawing.measure = measure;
  drawing.words = words;
  drawing.theme = key->theme;
  drawing.style = ENT_STYLE_SCREEN;
  drawing.row = ENT_ITEM_NO_ROW;
  drawing.lane = 255;
  ent_drawing_rect (&drawing, ENT_LAYER_GROUND, ENT_ROLE_PAGE, 0, 0, key->width, key->height, key->theme->window);
  ent_overview_draw_strip (&drawing, &request);
  scene = ent_scene_builder_end (drawing.builder);

  cairo_surface_set_device_scale (surface, key->scale, key->scale);
  ent_cairo_painter_paint (scene, cr, NULL, context);
  cairo_destroy (cr);
  g_object_unref (context);
  return surface;
}
