/* test-as-of.c: what was known by a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of.h"
#include "ent-chain.h"
#include "ent-facets.h"
#include "ent-filter.h"
#include "ent-generator.h"
#include "ent-native.h"
#include "ent-text-index.h"
#include "ent-text-fold.h"

#include <string.h>

static EntDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ent_diagnostics_get_errors (diagnostics), ==, 0);
  return dataset;
}

static EntDataset *
read_events (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"entente\", \"version\": 1, \"actors\": {\"FBI\": "
                                           "{\"name\": \"FBI\", \"part_of\": \"US\"}}, \"events\": [%s]}",
                                           events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes);
}

static EntDataset *
read_bundled (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "timelines",
                                                 "us-china-cyber.entente.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  return read_bytes (bytes);
}

static EntDataset *
as_of (EntDataset *dataset,
       const char *day)
{
  g_autoptr (EntView) view = ent_view_new ();

  g_assert_true (ent_view_set_as_of (view, day, -1, NULL));
  return ent_dataset_new_of_view (dataset, view);
}

static guint32
find (EntDataset *dataset,
      const char *id)
{
  return ent_dataset_find (dataset, ent_slice_from_string (id));
}

static gboolean
knows (EntDataset *dataset,
       const char *day,
       const char *id)
{
  g_autoptr (EntDataset) then = as_of (dataset, day);

  return find (then, id) != ENT_ROW_NONE;
}

/* The first event of each is known from `known` on and not the day before; how that was found is in the notes. */
typedef struct
{
  const char  *name;
  const char  *events;
  const char  *before;
  const char  *known;
  EntAsOfNotes notes;
} KnownCase;

#define INCIDENT "{\"id\": \"i\", \"title\": \"I\", \"kind\": \"incident\", "
#define OTHER "}, {\"id\": \"o\", \"title\": \"O\", \"kind\": \"statement\", "

static const KnownCase known_cases[] = {
  { "a-day", "{\"id\": \"i\", \"title\": \"I\", \"kind\": \"meeting\", \"date\": \"2015-09-25\"}", "2015-09-24",
    "2015-09-25", 0 },
  { "a-month-may-be", "{\"id\": \"i\", \"title\": \"I\", \"date\": \"2015-09\"}", "2015-08-31", "2015-09-01",
    ENT_AS_OF_MAY_BE_LATER },
  { "a-month-is-over", "{\"id\": \"i\", \"title\": \"I\", \"date\": \"2015-09\"}", "2015-08-31", "2015-09-30", 0 },
  { "an-interval-from-its-start", "{\"id\": \"i\", \"title\": \"I\", \"date\": \"2015-09-24/2015-09-26\"}", "2015-09-23",
    "2015-09-25", ENT_AS_OF_END_LATER },
  { "as-of-a-month-is-its-end", "{\"id\": \"i\", \"title\": \"I\", \"date\": \"2015-09-25\"}", "2015-08", "2015-09", 0 },
  { "disclosed", INCIDENT "\"date\": \"2014\", \"phases\": {\"disclosure\": \"2015-06-04\"}}", "2015-06-03", "2015-06-04", 0 },
  { "disclosed-some-day", INCIDENT "\"date\": \"2014\", \"phases\": {\"disclosure\": \"2015-06\"}}", "2015-05-31",
    "2015-06-10", ENT_AS_OF_MAY_BE_LATER },
  { "not-before-it-was", INCIDENT "\"date\": \"2016-01-01\", \"phases\": {\"disclosure\": \"2015-06-04\", \"intrusion\": "
    "\"2015-12-01\"}}", "2015-11-30", "2015-12-01", 0 },
  { "not-by-a-coarse-disclosure", INCIDENT "\"date\": \"2022-02-24\", \"phases\": {\"disclosure\": \"2022-02~\"}}",
    "2022-02-23", "2022-02-24", ENT_AS_OF_MAY_BE_LATER },
  { "without-a-date", INCIDENT "\"phases\": {\"disclosure\": \"2015-06-04\", \"remediation\": \"2016\"}}", "2015-06-03",
    "2015-06-04", 0 },
  { "by-its-attribution", INCIDENT "\"date\": \"2014-01-01\", \"phases\": {\"attribution\": \"2015-06-04\"}}",
    "2015-06-03", "2015-06-04", ENT_AS_OF_FIRST_TOLD },
  { "by-its-first-source", INCIDENT "\"date\": \"2014-01-01\", \"sources\": [{\"publisher\": \"A\", \"date\": \"2022\"}, "
    "{\"publisher\": \"B\", \"date\": \"2014-03-05\"}, {\"publisher\": \"C\"}, {\"publisher\": \"D\", \"date\": \"2010\"}]}",
    "2014-03-04", "2014-03-05", ENT_AS_OF_FIRST_TOLD },
  { "by-an-answer", INCIDENT "\"date\": \"2014-01-01\"" OTHER "\"date\": \"2014-02-02\", \"links\": [{\"type\": "
    "\"responds-to\", \"to\": \"i\"}]}", "2014-02-01", "2014-02-02", ENT_AS_OF_FIRST_TOLD },
  { "not-by-a-comparison", INCIDENT "\"date\": \"2014-01-01\"" OTHER "\"date\": \"2014-02-02\", \"links\": [{\"type\": "
    "\"compares-to\", \"to\": \"i\"}]}", "2013-12-31", "2014-01-01", ENT_AS_OF_ASSUMED },
  { "assumed", INCIDENT "\"date\": \"2014-01-01\"}", "2013-12-31", "2014-01-01", ENT_AS_OF_ASSUMED },
  { "whatever-has-phases", "{\"id\": \"i\", \"title\": \"I\", \"kind\": \"leak\", \"date\": \"2014\", \"phases\": "
    "{\"disclosure\": \"2015-06-04\"}}", "2015-06-03", "2015-06-04", 0 },
};

