/* test-as-of-day.c: the day as of which a session is seen, others to go to, and what is said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-day.h"
#include "ent-as-of-text.h"
#include "ent-as-of.h"
#include "ent-command-text.h"
#include "ent-format.h"

#include <locale.h>
#include <string.h>

#define EVENTS \
  "{\"id\": \"a\", \"title\": \"a\", \"date\": \"2014-01-31\"}," \
  "{\"id\": \"i\", \"title\": \"i\", \"kind\": \"incident\", \"date\": \"2014-06/2015-08\", \"phases\": {\"disclosure\": " \
  "\"2015-03-05T10:00:00Z\"}, \"attribution\": {\"confidence\": \"suspected\", \"by\": [{\"name\": \"US\"}]}}," \
  "{\"id\": \"j\", \"title\": \"j\", \"kind\": \"incident\", \"date\": \"2014\", \"phases\": {\"disclosure\": \"2016-02\"}}," \
  "{\"id\": \"k\", \"title\": \"k\", \"kind\": \"incident\", \"date\": \"2015\", \"phases\": {\"disclosure\": \"2020\"}}," \
  "{\"id\": \"u\", \"title\": \"u\"}"

static EntSession *
new_session (const char *view)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"entente\", \"version\": 1, \"view\": {%s}, \"events\": [" EVENTS "]}", view);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (EntDataset) dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, NULL);
  EntSession *session = ent_session_new ();

  ent_session_open (session, dataset, NULL);
  return session;
}

static const char *
day_of (EntSession *session)
{
  return ent_view_get_as_of_text (ent_session_get_view (session));
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* NULL: it is no day */
  } cases[] = {
    { "2015-09-19", "19 September 2015" },
    { " 2015-09 ", "September 2015" },
    { "2013/2016", "2013–2016" },
    { "", NULL },
    { "2015-13", NULL },
    { "2015/..", NULL },
    { "tomorrow", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *edtf = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (ent_as_of_day_read (cases[i].text, &edtf, &words, &error), ==, cases[i].words != NULL);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true ((error != NULL) == (cases[i].words == NULL));
    }
}

static const struct
{
  const char *from;
  const char *step;
  const char *to; /* NULL: there is none */
} steps[] = {
  { "2015-09-19", "day-after", "2015-09-20" },
  { "2015-09-19", "day-before", "2015-09-18" },
  { "2016-02-28", "day-after", "2016-02-29" },
  { "2015-09", "day-after", "2015-10-01" },
  { "2015-09", "day-before", "2015-09-29" },
  { "2015-09-19T12:00:00Z", "day-after", "2015-09-20" },
  { "2015-01-31", "month-after", "2015-02-28" },
  { "2015-03-31", "month-before", "2015-02-28" },
  { "0000-01-01", "day-before", "-0001-12-31" },
  { "-9999-01-01", "day-before", NULL },
  { "9999-12-31", "day-after", NULL },
  { "Y20000", "month-after", NULL },
  { "2015-01-01", "disclosure-after", "2015-03-05" },
  { "2015-03-05", "disclosure-after", "2016-02-01" },
  { "2015-03-05", "disclosure-before", NULL },
  { "2015-03-06", "disclosure-before", "2015-03-05" },
  { "2021", "disclosure-after", NULL },
  { "2021", "disclosure-before", "2020-01-01" },
};

static void
test_steps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (EntSession) session = new_session ("");
      EntAsOfStep step;

      g_assert_true (ent_as_of_day_find_step (steps[i].step, &step));
      g_assert_false (ent_as_of_day_step (session, step));
      ent_as_of_day_set (session, steps[i].from);
      g_assert_cmpint (ent_as_of_day_step (session, step), ==, steps[i].to != NULL);
      g_assert_cmpstr (day_of (session), ==, steps[i].to != NULL ? steps[i].to : steps[i].from);
    }
}

static void
test_event (void)
{
  g_autoptr (EntSession) session = new_session ("");

  g_assert_false (ent_as_of_day_set_event (session));
  ent_session_set_focus (session, "u");
  g_assert_false (ent_as_of_day_set_event (session));
  ent_session_set_focus (session, "j");
  g_assert_true (ent_as_of_day_set_event (session));
  g_assert_cmpstr (day_of (session), ==, "2016-02-29");
  g_assert_cmpstr (ent_session_get_focus (session), ==, "j");
  g_assert_true (ent_session_back (session));
  g_assert_null (day_of (session));
}

