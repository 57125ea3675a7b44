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
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };
}

static EntScene *
draw (const Fixture     *fixture,
      const EntTimeline *timeline)
{
  EntDrawing drawing = start (fixture);

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
  for (guint32 row = ENT_ROW_NONE; (row = ent_timeline_step (timeline, row, NULL, 1, 0)) != ENT_ROW_NONE; n_stepped++)
    {
      EntTimelineSpot spot;

      g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, row, ENT_LANE_ANY, &spot));
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
  g_assert_cmpuint (ent_timeline_step (timeline, ENT_ROW_NONE, NULL, 1, 0), ==, ENT_ROW_NONE);
}

/* What the events of @rows in view have of a facet, counted without the code that is tested. */
static guint
count_lane (const Fixture  *fixture,
            const EntFacet *facet,
            const EntLane  *lane)
{
  guint n_events = 0;

  for (guint32 row = 0; row < ent_dataset_get_n_events (fixture->dataset); row++)
    {
      guint n_values;
      const guint32 *values = ent_facet_get_row (facet, row, &n_values);
      gboolean has = n_values == 0 && *lane->key == '\0';

      if (ent_dataset_peek_date (fixture->dataset, row, ENT_BASIS_OCCURRED) == NULL)
        continue;
      for (guint i = 0; i < n_values && !has; i++)
        {
          g_autofree char *top = ent_slice_dup (ent_facet_get_value (facet, ent_facet_get_topmost (facet, values[i])));

          has = g_str_equal (top, lane->key);
        }
      n_events += has;
    }
  return n_events;
}

/* Marks, folds and columns of each lane are its events, and all lanes together have each event at least once. */
static void
check_lanes (const Fixture     *fixture,
             const EntFacet    *facet,
             const EntTimeline *timeline)
{
  g_autoptr (EntScene) scene = draw (fixture, timeline);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_lanes = ent_timeline_get_n_lanes (timeline);
  g_autofree guint *counts = g_new0 (guint, n_lanes + 1);
  guint n_items;
  guint n_standing = 0;
  guint n_dated;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  ent_dataset_get_order (fixture->dataset, ENT_BASIS_OCCURRED, &n_dated);
  g_assert_cmpuint (ent_timeline_get_events (timeline), ==, n_dated);
  for (guint i = 0; i < n_items; i++)
    if (items[i].count > 0)
      {
        g_assert_cmpuint (items[i].lane, <, n_lanes);
        counts[items[i].lane] += items[i].count;
      }
  g_assert_cmpuint (n_lanes, >, 0);
  g_assert_cmpuint (n_lanes, <=, 41);
  for (guint i = 0; i < n_lanes; i++)
    {
      const EntLane *lane = ent_timeline_get_lane (timeline, i);

      g_assert_cmpuint (counts[i], ==, lane->n_events);
      g_assert_true (g_hash_table_add (keys, lane->key));
      if (facet != NULL && !g_str_equal (lane->key, ENT_LANE_KEY_OTHER))
        g_assert_cmpuint (lane->n_events, ==, count_lane (fixture, facet, lane));
      n_standing += lane->n_events;
    }
  g_assert_cmpuint (n_standing, >=, n_dated);
  g_assert_true ((n_standing > n_dated) == (ent_timeline_get_repeated (timeline) > 0));
  g_assert_cmpuint (ent_timeline_get_repeated (timeline), <=, n_dated);
  pictures_check_items (scene);
}

