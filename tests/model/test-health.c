/* test-health.c: what of a dataset is worth another look, and what only seems to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health.h"
#include "ent-native.h"

#include <string.h>

static EntDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* `events` are JSON objects with commas between. */
static EntHealth *
look_at (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\":\"entente\",\"version\":1,\"events\":[%s]}", events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDataset) dataset = read_bytes (bytes);
  g_autoptr (GError) error = NULL;
  EntHealth *health = ent_health_new (dataset, NULL, &error);

  g_assert_no_error (error);
  return health;
}

static EntHealth *
look_at_file (const char *folder,
              const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  dataset = read_bytes (bytes);
  return ent_health_new (dataset, NULL, NULL);
}

/* The events of a finding, or its actors, by their ids with blanks between. */
static char *
ids_of (const EntHealth *health,
        EntHealthKind    kind)
{
  const EntHealthFinding *finding = ent_health_find (health, kind);
  EntDataset *dataset = ent_health_get_dataset (health);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; finding != NULL && i < finding->n_items; i++)
    {
      const EntHealthItem *item = &finding->items[i];
      EntSlice id = item->row != ENT_ROW_NONE ? ent_dataset_get_id (dataset, item->row)
                                              : ent_dataset_get_actor_id (dataset, item->number);

      g_string_append_printf (ids, "%s%.*s", i > 0 ? " " : "", (int) id.length, id.text);
    }
  return g_string_free (ids, FALSE);
}

/* What stands in the file, and nothing beside it: the neighbours are healthy. */
static const struct
{
  EntHealthKind kind;
  const char *ids;
  guint n_found;
  guint n_considered;
} planted[] = {
  { ENT_HEALTH_END_BEFORE_START, "reversed reversed-ends", 2, 68 },
  { ENT_HEALTH_PHASES_OUT_OF_ORDER, "detected-too-soon disclosed-unseen", 2, 68 },
  { ENT_HEALTH_BROKEN_LINK, "link-to-nowhere", 2, 10 },
  { ENT_HEALTH_CIRCULAR_LINK, "circle-1 circle-2", 1, 68 },
  { ENT_HEALTH_ANSWER_BEFORE, "answers-the-future", 1, 5 },
  { ENT_HEALTH_ATTRIBUTION_BEFORE_START, "accused-too-soon", 1, 68 },
  { ENT_HEALTH_FIRST_OF_MONTH, "first-1 first-4 first-5 first-2 first-6 first-7 first-3 first-8", 8, 55 },
  { ENT_HEALTH_FIRST_OF_YEAR, "first-1 first-2 first-3", 3, 55 },
  { ENT_HEALTH_LOOK_ALIKE, "alike-2 alike-1 slip-1 slip-2 zh-1 zh-2", 6, 68 },
  { ENT_HEALTH_NOT_PLACED, "reversed reversed-ends undated", 3, 68 },
  { ENT_HEALTH_NO_SOURCE, "no-source", 1, 68 },
  { ENT_HEALTH_WEAK_SOURCES, "weak", 1, 68 },
  { ENT_HEALTH_RECALLED, "recalled recalled-source", 2, 68 },
  { ENT_HEALTH_ATTRIBUTED_BY_NOBODY, "by-nobody", 1, 15 },
  { ENT_HEALTH_SOURCE_WITHOUT_ADDRESS, "without-address", 2, 71 },
  { ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER, "without-publisher", 1, 71 },
  { ENT_HEALTH_UNUSED_ACTOR, "Forgotten Office Lost Branch", 2, 6 },
  { ENT_HEALTH_NOT_ATTRIBUTED, "not-attributed", 1, 17 },
  { ENT_HEALTH_NO_SEVERITY, "no-severity", 1, 17 },
};

