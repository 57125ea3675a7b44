/* test-state-annotations.c: what was added to timelines, kept with how they were left, and never lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-limits.h"
#include "ent-state.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define STATE(members) "{\"format\": \"entente-state\", \"version\": 1" members "}"

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

static char *
place_of (guint i)
{
  g_autofree char *path = g_strdup_printf ("/somewhere/%u.json", i);

  return ent_state_dup_place (path);
}

static EntAnnotations *
make_annotations (void)
{
  static const char *const ids[] = { "b", "会议", "a \"b\"\n\001", NULL };
  EntAnnotations *annotations = ent_annotations_new ();

  g_assert_true (ent_annotations_set_starred (annotations, ids, TRUE, NULL));
  g_assert_true (ent_annotations_set_note (annotations, "会议", "First “line”\n\n\tsecond \\ line", FALSE, NULL));
  g_assert_true (ent_annotations_set_note (annotations, "", "no id is one, too", FALSE, NULL));
  g_assert_true (ent_annotations_add_filter (annotations, "Zwei", "kind:meeting \"x\"", NULL));
  g_assert_true (ent_annotations_add_filter (annotations, "Eins", "", NULL));
  return annotations;
}

/* As the file has them. */
static char *
describe (EntAnnotations *annotations)
{
  g_autofree char *place = ent_state_dup_place ("/somewhere/described.json");
  g_autoptr (EntState) state = ent_state_new ();
  char *text = NULL;

  g_unlink (place);
  g_assert_true (ent_state_write (state, annotations, place, NULL, NULL));
  g_assert_true (g_file_get_contents (place, &text, NULL, NULL));
  g_unlink (place);
  return text;
}

static void
assert_same (EntAnnotations *annotations,
             EntAnnotations *expected)
{
  g_autofree char *found = describe (annotations);
  g_autofree char *text = describe (expected);

  g_assert_cmpstr (found, ==, text);
}

static EntAnnotations *
read_annotations (const char *place)
{
  g_autoptr (GError) error = NULL;
  EntAnnotations *annotations = ent_state_read_annotations (place, &error);

  g_assert_no_error (error);
  g_assert_nonnull (annotations);
  return annotations;
}

static void
write_both (const EntState *state,
            EntAnnotations *annotations,
            const char     *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_state_write (state, annotations, place, NULL, &error));
  g_assert_no_error (error);
}

static void
test_annotations (void)
{
  g_autoptr (EntState) state = make_state ();
  g_autoptr (EntAnnotations) annotations = make_annotations ();
  g_autofree char *place = ent_state_dup_place (state->path);
  g_autoptr (EntAnnotations) again = NULL;
  g_autoptr (EntState) state_again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_state_read_annotations (place, &error));
  g_assert_no_error (error);
  g_assert_false (ent_annotations_is_kept (annotations));
  write_both (state, annotations, place);
  g_assert_true (ent_annotations_is_kept (annotations));
  again = read_annotations (place);
  g_assert_true (ent_annotations_is_kept (again));
  assert_same (again, annotations);
  state_again = ent_state_read (place, &error);
  g_assert_no_error (error);
  g_assert_true (ent_view_equal (state_again->view, state->view));

  /* Who knows of none leaves them. */
  write_both (state, NULL, place);
  g_clear_object (&again);
  again = read_annotations (place);
  assert_same (again, annotations);
}

/* A state written before there were any. */
static void
test_old_version (void)
{
  static const char text[] = STATE (", \"file\": \"/x\", \"view\": {\"span\": \"2001/2002\"}, \"selection\": [\"a\"]");
  g_autofree char *place = plant (text, strlen (text));
  g_autoptr (EntAnnotations) annotations = read_annotations (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntState) state = ent_state_read (place, &error);

  g_assert_no_error (error);
  g_assert_cmpstrv (state->selection, ((const char *const[]){ "a", NULL }));
  g_assert_true (ent_annotations_is_empty (annotations));
}

/* Members of a later day are still there after it was written again. */
static void
test_unknown_members (void)
{
  static const char unknown[] = "\"lens\": [1e999, {\"a\\u0062\": \"\\ud83d\\ude00\"}]";
  g_autofree char *text = g_strdup_printf (STATE (", %s, \"stars\": [\"a\"]"), unknown);
  g_autofree char *place = plant (text, strlen (text));
  g_autoptr (EntState) state = make_state ();
  g_autoptr (EntAnnotations) annotations = make_annotations ();

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *written = NULL;

      write_both (state, i == 0 ? NULL : annotations, place);
      g_assert_true (g_file_get_contents (place, &written, NULL, NULL));
      g_assert_nonnull (strstr (written, unknown));
    }
  g_assert_true (ent_annotations_is_starred (annotations, "a"));
}

