/* ent-compat.c: what newer GTK and libadwaita do otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compat.h"

#include "ent-format.h"

#include <glib/gi18n.h>

typedef struct
{
  EntCompatFilesCallback callback;
  gpointer               user_data;
} FilesChoice;

static void
responded_cb (GtkFileChooserNative *dialog,
              int                   response,
              gpointer              user_data)
{
  FilesChoice *choice = user_data;
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && files != NULL && g_list_model_get_n_items (files) > 0)
    choice->callback (files, choice->user_data);
  /* It is no widget, so nobody else has kept it till now. */
  g_object_unref (dialog);
}

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Timelines"));
  gtk_file_filter_add_mime_type (filter, ent_native_format.mime_type);
  for (gsize i = 0; ent_native_format.suffixes[i] != NULL; i++)
    /* What is given a suffix is not asked for a dot before it. */
    gtk_file_filter_add_suffix (filter, ent_native_format.suffixes[i] + 1);
  return filter;
}

/**
 * ent_compat_choose_files:
 * @parent: the window it is for
 * @title: what is chosen
 * @folder: (nullable): where to look first
 * @callback: (scope async): called when files were chosen, and not otherwise
 * @user_data: for @callback; must live as long as @parent
 *
 * Asks for files to open.
 */
void
ent_compat_choose_files (GtkWindow              *parent,
                         const char             *title,
                         GFile                  *folder,
                         EntCompatFilesCallback  callback,
                         gpointer                user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) ours = make_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  FilesChoice *choice = g_new (FilesChoice, 1);

  *choice = (FilesChoice){ callback, user_data };
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "choice", choice, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ent_compat_show_about:
 * @parent: (nullable): the window before which it stands
 *
 * Says what this program is.
 */
void
ent_compat_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Entente",
                         "application-icon", "io.github.entente.Entente",
                         "version", ENT_VERSION,
                         "developer-name", _("The Entente developers"),
                         "comments", _("A timeline of conflict and diplomacy in cyberspace."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}
