/* ent-event-list-table.c: the columns of the list, and the cards where there is no room for columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-private.h"

#include <glib/gi18n.h>

#include "ent-compat.h"
#include "ent-event-text.h"
#include "ent-event.h"
#include "ent-mark-icon.h"

/* The largest mark and a denial below it. */
#define MARK_SIZE 20

/* How wide a column is, in characters: at the least, and when there is room. */
static const struct
{
  int min_chars;
  int nat_chars;
} widths[ENT_N_COLUMNS] = {
  [ENT_COLUMN_KIND] = { 9, 9 },          [ENT_COLUMN_TITLE] = { 26, 46 },  [ENT_COLUMN_DATE] = { 17, 24 },
  [ENT_COLUMN_SEVERITY] = { 3, 3 },      [ENT_COLUMN_ACTORS] = { 11, 18 }, [ENT_COLUMN_CATEGORY] = { 8, 11 },
  [ENT_COLUMN_ATTRIBUTION] = { 9, 17 },  [ENT_COLUMN_SOURCES] = { 3, 3 },
};

#define COLUMN_DATA "ent-column"
#define ROW_DATA "ent-row" /* and one, so that none is 0 */

static EntEventColumn
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, COLUMN_DATA));
}

static void
set_column (gpointer       object,
            EntEventColumn column)
{
  g_object_set_data (object, COLUMN_DATA, GUINT_TO_POINTER (column));
}

/* Cells */

static gboolean
is_cut (GtkWidget  *cell,
        const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (cell);
}

/* Tells what is cut, or said in short. */
static gboolean
tooltip_queried_cb (GtkWidget  *cell,
                    int         x,
                    int         y,
                    gboolean    keyboard,
                    GtkTooltip *tooltip,
                    gpointer    data)
{
  EntEventList *self = data;
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), "ent-item");
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));
  EntEventListContext context;
  g_autofree char *full = NULL;

  if (text == NULL || item == NULL || gtk_list_item_get_item (item) == NULL ||
      !ent_event_list_get_context (self, &context))
    return FALSE;
  full = ent_event_list_full_cell (&context, ent_event_get_row (gtk_list_item_get_item (item)), column_of (cell));
  if (!is_cut (cell, text) && g_str_equal (text, full))
    return FALSE;
  gtk_tooltip_set_text (tooltip, full);
  return TRUE;
}

static GtkWidget *
make_cell (void)
{
  return g_object_new (GTK_TYPE_INSCRIPTION, "xalign", 0.0, "min-lines", 1, "nat-lines", 1, "text-overflow",
                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "hexpand", TRUE, "valign",
                       GTK_ALIGN_CENTER, NULL);
}

static void
cell_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                EntEventList       *self)
{
  EntEventColumn column = column_of (factory);
  GtkWidget *cell = make_cell ();

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), (guint) widths[column].min_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), (guint) widths[column].nat_chars);
  set_column (cell, column);
  /* The item is as old as the cell. */
  g_object_set_data (G_OBJECT (cell), "ent-item", item);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (tooltip_queried_cb), self, 0);
  if (column == ENT_COLUMN_KIND)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *mark = ent_mark_icon_new ();

      gtk_widget_set_size_request (mark, MARK_SIZE, MARK_SIZE);
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), cell);
      gtk_list_item_set_child (item, box);
    }
  else
    gtk_list_item_set_child (item, cell);
  if (column == ENT_COLUMN_SEVERITY || column == ENT_COLUMN_SOURCES)
    gtk_widget_add_css_class (cell, "numeric");
}

/* Names the widget of a row, which holds the cells: read out, it says all that its mark shows. Its number is kept, so
 * that it can be found. */
static void
name_row (GtkWidget                 *row_widget,
          const EntEventListContext *context,
          guint32                    row)
{
  g_autofree char *name = ent_event_text_accessible (context->dataset, row, context->basis, context->language);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row_widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row_widget), ROW_DATA, GSIZE_TO_POINTER ((gsize) row + 1));
}

/**
 * ent_event_list_focus_row:
 * @view: the table or the cards of the list
 * @row: an event, or %ENT_ROW_NONE
 *
 * Gives the keyboard's focus to the event's row, if that is to be seen, else to the one that had it last.
 *
 * Returns: whether there is one
 */
gboolean
ent_event_list_focus_row (GtkWidget *view,
                          guint32    row)
{
  GtkWidget *rows = ent_compat_get_rows (view);

  if (rows == NULL)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (rows); child != NULL && row != ENT_ROW_NONE;
       child = gtk_widget_get_next_sibling (child))
    if (GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (child), ROW_DATA)) == (gsize) row + 1 &&
        gtk_widget_get_mapped (child))
      return gtk_widget_grab_focus (child);
  return gtk_widget_grab_focus (rows);
}