static void
test_known (gconstpointer data)
{
  const KnownCase *test = &known_cases[GPOINTER_TO_SIZE (data)];
  g_autoptr (EntDataset) dataset = read_events (test->events);
  g_autoptr (EntDataset) before = as_of (dataset, test->before);
  g_autoptr (EntDataset) known = as_of (dataset, test->known);

  g_assert_cmpuint (find (before, "i"), ==, ENT_ROW_NONE);
  g_assert_cmpuint (find (known, "i"), ==, 0);
  g_assert_cmpint (ent_dataset_get_as_of_notes (known, 0), ==, test->notes);
  g_assert_cmpint (ent_dataset_get_as_of_notes (dataset, 0), ==, 0);
}

/* An undated event may have been at any time. */
static void
test_undated (void)
{
  g_autoptr (EntDataset) dataset = read_events ("{\"id\": \"i\", \"title\": \"I\"}");
  g_autoptr (EntDataset) then = as_of (dataset, "-3000");

  g_assert_cmpuint (find (then, "i"), ==, 0);
  g_assert_cmpint (ent_dataset_get_as_of_notes (then, 0), ==, ENT_AS_OF_MAY_BE_LATER);
}

static char *
text_of (EntDataset  *dataset,
         EntTextField field)
{
  return ent_slice_dup (ent_dataset_get_event_text (dataset, 0, field, NULL));
}

