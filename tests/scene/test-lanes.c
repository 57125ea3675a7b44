/* test-lanes.c: events in lanes, lanes in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-lanes.h"
#include "pictures.h"

#include <math.h>

#define SEED 20130607

typedef struct
{
  EntDataset     *dataset;
  EntTextMeasure *measure;
  EntWords       *words;
  GArray         *rows; /* in view */
  EntLanesRequest request;
} Fixture;

static void
fixture_set_up (Fixture    *fixture,
                EntDataset *dataset,
                const char *span,
                double      width,
                double      height)
{
  g_autoptr (GError) error = NULL;
  EntLanesRequest *request = &fixture->request;
  guint n_dated;
  const guint32 *order;

  *fixture = (Fixture){ .dataset = dataset };
  fixture->measure = pictures_new_measure (FALSE);
  fixture->words = ent_words_new ("en");
  fixture->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  ent_span_parse (span, -1, &request->span, &error);
  g_assert_no_error (error);
  order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  for (guint i = 0; i < n_dated; i++)
    {
      EntDate date;

      ent_dataset_get_date (dataset, order[i], ENT_BASIS_OCCURRED, &date);
      if (ent_date_may_overlap (&date, &request->span))
        g_array_append_val (fixture->rows, order[i]);
    }
  request->dataset = dataset;
  request->rows = (const guint32 *) fixture->rows->data;
  request->n_rows = fixture->rows->len;
  request->x0 = request->names0 = 10;
  request->x1 = request->names1 = 10 + width;
  request->scale = ent_time_scale_fit (&request->span, request->x0, request->x1);
  request->height = height;
  request->max_lines = 12;
  request->style = ENT_STYLE_SCREEN;
  request->language = "en";
}

static void
fixture_tear_down (Fixture *fixture)
{
  g_object_unref (fixture->dataset);
  ent_text_measure_free (fixture->measure);
  ent_words_free (fixture->words);
  g_array_unref (fixture->rows);
}

static EntLanes *
pack (Fixture *fixture)
{
  return ent_lanes_new (&fixture->request, fixture->measure, fixture->words);
}

static const EntPlaced *
placed_at (const EntLane *lane,
           guint          index)
{
  g_assert_cmpuint (index, <, lane->placed->len);
  return &g_array_index (lane->placed, EntPlaced, index);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* In each row one block, a mark and its label, ends before the next begins; labels stay inside the view. */
static void
check_rows (const Fixture *fixture,
            const EntLane *lane)
{
  for (guint line = 0; line < lane->n_lines; line++)
    {
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, 2 * sizeof (double));

      for (guint i = 0; i < lane->placed->len; i++)
        {
          const EntPlaced *item = placed_at (lane, i);
          double block[2] = { item->left, item->right };

          if (item->line != line || item->standing == ENT_STANDING_FOLDED)
            continue;
          if (item->label != NULL)
            {
              g_assert_cmpfloat (item->label_x, >=, fixture->request.x0 - 0.01);
              g_assert_cmpfloat (item->label_x + item->label_width, <=, fixture->request.x1 + 0.01);
              g_assert_cmpfloat_with_epsilon (item->label_width,
                                              ent_text_measure_width (fixture->measure, item->label, -1, 12, item->bold),
                                              1e-6);
              block[0] = fmin (block[0], item->label_x);
              block[1] = fmax (block[1], item->label_x + item->label_width);
            }
          g_array_append_vals (ends, block, 1);
        }
      g_array_sort (ends, compare_doubles);
      for (guint i = 1; i < ends->len; i++)
        g_assert_cmpfloat (((double *) ends->data)[2 * i], >=, ((double *) ends->data)[2 * i - 1] + 3 - 0.01);
    }
}

