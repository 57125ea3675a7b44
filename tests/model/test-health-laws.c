/* test-health-laws.c: what holds of the health of every dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-health.h"
#include "events.h"

#define N_EVENTS 3000

/* What each event by itself must be, to be in a finding: said again, and otherwise. */

static gboolean
is_not_placed (EntDataset *dataset,
               guint32     row)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);

  for (guint i = n_dated; i < ent_dataset_get_n_events (dataset); i++)
    if (order[i] == row)
      return TRUE;
  return FALSE;
}

static gboolean
has_no_source (EntDataset *dataset,
               guint32     row)
{
  return ent_dataset_get_n_sources (dataset, row) == 0;
}

static guint
count_accusers (EntDataset *dataset,
                guint32     row)
{
  guint n = 0;
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    n += actors[i].relation == ENT_RELATION_ACCUSER;
  return n;
}

static gboolean
is_attributed (EntDataset *dataset,
               guint32     row)
{
  return ent_dataset_get_confidence (dataset, row) >= ENT_CONFIDENCE_SUSPECTED ||
         ent_dataset_get_phase (dataset, row, ENT_PHASE_ATTRIBUTION, NULL, NULL);
}

static gboolean
is_attributed_by_nobody (EntDataset *dataset,
                         guint32     row)
{
  return is_attributed (dataset, row) && count_accusers (dataset, row) == 0;
}

static gboolean
is_not_attributed (EntDataset *dataset,
                   guint32     row)
{
  return g_str_equal (ent_dataset_get_kind_word (dataset, row), "incident") && !is_attributed (dataset, row) &&
         ent_dataset_get_confidence (dataset, row) != ENT_CONFIDENCE_NONE && count_accusers (dataset, row) == 0;
}

static gboolean
answers_the_future (EntDataset *dataset,
                    guint32     row)
{
  guint n_links;
  const EntLink *links = ent_dataset_get_links (dataset, row, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      EntDate answer;
      EntDate answered;

      if (links[i].type != ENT_LINK_COMPARES_TO && links[i].type != ENT_LINK_PART_OF &&
          ent_dataset_get_date (dataset, row, ENT_BASIS_OCCURRED, &answer) &&
          ent_dataset_get_date (dataset, links[i].target, ENT_BASIS_OCCURRED, &answered) &&
          answer.latest_end.kind == ENT_BOUND_KNOWN && answered.earliest_start.kind == ENT_BOUND_KNOWN &&
          answer.latest_end.qualifiers == 0 && answered.earliest_start.qualifiers == 0 &&
          answer.latest_end.time <= answered.earliest_start.time)
        return TRUE;
    }
  return FALSE;
}

static const struct
{
  EntHealthKind kind;
  gboolean (*is) (EntDataset *, guint32);
} definitions[] = {
  { ENT_HEALTH_ANSWER_BEFORE, answers_the_future },
  { ENT_HEALTH_NOT_PLACED, is_not_placed },
  { ENT_HEALTH_NO_SOURCE, has_no_source },
  { ENT_HEALTH_ATTRIBUTED_BY_NOBODY, is_attributed_by_nobody },
  { ENT_HEALTH_NOT_ATTRIBUTED, is_not_attributed },
};

/* A finding has the events that are so, and no other. */
static void
test_definitions (void)
{
  for (guint64 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, seed);
      g_autoptr (EntHealth) health = ent_health_new (dataset, NULL, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (definitions); i++)
        {
          const EntHealthFinding *finding = ent_health_find (health, definitions[i].kind);
          g_autoptr (EntRowSet) rows = ent_health_get_rows (health, finding);

          g_assert_nonnull (finding);
          g_assert_cmpuint (ent_row_set_count (rows), ==, finding->n_events);
          for (guint32 row = 0; row < N_EVENTS; row++)
            g_assert_cmpint (ent_row_set_contains (rows, row), ==, definitions[i].is (dataset, row));
        }
    }
}

static guint
position_of (EntDataset *dataset,
             guint32     row)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  guint i = 0;

  while (order[i] != row)
    i++;
  return i;
}

