/* ent-words.c: the few words a picture draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-words.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "ent-calendar.h"

/* A picture's language is independent of the process's locale, which is what gettext follows; and a
 * figure must come out alike where no locale is installed. So the words stand here, a column a language. */
static const struct
{
  const char *tag; /* matches languages that begin with it */
  const char *words[ENT_N_WORDS];
} tables[] = {
  {
    "en",
    {
      [ENT_WORD_INCIDENT] = "Incident",
      [ENT_WORD_MEETING] = "Meeting",
      [ENT_WORD_STATEMENT] = "Statement",
      [ENT_WORD_EVENT] = "Event",
      [ENT_WORD_INCIDENTS] = "Incidents",
      [ENT_WORD_MEETINGS] = "Meetings",
      [ENT_WORD_STATEMENTS] = "Statements",
      [ENT_WORD_EVENTS] = "Events",
      [ENT_WORD_UNSEEN_THEN_KNOWN] = "Unseen, then known",
      [ENT_WORD_UNSEEN] = "Unseen",
      [ENT_WORD_KNOWN] = "Known and going on",
      [ENT_WORD_ACTIVITY] = "Activity, detection not recorded",
      [ENT_WORD_DETECTED] = "Detected",
      [ENT_WORD_REMEDIED] = "Remedied",
      [ENT_WORD_DISCLOSED] = "Disclosed",
      [ENT_WORD_ATTRIBUTED] = "Attributed",
      [ENT_WORD_LASTING] = "Phase that lasted",
      [ENT_WORD_NO_ATTRIBUTION] = "Not attributed",
      [ENT_WORD_SUSPECTED] = "Suspected",
      [ENT_WORD_PRIVATE_ASSESSMENT] = "Private assessment",
      [ENT_WORD_OFFICIAL_ACCUSATION] = "Official accusation",
      [ENT_WORD_CONFIRMED] = "Confirmed",
      [ENT_WORD_DENIED] = "Denied",
      [ENT_WORD_NOT_DONE] = "Not done: {1}",
      [ENT_WORD_PLANNED] = "planned",
      [ENT_WORD_ANNOUNCED] = "announced",
      [ENT_WORD_THREATENED] = "threatened",
      [ENT_WORD_CANCELLED] = "cancelled",
      [ENT_WORD_SEVERITY] = "Severity {1}",
      [ENT_WORD_COARSE] = "Some time within the band",
      [ENT_WORD_SEASON] = "Season",
      [ENT_WORD_ABOUT] = "Approximate date",
      [ENT_WORD_UNCERTAIN] = "Uncertain date",
      [ENT_WORD_OPEN_END] = "Start or end open",
      [ENT_WORD_UNKNOWN_END] = "Start or end unknown",
      [ENT_WORD_ONE_OF] = "One of these dates",
      [ENT_WORD_ALL_OF] = "All of these dates",
      [ENT_WORD_GOES_ON] = "Beyond the edge",
      [ENT_WORD_SELECTED] = "Selected",
      [ENT_WORD_FOLD] = "Number of events",
      [ENT_WORD_COLUMN] = "Column: count of all events",
      [ENT_WORD_SHADE] = "Shade: count of all events",
      [ENT_WORD_LINK] = "Answered by",
      [ENT_WORD_LINK_ATTRIBUTES] = "Attributed in",
      [ENT_WORD_LINK_DENIES] = "Denied in",
      [ENT_WORD_LINK_IMPLEMENTS] = "Carried out by",
      [ENT_WORD_LINK_PART_OF] = "Contains",
      [ENT_WORD_LINK_COMPARES_TO] = "Compared with",
      [ENT_WORD_LINK_FOLLOWS] = "Followed by",
      [ENT_WORD_TODAY] = "Today",
      [ENT_WORD_AS_OF] = "as of {1}",
      [ENT_WORD_MORE_BEGUN] = "{1} more had begun",
      [ENT_WORD_MORE_MAY_HAVE_BEGUN] = "{1} to {2} more had begun",
      [ENT_WORD_DECADE] = "{1}s",
      [ENT_WORD_EVENT_COUNT] = "{1} of {2} events, {3}",
      [ENT_WORD_EVENT_COUNT_ONE] = "{1} of one event, {2}",
      [ENT_WORD_NO_EVENTS] = "No events",
      [ENT_WORD_UNDATED] = "{1} not placed in time",
      [ENT_WORD_REPEATED] = "{1} in more than one lane",
      [ENT_WORD_ALL_EVENTS] = "All events",
      [ENT_WORD_OTHER_VALUES] = "Other ({1})",
      [ENT_WORD_DONE] = "done",
      [ENT_WORD_ONGOING] = "ongoing",
      [ENT_WORD_VERIFIED] = "Verified",
      [ENT_WORD_RECALLED] = "Recalled",
      [ENT_WORD_NO_CATEGORY] = "No category",
      [ENT_WORD_NO_ACTOR] = "No actor",
      [ENT_WORD_NO_INITIATOR] = "No initiator",
      [ENT_WORD_NO_TARGET] = "No target",
      [ENT_WORD_NO_PAIR] = "No pair",
      [ENT_WORD_NO_PLACE] = "No place",
      [ENT_WORD_NO_TAG] = "No tag",
      [ENT_WORD_NO_SEVERITY] = "No severity",
      [ENT_WORD_ATTRIBUTION_NOT_GIVEN] = "No attribution given",
      [ENT_WORD_NO_STATUS] = "No status",
      [ENT_WORD_NO_SECTOR] = "No sector",
      [ENT_WORD_NOT_VERIFIED] = "Not verified",
      [ENT_WORD_NO_FIELD] = "No {1}",
      [ENT_WORD_BEFORE] = "Before",
      [ENT_WORD_AFTER] = "After",
      [ENT_WORD_RATIO] = "After / before",
      [ENT_WORD_INTERVAL] = "95 % interval",
      [ENT_WORD_A_YEAR] = "{1} a year",
      [ENT_WORD_TOO_FEW] = "too few to say",
      [ENT_WORD_NOT_COVERED] = "not covered",
      [ENT_WORD_WINDOW_BEFORE] = "Before: {1}",
      [ENT_WORD_WINDOW_AFTER] = "After: {1}",
      [ENT_WORD_MATCHING] = "Events that match: {1}",
      [ENT_WORD_BY_PHASE] = "Incidents by their phase: {1}",
      [ENT_WORD_BY_KIND] = "Kind",
      [ENT_WORD_BY_CATEGORY] = "Category",
      [ENT_WORD_BY_PAIR] = "Pair",
      [ENT_WORD_BY_SEVERITY] = "Severity",
      [ENT_WORD_MORE_VALUES] = "and {1} more",
      [ENT_WORD_NOTE_COUNTED] = "Events count by when they began; the event itself counts on neither side.",
      [ENT_WORD_NOTE_TWO_NUMBERS] = "Two numbers are the events that surely began in the window, and those that may have; "
                                    "intervals reach over all that may be.",
      [ENT_WORD_NOTE_UNDATED] = "Not placed in time and not counted: {1}.",
      [ENT_WORD_NOTE_NO_COVERAGE] = "The data do not say in which years their sources collect; fewer events may be fewer "
                                    "records.",
      [ENT_WORD_NOTE_NOT_COVERED] = "Not covered: no source collects in all of that window, so there is no rate.",
      [ENT_WORD_NOTE_NOT_SHARED] = "No source collects in both windows; what they hold may have been collected in "
                                   "different ways.",
      [ENT_WORD_NOTE_INTERVALS] = "The intervals ({1}) suppose that events come independently of each other; about one in "
                                  "20 misses by chance.",
      [ENT_WORD_NOTE_CAUSE] = "What came after an event need not have come of it.",
      [ENT_WORD_LIST_COMMA] = ", ",
    },
  },
  {
    "zh",
    {
      [ENT_WORD_INCIDENT] = "事件",
      [ENT_WORD_MEETING] = "会谈",
      [ENT_WORD_STATEMENT] = "声明",
      [ENT_WORD_EVENT] = "条目",
      [ENT_WORD_INCIDENTS] = "网络事件",
      [ENT_WORD_MEETINGS] = "外交会谈",
      [ENT_WORD_STATEMENTS] = "政策声明",
      [ENT_WORD_EVENTS] = "其他条目",
      [ENT_WORD_UNSEEN_THEN_KNOWN] = "未被发现，随后已知",
      [ENT_WORD_UNSEEN] = "未被发现",
      [ENT_WORD_KNOWN] = "已知且仍在进行",
      [ENT_WORD_ACTIVITY] = "活动期，发现时间无记录",
      [ENT_WORD_DETECTED] = "发现",
      [ENT_WORD_REMEDIED] = "清除",
      [ENT_WORD_DISCLOSED] = "公开",
      [ENT_WORD_ATTRIBUTED] = "归因",
      [ENT_WORD_LASTING] = "持续的阶段",
      [ENT_WORD_NO_ATTRIBUTION] = "未归因",
      [ENT_WORD_SUSPECTED] = "怀疑",
      [ENT_WORD_PRIVATE_ASSESSMENT] = "民间评估",
      [ENT_WORD_OFFICIAL_ACCUSATION] = "官方指控",
      [ENT_WORD_CONFIRMED] = "已证实",
      [ENT_WORD_DENIED] = "被否认",
      [ENT_WORD_NOT_DONE] = "尚未实现：{1}",
      [ENT_WORD_PLANNED] = "计划",
      [ENT_WORD_ANNOUNCED] = "宣布",
      [ENT_WORD_THREATENED] = "威胁",
      [ENT_WORD_CANCELLED] = "取消",
      [ENT_WORD_SEVERITY] = "重要程度 {1}",
      [ENT_WORD_COARSE] = "在此时段内某时",
      [ENT_WORD_SEASON] = "季节",
      [ENT_WORD_ABOUT] = "大约日期",
      [ENT_WORD_UNCERTAIN] = "日期存疑",
      [ENT_WORD_OPEN_END] = "起点或终点未定",
      [ENT_WORD_UNKNOWN_END] = "起止时间不明",
      [ENT_WORD_ONE_OF] = "其中某一日期",
      [ENT_WORD_ALL_OF] = "全部这些日期",
      [ENT_WORD_GOES_ON] = "延伸至图外",
      [ENT_WORD_SELECTED] = "选中",
      [ENT_WORD_FOLD] = "条目数",
      [ENT_WORD_COLUMN] = "柱：全部条目数",
      [ENT_WORD_SHADE] = "深浅：全部条目数",
      [ENT_WORD_LINK] = "回应",
      [ENT_WORD_LINK_ATTRIBUTES] = "据此归因",
      [ENT_WORD_LINK_DENIES] = "对此否认",
      [ENT_WORD_LINK_IMPLEMENTS] = "落实",
      [ENT_WORD_LINK_PART_OF] = "包含",
      [ENT_WORD_LINK_COMPARES_TO] = "可比",
      [ENT_WORD_LINK_FOLLOWS] = "后续",
      [ENT_WORD_TODAY] = "今天",
      [ENT_WORD_AS_OF] = "截至{1}",
      [ENT_WORD_MORE_BEGUN] = "另有{1}起已开始",
      [ENT_WORD_MORE_MAY_HAVE_BEGUN] = "另有{1}至{2}起已开始",
      [ENT_WORD_DECADE] = "{1}年代",
      [ENT_WORD_EVENT_COUNT] = "{3}，共{2}个条目，图中{1}个",
      [ENT_WORD_EVENT_COUNT_ONE] = "{2}，共1个条目，图中{1}个",
      [ENT_WORD_NO_EVENTS] = "没有条目",
      [ENT_WORD_UNDATED] = "另有{1}个无法定位日期",
      [ENT_WORD_REPEATED] = "其中{1}个见于多行",
      [ENT_WORD_ALL_EVENTS] = "全部条目",
      [ENT_WORD_OTHER_VALUES] = "其他（{1}）",
      [ENT_WORD_DONE] = "已完成",
      [ENT_WORD_ONGOING] = "进行中",
      [ENT_WORD_VERIFIED] = "已核实",
      [ENT_WORD_RECALLED] = "凭记忆",
      [ENT_WORD_NO_CATEGORY] = "无类别",
      [ENT_WORD_NO_ACTOR] = "无行为方",
      [ENT_WORD_NO_INITIATOR] = "无发起方",
      [ENT_WORD_NO_TARGET] = "无目标方",
      [ENT_WORD_NO_PAIR] = "无双方关系",
      [ENT_WORD_NO_PLACE] = "无地点",
      [ENT_WORD_NO_TAG] = "无标签",
      [ENT_WORD_NO_SEVERITY] = "无重要程度",
      [ENT_WORD_ATTRIBUTION_NOT_GIVEN] = "未说明归因",
      [ENT_WORD_NO_STATUS] = "无状态",
      [ENT_WORD_NO_SECTOR] = "无行业",
      [ENT_WORD_NOT_VERIFIED] = "未核实",
      [ENT_WORD_NO_FIELD] = "无 {1}",
      [ENT_WORD_BEFORE] = "之前",
      [ENT_WORD_AFTER] = "之后",
      [ENT_WORD_RATIO] = "之后比之前",
      [ENT_WORD_INTERVAL] = "95 % 区间",
      [ENT_WORD_A_YEAR] = "每年 {1}",
      [ENT_WORD_TOO_FEW] = "太少，无从判断",
      [ENT_WORD_NOT_COVERED] = "未收录",
      [ENT_WORD_WINDOW_BEFORE] = "之前：{1}",
      [ENT_WORD_WINDOW_AFTER] = "之后：{1}",
      [ENT_WORD_MATCHING] = "符合条件的条目：{1}",
      [ENT_WORD_BY_PHASE] = "网络事件依其阶段：{1}",
      [ENT_WORD_BY_KIND] = "类型",
      [ENT_WORD_BY_CATEGORY] = "类别",
      [ENT_WORD_BY_PAIR] = "双方",
      [ENT_WORD_BY_SEVERITY] = "重要程度",
      [ENT_WORD_MORE_VALUES] = "另有 {1} 项",
      [ENT_WORD_NOTE_COUNTED] = "条目按其开始时间计数；划分前后的条目本身不计入任何一边。",
      [ENT_WORD_NOTE_TWO_NUMBERS] = "两个数字分别是确定在时段内开始的条目数与可能的条目数；区间涵盖所有可能。",
      [ENT_WORD_NOTE_UNDATED] = "未定位且未计入：{1}。",
      [ENT_WORD_NOTE_NO_COVERAGE] = "数据未说明其来源收录哪些年份；条目较少也可能只是记录较少。",
      [ENT_WORD_NOTE_NOT_COVERED] = "未收录：没有来源完整收录该时段，因此不给出频率。",
      [ENT_WORD_NOTE_NOT_SHARED] = "没有来源同时收录前后两个时段；两边的内容可能以不同方式收集。",
      [ENT_WORD_NOTE_INTERVALS] = "区间（{1} 个）假定条目彼此独立发生；大约每 20 个有一个会因偶然而落空。",
      [ENT_WORD_NOTE_CAUSE] = "在一个事件之后发生的，未必因它而起。",
      [ENT_WORD_LIST_COMMA] = "、",
    },
  },
};

