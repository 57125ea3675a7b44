/* ent-compare-table.c: a comparison as a table of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-table.h"

#include <glib/gi18n.h>

#include "ent-compare-text.h"
#include "ent-phrase.h"
#include "ent-ratio-strip.h"

/* Rows that are made at a time; there may be as many values as there are events. */
#define ROWS_AT_A_TIME 100

#define STRIP_WIDTH 190

enum
{
  NAME,
  BEFORE,
  AFTER,
  RATIO,
  STRIP,
  N_COLUMNS,
};

/**
 * EntCompareTable:
 *
 * A table of what was counted before and after an event: in all, and by the values of a facet. A press on a count asks
 * for the events behind it.
 *
 * # Accessibility
 *
 * A table with rows and cells; what the strips show is told in numbers beside them.
 *
 * # CSS nodes
 *
 * `.compare-table`; in it `.row`, of which the first are `.head` and `.all`, of cells with two lines, the second `.note`.
 */
struct _EntCompareTable
{
  AdwBin         parent_instance;
  EntComparison *comparison; /* (owned) (nullable) */
  EntFacetId     facet;
  char          *language;   /* (owned) (nullable) */
  gboolean       narrow;
  guint          n_shown;
  GtkBox        *rows;
  GtkWidget     *more;       /* (nullable) */
  GtkSizeGroup  *columns[N_COLUMNS]; /* (owned) */
};

enum
{
  SIGNAL_EVENTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntCompareTable, ent_compare_table, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Two lines of numbers. */
static GtkWidget *
make_lines (const char *first,
            const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (first, 1, "numeric"));
  if (second != NULL)
    gtk_box_append (GTK_BOX (box), make_label (second, 1, "note"));
  return box;
}

static GtkWidget *
make_cell (EntCompareTable  *self,
           GtkWidget        *child,
           int               column,
           GtkAccessibleRole role)
{
  GtkWidget *cell = g_object_new (ADW_TYPE_BIN, "accessible-role", role, "child", child, NULL);

  gtk_widget_set_hexpand (cell, column == NAME || self->narrow);
  if (column != NAME && !(column == STRIP && self->narrow))
    gtk_size_group_add_widget (self->columns[column], cell);
  return cell;
}

static void
count_clicked_cb (EntCompareTable *self,
                  GtkWidget       *button)
{
  guint32 value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ent-value"));
  int side = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "ent-side"));

  g_signal_emit (self, signals[SIGNAL_EVENTS], 0, value, side);
}

static GtkWidget *
make_count (EntCompareTable        *self,
            const EntComparisonRow *row,
            EntSide                 side,
            GStrv                   cells)
{
  const char *count = cells[side == ENT_SIDE_BEFORE ? ENT_COMPARE_BEFORE : ENT_COMPARE_AFTER];
  const char *rate = cells[side == ENT_SIDE_BEFORE ? ENT_COMPARE_RATE_BEFORE : ENT_COMPARE_RATE_AFTER];
  /* TRANSLATORS: {rate} is a number of events, or two with a dash between */
  g_autofree char *yearly = row->rates[side].least == row->rates[side].least
                              ? ent_phrase_fill (_("{rate} a year"), "rate", rate, NULL) : g_strdup (rate);
  GtkWidget *lines = make_lines (count, yearly);
  GtkWidget *button;
  g_autofree char *said = NULL;

  if (row->tallies[side].at_most == 0)
    {
      gtk_widget_set_margin_end (lines, self->narrow ? 0 : 8);
      return lines;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "count");
  gtk_widget_set_tooltip_text (button, _("Show these events"));
  /* TRANSLATORS: a button: what is counted, how many events, and how many of them a year */
  said = side == ENT_SIDE_BEFORE
           ? ent_phrase_fill (_("{name}, before: {count} events, {rate}"), "name", cells[ENT_COMPARE_NAME], "count", count,
                              "rate", yearly, NULL)
           /* TRANSLATORS: as above */
           : ent_phrase_fill (_("{name}, after: {count} events, {rate}"), "name", cells[ENT_COMPARE_NAME], "count", count,
                              "rate", yearly, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (button), "ent-value", GUINT_TO_POINTER (row->value));
  g_object_set_data (G_OBJECT (button), "ent-side", GINT_TO_POINTER (side));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (count_clicked_cb), self);
  return button;
}

static GtkWidget *
make_row (EntCompareTable *self,
          const char      *name,
          const char      *css_class)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation",
                                 self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (row, "row");
  if (css_class != NULL)
    gtk_widget_add_css_class (row, css_class);
  gtk_box_append (self->rows, row);
  return row;
}

/* In a narrow table the name stands above the numbers, and the strip below. */
static void
fill_row (EntCompareTable *self,
          GtkWidget       *row,
          GtkWidget *const cells[N_COLUMNS])
{
  GtkWidget *line = self->narrow ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0) : row;

  gtk_box_append (GTK_BOX (row), cells[NAME]);
  if (self->narrow)
    gtk_box_append (GTK_BOX (row), line);
  for (int i = BEFORE; i <= RATIO; i++)
    gtk_box_append (GTK_BOX (line), cells[i]);
  if (cells[STRIP] != NULL)
    gtk_box_append (GTK_BOX (row), cells[STRIP]);
}

static GtkWidget *
make_strip (EntCompareTable        *self,
            const EntComparisonRow *row)
{
  GtkWidget *strip = ent_ratio_strip_new (self->comparison, row);

  gtk_widget_set_size_request (strip, self->narrow ? -1 : STRIP_WIDTH, -1);
  return strip;
}

