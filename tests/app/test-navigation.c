/* test-navigation.c: where one can go in time, and what that does to the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-generator.h"
#include "ent-navigation.h"
#include "ent-span-motion.h"

#include <math.h>
#include <string.h>

#define SEED 20130607
#define DAY G_GINT64_CONSTANT (86400)
#define YEAR G_GINT64_CONSTANT (31556952)

static EntDataset *
read_events (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"entente\", \"version\": 1, \"events\": [%s]}", events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static EntSession *
new_session (EntDataset *dataset)
{
  EntSession *session = ent_session_new ();

  ent_session_open (session, dataset, NULL);
  return session;
}

static EntSpan
span_of (EntSession *session)
{
  EntSpan span;

  ent_navigation_get_span (session, &span);
  return span;
}

static double
length_of (const EntSpan *span)
{
  return (double) ((guint64) span->end - (guint64) span->start);
}

/* All that a history step holds. */
static char *
describe (EntSession *session)
{
  EntSpan span = span_of (session);
  g_autofree char *selection = g_strjoinv (" ", (char **) ent_session_get_selection (session));

  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT "; %s; %s", span.start, span.end, selection,
                          ent_session_get_focus (session) != NULL ? ent_session_get_focus (session) : "-");
}

static guint
go_back (EntSession *session)
{
  guint n_steps = 0;

  while (ent_session_back (session))
    n_steps++;
  return n_steps;
}

/* One that is at the edge moves the view a little, one that is elsewhere stands in the middle, one well in view moves
 * nothing. The view is the first 100 days of 2015. */
static void
test_nudge (void)
{
  static const struct
  {
    int    day;   /* of the event, from the start of the view */
    double moved; /* in views */
  } cases[] = { { 1, -0.11 }, { 50, 0 }, { 99, 0.19 }, { -200, -2.5 }, { 300, 2.5 } };
  g_autoptr (EntDataset) dataset =
    read_events ("{\"title\": \"a\", \"date\": \"2015-01-02\"},{\"title\": \"b\", \"date\": \"2015-02-20\"},"
                 "{\"title\": \"c\", \"date\": \"2015-04-10\"},{\"title\": \"d\", \"date\": \"2014-06-15\"},"
                 "{\"title\": \"e\", \"date\": \"2015-10-28\"},{\"title\": \"f\", \"date\": \"2000/2030\"}");
  const EntSpan view = { G_GINT64_CONSTANT (1420070400), G_GINT64_CONSTANT (1420070400) + 100 * 86400 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntSession) session = new_session (dataset);
      EntSpan span;

      ent_session_set_span (session, &view);
      ent_navigation_walk (session, (guint32) i);
      span = span_of (session);
      g_assert_cmpfloat_with_epsilon ((double) (span.start - view.start) / (100 * 86400), cases[i].moved, 0.011);
    }
}

static void
test_empty (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) undated = read_events ("{\"title\": \"a\"}");
  EntSpan span;

  g_assert_false (ent_navigation_get_span (session, &span));
  g_assert_false (ent_span_is_empty (&span));
  ent_navigation_fit_all (session);
  ent_navigation_show_event (session, 0);
  ent_navigation_select (session, 0, FALSE);
  ent_navigation_walk (session, ENT_ROW_NONE);
  ent_navigation_zoom_to_event (session, 3);
  g_assert_false (ent_session_get_can_go_back (session));

  /* An event without a place in time can be selected, and moves nothing. */
  ent_session_open (session, undated, NULL);
  g_assert_false (ent_navigation_get_span (session, &span));
  ent_navigation_show_event (session, 0);
  ent_navigation_zoom_to_event (session, 0);
  ent_navigation_fit_events (session, (const guint32[]){ 0 }, 1);
  g_assert_null (ent_view_get_start (ent_session_get_view (session)));
  g_assert_cmpuint (ent_navigation_get_focus (session), ==, 0);
  g_assert_cmpuint (go_back (session), ==, 1);
}

