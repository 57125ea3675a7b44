/* test-annotations.c: stars, notes and saved filters, their notification, taking back and keeping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotations.h"
#include "ent-dataset-builder.h"
#include "ent-limits.h"
#include "ent-session.h"

#include <libglib-testing/signal-logger.h>
#include <string.h>

static EntDataset *
make_dataset (const char *ids)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  g_autoptr (EntDatasetBuilder) builder = ent_dataset_builder_new (NULL, diagnostics);

  for (; *ids != '\0'; ids++)
    {
      ent_dataset_builder_begin_event (builder, -1);
      ent_dataset_builder_set_id (builder, (EntSlice){ ids, 1 }, -1);
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  return ent_dataset_builder_finish (builder);
}

static void
star (EntAnnotations *self,
      const char     *ids,
      gboolean        starred)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_annotations_set_starred (self, (const char *const *) list, starred, &error));
  g_assert_no_error (error);
}

static void
note (EntAnnotations *self,
      const char     *id,
      const char     *text,
      gboolean        goes_on)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_annotations_set_note (self, id, text, goes_on, &error));
  g_assert_no_error (error);
}

static void
add (EntAnnotations *self,
     const char     *name,
     const char     *query)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_annotations_add_filter (self, name, query, &error));
  g_assert_no_error (error);
}

/* All that there is, in one line: "stars; id=note…; name:query…". */
static char *
describe (EntAnnotations *self)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) starred = ent_annotations_dup_starred (self);
  g_auto (GStrv) noted = ent_annotations_dup_noted (self);
  g_autofree char *stars = g_strjoinv (" ", starred);

  g_assert_cmpuint (g_strv_length (starred), ==, ent_annotations_get_n_starred (self));
  g_assert_cmpuint (g_strv_length (noted), ==, ent_annotations_get_n_noted (self));
  g_string_append_printf (text, "%s;", stars);
  for (guint i = 0; noted[i] != NULL; i++)
    g_string_append_printf (text, " %s=%s", noted[i], ent_annotations_get_note (self, noted[i]));
  g_string_append_c (text, ';');
  for (guint i = 0; i < ent_annotations_get_n_filters (self); i++)
    g_string_append_printf (text, " %s:%s", ent_annotations_get_filter_name (self, i),
                            ent_annotations_get_filter_query (self, i));
  return g_string_free (text, FALSE);
}

static void
assert_is (EntAnnotations *self,
           const char     *expected)
{
  g_autofree char *found = describe (self);

  g_assert_cmpstr (found, ==, expected);
}

/* How often it was told of changes since last asked, and of which. */
static void
assert_told (GtSignalLogger *logger,
             guint           n,
             guint           parts)
{
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, n);
  while (gt_signal_logger_get_n_emissions (logger) > 0)
    {
      g_autoptr (GtSignalLoggerEmission) emission = NULL;
      guint told;

      gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, &emission);
      gt_signal_logger_emission_get_params (emission, &told);
      g_assert_cmpuint (told, ==, parts);
    }
}

static void
test_one_signal_a_change (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, self, "changed");
  g_assert_true (ent_annotations_is_empty (self));
  star (self, "b a b", TRUE);
  assert_told (logger, 1, ENT_ANNOTATIONS_STARS);
  star (self, "a", TRUE);
  star (self, "c", FALSE);
  star (self, "", FALSE);
  assert_told (logger, 0, 0);
  note (self, "a", "One.\nTwo. \n\n", FALSE);
  assert_told (logger, 1, ENT_ANNOTATIONS_NOTES);
  note (self, "a", "One.\nTwo.", FALSE);
  note (self, "c", " \n\t", FALSE);
  assert_told (logger, 0, 0);
  add (self, "  Mine ", "kind:meeting");
  assert_told (logger, 1, ENT_ANNOTATIONS_FILTERS);
  g_assert_true (ent_annotations_rename_filter (self, "Mine", "Mine", NULL));
  g_assert_true (ent_annotations_set_filter_query (self, "Mine", "kind:meeting", NULL));
  g_assert_true (ent_annotations_move_filter (self, "Mine", 9));
  g_assert_false (ent_annotations_remove_filter (self, "mine"));
  assert_told (logger, 0, 0);
  assert_is (self, "a b; a=One.\nTwo.; Mine:kind:meeting");
  g_assert_false (ent_annotations_is_empty (self));
  note (self, "a", "", FALSE);
  assert_told (logger, 1, ENT_ANNOTATIONS_NOTES);
  g_assert_null (ent_annotations_get_note (self, "a"));
}

