/* test-timeline-view.c: the living timeline: what it paints, what is hit in it, how one walks through it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-app-test.h"
#include "ent-generator.h"
#include "ent-results.h"
#include "ent-timeline-view-private.h"

#include <math.h>

#define SEED 20130607
#define WIDTH 1000
#define HEIGHT 700

typedef struct
{
  EntDataset      *dataset;
  EntSession      *session;
  GtkWidget       *window;
  EntTimelineView *view;
} Fixture;

static gboolean
is_painted (gpointer data)
{
  const Fixture *fixture = data;

  return ent_timeline_layers_get_painted (fixture->view->layers) > 0;
}

static void
set_up_with (Fixture *fixture,
             guint    n_events)
{
  fixture->dataset = ent_generator_dataset (n_events, SEED);
  fixture->session = ent_session_new ();
  ent_session_open (fixture->session, fixture->dataset, NULL);
  fixture->view = g_object_new (ENT_TYPE_TIMELINE_VIEW, "session", fixture->session, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ent_app_test_wait (is_painted, fixture, "the first picture");
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  set_up_with (fixture, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ent_app_test_rest (50);
  g_object_unref (fixture->session);
  g_object_unref (fixture->dataset);
}

static guint
painted (Fixture *fixture)
{
  return ent_timeline_layers_get_painted (fixture->view->layers);
}

/* A stretch in the middle of it all, and no more of the history. */
static void
look_at_middle (Fixture *fixture,
                double   share)
{
  EntSpan whole;
  EntSpan span;
  gint64 length;

  ent_navigation_get_whole (fixture->session, &whole);
  length = (gint64) ((double) (whole.end - whole.start) * share);
  span.start = whole.start + (whole.end - whole.start - length) / 2;
  span.end = span.start + length;
  ent_navigation_drag_to (fixture->session, &span);
  ent_app_test_rest (600);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

/* A pan moves a picture that is there, to and fro; only when it comes to rest is that painted anew. */
static void
test_pan (Fixture      *fixture,
          gconstpointer data)
{
  EntSpan first;
  guint n_painted;

  look_at_middle (fixture, 0.1);
  ent_navigation_get_span (fixture->session, &first);
  n_painted = painted (fixture);
  for (int i = 0; i < 40; i++)
    {
      gint64 way = (gint64) ((double) (first.end - first.start) * 0.5 * sin (i / 40.0 * 2 * G_PI));
      const EntSpan span = { first.start + way, first.end + way };

      ent_navigation_drag_to (fixture->session, &span);
      ent_app_test_rest (20);
    }
  g_assert_cmpuint (painted (fixture), ==, n_painted);
  ent_app_test_rest (600);
  g_assert_cmpuint (painted (fixture), ==, n_painted + 1);
  /* Hovering, focusing and doing nothing paint nothing. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
  ent_app_test_rest (300);
  g_assert_cmpuint (painted (fixture), ==, n_painted + 1);
}

/* What is located is hit there. */
static void
test_hit (Fixture      *fixture,
          gconstpointer data)
{
  guint n_seen = 0;
  guint n_hit = 0;
  EntTimelineFrame frame;

  look_at_middle (fixture, 0.05);
  g_assert_true (ent_timeline_view_get_frame (fixture->view, &frame));
  for (guint32 row = 0; row < ent_dataset_get_n_events (fixture->dataset); row++)
    {
      EntTimelineSpot spot;
      EntTimelineHit hit;

      if (!ent_timeline_layers_locate (fixture->view->layers, &frame, row, ENT_LANE_ANY, &spot) || spot.folded || spot.in_column ||
          spot.x < 8 || spot.x > frame.width - 8 || spot.y < 60 || spot.y > frame.height - 8)
        continue;
      n_seen++;
      g_assert_true (ent_timeline_layers_hit (fixture->view->layers, spot.x, spot.y, &hit));
      n_hit += hit.row == row;
      g_assert_cmpfloat (hit.x - 4, <=, spot.x);
      g_assert_cmpfloat (hit.x + hit.width + 4, >=, spot.x);
    }
  /* Where two are as close as marks may be, the one on top is hit. */
  g_assert_cmpuint (n_seen, >, 10);
  g_assert_cmpuint (n_hit * 10, >=, n_seen * 9);
  g_assert_false (ent_timeline_layers_hit (fixture->view->layers, 5, 5, &(EntTimelineHit){ 0 }));
}

/* A fold or column stands for the events it counts, and fitting them makes them more than one thing. */
static void
test_fold (Fixture      *fixture,
           gconstpointer data)
{
  guint n_groups = 0;

  act (fixture, "timeline.fit-all");
  ent_app_test_rest (800);
  for (double y = 40; y < HEIGHT; y += 6)
    for (double x = 4; x < WIDTH; x += 12)
      {
        g_autoptr (GArray) rows = NULL;
        EntTimelineHit hit;
        EntSpan covered;

        if (!ent_timeline_layers_hit (fixture->view->layers, x, y, &hit) || !hit.group)
          continue;
        n_groups++;
        rows = ent_timeline_layers_list (fixture->view->layers, &hit, &covered);
        g_assert_nonnull (rows);
        g_assert_cmpuint (rows->len, ==, hit.item.count);
        g_assert_false (ent_span_is_empty (&covered));
      }
  g_assert_cmpuint (n_groups, >, 3);
}

/* From the first event to the last, each once, in the order of all lists; and back. */
static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (fixture->dataset, ENT_BASIS_OCCURRED, &n_dated);

  act (fixture, "timeline.first");
  for (guint i = 0; i < n_dated; i++)
    {
      EntSpan span;

      g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, order[i]);
      ent_navigation_get_span (fixture->session, &span);
      g_assert_true (ent_dataset_may_overlap (fixture->dataset, order[i], ENT_BASIS_OCCURRED, &span));
      act (fixture, "timeline.next");
    }
  g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, order[n_dated - 1]);
  act (fixture, "timeline.first");
  act (fixture, "timeline.last");
  g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, order[n_dated - 1]);
  act (fixture, "timeline.previous");
  g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, order[n_dated - 2]);
}

