/* test-state.c: how timelines were left, kept and read again, be it whole, broken or hostile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-json-reader.h"
#include "ent-limits.h"
#include "ent-session.h"
#include "ent-state.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

static GBytes *
make_timeline (void)
{
  static const char text[] = "{\"format\": \"entente\", \"version\": 1, \"title\": \"T\", \"view\": {\"span\": \"2001\"}, \"events\": ["
                             "{\"id\": \"a\", \"kind\": \"meeting\", \"date\": \"2001\", \"title\": \"A\"},"
                             "{\"id\": \"b\", \"kind\": \"meeting\", \"date\": \"2002\", \"title\": \"B\"}]}";

  return g_bytes_new_static (text, strlen (text));
}

static EntState *
make_state (void)
{
  EntState *state = ent_state_new ();
  gint64 start = -86399;
  gint64 end = 1234567890;

  state->path = g_strdup ("/somewhere/a “timeline” \\ \xff.json");
  state->view = ent_view_new ();
  ent_view_set_ends (state->view, &start, &end);
  ent_view_set_basis (state->view, ENT_BASIS_DISCLOSURE);
  ent_view_set_language (state->view, "zh-CN");
  ent_view_set_query (state->view, "kind:meeting \"x\"\n\001");
  state->selection = g_strsplit ("a b \"c\" 会议 ", " ", -1);
  state->focus = g_strdup ("会议");
  state->page = g_strdup ("list");
  state->details_open = FALSE;
  state->filters_open = TRUE;
  state->sections = g_strsplit ("kind 会议", " ", -1);
  return state;
}

/* A file in the place of a timeline's state. */
static char *
plant (const char *text,
       gsize       length)
{
  char *place = ent_state_dup_place ("/somewhere/planted.json");
  g_autofree char *folder = g_path_get_dirname (place);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place, text, (gssize) length, NULL));
  return place;
}

static guint
count_files (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_round_trip (void)
{
  g_autoptr (EntState) state = make_state ();
  g_autofree char *place = ent_state_dup_place (state->path);
  g_autoptr (EntState) none = NULL;
  g_autoptr (EntState) again = NULL;
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GError) error = NULL;
  struct stat status;

  none = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  for (guint i = 0; i < 2; i++)
    {
      ent_state_write (state, NULL, place, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (place), ==, 1);
    }
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);

  again = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_true (ent_view_equal (again->view, state->view));
  g_assert_cmpstrv (again->selection, state->selection);
  g_assert_cmpstr (again->focus, ==, state->focus);
  g_assert_cmpstr (again->page, ==, state->page);
  g_assert_cmpint (again->details_open, ==, FALSE);
  g_assert_cmpint (again->filters_open, ==, TRUE);
  g_assert_cmpstrv (again->sections, state->sections);
  g_assert_true (g_utf8_validate (again->path, -1, NULL));
}

static void
test_empty (void)
{
  g_autoptr (EntState) state = ent_state_new ();
  g_autofree char *place = ent_state_dup_place (NULL);
  g_autoptr (EntState) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_suffix (place, "/entente/bundled.json"));
  ent_state_write (state, NULL, place, NULL, &error);
  g_assert_no_error (error);
  again = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_null (again->view);
  g_assert_null (again->selection);
  g_assert_null (again->focus);
  g_assert_null (again->page);
  g_assert_cmpint (again->details_open, ==, -1);
  g_assert_cmpint (again->filters_open, ==, -1);
  g_assert_null (again->sections);
}

/* One timeline, one state, by whatever way one comes to it. */
static void
test_places (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "file.json", NULL);
  g_autofree char *other = g_build_filename (folder, "other.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *round = g_build_filename (folder, "..", NULL);
  g_autofree char *base = g_path_get_basename (folder);
  g_autofree char *about = g_build_filename (round, base, ".", "file.json", NULL);
  g_autofree char *place = NULL;
  g_autofree char *other_place = NULL;
  g_autofree char *link_place = NULL;
  g_autofree char *about_place = NULL;
  g_autofree char *hash = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_cmpint (symlink (file, link), ==, 0);
  place = ent_state_dup_place (file);
  other_place = ent_state_dup_place (other);
  link_place = ent_state_dup_place (link);
  about_place = ent_state_dup_place (about);
  g_assert_cmpstr (link_place, ==, place);
  g_assert_cmpstr (about_place, ==, place);
  g_assert_cmpstr (other_place, !=, place);
  hash = g_path_get_basename (place);
  g_assert_cmpuint (strlen (hash), ==, 64 + strlen (".json"));
  g_unlink (link);
  g_unlink (file);
  g_rmdir (folder);
}

