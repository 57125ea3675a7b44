/* ent-tray-section.c: events that have no place in time, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-tray-section.h"

#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-navigation.h"
#include "ent-phrase.h"
#include "ent-tab-stop.h"

/* More events than this are counted, not listed. */
#define MOST_LISTED 100

/**
 * EntTraySection:
 *
 * The events that match and stand nowhere in the timeline, by the reason: there is no date, it cannot be read, it is
 * too far away, or the phase that dates follow is not dated. Each row selects its event.
 *
 * # CSS nodes
 *
 * As #EntFilterSection; in the body a `list.tray`, with labels `.reason` between its rows.
 */
struct _EntTraySection
{
  EntFilterSection parent_instance;
  GtkWidget       *note;
  GtkWidget       *list;
};

G_DEFINE_FINAL_TYPE (EntTraySection, ent_tray_section, ENT_TYPE_FILTER_SECTION)

/* Why an event has no place on a basis; rows of the same reason are listed together. */
static char *
get_reason (EntDataset *dataset,
            EntBasis    basis,
            guint32     row)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, basis);
  EntSlice text = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  g_autofree char *words = NULL;

  if (date != NULL)
    return g_strdup (date->earliest_start.kind == ENT_BOUND_BEYOND || date->latest_end.kind == ENT_BOUND_BEYOND
                       ? _("Too far away in time") : _("Neither beginning nor end is known"));
  if (text.text == NULL)
    text = ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL);
  words = ent_event_text_date_styled (dataset, row, basis, ENT_DATE_STYLE_SHORT);
  /* On other bases, what there is of a date does not count. */
  if (basis == ENT_BASIS_OCCURRED && text.length > 0)
    return g_strdup (_("The date cannot be read"));
  return ent_phrase_capitalize (words);
}

static void
row_activated_cb (EntTraySection *self,
                  GtkListBoxRow  *row)
{
  EntResults *results = ent_filter_section_get_results (ENT_FILTER_SECTION (self));
  EntDataset *dataset = ent_results_get_dataset (results);
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  guint32 found = id != NULL ? ent_dataset_find (dataset, ent_slice_from_string (id)) : ENT_ROW_NONE;

  if (found != ENT_ROW_NONE)
    ent_navigation_show_event (ent_results_get_session (results), found);
}

static void
add_row (EntTraySection *self,
         EntDataset     *dataset,
         EntBasis        basis,
         guint32         row)
{
  EntSession *session = ent_results_get_session (ent_filter_section_get_results (ENT_FILTER_SECTION (self)));
  const char *language = ent_view_get_language (ent_session_get_view (session));
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = ent_event_text_title (dataset, row, language);
  g_autofree char *said = ent_event_text_accessible (dataset, row, basis, language,
                                                     ent_session_get_annotations (session));

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_tooltip_text (line, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (line), "id", ent_slice_dup (ent_dataset_get_id (dataset, row)), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), line);
}

static void
add_reason (EntTraySection *self,
            const char     *reason,
            guint           n_events)
{
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_events);
  /* TRANSLATORS: why events have no place in the timeline, and how many */
  g_autofree char *text = ent_phrase_fill (C_("tray", "{reason} ({number})"), "reason", reason, "number", number, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (line, "reason");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), line);
}

/* By reason, in the order in which they come, the rows of a table of (owned) GArray. */
static GHashTable *
find_reasons (EntResults *results,
              EntBasis    basis,
              GPtrArray  *reasons,
              guint      *n_found)
{
  EntDataset *dataset = ent_results_get_dataset (results);
  const EntRowSet *matching = ent_results_get_matching (results);
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, basis, &n_dated);

  *n_found = 0;
  for (guint i = n_dated; i < ent_dataset_get_n_events (dataset); i++)
    {
      g_autofree char *reason = NULL;
      GArray *rows;

      if (!ent_row_set_contains (matching, order[i]))
        continue;
      reason = get_reason (dataset, basis, order[i]);
      rows = g_hash_table_lookup (table, reason);
      if (rows == NULL)
        {
          char *key = g_steal_pointer (&reason);

          rows = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (table, key, rows);
          g_ptr_array_add (reasons, key);
        }
      g_array_append_val (rows, order[i]);
      (*n_found)++;
    }
  return table;
}

static void
ent_tray_section_update (EntFilterSection *section,
                         EntResults       *results)
{
  EntTraySection *self = ENT_TRAY_SECTION (section);
  const EntView *view = ent_session_get_view (ent_results_get_session (results));
  EntBasis basis = ent_view_get_basis (view);
  EntDataset *dataset = ent_results_get_dataset (results);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  guint n_found;
  g_autoptr (GHashTable) table = find_reasons (results, basis, reasons, &n_found);
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_found);
  GtkListBoxRow *row;

  ent_filter_section_set_status (section, n_found > 0 ? number : C_("tray", "none"));
  if (ent_filter_section_get_folded (section))
    return;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < reasons->len; i++)
    {
      const char *reason = g_ptr_array_index (reasons, i);
      const GArray *rows = g_hash_table_lookup (table, reason);

      add_reason (self, reason, rows->len);
      for (guint j = 0; j < MIN (rows->len, MOST_LISTED); j++)
        add_row (self, dataset, basis, g_array_index (rows, guint32, j));
    }
  gtk_label_set_label (GTK_LABEL (self->note), n_found > 0 ? _("Events that match and cannot be placed on the timeline.")
                                                           : _("All events that match have a place on the timeline."));
}

static void
ent_tray_section_class_init (EntTraySectionClass *klass)
{
  ENT_FILTER_SECTION_CLASS (klass)->update = ent_tray_section_update;
}

static void
ent_tray_section_init (EntTraySection *self)
{
  EntFilterSection *section = ENT_FILTER_SECTION (self);

  ent_filter_section_set_title (section, _("Not on the Timeline"));
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "note");
  ent_filter_section_add (section, self->note);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "facets");
  gtk_widget_add_css_class (self->list, "tray");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not on the Timeline"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  ent_filter_section_add (section, ent_tab_stop_new (self->list));
}

/** ent_tray_section_new: Returns: (transfer floating): the section */
GtkWidget *
ent_tray_section_new (void)
{
  return g_object_new (ENT_TYPE_TRAY_SECTION, NULL);
}
