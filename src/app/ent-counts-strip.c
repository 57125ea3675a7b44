/* ent-counts-strip.c: how many events begin when, over the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-counts-strip-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ent-axis.h"
#include "ent-cairo-painter.h"
#include "ent-counts-text.h"
#include "ent-font-set.h"
#include "ent-navigation.h"
#include "ent-palette.h"
#include "ent-results.h"

/* More events than this are counted in a thread: they take longer than a frame. */
#define MANY_EVENTS 20000

#define HEIGHT 60
#define ABOVE 2.0

/* Of the ground, over what is not selected. */
#define VEIL 0.6
#define HOVER 0.07

/**
 * EntCountsStrip:
 *
 * A histogram of a session's events over its timeline, with columns of calendar units that follow the zoom. A drag over
 * columns zooms to them, with Control it filters by them; a click or arrow keys choose a column and, with Shift, more.
 *
 * # Actions
 *
 * `counts.zoom` and `counts.filter`: for the columns that are chosen.
 *
 * # CSS nodes
 *
 * One node, `counts`.
 *
 * # Accessibility
 *
 * A slider, whose value text and description say what the chosen columns count, or what is in view.
 */
G_DEFINE_FINAL_TYPE (EntCountsStrip, ent_counts_strip, GTK_TYPE_WIDGET)

/* What is where */

/** ent_counts_strip_get_scale: (skip): where times stand, and what is counted by. %FALSE if there is nothing */
gboolean
ent_counts_strip_get_scale (EntCountsStrip *self,
                            EntTimeScale   *scale,
                            EntTickStep    *step)
{
  EntSpan span;

  if (self->histogram == NULL || !ent_span_motion_get (self->motion, &span))
    return FALSE;
  *scale = ent_time_scale_fit (&span, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1));
  *step = ent_histogram_choose_step (scale);
  return TRUE;
}

/** ent_counts_strip_bin_at: (skip): the unit at @x */
gboolean
ent_counts_strip_bin_at (EntCountsStrip *self,
                         double          x,
                         EntSpan        *bin)
{
  EntTimeScale scale;
  EntTickStep step;

  if (!ent_counts_strip_get_scale (self, &scale, &step))
    return FALSE;
  bin->start = ent_ticks_floor (&step, ent_time_scale_to_time (&scale, x));
  bin->end = ent_ticks_next (&step, bin->start);
  return bin->end > bin->start;
}

/** ent_counts_strip_get_selected: (skip): from the first bin that is chosen to the last */
void
ent_counts_strip_get_selected (EntCountsStrip *self,
                               EntSpan        *span)
{
  span->start = MIN (self->cursor.start, self->anchor.start);
  span->end = MAX (self->cursor.end, self->anchor.end);
}

/* What is said */

/** ent_counts_strip_say: (skip): (transfer full): what some bins count */
char *
ent_counts_strip_say (EntCountsStrip    *self,
                      const EntTickStep *step,
                      const EntSpan     *span,
                      gboolean           with_parts)
{
  EntHistogramBin bin;
  g_autofree char *text = NULL;
  g_autofree char *parts = NULL;

  ent_histogram_get_bin (self->histogram, step, span, &bin);
  text = ent_counts_text_bin (step, &bin);
  if (with_parts)
    parts = ent_counts_text_parts (&bin, ent_histogram_get_coloring (self->histogram),
                                   ent_view_get_language (ent_session_get_view (self->session)));
  return parts != NULL ? g_strconcat (text, "\n", parts, NULL) : g_steal_pointer (&text);
}