/* What cannot be understood is another thing than what was added, and the other way round. */
static void
test_apart (void)
{
  static const char bad_view[] = STATE (", \"view\": 1, \"notes\": {\"a\": \"A\"}");
  static const char bad_notes[] = STATE (", \"focus\": \"a\", \"notes\": 1");
  g_autofree char *place = plant (bad_view, strlen (bad_view));
  g_autoptr (EntAnnotations) annotations = read_annotations (place);
  g_autoptr (EntState) state = ent_state_read (place, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (state);
  g_assert_cmpstr (ent_annotations_get_note (annotations, "a"), ==, "A");
  g_free (plant (bad_notes, strlen (bad_notes)));
  g_assert_null (ent_state_read_annotations (place, &error));
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
  state = ent_state_read (place, NULL);
  g_assert_cmpstr (state->focus, ==, "a");
}

/* Annotations that are not understood, as a whole. */
static const char *const not_understood[] = {
  "\"stars\": {}",
  "\"stars\": \"a\"",
  "\"stars\": [1]",
  "\"stars\": [\"a\", [\"b\"]]",
  "\"stars\": [\"a\\u0000b\"]",
  "\"notes\": []",
  "\"notes\": {\"a\": 1}",
  "\"notes\": {\"a\": {}}",
  "\"notes\": {\"a\\u0000b\": \"x\"}",
  "\"notes\": {\"a\": \"x\\u0000y\"}",
  "\"filters\": {}",
  "\"filters\": [\"a\"]",
  "\"filters\": [{}]",
  "\"filters\": [{\"name\": \"a\"}]",
  "\"filters\": [{\"query\": \"a\"}]",
  "\"filters\": [{\"name\": \"a\", \"query\": null}]",
  "\"filters\": [{\"name\": \" \", \"query\": \"a\"}]",
  "\"filters\": [{\"name\": \"a\", \"query\": \"a\"}, {\"name\": \"a\", \"query\": \"b\"}]",
};

/* They are never written over: the file is set aside. */
static void
test_set_aside (void)
{
  g_autofree char *place = ent_state_dup_place ("/somewhere/planted.json");
  g_autoptr (EntState) state = make_state ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (not_understood); i++)
    {
      g_autofree char *text = g_strdup_printf (STATE (", %s"), not_understood[i]);
      g_autoptr (EntAnnotations) annotations = make_annotations ();
      g_autoptr (EntAnnotations) expected = make_annotations ();
      g_autoptr (EntAnnotations) again = NULL;
      g_auto (EntStateReport) report = { 0 };
      g_autofree char *aside = NULL;

      g_free (plant (text, strlen (text)));
      g_assert_null (ent_state_read_annotations (place, &error));
      g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
      g_clear_error (&error);
      g_assert_true (ent_state_write (state, annotations, place, &report, &error));
      g_assert_no_error (error);
      g_assert_nonnull (report.set_aside);
      g_assert_true (g_file_get_contents (report.set_aside, &aside, NULL, NULL));
      g_assert_cmpstr (aside, ==, text);
      again = read_annotations (place);
      assert_same (again, expected);
      g_unlink (report.set_aside);
    }
}

