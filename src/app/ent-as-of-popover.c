/* ent-as-of-popover.c: a day as of which to tell, typed or chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-popover.h"

#include <glib/gi18n.h>

#include "ent-as-of-day.h"
#include "ent-compat.h"

/**
 * EntAsOfPopover:
 *
 * Asks for a day in EDTF and says in words what it means while it is typed, or what was expected instead. Enter shows what
 * was known by then, Escape goes away. Buttons offer the day of the selected event, and months to go by.
 *
 * # CSS nodes
 *
 * A popover `.jump` with an entry, which is `.error` for what is no date, and labels `.answer` and `.hint-line`.
 *
 * # Accessibility
 *
 * The entry's description is what is said below it, and it is invalid when that is an error.
 */
struct _EntAsOfPopover
{
  GtkPopover  parent_instance;
  EntSession *session; /* (owned) */
  GtkEntry   *entry;
  GtkWidget  *show_button;
  GtkLabel   *answer;
  gboolean    is_day;
};

G_DEFINE_FINAL_TYPE (EntAsOfPopover, ent_as_of_popover, GTK_TYPE_POPOVER)

static void
show_answer (EntAsOfPopover *self,
             const char     *text,
             gboolean        wrong)
{
  gtk_label_set_label (self->answer, text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
typed_cb (EntAsOfPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  self->is_day = ent_as_of_day_read (text, NULL, &answer, &error);
  gtk_widget_set_sensitive (self->show_button, self->is_day);
  if (self->is_day)
    show_answer (self, answer, FALSE);
  else if (text[0] == '\0')
    show_answer (self, _("What was known by the end of this day, month or year"), FALSE);
  else
    show_answer (self, error->message, TRUE);
}

static void
show_cb (EntAsOfPopover *self)
{
  g_autofree char *edtf = NULL;

  if (!self->is_day)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  ent_as_of_day_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &edtf, NULL, NULL);
  ent_as_of_day_set (self->session, edtf);
}

/* What the buttons do is written into the entry. */
static void
day_changed_cb (EntAsOfPopover *self)
{
  const char *day = ent_view_get_as_of_text (ent_session_get_view (self->session));

  if (day != NULL && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), day))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
}

static void
ent_as_of_popover_map (GtkWidget *widget)
{
  EntAsOfPopover *self = ENT_AS_OF_POPOVER (widget);

  GTK_WIDGET_CLASS (ent_as_of_popover_parent_class)->map (widget);
  day_changed_cb (self);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ent_as_of_popover_dispose (GObject *object)
{
  EntAsOfPopover *self = ENT_AS_OF_POPOVER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_AS_OF_POPOVER);
  G_OBJECT_CLASS (ent_as_of_popover_parent_class)->dispose (object);
}

static void
ent_as_of_popover_class_init (EntAsOfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_as_of_popover_dispose;
  widget_class->map = ent_as_of_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAsOfPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, EntAsOfPopover, show_button);
  gtk_widget_class_bind_template_child (widget_class, EntAsOfPopover, answer);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
ent_as_of_popover_init (EntAsOfPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_as_of_popover_new:
 * @session: whose day it chooses
 *
 * Returns: (transfer floating): a popover, to be given a parent inside a window that has the actions `win.as-of-…`
 */
EntAsOfPopover *
ent_as_of_popover_new (EntSession *session)
{
  EntAsOfPopover *self = g_object_new (ENT_TYPE_AS_OF_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
