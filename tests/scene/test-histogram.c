/* test-histogram.c: columns of counts add up, follow the zoom, and tell what is coarse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-histogram.h"
#include "pictures.h"

#include <math.h>
#include <string.h>

#define N_EVENTS 2000
#define SEED 20151221
#define DAY 86400.0
#define WIDTH 900.0

static EntScene *
draw (const EntHistogram *histogram,
      EntDataset         *dataset,
      EntTextMeasure     *measure,
      const EntSpan      *span,
      const char         *theme)
{
  g_autoptr (EntWords) words = ent_words_new ("en");
  EntHistogramRequest request = { .span = *span, .y = 4, .height = 56, .scale = TRUE };
  EntDrawing drawing = {
    .builder = ent_scene_builder_new (WIDTH, 60, "en"),
    .dataset = dataset,
    .measure = measure,
    .words = words,
    .theme = ent_theme_find (theme),
    .style = ENT_STYLE_SCREEN,
    .scale = ent_time_scale_fit (span, 0, WIDTH),
    .x1 = WIDTH,
    .view1 = WIDTH,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  ent_histogram_draw (histogram, &drawing, &request);
  return ent_scene_builder_end (drawing.builder);
}

/* The step for a scale in CSS pixels a day, as text. */
static const char *
name_step (double px_per_day)
{
  static const char *const units[] = { "second", "minute", "hour", "day", "week", "month", "year" };
  EntTimeScale scale = { 0, 0, px_per_day / DAY };
  EntTickStep step = ent_histogram_choose_step (&scale);
  static char text[40];

  g_snprintf (text, sizeof text, "%d %s", (int) step.count, units[step.unit]);
  return text;
}

static void
test_steps (void)
{
  static const struct
  {
    double      px_per_day;
    const char *step;
  } cases[] = {
    { 800000, "1 second" }, { 20000, "1 minute" }, { 900, "1 hour" }, { 12, "1 day" },    { 1.5, "1 week" },
    { 0.6, "1 month" },     { 0.2, "3 month" },    { 0.05, "1 year" }, { 0.02, "2 year" }, { 0.005, "5 year" },
    { 0.003, "10 year" },   { 0.001, "100 year" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (name_step (cases[i].px_per_day), ==, cases[i].step);
}

/* Whatever the unit, each event is counted once, and none is higher than the highest. */
static void
check_sums (EntDataset *dataset,
            EntRowSet  *rows)
{
  g_autoptr (EntHistogram) histogram = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, rows, NULL);
  const EntTickStep steps[] = { { ENT_TICK_WEEK, 1 }, { ENT_TICK_MONTH, 1 }, { ENT_TICK_MONTH, 3 },
                                { ENT_TICK_YEAR, 1 }, { ENT_TICK_YEAR, 5 },  { ENT_TICK_YEAR, 100 } };
  EntSpan all;
  guint n_coarse_before = G_MAXUINT;

  /* Times of 900 years before now and as many after. */
  all.start = G_GINT64_CONSTANT (-30000000000);
  all.end = G_GINT64_CONSTANT (30000000000);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint total = 0;
      guint n_coarse = 0;
      guint highest = 0;
      EntHistogramBin bin;

      for (gint64 tick = ent_ticks_floor (&steps[i], all.start); tick < all.end;)
        {
          EntSpan span = { tick, ent_ticks_next (&steps[i], tick) };

          ent_histogram_get_bin (histogram, &steps[i], &span, &bin);
          total += bin.total;
          n_coarse += bin.n_coarse;
          highest = MAX (highest, bin.total);
          g_assert_cmpuint (bin.n_coarse, <=, bin.total);
          g_assert_cmpint (bin.n_coarse > 0, ==, bin.grains != 0);
          tick = span.end;
        }
      ent_histogram_get_bin (histogram, &steps[i], &all, &bin);
      g_assert_cmpuint (total, ==, bin.total);
      g_assert_cmpuint (highest, ==, ent_histogram_get_highest (histogram, &steps[i]));
      /* From weeks to months on, the longer the unit, the more is sure to be in one. */
      g_assert_cmpuint (n_coarse, <=, n_coarse_before);
      n_coarse_before = n_coarse;
      g_assert_cmpuint (total, <=, ent_histogram_get_total (histogram));
    }
}

