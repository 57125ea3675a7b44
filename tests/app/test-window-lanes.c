/* test-window-lanes.c: lanes of a real window: what makes them, in which order they stand, which are folded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-app-test.h"
#include "ent-navigation.h"
#include "ent-timeline-view.h"
#include "ent-window-private.h"

/* The keys of the lanes, from the top. */
static char *
lanes_of (EntWindow *window)
{
  g_auto (GStrv) keys = ent_timeline_view_dup_lanes (ENT_TIMELINE_VIEW (window->timeline), NULL);

  return g_strjoinv (" ", keys);
}

static gboolean
has_lanes (gpointer data)
{
  g_autofree char *lanes = lanes_of (data);

  return *lanes != '\0';
}

/* A window that has been laid out. */
static EntWindow *
open_window (void)
{
  EntWindow *window = ent_app_test_window ();

  ent_app_test_wait (has_lanes, window, "lanes");
  return window;
}

#define assert_lanes(window, expected) \
  G_STMT_START \
    { \
      g_autofree char *lanes_ = lanes_of (window); \
      g_assert_cmpstr (lanes_, ==, expected); \
    } \
  G_STMT_END

static void
test_group (void)
{
  EntWindow *window = open_window ();
  GActionGroup *actions = G_ACTION_GROUP (window);
  g_autofree char *lanes = NULL;

  assert_lanes (window, "incident meeting statement");
  ent_app_test_do (window, "win.group-by", g_variant_new_string ("attribution"));
  assert_lanes (window, "confirmed official-accusation private-assessment suspected ");
  g_assert_cmpstr (g_variant_get_string (g_action_group_get_action_state (actions, "group-by"), NULL), ==, "attribution");
  ent_app_test_do (window, "win.group-by", g_variant_new_string ("none"));
  assert_lanes (window, "*");
  ent_app_test_do (window, "win.group-by", g_variant_new_string ("initiator"));
  lanes = lanes_of (window);
  g_assert_true (g_str_has_prefix (lanes, "CN RU "));
  ent_app_test_do (window, "win.back", NULL);
  assert_lanes (window, "*");
  ent_app_test_do (window, "win.group-by", g_variant_new_string ("kind"));
  assert_lanes (window, "incident meeting statement");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_order (void)
{
  EntWindow *window = open_window ();

  ent_app_test_do (window, "win.lane-order", g_variant_new_string ("count"));
  assert_lanes (window, "statement meeting incident");
  ent_app_test_do (window, "win.lane-order", g_variant_new_string ("date"));
  assert_lanes (window, "statement incident meeting");
  ent_app_test_do (window, "win.lane-order", g_variant_new_string ("natural"));
  /* Without an event in focus it is the first that moves. */
  ent_app_test_do (window, "win.lane-down", NULL);
  assert_lanes (window, "meeting incident statement");
  ent_app_test_do (window, "win.show-event", g_variant_new_string ("opm-2014-2015-background-files"));
  ent_app_test_do (window, "win.lane-down", NULL);
  assert_lanes (window, "meeting statement incident");
  ent_app_test_do (window, "win.lane-down", NULL);
  assert_lanes (window, "meeting statement incident");
  ent_app_test_do (window, "win.lane-up", NULL);
  ent_app_test_do (window, "win.lane-up", NULL);
  assert_lanes (window, "incident meeting statement");
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
folded_of (EntWindow *window)
{
  const char *const *folded = ent_view_get_collapsed (ent_session_get_view (ent_window_get_session (window)));

  return folded != NULL ? g_strjoinv (" ", (char **) folded) : g_strdup ("");
}

#define assert_folded(window, expected) \
  G_STMT_START \
    { \
      g_autofree char *folded_ = folded_of (window); \
      g_assert_cmpstr (folded_, ==, expected); \
    } \
  G_STMT_END

static void
test_fold (void)
{
  EntWindow *window = open_window ();

  ent_app_test_do (window, "win.toggle-lane", g_variant_new_string ("meeting"));
  assert_folded (window, "meeting");
  ent_app_test_do (window, "win.show-event", g_variant_new_string ("opm-2014-2015-background-files"));
  ent_app_test_do (window, "win.collapse-lane", NULL);
  assert_folded (window, "incident meeting");
  assert_lanes (window, "incident meeting statement");
  ent_app_test_do (window, "win.toggle-lane", g_variant_new_string ("meeting"));
  assert_folded (window, "incident");
  ent_app_test_do (window, "win.collapse-all", NULL);
  assert_folded (window, "incident meeting statement");
  ent_app_test_do (window, "win.expand-all", NULL);
  assert_folded (window, "");
  /* Other lanes are open, and back brings the folded ones back. */
  ent_app_test_do (window, "win.collapse-all", NULL);
  ent_app_test_do (window, "win.group-by", g_variant_new_string ("status"));
  assert_folded (window, "");
  ent_app_test_do (window, "win.back", NULL);
  assert_folded (window, "incident meeting statement");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_basis (void)
{
  EntWindow *window = open_window ();

  ent_app_test_do (window, "win.basis", g_variant_new_string ("disclosure"));
  g_assert_cmpint (ent_view_get_basis (ent_session_get_view (ent_window_get_session (window))), ==,
                   ENT_BASIS_DISCLOSURE);
  ent_app_test_do (window, "win.basis", g_variant_new_string ("occurred"));
  g_assert_cmpint (ent_view_get_basis (ent_session_get_view (ent_window_get_session (window))), ==,
                   ENT_BASIS_OCCURRED);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/window/lanes/group", test_group);
  g_test_add_func ("/window/lanes/order", test_order);
  g_test_add_func ("/window/lanes/fold", test_fold);
  g_test_add_func ("/window/lanes/basis", test_basis);

  return g_test_run ();
}
