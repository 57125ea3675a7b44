/* test-font-set.c: the fonts of a picture, and that librsvg sets text as wide as we do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-font-set.h"
#include "ent-png-writer.h"
#include "ent-svg-writer.h"
#include "ent-text-measure.h"
#include "vocabulary.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static void
test_missing (void)
{
  static const struct
  {
    const char *families;
    const char *missing;
  } cases[] = {
    { ENT_FONT_FAMILIES, "" },
    { "noto sans", "" },
    { "'Noto Sans', \"Noto Sans CJK SC\", sans-serif, Monospace", "" },
    { "No Such Font", "No Such Font" },
    { "No Such Font, Noto Sans, no such font, Nor This", "No Such Font|Nor This" },
    { "  , ,", "" },
    { "''", "" },
    { "Noto Sans:style=Bold", "Noto Sans:style=Bold" },
    { "Noto", "Noto" },
    { "a\xff", "a\xff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) missing = ent_font_set_list_missing (cases[i].families);
      g_autofree char *joined = g_strjoinv ("|", missing);

      g_assert_cmpstr (joined, ==, cases[i].missing);
    }
}

/* A width is proportional to the size only when nothing is rounded. */
static void
test_proportional (void)
{
  PangoContext *context = ent_font_set_create_context ();
  PangoLayout *layout = pango_layout_new (context);
  int small;
  int large;

  ent_text_measure_set_up_layout (layout, ENT_FONT_FAMILIES, "en", "Office of Personnel Management", -1, 7,
                                  FALSE);
  pango_layout_get_size (layout, &small, NULL);
  ent_text_measure_set_up_layout (layout, ENT_FONT_FAMILIES, "en", "Office of Personnel Management", -1, 700,
                                  FALSE);
  pango_layout_get_size (layout, &large, NULL);
  g_assert_cmpfloat_with_epsilon (small * 100.0 / PANGO_SCALE, large / (double) PANGO_SCALE, 3);
  g_object_unref (layout);
  g_object_unref (context);
}

#define ZOOM 4.0

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  GByteArray *bytes = closure;

  if (bytes->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  g_byte_array_remove_range (bytes, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The first and the last column with ink, in CSS pixels. */
static void
get_ink (GBytes *png,
         double *left,
         double *right)
{
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (g_bytes_ref (png));
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, bytes);
  int width = cairo_image_surface_get_width (surface);
  int first = width;
  int last = -1;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *at = cairo_image_surface_get_data (surface) +
                           (gsize) y * cairo_image_surface_get_stride (surface) + 4 * x;

        if (at[1] < 128)
          {
            first = MIN (first, x);
            last = MAX (last, x);
          }
      }
  cairo_surface_destroy (surface);
  g_assert_cmpint (first, <=, last);
  *left = first / ZOOM;
  *right = (last + 1) / ZOOM;
}

static const struct
{
  const char *name;
  const char *text;
} scripts[] = {
  { "latin", "Office of Personnel Management: AVATAR, fi" },
  { "chinese", "中美网络安全对话：外交部发言人" },
  { "arabic", "بيان صحفي عن الأمن السيبراني" },
  { "mixed", "2020–2021 供应链: SolarWinds" },
};

/* Without textLength, so that librsvg decides the width by itself. */
static void
test_same_width (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  static const double sizes[] = { 12, 20 };

  for (gsize j = 0; j < 2 * G_N_ELEMENTS (sizes); j++)
    {
      EntSceneBuilder *builder = ent_scene_builder_new (520, 40, "en");
      EntItem *page = ent_scene_builder_add (builder, ENT_ITEM_RECT, ENT_LAYER_GROUND, ENT_ROLE_PAGE);
      EntFigureInfo info = { .dpi = 96 * ZOOM, .editable_text = TRUE };
      double left, right, their_left, their_right;
      g_autoptr (EntScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GBytes) theirs = NULL;
      double width;

      page->width = 520;
      page->height = 40;
      page->fill = 0xffffffff;
      width = vocabulary_add_text (builder, 20.25, 28, scripts[i].text, sizes[j / 2], j % 2 == 1)->width;
      scene = ent_scene_builder_end (builder);
      svg = ent_svg_write (scene, &info, &error);
      g_assert_no_error (error);
      png = ent_png_write (scene, &info, &error);
      g_assert_no_error (error);
      theirs = vocabulary_run (&error, svg, "rsvg-convert", "-z", "4", NULL);
      g_assert_no_error (error);

      get_ink (png, &left, &right);
      get_ink (theirs, &their_left, &their_right);
      g_test_message ("advance %.2f, ink %.2f to %.2f, librsvg %.2f to %.2f", width, left, right, their_left,
                      their_right);
      g_assert_cmpfloat_with_epsilon (left, their_left, 1);
      g_assert_cmpfloat_with_epsilon (right, their_right, 1);
      /* The ink of our text is about its advance, so the scene's width is of this font. */
      g_assert_cmpfloat_with_epsilon (right - left, width, 0.15 * sizes[j / 2] + 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-set/missing", test_missing);
  g_test_add_func ("/font-set/proportional", test_proportional);
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/font-set/same-width/%s", scripts[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_same_width);
    }
  return g_test_run ();
}
