/* ent-window.c: a window on a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-window-private.h"

#include <string.h>

#include "ent-application.h"
#include "ent-details-pane.h"
#include "ent-event-list.h"
#include "ent-overview-strip.h"
#include "ent-results.h"
#include "ent-status-page-error.h"
#include "ent-timeline-view.h"
#include "ent-yield-layout.h"

/* Keys that mean something else while a text has the focus, and go there first. */
static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_n, 0, "win.note" },
  { GDK_KEY_s, 0, "win.star" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.back" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.forward" },
};

/* Buttons of a mouse that browsers go back and forward with. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

/**
 * EntWindow:
 *
 * A window on a timeline: what is open, the picture or the list of it, and the details.
 */

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
update_menu_cb (gpointer user_data)
{
  EntWindow *self = user_data;
  gboolean narrow = ent_adaptive_get_narrow (self->adaptive);

  self->menu_idle = 0;
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (narrow ? self->narrow_menu : self->main_menu));
  return G_SOURCE_REMOVE;
}

/* What the buttons over the timeline offer is in the menu of a narrow window. */
static void
fill_narrow_view (EntWindow *self)
{
  EntViewButton *buttons[] = { self->lanes_button, self->colors_button, self->basis_button, self->links_button };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autoptr (GMenuItem) item = ent_view_button_make_item (buttons[i]);

      g_menu_append_item (self->narrow_view, item);
    }
}

/* A narrow window keeps of its buttons the one to close it, on the side where it is, so that its title is not cut. */
static void
update_decoration (EntWindow *self,
                   gboolean   narrow)
{
  g_autofree char *layout = NULL;
  const char *colon;
  const char *close;

  if (narrow)
    g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  colon = layout != NULL ? strchr (layout, ':') : NULL;
  close = layout != NULL ? strstr (layout, "close") : NULL;
  if (close == NULL)
    adw_header_bar_set_decoration_layout (self->header, NULL);
  else
    adw_header_bar_set_decoration_layout (self->header, colon != NULL && colon < close ? ":close" : "close:");
}

/**
 * ent_window_update_layout:
 * @self: a window
 *
 * Leaves out what there is no room for, and what is of no use on this page. What the buttons do is in
 * the menu then.
 */
void
ent_window_update_layout (EntWindow *self)
{
  gboolean narrow = ent_adaptive_get_narrow (self->adaptive);
  gboolean document = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "document") == 0;
  GtkWidget *error = gtk_stack_get_child_by_name (self->screens, "error");
  GtkWidget *of_document[] = { self->back_button, self->forward_button, self->details_button, self->export_button,
                               self->view_bar };

  update_decoration (self, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_button), !narrow);
  gtk_widget_set_visible (self->open_button, !narrow || !document);
  gtk_widget_set_visible (self->filters_button, document);
  gtk_widget_set_visible (self->search_button, document);
  for (gsize i = 0; i < G_N_ELEMENTS (of_document); i++)
    gtk_widget_set_visible (of_document[i], document && !narrow);
  if (error != NULL)
    ent_status_page_error_set_narrow (ENT_STATUS_PAGE_ERROR (error), narrow);
  /* A report is of no lanes, and of no place in time. */
  gtk_widget_set_visible (GTK_WIDGET (self->lanes_button), self->report == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->colors_button), self->report == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->links_button), self->report == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_button), g_strcmp0 (self->report, "health") != 0);
  gtk_widget_set_visible (self->zoom_buttons, self->report == NULL);
  gtk_widget_set_visible (self->overview, self->report == NULL && !ent_adaptive_get_low (self->adaptive));
  ent_window_update_counts (self);
}

static void
layout_changed_cb (EntWindow *self)
{
  ent_window_update_layout (self);
  ent_window_update_title (self);
  /* This is in the midst of placing widgets; a new menu is a new widget. */
  if (self->menu_idle == 0)
    self->menu_idle = g_idle_add (update_menu_cb, self);
}

static void
panes_changed_cb (EntWindow *self)
{
  ent_window_set_action_state (self, "details", g_variant_new_boolean (ent_panes_get_open (self->panes, ENT_PANE_DETAILS)));
}

static void
filters_changed_cb (EntWindow *self)
{
  ent_window_filters_opened (self);
}

static void
recent_shown_cb (EntWindow *self)
{
  ent_window_fill_recent (self);
}

/* A narrow window shows what an event is when one is chosen, and not before. */
static void
focus_changed_cb (EntWindow *self)
{
  if (ent_panes_get_folded (self->panes, ENT_PANE_DETAILS) && !self->restoring)
    ent_panes_set_open (self->panes, ENT_PANE_DETAILS, ent_session_get_focus (self->session) != NULL);
}