static void
test_planted (void)
{
  g_autoptr (EntHealth) health = look_at_file ("tests/data", "planted-faults.entente.json");

  g_assert_cmpuint (G_N_ELEMENTS (planted), ==, ENT_N_HEALTH_KINDS);
  g_assert_cmpuint (ent_health_get_size (health), ==, ENT_N_HEALTH_KINDS);
  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      const EntHealthFinding *finding = ent_health_get (health, i);
      g_autofree char *ids = ids_of (health, planted[i].kind);
      g_autofree char *sentence = ent_health_describe (finding);

      g_test_message ("%s", ent_health_kind_get_id (planted[i].kind));
      g_assert_cmpint (finding->kind, ==, planted[i].kind);
      g_assert_cmpstr (ids, ==, planted[i].ids);
      g_assert_cmpuint (finding->n_found, ==, planted[i].n_found);
      g_assert_cmpuint (finding->n_considered, ==, planted[i].n_considered);
      g_assert_false (finding->limited);
      g_assert_nonnull (sentence);
    }
}

/* Each sentence with one and with several, and what is said of an item. */
static void
test_words (void)
{
  g_autoptr (EntHealth) health = look_at_file ("tests/data", "planted-faults.entente.json");
  const EntHealthFinding *finding = ent_health_find (health, ENT_HEALTH_FIRST_OF_MONTH);
  g_autofree char *firsts = ent_health_describe (finding);
  g_autofree char *nothing = ent_health_describe_item (health, finding, 0);
  g_autofree char *phases = NULL;
  g_autofree char *links = NULL;
  g_autofree char *alike = NULL;

  g_assert_cmpstr (firsts, ==, "8 of 55 dates to the day are the first of a month, where chance would bring 1.8; some "
                               "may be months written as days");
  g_assert_null (nothing);
  finding = ent_health_find (health, ENT_HEALTH_PHASES_OUT_OF_ORDER);
  phases = ent_health_describe_item (health, finding, 0);
  g_assert_cmpstr (phases, ==, "detection 2015-01-20 before intrusion 2015-02");
  finding = ent_health_find (health, ENT_HEALTH_BROKEN_LINK);
  links = ent_health_describe_item (health, finding, 0);
  g_assert_cmpstr (links, ==, "2 links");
  finding = ent_health_find (health, ENT_HEALTH_LOOK_ALIKE);
  alike = ent_health_describe_item (health, finding, 0);
  g_assert_cmpstr (alike, ==, "like “Breach of the Aurora power company”");
}

/* What comes with the program is in good health: nothing in it is wrong or doubtful. */
static void
test_bundled (void)
{
  g_autoptr (EntHealth) health = look_at_file ("data/timelines", "us-china-cyber.entente.json");

  for (guint i = 0; i < ent_health_get_size (health); i++)
    g_assert_cmpint (ent_health_get (health, i)->concern, >=, ENT_HEALTH_MISSING);
}

static void
test_empty (void)
{
  g_autoptr (EntHealth) health = look_at ("");
  g_autoptr (EntRowSet) rows = ent_health_get_rows (health, NULL);

  g_assert_cmpuint (ent_health_get_size (health), ==, 0);
  g_assert_cmpuint (ent_row_set_count (rows), ==, 0);
}

/* By which a later phase must not come before a first one. */
static void
test_phases (void)
{
  static const char *const names[] = { "intrusion", "detection", "disclosure", "attribution", "remediation" };
  static const gboolean follows[ENT_N_PHASES][ENT_N_PHASES] = {
    [ENT_PHASE_INTRUSION] = { 0, 1, 1, 1, 1 },
    [ENT_PHASE_DETECTION] = { 0, 0, 1, 1, 0 },
  };

  for (guint first = 0; first < ENT_N_PHASES; first++)
    for (guint later = 0; later < ENT_N_PHASES; later++)
      if (first != later)
        {
          g_autofree char *event = g_strdup_printf ("{\"title\":\"A\",\"date\":\"2014\",\"phases\":"
                                                    "{\"%s\":\"2014-05-02\",\"%s\":\"2014-05-01\"}}",
                                                    names[first], names[later]);
          g_autoptr (EntHealth) health = look_at (event);
          const EntHealthFinding *finding = ent_health_find (health, ENT_HEALTH_PHASES_OUT_OF_ORDER);

          g_test_message ("%s before %s", names[later], names[first]);
          g_assert_cmpint (finding != NULL, ==, follows[first][later]);
          if (finding == NULL)
            continue;
          g_assert_cmpuint (finding->items[0].number, ==, later);
          g_assert_cmpuint (finding->items[0].phase, ==, first);
        }
}