static void
add_row (EntCompareTable        *self,
         const EntComparisonRow *row,
         const char             *css_class)
{
  g_autofree char *name = ent_compare_text_name (self->comparison, self->facet, row->value, self->language);
  g_auto (GStrv) texts = ent_compare_text_row (row, name);
  gboolean too_few = row->has_ratio && row->ratio.too_few;
  GtkWidget *label = make_label (name, 0, "name");
  GtkWidget *ratio = row->has_ratio && !too_few
                       ? make_lines (texts[ENT_COMPARE_RATIO], texts[ENT_COMPARE_INTERVAL])
                       : make_label (too_few ? texts[ENT_COMPARE_INTERVAL] : texts[ENT_COMPARE_RATIO], 1, "note");
  gboolean has_strip = !self->narrow || (row->has_ratio && !too_few);
  GtkWidget *cells[N_COLUMNS];

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (ratio, "ratio");
  cells[NAME] = make_cell (self, label, NAME, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  for (int side = 0; side < ENT_N_SIDES; side++)
    cells[BEFORE + side] = make_cell (self, make_count (self, row, side, texts), BEFORE + side, GTK_ACCESSIBLE_ROLE_CELL);
  cells[RATIO] = make_cell (self, ratio, RATIO, GTK_ACCESSIBLE_ROLE_CELL);
  cells[STRIP] = has_strip ? make_cell (self, make_strip (self, row), STRIP, GTK_ACCESSIBLE_ROLE_PRESENTATION) : NULL;
  fill_row (self, make_row (self, name, css_class), cells);
}

static void
add_head (EntCompareTable *self)
{
  static const char *const names[] = { NULL, N_("Before"), N_("After"), N_("After / before") };
  GtkWidget *row = make_row (self, "", "head");
  GtkWidget *cells[N_COLUMNS];

  cells[NAME] = make_cell (self, self->narrow ? NULL : make_label ("", 0, NULL), NAME, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  for (int i = BEFORE; i <= RATIO; i++)
    {
      /* xgettext:no-c-format */
      GtkWidget *lines = make_lines (_(names[i]), i == RATIO ? _("95 % interval") : NULL);

      gtk_widget_set_valign (lines, GTK_ALIGN_START);
      if (i < RATIO && !self->narrow)
        gtk_widget_set_margin_end (lines, 8);
      cells[i] = make_cell (self, lines, i, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[i]), -1);
    }
  cells[STRIP] = make_cell (self, make_strip (self, NULL), STRIP, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_set_valign (adw_bin_get_child (ADW_BIN (cells[STRIP])), GTK_ALIGN_END);
  fill_row (self, row, cells);
}

static void add_rows (EntCompareTable *self);

static void
more_clicked_cb (EntCompareTable *self)
{
  gtk_box_remove (self->rows, self->more);
  self->more = NULL;
  add_rows (self);
}

static void
add_rows (EntCompareTable *self)
{
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (self->comparison, self->facet, &n_rows);
  guint end = MIN (n_rows, self->n_shown + ROWS_AT_A_TIME);

  for (; self->n_shown < end; self->n_shown++)
    add_row (self, &rows[self->n_shown], NULL);
  if (end < n_rows)
    {
      g_autofree char *number = ent_words_number (ent_phrase_words (), n_rows - end);
      /* TRANSLATORS: a button: so many more rows of a table */
      g_autofree char *text = g_strdup_printf (ngettext ("%s More", "%s More", n_rows - end), number);

      self->more = gtk_button_new_with_label (text);
      gtk_widget_set_halign (self->more, GTK_ALIGN_START);
      g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
      gtk_box_append (self->rows, self->more);
    }
}

static void
ent_compare_table_dispose (GObject *object)
{
  EntCompareTable *self = ENT_COMPARE_TABLE (object);

  g_clear_pointer (&self->comparison, ent_comparison_unref);
  g_clear_pointer (&self->language, g_free);
  for (int i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  G_OBJECT_CLASS (ent_compare_table_parent_class)->dispose (object);
}

static void
ent_compare_table_class_init (EntCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_compare_table_dispose;

  /**
   * EntCompareTable::events:
   * @value: of the facet, or %ENT_FACET_VALUE_NONE for all events
   * @side: an #EntSide
   *
   * A count was pressed.
   */
  signals[SIGNAL_EVENTS] = g_signal_new ("events", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
ent_compare_table_init (EntCompareTable *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "compare-table");
}

/** ent_compare_table_new: Returns: (transfer floating): a table of nothing */
GtkWidget *
ent_compare_table_new (void)
{
  return g_object_new (ENT_TYPE_COMPARE_TABLE, NULL);
}

/**
 * ent_compare_table_set:
 * @self: the table
 * @comparison: (nullable): what it shows from now on
 * @facet: one of %ent_compared_facets
 * @language: (nullable): of names
 * @narrow: whether there is little room
 */
void
ent_compare_table_set (EntCompareTable *self,
                       EntComparison   *comparison,
                       EntFacetId       facet,
                       const char      *language,
                       gboolean         narrow)
{
  g_return_if_fail (ENT_IS_COMPARE_TABLE (self));

  if (comparison != NULL)
    ent_comparison_ref (comparison);
  g_clear_pointer (&self->comparison, ent_comparison_unref);
  self->comparison = comparison;
  self->facet = facet;
  g_free (self->language);
  self->language = g_strdup (language);
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  self->n_shown = 0;
  self->more = NULL;
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_clear_object (&self->columns[i]);
      self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
    }
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Before and after"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
  if (comparison == NULL)
    return;
  add_head (self);
  add_row (self, ent_comparison_get_total (comparison), "all");
  add_rows (self);
}