static void
cell_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               EntEventList       *self)
{
  EntEventColumn column = column_of (factory);
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *cell = column == ENT_COLUMN_KIND ? gtk_widget_get_last_child (child) : child;
  guint32 row = ent_event_get_row (gtk_list_item_get_item (item));
  EntEventListContext context;
  g_autofree char *text = NULL;

  if (!ent_event_list_get_context (self, &context))
    return;
  text = ent_event_list_cell (&context, row, column);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (column == ENT_COLUMN_KIND)
    ent_mark_icon_set_event (ENT_MARK_ICON (gtk_widget_get_first_child (child)), context.dataset, row, 0);
  else if (column == ENT_COLUMN_TITLE)
    {
      GtkWidget *cell_widget = gtk_widget_get_parent (child);
      GtkWidget *row_widget = cell_widget != NULL ? gtk_widget_get_parent (cell_widget) : NULL;

      if (row_widget != NULL)
        name_row (row_widget, &context, row);
    }
}

/* Sorting */

static EntEventColumn asked_column;
static gboolean asked;

/* Nothing is compared here: the list sorts row numbers itself. It is only said who was asked. */
static int
compare_probes (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  if (!asked)
    asked_column = GPOINTER_TO_UINT (data);
  asked = TRUE;
  return GTK_ORDERING_SMALLER;
}

/**
 * ent_event_list_get_sorting:
 * @view: a view with the list's columns
 * @column: (out): what it is sorted by
 * @descending: (out): whether the last come first
 *
 * GTK 4.8 does not say, but asks the column's sorter, and turns its answer round when descending.
 *
 * Returns: whether it is sorted by any column
 */
gboolean
ent_event_list_get_sorting (GtkColumnView  *view,
                            EntEventColumn *column,
                            gboolean       *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GObject) probe = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);

  asked = FALSE;
  *descending = gtk_sorter_compare (sorter, probe, other) == GTK_ORDERING_LARGER;
  *column = asked_column;
  return asked;
}

/**
 * ent_event_list_set_sorting:
 * @view: a view with the list's columns
 * @column: what to sort by
 * @descending: whether the last come first
 *
 * Sorts as a click on the heading does, which no key can make.
 */
void
ent_event_list_set_sorting (GtkColumnView *view,
                            EntEventColumn column,
                            gboolean       descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  /* Columns may have been moved. */
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) candidate = g_list_model_get_item (columns, i);

      if (column_of (candidate) == column)
        gtk_column_view_sort_by_column (view, candidate, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/** ent_event_list_sort_menu: Returns: (transfer full): what the list can be sorted by, and which way */
GMenuModel *
ent_event_list_sort_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) way = g_menu_new ();

  for (guint i = 0; i < ENT_N_COLUMNS; i++)
    {
      g_autofree char *action = g_strdup_printf ("event-list.sort-by::%s", ent_event_list_column_id (i));

      g_menu_append (by, ent_event_list_column_title (i), action);
    }
  g_menu_append (way, _("_Descending"), "event-list.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (way));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Inside a table GTK has a row of headings and a list of rows, both of which can have the keyboard's focus, and names
 * neither. */
static void
name_insides (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    GTK_IS_LIST_VIEW (child) ? _("Rows") : _("Headings"), -1);
}

/**
 * ent_event_list_add_columns:
 * @self: the list
 * @view: its table
 *
 * Adds the columns to a table, sorted by date.
 */
void
ent_event_list_add_columns (EntEventList  *self,
                            GtkColumnView *view)
{
  for (guint i = 0; i < ENT_N_COLUMNS; i++)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes, GUINT_TO_POINTER (i), NULL));
      g_autoptr (GtkColumnViewColumn) column = NULL;
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      set_column (factory, i);
      g_signal_connect_object (factory, "setup", G_CALLBACK (cell_set_up_cb), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, 0);
      column = gtk_column_view_column_new (ent_event_list_column_title (i), factory);
      set_column (column, i);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == ENT_COLUMN_TITLE);
      gtk_column_view_append_column (view, column);
      if (i == ENT_COLUMN_DATE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
  name_insides (view);
}

/* Cards */

static void
card_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                EntEventList       *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *mark = ent_mark_icon_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = make_cell ();
  GtkWidget *line = make_cell ();

  gtk_widget_set_size_request (mark, MARK_SIZE, MARK_SIZE);
  gtk_widget_add_css_class (line, "line");
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), line);
  gtk_box_append (GTK_BOX (card), mark);
  gtk_box_append (GTK_BOX (card), lines);
  gtk_list_item_set_child (item, card);
}

static void
card_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               EntEventList       *self)
{
  GtkWidget *card = gtk_list_item_get_child (item);
  GtkWidget *lines = gtk_widget_get_last_child (card);
  guint32 row = ent_event_get_row (gtk_list_item_get_item (item));
  EntEventListContext context;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;

  if (!ent_event_list_get_context (self, &context))
    return;
  title = ent_event_list_cell (&context, row, ENT_COLUMN_TITLE);
  line = ent_event_list_line (&context, row);
  ent_mark_icon_set_event (ENT_MARK_ICON (gtk_widget_get_first_child (card)), context.dataset, row, 0);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (lines)), title);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (lines)), line);
  if (gtk_widget_get_parent (card) != NULL)
    name_row (gtk_widget_get_parent (card), &context, row);
}

/** ent_event_list_card_factory: Returns: (transfer full): what makes the cards of the list */
GtkListItemFactory *
ent_event_list_card_factory (EntEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (card_set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (card_bound_cb), self, 0);
  return factory;
}
