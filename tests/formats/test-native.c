/* test-native.c: the native format, read and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-json-reader.h"
#include "ent-native.h"

#include <string.h>

#define HEAD "{\"format\":\"entente\",\"version\":1,\"language\":\"en\",\n"

static EntDataset *
read_text (const char      *text,
           EntDiagnostics **diagnostics,
           GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  *diagnostics = ent_diagnostics_new (bytes);
  return ent_native_read (bytes, *diagnostics, NULL, NULL, error);
}

/* All that was reported, a line each, as `LINE:COLUMN: E|W message`. */
static char *
report (EntDiagnostics *diagnostics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %c %s\n", diagnostic.line,
                              diagnostic.column, diagnostic.level == ENT_DIAGNOSTIC_ERROR ? 'E' : 'W',
                              diagnostic.message);
    }
  return g_string_free (text, FALSE);
}

#define assert_slice(slice, expected) \
  G_STMT_START \
    { \
      EntSlice slice_ = (slice); \
      const char *expected_ = (expected); \
      g_assert_nonnull (slice_.text); \
      g_assert_cmpmem (slice_.text, slice_.length, expected_, strlen (expected_)); \
    } \
  G_STMT_END

/* What is wrong with one event, from its first character on line 2. */
typedef struct
{
  const char *name;
  const char *event;
  const char *report; /* with * for what the reader of dates says */
  guint n_events;
  guint incomplete;
  guint left_out;
} Case;

