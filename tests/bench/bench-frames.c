/* bench-frames.c: how long a frame takes while one pans and zooms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-frames [EVENTS…]
 *
 * A frame is placed, packed and drawn anew, and painted into an image of 1600 × 900. A look is what a window does
 * instead: packed once for a zoom step, then drawn in parts, those that are held at the edges in each frame and the
 * marks of twice the view now and then.
 */
#include "config.h"

#include "ent-bench.h"
#include "ent-cairo-painter.h"
#include "ent-font-set.h"
#include "ent-generator.h"
#include "ent-timeline.h"

#include <math.h>

#define SEED 20131105
#define WIDTH 1600
#define HEIGHT 900
#define FRAMES 60
#define MAX_SECONDS 10

typedef struct
{
  EntDataset      *dataset;
  EntTextMeasure  *measure;
  EntWords        *words;
  PangoContext    *context;
  cairo_surface_t *surface;
} Bench;

typedef struct
{
  GArray *frame;
  GArray *layout;
  GArray *paint;
  GArray *reference;
} Times;

static EntScene *
lay_out (Bench         *bench,
         const EntSpan *span)
{
  EntTimelineRequest request = {
    .dataset = bench->dataset,
    .span = *span,
    .basis = ENT_BASIS_OCCURRED,
    .width = WIDTH,
    .height = HEIGHT,
    .style = ENT_STYLE_SCREEN,
  };
  g_autoptr (EntTimeline) timeline = ent_timeline_new (&request, bench->measure, bench->words, "en");
  EntSceneBuilder *builder = ent_scene_builder_new (WIDTH, HEIGHT, "en");
  EntDrawing drawing = {
    .builder = builder,
    .dataset = bench->dataset,
    .measure = bench->measure,
    .words = bench->words,
    .theme = ent_theme_find ("light"),
    .style = request.style,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  ent_timeline_draw (timeline, &drawing);
  return ent_scene_builder_end (builder);
}

static void
clear (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

static void
draw_frame (Bench         *bench,
            const EntSpan *span,
            Times         *times)
{
  g_autoptr (EntScene) scene = NULL;
  cairo_t *cr = cairo_create (bench->surface);
  gint64 start = g_get_monotonic_time ();
  gint64 middle;

  scene = lay_out (bench, span);
  ent_bench_add (times->layout, start);

  middle = g_get_monotonic_time ();
  clear (cr);
  ent_cairo_painter_paint (scene, cr, NULL, bench->context);
  cairo_surface_flush (bench->surface);
  ent_bench_add (times->paint, middle);
  ent_bench_add (times->frame, start);

  cairo_destroy (cr);
}

/* What cairo alone takes for as many marks as a full view has. */
static void
draw_reference (Bench  *bench,
                GArray *samples)
{
  cairo_t *cr = cairo_create (bench->surface);
  gint64 start = g_get_monotonic_time ();

  clear (cr);
  cairo_set_source_rgb (cr, 0.6, 0.1, 0.2);
  for (int i = 0; i < 1000; i++)
    {
      cairo_rectangle (cr, i % 40 * 40 + 0.5, i / 40 * 36 + 0.5, 12, 8);
      cairo_fill (cr);
    }
  cairo_surface_flush (bench->surface);
  ent_bench_add (samples, start);
  cairo_destroy (cr);
}

/* A view of three years that goes through the whole, and one that closes in on a tenth of a year. */

static EntSpan
pan_to (const EntSpan *whole,
        double         position)
{
  double length = 3 * ENT_SECONDS_PER_YEAR;
  double start = whole->start + (whole->end - whole->start - length) * position;

  return (EntSpan){ start, start + length };
}

static EntSpan
zoom_to (const EntSpan *whole,
         double         position)
{
  double all = whole->end - whole->start;
  double length = all * pow (0.1 * ENT_SECONDS_PER_YEAR / all, position);
  double middle = whole->start + all * 0.7;

  return (EntSpan){ middle - length * 0.7, middle + length * 0.3 };
}

static void
report (const char *name,
        guint       n_events,
        GArray     *samples,
        GArray     *reference)
{
  EntFigures figures = ENT_FIGURES_INIT;

  figures.name = name;
  figures.n_events = n_events;
  figures.samples = samples;
  figures.reference = reference;
  figures.reference_name = "cairo filling the ground and 1,000 rectangles";
  ent_bench_report (&figures);
}

static void
measure (Bench      *bench,
         const char *name,
         EntSpan   (*span_at) (const EntSpan *whole,
                               double         position))
{
  g_autoptr (GArray) frame = ent_bench_samples_new ();
  g_autoptr (GArray) layout = ent_bench_samples_new ();
  g_autoptr (GArray) paint = ent_bench_samples_new ();
  g_autoptr (GArray) reference = ent_bench_samples_new ();
  g_autofree char *layout_name = g_strconcat (name, ": layout", NULL);
  g_autofree char *paint_name = g_strconcat (name, ": paint", NULL);
  Times times = { frame, layout, paint, reference };
  guint n_events = ent_dataset_get_n_events (bench->dataset);
  gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  EntSpan whole;

  if (!ent_timeline_whole_span (bench->dataset, NULL, ENT_BASIS_OCCURRED, &whole))
    g_error ("no event has a date");
  for (int i = 0; i < FRAMES && g_get_monotonic_time () < deadline; i++)
    {
      /* In strides over the whole way, so that a run that is cut short has seen all of it. */
      EntSpan span = span_at (&whole, i * 23 % FRAMES / (FRAMES - 1.0));

      draw_frame (bench, &span, &times);
      draw_reference (bench, reference);
    }
  report (name, n_events, frame, reference);
  report (layout_name, n_events, layout, reference);
  report (paint_name, n_events, paint, reference);
}

static EntTimeline *
pack_steadily (Bench         *bench,
               const EntSpan *span)
{
  EntTimelineRequest request = {
    .dataset = bench->dataset,
    .span = *span,
    .basis = ENT_BASIS_OCCURRED,
    .width = WIDTH,
    .height = HEIGHT,
    .steady = TRUE,
    .style = ENT_STYLE_SCREEN,
  };

  return ent_timeline_new (&request, bench->measure, bench->words, "en");
}

static void
draw_look (Bench                 *bench,
           const EntTimeline     *timeline,
           const EntTimelineLook *look,
           double                 width,
           GArray                *samples)
{
  EntDrawing drawing = {
    .dataset = bench->dataset,
    .measure = bench->measure,
    .words = bench->words,
    .theme = ent_theme_find ("light"),
    .style = ENT_STYLE_SCREEN,
    .x1 = width,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };
  gint64 start = g_get_monotonic_time ();

  drawing.builder = ent_scene_builder_new (width, HEIGHT, "en");
  ent_timeline_draw_look (timeline, &drawing, look);
  ent_scene_unref (ent_scene_builder_end (drawing.builder));
  ent_bench_add (samples, start);
}

/* What of a window's frame is built anew while it is panned, with an event selected. */
static void
measure_looks (Bench *bench)
{
  static const struct
  {
    const char      *name;
    EntTimelineParts parts;
    gboolean         wide;
  } looks[] = {
    { "look: all", ENT_TIMELINE_ALL, FALSE },
    { "look: held", ENT_TIMELINE_AXIS | ENT_TIMELINE_HELD | ENT_TIMELINE_SELECTION, FALSE },
    { "look: wide marks", ENT_TIMELINE_GRID | ENT_TIMELINE_MARKS, TRUE },
  };
  guint n_events = ent_dataset_get_n_events (bench->dataset);
  guint32 selected = n_events / 2;
  g_autoptr (GArray) packing = ent_bench_samples_new ();
  g_autoptr (GArray) reference = ent_bench_samples_new ();
  EntTimeline *timeline = NULL;
  EntSpan whole;

  ent_timeline_whole_span (bench->dataset, NULL, ENT_BASIS_OCCURRED, &whole);
  for (int i = 0; i < 8; i++)
    {
      EntSpan span = zoom_to (&whole, i * 3 % 8 / 8.0);
      gint64 start = g_get_monotonic_time ();

      ent_timeline_free (pack_steadily (bench, &span));
      ent_bench_add (packing, start);
      draw_reference (bench, reference);
    }
  report ("look: pack", n_events, packing, reference);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GArray) samples = ent_bench_samples_new ();

      for (int frame = 0; frame < FRAMES; frame++)
        {
          EntSpan span = pan_to (&whole, frame * 23 % FRAMES / (FRAMES - 1.0));
          EntTimelineLook look;

          if (timeline == NULL)
            timeline = pack_steadily (bench, &span);
          ent_timeline_look_init (&look, &span);
          look.parts = looks[i].parts;
          look.selected = &selected;
          look.n_selected = 1;
          if (looks[i].wide)
            {
              gint64 margin = (span.end - span.start) / 2;

              look.span = look.view = (EntSpan){ span.start - margin, span.end + margin };
            }
          draw_look (bench, timeline, &look, looks[i].wide ? 2 * WIDTH : WIDTH, samples);
          draw_reference (bench, reference);
        }
      report (looks[i].name, n_events, samples, reference);
    }
  ent_timeline_free (timeline);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) sizes = ent_bench_sizes (argc, argv);
  PangoContext *context = ent_font_set_create_context ();
  g_autoptr (EntTextMeasure) text_measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, "en");
  g_autoptr (EntWords) words = ent_words_new ("en");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  for (guint i = 0; i < sizes->len; i++)
    {
      g_autoptr (EntDataset) dataset = ent_generator_dataset (g_array_index (sizes, guint, i), SEED);
      Bench bench = { dataset, text_measure, words, context, surface };

      measure (&bench, "pan", pan_to);
      measure (&bench, "zoom", zoom_to);
      measure_looks (&bench);
    }
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return 0;
}
