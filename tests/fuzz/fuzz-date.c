/* fuzz-date.c: any bytes through the date reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         length)
{
  const char *text = (const char *) bytes;
  g_autofree char *canonical = NULL;
  EntDate member;
  EntDate again;
  EntDate date;
  EntSpan span;

  if (!ent_date_parse (text, (gssize) length, &date, NULL))
    {
      g_assert_false (ent_span_parse (text, (gssize) length, &span, NULL));
      return 0;
    }
  g_assert_cmpuint (ent_date_members (text, (gssize) length, &member, 1), >, 0);
  if (ent_span_parse (text, (gssize) length, &span, NULL))
    {
      g_assert_false (ent_span_is_empty (&span));
      g_assert_true (ent_date_surely_within (&date, &span));
      g_assert_true (ent_date_may_overlap (&date, &span));
    }
  canonical = ent_date_canonical (text, (gssize) length, NULL);
  g_assert_true (ent_date_parse (canonical, -1, &again, NULL));
  g_assert_true (ent_date_equal (&date, &again));
  return 0;
}
