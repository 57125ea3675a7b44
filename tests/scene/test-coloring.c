/* test-coloring.c: what the colours of marks tell, what recedes, and what was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-coloring.h"
#include "ent-facets.h"
#include "ent-generator.h"
#include "ent-grouping.h"
#include "ent-legend.h"
#include "ent-overview.h"
#include "ent-timeline.h"
#include "pictures.h"

#include <math.h>

#define SEED 20150925
#define WIDTH 1200.0

typedef struct
{
  EntDataset        *dataset;
  EntTextMeasure    *measure;
  EntWords          *words;
  EntColoring       *coloring; /* (nullable) */
  EntTimelineRequest request;
} Fixture;

static void
fixture_set_up (Fixture    *fixture,
                EntDataset *dataset,
                const char *color_by,
                gboolean    steady)
{
  *fixture = (Fixture){ .dataset = dataset };
  fixture->measure = pictures_new_measure (FALSE);
  fixture->words = ent_words_new ("en");
  fixture->coloring = ent_coloring_new (dataset, color_by, ENT_PAIRS_STATES);
  fixture->request = (EntTimelineRequest){
    .dataset = dataset,
    .width = WIDTH,
    .height = 800,
    .steady = steady,
    .style = ENT_STYLE_SCREEN,
  };
  ent_timeline_known_span (dataset, NULL, ENT_BASIS_OCCURRED, &fixture->request.span);
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->coloring, ent_coloring_unref);
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

static EntDrawing
start (const Fixture *fixture)
{
  return (EntDrawing){
    .builder = ent_scene_builder_new (WIDTH, 4000, "en"),
    .dataset = fixture->dataset,
    .measure = fixture->measure,
    .words = fixture->words,
    .theme = ent_theme_find ("light"),
    .style = ENT_STYLE_SCREEN,
    .language = "en",
    .coloring = fixture->coloring,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
    .x1 = WIDTH,
  };
}

static EntScene *
draw (const Fixture         *fixture,
      const EntTimeline     *timeline,
      const EntTimelineLook *look)
{
  EntDrawing drawing = start (fixture);

  if (look != NULL)
    ent_timeline_draw_look (timeline, &drawing, look);
  else
    ent_timeline_draw (timeline, &drawing);
  return ent_scene_builder_end (drawing.builder);
}

static EntRowSet *
every (EntDataset *dataset,
       guint       nth)
{
  EntRowSet *rows = ent_row_set_new (ent_dataset_get_n_events (dataset));

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row += nth)
    ent_row_set_add (rows, row);
  return rows;
}

/* Ten categories, c0 most frequent; a unit of China; one event with two categories, one with none. */
static EntDataset *
read_ten (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < 10; i++)
    for (guint j = 0; j < 20 - i; j++)
      g_string_append_printf (json, "{\"title\":\"Event\",\"date\":\"20%02u-%02u\",\"kind\":\"%s\",\"category\":\"c%u\"},",
                              j % 20, i + 1, j % 2 == 0 ? "incident" : "meeting", i);
  g_string_append (json, "{\"title\":\"Two\",\"id\":\"two\",\"date\":\"2001\",\"tags\":[\"rare\",\"common\"],\"severity\":2},"
                         "{\"title\":\"One\",\"id\":\"one\",\"date\":\"2001\",\"tags\":[\"common\"],\"severity\":5,"
                         "\"actors\":[{\"role\":\"initiator\",\"name\":\"Unit\"}]},"
                         "{\"title\":\"China\",\"id\":\"cn\",\"date\":\"2001\",\"severity\":2,"
                         "\"actors\":[{\"role\":\"initiator\",\"name\":\"CN\"}]}");
  return pictures_read_whole ("{\"format\":\"entente\",\"version\":1,\"language\":\"en\",\"actors\":{\"Unit\":"
                              "{\"part_of\":\"CN\"}},\"events\":[%s]}",
                              json->str);
}

