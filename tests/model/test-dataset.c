/* test-dataset.c: what is put into a dataset, and what comes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event.h"
#include "events.h"

static void
test_actors (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  const EntActorRef *actors;
  guint32 actor;
  guint n_actors;

  actor = ent_dataset_builder_add_actor (builder, slice ("CN"));
  g_assert_cmpuint (ent_dataset_builder_add_actor (builder, slice ("CN")), ==, actor);
  ent_dataset_builder_set_actor_name (builder, actor, ENT_SLICE_NONE, slice ("China"));
  ent_dataset_builder_set_actor_name (builder, actor, slice ("zh"), slice ("中国"));
  ent_dataset_builder_set_actor_type (builder, actor, slice ("state"));
  ent_dataset_builder_begin_event (builder, -1);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("CN"), slice ("host"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ACCUSER, slice ("US"), ENT_SLICE_NONE);
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  ent_dataset_builder_begin_event (builder, -1);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_DENIER, slice ("CN"), ENT_SLICE_NONE);
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  dataset = ent_dataset_builder_finish (builder);

  g_assert_cmpuint (ent_dataset_get_n_actors (dataset), ==, 2);
  assert_slice (ent_dataset_get_actor_name (dataset, 0, NULL), "China");
  assert_slice (ent_dataset_get_actor_name (dataset, 0, "zh-CN"), "中国");
  assert_slice (ent_dataset_get_actor_type (dataset, 0), "state");
  assert_slice (ent_dataset_get_actor_name (dataset, 1, "zh"), "US");
  assert_slice (ent_dataset_get_actor_type (dataset, 1), NULL);
  actors = ent_dataset_get_actors (dataset, 0, &n_actors);
  g_assert_cmpuint (n_actors, ==, 2);
  g_assert_cmpuint (actors[0].actor, ==, 0);
  g_assert_cmpuint (actors[0].relation, ==, ENT_RELATION_ROLE);
  g_assert_cmpstr (ent_dataset_get_word (dataset, actors[0].word), ==, "host");
  g_assert_cmpuint (actors[1].actor, ==, 1);
  g_assert_cmpuint (actors[1].word, ==, G_MAXUINT32);
  g_assert_false (ent_dataset_is_denied (dataset, 0));
  g_assert_true (ent_dataset_is_denied (dataset, 1));
}

/* All that an event can have. */
static void
fill_everything (EntDatasetBuilder *builder,
                 const char        *word)
{
  EntSlice text = slice (word);
  EntDate date;

  g_assert_true (ent_date_parse ("2014", -1, &date, NULL));
  fill_event (builder, &(Event){ word, word, "2014", word, .links = "x y" }, 0);
  ent_dataset_builder_add_text (builder, ENT_TEXT_SUMMARY, text, text);
  for (int field = ENT_VALUE_CATEGORY; field < ENT_N_VALUE_FIELDS; field++)
    ent_dataset_builder_add_value (builder, field, text);
  ent_dataset_builder_set_severity (builder, 4);
  ent_dataset_builder_set_status (builder, ENT_STATUS_ONGOING);
  ent_dataset_builder_set_confidence (builder, ENT_CONFIDENCE_SUSPECTED);
  ent_dataset_builder_set_verification (builder, ENT_VERIFICATION_RECALLED);
  ent_dataset_builder_add_phase (builder, ENT_PHASE_DETECTION, &date, text);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, text, text);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_DENIER, text, ENT_SLICE_NONE);
  ent_dataset_builder_add_source (builder, &(EntSource){ text, text, text, text, text });
  ent_dataset_builder_add_field (builder, text, text);
}

