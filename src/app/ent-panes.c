/* ent-panes.c: the picture, and beside or before it the details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Measures in CSS pixels and milliseconds. */
#define FOLDED_BELOW 1000
#define DETAILS_WIDTH 336
#define DURATION 200

/* How much of the height a sheet takes at first, and when it was pulled up. */
#define PEEK 0.36
#define FULL 0.92

/* How far the handle may move in a click. */
#define CLICK_DISTANCE 6

/**
 * EntPanes:
 *
 * Two children: in a wide window the details stand beside the main child, in a narrow one they are a
 * sheet that comes up from below, as high as it is pulled by its handle. Either can be shut. The sheet is
 * open or shut for itself: what is well in a wide window is in the way in a narrow one.
 *
 * # CSS nodes
 *
 * `panes`, with a node `pane` around the details; this has the class `.sheet` in narrow windows, and
 * in it is the button `.handle`.
 */
struct _EntPanes
{
  GtkWidget     parent_instance;
  GtkWidget    *main;      /* (owned) (nullable) */
  GtkWidget    *details;   /* (nullable): in the pane */
  GtkWidget    *pane;      /* (owned) */
  GtkWidget    *handle;    /* in the pane */
  AdwAnimation *animation; /* (owned): of `opened` or `pulled` */
  double        opened;    /* 0 shut … 1 open */
  double        pulled;    /* height of the sheet, as a part of ours */
  gboolean      pulling;   /* the animation is of `pulled` */
  gboolean      dragged;   /* by more than a click may move */
  gboolean      folded;    /* the details are a sheet */
  gboolean      pane_open;
  gboolean      sheet_open;
};

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_DETAILS,
  PROP_OPEN,
  PROP_FOLDED,
  PROP_PANE_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntPanes, ent_panes, GTK_TYPE_WIDGET)

static void
ent_panes_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  EntPanes *self = ENT_PANES (widget);

  /* The details take what they get: beside it when there is room, else before it. */
  if (self->main != NULL)
    gtk_widget_measure (self->main, orientation, -1, minimum, natural, NULL, NULL);
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least), -1, transform);
}

static void
set_folded (EntPanes *self,
            gboolean  folded)
{
  if (folded == self->folded)
    return;
  self->folded = folded;
  adw_animation_skip (self->animation);
  self->pulled = PEEK;
  self->opened = ent_panes_get_open (self) ? 1 : 0;
  gtk_widget_set_visible (self->handle, folded);
  if (folded)
    gtk_widget_add_css_class (self->pane, "sheet");
  else
    gtk_widget_remove_css_class (self->pane, "sheet");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
ent_panes_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  EntPanes *self = ENT_PANES (widget);
  int shown;

  set_folded (self, width < FOLDED_BELOW);
  gtk_widget_set_child_visible (self->pane, self->opened > 0);
  if (self->folded)
    {
      int sheet = (int) round (self->pulled * height);

      shown = (int) round (self->opened * sheet);
      if (self->main != NULL)
        place (self->main, 0, 0, width, height - MIN (shown, (int) round (PEEK * height)));
      if (self->opened > 0)
        place (self->pane, 0, height - shown, width, sheet);
      return;
    }
  shown = (int) round (self->opened * DETAILS_WIDTH);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      if (self->main != NULL)
        place (self->main, shown, 0, width - shown, height);
      if (self->opened > 0)
        place (self->pane, shown - DETAILS_WIDTH, 0, DETAILS_WIDTH, height);
      return;
    }
  if (self->main != NULL)
    place (self->main, 0, 0, width - shown, height);
  if (self->opened > 0)
    place (self->pane, width - shown, 0, DETAILS_WIDTH, height);
}