static const Case cases[] = {
  { "least", "{\"title\":\"T\"}", "", 1, 0, 0 },
  { "no-title", "{\"id\":\"a\"}", "2:11: E an event without a title; left out\n", 0, 0, 1 },
  { "title-null", "{\"title\":null}",
    "2:11: E an event without a title; left out\n2:20: W title: null; taken as not given\n", 0, 0, 1 },
  { "title-number", "{\"title\":7}",
    "2:11: E an event without a title; left out\n"
    "2:20: E title: expected a string, or an object with a string for each language, found 7\n", 0, 0, 1 },
  { "title-empty", "{\"title\":\" \"}", "2:20: E title: empty\n", 1, 1, 0 },
  { "title-without-languages", "{\"title\":{}}", "2:11: E an event without a title; left out\n", 0, 0, 1 },
  { "title-half-wrong", "{\"title\":{\"en\":1,\"zh\":\"题\"}}", "2:26: E title: expected a string, found 1\n", 1, 1, 0 },
  { "text", "\"T\"", "2:11: E events: expected an object, found \"T\"\n", 0, 0, 1 },
  { "null", "null", "2:11: E events: expected an object, found null\n", 0, 0, 1 },
  { "list", "[{\"title\":\"T\"}]", "2:11: E events: expected an object, found [{\"title\":\"T\"}]\n", 0, 0, 1 },
  { "date-impossible", "{\"title\":\"中\",\"date\":\"2015-02-30\"}",
    "2:31: E date: character *\n", 1, 1, 0 },
  { "date-number", "{\"title\":\"T\",\"date\":2015}", "2:31: E date: expected a string, found 2015\n", 1, 1, 0 },
  { "date-empty", "{\"title\":\"T\",\"date\":\"\"}", "2:31: E date: empty\n", 1, 1, 0 },
  { "date-null", "{\"title\":\"T\",\"date\":null}", "2:31: W date: null; taken as not given\n", 1, 0, 0 },
  { "date-far", "{\"title\":\"T\",\"date\":\"Y17E700\"}", "", 1, 0, 0 },
  { "date-and-start", "{\"title\":\"T\",\"date\":\"2015\",\"start\":\"2014\"}",
    "2:46: E start: there is a date as well; the date counts\n", 1, 1, 0 },
  { "end-alone", "{\"title\":\"T\",\"end\":\"2015\"}", "2:30: E end: an end needs a start\n", 1, 1, 0 },
  { "end-before-start", "{\"title\":\"T\",\"start\":\"2015\",\"end\":\"2014\"}", "2:45: E end: before the start\n", 1, 1, 0 },
  { "start-interval", "{\"title\":\"T\",\"start\":\"2015/2016\",\"end\":\"2017\"}",
    "2:32: E start: must be one date, no interval and no set\n", 1, 1, 0 },
  { "start-times", "{\"title\":\"T\",\"start\":\"2015-01-01T10:00:00Z\",\"end\":\"2015-01-01T11:30:00Z\"}", "", 1, 0, 0 },
  { "severity-high", "{\"title\":\"T\",\"severity\":9}", "2:35: E severity: expected an integer from 1 to 5, found 9\n", 1, 1, 0 },
  { "severity-between", "{\"title\":\"T\",\"severity\":2.5}",
    "2:35: E severity: expected an integer from 1 to 5, found 2.5\n", 1, 1, 0 },
  { "severity-text", "{\"title\":\"T\",\"severity\":\"5\"}", "2:35: E severity: expected a number, found \"5\"\n", 1, 1, 0 },
  { "severity-huge", "{\"title\":\"T\",\"severity\":1e400}",
    "2:35: E severity: expected an integer from 1 to 5, found 1e400\n", 1, 1, 0 },
  { "severity-with-point", "{\"title\":\"T\",\"severity\":4.0}", "", 1, 0, 0 },
  { "status-unknown", "{\"title\":\"T\",\"status\":\"over\"}",
    "2:33: E status: expected one of done, ongoing, planned, announced, threatened, cancelled, found \"over\"\n", 1, 1, 0 },
  { "kind-any", "{\"title\":\"T\",\"kind\":\"rumour\"}", "", 1, 0, 0 },
  { "kind-wrong", "{\"title\":\"T\",\"kind\":[]}", "2:31: E kind: expected a string, found []\n", 1, 1, 0 },
  { "id-number", "{\"title\":\"T\",\"id\":5}", "2:29: E id: expected a string, found 5\n", 1, 1, 0 },
  { "id-nul", "{\"title\":\"T\",\"id\":\"\\u0000\"}",
    "2:29: E id: expected an id without control characters, found \"\\u0000\"\n", 1, 1, 0 },
  { "phases", "{\"title\":\"T\",\"phases\":{\"intrusion\":\"20XX-13\",\"recovery\":\"2015\"}}",
    "2:46: E phases.intrusion: character *\n"
    "2:56: E phases: expected one of intrusion, detection, disclosure, attribution, remediation, found \"recovery\"\n",
    1, 1, 0 },
  { "actors", "{\"title\":\"T\",\"actors\":[\"CN\",{\"role\":\"target\"},{\"name\":\"US\",\"role\":\"bystander\"}]}",
    "2:34: E actors: expected an object, found \"CN\"\n2:39: E actors: without a name\n", 1, 1, 0 },
  { "actors-object", "{\"title\":\"T\",\"actors\":{}}", "2:33: E actors: expected a list, found {}\n", 1, 1, 0 },
  { "attribution", "{\"title\":\"T\",\"attribution\":{\"confidence\":\"high\",\"denied_by\":[\"CN\",1]}}",
    "2:52: E attribution.confidence: expected one of none, suspected, private-assessment, official-accusation, "
    "confirmed, found \"high\"\n2:77: E attribution.denied_by: expected a string, found 1\n", 1, 1, 0 },
  { "links", "{\"title\":\"T\",\"links\":[{\"type\":\"follows\",\"to\":\"nowhere\"},{\"type\":\"likes\",\"to\":\"x\"},{\"to\":\"x\"}]}",
    "2:56: W link to “nowhere”: there is no such event\n"
    "2:75: E links.type: expected one of responds-to, attributes, denies, implements, part-of, compares-to, follows, "
    "found \"likes\"\n2:93: E links: a link needs “type” and “to”\n", 1, 1, 0 },
  { "link-to-itself", "{\"title\":\"T\",\"id\":\"a\",\"links\":[{\"type\":\"follows\",\"to\":\"a\"}]}",
    "2:65: W link to the event itself; left out\n", 1, 0, 0 },
  { "links-in-a-circle",
    "{\"title\":\"T\",\"id\":\"a\",\"links\":[{\"type\":\"follows\",\"to\":\"b\"}]},"
    "{\"title\":\"T\",\"id\":\"b\",\"links\":[{\"type\":\"follows\",\"to\":\"a\"}]}",
    "2:126: W this link closes a circle: the event comes to answer itself\n", 2, 0, 0 },
  { "duplicate-name", "{\"title\":\"T\",\"severity\":1,\"severity\":2}",
    "2:37: W “severity” is used before in this object; the first one counts\n", 1, 0, 0 },
  { "duplicate-escaped-name", "{\"title\":\"T\",\"t\\u0069tle\":7}",
    "2:24: W “title” is used before in this object; the first one counts\n", 1, 0, 0 },
  { "duplicate-further-name", "{\"title\":\"T\",\"x\":1,\"\\u0078\":2}",
    "2:30: W “x” is used before in this object; the first one counts\n", 1, 0, 0 },
  { "duplicate-language", "{\"title\":{\"en\":\"T\",\"en\":\"U\"}}",
    "2:30: W “en” is used before in this object; the first one counts\n", 1, 0, 0 },
  { "duplicate-id", "{\"title\":\"T\",\"id\":\"a\"},{\"title\":\"U\",\"id\":\"a\"}",
    "2:52: W id “a” is used before; this event is named “a~2”\n", 2, 0, 0 },
  { "url-that-runs", "{\"title\":\"T\",\"sources\":[{\"url\":\"javascript:alert(1)\"}]}",
    "2:42: W sources.url: neither a web nor a mail address; it is shown but never opened\n", 1, 0, 0 },
  { "source-that-says-nothing", "{\"title\":\"T\",\"sources\":[{\"date\":\"2015\"}]}",
    "2:35: E sources: a source needs a publisher, a title or an address\n", 1, 1, 0 },
  { "further-fields", "{\"title\":\"T\",\"x\":[1,{\"y\":null}],\"z\":1.50e+3}", "", 1, 0, 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *text = g_strdup_printf (HEAD "\"events\":[%s]}", row->event);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  dataset = read_text (text, &diagnostics, &error);
  g_assert_no_error (error);
  found = report (diagnostics);
  if (!g_pattern_match_simple (row->report, found))
    g_error ("reported “%s” for “%s”", found, row->report);
  g_assert_cmpuint (ent_dataset_get_n_events (dataset), ==, row->n_events);
  g_assert_cmpuint (ent_diagnostics_get_incomplete (diagnostics), ==, row->incomplete);
  g_assert_cmpuint (ent_diagnostics_get_left_out (diagnostics), ==, row->left_out);
}

static const struct
{
  const char *name;
  const char *text;
  const char *report;
  gboolean is_json_error;
  int code;
} refused[] = {
  { "empty", "", "1:1: E JSON syntax: the text is empty\n", TRUE, ENT_JSON_ERROR_EMPTY },
  { "cut-off", "{\"format\":\"entente\",\n\"version\":1,\"events\":[{\"title\":\"T\"}", "2:36: E JSON syntax: the text ends too early\n",
    TRUE, ENT_JSON_ERROR_END },
  { "broken-in-event", HEAD "\"events\":[{\"title\":\"T\"},{\"title\" \"U\"}]}",
    "2:34: E JSON syntax: expected a colon after the name\n", TRUE, ENT_JSON_ERROR_COLON },
  { "broken-behind-postponed", "{\"events\":[{\"title\":\"T\"}],\n\"format\":\"entente\",\"version\":1}}",
    "2:32: E JSON syntax: something stands after the end of the document\n", TRUE, ENT_JSON_ERROR_TRAILING },
  { "list", "[]", "1:1: E not an Entente timeline: expected an object\n", FALSE, ENT_FORMAT_ERROR_OTHER },
  { "broken-list", "[1,]", "1:3: E JSON syntax: a comma before a closing bracket\n", TRUE, ENT_JSON_ERROR_TRAILING_COMMA },
  { "other-json", "{\"a\":1}", "1:1: E not an Entente timeline: there is no “format”\n", FALSE, ENT_FORMAT_ERROR_OTHER },
  { "other-format", "{\"format\":\"timeline\"}", "1:11: E not an Entente timeline: “format” is not “entente”\n", FALSE,
    ENT_FORMAT_ERROR_OTHER },
  { "format-number", "{\"format\":1}", "1:11: E not an Entente timeline: “format” is not “entente”\n", FALSE,
    ENT_FORMAT_ERROR_OTHER },
  { "no-version", "{\"format\":\"entente\"}", "1:1: E there is no “version”; this program reads version 1\n", FALSE,
    ENT_FORMAT_ERROR_VERSION },
  { "version-2", "{\"format\":\"entente\",\"version\":2,\"events\":[5]}", "1:31: E “version” is 2; this program reads version 1\n",
    FALSE, ENT_FORMAT_ERROR_VERSION },
  { "version-text", "{\"format\":\"entente\",\"version\":\"1\"}", "1:31: E “version” is \"1\"; this program reads version 1\n",
    FALSE, ENT_FORMAT_ERROR_VERSION },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (EntDiagnostics) diagnostics = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", refused[i].name);
      g_assert_null (read_text (refused[i].text, &diagnostics, &error));
      g_assert_error (error, (refused[i].is_json_error ? ENT_JSON_ERROR : ENT_FORMAT_ERROR), refused[i].code);
      found = report (diagnostics);
      g_assert_cmpstr (found, ==, refused[i].report);
      g_assert_nonnull (strstr (found, error->message));
    }
}

