/* test-painters.c: three formats, one picture, and the same bytes anywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cairo-painter.h"
#include "ent-font-set.h"
#include "ent-pdf-writer.h"
#include "ent-png-writer.h"
#include "ent-svg-writer.h"
#include "vocabulary.h"

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#define SCALE 2

typedef GBytes *(*WriteFunc) (const EntScene      *scene,
                              const EntFigureInfo *info,
                              GError             **error);

static const struct
{
  const char *suffix;
  WriteFunc   write;
} formats[] = {
  { "svg", ent_svg_write },
  { "png", ent_png_write },
  { "pdf", ent_pdf_write },
};

static void
write_file (const char *path,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static GBytes *
write_vocabulary (WriteFunc write)
{
  g_autoptr (EntScene) scene = vocabulary_new (1);
  g_autoptr (GError) error = NULL;
  EntFigureInfo info;
  GBytes *bytes;

  vocabulary_set_info (&info);
  info.dpi = 96 * SCALE;
  bytes = write (scene, &info, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Mean and largest difference of two pictures of one size, in parts of 255. */
static void
compare (const char *name,
         const char *left,
         const char *right,
         double     *mean,
         double     *share_off)
{
  cairo_surface_t *a = cairo_image_surface_create_from_png (left);
  cairo_surface_t *b = cairo_image_surface_create_from_png (right);
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint64 sum = 0;
  guint64 n_off = 0;

  g_assert_cmpint (cairo_surface_status (a), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_status (b), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (width, ==, 520 * SCALE);
  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint8 *row_a = cairo_image_surface_get_data (a) + (gsize) y * cairo_image_surface_get_stride (a);
      const guint8 *row_b = cairo_image_surface_get_data (b) + (gsize) y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        {
          int off = 0;

          for (int i = 0; i < 3; i++)
            off = MAX (off, abs (row_a[4 * x + i] - row_b[4 * x + i]));
          sum += (guint64) off;
          n_off += off > 64;
        }
    }
  *mean = sum / (double) width / height;
  *share_off = n_off / (double) width / height;
  g_test_message ("%s: mean difference %.3f of 255, %.3f %% of the pixels are off by more than 64", name,
                  *mean, 100 * *share_off);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* What librsvg makes of our SVG and poppler of our PDF is our PNG. A missing halo, hatch, label or line is
 * 0.1 % of the pixels and more; in PDF halos are plates, which one yellow label shows.
 */
static void
test_same_picture (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_autofree char *ours = g_build_filename (folder, "ours.png", NULL);
  g_autofree char *theirs = g_build_filename (folder, "rsvg.png", NULL);
  g_autofree char *svg_path = g_build_filename (folder, "figure.svg", NULL);
  g_autofree char *pdf_path = g_build_filename (folder, "figure.pdf", NULL);
  g_autofree char *poppler_stem = g_build_filename (folder, "poppler", NULL);
  g_autofree char *poppler = g_build_filename (folder, "poppler.png", NULL);
  g_autofree char *zoom = g_strdup_printf ("%d", SCALE);
  g_autofree char *dpi = g_strdup_printf ("%d", 96 * SCALE);
  g_autoptr (GBytes) png = write_vocabulary (ent_png_write);
  g_autoptr (GBytes) svg = write_vocabulary (ent_svg_write);
  g_autoptr (GBytes) pdf = write_vocabulary (ent_pdf_write);
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GBytes) said_too = NULL;
  double mean;
  double share_off;

  write_file (ours, png);
  write_file (svg_path, svg);
  write_file (pdf_path, pdf);
  said = vocabulary_run (&error, NULL, "rsvg-convert", "-z", zoom, "-o", theirs, svg_path, NULL);
  g_assert_no_error (error);
  compare ("librsvg", ours, theirs, &mean, &share_off);
  g_assert_cmpfloat (mean, <, 0.5);
  g_assert_cmpfloat (share_off, <, 0.0005);

  said_too =
    vocabulary_run (&error, NULL, "pdftoppm", "-png", "-r", dpi, "-singlefile", pdf_path, poppler_stem, NULL);
  g_assert_no_error (error);
  compare ("poppler", ours, poppler, &mean, &share_off);
  g_assert_cmpfloat (mean, <, 1.2);
  g_assert_cmpfloat (share_off, <, 0.006);

  g_remove (ours);
  g_remove (theirs);
  g_remove (poppler);
  g_remove (svg_path);
  g_remove (pdf_path);
  g_rmdir (folder);
}

