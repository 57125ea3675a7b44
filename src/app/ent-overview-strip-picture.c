/* ent-overview-strip-picture.c: the overview without its window, painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip-picture.h"

#include "ent-cairo-painter.h"
#include "ent-font-set.h"
#include "ent-results.h"

#define ABOVE 4.0

static EntRowSet *
ref_set (EntRowSet *rows)
{
  return rows != NULL ? ent_row_set_ref (rows) : NULL;
}

/** ent_strip_key_copy: (skip): @to was cleared, or is all 0 */
void
ent_strip_key_copy (EntStripKey       *to,
                    const EntStripKey *from)
{
  *to = *from;
  if (to->dataset != NULL)
    g_object_ref (to->dataset);
  to->rows = ref_set (from->rows);
  to->hits = ref_set (from->hits);
  if (to->coloring != NULL)
    ent_coloring_ref (to->coloring);
  to->language = g_strdup (from->language);
}

/** ent_strip_key_clear: (skip): frees what the key owns */
void
ent_strip_key_clear (EntStripKey *key)
{
  g_clear_object (&key->dataset);
  g_clear_pointer (&key->rows, ent_row_set_unref);
  g_clear_pointer (&key->hits, ent_row_set_unref);
  g_clear_pointer (&key->coloring, ent_coloring_unref);
  g_clear_pointer (&key->language, g_free);
}

/** ent_strip_key_equal: (skip): whether both make the same picture */
gboolean
ent_strip_key_equal (const EntStripKey *a,
                     const EntStripKey *b)
{
  return a->dataset == b->dataset && a->rows == b->rows && a->hits == b->hits &&
         ent_coloring_equal (a->coloring, b->coloring) && a->theme == b->theme && g_strcmp0 (a->language, b->language) == 0 &&
         a->basis == b->basis && a->width == b->width && a->height == b->height && a->scale == b->scale;
}

/**
 * ent_strip_key_take_results:
 * @key: a key with a dataset, and neither rows nor colours
 * @session: what shows that dataset
 * @last: the key before this one, perhaps empty: its colours stay if they are still right
 *
 * Takes over which events are shown, and in which colours. What does not match stands behind, be it hidden or dimmed in
 * the timeline.
 */
void
ent_strip_key_take_results (EntStripKey       *key,
                            EntSession        *session,
                            const EntStripKey *last)
{
  EntResults *results = ent_session_get_results (session);

  key->coloring = ent_coloring_renew (last->coloring != NULL ? ent_coloring_ref (last->coloring) : NULL, key->dataset,
                                      ent_session_get_view (session));
  if (ent_results_get_dataset (results) != key->dataset)
    return;
  key->rows = ref_set (ent_results_get_lit (results) != NULL ? ent_results_get_lit (results)
                                                             : ent_results_get_shown (results));
  /* Where only hits are shown there is nothing for them to stand out from. */
  key->hits = ent_results_get_lit (results) != NULL ? ref_set (ent_results_get_hits (results)) : NULL;
}

/** ent_strip_key_get_request: (skip): where the strip stands; spans are left as they are */
void
ent_strip_key_get_request (const EntStripKey  *key,
                           EntOverviewRequest *request)
{
  request->basis = key->basis;
  request->rows = key->rows;
  request->hits = key->hits;
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
  drawing.coloring = key->coloring;
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
