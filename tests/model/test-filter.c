/* test-filter.c: which events queries find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-diagnostics.h"
#include "ent-filter.h"
#include "ent-format.h"
#include "ent-generator.h"
#include "ent-query-conjuncts.h"

#include <string.h>

/* Events are called by one letter. */
static const char file[] =
  "{\"format\": \"entente\", \"version\": 1,"
  " \"actors\": {\"CN\": {\"name\": {\"en\": \"China\", \"zh\": \"中国\"}}, \"PLA\": {\"name\": \"Army\", \"part_of\": \"CN\"},"
  "              \"61398\": {\"name\": \"Unit 61398\", \"part_of\": \"PLA\"}, \"US\": {\"name\": \"United States\"}},"
  " \"events\": ["
  "  {\"id\": \"a\", \"title\": \"Theft of plans\", \"kind\": \"incident\", \"date\": \"2014-05/2015-04\", \"severity\": 5,"
  "   \"phases\": {\"intrusion\": \"2014-05\", \"detection\": \"2015-04-15\"}, \"category\": \"espionage\","
  "   \"actors\": [{\"role\": \"initiator\", \"name\": \"61398\"}, {\"role\": \"target\", \"name\": \"US\"}],"
  "   \"attribution\": {\"confidence\": \"official-accusation\", \"by\": [{\"name\": \"US\"}], \"denied_by\": [\"CN\"]},"
  "   \"tags\": [\"x\", \"y\"], \"score\": 10, \"aliases\": [\"Deep Panda\", 7, [\"inner\"]],"
  "   \"sources\": [{\"publisher\": \"The Post\", \"url\": \"https://a.example/1\"}]},"
  "  {\"id\": \"b\", \"title\": {\"en\": \"Talks in São Paulo\", \"zh\": \"圣保罗会谈\"}, \"kind\": \"meeting\", \"date\": \"2015-09\","
  "   \"severity\": 3, \"actors\": [{\"role\": \"host\", \"name\": \"US\"}, {\"role\": \"participant\", \"name\": \"CN\"}],"
  "   \"place\": \"São Paulo\", \"tags\": [\"x\"], \"score\": 9, \"links\": [{\"type\": \"responds-to\", \"to\": \"a\"}]},"
  "  {\"id\": \"c\", \"title\": \"Denial\", \"kind\": \"statement\", \"date\": \"2015-09-25\", \"severity\": 1, \"status\": \"done\","
  "   \"quote\": {\"speaker\": \"A spokesman\", \"text\": \"We oppose all theft\"}, \"tags\": [\"y\"], \"score\": \"n/a\","
  "   \"actors\": [{\"role\": \"issuer\", \"name\": \"CN\"}], \"links\": [{\"type\": \"denies\", \"to\": \"b\"}]},"
  "  {\"id\": \"d\", \"title\": \"OR\", \"kind\": \"statement\", \"date\": \"someday\", \"summary\": \"a:b  c\","
  "   \"links\": [{\"type\": \"follows\", \"to\": \"a\"}]},"
  "  {\"id\": \"e\", \"title\": \"Theft of plants\", \"kind\": \"incident\", \"date\": \"2016-XX-XX\","
  "   \"attribution\": {\"confidence\": \"suspected\"}, \"actors\": [{\"role\": \"initiator\", \"name\": \"CN\"}]}"
  " ]}";

