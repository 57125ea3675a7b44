/* ent-panes.c: the picture, and beside or before it filters and details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Measures in CSS pixels and milliseconds. */
#define BOTH_FROM 1200
#define DURATION 200

/* How much of the height a sheet takes when it was pulled up. */
#define FULL 0.92

/* How far the handle may move in a click. */
#define CLICK_DISTANCE 6

/* One of the panes. */
typedef struct
{
  EntPanes     *panes;
  GtkWidget    *child;      /* (nullable): in the pane */
  GtkWidget    *pane;       /* (owned) */
  GtkWidget    *handle;     /* in the pane */
  AdwAnimation *animation;  /* (owned): of `opened` or `pulled` */
  double        opened;     /* 0 shut … 1 open */
  double        pulled;     /* height of the sheet, as a part of ours */
  gboolean      pulling;    /* the animation is of `pulled` */
  gboolean      dragged;    /* by more than a click may move */
  gboolean      folded;     /* it is a sheet */
  gboolean      pane_open;
  gboolean      sheet_open;
} Side;

/**
 * EntPanes:
 *
 * The main child, and two others: in a wide window the filters stand before it and the details behind it, in a
 * narrow one each is a sheet that comes up from below, as high as it is pulled by its handle. Each can be shut. A
 * sheet is open or shut for itself: what is well in a wide window is in the way in a narrow one, where there is only
 * one sheet at a time. A window in between has room for one pane: the one that was opened last; the other comes back
 * when there is room again.
 *
 * # CSS nodes
 *
 * `panes`, with two nodes `pane` around filters and details, with the classes `.filters` and `.details`; these have
 * the class `.sheet` in narrow windows, and in each is a button `.handle`.
 */
struct _EntPanes
{
  GtkWidget  parent_instance;
  GtkWidget *main;                    /* (owned) (nullable) */
  Side       sides[ENT_N_PANE_SIDES];
  EntPaneSide last;                   /* which was opened last */
  gboolean   tight;                   /* there is room for one pane only */
  guint      visible_idle;
};

/* What the two are like; all but the first is in CSS pixels or parts of the height. */
static const struct
{
  const char *style_class;
  int         folded_below;
  int         width;
  double      peek; /* how high the sheet is at first */
} kinds[ENT_N_PANE_SIDES] = {
  [ENT_PANE_FILTERS] = { "filters", 700, 272, 0.62 },
  [ENT_PANE_DETAILS] = { "details", 1000, 336, 0.36 },
};

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_FILTERS, /* in the order of EntPaneSide */
  PROP_DETAILS,
  PROP_FILTERS_OPEN,
  PROP_DETAILS_OPEN,
  PROP_FILTERS_FOLDED,
  PROP_DETAILS_FOLDED,
  PROP_FILTERS_PANE_OPEN,
  PROP_DETAILS_PANE_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntPanes, ent_panes, GTK_TYPE_WIDGET)

static void
notify (EntPanes *self,
        int       first,
        int       side)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[first + side]);
}

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

  /* The panes take what they get: beside it when there is room, else before it. */
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

static gboolean
is_open (EntPanes *self,
         int       side)
{
  const Side *own = &self->sides[side];
  const Side *other = &self->sides[!side];

  if (own->folded)
    return own->sheet_open;
  return own->pane_open && !(self->tight && other->pane_open && (int) self->last != side);
}

/* What is shut is not to be read out. */
static gboolean
update_visible_cb (gpointer user_data)
{
  EntPanes *self = user_data;

  self->visible_idle = 0;
  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    gtk_widget_set_visible (self->sides[side].pane, self->sides[side].opened > 0 || is_open (self, side));
  return G_SOURCE_REMOVE;
}

/* Not at once: this may be in the midst of placing widgets. */
static void
queue_update_visible (EntPanes *self)
{
  if (self->visible_idle == 0)
    self->visible_idle = g_idle_add_full (GDK_PRIORITY_EVENTS, update_visible_cb, self, NULL);
}

/* Puts it where it belongs, without a movement. */
static void
settle (EntPanes *self,
        int       side)
{
  Side *own = &self->sides[side];

  adw_animation_pause (own->animation);
  own->opened = is_open (self, side) ? 1 : 0;
  own->pulled = kinds[side].peek;
  queue_update_visible (self);
}

