/* test-svg-writer.c: SVG read back with libxml2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-svg-writer.h"
#include "vocabulary.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

typedef struct
{
  xmlDocPtr          document; /* (owned) */
  xmlXPathContextPtr xpath;    /* (owned) */
} Parsed;

static void
parsed_init (Parsed *self,
             GBytes *svg)
{
  self->document = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg), "figure.svg",
                                  NULL, XML_PARSE_NONET | XML_PARSE_PEDANTIC | XML_PARSE_HUGE);
  g_assert_nonnull (self->document);
  self->xpath = xmlXPathNewContext (self->document);
  xmlXPathRegisterNs (self->xpath, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathRegisterNs (self->xpath, BAD_CAST "xlink", BAD_CAST "http://www.w3.org/1999/xlink");
  xmlXPathRegisterNs (self->xpath, BAD_CAST "dc", BAD_CAST "http://purl.org/dc/elements/1.1/");
  xmlXPathRegisterNs (self->xpath, BAD_CAST "ent", BAD_CAST "urn:entente:figure:1");
}

static void
parsed_clear (Parsed *self)
{
  xmlXPathFreeContext (self->xpath);
  xmlFreeDoc (self->document);
}

/* What an XPath expression says, as text. */
static char *
ask (Parsed     *self,
     const char *expression)
{
  xmlXPathObjectPtr object = xmlXPathEval (BAD_CAST expression, self->xpath);
  xmlChar *text;
  char *copy;

  g_assert_nonnull (object);
  text = xmlXPathCastToString (object);
  copy = g_strdup ((const char *) text);
  xmlFree (text);
  xmlXPathFreeObject (object);
  return copy;
}

#define ASSERT_SAYS(parsed, expression, expected)                                                             \
  G_STMT_START                                                                                                \
  {                                                                                                           \
    g_autofree char *said_ = ask (parsed, expression);                                                        \
    g_assert_cmpstr (said_, ==, expected);                                                                    \
  }                                                                                                           \
  G_STMT_END

static GBytes *
write_scene (EntScene            *scene,
             const EntFigureInfo *info)
{
  g_autoptr (GError) error = NULL;
  GBytes *svg = ent_svg_write (scene, info, &error);

  g_assert_no_error (error);
  return svg;
}

static void
check_node (xmlNodePtr  node,
            GHashTable *ids,
            GPtrArray  *references)
{
  static const char *const elements[] = { "svg",  "title",          "desc", "metadata", "defs",
                                          "g",    "linearGradient", "stop", "rect",     "line",
                                          "path", "circle",         "text", "a" };

  if (g_strcmp0 ((const char *) node->ns->href, "http://www.w3.org/2000/svg") == 0)
    {
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
        known |= strcmp ((const char *) node->name, elements[i]) == 0;
      g_assert_true (known);
    }
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);

      g_assert_false (g_str_has_prefix (name, "on"));
      g_assert_cmpstr (name, !=, "style");
      if (strcmp (name, "id") == 0)
        {
          g_assert_cmpint (xmlValidateNCName (value, 0), ==, 0);
          g_assert_true (g_hash_table_add (ids, g_strdup ((const char *) value)));
        }
      if (g_str_has_prefix ((const char *) value, "url(#"))
        g_ptr_array_add (references, g_strndup ((const char *) value + 5, strlen ((const char *) value) - 6));
      if (strcmp (name, "d") == 0)
        g_assert_cmpint (strspn ((const char *) value, "MLCZ 0123456789.-"), ==,
                         strlen ((const char *) value));
      xmlFree (value);
    }
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_node (child, ids, references);
}

