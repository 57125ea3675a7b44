/* ent-window-hint.c: what is said over a timeline on which there is nothing to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compat.h"
#include "ent-navigation.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

static void
make_hint (EntWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Fit _All Events"));

  gtk_widget_add_css_class (box, "hint");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  ent_compat_name_buttons (button);
  gtk_widget_add_css_class (button, "status-button");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.fit-all");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_overlay_add_overlay (self->timeline_overlay, box);
  self->hint = box;
}

static void
show_hint (EntWindow  *self,
           const char *text,
           gboolean    way_out)
{
  GtkWidget *label;

  if (self->hint == NULL)
    make_hint (self);
  label = gtk_widget_get_first_child (self->hint);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), way_out);
  gtk_widget_set_visible (self->hint, TRUE);
}

/**
 * ent_window_update_hint:
 * @self: a window
 * @in_view: how many events may be in view
 *
 * Says why there is nothing to see, if there is nothing.
 */
void
ent_window_update_hint (EntWindow *self,
                        guint      in_view)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  EntSpan span;

  if (dataset != NULL && ent_dataset_get_n_events (dataset) == 0)
    show_hint (self, _("This timeline has no events."), FALSE);
  else if (dataset != NULL && in_view == 0 && ent_navigation_get_whole (self->session, &span))
    show_hint (self, _("No event is in this stretch of time."), TRUE);
  else if (dataset != NULL && in_view == 0)
    show_hint (self, _("No event of this timeline has a date that could be placed. The list shows them all."), FALSE);
  else if (self->hint != NULL)
    gtk_widget_set_visible (self->hint, FALSE);
}