/* What goes on after the day has no end that anybody knows. */
static void
test_ends (void)
{
  g_autoptr (EntDataset) dataset = read_events (
    INCIDENT "\"start\": \"2014-01~\", \"end\": \"2015-03-01\", \"phases\": {\"intrusion\": \"2014-01~/2015-02-01\", "
    "\"disclosure\": \"2014-06-01\", \"remediation\": \"2015-02-01\"}}");
  g_autoptr (EntDataset) then = as_of (dataset, "2014-12-31");
  g_autoptr (EntDataset) after = as_of (dataset, "2015-03-01");
  g_autofree char *start = text_of (then, ENT_TEXT_START);
  g_autofree char *end = text_of (then, ENT_TEXT_END);
  g_autofree char *end_after = text_of (after, ENT_TEXT_END);
  EntSlice phase;
  EntDate date;

  g_assert_cmpstr (start, ==, "2014-01~");
  g_assert_cmpstr (end, ==, "..");
  g_assert_cmpstr (end_after, ==, "2015-03-01");
  g_assert_true (ent_dataset_get_date (then, 0, ENT_BASIS_OCCURRED, &date));
  g_assert_cmpint (date.latest_end.kind, ==, ENT_BOUND_OPEN);
  g_assert_true (ent_dataset_get_phase (then, 0, ENT_PHASE_INTRUSION, &date, &phase));
  g_assert_true (ent_slice_equal (phase, ent_slice_from_string ("2014-01~/..")));
  g_assert_cmpint (date.latest_end.kind, ==, ENT_BOUND_OPEN);
  g_assert_true (ent_dataset_get_phase (then, 0, ENT_PHASE_DISCLOSURE, NULL, &phase));
  g_assert_true (ent_slice_equal (phase, ent_slice_from_string ("2014-06-01")));
  g_assert_false (ent_dataset_get_phase (then, 0, ENT_PHASE_REMEDIATION, NULL, NULL));
  g_assert_null (ent_dataset_peek_date (then, 0, ENT_BASIS_REMEDIATION));
  g_assert_true (ent_dataset_get_phase (after, 0, ENT_PHASE_REMEDIATION, NULL, NULL));
  g_assert_true (ent_dataset_get_phase (dataset, 0, ENT_PHASE_REMEDIATION, NULL, NULL));
}

/* Who had said by a day that who did it. */
typedef struct
{
  const char   *name;
  const char   *events;
  const char   *day;
  EntConfidence confidence;
  const char   *accusers; /* then "!" and deniers */
  EntAsOfNotes  notes;
} BlameCase;

#define WITH_PHASE \
  INCIDENT "\"date\": \"2014-01/2014-03\", \"phases\": {\"disclosure\": \"2014-02-01\", \"attribution\": \"2014-05-19\"}, " \
           "\"attribution\": {\"confidence\": \"official-accusation\", \"by\": [{\"name\": \"US\"}, {\"name\": " \
           "\"Firm\"}], \"denied_by\": [\"CN\"]}"
#define WITHOUT_PHASE \
  INCIDENT "\"date\": \"2014-01/2014-03\", \"phases\": {\"disclosure\": \"2014-02-01\"}, \"attribution\": {\"confidence\": " \
           "\"official-accusation\", \"by\": [{\"name\": \"US\"}, {\"name\": \"Firm\"}], \"denied_by\": [\"CN\"]}"
#define REPORT \
  OTHER "\"date\": \"2014-04-01\", \"actors\": [{\"role\": \"issuer\", \"name\": \"Firm\"}], \"links\": [{\"type\": " \
        "\"attributes\", \"to\": \"i\"}]"
#define CHARGES \
  "}, {\"id\": \"c\", \"title\": \"C\", \"date\": \"2014-06-01\", \"actors\": [{\"role\": \"issuer\", \"name\": " \
  "\"FBI\"}, {\"role\": \"target\", \"name\": \"Firm\"}], \"links\": [{\"type\": \"attributes\", \"to\": \"i\"}]"
#define DENIAL \
  "}, {\"id\": \"d\", \"title\": \"D\", \"date\": \"2014-05-20\", \"actors\": [{\"role\": \"issuer\", \"name\": " \
  "\"CN\"}], \"links\": [{\"type\": \"denies\", \"to\": \"i\"}]"