/* No script, no style, no id twice, no reference to nothing, and xmllint agrees. */
static void
check_sane (GBytes *svg)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GError) error = NULL;
  Parsed parsed;

  parsed_init (&parsed, svg);
  check_node (xmlDocGetRootElement (parsed.document), ids, references);
  for (guint i = 0; i < references->len; i++)
    g_assert_true (g_hash_table_contains (ids, references->pdata[i]));
  ASSERT_SAYS (&parsed,
               "count(//s:a[not(starts-with(@xlink:href, 'https://') or starts-with(@xlink:href, 'http://') "
               "or starts-with(@xlink:href, 'mailto:'))])",
               "0");
  parsed_clear (&parsed);
  said = vocabulary_run (&error, svg, "xmllint", "--noout", "--nonet", "-", NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (said), ==, 0);
}

static void
test_vocabulary (void)
{
  g_autoptr (EntScene) scene = vocabulary_new (1);
  g_autoptr (GBytes) svg = NULL;
  EntFigureInfo info;
  Parsed parsed;

  vocabulary_set_info (&info);
  svg = write_scene (scene, &info);
  check_sane (svg);
  parsed_init (&parsed, svg);

  ASSERT_SAYS (&parsed, "string(/s:svg/@width)", "520");
  ASSERT_SAYS (&parsed, "string(/s:svg/@viewBox)", "0 0 520 340");
  ASSERT_SAYS (&parsed, "string(/s:svg/@role)", "img");
  ASSERT_SAYS (&parsed, "string(/s:svg/@xml:lang)", "en");
  ASSERT_SAYS (&parsed, "string(/s:svg/*[1][self::s:title])", "The vocabulary");
  ASSERT_SAYS (&parsed, "string(/s:svg/*[2][self::s:desc])", "One of everything that Entente draws.");
  ASSERT_SAYS (&parsed, "string(//ent:property[ent:name='Query']/ent:value)", "severity>=3 标签:外交");
  ASSERT_SAYS (&parsed, "string(//dc:date)", "2026-11-23T21:04:27Z");

  /* Texts are whole, in order, and say where and how wide they are. */
  ASSERT_SAYS (&parsed, "count(//s:text)", "10");
  ASSERT_SAYS (&parsed, "string(//s:text[@x='30' and @y='240'])", "Office of Personnel Management");
  ASSERT_SAYS (&parsed, "string(//s:text[@y='240'][1]/@font-family)",
               "'Noto Sans', 'Noto Sans CJK SC', 'Noto Naskh Arabic', sans-serif");
  ASSERT_SAYS (
    &parsed, "count(//s:text[not(@textLength) or not(@font-size) or not(@font-weight) or not(@fill)])", "0");
  ASSERT_SAYS (&parsed, "count(//s:text[@stroke and not(@paint-order='stroke')])", "0");
  ASSERT_SAYS (&parsed, "count(//s:text[@direction='rtl' and @text-anchor='end'])", "2");
  ASSERT_SAYS (&parsed, "string(//s:text[.='Middle']/@text-anchor)", "middle");
  ASSERT_SAYS (&parsed, "string(//s:text[.='End']/@x)", "500");

  /* Events: one group each, the title first; a second group of one has an id of its own. */
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-2015-opm']/*)", "3");
  ASSERT_SAYS (&parsed, "string(//s:g[@id='ev-2015-opm']/*[1][self::s:title])",
               "June 2015: Office of Personnel Management");
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-2020_x20_solar_x2F_winds'])", "1");
  ASSERT_SAYS (&parsed, "string(//s:g[@id='ev-2020_x20_solar_x2F_winds']/s:title)",
               "2020: “SolarWinds” <b>&amp;");
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-对话-2015'])", "1");
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-a_x5F_x20_b'])", "1");
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-mark-40']) + count(//s:g[@id='ev-mark-40.2'])", "2");
  ASSERT_SAYS (&parsed, "count(//s:g[@id='ev-mark-40.3'])", "0");

  /* Links: three of five addresses are. */
  ASSERT_SAYS (&parsed, "count(//s:a)", "3");
  ASSERT_SAYS (&parsed, "string(//s:a[1]/@xlink:href)", "https://www.opm.gov/cybersecurity/?a=1&b=<2>");
  ASSERT_SAYS (&parsed, "string(//s:a[1]/s:text)", "Office of Personnel Management");
  ASSERT_SAYS (&parsed, "string(//s:a[1]/@xlink:title)", "June 2015: Office of Personnel Management");

  /* Fades are shared: two plain ones and two of hatches, for four rects. */
  ASSERT_SAYS (&parsed, "count(//s:linearGradient)", "4");
  ASSERT_SAYS (&parsed, "count(//s:g[@class='marks']) + count(//s:g[@class='labels'])", "2");
  parsed_clear (&parsed);
}