/* Whatever is done, the view is neither empty nor endless, its middle is over the events, and nothing overflows. */
static void
check_limits (EntDataset *dataset)
{
  g_autoptr (EntSession) session = new_session (dataset);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  EntSpan whole;

  ent_navigation_get_whole (session, &whole);
  for (int i = 0; i < 2000; i++)
    {
      EntSpan span = span_of (session);
      EntSpan other = { span.start / 2 + whole.end / 2, span.end / 2 - whole.start / 2 };

      switch (g_rand_int_range (random, 0, 7))
        {
        case 0: ent_navigation_zoom (session, exp2 (g_rand_double_range (random, -6, 6)), span.start / 2 + span.end / 2); break;
        case 1: ent_navigation_zoom (session, 1e12, span.start); break;
        case 2: ent_navigation_zoom (session, 1e-12, G_MAXINT64); break;
        case 3: ent_navigation_pan (session, g_rand_double_range (random, -3, 3)); break;
        case 4: ent_navigation_pan (session, g_rand_boolean (random) ? 1e15 : -1e15); break;
        case 5: ent_navigation_move_to (session, g_rand_boolean (random) ? G_MAXINT64 : G_MININT64); break;
        default: ent_navigation_fit_span (session, &other); break;
        }
      span = span_of (session);
      g_assert_cmpint (span.start, <, span.end);
      g_assert_cmpfloat (length_of (&span), >=, 60);
      g_assert_cmpfloat (length_of (&span), <=, fmax (2.001 * length_of (&whole), 4.001 * YEAR));
      /* Rounded to the second 2,000 times. At the end of time itself there is no room to centre. */
      if (length_of (&whole) < 1e18)
        {
          g_assert_cmpfloat (span.start / 2.0 + span.end / 2.0, >=, whole.start - 3600.0);
          g_assert_cmpfloat (span.start / 2.0 + span.end / 2.0, <=, whole.end + 3600.0);
        }
    }
}

static void
test_limits (void)
{
  g_autoptr (EntDataset) generated = ent_generator_dataset (200, SEED);
  g_autoptr (EntDataset) one = read_events ("{\"title\": \"a\", \"date\": \"2015-06-04\"}");
  g_autoptr (EntDataset) ages = read_events ("{\"title\": \"a\", \"date\": \"Y-199999999999\"},"
                                             "{\"title\": \"b\", \"date\": \"Y199999999999\"}");

  check_limits (generated);
  check_limits (one);
  check_limits (ages);
}

/* What is under the pointer stays there. */
static void
test_anchor (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (200, SEED);
  g_autoptr (EntSession) session = new_session (dataset);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  EntSpan whole;

  ent_navigation_get_whole (session, &whole);
  for (int i = 0; i < 200; i++)
    {
      EntSpan before = { whole.start + (gint64) (0.4 * length_of (&whole)), whole.start + (gint64) (0.6 * length_of (&whole)) };
      double place = g_rand_double (random);
      gint64 anchor = before.start + (gint64) (place * length_of (&before));
      EntSpan after;

      ent_session_set_span (session, &before);
      if (i % 2 == 0)
        ent_navigation_zoom (session, g_rand_double_range (random, 0.8, 50), anchor);
      else
        ent_navigation_pinch (session, &before, g_rand_double_range (random, 0.8, 50), anchor);
      after = span_of (session);
      g_assert_cmpfloat_with_epsilon ((double) (anchor - after.start) / length_of (&after), place, 1e-3);
    }
}

/* A pan leaves the scale as it is, to the second. */
static void
test_pan (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (200, SEED);
  g_autoptr (EntSession) session = new_session (dataset);
  const EntSpan span = { 1370000000, 1370000000 + 12345677 };

  ent_session_set_span (session, &span);
  for (int i = 0; i < 100; i++)
    {
      EntSpan moved = { span.start + i * 7919, span.end + i * 7919 };
      EntSpan now;

      if (i % 2 == 0)
        ent_navigation_pan (session, i % 4 == 0 ? 0.1234567 : -0.1234567);
      else
        ent_navigation_drag_to (session, &moved);
      now = span_of (session);
      g_assert_cmpint (now.end - now.start, ==, span.end - span.start);
      g_assert_true (i % 2 == 0 || ent_span_equal (&now, &moved));
    }
  g_assert_false (ent_navigation_is_by_hand (session));
}

static void
by_hand_cb (EntSession *session,
            GParamSpec *pspec,
            gboolean   *by_hand)
{
  *by_hand = ent_navigation_is_by_hand (session);
}

