/* test-as-of-picture.c: pictures of what was known by a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of.h"
#include "ent-figure.h"
#include "ent-generator.h"
#include "ent-timeline.h"
#include "pictures.h"

#include <math.h>
#include <string.h>

#define SEED 19

static const char events[] =
  "{\"id\": \"disclosed\", \"title\": \"Disclosed\", \"kind\": \"incident\", \"date\": \"2014-03/2014-11\", \"severity\": 3, "
  "\"phases\": {\"intrusion\": \"2014-03/2016-11\", \"detection\": \"2015-02-01\", \"disclosure\": \"2015-03-04/2016-01-01\", "
  "\"attribution\": \"2016-02-01\"}, \"attribution\": {\"confidence\": \"confirmed\", \"by\": [{\"name\": \"US\"}]}},"
  "{\"id\": \"secret\", \"title\": \"Secret\", \"kind\": \"incident\", \"date\": \"2015\", \"phases\": {\"disclosure\": "
  "\"2016-01-01\"}},"
  "{\"id\": \"ongoing\", \"title\": \"Ongoing\", \"kind\": \"meeting\", \"date\": \"2015-03/2015-12-01\"},"
  "{\"id\": \"coarse\", \"title\": \"Coarse\", \"kind\": \"statement\", \"date\": \"2015\"},"
  "{\"id\": \"set\", \"title\": \"Set\", \"kind\": \"statement\", \"date\": \"{2015-02-01,2015-04-01,2015-09-01}\"},"
  "{\"id\": \"open\", \"title\": \"Open\", \"kind\": \"meeting\", \"date\": \"2015-02-11/..\"},"
  "{\"id\": \"later\", \"title\": \"Later\", \"kind\": \"meeting\", \"date\": \"2015-07-01\"}";

static EntDataset *
as_of (EntDataset *dataset,
       const char *day)
{
  g_autoptr (EntView) view = ent_view_new ();

  g_assert_true (ent_view_set_as_of (view, day, -1, NULL));
  return ent_dataset_new_of_view (dataset, view);
}

static EntSpan
span_of (const char *text)
{
  EntSpan span;

  g_assert_true (ent_span_parse (text, -1, &span, NULL));
  return span;
}

/* Nothing but names, grid and axis lies beyond the day; a mark that stands on it may stick out. */
static void
check_edge (const EntScene *scene,
            double          edge)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const EntItem *item = &items[i];

      switch (item->role)
        {
        case ENT_ROLE_BAR:
          if (item->type == ENT_ITEM_RECT)
            g_assert_cmpfloat (item->x + item->width, <=, edge + 0.6);
          else if (item->type == ENT_ITEM_LINE)
            g_assert_cmpfloat (fmax (item->x, item->x2), <=, edge + 0.6);
          break;
        case ENT_ROLE_MARK:
        case ENT_ROLE_PHASE:
          g_assert_cmpfloat (item->x, <=, edge + 12);
          break;
        default:
          break;
        }
    }
}

static const EntItem *
find_text (const EntScene *scene,
           const char     *text)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].type == ENT_ITEM_TEXT && strstr (ent_scene_get_item_text (scene, &items[i]), text) != NULL)
      return &items[i];
  return NULL;
}

static void
test_golden (void)
{
  g_autoptr (EntDataset) whole = pictures_read (events);
  g_autoptr (EntDataset) dataset = as_of (whole, "2015-06-14");
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntScene) scene = NULL;
  g_autofree char *text = NULL;
  Picture picture = { .dataset = dataset, .measure = measure, .width = 900, .height = 400, .style = ENT_STYLE_SCREEN,
                      .language = "en", .span = span_of ("2014/2015") };
  EntTimeScale scale = ent_time_scale_fit (&picture.span, 0, 900);
  double height;
  Shown shown;

  scene = pictures_draw (&picture, &height);
  pictures_check (&picture, scene, height, &shown);
  check_edge (scene, ent_time_scale_to_x (&scale, *ent_dataset_get_as_of (dataset)));
  g_assert_nonnull (find_text (scene, "as of"));
  g_assert_null (find_text (scene, "Later"));
  g_assert_null (find_text (scene, "Secret"));
  text = ent_scene_dump (scene);
  pictures_compare_golden ("as-of", text);
}

