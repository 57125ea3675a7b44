/* test-dataset-builder.c: what only the whole of a dataset shows: ids, links, parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-limits.h"
#include "events.h"

static char *
all_ids (EntDataset *dataset)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      EntSlice id = ent_dataset_get_id (dataset, row);

      g_assert_cmpuint (ent_dataset_find (dataset, id), ==, row);
      g_string_append_printf (text, "%s%.*s", row > 0 ? " " : "", (int) id.length, id.text);
    }
  return g_string_free (text, FALSE);
}

/* The ids of events, and what is said about them. The digits were worked out with Python's hashlib. */
static const struct
{
  const char *name;
  Event       events[6];
  const char *ids;
  const char *report;
} id_cases[] = {
  { "none", { { NULL } }, "", "" },
  { "given", { { "b" }, { "a" } }, "b a", "" },
  { "made", { { .title = "Rose Garden", .date = "2015-09-25", .kind = "meeting" } }, "e-bd995940c935", "" },
  { "made-bare", { { .title = "T" } }, "e-b9858a882a7f", "" },
  { "made-kind-named", { { .title = "T", .kind = "event" } }, "e-b9858a882a7f", "" },
  { "made-of-two-ends", { { .title = "访问", .start = "2015-09-22", .end = "2015-09-25" } }, "e-3ce22c2f7506", "" },
  { "made-of-start", { { .title = "T", .start = "2015" } }, "e-2902a9f60a96", "" },
  { "made-of-end", { { .title = "T", .end = "2015" } }, "e-04e0a8ff392f", "" },
  { "made-of-date-as-written", { { .title = "T", .date = "2014~" } }, "e-10dadbfe5eb6", "" },
  { "made-equal", { { .title = "T" }, { .title = "T" }, { "x" }, { .title = "T" } },
    "e-b9858a882a7f e-b9858a882a7f-2 x e-b9858a882a7f-3", "" },
  { "made-like-given-later", { { .title = "T" }, { "e-b9858a882a7f" } }, "e-b9858a882a7f-2 e-b9858a882a7f", "" },
  { "numbered-like-given-later", { { .title = "T" }, { .title = "T" }, { "e-b9858a882a7f-2" } },
    "e-b9858a882a7f e-b9858a882a7f-3 e-b9858a882a7f-2", "" },
  { "given-twice", { { "a" }, { "b" }, { "a" }, { "a" } }, "a b a~2 a~3",
    "3 id “a” is used before; this event is named “a~2”\n4 id “a” is used before; this event is named “a~3”\n" },
  { "given-numbered", { { "a" }, { "a" }, { "a~2" } }, "a a~3 a~2",
    "2 id “a” is used before; this event is named “a~3”\n" },
  { "given-numbered-twice", { { "a~2" }, { "a" }, { "a" }, { "a~2" } }, "a~2 a a~3 a~2~2",
    "3 id “a” is used before; this event is named “a~3”\n4 id “a~2” is used before; this event is named “a~2~2”\n" },
  { "case-counts", { { "a" }, { "A" } }, "a A", "" },
};

static void
test_ids (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *said = NULL;

  for (gsize j = 0; j < G_N_ELEMENTS (id_cases[i].events); j++)
    {
      const Event *event = &id_cases[i].events[j];

      if (event->id != NULL || event->title != NULL)
        add_event (builder, event, (goffset) j);
    }
  dataset = ent_dataset_builder_finish (builder);
  ids = all_ids (dataset);
  said = report (diagnostics);
  g_assert_cmpstr (ids, ==, id_cases[i].ids);
  g_assert_cmpstr (said, ==, id_cases[i].report);
  for (guint row = 0; row < ent_dataset_get_n_events (dataset); row++)
    g_assert_true (ent_dataset_id_was_given (dataset, row) == (id_cases[i].events[row].id != NULL));
  g_assert_cmpuint (ent_dataset_find (dataset, slice ("nowhere")), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_dataset_find (dataset, slice ("")), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_dataset_find (dataset, ENT_SLICE_NONE), ==, ENT_ROW_NONE);
}

