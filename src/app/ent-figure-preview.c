/* ent-figure-preview.c: a figure as it will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-preview.h"

#include <math.h>

#include "ent-cairo-painter.h"

/* While somebody types or drags, only the last of a quick succession is composed. */
#define QUIET_TIME 80 /* milliseconds */

/* Quicker works are not worth a sign that there is work. */
#define BUSY_TIME 300 /* milliseconds */

/* Around the page, for its shadow. */
#define MARGIN 12

/**
 * EntFigurePreview:
 *
 * Shows a figure, composed and painted in a thread. What was there before stays until the new one is ready.
 *
 * # CSS nodes
 *
 * One node, `figurepreview`.
 *
 * # Accessibility
 *
 * An image; whoever shows it names and describes it.
 */
struct _EntFigurePreview
{
  GtkWidget        parent_instance;
  EntFigureExport *export; /* (owned) (nullable): what is to be shown */
  GCancellable    *running; /* (owned) (nullable): of the one work there is at a time */
  guint            quiet;   /* timeout, or 0 */
  guint            waiting; /* timeout, or 0 */
  gboolean         is_stale; /* what is shown, or about to be, is not what is to be shown */
  gboolean         is_busy;

  /* What is shown */
  EntFigureExport *shown;   /* (owned) (nullable) */
  EntScene        *scene;   /* (owned) (nullable) */
  GdkTexture      *texture; /* (owned) (nullable) */
  EntFigureReport  report;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  COMPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFigurePreview, ent_figure_preview, GTK_TYPE_WIDGET)

/* What a thread is given, and what it makes. */
typedef struct
{
  EntFigureExport *export; /* (owned) */
  EntScene        *scene;  /* (owned) (nullable): NULL to be composed */
  int              width;  /* of the room for it, in pixels of the screen */
  int              height;
  EntFigureReport  report;
  GdkTexture      *texture; /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  ent_figure_export_unref (job->export);
  g_clear_pointer (&job->scene, ent_scene_unref);
  ent_figure_report_clear (&job->report);
  g_clear_object (&job->texture);
  g_free (job);
}

/* As large as the room allows. */
static GdkTexture *
paint (const EntScene *scene,
       int             room_width,
       int             room_height)
{
  double page_width = ent_scene_get_width (scene);
  double page_height = ent_scene_get_height (scene);
  double scale = fmin (room_width / page_width, room_height / page_height);
  int width = (int) fmax (round (page_width * scale), 1);
  int height = (int) fmax (round (page_height * scale), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, width / page_width, height / page_height);
  ent_cairo_painter_paint (scene, cr, NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->scene == NULL)
    job->scene = ent_figure_export_compose (job->export, cancellable, &job->report, &error);
  if (job->scene == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->texture = paint (job->scene, job->width, job->height);
  g_task_return_boolean (task, TRUE);
}

static void
set_busy (EntFigurePreview *self,
          gboolean          is_busy)
{
  if (self->is_busy == is_busy)
    return;
  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void start (EntFigurePreview *self);

static void
show_job (EntFigurePreview *self,
          Job              *job)
{
  gboolean is_new = self->shown != job->export;

  g_set_object (&self->texture, job->texture);
  if (is_new)
    {
      g_clear_pointer (&self->shown, ent_figure_export_unref);
      g_clear_pointer (&self->scene, ent_scene_unref);
      ent_figure_report_clear (&self->report);
      self->shown = ent_figure_export_ref (job->export);
      self->scene = ent_scene_ref (job->scene);
      self->report = job->report;
      job->report = (EntFigureReport){ 0 };
      g_signal_emit (self, signals[COMPOSED], 0);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (source);
  gboolean worked = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_object (&self->running);
  /* A preview that has been closed is shown nothing, and starts no more. */
  if (self->export == NULL)
    {
      set_busy (self, FALSE);
      return;
    }
  if (worked)
    show_job (self, g_task_get_task_data (G_TASK (result)));
  if (self->is_stale && self->quiet == 0)
    start (self);
  else if (!self->is_stale)
    {
      g_clear_handle_id (&self->waiting, g_source_remove);
      set_busy (self, FALSE);
    }
}

static gboolean
waited_cb (gpointer user_data)
{
  EntFigurePreview *self = user_data;

  self->waiting = 0;
  set_busy (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
get_room (EntFigurePreview *self,
          double           *width,
          double           *height)
{
  *width = fmax (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 1);
  *height = fmax (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN, 1);
}

static void
start (EntFigurePreview *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GTask) task = NULL;
  double width;
  double height;
  Job *job;

  /* One at a time: what a thread has begun cannot be taken from it at once. */
  if (self->running != NULL || self->export == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  get_room (self, &width, &height);
  job = g_new0 (Job, 1);
  job->export = ent_figure_export_ref (self->export);
  job->scene = self->shown == self->export ? ent_scene_ref (self->scene) : NULL;
  job->width = (int) width * scale;
  job->height = (int) height * scale;

  self->is_stale = FALSE;
  self->running = g_cancellable_new ();
  if (self->waiting == 0 && !self->is_busy)
    self->waiting = g_timeout_add (BUSY_TIME, waited_cb, self);
  task = g_task_new (self, self->running, worked_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work_in_thread);
}

static gboolean
quiet_cb (gpointer user_data)
{
  EntFigurePreview *self = user_data;

  self->quiet = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
queue_work (EntFigurePreview *self)
{
  self->is_stale = TRUE;
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET_TIME, quiet_cb, self);
}

static void
scale_changed_cb (EntFigurePreview *self)
{
  queue_work (self);
}

static void
ent_figure_preview_dispose (GObject *object)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (object);

  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_pointer (&self->export, ent_figure_export_unref);
  g_clear_pointer (&self->shown, ent_figure_export_unref);
  g_clear_pointer (&self->scene, ent_scene_unref);
  g_clear_object (&self->texture);
  ent_figure_report_clear (&self->report);
  G_OBJECT_CLASS (ent_figure_preview_parent_class)->dispose (object);
}

static void
ent_figure_preview_finalize (GObject *object)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (object);

  g_clear_object (&self->running);
  G_OBJECT_CLASS (ent_figure_preview_parent_class)->finalize (object);
}

static void
ent_figure_preview_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (object);

  switch (property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->is_busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static GtkSizeRequestMode
ent_figure_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ent_figure_preview_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 190;
}

static void
ent_figure_preview_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (widget);

  queue_work (self);
}

static void
ent_figure_preview_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  EntFigurePreview *self = ENT_FIGURE_PREVIEW (widget);
  double room_width;
  double room_height;
  double width;
  double height;
  double scale;
  graphene_rect_t page;
  GskRoundedRect outline;

  if (self->texture == NULL)
    return;
  get_room (self, &room_width, &room_height);
  scale = fmin (room_width / gdk_texture_get_width (self->texture),
                room_height / gdk_texture_get_height (self->texture));
  width = gdk_texture_get_width (self->texture) * scale;
  height = gdk_texture_get_height (self->texture) * scale;
  graphene_rect_init (&page, (float) floor (MARGIN + (room_width - width) / 2),
                      (float) floor (MARGIN + (room_height - height) / 2), (float) width, (float) height);
  gsk_rounded_rect_init_from_rect (&outline, &page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.30f }, 0, 1, 0, 6);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 0.55f }, 0, 0, 1, 0);
  gtk_snapshot_append_texture (snapshot, self->texture, &page);
}