static char *
make_digest (const char *suffix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].suffix, suffix) == 0)
      {
        g_autoptr (GBytes) bytes = write_vocabulary (formats[i].write);

        return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      }
  g_assert_not_reached ();
}

/* In another process, folder, home, time zone and language, and a second later. */
static void
test_same_bytes (gconstpointer data)
{
  const char *suffix = data;
  g_autofree char *here = make_digest (suffix);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) removed = NULL;
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_usleep (1100 * 1000);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", "Asia/Shanghai", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "zh_CN:ar", TRUE);
  g_subprocess_launcher_setenv (launcher, "PANGO_LANGUAGE", "ja:tr:fa:uk", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--digest", suffix, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_cmpstr (g_strchomp (said), ==, here);
  /* Fontconfig may have made a cache there. */
  removed = vocabulary_run (&error, NULL, "rm", "-rf", folder, NULL);
  g_assert_no_error (error);
}

static const double hostile_numbers[] = { NAN,  INFINITY, -INFINITY, 1e300, -1e300, 1e38,
                                          1e12, -1e7,     8388608,   -1,    0,      1e-300 };

static void
fill_hostile (EntItem *item,
              guint    field,
              double   value)
{
  double *doubles[] = { &item->x,  &item->y,   &item->width, &item->height, &item->x2,
                        &item->y2, &item->cx1, &item->cy1,   &item->cx2,    &item->cy2 };
  float *floats[] = { &item->stroke_width, &item->dash_on, &item->dash_off,   &item->opacity,
                      &item->pitch,        &item->radius,  &item->pitch_width };

  if (field < G_N_ELEMENTS (doubles))
    *doubles[field] = value;
  else
    *floats[field - G_N_ELEMENTS (doubles)] = (float) CLAMP (value, -3e38, 3e38);
  if (isnan (value) && field >= G_N_ELEMENTS (doubles))
    *floats[field - G_N_ELEMENTS (doubles)] = NAN;
}

#define N_FIELDS 17

/* Every field of every kind of item with every bad number. */
static EntScene *
make_hostile_scene (void)
{
  EntSceneBuilder *builder = ent_scene_builder_new (120, 90, "en");

  for (guint kind = 0; kind < 20; kind++)
    for (guint field = 0; field < N_FIELDS; field++)
      for (gsize i = 0; i < G_N_ELEMENTS (hostile_numbers); i++)
        {
          EntItemType type = kind < 5 ? (EntItemType) kind : ENT_ITEM_SHAPE;
          EntItem *item = ent_scene_builder_add (builder, type, ENT_LAYER_MARKS, ENT_ROLE_BAR);

          item->shape = kind < 5 ? ENT_SHAPE_CIRCLE : kind - 5;
          item->fill_style = (kind + field + i) % 7;
          item->x = 10;
          item->y = 10;
          item->width = 80;
          item->height = 8;
          item->x2 = 90;
          item->y2 = 60;
          item->cx1 = 10;
          item->cy1 = 60;
          item->cx2 = 90;
          item->cy2 = 10;
          item->radius = 3;
          item->pitch = 3;
          item->pitch_width = 1;
          item->fill = 0x80;
          item->stroke = 0xff000080;
          item->ground = 0xffffffff;
          item->stroke_width = 1;
          item->opacity = i % 2 == 0 ? 1 : 0.5f;
          if (i % 3 == 0)
            {
              item->dash_on = 3;
              item->dash_off = 2;
            }
          if (type == ENT_ITEM_TEXT)
            ent_scene_builder_set_text (builder, item, "x");
          fill_hostile (item, field, hostile_numbers[i]);
        }
  return ent_scene_builder_end (builder);
}

