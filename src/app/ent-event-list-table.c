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
#include "ent-highlight.h"
#include "ent-mark-icon.h"
#include "ent-results.h"

/* The largest mark and a denial below it. */
#define MARK_SIZE 20

/* How wide a column is, in characters: at the least, and when there is room. */
static const struct
{
  int min_chars;
  int nat_chars;
} widths[ENT_COLUMN_FIELD + 1] = {
  [ENT_COLUMN_KIND] = { 9, 9 },          [ENT_COLUMN_TITLE] = { 26, 46 },  [ENT_COLUMN_DATE] = { 17, 24 },
  [ENT_COLUMN_SEVERITY] = { 3, 3 },      [ENT_COLUMN_ACTORS] = { 11, 18 }, [ENT_COLUMN_CATEGORY] = { 8, 11 },
  [ENT_COLUMN_ATTRIBUTION] = { 9, 17 },  [ENT_COLUMN_SOURCES] = { 3, 3 },
  [ENT_COLUMN_PLACE] = { 8, 12 },        [ENT_COLUMN_SECTOR] = { 8, 12 },  [ENT_COLUMN_TAGS] = { 10, 20 },
  [ENT_COLUMN_STATUS] = { 7, 9 },        [ENT_COLUMN_VERIFICATION] = { 7, 9 }, [ENT_COLUMN_ID] = { 10, 18 },
  [ENT_COLUMN_FIELD] = { 8, 14 },
};

#define COLUMN_DATA "ent-column"
#define ROW_DATA "ent-row" /* and one, so that none is 0 */
#define STAR_DATA "ent-star"

/** ent_event_list_get_column: (skip): which column a column of the table, its factory or a cell is of */
EntEventColumn
ent_event_list_get_column (gpointer object)
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
  full = ent_event_list_full_cell (&context, ent_event_get_row (gtk_list_item_get_item (item)), ent_event_list_get_column (cell));
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

/* Its row says it to those who do not see it. */
static GtkWidget *
make_star (void)
{
  GtkWidget *star = g_object_new (GTK_TYPE_IMAGE, "icon-name", "entente-starred-symbolic", "pixel-size", 12,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);

  gtk_widget_set_valign (star, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (star, "star");
  return star;
}

static void
cell_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                EntEventList       *self)
{
  EntEventColumn column = ent_event_list_get_column (factory);
  GtkWidget *cell = make_cell ();

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), (guint) widths[MIN (column, ENT_COLUMN_FIELD)].min_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), (guint) widths[MIN (column, ENT_COLUMN_FIELD)].nat_chars);
  set_column (cell, column);
  /* The item is as old as the cell. */
  g_object_set_data (G_OBJECT (cell), "ent-item", item);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (tooltip_queried_cb), self, 0);
  if (column == ENT_COLUMN_TITLE)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (box), cell);
      gtk_box_append (GTK_BOX (box), make_star ());
      gtk_list_item_set_child (item, box);
    }
  else if (column == ENT_COLUMN_KIND)
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

/* Names the widget of a row, which holds the cells: read out, it says all that its marks show. Its number and its star
 * are kept, so that they can be found. */
static void
name_row (EntEventList              *self,
          GtkWidget                 *row_widget,
          GtkWidget                 *star,
          const EntEventListContext *context,
          guint32                    row)
{
  EntAnnotations *annotations = ent_session_get_annotations (self->session);
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (context->dataset, row));
  g_autofree char *name = ent_event_text_accessible (context->dataset, row, context->basis, context->language,
                                                     annotations);

  gtk_widget_set_visible (star, ent_annotations_is_starred (annotations, id));
  g_object_set_data_full (G_OBJECT (row_widget), STAR_DATA, g_object_ref (star), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row_widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row_widget), ROW_DATA, GSIZE_TO_POINTER ((gsize) row + 1));
}

/**
 * ent_event_list_update_marks:
 * @self: the list
 * @view: its table or its cards
 *
 * Shows on the rows that there are which events have a star or a note.
 */
void
ent_event_list_update_marks (EntEventList *self,
                             GtkWidget    *view)
{
  GtkWidget *rows = ent_compat_get_rows (view);
  EntEventListContext context;

  if (rows == NULL || !ent_event_list_get_context (self, &context))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (rows); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gsize row = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (child), ROW_DATA));

      /* Rows that are not in use any more may be of another dataset. */
      if (row > 0 && row <= ent_dataset_get_n_events (context.dataset))
        name_row (self, child, g_object_get_data (G_OBJECT (child), STAR_DATA), &context, (guint32) (row - 1));
    }
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

/* Shows where the words stand that were searched. */
static void
mark_hits (EntEventList *self,
           GtkWidget    *cell,
           const char   *text)
{
  EntResults *results = ent_session_get_results (ent_event_list_get_session (self));
  g_autoptr (PangoAttrList) attributes = ent_highlight_new (text, ent_results_get_words (results));

  gtk_inscription_set_attributes (GTK_INSCRIPTION (cell), attributes);
}

