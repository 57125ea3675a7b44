/* ent-window.c: a window on a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-window.h"

#include "ent-details-pane.h"
#include "ent-event-list.h"
#include "ent-format.h"
#include "ent-overview-strip.h"
#include "ent-timeline-view.h"

#define BUNDLED "/io/github/entente/Entente/timelines/us-china-cyber.entente.json"

/**
 * EntWindow:
 *
 * A window on a timeline: what is open, the picture or the list of it, and the details.
 */
struct _EntWindow
{
  AdwApplicationWindow parent_instance;
  EntSession          *session; /* (owned) */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static void
ent_window_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EntWindow *self = ENT_WINDOW (object);

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
ent_window_class_init (EntWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_window_dispose;
  object_class->get_property = ent_window_get_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ENT_TYPE_DETAILS_PANE);
  g_type_ensure (ENT_TYPE_EVENT_LIST);
  g_type_ensure (ENT_TYPE_OVERVIEW_STRIP);
  g_type_ensure (ENT_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-window.ui");
}

static void
ent_window_init (EntWindow *self)
{
  self->session = ent_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** ent_window_new: Returns: (transfer none): a window of @application, on nothing yet */
EntWindow *
ent_window_new (GtkApplication *application)
{
  return g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);
}

/** ent_window_get_session: Returns: (transfer none): what the window looks at */
EntSession *
ent_window_get_session (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);

  return self->session;
}

static void
open_bytes (EntWindow *self,
            GBytes    *bytes)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDataset) dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  if (dataset == NULL)
    g_warning ("%s", error->message);
  else
    ent_session_open (self->session, dataset, ent_dataset_get_view (dataset));
}

/**
 * ent_window_open_file:
 * @self: a window
 * @file: what to open in it
 */
void
ent_window_open_file (EntWindow *self,
                      GFile     *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    g_warning ("%s", error->message);
  else
    open_bytes (self, bytes);
}

/** ent_window_open_bundled: opens the timeline that comes with the program */
void
ent_window_open_bundled (EntWindow *self)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED, 0, NULL);

  open_bytes (self, bytes);
}