struct _EntWords
{
  char              *language; /* (owned) */
  const char *const *words;
  gboolean           has_language;
  UNumberFormat     *numbers;
  UChar              year_pattern[32];
  char              *months[12]; /* (owned) */
  char              *day_pattern; /* (owned): "d" or "d日" */
};

static char *
from_icu (const UChar *text,
          int          length)
{
  char buffer[256];
  int written = 0;
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (buffer, sizeof buffer - 1, &written, text, length, &status);
  return g_strndup (buffer, U_SUCCESS (status) ? written : 0);
}

static void
pattern_for (UDateTimePatternGenerator *generator,
             const char                *skeleton,
             UChar                     *pattern,
             int                        size)
{
  UChar wanted[16];
  UErrorCode status = U_ZERO_ERROR;

  u_charsToUChars (skeleton, wanted, (int) strlen (skeleton) + 1);
  udatpg_getBestPattern (generator, wanted, -1, pattern, size, &status);
  if (U_FAILURE (status))
    u_charsToUChars (skeleton, pattern, (int) strlen (skeleton) + 1);
}

/* What ICU is asked about a language. For one that it does not know it would take the locale of the process,
 * and one longer than any locale could be overflows its stack. */
static const char *
find_locale (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle;

  if (strlen (language) >= ULOC_FULLNAME_CAPACITY)
    return "en";
  bundle = ures_open (NULL, language, &status);
  ures_close (bundle);
  return U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING ? language : "en";
}