/* What holds in every picture holds in these, and nothing lies beyond. */
static void
test_random (void)
{
  static const char *const days[] = { "1995", "2009-07-01", "2015-09-19", "2020~" };
  g_autoptr (EntDataset) whole = ent_generator_dataset (3000, SEED);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  Dice dice = { SEED };

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (EntDataset) dataset = as_of (whole, days[i % G_N_ELEMENTS (days)]);
      g_autoptr (EntScene) scene = NULL;
      Picture picture = { .dataset = dataset, .measure = measure, .style = ENT_STYLE_SCREEN, .language = "en" };
      EntTimeScale scale;
      double height;
      Shown shown;

      dice_span (&dice, whole, &picture.span);
      picture.width = round (exp (dice_between (&dice, log (100), log (4000))));
      picture.height = round (exp (dice_between (&dice, log (100), log (3000))));
      picture.basis = i % 3 == 0 ? ENT_BASIS_DISCLOSURE : ENT_BASIS_OCCURRED;
      scale = ent_time_scale_fit (&picture.span, 0, picture.width);
      scene = pictures_draw (&picture, &height);
      pictures_check (&picture, scene, height, &shown);
      check_edge (scene, ent_time_scale_to_x (&scale, *ent_dataset_get_as_of (dataset)));
    }
}

static char *
say (EntDataset *dataset,
     const char *language)
{
  g_autoptr (EntWords) words = ent_words_new (language);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntScene) scene = NULL;
  EntFigureSummary summary;
  EntFigureRequest request = { .dataset = dataset, .span = span_of ("2014/2015"), .width = 900, .height = 400,
                               .theme = ent_theme_find ("light"), .language = language, .title = "T", .has_today = TRUE,
                               .today = span_of ("2015").start };
  guint n_items;
  const EntItem *items;

  scene = ent_figure_compose (&request, measure, words, &summary);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpint (items[i].role, !=, ENT_ROLE_TODAY);
      if (items[i].role == ENT_ROLE_SUBTITLE)
        return g_strdup (ent_scene_get_item_text (scene, &items[i]));
    }
  return NULL;
}

/* A figure says as of when it is, and what nobody knew. */
static void
test_caption (void)
{
  g_autoptr (EntDataset) whole = pictures_read (events);
  g_autoptr (EntDataset) june = as_of (whole, "2015-06-14");
  g_autoptr (EntDataset) year = as_of (whole, "2015");
  g_autoptr (EntDataset) later = as_of (whole, "2020");
  g_autofree char *in_june = say (june, "en");
  g_autofree char *in_year = say (year, "en");
  g_autofree char *in_later = say (later, "en");
  g_autofree char *in_chinese = say (year, "zh-CN");

  g_assert_true (g_str_has_suffix (in_june, ", as of 14 Jun 2015, 0 to 1 more had begun"));
  g_assert_true (g_str_has_suffix (in_year, ", as of 31 Dec 2015, 1 more had begun"));
  g_assert_true (g_str_has_suffix (in_later, ", as of 31 Dec 2020"));
  g_assert_nonnull (strstr (in_chinese, "截至2015年12月31日"));
  g_assert_nonnull (strstr (in_chinese, "另有1起已开始"));
}

/* In a window, too, what is ongoing ends at the day, and a view after it has nothing in it. */
static void
test_steady (void)
{
  g_autoptr (EntDataset) whole = pictures_read (events);
  g_autoptr (EntDataset) dataset = as_of (whole, "2015-06-14");
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntWords) words = ent_words_new ("en");
  EntTimelineRequest request = { .dataset = dataset, .span = span_of ("2014/2015"), .width = 900, .height = 400,
                                 .style = ENT_STYLE_SCREEN, .steady = TRUE };
  g_autoptr (EntTimeline) timeline = ent_timeline_new (&request, measure, words, "en");
  const EntSpan spans[] = { span_of ("2014/2015"), span_of ("2015-07/2017-06") };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      EntDrawing drawing = { .builder = ent_scene_builder_new (900, 400, "en"), .dataset = dataset, .measure = measure,
                             .words = words, .theme = ent_theme_find ("light"), .language = "en", .style = ENT_STYLE_SCREEN,
                             .row = ENT_ITEM_NO_ROW, .lane = 255 };
      g_autoptr (EntScene) scene = NULL;
      EntTimeScale scale = ent_time_scale_fit (&spans[i], 0, 900);

      g_assert_true (ent_timeline_can_draw (timeline, &spans[i]));
      ent_timeline_draw_span (timeline, &drawing, &spans[i]);
      scene = ent_scene_builder_end (drawing.builder);
      g_assert_cmpuint (ent_scene_count_events (scene), ==, i == 0 ? 5 : 0);
      check_edge (scene, ent_time_scale_to_x (&scale, *ent_dataset_get_as_of (dataset)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/as-of-picture/golden", test_golden);
  g_test_add_func ("/as-of-picture/random", test_random);
  g_test_add_func ("/as-of-picture/caption", test_caption);
  g_test_add_func ("/as-of-picture/steady", test_steady);
  return g_test_run ();
}