/* An event that was dropped leaves nothing behind, neither in the next one nor in the dataset. */
static void
test_drop (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *said = NULL;
  guint n;

  for (int round = 0; round < 2; round++)
    {
      ent_dataset_builder_begin_event (builder, 0);
      fill_everything (builder, "dropped");
      ent_dataset_builder_drop_event (builder);
      add_event (builder, &(Event){ round == 0 ? "a" : "b", "T", .links = round == 0 ? NULL : "a" }, 1);
    }
  ent_dataset_builder_begin_event (builder, 0);
  fill_everything (builder, "dropped");
  ent_dataset_builder_drop_event (builder);
  dataset = ent_dataset_builder_finish (builder);

  said = report (diagnostics);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpuint (ent_dataset_get_n_events (dataset), ==, 2);
  g_assert_cmpuint (ent_dataset_find (dataset, slice ("dropped")), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_dataset_get_n_actors (dataset), ==, 0);
  g_assert_cmpuint (ent_dataset_get_n_values (dataset, ENT_VALUE_KIND), ==, 1);
  for (int field = ENT_VALUE_CATEGORY; field < ENT_N_VALUE_FIELDS; field++)
    g_assert_cmpuint (ent_dataset_get_n_values (dataset, field), ==, 0);
  for (guint row = 0; row < 2; row++)
    {
      EntDate date;

      g_assert_cmpstr (ent_dataset_get_kind_word (dataset, row), ==, "event");
      assert_slice (ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL), "T");
      assert_slice (ent_dataset_get_event_text (dataset, row, ENT_TEXT_SUMMARY, "dropped"), NULL);
      g_assert_false (ent_dataset_get_date (dataset, row, ENT_BASIS_OCCURRED, &date));
      g_assert_false (ent_dataset_has_phases (dataset, row));
      g_assert_false (ent_dataset_is_denied (dataset, row));
      g_assert_cmpuint (ent_dataset_get_severity (dataset, row), ==, 0);
      g_assert_cmpint (ent_dataset_get_status (dataset, row), ==, ENT_STATUS_NONE);
      g_assert_cmpint (ent_dataset_get_confidence (dataset, row), ==, ENT_CONFIDENCE_NOT_GIVEN);
      g_assert_cmpint (ent_dataset_get_verification (dataset, row), ==, ENT_VERIFICATION_NONE);
      g_assert_cmpuint (ent_dataset_get_n_sources (dataset, row), ==, 0);
      g_assert_cmpuint (ent_dataset_get_n_fields (dataset, row), ==, 0);
      ent_dataset_get_actors (dataset, row, &n);
      g_assert_cmpuint (n, ==, 0);
      ent_dataset_get_links (dataset, row, &n);
      g_assert_cmpuint (n, ==, row);
    }
}

/* What is put in comes out. */
static void
test_everything (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  EntSource source;
  EntField field;
  EntSlice text;
  EntDate date;

  add_event (builder, &(Event){ "first" }, 0);
  ent_dataset_builder_begin_event (builder, 0);
  fill_everything (builder, "w");
  ent_dataset_builder_end_event (builder, slice ("{raw}"));
  dataset = ent_dataset_builder_finish (builder);

  g_assert_cmpstr (ent_dataset_get_kind_word (dataset, 1), ==, "w");
  assert_slice (ent_dataset_get_raw (dataset, 1), "{raw}");
  assert_slice (ent_dataset_get_raw (dataset, 0), NULL);
  assert_slice (ent_dataset_get_event_text (dataset, 1, ENT_TEXT_SUMMARY, "w"), "w");
  g_assert_cmpuint (ent_dataset_get_severity (dataset, 1), ==, 4);
  g_assert_cmpint (ent_dataset_get_status (dataset, 1), ==, ENT_STATUS_ONGOING);
  g_assert_cmpint (ent_dataset_get_confidence (dataset, 1), ==, ENT_CONFIDENCE_SUSPECTED);
  g_assert_cmpint (ent_dataset_get_verification (dataset, 1), ==, ENT_VERIFICATION_RECALLED);
  g_assert_true (ent_dataset_get_phase (dataset, 1, ENT_PHASE_DETECTION, &date, &text));
  assert_slice (text, "w");
  g_assert_false (ent_dataset_get_phase (dataset, 1, ENT_PHASE_INTRUSION, NULL, NULL));
  g_assert_false (ent_dataset_get_phase (dataset, 0, ENT_PHASE_DETECTION, NULL, NULL));
  for (int value_field = ENT_VALUE_KIND; value_field < ENT_N_VALUE_FIELDS; value_field++)
    {
      guint position = 0;
      guint32 value;

      g_assert_true (ent_dataset_next_value (dataset, 1, value_field, &position, &value));
      g_assert_cmpstr (ent_dataset_get_value_word (dataset, value_field, value), ==, "w");
      g_assert_false (ent_dataset_next_value (dataset, 1, value_field, &position, &value));
    }
  g_assert_cmpuint (ent_dataset_get_n_sources (dataset, 1), ==, 1);
  ent_dataset_get_event_source (dataset, 1, 0, &source);
  assert_slice (source.publisher, "w");
  assert_slice (source.basis, "w");
  g_assert_cmpuint (ent_dataset_get_n_fields (dataset, 1), ==, 1);
  ent_dataset_get_field (dataset, 1, 0, &field);
  assert_slice (field.name, "w");
  assert_slice (field.value, "w");
}

