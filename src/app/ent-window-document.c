/* ent-window-document.c: what a window shows of a file being opened, opened, broken, changed or gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-problems-window.h"
#include "ent-status-page-error.h"
#include "ent-status-page-loading.h"
#include "ent-status-page-start.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* What is open so soon needs no word; in milliseconds. */
#define PATIENCE 500

/* What a page of the window says in the place of the title. */
static void
set_heading (EntWindow  *self,
             const char *title,
             const char *subtitle)
{
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->subheading, g_free);
  self->heading = g_strdup (title);
  self->subheading = g_strdup (subtitle);
  ent_window_update_title (self);
}

static gboolean
has_document (EntWindow *self)
{
  return ent_session_get_dataset (self->session) != NULL;
}

/* Pages other than the document are made when they are first shown. */
static GtkWidget *
ensure_screen (EntWindow  *self,
               const char *name,
               GtkWidget *(*make) (void))
{
  GtkWidget *screen = gtk_stack_get_child_by_name (self->screens, name);

  if (screen == NULL)
    {
      screen = make ();
      gtk_stack_add_named (self->screens, screen, name);
    }
  return screen;
}

static void
show_screen (EntWindow  *self,
             const char *name)
{
  gboolean document = g_str_equal (name, "document");
  gboolean changed = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), name) != 0;

  gtk_stack_set_visible_child_name (self->screens, name);
  ent_window_update_actions (self);
  ent_window_update_layout (self);
  /* Enter does what a page offers first; in a document it is the picture that takes the keys. */
  if (changed && document)
    ent_window_focus_page (self);
  else if (changed)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->screens), GTK_DIR_TAB_FORWARD);
}

/** ent_window_show_document: (skip): shows what is open, or the page to open something from */
void
ent_window_show_document (EntWindow *self)
{
  if (has_document (self))
    {
      set_heading (self, NULL, NULL);
      show_screen (self, "document");
      return;
    }
  ensure_screen (self, "start", ent_status_page_start_new);
  set_heading (self, _("Entente"), "");
  show_screen (self, "start");
}

static EntBanner *
ensure_banner (EntWindow  *self,
               EntBanner **banner)
{
  if (*banner == NULL)
    {
      *banner = ENT_BANNER (ent_banner_new ());
      gtk_box_append (self->banners, GTK_WIDGET (*banner));
    }
  return *banner;
}

static void
hide_banner (EntBanner *banner)
{
  if (banner != NULL)
    ent_banner_hide (banner);
}

/* Opening */

static void
progressed_cb (EntWindow *self)
{
  GFile *file = ent_document_get_requested (self->document);
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  EntLoaderProgress progress;

  if (!self->impatient || file == NULL || !ent_document_get_progress (self->document, &progress))
    return;
  if (!has_document (self))
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->screens, "loading");

      ent_status_page_loading_set_progress (ENT_STATUS_PAGE_LOADING (page), &progress);
      return;
    }
  name = ent_document_dup_name (file);
  bytes = ent_status_page_loading_format_bytes (&progress);
  /* TRANSLATORS: a file's name, and how much of it was read */
  text = g_strdup_printf (_("Opening %s – %s"), name, bytes);
  ent_banner_show (self->progress_banner, "document-open-symbolic", text);
  ent_banner_set_fraction (self->progress_banner, progress.fraction);
}

static gboolean
impatient_cb (gpointer user_data)
{
  EntWindow *self = user_data;
  g_autofree char *name = ent_document_dup_name (ent_document_get_requested (self->document));

  self->patience = 0;
  self->impatient = TRUE;
  if (has_document (self))
    {
      ensure_banner (self, &self->progress_banner);
      ent_banner_set_button (self->progress_banner, _("_Cancel"), "win.cancel");
    }
  else
    {
      GtkWidget *page = ensure_screen (self, "loading", ent_status_page_loading_new);

      ent_status_page_loading_set_name (ENT_STATUS_PAGE_LOADING (page), name);
      set_heading (self, name, _("Opening"));
      show_screen (self, "loading");
    }
  progressed_cb (self);
  return G_SOURCE_REMOVE;
}

static void
started_cb (EntWindow *self)
{
  self->impatient = FALSE;
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE, impatient_cb, self);
  ent_window_update_actions (self);
}

static void
end_opening (EntWindow *self)
{
  self->impatient = FALSE;
  g_clear_handle_id (&self->patience, g_source_remove);
  hide_banner (self->progress_banner);
}

static void
cancelled_cb (EntWindow *self)
{
  end_opening (self);
  if (!has_document (self))
    ent_window_show_document (self);
  ent_window_update_actions (self);
}

/* Opened */