static const BlameCase blame_cases[] = {
  { "before-the-phase", WITH_PHASE "}", "2014-05-18", ENT_CONFIDENCE_NONE, "!",
    ENT_AS_OF_ATTRIBUTION_LATER | ENT_AS_OF_DENIAL_LATER | ENT_AS_OF_DENIAL_UNDATED },
  { "from-the-phase", WITH_PHASE "}", "2014-05-19", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "US Firm !CN",
    ENT_AS_OF_DENIAL_UNDATED },
  { "named-before-the-phase", WITH_PHASE REPORT "}", "2014-04-01", ENT_CONFIDENCE_SUSPECTED, "Firm !",
    ENT_AS_OF_ATTRIBUTION_LATER | ENT_AS_OF_CONFIDENCE_UNDATED | ENT_AS_OF_DENIAL_LATER | ENT_AS_OF_DENIAL_UNDATED },
  { "by-an-event", WITHOUT_PHASE REPORT "}", "2014-04-01", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "US Firm !CN",
    ENT_AS_OF_DENIAL_UNDATED },
  { "before-the-event", WITHOUT_PHASE REPORT "}", "2014-03-31", ENT_CONFIDENCE_NONE, "!",
    ENT_AS_OF_ATTRIBUTION_LATER | ENT_AS_OF_DENIAL_LATER | ENT_AS_OF_DENIAL_UNDATED },
  { "each-in-its-own-time", WITHOUT_PHASE REPORT CHARGES "}", "2014-04-01", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "Firm !CN",
    ENT_AS_OF_ATTRIBUTION_LATER | ENT_AS_OF_DENIAL_UNDATED },
  { "by-who-is-part-of-it", WITHOUT_PHASE REPORT CHARGES "}", "2014-06-01", ENT_CONFIDENCE_OFFICIAL_ACCUSATION,
    "US Firm !CN", ENT_AS_OF_DENIAL_UNDATED },
  { "undated-before-all-is-over", WITHOUT_PHASE "}", "2014-03-30", ENT_CONFIDENCE_NOT_GIVEN, "!",
    ENT_AS_OF_ATTRIBUTION_LATER | ENT_AS_OF_ATTRIBUTION_UNDATED | ENT_AS_OF_DENIAL_LATER | ENT_AS_OF_DENIAL_UNDATED },
  { "undated-when-all-is-over", WITHOUT_PHASE "}", "2014-03-31", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "US Firm !CN",
    ENT_AS_OF_ATTRIBUTION_UNDATED | ENT_AS_OF_DENIAL_UNDATED },
  { "denied-later", WITH_PHASE DENIAL "}", "2014-05-19", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "US Firm !",
    ENT_AS_OF_DENIAL_LATER },
  { "denied", WITH_PHASE DENIAL "}", "2014-05-20", ENT_CONFIDENCE_OFFICIAL_ACCUSATION, "US Firm !CN", 0 },
};

static char *
list_blame (EntDataset *dataset,
            guint32     row)
{
  GString *text = g_string_new (NULL);
  gboolean denied = FALSE;
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    {
      EntSlice id = ent_dataset_get_actor_id (dataset, actors[i].actor);

      if (actors[i].relation == ENT_RELATION_ROLE)
        continue;
      if (actors[i].relation == ENT_RELATION_DENIER && !denied)
        g_string_append_c (text, '!');
      denied = denied || actors[i].relation == ENT_RELATION_DENIER;
      g_string_append_len (text, id.text, (gssize) id.length);
      if (actors[i].relation == ENT_RELATION_ACCUSER)
        g_string_append_c (text, ' ');
    }
  if (!denied)
    g_string_append_c (text, '!');
  return g_string_free (text, FALSE);
}

static void
test_blame (gconstpointer data)
{
  const BlameCase *test = &blame_cases[GPOINTER_TO_SIZE (data)];
  g_autoptr (EntDataset) dataset = read_events (test->events);
  g_autoptr (EntDataset) then = as_of (dataset, test->day);
  g_autofree char *blame = list_blame (then, 0);
  EntAsOfNotes notes = ent_dataset_get_as_of_notes (then, 0) & ~(ENT_AS_OF_MAY_BE_LATER | ENT_AS_OF_END_LATER);

  g_assert_cmpstr (blame, ==, test->accusers);
  g_assert_cmpint (ent_dataset_get_confidence (then, 0), ==, test->confidence);
  g_assert_cmpint (ent_dataset_is_denied (then, 0), ==, !g_str_has_suffix (test->accusers, "!"));
  g_assert_cmpint (notes, ==, test->notes);
}

