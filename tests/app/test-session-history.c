/* test-session-history.c: twenty steps in a real window, and twenty steps back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-app-test.h"
#include "ent-navigation.h"

#define N_ACTIONS 20

static void
show_event (EntWindow *window,
            GRand     *random)
{
  EntDataset *dataset = ent_session_get_dataset (ent_window_get_session (window));
  guint32 row = (guint32) g_rand_int_range (random, 0, (gint32) ent_dataset_get_n_events (dataset));
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (dataset, row));

  ent_app_test_do (window, "win.show-event", g_variant_new_string (id));
}

static void
zoom_in (EntWindow *window,
         GRand     *random)
{
  ent_app_test_do (window, "win.zoom-in", NULL);
}

static void
zoom_out (EntWindow *window,
          GRand     *random)
{
  ent_app_test_do (window, "win.zoom-out", NULL);
}

static void
fit_all (EntWindow *window,
         GRand     *random)
{
  ent_app_test_do (window, "win.fit-all", NULL);
}

static void
change_page (EntWindow *window,
             GRand     *random)
{
  ent_app_test_do (window, "win.page", g_variant_new_string (g_rand_boolean (random) ? "list" : "timeline"));
}

static void
change_language (EntWindow *window,
                 GRand     *random)
{
  ent_app_test_do (window, "win.language", g_variant_new_string (g_rand_boolean (random) ? "zh-CN" : "en"));
}

static void
pan (EntWindow *window,
     GRand     *random)
{
  ent_navigation_pan (ent_window_get_session (window), g_rand_double_range (random, -1, 1));
}

static void
zoom_at_pointer (EntWindow *window,
                 GRand     *random)
{
  EntSession *session = ent_window_get_session (window);
  EntSpan span;

  ent_navigation_get_span (session, &span);
  ent_navigation_zoom (session, g_rand_double_range (random, 0.5, 2),
                       span.start + (gint64) (g_rand_double (random) * (double) (span.end - span.start)));
}

static void
walk (EntWindow *window,
      GRand     *random)
{
  EntSession *session = ent_window_get_session (window);
  gint32 n_events = (gint32) ent_dataset_get_n_events (ent_session_get_dataset (session));
  guint32 row = (guint32) g_rand_int_range (random, 0, n_events - 3);

  for (guint32 i = 0; i < 3; i++)
    ent_navigation_walk (session, row + i);
}

static void
toggle_selected (EntWindow *window,
                 GRand     *random)
{
  EntSession *session = ent_window_get_session (window);
  gint32 n_events = (gint32) ent_dataset_get_n_events (ent_session_get_dataset (session));

  ent_navigation_select (session, (guint32) g_rand_int_range (random, 0, n_events), TRUE);
}

static void
select_nothing (EntWindow *window,
                GRand     *random)
{
  ent_navigation_select (ent_window_get_session (window), ENT_ROW_NONE, FALSE);
}

static const struct
{
  const char *name;
  void (*run) (EntWindow *window,
               GRand     *random);
} actions[] = {
  { "show an event", show_event },
  { "zoom in", zoom_in },
  { "zoom out", zoom_out },
  { "fit all", fit_all },
  { "change the page", change_page },
  { "change the language", change_language },
  { "pan", pan },
  { "zoom at the pointer", zoom_at_pointer },
  { "walk three events", walk },
  { "add to the selection, or take out", toggle_selected },
  { "select nothing", select_nothing },
};

static void
test_back (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  EntWindow *window = ent_app_test_window ();
  EntSession *session = ent_window_get_session (window);
  g_autofree char *first = ent_app_test_dump (window);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  guint n_steps = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      gsize action = (gsize) g_rand_int_range (random, 0, G_N_ELEMENTS (actions));

      g_test_message ("%u: %s", i + 1, actions[action].name);
      actions[action].run (window, random);
      ent_app_test_rest (20);
      /* What follows a movement of its kind before that has come to rest goes on with it. */
      if (g_rand_boolean (random))
        ent_navigation_rest (session);
    }
  ent_navigation_rest (session);
  last = ent_app_test_dump (window);
  g_assert_cmpstr (last, !=, first);

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      n_steps += ent_session_get_can_go_back (session);
      ent_app_test_do (window, "win.back", NULL);
      ent_app_test_rest (20);
    }
  again = ent_app_test_dump (window);
  g_assert_cmpstr (again, ==, first);
  g_assert_false (ent_session_get_can_go_back (session));
  g_test_message ("%u steps", n_steps);
  g_assert_cmpuint (n_steps, >, N_ACTIONS / 2);

  for (guint i = 0; i < n_steps; i++)
    ent_app_test_do (window, "win.forward", NULL);
  g_free (again);
  again = ent_app_test_dump (window);
  g_assert_cmpstr (again, ==, last);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  static const guint32 seeds[] = { 1, 20150925, 4059231220 };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/back/%u", seeds[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (seeds[i]), test_back);
    }

  return g_test_run ();
}
