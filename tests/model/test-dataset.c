/* test-dataset.c: datasets and how they are built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-builder.h"
#include "ent-event.h"
#include "ent-limits.h"

#include <string.h>

/* An event to add; what is NULL is not said. It stands in a line of its own. */
typedef struct
{
  const char *id;
  const char *title;
  const char *date;
  const char *kind;
  const char *start;
  const char *end;
  const char *links; /* ids with blanks between; "! id" links without before and after */
} Event;

static EntSlice
slice (const char *text)
{
  return ent_slice_from_string (text);
}

#define assert_slice(value, expected) \
  G_STMT_START \
    { \
      EntSlice value_ = (value); \
      g_autofree char *text_ = ent_slice_dup (value_); \
      g_assert_cmpstr (text_, ==, expected); \
    } \
  G_STMT_END

/* A builder over as many lines as offsets are to tell. */
static EntDatasetBuilder *
make_builder (EntDiagnostics **diagnostics)
{
  static const char lines[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
  g_autoptr (GBytes) source = g_bytes_new_static (lines, sizeof lines - 1);

  *diagnostics = ent_diagnostics_new (source);
  return ent_dataset_builder_new (source, *diagnostics);
}

static void
set_date (EntDatasetBuilder *builder,
          const char        *text)
{
  EntDate date;

  ent_dataset_builder_add_text (builder, ENT_TEXT_DATE, ENT_SLICE_NONE, slice (text));
  if (ent_date_parse (text, -1, &date, NULL))
    ent_dataset_builder_set_date (builder, &date);
}

static void
fill_event (EntDatasetBuilder *builder,
            const Event       *event,
            goffset            offset)
{
  EntLinkType type = ENT_LINK_RESPONDS_TO;
  g_auto (GStrv) links = NULL;

  if (event->id != NULL)
    ent_dataset_builder_set_id (builder, slice (event->id), offset);
  if (event->kind != NULL)
    ent_dataset_builder_add_value (builder, ENT_VALUE_KIND, slice (event->kind));
  if (event->date != NULL)
    set_date (builder, event->date);
  if (event->start != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_START, ENT_SLICE_NONE, slice (event->start));
  if (event->end != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_END, ENT_SLICE_NONE, slice (event->end));
  if (event->title != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ENT_SLICE_NONE, slice (event->title));
  links = g_strsplit (event->links != NULL ? event->links : "", " ", -1);
  for (int i = 0; links[i] != NULL; i++)
    if (g_str_equal (links[i], "!"))
      type = ENT_LINK_COMPARES_TO;
    else
      ent_dataset_builder_add_link (builder, type, slice (links[i]), offset);
}

static void
add_event (EntDatasetBuilder *builder,
           const Event       *event,
           goffset            offset)
{
  ent_dataset_builder_begin_event (builder, offset);
  fill_event (builder, event, offset);
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
}

/* All that was reported, a line each, as `LINE message`. */
static char *
report (EntDiagnostics *diagnostics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_assert_cmpint (diagnostic.level, ==, ENT_DIAGNOSTIC_WARNING);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s\n", diagnostic.line, diagnostic.message);
    }
  return g_string_free (text, FALSE);
}

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

static void
add_case (const char      *folder,
          const char      *name,
          gsize            i,
          GTestDataFunc    func)
{
  g_autofree char *path = g_strdup_printf ("/dataset/%s/%s", folder, name);

  g_test_add_data_func (path, GSIZE_TO_POINTER (i), func);
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
