/* ent-date-text.c: dates in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-text.h"

#include <glib/gi18n.h>

#include "ent-calendar.h"
#include "ent-date-private.h"
#include "ent-phrase.h"

/* Words are made from the text of a date and not from its bounds, since only the text tells what was left
 * open and what is qualified. Years are as wide as EDTF has them, which no library's calendar is, so the names
 * of months come from the catalogue, and the order of the parts with them. */

#define MAX_MEMBERS 8

static const char *const months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),     NC_("month", "April"),
  NC_("month", "May"),     NC_("month", "June"),     NC_("month", "July"),      NC_("month", "August"),
  NC_("month", "September"), NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *const short_months[] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
  NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
  NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

/* By EDTF's number, from 21. */
static const char *const seasons[] = {
  NC_("date", "spring {year}"),
  NC_("date", "summer {year}"),
  NC_("date", "autumn {year}"),
  NC_("date", "winter {year}"),
  NC_("date", "spring {year} (northern hemisphere)"),
  NC_("date", "summer {year} (northern hemisphere)"),
  NC_("date", "autumn {year} (northern hemisphere)"),
  NC_("date", "winter {year} (northern hemisphere)"),
  NC_("date", "spring {year} (southern hemisphere)"),
  NC_("date", "summer {year} (southern hemisphere)"),
  NC_("date", "autumn {year} (southern hemisphere)"),
  NC_("date", "winter {year} (southern hemisphere)"),
  NC_("date", "first quarter of {year}"),
  NC_("date", "second quarter of {year}"),
  NC_("date", "third quarter of {year}"),
  NC_("date", "fourth quarter of {year}"),
  NC_("date", "first four months of {year}"),
  NC_("date", "second four months of {year}"),
  NC_("date", "last four months of {year}"),
  NC_("date", "first half of {year}"),
  NC_("date", "second half of {year}"),
};

#define FIRST_SEASON 21

static const char *
month_name (int          month,
            EntDateStyle style)
{
  return style == ENT_DATE_STYLE_FULL ? g_dpgettext2 (NULL, "month", months[month - 1])
                                      : g_dpgettext2 (NULL, "short month", short_months[month - 1]);
}

/* Digits in groups of three from five on, set apart by narrow spaces that do not break. */
static char *
digits_of (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize length = strlen (digits);
  GString *text;

  if (length < 5)
    return g_steal_pointer (&digits);
  text = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, "\u202f");
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/* Of an astronomical year: 0 is 1 BCE. */
static char *
year_words (gint64 year)
{
  g_autofree char *digits = digits_of (year > 0 ? year : 1 - year);
  const char *pattern;

  if (year >= 10000)
    /* Translators: a year of more than four digits */
    pattern = C_("date", "the year {year}");
  else if (year >= 1000)
    /* Translators: a year as it stands in a date, like 2014 */
    pattern = C_("date", "{year}");
  else if (year > 0)
    /* Translators: a year of less than four digits, like 44 CE */
    pattern = C_("date", "{year} CE");
  else
    /* Translators: a year before the common era, like 44 BCE */
    pattern = C_("date", "{year} BCE");
  return ent_phrase_fill (pattern, "year", digits, NULL);
}

static char *
month_words (gint64       year,
             int          month,
             EntDateStyle style)
{
  g_autofree char *year_text = year_words (year);

  return ent_phrase_fill (C_("date", "{month} {year}"), "month", month_name (month, style), "year", year_text, NULL);
}

static char *
day_words (gint64       year,
           int          month,
           int          day,
           EntDateStyle style)
{
  g_autofree char *year_text = year_words (year);
  g_autofree char *day_text = digits_of (day);

  return ent_phrase_fill (C_("date", "{day} {month} {year}"), "day", day_text, "month", month_name (month, style),
                          "year", year_text, NULL);
}

