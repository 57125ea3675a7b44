/* bench-window.c: how smoothly the real window moves, and how soon it is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-window [EVENTS…]
 *
 * Needs a display. Frames of a pan that does not end, in a widget of 1600 × 900, beside those of an empty widget of
 * that size, which are handed over for nothing, and of one that moves a picture, which is the least that a pan can
 * cost with GTK; and the time from the start of the program to the first picture of the bundled timeline, beside a
 * bare window.
 */
#include "config.h"

#include "ent-application.h"
#include "ent-bench.h"
#include "ent-generator.h"
#include "ent-navigation.h"
#include "ent-timeline-view-private.h"
#include "ent-window.h"

#include <stdlib.h>

#define SEED 20131105
#define WIDTH 1600
#define HEIGHT 900
#define FRAMES 240
#define WARM_UP 20
#define STARTS 7

/* A brisk hand, CSS pixels a frame. */
#define PAN 9

/* A widget that moves a picture which is wider than it. */

#define BENCH_TYPE_MOVED_PICTURE (bench_moved_picture_get_type ())
G_DECLARE_FINAL_TYPE (BenchMovedPicture, bench_moved_picture, BENCH, MOVED_PICTURE, GtkWidget)

struct _BenchMovedPicture
{
  GtkWidget        parent_instance;
  cairo_surface_t *surface;
  int              x;
};

G_DEFINE_FINAL_TYPE (BenchMovedPicture, bench_moved_picture, GTK_TYPE_WIDGET)

