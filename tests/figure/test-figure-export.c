/* test-figure-export.c: the bytes of a picture, in any thread, and those of entente figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-export.h"
#include "ent-format.h"
#include "ent-page-size.h"
#include "ent-run.h"
#include "ent-timeline.h"

static const struct
{
  const char *name;
  const char *file;
  const char *id; /* NULL: no writer */
} names[] = {
  { "svg", "a.svg", "svg" },
  { "png", "/b/c.d/a.png", "png" },
  { "pdf-capitals", "A.PDF", "pdf" },
  { "last-end-counts", "a.svg.png", "png" },
  { "nothing-but-the-end", ".svg", "svg" },
  { "none", "", NULL },
  { "no-end", "svg", NULL },
  { "other-end", "a.svgz", NULL },
  { "folder", "a.svg/b", NULL },
};

static void
test_name (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const EntFigureWriter *writer = ent_figure_writer_for_name (names[i].file);

  g_assert_true (writer == (names[i].id != NULL ? ent_figure_writer_find (names[i].id) : NULL));
  g_assert_cmpstr (writer != NULL ? writer->id : NULL, ==, names[i].id);
}

/* Each row is found by its id and its end, and names itself. */
static void
test_table (void)
{
  for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
    {
      const EntFigureWriter *writer = ent_figure_writer_get (i);
      g_autofree char *file = g_strconcat ("a", writer->suffix, NULL);

      g_assert_true (ent_figure_writer_find (writer->id) == writer);
      g_assert_true (ent_figure_writer_for_name (file) == writer);
      g_assert_nonnull (strchr (writer->mime_type, '/'));
      g_assert_cmpstr (writer->name, !=, "");
    }
  g_assert_null (ent_figure_writer_find ("gif"));
}

static char *
bundled_path (void)
{
  return g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), "data", "timelines", "us-china-cyber.entente.json", NULL);
}

