/* ent-overview-strip.c: the whole of a dataset, and the window on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ent-navigation.h"
#include "ent-overview-strip-geometry.h"
#include "ent-overview-strip-markers.h"
#include "ent-overview-strip-picture.h"
#include "ent-palette.h"
#include "ent-picture-language.h"
#include "ent-phrase.h"
#include "ent-results.h"
#include "ent-span-motion.h"
#include "ent-timeline.h"

/* More events than this are counted in a thread: they take longer than a frame. */
#define MANY_EVENTS 20000

/* A press that moves less than this is a click, CSS pixels. */
#define CLICK 4.0

/* The part of a span that is too short to be seen. */
#define UNSEEN 1000

/* Of a key or a click of the wheel. */
#define ZOOM_STEP 1.25
#define PAN_STEP 0.1

/**
 * EntOverviewStrip:
 *
 * The whole of a session's dataset in one strip, with what is in view as a handle. The handle moves the view and its
 * ends; a click centres the view, a drag on empty ground draws a new one.
 *
 * The columns are painted once for a dataset, basis, size, theme and language, in a thread when there are many events;
 * what moves with the view is the handle alone.
 *
 * # CSS nodes
 *
 * One node, `overview`.
 *
 * # Accessibility
 *
 * A slider, whose value text and description say what of the whole is in view.
 */
struct _EntOverviewStrip
{
  GtkWidget      parent_instance;
  EntSession    *session;     /* (owned) (nullable) */
  GSignalGroup  *signals;     /* (owned) of the session */
  GSignalGroup  *found;       /* (owned) of what its query finds */
  EntSpanMotion *motion;      /* (owned): the window on its way */

  EntStripKey    painted;     /* what @picture shows */
  GskRenderNode *picture;     /* (owned) (nullable) */
  EntSpan        whole;       /* of @painted's dataset and basis */
  EntSpan        known;       /* what of that has events */
  EntStripKey    asked;       /* what @job paints */
  GCancellable  *job;         /* (owned) (nullable) */

  EntStripPart       part;    /* what is held */
  EntOverviewRequest held;    /* as it was when that began */
  double             from;
  double             pointer; /* where it was last seen */
  gboolean           dragging;
  gboolean           moved;
  char              *said;    /* (owned) (nullable): the value text */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntOverviewStrip, ent_overview_strip, GTK_TYPE_WIDGET)

/* What there is to see */

static gboolean
has_whole (EntOverviewStrip *self)
{
  return self->picture != NULL && self->session != NULL &&
         self->painted.dataset == ent_session_get_dataset (self->session) &&
         self->painted.basis == ent_view_get_basis (ent_session_get_view (self->session));
}

/* FALSE while it is not known how far the dataset reaches. */
static gboolean
get_request (EntOverviewStrip   *self,
             EntOverviewRequest *request)
{
  EntStripKey here = { 0 };

  if (!has_whole (self))
    return FALSE;
  here.basis = self->painted.basis;
  here.width = gtk_widget_get_width (GTK_WIDGET (self));
  here.height = gtk_widget_get_height (GTK_WIDGET (self));
  ent_strip_key_get_request (&here, request);
  request->whole = self->whole;
  return ent_span_motion_get (self->motion, &request->window);
}

static gboolean
get_key (EntOverviewStrip *self,
         EntStripKey      *key)
{
  const EntView *view;

  *key = (EntStripKey){ 0 };
  if (self->session == NULL || ent_session_get_dataset (self->session) == NULL)
    return FALSE;
  view = ent_session_get_view (self->session);
  key->dataset = g_object_ref (ent_session_get_dataset (self->session));
  key->theme = ent_palette_get_theme ();
  key->language = g_strdup (ent_picture_language (key->dataset, view));
  key->basis = ent_view_get_basis (view);
  ent_strip_key_take_results (key, self->session, &self->painted);
  key->width = gtk_widget_get_width (GTK_WIDGET (self));
  key->height = gtk_widget_get_height (GTK_WIDGET (self));
  key->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  return key->width > 2 * ENT_STRIP_MARGIN && key->height > 0;
}