static guint
class_of (EntDataset *dataset,
          const char *color_by,
          const char *id)
{
  g_autoptr (EntColoring) coloring = ent_coloring_new (dataset, color_by, ENT_PAIRS_STATES);

  return ent_coloring_get_class (coloring, dataset, ent_dataset_find (dataset, ent_slice_from_string (id)));
}

static void
test_classes (void)
{
  g_autoptr (EntDataset) dataset = read_ten ();
  g_autoptr (EntWords) words = ent_words_new ("en");
  const EntTheme *theme = ent_theme_find ("light");
  g_autoptr (EntColoring) coloring = ent_coloring_new (dataset, "category", ENT_PAIRS_STATES);
  g_autoptr (EntColoring) grey = ent_coloring_new (dataset, "none", ENT_PAIRS_STATES);
  g_autoptr (EntRowSet) some = every (dataset, 3);
  g_autoptr (GArray) list = ent_coloring_list (coloring, dataset, NULL, theme, words, "en");
  g_autoptr (GArray) fewer = ent_coloring_list (coloring, dataset, some, theme, words, "en");
  guint sum = 0;

  g_assert_null (ent_coloring_new (dataset, NULL, ENT_PAIRS_STATES));
  g_assert_null (ent_coloring_new (dataset, "kind", ENT_PAIRS_STATES));
  g_assert_null (ent_coloring_new (dataset, "no such", ENT_PAIRS_STATES));
  g_assert_true (ent_coloring_is_by_kind (grey));
  g_assert_cmphex (ent_coloring_get_color (grey, theme, ENT_KIND_MEETING), ==, theme->grey[ENT_KIND_MEETING]);
  g_assert_cmphex (ent_coloring_get_color (NULL, theme, ENT_KIND_MEETING), ==, theme->kind[ENT_KIND_MEETING]);

  /* Eight of their own, two others, none; in the same colours for some of the events. */
  g_assert_cmpuint (list->len, ==, ENT_N_OWN_HUES + 2);
  g_assert_cmpuint (fewer->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const EntColoringEntry *entry = &g_array_index (list, EntColoringEntry, i);
      g_autofree char *key = g_strdup_printf ("c%u", i);

      g_assert_cmpstr (entry->key, ==, i < 8 ? key : i == 8 ? ENT_LANE_KEY_OTHER : "");
      g_assert_cmphex (entry->color, ==, theme->hue[i]);
      g_assert_cmphex (g_array_index (fewer, EntColoringEntry, i).color, ==, entry->color);
      g_assert_cmpuint (g_array_index (fewer, EntColoringEntry, i).count, <, entry->count);
      sum += entry->count;
    }
  g_assert_cmpstr (g_array_index (list, EntColoringEntry, 0).name, ==, "C0");
  g_assert_cmpstr (g_array_index (list, EntColoringEntry, 8).name, ==, "Other (2)");
  g_assert_cmpstr (g_array_index (list, EntColoringEntry, 9).name, ==, "No category");
  g_assert_cmpuint (g_array_index (list, EntColoringEntry, 8).count, ==, 12 + 11);
  g_assert_cmpuint (sum, ==, ent_dataset_get_n_events (dataset));

  /* The first of several by frequency; what is part of a value, the whole; the gravest first. */
  g_assert_cmpuint (class_of (dataset, "tag", "two"), ==, class_of (dataset, "tag", "one"));
  g_assert_cmpuint (class_of (dataset, "actor", "one"), ==, class_of (dataset, "actor", "cn"));
  g_assert_cmpuint (class_of (dataset, "actor", "two"), ==, ENT_N_HUES - 1);
  g_assert_cmpuint (class_of (dataset, "severity", "one"), ==, 0);
  g_assert_cmpuint (class_of (dataset, "severity", "two"), ==, 1);
}

