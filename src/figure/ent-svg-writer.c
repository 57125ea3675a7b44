/* ent-svg-writer.c: a scene as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-svg-writer.h"
#include "ent-figure-text.h"
#include "ent-font-set.h"
#include "ent-item-geometry.h"
#include "ent-text-measure.h"

#include <glib/gi18n.h>
#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"
#define RDF_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_NAMESPACE "http://purl.org/dc/elements/1.1/"
#define ENT_NAMESPACE "urn:entente:figure:1"

typedef struct
{
  const EntScene      *scene;
  const EntFigureInfo *info;
  xmlTextWriterPtr     xml;
  double               width;
  double               height;
  const char          *language; /* (nullable) */
  char                *families; /* (owned): as a CSS list */
  GHashTable          *fades;    /* (owned): description → number, as pointer */
  GHashTable          *ids;      /* (owned): ids in use */
  GHashTable          *rows;     /* (owned): row → its first id (owned) */
  GString             *scratch;  /* (owned) */
  GArray              *points;   /* (owned) of EntPoint: scratch */
  GArray              *lengths;  /* (owned) of guint: scratch */
} Writer;

static const struct
{
  EntLayer    layer;
  const char *name;
} layers[] = {
  { ENT_LAYER_GROUND, "ground" }, { ENT_LAYER_HEADS, "heads" },   { ENT_LAYER_ARCS, "arcs" },
  { ENT_LAYER_MARKS, "marks" },   { ENT_LAYER_LABELS, "labels" }, { ENT_LAYER_OVER, "over" },
};

/* Whole-number arithmetic, so that no locale and no C library has a say in it. */
static void
append_number (GString *out,
               double   value,
               guint    n_decimals)
{
  static const gint64 scales[] = { 1, 10, 100, 1000 };
  gint64 scale = scales[n_decimals];
  gint64 units = llround (CLAMP (value, -1e12, 1e12) * scale);
  gint64 fraction = ABS (units) % scale;

  g_string_append_printf (out, "%s%" G_GINT64_FORMAT, units < 0 ? "-" : "", ABS (units) / scale);
  if (fraction == 0)
    return;
  g_string_append_c (out, '.');
  for (gint64 digit = scale / 10; fraction > 0; digit /= 10)
    {
      g_string_append_c (out, '0' + (char) (fraction / digit));
      fraction %= digit;
    }
}

static void
start (Writer     *self,
       const char *name)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST name);
}

static void
end (Writer *self)
{
  xmlTextWriterEndElement (self->xml);
}

static void
attribute (Writer     *self,
           const char *name,
           const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
}

static void
number (Writer     *self,
        const char *name,
        double      value,
        guint       n_decimals)
{
  g_string_truncate (self->scratch, 0);
  append_number (self->scratch, value, n_decimals);
  attribute (self, name, self->scratch->str);
}

static void
length (Writer     *self,
        const char *name,
        double      value)
{
  number (self, name, value, 2);
}

static void
element (Writer     *self,
         const char *name,
         const char *text)
{
  g_autofree char *clean = ent_figure_text_isolate (text);

  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST clean);
}

static void
color (Writer     *self,
       const char *name,
       const char *opacity_name,
       EntColor    value)
{
  char text[] = "#rrggbb";

  if ((value & 0xff) == 0)
    {
      attribute (self, name, "none");
      return;
    }
  g_snprintf (text, sizeof text, "#%06x", value >> 8);
  attribute (self, name, text);
  if ((value & 0xff) != 0xff)
    number (self, opacity_name, (value & 0xff) / 255.0, 3);
}

/* Plain rects and shapes share their fade by stretching it over each; the stripes of a hatch, whose box
 * is not quite the item's, name where it lies.
 */
