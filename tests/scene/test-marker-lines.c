/* test-marker-lines.c: markers over a timeline: where they are drawn, and taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-marker-lines.h"
#include "pictures.h"

#include <math.h>
#include <string.h>

#define WIDTH 400.0

static const EntSpan span = { 0, 4000 };

static EntScene *
draw (const EntMarkerLines *lines)
{
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntWords) words = ent_words_new ("en");
  EntDrawing drawing = {
    .builder = ent_scene_builder_new (WIDTH, 200, "en"),
    .measure = measure,
    .words = words,
    .theme = ent_theme_find ("light"),
    .style = ENT_STYLE_SCREEN,
    .scale = ent_time_scale_fit (&span, 0, WIDTH),
    .x1 = WIDTH,
    .view1 = WIDTH,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  ent_marker_lines_draw (lines, &drawing);
  return ent_scene_builder_end (drawing.builder);
}

static EntMarkerLines
lines_at (gint64 a,
          gint64 b)
{
  return (EntMarkerLines){ .set = { TRUE, TRUE }, .from = { a, b }, .to = { a, b }, .letters = { "A", "B" },
                           .between = "343 days", .top = 40, .bottom = 190 };
}

/* Where the text between them stands; NAN if it does not. */
static double
middle_of_between (const EntMarkerLines *lines)
{
  g_autoptr (EntScene) scene = draw (lines);
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].type == ENT_ITEM_TEXT && strcmp (ent_scene_get_item_text (scene, &items[i]), lines->between) == 0)
      return items[i].x + items[i].width / 2;
  return (double) NAN;
}

/* Between them, in what is seen of that; beside them where there is no room; nowhere when they are elsewhere. */
static void
test_between (void)
{
  EntMarkerLines lines = lines_at (500, 3500);

  g_assert_cmpfloat_with_epsilon (middle_of_between (&lines), 200, 2);
  lines = lines_at (3500, 500);
  g_assert_cmpfloat_with_epsilon (middle_of_between (&lines), 200, 2);
  lines = lines_at (-100000, 2000);
  g_assert_cmpfloat_with_epsilon (middle_of_between (&lines), 100, 2);
  lines = lines_at (-100000, 100000);
  g_assert_cmpfloat_with_epsilon (middle_of_between (&lines), 200, 2);
  lines = lines_at (1000, 1200);
  g_assert_cmpfloat (middle_of_between (&lines), >, 120);
  lines = lines_at (3700, 3900);
  g_assert_cmpfloat (middle_of_between (&lines), <, 370);
  lines = lines_at (-200, -100);
  g_assert_true (isnan (middle_of_between (&lines)));
  lines = lines_at (5000, 6000);
  g_assert_true (isnan (middle_of_between (&lines)));
  lines = lines_at (G_MININT64, G_MAXINT64);
  g_assert_cmpfloat_with_epsilon (middle_of_between (&lines), 200, 2);
}

static void
test_hit (void)
{
  EntTimeScale scale = ent_time_scale_fit (&span, 0, WIDTH);
  EntMarkerLines lines = lines_at (500, 3500);
  gboolean flag;

  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 50, 48, &flag), ==, 0);
  g_assert_true (flag);
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 351, 150, &flag), ==, 1);
  g_assert_false (flag);
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 200, 48, &flag), ==, -1);
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 50, 20, &flag), ==, -1);
  /* At the same place each has its flag. */
  lines = lines_at (500, 500);
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 50, 46, &flag), ==, 0);
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 50, 68, &flag), ==, 1);
  lines.set[0] = lines.set[1] = FALSE;
  g_assert_cmpint (ent_marker_lines_hit (&lines, &scale, 50, 46, &flag), ==, -1);
}

static void
test_golden (void)
{
  EntMarkerLines lines = lines_at (500, 3500);
  g_autoptr (EntScene) scene = NULL;
  g_autofree char *drawn = NULL;

  lines.to[1] = 3800;
  scene = draw (&lines);
  drawn = ent_scene_dump (scene);
  pictures_compare_golden ("marker-lines", drawn);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marker-lines/between", test_between);
  g_test_add_func ("/marker-lines/hit", test_hit);
  g_test_add_func ("/marker-lines/golden", test_golden);
  return g_test_run ();
}