/* Who has no event in focus yet stays in the view: an event that began long before it is not where one enters. */
static void
test_enter (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const actions[] = { "timeline.next", "timeline.previous", "timeline.lane-below",
                                         "timeline.lane-above" };
  gboolean reached = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      guint n_dated;
      const guint32 *order = ent_dataset_get_order (fixture->dataset, ENT_BASIS_OCCURRED, &n_dated);
      guint32 row;
      EntSpan span;
      EntSpan extent;

      look_at_middle (fixture, 0.1);
      ent_navigation_get_span (fixture->session, &span);
      for (guint j = 0; j < n_dated; j++)
        reached |= ent_dataset_may_overlap (fixture->dataset, order[j], ENT_BASIS_OCCURRED, &span) &&
                   ent_navigation_get_extent (fixture->session, &order[j], 1, &extent) && extent.start < span.start;
      act (fixture, actions[i]);
      row = ent_navigation_get_focus (fixture->session);
      g_assert_true (ent_navigation_get_extent (fixture->session, &row, 1, &extent));
      g_assert_cmpint (extent.start, >=, span.start);
      g_assert_cmpint (extent.start, <, span.end);
      act (fixture, "timeline.clear");
      g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, ENT_ROW_NONE);
    }
  g_assert_true (reached);
}

/* What does not match is not walked to, and who comes from there goes on to what does. */
static void
test_filtered (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (fixture->session));
  EntResults *results = ent_session_get_results (fixture->session);
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (fixture->dataset, ENT_BASIS_OCCURRED, &n_dated);
  guint n_walked = 0;
  guint n_shown = 0;
  guint at = n_dated;

  ent_view_set_query (view, "kind:incident");
  ent_session_set_view (fixture->session, view);
  for (guint i = 0; i < n_dated; i++)
    n_shown += ent_row_set_contains (ent_results_get_matching (results), order[i]) ? 1 : 0;
  act (fixture, "timeline.first");
  for (guint i = 0; i < n_dated; i++)
    {
      guint32 row = ent_navigation_get_focus (fixture->session);

      g_assert_cmpstr (ent_dataset_get_kind_word (fixture->dataset, row), ==, "incident");
      n_walked++;
      act (fixture, "timeline.next");
      if (ent_navigation_get_focus (fixture->session) == row)
        break;
    }
  g_assert_cmpuint (n_walked, ==, n_shown);

  for (guint i = 0; i < n_dated && at == n_dated; i++)
    if (!ent_row_set_contains (ent_results_get_matching (results), order[i]))
      at = i;
  ent_navigation_show_event (fixture->session, order[at]);
  act (fixture, "timeline.next");
  while (!ent_row_set_contains (ent_results_get_matching (results), order[at]))
    at++;
  g_assert_cmpuint (ent_navigation_get_focus (fixture->session), ==, order[at]);
}

/* Down and up the lanes: there are as many as there are kinds, and one comes to the first and the last. */
static void
test_lanes (Fixture      *fixture,
            gconstpointer data)
{
  const char *last = NULL;
  guint n_lanes = 1;

  act (fixture, "timeline.first");
  for (int i = 0; i < 20; i++)
    act (fixture, "timeline.lane-above");
  for (int i = 0; i < 20; i++)
    {
      const char *kind = ent_dataset_get_kind_word (fixture->dataset, ent_navigation_get_focus (fixture->session));

      n_lanes += last != NULL && !g_str_equal (kind, last);
      last = kind;
      act (fixture, "timeline.lane-below");
    }
  g_assert_cmpuint (n_lanes, >=, 3);
}