static EntDataset *
read_file (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static EntRowSet *
find (EntDataset *dataset,
      const char *text,
      EntBasis    basis,
      GError    **error)
{
  g_autoptr (EntQuery) query = ent_query_parse (text, error);
  g_autoptr (EntRowSet) marked = ent_row_set_new (ent_dataset_get_n_events (dataset));
  EntFilterContext context = { .dataset = dataset, .basis = basis, .selected = marked, .starred = marked };
  g_autoptr (EntFilter) filter = NULL;

  if (ent_dataset_get_n_events (dataset) > 1)
    ent_row_set_add (marked, 1);
  if (query != NULL)
    filter = ent_filter_new (query, &context, NULL, NULL, error);
  return filter != NULL ? ent_row_set_ref (ent_filter_get_rows (filter)) : NULL;
}

static const struct
{
  const char *name;
  const char *query;
  const char *found;
} finds[] = {
  { "all", "", "abcde" },
  { "word", "theft", "ace" },
  { "word-case", "THEFT", "ace" },
  { "two-words", "theft plans", "a" },
  { "phrase", "\"theft of pl\"", "ae" },
  { "or", "plans OR denial", "ac" },
  { "not", "-theft", "bd" },
  { "not-group", "-(theft OR talks)", "d" },
  { "not-not", "-(-theft)", "ace" },
  { "marks", "sao", "b" },
  { "language", "圣保罗", "b" },
  { "actor-name", "61398", "a" },
  { "actor-name-part", "unit", "ab" },
  { "capital-or-quoted", "\"OR\"", "d" },
  { "with-a-colon", "\"a:b c\"", "d" },
  { "kind", "kind:incident", "ae" },
  { "kind-case", "kind:INCIDENT", "ae" },
  { "kind-whole", "kind:inc", "" },
  { "either", "kind:meeting,statement", "bcd" },
  { "both", "tag:x tag:y", "a" },
  { "any", "tag:x,y", "abc" },
  { "part-of", "actor:CN", "abce" },
  { "part-of-by-name", "actor:china", "abce" },
  { "part-of-by-other-name", "actor:中国", "abce" },
  { "middle-of-three", "actor:army", "a" },
  { "exactly", "actor:=CN", "bce" },
  { "exactly-is-letter-by-letter", "actor:=cn", "" },
  { "initiator", "initiator:CN", "ae" },
  { "target", "target:US", "a" },
  { "pair", "pair:\"CN>US\"", "a" },
  { "pair-names", "pair:\"china → united states\"", "a" },
  { "pair-of-nobody", "pair:\"US>CN\"", "" },
  { "role", "host:US", "b" },
  { "role-with-parts", "initiator:PLA", "a" },
  { "issuer", "issuer:china", "c" },
  { "denied", "denied_by:CN", "a" },
  { "attributed", "attributed_by:US", "a" },
  { "severity", "severity:3", "b" },
  { "severity-range", "severity:3..5", "ab" },
  { "severity-backwards", "severity:5..3", "" },
  { "severity-more", "severity>1", "ab" },
  { "severity-least", "severity>=3", "ab" },
  { "severity-less", "severity<3", "c" },
  { "severity-most", "severity<=3", "bc" },
  { "severity-list", "severity:1,5", "ac" },
  { "attribution", "attribution:suspected", "e" },
  { "attribution-at-least", "attribution>=suspected", "ae" },
  { "attribution-more", "attribution>suspected", "a" },
  { "date", "date:2015", "abc" },
  { "date-day", "date:2015-09-25", "bc" },
  { "date-interval", "date:2015-05/2015-08", "" },
  { "date-open", "date:2015-10/..", "e" },
  { "date-range", "date:2014..2015-01", "a" },
  { "date-after", "date>2015-09-25", "be" },
  { "date-from", "date>=2016", "e" },
  { "date-before", "date<2015", "a" },
  { "date-until", "date<=2015-09", "abc" },
  { "phase", "detection:2015-04", "a" },
  { "phase-that-no-other-has", "detection:2015", "a" },
  { "phase-at-another-time", "detection:2014,2016", "" },
  { "phase-before", "intrusion<2015", "a" },
  { "surely", "surely:2015", "bc" },
  { "surely-day", "surely:2015-09-25", "c" },
  { "not-date-has-the-undated", "-date:2015", "de" },
  { "undated", "is:undated", "d" },
  { "contested", "is:contested", "a" },
  { "selected", "is:selected", "b" },
  { "starred", "is:starred,undated", "bd" },
  { "noted-by-nobody", "is:noted", "" },
  { "has-phases", "has:phases", "a" },
  { "has-phase", "has:detection", "a" },
  { "has-links", "has:links", "abcd" },
  { "has-sources", "has:sources", "a" },
  { "has-quote", "has:quote", "c" },
  { "has-summary", "has:summary", "d" },
  { "has-severity", "has:severity", "abc" },
  { "has-status", "has:status", "c" },
  { "has-attribution", "has:attribution", "ae" },
  { "has-date", "has:date", "abce" },
  { "has-place-or-tag", "has:place,tag", "abc" },
  { "has-role", "has:participant", "b" },
  { "has-field", "has:aliases", "a" },
  { "id", "id:a,d,nobody", "ad" },
  { "link", "link:c", "abc" },
  { "link-from-the-start", "link:a", "abcd" },
  { "link-one-way", "link:d", "ad" },
  { "title", "title:plan", "ae" },
  { "summary", "summary:\"b c\"", "d" },
  { "quote", "quote:theft", "c" },
  { "text", "text:theft,paulo", "abce" },
  { "source", "source:post", "a" },
  { "place", "place:\"sao paulo\"", "b" },
  { "status", "status:done", "c" },
  { "field", "score:10", "a" },
  { "field-more", "score>9", "a" },
  { "field-range", "score:9..10", "ab" },
  { "field-text", "score:N/A", "c" },
  { "field-list", "aliases:\"deep panda\",x", "a" },
  { "field-list-number", "aliases>6", "a" },
  { "field-list-inner", "aliases:inner", "" },
  { "precedence", "plans OR talks place:\"são paulo\"", "ab" },
  { "no-such-value", "actor:nobody", "" },
};

static void
test_find (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) rows = find (dataset, finds[i].query, ENT_BASIS_OCCURRED, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  guint32 row = G_MAXUINT32;

  g_assert_no_error (error);
  while (ent_row_set_next (rows, &row))
    {
      EntSlice id = ent_dataset_get_id (dataset, row);

      g_string_append_len (found, id.text, (gssize) id.length);
    }
  g_assert_cmpstr (found->str, ==, finds[i].found);
}

static void
test_basis (void)
{
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (EntRowSet) detected = find (dataset, "date:2015-04", ENT_BASIS_DETECTION, NULL);
  g_autoptr (EntRowSet) undated = find (dataset, "is:undated", ENT_BASIS_DETECTION, NULL);

  g_assert_cmpuint (ent_row_set_count (detected), ==, 1);
  g_assert_true (ent_row_set_contains (detected, 0));
  /* The incident whose detection nobody knows, and the date that cannot be read. */
  g_assert_cmpuint (ent_row_set_count (undated), ==, 2);
  g_assert_true (ent_row_set_contains (undated, 4));
}

static const struct
{
  const char   *name;
  const char   *query;
  EntQueryError code;
  guint         column;
  const char   *says; /* a part of the message */
} faults[] = {
  { "field", "theft servrity:3", ENT_QUERY_ERROR_UNKNOWN_FIELD, 7, "severity" },
  { "field-of-nothing", "qqqqqq:3", ENT_QUERY_ERROR_UNKNOWN_FIELD, 1, "qqqqqq" },
  { "further-field", "scor:3", ENT_QUERY_ERROR_UNKNOWN_FIELD, 1, "score" },
  { "role", "issuers:CN", ENT_QUERY_ERROR_UNKNOWN_FIELD, 1, "issuer" },
  { "is", "is:stared", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 4, "starred" },
  { "has", "has:phase", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 5, "phases" },
  { "severity", "severity:1,9", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 12, "1 to 5" },
  { "attribution", "attribution>=sure", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 14, "suspected" },
  { "date", "习近平 date:2015-13", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 10, "2015-13" },
  { "link", "link:z", ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, 6, "z" },
  { "order", "tag>x", ENT_QUERY_ERROR_OPERATOR, 1, "tag" },
  { "range", "kind:a..b", ENT_QUERY_ERROR_OPERATOR, 1, "kind" },
  { "range-of-is", "is:a..b", ENT_QUERY_ERROR_OPERATOR, 1, "is" },
  { "deep", "a OR (b -(c servrity:1))", ENT_QUERY_ERROR_UNKNOWN_FIELD, 13, "severity" },
};

static void
test_fault (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) rows = find (dataset, faults[i].query, ENT_BASIS_OCCURRED, &error);

  g_assert_null (rows);
  g_assert_error (error, ENT_QUERY_ERROR, (int) faults[i].code);
  g_assert_cmpuint (ent_query_error_get_column (error), ==, faults[i].column);
  g_assert_nonnull (strstr (error->message, faults[i].says));
}

