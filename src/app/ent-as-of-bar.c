/* ent-as-of-bar.c: the line that says as of which day all is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-bar.h"

#include "ent-as-of-text.h"
#include "ent-as-of.h"
#include "ent-compat.h"
#include "ent-wrap-layout.h"

/**
 * EntAsOfBar:
 *
 * As long as the session's dataset is as of a day, a line that says so and how many events had begun by then and were not
 * known, with buttons to go on to other days and to leave. Nobody is to take a picture of a day for all that is known. In
 * little room the buttons go below.
 *
 * # CSS nodes
 *
 * `asofbar` `.banner` with a label `.heading`, a label `.dim-label` and boxes of buttons.
 *
 * # Accessibility
 *
 * The role is status, with all that is said as its name.
 */
struct _EntAsOfBar
{
  AdwBin      parent_instance;
  EntSession *session; /* (owned) */
  GtkLabel   *day;
  GtkLabel   *begun;
};

G_DEFINE_FINAL_TYPE (EntAsOfBar, ent_as_of_bar, ADW_TYPE_BIN)

static void
update (EntAsOfBar *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  gboolean as_of = dataset != NULL && ent_dataset_get_as_of (dataset) != NULL;
  g_autofree char *day = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *said = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), as_of);
  if (!as_of)
    return;
  day = ent_as_of_text_day (ent_session_get_view (self->session));
  begun = ent_as_of_text_begun (dataset);
  said = begun != NULL ? g_strdup_printf ("%s · %s", day, begun) : g_strdup (day);
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->begun, begun != NULL ? begun : "");
  gtk_widget_set_visible (GTK_WIDGET (self->begun), begun != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
ent_as_of_bar_dispose (GObject *object)
{
  EntAsOfBar *self = ENT_AS_OF_BAR (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_AS_OF_BAR);
  G_OBJECT_CLASS (ent_as_of_bar_parent_class)->dispose (object);
}

static void
ent_as_of_bar_class_init (EntAsOfBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_as_of_bar_dispose;
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-as-of-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAsOfBar, day);
  gtk_widget_class_bind_template_child (widget_class, EntAsOfBar, begun);
  gtk_widget_class_set_css_name (widget_class, "asofbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ent_as_of_bar_init (EntAsOfBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_as_of_bar_new:
 * @session: whose day it tells
 *
 * Returns: (transfer floating): a line that is seen while the session is as of a day
 */
GtkWidget *
ent_as_of_bar_new (EntSession *session)
{
  EntAsOfBar *self = g_object_new (ENT_TYPE_AS_OF_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* The same day may be written otherwise. */
  g_signal_connect_object (session, "notify::view", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