#define STATE(members) "{\"format\": \"entente-state\", \"version\": 1" members "}"

/* What a state is read from, and what comes of it: nothing and no fault, or a fault. */
static const struct
{
  const char *name;
  const char *text;
  int code; /* of EntStateError; −1: it is read; −2: it is no JSON */
} texts[] = {
  { "least", STATE (""), -1 },
  { "members of a later day", STATE (", \"lens\": [{\"a\": 1e999}], \"page\": \"map\""), -1 },
  { "stars that are none", STATE (", \"stars\": {}, \"notes\": [], \"filters\": 1"), -1 },
  { "a byte order mark", "\xef\xbb\xbf" STATE (""), -1 },
  { "a view of a later day", STATE (", \"view\": {\"lens\": [1, {}]}"), -1 },
  { "empty", "", -2 },
  { "cut off", "{\"format\": \"entente-state\", \"ver", -2 },
  { "two documents", STATE ("") STATE (""), -2 },
  { "a comment", "/* */" STATE (""), -2 },
  { "not UTF-8", STATE (", \"focus\": \"\xff\""), -2 },
  { "half a surrogate pair", STATE (", \"focus\": \"\\ud800\""), -2 },
  { "a number of another base", STATE (", \"details\": 010"), -2 },
  { "an array", "[]", ENT_STATE_ERROR_FOREIGN },
  { "a string", "\"entente-state\"", ENT_STATE_ERROR_FOREIGN },
  { "null", "null", ENT_STATE_ERROR_FOREIGN },
  { "nothing said", "{}", ENT_STATE_ERROR_FOREIGN },
  { "a timeline", "{\"format\": \"entente\", \"version\": 1, \"events\": []}", ENT_STATE_ERROR_FOREIGN },
  { "format a number", "{\"format\": 1, \"version\": 1}", ENT_STATE_ERROR_FOREIGN },
  { "no version", "{\"format\": \"entente-state\"}", ENT_STATE_ERROR_VERSION },
  { "a later version", "{\"format\": \"entente-state\", \"version\": 2}", ENT_STATE_ERROR_VERSION },
  { "a version that wraps", "{\"format\": \"entente-state\", \"version\": 18446744073709551617}",
    ENT_STATE_ERROR_VERSION },
  { "version an object", "{\"format\": \"entente-state\", \"version\": {}}", ENT_STATE_ERROR_VERSION },
  { "file a number", STATE (", \"file\": 1"), ENT_STATE_ERROR_FOREIGN },
  { "view a string", STATE (", \"view\": \"2001\""), ENT_STATE_ERROR_FOREIGN },
  { "view null", STATE (", \"view\": null"), ENT_STATE_ERROR_FOREIGN },
  { "a span that is no date", STATE (", \"view\": {\"span\": \"2001-13\"}"), ENT_STATE_ERROR_FOREIGN },
  { "a basis that there is not", STATE (", \"view\": {\"basis\": \"moonrise\"}"), ENT_STATE_ERROR_FOREIGN },
  { "selection a string", STATE (", \"selection\": \"a\""), ENT_STATE_ERROR_FOREIGN },
  { "selection of numbers", STATE (", \"selection\": [\"a\", 1]"), ENT_STATE_ERROR_FOREIGN },
  { "selection of selections", STATE (", \"selection\": [[\"a\"]]"), ENT_STATE_ERROR_FOREIGN },
  { "focus an array", STATE (", \"focus\": [\"a\"]"), ENT_STATE_ERROR_FOREIGN },
  { "page true", STATE (", \"page\": true"), ENT_STATE_ERROR_FOREIGN },
  { "sections a text", STATE (", \"sections\": \"kind\""), ENT_STATE_ERROR_FOREIGN },
  { "details a number", STATE (", \"details\": 1"), ENT_STATE_ERROR_FOREIGN },
  { "a character NUL", STATE (", \"focus\": \"a\\u0000b\""), ENT_STATE_ERROR_FOREIGN },
  { "twice, the second wrong", STATE (", \"focus\": \"a\", \"focus\": 1"), ENT_STATE_ERROR_FOREIGN },
};