static void
test_facets (gconstpointer data)
{
  gboolean steady = GPOINTER_TO_INT (data);
  g_auto (Fixture) fixture = { 0 };
  const EntFacets *facets;
  EntGrouping grouping = { 0 };
  guint n_repeated = 0;

  fixture_set_up (&fixture, ent_generator_dataset (1500, SEED), steady);
  facets = ent_dataset_get_facets (fixture.dataset);
  fixture.request.grouping = &grouping;
  for (guint i = 0; i <= ent_facets_get_size (facets) + 1; i++)
    {
      const EntFacet *facet = i < ent_facets_get_size (facets) ? ent_facets_get (facets, i) : NULL;
      g_autoptr (EntTimeline) timeline = NULL;

      grouping.facet = facet != NULL ? ent_facet_get_name (facet) : i == ent_facets_get_size (facets) ? "none" : "pair";
      grouping.pairs = g_str_equal (grouping.facet, "pair") && facet == NULL ? ENT_PAIRS_RECORDED : ENT_PAIRS_STATES;
      if (grouping.pairs == ENT_PAIRS_RECORDED)
        facet = ent_dataset_get_recorded_pairs (fixture.dataset);
      g_test_message ("%s", grouping.facet);
      timeline = pack (&fixture);
      check_lanes (&fixture, facet, timeline);
      n_repeated += ent_timeline_get_repeated (timeline);
    }
  g_assert_cmpuint (n_repeated, >, 100);
}

/* What is not known makes the usual lanes. */
static void
test_unknown (void)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "no such field" };
  g_autoptr (EntTimeline) usual = NULL;
  g_autoptr (EntTimeline) other = NULL;
  g_autoptr (EntScene) usual_scene = NULL;
  g_autoptr (EntScene) other_scene = NULL;
  g_autofree char *usual_dump = NULL;
  g_autofree char *other_dump = NULL;

  fixture_set_up (&fixture, pictures_open_bundled (), FALSE);
  usual = pack (&fixture);
  fixture.request.grouping = &grouping;
  other = pack (&fixture);
  usual_scene = draw (&fixture, usual);
  other_scene = draw (&fixture, other);
  usual_dump = ent_scene_dump (usual_scene);
  other_dump = ent_scene_dump (other_scene);
  g_assert_cmpstr (usual_dump, ==, other_dump);
  g_assert_true (ent_grouping_knows (fixture.dataset, "sector"));
  g_assert_false (ent_grouping_knows (fixture.dataset, "no such field"));
}

/* Three states with a unit, four categories, all severities; one event has two targets, one has nothing. */
static const char few[] =
  "{\"title\":\"One event\",\"id\":\"a\",\"date\":\"2015-01\",\"kind\":\"incident\",\"severity\":1,\"category\":\"theft\","
  "\"actors\":[{\"role\":\"initiator\",\"name\":\"Unit\"},{\"role\":\"initiator\",\"name\":\"CN\"},"
  "{\"role\":\"target\",\"name\":\"US\"},{\"role\":\"target\",\"name\":\"GB\"}],"
  "\"attribution\":{\"confidence\":\"suspected\"}},"
  "{\"title\":\"Another event\",\"id\":\"b\",\"date\":\"2015-03\",\"severity\":5,\"category\":\"theft\",\"status\":\"planned\","
  "\"actors\":[{\"role\":\"initiator\",\"name\":\"Unit\"},{\"role\":\"target\",\"name\":\"US\"}],"
  "\"attribution\":{\"confidence\":\"confirmed\"}},"
  "{\"title\":\"A third event\",\"id\":\"c\",\"date\":\"2014-02\",\"severity\":3,\"category\":\"dialogue\",\"kind\":\"meeting\","
  "\"attribution\":{\"confidence\":\"none\"},\"actors\":[{\"role\":\"host\",\"name\":\"US\"}]},"
  "{\"title\":\"Nothing more\",\"id\":\"d\",\"date\":\"2013\",\"kind\":\"statement\"}";