static int
number_at (const char *digits)
{
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

static gboolean
is_open (const char *digits)
{
  return digits[0] == 'X' && digits[1] == 'X';
}

/* The year of an expression that leaves none of its digits open. */
static gint64
year_of (const EntDateExpression *expression)
{
  gint64 year = number_at (expression->year) * 100 + number_at (expression->year + 2);

  return expression->negative ? -year : year;
}

/* Whether the expression leaves something of itself open, be it by X or by significant digits. */
static gboolean
is_masked (const EntDateExpression *expression)
{
  return expression->open[ENT_COMPONENT_YEAR] || expression->open[ENT_COMPONENT_MONTH] ||
         expression->open[ENT_COMPONENT_DAY] || expression->significant > 0;
}

static gboolean
is_decade (const EntDateExpression *expression)
{
  const char *year = expression->year;

  return expression->open[ENT_COMPONENT_YEAR] && !expression->negative && year[3] == 'X' && year[2] != 'X' &&
         year[1] != 'X' && year[0] != 'X' && year[0] != '0';
}

static char *
decade_words (const EntDateExpression *expression)
{
  g_autofree char *year = g_strdup_printf ("%.3s0", expression->year);

  /* Translators: a decade, like 1980s */
  return ent_phrase_fill (C_("date", "{year}s"), "year", year, NULL);
}

/* Whether all days from the first to the last are meant: what is open is open up to the end. */
static gboolean
is_contiguous (const EntDateExpression *expression)
{
  g_autofree char *digits = g_strdup_printf ("%.4s%.2s%.2s", expression->year,
                                             expression->unit >= ENT_UNIT_MONTH ? expression->month : "",
                                             expression->unit >= ENT_UNIT_DAY ? expression->day : "");
  const char *open = strchr (digits, 'X');

  return expression->unit != ENT_UNIT_SEASON && (open == NULL || strspn (open, "X") == strlen (open));
}

static char *
extent_words (const EntDateExpression *expression,
              EntDateStyle             style)
{
  EntCalendarDate from;
  EntCalendarDate to;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GString) written = NULL;

  ent_calendar_from_time (expression->earliest.time, &from);
  ent_calendar_from_time (expression->latest.time - 1, &to);
  if (expression->unit <= ENT_UNIT_LONG_YEAR)
    {
      first = year_words (from.year);
      last = year_words (to.year);
    }
  else if (expression->unit <= ENT_UNIT_MONTH)
    {
      first = month_words (from.year, from.month, style);
      last = month_words (to.year, to.month, style);
    }
  else
    {
      first = day_words (from.year, from.month, from.day, style);
      last = day_words (to.year, to.month, to.day, style);
    }
  if (is_contiguous (expression))
    return ent_phrase_fill (C_("date", "between {first} and {last}"), "first", first, "last", last, NULL);
  written = g_string_new (NULL);
  ent_date_expression_append (expression, written);
  /* Translators: only some of the dates between the two are meant; {edtf} is what stands in the data, like 2014-XX-12 */
  return ent_phrase_fill (C_("date", "between {first} and {last}, written {edtf}"), "first", first, "last", last,
                          "edtf", written->str, NULL);
}

static char *
masked_year_words (const EntDateExpression *expression,
                   EntDateStyle             style)
{
  if (is_decade (expression))
    return decade_words (expression);
  if (strncmp (expression->year, "XXXX", 4) == 0 && !expression->negative)
    return g_strdup (C_("date", "year unknown"));
  return extent_words (expression, style);
}

/* Significant digits: a year that stands for all that agree with its first ones. */
static char *
estimated_year_words (const EntDateExpression *expression)
{
  EntCalendarDate from;
  EntCalendarDate to;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *estimate = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  gint64 year;

  ent_calendar_from_time (expression->earliest.time, &from);
  ent_calendar_from_time (expression->latest.time - 1, &to);
  first = year_words (from.year);
  last = year_words (to.year);
  if (from.year == to.year)
    return g_steal_pointer (&first);
  /* The canonical text has no exponent within the limit: Y171010000S3. */
  ent_date_expression_append (expression, written);
  year = g_ascii_strtoll (written->str + (written->str[0] == 'Y' ? 1 : 0), NULL, 10);
  estimate = year_words (year);
  return ent_phrase_fill (C_("date", "{year} as an estimate, between {first} and {last}"), "year", estimate,
                          "first", first, "last", last, NULL);
}

static char *
plain_year_words (const EntDateExpression *expression,
                  EntDateStyle             style)
{
  EntCalendarDate date;

  if (expression->open[ENT_COMPONENT_YEAR])
    return masked_year_words (expression, style);
  if (expression->significant > 0)
    return estimated_year_words (expression);
  ent_calendar_from_time (expression->earliest.time, &date);
  return year_words (date.year);
}