/* Only what is sure is told. */
static const struct
{
  const char *intrusion;
  const char *detection;
  gboolean told;
} sureness[] = {
  { "2014-05-02", "2014-05-01", TRUE },
  { "2014-05-02", "2014-05-02", FALSE },
  { "2014-05-02", "2014-05", FALSE },
  { "2014-05", "2014-05-01", FALSE },
  { "2014-05", "2014-04-30", TRUE },
  { "2014-05", "2014-04-30~", FALSE },
  { "2014-05?", "2014-04-30", FALSE },
  { "2014-05/2014-08", "2014-06", FALSE },
  { "2014-05/2014-08", "2014-04/2014-09", TRUE },
  { "/2014-08", "2013", FALSE },
  { "../2014-08", "2013", FALSE },
  { "2014-05/..", "2013", TRUE },
  { "[2014-05,2014-08]", "2014-06", FALSE },
  { "[2014-05,2014-08]", "2014-04", TRUE },
  { "2014-05-02T10:00:00Z", "2014-05-02T09:59:59Z", TRUE },
  { "2014-05-02T10:00:00Z", "2014-05-02", FALSE },
};

static void
test_sureness (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sureness); i++)
    {
      g_autofree char *event = g_strdup_printf ("{\"title\":\"A\",\"phases\":{\"intrusion\":\"%s\","
                                                "\"detection\":\"%s\"}}",
                                                sureness[i].intrusion, sureness[i].detection);
      g_autoptr (EntHealth) health = look_at (event);

      g_test_message ("%s, %s", sureness[i].intrusion, sureness[i].detection);
      g_assert_cmpint (ent_health_find (health, ENT_HEALTH_PHASES_OUT_OF_ORDER) != NULL, ==, sureness[i].told);
    }
}

/* How many of how many dates to the day make one doubt them. */
static const struct
{
  guint n_dates;
  guint n_firsts;
  guint n_new_years; /* of the firsts */
  const char *told;  /* m: months, y: years */
} shares[] = {
  { 19, 19, 0, "" },  { 20, 4, 0, "" }, { 20, 5, 0, "m" }, { 20, 2, 2, "" }, { 20, 3, 3, "y" },
  { 20, 5, 3, "my" }, { 98, 3, 1, "" }, { 98, 11, 0, "m" }, { 9000, 369, 0, "" }, { 9000, 370, 0, "m" },
};

static void
test_shares (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GString) events = g_string_new (NULL);
      g_autoptr (EntHealth) health = NULL;
      g_autofree char *told = NULL;

      for (guint j = 0; j < shares[i].n_dates; j++)
        g_string_append_printf (events, "%s{\"title\":\"%u\",\"date\":\"%u-%02u-%02u\"}", j > 0 ? "," : "", j,
                                1000 + j % 900, j < shares[i].n_new_years ? 1 : 2 + j % 11,
                                j < shares[i].n_firsts ? 1 : 2 + j % 27);
      health = look_at (events->str);
      told = g_strconcat (ent_health_find (health, ENT_HEALTH_FIRST_OF_MONTH) != NULL ? "m" : "",
                          ent_health_find (health, ENT_HEALTH_FIRST_OF_YEAR) != NULL ? "y" : "", NULL);
      g_test_message ("%u of %u", shares[i].n_firsts, shares[i].n_dates);
      g_assert_cmpstr (told, ==, shares[i].told);
    }
}