/* Events in order: ids with blanks between, and a bar before those without a date. */
static char *
ordered_ids (EntDataset *dataset,
             EntBasis    basis)
{
  GString *text = g_string_new (NULL);
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, basis, &n_dated);

  for (guint i = 0; i < ent_dataset_get_n_events (dataset); i++)
    {
      EntSlice id = ent_dataset_get_id (dataset, order[i]);
      EntDate date;

      g_assert_true (ent_dataset_get_date (dataset, order[i], basis, &date) == (i < n_dated));
      g_string_append_printf (text, "%s%s%.*s", i > 0 ? " " : "", i == n_dated ? "| " : "", (int) id.length, id.text);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *dates; /* of the events a, b, c …; - for none */
  const char *order;
} order_cases[] = {
  { "empty", "", "" },
  { "start", "2015 2013 2014", "b c a" },
  { "end", "2014 2014-01 2014-01-01", "c b a" },
  { "position", "2014 2014 2014", "a b c" },
  { "undated-last", "- 2014 - 2013 -", "d b | a c e" },
  { "all-undated", "- - -", "| a b c" },
  { "invalid-undated", "2014-13 2014", "b | a" },
  { "too-far", "Y17E700 - 2014 Y-17E700", "c | a b d" },
  { "open", "2014/.. ../2014 2014", "b c a" },
  { "unknown", "2014/ 2014 /2014-06", "b a c" },
  { "qualified", "2014? 2014~ 2013%", "c a b" },
  { "before-christ", "0001 -0001 Y-17000 0000", "c b d a" },
};

static void
test_order (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_auto (GStrv) dates = g_strsplit (order_cases[i].dates, " ", -1);
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *order = NULL;

  for (int j = 0; dates[j] != NULL; j++)
    {
      const char id[] = { (char) ('a' + j), '\0' };

      add_event (builder, &(Event){ id, .date = g_str_equal (dates[j], "-") ? NULL : dates[j] }, j);
    }
  dataset = ent_dataset_builder_finish (builder);
  order = ordered_ids (dataset, ENT_BASIS_OCCURRED);
  g_assert_cmpstr (order, ==, order_cases[i].order);
}

/* On another basis incidents and what has phases move, or stand without a date; all others stay. */
static void
test_order_by_basis (void)
{
  static const struct
  {
    Event       event;
    EntPhase    phase;
    const char *date;
  } events[] = {
    { { "a", .date = "2010", .kind = "incident" }, ENT_PHASE_DISCLOSURE, "2015" },
    { { "b", .date = "2011", .kind = "meeting" }, 0, NULL },
    { { "c", .date = "2012", .kind = "incident" }, 0, NULL },
    { { "d", .date = "2013", .kind = "statement" }, ENT_PHASE_DETECTION, "2009" },
    { { "e", .kind = "incident" }, ENT_PHASE_DISCLOSURE, "2008" },
    { { "f", .date = "2014", .kind = "incident" }, ENT_PHASE_DISCLOSURE, "Y17E700" },
  };
  static const struct
  {
    EntBasis    basis;
    const char *order;
  } orders[] = {
    { ENT_BASIS_OCCURRED, "a b c d f | e" },       { ENT_BASIS_INTRUSION, "b | a c d e f" },
    { ENT_BASIS_DETECTION, "d b | a c e f" },      { ENT_BASIS_DISCLOSURE, "e b a | c d f" },
    { ENT_BASIS_ATTRIBUTION, "b | a c d e f" },    { ENT_BASIS_REMEDIATION, "b | a c d e f" },
  };
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      EntDate date;

      ent_dataset_builder_begin_event (builder, 0);
      fill_event (builder, &events[i].event, 0);
      if (events[i].date != NULL && ent_date_parse (events[i].date, -1, &date, NULL))
        ent_dataset_builder_add_phase (builder, events[i].phase, &date, slice (events[i].date));
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  dataset = ent_dataset_builder_finish (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *order = ordered_ids (dataset, orders[i].basis);

      g_assert_cmpstr (order, ==, orders[i].order);
    }
}

