/* ent-text-measure.c: how wide a text will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-text-measure.h"

#include <string.h>

struct _EntTextMeasure
{
  PangoLayout *layout;   /* (owned) (nullable): none for fixed advances */
  char        *families; /* (owned) */
  char        *language; /* (owned) (nullable) */
  GHashTable  *widths;   /* (owned): weight byte + text → width of one em, as double* */
};

/**
 * ent_text_measure_new_pango:
 * @context: the context to measure in, set up by ent_text_measure_prepare_context(); kept
 * @families: font families with commas between
 * @language: (nullable): RFC 3066 tag of the text
 *
 * Returns: (transfer full): a measure by real fonts
 */
EntTextMeasure *
ent_text_measure_new_pango (PangoContext *context,
                            const char   *families,
                            const char   *language)
{
  EntTextMeasure *self = g_new0 (EntTextMeasure, 1);

  self->layout = pango_layout_new (context);
  self->families = g_strdup (families);
  self->language = g_strdup (language);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * ent_text_measure_new_fixed:
 *
 * Returns: (transfer full): a measure that needs no font and is the same on every machine: 0.6 em a
 *   character, 1 em for wide ones, nothing for marks
 */
EntTextMeasure *
ent_text_measure_new_fixed (void)
{
  return g_new0 (EntTextMeasure, 1);
}

void
ent_text_measure_free (EntTextMeasure *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->widths, g_hash_table_unref);
  g_free (self->families);
  g_free (self->language);
  g_free (self);
}

static double
fixed_width (const char *text,
             gsize       length)
{
  double width = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 1.0 : 0.6;
    }
  return width;
}

static double
pango_width (EntTextMeasure *self,
             const char     *text,
             gsize           length,
             gboolean        bold)
{
  g_autofree char *key = g_malloc (length + 2);
  double *width;

  key[0] = bold ? 'b' : 'r';
  memcpy (key + 1, text, length);
  key[length + 1] = '\0';
  width = g_hash_table_lookup (self->widths, key);
  if (width == NULL)
    {
      int advance;

      ent_text_measure_set_up_layout (self->layout, self->families, self->language, text, length,
                                      ENT_TEXT_MEASURE_SIZE, bold);
      pango_layout_get_size (self->layout, &advance, NULL);
      width = g_new (double, 1);
      *width = advance / (double) PANGO_SCALE / ENT_TEXT_MEASURE_SIZE;
      g_hash_table_insert (self->widths, g_steal_pointer (&key), width);
    }
  return *width;
}

/**
 * ent_text_measure_width:
 * @self: a measure
 * @text: UTF-8
 * @length: in bytes, or −1 when NUL ends it
 * @size: font size, CSS pixels
 * @bold: weight 700 instead of 400
 *
 * Returns: the advance width of @text, in the unit of @size
 */
double
ent_text_measure_width (EntTextMeasure *self,
                        const char     *text,
                        gssize          length,
                        double          size,
                        gboolean        bold)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (n_bytes == 0)
    return 0;
  if (self->layout == NULL)
    return fixed_width (text, n_bytes) * size;
  return pango_width (self, text, n_bytes, bold) * size;
}

/**
 * ent_text_measure_prepare_context:
 * @context: a context of any font map
 *
 * Makes @context lay out text alike on every surface: unrounded glyph positions, left-to-right base
 * direction. The caller that knows cairo also turns hinting off.
 */
void
ent_text_measure_prepare_context (PangoContext *context)
{
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
}

/* What a script is taken to be where the language of the picture is not written in it. Pango would ask the
 * environment, and Chinese in an English picture would look Japanese here and Korean there.
 */
static const struct
{
  PangoScript script;
  const char *language;
} script_languages[] = {
  { PANGO_SCRIPT_LATIN, "en" },      { PANGO_SCRIPT_HAN, "zh-cn" },    { PANGO_SCRIPT_ARABIC, "ar" },
  { PANGO_SCRIPT_CYRILLIC, "ru" },   { PANGO_SCRIPT_GREEK, "el" },     { PANGO_SCRIPT_HEBREW, "he" },
  { PANGO_SCRIPT_HIRAGANA, "ja" },   { PANGO_SCRIPT_KATAKANA, "ja" },  { PANGO_SCRIPT_HANGUL, "ko" },
  { PANGO_SCRIPT_BOPOMOFO, "zh-tw" }, { PANGO_SCRIPT_ARMENIAN, "hy" },  { PANGO_SCRIPT_GEORGIAN, "ka" },
  { PANGO_SCRIPT_DEVANAGARI, "hi" }, { PANGO_SCRIPT_BENGALI, "bn" },   { PANGO_SCRIPT_GUJARATI, "gu" },
  { PANGO_SCRIPT_GURMUKHI, "pa" },   { PANGO_SCRIPT_TAMIL, "ta" },     { PANGO_SCRIPT_TELUGU, "te" },
  { PANGO_SCRIPT_KANNADA, "kn" },    { PANGO_SCRIPT_MALAYALAM, "ml" }, { PANGO_SCRIPT_SINHALA, "si" },
  { PANGO_SCRIPT_THAI, "th" },       { PANGO_SCRIPT_LAO, "lo" },       { PANGO_SCRIPT_KHMER, "km" },
  { PANGO_SCRIPT_MYANMAR, "my" },    { PANGO_SCRIPT_TIBETAN, "bo" },   { PANGO_SCRIPT_ETHIOPIC, "am" },
  { PANGO_SCRIPT_MONGOLIAN, "mn" },  { PANGO_SCRIPT_SYRIAC, "syr" },   { PANGO_SCRIPT_THAANA, "dv" },
};

static PangoLanguage *
get_script_language (PangoScript script)
{
  for (gsize i = 0; i < G_N_ELEMENTS (script_languages); i++)
    if (script_languages[i].script == script)
      return pango_language_from_string (script_languages[i].language);
  return NULL;
}

static PangoAttrList *
make_languages (const char *language,
                const char *text,
                gsize       length)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLanguage *base = pango_language_from_string (language != NULL ? language : "en");
  PangoScriptIter *runs = pango_script_iter_new (text, (int) length);

  pango_attr_list_insert (attributes, pango_attr_language_new (base));
  do
    {
      const char *start;
      const char *end;
      PangoScript script;
      PangoLanguage *own;

      pango_script_iter_get_range (runs, &start, &end, &script);
      own = pango_language_includes_script (base, script) ? NULL : get_script_language (script);
      if (own != NULL)
        {
          PangoAttribute *attribute = pango_attr_language_new (own);

          attribute->start_index = (guint) (start - text);
          attribute->end_index = (guint) (end - text);
          pango_attr_list_change (attributes, attribute);
        }
    }
  while (pango_script_iter_next (runs));
  pango_script_iter_free (runs);
  return attributes;
}

/**
 * ent_text_measure_set_up_layout:
 * @layout: the layout to change
 * @families: font families with commas between
 * @language: (nullable): tag of the text, English for %NULL; decides between Chinese and Japanese forms
 * @text: UTF-8
 * @length: in bytes, or −1
 * @size: font size in CSS pixels
 * @bold: weight 700 instead of 400
 */
void
ent_text_measure_set_up_layout (PangoLayout *layout,
                                const char  *families,
                                const char  *language,
                                const char  *text,
                                gssize       length,
                                double       size,
                                gboolean     bold)
{
  PangoFontDescription *font = pango_font_description_new ();
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  PangoAttrList *attributes = make_languages (language, text, n_bytes);

  pango_font_description_set_family_static (font, families);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, (int) n_bytes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}