/* All events of a lane are in rows, in folds or in columns, and what each says of its number is so. */
static void
check_lane (const Fixture *fixture,
            const EntLane *lane)
{
  guint n_standing[4] = { 0 };
  guint n_folded = 0;
  guint n_counted = 0;

  check_rows (fixture, lane);
  for (guint i = 0; i < lane->placed->len; i++)
    {
      const EntPlaced *item = placed_at (lane, i);

      n_standing[item->standing]++;
      if (item->standing != ENT_STANDING_FOLDED)
        g_assert_cmpuint (item->line, <, lane->n_lines);
    }
  for (guint i = 0; i < lane->folds->len; i++)
    n_folded += g_array_index (lane->folds, EntFold, i).count;
  for (guint i = 0; i < lane->columns->len; i++)
    {
      const EntColumn *column = &g_array_index (lane->columns, EntColumn, i);
      guint n_begun = 0;

      /* Counted anew: what begins in it, and what began before the view where the view begins, and
       * what began no one knows when where it ended. */
      for (guint j = 0; j < lane->rows->len; j++)
        {
          const EntSpan *span = &fixture->request.span;
          gint64 time = G_MININT64;
          EntDate date;

          ent_dataset_get_date (fixture->dataset, g_array_index (lane->rows, guint32, j), ENT_BASIS_OCCURRED, &date);
          if (date.earliest_start.kind == ENT_BOUND_KNOWN)
            time = date.earliest_start.time;
          else if (date.earliest_start.kind == ENT_BOUND_UNKNOWN)
            time = date.earliest_end.time;
          time = CLAMP (time, span->start, span->end - 1);
          n_begun += time >= column->from && time < column->to;
        }
      g_assert_cmpuint (column->count, ==, n_begun);
      n_counted += column->count;
    }
  g_assert_cmpuint (lane->rows->len, ==, lane->n_events);
  g_assert_cmpuint (n_folded, ==, n_standing[ENT_STANDING_FOLDED]);
  if (lane->columns->len > 0)
    {
      g_assert_cmpuint (n_counted, ==, lane->n_events);
      g_assert_cmpuint (n_standing[ENT_STANDING_NAMED], ==, lane->placed->len);
    }
  else
    g_assert_cmpuint (n_standing[ENT_STANDING_ROW] + n_folded, ==, lane->n_events);
}

static void
test_laws (void)
{
  static const char *const spans[] = { "1980/2026", "2013/2016", "2015", "2015-09", "2015-09-25", "1000/3000" };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    for (double height = 0; height < 3000; height = height * 1.7 + 100)
      for (guint generated = 0; generated < 2; generated++)
        {
          EntDataset *dataset = generated ? ent_generator_dataset (3000, SEED) : pictures_open_bundled ();
          g_autoptr (EntLanes) lanes = NULL;
          guint n_events = 0;
          double y = 0;
          Fixture fixture;

          fixture_set_up (&fixture, dataset, spans[i], 1400, height);
          lanes = pack (&fixture);
          for (guint j = 0; j < ent_lanes_get_size (lanes); j++)
            {
              const EntLane *lane = ent_lanes_get (lanes, j);

              check_lane (&fixture, lane);
              g_assert_cmpfloat_with_epsilon (lane->y, y, 1e-6);
              y += lane->height;
              n_events += lane->n_events;
              if (j > 0)
                g_assert_cmpint (ent_lanes_get (lanes, j - 1)->kind, <=, lane->kind);
            }
          g_assert_cmpfloat_with_epsilon (ent_lanes_get_height (lanes), y, 1e-6);
          g_assert_cmpuint (n_events, ==, fixture.rows->len);
          g_assert_cmpuint (ent_lanes_get_events (lanes), ==, n_events);
          fixture_tear_down (&fixture);
        }
}

#define EVENT(title, date, more) "{\"title\":\"" title "\",\"kind\":\"statement\",\"date\":\"" date "\"" more "}"

/* Where all have room they stand in order of time, each as far up as it can. */
static void
test_cascade (void)
{
  static const struct
  {
    guint line;
    guint side;
  } wanted[] = { { 0, ENT_LABEL_RIGHT }, { 1, ENT_LABEL_RIGHT }, { 2, ENT_LABEL_RIGHT }, { 0, ENT_LABEL_RIGHT } };
  Fixture fixture;
  g_autoptr (EntLanes) lanes = NULL;
  const EntLane *lane;

  fixture_set_up (&fixture,
                  pictures_read (EVENT ("First of all", "2015-01-05", "") "," EVENT ("Second of all", "2015-01-06", ",\"severity\":5") "," EVENT (
                    "Third of all", "2015-01-07", "") "," EVENT ("Much later", "2015-06-07", "")),
                  "2015", 1200, 500);
  lanes = pack (&fixture);
  g_assert_cmpuint (ent_lanes_get_size (lanes), ==, 1);
  lane = ent_lanes_get (lanes, 0);
  g_assert_cmpstr (lane->name, ==, "Statements");
  g_assert_cmpuint (lane->n_lines, ==, 3);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (placed_at (lane, i)->place.row, ==, i);
      g_assert_cmpuint (placed_at (lane, i)->line, ==, wanted[i].line);
      g_assert_cmpuint (placed_at (lane, i)->side, ==, wanted[i].side);
    }
  fixture_tear_down (&fixture);
}