/* The first and the last day of a span, or their years when it is longer than two; of a year, more must be in it than
 * could be seen. */
static void
name_ends (const EntWords *words,
           const EntSpan  *span,
           char          **first,
           char          **last)
{
  EntTickStep year = { ENT_TICK_YEAR, 1 };
  gint64 end = span->end - 1;
  gint64 unseen = end / UNSEEN - span->start / UNSEEN;

  if (end / 2 - span->start / 2 > ENT_SECONDS_PER_YEAR)
    {
      *first = ent_words_tick (words, year, ent_ticks_floor (&year, span->start + unseen), TRUE);
      *last = ent_words_tick (words, year, ent_ticks_floor (&year, end - unseen), TRUE);
    }
  else
    {
      *first = ent_words_span (words, span->start, span->start + 1);
      *last = ent_words_span (words, end, end + 1);
    }
}

/* What an accessibility tool reads out. */
static void
describe (EntOverviewStrip *self)
{
  EntSpan window;
  EntSpan common;
  const EntWords *words = ent_phrase_words ();
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *whole_first = NULL;
  g_autofree char *whole_last = NULL;
  g_autofree char *said = NULL;

  if (!has_whole (self))
    return;
  ent_navigation_get_span (self->session, &window);
  /* Nothing is said of time without events. */
  if (ent_span_intersect (&window, &self->known, &common))
    window = common;
  name_ends (words, &window, &first, &last);
  name_ends (words, &self->known, &whole_first, &whole_last);
  if (g_str_equal (first, last))
    /* Translators: what of all that there is is in view: a day, of the years from one to another. */
    said = g_strdup_printf (_("%s of %s to %s"), first, whole_first, whole_last);
  else
    /* Translators: what of all that there is is in view: from one year or day to another, of those from one to another. */
    said = g_strdup_printf (_("%s to %s of %s to %s"), first, last, whole_first, whole_last);
  if (g_strcmp0 (said, self->said) == 0)
    return;
  /* Not every screen reader is told the text of a value. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

/* Painting */

typedef struct
{
  EntStripKey      key;
  EntSpan          whole;
  EntSpan          known;
  cairo_surface_t *surface; /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ent_strip_key_clear (&job->key);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_free (job);
}

static void
run_job (Job *job)
{
  ent_timeline_known_span (job->key.dataset, NULL, job->key.basis, &job->known);
  ent_timeline_whole_span (job->key.dataset, NULL, job->key.basis, &job->whole);
  job->surface = ent_overview_strip_paint (&job->key, &job->whole);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  run_job (data);
  g_task_return_boolean (task, TRUE);
}

static void
take_picture (EntOverviewStrip *self,
              Job              *job)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, job->key.width, job->key.height);
  cairo_t *cr;

  ent_strip_key_clear (&self->painted);
  ent_strip_key_copy (&self->painted, &job->key);
  self->whole = job->whole;
  self->known = job->known;
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  self->picture = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (self->picture);
  cairo_set_source_surface (cr, job->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  describe (self);
}

static void
job_finished_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);
  GTask *task = G_TASK (result);

  /* A newer one may have been asked for since. */
  if (g_task_get_cancellable (task) != self->job || g_cancellable_is_cancelled (self->job))
    return;
  g_clear_object (&self->job);
  take_picture (self, g_task_get_task_data (task));
}

static void
drop_job (EntOverviewStrip *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  ent_strip_key_clear (&self->asked);
}

/* Has painted what is to be seen now, unless that is there or under way. */
static void
update_picture (EntOverviewStrip *self)
{
  g_auto (EntStripKey) key = { 0 };
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (!get_key (self, &key) || (self->picture != NULL && ent_strip_key_equal (&key, &self->painted)) ||
      (self->job != NULL && ent_strip_key_equal (&key, &self->asked)))
    return;
  drop_job (self);
  job = g_new0 (Job, 1);
  ent_strip_key_copy (&job->key, &key);
  if (ent_dataset_get_n_events (key.dataset) <= MANY_EVENTS)
    {
      run_job (job);
      take_picture (self, job);
      job_free (job);
      return;
    }
  ent_strip_key_copy (&self->asked, &key);
  self->job = g_cancellable_new ();
  task = g_task_new (self, self->job, job_finished_cb, NULL);
  g_task_set_source_tag (task, update_picture);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

static void
append_rect (GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             double         x0,
             double         y0,
             double         x1,
             double         y1)
{
  if (x1 > x0 && y1 > y0)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0)));
}

