/* ent-status-page-start.c: the page of a window that nothing is open in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-status-page-start.h"

#include "ent-compat.h"
#include "ent-document.h"
#include "ent-status-page.h"

#include <glib/gi18n.h>

/**
 * EntStatusPageStart:
 *
 * Offers to open a file, or the timeline that comes with the program.
 */
struct _EntStatusPageStart
{
  AdwBin         parent_instance;
  EntStatusPage *page;
  GtkButton     *bundled_button;
  GtkLabel      *formats_label;
};

G_DEFINE_FINAL_TYPE (EntStatusPageStart, ent_status_page_start, ADW_TYPE_BIN)

static guint
count_bundled (void)
{
  g_autoptr (GBytes) bytes = ent_document_get_bundled ();
  g_autoptr (EntLoaded) loaded = ent_loader_load_bytes (bytes);

  return loaded->dataset != NULL ? ent_dataset_get_n_events (loaded->dataset) : 0;
}

static void
ent_status_page_start_class_init (EntStatusPageStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-status-page-start.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageStart, page);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageStart, bundled_button);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageStart, formats_label);
}

static void
ent_status_page_start_init (EntStatusPageStart *self)
{
  guint n_events = count_bundled ();
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  description = g_strdup_printf (ngettext ("Drop a file here, or begin with the %u event of cyber diplomacy "
                                           "that comes with the program.",
                                           "Drop a file here, or begin with the %u events of cyber diplomacy "
                                           "that come with the program.", n_events), n_events);
  ent_status_page_set_description (self->page, description);
  label = g_strdup_printf (ngettext ("_Show the %u Event", "_Show the %u Events", n_events), n_events);
  gtk_button_set_label (self->bundled_button, label);
  gtk_button_set_use_underline (self->bundled_button, TRUE);
  ent_compat_name_buttons (GTK_WIDGET (self));
  /* TRANSLATORS: the kinds of files that can be read */
  gtk_label_set_label (self->formats_label, _("Entente JSON"));
}

/** ent_status_page_start_new: Returns: (transfer floating): the page */
GtkWidget *
ent_status_page_start_new (void)
{
  return g_object_new (ENT_TYPE_STATUS_PAGE_START, NULL);
}