/* Events of one kind at one time. */
static const struct
{
  const char *a;
  const char *b;
  gboolean alike;
} titles[] = {
  { "Talks", "talks", TRUE },
  { "Talks", "Walks", FALSE },
  { "Café São “Networks”", "cafe sao networks", TRUE },
  { "Breach of the power company", "Breach of a power company", TRUE },
  { "Breach of the power company", "Sabotage of the power plant", FALSE },
  { "one two three four five", "one two three", TRUE },
  { "one two three four five six", "one two three", FALSE },
  { "Statement 1 on the security of networks", "Statement 2 on the security of networks", FALSE },
  { "APT10 campaign against providers", "APT12 campaign against providers", FALSE },
  { "WannaCry outbreak", "WanaCry outbreak", TRUE },
  { "WannaCry outbreak", "Wannacri outbraek", FALSE },
  { "Sanctions on four banks", "Sanctoins on four banks", TRUE },
  { "Sandworm", "Sandwurm", FALSE },
  { "Wannacry", "Wannacry", TRUE },
  { "abcdefghijkl", "abcdefXghijkl", TRUE },
  { "abcdefghijk", "abcdefghijkX", TRUE },
  { "abcdefghijklmnopqrst", "abcdefghXjklmYopqrst", TRUE },
  { "abcdefghijklmnopqrst", "abXdefghijYlmnopqrst", TRUE },
  { "abcdefghijklmnopqrst", "abXdefghijklmnoYqrst", FALSE }, /* at either end: not looked for */
  { "abcdefghijklmnopqrst", "abcdefghXjYlmZopqrst", FALSE },
  { "中国发布网络安全战略", "中国发布国家网络安全战略", TRUE },
  { "中国发布网络安全战略", "外交部答记者问", FALSE },
  { "!!!", "???", FALSE },
  { "!!!", "a", FALSE },
};

static void
test_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *events = g_strdup_printf ("{\"title\":\"%s\",\"date\":\"2014-05-02\"},"
                                                 "{\"title\":\"%s\",\"date\":\"2014-05\"}", titles[i].a, titles[i].b);
      g_autoptr (EntHealth) health = look_at (events);

      g_test_message ("%s, %s", titles[i].a, titles[i].b);
      g_assert_cmpint (ent_health_find (health, ENT_HEALTH_LOOK_ALIKE) != NULL, ==, titles[i].alike);
    }
}

/* What else keeps events with one title apart. */
static const struct
{
  const char *name;
  const char *a;
  const char *b;
  gboolean alike;
} pairs[] = {
  { "same-day", "\"date\":\"2014-05-02\"", "\"date\":\"2014-05-02\"", TRUE },
  { "next-day", "\"date\":\"2014-05-02\"", "\"date\":\"2014-05-03\"", FALSE },
  { "in-the-interval", "\"date\":\"2014-05-02/2014-05-09\"", "\"date\":\"2014-05-03\"", TRUE },
  { "in-the-year", "\"date\":\"2014\"", "\"date\":\"2014-05-03\"", TRUE },
  { "in-the-decade", "\"date\":\"201X\"", "\"date\":\"2014-05-03\"", FALSE },
  { "since-then", "\"date\":\"2014-05/..\"", "\"date\":\"2015-05-03\"", FALSE },
  { "since-that-month", "\"date\":\"2014-05/..\"", "\"date\":\"2014-05-03\"", TRUE },
  { "undated", "\"place\":\"P\"", "\"place\":\"P\"", FALSE },
  { "kinds", "\"date\":\"2014\",\"kind\":\"a\"", "\"date\":\"2014\",\"kind\":\"b\"", FALSE },
  { "linked", "\"date\":\"2014\",\"id\":\"x\"",
    "\"date\":\"2014\",\"links\":[{\"type\":\"part-of\",\"to\":\"x\"}]", FALSE },
  { "another-target",
    "\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"A\"},{\"role\":\"host\",\"name\":\"C\"}]",
    "\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"B\"},{\"role\":\"host\",\"name\":\"C\"}]", FALSE },
  { "a-target-more", "\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"A\"}]",
    "\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"B\"},{\"role\":\"target\",\"name\":\"A\"}]", TRUE },
  { "another-role", "\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"A\"}]",
    "\"date\":\"2014\",\"actors\":[{\"role\":\"host\",\"name\":\"B\"}]", TRUE },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *events = g_strdup_printf ("{\"title\":\"One title\",%s},"
                                                 "{\"title\":\"One title\",%s}", pairs[i].a, pairs[i].b);
      g_autoptr (EntHealth) health = look_at (events);

      g_test_message ("%s", pairs[i].name);
      g_assert_cmpint (ent_health_find (health, ENT_HEALTH_LOOK_ALIKE) != NULL, ==, pairs[i].alike);
    }
}