/* What random queries are put together from. */
static const char *const atoms[] = {
  "kind:incident", "kind:meeting,statement", "severity>=3", "severity:2..4", "date:2015", "date:2014/2016",
  "surely:2010/..", "has:phases", "has:links", "is:contested", "is:undated", "attribution>=suspected", "a", "e", "the",
  "\"t o\"", "tag:x", "status:done", "actor:CN", "-kind:incident", "(kind:incident OR severity>=4)", "id:e1",
};

static void
check_laws (EntDataset *dataset,
            const char *a,
            const char *b)
{
  g_autofree char *both_text = g_strdup_printf ("%s %s", a, b);
  g_autofree char *either_text = g_strdup_printf ("(%s) OR (%s)", a, b);
  g_autofree char *not_text = g_strdup_printf ("-(%s)", a);
  g_autofree char *not_not_text = g_strdup_printf ("-(-(%s))", a);
  g_autofree char *not_both_text = g_strdup_printf ("-((%s) (%s))", a, b);
  g_autofree char *either_not_text = g_strdup_printf ("-(%s) OR -(%s)", a, b);
  g_autoptr (EntRowSet) of_a = find (dataset, a, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) of_b = find (dataset, b, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) both = find (dataset, both_text, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) either = find (dataset, either_text, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) not = find (dataset, not_text, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) not_not = find (dataset, not_not_text, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) not_both = find (dataset, not_both_text, ENT_BASIS_OCCURRED, NULL);
  g_autoptr (EntRowSet) either_not = find (dataset, either_not_text, ENT_BASIS_OCCURRED, NULL);

  for (guint32 row = 0; row < ent_row_set_get_n_rows (of_a); row++)
    {
      gboolean in_a = ent_row_set_contains (of_a, row);
      gboolean in_b = ent_row_set_contains (of_b, row);

      g_assert_cmpint (ent_row_set_contains (both, row), ==, in_a && in_b);
      g_assert_cmpint (ent_row_set_contains (either, row), ==, in_a || in_b);
      g_assert_cmpint (ent_row_set_contains (not, row), ==, !in_a);
    }
  g_assert_true (ent_row_set_equal (of_a, not_not));
  g_assert_true (ent_row_set_equal (not_both, either_not));
}

