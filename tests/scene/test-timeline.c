/* test-timeline.c: what holds in every picture of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-timeline.h"
#include "pictures.h"

#include <math.h>

#define N_PICTURES 200
#define N_GENERATED 5000
#define SEED 20150925

typedef struct
{
  gboolean generated;
  gboolean real;
} Case;

static EntDataset *
open_dataset (gboolean generated)
{
  return generated ? ent_generator_dataset (N_GENERATED, SEED) : pictures_open_bundled ();
}

/* Random spans and sizes. */
static void
test_random (gconstpointer data)
{
  const Case *which = data;
  g_autoptr (EntDataset) dataset = open_dataset (which->generated);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (which->real);
  guint n_events = ent_dataset_get_n_events (dataset);
  guint64 n_marks = 0;
  guint64 n_folded = 0;
  guint64 n_counted = 0;
  guint64 n_labels = 0;
  Dice dice = { SEED };

  for (guint i = 0; i < N_PICTURES; i++)
    {
      guint32 selected[2] = { (guint32) (dice_next (&dice) % n_events), (guint32) (dice_next (&dice) % n_events) };
      Picture picture = { .dataset = dataset, .measure = measure, .style = ENT_STYLE_SCREEN, .language = "en" };
      g_autoptr (EntScene) scene = NULL;
      double height;
      Shown shown;

      dice_span (&dice, dataset, &picture.span);
      picture.width = round (exp (dice_between (&dice, log (32), log (8000))));
      picture.height = round (exp (dice_between (&dice, log (32), log (8000))));
      picture.x = picture.y = dice_next (&dice) % 40;
      if (i % 8 == 0)
        picture.height = 0;
      if (i % 4 == 1)
        picture.style = (EntStyle){ 8.8, 0.83, 1.3 };
      if (i % 5 == 0)
        {
          picture.selected = selected;
          picture.n_selected = 1 + i % 2;
        }
      g_test_message ("picture %u: %.0f × %.0f, %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, i, picture.width,
                      picture.height, picture.span.start, picture.span.end);
      scene = pictures_draw (&picture, &height);
      pictures_check (&picture, scene, height, &shown);
      if (picture.height >= 150)
        g_assert_cmpfloat (height, <=, picture.height + 0.01);
      n_marks += shown.n_marks;
      n_folded += shown.n_folded;
      n_counted += shown.n_counted;
      n_labels += shown.n_labels;
    }
  g_test_message ("%" G_GUINT64_FORMAT " marks, %" G_GUINT64_FORMAT " folded, %" G_GUINT64_FORMAT
                  " in columns, %" G_GUINT64_FORMAT " labels",
                  n_marks, n_folded, n_counted, n_labels);
  /* Every way of showing an event has been seen. */
  g_assert_cmpuint (n_marks, >, 1000);
  g_assert_cmpuint (n_folded, >, 20);
  g_assert_cmpuint (n_counted, >, 1000);
  g_assert_cmpuint (n_labels, >, 1000);
}

static Picture
make_picture (EntDataset     *dataset,
              EntTextMeasure *measure,
              double          width,
              double          height)
{
  return (Picture){
    .dataset = dataset,
    .measure = measure,
    .width = width,
    .height = height,
    .style = ENT_STYLE_SCREEN,
    .language = "en",
  };
}

static EntSpan
parse_span (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntSpan span;

  ent_span_parse (text, -1, &span, &error);
  g_assert_no_error (error);
  return span;
}

static void
draw_and_check (const Picture *picture,
                Shown         *shown)
{
  double height;
  g_autoptr (EntScene) scene = pictures_draw (picture, &height);

  pictures_check (picture, scene, height, shown);
  if (picture->height >= 150)
    g_assert_cmpfloat (height, <=, picture->height + 0.01);
}

/* The year of the agreement, on a screen: thirty events are named, in letters of any kind. */
static void
test_labels (gconstpointer data)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (data != NULL);
  Picture picture = make_picture (dataset, measure, 1600, 900);
  Shown shown;

  picture.span = parse_span ("2015");
  draw_and_check (&picture, &shown);
  g_assert_cmpuint (shown.n_labels, >=, 30);
}

