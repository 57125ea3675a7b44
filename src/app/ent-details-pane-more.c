/* ent-details-pane-more.c: how well an event is checked, all its further fields, and what else the pane shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane-private.h"

#include <glib/gi18n.h>

#include "ent-navigation.h"
#include "ent-phrase.h"

/* ent_details_verification: whether the date was seen in a source */
GtkWidget *
ent_details_verification (const EntDetails *details)
{
  g_autofree char *note = ent_phrase_clean (ent_dataset_get_event_text (details->dataset, details->row,
                                                                        ENT_TEXT_VERIFICATION_NOTE, details->language));
  EntVerification verification = ent_dataset_get_verification (details->dataset, details->row);
  GtkWidget *section;

  if (verification == ENT_VERIFICATION_NONE && *note == '\0')
    return NULL;
  section = ent_details_section (_("Verification"), NULL);
  if (verification != ENT_VERIFICATION_NONE)
    gtk_box_append (GTK_BOX (section), ent_details_label (verification == ENT_VERIFICATION_VERIFIED
                                                            ? _("Date checked in a source")
                                                            : _("From memory: not checked"),
                                                          NULL, FALSE));
  if (*note != '\0')
    gtk_box_append (GTK_BOX (section), ent_details_label (note, "note", TRUE));
  return section;
}

static void
add_text (const EntDetails *details,
          GtkWidget        *fields,
          const char       *name,
          EntTextField      field)
{
  EntSlice text = ent_dataset_get_event_text (details->dataset, details->row, field, NULL);
  g_autofree char *clean = NULL;

  if (text.text == NULL)
    return;
  clean = ent_phrase_clean (text);
  ent_details_add_field (fields, name, clean, TRUE);
}

/* ent_details_more: what is seldom asked for, folded away */
GtkWidget *
ent_details_more (const EntDetails *details)
{
  GtkWidget *expander = gtk_expander_new (_("More"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *fields = ent_details_fields ();
  g_autofree char *id = ent_phrase_clean (ent_dataset_get_id (details->dataset, details->row));
  guint n_fields = ent_dataset_get_n_fields (details->dataset, details->row);

  gtk_widget_add_css_class (expander, "section");
  ent_details_add_field (fields, C_("field", "Identifier"), id, TRUE);
  add_text (details, fields, C_("field", "Date as written"), ENT_TEXT_DATE);
  add_text (details, fields, C_("field", "Start as written"), ENT_TEXT_START);
  add_text (details, fields, C_("field", "End as written"), ENT_TEXT_END);
  for (guint i = 0; i < MIN (n_fields, ENT_DETAILS_MAX_LISTED); i++)
    {
      EntField field;
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      ent_dataset_get_field (details->dataset, details->row, i, &field);
      name = ent_phrase_clean_line (field.name);
      value = ent_phrase_clean (field.value);
      ent_details_add_field (fields, name, value, TRUE);
    }
  gtk_box_append (GTK_BOX (box), fields);
  if (n_fields > ENT_DETAILS_MAX_LISTED)
    gtk_box_append (GTK_BOX (box), ent_details_rest (n_fields - ENT_DETAILS_MAX_LISTED));
  gtk_box_append (GTK_BOX (box), ent_details_label (_("What is this? The date as the file has it, in EDTF (ISO 8601-2): ~ is about, "
                                                      "? is uncertain, .. is open."),
                                                    "note", FALSE));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static void
add_key (GtkWidget  *grid,
         int         row,
         const char *keys,
         const char *text)
{
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  label = ent_details_label (text, NULL, FALSE);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

/* ent_details_nothing: what one may do while nothing is selected */
GtkWidget *
ent_details_nothing (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = ent_details_label (_("Select an event to see its details"), "hint", FALSE);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_add_css_class (box, "nothing");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  add_key (grid, 0, "← →", _("From event to event"));
  add_key (grid, 1, "↑ ↓", _("From lane to lane"));
  add_key (grid, 2, "+ −", _("Closer, or farther away"));
  add_key (grid, 3, "0", _("All events"));
  add_key (grid, 4, "F", _("To the selected event"));
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static GtkWidget *
span_line (const EntDetails *details,
           GArray           *rows)
{
  EntSpan extent;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (!ent_navigation_get_extent (details->session, (const guint32 *) rows->data, rows->len, &extent) ||
      ent_span_is_empty (&extent))
    return NULL;
  words = ent_date_text_span (&extent);
  /* From the first day that any of them may have been to the last: of none of them is that said to be the date. */
  line = ent_phrase_fill (_("Within {span}"), "span", words, NULL);
  return ent_details_label (line, "date", TRUE);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const EntDetails *details = user_data;
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;
  const EntDate *left_date = ent_dataset_peek_date (details->dataset, left, details->basis);
  const EntDate *right_date = ent_dataset_peek_date (details->dataset, right, details->basis);
  int order = left_date != NULL && right_date != NULL ? ent_date_compare (left_date, right_date)
                                                      : (left_date == NULL) - (right_date == NULL);

  return order != 0 ? order : (left > right) - (left < right);
}

/* ent_details_several: how many are selected, over what time, and which */
GtkWidget *
ent_details_several (const EntDetails *details,
                     GArray           *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%u", rows->len);
  g_autofree char *count = ent_phrase_fill (ngettext ("{n} event selected", "{n} events selected", rows->len), "n", number, NULL);
  GtkWidget *label = ent_details_title (count);
  GtkWidget *list = ent_details_row_list (details, count);
  GtkWidget *span = span_line (details, rows);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), rows->len);

  gtk_widget_add_css_class (box, "head");
  gtk_box_append (GTK_BOX (box), label);
  if (span != NULL)
    gtk_box_append (GTK_BOX (box), span);
  g_array_append_vals (sorted, rows->data, rows->len);
  g_array_sort_with_data (sorted, compare_rows, (gpointer) details);
  for (guint i = 0; i < MIN (sorted->len, ENT_DETAILS_MAX_LISTED); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), ent_details_event_row (details, g_array_index (sorted, guint32, i), NULL, NULL, NULL));
  gtk_box_append (GTK_BOX (box), list);
  if (rows->len > ENT_DETAILS_MAX_LISTED)
    {
      guint n_rest = rows->len - ENT_DETAILS_MAX_LISTED;
      g_autofree char *rest = g_strdup_printf ("%u", n_rest);
      g_autofree char *more = ent_phrase_fill (ngettext ("{n} more", "{n} more", n_rest), "n", rest, NULL);

      gtk_box_append (GTK_BOX (box), ent_details_label (more, "note", FALSE));
    }
  return box;
}
