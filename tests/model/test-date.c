/* test-date.c: what EDTF dates mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

#include "date-cases.h"

#include <string.h>

static EntDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntDate date;

  ent_date_parse (text, -1, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
assert_bound (const char     *text,
              const char     *which,
              const EntBound *bound,
              const char     *expected)
{
  static const char *const kinds[] = { NULL, "open", "unknown", "beyond" };
  g_autofree char *actual = NULL;

  if (bound->kind == ENT_BOUND_KNOWN)
    actual = ent_time_format (bound->time);
  else
    actual = g_strdup (kinds[bound->kind]);
  if (g_str_has_suffix (actual, "T00:00:00Z"))
    actual[strlen (actual) - strlen ("T00:00:00Z")] = '\0';
  if (!g_str_equal (actual, expected))
    g_error ("%s: %s is %s, not %s", text, which, actual, expected);
}

static void
test_single (gconstpointer data)
{
  const SingleCase *item = data;
  EntDate date = parse (item->text);

  g_assert_cmpint (date.form, ==, ENT_DATE_SINGLE);
  g_assert_cmpint (date.level, ==, item->level);
  g_assert_cmpint (date.start_precision, ==, date.end_precision);
  assert_bound (item->text, "earliest start", &date.earliest_start, item->first);
  assert_bound (item->text, "latest start", &date.latest_start, item->last);
  assert_bound (item->text, "earliest end", &date.earliest_end, item->first);
  assert_bound (item->text, "latest end", &date.latest_end, item->last);
}

static void
test_range (gconstpointer data)
{
  const RangeCase *item = data;
  EntDate date = parse (item->text);
  EntDateForm form = ENT_DATE_INTERVAL;

  if (item->text[0] == '[')
    form = ENT_DATE_ONE_OF;
  else if (item->text[0] == '{')
    form = ENT_DATE_ALL_OF;
  g_assert_cmpint (date.form, ==, form);
  g_assert_cmpint (date.level, ==, item->level);
  assert_bound (item->text, "earliest start", &date.earliest_start, item->earliest_start);
  assert_bound (item->text, "latest start", &date.latest_start, item->latest_start);
  assert_bound (item->text, "earliest end", &date.earliest_end, item->earliest_end);
  assert_bound (item->text, "latest end", &date.latest_end, item->latest_end);
}

static void
test_beyond_side (void)
{
  EntDate date = parse ("Y17E700");

  g_assert_cmpint (date.earliest_start.time, ==, G_MAXINT64);
  date = parse ("Y-17E700");
  g_assert_cmpint (date.latest_end.time, ==, G_MININT64);
}

static void
test_qualifiers (void)
{
  static const struct
  {
    const char *text;
    int         start;
    int         end;
  } cases[] = {
    { "1984", 0, 0 },
    { "1984?", 1, 1 },
    { "1984~", 2, 2 },
    { "1984%", 3, 3 },
    { "?1984", 1, 1 },
    { "2004?-06-~11", 3, 3 },
    { "2004-06-~11", 2, 2 },
    { "2004-06-11T10:00:00Z", 0, 0 },
    { "1984?/2004", 1, 0 },
    { "1984/2004~", 0, 2 },
    { "1984?/2004-~06", 1, 2 },
    { "1984%/..", 3, 0 },
    { "/1984?", 0, 1 },
    { "{1984?,1990~}", 1, 2 },
    { "[1984?,1985,1990~]", 1, 2 },
    { "Y17E700~", 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDate date = parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (date.earliest_start.qualifiers, ==, cases[i].start);
      g_assert_cmpint (date.latest_end.qualifiers, ==, cases[i].end);
    }
}

static void
test_precision (void)
{
  static const struct
  {
    const char  *text;
    EntPrecision start;
    EntPrecision end;
  } cases[] = {
    { "2004-06-11T10:00:00Z", ENT_PRECISION_SECOND, ENT_PRECISION_SECOND },
    { "2004-06-11", ENT_PRECISION_DAY, ENT_PRECISION_DAY },
    { "2004-06", ENT_PRECISION_MONTH, ENT_PRECISION_MONTH },
    { "2004-06-XX", ENT_PRECISION_MONTH, ENT_PRECISION_MONTH },
    { "2004-06-1X", ENT_PRECISION_MONTH, ENT_PRECISION_MONTH },
    { "2004-21", ENT_PRECISION_SEASON, ENT_PRECISION_SEASON },
    { "2004-41", ENT_PRECISION_SEASON, ENT_PRECISION_SEASON },
    { "2004", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "Y20040", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "Y17E700", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "2004-XX", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "2004-XX-12", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "2004-1X", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
    { "200X", ENT_PRECISION_DECADE, ENT_PRECISION_DECADE },
    { "200X-06-11", ENT_PRECISION_DECADE, ENT_PRECISION_DECADE },
    { "2004S3", ENT_PRECISION_DECADE, ENT_PRECISION_DECADE },
    { "20XX", ENT_PRECISION_CENTURY, ENT_PRECISION_CENTURY },
    { "20XX-21", ENT_PRECISION_CENTURY, ENT_PRECISION_CENTURY },
    { "20X4", ENT_PRECISION_CENTURY, ENT_PRECISION_CENTURY },
    { "2004S2", ENT_PRECISION_CENTURY, ENT_PRECISION_CENTURY },
    { "2XXX", ENT_PRECISION_COARSER, ENT_PRECISION_COARSER },
    { "XXXX-12-25", ENT_PRECISION_COARSER, ENT_PRECISION_COARSER },
    { "2004S1", ENT_PRECISION_COARSER, ENT_PRECISION_COARSER },
    { "Y17E700S2", ENT_PRECISION_COARSER, ENT_PRECISION_COARSER },
    { "2004-06-11/2005", ENT_PRECISION_DAY, ENT_PRECISION_YEAR },
    { "2004-06/..", ENT_PRECISION_MONTH, ENT_PRECISION_COARSER },
    { "/2004-06", ENT_PRECISION_COARSER, ENT_PRECISION_MONTH },
    { "{2004-06,2005}", ENT_PRECISION_YEAR, ENT_PRECISION_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDate date = parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (date.start_precision, ==, cases[i].start);
      g_assert_cmpint (date.end_precision, ==, cases[i].end);
    }
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "1985-04-12", "1985-04-12" },
    { "1985-04-12T23:20:30", "1985-04-12T23:20:30" },
    { "1985-04-12T23:20:30+00", "1985-04-12T23:20:30Z" },
    { "1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00" },
    { "2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z" },
    { "?1984", "1984?" },
    { "?1984~", "1984%" },
    { "?2004-?06-?11", "2004-06-11?" },
    { "?2004-06-11", "2004?-06-11" },
    { "~2004-~06-11", "2004-06~-11" },
    { "2004?-06~-11", "2004%-~06-11" },
    { "2004-06-~11", "2004-06-~11" },
    { "?2004-06-04~", "2004%-~06-~04" },
    { "?-2004-06", "-2004?-06" },
    { "Y17E8", "Y1700000000" },
    { "Y-17E7", "Y-170000000" },
    { "Y3388E2S3", "Y338800S3" },
    { "Y12345S7", "Y12345" },
    { "Y20E2", "2000" },
    { "Y-4E1S1", "-0040S1" },
    { "1950S4", "1950" },
    { "1950S02", "1950S2" },
    { "Y170E700", "Y17E701" },
    { "Y1000000000000000000", "Y1E18" },
    { "Y17E700S702", "Y17E700" },
    { "Y17E0700S03", "Y17E700S3" },
    { "../1985", "../1985" },
    { "?1985/", "1985?/" },
    { "/", "/" },
    { "[..?1983,1984-10..1984-11,Y17E3..]", "[..1983?,1984-10..1984-11,Y17000..]" },
    { "{2001-~34}", "{2001-~34}" },
    { "1XXX-X1-X2", "1XXX-X1-X2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = ent_date_canonical (cases[i].text, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (canonical, ==, cases[i].expected);
    }
}

static void
test_members (void)
{
  EntDate members[4];
  EntDate expected;

  g_assert_cmpuint (ent_date_members ("[1667,1668?,1670..1672]", -1, members, 4), ==, 3);
  expected = parse ("1667");
  g_assert_true (ent_date_equal (&members[0], &expected));
  expected = parse ("1668?");
  g_assert_true (ent_date_equal (&members[1], &expected));
  expected = parse ("1670/1672");
  g_assert_true (ent_date_equal (&members[2], &expected));

  g_assert_cmpuint (ent_date_members ("{..1667,1668..}", -1, members, 4), ==, 2);
  expected = parse ("../1667");
  g_assert_true (ent_date_equal (&members[0], &expected));
  expected = parse ("1668/..");
  g_assert_true (ent_date_equal (&members[1], &expected));

  g_assert_cmpuint (ent_date_members ("1667/1668", -1, members, 4), ==, 1);
  expected = parse ("1667/1668");
  g_assert_true (ent_date_equal (&members[0], &expected));
  g_assert_cmpint (members[0].level, ==, expected.level);

  /* A range is never counted out, and no more is stored than fits. */
  g_assert_cmpuint (ent_date_members ("{0000-01-01..9999-12-31}", -1, members, 4), ==, 1);
  memset (members, 0xff, sizeof members);
  g_assert_cmpuint (ent_date_members ("[1,", -1, members, 4), ==, 0);
  g_assert_cmpuint (ent_date_members ("[1991,1992,1993]", -1, members, 1), ==, 3);
  g_assert_cmpint (members[1].form, ==, 0xff);
  g_assert_cmpuint (ent_date_members ("[1991,1992,1993]", -1, NULL, 0), ==, 3);
}

