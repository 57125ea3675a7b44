/* test-facets.c: by what events are told apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facets.h"
#include "ent-text-fold.h"
#include "ent-text-index.h"
#include "events.h"

static void
act (EntDatasetBuilder *builder,
     const char        *role,
     const char        *name)
{
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice (name), slice (role));
}

static void
add_field (EntDatasetBuilder *builder,
           const char        *name,
           const char        *json)
{
  ent_dataset_builder_add_field (builder, slice (name), slice (json));
}

/* China with a unit that acts for it, the United States and Britain, in three events. */
static EntDataset *
make_dataset (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  guint32 unit = ent_dataset_builder_add_actor (builder, slice ("Unit"));
  guint32 china = ent_dataset_builder_add_actor (builder, slice ("CN"));

  ent_dataset_builder_set_actor_name (builder, china, ENT_SLICE_NONE, slice ("China"));
  ent_dataset_builder_set_actor_name (builder, china, slice ("zh"), slice ("中国"));
  ent_dataset_builder_set_actor_parent (builder, unit, slice ("CN"), 0);

  ent_dataset_builder_begin_event (builder, -1);
  fill_event (builder, &(Event){ .title = "Theft of São files", .kind = "incident" }, -1);
  ent_dataset_builder_add_text (builder, ENT_TEXT_SUMMARY, ENT_SLICE_NONE, slice ("Copied."));
  act (builder, "initiator", "Unit");
  act (builder, "initiator", "Unit");
  act (builder, "target", "US");
  act (builder, "target", "GB");
  ent_dataset_builder_add_value (builder, ENT_VALUE_TAG, slice ("x"));
  ent_dataset_builder_add_value (builder, ENT_VALUE_TAG, slice ("y"));
  ent_dataset_builder_set_severity (builder, 5);
  add_field (builder, "score", "1");
  add_field (builder, "free", "\"a\"");
  add_field (builder, "mixed", "1");
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);

  ent_dataset_builder_begin_event (builder, -1);
  fill_event (builder, &(Event){ .title = "Theft", .kind = "incident" }, -1);
  act (builder, "initiator", "CN");
  act (builder, "target", "US");
  add_field (builder, "score", "1");
  add_field (builder, "free", "\"b\"");
  add_field (builder, "mixed", "[1]");
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);

  ent_dataset_builder_begin_event (builder, -1);
  fill_event (builder, &(Event){ .title = "Talks", .kind = "meeting" }, -1);
  act (builder, "host", "US");
  act (builder, "participant", "CN");
  act (builder, "participant", "Unit");
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_DENIER, slice ("RU"), ENT_SLICE_NONE);
  ent_dataset_builder_add_value (builder, ENT_VALUE_PLACE, slice ("北京"));
  add_field (builder, "score", "\"\\u0032 \\\"\\ud83d\\ude00\"");
  add_field (builder, "mixed", "1");
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  return ent_dataset_builder_finish (builder);
}

/* "VALUE COUNT" of what occurs, in the order of values. */
static char *
counts_of (EntDataset      *dataset,
           const char      *name,
           const EntRowSet *rows)
{
  const EntFacet *facet = ent_facets_find (ent_dataset_get_facets (dataset), name);
  g_autofree guint *counts = NULL;
  GString *text = g_string_new (NULL);

  g_assert_nonnull (facet);
  counts = ent_facet_count (facet, rows);
  for (guint i = 0; i < ent_facet_get_n_values (facet); i++)
    {
      EntSlice value = ent_facet_get_value (facet, i);

      g_string_append_printf (text, "%s%.*s %u", i > 0 ? ", " : "", (int) value.length, value.text, counts[i]);
    }
  return g_string_free (text, FALSE);
}

#define assert_counts(dataset, name, rows, expected) \
  G_STMT_START \
    { \
      g_autofree char *counts_ = counts_of (dataset, name, rows); \
      g_assert_cmpstr (counts_, ==, expected); \
    } \
  G_STMT_END

static void
test_counts (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  g_autoptr (EntRowSet) last = ent_row_set_new (3);

  assert_counts (dataset, "kind", NULL, "incident 2, meeting 1");
  assert_counts (dataset, "actor", NULL, "Unit 2, US 3, GB 1, CN 3");
  assert_counts (dataset, "initiator", NULL, "Unit 1, CN 2");
  assert_counts (dataset, "target", NULL, "US 2, GB 1");
  assert_counts (dataset, "pair", NULL, "CN>US 2, CN>GB 1");
  assert_counts (dataset, "tag", NULL, "x 1, y 1");
  assert_counts (dataset, "severity", NULL, "5 1");
  assert_counts (dataset, "place", NULL, "北京 1");
  assert_counts (dataset, "status", NULL, "");
  assert_counts (dataset, "score", NULL, "1 2, 2 \"\xf0\x9f\x98\x80 1");

  ent_row_set_add (last, 2);
  assert_counts (dataset, "kind", last, "incident 0, meeting 1");
  assert_counts (dataset, "actor", last, "Unit 1, US 1, GB 0, CN 1");
}