/* A rounded rectangle with the pen's middle on its edge. */
static void
append_outline (GtkSnapshot   *snapshot,
                double         x,
                double         y,
                double         width,
                double         height,
                double         radius,
                double         pen,
                const GdkRGBA *fill,
                const GdkRGBA *stroke)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - pen / 2), (float) (y - pen / 2), (float) (width + pen),
                                               (float) (height + pen));
  float pens[4] = { (float) pen, (float) pen, (float) pen, (float) pen };
  GdkRGBA strokes[4] = { *stroke, *stroke, *stroke, *stroke };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) MIN (radius + pen / 2, (width + pen) / 2));
  if (fill != NULL)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, fill, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (snapshot, &outline, pens, strokes);
}

static void
snapshot_handle (GtkSnapshot              *snapshot,
                 const EntOverviewRequest *request,
                 const EntTheme           *theme,
                 double                    width)
{
  EntStyle style = ENT_STYLE_SCREEN;
  EntOverviewHandle handle = ent_overview_get_handle (request, &style);
  GdkRGBA veil = ent_palette_to_rgba (ent_overview_get_veil (theme));
  GdkRGBA ink = ent_palette_to_rgba (theme->ink);
  GdkRGBA view = ent_palette_to_rgba (theme->view);

  append_rect (snapshot, &veil, 0, handle.top, handle.window_x0, handle.base);
  append_rect (snapshot, &veil, handle.window_x1, handle.top, width, handle.base);
  append_outline (snapshot, handle.frame_x, handle.frame_y, handle.frame_width, handle.frame_height, handle.radius,
                  1.5 * theme->line_scale, NULL, &ink);
  for (int side = 0; side < 2; side++)
    append_outline (snapshot, handle.grip_x[side] - handle.grip_width / 2, handle.grip_y - handle.grip_height / 2,
                    handle.grip_width, handle.grip_height, handle.radius, 1.2 * theme->line_scale, &view, &ink);
}

static void
ent_overview_strip_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (widget);
  const EntTheme *theme = ent_palette_get_theme ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA ground = ent_palette_to_rgba (theme->window);
  GdkRGBA line = ent_palette_to_rgba (theme->line);
  EntOverviewRequest request;

  update_picture (self);
  append_rect (snapshot, &ground, 0, 0, width, height);
  if (!get_request (self, &request))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) width / (float) self->painted.width,
                      (float) height / (float) self->painted.height);
  gtk_snapshot_append_node (snapshot, self->picture);
  gtk_snapshot_restore (snapshot);
  append_rect (snapshot, &line, 0, 0, width, 1);
  snapshot_handle (snapshot, &request, theme, width);
  ent_overview_strip_append_markers (widget, self->session, snapshot, &request);
}

/* Moving the view */

static void
end_drag (EntOverviewStrip *self)
{
  self->dragging = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
pressed_cb (EntOverviewStrip *self,
            int               n_press,
            double            x,
            double            y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press != 2)
    return;
  end_drag (self);
  if (has_whole (self))
    ent_navigation_fit_all (self->session);
}

