/* test-cli-figure.c: entente figure, run as a program, its pictures read by other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-run.h"

#define EVENT(id, title, date, more) \
  "{\"id\":\"" id "\",\"kind\":\"statement\",\"title\":\"" title "\",\"date\":\"" date "\"" more "}"
#define DATASET(events) "{\"format\":\"entente\",\"version\":1,\"title\":\"Three events\",\"language\":\"en\",\"events\":[" events "]}"

static const char three[] = DATASET (
  EVENT ("a", "Strategy published", "2015-03-02", ",\"sources\":[{\"url\":\"https://example.org/a?b=1&c=2\"}]") ","
  EVENT ("b", "Answer to the strategy", "2015-06", ",\"links\":[{\"type\":\"responds-to\",\"to\":\"a\"}]") ","
  EVENT ("c", "Talks of both sides", "2015-09/2015-10", ""));

static const char *const formats[] = { "svg", "png", "pdf" };

static char *
bundled_path (void)
{
  return g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), "data", "timelines", "us-china-cyber.entente.json", NULL);
}

static GBytes *
read_bytes (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* What another program says of a file; it must be content with it. */
static char *
ask (const char *folder,
     const char *command)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *err = NULL;
  char *out = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (command, NULL, &words, &error));
  g_spawn_sync (folder, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  if (error != NULL)
    g_test_message ("%s: %s%s", command, out, err);
  g_assert_no_error (error);
  return out;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    {
      g_test_message ("there is no “%s” in “%s”", part, text);
      g_test_fail ();
    }
}

static const struct
{
  const char *name;
  const char *arguments; /* NULL ends them; the file is three.json, the output OUT */
  int         status;
  const char *err; /* part of it */
} usages[] = {
  { "no-file", "-o out.svg", 2, "name one file to draw" },
  { "two-files", "three.json three.json -o out.svg", 2, "name one file to draw" },
  { "no-output", "three.json", 2, "with -o" },
  { "no-suffix", "three.json -o out", 2, "is to end in .svg, .png or .pdf" },
  { "other-suffix", "three.json -o out.jpg", 2, "is to end in .svg, .png or .pdf" },
  { "size", "three.json -o out.svg --size 10q", 2, "is no size" },
  { "size-zero", "three.json -o out.svg --size 0x0", 2, "is no size" },
  { "size-small", "three.json -o out.svg --size 8x8", 2, "cannot be drawn" },
  { "size-large", "three.json -o out.svg --size 1000000x8", 2, "cannot be drawn" },
  { "png-too-large", "three.json -o out.png --size 40000x900", 1, "entente figure: " },
  { "pdf-too-large", "three.json -o out.pdf --size 20000x900", 1, "entente figure: " },
  { "theme", "three.json -o out.svg --theme pink", 2, "there is no theme “pink”" },
  { "legend", "three.json -o out.svg --legend maybe", 2, "--legend is yes or no" },
  { "overview", "three.json -o out.svg --overview=1", 2, "--overview is yes or no" },
  { "from", "three.json -o out.svg --from 2015-13", 2, "entente figure: " },
  { "from-open", "three.json -o out.svg --from ../2015", 2, "has no known start" },
  { "to-open", "three.json -o out.svg --to 2015/..", 2, "has no known end" },
  { "reversed", "three.json -o out.svg --from 2016 --to 2015", 2, "ends before it begins" },
  { "all-and-from", "three.json -o out.svg --all --from 2015", 2, "--all goes without" },
  { "today", "three.json -o out.svg --today tomorrow", 2, "--today: " },
  { "select", "three.json -o out.svg --select x", 2, "there is no event “x” to select" },
  { "dpi", "three.json -o out.png --dpi many", 2, "entente figure: " },
  { "dpi-zero", "three.json -o out.png --dpi 0", 2, "--dpi" },
  { "dpi-negative", "three.json -o out.png --dpi=-96", 2, "--dpi" },
  { "unknown", "three.json -o out.svg --colour red", 2, "--colour" },
  { "missing", "none.json -o out.svg", 1, "none.json" },
  { "no-json", "broken.json -o out.svg", 1, "JSON syntax" },
  { "no-folder", "three.json -o nowhere/out.svg", 1, "nowhere" },
  { "itself", "three.json.svg -o three.json.svg", 1, "three.json.svg" },
};