static void
test_fields (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  const EntFacets *facets = ent_dataset_get_facets (dataset);
  const EntFacet *score = ent_facets_find (facets, "score");

  g_assert_true (ent_dataset_get_facets (dataset) == facets);
  g_assert_cmpuint (ent_facets_get_size (facets), ==, ENT_N_FIXED_FACETS + 1);
  g_assert_true (ent_facet_is_field (score));
  g_assert_cmpuint (ent_facet_get_index (score), ==, ENT_N_FIXED_FACETS);
  g_assert_null (ent_facets_find (facets, "free"));
  g_assert_null (ent_facets_find (facets, "mixed"));
  g_assert_false (ent_facet_is_field (ent_facets_get (facets, ENT_FACET_KIND)));
}

static void
test_parts (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  const EntFacet *actor = ent_facets_get (ent_dataset_get_facets (dataset), ENT_FACET_ACTOR);
  const EntFacet *pair = ent_facets_get (ent_dataset_get_facets (dataset), ENT_FACET_PAIR);
  guint32 unit = ent_facet_find_value (actor, slice ("Unit"));
  guint32 china = ent_facet_find_value (actor, slice ("CN"));
  g_autofree char *name = ent_facet_dup_name_of (actor, dataset, china, "zh");
  g_autofree char *pair_name = ent_facet_dup_name_of (pair, dataset, 0, NULL);
  guint n_values;

  g_assert_true (ent_facet_has_parts (actor));
  g_assert_false (ent_facet_has_parts (pair));
  g_assert_cmpuint (ent_facet_get_parent (actor, unit), ==, china);
  g_assert_cmpuint (ent_facet_get_parent (actor, china), ==, ENT_FACET_VALUE_NONE);
  g_assert_cmpuint (ent_facet_get_topmost (actor, unit), ==, china);
  g_assert_cmpuint (ent_facet_find_value (actor, slice ("cn")), ==, ENT_FACET_VALUE_NONE);
  g_assert_cmpstr (name, ==, "中国");
  g_assert_cmpstr (pair_name, ==, "China → US");
  g_assert_cmpuint (ent_facet_get_n_values (ent_dataset_get_recorded_pairs (dataset)), ==, 3);
  /* A value stands once a row, in the file's order, and the whole only where it is said. */
  g_assert_cmpuint (ent_facet_get_row (actor, 0, &n_values)[0], ==, unit);
  g_assert_cmpuint (n_values, ==, 3);
  ent_facet_get_row (actor, 2, &n_values);
  g_assert_cmpuint (n_values, ==, 3);
  g_assert_cmpuint (ent_facet_get_actor (pair, 0), ==, ent_facet_get_actor (actor, china));
}

static const struct
{
  const char *name;
  const char *needle;
  const char *found; /* rows */
} searches[] = {
  { "title", "theft", "01" },
  { "mark", "sao", "0" },
  { "summary", "copied", "0" },
  { "name-in-another-language", "中国", "12" },
  { "part-is-not-the-whole", "china", "12" },
  { "name-without-a-declared-one", "gb", "0" },
  { "id-of-a-named-one", "cn", "" },
  { "denier-is-no-actor", "ru", "" },
  { "place", "北京", "2" },
  { "tag", "y", "0" },
  { "not-across-texts", "theft copied", "" },
  { "everywhere", "", "012" },
};

static void
test_search (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDataset) dataset = make_dataset ();
  const EntTextIndex *index = ent_dataset_get_text_index (dataset);

  /* Within all rows and within each set of rows there is. */
  for (guint within = 0; within < 9; within++)
    {
      g_autofree char *needle = ent_text_fold (slice (searches[i].needle));
      g_autoptr (EntRowSet) rows = ent_row_set_new (3);
      g_autoptr (EntRowSet) found = NULL;

      for (guint32 row = 0; row < 3; row++)
        if (within >> row & 1)
          ent_row_set_add (rows, row);
      found = ent_text_index_search (index, needle, within < 8 ? rows : NULL, NULL);
      for (guint32 row = 0; row < 3; row++)
        g_assert_cmpint (ent_row_set_contains (found, row), ==,
                         strchr (searches[i].found, '0' + (int) row) != NULL &&
                           (within == 8 || ent_row_set_contains (rows, row)));
    }
}

static void
test_empty (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = ent_dataset_builder_finish (builder);
  g_autoptr (EntRowSet) found = ent_text_index_search (ent_dataset_get_text_index (dataset), "a", NULL, NULL);

  g_assert_cmpuint (ent_row_set_count (found), ==, 0);
  g_assert_cmpuint (ent_facets_get_size (ent_dataset_get_facets (dataset)), ==, ENT_N_FIXED_FACETS);
  assert_counts (dataset, "kind", NULL, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facets/counts", test_counts);
  g_test_add_func ("/facets/fields", test_fields);
  g_test_add_func ("/facets/parts", test_parts);
  g_test_add_func ("/facets/empty", test_empty);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strconcat ("/facets/search/", searches[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_search);
    }

  return g_test_run ();
}
