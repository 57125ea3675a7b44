/* test-pdf-writer.c: PDF as other programs read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-pdf-writer.h"
#include "vocabulary.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "figure.pdf", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_scene (Fixture             *fixture,
             EntScene            *scene,
             const EntFigureInfo *info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_pdf_write (scene, info, &error);

  g_assert_no_error (error);
  g_file_set_contents (fixture->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}

/* What a tool says, as text. */
static char *
ask (const char *program,
     const char *option,
     const char *path,
     const char *last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = vocabulary_run (&error, NULL, program, option, path, last, NULL);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

#define ASSERT_HAS(text, part)                                                                                \
  G_STMT_START                                                                                                \
  {                                                                                                           \
    if (strstr (text, part) == NULL)                                                                          \
      {                                                                                                       \
        g_test_message ("no “%s” in “%s”", part, text);                                                       \
        g_test_fail ();                                                                                       \
      }                                                                                                       \
  }                                                                                                           \
  G_STMT_END

static void
test_vocabulary (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EntScene) scene = vocabulary_new (1);
  g_autofree char *checked = NULL;
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *objects = NULL;
  g_auto (GStrv) lines = NULL;
  EntFigureInfo info;

  vocabulary_set_info (&info);
  info.description = "One of everything: 全部.";
  write_scene (fixture, scene, &info);

  checked = ask ("qpdf", "--check", fixture->path, NULL);
  ASSERT_HAS (checked, "PDF Version: 1.5");
  ASSERT_HAS (checked, "No syntax or stream encoding errors found");

  said = ask ("pdfinfo", "-isodates", fixture->path, NULL);
  ASSERT_HAS (said, "The vocabulary");
  ASSERT_HAS (said, "One of everything: 全部.");
  ASSERT_HAS (said, "timeline, test");
  ASSERT_HAS (said, "2026-11-23T21:04:27Z");
  ASSERT_HAS (said, "390 x 255 pts");
  ASSERT_HAS (said, "Tagged:          yes");
  g_assert_null (strstr (said, "ModDate"));

  structure = ask ("pdfinfo", "-struct", fixture->path, NULL);
  ASSERT_HAS (structure, "Figure");

  objects = ask ("qpdf", "--json", fixture->path, NULL);
  ASSERT_HAS (objects, "\"/Lang\": \"u:en\"");
  ASSERT_HAS (objects, "\"/Alt\": \"u:One of everything: 全部.\"");
  ASSERT_HAS (objects, "\"/DisplayDocTitle\": true");
  ASSERT_HAS (objects, "\"/Dataset\": \"u:us-china-cyber.entente.json\"");

  text = ask ("pdftotext", "-q", fixture->path, "-");
  ASSERT_HAS (text, "Office of Personnel Management");
  ASSERT_HAS (text, "SolarWinds: 18,000 customers");
  ASSERT_HAS (text, "中美网络安全对话 2015");
  ASSERT_HAS (text, "外交部发言人");
  ASSERT_HAS (text, "بيان صحفي");
  ASSERT_HAS (text, "السيبراني");
  ASSERT_HAS (text, "Small print without a halo: αβγ, Žižek, ½");

  /* name … emb sub uni: all embedded, all with a way back to letters. */
  fonts = ask ("pdffonts", fixture->path, NULL, NULL);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 2 + 5);
  for (gsize i = 2; lines[i] != NULL; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_nonnull (strstr (lines[i], " yes yes yes "));
    }
}

/* Without anything to say it is still a sound file, with no date in it. */
static void
test_bare (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (EntScene) scene = ent_scene_builder_end (ent_scene_builder_new (100, 100, NULL));
  const EntFigureInfo info = { 0 };
  g_autofree char *checked = NULL;
  g_autofree char *said = NULL;

  write_scene (fixture, scene, &info);
  checked = ask ("qpdf", "--check", fixture->path, NULL);
  said = ask ("pdfinfo", fixture->path, NULL, NULL);
  ASSERT_HAS (said, "75 x 75 pts");
  g_assert_null (strstr (said, "CreationDate"));
}

