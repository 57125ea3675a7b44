/* test-results.c: what a session's query finds, and when one is told of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <libglib-testing/signal-logger.h>

#include "ent-generator.h"
#include "ent-results.h"

#define FEW 200
#define MANY 30000

typedef struct
{
  EntSession     *session;
  EntDataset     *dataset;
  EntResults     *results;
  GtSignalLogger *logger;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dataset = ent_generator_dataset (GPOINTER_TO_UINT (data), 5);
  fixture->session = ent_session_new ();
  fixture->results = ent_session_get_results (fixture->session);
  ent_session_open (fixture->session, fixture->dataset, NULL);
  fixture->logger = gt_signal_logger_new ();
  gt_signal_logger_connect (fixture->logger, fixture->results, "notify::filter");
  gt_signal_logger_connect (fixture->logger, fixture->results, "notify::error");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gt_signal_logger_free (fixture->logger);
  g_object_unref (fixture->session);
  g_object_unref (fixture->dataset);
}

static void
ask (Fixture    *fixture,
     const char *query)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (fixture->session));

  ent_view_set_query (view, query);
  ent_session_set_view (fixture->session, view);
}

static guint
count (Fixture *fixture)
{
  return ent_row_set_count (ent_results_get_matching (fixture->results));
}

/* What has been told since, in short: "f" for an answer, "e" for an error. */
static char *
told (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  while (gt_signal_logger_get_n_emissions (fixture->logger) > 0)
    {
      GtSignalLoggerEmission *emission = NULL;
      g_autofree char *name = NULL;

      gt_signal_logger_pop_emission (fixture->logger, NULL, NULL, &name, &emission);
      g_string_append_c (text, g_str_equal (name, "notify::filter") ? 'f' : 'e');
      gt_signal_logger_emission_free (emission);
    }
  return g_string_free (text, FALSE);
}

#define assert_told(fixture, expected) \
  G_STMT_START \
    { \
      g_autofree char *told_ = told (fixture); \
      g_assert_cmpstr (told_, ==, expected); \
    } \
  G_STMT_END

static void
test_ask (Fixture      *fixture,
          gconstpointer data)
{
  guint n_incidents;
  EntSpan span = { 0, G_GINT64_CONSTANT (1) << 40 };

  g_assert_true (ent_session_get_results (fixture->session) == fixture->results);
  g_assert_true (ent_results_get_dataset (fixture->results) == fixture->dataset);
  g_assert_cmpuint (count (fixture), ==, FEW);
  g_assert_null (ent_results_get_shown (fixture->results));
  g_assert_null (ent_results_get_hits (fixture->results));

  ask (fixture, "kind:incident");
  assert_told (fixture, "f");
  n_incidents = count (fixture);
  g_assert_cmpuint (n_incidents, >, 0);
  g_assert_cmpuint (n_incidents, <, FEW);
  g_assert_true (ent_results_get_shown (fixture->results) == ent_results_get_matching (fixture->results));
  g_assert_null (ent_results_get_hits (fixture->results));
  g_assert_cmpuint (ent_results_count (fixture->results, &span), <=, n_incidents);

  ask (fixture, "kind:incident cyber");
  assert_told (fixture, "f");
  g_assert_cmpuint (count (fixture), <=, n_incidents);
  g_assert_nonnull (ent_results_get_hits (fixture->results));
  g_assert_cmpstr (ent_results_get_words (fixture->results)[0], ==, "cyber");

  ask (fixture, "");
  assert_told (fixture, "f");
  g_assert_cmpuint (count (fixture), ==, FEW);
}

