/* ent-window-lanes.c: what makes the lanes of a window's timeline, and which date it follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-text.h"
#include "ent-facet-choice.h"
#include "ent-facet-text.h"
#include "ent-facets.h"
#include "ent-results.h"
#include "ent-timeline-view.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* What views call no lanes, and no colours. */
#define NONE "none"

static const struct
{
  const char  *word;
  EntLaneOrder order;
} orders[] = {
  { "natural", ENT_LANE_ORDER_NATURAL },
  { "count", ENT_LANE_ORDER_COUNT },
  { "name", ENT_LANE_ORDER_NAME },
  { "date", ENT_LANE_ORDER_DATE },
};

static const char *
order_word (EntLaneOrder order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].order == order)
      return orders[i].word;
  return orders[0].word;
}

/* A change of how things are shown is a step of the history of its own. Takes the view. */
static void
show (EntWindow *self,
      EntView   *view)
{
  ent_session_set_view (self->session, view);
  ent_session_commit (self->session);
  ent_view_free (view);
}

static EntView *
dup_view (EntWindow *self)
{
  return ent_view_copy (ent_session_get_view (self->session));
}

static void
group_by_changed (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  EntView *view = dup_view (user_data);
  const char *facet = g_variant_get_string (state, NULL);

  ent_view_set_group_by (view, g_str_equal (facet, "kind") ? NULL : facet);
  /* Lanes of other values stand in their own order, and open. */
  ent_view_set_lanes (view, NULL);
  ent_view_set_collapsed (view, NULL);
  show (user_data, view);
}

static void
lane_order_changed (GSimpleAction *action,
                    GVariant      *state,
                    gpointer       user_data)
{
  EntView *view = dup_view (user_data);

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].word, g_variant_get_string (state, NULL)))
      ent_view_set_lane_order (view, orders[i].order);
  ent_view_set_lanes (view, NULL);
  show (user_data, view);
}

static void
pair_as_changed (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  EntView *view = dup_view (user_data);

  ent_view_set_pair_as (view, g_str_equal (g_variant_get_string (state, NULL), "recorded") ? ENT_PAIRS_RECORDED
                                                                                            : ENT_PAIRS_STATES);
  ent_view_set_lanes (view, NULL);
  ent_view_set_collapsed (view, NULL);
  show (user_data, view);
}

static void
basis_changed (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  EntView *view = dup_view (user_data);
  int basis;

  if (ent_terms_find (ENT_TERMS_BASIS, ent_slice_from_string (g_variant_get_string (state, NULL)), &basis))
    ent_view_set_basis (view, basis);
  show (user_data, view);
}

static void
collapse_all_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EntWindow *self = user_data;
  EntView *view = dup_view (self);
  g_auto (GStrv) keys = ent_timeline_view_dup_lanes (ENT_TIMELINE_VIEW (self->timeline), NULL);

  ent_view_set_collapsed (view, (const char *const *) keys);
  show (self, view);
}

static void
expand_all_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EntView *view = dup_view (user_data);

  ent_view_set_collapsed (view, NULL);
  show (user_data, view);
}

/* Folds a lane to its head, or opens it. */
static void
toggle_lane (EntWindow  *self,
             const char *key)
{
  EntView *view = dup_view (self);
  const char *const *collapsed = ent_view_get_collapsed (view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;
  gboolean was_collapsed = FALSE;

  for (; collapsed != NULL && *collapsed != NULL; collapsed++)
    if (g_str_equal (*collapsed, key))
      was_collapsed = TRUE;
    else
      g_strv_builder_add (builder, *collapsed);
  if (!was_collapsed)
    g_strv_builder_add (builder, key);
  left = g_strv_builder_end (builder);
  ent_view_set_collapsed (view, (const char *const *) left);
  show (self, view);
}

static void
toggle_lane_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  toggle_lane (user_data, g_variant_get_string (parameter, NULL));
}

/* The lane of the event in focus, or the first. */
static void
collapse_lane_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  EntWindow *self = user_data;
  guint lane = 0;
  g_auto (GStrv) keys = ent_timeline_view_dup_lanes (ENT_TIMELINE_VIEW (self->timeline), &lane);

  if (keys[0] != NULL)
    toggle_lane (self, keys[lane]);
}

/* Changes places with the lane above or below: all that stand before it are then in the order they were in. Without a
 * key it is the lane of the event in focus, or the first. */