static EntDataset *
open_bundled (void)
{
  g_autofree char *path = bundled_path ();
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  EntDataset *dataset;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  source = g_bytes_new_take (data, length);
  dataset = ent_native_format.read (source, diagnostics, NULL, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* As entente figure does without options. */
static EntFigureRequest
plain_request (EntDataset *dataset)
{
  EntFigureRequest request = { 0 };

  request.dataset = dataset;
  ent_timeline_whole_span (dataset, NULL, ENT_BASIS_OCCURRED, &request.span);
  ent_view_get_span (ent_dataset_get_view (dataset), &request.span, &request.span);
  request.width = 1600;
  request.height = 900;
  request.theme = ent_theme_find ("light");
  request.language = "en";
  request.legend = TRUE;
  return request;
}

static GBytes *
make (EntFigureExport *export)
{
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gint progress = 0;
  GBytes *bytes = ent_figure_export_make (export, NULL, &progress, &report, &error);

  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, 1000);
  g_assert_cmpuint (report.summary.n_events, >, 0);
  g_assert_false (report.lacks_words);
  g_assert_cmpstrv (report.missing_fonts, ((const char *const[]){ NULL }));
  return bytes;
}

static const struct
{
  const char *name;
  const char *file;
  const char *options; /* of entente figure */
} pictures[] = {
  { "svg", "out.svg", "" },
  { "png", "out.png", "" },
  { "pdf", "out.pdf", "" },
  { "svg-page", "out.svg", "--size 180mm --theme print --title Mine --caption Below" },
  { "png-page", "out.png", "--size 88x60mm --theme print --dpi 150 --lang zh-CN" },
  { "pdf-page", "out.pdf", "--size 18cm --theme dark --legend no --overview yes" },
  { "png-select", "out.png", "--select titan-rain-2003 --today 2015-06-01" },
};

/* The request that stands for a row's options. */
static EntFigureExport *
export_for (EntDataset *dataset,
            gsize       i)
{
  EntFigureRequest request = plain_request (dataset);
  const EntFigureWriter *writer = ent_figure_writer_for_name (pictures[i].file);
  g_auto (GStrv) options = g_strsplit (pictures[i].options, " ", -1);
  EntPageSize size = { 1600, 900, "px" };
  g_autoptr (GError) error = NULL;
  guint32 selected;
  double dpi = 0;

  for (guint j = 0; options[j] != NULL && options[j + 1] != NULL; j += 2)
    {
      const char *value = options[j + 1];

      if (g_str_equal (options[j], "--size"))
        g_assert_true (ent_page_size_parse (value, &size, &error));
      else if (g_str_equal (options[j], "--theme"))
        request.theme = ent_theme_find (value);
      else if (g_str_equal (options[j], "--title"))
        request.title = value;
      else if (g_str_equal (options[j], "--caption"))
        request.caption = value;
      else if (g_str_equal (options[j], "--lang"))
        request.language = value;
      else if (g_str_equal (options[j], "--dpi"))
        dpi = g_ascii_strtod (value, NULL);
      else if (g_str_equal (options[j], "--legend"))
        request.legend = g_str_equal (value, "yes");
      else if (g_str_equal (options[j], "--overview"))
        request.overview = g_str_equal (value, "yes");
      else if (g_str_equal (options[j], "--select"))
        {
          selected = ent_dataset_find (dataset, ent_slice_from_string (value));
          g_assert_cmpuint (selected, !=, ENT_ROW_NONE);
          request.selected = &selected;
          request.n_selected = 1;
        }
      else
        {
          EntDate date;

          g_assert_cmpstr (options[j], ==, "--today");
          g_assert_true (ent_date_parse (value, -1, &date, NULL));
          request.has_today = TRUE;
          request.today = date.earliest_start.time;
        }
    }
  request.width = size.width;
  request.height = size.height;
  request.physical = ent_page_size_is_physical (&size);
  /* What the options held is freed before the picture is made. */
  return ent_figure_export_new (&request, writer, size.unit, dpi);
}

static void
test_same_as_program (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = bundled_path ();
  g_autofree char *output = g_build_filename (folder, pictures[i].file, NULL);
  g_autofree char *command = g_strdup_printf ("figure -o %s %s", pictures[i].file, pictures[i].options);
  g_auto (GStrv) arguments = g_strsplit (g_strchomp (command), " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (EntDataset) dataset = open_bundled ();
  g_autoptr (EntFigureExport) export = export_for (dataset, i);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { 0 };
  g_autofree char *said = NULL;
  gsize length;

  g_strv_builder_addv (builder, (const char **) arguments);
  g_strv_builder_add (builder, path);
  all = g_strv_builder_end (builder);
  run_program (&run, folder, NULL, (const char *const *) all);
  g_assert_cmpint (run.status, ==, 0);
  g_file_get_contents (output, &said, &length, &error);
  g_assert_no_error (error);

  bytes = make (export);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, length);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), said, length), ==, 0);
  remove_folder (folder);
}

static gpointer
make_in_thread (gpointer data)
{
  return make (data);
}

