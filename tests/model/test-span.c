/* test-span.c: stretches of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

static EntSpan
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntSpan span;

  ent_span_parse (text, -1, &span, &error);
  g_assert_no_error (error);
  return span;
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      start;
    gint64      end;
  } cases[] = {
    { "1970", 0, 365 * 86400 },
    { "1970-01-01", 0, 86400 },
    { "1970-01-01T00:00:10Z", 10, 11 },
    { "1969/1970", -365 * 86400, 365 * 86400 },
    { "1970-01~/1970-02?", 0, 59 * 86400 },
    { "197X", 0, G_GINT64_CONSTANT (315532800) },
    { "[1970-01-03,1970-01-01]", 0, 3 * 86400 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSpan span = parse (cases[i].text);

      g_assert_cmpint (span.start, ==, cases[i].start);
      g_assert_cmpint (span.end, ==, cases[i].end);
    }
}

static void
test_parse_invalid (void)
{
  static const struct
  {
    const char  *text;
    EntDateError code;
  } cases[] = {
    { "", ENT_DATE_ERROR_EMPTY },
    { "1985-13", ENT_DATE_ERROR_MONTH },
    { "1990/1985", ENT_DATE_ERROR_REVERSED },
    { "1985/..", ENT_DATE_ERROR_NOT_CLOSED },
    { "../1985", ENT_DATE_ERROR_NOT_CLOSED },
    { "1985/", ENT_DATE_ERROR_NOT_CLOSED },
    { "/1985", ENT_DATE_ERROR_NOT_CLOSED },
    { "../..", ENT_DATE_ERROR_NOT_CLOSED },
    { "[1985..]", ENT_DATE_ERROR_NOT_CLOSED },
    { "Y17E700", ENT_DATE_ERROR_NOT_CLOSED },
    { "1985/Y17E700", ENT_DATE_ERROR_NOT_CLOSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      EntSpan span = { 1, 2 };

      g_assert_false (ent_span_parse (cases[i].text, -1, &span, &error));
      g_assert_error (error, ENT_DATE_ERROR, (gint) cases[i].code);
      g_assert_cmpint (span.start, ==, 1);
      g_assert_cmpint (span.end, ==, 2);
    }
}

static void
test_algebra (void)
{
  /* All spans over a few seconds, empty and reversed ones too, against their seconds. */
  for (int a = 0; a < 6 * 6; a++)
    for (int b = 0; b < 6 * 6; b++)
      {
        EntSpan one = { a / 6, a % 6 };
        EntSpan other = { b / 6, b % 6 };
        EntSpan common;
        gboolean overlaps = FALSE;
        gboolean encloses = !ent_span_is_empty (&other);

        for (gint64 second = 0; second < 6; second++)
          {
            gboolean in_one = ent_span_contains (&one, second);
            gboolean in_other = ent_span_contains (&other, second);

            overlaps = overlaps || (in_one && in_other);
            encloses = encloses && (in_one || !in_other);
          }
        g_assert_cmpint (ent_span_overlaps (&one, &other), ==, overlaps);
        g_assert_cmpint (ent_span_encloses (&one, &other), ==, encloses);
        g_assert_cmpint (ent_span_intersect (&one, &other, &common), ==, overlaps);
        g_assert_cmpint (ent_span_is_empty (&common), ==, !overlaps);
        for (gint64 second = 0; second < 6; second++)
          g_assert_cmpint (ent_span_contains (&common, second), ==,
                           ent_span_contains (&one, second) && ent_span_contains (&other, second));
        g_assert_cmpint (ent_span_equal (&one, &other), ==, a == b);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/parse", test_parse);
  g_test_add_func ("/span/parse-invalid", test_parse_invalid);
  g_test_add_func ("/span/algebra", test_algebra);

  return g_test_run ();
}
