/* ent-event-list.c: the events as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list.h"

#include <glib/gi18n.h>

#include "ent-compat.h"
#include "ent-event-list-order.h"
#include "ent-event-list-private.h"
#include "ent-navigation.h"
#include "ent-results.h"
#include "ent-row-model.h"
#include "ent-status-page.h"

/* Below this width there are cards instead of columns, CSS pixels. */
#define NARROW 700

/* More events than this are sorted in a thread. */
#define MANY_EVENTS 20000

/* The list follows a view that moves when it has come to rest for so long. */
#define REST_MS 120

/* Rows selected one after the other, no further apart than this, are one step of the history. */
#define WALK_MS 800

/**
 * EntEventList:
 *
 * The events of a session in a sortable table: the full equivalent of the picture. It shows the events in view or all
 * of them; what is selected here is selected in the picture, and the other way round. On a narrow window a row is a
 * card of two lines.
 *
 * Rows are sorted as numbers, in a thread when there are many, and become objects only while they are to be seen.
 *
 * # CSS nodes
 *
 * One node, `eventlist`; its head has the class `list-head`.
 *
 * # Accessibility
 *
 * A row's name says all that the event's mark shows.
 */

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SORT_BY,
  PROP_DESCENDING,
  PROP_COLUMNS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntEventList, ent_event_list, GTK_TYPE_WIDGET)

/* What to show */

/**
 * ent_event_list_get_context:
 * @self: the list
 * @context: (out): what its texts depend on, as long as the session stays as it is
 *
 * Returns: whether there is anything to show
 */
gboolean
ent_event_list_get_context (EntEventList        *self,
                            EntEventListContext *context)
{
  const EntView *view;

  if (self->session == NULL || ent_session_get_dataset (self->session) == NULL)
    return FALSE;
  view = ent_session_get_view (self->session);
  context->dataset = ent_session_get_dataset (self->session);
  context->language = ent_view_get_language (view);
  context->basis = ent_view_get_basis (view);
  return TRUE;
}

static void
annotated_cb (EntEventList *self)
{
  ent_event_list_update_marks (self, GTK_WIDGET (self->table));
  ent_event_list_update_marks (self, GTK_WIDGET (self->cards));
}

static char *
format_count (guint count)
{
  return g_strdup_printf ("%'u", count);
}

static void
show_counts (EntEventList *self,
             guint         n_in_view,
             guint         n_all)
{
  g_autofree char *in_view = format_count (n_in_view);
  g_autofree char *all = format_count (n_all);
  /* Translators: a switch, with a number of events */
  g_autofree char *in_view_label = g_strdup_printf (_("In View (%s)"), in_view);
  /* Translators: a switch, with a number of events */
  g_autofree char *all_label = g_strdup_printf (_("All (%s)"), all);

  gtk_button_set_label (GTK_BUTTON (self->in_view_button), in_view_label);
  gtk_button_set_label (GTK_BUTTON (self->all_button), all_label);
}

/* What a stack does not show is still there for screen readers, unless it is made invisible. */
static void
show_child (EntEventList *self,
            const char   *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->pages, name);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->pages, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

static void
show_page (EntEventList *self)
{
  guint n_events = 0;
  guint n_shown = self->rows != NULL ? self->rows->n_shown : 0;
  EntEventListContext context;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    {
      show_child (self, self->narrow ? "cards" : "table");
      return;
    }
  if (ent_event_list_get_context (self, &context))
    n_events = ent_dataset_get_n_events (context.dataset);
  ent_status_page_set_title (self->empty, n_shown > 0 ? _("No Event in View")
                                          : n_events > 0 ? _("No Event Matches") : _("No Events"));
  gtk_widget_set_visible (self->fit_button, n_shown > 0);
  show_child (self, "empty");
}

/* Only the view that is seen makes widgets for the rows. */
static void
give_model (EntEventList *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->model);

  gtk_column_view_set_model (self->table, self->narrow ? NULL : model);
  gtk_list_view_set_model (self->cards, self->narrow ? model : NULL);
}

/* Rows */

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_task_return_boolean (task, ent_list_rows_find (data, cancellable));
}

static void
sync_selection (EntEventList *self)
{
  g_autoptr (GArray) rows = ent_navigation_get_selection (self->session);

  self->pushing = TRUE;
  ent_row_model_set_selected (self->model, (const guint32 *) rows->data, rows->len);
  self->pushing = FALSE;
}