/* What is part of the same is the same, as is what is spelt otherwise. */
static void
test_parts (void)
{
  const char *text = "{\"format\":\"entente\",\"version\":1,"
                     "\"actors\":{\"U\":{\"part_of\":\"N\"},\"N\":{\"name\":\"N\"}},"
                     "\"events\":["
                     "{\"title\":\"A\",\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"U\"}]},"
                     "{\"title\":\"A\",\"date\":\"2014\",\"actors\":[{\"role\":\"target\",\"name\":\"N\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntDataset) dataset = read_bytes (bytes);
  g_autoptr (EntHealth) health = ent_health_new (dataset, NULL, NULL);

  g_assert_nonnull (ent_health_find (health, ENT_HEALTH_LOOK_ALIKE));
  g_assert_null (ent_health_find (health, ENT_HEALTH_UNUSED_ACTOR));
}

static void
test_cancelled (void)
{
  const char *text = "{\"format\":\"entente\",\"version\":1,\"events\":[{\"title\":\"A\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntDataset) dataset = read_bytes (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_health_new (dataset, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static char *
upper (const char *text)
{
  return g_utf8_strup (text, -1);
}

/* A report with a name, a few events of each finding, and every line of them as its reader needs it. */
static void
test_report (void)
{
  g_autoptr (EntHealth) health = look_at ("{\"id\":\"a\",\"title\":\"One\",\"date\":\"2014\"},"
                                          "{\"id\":\"b\",\"title\":\"Two\",\"start\":\"2015\",\"end\":\"2016\"},"
                                          "{\"id\":\"c\",\"title\":\"Three\"}");
  g_autofree char *few = ent_health_report (health, "n", 1, upper);
  g_autofree char *all = ent_health_report (health, "n", G_MAXUINT, upper);

  g_assert_cmpstr (few, ==, "n: 2 findings, 3 of 3 events\n"
                            "n: missing: not-placed: 1 event has no place in time\n"
                            "    C: THREE\n"
                            "n: missing: no-source: 3 events name no source\n"
                            "    A: ONE (2014)\n"
                            "    AND 2 MORE\n");
  g_assert_cmpstr (all, ==, "n: 2 findings, 3 of 3 events\n"
                            "n: missing: not-placed: 1 event has no place in time\n"
                            "    C: THREE\n"
                            "n: missing: no-source: 3 events name no source\n"
                            "    A: ONE (2014)\n"
                            "    B: TWO (2015/2016)\n"
                            "    C: THREE\n");
}

/* Each kind and each concern is explained, in one line of its own. */
static void
test_explanations (void)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = 0; kind < ENT_N_HEALTH_KINDS; kind++)
    g_assert_true (g_hash_table_add (said, (gpointer) ent_health_kind_explain (kind)));
  for (int concern = ENT_HEALTH_WRONG; concern <= ENT_HEALTH_NOTE; concern++)
    {
      g_assert_true (g_hash_table_add (said, (gpointer) ent_health_concern_name (concern)));
      g_assert_true (g_hash_table_add (said, (gpointer) ent_health_concern_explain (concern)));
    }
  g_assert_false (g_hash_table_contains (said, ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/health/planted", test_planted);
  g_test_add_func ("/health/words", test_words);
  g_test_add_func ("/health/bundled", test_bundled);
  g_test_add_func ("/health/empty", test_empty);
  g_test_add_func ("/health/phases", test_phases);
  g_test_add_func ("/health/sureness", test_sureness);
  g_test_add_func ("/health/shares", test_shares);
  g_test_add_func ("/health/titles", test_titles);
  g_test_add_func ("/health/pairs", test_pairs);
  g_test_add_func ("/health/parts", test_parts);
  g_test_add_func ("/health/cancelled", test_cancelled);
  g_test_add_func ("/health/report", test_report);
  g_test_add_func ("/health/explanations", test_explanations);

  return g_test_run ();
}