/* The same colouring as long as view and dataset say the same. */
static void
test_renew (void)
{
  g_autoptr (EntDataset) dataset = read_ten ();
  g_autoptr (EntView) view = ent_view_new ();
  EntColoring *coloring = ent_coloring_renew (NULL, dataset, view);
  EntColoring *last;

  g_assert_null (coloring);
  ent_view_set_color_by (view, "category");
  last = coloring = ent_coloring_renew (coloring, dataset, view);
  g_assert_nonnull (coloring);
  ent_view_set_query (view, "other");
  coloring = ent_coloring_renew (coloring, dataset, view);
  g_assert_true (coloring == last);
  ent_view_set_color_by (view, "tag");
  last = ent_coloring_ref (coloring);
  coloring = ent_coloring_renew (coloring, dataset, view);
  g_assert_false (ent_coloring_equal (coloring, last));
  ent_coloring_unref (last);
  ent_view_set_color_by (view, NULL);
  g_assert_null (ent_coloring_renew (coloring, dataset, view));
}

static gboolean
is_colored (const EntItem *item,
            EntColor       color)
{
  return item->fill == color || item->stroke == color;
}

/* Marks have the colour of their class and the shape of their kind; folds and columns are split by it. */
static void
test_marks (gconstpointer data)
{
  gboolean steady = GPOINTER_TO_INT (data);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  const EntTheme *theme = ent_theme_find ("light");
  const EntItem *items;
  guint n_items;
  guint n_marks = 0;
  guint n_sectors = 0;
  guint n_parts = 0;

  fixture_set_up (&fixture, ent_generator_dataset (500, SEED), "category", steady);
  fixture.request.span.end = fixture.request.span.start + (fixture.request.span.end - fixture.request.span.start) / 2;
  timeline = pack (&fixture);
  scene = draw (&fixture, timeline, NULL);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const EntItem *item = &items[i];
      EntKindStyle kind;
      guint class;

      n_sectors += item->role == ENT_ROLE_FOLD && item->y2 > item->x2;
      n_parts += item->role == ENT_ROLE_DENSITY && item->count == 0;
      if (item->role != ENT_ROLE_MARK || item->type != ENT_ITEM_SHAPE || item->fill_style != ENT_FILL_SOLID)
        continue;
      kind = ent_kind_style (ent_dataset_get_kind_word (fixture.dataset, item->row));
      class = ent_coloring_get_class (fixture.coloring, fixture.dataset, item->row);
      g_assert_cmpuint (item->shape, ==, ent_kind_shape (kind));
      g_assert_true (is_colored (item, theme->hue[class]) || item->fill == theme->view);
      n_marks++;
    }
  g_assert_cmpuint (n_marks, >, 20);
  g_assert_cmpuint (n_sectors + n_parts, >, 10);
  pictures_check_items (scene);
}

/* The parts of a column stand on each other and make all of it. */
static void
test_columns (gconstpointer data)
{
  gboolean steady = GPOINTER_TO_INT (data);
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "none" };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  const EntItem *items;
  const EntItem *whole = NULL;
  double y = 0;
  guint n_items;
  guint n_columns = 0;

  fixture_set_up (&fixture, ent_generator_dataset (6000, SEED), "category", steady);
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  scene = draw (&fixture, timeline, NULL);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].role != ENT_ROLE_DENSITY)
        continue;
      if (items[i].count > 0)
        {
          if (whole != NULL)
            g_assert_cmpfloat_with_epsilon (y, whole->y, 1e-6);
          whole = &items[i];
          y = whole->y + whole->height;
          n_columns++;
          continue;
        }
      y -= items[i].height;
      g_assert_cmpfloat_with_epsilon (items[i].y, y, 1e-6);
      g_assert_cmpfloat (items[i].x, ==, whole->x);
    }
  g_assert_cmpuint (n_columns, >, 10);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, ent_timeline_get_events (timeline));
}

