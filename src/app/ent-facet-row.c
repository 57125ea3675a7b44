/* ent-facet-row.c: a value of a facet, with how many events have it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-row.h"

#include <glib/gi18n.h>

#include "ent-facet-bar.h"
#include "ent-facet-box.h"
#include "ent-mark-icon.h"
#include "ent-phrase.h"

/* Of the mark before a kind, CSS pixels. */
#define MARK_RADIUS 5.2

/* How much further in a part stands than what it is a part of. */
#define INDENT 16

/**
 * EntFacetRow:
 *
 * A box, a name, a bar and a count. Under the pointer, and while it has the focus, it offers "only" and "exclude"; so
 * does its menu.
 *
 * Space and Enter tick it, O takes only this value, X excludes it, Right and Left unfold and fold its parts.
 *
 * # CSS nodes
 *
 * `row.facet`, with `.receding`, `.excluded` and `.nothing` (when no event has the value).
 *
 * # Accessibility
 *
 * A check box; its name says the count, and whether it is excluded.
 */
struct _EntFacetRow
{
  GtkListBoxRow parent_instance;
  EntFacetLook  look;
  GtkWidget    *fold;
  GtkWidget    *box;
  GtkWidget    *mark;
  GtkWidget    *label;
  GtkWidget    *bar;
  GtkWidget    *count;
  GtkWidget    *offers; /* (nullable): made when first shown */
  GtkWidget    *menu;   /* (nullable): likewise */
  gboolean      hovered;
};

enum
{
  ONLY,
  EXCLUDE,
  UNFOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFacetRow, ent_facet_row, GTK_TYPE_LIST_BOX_ROW)

static void
only_cb (EntFacetRow *self)
{
  g_signal_emit (self, signals[ONLY], 0);
}

static void
exclude_cb (EntFacetRow *self)
{
  g_signal_emit (self, signals[EXCLUDE], 0);
}

static GtkWidget *
make_offer (EntFacetRow *self,
            const char  *label,
            const char  *tip,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  /* The keys for these are O and X; Tab goes from facet to facet. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
update_offers (EntFacetRow *self)
{
  gboolean shown = self->hovered || (gtk_widget_has_focus (GTK_WIDGET (self)) &&
                                     (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE));

  if (self->offers == NULL && shown)
    {
      GtkWidget *overlay = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
      GtkWidget *exclude;

      self->offers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
      gtk_widget_add_css_class (self->offers, "offers");
      gtk_widget_set_halign (self->offers, GTK_ALIGN_END);
      /* TRANSLATORS: a small button beside a value of a filter: show only events with this value */
      gtk_box_append (GTK_BOX (self->offers), make_offer (self, C_("filter", "only"), _("Only This (O)"), G_CALLBACK (only_cb)));
      /* TRANSLATORS: a small button beside a value of a filter: leave out events with this value */
      exclude = make_offer (self, C_("filter", "exclude"), _("Exclude (X)"), G_CALLBACK (exclude_cb));
      gtk_box_append (GTK_BOX (self->offers), exclude);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->offers);
    }
  if (self->offers != NULL)
    gtk_widget_set_visible (self->offers, shown);
}

/* A name that is cut is told in full; any other tip would only lie on the next rows. */
static gboolean
query_tooltip_cb (EntFacetRow *self,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->look.name);
  return TRUE;
}

static void
entered_cb (EntFacetRow *self)
{
  self->hovered = TRUE;
  update_offers (self);
}

static void
left_cb (EntFacetRow *self)
{
  self->hovered = FALSE;
  update_offers (self);
}

static gboolean
key_cb (EntFacetRow    *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_o:
      g_signal_emit (self, signals[ONLY], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_x:
    case GDK_KEY_minus:
      g_signal_emit (self, signals[EXCLUDE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      ent_facet_row_show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      ent_facet_row_show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      if (self->look.fold == ENT_FACET_FOLD_NONE ||
          (self->look.fold == ENT_FACET_FOLD_SHUT) != ((keyval == GDK_KEY_Right) != rtl))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[UNFOLD], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
fold_clicked_cb (EntFacetRow *self)
{
  g_signal_emit (self, signals[UNFOLD], 0);
}

static void
menu_pressed_cb (EntFacetRow *self,
                 int          n_press,
                 double       x,
                 double       y,
                 GtkGesture  *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ent_facet_row_show_menu (self);
}

static void
long_pressed_cb (EntFacetRow *self,
                 double       x,
                 double       y,
                 GtkGesture  *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ent_facet_row_show_menu (self);
}

static void
ent_facet_row_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (ent_facet_row_parent_class)->state_flags_changed (widget, before);
  update_offers (ENT_FACET_ROW (widget));
}

static void
ent_facet_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  GTK_WIDGET_CLASS (ent_facet_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
toggle_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "activate");
}

static void
only_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[ONLY], 0);
}

static void
exclude_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXCLUDE], 0);
}

static void
ent_facet_row_dispose (GObject *object)
{
  EntFacetRow *self = ENT_FACET_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->look.name, g_free);
  G_OBJECT_CLASS (ent_facet_row_parent_class)->dispose (object);
}