static void
button_pressed_cb (EntWindow       *self,
                   int              n_press,
                   double           x,
                   double           y,
                   GtkGestureClick *gesture)
{
  switch (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)))
    {
    case BUTTON_BACK:
      g_action_group_activate_action (G_ACTION_GROUP (self), "back", NULL);
      break;
    case BUTTON_FORWARD:
      g_action_group_activate_action (G_ACTION_GROUP (self), "forward", NULL);
      break;
    default:
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            EntWindow     *self)
{
  EntApplication *application = ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSList *files = g_value_get_boxed (value);

  for (GSList *file = files; file != NULL; file = file->next)
    ent_application_open_file (application, file->data, file == files ? self : NULL);
  return files != NULL;
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  g_clear_handle_id (&self->menu_idle, g_source_remove);
  ent_window_dispose_state (self);
  ent_window_dispose_annotations (self);
  g_clear_pointer (&self->sections, g_strfreev);
  ent_window_dispose_as_of (self);
  ent_window_dispose_title (self);
  ent_window_dispose_document (self);
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

  g_type_ensure (ENT_TYPE_ADAPTIVE);
  g_type_ensure (ENT_TYPE_DETAILS_PANE);
  g_type_ensure (ENT_TYPE_OVERVIEW_STRIP);
  g_type_ensure (ENT_TYPE_PANES);
  g_type_ensure (ENT_TYPE_TIMELINE_VIEW);
  g_type_ensure (ENT_TYPE_VIEW_BUTTON);
  g_type_ensure (ENT_TYPE_YIELD_LAYOUT);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, header);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, recent_popover);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, filters_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, view_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, compare_tab);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, health_tab);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, lanes_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, colors_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, basis_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, links_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, zoom_buttons);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, timeline_overlay);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, details);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, narrow_menu);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, narrow_view);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, recent_files);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_shown_cb);
}

static void
ent_window_init (EntWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->session = ent_session_new ();
  /* Before all that follows the session, so that they find here what its changes bring. */
  ent_session_get_results (self->session);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_narrow_view (self);
  g_menu_append_section (self->narrow_menu, NULL, G_MENU_MODEL (self->main_menu));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (button_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  ent_window_init_counts (self);
  ent_window_init_document (self);
  ent_window_init_state (self);
  ent_window_init_title (self);
  ent_window_init_annotations (self);
  ent_window_init_as_of (self);
  ent_window_init_filters (self);
  ent_window_init_lanes (self);
  ent_window_init_reports (self);
  ent_window_init_colors (self);
  ent_window_init_links (self);
  ent_window_init_actions (self);
  ent_window_init_places (self);
  ent_window_init_preferences (self);
  g_signal_connect_object (self->session, "notify::focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
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

/* The list is made when it is first looked at. */
static void
ensure_list (EntWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "list") == NULL)
    gtk_stack_add_named (self->pages, g_object_new (ENT_TYPE_EVENT_LIST, "session", self->session, NULL), "list");
}

/** ent_window_focus_page: (skip): has the timeline, or the list, take the keys */
void
ent_window_focus_page (EntWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (gtk_stack_get_visible_child (self->answers) != GTK_WIDGET (self->pages))
    page = gtk_stack_get_visible_child (self->answers);
  else if (page == GTK_WIDGET (self->timeline_page))
    page = self->timeline;
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/** ent_window_show_page: (skip): shows the "timeline", the "list" or a report; anything else is not regarded */
void
ent_window_show_page (EntWindow  *self,
                      const char *page)
{
  gboolean list = g_str_equal (page, "list");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* Whose page goes away works on in the other; whoever presses the switch stays there. */
  gboolean take_focus = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->answers));

  if (!ent_window_set_report (self, page))
    {
      if (!list && !g_str_equal (page, "timeline"))
        return;
      if (list)
        ensure_list (self);
      gtk_stack_set_visible_child_name (self->pages, page);
    }
  if (take_focus)
    ent_window_focus_page (self);
  ent_window_set_action_state (self, "page", g_variant_new_string (page));
}

/** ent_window_toast: (skip): says something in passing, as plain text */
void
ent_window_toast (EntWindow  *self,
                  const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/**
 * ent_window_open_file:
 * @self: a window
 * @file: what to open in it
 *
 * Begins to open it; what was open stays until then.
 */
void
ent_window_open_file (EntWindow *self,
                      GFile     *file)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ent_document_open_file (self->document, file);
}

/** ent_window_open_bundled: opens the timeline that comes with the program */
void
ent_window_open_bundled (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  ent_document_open_bundled (self->document);
}

/** ent_window_open_nothing: (skip): shows the page to open something from, in a window on nothing */
void
ent_window_open_nothing (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  ent_window_show_document (self);
}

/** ent_window_get_file: (skip): (transfer none) (nullable): the file that is open, or being opened */
GFile *
ent_window_get_file (EntWindow *self)
{
  GFile *requested;

  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);

  requested = ent_document_get_requested (self->document);
  return requested != NULL ? requested : ent_document_get_file (self->document);
}