static char *
season_words (const EntDateExpression *expression,
              EntDateStyle             style)
{
  g_autofree char *year = NULL;

  if (expression->open[ENT_COMPONENT_YEAR])
    return extent_words (expression, style);
  year = year_words (year_of (expression));
  return ent_phrase_fill (g_dpgettext2 (NULL, "date", seasons[expression->season - FIRST_SEASON]), "year", year, NULL);
}

/* A month or day of which the year is left open: "XXXX-12-25", "156X-12". */
static char *
without_year (const EntDateExpression *expression,
              EntDateStyle             style)
{
  const char *month = month_name (number_at (expression->month), style);
  gboolean has_day = expression->unit >= ENT_UNIT_DAY && !is_open (expression->day);
  g_autofree char *date = NULL;
  g_autofree char *decade = NULL;

  if (has_day)
    {
      g_autofree char *day = digits_of (number_at (expression->day));

      date = ent_phrase_fill (C_("date", "{day} {month}"), "day", day, "month", month, NULL);
    }
  if (is_decade (expression) && (has_day || expression->unit == ENT_UNIT_MONTH))
    {
      decade = decade_words (expression);
      return ent_phrase_fill (C_("date", "{date} of a year of the {decade}"), "date", has_day ? date : month,
                              "decade", decade, NULL);
    }
  if (is_decade (expression))
    return extent_words (expression, style);
  if (has_day || expression->unit == ENT_UNIT_MONTH)
    return ent_phrase_fill (C_("date", "{date}, year unknown"), "date", has_day ? date : month, NULL);
  return ent_phrase_fill (C_("date", "{month}, year and day unknown"), "month", month, NULL);
}

static char *
masked_month_or_day_words (const EntDateExpression *expression,
                           EntDateStyle             style)
{
  gboolean year_open = expression->open[ENT_COMPONENT_YEAR];
  gboolean month_open = expression->open[ENT_COMPONENT_MONTH];
  gboolean day_open = expression->open[ENT_COMPONENT_DAY];
  gboolean has_day = expression->unit >= ENT_UNIT_DAY;
  g_autofree char *text = NULL;

  if (day_open && !is_open (expression->day))
    return extent_words (expression, style);
  if (month_open && !is_open (expression->month))
    return extent_words (expression, style);
  if (!year_open && month_open && (!has_day || day_open))
    {
      text = year_words (year_of (expression));
      return ent_phrase_fill (has_day ? C_("date", "{year}, month and day unknown") : C_("date", "{year}, month unknown"),
                              "year", text, NULL);
    }
  if (!year_open && !month_open)
    {
      text = month_words (year_of (expression), number_at (expression->month), style);
      return ent_phrase_fill (C_("date", "{month}, day unknown"), "month", text, NULL);
    }
  if (year_open && !month_open &&
      (is_decade (expression) || (strncmp (expression->year, "XXXX", 4) == 0 && !expression->negative)))
    return without_year (expression, style);
  return extent_words (expression, style);
}

static char *
time_words (const EntDateExpression *expression,
            EntDateStyle             style)
{
  EntCalendarDate date;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  /* A leap second shares its place with the second before it, not its name. */
  ent_calendar_from_time (expression->earliest.time, &date);
  day = day_words (date.year, date.month, date.day, style);
  time = g_strdup_printf ("%02d:%02d:%02d", date.hour, date.minute, expression->second == 60 ? 60 : date.second);
  return ent_phrase_fill (expression->has_zone ? C_("date", "{date}, {time} UTC")
                                               : C_("date", "{date}, {time} (time zone not given)"),
                          "date", day, "time", time, NULL);
}

/* What is said, without how sure it is. */
static char *
bare_words (const EntDateExpression *expression,
            EntDateStyle             style)
{
  if (expression->earliest.kind == ENT_BOUND_BEYOND)
    {
      g_autoptr (GString) written = g_string_new (NULL);

      ent_date_expression_append (expression, written);
      return ent_phrase_fill (C_("date", "the year {edtf}"), "edtf", written->str, NULL);
    }
  switch (expression->unit)
    {
    case ENT_UNIT_YEAR:
    case ENT_UNIT_LONG_YEAR:
      return plain_year_words (expression, style);
    case ENT_UNIT_SEASON:
      return season_words (expression, style);
    case ENT_UNIT_MONTH:
      return is_masked (expression) ? masked_month_or_day_words (expression, style)
                                    : month_words (year_of (expression), number_at (expression->month), style);
    case ENT_UNIT_DAY:
      return is_masked (expression)
               ? masked_month_or_day_words (expression, style)
               : day_words (year_of (expression), number_at (expression->month), number_at (expression->day), style);
    case ENT_UNIT_SECOND:
    default:
      return time_words (expression, style);
    }
}