/* One line of what is wrong, and nothing written. */
static void
test_usage (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folder = new_folder ();
  g_autofree char *command = g_strconcat ("figure ", usages[i].arguments, NULL);
  g_auto (GStrv) arguments = g_strsplit (command, " ", -1);
  g_auto (Run) run = { 0 };

  write_file (folder, "three.json", three);
  write_file (folder, "three.json.svg", three);
  write_file (folder, "broken.json", "{");
  run_program (&run, folder, NULL, (const char *const *) arguments);
  g_assert_cmpint (run.status, ==, usages[i].status);
  g_assert_cmpstr (run.out, ==, "");
  assert_has (run.err, usages[i].err);
  g_assert_nonnull (strchr (run.err, '\n'));
  g_assert_cmpstr (strchr (run.err, '\n'), ==, "\n");
  g_assert_cmpuint (count_files (folder), ==, 3);
  remove_folder (folder);
}

/* Every option at once is a picture that every reader of its format takes. */
static void
test_options (void)
{
  static const char *const themes[] = { "light", "dark", "print", "contrast" };
  g_autofree char *folder = new_folder ();

  write_file (folder, "three.json", three);
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_auto (Run) svg = { 0 };
      g_auto (Run) png = { 0 };
      g_auto (Run) pdf = { 0 };
      g_autofree char *said = NULL;

      RUN (&svg, folder, NULL, "figure", "three.json", "-o", "out.svg", "--from=2014", "--to", "2016", "--size", "18cm×9cm",
           "--theme", themes[i], "--lang", "zh-CN", "--title", "T <&> \"'", "--caption", "C", "--legend=no",
           "--overview=yes", "--select", "a,b", "--select", "c", "--today", "2015-12-01", "--strict");
      g_assert_cmpstr (svg.err, ==, "");
      g_assert_cmpint (svg.status, ==, 0);
      RUN (&png, folder, NULL, "figure", "three.json", "-o", "out.png", "--all", "--theme", themes[i]);
      g_assert_cmpint (png.status, ==, 0);
      RUN (&pdf, folder, three, "figure", "-", "-o", "OUT.PDF", "--all", "--theme", themes[i]);
      g_assert_cmpint (pdf.status, ==, 0);
      said = ask (folder, "xmllint --noout out.svg");
      g_free (said);
      said = ask (folder, "rsvg-convert -o rsvg.png out.svg");
      g_free (said);
      said = ask (folder, "pngcheck out.png rsvg.png");
      g_free (said);
      said = ask (folder, "qpdf --check OUT.PDF");
      assert_has (said, "No syntax or stream encoding errors found");
    }
  remove_folder (folder);
}

/* The SVG holds a group with the title and the link of each event, and the titles as text; the PDF as well. */
static void
test_contents (void)
{
  g_autofree char *folder = new_folder ();
  g_auto (Run) run = { 0 };
  g_autofree char *svg = NULL;
  g_autofree char *text = NULL;

  write_file (folder, "three.json", three);
  RUN (&run, folder, NULL, "figure", "three.json", "-o", "out.svg");
  g_assert_cmpint (run.status, ==, 0);
  run_clear (&run);
  RUN (&run, folder, NULL, "figure", "three.json", "-o", "out.pdf");
  g_assert_cmpint (run.status, ==, 0);
  svg = read_file (folder, "out.svg");
  assert_has (svg, "id=\"ev-a\"");
  assert_has (svg, "id=\"ev-b\"");
  assert_has (svg, "id=\"ev-c\"");
  assert_has (svg, "<title>Strategy published (2015-03-02)</title>");
  assert_has (svg, "https://example.org/a?b=1&amp;c=2");
  assert_has (svg, ">Answer to the strategy<");
  text = ask (folder, "pdftotext -layout out.pdf -");
  assert_has (text, "Three events");
  assert_has (text, "Strategy published");
  assert_has (text, "Answer to the strategy");
  assert_has (text, "Talks of both sides");
  remove_folder (folder);
}