/* There is an end to that: then nothing is written, and nothing lost. */
static void
test_set_aside_often (void)
{
  g_autofree char *place = ent_state_dup_place ("/somewhere/planted.json");
  g_autoptr (EntState) state = make_state ();
  g_autoptr (EntAnnotations) annotations = make_annotations ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 10; i++)
    {
      g_free (plant ("{", 1));
      if (!ent_state_write (state, annotations, place, NULL, &error))
        break;
      g_assert_cmpuint (i, <, 10);
    }
  g_assert_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (place, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{");
}

/* Two programs with the same timeline: neither undoes what the other has added. */
static void
test_two_programs (void)
{
  static const char *const a[] = { "a", NULL };
  static const char *const b[] = { "b", NULL };
  g_autoptr (EntState) state = make_state ();
  g_autoptr (EntAnnotations) one = make_annotations ();
  g_autoptr (EntAnnotations) other = NULL;
  g_autoptr (EntAnnotations) found = NULL;
  g_autofree char *place = ent_state_dup_place (NULL);

  write_both (state, one, place);
  other = read_annotations (place);
  ent_annotations_set_starred (one, a, TRUE, NULL);
  ent_annotations_remove_filter (one, "Eins");
  ent_annotations_set_starred (other, b, FALSE, NULL);
  ent_annotations_set_note (other, "a", "A", FALSE, NULL);
  write_both (state, one, place);
  write_both (state, other, place);
  found = read_annotations (place);
  g_assert_true (ent_annotations_is_starred (found, "a"));
  g_assert_false (ent_annotations_is_starred (found, "b"));
  g_assert_cmpstr (ent_annotations_get_note (found, "a"), ==, "A");
  g_assert_cmpuint (ent_annotations_get_n_filters (found), ==, 1);
  assert_same (other, found);
  /* A state that was thrown away takes nothing along. */
  g_unlink (place);
  write_both (state, other, place);
  g_clear_object (&found);
  found = read_annotations (place);
  assert_same (other, found);
}

/* All that there may be is less than what a file may hold. */
static void
test_full (void)
{
  g_autoptr (EntAnnotations) annotations = ent_annotations_new ();
  g_autoptr (EntAnnotations) again = NULL;
  g_autoptr (EntState) state = make_state ();
  g_autofree char *place = ent_state_dup_place (NULL);
  g_autofree char *text = g_strnfill (ENT_LIMIT_NOTE - 1, '\n');
  g_autofree char *note = g_strconcat (text, "\"", NULL);

  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      if (!ent_annotations_set_note (annotations, id, note, FALSE, NULL))
        break;
    }
  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("\001%u", i);
      const char *const ids[] = { id, NULL };

      if (!ent_annotations_set_starred (annotations, ids, TRUE, NULL))
        break;
    }
  write_both (state, annotations, place);
  again = read_annotations (place);
  g_assert_cmpuint (ent_annotations_get_n_noted (again), ==, ent_annotations_get_n_noted (annotations));
  g_assert_cmpuint (ent_annotations_get_n_starred (again), ==, ent_annotations_get_n_starred (annotations));
}

static char *
annotated_place_of (guint i)
{
  g_autofree char *path = g_strdup_printf ("/annotated/%u.json", i);

  return ent_state_dup_place (path);
}

/* However many timelines are opened after it, what was added to one stays; up to a limit of its own. */
static void
test_annotated_limit (void)
{
  static const char text[] = STATE (", \"stars\": [\"a\"]");
  const guint n = ENT_LIMIT_STATES_ANNOTATED + 10;
  g_autofree char *last = place_of (ENT_LIMIT_STATES + 9);
  g_autofree char *folder = g_path_get_dirname (last);
  g_autoptr (EntState) state = make_state ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *place = annotated_place_of (i);

      g_assert_true (g_file_set_contents (place, i == 3 ? "{" : text, -1, NULL));
      g_assert_cmpint (utime (place, &(struct utimbuf){ 1000 + i, 1000 + i }), ==, 0);
    }
  for (guint i = 0; i < ENT_LIMIT_STATES + 10; i++)
    {
      g_autofree char *place = place_of (i);
      g_auto (EntStateReport) report = { 0 };

      g_assert_true (ent_state_write (state, NULL, place, &report, NULL));
      g_assert_cmpuint (report.n_removed, ==, 0);
      g_assert_cmpint (utime (place, &(struct utimbuf){ 2000 + i, 2000 + i }), ==, 0);
    }
  /* Even one that is not understood. */
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *place = annotated_place_of (i);

      g_assert_true (g_file_test (place, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (count_files (last), ==, ENT_LIMIT_STATES + 5);

  for (guint i = 5; i < n; i++)
    {
      g_autofree char *place = annotated_place_of (i);

      g_assert_true (g_file_set_contents (place, text, -1, NULL));
      g_assert_cmpint (utime (place, &(struct utimbuf){ 1000 + i, 1000 + i }), ==, 0);
    }
  {
    g_autofree char *first = annotated_place_of (0);
    g_autofree char *place = annotated_place_of (n);
    g_auto (EntStateReport) report = { 0 };

    g_assert_true (ent_state_write (state, NULL, place, &report, NULL));
    g_assert_cmpuint (count_files (place), ==, ENT_LIMIT_STATES_ANNOTATED);
    g_assert_cmpuint (report.n_removed, >, 0);
    g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/state-annotations/round-trip", test_annotations);
  g_test_add_func ("/state-annotations/old-version", test_old_version);
  g_test_add_func ("/state-annotations/unknown-members", test_unknown_members);
  g_test_add_func ("/state-annotations/apart", test_apart);
  g_test_add_func ("/state-annotations/set-aside", test_set_aside);
  g_test_add_func ("/state-annotations/set-aside-often", test_set_aside_often);
  g_test_add_func ("/state-annotations/two-programs", test_two_programs);
  g_test_add_func ("/state-annotations/full", test_full);
  g_test_add_func ("/state-annotations/annotated-limit", test_annotated_limit);

  return g_test_run ();
}
