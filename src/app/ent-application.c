/* ent-application.c: the program as a desktop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-application.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ent-compat.h"
#include "ent-document.h"
#include "ent-loader.h"
#include "ent-timeline-packer.h"

/**
 * EntApplication:
 *
 * Opens a window a file, and one on the bundled timeline when there is no file.
 */
struct _EntApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

/* What the keys of a window and of the program do. Keys of the timeline, the list and the
 * details are theirs. */
static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.export", { "<Control>e" } },
  { "win.close", { "<Control>w" } },
  { "win.reload", { "<Control>r" } },
  { "win.cancel", { "Escape" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.jump", { "<Control>j" } },
  { "win.as-of", { "<Control>d" } },
  { "win.as-of-event", { "<Control><Shift>d" } },
  { "win.as-of-step::day-before", { "<Control>bracketleft" } },
  { "win.as-of-step::day-after", { "<Control>bracketright" } },
  { "win.as-of-step::disclosure-before", { "<Control><Alt>bracketleft" } },
  { "win.as-of-step::disclosure-after", { "<Control><Alt>bracketright" } },
  { "win.counts", { "<Control>h" } },
  { "win.page::timeline", { "<Control>1" } },
  { "win.page::list", { "<Control>2" } },
  { "win.page::compare", { "<Control>3" } },
  { "win.health", { "<Control>4" } },
  { "win.compare", { "<Control>b" } },
  { "win.panes", { "F9" } },
  { "win.filters", { "<Shift>F9" } },
  { "win.details", { "<Control>F9" } },
  { "win.search", { "<Control>f" } },
  { "win.fullscreen", { "F11" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

static void
new_window_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EntWindow *window = ent_window_new (user_data);

  ent_window_open_nothing (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ent_compat_show_about (gtk_application_get_active_window (user_data));
}

/* Each window is asked, so that it can keep what it has to. */
static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
  g_list_free (windows);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = new_window_activated },
  { .name = "about", .activate = about_activated },
  { .name = "quit", .activate = quit_activated },
};

static void
ent_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (ent_window_new (GTK_APPLICATION (application)));
      ent_window_open_bundled (ENT_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
ent_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    ent_application_open_file (ENT_APPLICATION (application), files[i], NULL);
}

static void
ent_application_startup (GApplication *application)
{
  g_autoptr (GBytes) bundled = ent_document_get_bundled ();

  /* The display takes its time to answer. */
  ent_timeline_packer_prepare (bundled);
  if (!gtk_init_check ())
    {
      g_printerr ("entente: %s\n", _("no display could be opened; “entente --help” tells what needs none"));
      exit (1);
    }
  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action, keys[i].keys);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
  application_class->startup = ent_application_startup;
}

static void
ent_application_init (EntApplication *self)
{
}

/** ent_application_new: Returns: (transfer full): the application; it is run with g_application_run() */
EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION,
                       "application-id", ENT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", ENT_APPLICATION_PATH,
                       NULL);
}

/* A file may have several names. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  EntStamp of_a, of_b;

  return g_file_equal (a, b) || (ent_loader_get_stamp (a, &of_a) && ent_loader_get_stamp (b, &of_b) &&
                                 of_a.device == of_b.device && of_a.inode == of_b.inode);
}

/**
 * ent_application_open_file:
 * @self: the application
 * @file: what to open
 * @window: (nullable): where to open it; %NULL: in a window of its own
 *
 * Opens it, or shows the other window it is open in.
 */
void
ent_application_open_file (EntApplication *self,
                           GFile          *file,
                           EntWindow      *window)
{
  g_return_if_fail (ENT_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      GFile *open = ENT_IS_WINDOW (item->data) && item->data != window ? ent_window_get_file (item->data) : NULL;

      if (open != NULL && is_same_file (open, file))
        {
          gtk_window_present (item->data);
          return;
        }
    }
  if (window == NULL)
    window = ent_window_new (GTK_APPLICATION (self));
  ent_window_open_file (window, file);
  gtk_window_present (GTK_WINDOW (window));
}
