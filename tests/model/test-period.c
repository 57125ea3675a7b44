/* test-period.c: stretches of the calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"
#include "ent-period.h"

static const struct
{
  const char *text;
  EntPeriod   period;
  const char *printed; /* NULL: the same */
} valid[] = {
  { "P2Y", { 24, 0 }, NULL },
  { "P6M", { 6, 0 }, NULL },
  { "P90D", { 0, 90 }, NULL },
  { "P1Y6M", { 18, 0 }, NULL },
  { "P2W", { 0, 14 }, NULL },
  { "P1Y2M3W4D", { 14, 25 }, "P1Y2M25D" },
  { "P18M", { 18, 0 }, "P1Y6M" },
  { "P14D", { 0, 14 }, "P2W" },
  { "P1M14D", { 1, 14 }, NULL },
  { "P0Y1D", { 0, 1 }, "P1D" },
  { "P01Y", { 12, 0 }, "P1Y" },
  { "P0000000001Y", { 12, 0 }, "P1Y" },
  { "P999999D", { 0, 999999 }, "P142857W" },
  { "P999999Y999999M999999W999999D", { 999999 * 13, 999999 * 8 }, "P999999Y999999M999999W999999D" },
};

static const struct
{
  const char    *text;
  EntPeriodError code;
  guint          column;
} invalid[] = {
  { "", ENT_PERIOD_ERROR_NO_P, 1 },
  { "2Y", ENT_PERIOD_ERROR_NO_P, 1 },
  { "p2Y", ENT_PERIOD_ERROR_NO_P, 1 },
  { " P2Y", ENT_PERIOD_ERROR_NO_P, 1 },
  { "-P2Y", ENT_PERIOD_ERROR_NO_P, 1 },
  { "P", ENT_PERIOD_ERROR_NUMBER, 2 },
  { "PY", ENT_PERIOD_ERROR_NUMBER, 2 },
  { "P-2Y", ENT_PERIOD_ERROR_NUMBER, 2 },
  { "P2Y ", ENT_PERIOD_ERROR_NUMBER, 4 },
  { "P2Y\xe2\x80\xae", ENT_PERIOD_ERROR_NUMBER, 4 },
  { "P2", ENT_PERIOD_ERROR_UNIT, 3 },
  { "P2y", ENT_PERIOD_ERROR_UNIT, 3 },
  { "P1.5Y", ENT_PERIOD_ERROR_UNIT, 3 },
  { "P1,5Y", ENT_PERIOD_ERROR_UNIT, 3 },
  { "P1Y1Y", ENT_PERIOD_ERROR_UNIT, 5 },
  { "P1M1Y", ENT_PERIOD_ERROR_UNIT, 5 },
  { "P2S", ENT_PERIOD_ERROR_UNIT, 3 },
  { "PT2H", ENT_PERIOD_ERROR_TIME, 2 },
  { "P1DT2H", ENT_PERIOD_ERROR_TIME, 4 },
  { "P1000000D", ENT_PERIOD_ERROR_TOO_LONG, 2 },
  { "P1Y99999999999999999999D", ENT_PERIOD_ERROR_TOO_LONG, 4 },
  { "P0D", ENT_PERIOD_ERROR_ZERO, 1 },
  { "P0Y0M", ENT_PERIOD_ERROR_ZERO, 1 },
};

static void
test_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      EntPeriod period;
      EntPeriod again;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", valid[i].text);
      ent_period_parse (valid[i].text, &period, &error);
      g_assert_no_error (error);
      g_assert_true (ent_period_equal (&period, &valid[i].period));
      text = ent_period_to_text (&period);
      g_assert_cmpstr (text, ==, valid[i].printed != NULL ? valid[i].printed : valid[i].text);
      g_assert_true (ent_period_parse (text, &again, NULL));
      g_assert_true (ent_period_equal (&period, &again));
    }
}

static void
test_invalid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      EntPeriod period = { 7, 7 };
      g_autofree char *place = g_strdup_printf ("character %u: ", invalid[i].column);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", invalid[i].text);
      g_assert_false (ent_period_parse (invalid[i].text, &period, &error));
      g_assert_error (error, ENT_PERIOD_ERROR, (int) invalid[i].code);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_cmpint (period.months, ==, 7);
      g_assert_cmpint (period.days, ==, 7);
    }
}

