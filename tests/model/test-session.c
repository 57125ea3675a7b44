/* test-session.c: the state of a window, its notification and its history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-builder.h"
#include "ent-limits.h"
#include "ent-session.h"

#include <libglib-testing/signal-logger.h>
#include <string.h>

/* A dataset with an event for each letter. */
static EntDataset *
make_dataset (const char *ids)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  g_autoptr (EntDatasetBuilder) builder = ent_dataset_builder_new (NULL, diagnostics);

  for (; *ids != '\0'; ids++)
    {
      ent_dataset_builder_begin_event (builder, -1);
      ent_dataset_builder_set_id (builder, (EntSlice){ ids, 1 }, -1);
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  return ent_dataset_builder_finish (builder);
}

static void
set_query (EntSession *session,
           const char *query)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (session));

  ent_view_set_query (view, query);
  ent_session_set_view (session, view);
}

static void
set_group_by (EntSession *session,
              const char *group_by)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (session));

  ent_view_set_group_by (view, group_by);
  ent_session_set_view (session, view);
}

static void
set_day (EntSession *session,
         gint64      day)
{
  const EntSpan span = { day * 86400, (day + 1) * 86400 };

  ent_session_set_span (session, &span);
}

static void
select_events (EntSession *session,
               const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  ent_session_set_selection (session, *ids != '\0' ? (const char *const *) list : NULL);
}

/* The state in words: days from 1970, query, grouping; selection; focus. */
static char *
describe (EntSession *session)
{
  const EntView *view = ent_session_get_view (session);
  g_autofree char *selection = g_strjoinv (" ", (char **) ent_session_get_selection (session));
  GString *text = g_string_new (NULL);

  if (ent_view_get_start (view) != NULL)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", *ent_view_get_start (view) / 86400);
  g_string_append_printf (text, "%s %s", ent_view_get_query (view),
                          ent_view_get_group_by (view) != NULL ? ent_view_get_group_by (view) : "-");
  g_string_append_printf (text, "; %s; %s", selection,
                          ent_session_get_focus (session) != NULL ? ent_session_get_focus (session) : "-");
  return g_string_free (text, FALSE);
}

static void
assert_state (EntSession *session,
              const char *expected)
{
  g_autofree char *state = describe (session);

  g_assert_cmpstr (state, ==, expected);
}

static GtSignalLogger *
log_notify (EntSession *session)
{
  GtSignalLogger *logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, session, "notify");
  return logger;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Which properties were notified since the last time; GObject does not promise an order. */