/* Links go with their ends, both ways. */
static void
test_links (void)
{
  g_autoptr (EntDataset) dataset = read_events (WITHOUT_PHASE REPORT CHARGES "}");
  g_autoptr (EntDataset) then = as_of (dataset, "2014-05-01");
  g_autoptr (EntDataset) nothing = as_of (dataset, "1066");
  guint n_links;
  const EntLink *links = ent_dataset_get_links_to (then, find (then, "i"), &n_links);

  g_assert_cmpuint (ent_dataset_get_n_events (then), ==, 2);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (links[0].target, ==, find (then, "o"));
  links = ent_dataset_get_links (then, find (then, "o"), &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (links[0].target, ==, find (then, "i"));
  g_assert_cmpuint (ent_dataset_get_n_events (nothing), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (then)), ==, 2);
}

/* As of a day of a dataset as of a day is of the whole one, whichever way round. */
static void
test_again (void)
{
  g_autoptr (EntDataset) dataset = read_events (WITHOUT_PHASE REPORT CHARGES "}");
  g_autoptr (EntDataset) then = as_of (dataset, "2014-02-10");
  g_autoptr (EntDataset) later = as_of (then, "2014-07-01");
  g_autoptr (EntDataset) always = as_of (dataset, "2014/..");

  g_assert_cmpuint (ent_dataset_get_n_events (then), ==, 1);
  g_assert_cmpuint (ent_dataset_get_n_events (later), ==, 3);
  g_assert_true (ent_dataset_get_whole (later) == dataset);
  g_assert_true (ent_dataset_get_whole (dataset) == dataset);
  g_assert_nonnull (ent_dataset_get_as_of (later));
  g_assert_true (always == dataset);
  g_assert_null (ent_dataset_get_as_of (dataset));
}

/* The eve of the accord as a newspaper reader knew it. */
static void
test_eve_of_the_accord (void)
{
  static const char *const known[] = {
    "opm-2014-2015-background-files", "opm-disclosure-2015", "obama-business-roundtable-2015", "sanctions-package-reported-2015",
    "meng-jianzhu-washington-2015", "us-china-cyber-accord-talks-2015", "nyt-arms-deal-report-2015", "nsa-shotgiant-huawei",
    "stuxnet-natanz", "morris-worm-1988", "operation-ababil-2012",
  };
  static const char *const unknown[] = {
    "us-china-cyber-accord-2015", "xi-state-visit-2015", "opm-fingerprints-2015", "cloud-hopper", "marriott-starwood-breach",
    "dnc-intrusion-2016", "ukraine-power-grid-2015", "bangladesh-bank-heist-2016", "xinhua-opm-criminal-case-2015",
  };
  g_autoptr (EntDataset) dataset = read_bundled ();
  g_autoptr (EntDataset) eve = as_of (dataset, "2015-09-19");
  guint32 opm;
  guint32 talks;
  guint surely;
  guint perhaps;
  EntDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpuint (find (eve, known[i]), !=, ENT_ROW_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_cmpuint (find (dataset, unknown[i]), !=, ENT_ROW_NONE);
      g_assert_cmpuint (find (eve, unknown[i]), ==, ENT_ROW_NONE);
    }
  opm = find (eve, "opm-2014-2015-background-files");
  g_assert_cmpint (ent_dataset_get_confidence (eve, opm), ==, ENT_CONFIDENCE_OFFICIAL_ACCUSATION);
  g_assert_false (ent_dataset_is_denied (eve, opm)); /* Xinhua's word is of December */
  talks = find (eve, "us-china-cyber-accord-talks-2015");
  g_assert_true (ent_dataset_get_date (eve, talks, ENT_BASIS_OCCURRED, &date));
  g_assert_cmpint (date.latest_end.kind, ==, ENT_BOUND_OPEN);
  ent_dataset_get_begun (eve, &surely, &perhaps);
  g_assert_cmpuint (surely, ==, 5);
  g_assert_cmpuint (perhaps, ==, 0);
  ent_dataset_get_begun (dataset, &surely, &perhaps);
  g_assert_cmpuint (surely + perhaps, ==, 0);
}