static void
test_equal (void)
{
  static const char *const different[] = { "1984", "1984?", "1984~", "1984-XX", "1984/1984", "[1984]", "{1984}", "1985",
                                           "../1984", "/1984", "1984/..", "1984/", "Y17E700", "Y-17E700" };

  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (different); j++)
      {
        EntDate a = parse (different[i]);
        EntDate b = parse (different[j]);

        /* 1984-XX says no more than 1984. */
        if (g_str_has_prefix (different[i], "1984-XX") || g_str_has_prefix (different[j], "1984-XX"))
          continue;
        g_assert_cmpint (ent_date_equal (&a, &b), ==, i == j);
      }
}

static void
test_compare (void)
{
  /* In order; none equal to the next. */
  static const char *const sorted[] = {
    "../1900",
    "../..",
    "Y-1E15/1990",
    "-0044-03-15",
    "/1983",
    "1984-01-01",
    "1984-01",
    "1984",
    "1984/1985",
    "1984/..",
    "1984-01-01T00:00:01Z",
    "1984-06",
    "Y200000000000",
    "Y17E700",
  };
  static const char *const unplaced[] = { "/", "/..", "../", "Y17E700", "Y-17E700" };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        EntDate a = parse (sorted[i]);
        EntDate b = parse (sorted[j]);
        int order = ent_date_compare (&a, &b);

        if ((order > 0) - (order < 0) != (i > j) - (i < j))
          g_error ("%s with %s gives %d", sorted[i], sorted[j], order);
      }

  for (gsize i = 0; i < G_N_ELEMENTS (unplaced); i++)
    {
      EntDate date = parse (unplaced[i]);
      EntDate other = parse (unplaced[0]);

      g_assert_false (ent_date_is_placed (&date));
      g_assert_cmpint (ent_date_compare (&date, &other), ==, 0);
    }
}