static void
describe_fade (const EntPaintable *paintable,
               GString            *out)
{
  const EntItem *item = &paintable->item;
  double x0, y0, x1, y1;

  ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
  g_string_truncate (out, 0);
  g_string_append_printf (out, "%08x ", item->fill);
  append_number (out, paintable->fade_start, 3);
  g_string_append_c (out, ' ');
  append_number (out, paintable->fade_end, 3);
  if (!ent_item_is_hatched (item))
    return;
  g_string_append_c (out, ' ');
  append_number (out, x0, 2);
  g_string_append_c (out, ' ');
  append_number (out, x1, 2);
}

static void
write_stop (Writer     *self,
            const char *offset,
            EntColor    value,
            double      strength)
{
  char text[] = "#rrggbb";

  g_snprintf (text, sizeof text, "#%06x", value >> 8);
  start (self, "stop");
  attribute (self, "offset", offset);
  attribute (self, "stop-color", text);
  number (self, "stop-opacity", strength * (value & 0xff) / 255, 3);
  end (self);
}

static void
write_fade (Writer             *self,
            const EntPaintable *paintable,
            guint               serial)
{
  const EntItem *item = &paintable->item;
  char id[32];
  double x0, y0, x1, y1;

  g_snprintf (id, sizeof id, "fade-%u", serial);
  start (self, "linearGradient");
  attribute (self, "id", id);
  if (ent_item_is_hatched (item))
    {
      ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
      attribute (self, "gradientUnits", "userSpaceOnUse");
      length (self, "x1", x0);
      attribute (self, "y1", "0");
      length (self, "x2", x1);
      attribute (self, "y2", "0");
    }
  write_stop (self, "0", item->fill, paintable->fade_start);
  write_stop (self, "1", item->fill, paintable->fade_end);
  end (self);
}

static void
write_defs (Writer *self)
{
  const EntItem *items;
  guint n_items;

  items = ent_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      EntPaintable paintable;

      if (!ent_item_is_faded (&items[i]) || !ent_item_prepare (&items[i], self->width, self->height, &paintable))
        continue;
      describe_fade (&paintable, self->scratch);
      if (g_hash_table_contains (self->fades, self->scratch->str))
        continue;
      if (g_hash_table_size (self->fades) == 0)
        start (self, "defs");
      g_hash_table_insert (self->fades, g_strdup (self->scratch->str),
                           GUINT_TO_POINTER (g_hash_table_size (self->fades) + 1));
      write_fade (self, &paintable, g_hash_table_size (self->fades));
    }
  if (g_hash_table_size (self->fades) > 0)
    end (self);
}

static void
write_fill (Writer             *self,
            const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  char reference[32];

  if (!paintable->has_fill)
    {
      attribute (self, "fill", "none");
      return;
    }
  if (!ent_item_is_faded (item))
    {
      color (self, "fill", "fill-opacity", item->fill);
      return;
    }
  describe_fade (paintable, self->scratch);
  g_snprintf (reference, sizeof reference, "url(#fade-%u)",
              GPOINTER_TO_UINT (g_hash_table_lookup (self->fades, self->scratch->str)));
  attribute (self, "fill", reference);
}

static void
write_stroke (Writer             *self,
              const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;

  if (!paintable->has_stroke)
    return;
  color (self, "stroke", "stroke-opacity", item->stroke);
  length (self, "stroke-width", item->stroke_width);
  if (item->round_caps)
    {
      attribute (self, "stroke-linecap", "round");
      attribute (self, "stroke-linejoin", "round");
    }
  else
    {
      /* Cairo's limit, so that pointed shapes end alike. */
      if (item->type == ENT_ITEM_SHAPE)
        attribute (self, "stroke-miterlimit", "10");
    }
  if (item->dash_on <= 0)
    return;
  g_string_truncate (self->scratch, 0);
  append_number (self->scratch, item->dash_on, 2);
  g_string_append_c (self->scratch, ' ');
  append_number (self->scratch, item->dash_off, 2);
  attribute (self, "stroke-dasharray", self->scratch->str);
  if (paintable->dash_offset != 0)
    length (self, "stroke-dashoffset", paintable->dash_offset);
}

