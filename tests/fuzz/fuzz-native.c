/* fuzz-native.c: any bytes through the native reader, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-native.h"

#include "fuzz.h"

static GBytes *
write_dataset (EntDataset *dataset)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ent_native_write (dataset, NULL, 0, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What is written reads back with the same events under the same ids, none left
 * out, and is written the same again. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         length)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, length);
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (source);
  g_autoptr (EntDiagnostics) more_diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntDataset) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GError) error = NULL;

  dataset = ent_native_read (source, diagnostics, NULL, NULL, &error);
  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_assert_true (g_utf8_validate (diagnostic.message, -1, NULL));
    }
  if (dataset == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (ent_diagnostics_get_errors (diagnostics), >, 0);
      return 0;
    }

  written = write_dataset (dataset);
  more_diagnostics = ent_diagnostics_new (written);
  again = ent_native_read (written, more_diagnostics, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_dataset_get_n_events (again), ==, ent_dataset_get_n_events (dataset));
  g_assert_cmpuint (ent_diagnostics_get_left_out (more_diagnostics), ==, 0);
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    g_assert_true (ent_slice_equal (ent_dataset_get_id (again, row), ent_dataset_get_id (dataset, row)));
  rewritten = write_dataset (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
