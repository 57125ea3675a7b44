/* ent-compare-page.c: what was before an event, and what after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-page-private.h"

#include <glib/gi18n.h>

#include "ent-comparison-text.h"
#include "ent-compat.h"
#include "ent-date-text.h"
#include "ent-event-text.h"
#include "ent-facet-text.h"
#include "ent-phrase.h"
#include "ent-results.h"
#include "ent-wrap-layout.h"

/* With less room than this, in pixels, the strips stand below the numbers. */
#define NARROW 600

static const char *const windows[] = { "P6M", "P1Y", "P2Y", "P5Y" };

/**
 * EntComparePage:
 *
 * Compares what is shown by the session's query, on its basis, in two windows of the same length before and after an
 * event. It follows the session, and counts in a thread once it is seen.
 *
 * # CSS nodes
 *
 * A `.report` with a `.report-head`; in it `.pivot`, `.controls`, `.compare-table` and `.notes`.
 */
G_DEFINE_FINAL_TYPE (EntComparePage, ent_compare_page, ADW_TYPE_BIN)

static void queue_update (EntComparePage *self);

/* What a comparison depends on, atomically counted. */
typedef struct _EntCompareJob
{
  EntDataset *dataset;  /* (owned) */
  EntRowSet  *rows;     /* (owned) (nullable) */
  char       *language; /* (owned) (nullable) */
  EntBasis    basis;
  guint32     pivot;
  EntPeriod   period;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dataset);
  g_clear_pointer (&job->rows, ent_row_set_unref);
  g_free (job->language);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static gboolean
job_equal (const Job *a,
           const Job *b)
{
  return a->dataset == b->dataset && a->rows == b->rows && a->basis == b->basis && a->pivot == b->pivot &&
         ent_period_equal (&a->period, &b->period) && g_strcmp0 (a->language, b->language) == 0;
}

/* Showing */

/* What a stack does not show is still there for screen readers, unless it is made invisible. */
static void
show_child (EntComparePage *self,
            const char     *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->pages, name);
  gboolean is_table = g_str_equal (name, "table");

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->pages, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
  gtk_widget_set_sensitive (self->copy_button, is_table && self->comparison != NULL);
  gtk_widget_set_sensitive (self->export_button, is_table && self->comparison != NULL);
}

static guint32
find_pivot (EntComparePage *self,
            EntDataset     *dataset)
{
  return self->pivot != NULL && dataset != NULL ? ent_dataset_find (dataset, ent_slice_from_string (self->pivot))
                                                : ENT_ROW_NONE;
}

static char *
basis_text (EntBasis basis)
{
  if (basis == ENT_BASIS_OCCURRED)
    return g_strdup (_("by when they occurred"));
  /* TRANSLATORS: {phase} is that of an incident, such as "Detection" */
  return ent_phrase_fill (_("incidents by their phase “{phase}”"), "phase",
                          ent_event_text_phase ((EntPhase) (basis - ENT_BASIS_INTRUSION)), NULL);
}

static void
show_head (EntComparePage *self,
           EntDataset     *dataset,
           guint32         row)
{
  EntResults *results = ent_session_get_results (self->session);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (self->session));
  const char *query = ent_compare_page_get_query (self);
  const EntRowSet *matching = ent_results_get_matching (results);
  guint n_events = matching != NULL ? ent_row_set_count (matching) : ent_dataset_get_n_events (dataset);
  g_autofree char *title = ent_event_text_title (dataset, row, ent_compare_page_get_language (self));
  g_autofree char *date = ent_event_text_date (dataset, row, basis, ent_compare_page_get_language (self));
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_events);
  g_autofree char *events = g_strdup_printf (ngettext ("%s event", "%s events", n_events), number);
  g_autofree char *by = basis_text (basis);
  g_autofree char *said = g_strdup_printf ("%s, %s", title, date);
  g_autofree char *text = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pivot_button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->date_label, date);
  text = *query != '\0'
           /* TRANSLATORS: {events} is "143 events", {query} what they match, {basis} "by when they occurred" */
           ? ent_phrase_fill (_("Counted: {events} that match {query}, {basis}"), "events", events, "query", query, "basis",
                              by, NULL)
           /* TRANSLATORS: {events} is "143 events", {basis} "by when they occurred" */
           : ent_phrase_fill (_("Counted: all {events}, {basis}"), "events", events, "basis", by, NULL);
  gtk_label_set_label (self->counted_label, text);
  gtk_widget_set_visible (self->all_button, *query != '\0');
}

static void
show_notes (EntComparePage *self)
{
  g_auto (GStrv) notes = ent_comparison_text_notes (self->comparison, &ent_compared_facets[self->facet], 1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      g_autofree char *clean = ent_phrase_clean_line (ent_slice_from_string (notes[i]));
      GtkWidget *label = gtk_label_new (clean);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "note");
      /* A source below the line that introduces it. */
      if (*notes[i] == ' ')
        gtk_widget_set_margin_start (label, 12);
      gtk_box_append (self->notes, label);
    }
}