static void
append_point (GString *out,
              char     command,
              EntPoint point)
{
  g_string_append_c (out, command);
  append_number (out, point.x, 2);
  g_string_append_c (out, ' ');
  append_number (out, point.y, 2);
}

static void
append_polygon (GString        *out,
                const EntPoint *points,
                guint           n_points,
                gboolean        closed)
{
  for (guint i = 0; i < n_points; i++)
    append_point (out, i == 0 ? 'M' : 'L', points[i]);
  if (closed)
    g_string_append_c (out, 'Z');
}

static void
start_outline (Writer             *self,
               const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  EntCubic pieces[ENT_ARC_MAX_PIECES];
  EntOutline outline;
  guint n_pieces;

  switch ((EntItemType) item->type)
    {
    case ENT_ITEM_RECT:
      start (self, "rect");
      length (self, "x", item->x);
      length (self, "y", item->y);
      length (self, "width", item->width);
      length (self, "height", item->height);
      if (item->radius > 0)
        length (self, "rx", item->radius);
      break;
    case ENT_ITEM_LINE:
      start (self, "line");
      length (self, "x1", item->x);
      length (self, "y1", item->y);
      length (self, "x2", item->x2);
      length (self, "y2", item->y2);
      break;
    case ENT_ITEM_ARC:
      n_pieces = ent_item_clip_arc (item, self->width, self->height, pieces);
      g_string_truncate (self->scratch, 0);
      for (guint i = 0; i < n_pieces; i++)
        {
          const EntPoint *at = pieces[i].at;

          if (i == 0 || at[0].x != pieces[i - 1].at[3].x || at[0].y != pieces[i - 1].at[3].y)
            append_point (self->scratch, 'M', at[0]);
          append_point (self->scratch, 'C', at[1]);
          append_point (self->scratch, ' ', at[2]);
          append_point (self->scratch, ' ', at[3]);
        }
      start (self, "path");
      attribute (self, "d", self->scratch->str);
      break;
    case ENT_ITEM_SHAPE:
      if (item->shape == ENT_SHAPE_CIRCLE)
        {
          start (self, "circle");
          length (self, "cx", item->x);
          length (self, "cy", item->y);
          length (self, "r", item->radius);
          break;
        }
      ent_item_get_outline (item, &outline);
      g_string_truncate (self->scratch, 0);
      append_polygon (self->scratch, outline.points, outline.n_points, outline.closed);
      start (self, "path");
      attribute (self, "d", self->scratch->str);
      break;
    case ENT_ITEM_TEXT:
    default:
      g_assert_not_reached ();
    }
}

static void
write_role (Writer        *self,
            const EntItem *item)
{
  attribute (self, "class", ent_role_to_string (item->role));
}

static void
write_opacity (Writer        *self,
               const EntItem *item)
{
  if (item->opacity < 1)
    number (self, "opacity", item->opacity, 3);
}

static void
write_hatch (Writer             *self,
             const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  const EntPoint *points;

  start (self, "g");
  write_role (self, item);
  write_opacity (self, item);
  if (item->fill_style == ENT_FILL_HATCH && (item->ground & 0xff) != 0)
    {
      start_outline (self, paintable);
      color (self, "fill", "fill-opacity", item->ground);
      end (self);
    }
  if ((item->fill & 0xff) != 0)
    {
      ent_item_get_stripes (item, self->points, self->lengths);
      points = (const EntPoint *) self->points->data;
      g_string_truncate (self->scratch, 0);
      for (guint i = 0; i < self->lengths->len; i++)
        {
          append_polygon (self->scratch, points, g_array_index (self->lengths, guint, i), TRUE);
          points += g_array_index (self->lengths, guint, i);
        }
      start (self, "path");
      attribute (self, "d", self->scratch->str);
      write_fill (self, paintable);
      end (self);
    }
  if (paintable->has_stroke)
    {
      start_outline (self, paintable);
      attribute (self, "fill", "none");
      write_stroke (self, paintable);
      end (self);
    }
  end (self);
}