/* Takes note of how wide the window is. */
static void
adapt (EntPanes *self,
       int       width)
{
  gboolean tight = width < BOTH_FROM && width >= kinds[ENT_PANE_DETAILS].folded_below;
  gboolean changed[ENT_N_PANE_SIDES] = { FALSE, FALSE };

  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    {
      gboolean folded = width < kinds[side].folded_below;

      changed[side] = folded != self->sides[side].folded;
      self->sides[side].folded = folded;
    }
  if (tight == self->tight && !changed[0] && !changed[1])
    return;
  self->tight = tight;
  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    {
      Side *own = &self->sides[side];

      settle (self, side);
      gtk_widget_set_visible (own->handle, own->folded);
      if (own->folded)
        gtk_widget_add_css_class (own->pane, "sheet");
      else
        gtk_widget_remove_css_class (own->pane, "sheet");
      if (changed[side])
        notify (self, PROP_FILTERS_FOLDED, side);
      notify (self, PROP_FILTERS_OPEN, side);
    }
}

static void
ent_panes_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  EntPanes *self = ENT_PANES (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int beside[ENT_N_PANE_SIDES] = { 0, 0 };
  int below = 0;
  int main_width;
  int main_x;

  adapt (self, width);
  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    {
      Side *own = &self->sides[side];

      gtk_widget_set_child_visible (own->pane, own->opened > 0);
      if (!own->folded)
        beside[side] = (int) round (own->opened * kinds[side].width);
      else
        below = MAX (below, (int) round (own->opened * MIN (own->pulled, kinds[ENT_PANE_DETAILS].peek) * height));
    }
  main_width = width - beside[ENT_PANE_FILTERS] - beside[ENT_PANE_DETAILS];
  main_x = beside[rtl ? ENT_PANE_DETAILS : ENT_PANE_FILTERS];
  if (self->main != NULL)
    place (self->main, main_x, 0, main_width, height - below);
  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    {
      Side *own = &self->sides[side];
      gboolean left = (side == ENT_PANE_FILTERS) != rtl;

      if (own->opened > 0 && own->folded)
        {
          int sheet = (int) round (own->pulled * height);

          place (own->pane, main_x, height - (int) round (own->opened * sheet), main_width, sheet);
        }
      else if (own->opened > 0)
        place (own->pane, left ? beside[side] - kinds[side].width : width - beside[side], 0, kinds[side].width, height);
    }
}

static void
animated_cb (double  value,
             Side   *side)
{
  if (side->pulling)
    side->pulled = value;
  else
    side->opened = value;
  gtk_widget_queue_allocate (GTK_WIDGET (side->panes));
}

static void
animate (Side     *side,
         gboolean  pulling,
         double    to)
{
  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (side->animation);

  adw_animation_pause (side->animation);
  side->pulling = pulling;
  if (!pulling && to > 0)
    gtk_widget_set_visible (side->pane, TRUE);
  adw_timed_animation_set_value_from (animation, pulling ? side->pulled : side->opened);
  adw_timed_animation_set_value_to (animation, to);
  adw_animation_play (side->animation);
}

static double
get_peek (const Side *side)
{
  return kinds[side - side->panes->sides].peek;
}

/* The handle: a click opens the sheet further or back; a drag pulls it, and lets it
 * go on to the nearest of shut, as at first, and full. */
static void
handle_clicked_cb (Side *side)
{
  animate (side, TRUE, side->pulled < (get_peek (side) + FULL) / 2 ? FULL : get_peek (side));
}

static void
drag_begun_cb (Side *side)
{
  side->dragged = FALSE;
}

