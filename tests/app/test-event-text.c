/* test-event-text.c: dates, durations and events in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-text.h"

#include <libintl.h>
#include <locale.h>

#include "ent-calendar.h"
#include "ent-format.h"
#include "ent-phrase.h"

typedef struct
{
  const char *edtf;
  const char *words;
  const char *second; /* certainty, or the brief form */
} DateCase;

static const DateCase date_cases[] = {
  { "2014", "2014", "Known to the year" },
  { "2014-05-07", "7 May 2014", "Known to the day" },
  { "2014-03", "March 2014", "Known to the month" },
  { "2014-03~", "about March 2014", "Approximate" },
  { "2014?", "possibly 2014", "Uncertain" },
  { "2014%", "possibly about 2014", "Uncertain and approximate" },
  { "198X", "1980s", "Known to the decade" },
  { "19XX", "between 1900 and 1999", "Known to the century" },
  { "1X5X", "between 1050 and 1959, written 1X5X", "Hardly known" },
  { "XXXX", "year unknown", "Hardly known" },
  { "2014-XX", "2014, month unknown", "Known to the year" },
  { "2014-05-XX", "May 2014, day unknown", "Known to the month" },
  { "2014-XX-XX", "2014, month and day unknown", "Known to the year" },
  { "2014-XX-12", "between 12 January 2014 and 12 December 2014, written 2014-XX-12", "Known to the year" },
  { "XXXX-12-25", "25 December, year unknown", "Hardly known" },
  { "XXXX-12", "December, year unknown", "Hardly known" },
  { "XXXX-12-XX", "December, year and day unknown", "Hardly known" },
  { "156X-12-25", "25 December of a year of the 1560s", "Known to the decade" },
  { "156X-12", "December of a year of the 1560s", "Known to the decade" },
  { "156X-12-XX", "between 1 December 1560 and 31 December 1569, written 156X-12-XX", "Known to the decade" },
  { "2014-05-1X", "between 10 May 2014 and 19 May 2014", "Known to the month" },
  { "2014-1X", "between October 2014 and December 2014", "Known to the year" },
  { "2001-21", "spring 2001", "Known to the season or part of the year" },
  { "2001-25", "spring 2001 (northern hemisphere)", "Known to the season or part of the year" },
  { "2001-30", "summer 2001 (southern hemisphere)", "Known to the season or part of the year" },
  { "2001-33", "first quarter of 2001", "Known to the season or part of the year" },
  { "2001-38", "second four months of 2001", "Known to the season or part of the year" },
  { "2001-41", "second half of 2001", "Known to the season or part of the year" },
  { "199X-21", "between March 1990 and May 1999, written 199X-21", "Known to the decade" },
  { "1985-04-12T23:20:30", "12 April 1985, 23:20:30 (time zone not given)", "Known to the second" },
  { "1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "Known to the second" },
  { "1985-04-12T23:20:30-04", "13 April 1985, 03:20:30 UTC", "Known to the second" },
  { "2016-12-31T23:59:60Z", "31 December 2016, 23:59:60 UTC", "Known to the second" },
  { "Y170000002", "the year 170\u202f000\u202f002", "Known to the year" },
  { "Y-170000002", "170\u202f000\u202f003 BCE", "Known to the year" },
  { "Y17E8", "the year 1\u202f700\u202f000\u202f000", "Known to the year" },
  { "Y17E700", "“\u2068Y17E700\u2069”, cannot be placed", "" },
  { "-0044-03-15", "15 March 45 BCE", "Known to the day" },
  { "0000", "1 BCE", "Known to the year" },
  { "0044", "44 CE", "Known to the year" },
  { "-000X", "between 10 BCE and 2 BCE", "Known to the decade" },
  { "000X", "between 1 BCE and 9 CE", "Known to the decade" },
  { "1950S2", "1950 as an estimate, between 1900 and 1999", "Known to the century" },
  { "Y171010000S3", "the year 171\u202f010\u202f000 as an estimate, between the year 171\u202f000\u202f000 and the year 171\u202f999\u202f999", "Hardly known" },
  { "1950S9", "1950", "Known to the year" },
  { "-1859S2", "1860 BCE as an estimate, between 1900 BCE and 1801 BCE", "Known to the century" },
  { "2004-06~-11", "11 June 2004 (year approximate, month approximate)", "Approximate" },
  { "?2004-06-~11", "11 June 2004 (year uncertain, day approximate)", "Uncertain and approximate" },
  { "2004-%06-11", "11 June 2004 (month uncertain and approximate)", "Uncertain and approximate" },
  { "2001-21?", "possibly spring 2001", "Uncertain" },
  { "2014-05-07/2015-04-15", "7 May 2014 – 15 April 2015", "Both ends known to the day" },
  { "2013/2016", "2013–2016", "Both ends known to the year" },
  { "2014-03/2014-05", "March – May 2014", "Both ends known to the month" },
  { "2014-03/2014-03", "March 2014", "Both ends known to the month" },
  { "2015-04-17/2015-04-24", "17–24 April 2015", "Both ends known to the day" },
  { "2015-06-04/2015-09-23", "4 June – 23 September 2015", "Both ends known to the day" },
  { "2007/2009-03", "2007 – March 2009", "Start known to the year; end known to the month" },
  { "2003~/2007", "about 2003 – 2007", "Start approximate; end known to the year" },
  { "2014-05/", "from May 2014, end unknown", "Start known to the month; end unknown" },
  { "/2014-05", "until May 2014, start unknown", "Start unknown; end known to the month" },
  { "2013/..", "from 2013, end open", "Start known to the year; end open" },
  { "../2013", "until 2013, start open", "Start open; end known to the year" },
  { "../..", "start and end open", "Both ends open" },
  { "2013~/..", "from about 2013, end open", "Start approximate; end open" },
  { "2021?/..", "from possibly 2021, end open", "Start uncertain; end open" },
  { "2014-05-07/2014-05-07", "7 May 2014", "Both ends known to the day" },
  { "-0044/-0040", "45 BCE – 41 BCE", "Both ends known to the year" },
  { "[1667,1668,1670..1672]", "one of 1667, 1668 or 1670–1672", "One of these dates; not known which" },
  { "[..1760-12-03]", "3 December 1760 or earlier", "One of these dates; not known which" },
  { "[1760-12..]", "December 1760 or later", "One of these dates; not known which" },
  { "{1960,1961-12}", "1960 and December 1961", "Not all equally well known" },
  { "[1667]", "1667", "Known to the year" },
  { "{2001..2003}", "2001–2003", "Known to the year" },
  { "[1,2]", "“\u2068[1,2]\u2069”, cannot be placed", "" },
  { "hello", "“\u2068hello\u2069”, cannot be placed", "" },
  { "", "“\u2068\u2069”, cannot be placed", "" },
  { "2014/Y17E20", "2014 – the year Y17E20", "Start known to the year; end too far away to be placed" },
  { "[2001,2002,2003,2004,2005,2006,2007,2008,2009,2010]", "one of 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008 or 2 more dates", "One of these dates; not known which" },
  { "/", "“\u2068/\u2069”, cannot be placed", "" },
  { "/..", "“\u2068/..\u2069”, cannot be placed", "" },
  { "2004-02-01?/2005-02~", "possibly 1 February 2004 – about February 2005", "Start uncertain; end approximate" },
};

/* Short, then brief. */
static const DateCase short_cases[] = {
  { "2014-05-XX", "May 2014, day unknown", "May 2014" },
  { "156X-12-25", "25 Dec of a year of the 1560s", "25 Dec of a year of the 1560s" },
  { "1985-04-12T23:20:30-04", "13 Apr 1985, 03:20:30 UTC", "Apr 1985" },
  { "2004-06~-11", "11 Jun 2004 (year approximate, month approximate)", "c. Jun 2004" },
  { "2014-05-07/2015-04-15", "7 May 2014 – 15 Apr 2015", "May 2014" },
  { "2015-06-04/2015-09-23", "4 Jun – 23 Sep 2015", "Jun 2015" },
  { "2003~/2007", "about 2003 – 2007", "c. 2003" },
  { "../2013", "until 2013, start open", "until 2013, start open" },
  { "[1667,1668,1670..1672]", "one of 1667, 1668 or 1670–1672", "one of 3 dates" },
  { "[1760-12..]", "Dec 1760 or later", "Dec 1760 or later" },
  { "{1960,1961-12}", "1960 and Dec 1961", "1960" },
};

static const DateCase chinese_cases[] = {
  { "2014-05-07", "2014年5月7日", "精确到日" },
  { "2014-03~", "约2014年3月", "约略" },
  { "198X", "1980年代", "精确到年代" },
  { "2014-05-XX", "2014年5月，日期不明", "精确到月" },
  { "XXXX-12-25", "12月25日，年份不明", "几乎不明" },
  { "2001-30", "2001年夏季（南半球）", "精确到季节或年内时段" },
  { "1985-04-12T23:20:30Z", "1985年4月12日 23:20:30（协调世界时）", "精确到秒" },
  { "-0044-03-15", "公元前45年3月15日", "精确到日" },
  { "1950S2", "估计为1950年，在1900年至1999年之间", "精确到世纪" },
  { "?2004-06-~11", "2004年6月11日（年份存疑、日期约略）", "存疑且约略" },
  { "2013/2016", "2013年至2016年", "起止均精确到年" },
  { "2015-04-17/2015-04-24", "2015年4月17日至24日", "起止均精确到日" },
  { "2015-06-04/2015-09-23", "2015年6月4日至9月23日", "起止均精确到日" },
  { "2003~/2007", "约2003年至2007年", "起始约略；结束精确到年" },
  { "2014-05/", "2014年5月起，结束时间不明", "起始精确到月；结束不明" },
  { "2021?/..", "可能为2021年起，结束未定", "起始存疑；结束未定" },
  { "[1667,1668,1670..1672]", "1667年、1668年或1670年至1672年之一", "为其中某一日期，不知是哪一个" },
  { "hello", "“\u2068hello\u2069”，无法定位", "" },
};

static EntSlice
slice (const char *text)
{
  return ent_slice_from_string (text);
}

static void
check_dates (const DateCase *cases,
             gsize           n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *words = ent_date_text_words (slice (cases[i].edtf), ENT_DATE_STYLE_FULL);
      g_autofree char *certainty = ent_date_text_certainty (slice (cases[i].edtf), ENT_SLICE_NONE);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (certainty, ==, cases[i].second);
    }
}