/* The scene says where a text starts from the left; readers with other fonts keep what stood fast. */
static void
write_anchor (Writer        *self,
              const EntItem *item,
              gboolean       rtl)
{
  static const double parts[] = { [ENT_ALIGN_START] = 0, [ENT_ALIGN_MIDDLE] = 0.5, [ENT_ALIGN_END] = 1 };
  EntAlign align = MIN (item->align, ENT_ALIGN_END);

  length (self, "x", item->x + parts[align] * item->width);
  length (self, "y", item->y);
  if (rtl)
    attribute (self, "direction", "rtl");
  if (align == ENT_ALIGN_MIDDLE)
    attribute (self, "text-anchor", "middle");
  else if ((align == ENT_ALIGN_END) != rtl)
    attribute (self, "text-anchor", "end");
}

static void
write_text (Writer             *self,
            const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  g_autofree char *text = ent_figure_text_isolate (ent_scene_get_item_text (self->scene, item));
  gsize n_bytes = strlen (text);

  if (n_bytes == 0)
    return;
  start (self, "text");
  write_role (self, item);
  write_anchor (self, item, ent_figure_text_is_rtl (text));
  if (item->width > 0 && !self->info->editable_text)
    {
      length (self, "textLength", item->width);
      attribute (self, "lengthAdjust", "spacing");
    }
  attribute (self, "font-family", self->families);
  length (self, "font-size", item->height);
  attribute (self, "font-weight", item->bold ? "700" : "400");
  write_fill (self, paintable);
  if (paintable->has_stroke)
    {
      color (self, "stroke", "stroke-opacity", item->stroke);
      length (self, "stroke-width", item->stroke_width);
      attribute (self, "stroke-linejoin", "round");
      attribute (self, "stroke-linecap", "round");
      attribute (self, "paint-order", "stroke");
    }
  write_opacity (self, item);
  if (text[0] == ' ' || text[n_bytes - 1] == ' ' || strstr (text, "  ") != NULL)
    attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, BAD_CAST text);
  end (self);
}

static void
write_item (Writer        *self,
            const EntItem *item)
{
  EntPaintable paintable;

  if (!ent_item_prepare (item, self->width, self->height, &paintable))
    return;
  if (item->type == ENT_ITEM_TEXT)
    {
      write_text (self, &paintable);
      return;
    }
  if (ent_item_is_hatched (item) && paintable.has_fill)
    {
      write_hatch (self, &paintable);
      return;
    }
  start_outline (self, &paintable);
  write_role (self, item);
  write_fill (self, &paintable);
  write_stroke (self, &paintable);
  write_opacity (self, item);
  end (self);
}

static gboolean
get_row (Writer       *self,
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
collect_ids (Writer *self)
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
write_id (Writer  *self,
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
  attribute (self, "id", id);
  g_hash_table_insert (self->ids, g_strdup (first), GUINT_TO_POINTER (n_used));
  if (n_used > 1)
    g_hash_table_insert (self->ids, g_steal_pointer (&id), GUINT_TO_POINTER (n_used));
}

static gboolean
start_event (Writer  *self,
             guint32  row)
{
  EntFigureRow found;

  if (!get_row (self, row, &found))
    return FALSE;
  start (self, "g");
  write_id (self, row);
  if (found.title != NULL)
    element (self, "title", found.title);
  return TRUE;
}

static gboolean
start_link (Writer  *self,
            guint32  row)
{
  EntFigureRow found;

  if (!get_row (self, row, &found) || !ent_figure_is_linkable (found.url))
    return FALSE;
  start (self, "a");
  attribute (self, "xlink:href", found.url);
  if (found.title != NULL)
    {
      g_autofree char *title = ent_figure_text_isolate (found.title);

      attribute (self, "xlink:title", title);
    }
  return TRUE;
}

/* Items of one event that are neighbours stand in one group, or in one link. */
static void
write_layer (Writer     *self,
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
          start (self, "g");
          attribute (self, "class", name);
          is_empty = FALSE;
        }
      if (items[i].row != row)
        {
          if (is_open)
            end (self);
          row = items[i].row;
          is_open = (layer == ENT_LAYER_MARKS && start_event (self, row)) ||
                    (layer == ENT_LAYER_LABELS && start_link (self, row));
        }
      write_item (self, &items[i]);
    }
  if (is_open)
    end (self);
  if (!is_empty)
    end (self);
}