static const char whole[] =
  HEAD
  "\"edition\":\"3\",\"title\":{\"en\":\"E\",\"zh-CN\":\"题\"},\"description\":\"D\",\"license\":\"L\",\"created\":\"2026-11\",\n"
  "\"view\":{\"span\":\"2013/2016\",\"x\":[]},\n"
  "\"actors\":{\"CN\":{\"name\":{\"en\":\"China\",\"zh-CN\":\"中国\"},\"type\":\"state\"},\"Unit\":{\"name\":\"U\",\"part_of\":\"CN\"}},\n"
  "\"coverage\":[{\"source\":\"S\",\"span\":\"2000/..\"}],\n"
  "\"events\":[{\"id\":\"e\",\"kind\":\"incident\",\"date\":\"2014-05~/..\",\"title\":{\"zh-CN\":\"题\",\"en\":\"Ti\\ttle\"},"
  "\"summary\":\"S\",\"status\":\"ongoing\",\"phases\":{\"intrusion\":\"2014\",\"detection\":\"2015-04-15\"},"
  "\"actors\":[{\"role\":\"initi\\u0061tor\",\"name\":\"Un\\u0069t\"},{\"name\":\"US\"}],"
  "\"attribution\":{\"confidence\":\"suspected\",\"by\":[{\"name\":\"US\",\"basis\":\"press-report\"}],\"denied_by\":[\"CN\"]},"
  "\"category\":\"espionage\",\"severity\":5,\"place\":\"Here\",\"sector\":[\"government\"],"
  "\"critical_infrastructure\":\"contested\",\"tags\":[\"a\",\"b\"],\"quote\":{\"speaker\":\"P\",\"text\":{\"en\":\"Words\"}},"
  "\"verification\":{\"status\":\"verified\",\"note\":\"N\"},\"links\":[{\"type\":\"follows\",\"to\":\"f\",\"note\":\"N\"}],"
  "\"sources\":[{\"publisher\":\"P\\n\",\"title\":\"T\\n\",\"date\":\"2015\",\"url\":\"https://example.org/\",\"basis\":\"on-record\"}],"
  "\"further\":{\"fields\":[1, 2.50,null]}},\n"
  "{\"id\":\"f\",\"title\":\"Plain\",\"start\":\"2015-01-01T08:00:00Z\",\"end\":\"2015-01-01T09:30:00Z\"}],\n"
  "\"stories\":[ {\"id\":\"s\"} ],\"own\":{\"a\": 1.0}}";