static void
drag_moved_cb (Side           *side,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GtkWidget *panes = GTK_WIDGET (side->panes);
  double height = gtk_widget_get_height (panes);
  graphene_point_t point;
  double start_x;
  double start_y;

  if (height <= 0 || !side->folded || (!side->dragged && fabs (y) <= CLICK_DISTANCE))
    return;
  if (!side->dragged)
    {
      side->dragged = TRUE;
      adw_animation_pause (side->animation);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  /* The handle moves with the sheet, hence so does what the offset is measured from. */
  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  if (!gtk_widget_compute_point (side->handle, panes, &GRAPHENE_POINT_INIT ((float) start_x, (float) (start_y + y)),
                                 &point))
    return;
  side->pulled = CLAMP ((height - point.y + start_y) / height, 0.02, FULL);
  gtk_widget_queue_allocate (panes);
}

static void
drag_ended_cb (Side   *side,
               double  x,
               double  y)
{
  double peek = get_peek (side);

  if (!side->folded || !side->dragged)
    return;
  if (side->pulled < peek * 0.6)
    {
      side->opened *= side->pulled / peek;
      side->pulled = peek;
      ent_panes_set_open (side->panes, (EntPaneSide) (side - side->panes->sides), FALSE);
    }
  else
    animate (side, TRUE, side->pulled > (peek + FULL) / 2 ? FULL : peek);
}

static void
ent_panes_dispose (GObject *object)
{
  EntPanes *self = ENT_PANES (object);

  g_clear_handle_id (&self->visible_idle, g_source_remove);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  for (int side = 0; side < ENT_N_PANE_SIDES; side++)
    {
      Side *own = &self->sides[side];

      if (own->animation != NULL)
        adw_animation_pause (own->animation);
      g_clear_object (&own->animation);
      g_clear_pointer (&own->pane, gtk_widget_unparent);
      own->child = NULL;
      own->handle = NULL;
    }
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
    case PROP_FILTERS:
    case PROP_DETAILS:
      g_value_set_object (value, self->sides[property_id - PROP_FILTERS].child);
      break;
    case PROP_FILTERS_OPEN:
    case PROP_DETAILS_OPEN:
      g_value_set_boolean (value, is_open (self, (int) property_id - PROP_FILTERS_OPEN));
      break;
    case PROP_FILTERS_FOLDED:
    case PROP_DETAILS_FOLDED:
      g_value_set_boolean (value, self->sides[property_id - PROP_FILTERS_FOLDED].folded);
      break;
    case PROP_FILTERS_PANE_OPEN:
    case PROP_DETAILS_PANE_OPEN:
      g_value_set_boolean (value, self->sides[property_id - PROP_FILTERS_PANE_OPEN].pane_open);
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
    case PROP_FILTERS:
    case PROP_DETAILS:
      ent_panes_set_pane (self, property_id - PROP_FILTERS, g_value_get_object (value));
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
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->dispose = ent_panes_dispose;
  object_class->get_property = ent_panes_get_property;
  object_class->set_property = ent_panes_set_property;
  widget_class->measure = ent_panes_measure;
  widget_class->size_allocate = ent_panes_size_allocate;

  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_FILTERS] = g_param_spec_object ("filters", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET, writable);
  /** EntPanes:filters-open: whether the filters are shown */
  properties[PROP_FILTERS_OPEN] = g_param_spec_boolean ("filters-open", NULL, NULL, FALSE, readable);
  /** EntPanes:details-open: whether the details are shown */
  properties[PROP_DETAILS_OPEN] = g_param_spec_boolean ("details-open", NULL, NULL, TRUE, readable);
  /** EntPanes:filters-folded: whether the filters are a sheet */
  properties[PROP_FILTERS_FOLDED] = g_param_spec_boolean ("filters-folded", NULL, NULL, FALSE, readable);
  /** EntPanes:details-folded: whether the details are a sheet */
  properties[PROP_DETAILS_FOLDED] = g_param_spec_boolean ("details-folded", NULL, NULL, FALSE, readable);
  /** EntPanes:filters-pane-open: whether the filters are shown where there is room for them */
  properties[PROP_FILTERS_PANE_OPEN] = g_param_spec_boolean ("filters-pane-open", NULL, NULL, FALSE, readable);
  /** EntPanes:details-pane-open: whether the details are shown where there is room for them */
  properties[PROP_DETAILS_PANE_OPEN] = g_param_spec_boolean ("details-pane-open", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
init_side (EntPanes   *self,
           int         side,
           const char *handle_name)
{
  Side *own = &self->sides[side];
  GtkWidget *grip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkGesture *drag = gtk_gesture_drag_new ();

  own->panes = self;
  own->pulled = kinds[side].peek;
  own->pane = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "css-name", "pane", NULL);
  gtk_widget_add_css_class (own->pane, kinds[side].style_class);
  gtk_widget_set_overflow (own->pane, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (own->pane, GTK_WIDGET (self));

  gtk_widget_add_css_class (grip, "grip");
  gtk_widget_set_halign (grip, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (grip, GTK_ALIGN_CENTER);
  own->handle = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (own->handle), grip);
  gtk_widget_add_css_class (own->handle, "handle");
  gtk_widget_add_css_class (own->handle, "flat");
  gtk_widget_set_visible (own->handle, FALSE);
  gtk_widget_set_tooltip_text (own->handle, handle_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (own->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, handle_name, -1);
  g_signal_connect_swapped (own->handle, "clicked", G_CALLBACK (handle_clicked_cb), own);
  gtk_box_append (GTK_BOX (own->pane), own->handle);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), own);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), own);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), own);
  gtk_widget_add_controller (own->handle, GTK_EVENT_CONTROLLER (drag));

  own->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                            adw_callback_animation_target_new ((AdwAnimationTargetFunc) animated_cb,
                                                                               own, NULL));
  g_signal_connect_swapped (own->animation, "done", G_CALLBACK (queue_update_visible), self);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (own->animation), ADW_EASE_OUT_CUBIC);
}

