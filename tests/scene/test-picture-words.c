/* test-picture-words.c: the words of a picture, in its language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-calendar.h"
#include "ent-span.h"
#include "ent-words.h"

#include <locale.h>
#include <string.h>
#include <unicode/uloc.h>

static const struct
{
  const char *tag;
  gboolean    has;
  const char *incident;
} languages[] = {
  { NULL, TRUE, "Incident" },        { "", TRUE, "Incident" },        { "en", TRUE, "Incident" },
  { "en-GB", TRUE, "Incident" },     { "EN_us", TRUE, "Incident" },   { "zh", TRUE, "事件" },
  { "zh-CN", TRUE, "事件" },         { "zh-Hans-CN", TRUE, "事件" },  { "ar", FALSE, "Incident" },
  { "english", FALSE, "Incident" },  { "zhx", FALSE, "Incident" },    { "de", FALSE, "Incident" },
  { "xx-invalid", FALSE, "Incident" }, { "-", FALSE, "Incident" },    { "e\xc3\xa9", FALSE, "Incident" },
};

static void
test_languages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (EntWords) words = ent_words_new (languages[i].tag);

      g_test_message ("%s", languages[i].tag);
      g_assert_cmpint (ent_words_has_language (words), ==, languages[i].has);
      g_assert_cmpstr (ent_words_get (words, ENT_WORD_INCIDENT), ==, languages[i].incident);
    }
}

/* Every word there is, in every language there is; the same places to fill in all of them. */
static void
test_complete (void)
{
  static const char *const tags[] = { "en", "zh-CN" };
  g_autoptr (EntWords) english = ent_words_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (EntWords) words = ent_words_new (tags[i]);

      for (int word = 0; word < ENT_N_WORDS; word++)
        {
          const char *text = ent_words_get (words, word);

          g_assert_nonnull (text);
          g_assert_cmpstr (text, !=, "");
          g_assert_true (g_utf8_validate (text, -1, NULL));
          for (int place = 1; place < 10; place++)
            {
              g_autofree char *sign = g_strdup_printf ("{%d}", place);

              g_assert_cmpint (strstr (text, sign) != NULL, ==, strstr (ent_words_get (english, word), sign) != NULL);
            }
        }
    }
}