static void
test_text (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *place = plant (texts[i].text, strlen (texts[i].text));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntState) state = ent_state_read (place, &error);

  if (texts[i].code == -1)
    {
      g_assert_no_error (error);
      g_assert_nonnull (state);
      return;
    }
  g_assert_null (state);
  g_assert_nonnull (error);
  if (texts[i].code == -2)
    g_assert_true (error->domain == ENT_JSON_ERROR);
  else
    g_assert_error (error, ENT_STATE_ERROR, texts[i].code);
  /* It is no obstacle to the next. */
  state = make_state ();
  g_clear_error (&error);
  ent_state_write (state, NULL, place, NULL, &error);
  g_assert_no_error (error);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"entente-state\", \"version\": 1, \"view\": ");
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append_c (text, '[');
  place = plant (text->str, text->len);
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_JSON_ERROR, ENT_JSON_ERROR_DEPTH);
}

static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (STATE (""));
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntState) state = NULL;

  /* As much as there may be, and one more. */
  while (text->len < ENT_LIMIT_STATE_BYTES)
    g_string_append_c (text, ' ');
  place = plant (text->str, text->len);
  state = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_nonnull (state);

  g_string_append_c (text, ' ');
  g_free (plant (text->str, text->len));
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_string_set_size (text, 2 * ENT_LIMIT_STATE_BYTES);
  g_free (plant (text->str, text->len));
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_TOO_LARGE);
}

