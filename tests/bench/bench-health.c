/* bench-health.c: how long it takes to look at the health of a dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-health [EVENTS…]
 */
#include "config.h"

#include "ent-bench.h"
#include "ent-generator.h"
#include "ent-health.h"

#define SEED 20131105

static void
measure (guint n_events)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (n_events, SEED);
  g_autoptr (GArray) samples = ent_bench_samples_new ();
  EntFigures figures = ENT_FIGURES_INIT;
  guint runs = CLAMP (200000 / n_events, 1, 20);

  for (guint i = 0; i < runs; i++)
    {
      gint64 start = g_get_monotonic_time ();
      G_GNUC_UNUSED g_autoptr (EntHealth) health = ent_health_new (dataset, NULL, NULL);

      ent_bench_add (samples, start);
    }
  figures.name = "health";
  figures.n_events = n_events;
  figures.samples = samples;
  ent_bench_report (&figures);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) sizes = ent_bench_sizes (argc, argv);

  for (guint i = 0; i < sizes->len; i++)
    measure (g_array_index (sizes, guint, i));
  return 0;
}