static void
write_property (Writer     *self,
                const char *name,
                const char *value)
{
  start (self, "ent:property");
  attribute (self, "rdf:parseType", "Resource");
  element (self, "ent:name", name);
  element (self, "ent:value", value);
  end (self);
}

static void
write_metadata (Writer *self)
{
  const EntFigureInfo *info = self->info;

  start (self, "metadata");
  start (self, "rdf:RDF");
  start (self, "rdf:Description");
  attribute (self, "rdf:about", "");
  element (self, "dc:format", "image/svg+xml");
  if (info->title != NULL)
    element (self, "dc:title", info->title);
  if (info->description != NULL)
    element (self, "dc:description", info->description);
  if (info->author != NULL)
    element (self, "dc:creator", info->author);
  if (info->keywords != NULL)
    element (self, "dc:subject", info->keywords);
  if (self->language != NULL)
    element (self, "dc:language", self->language);
  if (info->created != NULL)
    element (self, "dc:date", info->created);
  for (gsize i = 0; i < info->n_properties; i++)
    write_property (self, info->properties[i].name, info->properties[i].value);
  end (self);
  end (self);
  end (self);
}

static void
write_size (Writer     *self,
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
        append_number (self->scratch, value / 96 * units[i].per_inch, 3);
        g_string_append (self->scratch, units[i].name);
        attribute (self, name, self->scratch->str);
        return;
      }
  length (self, name, value);
}

static void
write_root (Writer *self)
{
  const EntFigureInfo *info = self->info;

  start (self, "svg");
  attribute (self, "xmlns", SVG_NAMESPACE);
  attribute (self, "xmlns:xlink", XLINK_NAMESPACE);
  attribute (self, "xmlns:rdf", RDF_NAMESPACE);
  attribute (self, "xmlns:dc", DC_NAMESPACE);
  attribute (self, "xmlns:ent", ENT_NAMESPACE);
  attribute (self, "version", "1.1");
  write_size (self, "width", self->width);
  write_size (self, "height", self->height);
  g_string_assign (self->scratch, "0 0 ");
  append_number (self->scratch, self->width, 2);
  g_string_append_c (self->scratch, ' ');
  append_number (self->scratch, self->height, 2);
  attribute (self, "viewBox", self->scratch->str);
  if (self->language != NULL)
    attribute (self, "xml:lang", self->language);
  attribute (self, "role", "img");
  if (info->title != NULL)
    attribute (self, "aria-labelledby", "title");
  if (info->description != NULL)
    attribute (self, "aria-describedby", "description");
}

static void
write_words (Writer     *self,
             const char *name,
             const char *id,
             const char *text)
{
  g_autofree char *clean = ent_figure_text_isolate (text);

  start (self, name);
  attribute (self, "id", id);
  xmlTextWriterWriteString (self->xml, BAD_CAST clean);
  end (self);
}

static void
write_document (Writer *self)
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
  write_defs (self);
  collect_ids (self);
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    write_layer (self, layers[i].layer, layers[i].name);
  end (self);
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
  Writer self = { .scene = scene, .info = info };
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
