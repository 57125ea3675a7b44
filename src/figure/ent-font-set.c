/* ent-font-set.c: the fonts of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-font-set.h"
#include "ent-text-measure.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Names that fontconfig always answers with some font. */
static const char *const generic_families[] = { "sans-serif", "serif", "monospace", "sans", "mono",
                                                "cursive",    "fantasy", "system-ui" };

/**
 * ent_font_set_create_context:
 *
 * Makes a context to measure and to paint in: cairo's fonts, no hinting of shapes or advances, grey
 * antialiasing, unrounded positions, 96 dpi. It has a font map of its own, so each thread can make one.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
ent_font_set_create_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  ent_text_measure_prepare_context (context);
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

/**
 * ent_font_set_split_families:
 * @families: font families with commas between
 *
 * Returns: (transfer full): the names one by one, without quotes and outer spaces; strv
 */
char **
ent_font_set_split_families (const char *families)
{
  g_auto (GStrv) parts = g_strsplit (families, ",", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *name = g_strstrip (parts[i]);
      gsize length = strlen (name);

      if (length >= 2 && (name[0] == '\'' || name[0] == '"') && name[length - 1] == name[0])
        {
          name[length - 1] = '\0';
          name = g_strstrip (name + 1);
        }
      if (*name != '\0')
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
is_generic (const char *family)
{
  for (gsize i = 0; i < G_N_ELEMENTS (generic_families); i++)
    if (g_ascii_strcasecmp (family, generic_families[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_installed (const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, NULL);
  FcFontSet *found;
  gboolean installed;

  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  found = FcFontList (NULL, pattern, objects);
  installed = found != NULL && found->nfont > 0;
  g_clear_pointer (&found, FcFontSetDestroy);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
  return installed;
}

/**
 * ent_font_set_list_missing:
 * @families: font families with commas between
 *
 * Returns: (transfer full): those of them that are not installed, once each, in order; strv
 */
char **
ent_font_set_list_missing (const char *families)
{
  g_auto (GStrv) names = ent_font_set_split_families (families);
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      gboolean seen = FALSE;

      for (gsize j = 0; j < i && !seen; j++)
        seen = g_ascii_strcasecmp (names[i], names[j]) == 0;
      if (!seen && !is_generic (names[i]) && !is_installed (names[i]))
        g_strv_builder_add (missing, names[i]);
    }
  return g_strv_builder_end (missing);
}