static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  static const EntFigureProperty properties[] = {
    { "Title", "not this one" },    { "CreationDate", "nor this" }, { "a/b", "c" }, { "", "" },
    { "Fine", ")\\(<<>>\001\xff" },
  };
  const EntFigureInfo info = { .title = ") >> /OpenAction <<",
                               .description = "\xff\001\u202e",
                               .language = "en) /JS (",
                               .families = "No Such Font",
                               .properties = properties,
                               .n_properties = G_N_ELEMENTS (properties) };
  EntSceneBuilder *builder = ent_scene_builder_new (200, 200, "en");
  g_autoptr (EntScene) scene = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *objects = NULL;

  vocabulary_add_text (builder, 10, 20, "a\001\xff\u202e)Tj <b>", 12, FALSE);
  scene = ent_scene_builder_end (builder);
  write_scene (fixture, scene, &info);
  checked = ask ("qpdf", "--check", fixture->path, NULL);
  objects = ask ("qpdf", "--json", fixture->path, NULL);
  ASSERT_HAS (objects, "\"/Title\": \"u:) >> /OpenAction <<\"");
  ASSERT_HAS (objects, "\"/Fine\"");
  g_assert_null (strstr (objects, "nor this"));
  g_assert_null (strstr (objects, "\"/OpenAction\""));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    gboolean    is_valid;
  } cases[] = {
    { "2026", TRUE },
    { "2026-11", TRUE },
    { "2026-11-23", TRUE },
    { "2026-11-23T21:04:27Z", TRUE },
    { "2026-11-23T21:04:27+05:30", TRUE },
    { "2026-11-23T21:04:27-00:00", TRUE },
    { "", FALSE },
    { "now", FALSE },
    { "26", FALSE },
    { "2026-", FALSE },
    { "2026-13", FALSE },
    { "2026-00-01", FALSE },
    { "2026-11-32", FALSE },
    { "2026-11-23T", FALSE },
    { "2026-11-23T21:04:27", FALSE },
    { "2026-11-23T24:04:27Z", FALSE },
    { "2026-11-23T21:04:27Zx", FALSE },
    { "2026-11-23T21:04:27+5", FALSE },
    { "2026-11-23 21:04:27Z", FALSE },
    { "2026)", FALSE },
  };
  g_autoptr (EntScene) scene = ent_scene_builder_end (ent_scene_builder_new (100, 100, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EntFigureInfo info = { .created = cases[i].date };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = ent_pdf_write (scene, &info, &error);

      g_test_message ("%s", cases[i].date);
      if (cases[i].is_valid)
        g_assert_no_error (error);
      else
        g_assert_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_DATE);
      g_assert_cmpint (pdf != NULL, ==, cases[i].is_valid);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    double         width, height;
    EntFigureError code;
  } cases[] = {
    { 0, 10, ENT_FIGURE_ERROR_EMPTY },
    { 10, NAN, ENT_FIGURE_ERROR_EMPTY },
    { 19201, 10, ENT_FIGURE_ERROR_TOO_LARGE },
    { 10, INFINITY, ENT_FIGURE_ERROR_TOO_LARGE },
  };
  const EntFigureInfo info = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntScene) scene =
        ent_scene_builder_end (ent_scene_builder_new (cases[i].width, cases[i].height, NULL));
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_pdf_write (scene, &info, &error));
      g_assert_error (error, ENT_FIGURE_ERROR, (int) cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pdf-writer/vocabulary", Fixture, NULL, set_up, test_vocabulary, tear_down);
  g_test_add ("/pdf-writer/bare", Fixture, NULL, set_up, test_bare, tear_down);
  g_test_add ("/pdf-writer/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add_func ("/pdf-writer/dates", test_dates);
  g_test_add_func ("/pdf-writer/refusals", test_refusals);
  return g_test_run ();
}