static void
test_sums (void)
{
  g_autoptr (EntDataset) bundled = pictures_open_bundled ();
  g_autoptr (EntDataset) generated = ent_generator_dataset (N_EVENTS, SEED);
  g_autoptr (EntHistogram) all = ent_histogram_new (bundled, ENT_BASIS_OCCURRED, NULL, NULL);
  g_autoptr (EntHistogram) half = NULL;
  g_autoptr (EntRowSet) rows = ent_row_set_new (175);

  for (guint32 row = 0; row < 175; row += 2)
    ent_row_set_add (rows, row);
  half = ent_histogram_new (bundled, ENT_BASIS_OCCURRED, rows, NULL);
  g_assert_cmpuint (ent_histogram_get_total (all), ==, 175);
  g_assert_cmpuint (ent_histogram_get_total (half), ==, 88);
  check_sums (bundled, NULL);
  check_sums (bundled, rows);
  check_sums (generated, NULL);
}

/* Where an event is counted, and in which units it may also lie elsewhere. */
static void
test_grains (void)
{
  static const struct
  {
    const char *date;
    const char *bin;    /* it is counted there; NULL: nowhere */
    const char *coarse; /* in which of day, week, month, quarter, year, decade, century */
  } cases[] = {
    { "2014-03-07T12:00:00Z", "2014-03-07", "-------" },
    { "2014-03-07", "2014-03-07", "-------" },
    { "2014-03", "2014-03-01", "dw-----" },
    { "2014-33", "2014-01-01", "dwm----" },
    { "2014-21", "2014-03-01", "dwmq---" },
    { "2014", "2014-01-01", "dwmq---" },
    { "198X", "1980-01-01", "dwmqy--" },
    { "19XX", "1900-01-01", "dwmqyD-" },
    { "[2014-03-07,2016-01-01]", "2014-03-07", "dwmqy--" },
    { "[2014-03-07,2024-01-01]", "2014-03-07", "dwmqyD-" },
    { "2014-03-07/2016-01-01", "2014-03-07", "-------" },
    { "2014-03-07/..", "2014-03-07", "-------" },
    { "../2014-03-07", "2014-03-07", "dwmqyDC" },
    { "/2014-03-07", "2014-03-07", "dwmqyDC" },
    { "Y200000000001", NULL, NULL },
  };
  static const EntTickStep steps[] = { { ENT_TICK_DAY, 1 },  { ENT_TICK_WEEK, 1 },  { ENT_TICK_MONTH, 1 },
                                       { ENT_TICK_MONTH, 3 }, { ENT_TICK_YEAR, 1 }, { ENT_TICK_YEAR, 10 },
                                       { ENT_TICK_YEAR, 100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"title\":\"a\",\"date\":\"%s\"}", cases[i].date);
      g_autoptr (EntDataset) dataset = pictures_read (json);
      g_autoptr (EntHistogram) histogram = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, NULL, NULL);
      g_autoptr (GString) coarse = g_string_new (NULL);
      EntSpan day;

      g_test_message ("%s", cases[i].date);
      g_assert_cmpuint (ent_histogram_get_total (histogram), ==, cases[i].bin != NULL);
      if (cases[i].bin == NULL)
        continue;
      g_assert_true (ent_span_parse (cases[i].bin, -1, &day, NULL));
      for (gsize j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          EntSpan span = { ent_ticks_floor (&steps[j], day.start), 0 };
          EntHistogramBin bin;

          span.end = ent_ticks_next (&steps[j], span.start);
          ent_histogram_get_bin (histogram, &steps[j], &span, &bin);
          g_assert_cmpuint (bin.total, ==, 1);
          g_string_append_c (coarse, bin.n_coarse > 0 ? "dwmqyDC"[j] : '-');
        }
      g_assert_cmpstr (coarse->str, ==, cases[i].coarse);
    }
}