static void
move_lane (EntWindow  *self,
           const char *key,
           int         by)
{
  guint lane = 0;
  g_auto (GStrv) keys = ent_timeline_view_dup_lanes (ENT_TIMELINE_VIEW (self->timeline), &lane);
  guint n_lanes = g_strv_length (keys);
  EntView *view;
  char *moved;

  for (guint i = 0; key != NULL && i < n_lanes; i++)
    if (g_str_equal (keys[i], key))
      lane = i;
  if (n_lanes == 0 || (by < 0 && lane == 0) || (by > 0 && lane + 1 >= n_lanes))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  moved = keys[lane];
  keys[lane] = keys[lane + (guint) by];
  keys[lane + (guint) by] = moved;
  view = dup_view (self);
  ent_view_set_lanes (view, (const char *const *) keys);
  show (self, view);
}

static void
lane_up_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  move_lane (user_data, NULL, -1);
}

static void
lane_down_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  move_lane (user_data, NULL, 1);
}

static void
move_lane_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  const char *key;
  int by;

  g_variant_get (parameter, "(&si)", &key, &by);
  move_lane (user_data, key, by < 0 ? -1 : 1);
}

/* Filters by what makes a lane. */
static void
filter_by_lane (EntWindow  *self,
                const char *key,
                gboolean    exclude)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  EntResults *results = ent_session_get_results (self->session);
  const EntView *view = ent_session_get_view (self->session);
  const char *group_by = ent_view_get_group_by (view);
  const EntFacet *facet = ent_facets_find (ent_dataset_get_facets (dataset), group_by != NULL ? group_by : "kind");
  guint32 value = facet != NULL ? ent_facet_find_value (facet, ent_slice_from_string (key)) : ENT_FACET_VALUE_NONE;
  g_autoptr (EntQuery) query = NULL;

  if (value == ENT_FACET_VALUE_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  query = exclude ? ent_facet_choice_exclude (ent_results_get_query (results), dataset, facet, value)
                  : ent_facet_choice_only (ent_results_get_query (results), facet, value);
  ent_results_set_query (results, query);
}

static void
only_lane_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  filter_by_lane (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
exclude_lane_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  filter_by_lane (user_data, g_variant_get_string (parameter, NULL), TRUE);
}

static const GActionEntry entries[] = {
  { .name = "group-by", .parameter_type = "s", .state = "'kind'", .change_state = group_by_changed },
  { .name = "lane-order", .parameter_type = "s", .state = "'natural'", .change_state = lane_order_changed },
  { .name = "pair-as", .parameter_type = "s", .state = "'states'", .change_state = pair_as_changed },
  { .name = "basis", .parameter_type = "s", .state = "'occurred'", .change_state = basis_changed },
  { .name = "collapse-all", .activate = collapse_all_activated },
  { .name = "expand-all", .activate = expand_all_activated },
  { .name = "toggle-lane", .activate = toggle_lane_activated, .parameter_type = "s" },
  { .name = "collapse-lane", .activate = collapse_lane_activated },
  { .name = "lane-up", .activate = lane_up_activated },
  { .name = "lane-down", .activate = lane_down_activated },
  { .name = "move-lane", .activate = move_lane_activated, .parameter_type = "(si)" },
  { .name = "only-lane", .activate = only_lane_activated, .parameter_type = "s" },
  { .name = "exclude-lane", .activate = exclude_lane_activated, .parameter_type = "s" },
};

