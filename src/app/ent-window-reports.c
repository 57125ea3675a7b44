/* ent-window-reports.c: pages that stand in the place of the picture for a while
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-page.h"
#include "ent-health-page.h"
#include "ent-navigation.h"
#include "ent-window-private.h"

static const char *const reports[] = { "compare", "health" };

/* Interned, as names of actions and children are compared; NULL when there is none of that name. */
static const char *
find_report (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (reports[i], name) == 0)
      return reports[i];
  return NULL;
}

/** ent_window_get_report: (skip): (nullable): which report is shown; %NULL for timeline or list */
const char *
ent_window_get_report (EntWindow *self)
{
  return self->report;
}

static GtkWidget *
ensure_health (EntWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->answers, "health");
  GFile *file = ent_document_get_file (self->document);
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("bundled");

  if (page == NULL)
    {
      page = ent_health_page_new (self->session);
      gtk_stack_add_named (self->answers, page, "health");
    }
  ent_health_page_set_name (ENT_HEALTH_PAGE (page), name);
  return page;
}

/* Without an event chosen for it before, it is about the one in focus. */
static EntComparePage *
ensure_compare (EntWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->answers, "compare");
  EntDataset *dataset = ent_session_get_dataset (self->session);
  const char *pivot;

  if (page == NULL)
    {
      page = ent_compare_page_new (self->session);
      gtk_stack_add_named (self->answers, page, "compare");
    }
  ent_compare_page_set_file (ENT_COMPARE_PAGE (page), ent_document_get_file (self->document));
  pivot = ent_compare_page_get_pivot (ENT_COMPARE_PAGE (page));
  if (pivot == NULL || dataset == NULL || ent_dataset_find (dataset, ent_slice_from_string (pivot)) == ENT_ROW_NONE)
    ent_compare_page_set_pivot (ENT_COMPARE_PAGE (page), ent_session_get_focus (self->session));
  return ENT_COMPARE_PAGE (page);
}

/* A page that is only turned away is still read out. */
static void
hide_others (EntWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->answers, reports[i]);

      if (page != NULL)
        gtk_widget_set_visible (page, self->report == reports[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->pages), self->report == NULL);
  gtk_widget_set_visible (self->compare_tab, g_strcmp0 (self->report, "compare") == 0);
  gtk_widget_set_visible (self->health_tab, g_strcmp0 (self->report, "health") == 0);
}

/**
 * ent_window_set_report:
 * @self: a window
 * @name: (nullable): a page
 *
 * Shows the report of that name; any other name, and %NULL, leaves the report that is shown.
 *
 * Returns: whether there is such a report
 */
gboolean
ent_window_set_report (EntWindow  *self,
                       const char *name)
{
  const char *report = find_report (name);

  if (g_strcmp0 (report, "health") == 0)
    ensure_health (self);
  else if (g_strcmp0 (report, "compare") == 0)
    ensure_compare (self);
  if (report != self->report)
    {
      self->report = report;
      hide_others (self);
      ent_window_update_answer (self);
      ent_window_update_layout (self);
    }
  return report != NULL;
}

static void
leave_report_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_window_show_page (self, gtk_stack_get_visible_child_name (self->pages));
}

/* What is chosen on a page that does not show it is told beside. */
static void
show_details_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EntWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  EntDataset *dataset = ent_session_get_dataset (self->session);

  g_action_group_activate_action (G_ACTION_GROUP (self), "show-event", parameter);
  if (dataset != NULL && ent_dataset_find (dataset, ent_slice_from_string (id)) != ENT_ROW_NONE)
    ent_panes_set_open (self->panes, ENT_PANE_DETAILS, TRUE);
}

/* What is asked for with an event in focus is about that one. */
static void
compare_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  EntWindow *self = user_data;
  const char *id = ent_session_get_focus (self->session);

  if (id == NULL)
    id = ent_session_get_selection (self->session)[0];
  if (id != NULL)
    ent_compare_page_set_pivot (ensure_compare (self), id);
  ent_window_show_page (self, "compare");
}

static void
health_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ent_window_show_page (user_data, "health");
}

static const GActionEntry entries[] = {
  { .name = "compare", .activate = compare_activated },
  { .name = "health", .activate = health_activated },
  { .name = "leave-report", .activate = leave_report_activated },
  { .name = "show-details", .activate = show_details_activated, .parameter_type = "s" },
};

/** ent_window_update_reports: (skip): enables the actions when there is something to report on */
void
ent_window_update_reports (EntWindow *self,
                           gboolean   open)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 open);
}

/** ent_window_init_reports: (skip): adds the actions */
void
ent_window_init_reports (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