static const struct
{
  const char *from;
  const char *period;
  const char *after;
  const char *before;
} moves[] = {
  { "2015-09-25T00:00:00Z", "P2Y", "2017-09-25T00:00:00Z", "2013-09-25T00:00:00Z" },
  { "2015-09-25T23:59:59Z", "P90D", "2015-12-24T23:59:59Z", "2015-06-27T23:59:59Z" },
  { "2015-01-01T00:00:00Z", "P1M", "2015-02-01T00:00:00Z", "2014-12-01T00:00:00Z" },
  { "2015-12-01T00:00:00Z", "P1M", "2016-01-01T00:00:00Z", "2015-11-01T00:00:00Z" },
  { "2015-12-15T00:00:00Z", "P12M", "2016-12-15T00:00:00Z", "2014-12-15T00:00:00Z" },
  /* Where the month has no such day, its last. */
  { "2015-01-31T00:00:00Z", "P1M", "2015-02-28T00:00:00Z", "2014-12-31T00:00:00Z" },
  { "2016-01-31T12:00:00Z", "P1M", "2016-02-29T12:00:00Z", "2015-12-31T12:00:00Z" },
  { "2015-03-31T00:00:00Z", "P1M", "2015-04-30T00:00:00Z", "2015-02-28T00:00:00Z" },
  { "2016-02-29T00:00:00Z", "P1Y", "2017-02-28T00:00:00Z", "2015-02-28T00:00:00Z" },
  { "2016-02-29T00:00:00Z", "P4Y", "2020-02-29T00:00:00Z", "2012-02-29T00:00:00Z" },
  { "2096-02-29T00:00:00Z", "P4Y", "2100-02-28T00:00:00Z", "2092-02-29T00:00:00Z" },
  /* First the months, then the days. */
  { "2015-01-31T00:00:00Z", "P1M1D", "2015-03-01T00:00:00Z", "2014-12-30T00:00:00Z" },
  { "2016-02-28T00:00:00Z", "P1D", "2016-02-29T00:00:00Z", "2016-02-27T00:00:00Z" },
  { "2016-03-01T00:00:00Z", "P2W", "2016-03-15T00:00:00Z", "2016-02-16T00:00:00Z" },
  { "0000-01-01T00:00:00Z", "P1Y", "0001-01-01T00:00:00Z", "-0001-01-01T00:00:00Z" },
  { "-0001-03-31T00:00:00Z", "P1M", "-0001-04-30T00:00:00Z", "-0001-02-28T00:00:00Z" },
};

static void
assert_time (gint64      time,
             const char *expected)
{
  g_autofree char *text = ent_time_format (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      EntPeriod period;
      EntDate from;
      gint64 time;

      g_test_message ("%s %s", moves[i].from, moves[i].period);
      g_assert_true (ent_period_parse (moves[i].period, &period, NULL));
      g_assert_true (ent_date_parse (moves[i].from, -1, &from, NULL));
      g_assert_true (ent_period_after (&period, from.earliest_start.time, &time));
      assert_time (time, moves[i].after);
      g_assert_true (ent_period_before (&period, from.earliest_start.time, &time));
      assert_time (time, moves[i].before);
    }
}

/* Nothing overflows, and nothing beyond what dates can be is reached. */
static void
test_far (void)
{
  const EntPeriod longest = { 999999 * 13, 999999 * 8 };
  const EntPeriod day = { 0, 1 };
  EntDate last;
  EntDate first;
  gint64 time;

  g_assert_true (ent_date_parse ("Y200000000000", -1, &last, NULL));
  g_assert_true (ent_date_parse ("Y-200000000000", -1, &first, NULL));
  g_assert_false (ent_period_after (&longest, last.earliest_start.time, &time));
  g_assert_true (ent_period_before (&longest, last.earliest_start.time, &time));
  g_assert_false (ent_period_before (&longest, first.earliest_start.time, &time));
  g_assert_false (ent_period_before (&day, first.earliest_start.time, &time));
  g_assert_true (ent_period_after (&day, first.earliest_start.time, &time));
  g_assert_false (ent_period_after (&day, G_MAXINT64, &time));
  g_assert_false (ent_period_before (&day, G_MININT64, &time));
}

/* The later one starts, the later one arrives. */
static void
test_law_of_order (void)
{
  for (int i = 0; i < 2000; i++)
    {
      const EntPeriod period = { g_test_rand_int_range (0, 40), g_test_rand_int_range (1, 800) };
      gint64 from = (gint64) g_test_rand_int () * 3;
      gint64 later = from + g_test_rand_int_range (0, 200) * G_GINT64_CONSTANT (43200);
      gint64 a;
      gint64 b;

      g_assert_true (ent_period_after (&period, from, &a) && ent_period_after (&period, later, &b));
      g_assert_true (a > from);
      /* Days that are clamped to one may lie in disorder by their times of day, never by more. */
      g_assert_true (a / 86400 <= b / 86400);
      g_assert_true (ent_period_before (&period, from, &a) && ent_period_before (&period, later, &b));
      g_assert_true (a < from);
      g_assert_true (a / 86400 <= b / 86400);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/valid", test_valid);
  g_test_add_func ("/period/invalid", test_invalid);
  g_test_add_func ("/period/moves", test_moves);
  g_test_add_func ("/period/far", test_far);
  g_test_add_func ("/period/law/order", test_law_of_order);

  return g_test_run ();
}