static void
show_table (EntComparePage *self)
{
  g_autofree char *before = ent_date_text_span (ent_comparison_get_window (self->comparison, ENT_SIDE_BEFORE));
  g_autofree char *after = ent_date_text_span (ent_comparison_get_window (self->comparison, ENT_SIDE_AFTER));
  /* TRANSLATORS: two spans of time */
  g_autofree char *spans = ent_phrase_fill (_("Before: {before}\nAfter: {after}"), "before", before, "after", after, NULL);

  gtk_label_set_label (self->spans_label, spans);
  ent_compare_table_set (self->table, self->comparison, ent_compared_facets[self->facet],
                         ent_compare_page_get_language (self), self->narrow);
  show_notes (self);
  gtk_widget_set_visible (GTK_WIDGET (self->facets), TRUE);
  show_child (self, "table");
  /* Where the keys went while there was nothing else. */
  if (gtk_widget_has_focus (self->close_button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_status (EntComparePage *self,
             const char     *title,
             const char     *description)
{
  g_clear_pointer (&self->comparison, ent_comparison_unref);
  g_clear_pointer (&self->job, job_unref);
  ent_status_page_set_title (self->status, title);
  ent_status_page_set_description (self->status, description);
  show_child (self, "status");
}

/* Counting */

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  EntComparison *comparison = ent_comparison_new (job->dataset, job->basis, job->rows, job->pivot, &job->period, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) ent_comparison_unref);
  else
    g_task_return_error (task, error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EntComparePage *self = ENT_COMPARE_PAGE (source);
  g_autoptr (GError) error = NULL;
  EntComparison *comparison = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_last = g_task_get_cancellable (G_TASK (result)) == self->cancellable;

  if (is_last)
    g_clear_object (&self->cancellable);
  if (is_last && comparison != NULL)
    {
      g_clear_pointer (&self->comparison, ent_comparison_unref);
      self->comparison = ent_comparison_ref (comparison);
      show_table (self);
    }
  else if (is_last)
    {
      g_autofree char *reason = ent_phrase_capitalize (error->message);

      show_status (self, _("Nothing to Compare"), reason);
    }
  g_clear_pointer (&comparison, ent_comparison_unref);
}

static void
stop (EntComparePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
update (EntComparePage *self)
{
  EntResults *results = ent_session_get_results (self->session);
  EntDataset *dataset = ent_results_get_dataset (results);
  EntRowSet *matching = ent_results_get_matching (results);
  guint32 row = find_pivot (self, dataset);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (row == ENT_ROW_NONE)
    {
      stop (self);
      show_status (self, _("Choose an Event"),
                   _("Select one on the timeline or in the list; here you see what was before it, and what after."));
      return;
    }
  show_head (self, dataset, row);
  job = g_atomic_rc_box_new0 (Job);
  job->dataset = g_object_ref (dataset);
  job->rows = matching != NULL ? ent_row_set_ref (matching) : NULL;
  job->language = g_strdup (ent_compare_page_get_language (self));
  job->basis = ent_view_get_basis (ent_session_get_view (self->session));
  job->pivot = row;
  job->period = self->period;
  if (self->job != NULL && job_equal (job, self->job))
    {
      job_unref (job);
      return;
    }
  stop (self);
  g_clear_pointer (&self->job, job_unref);
  self->job = job;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  /* What was counted last is told from what was counted before by this. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), (GDestroyNotify) job_unref);
  g_task_run_in_thread (task, count_in_thread);
}

static gboolean
update_cb (gpointer user_data)
{
  EntComparePage *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Only what is seen is counted. */
static void
queue_update (EntComparePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

/* Choosing */

/* A button of each group is down, or none where the entry says something else. */
static void
show_choice (EntComparePage *self)
{
  g_autofree char *text = ent_period_to_text (&self->period);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->windows)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), g_str_equal (windows[i], text));
  i = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->facets)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i == self->facet);
}

