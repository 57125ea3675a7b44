/* test-places.c: where a date that is typed leads, and which hit comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-jump.h"
#include "ent-navigation.h"

#include <locale.h>
#include <string.h>

static EntSession *
new_session (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"entente\", \"version\": 1, \"events\": [%s]}", events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDataset) dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);
  EntSession *session = ent_session_new ();

  g_assert_no_error (error);
  ent_session_open (session, dataset, NULL);
  return session;
}

#define FROM_1960_TO_2030 "{\"id\": \"a\", \"title\": \"a\", \"date\": \"1960\"}, {\"id\": \"b\", \"title\": \"b\", \"date\": \"2030\"}"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* NULL: it is none */
    const char *said;  /* NULL: the same */
  } cases[] = {
    { "2014-03", "March 2014", NULL },
    { "  2014-03\t", "March 2014", NULL },
    { "2015-09-25", "25 September 2015", NULL },
    { "2013/2016", "2013–2016", NULL },
    { "198X", "1980s", NULL },
    { "1980s", "1980s", NULL },
    { "2014/..", "from 2014, end open", NULL },
    { "1850-03", "March 1850", "March 1850: before all events" },
    { "2150", "2150", "2150: after all events" },
    { "", NULL, NULL },
    { "   ", NULL, NULL },
    { "2014-13", NULL, NULL },
    { "1985s", NULL, NULL },
    { "March 2014", NULL, NULL },
    { "2016/2013", NULL, NULL },
    { "../..", NULL, NULL },
    { "Y17E700", NULL, NULL },
  };
  g_autoptr (EntSession) session = new_session (FROM_1960_TO_2030);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      g_autofree char *said = NULL;
      EntDate date;
      gboolean read = ent_jump_read (cases[i].text, &date, &words, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].words != NULL);
      g_assert_cmpint (error != NULL, ==, !read);
      g_assert_cmpstr (words, ==, cases[i].words);
      if (!read)
        continue;
      said = ent_jump_describe (session, &date, words);
      g_assert_cmpstr (said, ==, cases[i].said != NULL ? cases[i].said : cases[i].words);
    }
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  EntDate date;

  g_assert_false (ent_jump_read ("2014-13", &date, &words, &error));
  g_assert_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_MONTH);
  g_assert_nonnull (strstr (error->message, "expected a month"));
}

/* What is gone to is in view, in the middle when it is one date, and not lost in it. */
static void
test_fit (void)
{
  static const struct
  {
    const char *text;
    const char *extent;
    double      least; /* of the view */
    double      most;
  } cases[] = {
    { "2014-03-07T10:20:30Z", "2014-03-07", 0.0001, 0.001 },
    { "2014-03-07", "2014-03-07", 0.02, 0.1 },
    { "2014-03", "2014-03", 0.2, 0.5 },
    { "2014", "2014", 0.7, 0.9 },
    { "198X", "1980/1989", 0.7, 0.9 },
    { "2013/2016", "2013/2016", 1.0, 1.0 },
    { "2013-05-01/..", "2013-05-01/2030", 0.8, 1.0 },
    { "../1990", "1960/1990", 0.8, 1.0 },
  };
  g_autoptr (EntSession) session = new_session (FROM_1960_TO_2030);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      EntDate date;
      EntSpan extent;
      EntSpan view;
      double part;

      g_assert_true (ent_jump_read (cases[i].text, &date, &words, NULL));
      g_assert_true (ent_span_parse (cases[i].extent, -1, &extent, NULL));
      g_assert_true (ent_navigation_fit_date (session, &date));
      ent_navigation_get_span (session, &view);
      g_test_message ("%s", cases[i].text);
      if (date.start_precision == ENT_PRECISION_SECOND)
        {
          g_assert_true (ent_span_contains (&view, date.earliest_start.time));
          continue;
        }
      g_assert_true (ent_span_encloses (&view, &extent));
      part = (double) (extent.end - extent.start) / (double) (view.end - view.start);
      g_assert_cmpfloat (part, >=, cases[i].least);
      g_assert_cmpfloat (part, <=, cases[i].most);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (ent_session_back (session));
  g_assert_false (ent_session_get_can_go_back (session));
}

static void
walk (EntSession *session,
      EntRowSet  *hits,
      gboolean    back,
      const char *expected)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  g_autoptr (GString) way = g_string_new (NULL);

  for (;;)
    {
      guint32 row = ent_navigation_find_hit (session, hits, back);
      g_autofree char *id = NULL;

      if (row == ENT_ROW_NONE)
        break;
      id = ent_slice_dup (ent_dataset_get_id (dataset, row));
      g_string_append (way, id);
      ent_session_set_focus (session, id);
    }
  g_assert_cmpstr (way->str, ==, expected);
}

/* In the order of time, not of the file; from the focus, or else from the view. */
static void
test_hits (void)
{
  g_autoptr (EntSession) session =
    new_session ("{\"id\": \"d\", \"title\": \"t\", \"date\": \"2014\"}, {\"id\": \"a\", \"title\": \"t\", \"date\": \"2011\"},"
                 "{\"id\": \"u\", \"title\": \"t\"}, {\"id\": \"e\", \"title\": \"t\", \"date\": \"2015\"},"
                 "{\"id\": \"b\", \"title\": \"t\", \"date\": \"2012\"}, {\"id\": \"c\", \"title\": \"t\", \"date\": \"2013\"}");
  g_autoptr (EntRowSet) hits = ent_row_set_new (6);
  g_autoptr (EntRowSet) none = ent_row_set_new (6);
  const EntSpan in_2013 = { 1356998400, 1388534400 };

  /* a, c, e and what has no date */
  ent_row_set_add (hits, 1);
  ent_row_set_add (hits, 5);
  ent_row_set_add (hits, 3);
  ent_row_set_add (hits, 2);

  walk (session, NULL, FALSE, "abcde");
  walk (session, NULL, TRUE, "dcba");
  walk (session, hits, FALSE, "ce");
  ent_session_set_focus (session, "d");
  walk (session, hits, TRUE, "ca");
  ent_session_set_focus (session, NULL);
  ent_session_set_span (session, &in_2013);
  walk (session, hits, FALSE, "ce");
  ent_session_set_focus (session, NULL);
  walk (session, hits, TRUE, "ca");
  /* What has no place in time is as good as no focus. */
  ent_session_set_focus (session, "u");
  walk (session, hits, FALSE, "ce");
  walk (session, none, FALSE, "");
  ent_session_set_focus (session, NULL);
  walk (session, none, TRUE, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/places/read", test_read);
  g_test_add_func ("/places/error", test_error);
  g_test_add_func ("/places/fit", test_fit);
  g_test_add_func ("/places/hits", test_hits);
  return g_test_run ();
}
