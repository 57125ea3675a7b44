/* test-export-settings.c: what is chosen in the export dialog, and how it is written, without the dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-export-settings.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ent-export-task.h"
#include "ent-generator.h"

static EntSession *
make_session (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (200, 1);
  EntSession *session = ent_session_new ();
  EntSpan span;

  g_assert_true (ent_span_parse ("2013/2016", -1, &span, NULL));
  ent_session_open (session, dataset, ent_dataset_get_view (dataset));
  ent_session_set_span (session, &span);
  return session;
}

static const struct
{
  const char *name;
  const char *file;
  const char *span;
  const char *suggested;
} names[] = {
  { "years", "a.entente.json", "2013/2016", "a-2013-2016" },
  { "year", "a.json", "2015", "a-2015" },
  { "two-years", "a.json", "2015/2016", "a-2015-2016" },
  { "months", "a.json", "2015-03/2016-02", "a-2015-03_2016-02" },
  { "month", "a.json", "2015-03", "a-2015-03" },
  { "days", "a.json", "2015-03-02/2015-03-05", "a-2015-03" },
  { "no-file", NULL, "2015", "timeline-2015" },
  { "nothing-but-ends", ".json", "2015", ".json-2015" },
  { "no-end", "a.b", "2015", "a.b-2015" },
  { "before-our-era", "a.json", "-0043/0014", "a" },
};

static void
test_name (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntSession) session = make_session ();
  g_autofree char *name = NULL;
  EntExportSubject subject;
  EntSpan span;

  g_assert_true (ent_span_parse (names[i].span, -1, &span, NULL));
  ent_session_set_span (session, &span);
  g_assert_true (ent_export_subject_init (&subject, session, 800, 600, "dark"));
  name = ent_export_subject_get_name (&subject, names[i].file);
  g_assert_cmpstr (name, ==, names[i].suggested);
  ent_export_subject_clear (&subject);
}

static const struct
{
  const char *name;
  EntExportSize size;
  double        width;
  double        height;
  EntExportUnit unit;
  const char   *same; /* as entente figure --size has it; NULL: not to be drawn */
  const char   *theme;
  double        dpi;
} sizes[] = {
  { "screen", ENT_EXPORT_SIZE_SCREEN, 0, 0, ENT_EXPORT_UNIT_MM, "801x600", "dark", 96 },
  { "column", ENT_EXPORT_SIZE_COLUMN, 0, 0, ENT_EXPORT_UNIT_MM, "88mm", "print", 300 },
  { "page", ENT_EXPORT_SIZE_PAGE, 0, 0, ENT_EXPORT_UNIT_MM, "180mm", "print", 300 },
  { "slide", ENT_EXPORT_SIZE_SLIDE, 0, 0, ENT_EXPORT_UNIT_MM, "1920x1080", "dark", 96 },
  { "mm", ENT_EXPORT_SIZE_CUSTOM, 170.5, 120, ENT_EXPORT_UNIT_MM, "170.5x120mm", "print", 300 },
  { "cm", ENT_EXPORT_SIZE_CUSTOM, 18, 0, ENT_EXPORT_UNIT_CM, "18cm", "print", 300 },
  { "in", ENT_EXPORT_SIZE_CUSTOM, 7.25, 4, ENT_EXPORT_UNIT_IN, "7.25x4in", "print", 300 },
  { "pt", ENT_EXPORT_SIZE_CUSTOM, 400, 300, ENT_EXPORT_UNIT_PT, "400x300pt", "print", 300 },
  { "px", ENT_EXPORT_SIZE_CUSTOM, 640, 480, ENT_EXPORT_UNIT_PX, "640x480", "dark", 96 },
  { "too-small", ENT_EXPORT_SIZE_CUSTOM, 1, 1, ENT_EXPORT_UNIT_MM, NULL, "dark", 96 },
  { "too-large", ENT_EXPORT_SIZE_CUSTOM, 1000000, 1, ENT_EXPORT_UNIT_PX, NULL, "dark", 96 },
};

static void
test_size (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntSession) session = make_session ();
  g_autoptr (EntExportSettings) settings = ent_export_settings_new ();
  g_autoptr (EntFigureExport) export = NULL;
  g_autoptr (GError) error = NULL;
  EntExportSubject subject;
  EntPageSize seen;
  EntPageSize wanted;

  g_assert_true (ent_export_subject_init (&subject, session, 800.6, 600, "dark"));
  settings->size = sizes[i].size;
  settings->width = sizes[i].width;
  settings->height = sizes[i].height;
  settings->unit = sizes[i].unit;
  export = ent_export_settings_make (settings, &subject, &error);
  g_assert_cmpint (export != NULL, ==, sizes[i].same != NULL);
  if (export != NULL)
    {
      g_assert_no_error (error);
      g_assert_true (ent_page_size_parse (sizes[i].same, &wanted, NULL));
      g_assert_true (ent_export_settings_get_size (settings, &subject, &seen, NULL));
      g_assert_cmpfloat (seen.width, ==, wanted.width);
      g_assert_cmpfloat (seen.height, ==, wanted.height);
      g_assert_cmpstr (seen.unit, ==, wanted.unit);
      g_assert_cmpfloat (ent_figure_export_get_dpi (export), ==, sizes[i].dpi);
    }
  else
    g_assert_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE);
  g_assert_cmpstr (ent_export_settings_get_theme (settings, &subject), ==, sizes[i].theme);
  g_assert_cmpfloat (ent_export_settings_get_dpi (settings, &subject), ==, sizes[i].dpi);
  ent_export_subject_clear (&subject);
}