/* Of the bundled timeline: thirty names in 2015 on a screen, in its other language Chinese ones, all found by others. */
static void
test_bundled (gconstpointer data)
{
  const char *language = data;
  g_autofree char *folder = new_folder ();
  g_autofree char *path = bundled_path ();
  g_auto (Run) svg = { 0 };
  g_auto (Run) pdf = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autofree char *fonts = NULL;
  guint n_names = 0;

  RUN (&svg, folder, NULL, "figure", path, "-o", "out.svg", "--from", "2015", "--to", "2015", "--lang", language);
  g_assert_cmpint (svg.status, ==, 0);
  RUN (&pdf, folder, NULL, "figure", path, "-o", "out.pdf", "--from", "2015", "--to", "2015", "--lang", language);
  g_assert_cmpint (pdf.status, ==, 0);
  names = ask (folder, "xmllint --xpath \"count(//*[local-name()='text'][@class='label'])\" out.svg");
  n_names = (guint) g_ascii_strtoull (names, NULL, 10);
  g_test_message ("%u names", n_names);
  g_assert_cmpuint (n_names, >=, 30);
  text = ask (folder, "pdftotext -layout out.pdf -");
  fonts = ask (folder, "pdffonts out.pdf");
  assert_has (fonts, "NotoSans");
  if (g_str_equal (language, "zh-CN"))
    {
      assert_has (text, "中美网络时间线");
      assert_has (text, "2015年");
      assert_has (text, "外交会谈");
      assert_has (fonts, "CJK");
    }
  else
    {
      assert_has (text, "U.S.–China cyber timeline");
      assert_has (text, "Statements");
    }
  remove_folder (folder);
}

static const struct
{
  const char *name;
  const char *size;
  const char *dpi;
  const char *svg_width; /* as written */
  const char *svg_height;
  guint       width; /* of the PNG */
  guint       height;
} sizes[] = {
  { "screen", "1600x900", NULL, "1600", "900", 1600, 900 },
  { "screen-dpi", "800x600", "192", "800", "600", 1600, 1200 },
  { "paper", "180x120mm", NULL, "180mm", "120mm", 2126, 1417 },
  { "paper-dpi", "180x120mm", "150", "180mm", "120mm", 1063, 709 },
  { "column", "88mm", NULL, "88mm", NULL, 1039, 0 },
  { "page", "180mm", NULL, "180mm", NULL, 2126, 0 },
};

static void
test_size (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = bundled_path ();
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  g_auto (Run) svg = { 0 };
  g_auto (Run) png = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *header;

  RUN (&svg, folder, NULL, "figure", path, "-o", "out.svg", "--size", sizes[i].size);
  g_assert_cmpint (svg.status, ==, 0);
  RUN (&png, folder, NULL, "figure", path, "-o", "out.png", "--size", sizes[i].size, sizes[i].dpi != NULL ? "--dpi" : "--all",
       sizes[i].dpi);
  g_assert_cmpint (png.status, ==, 0);
  width = ask (folder, "xmllint --xpath \"string(/*/@width)\" out.svg");
  height = ask (folder, "xmllint --xpath \"string(/*/@height)\" out.svg");
  g_assert_true (g_str_has_prefix (g_strchomp (width), sizes[i].svg_width));
  if (sizes[i].svg_height != NULL)
    g_assert_true (g_str_has_prefix (g_strchomp (height), sizes[i].svg_height));
  bytes = read_bytes (folder, "out.png");
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 24);
  header = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint ((guint) header[16] << 24 | header[17] << 16 | header[18] << 8 | header[19], ==, sizes[i].width);
  if (sizes[i].height > 0)
    g_assert_cmpuint ((guint) header[20] << 24 | header[21] << 16 | header[22] << 8 | header[23], ==, sizes[i].height);
  remove_folder (folder);
}

/* The same bytes with another home, zone, locale and folder, and a second later. */
static void
test_same_bytes (gconstpointer data)
{
  const char *format = data;
  g_autofree char *here = new_folder ();
  g_autofree char *there = new_folder ();
  g_autofree char *path = bundled_path ();
  g_autofree char *name = g_strconcat ("out.", format, NULL);
  g_autofree char *output = g_build_filename (there, name, NULL);
  g_autofree char *command = g_strdup_printf ("env HOME=/nonexistent TZ=Asia/Shanghai LC_ALL=zh_CN.UTF-8 LANG=de_DE "
                                              "LANGUAGE=zh_CN XDG_CACHE_HOME=/nonexistent %s figure %s -o %s --lang zh-CN",
                                              g_getenv ("ENT_PROGRAM"), path, output);
  g_autofree char *said = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_auto (Run) run = { 0 };

  RUN (&run, here, NULL, "figure", path, "-o", name, "--lang", "zh-CN");
  g_assert_cmpint (run.status, ==, 0);
  g_usleep (1100000);
  said = ask ("/", command);
  one = read_bytes (here, name);
  other = read_bytes (there, name);
  g_assert_true (g_bytes_equal (one, other));
  remove_folder (here);
  remove_folder (there);
}

