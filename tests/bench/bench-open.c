/* bench-open.c: how long a file takes to open, and how much memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-open [EVENTS…]
 */
#include "config.h"

#include "ent-bench.h"
#include "ent-format.h"
#include "ent-generator.h"

#include <glib/gstdio.h>

#define SEED 20131105

static EntDataset *
open_file (const char *path)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  EntDataset *dataset;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  source = g_bytes_new_take (text, length);
  diagnostics = ent_diagnostics_new (source);
  dataset = ent_native_format.read (source, diagnostics, NULL, NULL, &error);
  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

static void
read_only (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  if (!g_utf8_validate_len (text, length, NULL))
    g_error ("%s: not UTF-8", path);
}

/* A process of its own has nothing in its memory but this. */
static int
print_peak (const char *path)
{
  gint64 before = ent_bench_memory ("VmRSS:");
  G_GNUC_UNUSED g_autoptr (EntDataset) dataset = open_file (path);

  g_print ("%" G_GINT64_FORMAT "\n", ent_bench_memory ("VmHWM:") - before);
  return 0;
}

static gint64
measure_peak (const char *program,
              const char *path)
{
  const char *argv[] = { program, "--peak", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtoll (output, NULL, 10);
}

static void
measure (const char *program,
         guint       n_events)
{
  g_autoptr (GArray) samples = ent_bench_samples_new ();
  g_autoptr (GArray) reference = ent_bench_samples_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  EntFigures time = ENT_FIGURES_INIT;
  EntFigures memory = ENT_FIGURES_INIT;
  guint runs = CLAMP (1000000 / n_events, 5, 50);
  gsize length;
  int fd;

  text = ent_generator_json (n_events, SEED, &length);
  fd = g_file_open_tmp ("entente-XXXXXX.json", &path, &error);
  if (fd < 0)
    g_error ("%s", error->message);
  g_close (fd, NULL);
  if (!g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);
  g_clear_pointer (&text, g_free);

  /* In turns, so that what slows the machine down slows both. */
  for (guint i = 0; i < runs; i++)
    {
      g_autoptr (EntDataset) dataset = NULL;
      gint64 start = g_get_monotonic_time ();

      read_only (path);
      ent_bench_add (reference, start);

      start = g_get_monotonic_time ();
      dataset = open_file (path);
      ent_bench_add (samples, start);
      g_assert_cmpuint (ent_dataset_get_n_events (dataset), ==, n_events);
    }
  time.name = "open";
  time.n_events = n_events;
  time.samples = samples;
  time.reference = reference;
  time.reference_name = "read the file and g_utf8_validate";
  time.peak_memory_kb = measure_peak (program, path);
  ent_bench_report (&time);

  memory.name = "open: memory";
  memory.n_events = n_events;
  memory.peak_memory_kb = time.peak_memory_kb;
  memory.ratio = memory.peak_memory_kb * 1024.0 / length;
  memory.reference_name = "the file's size";
  ent_bench_report (&memory);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) sizes = NULL;

  if (argc == 3 && g_str_equal (argv[1], "--peak"))
    return print_peak (argv[2]);

  sizes = ent_bench_sizes (argc, argv);
  for (guint i = 0; i < sizes->len; i++)
    measure (argv[0], g_array_index (sizes, guint, i));
  return 0;
}