static void
drag_began_cb (EntOverviewStrip *self,
               double            x,
               double            y)
{
  EntStyle style = ENT_STYLE_SCREEN;
  EntOverviewHandle handle;

  if (!get_request (self, &self->held))
    return;
  handle = ent_overview_get_handle (&self->held, &style);
  self->part = ent_overview_strip_part_at (&handle, x, y);
  self->from = x;
  self->dragging = TRUE;
  self->moved = FALSE;
  ent_navigation_rest (self->session);
  if (self->part == ENT_STRIP_WINDOW)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
drag_updated_cb (EntOverviewStrip *self,
                 double            dx,
                 double            dy)
{
  EntSpan span;

  if (!self->dragging || (!self->moved && ABS (dx) < CLICK))
    return;
  self->moved = TRUE;
  ent_overview_strip_drag (&self->held, self->part, self->from, self->from + dx, &span);
  ent_navigation_drag_to (self->session, &span);
}

static void
drag_ended_cb (EntOverviewStrip *self,
               double            dx,
               double            dy)
{
  EntSpan span;

  if (!self->dragging)
    return;
  end_drag (self);
  if (self->moved)
    ent_navigation_rest (self->session);
  else if (self->part == ENT_STRIP_GROUND)
    {
      ent_overview_strip_center (&self->held, self->from, &span);
      ent_navigation_fit_span (self->session, &span);
    }
}

static void
drag_cancelled_cb (EntOverviewStrip *self)
{
  if (self->dragging && self->moved)
    ent_navigation_drag_to (self->session, &self->held.window);
  end_drag (self);
}

static void
pointer_moved_cb (EntOverviewStrip *self,
                  double            x,
                  double            y)
{
  static const char *const cursors[] = { NULL, "grab", "ew-resize", "ew-resize" };
  EntStyle style = ENT_STYLE_SCREEN;
  EntOverviewRequest request;
  EntOverviewHandle handle;

  self->pointer = x;
  if (self->dragging || !get_request (self, &request))
    return;
  handle = ent_overview_get_handle (&request, &style);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[ent_overview_strip_part_at (&handle, x, y)]);
}

static gboolean
scrolled_cb (EntOverviewStrip         *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *scroll)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  EntOverviewRequest request;
  EntTimeScale scale;

  if (self->dragging || !get_request (self, &request))
    return FALSE;
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  scale = ent_overview_get_scale (&request);
  if (dy != 0)
    ent_navigation_zoom (self->session, pow (ZOOM_STEP, -dy), ent_time_scale_to_time (&scale, self->pointer));
  if (dx != 0)
    ent_navigation_pan (self->session, PAN_STEP * dx);
  return TRUE;
}

/* Keys */

typedef enum
{
  KEY_PAN,
  KEY_ZOOM,      /* about the middle */
  KEY_MOVE_END,  /* by zooming about the start */
  KEY_START,
  KEY_END,
  KEY_FIT,
} KeyAction;

static gboolean
key_pressed (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (widget);
  EntSpan span;
  const EntSpan *window = &span;
  int action;
  double amount;

  if (self->dragging || !has_whole (self))
    return FALSE;
  /* Where the window goes, not where it is on its way. */
  ent_navigation_get_span (self->session, &span);
  g_variant_get (args, "(id)", &action, &amount);
  switch ((KeyAction) action)
    {
    case KEY_PAN:
      ent_navigation_pan (self->session, amount);
      break;
    case KEY_ZOOM:
      ent_navigation_zoom (self->session, amount, window->start / 2 + window->end / 2);
      break;
    case KEY_MOVE_END:
      ent_navigation_zoom (self->session, amount, window->start);
      break;
    case KEY_START:
      ent_navigation_move_to (self->session, self->whole.start);
      break;
    case KEY_END:
      ent_navigation_move_to (self->session, self->whole.end - (window->end - window->start));
      break;
    case KEY_FIT:
    default:
      ent_navigation_fit_all (self->session);
      break;
    }
  return TRUE;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    KeyAction       action;
    double          amount;
  } keys[] = {
    { GDK_KEY_Left, 0, KEY_PAN, -PAN_STEP },
    { GDK_KEY_KP_Left, 0, KEY_PAN, -PAN_STEP },
    { GDK_KEY_Right, 0, KEY_PAN, PAN_STEP },
    { GDK_KEY_KP_Right, 0, KEY_PAN, PAN_STEP },
    { GDK_KEY_Page_Up, 0, KEY_PAN, -1 },
    { GDK_KEY_Page_Down, 0, KEY_PAN, 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, KEY_MOVE_END, ZOOM_STEP },
    { GDK_KEY_Right, GDK_SHIFT_MASK, KEY_MOVE_END, 1 / ZOOM_STEP },
    { GDK_KEY_plus, 0, KEY_ZOOM, ZOOM_STEP },
    { GDK_KEY_equal, 0, KEY_ZOOM, ZOOM_STEP },
    { GDK_KEY_KP_Add, 0, KEY_ZOOM, ZOOM_STEP },
    { GDK_KEY_minus, 0, KEY_ZOOM, 1 / ZOOM_STEP },
    { GDK_KEY_KP_Subtract, 0, KEY_ZOOM, 1 / ZOOM_STEP },
    { GDK_KEY_Home, 0, KEY_START, 0 },
    { GDK_KEY_KP_Home, 0, KEY_START, 0 },
    { GDK_KEY_End, 0, KEY_END, 0 },
    { GDK_KEY_KP_End, 0, KEY_END, 0 },
    { GDK_KEY_Return, 0, KEY_FIT, 0 },
    { GDK_KEY_KP_Enter, 0, KEY_FIT, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_pressed, "(id)",
                                  (int) keys[i].action, keys[i].amount);
}

