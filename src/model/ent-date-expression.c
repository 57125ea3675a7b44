/* ent-date-expression.c: the extent and the canonical text of one EDTF date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-private.h"

#include "ent-calendar.h"

#include <string.h>

/* No year within the limit has more digits. */
#define LIMIT_DIGITS 12

typedef struct
{
  gint64 year;
  int    month;
  int    day;
} Day;

/* Where each season begins, and how many months it lasts. */
static const struct
{
  guint8 month;
  guint8 months;
} seasons[] = {
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 }, /* 21–24: anywhere, read as northern */
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 }, /* 25–28: northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 }, /* 29–32: southern */
  { 1, 3 }, { 4, 3 }, { 7, 3 }, { 10, 3 }, /* 33–36: quarters */
  { 1, 4 }, { 5, 4 }, { 9, 4 },            /* 37–39: of four months */
  { 1, 6 }, { 7, 6 },                      /* 40–41: of six months */
};

#define FIRST_SEASON 21

static gboolean
pattern_matches (const char *pattern,
                 int         value)
{
  return (pattern[0] == 'X' || pattern[0] - '0' == value / 10) &&
         (pattern[1] == 'X' || pattern[1] - '0' == value % 10);
}

static int
pattern_value (const char *pattern,
               gsize       length)
{
  int value = 0;

  for (gsize i = 0; i < length; i++)
    value = value * 10 + (pattern[i] - '0');
  return value;
}

/* The least or greatest year the pattern stands for, by magnitude; years go by
 * their two halves, so that XXXX costs no more than 1XX5. */
static gboolean
find_year (const EntDateExpression *expression,
           gboolean                 greatest,
           gboolean                 leap_only,
           gint64                  *year)
{
  const char *high = expression->year;
  const char *low = expression->year + 2;

  if (!expression->open[ENT_COMPONENT_YEAR])
    {
      int magnitude = pattern_value (expression->year, 4);

      *year = expression->negative ? -magnitude : magnitude;
      return !leap_only || ent_calendar_is_leap_year (magnitude);
    }

  for (int i = 0; i < 100; i++)
    {
      int century = greatest ? 99 - i : i;

      if (!pattern_matches (high, century))
        continue;
      for (int j = 0; j < 100; j++)
        {
          int rest = greatest ? 99 - j : j;
          int magnitude = century * 100 + rest;

          /* There is no year -0000. */
          if (!pattern_matches (low, rest) || (expression->negative && magnitude == 0) ||
              (leap_only && !ent_calendar_is_leap_year (magnitude)))
            continue;
          *year = expression->negative ? -magnitude : magnitude;
          return TRUE;
        }
    }
  return FALSE;
}

