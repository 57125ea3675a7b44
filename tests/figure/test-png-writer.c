/* test-png-writer.c: size, resolution and texts of PNG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-png-writer.h"
#include "vocabulary.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* The content of the first chunk of a type, whose name may be followed by its first bytes; NULL if none. */
static GBytes *
find_chunk (GBytes     *png,
            const char *type,
            const char *prefix)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  gsize at = 8;

  g_assert_cmpuint (size, >, 8);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  while (at + 12 <= size)
    {
      gsize length = (gsize) data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];

      g_assert_cmpuint (length, <=, size - at - 12);
      if (memcmp (data + at + 4, type, 4) == 0 && length >= strlen (prefix) &&
          memcmp (data + at + 8, prefix, strlen (prefix)) == 0)
        return g_bytes_new_from_bytes (png, at + 8, length);
      at += length + 12;
    }
  return NULL;
}

static guint32
get_word (GBytes *bytes,
          gsize   offset)
{
  guint32 word;

  g_assert_cmpuint (g_bytes_get_size (bytes), >=, offset + 4);
  memcpy (&word, (const guint8 *) g_bytes_get_data (bytes, NULL) + offset, 4);
  return GUINT32_FROM_BE (word);
}

static GBytes *
write_scene (EntScene            *scene,
             const EntFigureInfo *info)
{
  g_autoptr (GError) error = NULL;
  GBytes *png = ent_png_write (scene, info, &error);

  g_assert_no_error (error);
  return png;
}

static void
check_sane (GBytes *png)
{
  g_autofree char *path = g_strdup_printf ("%s/entente-test-%" G_GINT64_FORMAT ".png", g_get_tmp_dir (),
                                           g_get_real_time ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) said = NULL;

  g_file_set_contents (path, g_bytes_get_data (png, NULL), g_bytes_get_size (png), &error);
  g_assert_no_error (error);
  said = vocabulary_run (&error, NULL, "pngcheck", "-q", path, NULL);
  g_remove (path);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (said), ==, 0);
}

static void
test_sizes (void)
{
  static const struct
  {
    double  width, height, dpi;
    guint32 pixels_wide, pixels_high, per_meter;
  } cases[] = {
    { 100, 50, 0, 100, 50, 3780 },
    { 100, 50, 96, 100, 50, 3780 },
    { 180 / 25.4 * 96, 90 / 25.4 * 96, 300, 2126, 1063, 11811 },
    { 88 / 25.4 * 96, 60 / 25.4 * 96, 600, 2079, 1417, 23622 },
    { 100.4, 0.6, 96, 100, 1, 3780 },
    { 32767, 1, 96, 32767, 1, 3780 },
    { 1000, 1000, 1, 10, 10, 39 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSceneBuilder *builder = ent_scene_builder_new (cases[i].width, cases[i].height, NULL);
      EntItem *page = ent_scene_builder_add (builder, ENT_ITEM_RECT, ENT_LAYER_GROUND, ENT_ROLE_PAGE);
      const EntFigureInfo info = { .dpi = cases[i].dpi };
      g_autoptr (EntScene) scene = NULL;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GBytes) header = NULL;
      g_autoptr (GBytes) resolution = NULL;
      g_autoptr (GBytes) srgb = NULL;

      page->width = cases[i].width;
      page->height = cases[i].height;
      page->fill = 0xfafafaff;
      scene = ent_scene_builder_end (builder);
      png = write_scene (scene, &info);
      check_sane (png);
      header = find_chunk (png, "IHDR", "");
      resolution = find_chunk (png, "pHYs", "");
      srgb = find_chunk (png, "sRGB", "");
      g_assert_nonnull (srgb);
      g_assert_cmpuint (get_word (header, 0), ==, cases[i].pixels_wide);
      g_assert_cmpuint (get_word (header, 4), ==, cases[i].pixels_high);
      /* The page reaches all edges, so there is no transparency: colour type 2. */
      g_assert_cmpuint (((const guint8 *) g_bytes_get_data (header, NULL))[9], ==, 2);
      g_assert_cmpuint (get_word (resolution, 0), ==, cases[i].per_meter);
      g_assert_cmpuint (get_word (resolution, 4), ==, cases[i].per_meter);
      g_assert_cmpuint (((const guint8 *) g_bytes_get_data (resolution, NULL))[8], ==, 1);
    }
}

