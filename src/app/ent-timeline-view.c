/* ent-timeline-view.c: the timeline, alive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-view.h"

/**
 * EntTimelineView:
 *
 * The timeline of a session: pan, zoom, hover, select and walk with pointer, touch and keys.
 * It shows what the session says and changes nothing but the session.
 *
 * # CSS nodes
 *
 * One node, `timeline`.
 */
struct _EntTimelineView
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

G_DEFINE_FINAL_TYPE (EntTimelineView, ent_timeline_view, GTK_TYPE_WIDGET)

static void
ent_timeline_view_dispose (GObject *object)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_timeline_view_parent_class)->dispose (object);
}

static void
ent_timeline_view_get_property (GObject    *object,
                  guint       property_id,
                  GValue     *value,
                  GParamSpec *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

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
ent_timeline_view_set_property (GObject      *object,
                  guint         property_id,
                  const GValue *value,
                  GParamSpec   *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ent_timeline_view_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_timeline_view_class_init (EntTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_timeline_view_dispose;
  object_class->get_property = ent_timeline_view_get_property;
  object_class->set_property = ent_timeline_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "timeline");
}

static void
ent_timeline_view_init (EntTimelineView *self)
{
}

/** ent_timeline_view_get_session: (skip): what it shows */
EntSession *
ent_timeline_view_get_session (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

/**
 * ent_timeline_view_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_timeline_view_set_session (EntTimelineView *self,
                               EntSession *session)
{
  g_return_if_fail (ENT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