static const struct
{
  const char *name;
  EntGrouping grouping;
  const char *first[3];
  const char *lanes; /* key "name" count, from the top */
} orders[] = {
  { "kind", { 0 }, { NULL }, "incident “Incidents” 1, meeting “Meetings” 1, statement “Statements” 1, event “Events” 1" },
  { "none", { .facet = "none" }, { NULL }, "* “All events” 4" },
  { "severity", { .facet = "severity" }, { NULL },
    "5 “Severity 5” 1, 3 “Severity 3” 1, 1 “Severity 1” 1,  “No severity” 1" },
  { "attribution", { .facet = "attribution" }, { NULL },
    "confirmed “Confirmed” 1, suspected “Suspected” 1, none “Not attributed” 1,  “No attribution given” 1" },
  { "status", { .facet = "status" }, { NULL }, "planned “Planned” 1,  “No status” 3" },
  { "initiator", { .facet = "initiator" }, { NULL }, "CN “CN” 2,  “No initiator” 2" },
  { "actor", { .facet = "actor" }, { NULL }, "US “US” 3, CN “CN” 2, GB “GB” 1,  “No actor” 1" },
  { "states", { .facet = "pair" }, { NULL }, "CN>US “CN → US” 2, CN>GB “CN → GB” 1,  “No pair” 2" },
  { "recorded", { .facet = "pair", .pairs = ENT_PAIRS_RECORDED }, { NULL },
    "Unit>US “Unit → US” 2, Unit>GB “Unit → GB” 1, CN>US “CN → US” 1, CN>GB “CN → GB” 1,  “No pair” 2" },
  { "by-count", { .facet = "category" }, { NULL }, "theft “Theft” 2, dialogue “Dialogue” 1,  “No category” 1" },
  { "by-name", { .facet = "category", .order = ENT_LANE_ORDER_NAME }, { NULL },
    "dialogue “Dialogue” 1, theft “Theft” 2,  “No category” 1" },
  { "by-date", { .facet = "severity", .order = ENT_LANE_ORDER_DATE }, { NULL },
    "3 “Severity 3” 1, 1 “Severity 1” 1, 5 “Severity 5” 1,  “No severity” 1" },
  { "first", { .facet = "severity" }, { "1", "no such", NULL },
    "1 “Severity 1” 1, 5 “Severity 5” 1, 3 “Severity 3” 1,  “No severity” 1" },
  { "none-first", { .facet = "actor", .order = ENT_LANE_ORDER_NAME }, { "", "US", NULL },
    " “No actor” 1, US “US” 3, CN “CN” 2, GB “GB” 1" },
};

static EntDataset *
read_few (void)
{
  const char *json = "{\"format\":\"entente\",\"version\":1,\"language\":\"en\",\"actors\":{\"Unit\":{\"part_of\":\"CN\"}},"
                     "\"events\":[%s]}";

  return pictures_read_whole (json, few);
}

static void
test_order (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  EntGrouping grouping = orders[i].grouping;
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (GString) lanes = g_string_new (NULL);

  fixture_set_up (&fixture, read_few (), TRUE);
  grouping.first = orders[i].first;
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  for (guint j = 0; j < ent_timeline_get_n_lanes (timeline); j++)
    {
      const EntLane *lane = ent_timeline_get_lane (timeline, j);

      g_string_append_printf (lanes, "%s%s “%s” %u", j > 0 ? ", " : "", lane->key, lane->name, lane->n_events);
    }
  g_assert_cmpstr (lanes->str, ==, orders[i].lanes);
}

/* Two hundred values: the most frequent have lanes, the others one that says how many they are. */
static void
test_many (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "tag", .first = (const char *const[]){ "t199", NULL } };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  const EntLane *other;
  guint n_lanes;
  guint n_values = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (json, "%s{\"title\":\"Event %u\",\"date\":\"20%02u\",\"tags\":[\"t%u\",\"t%u\"]}",
                            i > 0 ? "," : "", i, i % 20, i % 200, i % 7);
  fixture_set_up (&fixture, pictures_read (json->str), GPOINTER_TO_INT (data));
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  n_lanes = ent_timeline_get_n_lanes (timeline);
  check_lanes (&fixture, ent_facets_get (ent_dataset_get_facets (fixture.dataset), ENT_FACET_TAG), timeline);
  g_assert_cmpuint (n_lanes, ==, fixture.request.steady ? 40 : n_lanes);
  g_assert_cmpuint (n_lanes, >, 5);
  for (guint i = 0; i < n_lanes; i++)
    n_values += ent_timeline_get_lane (timeline, i)->n_values;
  g_assert_cmpuint (n_values, ==, 200);
  g_assert_cmpstr (ent_timeline_get_lane (timeline, 0)->key, ==, "t199");
  other = ent_timeline_get_lane (timeline, n_lanes - 1);
  g_assert_cmpstr (other->key, ==, ENT_LANE_KEY_OTHER);
  g_assert_cmpuint (other->n_values, ==, 201 - n_lanes);
  if (!fixture.request.steady)
    g_assert_cmpfloat (ent_timeline_get_height (timeline), <=, HEIGHT + 0.01);
}