/* Who is told of a change knows whether a hand leads it. */
static void
test_by_hand (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (200, SEED);
  g_autoptr (EntSession) session = new_session (dataset);
  EntSpan span = { 1370000000, 1380000000 };
  gboolean by_hand = FALSE;

  g_signal_connect (session, "notify::view", G_CALLBACK (by_hand_cb), &by_hand);
  ent_navigation_drag_to (session, &span);
  g_assert_true (by_hand);
  ent_navigation_pan (session, 0.1);
  g_assert_false (by_hand);
  ent_navigation_pinch (session, &span, 2, span.start);
  g_assert_true (by_hand);
}

/* An event is shown at the same scale, and nothing moves when it is in view: one step either way. */
static void
test_show_event (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (200, SEED);
  g_autoptr (EntSession) session = new_session (dataset);
  EntSpan whole;

  ent_navigation_get_whole (session, &whole);
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      const EntDate *date = ent_dataset_peek_date (dataset, row, ENT_BASIS_OCCURRED);
      EntSpan first = { whole.start, whole.start + (gint64) (length_of (&whole) / 50) };
      EntSpan shown;
      EntSpan again;

      ent_session_open (session, dataset, NULL);
      ent_session_set_span (session, &first);
      ent_session_commit (session);
      ent_navigation_show_event (session, row);
      shown = span_of (session);
      g_assert_cmpuint (ent_navigation_get_focus (session), ==, row);
      g_assert_cmpint (shown.end - shown.start, ==, first.end - first.start);
      if (date != NULL && ent_date_is_placed (date))
        g_assert_true (ent_dataset_may_overlap (dataset, row, ENT_BASIS_OCCURRED, &shown));
      ent_session_back (session);
      again = span_of (session);
      g_assert_true (ent_span_equal (&again, &first));
      g_assert_null (ent_session_get_focus (session));

      ent_session_set_span (session, &shown);
      ent_navigation_show_event (session, row);
      again = span_of (session);
      g_assert_true (ent_span_equal (&again, &shown));
    }
}

static void
test_fit (void)
{
  g_autoptr (EntDataset) dataset =
    read_events ("{\"title\": \"a\", \"date\": \"2015-06-04\"}, {\"title\": \"b\", \"date\": \"2015-09\"},"
                 "{\"title\": \"c\", \"date\": \"2012/2018\"}, {\"title\": \"d\", \"start\": \"2015-06-04T10:00:00Z\"},"
                 "{\"title\": \"e\", \"date\": \"2014-05-07/2015-04-15\", \"kind\": \"incident\","
                 " \"phases\": {\"intrusion\": \"2014-05-07\", \"attribution\": \"2015-06-25\"}},"
                 "{\"title\": \"f\", \"date\": \"2010\"}");
  g_autoptr (EntSession) session = new_session (dataset);
  EntSpan extent;
  EntSpan span;

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      ent_navigation_zoom_to_event (session, row);
      g_assert_true (ent_navigation_get_extent (session, &row, 1, &extent));
      span = span_of (session);
      g_assert_true (ent_span_encloses (&span, &extent));
      g_assert_cmpuint (ent_navigation_get_focus (session), ==, row);
      /* Neither alone in the dark nor lost in a crowd. */
      g_assert_cmpfloat (length_of (&span), >=, 1.9 * DAY);
      g_assert_cmpfloat (length_of (&span), <=, fmax (2 * length_of (&extent), 91 * DAY));
    }
  /* All phases of an incident are seen. */
  ent_navigation_get_extent (session, (const guint32[]){ 4 }, 1, &extent);
  g_assert_cmpint (extent.end - extent.start, ==, (412 + 3) * DAY);

  /* A day, then two: as many as there are fit, as close as they are. */
  ent_navigation_fit_events (session, (const guint32[]){ 0 }, 1);
  span = span_of (session);
  g_assert_cmpfloat (length_of (&span), ==, 90 * DAY);
  ent_navigation_fit_events (session, (const guint32[]){ 0, 3 }, 2);
  span = span_of (session);
  g_assert_cmpfloat (length_of (&span), <, 2 * DAY);
  ent_navigation_fit_events (session, (const guint32[]){ 0, 1, 5 }, 3);
  ent_navigation_get_extent (session, (const guint32[]){ 0, 1, 5 }, 3, &extent);
  span = span_of (session);
  g_assert_true (ent_span_encloses (&span, &extent));
  ent_navigation_fit_all (session);
  ent_navigation_get_whole (session, &extent);
  span = span_of (session);
  g_assert_true (ent_span_equal (&span, &extent));
}