static void
test_hostile_numbers (void)
{
  g_autoptr (EntScene) scene = make_hostile_scene ();
  const EntFigureInfo info = { .dpi = 192 };
  guint n_items;

  ent_scene_get_items (scene, &n_items);
  g_assert_cmpuint (n_items, ==, 20 * N_FIELDS * G_N_ELEMENTS (hostile_numbers));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gint64 before = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = formats[i].write (scene, &info, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %" G_GSIZE_FORMAT " bytes in %" G_GINT64_FORMAT " ms", formats[i].suffix,
                      g_bytes_get_size (bytes), (g_get_monotonic_time () - before) / 1000);
      if (i == 0)
        {
          xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                                              NULL, NULL, XML_PARSE_NONET);

          g_assert_nonnull (document);
          xmlFreeDoc (document);
          g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "nan"));
          g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "inf"));
          g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\"-0\""));
        }
    }
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  cairo_surface_flush (surface);
  return *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                             (gsize) y * cairo_image_surface_get_stride (surface) + 4 * x);
}

/* Cairo's coordinates wrap round at 8,388,608 pixels: a bar over all of the picture would be nowhere, and
 * one beside it everywhere.
 */
static void
test_far_coordinates (void)
{
  EntSceneBuilder *builder = ent_scene_builder_new (100, 100, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (EntScene) scene = NULL;
  EntItem *item;

  item = ent_scene_builder_add (builder, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_BAR);
  item->x = -3e9;
  item->width = 6e9;
  item->y = 10;
  item->height = 10;
  item->fill = 0xff0000ff;
  item = ent_scene_builder_add (builder, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_BAR);
  item->x = 16777216 + 40;
  item->width = 20;
  item->y = 30;
  item->height = 10;
  item->fill = 0xff0000ff;
  item = ent_scene_builder_add (builder, ENT_ITEM_LINE, ENT_LAYER_MARKS, ENT_ROLE_BAR);
  item->x = -4e9;
  item->x2 = 4e9;
  item->y = item->y2 = 55;
  item->stroke = 0xff0000ff;
  item->stroke_width = 10;
  scene = ent_scene_builder_end (builder);
  ent_cairo_painter_paint (scene, cr, NULL, NULL);
  cairo_destroy (cr);
  for (int x = 0; x < 100; x += 33)
    {
      g_assert_cmphex (get_pixel (surface, x, 15), ==, 0xffff0000);
      g_assert_cmphex (get_pixel (surface, x, 35), ==, 0);
      g_assert_cmphex (get_pixel (surface, x, 55), ==, 0xffff0000);
    }
  cairo_surface_destroy (surface);
}

/* Half there means half of the whole: no seam where fill and outline meet. */
static void
test_opacity (void)
{
  EntSceneBuilder *builder = ent_scene_builder_new (40, 40, NULL);
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_BAR);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (EntScene) scene = NULL;

  item->x = item->y = 10;
  item->width = item->height = 20;
  item->fill = item->stroke = 0xff;
  item->stroke_width = 8;
  item->opacity = 0.5f;
  scene = ent_scene_builder_end (builder);
  ent_cairo_painter_paint (scene, cr, NULL, NULL);
  cairo_destroy (cr);
  for (int x = 7; x < 33; x++)
    g_assert_cmpuint (get_pixel (surface, x, 20) >> 24, ==, 128);
  g_assert_cmphex (get_pixel (surface, 4, 20), ==, 0);
  cairo_surface_destroy (surface);
}