/* Ids may hold any byte, and be longer than an arena takes. */
static void
test_strange_ids (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  gsize length = 17 << 20;
  g_autofree char *huge = g_strnfill (length, 'x');
  const EntSlice ids[] = { { "a\0b", 3 }, { "a\0c", 3 }, { "a", 1 }, { "a\0b", 3 },
                           { huge, length }, { huge, length }, { huge, length - 1 } };
  EntDiagnostic diagnostic;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ent_dataset_builder_begin_event (builder, 0);
      ent_dataset_builder_set_id (builder, ids[i], (goffset) i);
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  dataset = ent_dataset_builder_finish (builder);
  for (guint row = 0; row < G_N_ELEMENTS (ids); row++)
    g_assert_cmpuint (ent_dataset_find (dataset, ent_dataset_get_id (dataset, row)), ==, row);
  g_assert_cmpmem (ent_dataset_get_id (dataset, 3).text, ent_dataset_get_id (dataset, 3).length, "a\0b~2", 5);
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_assert_cmpuint (strlen (diagnostic.message), <, 1000);
    }
}

/* Very many events of one id, and of none: no longer for each than few. */
static void
test_many_equal_ids (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  const guint n_each = 100000;

  for (guint i = 0; i < 2 * n_each; i++)
    add_event (builder, &(Event){ .id = i % 2 == 0 ? "a" : NULL, .title = "T" }, 0);
  dataset = ent_dataset_builder_finish (builder);
  assert_slice (ent_dataset_get_id (dataset, 2 * n_each - 2), "a~100000");
  assert_slice (ent_dataset_get_id (dataset, 2 * n_each - 1), "e-b9858a882a7f-100000");
  g_assert_cmpuint (ent_dataset_find (dataset, slice ("a~77777")), ==, 2 * (77777 - 1));
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, n_each - 1);
}

/* Links by row, as `0>1 0>- 1<0`, those back in the order of their rows. */
static char *
all_links (EntDataset *dataset)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      guint n_links;
      const EntLink *links = ent_dataset_get_links (dataset, row, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (links[i].target == ENT_ROW_NONE)
          g_string_append_printf (text, "%u>- ", row);
        else
          g_string_append_printf (text, "%u>%u ", row, links[i].target);
      links = ent_dataset_get_links_to (dataset, row, &n_links);
      for (guint i = 0; i < n_links; i++)
        g_string_append_printf (text, "%u<%u ", row, links[i].target);
    }
  return g_string_free (text, FALSE);
}

#define CIRCLE "this link closes a circle: the event comes to answer itself\n"

static const struct
{
  const char *name;
  Event       events[6];
  const char *links;
  const char *report;
} link_cases[] = {
  { "none", { { "a" } }, "", "" },
  { "back", { { "a" }, { "b", .links = "a" } }, "0<1 1>0 ", "" },
  { "forward", { { "a", .links = "b" }, { "b" } }, "0>1 1<0 ", "" },
  { "several", { { "a", .links = "b c b" }, { "b", .links = "c" }, { "c" } },
    "0>1 0>2 0>1 1>2 1<0 1<0 2<0 2<1 ", "" },
  { "to-made", { { "a", .links = "e-b9858a882a7f" }, { .title = "T" } }, "0>1 1<0 ", "" },
  { "to-numbered", { { "a" }, { "a" }, { "b", .links = "a a~2" } }, "0<2 1<2 2>0 2>1 ",
    "2 id “a” is used before; this event is named “a~2”\n" },
  { "broken", { { "a", .links = "x b" }, { "b" } }, "0>- 0>1 1<0 ", "1 link to “x”: there is no such event\n" },
  { "self", { { "x" }, { "a", .links = "a x" } }, "0<1 1>- 1>0 ", "2 link to the event itself; left out\n" },
  { "circle-of-two", { { "a", .links = "b" }, { "b", .links = "a" } }, "0>1 0<1 1>0 1<0 ", "2 " CIRCLE },
  { "circle-of-three", { { "a" }, { "b", .links = "c" }, { "c", .links = "d a" }, { "d", .links = "a b" } },
    "0<2 0<3 1>2 1<3 2>3 2>0 2<1 3>0 3>1 3<2 ", "4 " CIRCLE },
  { "two-circles", { { "a", .links = "b" }, { "b", .links = "a" }, { "c", .links = "d" }, { "d", .links = "c" } },
    "0>1 0<1 1>0 1<0 2>3 2<3 3>2 3<2 ", "2 " CIRCLE "4 " CIRCLE },
  { "diamond", { { "a", .links = "b c" }, { "b", .links = "d" }, { "c", .links = "d" }, { "d" } },
    "0>1 0>2 1>3 1<0 2>3 2<0 3<1 3<2 ", "" },
  { "comparison-is-no-circle", { { "a", .links = "b" }, { "b", .links = "! a" } }, "0>1 0<1 1>0 1<0 ", "" },
};