static void
assert_notified (GtSignalLogger *logger,
                 const char     *expected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  while (gt_signal_logger_get_n_emissions (logger) > 0)
    {
      g_autoptr (GtSignalLoggerEmission) emission = NULL;
      GParamSpec *pspec = NULL;

      gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, &emission);
      gt_signal_logger_emission_get_params (emission, &pspec);
      g_ptr_array_add (names, g_strdup (g_param_spec_get_name (pspec)));
      g_param_spec_unref (pspec);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

/* Ways to set something; `value` is 0 for what a session begins with, then 1, 2, 1. */
static void
use_dataset (EntSession *session,
             int         value,
             EntDataset *datasets[3])
{
  ent_session_set_dataset (session, datasets[value]);
}

static void
use_view (EntSession *session,
          int         value,
          EntDataset *datasets[3])
{
  g_autoptr (EntView) view = ent_view_new ();

  ent_view_set_color_by (view, value == 0 ? NULL : value == 1 ? "kind" : "place");
  ent_session_set_view (session, view);
}

static void
use_span (EntSession *session,
          int         value,
          EntDataset *datasets[3])
{
  if (value == 0)
    ent_session_set_span (session, NULL);
  else
    set_day (session, value);
}

static void
use_selection (EntSession *session,
               int         value,
               EntDataset *datasets[3])
{
  select_events (session, value == 0 ? "x" : value == 1 ? "a b a x" : "b a");
}

static void
use_focus (EntSession *session,
           int         value,
           EntDataset *datasets[3])
{
  ent_session_set_focus (session, value == 0 ? "x" : value == 1 ? "a" : "b");
}

static void
use_view_property (EntSession *session,
                   int         value,
                   EntDataset *datasets[3])
{
  g_autoptr (EntView) view = ent_view_new ();

  ent_view_set_query (view, value == 0 ? "" : value == 1 ? "q" : "r");
  g_object_set (session, "view", view, NULL);
}

static void
use_selection_property (EntSession *session,
                        int         value,
                        EntDataset *datasets[3])
{
  const char *const ids[] = { value == 1 ? "a" : "b", NULL };

  g_object_set (session, "selection", value == 0 ? NULL : ids, NULL);
}

static void
use_focus_property (EntSession *session,
                    int         value,
                    EntDataset *datasets[3])
{
  g_object_set (session, "focus", value == 0 ? NULL : value == 1 ? "a" : "b", NULL);
}

static void
use_show (EntSession *session,
          int         value,
          EntDataset *datasets[3])
{
  const EntSpan span = { value * 86400, (value + 1) * 86400 };
  const char *const ids[] = { value == 1 ? "a" : "b", "x", NULL };

  ent_session_show (session, value == 0 ? NULL : &span, value == 0 ? NULL : ids,
                    value == 0 ? NULL : value == 1 ? "b" : "a");
}

static const struct
{
  const char *name;
  void      (*use) (EntSession *session,
                    int         value,
                    EntDataset *datasets[3]);
  const char *first; /* notified when 1 is set, then 2, then 1 again */
  const char *second;
  const char *third;
} setters[] = {
  { "dataset", use_dataset, "dataset", "dataset", "dataset" },
  { "view", use_view, "can-go-back view", "view", "view" },
  { "span", use_span, "can-go-back view", "view", "view" },
  { "selection", use_selection, "can-go-back selection", "selection", "selection" },
  { "focus", use_focus, "can-go-back focus", "focus", "focus" },
  { "view-property", use_view_property, "can-go-back view", "view", "view" },
  { "selection-property", use_selection_property, "can-go-back selection", "selection", "selection" },
  { "focus-property", use_focus_property, "can-go-back focus", "focus", "focus" },
  { "show", use_show, "can-go-back focus selection view", "focus selection view", "focus selection view" },
};

/* One notification for each real change, none for setting what is there. */
static void
test_setter (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) first = make_dataset ("ab");
  g_autoptr (EntDataset) second = make_dataset ("ab");
  g_autoptr (EntDataset) third = make_dataset ("ab");
  g_autoptr (GtSignalLogger) logger = NULL;
  EntDataset *datasets[3] = { first, second, third };
  const char *const notified[] = { "", setters[i].first, setters[i].second, setters[i].third };
  const int values[] = { 0, 1, 2, 1 };

  ent_session_set_dataset (session, first);
  logger = log_notify (session);
  for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
    {
      setters[i].use (session, values[j], datasets);
      assert_notified (logger, notified[j]);
      setters[i].use (session, values[j], datasets);
      gt_signal_logger_assert_no_emissions (logger);
    }
}