static void
ent_panes_init (EntPanes *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  init_side (self, ENT_PANE_FILTERS, _("More or Less of the Filters"));
  init_side (self, ENT_PANE_DETAILS, _("More or Less of the Details"));
  self->last = ENT_PANE_DETAILS;
  self->sides[ENT_PANE_DETAILS].pane_open = TRUE;
  self->sides[ENT_PANE_DETAILS].opened = 1;
  gtk_widget_set_visible (self->sides[ENT_PANE_FILTERS].pane, FALSE);
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
  /* First, so that it is drawn below. */
  if (widget != NULL)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAIN]);
}

/**
 * ent_panes_set_pane:
 * @self: the panes
 * @side: which of them
 * @widget: (nullable): what is in it
 */
void
ent_panes_set_pane (EntPanes    *self,
                    EntPaneSide  side,
                    GtkWidget   *widget)
{
  Side *own;

  g_return_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES);

  own = &self->sides[side];
  if (widget == own->child)
    return;
  if (own->child != NULL)
    gtk_box_remove (GTK_BOX (own->pane), own->child);
  own->child = widget;
  if (widget != NULL)
    {
      gtk_widget_set_vexpand (widget, TRUE);
      gtk_box_append (GTK_BOX (own->pane), widget);
    }
  notify (self, PROP_FILTERS, (int) side);
}

/** ent_panes_get_pane: (skip): (transfer none) (nullable): what is in a pane */
GtkWidget *
ent_panes_get_pane (EntPanes    *self,
                    EntPaneSide  side)
{
  g_return_val_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES, NULL);

  return self->sides[side].child;
}

/** ent_panes_get_open: (skip): whether a pane is shown */
gboolean
ent_panes_get_open (EntPanes    *self,
                    EntPaneSide  side)
{
  g_return_val_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES, FALSE);

  return is_open (self, (int) side);
}

/**
 * ent_panes_set_open:
 * @self: the panes
 * @side: which of them
 * @open: whether it is shown
 *
 * Moves it in or out; where there is room for one only, the other moves out or in.
 */
void
ent_panes_set_open (EntPanes    *self,
                    EntPaneSide  side,
                    gboolean     open)
{
  Side *own;
  Side *other;
  gboolean was_open[ENT_N_PANE_SIDES];

  g_return_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES);

  open = !!open;
  if (open == is_open (self, (int) side))
    return;
  own = &self->sides[side];
  other = &self->sides[!side];
  for (int i = 0; i < ENT_N_PANE_SIDES; i++)
    was_open[i] = is_open (self, i);
  if (own->folded)
    own->sheet_open = open;
  else
    own->pane_open = open;
  if (open)
    {
      self->last = side;
      own->pulled = kinds[side].peek;
      if (own->folded && other->folded)
        other->sheet_open = FALSE;
    }
  for (int i = 0; i < ENT_N_PANE_SIDES; i++)
    if (was_open[i] != is_open (self, i))
      {
        animate (&self->sides[i], FALSE, is_open (self, i) ? 1 : 0);
        notify (self, PROP_FILTERS_OPEN, i);
      }
  if (!own->folded)
    notify (self, PROP_FILTERS_PANE_OPEN, (int) side);
}

/** ent_panes_get_folded: (skip): whether a pane is a sheet */
gboolean
ent_panes_get_folded (EntPanes    *self,
                      EntPaneSide  side)
{
  g_return_val_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES, FALSE);

  return self->sides[side].folded;
}

/** ent_panes_get_pane_open: (skip): whether a pane is shown where there is room for it */
gboolean
ent_panes_get_pane_open (EntPanes    *self,
                         EntPaneSide  side)
{
  g_return_val_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES, FALSE);

  return self->sides[side].pane_open;
}

/**
 * ent_panes_set_pane_open:
 * @self: the panes
 * @side: which of them
 * @open: whether it is shown where there is room for it
 *
 * Sets it without a movement, as when a window opens.
 */
void
ent_panes_set_pane_open (EntPanes    *self,
                         EntPaneSide  side,
                         gboolean     open)
{
  g_return_if_fail (ENT_IS_PANES (self) && side < ENT_N_PANE_SIDES);

  open = !!open;
  if (open == self->sides[side].pane_open)
    return;
  self->sides[side].pane_open = open;
  for (int i = 0; i < ENT_N_PANE_SIDES; i++)
    if (!self->sides[i].folded)
      {
        settle (self, i);
        notify (self, PROP_FILTERS_OPEN, i);
      }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  notify (self, PROP_FILTERS_PANE_OPEN, (int) side);
}
