/* ent-details-pane-sources.c: where an event was learned from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ent-citation.h"
#include "ent-phrase.h"

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             GtkWidget        *list)
{
  const char *url = g_object_get_data (G_OBJECT (dialog), "ent-url");

  if (g_str_equal (response, "copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (list), url);
      gtk_widget_activate_action (list, "win.toast", "s", _("Address copied"));
    }
  else if (g_str_equal (response, "open"))
    {
      g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (list));

      g_app_info_launch_default_for_uri_async (url, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb, g_object_ref (list));
    }
}

/* No address is opened before it was seen in full. */
static void
ask_to_open (GtkWidget  *list,
             const char *url)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Open this address?"), NULL);
  GtkWidget *label = ent_details_label (url, "address", TRUE);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), label);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "copy", _("Copy"), "open", _("Open"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ent-url", g_strdup (url), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), list, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
source_activated_cb (GtkListBox    *list,
                     GtkListBoxRow *row,
                     gpointer       user_data)
{
  const char *url = g_object_get_data (G_OBJECT (row), "ent-url");

  if (url != NULL)
    ask_to_open (GTK_WIDGET (list), url);
}

static const char *
basis_words (EntSlice basis)
{
  static const char *const words[] = { NC_("source", "document"), NC_("source", "on record"), NC_("source", "anonymous"),
                                       NC_("source", "secondary source"), NC_("source", "from memory") };
  int value;

  if (basis.text == NULL || !ent_terms_find (ENT_TERMS_SOURCE_BASIS, basis, &value))
    return NULL;
  return g_dpgettext2 (NULL, "source", words[value]);
}

/* The date of a source and what it rests on, for the end of its row. */
static char *
aside_of (const EntSource *source)
{
  const char *basis = basis_words (source->basis);
  g_autofree char *date = source->date.text != NULL ? ent_date_text_words (source->date, ENT_DATE_STYLE_BRIEF) : NULL;

  if (date != NULL && basis != NULL)
    return g_strdup_printf ("%s · %s", basis, date);
  return date != NULL ? g_steal_pointer (&date) : g_strdup (basis);
}

static GtkWidget *
source_row (const EntDetails *details,
            guint             index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label;
  EntSource source;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *full = NULL;
  g_autofree char *url = NULL;

  ent_dataset_get_event_source (details->dataset, details->row, index, &source);
  name = ent_citation_source_name (&source);
  full = ent_citation_source (&source);
  url = ent_citation_openable (source.url);
  aside = aside_of (&source);

  label = gtk_label_new (number);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_add_css_class (label, "aside");
  gtk_box_append (GTK_BOX (box), label);
  label = ent_details_label (name, NULL, FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (url != NULL)
    gtk_widget_add_css_class (label, "address");
  gtk_box_append (GTK_BOX (box), label);
  if (aside != NULL)
    gtk_box_append (GTK_BOX (box), ent_details_aside (aside));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), url != NULL);
  gtk_widget_set_tooltip_text (row, full);
  ent_details_name (row, full);
  if (url != NULL)
    g_object_set_data_full (G_OBJECT (row), "ent-url", g_steal_pointer (&url), g_free);
  return row;
}

/* ent_details_sources: numbered; what has an address can be opened */
GtkWidget *
ent_details_sources (const EntDetails *details)
{
  guint n_sources = ent_dataset_get_n_sources (details->dataset, details->row);
  g_autofree char *number = g_strdup_printf ("%u", n_sources);
  GtkWidget *section;
  GtkWidget *list;

  if (n_sources == 0)
    return NULL;
  section = ent_details_section (_("Sources"), number);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rows");
  ent_details_name (list, _("Sources"));
  for (guint i = 0; i < MIN (n_sources, ENT_DETAILS_MAX_LISTED); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), source_row (details, i));
  g_signal_connect (list, "row-activated", G_CALLBACK (source_activated_cb), NULL);
  gtk_box_append (GTK_BOX (section), list);
  if (n_sources > ENT_DETAILS_MAX_LISTED)
    gtk_box_append (GTK_BOX (section), ent_details_rest (n_sources - ENT_DETAILS_MAX_LISTED));
  return section;
}