static void
test_fill (void)
{
  g_autoptr (EntWords) english = ent_words_new ("en");
  g_autoptr (EntWords) chinese = ent_words_new ("zh-CN");
  g_autofree char *count = ent_words_fill (english, ENT_WORD_EVENT_COUNT, "3", "{1}", "2015", NULL);
  g_autofree char *counted = ent_words_fill (chinese, ENT_WORD_EVENT_COUNT, "3", "7", "2015年", NULL);
  g_autofree char *few = ent_words_fill (english, ENT_WORD_EVENT_COUNT, "3", NULL);

  /* What is put in is not filled in turn. */
  g_assert_cmpstr (count, ==, "3 of {1} events, 2015");
  g_assert_cmpstr (counted, ==, "2015年，共7个条目，图中3个");
  g_assert_cmpstr (few, ==, "3 of  events, ");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *tag;
    gint64      number;
    const char *text;
  } numbers[] = {
    { "en", 0, "0" },
    { "en", 1234567, "1234567" },
    { "en", -43, "-43" },
    { "en", G_MININT64, "-9223372036854775808" },
    { "zh-CN", 2015, "2015" },
    { "ar-EG", 2015, "٢٠١٥" },
    { "fa", 2015, "۲۰۱۵" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (EntWords) words = ent_words_new (numbers[i].tag);
      g_autofree char *text = ent_words_number (words, numbers[i].number);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

static const struct
{
  const char *name;
  const char *tag;
  EntTickStep step;
  gint64      year;
  int         month, day;
  gint64      seconds;
  const char *upper;
  const char *lower;
} ticks[] = {
  { "year", "en", { ENT_TICK_YEAR, 1 }, 2015, 1, 1, 0, "2015", "2015" },
  { "year-zero", "en", { ENT_TICK_YEAR, 1 }, 0, 1, 1, 0, "0", "0" },
  { "year-bce", "en", { ENT_TICK_YEAR, 100 }, -500, 1, 1, 0, "-500", "-500" },
  { "year-far", "en", { ENT_TICK_YEAR, 1000000 }, -13000000000, 1, 1, 0, "-13000000000", "-13000000000" },
  { "decade", "en", { ENT_TICK_YEAR, 10 }, 1970, 1, 1, 0, "1970s", "1970" },
  { "month", "en", { ENT_TICK_MONTH, 1 }, 2015, 9, 1, 0, "Sep 2015", "Sep" },
  { "week", "en", { ENT_TICK_WEEK, 1 }, 2015, 9, 21, 0, "21 Sep 2015", "21" },
  { "day", "en", { ENT_TICK_DAY, 1 }, 2015, 9, 5, 0, "5 Sep 2015", "5" },
  { "hour", "en", { ENT_TICK_HOUR, 6 }, 2015, 9, 25, 64800, "25 Sep 2015 18:00 UTC", "18:00" },
  { "minute", "en", { ENT_TICK_MINUTE, 5 }, 2015, 9, 25, 300, "25 Sep 2015 00:05 UTC", "00:05" },
  { "second", "en", { ENT_TICK_SECOND, 1 }, 2015, 9, 25, 7, NULL, ":07" },
  { "year-zh", "zh-CN", { ENT_TICK_YEAR, 1 }, 2015, 1, 1, 0, "2015年", "2015年" },
  { "decade-zh", "zh-CN", { ENT_TICK_YEAR, 10 }, 1970, 1, 1, 0, "1970年代", "1970年" },
  { "month-zh", "zh-CN", { ENT_TICK_MONTH, 1 }, 2015, 9, 1, 0, "2015年9月", "9月" },
  { "day-zh", "zh-CN", { ENT_TICK_DAY, 1 }, 2015, 9, 5, 0, "2015年9月5日", "5日" },
  /* No table, but ICU knows the months: so they are not English. */
  { "month-de", "de", { ENT_TICK_MONTH, 1 }, 2015, 3, 1, 0, "Mär 2015", "Mär" },
  { "month-ar", "ar-EG", { ENT_TICK_MONTH, 1 }, 2015, 9, 1, 0, "سبتمبر ٢٠١٥", "سبتمبر" },
};

static void
test_tick (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntWords) words = ent_words_new (ticks[i].tag);
  gint64 time = ent_calendar_to_time (ticks[i].year, ticks[i].month, ticks[i].day) + ticks[i].seconds;
  g_autofree char *lower = ent_words_tick (words, ticks[i].step, time, FALSE);

  g_assert_cmpstr (lower, ==, ticks[i].lower);
  if (ticks[i].upper != NULL)
    {
      g_autofree char *upper = ent_words_tick (words, ticks[i].step, time, TRUE);

      g_assert_cmpstr (upper, ==, ticks[i].upper);
    }
}

static const struct
{
  const char *name;
  const char *tag;
  const char *span; /* EDTF */
  const char *text;
} spans[] = {
  { "year", "en", "2015", "2015" },
  { "years", "en", "2013/2016", "2013–2016" },
  { "bce", "en", "-0500/-0400", "-500–-400" },
  { "month", "en", "2015-05", "May 2015" },
  { "months", "en", "2015-05/2015-07", "May 2015 – Jul 2015" },
  { "day", "en", "2015-06-03", "3 Jun 2015" },
  { "days", "en", "2015-06-03/2015-07-09", "3 Jun 2015 – 9 Jul 2015" },
  { "part-of-day", "en", "2015-06-03T10:00:00Z", "3 Jun 2015" },
  { "year-zh", "zh-CN", "2015", "2015年" },
  { "years-zh", "zh-CN", "2013/2016", "2013年–2016年" },
  { "days-zh", "zh-CN", "2015-06-03/2015-07-09", "2015年6月3日 – 2015年7月9日" },
};

static void
test_span (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntWords) words = ent_words_new (spans[i].tag);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  EntSpan span;

  ent_span_parse (spans[i].span, -1, &span, &error);
  g_assert_no_error (error);
  text = ent_words_span (words, span.start, span.end);
  g_assert_cmpstr (text, ==, spans[i].text);
}

/* A picture's words do not depend on the process's locale; ICU's default is that of the environment. */
static void
test_locale (gconstpointer tag)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *default_before = g_strdup (uloc_getDefault ());
  g_autoptr (EntWords) words = ent_words_new (tag);
  g_autoptr (EntWords) other = NULL;
  UErrorCode status = U_ZERO_ERROR;

  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  uloc_setDefault ("zh_CN", &status);
  other = ent_words_new (tag);
  for (int month = 1; month <= 12; month++)
    {
      EntTickStep step = { ENT_TICK_MONTH, 1 };
      gint64 time = ent_calendar_to_time (2015, month, 1);
      g_autofree char *a = ent_words_tick (words, step, time, TRUE);
      g_autofree char *b = ent_words_tick (other, step, time, TRUE);

      g_assert_cmpstr (a, ==, b);
    }
  uloc_setDefault (default_before, &status);
  g_unsetenv ("LC_ALL");
  setlocale (LC_ALL, before);
}

/* ICU's stack is no place for a tag of any length; a dataset's may have any. */
static void
test_long_tag (void)
{
  g_autofree char *tag = g_strnfill (100000, 'x');
  g_autoptr (EntWords) words = ent_words_new (tag);
  g_autofree char *number = ent_words_number (words, 7);

  g_assert_false (ent_words_has_language (words));
  g_assert_cmpstr (number, ==, "7");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/complete", test_complete);
  g_test_add_func ("/words/fill", test_fill);
  g_test_add_func ("/words/numbers", test_numbers);
  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autofree char *path = g_strconcat ("/words/tick/", ticks[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_tick);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strconcat ("/words/span/", spans[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_span);
    }
  g_test_add_data_func ("/words/locale/en", "en", test_locale);
  g_test_add_data_func ("/words/locale/unknown", "xx", test_locale);
  g_test_add_func ("/words/long-tag", test_long_tag);

  return g_test_run ();
}
