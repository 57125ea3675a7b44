/* test-time-index.c: counting by halving and by asking each event come to the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-lanes.h"
#include "ent-time-index.h"
#include "pictures.h"

#define N_EVENTS 3000
#define N_SPANS 300
#define SEED 19880202

/* Ends that are open, unknown, far away, or one with the start. */
static const char ends[] =
  "{\"title\":\"a\",\"date\":\"../..\"},{\"title\":\"b\",\"date\":\"../2015-09-25\"},"
  "{\"title\":\"c\",\"date\":\"2015-09-25/..\"},{\"title\":\"d\",\"date\":\"/2015-09-25\"},"
  "{\"title\":\"e\",\"date\":\"2015-09-25/\"},"
  "{\"title\":\"g\",\"date\":\"2015-09-25T12:30:15Z\"},{\"title\":\"h\",\"date\":\"Y200000000001\"},"
  "{\"title\":\"k\",\"date\":\"[2015-01-01,2015-09-25,2015-12-24]\"}";

static EntSpan
random_span (Dice       *dice,
             EntDataset *dataset)
{
  static const gint64 edges[] = { G_GINT64_CONSTANT (1443184215), G_GINT64_CONSTANT (1443184216),
                                  G_GINT64_CONSTANT (1443139200), G_GINT64_CONSTANT (1443225600) };
  EntSpan span;

  if (dice_next (dice) % 2 == 0)
    {
      dice_span (dice, dataset, &span);
      return span;
    }
  span.start = edges[dice_next (dice) % G_N_ELEMENTS (edges)];
  span.end = span.start + 1 + (gint64) (dice_next (dice) % 86400);
  return span;
}

static void
check_columns (EntDataset          *dataset,
               const guint32       *rows,
               guint                n_rows,
               const EntTimeCounts *counts,
               const EntSpan       *span,
               guint                n_events)
{
  EntTickStep step = ent_ticks_choose_bin (1000 * 31556952.0 / (double) (span->end - span->start), 24);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (EntColumn));
  guint n_counted = 0;

  ent_time_counts_by_step (counts, &step, span, columns);
  for (guint i = 0; i < columns->len; i++)
    {
      const EntColumn *column = &g_array_index (columns, EntColumn, i);
      guint n_own = 0;

      g_assert_true (i == 0 || column->from >= column[-1].to);
      for (guint j = 0; j < n_rows; j++)
        {
          gint64 key = ent_time_counts_key (dataset, ENT_BASIS_OCCURRED, rows[j]);

          key = CLAMP (key, span->start, span->end - 1);
          n_own += key >= column->from && key < column->to &&
                   ent_dataset_may_overlap (dataset, rows[j], ENT_BASIS_OCCURRED, span);
        }
      g_assert_cmpuint (column->count, ==, n_own);
      n_counted += n_own;
    }
  g_assert_cmpuint (n_counted, ==, n_events);
}

static void
test_counts (gconstpointer data)
{
  g_autoptr (EntDataset) dataset = data != NULL ? pictures_read (ends) : ent_generator_dataset (N_EVENTS, SEED);
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  g_autoptr (EntTimeCounts) counts = ent_time_counts_new (dataset, ENT_BASIS_OCCURRED, order, n_dated);
  Dice dice = { SEED };

  for (guint i = 0; i < N_SPANS; i++)
    {
      EntSpan span = random_span (&dice, dataset);
      guint n_events = 0;

      for (guint j = 0; j < n_dated; j++)
        n_events += ent_dataset_may_overlap (dataset, order[j], ENT_BASIS_OCCURRED, &span);
      g_assert_cmpuint (ent_time_counts_get (counts, &span), ==, n_events);
      check_columns (dataset, order, n_dated, counts, &span, n_events);
    }
}

static void
test_finder (void)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Dice dice = { SEED };
  EntTimeFinder *finder;

  for (guint i = 0; i < N_EVENTS; i++)
    {
      EntSpan span = { i * 10 + dice_next (&dice) % 100, i * 10 + 100 + dice_next (&dice) % (i % 50 == 0 ? 30000 : 50) };

      g_array_append_val (spans, span);
    }
  finder = ent_time_finder_new ((const EntSpan *) spans->data, spans->len);
  for (guint i = 0; i < N_SPANS; i++)
    {
      gint64 start = dice_next (&dice) % 32000;
      EntSpan span = { start, start + 1 + dice_next (&dice) % 2000 };
      guint at = 0;

      ent_time_finder_find (finder, &span, found);
      for (guint j = 0; j < spans->len; j++)
        {
          const EntSpan *own = &g_array_index (spans, EntSpan, j);

          if (own->start < span.end && own->end > span.start)
            {
              g_assert_cmpuint (at, <, found->len);
              g_assert_cmpuint (g_array_index (found, guint, at++), ==, j);
            }
        }
      g_assert_cmpuint (at, ==, found->len);
    }
  ent_time_finder_free (finder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/time-index/counts/generated", NULL, test_counts);
  g_test_add_data_func ("/time-index/counts/ends", "ends", test_counts);
  g_test_add_func ("/time-index/finder", test_finder);

  return g_test_run ();
}