static void
animated_cb (double   value,
             EntPanes *self)
{
  if (self->pulling)
    self->pulled = value;
  else
    self->opened = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
animate (EntPanes *self,
         gboolean  pulling,
         double    to)
{
  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (self->animation);

  adw_animation_pause (self->animation);
  self->pulling = pulling;
  adw_timed_animation_set_value_from (animation, pulling ? self->pulled : self->opened);
  adw_timed_animation_set_value_to (animation, to);
  adw_animation_play (self->animation);
}

/* The handle: a click opens the sheet further or back; a drag pulls it, and lets it
 * go on to the nearest of shut, as at first, and full. */
static void
handle_clicked_cb (EntPanes *self)
{
  animate (self, TRUE, self->pulled < (PEEK + FULL) / 2 ? FULL : PEEK);
}

static void
drag_begun_cb (EntPanes *self)
{
  self->dragged = FALSE;
}

static void
drag_moved_cb (EntPanes       *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_point_t point;
  double start_x;
  double start_y;

  if (height <= 0 || !self->folded || (!self->dragged && fabs (y) <= CLICK_DISTANCE))
    return;
  if (!self->dragged)
    {
      self->dragged = TRUE;
      adw_animation_pause (self->animation);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  /* The handle moves with the sheet, hence so does what the offset is measured from. */
  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) start_x, (float) (start_y + y)), &point))
    return;
  self->pulled = CLAMP ((height - point.y + start_y) / height, 0.02, FULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_ended_cb (EntPanes *self,
               double    x,
               double    y)
{
  if (!self->folded || !self->dragged)
    return;
  if (self->pulled < PEEK * 0.6)
    {
      self->opened *= self->pulled / PEEK;
      self->pulled = PEEK;
      ent_panes_set_open (self, FALSE);
    }
  else
    animate (self, TRUE, self->pulled > (PEEK + FULL) / 2 ? FULL : PEEK);
}

static void
ent_panes_dispose (GObject *object)
{
  EntPanes *self = ENT_PANES (object);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  self->details = NULL;
  self->handle = NULL;
  G_OBJECT_CLASS (ent_panes_parent_class)->dispose (object);
}

static void
ent_panes_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  EntPanes *self = ENT_PANES (object);

  switch (property_id)
    {
    case PROP_MAIN:
      g_value_set_object (value, self->main);
      break;
    case PROP_DETAILS:
      g_value_set_object (value, self->details);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, ent_panes_get_open (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_PANE_OPEN:
      g_value_set_boolean (value, self->pane_open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_panes_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  EntPanes *self = ENT_PANES (object);

  switch (property_id)
    {
    case PROP_MAIN:
      ent_panes_set_main (self, g_value_get_object (value));
      break;
    case PROP_DETAILS:
      ent_panes_set_details (self, g_value_get_object (value));
      break;
    case PROP_OPEN:
      ent_panes_set_open (self, g_value_get_boolean (value));
      break;
    case PROP_PANE_OPEN:
      ent_panes_set_pane_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_panes_class_init (EntPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ent_panes_dispose;
  object_class->get_property = ent_panes_get_property;
  object_class->set_property = ent_panes_set_property;
  widget_class->measure = ent_panes_measure;
  widget_class->size_allocate = ent_panes_size_allocate;

  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET, writable);
  /** EntPanes:open: whether the details are shown */
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, writable);
  /** EntPanes:folded: whether the details are a sheet */
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /** EntPanes:pane-open: whether the details are shown where there is room for them */
  properties[PROP_PANE_OPEN] = g_param_spec_boolean ("pane-open", NULL, NULL, TRUE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
ent_panes_init (EntPanes *self)
{
  GtkWidget *grip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->pane_open = TRUE;
  self->opened = 1;
  self->pulled = PEEK;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->pane = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "css-name", "pane", NULL);
  gtk_widget_set_overflow (self->pane, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));

  gtk_widget_add_css_class (grip, "grip");
  gtk_widget_set_halign (grip, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (grip, GTK_ALIGN_CENTER);
  self->handle = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->handle), grip);
  gtk_widget_add_css_class (self->handle, "handle");
  gtk_widget_add_css_class (self->handle, "flat");
  gtk_widget_set_visible (self->handle, FALSE);
  gtk_widget_set_tooltip_text (self->handle, _("More or Less of the Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More or Less of the Details"), -1);
  g_signal_connect_swapped (self->handle, "clicked", G_CALLBACK (handle_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->pane), self->handle);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                             adw_callback_animation_target_new ((AdwAnimationTargetFunc) animated_cb,
                                                                                self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
}

/**
 * ent_panes_set_main:
 * @self: the panes
 * @widget: (nullable): what is always shown
 */
void
ent_panes_set_main (EntPanes  *self,
                    GtkWidget *widget)
{
  g_return_if_fail (ENT_IS_PANES (self));

  if (widget == self->main)
    return;
  g_clear_pointer (&self->main, gtk_widget_unparent);
  self->main = widget;
  /* First, so that it is drawn below and Tab comes to it first. */
  if (widget != NULL)
    gtk_widget_insert_before (widget, GTK_WIDGET (self), self->pane);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAIN]);
}

/**
 * ent_panes_set_details:
 * @self: the panes
 * @widget: (nullable): what is shown beside or before it
 */
void
ent_panes_set_details (EntPanes  *self,
                       GtkWidget *widget)
{
  g_return_if_fail (ENT_IS_PANES (self));

  if (widget == self->details)
    return;
  if (self->details != NULL)
    gtk_box_remove (GTK_BOX (self->pane), self->details);
  self->details = widget;
  if (widget != NULL)
    {
      gtk_widget_set_vexpand (widget, TRUE);
      gtk_box_append (GTK_BOX (self->pane), widget);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

/** ent_panes_get_open: (skip): whether the details are shown */
gboolean
ent_panes_get_open (EntPanes *self)
{
  g_return_val_if_fail (ENT_IS_PANES (self), FALSE);

  return self->folded ? self->sheet_open : self->pane_open;
}

/**
 * ent_panes_set_open:
 * @self: the panes
 * @open: whether the details are shown
 *
 * Moves the details in or out.
 */
void
ent_panes_set_open (EntPanes *self,
                    gboolean  open)
{
  g_return_if_fail (ENT_IS_PANES (self));

  open = !!open;
  if (open == ent_panes_get_open (self))
    return;
  if (self->folded)
    self->sheet_open = open;
  else
    self->pane_open = open;
  if (open)
    self->pulled = PEEK;
  animate (self, FALSE, open ? 1 : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  if (!self->folded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_OPEN]);
}

/** ent_panes_get_folded: (skip): whether the details are a sheet */
gboolean
ent_panes_get_folded (EntPanes *self)
{
  g_return_val_if_fail (ENT_IS_PANES (self), FALSE);

  return self->folded;
}

/** ent_panes_get_pane_open: (skip): whether the details are shown where there is room for them */
gboolean
ent_panes_get_pane_open (EntPanes *self)
{
  g_return_val_if_fail (ENT_IS_PANES (self), FALSE);

  return self->pane_open;
}

/**
 * ent_panes_set_pane_open:
 * @self: the panes
 * @open: whether the details are shown where there is room for them
 *
 * Sets it without a movement, as when a window opens.
 */
void
ent_panes_set_pane_open (EntPanes *self,
                         gboolean  open)
{
  g_return_if_fail (ENT_IS_PANES (self));

  open = !!open;
  if (open == self->pane_open)
    return;
  self->pane_open = open;
  if (!self->folded)
    {
      adw_animation_pause (self->animation);
      self->opened = open ? 1 : 0;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_OPEN]);
}
