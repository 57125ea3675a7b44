/* ent-event-list.c: the events as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list.h"

/**
 * EntEventList:
 *
 * The events of a session in a sortable table: the full equivalent of the picture.
 *
 * # CSS nodes
 *
 * One node, `eventlist`.
 */
struct _EntEventList
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

G_DEFINE_FINAL_TYPE (EntEventList, ent_event_list, GTK_TYPE_WIDGET)

static void
ent_event_list_dispose (GObject *object)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_event_list_parent_class)->dispose (object);
}

static void
ent_event_list_get_property (GObject    *object,
                  guint       property_id,
                  GValue     *value,
                  GParamSpec *pspec)
{
  EntEventList *self = ENT_EVENT_LIST (object);

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
ent_event_list_set_property (GObject      *object,
                  guint         property_id,
                  const GValue *value,
                  GParamSpec   *pspec)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ent_event_list_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_event_list_class_init (EntEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_event_list_dispose;
  object_class->get_property = ent_event_list_get_property;
  object_class->set_property = ent_event_list_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
}

static void
ent_event_list_init (EntEventList *self)
{
}

/** ent_event_list_get_session: (skip): what it shows */
EntSession *
ent_event_list_get_session (EntEventList *self)
{
  g_return_val_if_fail (ENT_IS_EVENT_LIST (self), NULL);

  return self->session;
}

/**
 * ent_event_list_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_event_list_set_session (EntEventList *self,
                            EntSession *session)
{
  g_return_if_fail (ENT_IS_EVENT_LIST (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