static void
read_locale (EntWords *self)
{
  const char *locale = find_locale (self->language);
  UErrorCode status = U_ZERO_ERROR;
  UChar digits_only[] = { '#', 0 };
  UChar day[32];
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UDateFormat *format;

  self->numbers = unum_open (UNUM_PATTERN_DECIMAL, digits_only, 1, locale, NULL, &status);
  format = udat_open (UDAT_NONE, UDAT_NONE, locale, NULL, 0, NULL, 0, &status);
  for (int month = 0; month < 12; month++)
    {
      UChar name[64];
      UErrorCode failed = U_ZERO_ERROR;
      int length = udat_getSymbols (format, UDAT_STANDALONE_SHORT_MONTHS, month, name,
                                    G_N_ELEMENTS (name), &failed);

      self->months[month] = U_SUCCESS (failed) ? from_icu (name, length) : g_strdup_printf ("%d", month + 1);
    }
  pattern_for (generator, "y", self->year_pattern, G_N_ELEMENTS (self->year_pattern));
  pattern_for (generator, "d", day, G_N_ELEMENTS (day));
  self->day_pattern = from_icu (day, -1);
  udat_close (format);
  udatpg_close (generator);
}

/**
 * ent_words_new:
 * @language: (nullable): the tag of the picture's language; %NULL is English
 *
 * Returns: (transfer full): its words; English ones where the language has no table
 */