/* A collapsed lane is low and still counts; the others have the rest of the height. */
static void
test_collapsed (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .collapsed = (const char *const[]){ "incident", NULL } };
  g_autoptr (EntTimeline) open = NULL;
  g_autoptr (EntTimeline) timeline = NULL;
  guint n_rows[2] = { 0 };
  guint32 row = ENT_ROW_NONE;
  EntTimelineSpot spot;

  fixture_set_up (&fixture, ent_generator_dataset (1500, SEED), GPOINTER_TO_INT (data));
  open = pack (&fixture);
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  check_lanes (&fixture, ent_facets_get (ent_dataset_get_facets (fixture.dataset), ENT_FACET_KIND), timeline);
  g_assert_true (ent_timeline_get_lane (timeline, 0)->collapsed);
  g_assert_cmpfloat (ent_timeline_get_lane (timeline, 0)->height, <, 45);
  g_assert_cmpfloat (ent_timeline_get_height (timeline), <=, HEIGHT + 0.01);
  for (guint i = 1; i < ent_timeline_get_n_lanes (timeline); i++)
    {
      n_rows[0] += ent_timeline_get_lane (open, i)->n_lines;
      n_rows[1] += ent_timeline_get_lane (timeline, i)->n_lines;
    }
  g_assert_cmpuint (n_rows[1], >=, n_rows[0]);

  /* Up and down pass by it; what stands there is found all the same. */
  while ((row = ent_timeline_step (timeline, row, NULL, 1, 0)) != ENT_ROW_NONE)
    {
      guint lane = ENT_LANE_ANY;

      g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, row, ENT_LANE_ANY, &spot));
      g_assert_true (spot.lane > 0 || spot.in_column);
      if (spot.lane == 1)
        g_assert_cmpuint (ent_timeline_step (timeline, row, &lane, 0, -1), ==, ENT_ROW_NONE);
    }
}

/* All lanes collapsed is a picture, too. */
static void
test_all_collapsed (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "none", .collapsed = (const char *const[]){ "*", NULL } };
  g_autoptr (EntTimeline) timeline = NULL;

  fixture_set_up (&fixture, ent_generator_dataset (300, SEED), GPOINTER_TO_INT (data));
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  check_lanes (&fixture, NULL, timeline);
  g_assert_cmpfloat (ent_timeline_get_height (timeline), <, 100);
  g_assert_cmpuint (ent_timeline_get_unlabelled (timeline), ==, 0);
}

/* An event in several lanes is found in each, met once going forth, and goes on from the lane one is in. */
static void
test_repeats (void)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "actor" };
  g_autoptr (EntTimeline) timeline = NULL;
  EntTimelineSpot spot;
  guint lane = ENT_LANE_ANY;

  fixture_set_up (&fixture, read_few (), TRUE);
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  g_assert_cmpuint (ent_timeline_get_repeated (timeline), ==, 2);
  /* Lanes: US with 2, 0, 1; CN with 0, 1; GB with 0; none with 3. */
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, 0, i, &spot));
      g_assert_cmpuint (spot.lane, ==, i);
    }
  g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, 0, 3, &spot));
  g_assert_cmpuint (spot.lane, ==, 2);
  g_assert_true (ent_timeline_locate (timeline, &fixture.request.span, 0, ENT_LANE_ANY, &spot));
  g_assert_cmpuint (spot.lane, ==, 0);

  g_assert_cmpuint (ent_timeline_step (timeline, ENT_ROW_NONE, &lane, 1, 0), ==, 3);
  g_assert_cmpuint (lane, ==, 3);
  g_assert_cmpuint (ent_timeline_step (timeline, 3, &lane, 1, 0), ==, 2);
  g_assert_cmpuint (lane, ==, 0);
  lane = 2;
  g_assert_cmpuint (ent_timeline_step (timeline, 2, &lane, 1, 0), ==, 0);
  g_assert_cmpuint (lane, ==, 2);
  g_assert_cmpuint (ent_timeline_step (timeline, 0, &lane, 1, 0), ==, 1);
  g_assert_cmpuint (lane, ==, 1);
  g_assert_cmpuint (ent_timeline_step (timeline, 1, &lane, 1, 0), ==, ENT_ROW_NONE);

  lane = 1;
  g_assert_cmpuint (ent_timeline_step (timeline, 1, &lane, 0, -1), ==, 0);
  g_assert_cmpuint (lane, ==, 0);
  /* In the lane of China stands only the other event besides this one. */
  g_assert_cmpuint (ent_timeline_step (timeline, 0, &lane, 0, 1), ==, 1);
  g_assert_cmpuint (lane, ==, 1);
  /* The next lane has nothing but the event itself, so it is the one after that. */
  g_assert_cmpuint (ent_timeline_step (timeline, 0, &lane, 0, 1), ==, 3);
  g_assert_cmpuint (lane, ==, 3);
}