/* First to the middle, at the same scale; then it is fitted. */
static void
test_frame (void)
{
  g_autoptr (EntDataset) dataset =
    read_events ("{\"title\": \"a\", \"date\": \"2015-06-04\"}, {\"title\": \"b\", \"date\": \"2000/2020\"}");
  g_autoptr (EntSession) session = new_session (dataset);
  const EntSpan first = { 1400000000, 1400000000 + 3 * YEAR };
  const guint32 row = 0;
  EntSpan extent;
  EntSpan span;

  ent_session_set_span (session, &first);
  ent_navigation_frame_events (session, &row, 1);
  ent_navigation_get_extent (session, &row, 1, &extent);
  span = span_of (session);
  g_assert_cmpfloat (length_of (&span), ==, length_of (&first));
  g_assert_cmpint (ABS ((span.start + span.end) / 2 - (extent.start + extent.end) / 2), <=, 1);
  ent_navigation_frame_events (session, &row, 1);
  span = span_of (session);
  g_assert_cmpfloat (length_of (&span), ==, 90 * DAY);
}

static void
test_select (void)
{
  g_autoptr (EntDataset) dataset = read_events ("{\"id\": \"a\", \"title\": \"a\"}, {\"id\": \"b\", \"title\": \"b\"},"
                                                "{\"id\": \"c\", \"title\": \"c\"}");
  g_autoptr (EntSession) session = new_session (dataset);
  static const struct
  {
    guint32     row;
    gboolean    extend;
    const char *selection;
    const char *focus;
  } steps[] = {
    { 1, FALSE, "b", "b" },     { 0, TRUE, "b a", "a" },           { 2, TRUE, "b a c", "c" },
    { 0, TRUE, "b c", "c" },    { ENT_ROW_NONE, TRUE, "b c", "c" }, { 1, FALSE, "b", "b" },
    { 1, TRUE, "", NULL },      { 2, FALSE, "c", "c" },             { ENT_ROW_NONE, FALSE, "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *selection = NULL;

      ent_navigation_select (session, steps[i].row, steps[i].extend);
      selection = g_strjoinv (" ", (char **) ent_session_get_selection (session));
      g_assert_cmpstr (selection, ==, steps[i].selection);
      g_assert_cmpstr (ent_session_get_focus (session), ==, steps[i].focus);
    }
  /* Each of them but the one that changed nothing. */
  g_assert_cmpuint (go_back (session), ==, G_N_ELEMENTS (steps) - 1);
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (milliseconds, stop_cb, loop);
  g_main_loop_run (loop);
}

/* Quick walks are one step, and a rest between them makes two. */
static void
test_walk (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (50, SEED);
  g_autoptr (EntSession) session = new_session (dataset);

  for (guint32 row = 0; row < 10; row++)
    ent_navigation_walk (session, row);
  g_assert_cmpuint (go_back (session), ==, 1);
  ent_session_open (session, dataset, NULL);
  ent_navigation_walk (session, 1);
  ent_navigation_walk (session, 2);
  wait_for (1000);
  ent_navigation_walk (session, 3);
  ent_navigation_zoom (session, 2, 0);
  ent_navigation_zoom (session, 2, 0);
  ent_navigation_show_event (session, 4);
  ent_navigation_show_event (session, 5);
  g_assert_cmpuint (go_back (session), ==, 5);
}

/* A session may go while one waits for its rest. */
static void
test_gone (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (50, SEED);
  EntSession *session = new_session (dataset);

  ent_navigation_walk (session, 1);
  g_object_unref (session);
  wait_for (1000);
}

/* Twenty things done at random, and as many steps back: all is as it was. */
static void
test_random (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (100, SEED);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (EntSession) session = new_session (dataset);
      g_autofree char *first = describe (session);
      g_autofree char *last = NULL;

      for (int i = 0; i < 20; i++)
        {
          guint32 row = (guint32) g_rand_int_range (random, 0, 100);

          switch (g_rand_int_range (random, 0, 8))
            {
            case 0: ent_navigation_show_event (session, row); break;
            case 1: ent_navigation_zoom_to_event (session, row); break;
            case 2: ent_navigation_select (session, row, g_rand_boolean (random)); break;
            case 3: ent_navigation_fit_all (session); break;
            case 4: ent_navigation_walk (session, row); break;
            case 5: ent_navigation_zoom (session, g_rand_double_range (random, 0.5, 2), 0); break;
            case 6: ent_navigation_pan (session, g_rand_double_range (random, -1, 1)); break;
            default: ent_navigation_frame_events (session, &row, 1); break;
            }
        }
      for (int i = 0; i < 20; i++)
        ent_session_back (session);
      last = describe (session);
      g_assert_cmpstr (last, ==, first);
      g_assert_false (ent_session_get_can_go_back (session));
    }
}