static void
test_dates (void)
{
  g_autofree char *none = ent_date_text_words (ENT_SLICE_NONE, ENT_DATE_STYLE_FULL);
  g_autofree char *unsure = ent_date_text_certainty (ENT_SLICE_NONE, ENT_SLICE_NONE);

  check_dates (date_cases, G_N_ELEMENTS (date_cases));
  g_assert_cmpstr (none, ==, "no date");
  g_assert_cmpstr (unsure, ==, "");
}

static void
test_short (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_cases); i++)
    {
      g_autofree char *words = ent_date_text_words (slice (short_cases[i].edtf), ENT_DATE_STYLE_SHORT);
      g_autofree char *brief = ent_date_text_words (slice (short_cases[i].edtf), ENT_DATE_STYLE_BRIEF);

      g_test_message ("%s", short_cases[i].edtf);
      g_assert_cmpstr (words, ==, short_cases[i].words);
      g_assert_cmpstr (brief, ==, short_cases[i].second);
    }
}

/* What the catalogue is found for is read anew when the domain is set. */
static void
set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (ENT_GETTEXT_DOMAIN);
}

static void
test_chinese (void)
{
  EntDuration duration = { 319 * ENT_CALENDAR_DAY, 349 * ENT_CALENDAR_DAY, TRUE, TRUE, FALSE };
  g_autofree char *words = NULL;

  set_language ("zh_CN");
  check_dates (chinese_cases, G_N_ELEMENTS (chinese_cases));
  words = ent_date_text_duration (&duration);
  g_assert_cmpstr (words, ==, "10至12个月");
  set_language ("en");
}