/* The event one walks to is on the screen when the view has come to rest. */
static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  act (fixture, "timeline.first");
  for (int i = 0; i < 8; i++)
    {
      EntTimelineFrame frame;
      EntTimelineSpot spot;

      act (fixture, i % 2 == 0 ? "timeline.lane-below" : "timeline.next");
      ent_app_test_rest (800);
      g_assert_true (ent_timeline_view_get_frame (fixture->view, &frame));
      g_assert_true (ent_timeline_layers_locate (fixture->view->layers, &frame, fixture->view->focus, ENT_LANE_ANY, &spot));
      g_assert_cmpfloat (spot.y, >, ent_timeline_frame_axis_height ());
      g_assert_cmpfloat (spot.y, <, frame.height);
      g_assert_cmpfloat (spot.left, <, frame.width);
      g_assert_cmpfloat (spot.right, >, 0);
    }
}

/* What a key does takes its time, what a hand does does not; both end where the session is. */
static void
test_motion (Fixture      *fixture,
             gconstpointer data)
{
  EntSpan target;
  EntSpan shown;

  look_at_middle (fixture, 0.2);
  act (fixture, "timeline.zoom-in");
  ent_navigation_get_span (fixture->session, &target);
  ent_span_motion_get (fixture->view->motion, &shown);
  g_assert_true (ent_span_motion_is_moving (fixture->view->motion));
  g_assert_false (ent_span_equal (&shown, &target));
  ent_app_test_rest (600);
  g_assert_false (ent_span_motion_is_moving (fixture->view->motion));
  ent_span_motion_get (fixture->view->motion, &shown);
  g_assert_true (ent_span_equal (&shown, &target));

  target = (EntSpan){ target.start + 1000, target.end + 1000 };
  ent_navigation_drag_to (fixture->session, &target);
  ent_span_motion_get (fixture->view->motion, &shown);
  g_assert_true (ent_span_equal (&shown, &target));
}

/* Without animations nothing takes its time. */
static void
test_no_animations (Fixture      *fixture,
                    gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  EntSpan target;
  EntSpan shown;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  act (fixture, "timeline.zoom-in");
  ent_navigation_get_span (fixture->session, &target);
  ent_span_motion_get (fixture->view->motion, &shown);
  g_assert_true (ent_span_equal (&shown, &target));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

/* So many events are packed in a thread. What is shown meanwhile is what was there, and nobody waits. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  guint n_painted = painted (fixture);
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 12; i++)
    {
      act (fixture, "timeline.zoom-in");
      ent_app_test_rest (10);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  ent_app_test_rest (1500);
  g_assert_cmpuint (painted (fixture), >, n_painted);
  /* The dataset may go while one packs. */
  act (fixture, "timeline.zoom-out");
  ent_session_open (fixture->session, NULL, NULL);
  ent_app_test_rest (300);
  ent_session_open (fixture->session, fixture->dataset, NULL);
  act (fixture, "timeline.zoom-out");
}

/* Everything works, and does nothing, when there is nothing. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const actions[] = {
    "timeline.previous", "timeline.next",    "timeline.lane-above", "timeline.lane-below", "timeline.first",
    "timeline.last",     "timeline.zoom-in", "timeline.zoom-out",   "timeline.fit-all",    "timeline.frame",
    "timeline.clear",    "timeline.page-up", "timeline.page-down",  "timeline.pan-left",   "timeline.pan-right",
    "timeline.zoom-to-event",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    act (fixture, actions[i]);
  ent_session_open (fixture->session, NULL, NULL);
  ent_app_test_rest (50);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    act (fixture, actions[i]);
  ent_timeline_view_set_session (fixture->view, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    act (fixture, actions[i]);
  ent_app_test_rest (50);
}

static const struct
{
  const char *name;
  guint       n_events;
  void      (*test) (Fixture      *fixture,
                     gconstpointer data);
} tests[] = {
  { "pan", 400, test_pan },
  { "hit", 400, test_hit },
  { "fold", 400, test_fold },
  { "walk", 60, test_walk },
  { "filtered", 60, test_filtered },
  { "enter", 400, test_enter },
  { "lanes", 60, test_lanes },
  { "reveal", 400, test_reveal },
  { "motion", 100, test_motion },
  { "no-animations", 100, test_no_animations },
  { "many", 8000, test_many },
  { "nothing", 10, test_nothing },
  { "no-events", 0, test_nothing },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline-view/", tests[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (tests[i].n_events), set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
