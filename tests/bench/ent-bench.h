/* ent-bench.h: what benchmarks measure with, and how they say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntFigures:
 * @name: what was measured
 * @n_events: on how many events
 * @samples: (element-type double): milliseconds a time; %NULL when no time was measured
 * @reference_name: what was measured beside it, or %NULL
 * @reference: (element-type double): its milliseconds, or %NULL
 * @peak_memory_kb: the most memory it took, or −1
 * @ratio: used when there is no time to compare, or −1
 */
typedef struct
{
  const char *name;
  guint       n_events;
  GArray     *samples;
  const char *reference_name;
  GArray     *reference;
  gint64      peak_memory_kb;
  double      ratio;
} EntFigures;

#define ENT_FIGURES_INIT { .peak_memory_kb = -1, .ratio = -1 }

GArray *ent_bench_samples_new  (void);
void    ent_bench_add          (GArray           *samples,
                                gint64            since);
double  ent_bench_percentile   (GArray           *samples,
                                guint             percent);
gint64  ent_bench_memory       (const char       *key);
void    ent_bench_report       (const EntFigures *figures);
GArray *ent_bench_sizes        (int               argc,
                                char            **argv);

G_END_DECLS
