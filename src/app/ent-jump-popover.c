/* ent-jump-popover.c: a date to go to, typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-jump-popover.h"

#include <glib/gi18n.h>

#include "ent-compat.h"
#include "ent-jump.h"
#include "ent-navigation.h"

/**
 * EntJumpPopover:
 *
 * Asks for a date in EDTF and says in words what it means while it is typed, or what was expected instead. Enter goes
 * there, Escape goes away.
 *
 * # CSS nodes
 *
 * A popover `.jump` with an entry, which is `.error` for what is no date, and labels `.answer` and `.dim-label`.
 *
 * # Accessibility
 *
 * The entry's description is what is said below it, and it is invalid when that is an error.
 */
struct _EntJumpPopover
{
  GtkPopover  parent_instance;
  EntSession *session; /* (owned) */
  GtkEntry   *entry;
  GtkWidget  *go_button;
  GtkLabel   *answer;
  EntDate     date;    /* what is typed */
  gboolean    is_date;
};

G_DEFINE_FINAL_TYPE (EntJumpPopover, ent_jump_popover, GTK_TYPE_POPOVER)

static void
show_answer (EntJumpPopover *self,
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
typed_cb (EntJumpPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *answer = NULL;

  self->is_date = ent_jump_read (text, &self->date, &words, &error);
  gtk_widget_set_sensitive (self->go_button, self->is_date);
  if (self->is_date)
    {
      answer = ent_jump_describe (self->session, &self->date, words);
      show_answer (self, answer, FALSE);
    }
  else if (g_error_matches (error, ENT_DATE_ERROR, ENT_DATE_ERROR_EMPTY) || text[0] == '\0')
    show_answer (self, _("A day, a month, a year, or from one to another"), FALSE);
  else
    show_answer (self, error->message, TRUE);
}

static void
go_cb (EntJumpPopover *self)
{
  if (!self->is_date)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  ent_navigation_fit_date (self->session, &self->date);
}

/* What was typed last is there to be changed. */
static void
ent_jump_popover_map (GtkWidget *widget)
{
  EntJumpPopover *self = ENT_JUMP_POPOVER (widget);

  GTK_WIDGET_CLASS (ent_jump_popover_parent_class)->map (widget);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ent_jump_popover_closed (GtkPopover *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

static void
ent_jump_popover_dispose (GObject *object)
{
  EntJumpPopover *self = ENT_JUMP_POPOVER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_JUMP_POPOVER);
  G_OBJECT_CLASS (ent_jump_popover_parent_class)->dispose (object);
}

static void
ent_jump_popover_class_init (EntJumpPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_jump_popover_dispose;
  widget_class->map = ent_jump_popover_map;
  GTK_POPOVER_CLASS (klass)->closed = ent_jump_popover_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-jump-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntJumpPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, EntJumpPopover, go_button);
  gtk_widget_class_bind_template_child (widget_class, EntJumpPopover, answer);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
ent_jump_popover_init (EntJumpPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_jump_popover_new:
 * @session: whose view it moves
 *
 * Returns: (transfer floating): a popover, to be given a parent that takes the focus when it goes away
 */
EntJumpPopover *
ent_jump_popover_new (EntSession *session)
{
  EntJumpPopover *self = g_object_new (ENT_TYPE_JUMP_POPOVER, NULL);

  self->session = g_object_ref (session);
  return self;
}