static void
test_between (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *words;
    const char *certainty;
  } cases[] = {
    { "2014-05-07", "2014-05-09", "7–9 May 2014", "Both ends known to the day" },
    { "2014-05-07", NULL, "7 May 2014", "Known to the day" },
    { "2014-05-07T10:00:00Z", "2014-05-07T11:30:00Z", "7 May 2014, 10:00:00 UTC – 7 May 2014, 11:30:00 UTC",
      "Both ends known to the second" },
    { "2014~", "2015-03", "about 2014 – March 2015", "Start approximate; end known to the month" },
    { "2015", "2014", "“\u20682015 / 2014\u2069”, cannot be placed", "" },
    { "soon", "2014", "“\u2068soon / 2014\u2069”, cannot be placed", "" },
    { "2014", "later", "“\u20682014 / later\u2069”, cannot be placed", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ent_date_text_between (slice (cases[i].start), slice (cases[i].end), ENT_DATE_STYLE_FULL);
      g_autofree char *certainty = ent_date_text_certainty (slice (cases[i].start), slice (cases[i].end));

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (certainty, ==, cases[i].certainty);
    }
}

static void
test_durations (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *words;
  } cases[] = {
    { "2014-05-07", "2015-04-15", "343 days" },
    { "2014-05-07", "2014-05-08", "1 day" },
    { "2014-05-07", "2014-05-07", "less than a day" },
    { "2014-05", "2015-04-15", "10 to 12 months" },
    { "2014-05", "2014-05-20", "up to 19 days" },
    { "2014-05-07", "2014-06", "25 to 54 days" },
    { "2010", "2014", "3 to 5 years" },
    { "2001-01-01", "2014-05-07", "4874 days" },
    { "/2014", "2014-05-07", "unknown time" },
    { "2010-01-01/..", "2014-05-07/", "1587 days" },
    { "2014-05-07T10:00:00Z", "2014-05-07T10:00:00Z", "less than a second" },
    { "2014-05-07T10:00:00Z", "2014-05-07T10:01:30Z", "90 seconds" },
    { "2014-05-07T10:00:00Z", "2014-05-07T10:20:00Z", "20 minutes" },
    { "2014-05-07T10:00:00Z", "2014-05-08T10:00:00Z", "24 hours" },
    { "2014-05-07T10:00:00Z", "2014-05-10", "3 days" },
  };
  EntDuration at_least = { .least = 800 * ENT_CALENDAR_DAY, .by_days = TRUE };
  g_autofree char *words = ent_date_text_duration (&at_least);

  g_assert_cmpstr (words, ==, "at least 26 months");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDate from;
      EntDate to;
      EntDuration duration;
      g_autofree char *text = NULL;

      g_assert_true (ent_date_parse (cases[i].from, -1, &from, NULL));
      g_assert_true (ent_date_parse (cases[i].to, -1, &to, NULL));
      text = ent_duration_between (&duration, &from, &to) ? ent_date_text_duration (&duration) : g_strdup ("unknown time");
      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      g_assert_cmpstr (text, ==, cases[i].words);
    }
}