static guint
count_components (const EntDateExpression *expression)
{
  return expression->unit <= ENT_UNIT_LONG_YEAR ? 1 : expression->unit <= ENT_UNIT_MONTH ? 2 : 3;
}

static gboolean
is_qualified (const EntDateExpression *expression)
{
  return (expression->qualifiers[0] | expression->qualifiers[1] | expression->qualifiers[2]) != 0;
}

static char *
qualify_parts (const EntDateExpression *expression,
               const char              *bare)
{
  /* By component, by qualifiers. */
  static const char *const notes[][4] = {
    { NULL, NC_("date", "year uncertain"), NC_("date", "year approximate"), NC_("date", "year uncertain and approximate") },
    { NULL, NC_("date", "month uncertain"), NC_("date", "month approximate"), NC_("date", "month uncertain and approximate") },
    { NULL, NC_("date", "day uncertain"), NC_("date", "day approximate"), NC_("date", "day uncertain and approximate") },
    { NULL, NC_("date", "season uncertain"), NC_("date", "season approximate"), NC_("date", "season uncertain and approximate") },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < count_components (expression); i++)
    {
      guint row = i == ENT_COMPONENT_MONTH && expression->unit == ENT_UNIT_SEASON ? 3 : i;

      if (expression->qualifiers[i] != 0)
        g_ptr_array_add (parts, (gpointer) g_dpgettext2 (NULL, "date", notes[row][expression->qualifiers[i]]));
    }
  list = ent_phrase_list (parts, C_("list", ", "));
  return ent_phrase_fill (C_("date", "{date} ({notes})"), "date", bare, "notes", list, NULL);
}

static char *
expression_words (const EntDateExpression *expression,
                  EntDateStyle             style)
{
  g_autofree char *bare = bare_words (expression, style);

  if (!is_qualified (expression))
    return g_steal_pointer (&bare);
  for (guint i = 1; i < count_components (expression); i++)
    if (expression->qualifiers[i] != expression->qualifiers[0])
      return qualify_parts (expression, bare);
  if (style == ENT_DATE_STYLE_BRIEF)
    return ent_phrase_fill (expression->qualifiers[0] == ENT_QUALIFIER_UNCERTAIN     ? C_("brief date", "{date}?")
                            : expression->qualifiers[0] == ENT_QUALIFIER_APPROXIMATE ? C_("brief date", "c. {date}")
                                                                                     : C_("brief date", "c. {date}?"),
                            "date", bare, NULL);
  switch (expression->qualifiers[0])
    {
    case ENT_QUALIFIER_UNCERTAIN:
      return ent_phrase_fill (C_("date", "possibly {date}"), "date", bare, NULL);
    case ENT_QUALIFIER_APPROXIMATE:
      return ent_phrase_fill (C_("date", "about {date}"), "date", bare, NULL);
    default:
      return ent_phrase_fill (C_("date", "possibly about {date}"), "date", bare, NULL);
    }
}

/* Whether both dates are plain and of one unit, so that what they share need be said only once. */
static gboolean
can_be_joined (const EntDateExpression *from,
               const EntDateExpression *to)
{
  return from->unit == to->unit && (from->unit == ENT_UNIT_YEAR || from->unit == ENT_UNIT_MONTH || from->unit == ENT_UNIT_DAY) &&
         !is_masked (from) && !is_masked (to) && !is_qualified (from) && !is_qualified (to);
}