static void
test_overlap (void)
{
  static const struct
  {
    const char *text;
    const char *span;
    gboolean    may;
    gboolean    surely;
  } cases[] = {
    { "2014-11-24", "2014", TRUE, TRUE },
    { "2014-11-24", "2014-11-24", TRUE, TRUE },
    { "2014-11-24", "2014-11-25", FALSE, FALSE },
    { "2014-11-24", "2014-11-23", FALSE, FALSE },
    { "2014", "2014-11", TRUE, FALSE },
    { "2014", "2013/2014-11", TRUE, FALSE },
    { "2013/2015", "2014", TRUE, FALSE },
    { "2013/2015", "2013/2015", TRUE, TRUE },
    { "2013/2015", "2012", FALSE, FALSE },
    { "2013/2015", "2016", FALSE, FALSE },
    { "[2013,2015]", "2014", TRUE, FALSE },
    { "[2013,2015]", "2013/2015", TRUE, TRUE },
    { "2014/..", "2020", TRUE, FALSE },
    { "2014/..", "2013", FALSE, FALSE },
    { "2014/", "2020", TRUE, FALSE },
    { "../2014", "1000", TRUE, FALSE },
    { "../2014", "2015", FALSE, FALSE },
    { "/2014", "1000", TRUE, FALSE },
    { "../..", "1000", TRUE, FALSE },
    { "/", "1000", FALSE, FALSE },
    { "Y17E700", "1000", FALSE, FALSE },
    { "Y-1E15/2000", "1000", TRUE, FALSE },
    { "Y-1E15/2000", "2001", FALSE, FALSE },
  };
  EntDate all = parse ("../..");
  EntSpan empty = { 10, 10 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDate date = parse (cases[i].text);
      EntSpan span;

      g_test_message ("%s in %s", cases[i].text, cases[i].span);
      g_assert_true (ent_span_parse (cases[i].span, -1, &span, NULL));
      g_assert_cmpint (ent_date_may_overlap (&date, &span), ==, cases[i].may);
      g_assert_cmpint (ent_date_surely_within (&date, &span), ==, cases[i].surely);
    }
  g_assert_false (ent_date_may_overlap (&all, &empty));
}

