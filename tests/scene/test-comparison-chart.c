/* test-comparison-chart.c: before and after, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison-chart.h"
#include "ent-comparison-text.h"
#include "ent-ratio-interval.h"
#include "pictures.h"

#include <math.h>
#include <string.h>

#define PIVOT "us-china-cyber-accord-2015"

static EntComparison *
compare (EntDataset *dataset,
         const char *id,
         const char *window)
{
  g_autoptr (GError) error = NULL;
  EntPeriod period;
  EntComparison *comparison;

  g_assert_true (ent_period_parse (window, &period, &error));
  comparison = ent_comparison_new (dataset, ENT_BASIS_OCCURRED, NULL, ent_dataset_find (dataset, ent_slice_from_string (id)),
                                   &period, &error);
  g_assert_no_error (error);
  return comparison;
}

static EntScene *
draw (const EntComparison *comparison,
      guint                n_facets,
      double               width,
      const char          *language,
      const char          *theme)
{
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_fixed ();
  g_autoptr (EntWords) words = ent_words_new (language);
  const EntComparisonChart chart = {
    .comparison = comparison,
    .facets = ent_compared_facets,
    .n_facets = n_facets,
    .query = "",
    .language = language,
    .theme = ent_theme_find (theme),
    .style = ENT_STYLE_SCREEN,
    .width = width,
  };

  return ent_comparison_chart_draw (&chart, measure, words);
}

/* How often a text is drawn. */
static guint
count_text (const EntScene *scene,
            const char     *text)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);
  guint count = 0;

  for (guint i = 0; i < n_items; i++)
    count += items[i].type == ENT_ITEM_TEXT && g_str_equal (ent_scene_get_item_text (scene, &items[i]), text);
  return count;
}

static void
test_golden (void)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntComparison) comparison = compare (dataset, PIVOT, "P2Y");
  g_autoptr (EntScene) scene = draw (comparison, 1, 800, "en", "light");
  g_autofree char *drawn = ent_scene_dump (scene);

  pictures_compare_golden ("comparison-chart", drawn);
}

/* Nothing leaves the page, at any width, in any language, and the picture ends with what it needs. */
static void
test_page (void)
{
  static const double widths[] = { 200, 340, 600, 2000 };
  static const char *const languages[] = { "en", "zh-CN" };
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntComparison) comparison = compare (dataset, PIVOT, "P2Y");

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (EntScene) scene = draw (comparison, ENT_N_COMPARED_FACETS, widths[i], languages[j], "contrast");
        guint n_items;
        const EntItem *items = ent_scene_get_items (scene, &n_items);

        for (guint k = 0; k < n_items; k++)
          {
            double x0, y0, x1, y1;

            ent_item_get_bounds (&items[k], &x0, &y0, &x1, &y1);
            g_assert_true (isfinite (x0) && isfinite (x1));
            g_assert_cmpfloat (y1, <=, ent_scene_get_height (scene));
            /* In less than it is made for, numbers may be cut, but nothing is drawn in infinity. */
            if (widths[i] >= 600)
              {
                g_assert_cmpfloat (x0, >=, -0.01);
                g_assert_cmpfloat (x1, <=, widths[i] + 0.01);
              }
          }
        g_assert_cmpuint (count_text (scene, "After / before") + count_text (scene, "之后比之前"), ==, 1);
      }
}

#define EVENT(date, kind) "{\"id\":\"" date kind "\",\"title\":\"T\",\"kind\":\"" kind "\",\"date\":\"" date "\"}"

static EntDataset *
read_few (const char *coverage)
{
  g_autofree char *events =
      g_strdup_printf ("{\"id\":\"p\",\"title\":\"Pivot\",\"date\":\"2015\"},%s,%s,%s,%s,%s", EVENT ("2014-01-01", "a"),
                       EVENT ("2014-02-01", "a"), EVENT ("2014-03-01", "a"), EVENT ("2016-03-01", "a"),
                       EVENT ("2016-04-01", "b"));
  g_autofree char *whole = g_strdup_printf ("{\"format\":\"entente\",\"version\":1%s,\"events\":[%%s]}", coverage);

  return pictures_read_whole (whole, events);
}

