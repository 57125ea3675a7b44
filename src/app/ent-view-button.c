/* ent-view-button.c: a button in the bar over the timeline that says how it is shown, with a menu to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-view-button.h"

#include "ent-shed-layout.h"

/**
 * EntViewButton:
 *
 * A button that says what is chosen, as in "Lanes Kind", and opens a menu of what there is to choose from. Where there
 * is not enough room it says only what is chosen.
 *
 * # CSS nodes
 *
 * `viewbutton` with a menu button; the name has the class `dim-label`, the value is bold.
 */
struct _EntViewButton
{
  GtkWidget      parent_instance;
  char          *name;   /* (owned) */
  GMenu         *menu;   /* (owned): with what was set as its one section */
  GtkMenuButton *button;
  GtkLabel      *value;
};

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntViewButton, ent_view_button, GTK_TYPE_WIDGET)

static void
ent_view_button_constructed (GObject *object)
{
  EntViewButton *self = ENT_VIEW_BUTTON (object);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (ENT_TYPE_SHED_LAYOUT, NULL), NULL);
  GtkWidget *name = gtk_label_new (self->name);

  G_OBJECT_CLASS (ent_view_button_parent_class)->constructed (object);
  gtk_widget_add_css_class (name, "dim-label");
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->value, 18);
  gtk_label_set_xalign (self->value, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "heading");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (self->menu));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

static void
ent_view_button_dispose (GObject *object)
{
  EntViewButton *self = ENT_VIEW_BUTTON (object);

  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_view_button_parent_class)->dispose (object);
}

static void
ent_view_button_finalize (GObject *object)
{
  EntViewButton *self = ENT_VIEW_BUTTON (object);

  g_free (self->name);
  g_object_unref (self->menu);
  G_OBJECT_CLASS (ent_view_button_parent_class)->finalize (object);
}

static void
ent_view_button_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_NAME:
      ENT_VIEW_BUTTON (object)->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_view_button_class_init (EntViewButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ent_view_button_constructed;
  object_class->dispose = ent_view_button_dispose;
  object_class->finalize = ent_view_button_finalize;
  object_class->set_property = ent_view_button_set_property;

  /**
   * EntViewButton:label:
   *
   * What can be chosen, such as "Lanes".
   */
  properties[PROP_NAME] = g_param_spec_string ("label", NULL, NULL, "",
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "viewbutton");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_view_button_init (EntViewButton *self)
{
  self->menu = g_menu_new ();
}

/** ent_view_button_set_value: (skip): says what is chosen */
void
ent_view_button_set_value (EntViewButton *self,
                           const char    *value)
{
  g_autofree char *said = NULL;

  g_return_if_fail (ENT_IS_VIEW_BUTTON (self));

  gtk_label_set_label (self->value, value);
  said = g_strdup_printf ("%s: %s", self->name, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/** ent_view_button_set_menu: (skip): sets what there is to choose from */
void
ent_view_button_set_menu (EntViewButton *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (ENT_IS_VIEW_BUTTON (self));

  g_menu_remove_all (self->menu);
  g_menu_append_section (self->menu, NULL, menu);
}

/** ent_view_button_make_item: (skip): (transfer full): its menu, as an item of another that goes with it */
GMenuItem *
ent_view_button_make_item (EntViewButton *self)
{
  g_return_val_if_fail (ENT_IS_VIEW_BUTTON (self), NULL);

  return g_menu_item_new_submenu (self->name, G_MENU_MODEL (self->menu));
}