typedef struct
{
  EntDataset    *dataset;
  gint          *n_ready;
  const guint32 *orders[6];
  guint          n_dated[6];
} Asker;

enum { N_THREADS = 4 };

static gpointer
ask_for_orders (gpointer data)
{
  Asker *self = data;

  /* Together, as near as can be. */
  g_atomic_int_inc (self->n_ready);
  while (g_atomic_int_get (self->n_ready) < N_THREADS)
    g_thread_yield ();
  for (int basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
    self->orders[basis] = ent_dataset_get_order (self->dataset, basis, &self->n_dated[basis]);
  return NULL;
}

static void
test_order_threads (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  Asker askers[N_THREADS];
  GThread *threads[N_THREADS];
  gint n_ready = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *date = g_strdup_printf ("%04u", i * 7919 % 2000);

      add_event (builder, &(Event){ .title = date, .date = i % 100 > 0 ? date : NULL, .kind = i % 3 > 0 ? "x" : "incident" }, 0);
    }
  dataset = ent_dataset_builder_finish (builder);
  for (int i = 0; i < N_THREADS; i++)
    {
      askers[i] = (Asker){ dataset, &n_ready };
      threads[i] = g_thread_new ("asker", ask_for_orders, &askers[i]);
    }
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (int i = 0; i < N_THREADS; i++)
    for (int basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
      {
        g_assert_true (askers[i].orders[basis] == askers[0].orders[basis]);
        g_assert_cmpuint (askers[i].n_dated[basis], ==, askers[0].n_dated[basis]);
      }
  g_assert_cmpuint (askers[0].n_dated[ENT_BASIS_OCCURRED], ==, 19800);
}

/* Which of several texts is shown. `own` is the dataset's language, or NULL. */
static const struct
{
  const char *name;
  const char *own;
  const char *texts; /* as language=text; * is a plain string */
  const char *wanted;
  const char *shown;
} language_cases[] = {
  { "none", "en", "", "en", NULL },
  { "plain", "en", "*=1 zh=2", NULL, "1" },
  { "exact", "en", "*=1 zh=2 de=3", "de", "3" },
  { "exact-before-alike", "en", "*=1 zh-TW=2 zh=3", "zh", "3" },
  { "alike", "en", "*=1 zh=2", "zh-TW", "2" },
  { "alike-other-region", "en", "*=1 zh-CN=2", "zh_TW", "2" },
  { "first-alike", "en", "*=1 zh-CN=2 zh-HK=3", "zh-TW", "2" },
  { "case", "en", "*=1 zh-cn=2 zh-TW=3", "zh-TW", "3" },
  { "case-of-region", "en", "*=1 zh-CN=2 zh-tw=3", "zh-TW", "3" },
  { "longer-word-is-not-alike", "en", "*=1 zha=2", "zh", "1" },
  { "own-for-none-alike", "en", "zh=2 *=1", "fr", "1" },
  { "own-by-its-tag", "en", "en-US=2 *=1", "en", "1" },
  { "own-tag-given", "zh-CN", "en=1 zh-CN=2", NULL, "2" },
  { "own-tag-given-wanted", "zh-CN", "zh-TW=1 zh-CN=2", "zh-CN", "2" },
  { "own-is-alike", "zh-CN", "*=1 zh-TW=2", "zh", "1" },
  { "any", "en", "fr=1 de=2", NULL, "1" },
  { "any-for-none-alike", NULL, "fr=1 de=2", "en", "1" },
  { "empty-wanted", "en", "fr=2 *=1", "", "1" },
};

static void
test_languages (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_auto (GStrv) texts = g_strsplit (language_cases[i].texts, " ", -1);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  guint32 actor = ent_dataset_builder_add_actor (builder, slice ("actor"));
  const char *wanted = language_cases[i].wanted;

  ent_dataset_builder_begin_event (builder, -1);
  for (int j = 0; texts[j] != NULL; j++)
    {
      const char *equals = strchr (texts[j], '=');
      EntSlice language = { texts[j], (gsize) (equals - texts[j]) };

      if (ent_slice_equal (language, slice ("*")))
        language = ENT_SLICE_NONE;
      ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, language, slice (equals + 1));
      ent_dataset_builder_add_text (builder, ENT_TEXT_SUMMARY, language, slice (equals + 1));
      ent_dataset_builder_set_text (builder, ENT_TEXT_TITLE, language, slice (equals + 1));
      ent_dataset_builder_set_actor_name (builder, actor, language, slice (equals + 1));
    }
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  if (language_cases[i].own != NULL)
    ent_dataset_builder_set_text (builder, ENT_TEXT_LANGUAGE, ENT_SLICE_NONE, slice (language_cases[i].own));
  dataset = ent_dataset_builder_finish (builder);

  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_TITLE, wanted), language_cases[i].shown);
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_SUMMARY, wanted), language_cases[i].shown);
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_QUOTE, wanted), NULL);
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, wanted), language_cases[i].shown);
  assert_slice (ent_dataset_get_actor_name (dataset, 0, wanted),
                language_cases[i].shown != NULL ? language_cases[i].shown : "actor");
}