/* A day that is out of sight is brought into it, in the same step. */
static void
test_view (void)
{
  g_autoptr (EntSession) session = new_session ("\"span\": \"2016/2019\"");
  const EntView *view;

  ent_as_of_day_set (session, "2017");
  view = ent_session_get_view (session);
  g_assert_cmpint (*ent_view_get_start (view), ==, G_GINT64_CONSTANT (1451606400));
  ent_as_of_day_set (session, "2010");
  view = ent_session_get_view (session);
  g_assert_cmpint (*ent_view_get_start (view), <, G_GINT64_CONSTANT (1293840000));
  g_assert_cmpint (*ent_view_get_end (view), >, G_GINT64_CONSTANT (1293840000));
  ent_session_back (session);
  view = ent_session_get_view (session);
  g_assert_cmpint (*ent_view_get_start (view), ==, G_GINT64_CONSTANT (1451606400));
}

static char *
say (EntSession *session,
     const char *id)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  g_autoptr (GPtrArray) notes = ent_as_of_text_notes (dataset, ent_dataset_find (dataset, ent_slice_from_string (id)));

  g_ptr_array_add (notes, NULL);
  return g_strjoinv (" ", (char **) notes->pdata);
}

static void
test_text (void)
{
  g_autoptr (EntSession) session = new_session ("");
  g_autofree char *nothing = say (session, "i");
  g_autofree char *day = NULL;
  g_autofree char *none = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *later = NULL;
  g_autofree char *of_incident = NULL;
  g_autofree char *of_undated = NULL;

  g_assert_cmpstr (nothing, ==, "");
  none = ent_as_of_text_begun (ent_session_get_dataset (session));
  g_assert_null (none);
  ent_as_of_day_set (session, "2015-04");
  day = ent_as_of_text_day (ent_session_get_view (session));
  g_assert_cmpstr (day, ==, "As of April 2015");
  begun = ent_as_of_text_begun (ent_session_get_dataset (session));
  g_assert_cmpstr (begun, ==, "1 to 2 more had begun");
  of_incident = say (session, "i");
  g_assert_cmpstr (of_incident, ==,
                   "How it would end was not known yet. When it was attributed is not recorded; it counts from when all "
                   "that is recorded of it was over. Told with what is known today.");
  of_undated = say (session, "u");
  g_assert_cmpstr (of_undated, ==,
                   "May not have been known by then: the dates leave it open. Told with what is known today.");
  ent_as_of_day_set (session, "2016-06");
  later = ent_as_of_text_begun (ent_session_get_dataset (session));
  g_assert_cmpstr (later, ==, "1 more had begun");
}

/* Who has left the day that the file opens as of says so. */
static void
test_command (void)
{
  g_autoptr (EntSession) session = new_session ("\"as-of\": \"2015\"");
  static const char *const nothing[] = { NULL };
  g_autofree char *as_it_is = NULL;
  g_autofree char *left = NULL;
  g_autofree char *other = NULL;

  as_it_is = ent_command_text (ent_session_get_dataset (session), "/a.json", ent_session_get_view (session), nothing);
  g_assert_cmpstr (as_it_is, ==, "entente figure /a.json -o a.svg");
  ent_as_of_day_set (session, NULL);
  left = ent_command_text (ent_session_get_dataset (session), "/a.json", ent_session_get_view (session), nothing);
  g_assert_cmpstr (left, ==, "entente figure /a.json -o a.svg --as-of ''");
  ent_as_of_day_set (session, "2015-03-05");
  other = ent_command_text (ent_session_get_dataset (session), "/a.json", ent_session_get_view (session), nothing);
  g_assert_cmpstr (other, ==, "entente figure /a.json -o a.svg --as-of 2015-03-05");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/as-of-day/read", test_read);
  g_test_add_func ("/as-of-day/steps", test_steps);
  g_test_add_func ("/as-of-day/event", test_event);
  g_test_add_func ("/as-of-day/view", test_view);
  g_test_add_func ("/as-of-day/text", test_text);
  g_test_add_func ("/as-of-day/command", test_command);
  return g_test_run ();
}
