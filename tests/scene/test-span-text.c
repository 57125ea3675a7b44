/* test-span-text.c: the time in view, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"
#include "ent-span-text.h"

static EntSpan
span_of (const char *edtf)
{
  EntDate date;

  g_assert_true (ent_date_parse (edtf, -1, &date, NULL));
  return (EntSpan){ date.earliest_start.time, date.latest_end.time };
}

/* What is beside all that is known is left out while it is a margin, and told when it is more. */
static void
test_margins (void)
{
  static const struct
  {
    const char *span;
    const char *known; /* (nullable) */
    const char *text;
  } cases[] = {
    { "2013/2016", NULL, "2013–2016" },
    { "2013/2016", "1963-08-05/2025-09-08", "2013–2016" },
    { "1962-08-29/2027-09-08", "1963-08-05/2025-09-08", "1963–2025" },
    { "2016-02-29/2016-03-31", "2016-03-01/2016-03-30", "1 Mar 2016 – 30 Mar 2016" },
    { "2013/2016", "2014-02/2015-02", "2013–2016" },
    { "2012-12-20/2016-12-31", "2013/2018", "2013–2016" },
    { "2015-09-01/2015-09-30", "2015-09-25/2015-09-25", "Sep 2015" },
  };
  g_autoptr (EntWords) words = ent_words_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSpan span = span_of (cases[i].span);
      EntSpan known = cases[i].known != NULL ? span_of (cases[i].known) : span;
      g_autofree char *text = ent_span_text (words, &span, cases[i].known != NULL ? &known : NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-text/margins", test_margins);
  return g_test_run ();
}
