/* ent-bench.c: what benchmarks measure with, and how they say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-bench.h"

#include <stdlib.h>
#include <string.h>

/**
 * ent_bench_samples_new:
 *
 * Returns: (transfer full) (element-type double): room for measured times
 */
GArray *
ent_bench_samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * ent_bench_add:
 * @samples: measured times
 * @since: when it began, by g_get_monotonic_time()
 */
void
ent_bench_add (GArray *samples,
               gint64  since)
{
  double milliseconds = (g_get_monotonic_time () - since) / 1000.0;

  g_array_append_val (samples, milliseconds);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * ent_bench_percentile:
 * @samples: at least one time; sorted by this
 * @percent: 50 for the median
 *
 * Returns: the smallest time that @percent of them do not exceed
 */
double
ent_bench_percentile (GArray *samples,
                      guint   percent)
{
  guint rank = (samples->len * percent + 99) / 100;

  g_array_sort (samples, compare);
  return g_array_index (samples, double, MAX (rank, 1) - 1);
}

/**
 * ent_bench_memory:
 * @key: "VmRSS:" for what is resident now, "VmHWM:" for the most so far
 *
 * Returns: kilobytes, or −1 where the kernel does not tell
 */
gint64
ent_bench_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, key)) == NULL)
    return -1;
  return g_ascii_strtoll (line + strlen (key), NULL, 10);
}

static void
print_number (const char *key,
              double      value,
              const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value < 0)
    g_print ("\"%s\":null", key);
  else
    g_print ("\"%s\":%s", key, g_ascii_formatd (text, sizeof text, format, value));
}

/**
 * ent_bench_report:
 * @figures: what was measured
 *
 * Prints one line of JSON.
 */
void
ent_bench_report (const EntFigures *figures)
{
  double median = figures->samples != NULL ? ent_bench_percentile (figures->samples, 50) : -1;
  double reference = figures->reference != NULL ? ent_bench_percentile (figures->reference, 50) : -1;

  g_print ("{\"name\":\"%s\",\"events\":%u,", figures->name, figures->n_events);
  print_number ("median_ms", median, "%.3f");
  g_print (",");
  print_number ("p95_ms", figures->samples != NULL ? ent_bench_percentile (figures->samples, 95) : -1, "%.3f");
  g_print (",");
  print_number ("peak_memory_kb", figures->peak_memory_kb, "%.0f");
  g_print (",");
  print_number ("ratio", median >= 0 && reference > 0 ? median / reference : figures->ratio, "%.2f");
  if (figures->reference_name == NULL)
    {
      g_print (",\"reference\":null}\n");
      return;
    }
  g_print (",\"reference\":{\"name\":\"%s\",", figures->reference_name);
  print_number ("median_ms", reference, "%.3f");
  g_print ("}}\n");
}

/**
 * ent_bench_sizes:
 * @argc: as main() has it
 * @argv: as main() has it
 *
 * Returns: (transfer full) (element-type guint): the numbers of events named as arguments,
 *   or 1,000, 10,000 and 100,000
 */
GArray *
ent_bench_sizes (int    argc,
                 char **argv)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint usual[] = { 1000, 10000, 100000 };

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 size;

      if (!g_ascii_string_to_unsigned (argv[i], 10, 1, 10000000, &size, &error))
        g_error ("%s", error->message);
      g_array_append_vals (sizes, &(guint){ size }, 1);
    }
  if (sizes->len == 0)
    g_array_append_vals (sizes, usual, G_N_ELEMENTS (usual));
  return sizes;
}
