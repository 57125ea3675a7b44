/* ent-status-page-loading.c: the page of a window that waits for its first file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-status-page-loading.h"

#include "ent-compat.h"
#include "ent-status-page.h"

#include <glib/gi18n.h>

/**
 * EntStatusPageLoading:
 *
 * Says what is being opened and how far it is, and offers to stop.
 */
struct _EntStatusPageLoading
{
  AdwBin          parent_instance;
  EntStatusPage  *page;
  GtkLabel       *stage_label;
  GtkLabel       *bytes_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (EntStatusPageLoading, ent_status_page_loading, ADW_TYPE_BIN)

static void
ent_status_page_loading_class_init (EntStatusPageLoadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-status-page-loading.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageLoading, page);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageLoading, stage_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageLoading, bytes_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageLoading, progress_bar);
}

static void
ent_status_page_loading_init (EntStatusPageLoading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/** ent_status_page_loading_new: Returns: (transfer floating): the page */
GtkWidget *
ent_status_page_loading_new (void)
{
  return g_object_new (ENT_TYPE_STATUS_PAGE_LOADING, NULL);
}

/** ent_status_page_loading_set_name: (skip): says what is being opened */
void
ent_status_page_loading_set_name (EntStatusPageLoading *self,
                                  const char           *name)
{
  /* TRANSLATORS: a file's name */
  g_autofree char *title = g_strdup_printf (_("Opening %s"), name);

  g_return_if_fail (ENT_IS_STATUS_PAGE_LOADING (self));

  ent_status_page_set_title (self->page, title);
}

/** ent_status_page_loading_set_progress: (skip): says how far it is */
void
ent_status_page_loading_set_progress (EntStatusPageLoading    *self,
                                      const EntLoaderProgress *progress)
{
  g_autofree char *bytes = ent_status_page_loading_format_bytes (progress);

  g_return_if_fail (ENT_IS_STATUS_PAGE_LOADING (self));

  gtk_label_set_label (self->stage_label, progress->understanding ? _("Reading events") : _("Reading the file"));
  gtk_label_set_label (self->bytes_label, bytes);
  gtk_progress_bar_set_fraction (self->progress_bar, progress->fraction);
}

/** ent_status_page_loading_format_bytes: Returns: (transfer full): "273 of 440 MB" */
char *
ent_status_page_loading_format_bytes (const EntLoaderProgress *progress)
{
  g_autofree char *size = g_format_size (progress->size);

  if (progress->size >= 10 * 1000 * 1000)
    /* TRANSLATORS: megabytes, done and in all */
    return g_strdup_printf (_("%u of %u MB"), (guint) (progress->done / 1000000), (guint) (progress->size / 1000000));
  return g_steal_pointer (&size);
}
