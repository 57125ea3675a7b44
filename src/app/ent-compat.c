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
  GtkWindow             *parent;
  GFile                 *file;       /* (owned) (nullable) */
  EntCompatFilesCallback take_files; /* this or that */
  EntCompatFileCallback  callback;
  gpointer               user_data;
} FileChoice;

static void
file_choice_free (FileChoice *choice)
{
  g_clear_object (&choice->file);
  g_free (choice);
}

/* Where a window keeps the one file chooser it has open; it goes with the window. */
#define CHOOSER_KEY "ent-compat-chooser"

/* NULL while the window has one already. */
static GtkFileChooserNative *
new_chooser (GtkWindow            *parent,
             const char           *title,
             GtkFileChooserAction  action,
             GFile                *folder)
{
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (parent), CHOOSER_KEY) != NULL)
    return NULL;
  chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  return chooser;
}

static void
chooser_free (gpointer chooser)
{
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
chosen_cb (GtkFileChooserNative *chooser,
           int                   response,
           gpointer              user_data)
{
  const FileChoice choice = *(FileChoice *) user_data;
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GFile) first = NULL;
  g_autoptr (GtkWindow) parent = g_object_ref (choice.parent);

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  if (files != NULL)
    first = g_list_model_get_item (files, 0);
  g_object_set_data (G_OBJECT (parent), CHOOSER_KEY, NULL);
  /* The window may have been closed while the chooser of a portal stayed. */
  if (first == NULL || !gtk_widget_get_visible (GTK_WIDGET (parent)))
    return;
  if (choice.take_files != NULL)
    choice.take_files (files, choice.user_data);
  else
    choice.callback (first, choice.user_data);
}

/* Takes the chooser and the choice. */
static void
show_chooser (GtkFileChooserNative *chooser,
              FileChoice           *choice)
{
  g_object_set_data_full (G_OBJECT (choice->parent), CHOOSER_KEY, chooser, chooser_free);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), choice,
                         (GClosureNotify) (void (*) (void)) file_choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
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
 * @parent: the window it is for; while it asks already, it does not ask again
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
  GtkFileChooserNative *chooser = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, folder);
  g_autoptr (GtkFileFilter) ours = make_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  FileChoice *choice;

  if (chooser == NULL)
    return;
  choice = g_new0 (FileChoice, 1);
  choice->parent = parent;
  choice->take_files = callback;
  choice->user_data = user_data;
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  show_chooser (chooser, choice);
}

/**
 * ent_compat_name_file:
 * @parent: the window it is for; while it asks already, it does not ask again
 * @title: what is written
 * @folder: (nullable): where to begin
 * @name: a name to begin with
 * @filter: what the files that are shown have in common
 * @callback: (scope async): called when a file was named, and not otherwise
 * @user_data: for @callback; must live as long as @parent
 *
 * Asks what file to write.
 */
void
ent_compat_name_file (GtkWindow             *parent,
                      const char            *title,
                      GFile                 *folder,
                      const char            *name,
                      GtkFileFilter         *filter,
                      EntCompatFileCallback  callback,
                      gpointer               user_data)
{
  GtkFileChooserNative *chooser = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, folder);
  FileChoice *choice;

  if (chooser == NULL)
    return;
  choice = g_new0 (FileChoice, 1);
  choice->parent = parent;
  choice->callback = callback;
  choice->user_data = user_data;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, choice);
}

static void
replace_answered_cb (AdwMessageDialog *question,
                     const char       *response,
                     gpointer          user_data)
{
  FileChoice *choice = user_data;

  if (g_str_equal (response, "replace"))
    choice->callback (choice->file, choice->user_data);
}

/**
 * ent_compat_ask_to_replace:
 * @parent: the window it is for
 * @file: a file that is there
 * @callback: (scope async): called when it may be replaced, and not otherwise
 * @user_data: for @callback; must live as long as @parent
 *
 * Asks whether a file may be replaced, where the file chooser did not.
 */
void
ent_compat_ask_to_replace (GtkWindow             *parent,
                           GFile                 *file,
                           EntCompatFileCallback  callback,
                           gpointer               user_data)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  GtkWidget *question = adw_message_dialog_new (parent, NULL, NULL);
  FileChoice *choice = g_new0 (FileChoice, 1);

  choice->file = g_object_ref (file);
  choice->callback = callback;
  choice->user_data = user_data;
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (question), _("Replace “\u2068%s\u2069”?"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question), _("There is a file of that name already."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "replace", _("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (question), TRUE);
  g_signal_connect_data (question, "response", G_CALLBACK (replace_answered_cb), choice,
                         (GClosureNotify) (void (*) (void)) file_choice_free, 0);
  gtk_window_present (GTK_WINDOW (question));
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

/**
 * ent_compat_get_rows:
 * @view: a #GtkListView or #GtkColumnView
 *
 * Returns: (transfer none) (nullable): what holds its rows: for a table, the list inside it
 */
GtkWidget *
ent_compat_get_rows (GtkWidget *view)
{
  GtkWidget *rows = view;

  if (GTK_IS_COLUMN_VIEW (view))
    for (rows = gtk_widget_get_first_child (view); rows != NULL && !GTK_IS_LIST_VIEW (rows);)
      rows = gtk_widget_get_next_sibling (rows);
  return rows;
}

/**
 * ent_compat_scroll_to:
 * @view: a #GtkListView or #GtkColumnView that has been given its size
 * @position: of an item
 *
 * Scrolls as little as is needed to show an item.
 */
void
ent_compat_scroll_to (GtkWidget *view,
                      guint      position)
{
  GtkWidget *rows = ent_compat_get_rows (view);

  if (rows != NULL)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

/**
 * ent_compat_name_buttons:
 * @widget: a widget, with all that is in it
 *
 * Lets buttons with a mnemonic be called what they show. GTK 4.8 has them called that twice, the first time with
 * the underscore: "_Cancel Cancel". To be done again when a label is set.
 */
void
ent_compat_name_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ent_compat_name_buttons (child);
}
