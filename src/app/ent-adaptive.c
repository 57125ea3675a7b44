/* ent-adaptive.c: a window's content, from a phone's width on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-adaptive.h"

/* The smallest window, and below which size it is narrow or low; in CSS pixels. */
#define LEAST_WIDTH 360
#define LEAST_HEIGHT 294
#define NARROW 600
#define LOW 440

/**
 * EntAdaptive:
 *
 * Holds the content of a window, asks for no more than a phone has, and says whether the window is
 * narrow or low before the content is measured. Whoever listens can then leave out what does not fit:
 * the content itself could never say that it needs less.
 */
struct _EntAdaptive
{
  GtkWidget  parent_instance;
  GtkWidget *child; /* (owned) (nullable) */
  gboolean   narrow;
  gboolean   low;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_NARROW,
  PROP_LOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntAdaptive, ent_adaptive, GTK_TYPE_WIDGET)

static void
ent_adaptive_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
ent_adaptive_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  EntAdaptive *self = ENT_ADAPTIVE (widget);
  gboolean narrow = width < NARROW;
  gboolean low = height < LOW;
  int least_width;
  int least_height;

  /* Here and not later: what follows is measured and placed in the same pass. */
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  if (low != self->low)
    {
      self->low = low;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOW]);
    }
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), -1, NULL);
}

static void
ent_adaptive_dispose (GObject *object)
{
  EntAdaptive *self = ENT_ADAPTIVE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_adaptive_parent_class)->dispose (object);
}

static void
ent_adaptive_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EntAdaptive *self = ENT_ADAPTIVE (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_LOW:
      g_value_set_boolean (value, self->low);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_adaptive_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  EntAdaptive *self = ENT_ADAPTIVE (object);

  switch (property_id)
    {
    case PROP_CHILD:
      ent_adaptive_set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_adaptive_class_init (EntAdaptiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_adaptive_dispose;
  object_class->get_property = ent_adaptive_get_property;
  object_class->set_property = ent_adaptive_set_property;
  widget_class->measure = ent_adaptive_measure;
  widget_class->size_allocate = ent_adaptive_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  /** EntAdaptive:narrow: whether there is no room for two panes, nor for all buttons */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /** EntAdaptive:low: whether there is no room for what is not the picture itself */
  properties[PROP_LOW] = g_param_spec_boolean ("low", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_adaptive_init (EntAdaptive *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** ent_adaptive_get_child: (skip): (transfer none) (nullable): the content */
GtkWidget *
ent_adaptive_get_child (EntAdaptive *self)
{
  g_return_val_if_fail (ENT_IS_ADAPTIVE (self), NULL);

  return self->child;
}

/**
 * ent_adaptive_set_child:
 * @self: the widget
 * @child: (nullable): its content from now on
 */
void
ent_adaptive_set_child (EntAdaptive *self,
                        GtkWidget   *child)
{
  g_return_if_fail (ENT_IS_ADAPTIVE (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (child == self->child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/** ent_adaptive_get_narrow: (skip): whether there is no room for two panes, nor for all buttons */
gboolean
ent_adaptive_get_narrow (EntAdaptive *self)
{
  g_return_val_if_fail (ENT_IS_ADAPTIVE (self), FALSE);

  return self->narrow;
}

/** ent_adaptive_get_low: (skip): whether there is no room for what is not the picture itself */
gboolean
ent_adaptive_get_low (EntAdaptive *self)
{
  g_return_val_if_fail (ENT_IS_ADAPTIVE (self), FALSE);

  return self->low;
}