static void
describe (EntCountsStrip *self)
{
  g_autofree char *said = NULL;
  EntSpan span;
  EntTimeScale scale;
  EntTickStep step;

  if (!ent_counts_strip_get_scale (self, &scale, &step))
    return;
  if (self->has_cursor)
    {
      ent_counts_strip_get_selected (self, &span);
      said = ent_counts_strip_say (self, &self->step, &span, FALSE);
    }
  else
    {
      ent_navigation_get_span (self->session, &span);
      said = ent_counts_strip_say (self, &step, &span, FALSE);
    }
  if (g_strcmp0 (said, self->said) == 0)
    return;
  /* Not every screen reader is told the text of a value. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

/* Choosing */

/** ent_counts_strip_select: (skip): chooses what is from one bin to another */
void
ent_counts_strip_select (EntCountsStrip    *self,
                         const EntTickStep *step,
                         const EntSpan     *cursor,
                         const EntSpan     *anchor)
{
  self->has_cursor = TRUE;
  self->step = *step;
  self->cursor = *cursor;
  self->anchor = *anchor;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counts.zoom", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counts.filter", TRUE);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** ent_counts_strip_unselect: (skip): chooses nothing */
void
ent_counts_strip_unselect (EntCountsStrip *self)
{
  self->has_cursor = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counts.zoom", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counts.filter", FALSE);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** ent_counts_strip_zoom: (skip): has the view show what is chosen */
void
ent_counts_strip_zoom (EntCountsStrip *self)
{
  EntSpan span;

  if (!self->has_cursor)
    return;
  ent_counts_strip_get_selected (self, &span);
  ent_counts_strip_unselect (self);
  ent_navigation_fit_span (self->session, &span);
}

/** ent_counts_strip_filter: (skip): has the view show only events that may be in what is chosen */
void
ent_counts_strip_filter (EntCountsStrip *self)
{
  EntSpan span;

  if (!self->has_cursor)
    return;
  ent_counts_strip_get_selected (self, &span);
  ent_counts_strip_unselect (self);
  if (!ent_counts_filter (self->session, &span, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Counting */

static void
take_histogram (EntCountsStrip *self,
                EntHistogram   *histogram)
{
  g_clear_pointer (&self->histogram, ent_histogram_unref);
  self->histogram = histogram;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

typedef struct
{
  EntDataset  *dataset;  /* (owned) */
  EntBasis     basis;
  EntRowSet   *rows;     /* (owned) (nullable) */
  EntColoring *coloring; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dataset);
  g_clear_pointer (&job->rows, ent_row_set_unref);
  g_clear_pointer (&job->coloring, ent_coloring_unref);
  g_free (job);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, ent_histogram_new (job->dataset, job->basis, job->rows, job->coloring),
                         (GDestroyNotify) ent_histogram_unref);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (object);
  EntHistogram *histogram = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Others may have been asked for since. */
  if (g_task_get_cancellable (G_TASK (result)) == self->job && histogram != NULL)
    {
      g_clear_object (&self->job);
      take_histogram (self, histogram);
    }
  else
    g_clear_pointer (&histogram, ent_histogram_unref);
}

static void
drop_job (EntCountsStrip *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
}

static void
count (EntCountsStrip *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  drop_job (self);
  if (self->dataset == NULL)
    {
      g_clear_pointer (&self->histogram, ent_histogram_unref);
      return;
    }
  if (ent_dataset_get_n_events (self->dataset) <= MANY_EVENTS)
    {
      take_histogram (self, ent_histogram_new (self->dataset, self->basis, self->rows, self->coloring));
      return;
    }
  job = g_new0 (Job, 1);
  job->dataset = g_object_ref (self->dataset);
  job->basis = self->basis;
  job->rows = self->rows != NULL ? ent_row_set_ref (self->rows) : NULL;
  job->coloring = self->coloring != NULL ? ent_coloring_ref (self->coloring) : NULL;
  self->job = g_cancellable_new ();
  task = g_task_new (self, self->job, counted_cb, NULL);
  g_task_set_source_tag (task, count);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/* Takes over whatever has changed. */
static void
session_changed_cb (EntCountsStrip *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (self->session));
  EntResults *results = ent_session_get_results (self->session);
  /* What is found for a dataset that is not shown yet, or any more, says nothing of this one. */
  EntRowSet *rows = ent_results_get_dataset (results) == dataset ? ent_results_get_shown (results) : NULL;
  const EntColoring *last = self->coloring;
  EntSpan span;

  /* What nobody sees is not counted. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (dataset != self->dataset)
    {
      /* There is no way from one dataset to another, and what was counted of the last is of no use. */
      g_clear_pointer (&self->histogram, ent_histogram_unref);
      ent_counts_strip_unselect (self);
      if (ent_navigation_get_span (self->session, &span))
        ent_span_motion_set (self->motion, &span);
    }
  if (dataset != NULL)
    self->coloring = ent_coloring_renew (self->coloring, dataset, ent_session_get_view (self->session));
  if (dataset != self->dataset || basis != self->basis || rows != self->rows || self->coloring != last)
    {
      g_set_object (&self->dataset, dataset);
      self->basis = basis;
      g_clear_pointer (&self->rows, ent_row_set_unref);
      self->rows = rows != NULL ? ent_row_set_ref (rows) : NULL;
      count (self);
    }
  ent_span_motion_follow (self->motion, self->session);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (gpointer data)
{
  gtk_widget_queue_draw (data);
}

/* The picture */

static const char *
picture_language (EntCountsStrip *self)
{
  const char *language = ent_view_get_language (ent_session_get_view (self->session));
  g_autofree char *own = NULL;

  if (language != NULL)
    return g_intern_string (language);
  own = ent_slice_dup (ent_dataset_get_text (self->dataset, ENT_TEXT_LANGUAGE, NULL));
  return g_intern_string (own);
}

static void
use_language (EntCountsStrip *self)
{
  const char *language = picture_language (self);

  if (self->words != NULL && language == self->language)
    return;
  g_clear_pointer (&self->measure, ent_text_measure_free);
  g_clear_pointer (&self->words, ent_words_free);
  self->language = language;
  if (self->context == NULL)
    self->context = ent_font_set_create_context ();
  self->measure = ent_text_measure_new_pango (self->context, ENT_FONT_FAMILIES, language);
  self->words = ent_words_new (language);
}

static EntScene *
draw (EntCountsStrip *self,
      const EntSpan  *span,
      double          width)
{
  EntAxisRequest grid = { .span = *span, .view = *span, .top = 0, .bottom = HEIGHT, .grid = TRUE };
  EntHistogramRequest request = { .span = *span, .y = ABOVE, .height = HEIGHT - ABOVE, .scale = TRUE };
  EntDrawing drawing = {
    .dataset = self->dataset,
    .theme = ent_palette_get_theme (),
    .style = ENT_STYLE_SCREEN,
    .scale = ent_time_scale_fit (span, 0, width),
    .x1 = width,
    .view1 = width,
    .reserved_from = -HUGE_VAL,
    .reserved_to = -HUGE_VAL,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  use_language (self);
  drawing.builder = ent_scene_builder_new (width, HEIGHT, self->language);
  drawing.measure = self->measure;
  drawing.words = self->words;
  /* The grid begins below the axis, and here is none. */
  grid.y = -ent_style_axis_height (&drawing.style);
  ent_axis_draw (&drawing, &grid);
  ent_histogram_draw (self->histogram, &drawing, &request);
  return ent_scene_builder_end (drawing.builder);
}

static void
append_rect (GtkSnapshot *snapshot,
             EntColor     color,
             double       opacity,
             double       x0,
             double       x1)
{
  GdkRGBA rgba = ent_palette_to_rgba (color);

  rgba.alpha *= (float) opacity;
  if (x1 > x0)
    gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x0, 0, (float) (x1 - x0), HEIGHT - 1));
}

/* A veil over what is not chosen, and lines at the ends of what is. */
static void
append_selection (EntCountsStrip     *self,
                  GtkSnapshot        *snapshot,
                  const EntTimeScale *scale,
                  double              width)
{
  const EntTheme *theme = ent_palette_get_theme ();
  double pen = theme->line_scale;
  EntSpan span;
  double x0;
  double x1;

  ent_counts_strip_get_selected (self, &span);
  x0 = CLAMP (round (ent_time_scale_to_x (scale, span.start)), -10, width + 10);
  x1 = CLAMP (round (ent_time_scale_to_x (scale, span.end)), -10, width + 10);
  append_rect (snapshot, theme->view, VEIL, 0, x0);
  append_rect (snapshot, theme->view, VEIL, x1, width);
  append_rect (snapshot, theme->ink, 1, x0 - pen, x0);
  append_rect (snapshot, theme->ink, 1, x1, x1 + pen);
}

static void
ent_counts_strip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  GdkRGBA ground = ent_palette_to_rgba (ent_palette_get_theme ()->view);
  g_autoptr (EntScene) scene = NULL;
  cairo_surface_t *surface;
  EntTimeScale scale;
  EntTickStep step;
  EntSpan span;
  EntSpan bin;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT));
  if (!ent_counts_strip_get_scale (self, &scale, &step) || !ent_span_motion_get (self->motion, &span))
    return;
  if (self->has_pointer && !self->dragging && ent_counts_strip_bin_at (self, self->pointer_x, &bin))
    append_rect (snapshot, ent_palette_get_theme ()->ink, HOVER, fmax (ent_time_scale_to_x (&scale, bin.start), 0),
                 fmin (ent_time_scale_to_x (&scale, bin.end), width));

  scene = draw (self, &span, width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, HEIGHT * factor);
  cr = cairo_create (surface);
  cairo_scale (cr, factor, factor);
  ent_cairo_painter_paint (scene, cr, NULL, self->context);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, factor, factor);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  if (self->has_cursor)
    append_selection (self, snapshot, &scale, width);
}