/* A secret is known from when it is told, and not when it was. */
static void
test_disclosures (void)
{
  static const struct
  {
    const char *id;
    const char *before;
    const char *from;
  } cases[] = {
    { "stuxnet-natanz", "2010-06-30", "2010-07-01" },
    { "nsa-shotgiant-huawei", "2014-03-21", "2014-03-22" },
    { "opm-2014-2015-background-files", "2015-06-03", "2015-06-04" },
    { "cloud-hopper", "2017-03-31", "2017-04-01" },
    { "operation-ababil-2012", "2013-02-11", "2013-02-12" },
    { "georgia-cyber-attacks-2008", "2008-07-31", "2008-08-01" },
    { "viasat-kasat-2022", "2022-02-23", "2022-02-24" },
  };
  g_autoptr (EntDataset) dataset = read_bundled ();
  g_autoptr (EntDataset) mandiant = as_of (dataset, "2013-03-01");
  g_autofree char *blame = list_blame (mandiant, find (mandiant, "unit-61398-campaign"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (knows (dataset, cases[i].before, cases[i].id));
      g_assert_true (knows (dataset, cases[i].from, cases[i].id));
    }
  /* A company had named the unit; the government had not, and China had not answered. */
  g_assert_cmpstr (blame, ==, "Mandiant !");
  g_assert_cmpint (ent_dataset_get_confidence (mandiant, find (mandiant, "unit-61398-campaign")), ==,
                   ENT_CONFIDENCE_SUSPECTED);
}

static void
test_steps (void)
{
  g_autoptr (EntDataset) dataset = read_bundled ();
  g_autoptr (EntDataset) then = as_of (dataset, "2015-09-19");
  const gint64 end = *ent_dataset_get_as_of (then);
  gint64 time;
  gint64 first;
  g_autofree char *next = NULL;
  g_autofree char *last = NULL;

  g_assert_true (ent_dataset_find_disclosure (then, end, 1, &time));
  next = ent_time_format (time);
  g_assert_cmpstr (next, ==, "2015-12-23T00:00:00Z");
  g_assert_true (ent_dataset_find_disclosure (then, end, -1, &time));
  last = ent_time_format (time);
  g_assert_cmpstr (last, ==, "2015-06-04T00:00:00Z");
  g_assert_true (ent_dataset_find_disclosure (dataset, G_MININT64, 1, &first));
  g_assert_false (ent_dataset_find_disclosure (dataset, first, -1, &time));
  g_assert_false (ent_dataset_find_disclosure (dataset, G_MAXINT64, 1, &time));
}

/* Laws, over made-up events */

static gboolean
same_event (EntDataset *a,
            guint32     row_a,
            EntDataset *b,
            guint32     row_b)
{
  g_autofree char *blame_a = list_blame (a, row_a);
  g_autofree char *blame_b = list_blame (b, row_b);
  const EntDate *date_a = ent_dataset_peek_date (a, row_a, ENT_BASIS_OCCURRED);
  const EntDate *date_b = ent_dataset_peek_date (b, row_b, ENT_BASIS_OCCURRED);
  guint n_a;
  guint n_b;

  ent_dataset_get_links (a, row_a, &n_a);
  ent_dataset_get_links (b, row_b, &n_b);
  if (n_a != n_b || !g_str_equal (blame_a, blame_b) || (date_a == NULL) != (date_b == NULL) ||
      (date_a != NULL && !ent_date_equal (date_a, date_b)))
    return FALSE;
  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    if (ent_dataset_get_phase (a, row_a, phase, NULL, NULL) != ent_dataset_get_phase (b, row_b, phase, NULL, NULL))
      return FALSE;
  return ent_dataset_get_confidence (a, row_a) == ent_dataset_get_confidence (b, row_b) &&
         ent_dataset_is_denied (a, row_a) == ent_dataset_is_denied (b, row_b);
}

/* In the far future all is known, and nothing is left out. */
static void
test_far_future (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (5000, 7);
  g_autoptr (EntDataset) future = as_of (dataset, "Y30000");
  guint n_dated;
  guint n_future;
  const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  const guint32 *order_then = ent_dataset_get_order (future, ENT_BASIS_OCCURRED, &n_future);

  g_assert_cmpuint (ent_dataset_get_n_events (future), ==, 5000);
  g_assert_cmpuint (n_dated, ==, n_future);
  g_assert_cmpmem (order, 5000 * sizeof *order, order_then, 5000 * sizeof *order);
  for (guint32 row = 0; row < 5000; row++)
    g_assert_true (same_event (dataset, row, future, row));
}

/* What is known by a day is known by a later one, and so are phases, attribution, denials and links. */
static void
test_monotone (void)
{
  static const char *const days[] = { "1980", "1995-06", "2004-02-29", "2010", "2014-03-15", "2015-09-19", "2020", "2024-12-31" };
  g_autoptr (EntDataset) dataset = ent_generator_dataset (4000, 11);
  g_autoptr (EntDataset) before = as_of (dataset, "1900");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (EntDataset) then = as_of (dataset, days[i]);

      for (guint32 row = 0; row < ent_dataset_get_n_events (before); row++)
        {
          guint32 now = ent_dataset_find (then, ent_dataset_get_id (before, row));
          guint n_before;
          guint n_now;

          g_assert_cmpuint (now, !=, ENT_ROW_NONE);
          g_assert_cmpint (ent_dataset_get_confidence (before, row), <=, ent_dataset_get_confidence (then, now));
          g_assert_true (!ent_dataset_is_denied (before, row) || ent_dataset_is_denied (then, now));
          for (int phase = 0; phase < ENT_N_PHASES; phase++)
            g_assert_true (!ent_dataset_get_phase (before, row, phase, NULL, NULL) ||
                           ent_dataset_get_phase (then, now, phase, NULL, NULL));
          ent_dataset_get_actors (before, row, &n_before);
          ent_dataset_get_actors (then, now, &n_now);
          g_assert_cmpuint (n_before, <=, n_now);
          ent_dataset_get_links (before, row, &n_before);
          ent_dataset_get_links (then, now, &n_now);
          g_assert_cmpuint (n_before, <=, n_now);
          ent_dataset_get_links_to (before, row, &n_before);
          ent_dataset_get_links_to (then, now, &n_now);
          g_assert_cmpuint (n_before, <=, n_now);
        }
      g_set_object (&before, then);
    }
  g_assert_cmpuint (ent_dataset_get_n_events (before), >, 3000);
}