static void
test_whole (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  const EntActorRef *actors;
  const EntCoverage *coverage;
  const EntLink *links;
  EntSource source;
  EntField field;
  EntSlice text;
  EntDate date;
  guint n;

  dataset = read_text (whole, &diagnostics, &error);
  g_assert_no_error (error);
  found = report (diagnostics);
  g_assert_cmpstr (found, ==, "");

  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, NULL), "E");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, "zh-CN"), "题");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_EDITION, NULL), "3");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_DESCRIPTION, NULL), "D");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_LICENSE, NULL), "L");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_CREATED, NULL), "2026-11");
  assert_slice (ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL), "en");
  assert_slice (ent_dataset_get_view_json (dataset), "{\"span\":\"2013/2016\",\"x\":[]}");
  assert_slice (ent_dataset_get_stories (dataset), "[ {\"id\":\"s\"} ]");
  g_assert_cmpstr (ent_view_get_span_text (ent_dataset_get_view (dataset)), ==, "2013/2016");
  coverage = ent_dataset_get_coverage (dataset, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_slice (coverage[0].source, "S");
  assert_slice (coverage[0].span_text, "2000/..");

  g_assert_cmpuint (ent_dataset_get_n_events (dataset), ==, 2);
  assert_slice (ent_dataset_get_id (dataset, 0), "e");
  g_assert_cmpstr (ent_dataset_get_kind_word (dataset, 0), ==, "incident");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_TITLE, NULL), "Ti\ttle");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_TITLE, "en"), "Ti\ttle");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_TITLE, "zh-CN"), "题");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_SUMMARY, NULL), "S");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_QUOTE, NULL), "Words");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_QUOTE_SPEAKER, NULL), "P");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_VERIFICATION_NOTE, NULL), "N");
  assert_slice (ent_dataset_get_event_text (dataset, 0, ENT_TEXT_DATE, NULL), "2014-05~/..");
  g_assert_true (ent_dataset_get_date (dataset, 0, ENT_BASIS_OCCURRED, &date));
  g_assert_cmpint (date.latest_end.kind, ==, ENT_BOUND_OPEN);
  g_assert_cmpuint (ent_dataset_get_severity (dataset, 0), ==, 5);
  g_assert_cmpint (ent_dataset_get_status (dataset, 0), ==, ENT_STATUS_ONGOING);
  g_assert_cmpint (ent_dataset_get_confidence (dataset, 0), ==, ENT_CONFIDENCE_SUSPECTED);
  g_assert_cmpint (ent_dataset_get_verification (dataset, 0), ==, ENT_VERIFICATION_VERIFIED);
  g_assert_true (ent_dataset_is_denied (dataset, 0));
  g_assert_true (ent_dataset_get_phase (dataset, 0, ENT_PHASE_DETECTION, &date, &text));
  assert_slice (text, "2015-04-15");
  g_assert_false (ent_dataset_get_phase (dataset, 0, ENT_PHASE_DISCLOSURE, &date, &text));

  actors = ent_dataset_get_actors (dataset, 0, &n);
  g_assert_cmpuint (n, ==, 4);
  assert_slice (ent_dataset_get_actor_id (dataset, actors[0].actor), "Unit");
  g_assert_cmpstr (ent_dataset_get_word (dataset, actors[0].word), ==, "initiator");
  g_assert_cmpuint (actors[1].word, ==, G_MAXUINT32);
  g_assert_cmpint (actors[2].relation, ==, ENT_RELATION_ACCUSER);
  g_assert_cmpint (actors[3].relation, ==, ENT_RELATION_DENIER);
  assert_slice (ent_dataset_get_actor_id (dataset, ent_dataset_get_actor_parent (dataset, actors[0].actor)), "CN");
  assert_slice (ent_dataset_get_actor_name (dataset, actors[3].actor, "zh-CN"), "中国");
  assert_slice (ent_dataset_get_actor_type (dataset, actors[3].actor), "state");

  links = ent_dataset_get_links (dataset, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (links[0].target, ==, 1);
  g_assert_cmpint (links[0].type, ==, ENT_LINK_FOLLOWS);

  g_assert_cmpuint (ent_dataset_get_n_sources (dataset, 0), ==, 1);
  ent_dataset_get_event_source (dataset, 0, 0, &source);
  assert_slice (source.publisher, "P\n");
  assert_slice (source.title, "T\n");
  assert_slice (source.date, "2015");
  assert_slice (source.url, "https://example.org/");
  assert_slice (source.basis, "on-record");

  g_assert_cmpuint (ent_dataset_get_n_fields (dataset, 0), ==, 1);
  ent_dataset_get_field (dataset, 0, 0, &field);
  assert_slice (field.name, "further");
  assert_slice (field.value, "{\"fields\":[1, 2.50,null]}");

  g_assert_true (ent_dataset_get_date (dataset, 1, ENT_BASIS_OCCURRED, &date));
  g_assert_cmpint (date.form, ==, ENT_DATE_INTERVAL);
  g_assert_cmpint (date.latest_end.time - date.earliest_start.time, ==, 5401);
  g_assert_cmpstr (ent_dataset_get_kind_word (dataset, 1), ==, "event");
}