/* Dates of every kind and from all of time. */
static const char zoo[] =
  "{\"title\":\"The beginning of all\",\"date\":\"Y-13800000000\"},"
  "{\"title\":\"The last year there is\",\"date\":\"Y200000000000\"},"
  "{\"title\":\"Beyond the last year\",\"date\":\"Y200000000001\",\"kind\":\"meeting\"},"
  "{\"title\":\"The first year there is\",\"date\":\"Y-200000000000\",\"kind\":\"incident\"},"
  "{\"title\":\"From the first to the last\",\"date\":\"Y-200000000000/Y200000000000\",\"kind\":\"meeting\"},"
  "{\"title\":\"Always and ever\",\"date\":\"../..\",\"kind\":\"statement\"},"
  "{\"title\":\"Since the Ides of March\",\"date\":\"-0043-03-15/..\",\"kind\":\"incident\"},"
  "{\"title\":\"Until some day in 2015\",\"date\":\"../2015-09-25\",\"kind\":\"incident\"},"
  "{\"title\":\"Begun no one knows when\",\"date\":\"/2015-09-25\",\"kind\":\"meeting\"},"
  "{\"title\":\"Ended no one knows when\",\"date\":\"2015-09-25/\",\"kind\":\"meeting\"},"
  "{\"title\":\"At a second of a day\",\"date\":\"2015-09-25T12:30:15Z\",\"kind\":\"statement\"},"
  "{\"title\":\"One day of these three\",\"date\":\"[2015-01-01,2015-09-25,2015-12-24]\",\"kind\":\"statement\"},"
  "{\"title\":\"All of these days too\",\"date\":\"{2015-01-01,2015-09-25..2015-12-24}\",\"kind\":\"other\"},"
  "{\"title\":\"Some day or other\",\"date\":\"XXXX-XX-XX\",\"kind\":\"other\"},"
  "{\"title\":\"No one knows at all\"}";

static void
test_lengths (gconstpointer data)
{
  static const double sizes[][2] = { { 1600, 900 }, { 32, 32 }, { 8000, 150 }, { 150, 8000 }, { 360, 640 }, { 900, 0 } };
  static const gint64 middles[] = {
    1443184215, /* 2015-09-25T12:30:15Z */
    0,
    -G_GINT64_CONSTANT (435485937600000000), /* about the year −13.8 thousand million */
    G_GINT64_CONSTANT (6311390400000000000), /* about 2·10¹¹ */
    -G_GINT64_CONSTANT (6311390400000000000),
  };
  g_autoptr (EntDataset) dataset = pictures_read (zoo);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (data != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (middles); i++)
    for (double length = 1; length < 1.2e19; length *= 7)
      for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          Picture picture = make_picture (dataset, measure, sizes[j][0], sizes[j][1]);
          Shown shown;

          picture.span.start = (gint64) fmax ((double) middles[i] - length / 2, -6.3113e18);
          picture.span.end = (gint64) fmin ((double) middles[i] + length / 2, 6.3114e18);
          picture.span.start = length < 1e6 ? middles[i] - (gint64) length / 2 : picture.span.start;
          picture.span.end = length < 1e6 ? picture.span.start + (gint64) length : picture.span.end;
          g_test_message ("%.0f × %.0f, %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, picture.width, picture.height,
                          picture.span.start, picture.span.end);
          draw_and_check (&picture, &shown);
        }
}

/* With a hundred kinds no lane falls off the page; they share one instead. */
static void
test_kinds (void)
{
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntDataset) dataset = NULL;
  GString *json = g_string_new (NULL);
  Shown shown;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (json, "%s{\"title\":\"Event number %u\",\"kind\":\"kind %u\",\"date\":\"2015-%02u\"}",
                            i > 0 ? "," : "", i, i, i % 12 + 1);
  dataset = pictures_read (json->str);
  for (double height = 150; height < 6000; height *= 1.5)
    {
      Picture picture = make_picture (dataset, measure, 1200, height);

      picture.span = parse_span ("2015");
      draw_and_check (&picture, &shown);
    }
  g_string_free (json, TRUE);
}

/* On every basis the same holds; what the basis does not date is not in view. */
static void
test_bases (gconstpointer data)
{
  EntBasis basis = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDataset) dataset = ent_generator_dataset (1000, SEED);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  Picture picture = make_picture (dataset, measure, 1600, 900);
  Shown shown;

  picture.basis = basis;
  picture.span = parse_span ("1900/2100");
  draw_and_check (&picture, &shown);
  g_assert_cmpuint (shown.n_marks + shown.n_folded + shown.n_counted + ent_timeline_count_undated (dataset, NULL, basis), ==,
                    1000);
  picture.span = parse_span ("2012/2014");
  draw_and_check (&picture, &shown);
}

