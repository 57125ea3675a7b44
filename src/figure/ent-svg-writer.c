/* ent-svg-writer.c: a scene as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-svg-writer.h"
#include "ent-figure-text.h"
#include "ent-font-set.h"
#include "ent-item-geometry.h"
#include "ent-svg-private.h"
#include "ent-text-measure.h"

#include <glib/gi18n.h>
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"
#define RDF_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_NAMESPACE "http://purl.org/dc/elements/1.1/"
#define ENT_NAMESPACE "urn:entente:figure:1"

static const struct
{
  EntLayer    layer;
  const char *name;
} layers[] = {
  { ENT_LAYER_GROUND, "ground" }, { ENT_LAYER_HEADS, "heads" },   { ENT_LAYER_ARCS, "arcs" },
  { ENT_LAYER_MARKS, "marks" },   { ENT_LAYER_LABELS, "labels" }, { ENT_LAYER_OVER, "over" },
};

static gboolean
get_row (EntSvg       *self,
         guint32       row,
         EntFigureRow *out)
{
  *out = (EntFigureRow){ NULL };
  return row != ENT_ITEM_NO_ROW && self->info->row_func != NULL &&
         self->info->row_func (row, out, self->info->row_data) && out->id != NULL;
}

/* NameChar of XML 1.0 without the colon and U+FFFD. */
static gboolean
is_name_char (gunichar c)
{
  return g_ascii_isalnum (c < 0x80 ? (char) c : 0) || c == '-' || c == '.' || c == '_' || c == 0xb7 ||
         (c >= 0xc0 && c <= 0x1fff && c != 0xd7 && c != 0xf7 && c != 0x37e) || c == 0x200c || c == 0x200d ||
         c == 0x203f || c == 0x2040 || (c >= 0x2070 && c <= 0x218f) || (c >= 0x2c00 && c <= 0x2fef) ||
         (c >= 0x3001 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xffef) ||
         (c >= 0x10000 && c <= 0xeffff && (c & 0xfffe) != 0xfffe);
}

/* Two ids never become one: what stands for a character looks like _x20_, and a "_x" of the id's own is
 * written out too.
 */
static char *
make_id (const char *event_id)
{
  g_autofree char *valid = g_utf8_make_valid (event_id, -1);
  GString *out = g_string_new ("ev-");

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_name_char (c) && !(c == '_' && at[1] == 'x'))
        g_string_append_unichar (out, c);
      else
        g_string_append_printf (out, "_x%X_", c);
    }
  return g_string_free (out, FALSE);
}

static void
collect_ids (EntSvg *self)
{
  const EntItem *items;
  guint n_items;

  items = ent_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      gpointer key = GUINT_TO_POINTER (items[i].row);
      EntFigureRow row;
      char *id;

      if (items[i].layer != ENT_LAYER_MARKS || g_hash_table_contains (self->rows, key) ||
          !get_row (self, items[i].row, &row))
        continue;
      id = make_id (row.id);
      g_hash_table_insert (self->rows, key, id);
      g_hash_table_insert (self->ids, g_strdup (id), GUINT_TO_POINTER (0));
    }
}

/* The first group of an event has its plain id; others, in other lanes or layers, get .2, .3, … */
static void
write_id (EntSvg  *self,
          guint32  row)
{
  const char *first = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));
  guint n_used = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, first)) + 1;
  g_autofree char *id = g_strdup (first);

  while (n_used > 1)
    {
      g_free (id);
      id = g_strdup_printf ("%s.%u", first, n_used);
      if (!g_hash_table_contains (self->ids, id))
        break;
      n_used++;
    }
  ent_svg_attribute (self, "id", id);
  g_hash_table_insert (self->ids, g_strdup (first), GUINT_TO_POINTER (n_used));
  if (n_used > 1)
    g_hash_table_insert (self->ids, g_steal_pointer (&id), GUINT_TO_POINTER (n_used));
}

static gboolean
start_event (EntSvg  *self,
             guint32  row)
{
  EntFigureRow found;

  if (!get_row (self, row, &found))
    return FALSE;
  ent_svg_start (self, "g");
  write_id (self, row);
  if (found.title != NULL)
    ent_svg_element (self, "title", found.title);
  return TRUE;
}

