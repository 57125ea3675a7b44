/* test-date-laws.c: what holds of every EDTF date, and of any bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

#include "date-cases.h"

#include <string.h>

static void
assert_ordered (const char     *text,
                const EntBound *before,
                const EntBound *after)
{
  if (before->kind == ENT_BOUND_KNOWN && after->kind == ENT_BOUND_KNOWN && before->time > after->time)
    g_error ("%s: bounds are out of order", text);
}

/* What every valid date must keep. Returns whether @text is one. */
static gboolean
check_laws (const char *text,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *again = NULL;
  EntDate date;
  EntDate other;

  if (!ent_date_parse (text, length, &date, &error))
    {
      g_assert_true (error->domain == ENT_DATE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (ent_date_canonical (text, length, NULL));
      g_assert_cmpuint (ent_date_members (text, length, NULL, 0), ==, 0);
      return FALSE;
    }

  g_assert_cmpint (date.level, <=, 2);
  assert_ordered (text, &date.earliest_start, &date.latest_start);
  assert_ordered (text, &date.earliest_end, &date.latest_end);
  assert_ordered (text, &date.earliest_start, &date.earliest_end);
  assert_ordered (text, &date.latest_start, &date.latest_end);
  g_assert_cmpuint (ent_date_members (text, length, &other, 1), >=, 1);
  g_assert_cmpint (ent_date_compare (&date, &date), ==, 0);

  canonical = ent_date_canonical (text, length, &error);
  g_assert_no_error (error);
  ent_date_parse (canonical, -1, &other, &error);
  g_assert_no_error (error);
  if (!ent_date_equal (&date, &other))
    g_error ("%s: %s is another date", text, canonical);
  again = ent_date_canonical (canonical, -1, NULL);
  g_assert_cmpstr (again, ==, canonical);
  return TRUE;
}

static void
test_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (single_cases); i++)
    g_assert_true (check_laws (single_cases[i].text, -1));
  for (gsize i = 0; i < G_N_ELEMENTS (range_cases); i++)
    g_assert_true (check_laws (range_cases[i].text, -1));
}

/* Any two single dates make an interval, one way round or the other. */
static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (single_cases); i++)
    for (gsize j = i; j < G_N_ELEMENTS (single_cases); j++)
      {
        const char *a = single_cases[i].text;
        const char *b = single_cases[j].text;
        g_autofree char *forward = g_strconcat (a, "/", b, NULL);
        g_autofree char *backward = g_strconcat (b, "/", a, NULL);
        gboolean timed = strchr (a, 'T') != NULL || strchr (b, 'T') != NULL;
        gboolean one = check_laws (forward, -1);
        gboolean other = check_laws (backward, -1);

        if ((one || other) == timed)
          g_error ("%s and %s", forward, backward);
      }
}

static const char *
any_case (GRand *random)
{
  guint n = G_N_ELEMENTS (single_cases) + G_N_ELEMENTS (range_cases);
  guint i = (guint) g_rand_int_range (random, 0, (gint32) n);

  return i < G_N_ELEMENTS (single_cases) ? single_cases[i].text : range_cases[i - G_N_ELEMENTS (single_cases)].text;
}

/* Changes a character to one that dates are made of, or cuts, or joins two. */
static void
mutate (GString *text,
        GRand   *random)
{
  static const char alphabet[] = "0123456789XYESTZ?~%-+:/.,[]{} \xc3";
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len + 1);
  char character = alphabet[g_rand_int_range (random, 0, (gint32) strlen (alphabet))];

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_string_insert_c (text, (gssize) at, character);
      break;
    case 1:
      if (at < text->len)
        g_string_erase (text, (gssize) at, 1);
      break;
    case 2:
      g_string_truncate (text, at);
      g_string_append (text, any_case (random));
      break;
    default:
      if (at < text->len)
        text->str[at] = character;
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (86012019);
  guint valid = 0;

  for (guint i = 0; i < 200000; i++)
    {
      g_autoptr (GString) text = g_string_new (any_case (random));

      for (guint j = 0; j <= i % 3; j++)
        mutate (text, random);
      if (check_laws (text->str, (gssize) text->len))
        valid++;
    }
  /* Enough stay dates for the laws to be tried. */
  g_assert_cmpuint (valid, >, 20000);
}