static void
test_links (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *links = NULL;
  g_autofree char *said = NULL;

  for (gsize j = 0; j < G_N_ELEMENTS (link_cases[i].events); j++)
    if (link_cases[i].events[j].id != NULL || link_cases[i].events[j].title != NULL)
      add_event (builder, &link_cases[i].events[j], (goffset) j);
  dataset = ent_dataset_builder_finish (builder);
  links = all_links (dataset);
  said = report (diagnostics);
  g_assert_cmpstr (links, ==, link_cases[i].links);
  g_assert_cmpstr (said, ==, link_cases[i].report);
}

/* The type of a link is that of its way back. */
static void
test_link_types (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  const EntLink *links;
  guint n_links;

  for (int type = ENT_LINK_RESPONDS_TO; type <= ENT_LINK_FOLLOWS; type++)
    {
      ent_dataset_builder_begin_event (builder, -1);
      ent_dataset_builder_add_link (builder, type, slice ("target"), -1);
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  add_event (builder, &(Event){ "target" }, -1);
  dataset = ent_dataset_builder_finish (builder);
  links = ent_dataset_get_links_to (dataset, ENT_LINK_FOLLOWS + 1, &n_links);
  g_assert_cmpuint (n_links, ==, ENT_LINK_FOLLOWS + 1);
  for (guint i = 0; i < n_links; i++)
    {
      g_assert_cmpuint (links[i].type, ==, i);
      g_assert_cmpuint (links[i].target, ==, i);
    }
}

/* A chain of 100,000 that bites its tail, one way through the file and the other: one warning, no recursion. */
static void
test_long_chain (gconstpointer data)
{
  gboolean forward = GPOINTER_TO_INT (data);
  const guint n_events = 100000;
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *next = g_strdup_printf ("n%u", (forward ? i + 1 : i + n_events - 1) % n_events);

      add_event (builder, &(Event){ id, .links = next }, 0);
    }
  dataset = ent_dataset_builder_finish (builder);
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, 1);
  for (guint row = 0; row < n_events; row++)
    {
      guint n_links;
      const EntLink *links = ent_dataset_get_links (dataset, row, &n_links);

      g_assert_cmpuint (n_links, ==, 1);
      g_assert_cmpuint (links->target, ==, (forward ? row + 1 : row + n_events - 1) % n_events);
    }
}

static const struct
{
  const char *name;
  const char *parts;   /* `part>whole`, in the order of the actors a, b, c … */
  const char *parents; /* what each is part of in the end */
  const char *report;
} part_cases[] = {
  { "none", "a b", "- -", "" },
  { "tree", "a b>a c>b d>a", "- a b a", "" },
  { "forward", "a>c b>a c", "c a -", "" },
  { "unknown", "a>x b>a", "- a", "1 part of “x”: there is no such actor\n" },
  { "self", "a b>b", "- -", "2 part of “b”: the actor would be part of itself; left out\n" },
  { "circle-of-two", "a>b b>a", "b -", "2 part of “a”: the actor would be part of itself; left out\n" },
  { "circle-of-three", "a>b b>c c>a d>c", "b c - c", "3 part of “a”: the actor would be part of itself; left out\n" },
  { "circle-backward", "a>c b>a c>b", "c a -", "3 part of “b”: the actor would be part of itself; left out\n" },
  { "into-circle", "a>b b>c c>b", "b c -", "3 part of “b”: the actor would be part of itself; left out\n" },
  { "two-circles", "a>b b>a c>d d>c", "b - d -",
    "2 part of “a”: the actor would be part of itself; left out\n"
    "4 part of “c”: the actor would be part of itself; left out\n" },
};