/* Three on one day and a row for one name: the gravest has it; of equals the one that more events answer, or the
 * earlier; but first of all what is selected, then what is linked to that. */
static void
test_importance (void)
{
  static const struct
  {
    const char *name;
    guint       severities[3];
    guint32     answered;
    guint32     selected;
    guint32     named;
  } cases[] = {
    { "severity", { 2, 4, 3 }, ENT_ROW_NONE, ENT_ROW_NONE, 1 },
    { "earlier", { 3, 3, 3 }, ENT_ROW_NONE, ENT_ROW_NONE, 0 },
    { "answers", { 3, 3, 3 }, 2, ENT_ROW_NONE, 2 },
    { "severity-over-answers", { 3, 4, 3 }, 2, ENT_ROW_NONE, 1 },
    { "selected", { 5, 4, 1 }, 1, 2, 2 },
    { "linked-to-selected", { 5, 1, 4 }, 1, 3, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *json = g_string_new (NULL);
      Fixture fixture;
      g_autoptr (EntLanes) lanes = NULL;
      const EntLane *lane;

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; j < 3; j++)
        g_string_append_printf (json, "{\"id\":\"e%u\",\"title\":\"Statement number %u\",\"kind\":\"statement\","
                                "\"date\":\"2015-06-05T1%u:00:00Z\",\"severity\":%u},", j, j, j, cases[i].severities[j]);
      g_string_append (json, "{\"title\":\"An answer\",\"date\":\"1999\"");
      if (cases[i].answered != ENT_ROW_NONE)
        g_string_append_printf (json, ",\"links\":[{\"type\":\"responds-to\",\"to\":\"e%u\"}]", cases[i].answered);
      g_string_append_c (json, '}');
      fixture_set_up (&fixture, pictures_read (json->str), "2015", 300, 67);
      fixture.request.selected = &cases[i].selected;
      fixture.request.n_selected = cases[i].selected != ENT_ROW_NONE ? 1 : 0;
      lanes = pack (&fixture);
      lane = ent_lanes_get (lanes, 0);
      g_assert_cmpuint (lane->n_lines, ==, 2);
      for (guint j = 0; j < lane->placed->len; j++)
        {
          const EntPlaced *item = placed_at (lane, j);

          g_assert_cmpint (item->label != NULL, ==, item->place.row == cases[i].named);
          g_assert_cmpint (item->bold, ==, item->place.row == cases[i].selected);
          g_assert_cmpint (item->standing == ENT_STANDING_FOLDED, ==, item->place.row != cases[i].named);
        }
      fixture_tear_down (&fixture);
      g_string_free (json, TRUE);
    }
}

/* Rows are in the order of their first events, whoever chose first. */
static void
test_order (void)
{
  Fixture fixture;
  g_autoptr (EntLanes) lanes = NULL;
  const EntLane *lane;
  guint n_rows = 0;

  fixture_set_up (&fixture,
                  pictures_read (EVENT ("First of all", "2015-03-05", "") "," EVENT ("Second of all", "2015-03-06", "") "," EVENT (
                    "Third of all", "2015-03-07", ",\"severity\":5") "," EVENT ("Fourth of all", "2015-03-08", "")),
                  "2015", 200, 85);
  lanes = pack (&fixture);
  lane = ent_lanes_get (lanes, 0);
  for (guint i = 0; i < lane->placed->len; i++)
    if (placed_at (lane, i)->standing == ENT_STANDING_ROW)
      g_assert_cmpuint (placed_at (lane, i)->line, ==, n_rows++);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_nonnull (placed_at (lane, 2)->label);
  fixture_tear_down (&fixture);
}