static cairo_surface_t *
paint_texts (PangoContext *context,
             const char   *families,
             double        scale,
             double        device_scale,
             double        offset)
{
  EntSceneBuilder *builder = ent_scene_builder_new (200, 60, "en");
  int width = (int) (200 * scale * device_scale);
  int height = (int) (60 * scale * device_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (EntScene) scene = NULL;
  EntItem *item;
  cairo_t *cr;

  vocabulary_add_text (builder, 10 + offset, 20, "Office AV 外交", 12, FALSE)->stroke = 0xffe27aff;
  item = vocabulary_add_text (builder, 10 + offset, 45, "بيان g", 14, TRUE);
  item->opacity = 0.5f;
  item->stroke = 0x0000ff80;
  scene = ent_scene_builder_end (builder);
  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  ent_cairo_painter_paint (scene, cr, families, context);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static double
get_difference (cairo_surface_t *a,
                cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint64 sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (guint shift = 0; shift < 32; shift += 8)
        sum += (guint64) abs ((int) ((get_pixel (a, x, y) >> shift) & 0xff) -
                              (int) ((get_pixel (b, x, y) >> shift) & 0xff));
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return sum / 4.0 / width / height;
}

/* What a context remembers of texts must not show: not of other places, scales, fonts or strengths. */
static void
test_stamps (void)
{
  static const struct
  {
    const char *families;
    double      scale, device_scale, offset;
  } cases[] = {
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 1, 1, 0 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 1, 1, 0 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 1, 1, 0.4 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 3, 1, 0.4 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 1, 3, 0.4 },
    { "Noto Serif, Noto Serif CJK SC", 1, 3, 0.4 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 20, 1, 0 },
    { "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic", 1, 1, 0 },
  };
  PangoContext *context = ent_font_set_create_context ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *used = paint_texts (context, cases[i].families, cases[i].scale, cases[i].device_scale,
                                           cases[i].offset);
      cairo_surface_t *fresh = paint_texts (NULL, cases[i].families, cases[i].scale, cases[i].device_scale,
                                            cases[i].offset);

      g_assert_cmpfloat (get_difference (used, fresh), ==, 0);
    }
  g_object_unref (context);

  /* A scale is a scale, whether of the picture or of the screen; another font or place is seen. */
  g_assert_cmpfloat (get_difference (paint_texts (NULL, NULL, 3, 1, 0), paint_texts (NULL, NULL, 1, 3, 0)),
                     ==, 0);
  g_assert_cmpfloat (
    get_difference (paint_texts (NULL, NULL, 1, 1, 0), paint_texts (NULL, "Noto Serif", 1, 1, 0)), >, 0.1);
  g_assert_cmpfloat (get_difference (paint_texts (NULL, NULL, 1, 1, 0), paint_texts (NULL, NULL, 1, 1, 0.4)),
                     >, 0.1);
}

/* Beyond the size of stamps cairo paints letters itself: the step must not be seen. */
static void
test_stamps_and_letters (void)
{
  EntSceneBuilder *builder = ent_scene_builder_new (400, 120, "en");
  cairo_surface_t *surfaces[2];
  g_autoptr (EntScene) scene = NULL;
  EntItem *item = vocabulary_add_text (builder, 10, 80, "Page", 80, FALSE);

  item->stroke = 0xff0000ff;
  item->opacity = 0.5f;
  scene = ent_scene_builder_end (builder);
  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 120);
      cr = cairo_create (surfaces[i]);
      /* So little turned that no pixel moves, and yet no stamp can do it. */
      if (i == 1)
        cairo_rotate (cr, 1e-9);
      ent_cairo_painter_paint (scene, cr, NULL, NULL);
      cairo_destroy (cr);
    }
  g_assert_cmpfloat (get_difference (surfaces[0], surfaces[1]), <, 0.5);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--digest") == 0)
    {
      g_autofree char *digest = make_digest (argv[2]);

      g_print ("%s\n", digest);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painters/same-picture", test_same_picture);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/painters/same-bytes/%s", formats[i].suffix);

      g_test_add_data_func (path, formats[i].suffix, test_same_bytes);
    }
  g_test_add_func ("/painters/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/painters/far-coordinates", test_far_coordinates);
  g_test_add_func ("/painters/opacity", test_opacity);
  g_test_add_func ("/painters/stamps", test_stamps);
  g_test_add_func ("/painters/stamps-and-letters", test_stamps_and_letters);
  return g_test_run ();
}