EntWords *
ent_words_new (const char *language)
{
  EntWords *self = g_new0 (EntWords, 1);

  self->language = g_strdup (language != NULL && *language != '\0' ? language : "en");
  self->words = tables[0].words;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gsize length = strlen (tables[i].tag);

      if (g_ascii_strncasecmp (self->language, tables[i].tag, length) == 0 &&
          strchr ("-_", self->language[length]) != NULL)
        {
          self->words = tables[i].words;
          self->has_language = TRUE;
        }
    }
  read_locale (self);
  return self;
}

void
ent_words_free (EntWords *self)
{
  unum_close (self->numbers);
  for (int i = 0; i < 12; i++)
    g_free (self->months[i]);
  g_free (self->day_pattern);
  g_free (self->language);
  g_free (self);
}

/** ent_words_has_language: (skip): whether there is a table for the language asked for */
gboolean
ent_words_has_language (const EntWords *self)
{
  return self->has_language;
}

/** ent_words_get: (skip): a fixed phrase; one with {1} is for ent_words_fill() */
const char *
ent_words_get (const EntWords *self,
               EntWord         word)
{
  return self->words[word];
}

/**
 * ent_words_fill:
 * @self: the words
 * @word: a phrase with {1}, {2} …
 * @...: what to put there, in that order, ended by %NULL; at most nine
 *
 * Returns: (transfer full): the phrase filled in
 */
