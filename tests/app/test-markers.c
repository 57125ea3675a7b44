/* test-markers.c: where markers stand, and the time between them in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-marker-text.h"

#include <locale.h>
#include <string.h>

#define YEAR 31556952.0

static EntSession *
new_session (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"entente\", \"version\": 1, \"events\": [%s]}", events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDataset) dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);
  EntSession *session = ent_session_new ();

  g_assert_no_error (error);
  ent_session_open (session, dataset, NULL);
  return session;
}

/* One number for what is exact, a range for what is not, whichever of the two is the earlier. */
static void
test_between (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *between; /* NULL: there is no such time */
  } cases[] = {
    { "2014-05-07", "2015-04-15", "343 days" },
    { "2015-04-15", "2014-05-07", "343 days" },
    { "2014-05-07", "2014-05-07", "less than a day" },
    { "2014-05-07T10:00:00Z", "2014-05-07T13:00:00Z", "3 hours" },
    { "2014-03", "2015-03", "11 to 13 months" },
    { "2014", "2015-06-01", "4 to 17 months" },
    { "2014", "2014", "up to 12 months" },
    { "198X", "2015", "25 to 36 years" },
    { "2014-05-07/2015-04-15", "2015-04-15", "343 days" },
    { "2014~", "2016~", "12 to 36 months" },
    { "2014/..", "2015-01-01", "up to 12 months" },
    { "../2014", "2015", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *events = g_strdup_printf ("{\"id\":\"a\",\"title\":\"a\",\"date\":\"%s\"},"
                                                 "{\"id\":\"b\",\"title\":\"b\",\"date\":\"%s\"}",
                                                 cases[i].a, cases[i].b);
      g_autoptr (EntSession) session = new_session (events);
      EntMarkers *markers = ent_session_get_markers (session);
      g_autofree char *of_events = NULL;
      g_autofree char *of_dates = NULL;

      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      ent_markers_set_event (markers, ENT_MARKER_A, "a");
      ent_markers_set_event (markers, ENT_MARKER_B, "b");
      of_events = ent_marker_text_between (session);
      g_assert_cmpstr (of_events, ==, cases[i].between);
      /* A date by itself is the same. */
      if (!ent_markers_set_date (markers, ENT_MARKER_A, cases[i].a))
        continue;
      of_dates = ent_marker_text_between (session);
      g_assert_cmpstr (of_dates, ==, cases[i].between);
    }
}

static void
count_cb (EntMarkers *markers,
          guint      *n_changes)
{
  (*n_changes)++;
}