static void
test_phrases (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *filled = ent_phrase_fill ("{b}{a} {c} {{a}", "a", "{b}", "b", "1", NULL);
  g_autofree char *clean = ent_phrase_clean ((EntSlice){ "a\0b\n\tc\u202ed\u2066e\x7f中", sizeof "a\0b\n\tc\u202ed\u2066e\x7f中" - 1 });
  g_autofree char *list = NULL;

  g_assert_cmpstr (filled, ==, "1{b} {c} {{b}");
  g_assert_cmpstr (clean, ==, "a b\n cde 中");
  g_ptr_array_add (items, (gpointer) "x");
  g_ptr_array_add (items, (gpointer) "y");
  g_ptr_array_add (items, (gpointer) "z");
  list = ent_phrase_list (items, " or ");
  g_assert_cmpstr (list, ==, "x, y or z");
}

static const char timeline[] =
  "{\"format\": \"entente\", \"version\": 1, \"title\": \"T\", \"language\": \"en\","
  " \"actors\": {\"CN\": {\"name\": {\"en\": \"China\", \"zh-CN\": \"中国\"}, \"type\": \"state\"}},"
  " \"events\": ["
  "  {\"id\": \"a\", \"kind\": \"incident\", \"date\": \"2014-05-07/2015-04-15\","
  "   \"title\": {\"en\": \"Files\\nstolen\", \"zh-CN\": \"档案\"}, \"severity\": 5, \"status\": \"done\","
  "   \"phases\": {\"detection\": \"2015-04~\"},"
  "   \"attribution\": {\"confidence\": \"official-accusation\", \"denied_by\": [\"CN\", \"Nobody\"]},"
  "   \"links\": [{\"type\": \"responds-to\", \"to\": \"b\"}]},"
  "  {\"id\": \"b\", \"kind\": \"treaty\", \"date\": \"some day\", \"title\": \"No date\", \"status\": \"threatened\"},"
  "  {\"id\": \"c\", \"kind\": \"meeting\", \"start\": \"2014-05-07\", \"end\": \"2014-05-09\", \"title\": \"Talks\"},"
  "  {\"id\": \"d\", \"title\": \"Bare\"}"
  " ]}";