char *
ent_words_fill (const EntWords *self,
                EntWord         word,
                ...)
{
  const char *arguments[10] = { NULL };
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, word);
  for (int i = 1; i < 10; i++)
    {
      arguments[i] = va_arg (args, const char *);
      if (arguments[i] == NULL)
        break;
    }
  va_end (args);

  for (const char *at = self->words[word]; *at != '\0'; at++)
    if (at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}')
      {
        const char *argument = arguments[at[1] - '0'];

        g_string_append (text, argument != NULL ? argument : "");
        at += 2;
      }
    else
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}

/** ent_words_number: (skip): (transfer full): a number in the language's digits, ungrouped */
char *
ent_words_number (const EntWords *self,
                  gint64          number)
{
  UChar text[64];
  UErrorCode status = U_ZERO_ERROR;
  int length = unum_formatInt64 (self->numbers, number, text, G_N_ELEMENTS (text), NULL, &status);

  return U_SUCCESS (status) ? from_icu (text, length) : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Puts digits where the pattern has a run of `letter`; what else the pattern holds is kept, quotes off. */
static char *
fill_pattern (const char *pattern,
              char        letter,
              const char *digits)
{
  GString *text = g_string_new (NULL);
  gboolean filled = FALSE;

  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (*at == letter)
        {
          if (!filled)
            g_string_append (text, digits);
          filled = TRUE;
        }
      else if (*at != '\'')
        g_string_append_c (text, *at);
    }
  if (!filled)
    g_string_assign (text, digits);
  return g_string_free (text, FALSE);
}

static char *
year_text (const EntWords *self,
           gint64          year)
{
  g_autofree char *digits = NULL;
  g_autofree char *pattern = NULL;

  /* Astronomical years, as EDTF writes them: 0 is 1 BCE. */
  digits = ent_words_number (self, year);
  pattern = from_icu (self->year_pattern, -1);
  return fill_pattern (pattern, 'y', digits);
}