static void
test_parts (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_auto (GStrv) parts = g_strsplit (part_cases[i].parts, " ", -1);
  g_autoptr (GString) parents = g_string_new (NULL);
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *said = NULL;

  for (int j = 0; parts[j] != NULL; j++)
    {
      guint32 actor = ent_dataset_builder_add_actor (builder, (EntSlice){ parts[j], 1 });

      g_assert_cmpuint (actor, ==, j);
      if (parts[j][1] == '>')
        ent_dataset_builder_set_actor_parent (builder, actor, slice (parts[j] + 2), j);
    }
  dataset = ent_dataset_builder_finish (builder);
  for (guint actor = 0; actor < ent_dataset_get_n_actors (dataset); actor++)
    {
      guint32 parent = ent_dataset_get_actor_parent (dataset, actor);
      EntSlice id = parent != ENT_ROW_NONE ? ent_dataset_get_actor_id (dataset, parent) : slice ("-");

      g_string_append_printf (parents, "%s%.*s", actor > 0 ? " " : "", (int) id.length, id.text);
    }
  said = report (diagnostics);
  g_assert_cmpstr (parents->str, ==, part_cases[i].parents);
  g_assert_cmpstr (said, ==, part_cases[i].report);
}

/* Parts of parts, 100,000 deep and in a circle: every way up ends soon. */
static void
test_long_parts (void)
{
  const guint n_actors = 100000;
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  guint n_tops = 0;

  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *whole = g_strdup_printf ("n%u", (i + n_actors - 1) % n_actors);

      ent_dataset_builder_set_actor_parent (builder, ent_dataset_builder_add_actor (builder, slice (id)), slice (whole), 0);
    }
  dataset = ent_dataset_builder_finish (builder);
  for (guint actor = 0; actor < n_actors; actor++)
    {
      guint32 parent = ent_dataset_get_actor_parent (dataset, actor);
      guint depth = 0;

      n_tops += parent == ENT_ROW_NONE;
      g_assert_true (parent == ENT_ROW_NONE || parent == (actor + n_actors - 1) % n_actors);
      for (guint32 above = actor; above != ENT_ROW_NONE; above = ent_dataset_get_actor_parent (dataset, above))
        g_assert_cmpuint (depth++, <=, ENT_LIMIT_ACTOR_DEPTH);
    }
  g_assert_cmpuint (n_tops, <=, n_actors / ENT_LIMIT_ACTOR_DEPTH + 1);
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, n_tops);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (id_cases); i++)
    add_case ("ids", id_cases[i].name, i, test_ids);
  g_test_add_func ("/dataset/strange-ids", test_strange_ids);
  g_test_add_func ("/dataset/many-equal-ids", test_many_equal_ids);
  for (gsize i = 0; i < G_N_ELEMENTS (link_cases); i++)
    add_case ("links", link_cases[i].name, i, test_links);
  g_test_add_func ("/dataset/link-types", test_link_types);
  g_test_add_data_func ("/dataset/long-chain/forward", GINT_TO_POINTER (TRUE), test_long_chain);
  g_test_add_data_func ("/dataset/long-chain/backward", GINT_TO_POINTER (FALSE), test_long_chain);
  for (gsize i = 0; i < G_N_ELEMENTS (part_cases); i++)
    add_case ("parts", part_cases[i].name, i, test_parts);
  g_test_add_func ("/dataset/long-parts", test_long_parts);

  return g_test_run ();
}