static char *
joined_words (const EntDateExpression *from,
              const EntDateExpression *to,
              EntDateStyle             style)
{
  gint64 year = year_of (from);
  g_autofree char *year_text = year_words (year);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int from_month;
  int to_month;

  if (from->unit == ENT_UNIT_YEAR)
    {
      if (year < 1000)
        return NULL;
      last = year_words (year_of (to));
      return ent_phrase_fill (C_("date", "{first}–{last}"), "first", year_text, "last", last, NULL);
    }
  if (year != year_of (to))
    return NULL;
  from_month = number_at (from->month);
  to_month = number_at (to->month);
  if (from->unit == ENT_UNIT_MONTH)
    return from_month == to_month
             ? month_words (year, from_month, style)
             : ent_phrase_fill (C_("date", "{first-month} – {last-month} {year}"), "first-month", month_name (from_month, style),
                                "last-month", month_name (to_month, style), "year", year_text, NULL);
  if (from_month == to_month && number_at (from->day) == number_at (to->day))
    return day_words (year, from_month, number_at (from->day), style);
  first = digits_of (number_at (from->day));
  last = digits_of (number_at (to->day));
  if (from_month == to_month)
    return ent_phrase_fill (C_("date", "{first-day}–{last-day} {month} {year}"), "first-day", first, "last-day", last,
                            "month", month_name (from_month, style), "year", year_text, NULL);
  return ent_phrase_fill (C_("date", "{first-day} {first-month} – {last-day} {last-month} {year}"), "first-day", first,
                          "first-month", month_name (from_month, style), "last-day", last,
                          "last-month", month_name (to_month, style), "year", year_text, NULL);
}

static char *
range_words (const EntDateMember *member,
             gboolean             in_set,
             EntDateStyle         style)
{
  EntBoundKind start_kind = member->start.kind;
  EntBoundKind end_kind = member->end.kind;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (start_kind == ENT_BOUND_KNOWN)
    start = expression_words (&member->start.expression, style);
  if (end_kind == ENT_BOUND_KNOWN)
    end = expression_words (&member->end.expression, style);

  if (start != NULL && end != NULL)
    {
      if (can_be_joined (&member->start.expression, &member->end.expression))
        {
          char *joined = joined_words (&member->start.expression, &member->end.expression, style);

          if (joined != NULL)
            return joined;
        }
      return ent_phrase_fill (C_("date", "{start} – {end}"), "start", start, "end", end, NULL);
    }
  if (start != NULL && in_set)
    return ent_phrase_fill (C_("date", "{start} or later"), "start", start, NULL);
  if (end != NULL && in_set)
    return ent_phrase_fill (C_("date", "{end} or earlier"), "end", end, NULL);
  if (start != NULL)
    return ent_phrase_fill (end_kind == ENT_BOUND_OPEN ? C_("date", "from {start}, end open")
                                                       : C_("date", "from {start}, end unknown"),
                            "start", start, NULL);
  if (end != NULL)
    return ent_phrase_fill (start_kind == ENT_BOUND_OPEN ? C_("date", "until {end}, start open")
                                                         : C_("date", "until {end}, start unknown"),
                            "end", end, NULL);
  if (start_kind == end_kind)
    return g_strdup (start_kind == ENT_BOUND_OPEN ? C_("date", "start and end open") : C_("date", "start and end unknown"));
  return g_strdup (start_kind == ENT_BOUND_OPEN ? C_("date", "start open, end unknown") : C_("date", "start unknown, end open"));
}

/* At most @MAX_MEMBERS in words, the rest by number. */
typedef struct
{
  GPtrArray    *words; /* (owned) */
  EntDateStyle  style;
  guint         n_members;
} Reading;

static void
take_member (EntDateForm          form,
             const EntDateMember *member,
             gpointer             user_data)
{
  Reading *reading = user_data;
  gboolean in_set = form == ENT_DATE_ONE_OF || form == ENT_DATE_ALL_OF;

  if (reading->n_members++ >= MAX_MEMBERS)
    return;
  if (reading->style == ENT_DATE_STYLE_BRIEF && member->start.kind == ENT_BOUND_KNOWN &&
      !(form == ENT_DATE_ONE_OF && member->is_range))
    {
      EntDateExpression brief = member->start.expression;

      /* A time keeps the month it is written with, whatever that is in UTC. */
      if (brief.unit >= ENT_UNIT_DAY && !brief.open[ENT_COMPONENT_MONTH] && !brief.open[ENT_COMPONENT_YEAR])
        {
          brief.unit = ENT_UNIT_MONTH;
          brief.open[ENT_COMPONENT_DAY] = FALSE;
        }
      g_ptr_array_add (reading->words, expression_words (&brief, reading->style));
      return;
    }
  g_ptr_array_add (reading->words, member->is_range ? range_words (member, in_set, reading->style)
                                                    : expression_words (&member->start.expression, reading->style));
}