static gboolean
start_link (EntSvg  *self,
            guint32  row)
{
  EntFigureRow found;

  if (!get_row (self, row, &found) || !ent_figure_is_linkable (found.url))
    return FALSE;
  ent_svg_start (self, "a");
  ent_svg_attribute (self, "xlink:href", found.url);
  if (found.title != NULL)
    {
      g_autofree char *title = ent_figure_text_isolate (found.title);

      ent_svg_attribute (self, "xlink:title", title);
    }
  return TRUE;
}

/* Items of one event that are neighbours stand in one group, or in one link. */
static void
write_layer (EntSvg     *self,
             EntLayer    layer,
             const char *name)
{
  guint32 row = ENT_ITEM_NO_ROW;
  gboolean is_open = FALSE;
  gboolean is_empty = TRUE;
  const EntItem *items;
  guint n_items;

  items = ent_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].layer != layer)
        continue;
      if (is_empty)
        {
          ent_svg_start (self, "g");
          ent_svg_attribute (self, "class", name);
          is_empty = FALSE;
        }
      if (items[i].row != row)
        {
          if (is_open)
            ent_svg_end (self);
          row = items[i].row;
          is_open = (layer == ENT_LAYER_MARKS && start_event (self, row)) ||
                    (layer == ENT_LAYER_LABELS && start_link (self, row));
        }
      ent_svg_write_item (self, &items[i]);
    }
  if (is_open)
    ent_svg_end (self);
  if (!is_empty)
    ent_svg_end (self);
}

static void
write_property (EntSvg     *self,
                const char *name,
                const char *value)
{
  ent_svg_start (self, "ent:property");
  ent_svg_attribute (self, "rdf:parseType", "Resource");
  ent_svg_element (self, "ent:name", name);
  ent_svg_element (self, "ent:value", value);
  ent_svg_end (self);
}

static void
write_metadata (EntSvg *self)
{
  const EntFigureInfo *info = self->info;

  ent_svg_start (self, "metadata");
  ent_svg_start (self, "rdf:RDF");
  ent_svg_start (self, "rdf:Description");
  ent_svg_attribute (self, "rdf:about", "");
  ent_svg_element (self, "dc:format", "image/svg+xml");
  if (info->title != NULL)
    ent_svg_element (self, "dc:title", info->title);
  if (info->description != NULL)
    ent_svg_element (self, "dc:description", info->description);
  if (info->author != NULL)
    ent_svg_element (self, "dc:creator", info->author);
  if (info->keywords != NULL)
    ent_svg_element (self, "dc:subject", info->keywords);
  if (self->language != NULL)
    ent_svg_element (self, "dc:language", self->language);
  if (info->created != NULL)
    ent_svg_element (self, "dc:date", info->created);
  for (gsize i = 0; i < info->n_properties; i++)
    write_property (self, info->properties[i].name, info->properties[i].value);
  ent_svg_end (self);
  ent_svg_end (self);
  ent_svg_end (self);
}

static void
write_size (EntSvg     *self,
            const char *name,
            double      value)
{
  static const struct
  {
    const char *name;
    double      per_inch;
  } units[] = { { "mm", 25.4 }, { "cm", 2.54 }, { "in", 1 }, { "pt", 72 }, { "pc", 6 } };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (self->info->unit, units[i].name) == 0)
      {
        g_string_truncate (self->scratch, 0);
        ent_svg_append_number (self->scratch, value / 96 * units[i].per_inch, 3);
        g_string_append (self->scratch, units[i].name);
        ent_svg_attribute (self, name, self->scratch->str);
        return;
      }
  ent_svg_length (self, name, value);
}