/* On the way from one view to another: even, without swaying, and exact at both ends. */
static void
test_motion (void)
{
  const EntSpan from = { 1000000, 2000000 };
  const EntSpan in = { 1450000, 1550000 }; /* about the same middle */
  const EntSpan aside = { 5000000, 6000000 };
  EntSpan span;

  ent_span_interpolate (&from, &in, 0, &span);
  g_assert_true (ent_span_equal (&span, &from));
  ent_span_interpolate (&from, &in, 1, &span);
  g_assert_true (ent_span_equal (&span, &in));
  for (double progress = 0.1; progress < 1; progress += 0.1)
    {
      ent_span_interpolate (&from, &in, progress, &span);
      g_assert_cmpfloat_with_epsilon (length_of (&span), 1000000 * pow (0.1, progress), 2);
      g_assert_cmpint (ABS ((span.start + span.end) / 2 - 1500000), <=, 2);
      ent_span_interpolate (&from, &aside, progress, &span);
      g_assert_cmpint (span.end - span.start, ==, 1000000);
      g_assert_cmpint (ABS (span.start - (1000000 + (gint64) (4000000 * progress))), <=, 2);
    }
  /* From the beginning of time to its end. */
  ent_span_interpolate (&(EntSpan){ -6 * G_GINT64_CONSTANT (1000000000000000000), 0 },
                        &(EntSpan){ 0, 6 * G_GINT64_CONSTANT (1000000000000000000) }, 0.5, &span);
  g_assert_cmpint (span.start, <, span.end);
}

/* A file may ask for a view that nobody could zoom out to. It can be left in each way, and moved. */
static void
test_too_long (void)
{
  static const EntSpan views[] = {
    { -100 * YEAR, 1000 * YEAR },
    { -ENT_DATE_YEAR_LIMIT * YEAR, ENT_DATE_YEAR_LIMIT * YEAR },
    { -ENT_DATE_YEAR_LIMIT * YEAR, ENT_DATE_YEAR_LIMIT * YEAR - 10 },
    { -ENT_DATE_YEAR_LIMIT * YEAR + 10, 10 },
  };
  g_autoptr (EntDataset) dataset = read_events ("{\"title\": \"Only\", \"date\": \"2014-03-05\"}");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (double fraction = -2; fraction <= 2; fraction += 0.25)
      {
        g_autoptr (EntSession) session = new_session (dataset);
        EntSpan span;

        ent_session_set_span (session, &views[i]);
        ent_navigation_pan (session, fraction);
        span = span_of (session);
        g_assert_cmpfloat_with_epsilon (length_of (&span) / length_of (&views[i]), 1, 1e-9);
        ent_navigation_zoom (session, 0.5, 0);
        span = span_of (session);
        g_assert_cmpfloat_with_epsilon (length_of (&span) / length_of (&views[i]), 1, 1e-9);
        ent_navigation_zoom (session, 2, 0);
        span = span_of (session);
        g_assert_cmpfloat_with_epsilon (length_of (&span) / length_of (&views[i]), 0.5, 1e-9);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/navigation/empty", test_empty);
  g_test_add_func ("/navigation/limits", test_limits);
  g_test_add_func ("/navigation/too-long", test_too_long);
  g_test_add_func ("/navigation/anchor", test_anchor);
  g_test_add_func ("/navigation/pan", test_pan);
  g_test_add_func ("/navigation/by-hand", test_by_hand);
  g_test_add_func ("/navigation/nudge", test_nudge);
  g_test_add_func ("/navigation/show-event", test_show_event);
  g_test_add_func ("/navigation/fit", test_fit);
  g_test_add_func ("/navigation/frame", test_frame);
  g_test_add_func ("/navigation/select", test_select);
  g_test_add_func ("/navigation/walk", test_walk);
  g_test_add_func ("/navigation/gone", test_gone);
  g_test_add_func ("/navigation/random", test_random);
  g_test_add_func ("/navigation/motion", test_motion);

  return g_test_run ();
}