static void
test_properties (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("ab");
  g_autoptr (EntDataset) got = NULL;
  g_autoptr (EntView) view = NULL;
  g_auto (GStrv) selection = NULL;
  g_autofree char *focus = NULL;
  gboolean can_go_back;
  gboolean can_go_forward;

  g_object_set (session, "dataset", dataset, NULL);
  select_events (session, "b");
  ent_session_set_focus (session, "a");
  set_query (session, "q");
  g_object_get (session, "dataset", &got, "view", &view, "selection", &selection, "focus", &focus,
                "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
  g_assert_true (got == dataset);
  g_assert_true (ent_view_equal (view, ent_session_get_view (session)));
  g_assert_cmpstrv (selection, ((const char *const[]){ "b", NULL }));
  g_assert_cmpstr (focus, ==, "a");
  g_assert_true (can_go_back);
  g_assert_false (can_go_forward);
}

/* Another edition: what it still has stays selected, in the history too. */
static void
test_dataset (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("abcd");
  g_autoptr (EntDataset) edition = make_dataset ("dxb");
  g_autoptr (EntDataset) same = make_dataset ("bd");
  g_autoptr (GtSignalLogger) logger = NULL;

  select_events (session, "a");
  assert_state (session, " -; ; -");
  ent_session_set_dataset (session, dataset);
  select_events (session, "c d");
  ent_session_set_focus (session, "c");
  set_query (session, "q");
  select_events (session, "a b c d");
  ent_session_set_focus (session, "a");

  logger = log_notify (session);
  ent_session_set_dataset (session, edition);
  assert_notified (logger, "dataset focus selection");
  assert_state (session, "q -; b d; -");
  ent_session_set_focus (session, "b");
  assert_notified (logger, "focus");
  ent_session_set_dataset (session, same);
  assert_notified (logger, "dataset");
  assert_state (session, "q -; b d; b");
  /* Before the last walk, then before the query. */
  ent_session_back (session);
  ent_session_back (session);
  assert_notified (logger, "can-go-forward focus selection view");
  assert_state (session, " -; d; -");
  ent_session_set_dataset (session, NULL);
  assert_notified (logger, "dataset selection");
  assert_state (session, " -; ; -");
}

/* Another file: everything begins anew. */
static void
test_open (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("ab");
  g_autoptr (EntDataset) other = make_dataset ("ab");
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (GtSignalLogger) logger = log_notify (session);

  ent_session_open (session, dataset, NULL);
  assert_notified (logger, "dataset");
  set_query (session, "q");
  select_events (session, "a");
  ent_session_set_focus (session, "a");
  assert_notified (logger, "can-go-back focus selection view");
  ent_view_set_query (view, "r");
  ent_session_open (session, other, view);
  assert_notified (logger, "can-go-back dataset focus selection view");
  assert_state (session, "r -; ; -");
  g_assert_false (ent_session_back (session));

  /* The view it has may be handed back, and a movement does not go on with the first step. */
  ent_session_open (session, other, ent_session_get_view (session));
  gt_signal_logger_assert_no_emissions (logger);
  set_query (session, "s");
  g_assert_true (ent_session_back (session));
  assert_state (session, "r -; ; -");
}

/* What is done, letter by letter: 1…9 a day to pan to, a…c a query, G H a grouping, . commit, < back,
 * > forward; and all states going back from the end. */
static const struct
{
  const char *name;
  const char *done;
  const char *states;
} histories[] = {
  { "nothing", "", " -" },
  { "one", "G", " G| -" },
  { "pan-is-one", "123", "3  -| -" },
  { "pan-committed", "12.34", "4  -|2  -| -" },
  { "pan-committed-twice", "1..2", "2  -|1  -| -" },
  { "typing-is-one", "abc", "c -| -" },
  { "pan-after-typing", "ab12", "2 b -|b -| -" },
  { "typing-after-pan", "12ab", "2 b -|2  -| -" },
  { "steps", "GHG", " G| H| G| -" },
  { "pan-after-step", "G12", "2  G| G| -" },
  { "pan-there-and-back", "1.2321", "1  -| -" },
  { "back", "1.2<", "1  -| -" },
  { "back-and-forward", "1.2<>", "2  -|1  -| -" },
  { "back-beyond", "1<<<", " -" },
  { "forward-beyond", "1>>", "1  -| -" },
  { "new-after-back", "1.2.3<<4", "4  -|1  -| -" },
  { "pan-after-back-is-a-step", "1.2<3", "3  -|1  -| -" },
  { "pan-after-forward-is-a-step", "12<>3", "3  -|2  -| -" },
  { "same-is-no-step", "G.G.G", " G| -" },
};

static void
test_history (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (GString) states = g_string_new (NULL);

  for (const char *at = histories[i].done; *at != '\0'; at++)
    {
      const char word[] = { *at, '\0' };

      if (*at == '.')
        ent_session_commit (session);
      else if (*at == '<')
        ent_session_back (session);
      else if (*at == '>')
        ent_session_forward (session);
      else if (g_ascii_isdigit (*at))
        set_day (session, *at - '0');
      else if (g_ascii_isupper (*at))
        set_group_by (session, word);
      else
        set_query (session, word);
    }
  do
    {
      g_autofree char *state = describe (session);

      g_string_append_printf (states, "%s%.*s", states->len > 0 ? "|" : "", (int) strcspn (state, ";"), state);
    }
  while (ent_session_back (session));
  g_assert_cmpstr (states->str, ==, histories[i].states);
}

/* Walking from event to event, letter by letter: a…c focus and select, 1…9 do so and show a day, / shows that day
 * alone, Q a query, . < > as above. */
static const struct
{
  const char *name;
  const char *done;
  const char *states;
} walks[] = {
  { "one", "a", " -; a; a| -; ; -" },
  { "quick-is-one", "abc", " -; c; c| -; ; -" },
  { "link-by-link", "a.b.c", " -; c; c| -; b; b| -; a; a| -; ; -" },
  { "takes-the-span-along", "a23b", "3  -; b; b| -; ; -" },
  { "there-and-back", "a.bca", " -; a; a| -; ; -" },
  { "not-with-a-pan", "1/2", "2  -; b; b|9  -; a; a|1  -; a; a| -; ; -" },
  { "not-with-a-query", "aQb", "q -; b; b|q -; a; a| -; a; a| -; ; -" },
  { "back", "a.b<", " -; a; a| -; ; -" },
  { "forward", "a.b<>", " -; b; b| -; a; a| -; ; -" },
  { "new-after-back", "a.b<c", " -; c; c| -; a; a| -; ; -" },
  { "pan-there-and-back", "1./1", "1  -; a; a| -; ; -" },
};

static void
test_walk (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("abc");
  g_autoptr (GString) states = g_string_new (NULL);

  ent_session_open (session, dataset, NULL);
  for (const char *at = walks[i].done; *at != '\0'; at++)
    {
      const EntSpan span = { (*at - '0') * 86400, (*at - '0' + 1) * 86400 };
      const char id[] = { g_ascii_isdigit (*at) ? (char) ('a' + *at - '1') : *at, '\0' };
      const char *const ids[] = { id, NULL };

      if (*at == '.')
        ent_session_commit (session);
      else if (*at == '<')
        ent_session_back (session);
      else if (*at == '>')
        ent_session_forward (session);
      else if (*at == '/')
        set_day (session, 9);
      else if (*at == 'Q')
        set_query (session, "q");
      else
        ent_session_show (session, g_ascii_isdigit (*at) ? &span : NULL, ids, id);
    }
  do
    {
      g_autofree char *state = describe (session);

      g_string_append_printf (states, "%s%s", states->len > 0 ? "|" : "", state);
    }
  while (ent_session_back (session));
  g_assert_cmpstr (states->str, ==, walks[i].states);
}

/* A step comes back with its selection and focus; each step of any kind is one back. */
static void
test_history_selection (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("abc");
  g_autoptr (GtSignalLogger) logger = NULL;

  ent_session_set_dataset (session, dataset);
  select_events (session, "a");
  set_query (session, "q");
  assert_state (session, "q -; a; -");
  select_events (session, "b c");
  ent_session_set_focus (session, "c");

  logger = log_notify (session);
  g_assert_true (ent_session_back (session));
  assert_notified (logger, "can-go-forward focus selection");
  assert_state (session, "q -; a; -");
  g_assert_true (ent_session_forward (session));
  assert_notified (logger, "can-go-forward focus selection");
  assert_state (session, "q -; b c; c");
  g_assert_false (ent_session_forward (session));
  gt_signal_logger_assert_no_emissions (logger);

  /* What is selected there already is no step. */
  select_events (session, "b c");
  ent_session_show (session, NULL, (const char *const[]){ "b", "x", "c", "b", NULL }, "c");
  gt_signal_logger_assert_no_emissions (logger);
}

/* Twenty things done at random, committed one by one: twenty steps back, all is as it was; and forward again. */
static void
test_random (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("abcde");
  g_autoptr (GRand) random = g_rand_new_with_seed (20130607);

  ent_session_open (session, dataset, NULL);
  for (int round = 0; round < 50; round++)
    {
      g_autofree char *first = describe (session);
      g_autofree char *last = NULL;
      guint n_steps = 0;

      for (int i = 0; i < 20; i++)
        {
          g_autofree char *before = describe (session);
          g_autofree char *after = NULL;
          const char id[] = { (char) g_rand_int_range (random, 'a', 'f'), '\0' };

          ent_session_commit (session);
          switch (g_rand_int_range (random, 0, 5))
            {
            case 0: set_day (session, g_rand_int_range (random, 1, 9)); break;
            case 1: set_query (session, id); break;
            case 2: select_events (session, id); break;
            case 3: ent_session_set_focus (session, id); break;
            default: ent_session_show (session, NULL, (const char *const[]){ id, NULL }, id); break;
            }
          after = describe (session);
          n_steps += !g_str_equal (before, after);
        }
      last = describe (session);
      for (guint i = 0; i < n_steps; i++)
        g_assert_true (ent_session_back (session));
      assert_state (session, first);
      for (guint i = 0; i < n_steps; i++)
        g_assert_true (ent_session_forward (session));
      assert_state (session, last);
      if (round % 5 == 4)
        ent_session_open (session, dataset, NULL);
    }
}

static void
on_notify (EntSession *session,
           GParamSpec *pspec,
           guint      *n_notified)
{
  assert_state (session, " -; b; -");
  (*n_notified)++;
}

/* Whoever is told of one change sees all that changed with it. */
static void
test_consistent (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("ab");
  g_autoptr (EntDataset) other = make_dataset ("b");
  guint n_notified = 0;

  ent_session_set_dataset (session, dataset);
  select_events (session, "a b");
  ent_session_set_focus (session, "a");
  g_signal_connect (session, "notify", G_CALLBACK (on_notify), &n_notified);
  ent_session_set_dataset (session, other);
  g_assert_cmpuint (n_notified, ==, 3);
}

/* The history is as long as it may be, and what is at its end can be gone to. */
static void
test_history_limit (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  guint n_back = 0;

  for (gint64 day = 1; day <= 2 * ENT_LIMIT_HISTORY; day++)
    {
      set_day (session, day);
      ent_session_commit (session);
    }
  g_assert_false (ent_session_get_can_go_forward (session));
  while (ent_session_back (session))
    n_back++;
  g_assert_cmpuint (n_back, ==, ENT_LIMIT_HISTORY - 1);
  g_assert_cmpint (*ent_view_get_start (ent_session_get_view (session)), ==, (ENT_LIMIT_HISTORY + 1) * 86400);
}

/* Events a and b are of 2014 and 2016. */
static EntDataset *
make_dated_dataset (void)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  g_autoptr (EntDatasetBuilder) builder = ent_dataset_builder_new (NULL, diagnostics);

  for (int i = 0; i < 2; i++)
    {
      EntDate date;

      ent_dataset_builder_begin_event (builder, -1);
      ent_dataset_builder_set_id (builder, (EntSlice){ "ab" + i, 1 }, -1);
      g_assert_true (ent_date_parse (i == 0 ? "2014" : "2016", -1, &date, NULL));
      ent_dataset_builder_set_date (builder, &date);
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  return ent_dataset_builder_finish (builder);
}

static void
set_as_of (EntSession *session,
           const char *day)
{
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (session));

  g_assert_true (ent_view_set_as_of (view, day, -1, NULL));
  ent_session_set_view (session, view);
}