/* Each real change is told of once. */
static void
test_changes (void)
{
  g_autoptr (EntSession) session = new_session ("{\"id\":\"a\",\"title\":\"a\",\"date\":\"2014\"},{\"id\":\"u\",\"title\":\"u\"}");
  EntMarkers *markers = ent_session_get_markers (session);
  EntDataset *dataset = ent_session_get_dataset (session);
  guint n_changes = 0;
  EntDate date;

  g_signal_connect (markers, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (markers == ent_session_get_markers (session));
  g_assert_false (ent_markers_locate (markers, ENT_MARKER_A, dataset, ENT_BASIS_OCCURRED, &date));
  ent_markers_set_event (markers, ENT_MARKER_A, "a");
  ent_markers_set_event (markers, ENT_MARKER_A, "a");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (ent_markers_locate (markers, ENT_MARKER_A, dataset, ENT_BASIS_OCCURRED, &date));
  g_assert_true (ent_markers_set_date (markers, ENT_MARKER_A, "2014-03"));
  g_assert_null (ent_markers_get_event (markers, ENT_MARKER_A));
  g_assert_cmpstr (ent_markers_get_date (markers, ENT_MARKER_A), ==, "2014-03");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_false (ent_markers_set_date (markers, ENT_MARKER_A, "2014-13"));
  g_assert_false (ent_markers_set_date (markers, ENT_MARKER_A, "../2014"));
  g_assert_cmpuint (n_changes, ==, 2);
  ent_markers_clear (markers, ENT_MARKER_A);
  ent_markers_clear (markers, ENT_MARKER_A);
  ent_markers_clear (markers, ENT_MARKER_B);
  g_assert_cmpuint (n_changes, ==, 3);
  /* What is not there, or has no place in time, may come to have one. */
  ent_markers_set_event (markers, ENT_MARKER_A, "gone");
  g_assert_false (ent_markers_locate (markers, ENT_MARKER_A, dataset, ENT_BASIS_OCCURRED, &date));
  ent_markers_set_event (markers, ENT_MARKER_A, "u");
  g_assert_false (ent_markers_locate (markers, ENT_MARKER_A, dataset, ENT_BASIS_OCCURRED, &date));
}

/* As fine as the scale can tell, and no finer. */
static void
test_units (void)
{
  static const struct
  {
    double      px_per_year;
    const char *at;
    const char *next;
    const char *previous;
  } cases[] = {
    { YEAR * 2, "2014-05-07T10:20:30Z", "2014-05-07T10:20:31Z", "2014-05-07T10:20:29Z" },
    { YEAR / 30, "2014-05-07T10:20:00Z", "2014-05-07T10:21:00Z", "2014-05-07T10:19:00Z" },
    { YEAR / 1800, "2014-05-07T10:00:00Z", "2014-05-07T11:00:00Z", "2014-05-07T09:00:00Z" },
    { 730, "2014-05-07", "2014-05-08", "2014-05-06" },
    { 200, "2014-05", "2014-06", "2014-04" },
    { 10, "2014", "2015", "2013" },
    { 0.5, "201X", "202X", "200X" },
    { 0.01, "20XX", "21XX", "19XX" },
  };
  EntDate date;

  g_assert_true (ent_date_parse ("2014-05-07T10:20:30Z", -1, &date, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double scale = cases[i].px_per_year / YEAR;
      g_autofree char *at = ent_marker_text_date (date.earliest_start.time, scale);
      g_autofree char *next = ent_marker_text_next (date.earliest_start.time, scale, 1);
      g_autofree char *previous = ent_marker_text_next (date.earliest_start.time, scale, -1);

      g_assert_cmpstr (at, ==, cases[i].at);
      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_cmpstr (previous, ==, cases[i].previous);
    }
}

/* Wherever one points, it is a date. */
static void
test_far (void)
{
  g_autoptr (EntMarkers) markers = ent_markers_new ();

  for (double year = -1e10; year <= 1e10; year = year < -10 ? year / 7 : year < 10 ? year + 5 : year * 7)
    for (double scale = 1e-9; scale < 1e9; scale *= 31)
      {
        g_autofree char *edtf = ent_marker_text_date ((gint64) (year * YEAR), scale / YEAR);

        if (edtf != NULL)
          g_assert_true (ent_markers_set_date (markers, ENT_MARKER_A, edtf));
      }
}

static void
test_sentence (void)
{
  g_autoptr (EntSession) session = new_session ("{\"id\":\"a\",\"title\":\"a\",\"date\":\"2014-05-07/2015-04-15\"}");
  EntMarkers *markers = ent_session_get_markers (session);
  g_autofree char *none = ent_marker_text_sentence (session);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autofree char *both = NULL;

  g_assert_null (none);
  ent_markers_set_event (markers, ENT_MARKER_A, "a");
  one = ent_marker_text_sentence (session);
  g_assert_cmpstr (one, ==, "Marker A: 7 May 2014");
  ent_markers_set_date (markers, ENT_MARKER_B, "2015-05");
  both = ent_marker_text_sentence (session);
  g_assert_cmpstr (both, ==, "Marker A: 7 May 2014; marker B: May 2015; 11 to 13 months between them");
  ent_markers_clear (markers, ENT_MARKER_A);
  other = ent_marker_text_sentence (session);
  g_assert_cmpstr (other, ==, "Marker B: May 2015");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/markers/between", test_between);
  g_test_add_func ("/markers/changes", test_changes);
  g_test_add_func ("/markers/units", test_units);
  g_test_add_func ("/markers/far", test_far);
  g_test_add_func ("/markers/sentence", test_sentence);
  return g_test_run ();
}