/* The first or last day of @year that the pattern stands for. */
static gboolean
find_day (const EntDateExpression *expression,
          gboolean                 last,
          Day                     *out)
{
  if (!expression->open[ENT_COMPONENT_MONTH] && !expression->open[ENT_COMPONENT_DAY])
    {
      out->month = pattern_value (expression->month, 2);
      out->day = pattern_value (expression->day, 2);
      return out->day >= 1 && out->day <= ent_calendar_days_in_month (out->year, out->month);
    }

  for (int i = 1; i <= 12; i++)
    {
      int month = last ? 13 - i : i;
      int days;

      if (!pattern_matches (expression->month, month))
        continue;
      days = ent_calendar_days_in_month (out->year, month);
      for (int j = 1; j <= days; j++)
        {
          int day = last ? days + 1 - j : j;

          if (!pattern_matches (expression->day, day))
            continue;
          out->month = month;
          out->day = day;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_extreme_day (const EntDateExpression *expression,
                  gboolean                 last,
                  Day                     *out)
{
  /* Later years of a pattern below zero are those of lesser magnitude. */
  gboolean greatest = last != expression->negative;

  if (!find_year (expression, greatest, FALSE, &out->year))
    return FALSE;
  if (find_day (expression, last, out))
    return TRUE;
  /* Only a 29 February depends on the year. */
  return find_year (expression, greatest, TRUE, &out->year) && find_day (expression, last, out);
}

static gboolean
find_extreme_month (const EntDateExpression *expression,
                    gboolean                 last,
                    Day                     *out)
{
  if (!find_year (expression, last != expression->negative, FALSE, &out->year))
    return FALSE;
  if (!expression->open[ENT_COMPONENT_MONTH])
    {
      out->month = pattern_value (expression->month, 2);
      return TRUE;
    }
  for (int i = 1; i <= 12; i++)
    {
      out->month = last ? 13 - i : i;
      if (pattern_matches (expression->month, out->month))
        return TRUE;
    }
  return FALSE;
}

static void
set_known (EntBound *bound,
           gint64    time)
{
  bound->kind = ENT_BOUND_KNOWN;
  bound->time = time;
}

static void
set_beyond (EntDateExpression *expression)
{
  expression->earliest.kind = ENT_BOUND_BEYOND;
  expression->earliest.time = expression->negative ? G_MININT64 : G_MAXINT64;
  expression->latest = expression->earliest;
}

/* Months are counted from January of @year and may run into later years. */
static gint64
month_start (gint64 year,
             int    month)
{
  return ent_calendar_to_time (year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
}

static void
set_years (EntDateExpression *expression,
           gint64             first,
           gint64             last)
{
  if (first < -ENT_DATE_YEAR_LIMIT || last > ENT_DATE_YEAR_LIMIT)
    {
      set_beyond (expression);
      return;
    }
  set_known (&expression->earliest, ent_calendar_to_time (first, 1, 1));
  set_known (&expression->latest, ent_calendar_to_time (last + 1, 1, 1));
}

static int
count_digits (gint64 value)
{
  int digits = 1;

  while (value >= 10)
    {
      value /= 10;
      digits++;
    }
  return digits;
}

/* The magnitude of a long year, when it is within the limit. */
static gboolean
long_year_magnitude (const EntDateExpression *expression,
                     gint64                  *magnitude)
{
  if (expression->mantissa_length > LIMIT_DIGITS || expression->exponent > LIMIT_DIGITS ||
      (gint64) expression->mantissa_length + expression->exponent > LIMIT_DIGITS)
    return FALSE;

  *magnitude = 0;
  for (gsize i = 0; i < expression->mantissa_length; i++)
    *magnitude = *magnitude * 10 + (expression->mantissa[i] - '0');
  for (gint64 i = 0; i < expression->exponent; i++)
    *magnitude *= 10;
  return *magnitude <= ENT_DATE_YEAR_LIMIT;
}

/* How many of a year's last digits are not significant. */
static gint64
count_open_digits (const EntDateExpression *expression,
                   gint64                   digits)
{
  if (expression->significant == 0 || expression->significant >= digits)
    return 0;
  return digits - expression->significant;
}

static EntPrecision
precision_of_open_digits (gint64 open)
{
  switch (open)
    {
    case 0:
      return ENT_PRECISION_YEAR;
    case 1:
      return ENT_PRECISION_DECADE;
    case 2:
      return ENT_PRECISION_CENTURY;
    default:
      return ENT_PRECISION_COARSER;
    }
}

/* All years that agree with @magnitude in its first significant digits. */
static void
resolve_whole_year (EntDateExpression *expression,
                    gint64             magnitude)
{
  gint64 open = count_open_digits (expression, count_digits (magnitude));
  gint64 step = 1;
  gint64 first;
  gint64 last;

  for (gint64 i = 0; i < open; i++)
    step *= 10;
  first = magnitude / step * step;
  last = first + step - 1;

  expression->precision = precision_of_open_digits (open);
  if (expression->negative)
    set_years (expression, -last, -first);
  else
    set_years (expression, first, last);
}

static EntPrecision
year_precision (const EntDateExpression *expression)
{
  if (!expression->open[ENT_COMPONENT_YEAR])
    return ENT_PRECISION_YEAR;
  if (expression->year[0] == 'X' || expression->year[1] == 'X')
    return ENT_PRECISION_COARSER;
  if (expression->year[2] == 'X')
    return ENT_PRECISION_CENTURY;
  return ENT_PRECISION_DECADE;
}

static gboolean
resolve_year (EntDateExpression *expression)
{
  gint64 first;
  gint64 last;

  if (!expression->open[ENT_COMPONENT_YEAR])
    {
      resolve_whole_year (expression, pattern_value (expression->year, 4));
      return TRUE;
    }
  if (!find_year (expression, expression->negative, FALSE, &first) ||
      !find_year (expression, !expression->negative, FALSE, &last))
    return FALSE;
  expression->precision = year_precision (expression);
  set_years (expression, first, last);
  return TRUE;
}

static void
resolve_long_year (EntDateExpression *expression)
{
  gint64 magnitude;
  gint64 digits;

  if (long_year_magnitude (expression, &magnitude))
    {
      resolve_whole_year (expression, magnitude);
      return;
    }
  digits = (gint64) expression->mantissa_length + expression->exponent;
  expression->precision = precision_of_open_digits (count_open_digits (expression, digits));
  set_beyond (expression);
}

static gboolean
resolve_season (EntDateExpression *expression)
{
  gsize index = expression->season - FIRST_SEASON;
  gint64 first;
  gint64 last;

  g_assert (index < G_N_ELEMENTS (seasons));

  if (!find_year (expression, expression->negative, FALSE, &first) ||
      !find_year (expression, !expression->negative, FALSE, &last))
    return FALSE;
  expression->precision = year_precision (expression);
  if (expression->precision == ENT_PRECISION_YEAR)
    expression->precision = ENT_PRECISION_SEASON;
  set_known (&expression->earliest, month_start (first, seasons[index].month));
  set_known (&expression->latest, month_start (last, seasons[index].month + seasons[index].months));
  return TRUE;
}

static gboolean
resolve_month (EntDateExpression *expression)
{
  Day first;
  Day last;

  if (!find_extreme_month (expression, FALSE, &first) || !find_extreme_month (expression, TRUE, &last))
    return FALSE;
  expression->precision = year_precision (expression);
  if (expression->precision == ENT_PRECISION_YEAR && !expression->open[ENT_COMPONENT_MONTH])
    expression->precision = ENT_PRECISION_MONTH;
  set_known (&expression->earliest, month_start (first.year, first.month));
  set_known (&expression->latest, month_start (last.year, last.month + 1));
  return TRUE;
}

static gboolean
resolve_day (EntDateExpression *expression)
{
  Day first;
  Day last;
  gint64 time;

  if (!find_extreme_day (expression, FALSE, &first))
    return FALSE;
  time = ent_calendar_to_time (first.year, first.month, first.day);
  set_known (&expression->earliest, time);
  expression->precision = year_precision (expression);
  if (expression->precision == ENT_PRECISION_YEAR && !expression->open[ENT_COMPONENT_MONTH])
    expression->precision = expression->open[ENT_COMPONENT_DAY] ? ENT_PRECISION_MONTH : ENT_PRECISION_DAY;
  /* Most dates are a single day. */
  if (expression->precision != ENT_PRECISION_DAY && find_extreme_day (expression, TRUE, &last))
    time = ent_calendar_to_time (last.year, last.month, last.day);
  set_known (&expression->latest, time + ENT_CALENDAR_DAY);

  if (expression->unit == ENT_UNIT_SECOND)
    {
      /* A leap second shares the second before it, and so stays in its day. */
      int minute = expression->hour * 60 + expression->minute - expression->zone;

      expression->precision = ENT_PRECISION_SECOND;
      expression->earliest.time += minute * 60 + MIN (expression->second, 59);
      expression->latest.time = expression->earliest.time + 1;
    }
  return TRUE;
}

/*
 * ent_date_expression_resolve:
 * @expression: an expression whose syntax is right
 *
 * Finds the extent and the precision.
 *
 * Returns: %FALSE when the calendar has no such day
 */
gboolean
ent_date_expression_resolve (EntDateExpression *expression)
{
  guint8 qualifiers = 0;
  gboolean resolved = TRUE;

  switch (expression->unit)
    {
    case ENT_UNIT_YEAR:
      resolved = resolve_year (expression);
      break;
    case ENT_UNIT_LONG_YEAR:
      resolve_long_year (expression);
      break;
    case ENT_UNIT_SEASON:
      resolved = resolve_season (expression);
      break;
    case ENT_UNIT_MONTH:
      resolved = resolve_month (expression);
      break;
    case ENT_UNIT_DAY:
    case ENT_UNIT_SECOND:
      resolved = resolve_day (expression);
      break;
    default:
      g_assert_not_reached ();
    }

  for (gsize i = 0; i < ENT_N_COMPONENTS; i++)
    qualifiers |= expression->qualifiers[i];
  expression->earliest.qualifiers = qualifiers;
  expression->latest.qualifiers = qualifiers;
  return resolved;
}

/* The digits that count, when not all of the mantissa's do. */
static gint64
count_significant (const EntDateExpression *expression)
{
  return expression->significant > 0 ? expression->significant : G_MAXINT64;
}

static char
mantissa_digit (const EntDateExpression *expression,
                gint64                   index)
{
  return index < (gint64) expression->mantissa_length ? expression->mantissa[index] : '0';
}

/* Of two numbers too large to compute. */
static int
compare_magnitudes (const EntDateExpression *a,
                    const EntDateExpression *b)
{
  gint64 a_digits = (gint64) a->mantissa_length + a->exponent;
  gint64 b_digits = (gint64) b->mantissa_length + b->exponent;
  gint64 n = (gint64) MAX (a->mantissa_length, b->mantissa_length);

  /* Past the limit exponents are not told apart. */
  if (a->exponent == ENT_DATE_COUNT_LIMIT && b->exponent == ENT_DATE_COUNT_LIMIT)
    return 0;
  if (a_digits != b_digits)
    return a_digits < b_digits ? -1 : 1;

  n = MIN (n, MIN (count_significant (a), count_significant (b)));
  for (gint64 i = 0; i < n; i++)
    if (mantissa_digit (a, i) != mantissa_digit (b, i))
      return mantissa_digit (a, i) < mantissa_digit (b, i) ? -1 : 1;
  return 0;
}

/*
 * ent_date_expression_compare:
 * @a: a resolved expression
 * @b: another
 *
 * Compares the earliest @a can be with the latest @b can be.
 *
 * Returns: negative when @a can be before or at @b, positive when it is
 *   after @b whatever is left open, or 0 when that cannot be told
 */
int
ent_date_expression_compare (const EntDateExpression *a,
                             const EntDateExpression *b)
{
  gint64 first = a->earliest.time;
  gint64 last = b->latest.time;
  int order;

  if (first != last || a->earliest.kind == ENT_BOUND_KNOWN || b->latest.kind == ENT_BOUND_KNOWN)
    return first < last ? -1 : 1;
  if (a->unit != ENT_UNIT_LONG_YEAR || b->unit != ENT_UNIT_LONG_YEAR)
    return 0;
  order = compare_magnitudes (a, b);
  return a->negative ? -order : order;
}

static void
append_qualifier (GString *string,
                  guint8   qualifiers)
{
  static const char symbols[] = { '\0', '?', '~', '%' };

  if (qualifiers != ENT_QUALIFIER_NONE)
    g_string_append_c (string, symbols[qualifiers]);
}

static void
append_significant (const EntDateExpression *expression,
                    gint64                   digits,
                    GString                 *string)
{
  if (count_open_digits (expression, digits) > 0)
    g_string_append_printf (string, "S%" G_GINT64_FORMAT, expression->significant);
}

static void
append_long_year (const EntDateExpression *expression,
                  GString                 *string)
{
  const char *sign = expression->negative ? "-" : "";
  gsize length = expression->mantissa_length;
  gint64 exponent = expression->exponent;
  gint64 magnitude;

  if (long_year_magnitude (expression, &magnitude))
    {
      /* An exponent can stand on a year that needs no Y. */
      g_string_append_printf (string, "%s%s%04" G_GINT64_FORMAT, magnitude > 9999 ? "Y" : "", sign, magnitude);
      append_significant (expression, count_digits (magnitude), string);
      return;
    }

  /* All trailing zeros go into the exponent, so that 170E7 and 17E8 agree. */
  while (expression->mantissa[length - 1] == '0' && exponent < ENT_DATE_COUNT_LIMIT)
    {
      length--;
      exponent++;
    }
  g_string_append_printf (string, "Y%s", sign);
  g_string_append_len (string, expression->mantissa, length);
  if (exponent > 0)
    g_string_append_printf (string, "E%" G_GINT64_FORMAT, exponent);
  append_significant (expression, (gint64) length + exponent, string);
}

static void
append_component (const EntDateExpression *expression,
                  gsize                    component,
                  GString                 *string)
{
  switch (component)
    {
    case ENT_COMPONENT_YEAR:
      if (expression->unit == ENT_UNIT_LONG_YEAR)
        {
          append_long_year (expression, string);
          break;
        }
      if (expression->negative)
        g_string_append_c (string, '-');
      g_string_append_len (string, expression->year, 4);
      if (expression->significant > 0)
        append_significant (expression, count_digits (pattern_value (expression->year, 4)), string);
      break;
    case ENT_COMPONENT_MONTH:
      if (expression->unit == ENT_UNIT_SEASON)
        g_string_append_printf (string, "%d", expression->season);
      else
        g_string_append_len (string, expression->month, 2);
      break;
    case ENT_COMPONENT_DAY:
      g_string_append_len (string, expression->day, 2);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_time (const EntDateExpression *expression,
             GString                 *string)
{
  g_string_append_printf (string, "T%02d:%02d:%02d", expression->hour, expression->minute, expression->second);
  if (!expression->has_zone)
    return;
  if (expression->zone == 0)
    g_string_append_c (string, 'Z');
  else
    g_string_append_printf (string, "%c%02d:%02d", expression->zone < 0 ? '-' : '+',
                            ABS (expression->zone) / 60, ABS (expression->zone) % 60);
}

/*
 * ent_date_expression_append:
 * @expression: a resolved expression
 * @string: where to
 *
 * Appends the canonical text. A qualifier that the first components share
 * stands to the right of the last of them; others stand before their own.
 */
void
ent_date_expression_append (const EntDateExpression *expression,
                            GString                 *string)
{
  gsize n = 1;
  gsize shared = 1;

  if (expression->unit == ENT_UNIT_SEASON || expression->unit == ENT_UNIT_MONTH)
    n = 2;
  else if (expression->unit == ENT_UNIT_DAY || expression->unit == ENT_UNIT_SECOND)
    n = 3;
  while (shared < n && expression->qualifiers[shared] == expression->qualifiers[0])
    shared++;

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (string, '-');
      if (i >= shared)
        append_qualifier (string, expression->qualifiers[i]);
      append_component (expression, i, string);
      if (i + 1 == shared)
        append_qualifier (string, expression->qualifiers[i]);
    }
  if (expression->unit == ENT_UNIT_SECOND)
    append_time (expression, string);
}