/* The gravest first, and within a finding, or a group of it, by time. */
static void
test_order (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 4);
  g_autoptr (EntHealth) health = ent_health_new (dataset, NULL, NULL);

  g_assert_cmpuint (ent_health_get_size (health), >=, G_N_ELEMENTS (definitions));
  for (guint i = 0; i < ent_health_get_size (health); i++)
    {
      const EntHealthFinding *finding = ent_health_get (health, i);

      g_assert_cmpint (finding->concern, ==, ent_health_kind_get_concern (finding->kind));
      if (i > 0)
        {
          g_assert_cmpint (finding->kind, >, ent_health_get (health, i - 1)->kind);
          g_assert_cmpint (finding->concern, >=, ent_health_get (health, i - 1)->concern);
        }
      for (guint j = 1; j < finding->n_items; j++)
        if (finding->kind != ENT_HEALTH_LOOK_ALIKE || finding->items[j].number == finding->items[j - 1].number)
          g_assert_cmpuint (position_of (dataset, finding->items[j - 1].row), <=,
                            position_of (dataset, finding->items[j].row));
        else
          g_assert_cmpuint (finding->items[j].number, ==, finding->items[j - 1].number + 1);
    }
}

/* Looks like it by what every way of comparing asks for, and is in the same group. */
static void
test_look_alikes (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 5);
  g_autoptr (EntHealth) health = ent_health_new (dataset, NULL, NULL);
  const EntHealthFinding *finding = ent_health_find (health, ENT_HEALTH_LOOK_ALIKE);
  g_autofree guint32 *groups = g_new0 (guint32, N_EVENTS);
  guint n_same = 0;

  g_assert_nonnull (finding);
  g_assert_false (finding->limited);
  g_assert_cmpuint (finding->n_events, ==, finding->n_items);
  for (guint i = 0; i < finding->n_items; i++)
    groups[finding->items[i].row] = finding->items[i].number + 1;
  for (guint i = 0; i < finding->n_items; i++)
    {
      const EntHealthItem *item = &finding->items[i];
      const EntDate *a = ent_dataset_peek_date (dataset, item->row, ENT_BASIS_OCCURRED);
      const EntDate *b = ent_dataset_peek_date (dataset, item->other, ENT_BASIS_OCCURRED);

      g_assert_cmpuint (item->row, !=, item->other);
      g_assert_cmpuint (groups[item->other], ==, groups[item->row]);
      g_assert_cmpuint (ent_dataset_get_kind (dataset, item->row), ==, ent_dataset_get_kind (dataset, item->other));
      g_assert_cmpint (a->earliest_start.time, <, MAX (b->latest_start.time, b->latest_end.time));
      g_assert_cmpint (b->earliest_start.time, <, MAX (a->latest_start.time, a->latest_end.time));
    }
  /* Statements of one issuer with one title, one of them of a day. */
  for (guint32 a = 0; a < N_EVENTS; a++)
    for (guint32 b = a + 1; b < N_EVENTS; b++)
      {
        const EntDate *date_a = ent_dataset_peek_date (dataset, a, ENT_BASIS_OCCURRED);
        const EntDate *date_b = ent_dataset_peek_date (dataset, b, ENT_BASIS_OCCURRED);
        guint n_links;

        if (!g_str_equal (ent_dataset_get_kind_word (dataset, a), "statement") || date_a == NULL || date_b == NULL ||
            !ent_slice_equal (ent_dataset_get_event_text (dataset, a, ENT_TEXT_TITLE, NULL),
                              ent_dataset_get_event_text (dataset, b, ENT_TEXT_TITLE, NULL)) ||
            date_a->form != ENT_DATE_SINGLE || date_a->start_precision > ENT_PRECISION_YEAR ||
            date_b->form != ENT_DATE_SINGLE || date_b->start_precision > ENT_PRECISION_YEAR ||
            date_a->earliest_start.time >= date_b->latest_end.time ||
            date_b->earliest_start.time >= date_a->latest_end.time)
          continue;
        ent_dataset_get_links (dataset, b, &n_links);
        if (n_links > 0)
          continue;
        n_same++;
        g_assert_cmpuint (groups[a], !=, 0);
        g_assert_cmpuint (groups[a], ==, groups[b]);
      }
  g_assert_cmpuint (n_same, >, 0);
}

static gpointer
look_again (gpointer dataset)
{
  return ent_health_new (dataset, NULL, NULL);
}

/* Whoever looks, in whichever thread, and whatever was asked of the dataset before. */
static void
test_the_same_again (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 6);
  g_autoptr (EntDataset) again = ent_generator_dataset (N_EVENTS, 6);
  g_autoptr (EntHealth) one = ent_health_new (dataset, NULL, NULL);
  GThread *thread = g_thread_new ("health", look_again, again);
  g_autoptr (EntHealth) other = g_thread_join (thread);

  g_assert_cmpuint (ent_health_get_size (one), ==, ent_health_get_size (other));
  for (guint i = 0; i < ent_health_get_size (one); i++)
    {
      const EntHealthFinding *a = ent_health_get (one, i);
      const EntHealthFinding *b = ent_health_get (other, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->n_found, ==, b->n_found);
      g_assert_cmpmem (a->items, a->n_items * sizeof (EntHealthItem), b->items, b->n_items * sizeof (EntHealthItem));
    }
}