static void
test_transparent (void)
{
  g_autoptr (EntScene) scene = ent_scene_builder_end (ent_scene_builder_new (20, 20, NULL));
  const EntFigureInfo info = { 0 };
  g_autoptr (GBytes) png = write_scene (scene, &info);
  g_autoptr (GBytes) header = find_chunk (png, "IHDR", "");

  check_sane (png);
  g_assert_cmpuint (((const guint8 *) g_bytes_get_data (header, NULL))[9], ==, 6);
}

static void
test_texts (void)
{
  g_autoptr (EntScene) scene = vocabulary_new (1);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) title = NULL;
  g_autoptr (GBytes) query = NULL;
  g_autoptr (GBytes) latin = NULL;
  g_autoptr (GBytes) nothing = NULL;
  static const EntFigureProperty properties[] = {
    { "Query", "severity>=3 标签:外交" }, { "Place", "Genève" },        { "Résumé", "no keyword" },
    { " Spaced", "no keyword" },         { "Control", "a\001\xff\nb" }, { "", "no keyword" },
  };
  EntFigureInfo info;

  vocabulary_set_info (&info);
  info.properties = properties;
  info.n_properties = G_N_ELEMENTS (properties);
  png = write_scene (scene, &info);
  check_sane (png);

  title = find_chunk (png, "tEXt", "Title");
  g_assert_cmpmem (g_bytes_get_data (title, NULL), g_bytes_get_size (title), "Title\0The vocabulary", 20);
  query = find_chunk (png, "iTXt", "Query");
  g_assert_cmpmem (g_bytes_get_data (query, NULL), g_bytes_get_size (query),
                   "Query\0\0\0en\0\0severity>=3 标签:外交", 12 + strlen ("severity>=3 标签:外交"));
  latin = find_chunk (png, "tEXt", "Place");
  g_assert_cmpmem (g_bytes_get_data (latin, NULL), g_bytes_get_size (latin), "Place\0Gen\xe8ve", 12);
  nothing = find_chunk (png, "tEXt", "R");
  g_assert_null (nothing);
  nothing = find_chunk (png, "tEXt", " ");
  g_assert_null (nothing);
  nothing = find_chunk (png, "tIME", "");
  g_assert_null (nothing);
}

static void
test_refusals (void)
{
  static const struct
  {
    double         width, height, dpi;
    EntFigureError code;
  } cases[] = {
    { 0, 10, 96, ENT_FIGURE_ERROR_EMPTY },
    { 10, 0.4, 96, ENT_FIGURE_ERROR_EMPTY },
    { NAN, 10, 96, ENT_FIGURE_ERROR_EMPTY },
    { -5, 10, 96, ENT_FIGURE_ERROR_EMPTY },
    { 10, 10, -1, ENT_FIGURE_ERROR_RESOLUTION },
    { 10, 10, NAN, ENT_FIGURE_ERROR_RESOLUTION },
    { 10, 10, 1e9, ENT_FIGURE_ERROR_RESOLUTION },
    { 32768, 10, 96, ENT_FIGURE_ERROR_TOO_LARGE },
    { 10, 20000, 300, ENT_FIGURE_ERROR_TOO_LARGE },
    { 1e300, 10, 96, ENT_FIGURE_ERROR_TOO_LARGE },
    { INFINITY, 10, 96, ENT_FIGURE_ERROR_TOO_LARGE },
    { 32000, 32000, 96, ENT_FIGURE_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntScene) scene =
        ent_scene_builder_end (ent_scene_builder_new (cases[i].width, cases[i].height, NULL));
      const EntFigureInfo info = { .dpi = cases[i].dpi };
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_png_write (scene, &info, &error));
      g_assert_error (error, ENT_FIGURE_ERROR, (int) cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png-writer/sizes", test_sizes);
  g_test_add_func ("/png-writer/transparent", test_transparent);
  g_test_add_func ("/png-writer/texts", test_texts);
  g_test_add_func ("/png-writer/refusals", test_refusals);
  return g_test_run ();
}