static char *
set_words (const Reading *reading,
           EntDateForm    form)
{
  g_autofree char *list = NULL;
  guint n_more = reading->n_members - reading->words->len;

  if (reading->n_members == 1)
    return g_strdup (g_ptr_array_index (reading->words, 0));
  if (n_more > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_more);

      g_ptr_array_add (reading->words, ent_phrase_fill (ngettext ("{n} more date", "{n} more dates", n_more), "n", number, NULL));
    }
  list = ent_phrase_list (reading->words, form == ENT_DATE_ONE_OF ? C_("list", " or ") : C_("list", " and "));
  return form == ENT_DATE_ONE_OF ? ent_phrase_fill (C_("date", "one of {dates}"), "dates", list, NULL)
                                 : g_steal_pointer (&list);
}

static char *
unplaced_words (EntSlice edtf)
{
  g_autofree char *clean = ent_phrase_clean (ent_slice_cut (edtf, 200));
  g_autofree char *written = ent_phrase_isolate (clean);

  return ent_phrase_fill (C_("date", "“{written}”, cannot be placed"), "written", written, NULL);
}

/**
 * ent_date_text_words:
 * @edtf: a date as written; absent for none
 * @style: how wordy
 *
 * Says all that the date says, and no more. What is no date, or is too far away to be placed, is
 * quoted and called so.
 *
 * Returns: (transfer full): the date in the language of the interface
 */
char *
ent_date_text_words (EntSlice     edtf,
                     EntDateStyle style)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { words, style, 0 };
  EntDate date;
  EntDateForm form;
  guint8 level;

  if (edtf.text == NULL)
    return g_strdup (C_("date", "no date"));
  if (!ent_date_parse (edtf.text, (gssize) edtf.length, &date, NULL) || !ent_date_is_placed (&date))
    return unplaced_words (edtf);
  ent_date_read (edtf.text, (gssize) edtf.length, take_member, &reading, &form, &level, NULL);
  if (style == ENT_DATE_STYLE_BRIEF && form == ENT_DATE_ONE_OF && reading.n_members > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", reading.n_members);

      return ent_phrase_fill (C_("date", "one of {n} dates"), "n", number, NULL);
    }
  if (style == ENT_DATE_STYLE_BRIEF)
    return g_strdup (g_ptr_array_index (words, 0));
  return form == ENT_DATE_ONE_OF || form == ENT_DATE_ALL_OF ? set_words (&reading, form)
                                                            : g_strdup (g_ptr_array_index (words, 0));
}

static void
keep_member (EntDateForm          form,
             const EntDateMember *member,
             gpointer             user_data)
{
  *(EntDateMember *) user_data = *member;
}

/**
 * ent_date_text_between:
 * @start: a single date as written
 * @end: a later one; absent for none
 * @style: how wordy
 *
 * For events that have a start and an end of their own.
 *
 * Returns: (transfer full): the two as one interval in words
 */
char *
ent_date_text_between (EntSlice     start,
                       EntSlice     end,
                       EntDateStyle style)
{
  EntDateMember from;
  EntDateMember to;
  EntDateForm start_form;
  EntDateForm end_form;
  guint8 level;
  g_autofree char *both = NULL;

  if (end.text == NULL || style == ENT_DATE_STYLE_BRIEF)
    return ent_date_text_words (start, style);
  if (start.text != NULL &&
      ent_date_read (start.text, (gssize) start.length, keep_member, &from, &start_form, &level, NULL) &&
      ent_date_read (end.text, (gssize) end.length, keep_member, &to, &end_form, &level, NULL) &&
      start_form == ENT_DATE_SINGLE && end_form == ENT_DATE_SINGLE &&
      ent_date_expression_compare (&from.start.expression, &to.start.expression) <= 0)
    {
      from.is_range = TRUE;
      from.end = to.start;
      return range_words (&from, FALSE, style);
    }
  both = g_strdup_printf ("%.*s / %.*s", ent_slice_quoted_length (start), start.text != NULL ? start.text : "",
                          ent_slice_quoted_length (end), end.text);
  return unplaced_words (ent_slice_from_string (both));
}