static void
ent_facet_row_class_init (EntFacetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_facet_row_dispose;
  widget_class->state_flags_changed = ent_facet_row_state_flags_changed;
  widget_class->size_allocate = ent_facet_row_size_allocate;

  /** EntFacetRow::only: the value alone is wanted */
  signals[ONLY] = g_signal_new ("only", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  /** EntFacetRow::exclude: the value is not wanted, or wanted again */
  signals[EXCLUDE] = g_signal_new ("exclude", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /** EntFacetRow::unfold: its parts are to be shown, or shown no more */
  signals[UNFOLD] = g_signal_new ("unfold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "facet.toggle", NULL, toggle_activated);
  gtk_widget_class_install_action (widget_class, "facet.only", NULL, only_activated);
  gtk_widget_class_install_action (widget_class, "facet.exclude", NULL, exclude_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
ent_facet_row_init (EntFacetRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *fold_click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "facet");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);

  self->box = g_object_new (ENT_TYPE_FACET_BOX, NULL);
  self->fold = gtk_image_new ();
  gtk_widget_add_css_class (self->fold, "fold");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (fold_click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (fold_click, "pressed", G_CALLBACK (fold_clicked_cb), self);
  gtk_widget_add_controller (self->fold, GTK_EVENT_CONTROLLER (fold_click));
  self->mark = ent_mark_icon_new ();
  gtk_widget_set_size_request (self->mark, 16, -1);
  gtk_widget_add_css_class (self->mark, "kind-mark");
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->bar = g_object_new (ENT_TYPE_FACET_BAR, "valign", GTK_ALIGN_CENTER, NULL);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_widget_add_css_class (self->count, "count");
  /* What is pressed is the row. */
  gtk_widget_set_can_target (self->box, FALSE);
  gtk_widget_set_can_target (self->mark, FALSE);
  gtk_widget_set_can_target (self->label, FALSE);
  gtk_widget_set_can_target (self->bar, FALSE);
  gtk_widget_set_can_target (self->count, FALSE);
  gtk_box_append (GTK_BOX (line), self->box);
  gtk_box_append (GTK_BOX (line), self->fold);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), self->bar);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), overlay);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/** ent_facet_row_new: Returns: (transfer floating): a row that shows nothing yet */
GtkWidget *
ent_facet_row_new (void)
{
  return g_object_new (ENT_TYPE_FACET_ROW, NULL);
}

/** ent_facet_row_get_look: (skip): (transfer none): what it shows */
const EntFacetLook *
ent_facet_row_get_look (EntFacetRow *self)
{
  g_return_val_if_fail (ENT_IS_FACET_ROW (self), NULL);

  return &self->look;
}

static void
set_class (EntFacetRow *self,
           const char  *name,
           gboolean     set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static char *
describe (const EntFacetLook *look,
          const char         *number)
{
  g_autofree char *events = g_strdup_printf (ngettext ("%s event", "%s events", look->count), number);

  if (look->mark == ENT_FACET_EXCLUDED)
    /* TRANSLATORS: a value of a filter, how many events have it, and that they are left out */
    return ent_phrase_fill (C_("filter", "{value}, {events}, excluded"), "value", look->name, "events", events, NULL);
  /* TRANSLATORS: a value of a filter, and how many events have it: "China, 102 events" */
  return ent_phrase_fill (C_("filter", "{value}, {events}"), "value", look->name, "events", events, NULL);
}

/**
 * ent_facet_row_set_look:
 * @self: a row
 * @look: what it shows from now on; its name is copied
 */
void
ent_facet_row_set_look (EntFacetRow        *self,
                        const EntFacetLook *look)
{
  g_autofree char *number = NULL;
  g_autofree char *said = NULL;
  g_autofree char *old = NULL;
  gboolean has_fold;

  g_return_if_fail (ENT_IS_FACET_ROW (self));

  old = self->look.name;
  self->look = *look;
  self->look.name = g_strdup (look->name);
  number = ent_words_number (ent_phrase_words (), look->count);
  said = describe (look, number);

  gtk_label_set_label (GTK_LABEL (self->label), look->name);
  gtk_label_set_label (GTK_LABEL (self->count), number);
  ent_facet_box_set_mark (ENT_FACET_BOX (self->box), look->mark);
  ent_facet_bar_set_part (ENT_FACET_BAR (self->bar), look->most > 0 ? (double) look->count / look->most : 0, look->kind);
  gtk_widget_set_visible (self->mark, look->kind >= 0);
  if (look->kind >= 0)
    ent_mark_icon_set_mark (ENT_MARK_ICON (self->mark), (EntKindStyle) look->kind, ENT_CONFIDENCE_CONFIRMED, MARK_RADIUS);
  has_fold = look->indented && look->depth == 0;
  gtk_widget_set_visible (self->fold, has_fold);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->fold), look->fold == ENT_FACET_FOLD_NONE   ? NULL
                                                        : look->fold == ENT_FACET_FOLD_OPEN ? "pan-down-symbolic"
                                                                                            : "pan-end-symbolic");
  gtk_widget_set_can_target (self->fold, look->fold != ENT_FACET_FOLD_NONE);
  gtk_widget_set_margin_start (self->box, (int) look->depth * INDENT);
  set_class (self, "receding", look->receding);
  set_class (self, "excluded", look->mark == ENT_FACET_EXCLUDED);
  set_class (self, "nothing", look->count == 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               look->mark == ENT_FACET_CHOSEN ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                              : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/** ent_facet_row_show_menu: (skip): shows what can be done with the value, as a menu */
void
ent_facet_row_show_menu (EntFacetRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean excluded;

  g_return_if_fail (ENT_IS_FACET_ROW (self));

  excluded = self->look.mark == ENT_FACET_EXCLUDED;
  if (!excluded)
    g_menu_append (menu, self->look.mark == ENT_FACET_CHOSEN ? C_("filter", "_Choose No Longer") : C_("filter", "_Choose"),
                   "facet.toggle");
  g_menu_append (menu, C_("filter", "_Only This"), "facet.only");
  g_menu_append (menu, excluded ? C_("filter", "_Exclude No Longer") : C_("filter", "_Exclude"), "facet.exclude");
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