/* Few on one day are folded when no row is left; what is folded is of one calendar unit and of one lane. */
static void
test_folds (void)
{
  Fixture fixture;
  g_autoptr (EntLanes) lanes = NULL;
  const EntLane *lane;
  const EntFold *fold;

  fixture_set_up (&fixture,
                  pictures_read (EVENT ("First of all", "2015-06-05", "") "," EVENT ("Second of all", "2015-06-05", "") "," EVENT (
                    "Third of all", "2015-06-05", "") "," EVENT ("Fourth of all", "2015-06-05", "") "," EVENT ("Much later", "2015-11-05", "")),
                  "2015", 600, 49);
  lanes = pack (&fixture);
  lane = ent_lanes_get (lanes, 0);
  g_assert_cmpuint (lane->n_lines, ==, 1);
  g_assert_cmpuint (lane->folds->len, ==, 2);
  fold = &g_array_index (lane->folds, EntFold, 0);
  g_assert_cmpuint (fold->count, ==, 4);
  g_assert_cmpint (fold->kind, ==, ENT_KIND_STATEMENT);
  g_assert_cmpfloat_with_epsilon (fold->x, placed_at (lane, 0)->place.x, 30);
  /* One that is alone in the row of the folds stands there as in any other. */
  g_assert_cmpuint (g_array_index (lane->folds, EntFold, 1).count, ==, 0);
  g_assert_cmpint (placed_at (lane, 4)->standing, ==, ENT_STANDING_ROW);
  g_assert_cmpstr (placed_at (lane, 4)->label, ==, "Much later");
  fixture_tear_down (&fixture);
}

/* A lane shows columns when two in five of its events find no row, unless it has a few, and when a third of very many have
 * no name. */
static void
test_columns (void)
{
  static const struct
  {
    guint  n_events;
    double width;
    gboolean columns;
  } cases[] = { { 7, 9, FALSE }, { 8, 9, TRUE }, { 40, 60, TRUE }, { 40, 8000, FALSE }, { 120, 3000, TRUE }, { 120, 40000, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *json = g_string_new (NULL);
      Fixture fixture;
      g_autoptr (EntLanes) lanes = NULL;
      const EntLane *lane;

      for (guint j = 0; j < cases[i].n_events; j++)
        g_string_append_printf (json, "%s{\"title\":\"Event number %u\",\"kind\":\"meeting\",\"date\":\"2015-%02u-%02u\"}",
                                j > 0 ? "," : "", j, j % 12 + 1, j % 28 + 1);
      fixture_set_up (&fixture, pictures_read (json->str), "2015", cases[i].width, 90);
      lanes = pack (&fixture);
      lane = ent_lanes_get (lanes, 0);
      check_lane (&fixture, lane);
      g_assert_cmpint (lane->columns->len > 0, ==, cases[i].columns);
      g_assert_cmpint (lane->band > 0, ==, cases[i].columns);
      fixture_tear_down (&fixture);
      g_string_free (json, TRUE);
    }
}

/* Kinds in the order of the design, others behind by name; other kinds are named by their word. */
static void
test_names (void)
{
  static const char *const names[] = { "Incidents", "Meetings", "Statements", "Events", "Treaty", "Élection" };
  Fixture fixture;
  g_autoptr (EntLanes) lanes = NULL;

  fixture_set_up (&fixture,
                  pictures_read ("{\"title\":\"A\",\"kind\":\"treaty\",\"date\":\"2015\"},{\"title\":\"B\",\"date\":\"2015\"},"
                                 "{\"title\":\"C\",\"kind\":\"élection\",\"date\":\"2015\"},"
                                 "{\"title\":\"D\",\"kind\":\"statement\",\"date\":\"2015\"},"
                                 "{\"title\":\"E\",\"kind\":\"incident\",\"date\":\"2015\"},"
                                 "{\"title\":\"F\",\"kind\":\"meeting\",\"date\":\"2015\"},"
                                 "{\"title\":\"G\",\"kind\":\"meeting\",\"date\":\"1999\"}"),
                  "2015", 800, 900);
  lanes = pack (&fixture);
  g_assert_cmpuint (ent_lanes_get_size (lanes), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (ent_lanes_get (lanes, i)->name, ==, names[i]);
      g_assert_cmpuint (ent_lanes_get (lanes, i)->n_events, ==, 1);
    }
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/laws", test_laws);
  g_test_add_func ("/lanes/cascade", test_cascade);
  g_test_add_func ("/lanes/importance", test_importance);
  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/folds", test_folds);
  g_test_add_func ("/lanes/columns", test_columns);
  g_test_add_func ("/lanes/names", test_names);

  return g_test_run ();
}