/* What stands in the place of a state and is none must neither be waited for nor read without end. */
static void
test_no_files (void)
{
  g_autofree char *place = plant ("", 0);
  g_autoptr (GError) error = NULL;

  g_unlink (place);
  g_assert_cmpint (mkfifo (place, 0600), ==, 0);
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_unlink (place);

  g_assert_cmpint (symlink ("/dev/zero", place), ==, 0);
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_unlink (place);

  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  g_assert_null (ent_state_read (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
  g_rmdir (place);
}

/* Where nothing can be kept that is said, and nothing else happens. */
static void
test_no_folder (void)
{
  g_autoptr (EntState) state = make_state ();
  g_autofree char *place = ent_state_dup_place ("/somewhere/planted.json");
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  g_assert_false (ent_state_write (state, NULL, place, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ent_state_read (place, &error));
  g_unlink (folder);
}

static void
test_long_selection (void)
{
  g_autoptr (EntState) state = ent_state_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *place = ent_state_dup_place (NULL);
  g_autofree char *long_id = g_strnfill (2000, 'x');
  g_autoptr (EntState) again = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_strv_builder_add (ids, long_id);
  state->selection = g_strv_builder_end (ids);
  state->focus = g_strdup ("a");
  ent_state_write (state, NULL, place, NULL, &error);
  g_assert_no_error (error);
  again = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_null (again->selection);
  g_assert_cmpstr (again->focus, ==, "a");
}

static char *
place_of (guint i)
{
  g_autofree char *path = g_strdup_printf ("/somewhere/%u.json", i);

  return ent_state_dup_place (path);
}

/* Those written last stay. What is not ours stays as well. */
static void
test_limit (void)
{
  const guint n = ENT_LIMIT_STATES + 50;
  g_autoptr (EntState) state = make_state ();
  g_autofree char *first = place_of (0);
  g_autofree char *folder = g_path_get_dirname (first);
  g_autofree char *foreign = g_build_filename (folder, "notes.json", NULL);
  g_autofree char *abandoned = g_strdup_printf ("%s/.%.64s.json.a1B2c3", folder, strrchr (first, '/') + 1);
  g_autofree char *fresh = g_strdup_printf ("%s/.%.64s.json.x1B2c3", folder, strrchr (first, '/') + 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (abandoned, "{", -1, NULL));
  g_assert_true (g_file_set_contents (fresh, "{", -1, NULL));
  g_assert_cmpint (utime (foreign, &(struct utimbuf){ 1000, 1000 }), ==, 0);
  g_assert_cmpint (utime (abandoned, &(struct utimbuf){ 1000, 1000 }), ==, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = place_of (i);

      ent_state_write (state, NULL, place, NULL, &error);
      g_assert_no_error (error);
      /* Later ones are newer, and the very first is written again just before the last. */
      g_assert_cmpint (utime (place, &(struct utimbuf){ 2000 + i, 2000 + i }), ==, 0);
      if (i == 150)
        {
          ent_state_write (state, NULL, first, NULL, &error);
          g_assert_no_error (error);
        }
    }
  g_assert_cmpuint (count_files (first), ==, ENT_LIMIT_STATES + 2);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (abandoned, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = place_of (i);

      g_assert_cmpint (g_file_test (place, G_FILE_TEST_EXISTS), ==, i == 0 || i > n - ENT_LIMIT_STATES);
    }
}

/* Two windows on one file: what is found is of one of them, and whole. */
static void
test_last_writer (void)
{
  g_autoptr (EntState) one = make_state ();
  g_autoptr (EntState) other = ent_state_new ();
  g_autofree char *place = ent_state_dup_place (NULL);
  g_autoptr (EntState) found = NULL;
  g_autoptr (GError) error = NULL;

  other->focus = g_strdup ("b");
  ent_state_write (one, NULL, place, NULL, &error);
  g_assert_no_error (error);
  ent_state_write (other, NULL, place, NULL, &error);
  g_assert_no_error (error);
  found = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_null (found->view);
  g_assert_null (found->selection);
  g_assert_cmpstr (found->focus, ==, "b");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Restoring is where a session begins, and no step of its history; what is not there any more is dropped. */
static void
test_restore (void)
{
  static const char *const ids[] = { "gone", "b", "b", NULL };
  g_autoptr (GBytes) bytes = make_timeline ();
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (EntDataset) dataset = ent_format_find ("entente")->read (bytes, diagnostics, NULL, NULL, NULL);
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntView) view = ent_view_new ();
  guint n_told = 0;

  g_assert_nonnull (dataset);
  ent_view_set_language (view, "de");
  g_signal_connect_swapped (session, "notify::selection", G_CALLBACK (count_cb), &n_told);
  ent_session_restore (session, dataset, view, ids, "gone");
  g_assert_true (ent_view_equal (ent_session_get_view (session), view));
  g_assert_cmpstrv (ent_session_get_selection (session), ((const char *const[]){ "b", NULL }));
  g_assert_null (ent_session_get_focus (session));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_false (ent_session_get_can_go_back (session));

  ent_session_restore (session, dataset, NULL, NULL, "a");
  g_assert_true (ent_view_equal (ent_session_get_view (session), ent_dataset_get_view (dataset)));
  g_assert_cmpstrv (ent_session_get_selection (session), ((const char *const[]){ NULL }));
  g_assert_cmpstr (ent_session_get_focus (session), ==, "a");
  g_assert_false (ent_session_get_can_go_back (session));
  g_assert_false (ent_session_get_can_go_forward (session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/state/round-trip", test_round_trip);
  g_test_add_func ("/state/empty", test_empty);
  g_test_add_func ("/state/places", test_places);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/state/text/%s", texts[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/state/deep", test_deep);
  g_test_add_func ("/state/large", test_large);
  g_test_add_func ("/state/no-files", test_no_files);
  g_test_add_func ("/state/no-folder", test_no_folder);
  g_test_add_func ("/state/long-selection", test_long_selection);
  g_test_add_func ("/state/limit", test_limit);
  g_test_add_func ("/state/last-writer", test_last_writer);
  g_test_add_func ("/state/restore", test_restore);

  return g_test_run ();
}
