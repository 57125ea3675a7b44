/* ent-details-pane-parts.c: what the sections of the details are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane-private.h"

#include <glib/gi18n.h>
#include <unicode/uchar.h>

#include "ent-highlight.h"
#include "ent-mark-icon.h"
#include "ent-navigation.h"
#include "ent-phrase.h"

/* Characters */
#define MAX_ASIDE 22

/* xalign for a text that has its own direction, whatever that of the interface. */
static float
align_of (const char *text)
{
  gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      UCharDirection direction = u_charDirection ((UChar32) g_utf8_get_char (at));

      if (direction == U_LEFT_TO_RIGHT)
        return is_rtl ? 1 : 0;
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return is_rtl ? 0 : 1;
    }
  return 0;
}

/* What the data says is marked so: there alone words that were searched stand out. */
#define OF_THE_DATA "ent-of-the-data"

/* How a text of the data is set, with the words in it that were searched. */
static void
set_attributes (GtkLabel          *label,
                const char *const *words)
{
  g_autoptr (PangoAttrList) hits = ent_highlight_new (gtk_label_get_text (label), words);
  PangoAttrList *attributes = hits != NULL ? pango_attr_list_ref (hits) : pango_attr_list_new ();

  /* A hyphen that is not in the data would be read, and copied by eye, as if it were. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

/* ent_details_mark_hits: has words that were searched stand out in all that the data says within a widget */
void
ent_details_mark_hits (GtkWidget         *widget,
                       const char *const *words)
{
  if (g_object_get_data (G_OBJECT (widget), OF_THE_DATA) != NULL)
    {
      set_attributes (GTK_LABEL (widget), words);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ent_details_mark_hits (child, words);
}

static GtkWidget *
make_label (const char       *text,
            const char       *css_class,
            gboolean          selectable,
            GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", role, NULL);

  g_object_set_data (G_OBJECT (label), OF_THE_DATA, GINT_TO_POINTER (TRUE));
  set_attributes (GTK_LABEL (label), NULL);
  gtk_label_set_xalign (GTK_LABEL (label), align_of (text));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), selectable);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/*
 * ent_details_label:
 * @text: plain text
 * @css_class: (nullable): of the label
 * @selectable: whether the text can be marked and copied
 *
 * Returns: (transfer floating): the text, wrapped wherever it must be
 */
GtkWidget *
ent_details_label (const char *text,
                   const char *css_class,
                   gboolean    selectable)
{
  return make_label (text, css_class, selectable, GTK_ACCESSIBLE_ROLE_LABEL);
}

/* ent_details_title: the heading of all that is shown */
GtkWidget *
ent_details_title (const char *text)
{
  GtkWidget *label = make_label (text, "title", TRUE, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  return label;
}

/* ent_details_name: says what a widget is called, to those who do not see it */
void
ent_details_name (GtkWidget  *widget,
                  const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ent_details_aside: a few words at the end of a row; cut only when they are not few */
GtkWidget *
ent_details_aside (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  if (g_utf8_strlen (text, -1) > MAX_ASIDE)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_ASIDE);
    }
  gtk_widget_add_css_class (label, "aside");
  return label;
}

/* ent_details_heading: a line with the title of a section, and at its end what can be said in few words */
GtkWidget *
ent_details_heading (const char *text,
                     const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "hexpand", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (box, "section-title");
  gtk_box_append (GTK_BOX (box), title);
  if (aside != NULL)
    {
      GtkWidget *label = ent_details_aside (aside);

      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* ent_details_section: a part of the details under a rule and a title */
GtkWidget *
ent_details_section (const char *title,
                     const char *aside)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  ent_details_name (box, title);
  gtk_widget_add_css_class (box, "section");
  gtk_box_append (GTK_BOX (box), ent_details_heading (title, aside));
  return box;
}

/* ent_details_fields: a table of names and values */
GtkWidget *
ent_details_fields (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_widget_add_css_class (grid, "fields");
  return grid;
}

/*
 * ent_details_add_field:
 * @fields: of ent_details_fields()
 * @name: (nullable): %NULL for a further value of the last name
 * @value: its value
 * @selectable: whether the value can be copied
 */
void
ent_details_add_field (GtkWidget  *fields,
                       const char *name,
                       const char *value,
                       gboolean    selectable)
{
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (fields), "ent-n-fields"));
  GtkWidget *label;

  g_object_set_data (G_OBJECT (fields), "ent-n-fields", GINT_TO_POINTER (row + 1));
  if (name != NULL)
    {
      label = ent_details_label (name, "name", FALSE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 13);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (fields), label, 0, row, 1, 1);
    }
  label = ent_details_label (value, "value", selectable);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (fields), label, 1, row, 1, 1);
}