#define assert_seen(session, n_events, words) \
  G_STMT_START \
    { \
      g_autofree char *seen_ = describe (session); \
      g_assert_cmpuint (ent_dataset_get_n_events (ent_session_get_dataset (session)), ==, n_events); \
      g_assert_cmpuint (ent_dataset_get_n_events (ent_session_get_whole (session)), ==, 2); \
      g_assert_nonnull (strstr (seen_, words)); \
    } \
  G_STMT_END

static void
note_cb (EntSession *session,
         GParamSpec *pspec,
         GString    *told)
{
  g_string_append_printf (told, "%s ", pspec->name);
}

/* Who is told of a selection has been told of the dataset it is in. */
static void
test_order (void)
{
  g_autoptr (EntDataset) dataset = make_dated_dataset ();
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (GString) told = g_string_new (NULL);

  ent_session_open (session, dataset, NULL);
  ent_session_show (session, NULL, (const char *const[]){ "a", "b", NULL }, "b");
  ent_session_commit (session);
  g_signal_connect (session, "notify", G_CALLBACK (note_cb), told);
  set_as_of (session, "2015");
  g_assert_cmpstr (told->str, ==, "dataset view selection focus ");
  g_string_truncate (told, 0);
  ent_session_back (session);
  g_assert_cmpstr (told->str, ==, "dataset view selection focus can-go-forward ");
}