static void
ent_figure_preview_class_init (EntFigurePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_figure_preview_dispose;
  object_class->finalize = ent_figure_preview_finalize;
  object_class->get_property = ent_figure_preview_get_property;
  widget_class->get_request_mode = ent_figure_preview_get_request_mode;
  widget_class->measure = ent_figure_preview_measure;
  widget_class->size_allocate = ent_figure_preview_size_allocate;
  widget_class->snapshot = ent_figure_preview_snapshot;

  /**
   * EntFigurePreview:busy:
   *
   * Whether what is shown is not yet what is to be shown, and has not been for a while.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * EntFigurePreview::composed:
   *
   * Another figure is shown, and there is a report of it.
   */
  signals[COMPOSED] = g_signal_new ("composed", ENT_TYPE_FIGURE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "figurepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ent_figure_preview_init (EntFigurePreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

/**
 * ent_figure_preview_set_export:
 * @self: a preview
 * @export: (nullable): the figure to show; %NULL leaves what is shown
 *
 * Shows @export as soon as it is composed.
 */
void
ent_figure_preview_set_export (EntFigurePreview *self,
                               EntFigureExport  *export)
{
  g_return_if_fail (ENT_IS_FIGURE_PREVIEW (self));

  if (self->export == export ||
      (self->export != NULL && export != NULL && ent_figure_export_same_page (self->export, export)))
    return;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_pointer (&self->export, ent_figure_export_unref);
  if (export == NULL)
    {
      self->is_stale = FALSE;
      g_clear_handle_id (&self->quiet, g_source_remove);
      g_clear_handle_id (&self->waiting, g_source_remove);
      set_busy (self, FALSE);
      return;
    }
  self->export = ent_figure_export_ref (export);
  queue_work (self);
}

/** ent_figure_preview_get_report: (skip): Returns: (nullable): of the figure that is shown, until another is */
const EntFigureReport *
ent_figure_preview_get_report (EntFigurePreview *self)
{
  g_return_val_if_fail (ENT_IS_FIGURE_PREVIEW (self), NULL);

  return self->scene != NULL ? &self->report : NULL;
}

/**
 * ent_figure_preview_get_size:
 * @self: a preview
 * @width: (out): of the page that is shown, CSS pixels
 * @height: (out): of the page that is shown
 *
 * Returns: whether there is one
 */
gboolean
ent_figure_preview_get_size (EntFigurePreview *self,
                             double           *width,
                             double           *height)
{
  g_return_val_if_fail (ENT_IS_FIGURE_PREVIEW (self), FALSE);

  if (self->scene == NULL)
    return FALSE;
  *width = ent_scene_get_width (self->scene);
  *height = ent_scene_get_height (self->scene);
  return TRUE;
}