#define N_NODES 9

/* Of links at random: who can come back to where they were, by trying all ways. */
static void
test_circles (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261127);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (EntDiagnostics) diagnostics = NULL;
      g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
      g_autoptr (EntDataset) dataset = NULL;
      g_autoptr (EntHealth) health = NULL;
      g_autoptr (EntRowSet) rows = NULL;
      gboolean reached[N_NODES][N_NODES] = { { FALSE } };
      guint n_links = (guint) g_rand_int_range (random, 0, 16);
      guint from[16];
      guint to[16];

      for (guint i = 0; i < n_links; i++)
        {
          from[i] = (guint) g_rand_int_range (random, 0, N_NODES);
          to[i] = (guint) g_rand_int_range (random, 0, N_NODES);
          reached[from[i]][to[i]] = from[i] != to[i];
        }
      for (guint row = 0; row < N_NODES; row++)
        {
          char id[2] = { (char) ('a' + row), '\0' };

          ent_dataset_builder_begin_event (builder, -1);
          ent_dataset_builder_set_id (builder, slice (id), -1);
          ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ENT_SLICE_NONE, slice (id));
          for (guint i = 0; i < n_links; i++)
            if (from[i] == row)
              {
                char target[2] = { (char) ('a' + to[i]), '\0' };

                ent_dataset_builder_add_link (builder, ENT_LINK_FOLLOWS, slice (target), -1);
              }
          ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
        }
      for (guint by = 0; by < N_NODES; by++)
        for (guint a = 0; a < N_NODES; a++)
          for (guint b = 0; b < N_NODES; b++)
            reached[a][b] |= reached[a][by] && reached[by][b];

      dataset = ent_dataset_builder_finish (builder);
      health = ent_health_new (dataset, NULL, NULL);
      if (ent_health_find (health, ENT_HEALTH_CIRCULAR_LINK) != NULL)
        {
          const EntHealthFinding *finding = ent_health_find (health, ENT_HEALTH_CIRCULAR_LINK);

          rows = ent_health_get_rows (health, finding);
          for (guint i = 0; i < finding->n_items; i++)
            for (guint j = 0; j < finding->n_items; j++)
              g_assert_cmpint (finding->items[i].number == finding->items[j].number, ==,
                               reached[finding->items[i].row][finding->items[j].row] &&
                                 reached[finding->items[j].row][finding->items[i].row]);
        }
      for (guint row = 0; row < N_NODES; row++)
        g_assert_cmpint (rows != NULL && ent_row_set_contains (rows, row), ==, reached[row][row]);
    }
}

/* One title, one day, again and again: a bound keeps the time in proportion, and is told of. */
static void
test_flood (void)
{
  enum { SAME, NUMBERED, NEAR, N_FORMS };

  for (gsize form = 0; form < N_FORMS; form++)
    {
      g_autoptr (EntDiagnostics) diagnostics = NULL;
      g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
      g_autoptr (EntDataset) dataset = NULL;
      g_autoptr (EntHealth) health = NULL;
      const EntHealthFinding *finding;

      for (guint i = 0; i < 50000; i++)
        {
          char title[64] = "One title";
          Event event = { .title = title, .date = "2014-05-02" };

          if (form == NUMBERED)
            g_snprintf (title, sizeof title, "One title %u of the very same words", i);
          else if (form == NEAR)
            g_snprintf (title, sizeof title, "One title with %c%c%c word", 'a' + i % 26, 'a' + i / 26 % 26,
                        'a' + i / 676 % 26);
          add_event (builder, &event, -1);
        }
      dataset = ent_dataset_builder_finish (builder);
      health = ent_health_new (dataset, NULL, NULL);
      finding = ent_health_find (health, ENT_HEALTH_LOOK_ALIKE);
      if (form == NUMBERED)
        {
          g_assert_null (finding);
          continue;
        }
      g_assert_cmpuint (finding->n_events, ==, 50000);
      g_assert_true (finding->limited);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/health/laws/definitions", test_definitions);
  g_test_add_func ("/health/laws/order", test_order);
  g_test_add_func ("/health/laws/look-alikes", test_look_alikes);
  g_test_add_func ("/health/laws/the-same-again", test_the_same_again);
  g_test_add_func ("/health/laws/circles", test_circles);
  g_test_add_func ("/health/laws/flood", test_flood);

  return g_test_run ();
}
