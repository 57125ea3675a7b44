/* test-duration.c: how long it was from one date to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-duration.h"

#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  const char *from;
  const char *to;
  gint64      least;
  gint64      most; /* -1: none */
  gboolean    may_be_reversed;
} DurationCase;

static const DurationCase day_cases[] = {
  { "2014-05-07", "2015-04-15", 343, 343, FALSE },
  { "2014-05-07", "2014-05-07", 0, 0, FALSE },
  { "2014-02-28", "2014-03-01", 1, 1, FALSE },
  { "2016-02-28", "2016-03-01", 2, 2, FALSE },
  { "1969-12-31", "1970-01-01", 1, 1, FALSE },
  { "-0001-12-31", "0000-01-01", 1, 1, FALSE },
  /* Of an interval, its start; of a coarse date, all it may be. */
  { "2014-05-07/2015-04-24", "2015-04-17/2015-04-24", 345, 345, FALSE },
  { "2014-05", "2015-04-15", 319, 349, FALSE },
  { "2014-05-07", "2015-04", 329, 358, FALSE },
  { "2014", "2015", 1, 729, FALSE },
  { "2014~", "2015?", 1, 729, FALSE },
  { "[2014-05-01,2014-05-09]", "2014-05-19", 10, 18, FALSE },
  /* Overlaps: it may have been the other way round. */
  { "2014-05", "2014-05", 0, 30, TRUE },
  { "2014-05", "2014-05-10", 0, 9, TRUE },
  { "2014-05-10", "2014-05", 0, 21, TRUE },
  { "2014-05-10", "2014-05-10/2014-06", 0, 0, FALSE },
  /* A time and a day are counted by days. */
  { "2014-05-07T23:00:00Z", "2014-05-09", 2, 2, FALSE },
  { "2014-05-07", "2014-05-09T01:00:00Z", 2, 2, FALSE },
};

static gboolean
measure (const DurationCase *example,
         EntDuration        *duration)
{
  EntDate from;
  EntDate to;

  g_test_message ("%s to %s", example->from, example->to);
  g_assert_true (ent_date_parse (example->from, -1, &from, NULL));
  g_assert_true (ent_date_parse (example->to, -1, &to, NULL));
  return ent_duration_between (duration, &from, &to);
}

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      EntDuration duration;

      g_assert_true (measure (&day_cases[i], &duration));
      g_assert_true (duration.by_days);
      g_assert_true (duration.has_most);
      g_assert_cmpint (duration.least, ==, day_cases[i].least * DAY);
      g_assert_cmpint (duration.most, ==, day_cases[i].most * DAY);
      g_assert_cmpint (duration.may_be_reversed, ==, day_cases[i].may_be_reversed);
      g_assert_cmpint (ent_duration_is_exact (&duration), ==, day_cases[i].least == day_cases[i].most);
    }
}

static void
test_seconds (void)
{
  static const DurationCase cases[] = {
    { "2014-05-07T10:00:00Z", "2014-05-07T10:00:01Z", 1, 1, FALSE },
    { "2014-05-07T10:00:00+02:00", "2014-05-07T10:00:00Z", 7200, 7200, FALSE },
    { "2014-05-07T23:59:59Z", "2014-05-08T00:00:00Z", 1, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDuration duration;

      g_assert_true (measure (&cases[i], &duration));
      g_assert_false (duration.by_days);
      g_assert_cmpint (duration.least, ==, cases[i].least);
      g_assert_cmpint (duration.most, ==, cases[i].most);
      g_assert_true (ent_duration_is_exact (&duration));
    }
}

static void
test_unbounded (void)
{
  static const DurationCase cases[] = {
    { "[..2014-05-09]", "2014-05-19", 10, -1, FALSE },
    { "2014-05-09", "[2014-05-19..]", 10, -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDuration duration;

      g_assert_true (measure (&cases[i], &duration));
      g_assert_false (duration.has_most);
      g_assert_false (ent_duration_is_exact (&duration));
      g_assert_cmpint (duration.least, ==, cases[i].least * DAY);
      g_assert_cmpint (duration.may_be_reversed, ==, cases[i].may_be_reversed);
    }
}

static void
test_impossible (void)
{
  static const DurationCase cases[] = {
    { "2015-04-15", "2014-05-07" },
    { "2014-05-08", "2014-05-07" },
    { "2014-05-07T10:00:01Z", "2014-05-07T10:00:00Z" },
    { "Y17E700", "2014" },
    { "/2014-05-09", "2014-05-19" },
    { "../..", "2014" },
    { "2014", "../.." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDuration duration = { .least = 42 };

      g_assert_false (measure (&cases[i], &duration));
      g_assert_cmpint (duration.least, ==, 42);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/days", test_days);
  g_test_add_func ("/duration/seconds", test_seconds);
  g_test_add_func ("/duration/unbounded", test_unbounded);
  g_test_add_func ("/duration/impossible", test_impossible);
  return g_test_run ();
}