/* Menus */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu      *menu,
                const char *title,
                GMenu      *section)
{
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenuModel *
make_lanes_menu (EntWindow *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  const EntFacets *facets = ent_dataset_get_facets (dataset);
  const char *group_by = ent_view_get_group_by (ent_session_get_view (self->session));
  GMenu *menu = g_menu_new ();
  GMenu *by = g_menu_new ();
  GMenu *order = g_menu_new ();
  GMenu *fold = g_menu_new ();

  for (guint i = 0; i < ent_facets_get_size (facets); i++)
    {
      const EntFacet *facet = ent_facets_get (facets, i);
      g_autofree char *name = ent_facet_text_field (ent_facet_get_name (facet));

      if (ent_facet_get_n_values (facet) > 0)
        append (by, name, "win.group-by", ent_facet_get_name (facet));
    }
  append (by, _("No Lanes"), "win.group-by", NONE);
  append_section (menu, NULL, by);
  if (g_strcmp0 (group_by, "pair") == 0)
    {
      GMenu *pairs = g_menu_new ();

      append (pairs, _("States"), "win.pair-as", "states");
      append (pairs, _("As Recorded"), "win.pair-as", "recorded");
      append_section (menu, _("Pairs Of"), pairs);
    }
  append (order, _("Usual"), "win.lane-order", "natural");
  append (order, _("Most Events First"), "win.lane-order", "count");
  append (order, _("By Name"), "win.lane-order", "name");
  append (order, _("Earliest First"), "win.lane-order", "date");
  append_section (menu, _("Order"), order);
  g_menu_append (fold, _("Move Lane _Up"), "win.lane-up");
  g_menu_append (fold, _("Move Lane _Down"), "win.lane-down");
  g_menu_append (fold, _("_Fold Lane"), "win.collapse-lane");
  g_menu_append (fold, _("Fold _All"), "win.collapse-all");
  g_menu_append (fold, _("_Unfold All"), "win.expand-all");
  append_section (menu, NULL, fold);
  return G_MENU_MODEL (menu);
}

static char *
basis_name (EntBasis basis)
{
  return basis == ENT_BASIS_OCCURRED ? g_strdup (C_("basis", "Occurred"))
                                     : g_strdup (ent_event_text_phase ((EntPhase) (basis - ENT_BASIS_INTRUSION)));
}

static GMenuModel *
make_basis_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *bases = g_menu_new ();
  GMenu *as_of = g_menu_new ();

  for (int basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
    {
      g_autofree char *name = basis_name (basis);

      append (bases, name, "win.basis", ent_terms_word (ENT_TERMS_BASIS, basis));
    }
  append_section (menu, NULL, bases);
  g_menu_append (as_of, _("As of a _Day…"), "win.as-of");
  g_menu_append (as_of, _("As of the Selected _Event"), "win.as-of-event");
  g_menu_append (as_of, _("Show All That Is _Known"), "win.as-of-leave");
  append_section (menu, NULL, as_of);
  return G_MENU_MODEL (menu);
}

/**
 * ent_window_update_lanes:
 * @self: a window
 * @open: whether a timeline is shown
 *
 * Brings what can be done with lanes, and what the bar says of them, up to what the session is.
 */
void
ent_window_update_lanes (EntWindow *self,
                         gboolean   open)
{
  const EntView *view = ent_session_get_view (self->session);
  const char *group_by = ent_view_get_group_by (view);
  g_autofree char *lanes = NULL;
  g_autofree char *date = basis_name (ent_view_get_basis (view));

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 open);
  ent_window_set_action_state (self, "group-by", g_variant_new_string (group_by != NULL ? group_by : "kind"));
  ent_window_set_action_state (self, "lane-order", g_variant_new_string (order_word (ent_view_get_lane_order (view))));
  ent_window_set_action_state (self, "pair-as", g_variant_new_string (
                                                  ent_view_get_pair_as (view) == ENT_PAIRS_RECORDED ? "recorded"
                                                                                                   : "states"));
  ent_window_set_action_state (self, "basis", g_variant_new_string (
                                                ent_terms_word (ENT_TERMS_BASIS, ent_view_get_basis (view))));
  lanes = g_strcmp0 (group_by, NONE) == 0 ? g_strdup (C_("lanes", "None"))
                                          : ent_facet_text_field (group_by != NULL ? group_by : "kind");
  ent_view_button_set_value (self->lanes_button, lanes);
  ent_view_button_set_value (self->basis_button, date);
}

/* The menus are made anew when they would say something else, and not with each frame of a movement. */
static void
update_menus (EntWindow *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (ent_session_get_dataset (self->session) == NULL)
    return;
  menu = make_lanes_menu (self);
  ent_view_button_set_menu (self->lanes_button, menu);
}

static void
group_by_state_cb (EntWindow *self)
{
  update_menus (self);
}

/** ent_window_init_lanes: (skip): has lanes and dates follow the session */
void
ent_window_init_lanes (EntWindow *self)
{
  g_autoptr (GMenuModel) basis = make_basis_menu ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ent_view_button_set_menu (self->basis_button, basis);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (update_menus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "action-state-changed::group-by", G_CALLBACK (group_by_state_cb), self,
                           G_CONNECT_SWAPPED);
}