static void
show_problems_banner (EntWindow *self)
{
  EntDiagnostics *diagnostics = self->diagnostics;
  guint64 count = ent_diagnostics_get_errors (diagnostics) + ent_diagnostics_get_warnings (diagnostics);
  guint incomplete = (guint) ent_diagnostics_get_incomplete (diagnostics);
  guint left_out = (guint) ent_diagnostics_get_left_out (diagnostics);
  g_autofree char *problems = NULL;
  g_autofree char *affected = NULL;
  g_autofree char *text = NULL;

  /* What only might have been meant otherwise is no reason to interrupt anybody. */
  if (ent_diagnostics_get_errors (diagnostics) == 0)
    {
      hide_banner (self->problems_banner);
      return;
    }
  problems = g_strdup_printf (ngettext ("%u problem in this file", "%u problems in this file", (gulong) count),
                              (guint) count);
  if (incomplete > 0 || left_out > 0)
    {
      g_autofree char *first = g_strdup_printf (ngettext ("%u event incomplete", "%u events incomplete", incomplete),
                                                incomplete);

      /* TRANSLATORS: how many events are incomplete, as above, and how many are not there at all */
      affected = g_strdup_printf (_("%s, %u left out"), first, left_out);
    }
  text = affected != NULL ? g_strdup_printf ("%s · %s", problems, affected) : g_strdup (problems);
  ensure_banner (self, &self->problems_banner);
  ent_banner_set_button (self->problems_banner, _("_Show"), "win.show-problems");
  ent_banner_show (self->problems_banner, "dialog-warning-symbolic", text);
}

/** ent_window_show_problems: (skip): lists what is wrong with the file that is open */
void
ent_window_show_problems (EntWindow *self)
{
  GFile *file = ent_document_get_file (self->document);
  g_autofree char *path = NULL;

  if (self->diagnostics == NULL || ent_diagnostics_get_size (self->diagnostics) == 0)
    return;
  path = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");
  gtk_window_present (ent_problems_window_new (GTK_WINDOW (self), self->diagnostics, path));
}

static void
tell_of_change (EntWindow *self,
                guint      before,
                guint      after)
{
  g_autofree char *text = NULL;

  if (after > before)
    text = g_strdup_printf (ngettext ("Reloaded: %u more event", "Reloaded: %u more events", after - before),
                            after - before);
  else if (after < before)
    text = g_strdup_printf (ngettext ("Reloaded: %u event less", "Reloaded: %u events less", before - after),
                            before - after);
  else
    text = g_strdup (_("Reloaded"));
  ent_window_toast (self, text);
}

static void
loaded_cb (EntWindow *self,
           EntLoaded *loaded,
           int        reason)
{
  EntDataset *before = ent_session_get_whole (self->session);
  GFile *file = ent_document_get_file (self->document);
  gboolean opened = FALSE;

  end_opening (self);
  hide_banner (self->file_banner);
  g_clear_pointer (&self->diagnostics, ent_diagnostics_unref);
  self->diagnostics = ent_diagnostics_ref (loaded->diagnostics);
  if (reason == ENT_DOCUMENT_RELOADED && before != NULL)
    {
      guint n_before = ent_dataset_get_n_events (before);

      ent_session_set_dataset (self->session, loaded->dataset);
      tell_of_change (self, n_before, ent_dataset_get_n_events (loaded->dataset));
    }
  else
    {
      ent_window_restore_state (self, loaded->dataset);
      opened = TRUE;
      if (file != NULL)
        ent_window_remember_file (self, file);
    }
  show_problems_banner (self);
  ent_window_show_document (self);
  /* A window shows its document from the first, with nothing in it; the keys are to go there all the same. */
  if (opened)
    ent_window_focus_page (self);
}

/* Broken, or gone */

static void
failed_cb (EntWindow *self,
           EntLoaded *loaded,
           GFile     *file,
           int        reason)
{
  g_autofree char *name = ent_document_dup_name (file);
  g_autofree char *path = g_file_get_parse_name (file);
  GtkWidget *page;

  end_opening (self);
  if (reason == ENT_DOCUMENT_RELOADED && has_document (self))
    {
      g_autofree char *place = ent_fault_get_place (loaded->fault);
      /* TRANSLATORS: a file's name, and what is wrong in it, a whole sentence */
      g_autofree char *text = g_strdup_printf (_("%s has changed and cannot be read; you still see it as it was. %s"),
                                               name, place);

      ensure_banner (self, &self->file_banner);
      ent_banner_set_button (self->file_banner, _("_Retry"), "win.reload");
      ent_banner_show (self->file_banner, "dialog-error-symbolic", text);
      ent_window_update_actions (self);
      return;
    }
  page = ensure_screen (self, "error", ent_status_page_error_new);
  ent_status_page_error_set_fault (ENT_STATUS_PAGE_ERROR (page), loaded->fault, path, has_document (self));
  set_heading (self, name, _("Not opened"));
  show_screen (self, "error");
}

static void
gone_cb (EntWindow *self)
{
  g_autofree char *name = ent_document_dup_name (ent_document_get_file (self->document));
  /* TRANSLATORS: a file's name */
  g_autofree char *text = g_strdup_printf (_("%s was deleted or moved; you still see it as it was."), name);

  ensure_banner (self, &self->file_banner);
  ent_banner_set_button (self->file_banner, NULL, NULL);
  ent_banner_show (self->file_banner, "dialog-warning-symbolic", text);
}

/** ent_window_init_document: (skip): has the window follow its document */
void
ent_window_init_document (EntWindow *self)
{
  self->document = ent_document_new ();
  g_signal_connect_object (self->document, "started", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "progressed", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
}

/** ent_window_dispose_document: (skip): safe to call twice */
void
ent_window_dispose_document (EntWindow *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      ent_document_cancel (self->document);
    }
  g_clear_object (&self->document);
  g_clear_pointer (&self->diagnostics, ent_diagnostics_unref);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->subheading, g_free);
}