static void
test_laws (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (300, 3);
  g_autoptr (EntDataset) small = read_file ();

  for (gsize i = 0; i < G_N_ELEMENTS (atoms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (atoms); j++)
      {
        check_laws (small, atoms[i], atoms[j]);
        check_laws (dataset, atoms[i], atoms[j]);
      }
}

/* However one comes to a query, the answer is the same as when it is asked first. */
static void
test_before (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (300, 4);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (EntFilter) before = NULL;

  for (int i = 0; i < 500; i++)
    {
      const char *letters[] = { "t", "th", "the", "e", "he", "o" };
      g_autofree char *text = g_strdup_printf (
        "%s %s %s", atoms[g_rand_int_range (random, 0, G_N_ELEMENTS (atoms))],
        atoms[g_rand_int_range (random, 0, G_N_ELEMENTS (atoms))], letters[g_rand_int_range (random, 0, 6)]);
      g_autoptr (EntQuery) query = ent_query_parse (text, NULL);
      EntFilterContext context = { .dataset = dataset, .basis = (EntBasis) g_rand_int_range (random, 0, 6) };
      EntFilter *filter = ent_filter_new (query, &context, before, NULL, NULL);
      g_autoptr (EntFilter) afresh = ent_filter_new (query, &context, NULL, NULL, NULL);

      g_assert_true (ent_row_set_equal (ent_filter_get_rows (filter), ent_filter_get_rows (afresh)));
      for (guint j = 0; j < ent_query_get_n_conjuncts (query); j++)
        g_assert_true (ent_row_set_equal (ent_filter_get_conjunct (filter, j), ent_filter_get_conjunct (afresh, j)));
      g_clear_pointer (&before, ent_filter_unref);
      before = filter;
    }
}

static void
test_parts (void)
{
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (EntQuery) query = ent_query_parse ("kind:incident severity>=3 -severity:4 theft", NULL);
  EntFilterContext context = { .dataset = dataset };
  g_autoptr (EntFilter) filter = ent_filter_new (query, &context, NULL, NULL, NULL);
  g_autoptr (EntRowSet) no_kind = ent_filter_dup_rows_without (filter, 0);
  g_autoptr (EntRowSet) no_word = ent_filter_dup_rows_without (filter, 3);
  g_autoptr (EntRowSet) beside_kind = ent_filter_dup_rows_beside (filter, "kind");
  g_autoptr (EntRowSet) beside_severity = ent_filter_dup_rows_beside (filter, "severity");
  g_autoptr (EntRowSet) beside_tag = ent_filter_dup_rows_beside (filter, "tag");

  g_assert_cmpuint (ent_row_set_count (ent_filter_get_rows (filter)), ==, 1);
  g_assert_cmpuint (ent_row_set_count (no_kind), ==, 1);
  g_assert_cmpuint (ent_row_set_count (no_word), ==, 1);
  g_assert_true (ent_row_set_equal (no_kind, beside_kind));
  g_assert_cmpuint (ent_row_set_count (beside_severity), ==, 2);
  g_assert_true (ent_row_set_equal (beside_tag, ent_filter_get_rows (filter)));
  g_assert_false (ent_filter_needs_selection (filter));
}

static void
test_needs_selection (void)
{
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (EntQuery) query = ent_query_parse ("theft -(talks OR is:selected)", NULL);
  EntFilterContext context = { .dataset = dataset };
  g_autoptr (EntFilter) filter = ent_filter_new (query, &context, NULL, NULL, NULL);

  g_assert_true (ent_filter_needs_selection (filter));
}

static void
test_cancel (void)
{
  g_autoptr (EntDataset) dataset = read_file ();
  g_autoptr (EntQuery) query = ent_query_parse ("theft kind:incident", NULL);
  EntFilterContext context = { .dataset = dataset };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_filter_new (query, &context, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autofree char *path = g_strconcat ("/filter/find/", finds[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/filter/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/filter/basis", test_basis);
  g_test_add_func ("/filter/laws", test_laws);
  g_test_add_func ("/filter/before", test_before);
  g_test_add_func ("/filter/parts", test_parts);
  g_test_add_func ("/filter/needs-selection", test_needs_selection);
  g_test_add_func ("/filter/cancel", test_cancel);

  return g_test_run ();
}
