/* ent-window-filters.c: the filter pane of a window, and what it can be told to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-pane.h"
#include "ent-navigation.h"
#include "ent-query.h"
#include "ent-results.h"
#include "ent-status-page-no-match.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* The pane is made when it is first shown. */
static EntFilterPane *
ensure_pane (EntWindow *self)
{
  GtkWidget *pane = ent_panes_get_pane (self->panes, ENT_PANE_FILTERS);

  if (pane == NULL)
    {
      pane = ent_filter_pane_new (self->session);
      if (self->sections != NULL)
        ent_filter_pane_set_unfolded (ENT_FILTER_PANE (pane), (const char *const *) self->sections);
      g_clear_pointer (&self->sections, g_strfreev);
      g_signal_connect_swapped (pane, "folded", G_CALLBACK (ent_window_state_changed), self);
      ent_panes_set_pane (self->panes, ENT_PANE_FILTERS, pane);
    }
  return ENT_FILTER_PANE (pane);
}

/* Whoever worked in a pane that goes away works on in the picture. */
static void
set_open (EntWindow   *self,
          EntPaneSide  side,
          gboolean     open)
{
  GtkWidget *pane = ent_panes_get_pane (self->panes, side);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!open && focus != NULL && pane != NULL && gtk_widget_is_ancestor (focus, pane))
    ent_window_focus_page (self);
  ent_panes_set_open (self->panes, side, open);
}

/**
 * ent_window_filters_opened:
 * @self: a window
 *
 * Makes what the filter pane shows, if it is open.
 */
void
ent_window_filters_opened (EntWindow *self)
{
  gboolean open = ent_panes_get_open (self->panes, ENT_PANE_FILTERS);

  if (open)
    ensure_pane (self);
  ent_window_set_action_state (self, "filters", g_variant_new_boolean (open));
}

/** ent_window_dup_sections: (skip): (transfer full) (nullable): the names of the unfolded sections of the filters */
GStrv
ent_window_dup_sections (EntWindow *self)
{
  GtkWidget *pane = ent_panes_get_pane (self->panes, ENT_PANE_FILTERS);

  return pane != NULL ? ent_filter_pane_dup_unfolded (ENT_FILTER_PANE (pane)) : g_strdupv (self->sections);
}

/** ent_window_set_sections: (skip): unfolds these sections of the filters, and no others; %NULL for those of the start */
void
ent_window_set_sections (EntWindow         *self,
                         const char *const *sections)
{
  GtkWidget *pane = ent_panes_get_pane (self->panes, ENT_PANE_FILTERS);

  g_clear_pointer (&self->sections, g_strfreev);
  if (pane == NULL)
    self->sections = g_strdupv ((char **) sections);
  else if (sections != NULL)
    ent_filter_pane_set_unfolded (ENT_FILTER_PANE (pane), sections);
}

static void
filters_changed (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  /* The state follows from what the panes say then. */
  set_open (user_data, ENT_PANE_FILTERS, g_variant_get_boolean (state));
}

/* All room for the picture, and back to what was there. */
static void
panes_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  EntWindow *self = user_data;
  gboolean filters = ent_panes_get_open (self->panes, ENT_PANE_FILTERS);
  gboolean details = ent_panes_get_open (self->panes, ENT_PANE_DETAILS);

  if (filters || details)
    {
      self->filters_put_away = filters;
      self->details_put_away = details;
      set_open (self, ENT_PANE_FILTERS, FALSE);
      set_open (self, ENT_PANE_DETAILS, FALSE);
      return;
    }
  if (self->filters_put_away)
    set_open (self, ENT_PANE_FILTERS, TRUE);
  if (self->details_put_away || !self->filters_put_away)
    set_open (self, ENT_PANE_DETAILS, TRUE);
}

static void
search_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EntWindow *self = user_data;
  EntFilterPane *pane = ensure_pane (self);

  ent_panes_set_open (self->panes, ENT_PANE_FILTERS, TRUE);
  ent_filter_pane_start_search (pane);
}