/* Selected, an event is ringed in each of its lanes; an arc goes to one of them. */
static void
test_selected_repeat (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "actor" };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  static const guint32 selected[] = { 0 };
  const char *linked =
    ",{\"title\":\"The answer\",\"date\":\"2015-02\",\"actors\":[{\"role\":\"issuer\",\"name\":\"GB\"},"
    "{\"role\":\"issuer\",\"name\":\"US\"}],\"links\":[{\"type\":\"responds-to\",\"to\":\"a\"}]}";
  g_autofree char *events = g_strconcat (few, linked, NULL);
  const EntItem *items;
  guint n_items;
  guint n_rings = 0;
  guint n_arcs = 0;
  guint n_bold = 0;

  fixture_set_up (&fixture, pictures_read (events), GPOINTER_TO_INT (data));
  fixture.request.grouping = &grouping;
  fixture.request.selected = selected;
  fixture.request.n_selected = 1;
  timeline = pack (&fixture);
  scene = draw (&fixture, timeline);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      n_rings += items[i].role == ENT_ROLE_SELECTION;
      n_arcs += items[i].role == ENT_ROLE_LINK && items[i].type == ENT_ITEM_ARC;
      n_bold += items[i].role == ENT_ROLE_LABEL && items[i].bold && items[i].row == 0;
    }
  /* Unit, China, the United States and Britain: here nobody is part of another. */
  g_assert_cmpuint (n_rings, ==, 4);
  g_assert_cmpuint (n_bold, ==, 4);
  g_assert_cmpuint (n_arcs, ==, 1);
}

/* Selecting and panning moves nothing, whatever makes the lanes. */
static void
test_stable (void)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "initiator" };
  static const guint32 selected[] = { 7 };
  g_autoptr (EntTimeline) one = NULL;
  g_autoptr (EntTimeline) two = NULL;

  fixture_set_up (&fixture, ent_generator_dataset (1500, SEED), TRUE);
  fixture.request.grouping = &grouping;
  one = pack (&fixture);
  fixture.request.selected = selected;
  fixture.request.n_selected = 1;
  fixture.request.span.start += 86400 * 100;
  fixture.request.span.end += 86400 * 100;
  two = pack (&fixture);
  g_assert_cmpuint (ent_timeline_get_n_lanes (one), ==, ent_timeline_get_n_lanes (two));
  for (guint i = 0; i < ent_timeline_get_n_lanes (one); i++)
    {
      const EntLane *a = ent_timeline_get_lane (one, i);
      const EntLane *b = ent_timeline_get_lane (two, i);

      g_assert_cmpstr (a->key, ==, b->key);
      g_assert_cmpfloat (a->y, ==, b->y);
      g_assert_cmpuint (a->placed->len, ==, b->placed->len);
      for (guint j = 0; j < a->placed->len; j++)
        {
          const EntPlaced *left = &g_array_index (a->placed, EntPlaced, j);
          const EntPlaced *right = &g_array_index (b->placed, EntPlaced, j);

          g_assert_cmpuint (left->place.row, ==, right->place.row);
          g_assert_cmpuint (left->line, ==, right->line);
          g_assert_cmpstr (left->label, ==, right->label);
        }
    }
}