static void
take_rows (EntEventList *self,
           EntListRows  *rows)
{
  gboolean had_focus = ent_event_list_has_focus_within (ent_event_list_get_shown_view (self));

  /* In another language, on another basis or after another search all of them are to be written anew. */
  if (self->rows != NULL && (self->searched || self->rows->basis != rows->basis ||
                             g_strcmp0 (self->rows->language, rows->language) != 0))
    ent_row_model_set_rows (self->model, NULL, NULL, 0);
  self->searched = FALSE;
  g_clear_pointer (&self->rows, ent_list_rows_unref);
  self->rows = rows;
  ent_row_model_set_rows (self->model, rows->dataset, rows->rows, rows->n_rows);
  sync_selection (self);
  show_counts (self, rows->n_in_view, rows->n_shown);
  show_page (self);
  ent_event_list_scroll_to_focus (self, rows->sorted, had_focus && !ent_event_list_has_focus_within (ent_event_list_get_shown_view (self)));
}

static void
job_finished_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  EntEventList *self = ENT_EVENT_LIST (object);
  GTask *task = G_TASK (result);
  gboolean found = g_task_propagate_boolean (task, NULL);

  /* A newer one may have been asked for since. */
  if (g_task_get_cancellable (task) != self->job)
    return;
  g_clear_object (&self->job);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (found && self->session != NULL)
    take_rows (self, ent_list_rows_ref (g_task_get_task_data (task)));
}

static void
drop_job (EntEventList *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
}

/* Those that were found in another dataset say nothing of this one. */
static EntRowSet *
find_shown (EntEventList *self,
            EntDataset   *dataset)
{
  EntResults *results = ent_session_get_results (self->session);

  return ent_results_get_dataset (results) == dataset ? ent_results_get_shown (results) : NULL;
}

static void
update (EntEventList *self)
{
  EntEventListContext context;
  g_autoptr (EntListRows) rows = NULL;
  g_autoptr (GTask) task = NULL;
  EntSpan span;

  g_clear_handle_id (&self->rest, g_source_remove);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  drop_job (self);
  if (!ent_event_list_get_context (self, &context))
    {
      ent_row_model_set_rows (self->model, NULL, NULL, 0);
      show_counts (self, 0, 0);
      show_page (self);
      return;
    }
  ent_navigation_get_span (self->session, &span);
  rows = ent_list_rows_new (&context, self->column, self->descending, &span,
                            gtk_toggle_button_get_active (self->in_view_button), find_shown (self, context.dataset),
                            self->rows);
  if (ent_dataset_get_n_events (context.dataset) <= MANY_EVENTS)
    {
      ent_list_rows_find (rows, NULL);
      take_rows (self, g_steal_pointer (&rows));
      return;
    }
  self->job = g_cancellable_new ();
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "progress");
  task = g_task_new (self, self->job, job_finished_cb, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_steal_pointer (&rows), (GDestroyNotify) ent_list_rows_unref);
  g_task_run_in_thread (task, run_in_thread);
}

static gboolean
rested_cb (gpointer data)
{
  EntEventList *self = data;

  self->rest = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
update_later (EntEventList *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rested_cb, self);
}

/* Selecting */

static gboolean
walked_cb (gpointer data)
{
  EntEventList *self = data;

  self->walk = 0;
  if (self->session != NULL)
    ent_session_commit (self->session);
  return G_SOURCE_REMOVE;
}

/* The event in focus stays so while it is selected; else it is the last one. */
static void
selected_cb (EntEventList *self)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  guint32 focus;
  guint focus_index;

  if (self->pushing || self->session == NULL)
    return;
  rows = ent_row_model_get_selected (self->model);
  ids = g_ptr_array_new_with_free_func (g_free);
  focus = ent_navigation_get_focus (self->session);
  focus_index = rows->len - 1;
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      g_ptr_array_add (ids, ent_slice_dup (ent_dataset_get_id (ent_row_model_get_dataset (self->model), row)));
      if (row == focus)
        focus_index = i;
    }
  g_ptr_array_add (ids, NULL);
  self->pushing = TRUE;
  ent_session_show (self->session, NULL, (const char *const *) ids->pdata,
                    rows->len > 0 ? g_ptr_array_index (ids, focus_index) : NULL);
  self->pushing = FALSE;
  g_clear_handle_id (&self->walk, g_source_remove);
  self->walk = g_timeout_add (WALK_MS, walked_cb, self);
}

