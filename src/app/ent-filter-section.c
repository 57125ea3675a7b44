/* ent-filter-section.c: a part of the filter pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-section.h"

#include <glib/gi18n.h>

/**
 * EntFilterSection:
 *
 * A heading with what is below it. The heading folds and unfolds the rest, unless it is told not to; at its end
 * stands a status, a few words, and what else is added.
 *
 * A section is told when there is another answer, says that it is out of date with the signal "stale", and is brought
 * up to date by whoever holds the sections, one after the other, so that typing never waits for all of them.
 *
 * # CSS nodes
 *
 * `filtersection`, with the boxes `.section-head` and `.section-body`.
 */
typedef struct
{
  EntSession   *session; /* (owned) (nullable) */
  GSignalGroup *signals; /* (owned) of the results */
  GtkWidget    *head;
  GtkWidget    *title_button;
  GtkWidget    *title_label;
  GtkWidget    *status_label;
  GtkWidget    *tools;
  GtkWidget    *arrow;
  GtkWidget    *body;
  GtkEventController *pointer;
  gboolean      foldable;
  gboolean      folded;
  gboolean      stale;
} EntFilterSectionPrivate;

enum
{
  STALE,
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntFilterSection, ent_filter_section, GTK_TYPE_WIDGET)

static EntFilterSectionPrivate *
get_private (EntFilterSection *self)
{
  return ent_filter_section_get_instance_private (self);
}

static void
update_arrow (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);

  gtk_widget_set_visible (own->arrow, own->foldable);
  gtk_widget_set_visible (own->body, !own->folded);
  gtk_image_set_from_icon_name (GTK_IMAGE (own->arrow), own->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_can_target (own->title_button, own->foldable);
  gtk_widget_set_focusable (own->title_button, own->foldable);
  if (own->foldable)
    gtk_accessible_update_state (GTK_ACCESSIBLE (own->title_button), GTK_ACCESSIBLE_STATE_EXPANDED, !own->folded, -1);
}

static void
title_clicked_cb (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);

  if (own->foldable)
    ent_filter_section_set_folded (self, !own->folded);
}

static void
ent_filter_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_filter_section_parent_class)->map (widget);
  if (get_private (ENT_FILTER_SECTION (widget))->stale)
    ent_filter_section_queue_update (ENT_FILTER_SECTION (widget));
}

static gboolean
has_content (EntFilterSection *self,
             EntDataset       *dataset)
{
  return TRUE;
}

static void
ent_filter_section_dispose (GObject *object)
{
  EntFilterSectionPrivate *own = get_private (ENT_FILTER_SECTION (object));

  g_clear_object (&own->signals);
  g_clear_object (&own->session);
  g_clear_pointer (&own->head, gtk_widget_unparent);
  g_clear_pointer (&own->body, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_filter_section_parent_class)->dispose (object);
}

static void
ent_filter_section_class_init (EntFilterSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_filter_section_dispose;
  widget_class->map = ent_filter_section_map;
  klass->has_content = has_content;

  /** EntFilterSection::stale: it is out of date and can be seen */
  signals[STALE] = g_signal_new ("stale", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /** EntFilterSection::folded: it was folded or unfolded by hand */
  signals[FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "filtersection");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_filter_section_init (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  own->foldable = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  own->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (own->head, "section-head");
  own->title_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (own->title_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (own->title_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (own->title_label, "section-title");
  own->status_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (own->status_label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (own->status_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (own->status_label, TRUE);
  gtk_widget_add_css_class (own->status_label, "section-status");
  own->arrow = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), own->title_label);
  gtk_box_append (GTK_BOX (box), own->status_label);
  own->title_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (own->title_button), box);
  gtk_widget_set_hexpand (own->title_button, TRUE);
  gtk_widget_add_css_class (own->title_button, "flat");
  g_signal_connect_swapped (own->title_button, "clicked", G_CALLBACK (title_clicked_cb), self);
  gtk_box_append (GTK_BOX (own->head), own->title_button);
  own->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (own->head), own->tools);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (title_clicked_cb), self);
  gtk_widget_add_controller (own->arrow, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (own->head), own->arrow);
  gtk_widget_set_parent (own->head, GTK_WIDGET (self));

  own->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (own->body, "section-body");
  gtk_widget_set_parent (own->body, GTK_WIDGET (self));

  own->pointer = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), own->pointer);

  own->signals = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (own->signals, "notify::filter", G_CALLBACK (ent_filter_section_queue_update), self);
  update_arrow (self);
}

/**
 * ent_filter_section_set_session:
 * @self: a section
 * @session: (nullable): whose query it shows and changes
 */
void
ent_filter_section_set_session (EntFilterSection *self,
                                EntSession       *session)
{
  EntFilterSectionPrivate *own;

  g_return_if_fail (ENT_IS_FILTER_SECTION (self));

  own = get_private (self);
  if (!g_set_object (&own->session, session))
    return;
  g_signal_group_set_target (own->signals, ent_filter_section_get_results (self));
  ent_filter_section_reset (self);
}

