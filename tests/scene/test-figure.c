/* test-figure.c: pages of every size, in every language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure.h"
#include "ent-font-set.h"
#include "ent-generator.h"
#include "ent-page-size.h"
#include "ent-svg-writer.h"
#include "ent-timeline.h"
#include "pictures.h"

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <pango/pangocairo.h>

#define N_PAGES 120
#define SEED 20150925

static EntScene *
compose (EntFigureRequest *request,
         gboolean          real,
         EntFigureSummary *summary)
{
  g_autoptr (EntTextMeasure) measure = NULL;
  g_autoptr (EntWords) words = ent_words_new (request->language);

  if (real)
    {
      PangoContext *context = ent_font_set_create_context ();

      measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, request->language);
      g_object_unref (context);
    }
  else
    measure = ent_text_measure_new_fixed ();
  return ent_figure_compose (request, measure, words, summary);
}

static EntFigureRequest
make_request (EntDataset *dataset,
              double      width,
              double      height)
{
  EntFigureRequest request = {
    .dataset = dataset,
    .width = width,
    .height = height,
    .theme = ent_theme_find ("light"),
    .language = "en",
    .legend = TRUE,
  };
  g_autoptr (GError) error = NULL;

  ent_span_parse ("2013/2016", -1, &request.span, &error);
  g_assert_no_error (error);
  return request;
}

/* All that is written stands on the page, and nothing on anything else. */
static void
check_page (const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  pictures_check_items (scene);
  for (guint i = 0; i < n_items; i++)
    {
      const EntItem *item = &items[i];

      if (item->type != ENT_ITEM_TEXT)
        continue;
      if (item->x < -0.01 || item->x + item->width > ent_scene_get_width (scene) + 0.01 ||
          item->y - 0.75 * item->height < -0.01 || item->y + 0.22 * item->height > ent_scene_get_height (scene) + 0.01)
        {
          g_test_message ("WRONG: the %s “%s” (%.1f–%.1f, baseline %.1f) leaves the page of %.0f × %.0f",
                          ent_role_to_string (item->role), ent_scene_get_item_text (scene, item), item->x,
                          item->x + item->width, item->y, ent_scene_get_width (scene), ent_scene_get_height (scene));
          g_test_fail ();
        }
    }
}

static void
test_pages (gconstpointer data)
{
  gboolean real = data != NULL;
  g_autoptr (EntDataset) bundled = pictures_open_bundled ();
  g_autoptr (EntDataset) generated = ent_generator_dataset (5000, SEED);
  Dice dice = { SEED };

  for (guint i = 0; i < N_PAGES; i++)
    {
      static const char *const themes[] = { "light", "dark", "print", "contrast" };
      EntDataset *dataset = i % 3 == 0 ? generated : bundled;
      EntFigureRequest request = make_request (dataset, round (exp (dice_between (&dice, log (100), log (6000)))),
                                               round (exp (dice_between (&dice, log (100), log (6000)))));
      g_autoptr (EntScene) scene = NULL;
      EntFigureSummary summary;

      dice_span (&dice, dataset, &request.span);
      request.theme = ent_theme_find (themes[i % 4]);
      request.physical = i % 5 == 0;
      request.overview = i % 4 == 0;
      request.legend = i % 7 != 0;
      request.language = i % 2 == 0 ? "zh-CN" : "en";
      request.has_today = i % 3 == 1;
      request.today = request.span.start / 2 + request.span.end / 2;
      if (i % 6 == 0)
        request.height = 0;
      if (i % 5 == 2)
        request.caption = "What is attributed is a report of a public attribution, never a finding; 归因并非认定。";
      g_test_message ("page %u: %.0f × %.0f", i, request.width, request.height);
      scene = compose (&request, real, &summary);
      check_page (scene);
      g_assert_cmpuint (ent_scene_count_events (scene), ==, summary.n_events);
      if (request.height > 0)
        g_assert_cmpfloat (ent_scene_get_height (scene), ==, request.height);
    }
}

/* Thumbnails and banners do no harm. */
static void
test_tiny_and_huge (void)
{
  static const double sizes[][2] = { { 32, 32 }, { 32, 8000 }, { 8000, 32 }, { 8000, 8000 }, { 100000, 40 }, { 33, 0 } };
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int physical = 0; physical < 2; physical++)
      {
        EntFigureRequest request = make_request (dataset, sizes[i][0], sizes[i][1]);
        g_autoptr (EntScene) scene = NULL;
        EntFigureSummary summary;

        request.physical = physical;
        request.overview = TRUE;
        request.caption = "A caption";
        g_test_message ("%.0f × %.0f", request.width, request.height);
        scene = compose (&request, TRUE, &summary);
        check_page (scene);
        g_assert_cmpuint (ent_scene_count_events (scene), ==, summary.n_events);
      }
}