/* What does not match, where that is shown, steps back. */
static void
dim_row (EntEventList *self,
         GtkWidget    *row_widget,
         guint32       row)
{
  EntRowSet *lit = ent_results_get_lit (ent_session_get_results (ent_event_list_get_session (self)));

  if (lit != NULL && !ent_row_set_contains (lit, row))
    gtk_widget_add_css_class (row_widget, "receding");
  else
    gtk_widget_remove_css_class (row_widget, "receding");
}

static void
cell_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               EntEventList       *self)
{
  EntEventColumn column = ent_event_list_get_column (factory);
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *cell = column == ENT_COLUMN_KIND    ? gtk_widget_get_last_child (child)
                    : column == ENT_COLUMN_TITLE ? gtk_widget_get_first_child (child)
                                                 : child;
  guint32 row = ent_event_get_row (gtk_list_item_get_item (item));
  EntEventListContext context;
  g_autofree char *text = NULL;

  if (!ent_event_list_get_context (self, &context))
    return;
  text = ent_event_list_cell (&context, row, column);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (column == ENT_COLUMN_TITLE || column == ENT_COLUMN_ACTORS || column == ENT_COLUMN_PLACE ||
      column == ENT_COLUMN_TAGS)
    mark_hits (self, cell, text);
  if (column == ENT_COLUMN_KIND)
    ent_mark_icon_set_event (ENT_MARK_ICON (gtk_widget_get_first_child (child)), context.dataset, row, 0);
  else if (column == ENT_COLUMN_TITLE)
    {
      GtkWidget *cell_widget = gtk_widget_get_parent (child);
      GtkWidget *row_widget = cell_widget != NULL ? gtk_widget_get_parent (cell_widget) : NULL;

      if (row_widget != NULL)
        {
          name_row (self, row_widget, gtk_widget_get_last_child (child), &context, row);
          dim_row (self, row_widget, row);
        }
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

      if (ent_event_list_get_column (candidate) == column)
        gtk_column_view_sort_by_column (view, candidate, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/** ent_event_list_sort_menu: Returns: (transfer full): the columns that can be sorted by, which are those shown, and which way */
GMenuModel *
ent_event_list_sort_menu (GtkColumnView *view,
                          EntDataset    *dataset)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) way = g_menu_new ();
  guint n_shown;
  g_autofree guint *shown = ent_event_list_get_shown_columns (view, &n_shown);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *id = ent_event_list_column_id (dataset, shown[i]);
      g_autofree char *title = ent_event_list_column_title (dataset, shown[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "event-list.sort-by", "s", id);
      g_menu_append_item (by, item);
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
 * ent_event_list_add_column:
 * @self: the list
 * @view: its table
 * @dataset: (nullable): the events, for a further field
 * @number: which column
 *
 * Adds a column to the table, shown if it is a main one.
 */
void
ent_event_list_add_column (EntEventList  *self,
                           GtkColumnView *view,
                           EntDataset    *dataset,
                           EntEventColumn number)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes, GUINT_TO_POINTER (number), NULL));
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *title = ent_event_list_column_title (dataset, number);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  set_column (factory, number);
  g_signal_connect_object (factory, "setup", G_CALLBACK (cell_set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, 0);
  column = gtk_column_view_column_new (title, factory);
  set_column (column, number);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, number == ENT_COLUMN_TITLE);
  gtk_column_view_column_set_visible (column, number < ENT_N_MAIN_COLUMNS);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (ent_event_list_columns_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_append_column (view, column);
}

/**
 * ent_event_list_add_columns:
 * @self: the list
 * @view: its table
 *
 * Adds the columns that every list has to a table, sorted by date.
 */
void
ent_event_list_add_columns (EntEventList  *self,
                            GtkColumnView *view)
{
  for (guint i = 0; i < ENT_COLUMN_FIELD; i++)
    ent_event_list_add_column (self, view, NULL, i);
  ent_event_list_set_sorting (view, ENT_COLUMN_DATE, FALSE);
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
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (card), lines);
  gtk_box_append (GTK_BOX (card), make_star ());
  gtk_list_item_set_child (item, card);
}

static void
card_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               EntEventList       *self)
{
  GtkWidget *card = gtk_list_item_get_child (item);
  GtkWidget *star = gtk_widget_get_last_child (card);
  GtkWidget *lines = gtk_widget_get_prev_sibling (star);
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
  mark_hits (self, gtk_widget_get_first_child (lines), title);
  if (gtk_widget_get_parent (card) != NULL)
    {
      name_row (self, gtk_widget_get_parent (card), star, &context, row);
      dim_row (self, gtk_widget_get_parent (card), row);
    }
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