static guint
count (EntDataset *dataset,
       const char *text,
       EntBasis    basis)
{
  g_autoptr (EntQuery) query = ent_query_parse (text, NULL);
  EntFilterContext context = { .dataset = dataset, .basis = basis };
  g_autoptr (EntFilter) filter = ent_filter_new (query, &context, NULL, NULL, NULL);

  g_assert_nonnull (filter);
  return ent_row_set_count (ent_filter_get_rows (filter));
}

/* Orders are those of sorting, rows and lookups fit, and queries find what a plain look at each event finds. */
static void
test_consistent (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (3000, 3);
  g_autoptr (EntDataset) then = as_of (dataset, "2012-05");
  guint n_events = ent_dataset_get_n_events (then);
  guint n_suspected = 0;
  guint n_with_talks = 0;

  g_assert_cmpuint (n_events, >, 500);
  g_assert_cmpuint (n_events, <, 2900);
  for (int basis = 0; basis <= ENT_BASIS_REMEDIATION; basis++)
    {
      g_autofree gboolean *seen = g_new0 (gboolean, n_events);
      guint n_dated;
      const guint32 *order = ent_dataset_get_order (then, basis, &n_dated);

      for (guint i = 0; i < n_events; i++)
        {
          EntSpan last;
          EntSpan key;

          g_assert_cmpuint (order[i], <, n_events);
          g_assert_false (seen[order[i]]);
          seen[order[i]] = TRUE;
          g_assert_true ((ent_dataset_peek_date (then, order[i], basis) != NULL) == (i < n_dated));
          if (i == 0 || i == n_dated)
            continue;
          if (i > n_dated)
            {
              g_assert_cmpuint (order[i - 1], <, order[i]);
              continue;
            }
          ent_date_get_order_key (ent_dataset_peek_date (then, order[i - 1], basis), &last);
          ent_date_get_order_key (ent_dataset_peek_date (then, order[i], basis), &key);
          g_assert_cmpint (last.start, <=, key.start);
          g_assert_true (last.start < key.start || last.end < key.end ||
                         (last.end == key.end && order[i - 1] < order[i]));
        }
    }
  for (guint32 row = 0; row < n_events; row++)
    {
      EntSlice title = ent_dataset_get_event_text (then, row, ENT_TEXT_TITLE, NULL);

      g_assert_cmpuint (ent_dataset_find (then, ent_dataset_get_id (then, row)), ==, row);
      n_suspected += ent_dataset_get_confidence (then, row) == ENT_CONFIDENCE_SUSPECTED;
      n_with_talks += g_strstr_len (title.text, (gssize) title.length, "Talks on norms") != NULL;
    }
  g_assert_cmpuint (count (then, "attribution:suspected", ENT_BASIS_OCCURRED), ==, n_suspected);
  g_assert_cmpuint (count (then, "\"talks on norms\"", ENT_BASIS_OCCURRED), ==, n_with_talks);
  g_assert_cmpuint (count (then, "", ENT_BASIS_OCCURRED), ==, n_events);
  g_assert_cmpuint (count (then, "date:2013/..", ENT_BASIS_OCCURRED), <, n_events);
}