static void
test_empty (void)
{
  g_autoptr (EntDataset) dataset = pictures_read ("");
  EntFigureRequest request = make_request (dataset, 1600, 900);
  EntFigureSummary summary;
  g_autoptr (EntScene) scene = compose (&request, FALSE, &summary);
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);
  guint n_axis = 0;
  gboolean said = FALSE;

  check_page (scene);
  for (guint i = 0; i < n_items; i++)
    {
      n_axis += items[i].role == ENT_ROLE_AXIS && items[i].type == ENT_ITEM_TEXT;
      said = said || g_str_equal (ent_scene_get_item_text (scene, &items[i]), "No events");
    }
  g_assert_cmpuint (n_axis, >=, 4);
  g_assert_true (said);
  g_assert_cmpuint (summary.n_events + summary.n_unlabelled + summary.n_undated, ==, 0);
}

/* On a page with lanes and colours of any facet, of some of the events, the counts are said right. */
static void
test_groups (gconstpointer data)
{
  const char *name = data;
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  EntFigureRequest request = make_request (dataset, 1600, 900);
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (EntGrouping) grouping = NULL;
  g_autoptr (EntColoring) coloring = ent_coloring_new (dataset, name, ENT_PAIRS_STATES);
  g_autoptr (EntRowSet) rows = ent_row_set_new (ent_dataset_get_n_events (dataset));
  EntFigureSummary summary;
  g_autoptr (EntScene) scene = NULL;
  g_autofree char *counts = NULL;
  const EntItem *items;
  guint n_items;
  gboolean said = FALSE;

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row += 2)
    ent_row_set_add (rows, row);
  ent_view_set_group_by (view, name);
  grouping = ent_grouping_new (view);
  request.grouping = grouping;
  request.coloring = coloring;
  request.rows = rows;
  request.overview = TRUE;
  ent_timeline_whole_span (dataset, rows, ENT_BASIS_OCCURRED, &request.span);
  scene = compose (&request, FALSE, &summary);
  check_page (scene);
  g_assert_cmpuint (summary.n_events + summary.n_undated, ==, ent_row_set_count (rows));
  if (g_str_equal (name, "actor"))
    g_assert_cmpuint (summary.n_repeated, >, 0);
  counts = summary.n_repeated > 0 ? g_strdup_printf (", %u in more than one lane", summary.n_repeated)
                                  : g_strdup_printf ("%u of 175 events, ", summary.n_events);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *start = g_strdup_printf ("%u of 175 events, ", summary.n_events);
      const char *text = ent_scene_get_item_text (scene, &items[i]);

      said = said || (items[i].role == ENT_ROLE_SUBTITLE && g_str_has_prefix (text, start) &&
                      strstr (text, counts) != NULL);
    }
  g_assert_true (said);
}

/* In the language of the picture every character has a glyph, and so it has in the others. */
static void
test_glyphs (gconstpointer data)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  EntFigureRequest request = make_request (dataset, 1600, 900);
  PangoContext *context = ent_font_set_create_context ();
  PangoLayout *layout = pango_layout_new (context);
  EntFigureSummary summary;
  g_autoptr (EntScene) scene = NULL;
  const EntItem *items;
  guint n_items;
  guint n_chinese = 0;

  request.language = data;
  request.overview = TRUE;
  ent_timeline_whole_span (dataset, NULL, ENT_BASIS_OCCURRED, &request.span);
  scene = compose (&request, TRUE, &summary);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].type == ENT_ITEM_TEXT)
      {
        const char *text = ent_scene_get_item_text (scene, &items[i]);

        ent_text_measure_set_up_layout (layout, ENT_FONT_FAMILIES, request.language, text, -1, items[i].height,
                                        items[i].bold);
        if (pango_layout_get_unknown_glyphs_count (layout) > 0)
          {
            g_test_message ("WRONG: no glyph for a part of “%s”", text);
            g_test_fail ();
          }
        for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
          n_chinese += g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN;
      }
  if (g_str_equal (request.language, "zh-CN"))
    g_assert_cmpuint (n_chinese, >, 100);
  else
    g_assert_cmpuint (n_chinese, ==, 0);
  g_object_unref (layout);
  g_object_unref (context);
}