static void
show_window_error (EntComparePage *self,
                   const char     *message)
{
  g_autofree char *text = message != NULL ? ent_phrase_capitalize (message) : NULL;

  gtk_label_set_label (self->window_error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->window_error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->window_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->window_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->window_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
entry_changed_cb (EntComparePage *self)
{
  g_autoptr (GError) error = NULL;
  EntPeriod period;

  if (!ent_period_parse (gtk_editable_get_text (GTK_EDITABLE (self->window_entry)), &period, &error))
    {
      show_window_error (self, error->message);
      return;
    }
  show_window_error (self, NULL);
  if (ent_period_equal (&period, &self->period))
    return;
  self->period = period;
  show_choice (self);
  queue_update (self);
}

static void
window_clicked_cb (EntComparePage *self,
                   GtkWidget      *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "ent-window");

  gtk_editable_set_text (GTK_EDITABLE (self->window_entry), text);
  /* A button that was down and pressed stays so. */
  show_choice (self);
}

static void
facet_clicked_cb (EntComparePage *self,
                  GtkWidget      *button)
{
  guint facet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ent-facet"));

  if (facet != self->facet)
    {
      self->facet = facet;
      if (self->comparison != NULL)
        show_table (self);
    }
  show_choice (self);
}

static GtkWidget *
add_choice (GtkBox     *box,
            const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (box, button);
  return button;
}

static void
add_choices (EntComparePage *self)
{
  static const char *const names[G_N_ELEMENTS (windows)] = { N_("6 Months"), N_("1 Year"), N_("2 Years"), N_("5 Years") };
  static const char *const facets[ENT_N_COMPARED_FACETS] = { "kind", "category", "pair", "severity" };

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GtkWidget *button = add_choice (self->windows, _(names[i]));

      g_object_set_data (G_OBJECT (button), "ent-window", (gpointer) windows[i]);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (window_clicked_cb), self);
    }
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    {
      g_autofree char *name = ent_facet_text_field (facets[i]);
      GtkWidget *button = add_choice (self->facets, name);

      g_object_set_data (G_OBJECT (button), "ent-facet", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (facet_clicked_cb), self);
    }
}

/* The template's */

static void
pivot_clicked_cb (EntComparePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-event", "s", self->pivot);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-report", NULL);
}

static void
copy_clicked_cb (EntComparePage *self)
{
  ent_compare_page_copy (self);
}

static void
export_clicked_cb (EntComparePage *self)
{
  ent_compare_page_export (self);
}

static void
events_cb (EntComparePage *self,
           guint           value,
           int             side)
{
  ent_compare_page_show_events (self, value, (EntSide) side);
}

static void
ent_compare_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_compare_page_parent_class)->map (widget);
  queue_update (ENT_COMPARE_PAGE (widget));
}

static gboolean
layout_cb (gpointer user_data)
{
  EntComparePage *self = user_data;

  self->layout_id = 0;
  if (self->comparison != NULL)
    show_table (self);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (EntComparePage *self,
                  GtkAdjustment  *adjustment)
{
  double width = gtk_adjustment_get_page_size (adjustment);

  if (width <= 0 || self->narrow == (width < NARROW))
    return;
  self->narrow = width < NARROW;
  /* This is in the midst of placing widgets. */
  if (self->layout_id == 0)
    self->layout_id = g_idle_add (layout_cb, self);
}

static gboolean
ent_compare_page_grab_focus (GtkWidget *widget)
{
  EntComparePage *self = ENT_COMPARE_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_grab_focus (self->close_button);
}

static void
ent_compare_page_dispose (GObject *object)
{
  EntComparePage *self = ENT_COMPARE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  stop (self);
  g_clear_pointer (&self->job, job_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->comparison, ent_comparison_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pivot, g_free);
  G_OBJECT_CLASS (ent_compare_page_parent_class)->dispose (object);
}

static void
ent_compare_page_class_init (EntComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_compare_page_dispose;
  widget_class->map = ent_compare_page_map;
  widget_class->grab_focus = ent_compare_page_grab_focus;
  g_type_ensure (ENT_TYPE_COMPARE_TABLE);
  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-report", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, export_button);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, pages);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, status);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, pivot_button);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, date_label);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, windows);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, window_entry);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, window_error);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, facets);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, counted_label);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, spans_label);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, table);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, notes);
  gtk_widget_class_bind_template_callback (widget_class, pivot_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, events_cb);
}

static void
ent_compare_page_init (EntComparePage *self)
{
  self->period.months = 24;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  add_choices (self);
  gtk_editable_set_text (GTK_EDITABLE (self->window_entry), "P2Y");
  show_choice (self);
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_compare_page_new:
 * @session: whose events are compared
 *
 * Returns: (transfer floating): the page, with no event to compare around
 */
GtkWidget *
ent_compare_page_new (EntSession *session)
{
  EntComparePage *self = g_object_new (ENT_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (ent_session_get_results (session), "notify::filter", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** ent_compare_page_get_pivot: (skip): (nullable): the id of the event before and after which is compared */
const char *
ent_compare_page_get_pivot (EntComparePage *self)
{
  g_return_val_if_fail (ENT_IS_COMPARE_PAGE (self), NULL);

  return self->pivot;
}

/**
 * ent_compare_page_set_pivot:
 * @self: the page
 * @id: (nullable): the event before and after which is compared
 */
void
ent_compare_page_set_pivot (EntComparePage *self,
                            const char     *id)
{
  g_return_if_fail (ENT_IS_COMPARE_PAGE (self));

  if (g_strcmp0 (self->pivot, id) == 0)
    return;
  g_free (self->pivot);
  self->pivot = g_strdup (id);
  queue_update (self);
}

/** ent_compare_page_set_file: (skip): says which file the events come from, or %NULL; figures are not written over it */
void
ent_compare_page_set_file (EntComparePage *self,
                           GFile          *file)
{
  g_return_if_fail (ENT_IS_COMPARE_PAGE (self));

  g_set_object (&self->file, file);
}