/* What is drawn are the counts, on one scale, and what may lie elsewhere has its own part and a lighter colour. */
static void
test_drawn (void)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntHistogram) histogram = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, NULL, NULL);
  Dice dice = { SEED };

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (EntScene) scene = NULL;
      const EntItem *items;
      EntSpan span;
      EntTimeScale scale;
      EntTickStep step;
      EntSpan drawn;
      EntHistogramBin bin;
      guint n_items;
      guint total = 0;
      double unit = 0;

      dice_span (&dice, dataset, &span);
      scale = ent_time_scale_fit (&span, 0, WIDTH);
      step = ent_histogram_choose_step (&scale);
      scene = draw (histogram, dataset, measure, &span, "light");
      items = ent_scene_get_items (scene, &n_items);
      pictures_check_items (scene);
      for (guint j = 0; j < n_items; j++)
        {
          if (items[j].role != ENT_ROLE_DENSITY)
            continue;
          total += items[j].count;
          if (unit <= 0)
            unit = items[j].height / items[j].count;
          g_assert_cmpfloat_with_epsilon (items[j].height, unit * items[j].count, 1e-6);
          g_assert_cmpfloat (items[j].y, >=, 4 + 9 - 1e-6);
        }
      drawn.start = ent_ticks_floor (&step, span.start);
      drawn.end = ent_ticks_next (&step, ent_ticks_floor (&step, span.end - 1));
      ent_histogram_get_bin (histogram, &step, &drawn, &bin);
      g_assert_cmpuint (total, <=, bin.total);
      /* A gap may take what is cut by an edge. */
      g_assert_cmpuint (bin.total - total, <=, 2 * ent_histogram_get_highest (histogram, &step));
      g_assert_cmpuint (n_items, <=, 10 + 8 * (guint) (WIDTH / 9 + 2));
    }
}

/* Colours share out the same counts, each class what it has. */
static void
test_colored (void)
{
  static const char *const facets[] = { "category", "actor", "severity", "none" };
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntHistogram) plain = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, NULL, NULL);
  const EntTickStep step = { ENT_TICK_YEAR, 1 };
  const EntSpan all = { -G_GINT64_CONSTANT (1000000000000), G_GINT64_CONSTANT (1000000000000) };
  EntHistogramBin expected;

  ent_histogram_get_bin (plain, &step, &all, &expected);
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (EntColoring) coloring = ent_coloring_new (dataset, facets[i], ENT_PAIRS_STATES);
      g_autoptr (EntHistogram) colored = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, NULL, coloring);
      guint of_class[ENT_MAX_CLASSES] = { 0 };
      EntHistogramBin bin;
      guint n_dated;
      const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);

      g_assert_true (ent_histogram_get_coloring (colored) == coloring);
      ent_histogram_get_bin (colored, &step, &all, &bin);
      g_assert_cmpuint (bin.total, ==, expected.total);
      g_assert_cmpuint (bin.n_coarse, ==, expected.n_coarse);
      for (guint j = 0; j < n_dated; j++)
        of_class[ent_coloring_get_class (coloring, dataset, order[j])]++;
      for (guint class = 0; class < ENT_MAX_CLASSES; class++)
        g_assert_cmpuint (bin.counts[class], ==, of_class[class]);
    }
}

static void
test_golden (void)
{
  g_autoptr (EntDataset) dataset =
    pictures_read ("{\"title\":\"a\",\"kind\":\"incident\",\"date\":\"2014-03-07\"},"
                   "{\"title\":\"b\",\"kind\":\"incident\",\"date\":\"2014-03\"},"
                   "{\"title\":\"c\",\"kind\":\"incident\",\"date\":\"2014\"},"
                   "{\"title\":\"d\",\"kind\":\"meeting\",\"date\":\"2014-01\"},"
                   "{\"title\":\"e\",\"kind\":\"statement\",\"date\":\"2014-01-15/2015\"},"
                   "{\"title\":\"f\",\"kind\":\"law\",\"date\":\"201X\"},"
                   "{\"title\":\"g\",\"kind\":\"meeting\",\"date\":\"2014-06-30\"}");
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntHistogram) histogram = ent_histogram_new (dataset, ENT_BASIS_OCCURRED, NULL, NULL);
  const EntSpan span = { G_GINT64_CONSTANT (1388534400), G_GINT64_CONSTANT (1420070400) }; /* 2014 */
  g_autoptr (EntScene) light = draw (histogram, dataset, measure, &span, "light");
  g_autoptr (EntScene) contrast = draw (histogram, dataset, measure, &span, "contrast");
  g_autofree char *drawn = ent_scene_dump (light);
  g_autofree char *drawn_contrast = ent_scene_dump (contrast);

  pictures_compare_golden ("histogram", drawn);
  g_assert_cmpstr (drawn, !=, drawn_contrast);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/steps", test_steps);
  g_test_add_func ("/histogram/sums", test_sums);
  g_test_add_func ("/histogram/grains", test_grains);
  g_test_add_func ("/histogram/drawn", test_drawn);
  g_test_add_func ("/histogram/colored", test_colored);
  g_test_add_func ("/histogram/golden", test_golden);
  return g_test_run ();
}
