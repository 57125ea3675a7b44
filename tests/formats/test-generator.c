/* test-generator.c: made-up events are the same by both ways, and in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-generator.h"

#define N_EVENTS 2000
#define SEED 7

static void
test_size (void)
{
  g_autofree char *text = NULL;
  gsize length;

  text = ent_generator_json (N_EVENTS, SEED, &length);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_cmpuint (length / N_EVENTS, >, 400);
  g_assert_cmpuint (length / N_EVENTS, <, 480);
}

static void
test_seed (void)
{
  g_autofree char *text = ent_generator_json (100, SEED, NULL);
  g_autofree char *again = ent_generator_json (100, SEED, NULL);
  g_autofree char *other = ent_generator_json (100, SEED + 1, NULL);

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (text, !=, other);
}

static void
assert_same_text (EntSlice a,
                  EntSlice b)
{
  g_autofree char *left = ent_slice_dup (a);
  g_autofree char *right = ent_slice_dup (b);

  g_assert_cmpstr (left, ==, right);
}

static void
test_both_ways (void)
{
  gsize length;
  char *text = ent_generator_json (N_EVENTS, SEED, &length);
  g_autoptr (GBytes) source = g_bytes_new_take (text, length);
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (source);
  g_autoptr (EntDataset) built = ent_generator_dataset (N_EVENTS, SEED);
  g_autoptr (EntDataset) read = NULL;
  g_autoptr (GError) error = NULL;
  EntDiagnostic diagnostic;

  read = ent_native_format.read (source, diagnostics, NULL, NULL, &error);
  g_assert_no_error (error);
  if (ent_diagnostics_get_size (diagnostics) > 0)
    {
      ent_diagnostics_get (diagnostics, 0, &diagnostic);
      g_error ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s", diagnostic.line, diagnostic.column,
               diagnostic.message);
    }
  g_assert_cmpuint (ent_dataset_get_n_events (read), ==, N_EVENTS);
  g_assert_cmpuint (ent_dataset_get_n_events (built), ==, N_EVENTS);

  for (guint32 row = 0; row < N_EVENTS; row++)
    {
      guint n_left, n_right;

      assert_same_text (ent_dataset_get_id (read, row), ent_dataset_get_id (built, row));
      g_assert_cmpstr (ent_dataset_get_kind_word (read, row), ==, ent_dataset_get_kind_word (built, row));
      for (EntTextField field = ENT_TEXT_TITLE; field <= ENT_TEXT_DATE; field++)
        {
          assert_same_text (ent_dataset_get_event_text (read, row, field, "en"),
                            ent_dataset_get_event_text (built, row, field, "en"));
          assert_same_text (ent_dataset_get_event_text (read, row, field, "zh-CN"),
                            ent_dataset_get_event_text (built, row, field, "zh-CN"));
        }
      for (EntBasis basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
        {
          EntDate left, right;
          gboolean dated = ent_dataset_get_date (read, row, basis, &left);

          g_assert_cmpint (ent_dataset_get_date (built, row, basis, &right), ==, dated);
          g_assert_true (!dated || ent_date_equal (&left, &right));
        }
      g_assert_cmpuint (ent_dataset_get_severity (read, row), ==, ent_dataset_get_severity (built, row));
      g_assert_cmpint (ent_dataset_get_status (read, row), ==, ent_dataset_get_status (built, row));
      g_assert_cmpint (ent_dataset_get_confidence (read, row), ==, ent_dataset_get_confidence (built, row));
      g_assert_cmpint (ent_dataset_is_denied (read, row), ==, ent_dataset_is_denied (built, row));
      g_assert_cmpuint (ent_dataset_get_n_sources (read, row), ==, ent_dataset_get_n_sources (built, row));
      ent_dataset_get_actors (read, row, &n_left);
      ent_dataset_get_actors (built, row, &n_right);
      g_assert_cmpuint (n_left, ==, n_right);
      ent_dataset_get_links (read, row, &n_left);
      ent_dataset_get_links (built, row, &n_right);
      g_assert_cmpuint (n_left, ==, n_right);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generator/size", test_size);
  g_test_add_func ("/generator/seed", test_seed);
  g_test_add_func ("/generator/both-ways", test_both_ways);
  return g_test_run ();
}