/* The legend explains what is drawn and nothing else. */
static void
test_legend (void)
{
  static const struct
  {
    const char *event;
    const char *listed;
    const char *not_listed;
  } cases[] = {
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05-05\"}", "Meeting", "Incident" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05\"}", "Some time within the band", "Approximate date" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05~\"}", "Approximate date", "Uncertain date" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05?\"}", "Uncertain date", "Approximate date" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05-05/..\"}", "Start or end open", "Start or end unknown" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-05-05/\"}", "Start or end unknown", "Start or end open" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"[2015-01-01,2015-05-05]\"}", "One of these dates", "All of these dates" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"{2015-01-01,2015-05-05}\"}", "All of these dates", "One of these dates" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2010-05-05/2015-05-05\"}", "Beyond the edge", "Start or end open" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2015-05-05\"}", "Not attributed", "Denied" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2015-05-05\",\"attribution\":{\"confidence\":\"suspected\",\"denied_by\":[\"X\"]}}",
      "Denied", "Not attributed" },
    { "{\"title\":\"A\",\"kind\":\"statement\",\"date\":\"2015-05-05\",\"status\":\"threatened\",\"severity\":4}",
      "Not done: threatened", "Number of events" },
    { "{\"title\":\"A\",\"kind\":\"statement\",\"date\":\"2015-05-05\",\"severity\":4}", "Severity 4", "Severity 3, 4" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2014-05-05\",\"phases\":{\"disclosure\":\"2015-05-05\"}}", "Disclosed", "Attributed" },
    { "{\"title\":\"A\",\"kind\":\"meeting\",\"date\":\"2015-22\"}", "Season", "Approximate date" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2010/2020\",\"phases\":{\"detection\":\"2015-05-05\"}}",
      "Unseen, then known", "Unseen" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2010/2020\",\"phases\":{\"detection\":\"2019-05-05\"}}", "Unseen",
      "Unseen, then known" },
    { "{\"title\":\"A\",\"kind\":\"incident\",\"date\":\"2010/2020\",\"phases\":{\"detection\":\"2012-05-05\"}}",
      "Known and going on", "Unseen, then known" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntDataset) dataset = pictures_read (cases[i].event);
      EntFigureRequest request = make_request (dataset, 1600, 900);
      EntFigureSummary summary;
      g_autoptr (EntScene) scene = compose (&request, FALSE, &summary);
      guint n_items;
      const EntItem *items = ent_scene_get_items (scene, &n_items);
      guint n_listed = 0;

      for (guint j = 0; j < n_items; j++)
        if (items[j].role == ENT_ROLE_LEGEND)
          {
            const char *text = ent_scene_get_item_text (scene, &items[j]);

            n_listed += g_str_equal (text, cases[i].listed);
            g_assert_cmpstr (text, !=, cases[i].not_listed);
            g_assert_cmpuint (items[j].count, ==, 0);
            g_assert_cmpuint (items[j].row, ==, ENT_ITEM_NO_ROW);
          }
      g_test_message ("%s", cases[i].listed);
      g_assert_cmpuint (n_listed, ==, 1);
    }
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    double      width;
    double      height;
    const char *unit;
  } sizes[] = {
    { "1600x900", 1600, 900, "px" },         { "1600X900px", 1600, 900, "px" },
    { "180mm", 180 / 25.4 * 96, 0, "mm" },   { "180x120mm", 180 / 25.4 * 96, 120 / 25.4 * 96, "mm" },
    { "180mm×12cm", 180 / 25.4 * 96, 120 / 25.4 * 96, "mm" }, { "13.33in x 7.5in", 13.33 * 96, 720, "in" },
    { "360pt", 480, 0, "pt" },               { "1000", 1000, 0, "px" },
    { "0.5inx1in", 48, 96, "in" },           { "1600x2in", 1600 * 96, 192, NULL },
  };
  static const char *const bad[] = { "", "x", "x900", "1600x", "0x900", "0", "-5x5", "1600x900x2", "1600q", "1600x900 mmm",
                                     "nan", "infx10", "1e400", "0x10", "31x100", "100x31", "100001", "1,5in", "1600x-900" };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      EntPageSize size;

      if (sizes[i].unit == NULL)
        {
          g_assert_false (ent_page_size_parse (sizes[i].text, &size, &error));
          continue;
        }
      ent_page_size_parse (sizes[i].text, &size, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (size.width, sizes[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (size.height, sizes[i].height, 1e-6);
      g_assert_cmpstr (size.unit, ==, sizes[i].unit);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      EntPageSize size;

      g_test_message ("“%s”", bad[i]);
      g_assert_false (ent_page_size_parse (bad[i], &size, &error));
      g_assert_nonnull (error);
    }
}

/* The first and last column of a picture with ink in it. */
static void
find_ink (const char *path,
          double     *from,
          double     *to)
{
  cairo_surface_t *image = cairo_image_surface_create_from_png (path);
  int width = cairo_image_surface_get_width (image);
  int stride = cairo_image_surface_get_stride (image);
  const guint8 *pixels = cairo_image_surface_get_data (image);

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  *from = width;
  *to = 0;
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * stride + 4 * x] < 128)
        {
          *from = MIN (*from, x);
          *to = MAX (*to, x + 1);
        }
  cairo_surface_destroy (image);
}