/** ent_filter_section_get_results: (skip): (transfer none) (nullable): what it shows counts of */
EntResults *
ent_filter_section_get_results (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);

  return own->session != NULL ? ent_session_get_results (own->session) : NULL;
}

/** ent_filter_section_reset: (skip): looks anew whether there is anything to show: the dataset is another */
void
ent_filter_section_reset (EntFilterSection *self)
{
  EntResults *results = ent_filter_section_get_results (self);
  EntDataset *dataset = results != NULL ? ent_results_get_dataset (results) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          dataset != NULL && ENT_FILTER_SECTION_GET_CLASS (self)->has_content (self, dataset));
  ent_filter_section_queue_update (self);
}

/** ent_filter_section_set_title: (skip): sets the heading */
void
ent_filter_section_set_title (EntFilterSection *self,
                              const char       *title)
{
  EntFilterSectionPrivate *own = get_private (self);

  gtk_label_set_label (GTK_LABEL (own->title_label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (own->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/** ent_filter_section_get_title: (skip): the heading */
const char *
ent_filter_section_get_title (EntFilterSection *self)
{
  return gtk_label_get_label (GTK_LABEL (get_private (self)->title_label));
}

/** ent_filter_section_set_status: (skip): sets the words at the end of the heading */
void
ent_filter_section_set_status (EntFilterSection *self,
                               const char       *status)
{
  gtk_label_set_label (GTK_LABEL (get_private (self)->status_label), status);
}

/** ent_filter_section_set_foldable: (skip): sets whether it can be folded; it can at first */
void
ent_filter_section_set_foldable (EntFilterSection *self,
                                 gboolean          foldable)
{
  get_private (self)->foldable = foldable;
  update_arrow (self);
}

/** ent_filter_section_get_foldable: (skip): whether it can be folded */
gboolean
ent_filter_section_get_foldable (EntFilterSection *self)
{
  return get_private (self)->foldable;
}

/**
 * ent_filter_section_set_folded:
 * @self: a section
 * @folded: whether only its heading is shown
 */
void
ent_filter_section_set_folded (EntFilterSection *self,
                               gboolean          folded)
{
  EntFilterSectionPrivate *own;

  g_return_if_fail (ENT_IS_FILTER_SECTION (self));

  own = get_private (self);
  folded = !!folded;
  if (folded == own->folded)
    return;
  own->folded = folded;
  update_arrow (self);
  if (!folded)
    ent_filter_section_queue_update (self);
  g_signal_emit (self, signals[FOLDED], 0);
}

/** ent_filter_section_get_folded: (skip): whether only its heading is shown */
gboolean
ent_filter_section_get_folded (EntFilterSection *self)
{
  g_return_val_if_fail (ENT_IS_FILTER_SECTION (self), FALSE);

  return get_private (self)->folded;
}

/** ent_filter_section_add_tool: (skip): puts a widget before the end of the heading */
void
ent_filter_section_add_tool (EntFilterSection *self,
                             GtkWidget        *tool)
{
  gtk_box_append (GTK_BOX (get_private (self)->tools), tool);
}

/** ent_filter_section_add: (skip): puts a widget below the others */
void
ent_filter_section_add (EntFilterSection *self,
                        GtkWidget        *widget)
{
  gtk_box_append (GTK_BOX (get_private (self)->body), widget);
}

/**
 * ent_filter_section_set_query:
 * @self: a section
 * @query: (transfer full): what the session is to ask; a step of its history
 */
void
ent_filter_section_set_query (EntFilterSection *self,
                              EntQuery         *query)
{
  EntResults *results = ent_filter_section_get_results (self);

  if (results != NULL && !ent_query_equal (query, ent_results_get_query (results)))
    ent_results_set_query (results, query);
  ent_query_unref (query);
}

/** ent_filter_section_is_engaged: (skip): whether pointer or keyboard are in it, and nothing should move */
gboolean
ent_filter_section_is_engaged (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);

  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (own->pointer)) ||
         gtk_widget_get_focus_child (own->body) != NULL;
}

/** ent_filter_section_queue_update: (skip): takes note that it is out of date */
void
ent_filter_section_queue_update (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);

  own->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[STALE], 0);
}

/**
 * ent_filter_section_update:
 * @self: a section
 *
 * Brings it up to date, if it is not and can be seen.
 *
 * Returns: whether there was anything to do
 */
gboolean
ent_filter_section_update (EntFilterSection *self)
{
  EntFilterSectionPrivate *own = get_private (self);
  EntResults *results = ent_filter_section_get_results (self);

  if (!own->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)) || results == NULL ||
      ent_results_get_filter (results) == NULL)
    return FALSE;
  /* What says that a folded section is not idle stands in its heading, so this is asked for as well. */
  own->stale = FALSE;
  ENT_FILTER_SECTION_GET_CLASS (self)->update (self, results);
  return TRUE;
}