/* The heads of lanes and the triangles before them are found where they stand. */
static void
test_heads (void)
{
  g_auto (Fixture) fixture = { 0 };
  EntGrouping grouping = { .facet = "category", .collapsed = (const char *const[]){ "dialogue", NULL } };
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  EntTimelineLook look;
  EntDrawing drawing;
  const EntItem *items;
  guint n_items;
  guint n_expanders = 0;
  guint lane;
  gboolean expander;

  fixture_set_up (&fixture, read_few (), TRUE);
  fixture.request.grouping = &grouping;
  timeline = pack (&fixture);
  drawing = start (&fixture);
  drawing.x1 = WIDTH;
  ent_timeline_look_init (&look, &fixture.request.span);
  look.expanders = TRUE;
  look.indent = 28;
  ent_timeline_draw_look (timeline, &drawing, &look);
  scene = ent_scene_builder_end (drawing.builder);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      double x0, y0, x1, y1;

      if (items[i].role != ENT_ROLE_LANE || items[i].type == ENT_ITEM_LINE)
        continue;
      ent_item_get_bounds (&items[i], &x0, &y0, &x1, &y1);
      g_assert_true (ent_scene_hit_head (scene, (x0 + x1) / 2, (y0 + y1) / 2, &lane, &expander));
      g_assert_cmpuint (lane, ==, items[i].lane);
      g_assert_true (expander == (items[i].type == ENT_ITEM_SHAPE));
      g_assert_true (items[i].type != ENT_ITEM_TEXT || x0 >= 28);
      g_assert_true (!expander || x1 < 24);
      if (!expander)
        continue;
      n_expanders++;
      g_assert_cmpint (items[i].shape, ==, ent_timeline_get_lane (timeline, lane)->collapsed ? ENT_SHAPE_TRIANGLE_RIGHT
                                                                                         : ENT_SHAPE_TRIANGLE_DOWN);
    }
  g_assert_cmpuint (n_expanders, ==, 3);
  g_assert_false (ent_scene_hit_head (scene, WIDTH / 2, HEIGHT / 2, &lane, &expander));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/groups/rows/page", GINT_TO_POINTER (FALSE), test_rows);
  g_test_add_data_func ("/groups/rows/window", GINT_TO_POINTER (TRUE), test_rows);
  g_test_add_func ("/groups/no-rows", test_no_rows);

  g_test_add_data_func ("/groups/facets/page", GINT_TO_POINTER (FALSE), test_facets);
  g_test_add_data_func ("/groups/facets/window", GINT_TO_POINTER (TRUE), test_facets);
  g_test_add_func ("/groups/unknown", test_unknown);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strconcat ("/groups/order/", orders[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_order);
    }
  g_test_add_data_func ("/groups/many/page", GINT_TO_POINTER (FALSE), test_many);
  g_test_add_data_func ("/groups/many/window", GINT_TO_POINTER (TRUE), test_many);
  g_test_add_data_func ("/groups/collapsed/page", GINT_TO_POINTER (FALSE), test_collapsed);
  g_test_add_data_func ("/groups/collapsed/window", GINT_TO_POINTER (TRUE), test_collapsed);
  g_test_add_data_func ("/groups/all-collapsed/page", GINT_TO_POINTER (FALSE), test_all_collapsed);
  g_test_add_data_func ("/groups/all-collapsed/window", GINT_TO_POINTER (TRUE), test_all_collapsed);
  g_test_add_func ("/groups/repeats", test_repeats);
  g_test_add_data_func ("/groups/selected-repeat/page", GINT_TO_POINTER (FALSE), test_selected_repeat);
  g_test_add_data_func ("/groups/selected-repeat/window", GINT_TO_POINTER (TRUE), test_selected_repeat);
  g_test_add_func ("/groups/stable", test_stable);
  g_test_add_func ("/groups/heads", test_heads);

  return g_test_run ();
}
