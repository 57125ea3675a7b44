/* ent-event-list-columns.c: which columns the list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-private.h"

#include <glib/gi18n.h>

/* A file with more further fields than this has columns for the first of them. */
#define MAX_FIELD_COLUMNS 60

static guint
count_columns (EntDataset *dataset)
{
  return MIN (ent_event_list_n_columns (dataset), ENT_COLUMN_FIELD + MAX_FIELD_COLUMNS);
}

/**
 * ent_event_list_get_shown_columns:
 * @view: a table with the list's columns
 * @n_columns: (out): how many
 *
 * Returns: (transfer full) (array length=n_columns): those that are shown, an #EntEventColumn each, in the order they
 *   stand in; free with g_free()
 */
guint *
ent_event_list_get_shown_columns (GtkColumnView *view,
                                  guint         *n_columns)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint *shown = g_new (guint, g_list_model_get_n_items (columns) + 1);

  *n_columns = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        shown[(*n_columns)++] = ent_event_list_get_column (column);
    }
  return shown;
}

/** ent_event_list_dup_shown_ids: Returns: (transfer full): the ids of the columns that are shown, ended by %NULL */
GStrv
ent_event_list_dup_shown_ids (GtkColumnView *view,
                              EntDataset    *dataset)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n_shown;
  g_autofree guint *shown = ent_event_list_get_shown_columns (view, &n_shown);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *id = ent_event_list_column_id (dataset, shown[i]);

      g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

/**
 * ent_event_list_show_columns:
 * @view: a table with the list's columns
 * @dataset: (nullable): the events
 * @ids: (nullable): ids of columns; those there are not are left out. %NULL for the main ones
 *
 * Shows these columns, and no others; the title stays.
 */
void
ent_event_list_show_columns (GtkColumnView     *view,
                             EntDataset        *dataset,
                             const char *const *ids)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      EntEventColumn number = ent_event_list_get_column (column);
      g_autofree char *id = ent_event_list_column_id (dataset, number);

      gtk_column_view_column_set_visible (
        column, number == ENT_COLUMN_TITLE || (ids != NULL ? g_strv_contains (ids, id) : number < ENT_N_MAIN_COLUMNS));
    }
}

/**
 * ent_event_list_update_fields:
 * @self: the list
 * @view: its table
 * @dataset: (nullable): other events than before
 *
 * Has a column, not shown, for each of their further fields, and none for those of others.
 */
void
ent_event_list_update_fields (EntEventList  *self,
                              GtkColumnView *view,
                              EntDataset    *dataset)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (ent_event_list_get_column (column) >= ENT_COLUMN_FIELD)
        gtk_column_view_remove_column (view, column);
    }
  for (guint i = ENT_COLUMN_FIELD; i < count_columns (dataset); i++)
    ent_event_list_add_column (self, view, dataset, i);
}

/**
 * ent_event_list_columns_menu:
 * @dataset: (nullable): the events
 *
 * Returns: (transfer full): a switch for each column, which is the action "columns.cN" for its number N
 */
GMenuModel *
ent_event_list_columns_menu (EntDataset *dataset)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) main = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) reset = g_menu_new ();

  for (guint i = 0; i < count_columns (dataset); i++)
    {
      g_autofree char *title = ent_event_list_column_title (dataset, i);
      g_autofree char *action = g_strdup_printf ("columns.c%u", i);

      if (i != ENT_COLUMN_TITLE)
        g_menu_append (i < ENT_N_MAIN_COLUMNS ? main : i < ENT_COLUMN_FIELD ? more : fields, title, action);
    }
  g_menu_append (reset, _("_Usual Columns"), "event-list.usual-columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (main));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  if (g_menu_model_get_n_items (G_MENU_MODEL (fields)) > 0)
    g_menu_append_section (menu, _("Further Fields"), G_MENU_MODEL (fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reset));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
toggled_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       data)
{
  GtkColumnViewColumn *column = data;

  gtk_column_view_column_set_visible (column, g_variant_get_boolean (value));
}

/**
 * ent_event_list_columns_actions:
 * @view: a table with the list's columns
 *
 * Returns: (transfer full): the actions of ent_event_list_columns_menu(), as the table is now
 */
GSimpleActionGroup *
ent_event_list_columns_actions (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *name = g_strdup_printf ("c%u", (guint) ent_event_list_get_column (column));
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
        name, NULL, g_variant_new_boolean (gtk_column_view_column_get_visible (column)));

      g_signal_connect_object (action, "change-state", G_CALLBACK (toggled_cb), column, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  return g_steal_pointer (&actions);
}

/** ent_event_list_get_dataset: (skip): (transfer none) (nullable): whose events are listed */
EntDataset *
ent_event_list_get_dataset (EntEventList *self)
{
  return self->session != NULL ? ent_session_get_dataset (self->session) : NULL;
}

/** ent_event_list_update_menus: (skip): has the menus offer the columns that there are, and those shown to be sorted by */
void
ent_event_list_update_menus (EntEventList *self)
{
  EntDataset *dataset = ent_event_list_get_dataset (self);
  g_autoptr (GMenuModel) columns = ent_event_list_columns_menu (dataset);
  g_autoptr (GMenuModel) sorting = ent_event_list_sort_menu (self->table, dataset);
  g_autoptr (GSimpleActionGroup) actions = ent_event_list_columns_actions (self->table);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (self->columns_button, columns);
  gtk_menu_button_set_menu_model (self->sort_button, sorting);
}

static gboolean
update_menus_cb (gpointer data)
{
  EntEventList *self = data;

  self->menus = 0;
  ent_event_list_update_menus (self);
  g_object_notify (G_OBJECT (self), "columns");
  return G_SOURCE_REMOVE;
}

/** ent_event_list_columns_changed: (skip): a column is shown now, or no longer; of several that change, once */
void
ent_event_list_columns_changed (EntEventList *self)
{
  /* The menu is in the midst of being used. */
  if (self->menus == 0 && self->table != NULL)
    self->menus = g_idle_add (update_menus_cb, self);
}