/* What is wrong is told, the rest is drawn; --strict draws nothing. */
static void
test_faults (void)
{
  const char *text = DATASET (EVENT ("a", "Strategy published", "2015-03-02", "") ","
                              EVENT ("b", "Impossible day", "2015-02-30", "") ",{\"date\":\"2015\"}");
  g_autofree char *folder = new_folder ();
  g_auto (Run) run = { 0 };
  g_auto (Run) strict = { 0 };
  g_autofree char *svg = NULL;

  RUN (&run, folder, text, "figure", "-", "-o", "out.svg");
  g_assert_cmpint (run.status, ==, 0);
  assert_has (run.err, "-:1:");
  g_assert_true (g_str_has_suffix (run.err, "\n1 events incomplete, 1 left out\n"));
  svg = read_file (folder, "out.svg");
  assert_has (svg, "Strategy published");
  assert_has (svg, "1 not placed in time");
  RUN (&strict, folder, text, "figure", "-", "-o", "strict.svg", "--strict");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

static void
test_empty (void)
{
  g_autofree char *folder = new_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("out.", formats[i], NULL);
      g_auto (Run) run = { 0 };

      RUN (&run, folder, DATASET (""), "figure", "-", "-o", name);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
    }
  {
    g_autofree char *text = ask (folder, "pdftotext -layout out.pdf -");

    assert_has (text, "No events");
    assert_has (text, "2000");
  }
  remove_folder (folder);
}

/* What is selected is bold, and arcs lead from it; nothing else does. */
static void
test_select (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *plain = NULL;
  g_autofree char *selected = NULL;
  g_autofree char *bold = NULL;
  g_auto (Run) run = { 0 };

  RUN (&run, folder, three, "figure", "-", "-o", "plain.svg");
  g_assert_cmpint (run.status, ==, 0);
  run_clear (&run);
  RUN (&run, folder, three, "figure", "-", "-o", "selected.svg", "--select", "a", "--today", "2015-08-01");
  g_assert_cmpint (run.status, ==, 0);
  plain = read_file (folder, "plain.svg");
  selected = read_file (folder, "selected.svg");
  g_assert_null (strstr (plain, "Answered by"));
  assert_has (selected, "Answered by");
  g_assert_null (strstr (plain, ">Today<"));
  assert_has (selected, ">Today<");
  bold = ask (folder, "xmllint --xpath \"string(//*[@class='label'][starts-with(., 'Strategy')]/@font-weight)\" selected.svg");
  g_assert_cmpstr (g_strchomp (bold), ==, "700");
  g_free (bold);
  bold = ask (folder, "xmllint --xpath \"string(//*[@class='label'][starts-with(., 'Strategy')]/@font-weight)\" plain.svg");
  g_assert_cmpstr (g_strchomp (bold), ==, "400");
  remove_folder (folder);
}