/* What is selected is named, in bold, however many others there are. */
static void
test_selected (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (2000, SEED);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  guint n_bold = 0;

  for (guint32 row = 0; row < 2000; row += 97)
    {
      Picture picture = make_picture (dataset, measure, 1600, 900);
      g_autoptr (EntScene) scene = NULL;
      const EntItem *items;
      guint n_items;
      double height;
      EntDate date;

      if (!ent_dataset_get_date (dataset, row, ENT_BASIS_OCCURRED, &date) ||
          date.earliest_start.kind != ENT_BOUND_KNOWN)
        continue;
      picture.span = (EntSpan){ date.earliest_start.time - 86400 * 200, date.earliest_start.time + 86400 * 500 };
      picture.selected = &row;
      picture.n_selected = 1;
      scene = pictures_draw (&picture, &height);
      items = ent_scene_get_items (scene, &n_items);
      for (guint i = 0; i < n_items; i++)
        if (items[i].role == ENT_ROLE_LABEL && items[i].bold)
          {
            g_assert_cmpuint (items[i].row, ==, row);
            n_bold++;
          }
        else if (items[i].role == ENT_ROLE_SELECTION)
          g_assert_cmpuint (items[i].row, ==, row);
      g_assert_cmpuint (n_bold, ==, 1);
      n_bold = 0;
    }
}

/* A selection may be as large as the dataset, in any order, and name an event twice. */
static void
test_all_selected (void)
{
  enum { N = 50000 };
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N, SEED);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autofree guint32 *rows = g_new (guint32, 3 * N);
  Picture picture = make_picture (dataset, measure, 1600, 900);
  g_autofree char *ordered = NULL;
  g_autofree char *otherwise = NULL;

  for (guint32 i = 0; i < 3 * N; i++)
    rows[i] = i < N ? i : (3 * N - 1 - i) / 2;
  picture.selected = rows;
  picture.n_selected = N;
  for (int pass = 0; pass < 2; pass++)
    {
      double height;
      g_autoptr (EntScene) scene = pictures_draw (&picture, &height);

      *(pass == 0 ? &ordered : &otherwise) = ent_scene_dump (scene);
      picture.selected = rows + N;
      picture.n_selected = 2 * N;
    }
  g_assert_cmpstr (ordered, ==, otherwise);
}

/* The same again is the same again, byte for byte. */
static void
test_same (void)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (TRUE);
  g_autoptr (EntTextMeasure) other = pictures_new_measure (TRUE);
  Picture picture = make_picture (dataset, measure, 1600, 900);
  g_autofree char *first = NULL;

  picture.span = parse_span ("2013/2016");
  for (guint i = 0; i < 3; i++)
    {
      double height;
      g_autoptr (EntScene) scene = NULL;
      g_autofree char *dump = NULL;

      picture.measure = i == 1 ? other : measure;
      scene = pictures_draw (&picture, &height);
      dump = ent_scene_dump (scene);
      if (first == NULL)
        first = g_steal_pointer (&dump);
      else
        g_assert_cmpstr (dump, ==, first);
    }
}

int
main (int    argc,
      char **argv)
{
  static const Case cases[] = { { FALSE, FALSE }, { FALSE, TRUE }, { TRUE, FALSE }, { TRUE, TRUE } };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/random/%s/%s", cases[i].generated ? "generated" : "bundled",
                                               cases[i].real ? "pango" : "fixed");

      g_test_add_data_func (path, &cases[i], test_random);
    }
  g_test_add_data_func ("/timeline/labels/fixed", NULL, test_labels);
  g_test_add_data_func ("/timeline/labels/pango", "pango", test_labels);
  g_test_add_data_func ("/timeline/lengths/fixed", NULL, test_lengths);
  g_test_add_data_func ("/timeline/lengths/pango", "pango", test_lengths);
  g_test_add_func ("/timeline/kinds", test_kinds);
  for (gsize basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/bases/%s", ent_terms_word (ENT_TERMS_BASIS, (int) basis));

      g_test_add_data_func (path, GSIZE_TO_POINTER (basis), test_bases);
    }
  g_test_add_func ("/timeline/selected", test_selected);
  g_test_add_func ("/timeline/all-selected", test_all_selected);
  g_test_add_func ("/timeline/same", test_same);

  return g_test_run ();
}
