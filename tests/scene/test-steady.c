/* test-steady.c: a window's packing: panning moves nothing, gliding collides nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-timeline.h"
#include "pictures.h"

#define N_VIEWS 100
#define SEED 20130607
#define WIDTH 1200.0

typedef struct
{
  EntDataset     *dataset;
  EntTextMeasure *measure;
  EntWords       *words;
  EntTimeline    *timeline;
  EntSpan         span;
} Fixture;

static void
fixture_set_up (Fixture    *fixture,
                EntDataset *dataset,
                gint64      start,
                gint64      length)
{
  EntTimelineRequest request = { 0 };

  fixture->dataset = dataset;
  fixture->measure = pictures_new_measure (FALSE);
  fixture->words = ent_words_new ("en");
  fixture->span = (EntSpan){ start, start + length };
  request.dataset = dataset;
  request.span = fixture->span;
  request.width = WIDTH;
  request.steady = TRUE;
  request.style = ENT_STYLE_SCREEN;
  fixture->timeline = ent_timeline_new (&request, fixture->measure, fixture->words, "en");
}

static void
fixture_tear_down (Fixture *fixture)
{
  ent_timeline_free (fixture->timeline);
  ent_words_free (fixture->words);
  ent_text_measure_free (fixture->measure);
  g_object_unref (fixture->dataset);
}

static EntScene *
draw (const Fixture *fixture,
      const EntSpan *span)
{
  EntDrawing drawing = { 0 };

  drawing.builder = ent_scene_builder_new (WIDTH, 2000, "en");
  drawing.dataset = fixture->dataset;
  drawing.measure = fixture->measure;
  drawing.words = fixture->words;
  drawing.theme = ent_theme_find ("light");
  drawing.style = ENT_STYLE_SCREEN;
  drawing.row = ENT_ITEM_NO_ROW;
  drawing.lane = 255;
  ent_timeline_draw_span (fixture->timeline, &drawing, span);
  return ent_scene_builder_end (drawing.builder);
}

static guint64
count_in_view (EntDataset    *dataset,
               const EntSpan *span)
{
  guint64 n_events = 0;

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      EntDate date;

      n_events += ent_dataset_get_date (dataset, row, ENT_BASIS_OCCURRED, &date) && ent_date_is_placed (&date) &&
                  ent_date_may_overlap (&date, span);
    }
  return n_events;
}

/* Where each event's label stands: its height never changes, labels of a height never meet. */
static void
check_labels (const EntScene *scene,
              GHashTable     *heights)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double *known;

      if (items[i].role != ENT_ROLE_LABEL)
        continue;
      g_assert_cmpfloat (items[i].x, >=, 0);
      g_assert_cmpfloat (items[i].x + items[i].width, <=, WIDTH);
      known = g_hash_table_lookup (heights, GUINT_TO_POINTER (items[i].row));
      if (known == NULL)
        {
          known = g_memdup2 (&items[i].y, sizeof (double));
          g_hash_table_insert (heights, GUINT_TO_POINTER (items[i].row), known);
        }
      g_assert_cmpfloat (*known, ==, items[i].y);
      for (guint j = i + 1; j < n_items; j++)
        if (items[j].role == ENT_ROLE_LABEL && items[j].y == items[i].y)
          g_assert_true (items[j].x >= items[i].x + items[i].width || items[i].x >= items[j].x + items[j].width);
    }
}

static void
test_views (gconstpointer data)
{
  gboolean generated = GPOINTER_TO_INT (data);
  EntDataset *dataset = generated ? ent_generator_dataset (2000, SEED) : pictures_open_bundled ();
  g_autoptr (GHashTable) heights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Dice dice = { SEED };
  Fixture fixture;
  EntSpan known;
  guint n_seen = 0;

  ent_timeline_known_span (dataset, NULL, ENT_BASIS_OCCURRED, &known);
  /* 1 January 2013, four years. */
  fixture_set_up (&fixture, dataset, G_GINT64_CONSTANT (1356998400), G_GINT64_CONSTANT (126230400));
  for (guint i = 0; i < N_VIEWS; i++)
    {
      /* Up to the next step the view may shrink by √2 and no more. */
      gint64 length = (gint64) (dice_between (&dice, 0.6, 1.5) * (double) (fixture.span.end - fixture.span.start));
      gint64 start = known.start + (gint64) (dice_between (&dice, -0.1, 1) * (double) (known.end - known.start));
      EntSpan span = { start, start + length };
      g_autoptr (EntScene) scene = NULL;

      if (!ent_timeline_can_draw (fixture.timeline, &span))
        continue;
      n_seen++;
      scene = draw (&fixture, &span);
      g_assert_cmpuint (ent_scene_count_events (scene), ==, count_in_view (dataset, &span));
      check_labels (scene, heights);
    }
  g_assert_cmpuint (n_seen, >, N_VIEWS / 5);
  g_assert_cmpuint (g_hash_table_size (heights), >, 30);
  fixture_tear_down (&fixture);
}

static void
test_steps (void)
{
  EntDataset *dataset = pictures_open_bundled ();
  gint64 start = G_GINT64_CONSTANT (1356998400);
  gint64 length = G_GINT64_CONSTANT (126230400);
  EntSpan same = { start + length * 3, start + length * 4 };
  EntSpan half = { start, start + length / 2 };
  Fixture fixture;

  fixture_set_up (&fixture, dataset, start, length);
  g_assert_true (ent_timeline_can_draw (fixture.timeline, &fixture.span));
  g_assert_true (ent_timeline_can_draw (fixture.timeline, &same));
  g_assert_false (ent_timeline_can_draw (fixture.timeline, &half));
  for (int step = -80; step < 40; step++)
    {
      g_assert_cmpint (ent_zoom_step (ent_zoom_step_scale (step)), ==, step);
      g_assert_cmpint (ent_zoom_step (ent_zoom_step_scale (step) * 1.4), ==, step);
      g_assert_cmpint (ent_zoom_step (ent_zoom_step_scale (step) * 1.42), ==, step + 1);
    }
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/steady/bundled", GINT_TO_POINTER (FALSE), test_views);
  g_test_add_data_func ("/steady/generated", GINT_TO_POINTER (TRUE), test_views);
  g_test_add_func ("/steady/steps", test_steps);

  return g_test_run ();
}