static void
write_root (EntSvg *self)
{
  const EntFigureInfo *info = self->info;

  ent_svg_start (self, "svg");
  ent_svg_attribute (self, "xmlns", SVG_NAMESPACE);
  ent_svg_attribute (self, "xmlns:xlink", XLINK_NAMESPACE);
  ent_svg_attribute (self, "xmlns:rdf", RDF_NAMESPACE);
  ent_svg_attribute (self, "xmlns:dc", DC_NAMESPACE);
  ent_svg_attribute (self, "xmlns:ent", ENT_NAMESPACE);
  ent_svg_attribute (self, "version", "1.1");
  write_size (self, "width", self->width);
  write_size (self, "height", self->height);
  g_string_assign (self->scratch, "0 0 ");
  ent_svg_append_number (self->scratch, self->width, 2);
  g_string_append_c (self->scratch, ' ');
  ent_svg_append_number (self->scratch, self->height, 2);
  ent_svg_attribute (self, "viewBox", self->scratch->str);
  if (self->language != NULL)
    ent_svg_attribute (self, "xml:lang", self->language);
  ent_svg_attribute (self, "role", "img");
  if (info->title != NULL)
    ent_svg_attribute (self, "aria-labelledby", "title");
  if (info->description != NULL)
    ent_svg_attribute (self, "aria-describedby", "description");
}

static void
write_words (EntSvg     *self,
             const char *name,
             const char *id,
             const char *text)
{
  g_autofree char *clean = ent_figure_text_isolate (text);

  ent_svg_start (self, name);
  ent_svg_attribute (self, "id", id);
  xmlTextWriterWriteString (self->xml, BAD_CAST clean);
  ent_svg_end (self);
}

static void
write_document (EntSvg *self)
{
  xmlTextWriterSetIndent (self->xml, 1);
  xmlTextWriterSetIndentString (self->xml, BAD_CAST " ");
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", NULL);
  write_root (self);
  if (self->info->title != NULL)
    write_words (self, "title", "title", self->info->title);
  if (self->info->description != NULL)
    write_words (self, "desc", "description", self->info->description);
  write_metadata (self);
  ent_svg_write_defs (self);
  collect_ids (self);
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    write_layer (self, layers[i].layer, layers[i].name);
  ent_svg_end (self);
  xmlTextWriterEndDocument (self->xml);
}

/* 'Noto Sans', 'Noto Sans CJK SC', sans-serif */
static char *
make_family_list (const char *families)
{
  g_auto (GStrv) names = ent_font_set_split_families (families);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *clean = ent_figure_text_clean (names[i]);

      /* Quotes and backslashes mean something in CSS, and are in no font's name. */
      g_strdelimit (clean, "'\"\\", ' ');
      g_string_append_printf (out, "'%s', ", clean);
    }
  g_string_append (out, "sans-serif");
  return g_string_free (out, FALSE);
}

static gboolean
is_language (const char *tag)
{
  for (const char *at = tag; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return *tag != '\0';
}

/**
 * ent_svg_write:
 * @scene: what to write
 * @info: what the file says besides
 * @error: %ENT_FIGURE_ERROR
 *
 * Writes @scene as SVG 1.1 without style sheets and scripts: text is text, an event's marks are a group with
 * its id and title, labels link to the first source.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
ent_svg_write (const EntScene       *scene,
               const EntFigureInfo  *info,
               GError              **error)
{
  const char *language = info->language != NULL ? info->language : ent_scene_get_language (scene);
  EntSvg self = { .scene = scene, .info = info };
  xmlBufferPtr buffer;
  GBytes *bytes;

  self.width = ent_scene_get_width (scene);
  self.height = ent_scene_get_height (scene);
  if (!(self.width > 0 && self.height > 0))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_EMPTY, _("The picture has no area."));
      return NULL;
    }
  if (!(self.width <= 1e6 && self.height <= 1e6))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE,
                   _("The picture would be wider or higher than a million pixels."));
      return NULL;
    }

  buffer = xmlBufferCreate ();
  self.language = language != NULL && is_language (language) ? language : NULL;
  self.families = make_family_list (info->families != NULL ? info->families : ENT_FONT_FAMILIES);
  self.fades = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.scratch = g_string_sized_new (256);
  self.points = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  self.lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  self.xml = xmlNewTextWriterMemory (buffer, 0);

  write_document (&self);
  xmlFreeTextWriter (self.xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));

  xmlBufferFree (buffer);
  g_array_unref (self.lengths);
  g_array_unref (self.points);
  g_string_free (self.scratch, TRUE);
  g_hash_table_unref (self.rows);
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.fades);
  g_free (self.families);
  return bytes;
}