static char *
day_text (const EntWords *self,
          int             day)
{
  g_autofree char *digits = ent_words_number (self, day);

  return fill_pattern (self->day_pattern, 'd', digits);
}

static char *
month_year_text (const EntWords        *self,
                 const EntCalendarDate *date)
{
  g_autofree char *year = year_text (self, date->year);

  return g_ascii_strncasecmp (self->language, "zh", 2) == 0
           ? g_strconcat (year, self->months[date->month - 1], NULL)
           : g_strconcat (self->months[date->month - 1], " ", year, NULL);
}

static char *
full_date_text (const EntWords        *self,
                const EntCalendarDate *date)
{
  g_autofree char *day = day_text (self, date->day);
  g_autofree char *rest = month_year_text (self, date);

  return g_ascii_strncasecmp (self->language, "zh", 2) == 0 ? g_strconcat (rest, day, NULL)
                                                              : g_strconcat (day, " ", rest, NULL);
}

/**
 * ent_words_tick:
 * @self: the words
 * @step: the step of the tier
 * @tick: seconds UTC
 * @upper: %TRUE for the tier that names the unit, %FALSE for that of its parts
 *
 * Returns: (transfer full): the text at a tick
 */
char *
ent_words_tick (const EntWords *self,
                EntTickStep     step,
                gint64          tick,
                gboolean        upper)
{
  EntCalendarDate date;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  ent_calendar_from_time (tick, &date);
  switch ((EntTickUnit) step.unit)
    {
    case ENT_TICK_YEAR:
      if (upper && step.count == 10)
        {
          first = ent_words_number (self, date.year);
          return ent_words_fill (self, ENT_WORD_DECADE, first, NULL);
        }
      return year_text (self, date.year);
    case ENT_TICK_MONTH:
      return upper ? month_year_text (self, &date) : g_strdup (self->months[date.month - 1]);
    case ENT_TICK_WEEK:
    case ENT_TICK_DAY:
      return upper ? full_date_text (self, &date) : day_text (self, date.day);
    case ENT_TICK_HOUR:
    case ENT_TICK_MINUTE:
      first = g_strdup_printf ("%02d:%02d", date.hour, date.minute);
      break;
    case ENT_TICK_SECOND:
    default:
      first = g_strdup_printf (":%02d", date.second);
      break;
    }
  if (!upper)
    return g_steal_pointer (&first);
  second = full_date_text (self, &date);
  return g_strdup_printf ("%s %s UTC", second, first);
}

/**
 * ent_words_span:
 * @self: the words
 * @start: seconds UTC
 * @end: seconds UTC, not part of the span
 *
 * Returns: (transfer full): the span in words, as coarse as its ends allow: "2013–2016", "May 2015",
 *   "3 Jun 2015 – 9 Jul 2015"
 */
char *
ent_words_span (const EntWords *self,
                gint64          start,
                gint64          end)
{
  EntCalendarDate from;
  EntCalendarDate to;
  EntCalendarDate after;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  gboolean years;
  gboolean months;

  ent_calendar_from_time (start, &from);
  ent_calendar_from_time (end > start ? end - 1 : end, &to);
  ent_calendar_from_time (end, &after);
  months = from.day == 1 && after.day == 1 && from.hour + from.minute + from.second == 0 &&
           after.hour + after.minute + after.second == 0;
  years = months && from.month == 1 && after.month == 1;

  left = years ? year_text (self, from.year)
               : months ? month_year_text (self, &from)
                        : full_date_text (self, &from);
  right = years ? year_text (self, to.year)
                : months ? month_year_text (self, &to)
                         : full_date_text (self, &to);
  if (g_str_equal (left, right))
    return g_steal_pointer (&left);
  return g_strconcat (left, years ? "–" : " – ", right, NULL);
}

/**
 * ent_words_as_of:
 * @self: the words
 * @end: the second after the day, seconds UTC
 *
 * Returns: (transfer full): "as of 19 Sep 2015"
 */
char *
ent_words_as_of (const EntWords *self,
                 gint64          end)
{
  g_autofree char *day = NULL;
  EntCalendarDate date;

  ent_calendar_from_time (end - 1, &date);
  day = full_date_text (self, &date);
  return ent_words_fill (self, ENT_WORD_AS_OF, day, NULL);
}