static void
test_rows (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  g_autoptr (EntDataset) dataset = make_dataset ("abcd");
  g_autoptr (EntRowSet) starred = NULL;
  g_autoptr (EntRowSet) noted = NULL;

  /* One that the dataset does not have is kept all the same. */
  star (self, "d b gone", TRUE);
  note (self, "c", "x", FALSE);
  note (self, "gone", "x", FALSE);
  starred = ent_annotations_get_starred_rows (self, dataset);
  noted = ent_annotations_get_noted_rows (self, dataset);
  g_assert_cmpuint (ent_row_set_get_n_rows (starred), ==, 4);
  g_assert_cmpuint (ent_row_set_count (starred), ==, 2);
  g_assert_true (ent_row_set_contains (starred, 1) && ent_row_set_contains (starred, 3));
  g_assert_cmpuint (ent_row_set_count (noted), ==, 1);
  g_assert_true (ent_row_set_contains (noted, 2));
  assert_is (self, "b d gone; c=x gone=x;");
}

static void
test_filters (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  g_autoptr (GError) error = NULL;
  guint position;

  add (self, "A", "a");
  add (self, "B", "");
  add (self, "C\nof two\tlines", "c");
  assert_is (self, ";; A:a B: C of two lines:c");
  g_assert_true (ent_annotations_find_filter (self, "B", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (ent_annotations_rename_filter (self, "C of two lines", "C", &error));
  g_assert_true (ent_annotations_move_filter (self, "C", 0));
  assert_is (self, ";; C:c A:a B:");
  g_assert_true (ent_annotations_move_filter (self, "C", 1));
  assert_is (self, ";; A:a C:c B:");
  g_assert_true (ent_annotations_set_filter_query (self, "A", "-a", &error));
  g_assert_true (ent_annotations_remove_filter (self, "C"));
  assert_is (self, ";; A:-a B:");

  g_assert_false (ent_annotations_add_filter (self, "A", "x", &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ent_annotations_rename_filter (self, "A", " B", &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ent_annotations_add_filter (self, " \n", "x", &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_EMPTY);
  g_assert_false (ent_annotations_rename_filter (self, "none", "x", NULL));
  g_assert_false (ent_annotations_move_filter (self, "none", 0));
  assert_is (self, ";; A:-a B:");
}

/* What is beyond a limit is refused, and changes nothing. */
static void
test_limits (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < ENT_LIMIT_NOTE; i++)
    g_string_append (text, "会");
  note (self, "a", text->str, FALSE);
  g_string_append (text, "会");
  g_assert_false (ent_annotations_set_note (self, "a", text->str, FALSE, &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_assert_false (ent_annotations_add_filter (self, "A", text->str, &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_assert_false (ent_annotations_add_filter (self, text->str, "a", &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_LONG);
  g_clear_error (&error);

  for (guint i = 0; i < ENT_LIMIT_FILTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      add (self, name, "");
    }
  g_assert_false (ent_annotations_add_filter (self, "one more", "", &error));
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_MANY);
  g_clear_error (&error);

  g_string_truncate (text, ENT_LIMIT_NOTE / 2 * strlen ("会"));
  for (;; n++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", n);

      if (!ent_annotations_set_note (self, id, text->str, FALSE, &error))
        break;
      g_assert_cmpuint (n, <, 10000);
    }
  g_assert_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_FULL);
  g_assert_cmpuint (ent_annotations_get_n_noted (self), ==, n + 1);
  /* What goes makes room. */
  note (self, "n0", "", FALSE);
  note (self, "more", text->str, FALSE);
}

static void
test_undo (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  guint64 change;

  g_assert_cmpuint (ent_annotations_get_last_change (self), ==, 0);
  g_assert_false (ent_annotations_undo (self, 0));
  star (self, "a b", TRUE);
  note (self, "a", "A", FALSE);
  add (self, "One", "1");
  add (self, "Two", "2");
  note (self, "a", "", FALSE);
  change = ent_annotations_get_last_change (self);
  star (self, "c", TRUE);
  assert_is (self, "a b c;; One:1 Two:2");
  gt_signal_logger_connect (logger, self, "changed");
  g_assert_true (ent_annotations_undo (self, change));
  assert_told (logger, 1, ENT_ANNOTATIONS_NOTES);
  assert_is (self, "a b c; a=A; One:1 Two:2");
  /* Once. */
  g_assert_false (ent_annotations_undo (self, change));
  /* Taking back is taken back. */
  g_assert_true (ent_annotations_undo (self, ent_annotations_get_last_change (self)));
  assert_is (self, "a b c;; One:1 Two:2");

  ent_annotations_remove_filter (self, "One");
  change = ent_annotations_get_last_change (self);
  add (self, "Three", "3");
  g_assert_true (ent_annotations_undo (self, change));
  assert_is (self, "a b c;; One:1 Two:2 Three:3");
  ent_annotations_move_filter (self, "Three", 0);
  g_assert_true (ent_annotations_undo (self, ent_annotations_get_last_change (self)));
  assert_is (self, "a b c;; One:1 Two:2 Three:3");

  /* What was changed again since is left. */
  star (self, "a b c", FALSE);
  change = ent_annotations_get_last_change (self);
  star (self, "d", TRUE);
  star (self, "b", TRUE);
  g_assert_true (ent_annotations_undo (self, change));
  assert_is (self, "a b c d;; One:1 Two:2 Three:3");
}

/* What is typed is taken back as a whole. */
static void
test_undo_typing (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  guint64 change;

  note (self, "a", "before", FALSE);
  note (self, "a", "bef", FALSE);
  note (self, "a", "b", TRUE);
  note (self, "a", "", TRUE);
  assert_is (self, ";;");
  change = ent_annotations_get_last_change (self);
  g_assert_true (ent_annotations_undo (self, change));
  assert_is (self, "; a=before;");
  /* Another event's is another change. */
  note (self, "a", "x", FALSE);
  note (self, "b", "y", TRUE);
  g_assert_true (ent_annotations_undo (self, ent_annotations_get_last_change (self)));
  assert_is (self, "; a=x;");
}

static void
test_undo_is_limited (void)
{
  g_autoptr (EntAnnotations) self = ent_annotations_new ();
  guint64 first;

  star (self, "a", TRUE);
  first = ent_annotations_get_last_change (self);
  for (guint i = 0; i < ENT_LIMIT_ANNOTATIONS_UNDO; i++)
    star (self, "b", i % 2 == 0);
  g_assert_false (ent_annotations_undo (self, first));
  assert_is (self, "a;;");
}

/* Two that began with the same, and were changed: what one keeps and the other takes over. */
static const struct
{
  const char *name;
  const char *mine;   /* what is done, in words of do_all() */
  const char *theirs;
  const char *merged;
} merges[] = {
  { "nothing", "", "", "a b; a=A b=B; One:1 Two:2" },
  { "mine only", "+c -a c=C a= >Two -One", "", "b c; b=B c=C; Two:2" },
  { "theirs only", "", "+c -a c=C a= >Two -One", "b c; b=B c=C; Two:2" },
  { "both add", "+c c=C *Three", "+d d=D *Four", "a b c d; a=A b=B c=C d=D; One:1 Two:2 Three:3 Four:3" },
  { "both the same", "+c -a c=C *Three -One", "+c -a c=C *Three -One", "b c; a=A b=B c=C; Two:2 Three:3" },
  { "mine stays", "a=X b=Y", "a=V b=", "a b; a=X b=Y; One:1 Two:2" },
  { "removed here, changed there", "a=", "b=V", "a b; b=V; One:1 Two:2" },
  { "filter removed here, another there", "-One", "-Two", "a b; a=A b=B;" },
};

/* "+id" and "-id" stars, "id=note" notes; "*Name" adds, "-Name" removes, ">Name" puts a filter first. */
static void
do_all (EntAnnotations *self,
        const char     *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      char *equals = strchr (list[i], '=');

      if (equals != NULL)
        {
          *equals = '\0';
          note (self, list[i], equals + 1, FALSE);
        }
      else if (*list[i] == '*')
        add (self, list[i] + 1, "3");
      else if (*list[i] == '>')
        g_assert_true (ent_annotations_move_filter (self, list[i] + 1, 0));
      else if (g_ascii_isupper (list[i][1]))
        g_assert_true (ent_annotations_remove_filter (self, list[i] + 1));
      else
        star (self, list[i] + 1, *list[i] == '+');
    }
}

static EntAnnotations *
make_base (void)
{
  EntAnnotations *self = ent_annotations_new ();

  do_all (self, "+a +b a=A b=B");
  add (self, "One", "1");
  add (self, "Two", "2");
  g_assert_false (ent_annotations_is_kept (self));
  ent_annotations_set_kept (self);
  g_assert_true (ent_annotations_is_kept (self));
  return self;
}

static void
test_merge (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntAnnotations) mine = make_base ();
  g_autoptr (EntAnnotations) theirs = make_base ();

  do_all (mine, merges[i].mine);
  do_all (theirs, merges[i].theirs);
  g_assert_cmpint (ent_annotations_is_kept (mine), ==, *merges[i].mine == '\0');
  ent_annotations_take_over (mine, theirs);
  /* The order in which filters of both were added is nobody's. */
  if (g_str_equal (merges[i].name, "both add"))
    {
      g_assert_true (ent_annotations_move_filter (mine, "Two", 1));
      g_assert_true (ent_annotations_move_filter (mine, "Three", 2));
    }
  assert_is (mine, merges[i].merged);
  ent_annotations_set_kept (mine);
  g_assert_true (ent_annotations_is_kept (mine));
}

/* Who shows a session is told of its annotations, and of other ones. */
static void
test_session (void)
{
  const guint all = ENT_ANNOTATIONS_STARS | ENT_ANNOTATIONS_NOTES | ENT_ANNOTATIONS_FILTERS;
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntAnnotations) annotations = ent_annotations_new ();
  g_autoptr (EntAnnotations) before = g_object_ref (ent_session_get_annotations (session));
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, session, "annotated");
  star (before, "a", TRUE);
  assert_told (logger, 1, ENT_ANNOTATIONS_STARS);
  ent_session_set_annotations (session, annotations);
  assert_told (logger, 1, all);
  ent_session_set_annotations (session, annotations);
  star (before, "b", TRUE);
  assert_told (logger, 0, 0);
  note (annotations, "a", "A", FALSE);
  assert_told (logger, 1, ENT_ANNOTATIONS_NOTES);
  g_assert_false (ent_session_get_can_go_back (session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotations/one-signal-a-change", test_one_signal_a_change);
  g_test_add_func ("/annotations/rows", test_rows);
  g_test_add_func ("/annotations/filters", test_filters);
  g_test_add_func ("/annotations/limits", test_limits);
  g_test_add_func ("/annotations/undo", test_undo);
  g_test_add_func ("/annotations/undo-typing", test_undo_typing);
  g_test_add_func ("/annotations/undo-is-limited", test_undo_is_limited);
  for (gsize i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strconcat ("/annotations/merge/", merges[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_merge);
    }
  g_test_add_func ("/annotations/session", test_session);
  return g_test_run ();
}