static void
test_options (void)
{
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) twice = NULL;
  EntFigureInfo info = {
    .unit = "mm", .editable_text = TRUE, .families = "O'Hara\\, \"Noto Sans\"", .language = "zh-CN"
  };
  EntSceneBuilder *builder = ent_scene_builder_new (180 / 25.4 * 96, 90 / 25.4 * 96, "en");
  EntItem *line = ent_scene_builder_add (builder, ENT_ITEM_LINE, ENT_LAYER_GROUND, ENT_ROLE_GRID);
  Parsed parsed;

  line->x = -0.001;
  line->y = 1.0 / 3;
  line->x2 = 12.5;
  line->y2 = -0.5;
  line->stroke = 0x12345680;
  line->stroke_width = 1;
  vocabulary_add_text (builder, 10, 10, "as it comes", 12, FALSE);
  scene = ent_scene_builder_end (builder);
  svg = write_scene (scene, &info);
  check_sane (svg);
  parsed_init (&parsed, svg);
  ASSERT_SAYS (&parsed, "string(/s:svg/@width)", "180mm");
  ASSERT_SAYS (&parsed, "string(/s:svg/@height)", "90mm");
  ASSERT_SAYS (&parsed, "string(/s:svg/@viewBox)", "0 0 680.31 340.16");
  ASSERT_SAYS (&parsed, "string(/s:svg/@xml:lang)", "zh-CN");
  ASSERT_SAYS (&parsed, "count(/s:svg/s:title)", "0");
  ASSERT_SAYS (&parsed, "count(//@textLength)", "0");
  ASSERT_SAYS (&parsed, "string(//s:text/@font-family)", "'O Hara ', 'Noto Sans', sans-serif");
  ASSERT_SAYS (&parsed, "concat(//s:line/@x1, ' ', //s:line/@y1, ' ', //s:line/@x2, ' ', //s:line/@y2)",
               "0 0.33 12.5 -0.5");
  ASSERT_SAYS (&parsed, "concat(//s:line/@stroke, ' ', //s:line/@stroke-opacity)", "#123456 0.502");
  parsed_clear (&parsed);

  twice = write_scene (scene, &info);
  g_assert_true (g_bytes_equal (svg, twice));
}

static gboolean
get_hostile_row (guint32       row,
                 EntFigureRow *out,
                 gpointer      user_data)
{
  /* Ids that would meet if escapes and suffixes were not kept apart. */
  static const char *const ids[] = { "a",       "a.2",   "a b",  "a_x20_b", "a_x5F_x20_b", "",      "_",
                                     "\"><x/>", "\001",  "&amp;", "a:b",    "\xff",        "a.2.2", "title",
                                     "fade-1",  "a\xcc\x81", "é" };
  static const char *const texts[] = { "</title><script>alert(1)</script>",
                                       "]]>&quot;<!--",
                                       "\001\033[31m\177\xff",
                                       "\u202eevil\u202c\u2069",
                                       "\xef\xbf\xbf",
                                       "{{7*7}}",
                                       "&#0;" };
  static const char *const urls[] = { "javascript:alert(1)", "https://a/\"onclick=\"x",
                                      "https://a/<>&'",      "data:x",
                                      "https://\xff",        "file:///",
                                      "vbscript:x" };

  out->id = ids[row % G_N_ELEMENTS (ids)];
  out->title = texts[row % G_N_ELEMENTS (texts)];
  out->url = urls[row % G_N_ELEMENTS (urls)];
  return row < G_N_ELEMENTS (ids);
}