/* An event that is asked for twice is two objects that say the same. */
static void
test_list_model (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntEvent) kept = NULL;
  GListModel *model;

  for (guint i = 0; i < 3; i++)
    add_event (builder, &(Event){ .title = "T" }, 0);
  dataset = ent_dataset_builder_finish (builder);
  model = G_LIST_MODEL (dataset);
  g_assert_true (g_list_model_get_item_type (model) == ENT_TYPE_EVENT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (model, i);

      g_assert_true (ENT_IS_EVENT (event));
      g_assert_true (ent_event_get_dataset (event) == dataset);
      g_assert_cmpuint (ent_event_get_row (event), ==, i);
    }
  g_assert_null (g_list_model_get_item (model, 3));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));

  /* An event keeps its dataset. */
  kept = g_list_model_get_item (model, 2);
  g_clear_object (&dataset);
  assert_slice (ent_dataset_get_id (ent_event_get_dataset (kept), ent_event_get_row (kept)), "e-b9858a882a7f-3");
}

/* A builder that is given up in the middle gives everything back. */
static void
test_give_up (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  EntDatasetBuilder *builder = make_builder (&diagnostics);

  ent_dataset_builder_set_actor_name (builder, ent_dataset_builder_add_actor (builder, slice ("CN")), ENT_SLICE_NONE,
                                      slice ("China"));
  ent_dataset_builder_begin_event (builder, 0);
  fill_everything (builder, "w");
  ent_dataset_builder_free (builder);
  g_assert_cmpuint (ent_diagnostics_get_size (diagnostics), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/actors", test_actors);
  g_test_add_func ("/dataset/drop", test_drop);
  g_test_add_func ("/dataset/everything", test_everything);
  for (gsize i = 0; i < G_N_ELEMENTS (order_cases); i++)
    add_case ("order", order_cases[i].name, i, test_order);
  g_test_add_func ("/dataset/order-by-basis", test_order_by_basis);
  g_test_add_func ("/dataset/order-threads", test_order_threads);
  for (gsize i = 0; i < G_N_ELEMENTS (language_cases); i++)
    add_case ("languages", language_cases[i].name, i, test_languages);
  g_test_add_func ("/dataset/list-model", test_list_model);
  g_test_add_func ("/dataset/give-up", test_give_up);

  return g_test_run ();
}