/* The dataset is that of the view's day; history knows the day, and what was selected then. */
static void
test_as_of (void)
{
  g_autoptr (EntDataset) dataset = make_dated_dataset ();
  g_autoptr (EntDataset) edition = make_dated_dataset ();
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntView) view = ent_view_new ();
  EntDataset *then;

  ent_session_open (session, dataset, NULL);
  g_assert_true (ent_session_get_dataset (session) == dataset);
  select_events (session, "a b");
  ent_session_commit (session);
  set_as_of (session, "2015");
  assert_seen (session, 1, "; a;");
  then = ent_session_get_dataset (session);
  select_events (session, "b");
  assert_seen (session, 1, "; ;");
  set_as_of (session, NULL);
  assert_seen (session, 2, "; ;");
  g_assert_true (ent_session_back (session));
  assert_seen (session, 1, "; ;");
  g_assert_true (ent_session_get_dataset (session) == then);
  g_assert_true (ent_session_back (session));
  g_assert_true (ent_session_back (session));
  assert_seen (session, 2, "; a b;");
  g_assert_true (ent_session_forward (session));
  assert_seen (session, 1, "; a;");

  /* A file that changes is seen as of the same day. */
  ent_session_set_dataset (session, edition);
  assert_seen (session, 1, "; a;");
  g_assert_true (ent_session_get_whole (session) == edition);
  g_assert_true (ent_session_get_dataset (session) != then);

  /* A file may open as of a day, and what is selected is of that day. */
  ent_view_set_as_of (view, "2013", -1, NULL);
  ent_session_restore (session, dataset, view, (const char *const[]){ "a", NULL }, "a");
  assert_seen (session, 0, "; ;");
  set_as_of (session, "2014/..");
  g_assert_true (ent_session_get_dataset (session) == dataset);
  ent_session_open (session, NULL, NULL);
  g_assert_null (ent_session_get_dataset (session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    {
      g_autofree char *path = g_strconcat ("/session/setter/", setters[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_setter);
    }
  g_test_add_func ("/session/properties", test_properties);
  g_test_add_func ("/session/dataset", test_dataset);
  g_test_add_func ("/session/open", test_open);
  for (gsize i = 0; i < G_N_ELEMENTS (histories); i++)
    {
      g_autofree char *path = g_strconcat ("/session/history/", histories[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_history);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      g_autofree char *path = g_strconcat ("/session/walk/", walks[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_walk);
    }
  g_test_add_func ("/session/random", test_random);
  g_test_add_func ("/session/history-selection", test_history_selection);
  g_test_add_func ("/session/history-limit", test_history_limit);
  g_test_add_func ("/session/consistent", test_consistent);
  g_test_add_func ("/session/as-of", test_as_of);
  g_test_add_func ("/session/order", test_order);

  return g_test_run ();
}