/* Too few to say, and no rate without coverage, are said in words, and nothing is drawn in their place. */
static void
test_words (void)
{
  g_autoptr (EntDataset) few = read_few ("");
  g_autoptr (EntComparison) comparison = compare (few, "p", "P1Y");
  g_autoptr (EntScene) scene = draw (comparison, 1, 800, "en", "light");
  g_autoptr (EntDataset) part = read_few (",\"coverage\":[{\"source\":\"S\",\"span\":\"2010/2015\"}]");
  g_autoptr (EntComparison) uncovered = compare (part, "p", "P1Y");
  g_autoptr (EntScene) lacking = draw (uncovered, 1, 800, "en", "light");
  guint n_items;
  const EntItem *items = ent_scene_get_items (lacking, &n_items);

  g_assert_cmpuint (count_text (scene, "too few to say"), ==, 3);
  g_assert_cmpuint (count_text (lacking, "not covered"), ==, 3);
  g_assert_cmpuint (count_text (lacking, "3.00 a year"), ==, 2);
  for (guint i = 0; i < n_items; i++)
    g_assert_true (items[i].role != ENT_ROLE_MARK && items[i].role != ENT_ROLE_BAR);
}

/* 1 is in the middle, as many times as often and as rarely are alike far from it, and what is beyond stays at the end. */
static void
test_axis (void)
{
  const EntRatioAxis axis = { 10, 100, 300 };

  g_assert_cmpfloat_with_epsilon (ent_ratio_axis_to_x (&axis, 1), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_ratio_axis_to_x (&axis, 10), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_ratio_axis_to_x (&axis, 0.1), 100, 1e-9);
  g_assert_cmpfloat (ent_ratio_axis_to_x (&axis, 0), ==, 100);
  g_assert_cmpfloat (ent_ratio_axis_to_x (&axis, INFINITY), ==, 300);
  for (double ratio = 1; ratio < 10; ratio *= 1.3)
    g_assert_cmpfloat_with_epsilon (ent_ratio_axis_to_x (&axis, ratio) + ent_ratio_axis_to_x (&axis, 1 / ratio), 400, 1e-9);
}

/* The numbers of a table. */
static void
test_numbers (void)
{
  const EntTally sure = { 3, 3 };
  const EntTally unsure = { 3, 5 };
  const EntRate rate = { 0.5, 12.34 };
  const EntRate none = { NAN, NAN };
  EntComparisonRow row = { .has_ratio = TRUE, .ratio = { 0.14, 0.14, 0.0032, INFINITY, FALSE } };
  g_autofree char *a = ent_comparison_text_count (&sure);
  g_autofree char *b = ent_comparison_text_count (&unsure);
  g_autofree char *c = ent_comparison_text_rate (&rate);
  g_autofree char *d = ent_comparison_text_ratio (&row);
  g_autofree char *e = ent_comparison_text_interval (&row);

  g_assert_cmpstr (a, ==, "3");
  g_assert_cmpstr (b, ==, "3–5");
  g_assert_cmpstr (c, ==, "0.50–12.3");
  g_assert_cmpstr (d, ==, "0.14");
  g_assert_cmpstr (e, ==, "0.0032–∞");
  g_assert_null (ent_comparison_text_rate (&none));
  row.ratio.too_few = TRUE;
  g_assert_null (ent_comparison_text_ratio (&row));
  g_assert_null (ent_comparison_text_interval (&row));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison-chart/golden", test_golden);
  g_test_add_func ("/comparison-chart/page", test_page);
  g_test_add_func ("/comparison-chart/words", test_words);
  g_test_add_func ("/comparison-chart/axis", test_axis);
  g_test_add_func ("/comparison-chart/numbers", test_numbers);
  return g_test_run ();
}