static void
bench_moved_picture_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BenchMovedPicture *self = BENCH_MOVED_PICTURE (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  self->x = (self->x + PAN) % WIDTH;
  cairo_set_source_surface (cr, self->surface, -self->x, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
bench_moved_picture_finalize (GObject *object)
{
  cairo_surface_destroy (BENCH_MOVED_PICTURE (object)->surface);
  G_OBJECT_CLASS (bench_moved_picture_parent_class)->finalize (object);
}

static void
bench_moved_picture_class_init (BenchMovedPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_moved_picture_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_moved_picture_snapshot;
}

static void
bench_moved_picture_init (BenchMovedPicture *self)
{
  cairo_t *cr;

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH, HEIGHT);
  cr = cairo_create (self->surface);
  for (int x = 0; x < 2 * WIDTH; x += 7)
    {
      cairo_set_source_rgb (cr, x % 3 / 3.0, x % 5 / 5.0, 1);
      cairo_rectangle (cr, x, 0, 7, HEIGHT);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

/* Frames */

typedef struct
{
  EntSession *session; /* (nullable): another widget */
  GArray     *intervals;
  gint64      last;
  guint       n_frames;
  int         direction;
} Run;

static void
painted_cb (GdkFrameClock *clock,
            Run           *run)
{
  gint64 now = g_get_monotonic_time ();

  if (run->last > 0 && run->n_frames > WARM_UP && run->n_frames <= WARM_UP + FRAMES)
    {
      double interval = (double) (now - run->last) / 1000;

      g_array_append_val (run->intervals, interval);
    }
  run->last = now;
}

static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Run *run = data;
  EntSpan whole;
  EntSpan span;

  run->n_frames++;
  gtk_widget_queue_draw (widget);
  if (run->session == NULL)
    return G_SOURCE_CONTINUE;
  ent_navigation_get_whole (run->session, &whole);
  ent_navigation_get_span (run->session, &span);
  if (span.end >= whole.end || span.start <= whole.start)
    run->direction = span.end >= whole.end ? -1 : 1;
  {
    gint64 step = run->direction * (span.end - span.start) * PAN / WIDTH;
    const EntSpan moved = { span.start + step, span.end + step };

    ent_navigation_drag_to (run->session, &moved);
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
is_packed_cb (gpointer data)
{
  return ent_timeline_layers_get_painted (ENT_TIMELINE_VIEW (data)->layers) > 0;
}

static GArray *
measure_frames (GtkWidget  *widget,
                EntSession *session)
{
  GtkWidget *window = gtk_window_new ();
  Run run = { .session = session, .intervals = ent_bench_samples_new (), .direction = 1 };
  GdkFrameClock *clock;
  guint tick;
  gulong handler;

  gtk_widget_set_size_request (widget, WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (session != NULL && !is_packed_cb (widget))
    g_main_context_iteration (NULL, TRUE);
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (widget);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &run);
  tick = gtk_widget_add_tick_callback (widget, ticked_cb, &run, NULL);
  while (run.n_frames < WARM_UP + FRAMES + 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, handler);
  gtk_window_destroy (GTK_WINDOW (window));
  return run.intervals;
}

static GArray *
measure_pan (guint n_events)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = ent_generator_dataset (n_events, SEED);
  EntSpan whole;
  EntSpan span;
  gint64 middle;

  ent_session_open (session, dataset, NULL);
  ent_navigation_get_whole (session, &whole);
  middle = whole.start / 2 + whole.end / 2;
  span = (EntSpan){ middle, middle + 3 * 365 * G_GINT64_CONSTANT (86400) };
  ent_session_set_span (session, &span);
  return measure_frames (g_object_new (ENT_TYPE_TIMELINE_VIEW, "session", session, NULL), session);
}

static void
report (const char *name,
        guint       n_events,
        GArray     *samples,
        GArray     *reference,
        const char *reference_name)
{
  EntFigures figures = ENT_FIGURES_INIT;

  figures.name = name;
  figures.n_events = n_events;
  figures.samples = samples;
  figures.reference = reference;
  figures.reference_name = reference_name;
  ent_bench_report (&figures);
}

static void
report_p95 (guint       n_events,
            GArray     *samples,
            GArray     *reference,
            const char *reference_name)
{
  EntFigures figures = ENT_FIGURES_INIT;

  figures.name = "window: 95th percentile of the interval between frames";
  figures.n_events = n_events;
  figures.ratio = ent_bench_percentile (samples, 95) / ent_bench_percentile (reference, 95);
  figures.reference_name = reference_name;
  ent_bench_report (&figures);
}

/* The first frame: programs of their own, which tell the time and end. */

static void
first_frame_cb (GdkFrameClock *clock,
                gpointer       data)
{
  if (!is_packed_cb (data))
    return;
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  exit (0);
}

static GtkWidget *
find_timeline (GtkWidget *widget)
{
  if (ENT_IS_TIMELINE_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_timeline (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
activated_cb (GtkApplication *application)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));

  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb),
                    find_timeline (window));
}

static int
start_program (void)
{
  g_autoptr (EntApplication) application = ent_application_new ();

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
measure_start (const char *program,
               const char *option,
               GArray     *samples)
{
  const char *argv[] = { program, option, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double milliseconds;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  milliseconds = (double) (g_ascii_strtoll (output, NULL, 10) - start) / 1000;
  if (milliseconds < 0)
    g_error ("%s showed nothing", program);
  g_array_append_val (samples, milliseconds);
}

static void
measure_starts (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *bare = g_build_filename (folder, "bare-window", NULL);
  g_autoptr (GArray) samples = ent_bench_samples_new ();
  g_autoptr (GArray) reference = ent_bench_samples_new ();
  g_autoptr (GArray) ignored = ent_bench_samples_new ();

  /* What is read from disk the first time is there from then on, for both. */
  measure_start (bare, NULL, ignored);
  measure_start (program, "--start", ignored);
  for (int i = 0; i < STARTS; i++)
    {
      measure_start (bare, NULL, reference);
      measure_start (program, "--start", samples);
    }
  report ("window: first picture", 175, samples, reference, "a bare libadwaita window");
}

int
main (int    argc,
      char **argv)
{
  const char *interval = "window: interval between frames";
  g_autoptr (GArray) sizes = NULL;

  if (argc == 2 && g_str_equal (argv[1], "--start"))
    return start_program ();

  sizes = ent_bench_sizes (argc, argv);
  if (argc == 1)
    g_array_append_vals (sizes, &(guint){ 1000000 }, 1);
  measure_starts (argv[0]);
  gtk_init ();
  adw_init ();
  for (guint i = 0; i < sizes->len; i++)
    {
      guint n_events = g_array_index (sizes, guint, i);
      g_autoptr (GArray) empty = measure_frames (gtk_drawing_area_new (), NULL);
      g_autoptr (GArray) picture = measure_frames (g_object_new (BENCH_TYPE_MOVED_PICTURE, NULL), NULL);
      g_autoptr (GArray) samples = measure_pan (n_events);

      report (interval, n_events, samples, empty, "that of an empty widget");
      report_p95 (n_events, samples, empty, "that of an empty widget");
      report (interval, n_events, samples, picture, "that of a widget that moves a picture");
      report_p95 (n_events, samples, picture, "that of a widget that moves a picture");
    }
  return 0;
}