/* Start and end as an interval: each pair is the extent of one, cut by the other. */
static void
test_start_and_end (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *date;
  } rows[] = {
    { "2015-03-01", "2015-04-30", "2015-03-01/2015-04-30" },
    { "2015", "2015-06", "2015/2015-06" },
    { "2015-06", "2015", "2015-06/2015" },
    { "2015-03~", "2016?", "2015-03~/2016?" },
    { "201X", "2015-05-05", "201X/2015-05-05" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "\"events\":[{\"title\":\"T\",\"start\":\"%s\",\"end\":\"%s\"}]}",
                                               rows[i].start, rows[i].end);
      g_autoptr (EntDiagnostics) diagnostics = NULL;
      g_autoptr (EntDataset) dataset = NULL;
      EntDate expected;
      EntDate date;

      g_test_message ("%s and %s", rows[i].start, rows[i].end);
      dataset = read_text (text, &diagnostics, NULL);
      g_assert_true (ent_dataset_get_date (dataset, 0, ENT_BASIS_OCCURRED, &date));
      g_assert_true (ent_date_parse (rows[i].date, -1, &expected, NULL));
      g_assert_cmpint (date.earliest_start.time, ==, expected.earliest_start.time);
      g_assert_cmpint (date.latest_start.time, ==, expected.latest_start.time);
      g_assert_cmpint (date.earliest_end.time, ==, expected.earliest_end.time);
      g_assert_cmpint (date.latest_end.time, ==, expected.latest_end.time);
      g_assert_cmpint (date.earliest_start.qualifiers, ==, expected.earliest_start.qualifiers);
      g_assert_cmpint (date.latest_end.qualifiers, ==, expected.latest_end.qualifiers);
    }
}