static gboolean
stands_for (const char *pattern,
            int         value)
{
  return (pattern[0] == 'X' || pattern[0] == '0' + value / 10) && (pattern[1] == 'X' || pattern[1] == '0' + value % 10);
}

/* Patterns of digits left open, against counting out all that they stand for. */
static void
test_open_digits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4713);
  guint valid = 0;

  for (guint i = 0; i < 2000; i++)
    {
      const char *sign = g_rand_boolean (random) ? "-" : "";
      int century = g_rand_int_range (random, 0, 100);
      char rest[] = "00";
      char month[] = "00";
      char day[] = "00";
      char *parts[] = { rest, month, day };
      g_autofree char *text = NULL;
      gint64 first = G_MAXINT64;
      gint64 last = G_MININT64;
      gboolean found;
      EntDate date;

      g_snprintf (rest, sizeof rest, "%02d", g_rand_int_range (random, 0, 100));
      g_snprintf (month, sizeof month, "%02d", g_rand_int_range (random, 1, 13));
      g_snprintf (day, sizeof day, "%02d", g_rand_int_range (random, 0, 32));
      for (guint j = 0; j < 6; j++)
        if (g_rand_int_range (random, 0, 3) == 0)
          parts[j / 2][j % 2] = 'X';
      text = g_strdup_printf ("%s%02d%s-%s-%s", sign, century, rest, month, day);

      for (int y = 0; y < 100; y++)
        for (int m = 1; m <= 12; m++)
          for (int d = 1; d <= 31; d++)
            {
              char candidate[24];

              if (!stands_for (rest, y) || !stands_for (month, m) || !stands_for (day, d))
                continue;
              g_snprintf (candidate, sizeof candidate, "%s%02d%02d-%02d-%02d", sign, century, y, m, d);
              if (!ent_date_parse (candidate, -1, &date, NULL))
                continue;
              first = MIN (first, date.earliest_start.time);
              last = MAX (last, date.latest_end.time);
            }

      found = ent_date_parse (text, -1, &date, NULL);
      if (found != (first != G_MAXINT64))
        g_error ("%s is %s", text, found ? "valid" : "invalid");
      if (found && (date.earliest_start.time != first || date.latest_end.time != last))
        g_error ("%s has other bounds", text);
      valid += found;
    }
  g_assert_cmpuint (valid, >, 1000);
}

static void
test_large (void)
{
  g_autoptr (GString) set = g_string_new ("{");
  g_autofree char *digits = g_strnfill (1000000, '9');
  g_autofree char *year = g_strconcat ("Y", digits, NULL);
  g_autofree char *exponent = g_strconcat ("Y1E", digits, NULL);
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *garbage = g_strnfill (1000000, '\xff');
  EntDate date;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (set, "%sXXXX-%02d-2X?", i > 0 ? "," : "", i % 12 + 1);
  g_string_append_c (set, '}');
  g_assert_true (ent_date_parse (set->str, (gssize) set->len, &date, NULL));
  g_assert_cmpuint (ent_date_members (set->str, -1, &date, 1), ==, 100000);

  g_assert_true (check_laws (year, -1));
  g_assert_true (check_laws (exponent, -1));
  g_assert_false (check_laws (brackets, -1));
  g_assert_false (check_laws (garbage, -1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/laws/tables", test_tables);
  g_test_add_func ("/date/laws/pairs", test_pairs);
  g_test_add_func ("/date/laws/mutations", test_mutations);
  g_test_add_func ("/date/laws/open-digits", test_open_digits);
  g_test_add_func ("/date/laws/large", test_large);

  return g_test_run ();
}
