/* ent-banner.c: a line above the picture that says something, and offers to do something about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-banner.h"

#include "ent-compat.h"

/**
 * EntBanner:
 *
 * A line of plain text with a sign, one button and one to dismiss it; or, with a fraction, of how far
 * something is. It slides in and out.
 *
 * # CSS nodes
 *
 * A box `.banner`.
 */
struct _EntBanner
{
  AdwBin          parent_instance;
  GtkRevealer    *revealer;
  GtkImage       *icon;
  GtkLabel       *label;
  GtkButton      *button;
  GtkWidget      *close_button;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (EntBanner, ent_banner, ADW_TYPE_BIN)

static void
close_clicked_cb (EntBanner *self)
{
  ent_banner_hide (self);
}

/* What is folded away is not to be reached by Tab, nor read out. */
static void
revealed_cb (EntBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_reveal_child (self->revealer)
                                               || gtk_revealer_get_child_revealed (self->revealer));
}

static void
ent_banner_class_init (EntBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, EntBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, EntBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, EntBanner, label);
  gtk_widget_class_bind_template_child (widget_class, EntBanner, button);
  gtk_widget_class_bind_template_child (widget_class, EntBanner, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntBanner, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
ent_banner_init (EntBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self);
}

/** ent_banner_new: Returns: (transfer floating): a banner that is not shown yet */
GtkWidget *
ent_banner_new (void)
{
  return g_object_new (ENT_TYPE_BANNER, NULL);
}

/**
 * ent_banner_show:
 * @self: a banner
 * @icon_name: its sign
 * @text: what it says
 */
void
ent_banner_show (EntBanner  *self,
                 const char *icon_name,
                 const char *text)
{
  g_return_if_fail (ENT_IS_BANNER (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/** ent_banner_hide: (skip): slides it away */
void
ent_banner_hide (EntBanner *self)
{
  g_return_if_fail (ENT_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  revealed_cb (self);
}

/**
 * ent_banner_set_button:
 * @self: a banner
 * @label: (nullable): what its button says, with a mnemonic; %NULL for no button
 * @action: (nullable): the action that it does
 */
void
ent_banner_set_button (EntBanner  *self,
                       const char *label,
                       const char *action)
{
  g_return_if_fail (ENT_IS_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->button, label);
      ent_compat_name_buttons (GTK_WIDGET (self->button));
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

/** ent_banner_set_fraction: (skip): makes it say how far something is, which is not dismissed then */
void
ent_banner_set_fraction (EntBanner *self,
                         double     fraction)
{
  g_return_if_fail (ENT_IS_BANNER (self));

  gtk_widget_set_visible (self->close_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}
