/* test-figure-text.c: any text made fit for a picture, and what may be linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-info.h"
#include "ent-figure-text.h"

#define FSI "\u2068"
#define PDI "\u2069"
#define RLO "\u202e"
#define RLI "\u2067"

static const struct
{
  const char *name;
  const char *text;
  const char *clean;
  const char *isolated;
  gboolean    rtl;
} texts[] = {
  { "none", NULL, "", "", FALSE },
  { "empty", "", "", "", FALSE },
  { "latin", "Žižek & <b>", "Žižek & <b>", "Žižek & <b>", FALSE },
  { "chinese", "外交部", "外交部", "外交部", FALSE },
  { "digits", "2015 –", "2015 –", "2015 –", FALSE },
  { "arabic", "بيان", "بيان", FSI "بيان" PDI, TRUE },
  { "digits-arabic", "2015: بيان", "2015: بيان", FSI "2015: بيان" PDI, TRUE },
  { "latin-hebrew", "NSO נסו", "NSO נסו", FSI "NSO נסו" PDI, FALSE },
  { "override", "a" RLO "b", "a" RLO "b", FSI "a" RLO "b" PDI, FALSE },
  { "open-isolate", "a" RLI "b", "a" RLI "b", FSI "a" RLI "b" PDI PDI, FALSE },
  { "closed-isolate", "a" RLI "b" PDI "c", "a" RLI "b" PDI "c", FSI "a" RLI "b" PDI "c" PDI, FALSE },
  { "escape", "a" PDI PDI "b", "a" PDI PDI "b", FSI "ab" PDI, FALSE },
  { "white", "a\tb\r\nc\u2028d\xc2\x85" "e", "a b  c d e", "a b  c d e", FALSE },
  { "control", "a\001b\033[31m\177c", "a\ufffdb\ufffd[31m\ufffdc", "a\ufffdb\ufffd[31m\ufffdc", FALSE },
  { "noncharacters", "\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90\xf0\x9f\xbf\xbf", "\ufffd\ufffd\ufffd\ufffd",
    "\ufffd\ufffd\ufffd\ufffd", FALSE },
  { "invalid", "a\xff\xed\xa0\x80z", "a\ufffd\ufffd\ufffd\ufffdz", "a\ufffd\ufffd\ufffd\ufffdz", FALSE },
  { "astral", "𝄞😀", "𝄞😀", "𝄞😀", FALSE },
};

static void
test_text (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *clean = ent_figure_text_clean (texts[i].text);
  g_autofree char *isolated = ent_figure_text_isolate (texts[i].text);

  g_assert_cmpstr (clean, ==, texts[i].clean);
  g_assert_cmpstr (isolated, ==, texts[i].isolated);
  g_assert_cmpint (ent_figure_text_is_rtl (isolated), ==, texts[i].rtl);
}

static const struct
{
  const char *url;
  gboolean    is_linkable;
} urls[] = {
  { NULL, FALSE },
  { "", FALSE },
  { "https://www.justice.gov/opa/pr?a=1&b=<2>", TRUE },
  { "HTTP://例え.jp/外交", TRUE },
  { "mailto:press@example.org", TRUE },
  { "https://", FALSE },
  { "mailto:", FALSE },
  { "https:/one.slash", FALSE },
  { "//example.org", FALSE },
  { "example.org", FALSE },
  { "javascript:alert(1)", FALSE },
  { " javascript:alert(1)", FALSE },
  { "JavaScript:https://example.org", FALSE },
  { "data:text/html,https://", FALSE },
  { "file:///etc/passwd", FALSE },
  { "smb://host/share", FALSE },
  { "https://a b", FALSE },
  { "https://a\nb", FALSE },
  { "https://a\001", FALSE },
  { "https://a\xff", FALSE },
  { "https://example.org/" RLO "gpj.exe", FALSE },
  { "https://a\xef\xbf\xbf", FALSE },
};

static void
test_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ent_figure_is_linkable (urls[i].url), ==, urls[i].is_linkable);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure-text/%s", texts[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/figure-text/links", test_links);
  return g_test_run ();
}
