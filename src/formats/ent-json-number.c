/* ent-json-number.c: what a number of a JSON text amounts to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-json-number.h"

#include "ent-json-scan.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Exponents beyond this are as good as infinite, and sums with the length of a
 * text in memory still do not overflow. */
#define EXPONENT_MAX (G_GINT64_CONSTANT (1) << 60)

/* A number as its digits without leading and trailing zeros. It is an integer
 * when no significant digit stands behind the point. */
typedef struct
{
  const char *first;    /* the first digit that is not 0; NULL: the number is 0 */
  const char *last;     /* the last one */
  gint64 integer_count; /* digits from @first to the point; may be negative */
  gint64 count;         /* digits from @first to @last */
  gboolean negative;
} Digits;

static void
take_apart (Digits     *digits,
            const char *text,
            gsize       length)
{
  const char *p = text;
  const char *end = text + length;
  gboolean point = FALSE;
  gboolean negative = FALSE;
  gint64 exponent = 0;
  gint64 zeros = 0; /* since the last digit that counts */

  memset (digits, 0, sizeof *digits);
  digits->negative = p < end && *p == '-';
  if (digits->negative)
    p++;
  for (; p < end && (ent_json_is_digit (*p) || *p == '.'); p++)
    {
      if (*p == '.')
        {
          point = TRUE;
          continue;
        }
      if (digits->first == NULL && *p == '0')
        {
          digits->integer_count -= point;
          continue;
        }
      if (digits->first == NULL)
        digits->first = p;
      digits->integer_count += !point;
      if (*p == '0')
        zeros++;
      else
        {
          digits->count += zeros + 1;
          digits->last = p;
          zeros = 0;
        }
    }
  if (p < end)
    {
      p++;
      negative = p < end && *p == '-';
      if (p < end && (*p == '-' || *p == '+'))
        p++;
      for (; p < end; p++)
        exponent = MIN (exponent * 10 + (*p - '0'), EXPONENT_MAX / 16);
    }
  digits->integer_count += negative ? -exponent : exponent;
}

/**
 * ent_json_number_is_integer:
 * @text: a number as JSON writes it
 * @length: of @text in bytes
 *
 * Whether the number has no fraction, however it is written: `4`, `4.0` and
 * `40e-1` are all the same.
 *
 * Returns: whether it is an integer, of any size
 */
gboolean
ent_json_number_is_integer (const char *text,
                            gsize       length)
{
  Digits digits;

  take_apart (&digits, text, length);
  return digits.first == NULL || digits.count <= digits.integer_count;
}

/**
 * ent_json_number_to_int64:
 * @text: a number as JSON writes it
 * @length: of @text in bytes
 * @value: (out): its value
 *
 * Tells the value of a number that is an integer, exactly.
 *
 * Returns: %FALSE when it is no integer or beyond 64 bits; @value is left alone then
 */
gboolean
ent_json_number_to_int64 (const char *text,
                          gsize       length,
                          gint64     *value)
{
  Digits digits;
  guint64 sum = 0;
  const char *p;

  take_apart (&digits, text, length);
  if (digits.first == NULL)
    {
      *value = 0;
      return TRUE;
    }
  if (digits.count > digits.integer_count || digits.integer_count > 19)
    return FALSE;

  /* 19 digits always fit into 64 bits without a sign. */
  p = digits.first;
  for (gint64 i = 0; i < digits.integer_count; i++)
    {
      if (i < digits.count && *p == '.')
        p++;
      sum = sum * 10 + (i < digits.count ? (guint64) (*p++ - '0') : 0);
    }
  if (sum > (guint64) G_MAXINT64 + digits.negative)
    return FALSE;
  *value = digits.negative ? (gint64) (0 - sum) : (gint64) sum;
  return TRUE;
}

/**
 * ent_json_number_to_double:
 * @text: a number as JSON writes it
 * @length: of @text in bytes
 * @value: (out): the nearest double
 *
 * Tells the value of a number as nearly as a double can.
 *
 * Returns: %FALSE when it is beyond what a double holds; @value is left alone then
 */
gboolean
ent_json_number_to_double (const char *text,
                           gsize       length,
                           double     *value)
{
  char buffer[64];
  g_autofree char *copy = NULL;
  double result;

  if (length < sizeof buffer)
    {
      memcpy (buffer, text, length);
      buffer[length] = '\0';
    }
  else
    copy = g_strndup (text, length);
  result = g_ascii_strtod (copy != NULL ? copy : buffer, NULL);
  if (!isfinite (result))
    return FALSE;
  *value = result;
  return TRUE;
}

/**
 * ent_json_number_print:
 * @value: a finite number
 * @buffer: room for it
 *
 * Writes a number as JSON does: the fewest digits that read back as the very
 * same double, no point in integers below 10¹⁷, no sign and no leading zero in
 * an exponent that needs none.
 *
 * Returns: @buffer
 */
const char *
ent_json_number_print (double value,
                       char   buffer[ENT_JSON_NUMBER_SIZE])
{
  /* 15 digits are the fewest whenever they suffice, but for subnormal numbers. */
  int precision = fabs (value) < DBL_MIN ? 1 : DBL_DIG;
  char format[8];
  char *e;

  g_return_val_if_fail (isfinite (value), NULL);

  if (value == 0)
    return strcpy (buffer, signbit (value) ? "-0.0" : "0");
  do
    {
      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (buffer, ENT_JSON_NUMBER_SIZE, format, value);
    }
  while (g_ascii_strtod (buffer, NULL) != value && precision++ < DBL_DECIMAL_DIG);

  e = strchr (buffer, 'e');
  if (e != NULL)
    {
      char *to = e + 1;
      const char *from = e + 1;

      if (*from == '-')
        to++;
      from++;
      while (*from == '0')
        from++;
      memmove (to, from, strlen (from) + 1);
    }
  return buffer;
}