/* A legend names the colours that were drawn, with their values. */
static void
test_legend (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  EntDrawing drawing;
  const EntItem *items;
  guint n_items;
  guint n_swatches = 0;

  fixture_set_up (&fixture, read_ten (), "category", FALSE);
  timeline = pack (&fixture);
  drawing = start (&fixture);
  ent_timeline_draw (timeline, &drawing);
  ent_legend_draw (&drawing, 0, 1000, WIDTH);
  scene = ent_scene_builder_end (drawing.builder);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i + 1 < n_items; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%u", n_swatches);
      g_autofree char *name = g_strdup_printf ("C%u", n_swatches);

      if (items[i].role != ENT_ROLE_LEGEND || items[i].fill != drawing.theme->hue[n_swatches] || n_swatches >= 8)
        continue;
      g_assert_cmpint (items[i].shape, ==, ENT_SHAPE_CIRCLE);
      g_assert_cmpstr (ent_scene_get_item_text (scene, &items[i]), ==, key);
      g_assert_cmpstr (ent_scene_get_item_text (scene, &items[i + 1]), ==, name);
      n_swatches++;
    }
  g_assert_cmpuint (n_swatches, ==, 8);
}

static double
label_contrast (const EntItem *item)
{
  double text = ent_color_luminance (item->fill);

  return 1.05 / (text + 0.05);
}

/* What is not lit recedes as what is not selected does: lighter marks, names still to be read. */
static void
test_lit (gconstpointer data)
{
  const char *color_by = data;
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntRowSet) lit = NULL;
  g_autoptr (EntScene) plain = NULL;
  g_autoptr (EntScene) scene = NULL;
  const EntTheme *theme = ent_theme_find ("light");
  EntTimelineLook look;
  const EntItem *items;
  guint n_items;
  guint n_receding = 0;

  fixture_set_up (&fixture, pictures_open_bundled (), color_by, TRUE);
  fixture.request.span = (EntSpan){ G_GINT64_CONSTANT (1356998400), G_GINT64_CONSTANT (1483228800) };
  timeline = pack (&fixture);
  lit = every (fixture.dataset, 3);
  ent_timeline_look_init (&look, &fixture.request.span);
  plain = draw (&fixture, timeline, &look);
  look.lit = lit;
  scene = draw (&fixture, timeline, &look);
  items = ent_scene_get_items (scene, &n_items);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, ent_scene_count_events (plain));
  for (guint i = 0; i < n_items; i++)
    {
      gboolean is_lit = items[i].row != ENT_ITEM_NO_ROW && ent_row_set_contains (lit, items[i].row);
      EntKindStyle kind;
      EntColor color;

      if (items[i].row == ENT_ITEM_NO_ROW)
        continue;
      kind = ent_kind_style (ent_dataset_get_kind_word (fixture.dataset, items[i].row));
      color = ent_coloring_get_color (fixture.coloring, theme,
                                      ent_coloring_get_class (fixture.coloring, fixture.dataset, items[i].row));
      if (items[i].role == ENT_ROLE_LABEL)
        {
          g_assert_cmphex (items[i].fill, ==, is_lit ? theme->ink : theme->faint);
          g_assert_cmpfloat (label_contrast (&items[i]), >=, 4.5);
        }
      else if (items[i].role == ENT_ROLE_MARK && items[i].shape == ent_kind_shape (kind))
        {
          g_assert_false (is_colored (&items[i], color) && !is_lit);
          n_receding += is_colored (&items[i], ent_color_mix (theme->view, color, theme->recede));
        }
    }
  g_assert_cmpuint (n_receding, >, 10);
}