/* A query that cannot be answered changes nothing but the error, which is told once. */
static void
test_error (Fixture      *fixture,
            gconstpointer data)
{
  EntFilter *filter;

  ask (fixture, "kind:incident");
  filter = ent_results_get_filter (fixture->results);
  assert_told (fixture, "f");
  ask (fixture, "kind:");
  assert_told (fixture, "e");
  g_assert_nonnull (ent_results_get_error (fixture->results));
  ask (fixture, "knd:incident");
  assert_told (fixture, "e");
  g_assert_true (ent_results_get_filter (fixture->results) == filter);
  ask (fixture, "kind:meeting");
  assert_told (fixture, "fe");
  g_assert_null (ent_results_get_error (fixture->results));
}

/* Nothing is asked anew when the view only moves, and something is when the query is about the selection. */
static void
test_what_matters (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (fixture->dataset, 7));
  const char *const ids[] = { id, NULL };

  ent_session_set_span (fixture->session, &(EntSpan){ 0, 1000000 });
  ent_session_set_selection (fixture->session, ids);
  assert_told (fixture, "");
  ask (fixture, "is:selected");
  assert_told (fixture, "f");
  g_assert_cmpuint (count (fixture), ==, 1);
  ent_session_set_selection (fixture->session, NULL);
  assert_told (fixture, "f");
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Another dataset is never shown with what was found in the last; a query that it cannot answer finds all. */
static void
test_dataset (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (EntDataset) other = ent_generator_dataset (50, 6);
  g_autoptr (EntView) view = ent_view_new ();

  ask (fixture, "kind:incident");
  ent_view_set_query (view, "no_such_field:1");
  ent_session_open (fixture->session, other, view);
  g_assert_true (ent_results_get_dataset (fixture->results) == other);
  g_assert_cmpuint (count (fixture), ==, 50);
  g_assert_nonnull (ent_results_get_error (fixture->results));
  ent_session_open (fixture->session, NULL, NULL);
  g_assert_null (ent_results_get_matching (fixture->results));
  g_assert_null (ent_results_get_error (fixture->results));
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  const EntFacet *kinds = ent_facets_get (ent_dataset_get_facets (fixture->dataset), ENT_FACET_KIND);
  g_autofree guint *all = ent_results_count_facet (fixture->results, kinds);
  g_autofree guint *beside = NULL;
  g_autofree guint *severe = NULL;

  ask (fixture, "kind:incident");
  beside = ent_results_count_facet (fixture->results, kinds);
  ask (fixture, "kind:incident severity>=4");
  severe = ent_results_count_facet (fixture->results, kinds);
  for (guint i = 0; i < ent_facet_get_n_values (kinds); i++)
    {
      g_assert_cmpuint (beside[i], ==, all[i]);
      g_assert_cmpuint (severe[i], <=, all[i]);
    }
}

/* Of many events the last answer stays until the next is there; of several questions only the last is answered. */
static void
test_thread (Fixture      *fixture,
             gconstpointer data)
{
  guint n_events = GPOINTER_TO_UINT (data);

  ask (fixture, "kind:meeting");
  ask (fixture, "a");
  ask (fixture, "kind:incident");
  g_assert_true (ent_results_get_busy (fixture->results));
  g_assert_cmpuint (count (fixture), ==, n_events);
  while (ent_results_get_busy (fixture->results))
    g_main_context_iteration (NULL, TRUE);
  assert_told (fixture, "f");
  for (guint32 row = 0; row < n_events; row++)
    g_assert_cmpint (ent_row_set_contains (ent_results_get_matching (fixture->results), row), ==,
                     g_str_equal (ent_dataset_get_kind_word (fixture->dataset, row), "incident"));
  ask (fixture, "a");
  /* The session goes while a thread is looking. */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, size, func) \
  g_test_add ("/results/" name, Fixture, GUINT_TO_POINTER (size), set_up, func, tear_down)
  ADD ("ask", FEW, test_ask);
  ADD ("error", FEW, test_error);
  ADD ("what-matters", FEW, test_what_matters);
  ADD ("dataset", FEW, test_dataset);
  ADD ("counts", FEW, test_counts);
  ADD ("thread", MANY, test_thread);

  return g_test_run ();
}