static EntDataset *
read_timeline (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (timeline, sizeof timeline - 1);
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ent_dataset_get_n_events (dataset), ==, 4);
  return dataset;
}

static void
test_events (void)
{
  static const struct
  {
    guint32     row;
    EntBasis    basis;
    const char *language;
    const char *words;
  } cases[] = {
    { 0, ENT_BASIS_OCCURRED, "en",
      "Incident. \u2068Files stolen\u2069. 7 May 2014 – 15 April 2015. Both ends known to the day. Severity 5 of 5. "
      "Official accusation. Denied by \u2068China\u2069 and \u2068Nobody\u2069. 1 before · 0 after." },
    { 0, ENT_BASIS_DETECTION, "zh-CN",
      "Incident. \u2068档案\u2069. about April 2015. Approximate. Severity 5 of 5. "
      "Official accusation. Denied by \u2068中国\u2069 and \u2068Nobody\u2069. 1 before · 0 after." },
    { 0, ENT_BASIS_REMEDIATION, "zh-CN",
      "Incident. \u2068档案\u2069. remediation not dated. Severity 5 of 5. "
      "Official accusation. Denied by \u2068中国\u2069 and \u2068Nobody\u2069. 1 before · 0 after." },
    { 1, ENT_BASIS_OCCURRED, "en",
      "treaty. \u2068No date\u2069. “\u2068some day\u2069”, cannot be placed. Threatened. 0 before · 1 after." },
    { 2, ENT_BASIS_DETECTION, "en", "Meeting. \u2068Talks\u2069. 7–9 May 2014. Both ends known to the day." },
    { 3, ENT_BASIS_OCCURRED, NULL, "Event. \u2068Bare\u2069. no date." },
  };
  g_autoptr (EntDataset) dataset = read_timeline ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ent_event_text_accessible (dataset, cases[i].row, cases[i].basis, cases[i].language,
                                                           NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *translations = g_build_filename (g_getenv ("ENT_BUILD_ROOT"), "po", NULL);

  /* Not "C", for which no catalogue is looked up. */
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (ENT_GETTEXT_DOMAIN, translations);
  bind_textdomain_codeset (ENT_GETTEXT_DOMAIN, "UTF-8");
  textdomain (ENT_GETTEXT_DOMAIN);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/forms", test_dates);
  g_test_add_func ("/date-text/short", test_short);
  g_test_add_func ("/date-text/chinese", test_chinese);
  g_test_add_func ("/date-text/between", test_between);
  g_test_add_func ("/date-text/durations", test_durations);
  g_test_add_func ("/event-text/phrases", test_phrases);
  g_test_add_func ("/event-text/accessible", test_events);
  return g_test_run ();
}