static gpointer
look_cb (gpointer data)
{
  g_autoptr (EntDataset) then = as_of (data, "2012-05");

  return GUINT_TO_POINTER (count (then, "talks", ENT_BASIS_DISCLOSURE));
}

/* Any thread may make one and ask it. */
static void
test_threads (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (2000, 5);
  GThread *threads[4];
  gpointer first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look", look_cb, dataset);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      gpointer found = g_thread_join (threads[i]);

      g_assert_true (i == 0 || found == first);
      first = found;
    }
}

/* With -m perf: the first day asks since when each event is known, the others do not. */
static void
test_speed (void)
{
  static const char *const days[] = { "2024", "2000", "2015-09-19", "2024" };
  g_autoptr (EntDataset) dataset = ent_generator_dataset (1000000, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (EntDataset) then = NULL;
      double elapsed;

      g_test_timer_start ();
      then = as_of (dataset, days[i]);
      elapsed = g_test_timer_elapsed () * 1000;
      g_test_minimized_result (elapsed, "as of %s: %.0f ms, %u events", days[i], elapsed,
                               ent_dataset_get_n_events (then));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/as-of/known/%s", known_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_known);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (blame_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/as-of/blame/%s", blame_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_blame);
    }
  g_test_add_func ("/as-of/undated", test_undated);
  g_test_add_func ("/as-of/ends", test_ends);
  g_test_add_func ("/as-of/links", test_links);
  g_test_add_func ("/as-of/again", test_again);
  g_test_add_func ("/as-of/bundled/eve-of-the-accord", test_eve_of_the_accord);
  g_test_add_func ("/as-of/bundled/disclosures", test_disclosures);
  g_test_add_func ("/as-of/bundled/steps", test_steps);
  g_test_add_func ("/as-of/laws/far-future", test_far_future);
  g_test_add_func ("/as-of/laws/monotone", test_monotone);
  g_test_add_func ("/as-of/laws/consistent", test_consistent);
  g_test_add_func ("/as-of/laws/threads", test_threads);
  if (g_test_perf ())
    g_test_add_func ("/as-of/speed", test_speed);
  return g_test_run ();
}