/* The widget */

static void
ent_counts_strip_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 800;
}

static void
ent_counts_strip_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  /* Another width is another unit to count by. */
  describe (self);
}

static gboolean
ent_counts_strip_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    by_keys,
                                GtkTooltip *tooltip)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (widget);
  EntHistogramBin bin;
  EntTimeScale scale;
  EntTickStep step;
  EntSpan span;
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (self->dragging || !ent_counts_strip_get_scale (self, &scale, &step))
    return FALSE;
  if (by_keys && self->has_cursor)
    {
      ent_counts_strip_get_selected (self, &span);
      step = self->step;
    }
  else if (!ent_counts_strip_bin_at (self, x, &span))
    return FALSE;
  text = ent_counts_strip_say (self, &step, &span, TRUE);
  ent_histogram_get_bin (self->histogram, &step, &span, &bin);
  if (bin.n_coarse > 0)
    all = g_strconcat (text, "\n", _("Lighter: may lie in later columns, too"), NULL);
  gtk_tooltip_set_text (tooltip, all != NULL ? all : text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) ent_time_scale_to_x (&scale, span.start), 0,
                                                      (int) ceil (ent_time_scale_to_x (&scale, span.end) -
                                                                  ent_time_scale_to_x (&scale, span.start)),
                                                      HEIGHT });
  return TRUE;
}