/* SHA-256 of incident U+001F 2015-06-04 U+001F Title, and of event U+001F U+001F Title. */
static void
test_made_ids (void)
{
  const char *text =
    "{\"events\":[{\"kind\":\"incident\",\"date\":\"2015-06-04\",\"title\":{\"zh\":\"题\",\"en\":\"Title\"}},"
    "{\"title\":\"Title\"},{\"title\":\"Title\"},{\"title\":\"Title\"}],"
    "\"language\":\"en\",\"version\":1,\"format\":\"entente\"}";
  g_autofree char *first = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "incident\x1f" "2015-06-04\x1fTitle", -1);
  g_autofree char *second = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "event\x1f\x1fTitle", -1);
  g_autofree char *first_id = g_strdup_printf ("e-%.12s", first);
  g_autofree char *second_id = g_strdup_printf ("e-%.12s", second);
  g_autofree char *third_id = g_strdup_printf ("e-%.12s-2", second);
  g_autofree char *fourth_id = g_strdup_printf ("e-%.12s-3", second);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;

  dataset = read_text (text, &diagnostics, NULL);
  assert_slice (ent_dataset_get_id (dataset, 0), first_id);
  assert_slice (ent_dataset_get_id (dataset, 1), second_id);
  assert_slice (ent_dataset_get_id (dataset, 2), third_id);
  assert_slice (ent_dataset_get_id (dataset, 3), fourth_id);
  g_assert_false (ent_dataset_id_was_given (dataset, 0));
}