static void
test_length (void)
{
  EntDate date;
  EntDate whole = parse ("1985");

  g_assert_true (ent_date_parse ("1985-04", 4, &date, NULL));
  g_assert_true (ent_date_equal (&date, &whole));
  g_assert_false (ent_date_parse ("1985-04", 0, &date, NULL));
  g_assert_false (ent_date_parse (NULL, 0, &date, NULL));
  g_assert_false (ent_date_parse ("1985\0", 5, &date, NULL));
  g_assert_false (ent_date_parse ("1985/\0", 6, &date, NULL));
  g_assert_false (ent_date_parse ("[1985..\0]", 9, &date, NULL));
}

static void
test_time_format (void)
{
  static const struct
  {
    gint64      time;
    const char *expected;
  } cases[] = {
    { 0, "1970-01-01T00:00:00Z" },
    { -1, "1969-12-31T23:59:59Z" },
    { G_GINT64_CONSTANT (253402300799), "9999-12-31T23:59:59Z" },
    { G_GINT64_CONSTANT (253402300800), "Y10000-01-01T00:00:00Z" },
    { G_GINT64_CONSTANT (-62167219200), "0000-01-01T00:00:00Z" },
    { G_GINT64_CONSTANT (-62167219201), "-0001-12-31T23:59:59Z" },
    { G_GINT64_CONSTANT (-377705116801), "Y-10000-12-31T23:59:59Z" },
    { G_MAXINT64, "Y292277026596-12-04T15:30:07Z" },
    { G_MININT64, "Y-292277022657-01-27T08:29:52Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ent_time_format (cases[i].time);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Paths split at slashes, and a dot may not begin a part. */
  for (gsize i = 0; i < G_N_ELEMENTS (single_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/single/%s", single_cases[i].text);

      g_test_add_data_func (path, &single_cases[i], test_single);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (range_cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (range_cases[i].text), "/", '|');
      g_autofree char *path = g_strdup_printf ("/date/range/%s", name);

      g_test_add_data_func (path, &range_cases[i], test_range);
    }
  g_test_add_func ("/date/beyond-side", test_beyond_side);
  g_test_add_func ("/date/qualifiers", test_qualifiers);
  g_test_add_func ("/date/precision", test_precision);
  g_test_add_func ("/date/canonical", test_canonical);
  g_test_add_func ("/date/members", test_members);
  g_test_add_func ("/date/equal", test_equal);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/overlap", test_overlap);
  g_test_add_func ("/date/length", test_length);
  g_test_add_func ("/date/time-format", test_time_format);

  return g_test_run ();
}