static void
ent_counts_strip_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_counts_strip_parent_class)->show (widget);
  if (ENT_COUNTS_STRIP (widget)->session != NULL)
    session_changed_cb (ENT_COUNTS_STRIP (widget));
}

static void
ent_counts_strip_dispose (GObject *object)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (object);

  drop_job (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->motion, ent_span_motion_free);
  g_clear_pointer (&self->histogram, ent_histogram_unref);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_counts_strip_parent_class)->dispose (object);
}

static void
ent_counts_strip_finalize (GObject *object)
{
  EntCountsStrip *self = ENT_COUNTS_STRIP (object);

  g_clear_pointer (&self->measure, ent_text_measure_free);
  g_clear_pointer (&self->words, ent_words_free);
  g_clear_object (&self->context);
  g_free (self->said);
  G_OBJECT_CLASS (ent_counts_strip_parent_class)->finalize (object);
}

static void
zoom_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ent_counts_strip_zoom (ENT_COUNTS_STRIP (widget));
}

static void
filter_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ent_counts_strip_filter (ENT_COUNTS_STRIP (widget));
}

static void
ent_counts_strip_class_init (EntCountsStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_counts_strip_dispose;
  object_class->finalize = ent_counts_strip_finalize;
  widget_class->measure = ent_counts_strip_measure;
  widget_class->show = ent_counts_strip_show;
  widget_class->size_allocate = ent_counts_strip_size_allocate;
  widget_class->snapshot = ent_counts_strip_snapshot;
  widget_class->query_tooltip = ent_counts_strip_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "counts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_install_action (widget_class, "counts.zoom", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "counts.filter", NULL, filter_activated);
  ent_counts_strip_class_add_keys (widget_class);
}

static void
ent_counts_strip_init (EntCountsStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->motion = ent_span_motion_new (widget, moved_cb, self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counts over Time"), -1);
  ent_counts_strip_add_controllers (self);
  ent_counts_strip_unselect (self);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * ent_counts_strip_new:
 * @session: what to count, and whose view to move
 *
 * Returns: (transfer floating): a strip, to stand right above the timeline
 */
EntCountsStrip *
ent_counts_strip_new (EntSession *session)
{
  EntCountsStrip *self = g_object_new (ENT_TYPE_COUNTS_STRIP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (ent_session_get_results (session), "notify::filter", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
  return self;
}
