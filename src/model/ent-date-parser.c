/* ent-date-parser.c: the syntax of EDTF, levels 0 to 2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)

/* All that EDTF is written with is ASCII, so that a place in bytes is one in
 * characters up to the first thing that is wrong. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
} Cursor;

/* Always %FALSE, to be returned. @expected is marked with N_(): most dates are
 * valid, and looking up what is not said would cost more than reading them. */
static gboolean
fail (const Cursor *cursor,
      GError      **error,
      EntDateError  code,
      const char   *expected)
{
  if (error != NULL)
    g_set_error (error, ENT_DATE_ERROR, code,
                 /* Translators: %zu is a place in a date, %s what is expected there. */
                 _("character %zu: %s"), cursor->at + 1, _(expected));
  return FALSE;
}

/* NUL stands for the end: no syntax has one. */
static char
peek_at (const Cursor *cursor,
         gsize         offset)
{
  return offset < cursor->length - cursor->at ? cursor->text[cursor->at + offset] : '\0';
}

static char
peek (const Cursor *cursor)
{
  return peek_at (cursor, 0);
}

static gboolean
at_end (const Cursor *cursor)
{
  return cursor->at == cursor->length;
}

static gboolean
take (Cursor *cursor,
      char    character)
{
  if (at_end (cursor) || peek (cursor) != character)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static gboolean
take_dots (Cursor *cursor)
{
  if (peek (cursor) != '.' || peek_at (cursor, 1) != '.')
    return FALSE;
  cursor->at += 2;
  return TRUE;
}

static guint8
take_qualifier (Cursor *cursor)
{
  if (take (cursor, '?'))
    return ENT_QUALIFIER_UNCERTAIN;
  if (take (cursor, '~'))
    return ENT_QUALIFIER_APPROXIMATE;
  if (take (cursor, '%'))
    return ENT_QUALIFIER_UNCERTAIN | ENT_QUALIFIER_APPROXIMATE;
  return ENT_QUALIFIER_NONE;
}

static void
raise_level (EntDateExpression *expression,
             guint8             level)
{
  expression->level = MAX (expression->level, level);
}

/* Reads @n digits, or X where @open is there to be told of it. */
static gboolean
read_digits (Cursor      *cursor,
             gboolean    *open,
             gsize        n,
             char        *digits,
             EntDateError code,
             const char  *expected,
             GError     **error)
{
  for (gsize i = 0; i < n; i++)
    {
      char character = peek (cursor);

      if (character == 'X' && open != NULL)
        *open = TRUE;
      else if (!g_ascii_isdigit (character))
        return fail (cursor, error, code, expected);
      digits[i] = character;
      cursor->at++;
    }
  return TRUE;
}

static gboolean
read_number (Cursor      *cursor,
             int          least,
             int          greatest,
             int         *value,
             EntDateError code,
             const char  *expected,
             GError     **error)
{
  Cursor start = *cursor;
  char digits[2];

  if (!read_digits (cursor, NULL, 2, digits, code, expected, error))
    return FALSE;
  *value = (digits[0] - '0') * 10 + (digits[1] - '0');
  if (*value < least || *value > greatest)
    return fail (&start, error, code, expected);
  return TRUE;
}

/* A positive integer; what is past the limit is the limit. */
static gboolean
read_count (Cursor     *cursor,
            gint64     *value,
            const char *expected,
            GError    **error)
{
  Cursor start = *cursor;

  *value = 0;
  while (g_ascii_isdigit (peek (cursor)))
    {
      *value = MIN (*value * 10 + (peek (cursor) - '0'), ENT_DATE_COUNT_LIMIT);
      cursor->at++;
    }
  return *value > 0 || fail (&start, error, ENT_DATE_ERROR_YEAR, expected);
}

static gboolean
read_significant (Cursor            *cursor,
                  EntDateExpression *expression,
                  GError           **error)
{
  if (!take (cursor, 'S'))
    return TRUE;
  raise_level (expression, 2);
  return read_count (cursor, &expression->significant,
                     N_("expected how many digits are significant, from 1"), error);
}

static gboolean
read_long_year (Cursor            *cursor,
                EntDateExpression *expression,
                GError           **error)
{
  Cursor start = *cursor;
  gboolean exponential = FALSE;

  expression->unit = ENT_UNIT_LONG_YEAR;
  raise_level (expression, 1);
  cursor->at++;
  expression->negative = take (cursor, '-');

  if (peek (cursor) < '1' || peek (cursor) > '9')
    return fail (cursor, error, ENT_DATE_ERROR_YEAR,
                 N_("expected a year of more than four digits, the first from 1 to 9"));
  expression->mantissa = cursor->text + cursor->at;
  while (g_ascii_isdigit (peek (cursor)))
    {
      cursor->at++;
      expression->mantissa_length++;
    }
  if (take (cursor, 'E'))
    {
      exponential = TRUE;
      raise_level (expression, 2);
      if (!read_count (cursor, &expression->exponent, N_("expected an exponent, from 1"), error))
        return FALSE;
    }
  if (!exponential && expression->mantissa_length <= 4)
    return fail (&start, error, ENT_DATE_ERROR_YEAR, N_("expected more than four digits after Y"));
  return read_significant (cursor, expression, error);
}

static gboolean
read_year (Cursor            *cursor,
           EntDateExpression *expression,
           GError           **error)
{
  Cursor start = *cursor;

  if (peek (cursor) == 'Y')
    return read_long_year (cursor, expression, error);

  expression->unit = ENT_UNIT_YEAR;
  expression->negative = take (cursor, '-');
  if (expression->negative)
    raise_level (expression, 1);
  if (!read_digits (cursor, &expression->open[ENT_COMPONENT_YEAR], 4, expression->year, ENT_DATE_ERROR_YEAR,
                    N_("expected a year of four digits, each 0 to 9 or X"), error))
    return FALSE;
  if (g_ascii_isdigit (peek (cursor)))
    return fail (cursor, error, ENT_DATE_ERROR_YEAR, N_("expected Y before a year of more than four digits"));
  if (expression->negative && memcmp (expression->year, "0000", 4) == 0)
    return fail (&start, error, ENT_DATE_ERROR_YEAR, N_("expected a year; the year 0000 has no sign"));
  return expression->open[ENT_COMPONENT_YEAR] || read_significant (cursor, expression, error);
}

static gboolean
read_month (Cursor            *cursor,
            EntDateExpression *expression,
            GError           **error)
{
  const char *expected = N_("expected a month, 01 to 12, or a season, 21 to 41");
  Cursor start = *cursor;
  const char *month = expression->month;
  int value;

  if (!read_digits (cursor, &expression->open[ENT_COMPONENT_MONTH], 2, expression->month, ENT_DATE_ERROR_MONTH,
                    expected, error))
    return FALSE;
  expression->unit = ENT_UNIT_MONTH;

  if (expression->open[ENT_COMPONENT_MONTH])
    {
      if (month[0] == 'X' || month[0] == '0' || (month[0] == '1' && month[1] == 'X'))
        return TRUE;
      return fail (&start, error, ENT_DATE_ERROR_MONTH, expected);
    }
  value = (month[0] - '0') * 10 + (month[1] - '0');
  if (value >= 21 && value <= 41)
    {
      expression->unit = ENT_UNIT_SEASON;
      expression->season = value;
      raise_level (expression, value <= 24 ? 1 : 2);
      return TRUE;
    }
  if (value < 1 || value > 12)
    return fail (&start, error, ENT_DATE_ERROR_MONTH, expected);
  return TRUE;
}

static gboolean
read_day (Cursor            *cursor,
          EntDateExpression *expression,
          GError           **error)
{
  const char *expected = N_("expected a day, 01 to 31");
  Cursor start = *cursor;
  const char *day = expression->day;

  if (expression->unit == ENT_UNIT_SEASON)
    return fail (cursor, error, ENT_DATE_ERROR_DAY, N_("expected no day after a season"));
  if (!read_digits (cursor, &expression->open[ENT_COMPONENT_DAY], 2, expression->day, ENT_DATE_ERROR_DAY,
                    expected, error))
    return FALSE;
  if (day[0] > '3' && day[0] != 'X')
    return fail (&start, error, ENT_DATE_ERROR_DAY, expected);
  expression->unit = ENT_UNIT_DAY;
  return TRUE;
}

static gboolean
read_zone (Cursor            *cursor,
           EntDateExpression *expression,
           GError           **error)
{
  Cursor start = *cursor;
  gboolean west;
  int hours;
  int minutes = 0;

  if (take (cursor, 'Z'))
    {
      expression->has_zone = TRUE;
      return TRUE;
    }
  west = peek (cursor) == '-';
  if (!west && peek (cursor) != '+')
    return TRUE;
  cursor->at++;
  if (!read_number (cursor, 0, 23, &hours, ENT_DATE_ERROR_ZONE, N_("expected hours from UTC, 00 to 23"),
                    error))
    return FALSE;
  if (take (cursor, ':') &&
      !read_number (cursor, 0, 59, &minutes, ENT_DATE_ERROR_ZONE, N_("expected minutes from UTC, 00 to 59"),
                    error))
    return FALSE;
  if (west && hours == 0 && minutes == 0)
    return fail (&start, error, ENT_DATE_ERROR_ZONE, N_("expected Z or +00:00; there is no -00:00"));
  expression->has_zone = TRUE;
  expression->zone = (west ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
read_colon (Cursor  *cursor,
            GError **error)
{
  return take (cursor, ':') || fail (cursor, error, ENT_DATE_ERROR_TIME, N_("expected “:”"));
}

static gboolean
read_time (Cursor            *cursor,
           EntDateExpression *expression,
           GError           **error)
{
  const char *expected_seconds = N_("expected seconds, 00 to 59");
  Cursor seconds;
  int utc_minute;

  expression->unit = ENT_UNIT_SECOND;
  if (!read_number (cursor, 0, 23, &expression->hour, ENT_DATE_ERROR_TIME, N_("expected hours, 00 to 23"),
                    error) ||
      !read_colon (cursor, error) ||
      !read_number (cursor, 0, 59, &expression->minute, ENT_DATE_ERROR_TIME, N_("expected minutes, 00 to 59"),
                    error) ||
      !read_colon (cursor, error))
    return FALSE;
  seconds = *cursor;
  if (!read_number (cursor, 0, 60, &expression->second, ENT_DATE_ERROR_TIME, expected_seconds, error) ||
      !read_zone (cursor, expression, error))
    return FALSE;

  /* A leap second is only ever the last of a day in UTC. */
  utc_minute = expression->hour * 60 + expression->minute - expression->zone + MINUTES_PER_DAY;
  if (expression->second == 60 && utc_minute % MINUTES_PER_DAY != MINUTES_PER_DAY - 1)
    return fail (&seconds, error, ENT_DATE_ERROR_TIME, expected_seconds);
  return TRUE;
}

static gboolean
is_unspecified (const EntDateExpression *expression)
{
  return expression->open[ENT_COMPONENT_YEAR] || expression->open[ENT_COMPONENT_MONTH] ||
         expression->open[ENT_COMPONENT_DAY];
}

/* Which level unspecified digits need: from the right of each is level 1. */
static guint8
unspecified_level (const EntDateExpression *expression)
{
  const char *year = expression->year;
  gboolean month_unknown = memcmp (expression->month, "XX", 2) == 0;
  gboolean day_unknown = memcmp (expression->day, "XX", 2) == 0;

  if (!is_unspecified (expression))
    return 0;
  if (expression->open[ENT_COMPONENT_YEAR])
    return expression->unit == ENT_UNIT_YEAR && year[3] == 'X' && year[0] != 'X' && year[1] != 'X' ? 1 : 2;
  if (expression->unit == ENT_UNIT_MONTH)
    return month_unknown ? 1 : 2;
  return day_unknown && (month_unknown || !expression->open[ENT_COMPONENT_MONTH]) ? 1 : 2;
}

/* Reads the qualifier to the right of a component: it is of all up to it. */
static gboolean
read_group_qualifier (Cursor            *cursor,
                      EntDateExpression *expression,
                      gsize              component)
{
  guint8 qualifiers = take_qualifier (cursor);

  for (gsize i = 0; i <= component; i++)
    expression->qualifiers[i] |= qualifiers;
  return qualifiers != ENT_QUALIFIER_NONE;
}

static gboolean
is_qualified (const EntDateExpression *expression)
{
  for (gsize i = 0; i < ENT_N_COMPONENTS; i++)
    if (expression->qualifiers[i] != ENT_QUALIFIER_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
read_component (Cursor            *cursor,
                EntDateExpression *expression,
                gsize              component,
                gboolean          *grouped,
                GError           **error)
{
  static gboolean (*const readers[]) (Cursor *, EntDateExpression *, GError **) = {
    read_year,
    read_month,
    read_day,
  };
  guint8 own;

  /* What was qualified so far was not the whole. */
  if (*grouped)
    raise_level (expression, 2);
  own = take_qualifier (cursor);
  if (own != ENT_QUALIFIER_NONE)
    raise_level (expression, 2);
  expression->qualifiers[component] |= own;
  if (!readers[component](cursor, expression, error))
    return FALSE;
  *grouped = read_group_qualifier (cursor, expression, component);
  if (*grouped)
    raise_level (expression, 1);
  return TRUE;
}

static gboolean
read_expression (Cursor            *cursor,
                 gboolean           time_allowed,
                 EntDateExpression *expression,
                 GError           **error)
{
  Cursor component = *cursor;
  gboolean grouped = FALSE;

  memset (expression, 0, sizeof *expression);
  if (!read_component (cursor, expression, ENT_COMPONENT_YEAR, &grouped, error))
    return FALSE;
  for (gsize i = ENT_COMPONENT_MONTH; i < ENT_N_COMPONENTS && peek (cursor) == '-'; i++)
    {
      if (expression->unit == ENT_UNIT_LONG_YEAR || expression->significant > 0)
        return fail (cursor, error, ENT_DATE_ERROR_TRAILING, N_("expected no month after such a year"));
      cursor->at++;
      component = *cursor;
      if (!read_component (cursor, expression, i, &grouped, error))
        return FALSE;
    }
  raise_level (expression, unspecified_level (expression));

  if (peek (cursor) == 'T')
    {
      if (!time_allowed)
        return fail (cursor, error, ENT_DATE_ERROR_TIME, N_("expected no time inside an interval or a set"));
      if (expression->unit != ENT_UNIT_DAY || is_qualified (expression) || is_unspecified (expression))
        return fail (cursor, error, ENT_DATE_ERROR_TIME, N_("expected a time only after a whole day"));
      cursor->at++;
      if (!read_time (cursor, expression, error))
        return FALSE;
    }

  /* All but days were checked as they were read. */
  return ent_date_expression_resolve (expression) ||
         fail (&component, error, ENT_DATE_ERROR_DAY, N_("expected a day that its month has"));
}

static gboolean
check_order (const Cursor        *cursor,
             const EntDateMember *member,
             GError             **error)
{
  if (member->start.kind != ENT_BOUND_KNOWN || member->end.kind != ENT_BOUND_KNOWN ||
      ent_date_expression_compare (&member->start.expression, &member->end.expression) <= 0)
    return TRUE;
  return fail (cursor, error, ENT_DATE_ERROR_REVERSED, N_("expected an end that is not before the start"));
}

static guint8
end_level (const EntDateEnd *end)
{
  if (end->kind != ENT_BOUND_KNOWN)
    return 1;
  /* The standard has unspecified digits only in intervals of level 2. */
  return is_unspecified (&end->expression) ? 2 : end->expression.level;
}

/*
 * ent_date_member_level:
 * @member: a member
 *
 * Returns: the level it needs when it stands alone, a range as an interval
 */
guint8
ent_date_member_level (const EntDateMember *member)
{
  if (!member->is_range)
    return member->start.expression.level;
  return MAX (end_level (&member->start), end_level (&member->end));
}

static gboolean
is_same_precision (const EntDateExpression *a,
                   const EntDateExpression *b)
{
  EntDateUnit a_unit = a->unit == ENT_UNIT_LONG_YEAR ? ENT_UNIT_YEAR : a->unit;
  EntDateUnit b_unit = b->unit == ENT_UNIT_LONG_YEAR ? ENT_UNIT_YEAR : b->unit;

  return a_unit == b_unit;
}

static gboolean
read_set_member (Cursor        *cursor,
                 char           closer,
                 gboolean       first,
                 EntDateMember *member,
                 GError       **error)
{
  Cursor start = *cursor;
  Cursor second;

  member->is_range = FALSE;
  member->start.kind = ENT_BOUND_KNOWN;
  member->end.kind = ENT_BOUND_KNOWN;

  if (take_dots (cursor))
    {
      if (!first)
        return fail (&start, error, ENT_DATE_ERROR_SET,
                     N_("expected a date; “..” without a start is only for the first of a set"));
      member->is_range = TRUE;
      member->start.kind = ENT_BOUND_OPEN;
      return read_expression (cursor, FALSE, &member->end.expression, error);
    }

  if (!read_expression (cursor, FALSE, &member->start.expression, error))
    return FALSE;
  if (!take_dots (cursor))
    return TRUE;
  member->is_range = TRUE;
  if (peek (cursor) == closer)
    {
      member->end.kind = ENT_BOUND_OPEN;
      return TRUE;
    }
  if (peek (cursor) == ',')
    return fail (cursor, error, ENT_DATE_ERROR_SET,
                 N_("expected a date; “..” without an end is only for the last of a set"));
  second = *cursor;
  if (!read_expression (cursor, FALSE, &member->end.expression, error) ||
      !check_order (&second, member, error))
    return FALSE;
  return is_same_precision (&member->start.expression, &member->end.expression) ||
         fail (&second, error, ENT_DATE_ERROR_SET, N_("expected both dates of a range to be of one precision"));
}

static gboolean
read_set (Cursor            *cursor,
          EntDateForm        form,
          EntDateMemberFunc  func,
          gpointer           user_data,
          GError           **error)
{
  char closer = form == ENT_DATE_ONE_OF ? ']' : '}';
  gboolean first = TRUE;

  cursor->at++;
  do
    {
      EntDateMember member;

      if (!read_set_member (cursor, closer, first, &member, error))
        return FALSE;
      if (func != NULL)
        func (form, &member, user_data);
      first = FALSE;
    }
  while (take (cursor, ','));

  if (take (cursor, closer))
    return TRUE;
  return fail (cursor, error, ENT_DATE_ERROR_SET,
               form == ENT_DATE_ONE_OF ? N_("expected “,” or “]”") : N_("expected “,” or “}”"));
}

/* An end of an interval before or after the slash. */
static gboolean
read_interval_end (Cursor     *cursor,
                   char        closer,
                   EntDateEnd *end,
                   GError    **error)
{
  if (peek (cursor) == closer && (closer != '\0' || at_end (cursor)))
    {
      end->kind = ENT_BOUND_UNKNOWN;
      return TRUE;
    }
  if (take_dots (cursor))
    {
      end->kind = ENT_BOUND_OPEN;
      return TRUE;
    }
  end->kind = ENT_BOUND_KNOWN;
  return read_expression (cursor, FALSE, &end->expression, error);
}

static gboolean
read_interval (Cursor        *cursor,
               EntDateMember *member,
               GError       **error)
{
  Cursor second;

  member->is_range = TRUE;
  if (!read_interval_end (cursor, '/', &member->start, error))
    return FALSE;
  if (!take (cursor, '/'))
    return fail (cursor, error, ENT_DATE_ERROR_INTERVAL, N_("expected “/”"));
  second = *cursor;
  return read_interval_end (cursor, '\0', &member->end, error) && check_order (&second, member, error);
}

static gboolean
check_trailing (const Cursor *cursor,
                GError      **error)
{
  if (peek (cursor) == '.' && peek_at (cursor, 1) == '.')
    return fail (cursor, error, ENT_DATE_ERROR_TRAILING, N_("expected a range only in a set, [ ] or { }"));
  return at_end (cursor) || fail (cursor, error, ENT_DATE_ERROR_TRAILING, N_("expected the end of the date"));
}

/*
 * ent_date_read:
 * @text: any bytes
 * @length: how many, or -1 when ended by NUL
 * @func: (nullable): called with each member as it is read, so also for the
 *   members before one that is wrong
 * @user_data: for @func
 * @form: (out): which form it is
 * @level: (out): which level it needs
 * @error: return location, with a place in characters from 1
 *
 * Reads any EDTF text. Nothing is allocated, whatever the length.
 *
 * Returns: whether it is valid
 */
gboolean
ent_date_read (const char        *text,
               gssize             length,
               EntDateMemberFunc  func,
               gpointer           user_data,
               EntDateForm       *form,
               guint8            *level,
               GError           **error)
{
  Cursor cursor = { text, length < 0 ? strlen (text) : (gsize) length, 0 };
  EntDateMember member;

  if (at_end (&cursor))
    return fail (&cursor, error, ENT_DATE_ERROR_EMPTY, N_("expected a date"));

  if (peek (&cursor) == '[' || peek (&cursor) == '{')
    {
      *form = peek (&cursor) == '[' ? ENT_DATE_ONE_OF : ENT_DATE_ALL_OF;
      *level = 2;
      return read_set (&cursor, *form, func, user_data, error) && check_trailing (&cursor, error);
    }

  if (memchr (cursor.text, '/', cursor.length) != NULL)
    {
      *form = ENT_DATE_INTERVAL;
      if (!read_interval (&cursor, &member, error))
        return FALSE;
    }
  else
    {
      *form = ENT_DATE_SINGLE;
      member.is_range = FALSE;
      member.start.kind = ENT_BOUND_KNOWN;
      if (!read_expression (&cursor, TRUE, &member.start.expression, error))
        return FALSE;
    }
  if (!check_trailing (&cursor, error))
    return FALSE;
  *level = ent_date_member_level (&member);
  if (func != NULL)
    func (*form, &member, user_data);
  return TRUE;
}