/* What is selected stands out, lit or not; of what is linked to it only what is lit. */
static void
test_lit_and_selected (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntRowSet) lit = NULL;
  g_autoptr (EntScene) scene = NULL;
  const EntTheme *theme = ent_theme_find ("light");
  static const guint32 selected[] = { 0 };
  EntTimelineLook look;
  const EntItem *items;
  guint n_items;

  fixture_set_up (&fixture,
                  pictures_read ("{\"title\":\"The first\",\"date\":\"2015-01-01\",\"kind\":\"statement\",\"id\":\"a\"},"
                                 "{\"title\":\"Not lit\",\"date\":\"2015-01-02\",\"kind\":\"statement\","
                                 "\"links\":[{\"type\":\"follows\",\"to\":\"a\"}]},"
                                 "{\"title\":\"Lit\",\"date\":\"2015-01-03\",\"kind\":\"statement\","
                                 "\"links\":[{\"type\":\"follows\",\"to\":\"a\"}]},"
                                 "{\"title\":\"Not linked\",\"date\":\"2015-01-04\",\"kind\":\"statement\"}"),
                  NULL, TRUE);
  timeline = pack (&fixture);
  lit = ent_row_set_new (4);
  ent_row_set_add (lit, 2);
  ent_row_set_add (lit, 3);
  ent_timeline_look_init (&look, &fixture.request.span);
  look.lit = lit;
  look.selected = selected;
  look.n_selected = 1;
  scene = draw (&fixture, timeline, &look);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].role == ENT_ROLE_MARK)
      g_assert_true ((items[i].fill == theme->kind[ENT_KIND_STATEMENT]) == (items[i].row == 0 || items[i].row == 2));
}

static guint
count_role (const EntScene *scene,
            EntRole         role,
            guint32         row)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);
  guint n_found = 0;

  for (guint i = 0; i < n_items; i++)
    n_found += items[i].role == role && (row == ENT_ITEM_NO_ROW || items[i].row == row);
  return n_found;
}

/* In a window a search marks what it finds and moves nothing. */
static void
test_hits_in_window (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntTimeline) searched = NULL;
  g_autoptr (EntRowSet) hits = NULL;
  g_autoptr (EntScene) before = NULL;
  g_autoptr (EntScene) after = NULL;
  g_autoptr (EntScene) scene = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  EntTimelineLook look;
  const EntItem *items;
  guint n_items;
  guint n_marks = 0;

  fixture_set_up (&fixture, pictures_open_bundled (), NULL, TRUE);
  fixture.request.span = (EntSpan){ G_GINT64_CONSTANT (1356998400), G_GINT64_CONSTANT (1483228800) };
  hits = every (fixture.dataset, 4);
  timeline = pack (&fixture);
  fixture.request.hits = hits;
  searched = pack (&fixture);
  ent_timeline_look_init (&look, &fixture.request.span);
  before = draw (&fixture, timeline, &look);
  after = draw (&fixture, searched, &look);
  first = ent_scene_dump (before);
  second = ent_scene_dump (after);
  g_assert_cmpstr (first, ==, second);

  look.hits = hits;
  scene = draw (&fixture, timeline, &look);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].role == ENT_ROLE_HIT)
        g_assert_true (items[i].row == ENT_ITEM_NO_ROW || ent_row_set_contains (hits, items[i].row));
      if (items[i].role != ENT_ROLE_MARK || items[i].count == 0 || items[i].type != ENT_ITEM_SHAPE ||
          items[i].layer != ENT_LAYER_MARKS)
        continue;
      n_marks++;
      if (ent_row_set_contains (hits, items[i].row) && count_role (scene, ENT_ROLE_LABEL, items[i].row) > 0)
        g_assert_cmpuint (count_role (scene, ENT_ROLE_HIT, items[i].row), >=, 1);
    }
  g_assert_cmpuint (n_marks, >, 20);
  g_assert_cmpuint (count_role (scene, ENT_ROLE_HIT, ENT_ITEM_NO_ROW), >, 5);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, ent_scene_count_events (before));
}

