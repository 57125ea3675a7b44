/* ent-application.c: the program as a desktop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-application.h"

#include "ent-window.h"

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
    {
      EntWindow *window = ent_window_new (GTK_APPLICATION (application));

      ent_window_open_file (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
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