static void
activated_cb (EntEventList *self,
              guint         position)
{
  guint32 row = ent_row_model_get_row (self->model, position);

  if (self->session == NULL || row == ENT_ROW_NONE)
    return;
  ent_navigation_show_event (self->session, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "timeline");
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  EntEventList *self = ENT_EVENT_LIST (widget);
  g_autoptr (GArray) rows = ent_row_model_get_selected (self->model);
  EntEventListContext context;
  g_autofree char *table = NULL;
  g_autofree guint *shown = NULL;
  guint n_shown;

  if (rows->len == 0 || !ent_event_list_get_context (self, &context))
    return;
  shown = ent_event_list_get_shown_columns (self->table, &n_shown);
  table = ent_event_list_table (&context, shown, n_shown, (const guint32 *) rows->data, rows->len);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
}

/* Following */

static void
show_usual_columns (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  EntEventList *self = ENT_EVENT_LIST (widget);

  ent_event_list_show_columns (self->table, ent_event_list_get_dataset (self), NULL);
}

static void
dataset_changed_cb (EntEventList *self)
{
  g_auto (GStrv) shown = ent_event_list_dup_shown_ids (self->table, self->rows != NULL ? self->rows->dataset : NULL);

  /* Of what is seen the rows are found by now. Not seen, or not found yet, those of the old dataset are none of this one. */
  if (ent_row_model_get_dataset (self->model) != ent_event_list_get_dataset (self))
    ent_row_model_set_rows (self->model, NULL, NULL, 0);
  ent_event_list_update_fields (self, self->table, ent_event_list_get_dataset (self));
  ent_event_list_show_columns (self->table, ent_event_list_get_dataset (self), (const char *const *) shown);
  ent_event_list_update_menus (self);
  update (self);
}

static void
found_cb (EntEventList *self)
{
  self->searched = TRUE;
  update (self);
}

static void
view_changed_cb (EntEventList *self)
{
  update_later (self);
}

static void
selection_changed_cb (EntEventList *self)
{
  if (self->pushing || self->session == NULL)
    return;
  sync_selection (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ent_event_list_scroll_to_focus (self, FALSE, FALSE);
}

static void
show_sorting (EntEventList *self)
{
  g_autofree char *title = ent_event_list_column_title (ent_event_list_get_dataset (self), self->column);
  g_autofree char *label = g_strdup_printf (_("Sorted by %s"), title);

  gtk_menu_button_set_label (self->sort_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
sorter_changed_cb (EntEventList *self)
{
  EntEventColumn column = ENT_COLUMN_DATE;
  gboolean descending = FALSE;

  /* The table takes its columns away when it is disposed of. */
  if (self->table == NULL)
    return;
  ent_event_list_get_sorting (self->table, &column, &descending);
  if (column == self->column && descending == self->descending)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (column != self->column)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_BY]);
  if (descending != self->descending)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  self->column = column;
  self->descending = descending;
  show_sorting (self);
  g_object_thaw_notify (G_OBJECT (self));
  update (self);
}

static void
switched_cb (EntEventList *self)
{
  update (self);
}

static void
fit_clicked_cb (EntEventList *self)
{
  if (self->session != NULL)
    ent_navigation_fit_all (self->session);
}

/* The widget */

static gboolean
width_changed_cb (gpointer data)
{
  EntEventList *self = data;
  gboolean had_focus = ent_event_list_has_focus_within (ent_event_list_get_shown_view (self));
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  if (narrow == self->narrow)
    return G_SOURCE_REMOVE;
  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), !narrow);
  give_model (self);
  show_page (self);
  ent_event_list_scroll_to_focus (self, FALSE, had_focus);
  return G_SOURCE_REMOVE;
}

static void
ent_event_list_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  EntEventList *self = ENT_EVENT_LIST (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  /* Not here: it asks for a new size. */
  if ((width < NARROW) != self->narrow)
    g_idle_add_full (GTK_PRIORITY_RESIZE, width_changed_cb, g_object_ref (self), g_object_unref);
}

static void
ent_event_list_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (ENT_EVENT_LIST (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
ent_event_list_map (GtkWidget *widget)
{
  EntEventList *self = ENT_EVENT_LIST (widget);

  GTK_WIDGET_CLASS (ent_event_list_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static gboolean
ent_event_list_grab_focus (GtkWidget *widget)
{
  EntEventList *self = ENT_EVENT_LIST (widget);
  guint32 row = self->session != NULL ? ent_navigation_get_focus (self->session) : ENT_ROW_NONE;

  ent_event_list_scroll_to_focus (self, FALSE, TRUE);
  return ent_event_list_focus_row (ent_event_list_get_shown_view (self), row);
}

static void
ent_event_list_dispose (GObject *object)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  drop_job (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->walk, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->menus, g_source_remove);
  g_clear_object (&self->found);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_EVENT_LIST);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_event_list_parent_class)->dispose (object);
}

static void
ent_event_list_finalize (GObject *object)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, ent_list_rows_unref);
  G_OBJECT_CLASS (ent_event_list_parent_class)->finalize (object);
}

