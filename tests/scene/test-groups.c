/* test-groups.c: lanes by what events have in common, and timelines of some of the events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facets.h"
#include "ent-generator.h"
#include "ent-timeline.h"
#include "pictures.h"

#define SEED 20150925
#define WIDTH 1200.0
#define HEIGHT 800.0

typedef struct
{
  EntDataset        *dataset;
  EntTextMeasure    *measure;
  EntWords          *words;
  EntTimelineRequest request;
} Fixture;

static void
fixture_set_up (Fixture    *fixture,
                EntDataset *dataset,
                gboolean    steady)
{
  *fixture = (Fixture){ .dataset = dataset };
  fixture->measure = pictures_new_measure (FALSE);
  fixture->words = ent_words_new ("en");
  fixture->request = (EntTimelineRequest){
    .dataset = dataset,
    .width = WIDTH,
    .height = HEIGHT,
    .steady = steady,
    .style = ENT_STYLE_SCREEN,
  };
  ent_timeline_known_span (dataset, NULL, ENT_BASIS_OCCURRED, &fixture->request.span);
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->request.rows, ent_row_set_unref);
  ent_words_free (fixture->words);
  ent_text_measure_free (fixture->measure);
  g_object_unref (fixture->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static EntTimeline *
pack (const Fixture *fixture)
{
  return ent_timeline_new (&fixture->request, fixture->measure, fixture->words, "en");
}

static EntScene *
draw (const Fixture     *fixture,
      const EntTimeline *timeline)
{
  EntDrawing drawing = {
    .builder = ent_scene_builder_new (WIDTH, 4000, "en"),
    .dataset = fixture->dataset,
    .measure = fixture->measure,
    .words = fixture->words,
    .theme = ent_theme_find ("light"),
    .style = ENT_STYLE_SCREEN,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  ent_timeline_draw (timeline, &drawing);
  return ent_scene_builder_end (drawing.builder);
}

/* Every other row. */
static EntRowSet *
half_of (EntDataset *dataset)
{
  EntRowSet *rows = ent_row_set_new (ent_dataset_get_n_events (dataset));

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row += 2)
    ent_row_set_add (rows, row);
  return rows;
}

/* What is not shown is in no count, takes no room and is not stepped to. */
static void
test_rows (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  const EntItem *items;
  guint n_items;
  guint n_dated;
  guint n_shown;
  guint n_stepped = 0;
  EntSpan all;
  EntSpan some;

  fixture_set_up (&fixture, ent_generator_dataset (600, SEED), GPOINTER_TO_INT (data));
  ent_dataset_get_order (fixture.dataset, ENT_BASIS_OCCURRED, &n_dated);
  fixture.request.rows = half_of (fixture.dataset);
  n_shown = ent_row_set_count (fixture.request.rows) -
            ent_timeline_count_undated (fixture.dataset, fixture.request.rows, ENT_BASIS_OCCURRED);
  g_assert_cmpuint (n_shown, <, n_dated);
  ent_timeline_known_span (fixture.dataset, NULL, ENT_BASIS_OCCURRED, &all);
  g_assert_true (ent_timeline_known_span (fixture.dataset, fixture.request.rows, ENT_BASIS_OCCURRED, &some));
  g_assert_cmpint (some.start, >=, all.start);
  g_assert_cmpint (some.end, <=, all.end);

  timeline = pack (&fixture);
  g_assert_cmpuint (ent_timeline_get_events (timeline), ==, n_shown);
  scene = draw (&fixture, timeline);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, n_shown);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    g_assert_true (items[i].row == ENT_ITEM_NO_ROW || items[i].row % 2 == 0);
  for (guint32 row = ENT_ROW_NONE; (row = ent_timeline_step (timeline, row, 1, 0)) != ENT_ROW_NONE; n_stepped++)
    {
      EntTimelineSpot spot;

      g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, row, &spot));
      g_assert_cmpuint (row % 2, ==, 0);
    }
  g_assert_cmpuint (n_stepped, ==, n_shown);
}

/* Nothing is left: an empty timeline, and no known time. */
static void
test_no_rows (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  EntSpan span;

  fixture_set_up (&fixture, pictures_open_bundled (), TRUE);
  fixture.request.rows = ent_row_set_new (ent_dataset_get_n_events (fixture.dataset));
  g_assert_false (ent_timeline_known_span (fixture.dataset, fixture.request.rows, ENT_BASIS_OCCURRED, &span));
  timeline = pack (&fixture);
  scene = draw (&fixture, timeline);
  g_assert_cmpuint (ent_timeline_get_events (timeline), ==, 0);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, 0);
  g_assert_cmpuint (ent_timeline_step (timeline, ENT_ROW_NONE, 1, 0), ==, ENT_ROW_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/groups/rows/page", GINT_TO_POINTER (FALSE), test_rows);
  g_test_add_data_func ("/groups/rows/window", GINT_TO_POINTER (TRUE), test_rows);
  g_test_add_func ("/groups/no-rows", test_no_rows);

  return g_test_run ();
}