/* Texts are of a dataset, all else of whoever chose it. */
static void
test_adapt (void)
{
  g_autoptr (EntSession) session = make_session ();
  g_autoptr (EntExportSettings) settings = ent_export_settings_new ();
  EntExportSubject subject;

  g_assert_true (ent_export_subject_init (&subject, session, 800, 600, "light"));
  ent_export_settings_adapt (settings, &subject);
  settings->title = g_strdup ("Mine");
  settings->dpi = 150;
  ent_export_settings_adapt (settings, &subject);
  g_assert_cmpstr (settings->title, ==, "Mine");
  g_free (subject.title);
  subject.title = g_strdup ("Another");
  ent_export_settings_adapt (settings, &subject);
  g_assert_null (settings->title);
  g_assert_cmpfloat (settings->dpi, ==, 150);
  ent_export_subject_clear (&subject);
}

static void
test_nothing_open (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  EntExportSubject subject;

  g_assert_false (ent_export_subject_init (&subject, session, 800, 600, "light"));
}

typedef struct
{
  gboolean done;
  GError  *error;
} Outcome;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;

  g_assert_cmpint (ent_export_write_finish (result, &outcome->error), ==, outcome->error == NULL);
  outcome->done = TRUE;
}

/* Written it is there; stopped at any time it is either all there or not at all, and neither is what it would be
 * written beside. */
static void
test_write (void)
{
  g_autoptr (EntSession) session = make_session ();
  g_autoptr (EntExportSettings) settings = ent_export_settings_new ();
  g_autoptr (EntFigureExport) export = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.png", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  EntExportSubject subject;

  g_assert_true (ent_export_subject_init (&subject, session, 800, 600, "light"));
  settings->writer = ent_figure_writer_find ("png");
  export = ent_export_settings_make (settings, &subject, NULL);
  ent_export_subject_clear (&subject);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      gint *progress = g_atomic_rc_box_new0 (gint);
      g_autoptr (GDir) dir = NULL;
      Outcome outcome = { FALSE, NULL };
      gboolean there;

      ent_export_write_async (export, target, NULL, progress, cancellable, written_cb, &outcome);
      /* The last is left in peace. */
      g_usleep (i * 4000);
      if (i < 11)
        g_cancellable_cancel (cancellable);
      while (!outcome.done)
        g_main_context_iteration (NULL, TRUE);
      /* A stopped thread goes on for a while, unseen. */
      if (outcome.error != NULL)
        {
          g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_usleep (200000);
        }
      there = g_file_test (path, G_FILE_TEST_EXISTS);
      g_assert_cmpint (there, ==, outcome.error == NULL);
      dir = g_dir_open (folder, 0, NULL);
      g_assert_cmpstr (g_dir_read_name (dir), ==, there ? "out.png" : NULL);
      g_assert_null (g_dir_read_name (dir));
      g_clear_error (&outcome.error);
      g_atomic_rc_box_release (progress);
      g_unlink (path);
      g_assert_cmpint (there, >=, i == 11);
    }
  g_rmdir (folder);
}

static void
test_write_over_input (void)
{
  g_autoptr (EntSession) session = make_session ();
  g_autoptr (EntExportSettings) settings = ent_export_settings_new ();
  g_autoptr (EntFigureExport) export = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "in.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  EntExportSubject subject;
  Outcome outcome = { FALSE, NULL };

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_true (ent_export_subject_init (&subject, session, 800, 600, "light"));
  export = ent_export_settings_make (settings, &subject, NULL);
  ent_export_subject_clear (&subject);
  ent_export_write_async (export, file, file, NULL, NULL, written_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (outcome.error);
  g_assert_nonnull (strstr (outcome.error->message, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{}");
  g_clear_error (&outcome.error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/export-settings/name/", names[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/export-settings/size/", sizes[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_size);
    }
  g_test_add_func ("/export-settings/adapt", test_adapt);
  g_test_add_func ("/export-settings/nothing-open", test_nothing_open);
  g_test_add_func ("/export-settings/write", test_write);
  g_test_add_func ("/export-settings/write-over-input", test_write_over_input);
  return g_test_run ();
}