/* Titles with markup, controls and what turns text round are text in every format. */
/* What does not match is not in the picture, nor in its numbers; the file's own query holds unless another is given. */
static void
test_filter (void)
{
  static const char own[] =
    "{\"format\": \"entente\", \"version\": 1, \"view\": {\"query\": \"kind:meeting\"}, \"events\": ["
    "{\"id\": \"a\", \"title\": \"Alpha\", \"kind\": \"incident\", \"date\": \"2015-02\","
    " \"phases\": {\"disclosure\": \"2016-03\"}},"
    "{\"id\": \"b\", \"title\": \"Beta\", \"kind\": \"meeting\", \"date\": \"2015-05-01\"}]}";
  static const struct
  {
    const char *options[5];
    gboolean    alpha;
    gboolean    beta;
    const char *counted;
  } rows[] = {
    { { NULL }, FALSE, TRUE, "1 of 2 events" },
    { { "--all" }, TRUE, TRUE, "2 of 2 events" },
    { { "--filter", "alpha" }, TRUE, FALSE, "1 of 2 events" },
    { { "--filter", "" }, TRUE, TRUE, "2 of 2 events" },
    { { "--all", "--filter", "disclosure:2016", "--basis", "disclosure" }, TRUE, FALSE, "1 of 2 events" },
  };
  g_autofree char *folder = new_folder ();
  g_auto (Run) wrong = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) run = { 0 };
      g_autofree char *picture = NULL;
      const char *const *more = rows[i].options;

      RUN (&run, folder, own, "figure", "-", "-o", "own.svg", more[0], more[0] ? more[1] : NULL,
           more[0] && more[1] ? more[2] : NULL, more[0] && more[1] && more[2] ? more[3] : NULL,
           more[0] && more[1] && more[2] && more[3] ? more[4] : NULL);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      picture = read_file (folder, "own.svg");
      g_assert_cmpint (strstr (picture, "id=\"ev-a\"") != NULL, ==, rows[i].alpha);
      g_assert_cmpint (strstr (picture, "id=\"ev-b\"") != NULL, ==, rows[i].beta);
      assert_has (picture, rows[i].counted);
    }
  RUN (&wrong, folder, own, "figure", "-", "-o", "own.svg", "--filter", "knd:meeting");
  g_assert_cmpint (wrong.status, ==, 2);
  assert_has (wrong.err, "is “kind” meant?");
  remove_folder (folder);
}

static void
test_hostile (void)
{
  const char *text = DATASET (EVENT ("<x id=\\\"y\\\">", "</text><script>alert(1)</script> &amp; more", "2015-03-02", "") ","
                              EVENT ("u", "Bell \\u0007 and escape \\u001b[31m red", "2015-05-02", "") ","
                              EVENT ("v", "Turned \\u202eround \\u2066and \\u2069\\u2069 back", "2015-07-02", "") ","
                              EVENT ("w", "Not \\uffff nor \\ufffe characters", "2015-09-02", ""));
  g_autofree char *folder = new_folder ();
  g_autofree char *said = NULL;
  g_autofree char *svg = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("out.", formats[i], NULL);
      g_auto (Run) run = { 0 };

      RUN (&run, folder, text, "figure", "-", "-o", name, "--title", "<b>\x1b[1m\xe2\x80\xae</b>", "--caption", "]]> --> \x07");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_null (strchr (run.err, '\x1b'));
    }
  said = ask (folder, "xmllint --noout out.svg");
  g_free (said);
  said = ask (folder, "xmllint --xpath \"count(//*[local-name()='script'])\" out.svg");
  g_assert_cmpstr (g_strchomp (said), ==, "0");
  g_free (said);
  said = ask (folder, "qpdf --check out.pdf");
  svg = read_file (folder, "out.svg");
  g_assert_null (strstr (svg, "<script"));
  g_assert_null (strchr (svg, '\x1b'));
  remove_folder (folder);
}

/* A hundred thousand events: no one waits long for their picture. */
static void
test_many (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "many.json", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { 0 };
  gsize length;
  g_autofree char *json = ent_generator_json (100000, 7, &length);
  g_autofree char *said = NULL;
  gint64 start;

  g_file_set_contents (path, json, (gssize) length, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  RUN (&run, folder, NULL, "figure", path, "-o", "out.svg");
  g_assert_cmpint (run.status, ==, 0);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  said = ask (folder, "xmllint --noout --huge out.svg");
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (usages); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/figure/usage/", usages[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_usage);
    }
  g_test_add_func ("/cli/figure/options", test_options);
  g_test_add_func ("/cli/figure/contents", test_contents);
  g_test_add_data_func ("/cli/figure/bundled/en", "en", test_bundled);
  g_test_add_data_func ("/cli/figure/bundled/zh-CN", "zh-CN", test_bundled);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/figure/size/", sizes[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_size);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/figure/same-bytes/", formats[i], NULL);

      g_test_add_data_func (path, formats[i], test_same_bytes);
    }
  g_test_add_func ("/cli/figure/faults", test_faults);
  g_test_add_func ("/cli/figure/empty", test_empty);
  g_test_add_func ("/cli/figure/select", test_select);
  g_test_add_func ("/cli/figure/filter", test_filter);
  g_test_add_func ("/cli/figure/hostile", test_hostile);
  g_test_add_func ("/cli/figure/many", test_many);

  return g_test_run ();
}
