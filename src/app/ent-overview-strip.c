/* ent-overview-strip.c: the whole of a dataset, and the window on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip.h"

/**
 * EntOverviewStrip:
 *
 * The whole of a session's dataset in one strip, with what is in view as a handle.
 *
 * # CSS nodes
 *
 * One node, `overview`.
 */
struct _EntOverviewStrip
{
  GtkWidget   parent_instance;
  EntSession *session; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntOverviewStrip, ent_overview_strip, GTK_TYPE_WIDGET)

static void
ent_overview_strip_dispose (GObject *object)
{
  EntOverviewStrip *self = ENT_OVERVIEW_STRIP (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_overview_strip_parent_class)->dispose (object);
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
  object_class->get_property = ent_overview_strip_get_property;
  object_class->set_property = ent_overview_strip_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "overview");
}

static void
ent_overview_strip_init (EntOverviewStrip *self)
{
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
                                EntSession *session)
{
  g_return_if_fail (ENT_IS_OVERVIEW_STRIP (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
