/* ent-status-page.c: a page that says what is, and what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-status-page.h"

/**
 * EntStatusPage:
 *
 * A sign, a heading, a sentence or two and what else there is to do, in the middle of a page. The
 * texts are plain.
 *
 * # CSS nodes
 *
 * A box `.status` with an image, the labels `.status-title` and `.status-description`, and the content.
 */
struct _EntStatusPage
{
  AdwBin    parent_instance;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *description_label;
  AdwBin   *content;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntStatusPage, ent_status_page, ADW_TYPE_BIN)

static void
ent_status_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  EntStatusPage *self = ENT_STATUS_PAGE (object);

  switch (property_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (self->description_label));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_status_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  EntStatusPage *self = ENT_STATUS_PAGE (object);

  switch (property_id)
    {
    case PROP_ICON_NAME:
      ent_status_page_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      ent_status_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      ent_status_page_set_description (self, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      ent_status_page_set_content (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_status_page_class_init (EntStatusPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ent_status_page_get_property;
  object_class->set_property = ent_status_page_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatusPage, icon);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPage, description_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPage, content);
}

static void
ent_status_page_init (EntStatusPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** ent_status_page_set_icon_name: (skip): sets the sign; %NULL for none */
void
ent_status_page_set_icon_name (EntStatusPage *self,
                               const char    *icon_name)
{
  g_return_if_fail (ENT_IS_STATUS_PAGE (self));

  if (g_strcmp0 (icon_name, gtk_image_get_icon_name (self->icon)) == 0)
    return;
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

/** ent_status_page_set_title: (skip): sets the heading */
void
ent_status_page_set_title (EntStatusPage *self,
                           const char    *title)
{
  g_return_if_fail (ENT_IS_STATUS_PAGE (self));

  if (g_strcmp0 (title, gtk_label_get_label (self->title_label)) == 0)
    return;
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/** ent_status_page_set_description: (skip): sets what is below the heading; %NULL or empty for nothing */
void
ent_status_page_set_description (EntStatusPage *self,
                                 const char    *description)
{
  g_return_if_fail (ENT_IS_STATUS_PAGE (self));

  if (description == NULL)
    description = "";
  if (g_str_equal (description, gtk_label_get_label (self->description_label)))
    return;
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), *description != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

/** ent_status_page_set_content: (skip): sets what is below the texts; %NULL for nothing */
void
ent_status_page_set_content (EntStatusPage *self,
                             GtkWidget     *content)
{
  g_return_if_fail (ENT_IS_STATUS_PAGE (self));

  if (content == adw_bin_get_child (self->content))
    return;
  adw_bin_set_child (self->content, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}
