/* ent-app-test.c: a real window in the test's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-app-test.h"

#include "ent-application.h"
#include "ent-state.h"
#include "ent-view-json.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static double
get_patience (void)
{
  const char *patience = g_getenv ("ENT_TEST_PATIENCE");

  return patience != NULL ? atof (patience) : 1;
}

static gboolean
has_dataset (gpointer data)
{
  return ent_session_get_dataset (ent_window_get_session (data)) != NULL;
}

/** ent_app_test_window: Returns: (transfer none): a window on the bundled timeline, as at first, on the screen */
EntWindow *
ent_app_test_window (void)
{
  static EntApplication *application;
  g_autofree char *state = ent_state_dup_place (NULL);
  g_autoptr (GError) error = NULL;
  EntWindow *window;

  if (application == NULL)
    {
      application = ent_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  g_unlink (state);
  window = ent_window_new (GTK_APPLICATION (application));
  ent_window_open_bundled (window);
  gtk_window_present (GTK_WINDOW (window));
  ent_app_test_wait (has_dataset, window, "the bundled timeline");
  return window;
}

/**
 * ent_app_test_do:
 * @window: a window
 * @action: the full name of an action, of the window or of a widget in focus
 * @parameter: (nullable) (transfer floating): what it takes
 *
 * Does what a button, a menu or a key does.
 */
void
ent_app_test_do (EntWindow  *window,
                 const char *action,
                 GVariant   *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *widget = focus != NULL ? focus : GTK_WIDGET (window);

  if (!gtk_widget_activate_action_variant (widget, action, parameter))
    g_error ("no action %s", action);
}

static gboolean
out_of_time_cb (gpointer data)
{
  g_error ("in vain waited for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

/**
 * ent_app_test_wait:
 * @condition: what is to become true
 * @data: its argument
 * @what: (not nullable): what is waited for, in words
 *
 * Lets the program go on until it has come; aborts when it has not in time.
 */
void
ent_app_test_wait (EntCondition condition,
                   gpointer     data,
                   const char  *what)
{
  guint timeout = g_timeout_add ((guint) (20000 * get_patience ()), out_of_time_cb, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/** ent_app_test_rest: lets the program go on for a while */
void
ent_app_test_rest (guint milliseconds)
{
  gboolean rested = FALSE;

  g_timeout_add (milliseconds, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/** ent_app_test_dump: Returns: (transfer full): in words, all of a window that its history holds */
char *
ent_app_test_dump (EntWindow *window)
{
  EntSession *session = ent_window_get_session (window);
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_COMPACT, NULL, NULL);
  g_autofree char *selection = g_strjoinv (" ", (char **) ent_session_get_selection (session));
  const char *focus = ent_session_get_focus (session);
  g_autoptr (GBytes) view = NULL;
  g_autoptr (GError) error = NULL;

  ent_view_write_json (ent_session_get_view (session), writer);
  view = ent_json_writer_finish_to_bytes (writer, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%.*s\nselected: %s\nin focus: %s\n",
                          (int) g_bytes_get_size (view), (const char *) g_bytes_get_data (view, NULL),
                          selection, focus != NULL ? focus : "");
}