/* In a figure what was searched has names before what was not. */
static void
test_hits_on_page (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntRowSet) hits = NULL;
  guint n_named[2] = { 0 };

  fixture_set_up (&fixture, ent_generator_dataset (300, SEED), NULL, FALSE);
  hits = every (fixture.dataset, 10);
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (EntTimeline) timeline = NULL;
      g_autoptr (EntScene) scene = NULL;

      fixture.request.hits = pass == 1 ? hits : NULL;
      timeline = pack (&fixture);
      scene = draw (&fixture, timeline, NULL);
      for (guint32 row = 0; row < 300; row += 10)
        n_named[pass] += count_role (scene, ENT_ROLE_LABEL, row) > 0;
      g_assert_true ((count_role (scene, ENT_ROLE_HIT, ENT_ITEM_NO_ROW) > 0) == (pass == 1));
    }
  g_assert_cmpuint (n_named[1], >, n_named[0]);
}

/* In the overview what is hidden stands in grey over what is shown, and units with something found are ticked. */
static void
test_overview (gconstpointer data)
{
  const char *color_by = data;
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (EntRowSet) hits = NULL;
  g_autoptr (EntScene) scene = NULL;
  EntOverviewRequest request = { .width = WIDTH, .height = 88 };
  EntDrawing drawing;
  const EntItem *items;
  guint n_items;
  guint n_grey = 0;
  double shown = 0;
  double hidden = 0;

  fixture_set_up (&fixture, pictures_open_bundled (), color_by, FALSE);
  rows = every (fixture.dataset, 2);
  hits = every (fixture.dataset, 40);
  ent_timeline_whole_span (fixture.dataset, NULL, ENT_BASIS_OCCURRED, &request.whole);
  request.window = request.whole;
  request.rows = rows;
  request.hits = hits;
  drawing = start (&fixture);
  ent_overview_draw_strip (&drawing, &request);
  scene = ent_scene_builder_end (drawing.builder);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].role != ENT_ROLE_OVERVIEW || items[i].type != ENT_ITEM_RECT || items[i].width == WIDTH)
        continue;
      if (items[i].fill == drawing.theme->line)
        {
          n_grey++;
          hidden += items[i].height;
        }
      else
        shown += items[i].height;
    }
  g_assert_cmpuint (n_grey, >, 10);
  g_assert_cmpfloat_with_epsilon (shown / (shown + hidden), ent_row_set_count (rows) / 175.0, 0.03);
  g_assert_cmpuint (count_role (scene, ENT_ROLE_HIT, ENT_ITEM_NO_ROW), >, 0);
  g_assert_cmpuint (count_role (scene, ENT_ROLE_HIT, ENT_ITEM_NO_ROW), <=, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coloring/classes", test_classes);
  g_test_add_func ("/coloring/renew", test_renew);
  g_test_add_data_func ("/coloring/marks/page", GINT_TO_POINTER (FALSE), test_marks);
  g_test_add_data_func ("/coloring/marks/window", GINT_TO_POINTER (TRUE), test_marks);
  g_test_add_data_func ("/coloring/columns/page", GINT_TO_POINTER (FALSE), test_columns);
  g_test_add_data_func ("/coloring/columns/window", GINT_TO_POINTER (TRUE), test_columns);
  g_test_add_func ("/coloring/legend", test_legend);
  g_test_add_data_func ("/coloring/lit/kind", NULL, test_lit);
  g_test_add_data_func ("/coloring/lit/category", "category", test_lit);
  g_test_add_data_func ("/coloring/lit/none", "none", test_lit);
  g_test_add_func ("/coloring/lit/selected", test_lit_and_selected);
  g_test_add_func ("/coloring/hits/window", test_hits_in_window);
  g_test_add_func ("/coloring/hits/page", test_hits_on_page);
  g_test_add_data_func ("/coloring/overview/kind", NULL, test_overview);
  g_test_add_data_func ("/coloring/overview/category", "category", test_overview);

  return g_test_run ();
}
