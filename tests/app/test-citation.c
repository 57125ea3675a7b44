/* test-citation.c: events as one quotes them, and addresses that may be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-citation.h"

#include "ent-format.h"

static const char timeline[] =
  "{\"format\": \"entente\", \"version\": 1, \"title\": {\"en\": \"Talks\", \"zh-CN\": \"会谈\"}, \"language\": \"en\","
  " \"edition\": \"2026-11\", \"license\": \"CC0-1.0\", \"events\": ["
  "  {\"id\": \"a\", \"date\": \"2014-05-07/2015-04-15\", \"title\": {\"en\": \"Files\\nstolen\", \"zh-CN\": \"档案\"},"
  "   \"sources\": [{\"publisher\": \"The Paper\", \"title\": \"A Report\", \"date\": \"2015-09-19\", \"url\": \"https://example.org/a\"},"
  "                 {\"title\": \"No more\"}, {\"url\": \"https://example.org/b\"}]},"
  "  {\"id\": \"b\", \"start\": \"2014-05-07\", \"end\": \"2014-05-09\", \"title\": \"Between\"},"
  "  {\"id\": \"c\", \"title\": \"Bare\"} ]}";

static EntDataset *
read_timeline (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
test_text (void)
{
  g_autoptr (EntDataset) dataset = read_timeline (timeline);
  g_autofree char *full = ent_citation_text (dataset, 0, "en");
  g_autofree char *chinese = ent_citation_text (dataset, 0, "zh-CN");
  g_autofree char *between = ent_citation_text (dataset, 1, NULL);
  g_autofree char *bare = ent_citation_text (dataset, 2, NULL);

  g_assert_cmpstr (full, ==,
                   "Files stolen\n"
                   "7 May 2014 – 15 April 2015 (EDTF 2014-05-07/2015-04-15)\n"
                   "In: Talks, edition 2026-11, licence CC0-1.0, event a\n"
                   "Sources:\n"
                   "1. The Paper, A Report, 19 September 2015, https://example.org/a\n"
                   "2. No more\n"
                   "3. https://example.org/b\n");
  g_assert_true (g_str_has_prefix (chinese, "档案\n7 May 2014"));
  g_assert_nonnull (strstr (chinese, "In: 会谈, "));
  g_assert_cmpstr (between, ==,
                   "Between\n"
                   "7–9 May 2014 (EDTF 2014-05-07/2014-05-09)\n"
                   "In: Talks, edition 2026-11, licence CC0-1.0, event b\n");
  g_assert_cmpstr (bare, ==,
                   "Bare\n"
                   "no date\n"
                   "In: Talks, edition 2026-11, licence CC0-1.0, event c\n");
}

static void
test_openable (void)
{
  static const char *const good[] = {
    "https://example.org/",       "http://example.org/a?b=c&d#e", "HTTPS://EXAMPLE.ORG", "mailto:someone@example.org",
    "https://example.org/a%20b",  "https://例子.测试/路径",
  };
  static const char *const bad[] = {
    "", "example.org", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://host/share", "ftp://example.org/",
    "https://example.org/a b", "https://example.org/\u202egpj.exe", "https://example.org/\n", " https://example.org/",
    "http", "https", ":", "about:blank", "vbscript:x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *url = ent_citation_openable (ent_slice_from_string (good[i]));

      g_assert_cmpstr (url, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_null (ent_citation_openable (ent_slice_from_string (bad[i])));
    }
  g_assert_null (ent_citation_openable (ENT_SLICE_NONE));
  g_assert_null (ent_citation_openable ((EntSlice){ "https://a\0b/", 12 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/text", test_text);
  g_test_add_func ("/citation/openable", test_openable);
  return g_test_run ();
}