/* Between two bars, one at its start and one where we say it ends, librsvg's text has the room it needs: its ink
 * reaches as far as Pango's, within a pixel. */
static void
test_widths (gconstpointer data)
{
  const char *text = data;
  const double size = 24;
  const double zoom = 4;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_autofree char *svg = g_build_filename (folder, "text.svg", NULL);
  g_autofree char *png = g_build_filename (folder, "text.png", NULL);
  g_autofree char *command = g_strdup_printf ("rsvg-convert -z %g -b white -o %s %s", zoom, png, svg);
  PangoContext *context = ent_font_set_create_context ();
  PangoLayout *layout = pango_layout_new (context);
  EntSceneBuilder *builder = ent_scene_builder_new (900, 60, "en");
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_TEXT, ENT_LAYER_LABELS, ENT_ROLE_LABEL);
  EntFigureInfo info = { .language = "en", .unit = "px", .dpi = 96, .editable_text = TRUE };
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, "en");
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PangoRectangle ink;
  double from;
  double to;

  item->x = 20;
  item->y = 40;
  item->height = size;
  item->width = ent_text_measure_width (measure, text, -1, size, FALSE);
  item->fill = 0x000000ff;
  ent_scene_builder_set_text (builder, item, text);
  scene = ent_scene_builder_end (builder);
  bytes = ent_svg_write (scene, &info, &error);
  g_assert_no_error (error);
  g_file_set_contents (svg, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  find_ink (png, &from, &to);

  ent_text_measure_set_up_layout (layout, ENT_FONT_FAMILIES, "en", text, -1, size, FALSE);
  pango_layout_get_extents (layout, &ink, NULL);
  g_test_message ("librsvg %.2f to %.2f, Pango %.2f to %.2f", from / zoom, to / zoom, 20 + ink.x / (double) PANGO_SCALE,
                  20 + (ink.x + ink.width) / (double) PANGO_SCALE);
  g_assert_cmpfloat_with_epsilon (from / zoom, 20 + ink.x / (double) PANGO_SCALE, 1);
  g_assert_cmpfloat_with_epsilon (to / zoom, 20 + (ink.x + ink.width) / (double) PANGO_SCALE, 1);
  g_remove (svg);
  g_remove (png);
  g_rmdir (folder);
  g_object_unref (layout);
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  static const char *const facets[] = { "kind", "none", "category", "actor", "pair", "severity", "tag", "sector" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/figure/pages/fixed", NULL, test_pages);
  g_test_add_data_func ("/figure/pages/pango", "pango", test_pages);
  g_test_add_func ("/figure/tiny-and-huge", test_tiny_and_huge);
  g_test_add_func ("/figure/empty", test_empty);
  g_test_add_data_func ("/figure/glyphs/en", "en", test_glyphs);
  g_test_add_data_func ("/figure/glyphs/zh-CN", "zh-CN", test_glyphs);
  g_test_add_func ("/figure/legend", test_legend);
  g_test_add_func ("/figure/sizes", test_sizes);
  g_test_add_data_func ("/figure/widths/latin", "Office of Personnel Management: Žižek, 4.2 million records", test_widths);
  g_test_add_data_func ("/figure/widths/chinese", "外交部发言人就网络攻击指控答记者问（二〇一五）", test_widths);
  g_test_add_data_func ("/figure/widths/arabic", "\u2068بيان وزارة الخارجية حول الأمن السيبراني\u2069", test_widths);

  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autofree char *path = g_strconcat ("/figure/groups/", facets[i], NULL);

      g_test_add_data_func (path, facets[i], test_groups);
    }

  return g_test_run ();
}