static void
test_hostile_text (void)
{
  static const EntFigureProperty properties[] = {
    { "</metadata>", "<script>" }, { "\001", "\xff" }, { "", "" }, { "a\"b", "]]>" }
  };
  static const char *const texts[] = { "<b>&amp;</b>", "\001\002", "a\xff\xfe",    "\u2069\u2069\u202eabc",
                                       "]]>",          "  ",       "\xef\xbf\xbe", "<![CDATA[",
                                       "%s%n",         "\n\n\t" };
  EntFigureInfo info = { .title = "</title><script>alert(1)</script>",
                         .description = "\001\xff]]>",
                         .author = "\"'><",
                         .keywords = "\033",
                         .language = "en\" onload=\"alert(1)",
                         .families = "');alert(1),</text>,\001",
                         .unit = "\"><script>",
                         .created = "<now>",
                         .properties = properties,
                         .n_properties = G_N_ELEMENTS (properties),
                         .row_func = get_hostile_row };
  EntSceneBuilder *builder = ent_scene_builder_new (300, 300, "x\">");
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL;
  Parsed parsed;

  for (guint turn = 0; turn < 3; turn++)
    for (guint row = 0; row < 20; row++)
      {
        EntItem *mark = ent_scene_builder_add (builder, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_MARK);
        EntItem *label;

        mark->x = mark->y = 10.0 * row + 20;
        mark->radius = 5;
        mark->fill = 0xff;
        mark->row = row;
        label = ent_scene_builder_add (builder, ENT_ITEM_TEXT, ENT_LAYER_LABELS, ENT_ROLE_LABEL);
        label->x = label->y = 10.0 * row + 20;
        label->width = 50;
        label->height = 10;
        label->fill = 0xff;
        label->row = row;
        ent_scene_builder_set_text (builder, label, texts[row % G_N_ELEMENTS (texts)]);
      }
  scene = ent_scene_builder_end (builder);
  svg = write_scene (scene, &info);
  check_sane (svg);
  parsed_init (&parsed, svg);
  ASSERT_SAYS (&parsed, "string(/s:svg/s:title)", "</title><script>alert(1)</script>");
  ASSERT_SAYS (&parsed, "string(/s:svg/s:desc)", "\ufffd\ufffd]]>");
  ASSERT_SAYS (&parsed, "count(/s:svg/@xml:lang)", "0");
  ASSERT_SAYS (&parsed, "string(/s:svg/@width)", "300");
  ASSERT_SAYS (&parsed, "count(//s:g[@class='marks']/s:g)", "51");
  ASSERT_SAYS (&parsed, "count(//s:a)", "18");
  ASSERT_SAYS (&parsed, "string(//s:text[1])", "<b>&amp;</b>");
  parsed_clear (&parsed);
}

static void
test_refusals (void)
{
  static const struct
  {
    double         width, height;
    EntFigureError code;
  } cases[] = {
    { 0, 10, ENT_FIGURE_ERROR_EMPTY },          { 10, -1, ENT_FIGURE_ERROR_EMPTY },
    { 10, NAN, ENT_FIGURE_ERROR_EMPTY },        { 1e7, 10, ENT_FIGURE_ERROR_TOO_LARGE },
    { INFINITY, 10, ENT_FIGURE_ERROR_TOO_LARGE },
  };
  const EntFigureInfo info = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntScene) scene =
        ent_scene_builder_end (ent_scene_builder_new (cases[i].width, cases[i].height, NULL));
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_svg_write (scene, &info, &error));
      g_assert_error (error, ENT_FIGURE_ERROR, (int) cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-writer/vocabulary", test_vocabulary);
  g_test_add_func ("/svg-writer/options", test_options);
  g_test_add_func ("/svg-writer/hostile-text", test_hostile_text);
  g_test_add_func ("/svg-writer/refusals", test_refusals);
  return g_test_run ();
}