/* ent_details_rest: says how many there are that a list does not show */
GtkWidget *
ent_details_rest (guint n_rest)
{
  g_autofree char *number = g_strdup_printf ("%u", n_rest);
  g_autofree char *text = ent_phrase_fill (ngettext ("{n} more in the file", "{n} more in the file", n_rest), "n", number, NULL);

  return ent_details_label (text, "note", FALSE);
}

/*
 * ent_details_event_row:
 * @details: what the row is part of
 * @row: the event to show in it
 * @icon_name: (nullable): what stands before its mark
 * @said_before: (nullable): what is said of it before its title to those who do not see the icon
 * @note: (nullable): a line below its title
 *
 * Returns: (transfer floating): a row for ent_details_row_list()
 */
GtkWidget *
ent_details_event_row (const EntDetails *details,
                       guint32           row,
                       const char       *icon_name,
                       const char       *said_before,
                       const char       *note)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = ent_mark_icon_new ();
  GtkWidget *label;
  g_autofree char *title = ent_event_text_title (details->dataset, row, details->language);
  g_autofree char *isolated = ent_phrase_isolate (title);
  g_autofree char *kind = ent_event_text_kind (details->dataset, row);
  g_autofree char *date = ent_event_text_date (details->dataset, row, details->basis, details->language);
  g_autofree char *name = NULL;
  g_autofree char *tip = NULL;

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, "way");
      gtk_box_append (GTK_BOX (box), icon);
    }
  ent_mark_icon_set_event (ENT_MARK_ICON (mark), details->dataset, row, 5);
  gtk_widget_set_size_request (mark, 18, -1);
  gtk_box_append (GTK_BOX (box), mark);

  label = ent_details_label (title, NULL, FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (texts), ent_details_label (note, "note", FALSE));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (texts, "texts");
  gtk_box_append (GTK_BOX (box), texts);

  if (ent_dataset_peek_date (details->dataset, row, details->basis) != NULL)
    {
      g_autofree char *brief = ent_event_text_date_styled (details->dataset, row, details->basis, ENT_DATE_STYLE_BRIEF);

      gtk_box_append (GTK_BOX (box), ent_details_aside (brief));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);

  name = said_before != NULL ? g_strconcat (said_before, C_("sentence", ". "), kind, C_("sentence", ". "), isolated,
                                            C_("sentence", ". "), date, NULL)
                             : g_strconcat (kind, C_("sentence", ". "), isolated, C_("sentence", ". "), date, NULL);
  ent_details_name (list_row, name);
  tip = said_before != NULL ? g_strdup_printf ("%s\n%s\n%s", said_before, title, date) : g_strdup_printf ("%s\n%s", title, date);
  gtk_widget_set_tooltip_text (list_row, tip);
  g_object_set_data (G_OBJECT (list_row), "ent-row", GUINT_TO_POINTER (row));
  return list_row;
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  EntSession    *session)
{
  EntDataset *dataset = g_object_get_data (G_OBJECT (list), "ent-dataset");

  /* Rows of another dataset mean nothing in this one. */
  if (ent_session_get_dataset (session) == dataset)
    ent_navigation_show_event (session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ent-row")));
}

/* ent_details_row_list: a list of events, each of which is gone to when it is activated */
GtkWidget *
ent_details_row_list (const EntDetails *details,
                      const char       *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rows");
  ent_details_name (list, name);
  g_object_set_data_full (G_OBJECT (list), "ent-dataset", g_object_ref (details->dataset), g_object_unref);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), details->session, 0);
  return list;
}