/* The object */

static void
view_changed_cb (EntOverviewStrip *self)
{
  ent_span_motion_follow (self->motion, self->session);
  /* It may be of another language or basis as well. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
  describe (self);
}

static void
dataset_changed_cb (EntOverviewStrip *self)
{
  EntSpan span;

  /* There is no way from one dataset to another. */
  if (self->session != NULL && ent_navigation_get_span (self->session, &span))
    ent_span_motion_set (self->motion, &span);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  describe (self);
}

static void
window_moved_cb (gpointer data)
{
  gtk_widget_queue_draw (data);
}

static void
ent_overview_strip_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? 64 : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? 88 : 300;
}

static void
ent_overview_strip_dispose (GObject *object)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);

  drop_job (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->found);
  g_clear_pointer (&self->motion, ent_span_motion_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  ent_strip_key_clear (&self->painted);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_OVERVIEW_STRIP);
  G_OBJECT_CLASS (ent_overview_strip_parent_class)->dispose (object);
}

static void
ent_overview_strip_finalize (GObject *object)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);

  g_free (self->said);
  G_OBJECT_CLASS (ent_overview_strip_parent_class)->finalize (object);
}

static void
ent_overview_strip_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_overview_strip_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ent_overview_strip_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_overview_strip_class_init (EntOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_overview_strip_dispose;
  object_class->finalize = ent_overview_strip_finalize;
  object_class->get_property = ent_overview_strip_get_property;
  object_class->set_property = ent_overview_strip_set_property;
  widget_class->measure = ent_overview_strip_measure;
  widget_class->snapshot = ent_overview_strip_snapshot;

  /**
   * EntOverviewStrip:session:
   *
   * Whose dataset is shown, and whose view is moved.
   */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-overview-strip.ui");
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_began_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_updated_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
}

static void
ent_overview_strip_init (EntOverviewStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->motion = ent_span_motion_new (GTK_WIDGET (self), window_moved_cb, self);
  self->signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::view", G_CALLBACK (view_changed_cb), self);
  self->found = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->found, "notify::filter", G_CALLBACK (gtk_widget_queue_draw), self);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/** ent_overview_strip_get_session: (skip): what it shows */
EntSession *
ent_overview_strip_get_session (EntOverviewStrip *self)
{
  g_return_val_if_fail (ENT_IS_OVERVIEW_STRIP (self), NULL);

  return self->session;
}

/**
 * ent_overview_strip_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_overview_strip_set_session (EntOverviewStrip *self,
                                EntSession       *session)
{
  g_return_if_fail (ENT_IS_OVERVIEW_STRIP (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->found, session != NULL ? ent_session_get_results (session) : NULL);
  ent_overview_strip_follow_markers (GTK_WIDGET (self), session);
  dataset_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