static char *
write_dataset (EntDataset    *dataset,
               const guint32 *rows,
               guint          n_rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ent_native_write (dataset, rows, n_rows, stream, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_write (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *expected;
  } rows[] = {
    { "word-for-word",
      "\xef\xbb\xbf{ \"format\":\"entente\",\"version\":1e0, \"\\u0078\" : [1.50,\n\t-0],\n\"events\":[\n"
      "  {\"title\" :\"T\", \"severity\":9,\"x\":{\"y\":1E400} },{\"title\":\"\\u0055\"}], \"z\":0.10}",
      "{\n  \"format\": \"entente\",\n  \"version\": 1e0,\n  \"\\u0078\": [1.50,\n\t-0],\n  \"events\": [\n"
      "    {\"title\" :\"T\", \"severity\":9,\"x\":{\"y\":1E400} },\n    {\"title\":\"\\u0055\"}\n  ],\n  \"z\": 0.10\n}\n" },
    { "numbered-ids",
      HEAD "\"events\":[{\"title\":\"T\",\"id\":\"a\"},{\"title\":\"U\",\"id\" : \"a\",\"x\":1},{\"id\":3,\"title\":\"V\"},"
      "{\"id\":4,\"title\":\"V\"},{ \"title\":\"V\"},{\"title\":\"V\"}]}",
      "{\n  \"format\": \"entente\",\n  \"version\": 1,\n  \"language\": \"en\",\n  \"events\": [\n"
      "    {\"title\":\"T\",\"id\":\"a\"},\n"
      "    {\"title\":\"U\",\"id\" : \"a~2\",\"x\":1},\n"
      "    {\"id\":3,\"title\":\"V\"},\n"
      "    {\"id\":\"e-3bbb68b8dc51-2\",\"title\":\"V\"},\n"
      "    { \"id\": \"e-3bbb68b8dc51-3\", \"title\":\"V\"},\n"
      "    {\"id\": \"e-3bbb68b8dc51-4\", \"title\":\"V\"}\n"
      "  ]\n}\n" },
    { "left-out", HEAD "\"events\":[{\"title\":\"T\"},5,{}],\"events\":[{\"title\":\"U\"}],\"x\":1,\"x\":2}",
      "{\n  \"format\": \"entente\",\n  \"version\": 1,\n  \"language\": \"en\",\n  \"events\": [\n    {\"title\":\"T\"}\n  ],\n"
      "  \"x\": 1,\n  \"x\": 2\n}\n" },
    { "no-events", HEAD "\"events\":{}}",
      "{\n  \"format\": \"entente\",\n  \"version\": 1,\n  \"language\": \"en\",\n  \"events\": {}\n}\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntDiagnostics) diagnostics = NULL;
      g_autoptr (EntDiagnostics) more_diagnostics = NULL;
      g_autoptr (EntDataset) dataset = NULL;
      g_autoptr (EntDataset) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      g_test_message ("%s", rows[i].name);
      dataset = read_text (rows[i].text, &diagnostics, NULL);
      written = write_dataset (dataset, NULL, 0);
      g_assert_cmpstr (written, ==, rows[i].expected);

      again = read_text (written, &more_diagnostics, NULL);
      rewritten = write_dataset (again, NULL, 0);
      g_assert_cmpstr (rewritten, ==, written);
      g_assert_cmpuint (ent_dataset_get_n_events (again), ==, ent_dataset_get_n_events (dataset));
      for (guint32 row = 0; row < ent_dataset_get_n_events (again); row++)
        g_assert_true (ent_slice_equal (ent_dataset_get_id (again, row), ent_dataset_get_id (dataset, row)));
    }
}

static void
test_write_rows (void)
{
  const guint32 chosen[] = { 2, 0 };
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *written = NULL;

  dataset = read_text (HEAD "\"events\":[{\"title\":\"A\"},{\"title\":\"B\"},{\"title\":\"C\"}]}", &diagnostics, NULL);
  written = write_dataset (dataset, chosen, G_N_ELEMENTS (chosen));
  g_assert_nonnull (strstr (written, "\"events\": [\n    {\"title\":\"C\"},\n    {\"title\":\"A\"}\n  ]\n"));
}

/* An event longer than a dataset's text may be is still written whole. */
static void
test_huge_event (void)
{
  g_autofree char *long_text = g_strnfill (17 * 1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf (HEAD "\"events\":[{\"title\":\"T\",\"x\":[\"%s\"],\"summary\":\"%s\"}]}", long_text, long_text);
  g_autofree char *event = g_strdup_printf ("{\"title\":\"T\",\"x\":[\"%s\"],\"summary\":\"%s\"}", long_text, long_text);
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autofree char *written = NULL;
  g_autofree char *found = NULL;

  dataset = read_text (text, &diagnostics, NULL);
  found = report (diagnostics);
  g_assert_cmpstr (found, ==,
                   "2:28: W a field longer than 16 MiB is kept but not shown\n"
                   "2:17825835: W summary: longer than 16 MiB; only the beginning is used\n");
  written = write_dataset (dataset, NULL, 0);
  g_assert_nonnull (strstr (written, event));
}

/* Very many names in one object take no longer for each than few. */
static void
test_many_names (void)
{
  GString *text = g_string_new (HEAD "\"events\":[{\"title\":\"T\"");
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  const guint count = 200000;

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, ",\"f%u\":%u", i, i);
  g_string_append (text, ",\"f77777\":0}]}");
  dataset = read_text (text->str, &diagnostics, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_dataset_get_n_fields (dataset, 0), ==, count);
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, 1);
  g_string_free (text, TRUE);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (whole, sizeof whole - 1);
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  gint progress = 0;

  dataset = ent_native_read (bytes, diagnostics, cancellable, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, 1000);
  g_cancellable_cancel (cancellable);
  g_assert_null (ent_native_read (bytes, diagnostics, cancellable, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formats (void)
{
  const char *native = "\xef\xbb\xbf \n{\"version\":1,\"format\":\"entente\"}";

  g_assert_true (ent_format_find ("entente") == &ent_native_format);
  g_assert_null (ent_format_find ("none"));
  g_assert_true (ent_format_for_name ("a/b.Entente.JSON") == &ent_native_format);
  g_assert_true (ent_format_for_name ("b.json") == &ent_native_format);
  g_assert_null (ent_format_for_name (".json"));
  g_assert_null (ent_format_for_name ("json"));
  g_assert_true (ent_format_for_data ("x.csv", native, strlen (native)) == &ent_native_format);
  g_assert_true (ent_format_for_data (NULL, "", 0) == &ent_native_format);
  g_assert_cmpuint (ent_native_format.sniff (native, strlen (native)), ==, 100);
  g_assert_cmpuint (ent_native_format.sniff ("{}", 2), >, 0);
  g_assert_cmpuint (ent_native_format.sniff ("a,b\n", 4), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/native/event/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/native/refused", test_refused);
  g_test_add_func ("/native/whole", test_whole);
  g_test_add_func ("/native/start-and-end", test_start_and_end);
  g_test_add_func ("/native/made-ids", test_made_ids);
  g_test_add_func ("/native/write", test_write);
  g_test_add_func ("/native/write-rows", test_write_rows);
  g_test_add_func ("/native/huge-event", test_huge_event);
  g_test_add_func ("/native/many-names", test_many_names);
  g_test_add_func ("/native/cancelled", test_cancelled);
  g_test_add_func ("/native/formats", test_formats);

  return g_test_run ();
}