static void
ent_event_list_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SORT_BY:
      g_value_take_string (value, ent_event_list_column_id (ent_event_list_get_dataset (self), self->column));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    case PROP_COLUMNS:
      g_value_take_boxed (value, ent_event_list_dup_shown_ids (self->table, ent_event_list_get_dataset (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_event_list_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EntEventList *self = ENT_EVENT_LIST (object);
  EntEventColumn column;

  switch (property_id)
    {
    case PROP_SESSION:
      ent_event_list_set_session (self, g_value_get_object (value));
      break;
    case PROP_SORT_BY:
      if (ent_event_list_find_column (ent_event_list_get_dataset (self), g_value_get_string (value), &column))
        ent_event_list_set_sorting (self->table, column, self->descending);
      break;
    case PROP_DESCENDING:
      ent_event_list_set_sorting (self->table, self->column, g_value_get_boolean (value));
      break;
    case PROP_COLUMNS:
      ent_event_list_show_columns (self->table, ent_event_list_get_dataset (self), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_event_list_class_init (EntEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_event_list_dispose;
  object_class->finalize = ent_event_list_finalize;
  object_class->get_property = ent_event_list_get_property;
  object_class->set_property = ent_event_list_set_property;
  widget_class->measure = ent_event_list_measure;
  widget_class->size_allocate = ent_event_list_size_allocate;
  widget_class->map = ent_event_list_map;
  widget_class->grab_focus = ent_event_list_grab_focus;

  /**
   * EntEventList:session:
   *
   * Whose events are listed.
   */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /**
   * EntEventList:sort-by:
   *
   * The id of the column that the list is sorted by.
   */
  properties[PROP_SORT_BY] = g_param_spec_string ("sort-by", NULL, NULL, "date",
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /**
   * EntEventList:descending:
   *
   * Whether the last come first.
   */
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                        G_PARAM_STATIC_STRINGS);
  /**
   * EntEventList:columns:
   *
   * The ids of the columns that are shown, in their order; set to %NULL for the main ones.
   */
  properties[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "event-list.usual-columns", NULL, show_usual_columns);
  gtk_widget_class_install_property_action (widget_class, "event-list.sort-by", "sort-by");
  gtk_widget_class_install_property_action (widget_class, "event-list.descending", "descending");
  gtk_widget_class_install_action (widget_class, "event-list.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "event-list.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, 0, "win.next-hit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, 0, "win.previous-hit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "event-list.copy", NULL);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEventList, box);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, in_view_button);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, all_button);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, pages);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, table);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, cards);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, empty);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, fit_button);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, EntEventList, columns_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
ent_event_list_init (EntEventList *self)
{
  g_autoptr (GtkListItemFactory) cards = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
  self->stale = TRUE;
  self->model = ent_row_model_new ();
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->column = ENT_COLUMN_DATE;
  ent_event_list_add_columns (self, self->table);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cards = ent_event_list_card_factory (self);
  gtk_list_view_set_factory (self->cards, cards);
  ent_event_list_update_menus (self);
  give_model (self);
  show_counts (self, 0, 0);
  show_sorting (self);
  show_page (self);

  self->signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::view", G_CALLBACK (view_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "annotated", G_CALLBACK (annotated_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::focus", G_CALLBACK (selection_changed_cb), self);
  self->found = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_swapped (self->found, "notify::filter", G_CALLBACK (found_cb), self);
}

/** ent_event_list_get_session: (skip): what it shows */
EntSession *
ent_event_list_get_session (EntEventList *self)
{
  g_return_val_if_fail (ENT_IS_EVENT_LIST (self), NULL);

  return self->session;
}

/**
 * ent_event_list_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_event_list_set_session (EntEventList *self,
                            EntSession   *session)
{
  g_return_if_fail (ENT_IS_EVENT_LIST (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->found, session != NULL ? ent_session_get_results (session) : NULL);
  g_signal_group_set_target (self->signals, session);
  dataset_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