/* Several threads at once make the same, with fonts of their own. */
static void
test_threads (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);

  for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
    {
      g_autoptr (EntFigureExport) export = ent_figure_export_new (&request, ent_figure_writer_get (i), "px", 0);
      g_autoptr (GBytes) here = NULL;
      GThread *threads[3];

      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("figure", make_in_thread, export);
      here = make (export);
      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        {
          g_autoptr (GBytes) there = g_thread_join (threads[j]);

          g_assert_true (g_bytes_equal (here, there));
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
    {
      g_autoptr (EntFigureExport) export = ent_figure_export_new (&request, ent_figure_writer_get (i), NULL, 0);
      g_auto (EntFigureReport) report = { 0 };
      g_autoptr (GError) error = NULL;
      gint progress = 0;

      g_assert_null (ent_figure_export_make (export, cancellable, &progress, &report, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_null (ent_figure_export_compose (export, cancellable, &report, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (progress, ==, 0);
    }
}

typedef struct
{
  GCancellable *cancellable;
  gint          progress;
} Watch;

/* As soon as the page is composed. */
static gpointer
cancel_in_thread (gpointer data)
{
  Watch *watch = data;

  while (g_atomic_int_get (&watch->progress) == 0)
    g_usleep (100);
  g_cancellable_cancel (watch->cancellable);
  return NULL;
}

/* A picture of a hundred million pixels is not painted to its end. */
static void
test_cancelled_midway (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);
  g_autoptr (EntFigureExport) export = ent_figure_export_new (&request, ent_figure_writer_find ("png"), "px", 700);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  Watch watch = { cancellable, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, &watch);
  GBytes *bytes = ent_figure_export_make (export, cancellable, &watch.progress, &report, &error);

  g_thread_join (thread);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (watch.progress, <, 1000);
}

/* What there is to say is said, whether or not the picture comes to be. */
static void
test_report (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);
  g_autoptr (EntFigureExport) export = NULL;
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  request.language = "fr";
  request.width = 40000;
  export = ent_figure_export_new (&request, ent_figure_writer_find ("png"), "px", 0);
  g_assert_null (ent_figure_export_make (export, NULL, NULL, &report, &error));
  g_assert_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE);
  g_assert_true (report.lacks_words);
  g_assert_cmpuint (report.summary.n_events, >, 0);
  g_clear_error (&error);
  ent_figure_report_clear (&report);

  scene = ent_figure_export_compose (export, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ent_scene_get_width (scene), ==, 40000);
  g_assert_true (report.lacks_words);
}

/* Format and resolution are not the page's; all else is. */
static void
test_same_page (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);
  EntFigureRequest others[] = { request, request, request, request, request, request };
  g_autofree char *title = g_strdup ("T");
  guint32 row = 0;
  g_autoptr (EntFigureExport) svg = NULL;
  g_autoptr (EntFigureExport) png = NULL;

  request.title = "T";
  svg = ent_figure_export_new (&request, ent_figure_writer_find ("svg"), "px", 0);
  request.title = title;
  png = ent_figure_export_new (&request, ent_figure_writer_find ("png"), "px", 144);
  g_assert_true (ent_figure_export_same_page (svg, png));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    others[i].title = title;
  others[0].title = NULL;
  others[1].caption = "";
  others[2].selected = &row;
  others[2].n_selected = 1;
  others[3].has_today = TRUE;
  others[4].height = 0;
  others[5].span.end++;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (EntFigureExport) other = ent_figure_export_new (&others[i], ent_figure_writer_find ("svg"), "px", 0);

      g_assert_false (ent_figure_export_same_page (svg, other));
    }
}

static void
test_dpi (void)
{
  g_autoptr (EntDataset) dataset = open_bundled ();
  EntFigureRequest request = plain_request (dataset);
  const EntFigureWriter *png = ent_figure_writer_find ("png");
  g_autoptr (EntFigureExport) screen = ent_figure_export_new (&request, png, "px", 0);
  g_autoptr (EntFigureExport) own = ent_figure_export_new (&request, png, "px", 144);
  g_autoptr (EntFigureExport) paper = NULL;

  request.physical = TRUE;
  paper = ent_figure_export_new (&request, png, "mm", 0);
  g_assert_cmpfloat (ent_figure_export_get_dpi (screen), ==, 96);
  g_assert_cmpfloat (ent_figure_export_get_dpi (own), ==, 144);
  g_assert_cmpfloat (ent_figure_export_get_dpi (paper), ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/figure-export/name/", names[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_name);
    }
  g_test_add_func ("/figure-export/table", test_table);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/figure-export/as-the-program/", pictures[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_same_as_program);
    }
  g_test_add_func ("/figure-export/threads", test_threads);
  g_test_add_func ("/figure-export/cancelled", test_cancelled);
  g_test_add_func ("/figure-export/cancelled-midway", test_cancelled_midway);
  g_test_add_func ("/figure-export/report", test_report);
  g_test_add_func ("/figure-export/same-page", test_same_page);
  g_test_add_func ("/figure-export/dpi", test_dpi);
  return g_test_run ();
}