static void
leave_filters_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  EntWindow *self = user_data;

  if (ent_panes_get_folded (self->panes, ENT_PANE_FILTERS))
    ent_panes_set_open (self->panes, ENT_PANE_FILTERS, FALSE);
  ent_window_focus_page (self);
}

static void
first_hit_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EntWindow *self = user_data;
  EntResults *results = ent_session_get_results (self->session);
  EntRowSet *matching = ent_results_get_dataset (results) != NULL ? ent_results_get_matching (results) : NULL;
  guint32 row = matching != NULL ? ent_navigation_find_first_hit (self->session, matching) : ENT_ROW_NONE;

  if (row != ENT_ROW_NONE)
    {
      ent_navigation_show_event (self->session, row);
      ent_window_focus_page (self);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
clear_filters_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  EntWindow *self = user_data;
  g_autoptr (EntQuery) all = ent_query_new_all ();

  ent_results_set_query (ent_session_get_results (self->session), all);
}

/** ent_window_update_answer: (skip): shows a report that is asked for; else, where nothing is found, what to do about it */
void
ent_window_update_answer (EntWindow *self)
{
  EntResults *results = ent_session_get_results (self->session);
  const EntRowSet *shown = ent_results_get_shown (results);
  const char *report = ent_window_get_report (self);
  gboolean nothing = report == NULL && shown != NULL && ent_row_set_get_n_rows (shown) > 0 &&
                     ent_row_set_count (shown) == 0;
  GtkWidget *page = gtk_stack_get_child_by_name (self->answers, "no-match");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->answers));
  GtkWidget *before = gtk_stack_get_visible_child (self->answers);

  if (nothing && page == NULL)
    {
      page = ent_status_page_no_match_new (self->session);
      gtk_stack_add_named (self->answers, page, "no-match");
    }
  if (nothing)
    {
      ent_status_page_no_match_update (ENT_STATUS_PAGE_NO_MATCH (page));
      gtk_widget_set_visible (page, TRUE);
    }
  gtk_stack_set_visible_child_name (self->answers, report != NULL ? report : nothing ? "no-match" : "events");
  /* A page that is only turned away is still read out. */
  if (page != NULL)
    gtk_widget_set_visible (page, nothing);
  if (focused && report == NULL && gtk_stack_get_visible_child (self->answers) != before)
    ent_window_focus_page (self);
}

/* The events that are linked with one, at any depth, and it; what else was asked is forgotten. */
static void
only_linked_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  EntWindow *self = user_data;
  const EntQueryValue value = { .text = (char *) g_variant_get_string (parameter, NULL) };
  g_autoptr (EntQuery) query = ent_query_new_field ("link", ENT_QUERY_IS, &value, 1);

  ent_results_set_query (ent_session_get_results (self->session), query);
}

static const GActionEntry entries[] = {
  { .name = "filters", .state = "false", .change_state = filters_changed },
  { .name = "panes", .activate = panes_activated },
  { .name = "search", .activate = search_activated },
  { .name = "leave-filters", .activate = leave_filters_activated },
  { .name = "first-hit", .activate = first_hit_activated },
  { .name = "clear-filters", .activate = clear_filters_activated },
  { .name = "only-linked", .activate = only_linked_activated, .parameter_type = "s" },
};

/** ent_window_update_filters: (skip): enables the actions of the filters when there is something to filter */
void
ent_window_update_filters (EntWindow *self,
                           gboolean   open)
{
  const char *query = ent_view_get_query (ent_session_get_view (self->session));

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);
      gboolean enabled = open && (entries[i].activate != clear_filters_activated || (query != NULL && *query != '\0'));

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

/** ent_window_init_filters: (skip): adds the actions */
void
ent_window_init_filters (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->details_put_away = TRUE;
  g_signal_connect_object (ent_session_get_results (self->session), "notify::filter", G_CALLBACK (ent_window_update_answer),
                           self, G_CONNECT_SWAPPED);
}
