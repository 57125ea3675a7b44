/* ent-svg-items.c: the items of a scene as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-svg-private.h"
#include "ent-figure-text.h"
#include "ent-item-geometry.h"

#include <string.h>

static void
color (EntSvg     *self,
       const char *name,
       const char *opacity_name,
       EntColor    value)
{
  char text[] = "#rrggbb";

  if ((value & 0xff) == 0)
    {
      ent_svg_attribute (self, name, "none");
      return;
    }
  g_snprintf (text, sizeof text, "#%06x", value >> 8);
  ent_svg_attribute (self, name, text);
  if ((value & 0xff) != 0xff)
    ent_svg_number (self, opacity_name, (value & 0xff) / 255.0, 3);
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
  ent_svg_append_number (out, paintable->fade_start, 3);
  g_string_append_c (out, ' ');
  ent_svg_append_number (out, paintable->fade_end, 3);
  if (!ent_item_is_hatched (item))
    return;
  g_string_append_c (out, ' ');
  ent_svg_append_number (out, x0, 2);
  g_string_append_c (out, ' ');
  ent_svg_append_number (out, x1, 2);
}

static void
write_stop (EntSvg     *self,
            const char *offset,
            EntColor    value,
            double      strength)
{
  char text[] = "#rrggbb";

  g_snprintf (text, sizeof text, "#%06x", value >> 8);
  ent_svg_start (self, "stop");
  ent_svg_attribute (self, "offset", offset);
  ent_svg_attribute (self, "stop-color", text);
  ent_svg_number (self, "stop-opacity", strength * (value & 0xff) / 255, 3);
  ent_svg_end (self);
}

static void
write_fade (EntSvg             *self,
            const EntPaintable *paintable,
            guint               serial)
{
  const EntItem *item = &paintable->item;
  char id[32];
  double x0, y0, x1, y1;

  g_snprintf (id, sizeof id, "fade-%u", serial);
  ent_svg_start (self, "linearGradient");
  ent_svg_attribute (self, "id", id);
  if (ent_item_is_hatched (item))
    {
      ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
      ent_svg_attribute (self, "gradientUnits", "userSpaceOnUse");
      ent_svg_length (self, "x1", x0);
      ent_svg_attribute (self, "y1", "0");
      ent_svg_length (self, "x2", x1);
      ent_svg_attribute (self, "y2", "0");
    }
  write_stop (self, "0", item->fill, paintable->fade_start);
  write_stop (self, "1", item->fill, paintable->fade_end);
  ent_svg_end (self);
}

/** ent_svg_write_defs: (skip): the fades the items refer to, each once */
void
ent_svg_write_defs (EntSvg *self)
{
  const EntItem *items;
  guint n_items;

  items = ent_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      EntPaintable paintable;

      if (!ent_item_is_faded (&items[i]) ||
          !ent_item_prepare (&items[i], self->width, self->height, &paintable))
        continue;
      describe_fade (&paintable, self->scratch);
      if (g_hash_table_contains (self->fades, self->scratch->str))
        continue;
      if (g_hash_table_size (self->fades) == 0)
        ent_svg_start (self, "defs");
      g_hash_table_insert (self->fades, g_strdup (self->scratch->str),
                           GUINT_TO_POINTER (g_hash_table_size (self->fades) + 1));
      write_fade (self, &paintable, g_hash_table_size (self->fades));
    }
  if (g_hash_table_size (self->fades) > 0)
    ent_svg_end (self);
}

static void
write_fill (EntSvg             *self,
            const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  char reference[32];

  if (!paintable->has_fill)
    {
      ent_svg_attribute (self, "fill", "none");
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
  ent_svg_attribute (self, "fill", reference);
}

static void
write_stroke (EntSvg             *self,
              const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;

  if (!paintable->has_stroke)
    return;
  color (self, "stroke", "stroke-opacity", item->stroke);
  ent_svg_length (self, "stroke-width", item->stroke_width);
  if (item->round_caps)
    {
      ent_svg_attribute (self, "stroke-linecap", "round");
      ent_svg_attribute (self, "stroke-linejoin", "round");
    }
  else
    {
      /* Cairo's limit, so that pointed shapes end alike. */
      if (item->type == ENT_ITEM_SHAPE)
        ent_svg_attribute (self, "stroke-miterlimit", "10");
    }
  if (item->dash_on <= 0)
    return;
  g_string_truncate (self->scratch, 0);
  ent_svg_append_number (self->scratch, item->dash_on, 2);
  g_string_append_c (self->scratch, ' ');
  ent_svg_append_number (self->scratch, item->dash_off, 2);
  ent_svg_attribute (self, "stroke-dasharray", self->scratch->str);
  if (paintable->dash_offset != 0)
    ent_svg_length (self, "stroke-dashoffset", paintable->dash_offset);
}

static void
append_point (GString *out,
              char     command,
              EntPoint point)
{
  g_string_append_c (out, command);
  ent_svg_append_number (out, point.x, 2);
  g_string_append_c (out, ' ');
  ent_svg_append_number (out, point.y, 2);
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
start_outline (EntSvg             *self,
               const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  EntCubic pieces[ENT_ARC_MAX_PIECES];
  EntOutline outline;
  guint n_pieces;

  switch ((EntItemType) item->type)
    {
    case ENT_ITEM_RECT:
      ent_svg_start (self, "rect");
      ent_svg_length (self, "x", item->x);
      ent_svg_length (self, "y", item->y);
      ent_svg_length (self, "width", item->width);
      ent_svg_length (self, "height", item->height);
      if (item->radius > 0)
        ent_svg_length (self, "rx", item->radius);
      break;
    case ENT_ITEM_LINE:
      ent_svg_start (self, "line");
      ent_svg_length (self, "x1", item->x);
      ent_svg_length (self, "y1", item->y);
      ent_svg_length (self, "x2", item->x2);
      ent_svg_length (self, "y2", item->y2);
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
      ent_svg_start (self, "path");
      ent_svg_attribute (self, "d", self->scratch->str);
      break;
    case ENT_ITEM_SHAPE:
      if (item->shape == ENT_SHAPE_CIRCLE && !ent_item_is_sector (item))
        {
          ent_svg_start (self, "circle");
          ent_svg_length (self, "cx", item->x);
          ent_svg_length (self, "cy", item->y);
          ent_svg_length (self, "r", item->radius);
          break;
        }
      ent_item_get_outline (item, &outline);
      g_string_truncate (self->scratch, 0);
      append_polygon (self->scratch, outline.points, outline.n_points, outline.closed);
      ent_svg_start (self, "path");
      ent_svg_attribute (self, "d", self->scratch->str);
      break;
    case ENT_ITEM_TEXT:
    default:
      g_assert_not_reached ();
    }
}

static void
write_role (EntSvg        *self,
            const EntItem *item)
{
  ent_svg_attribute (self, "class", ent_role_to_string (item->role));
}

static void
write_opacity (EntSvg        *self,
               const EntItem *item)
{
  if (item->opacity < 1)
    ent_svg_number (self, "opacity", item->opacity, 3);
}

static void
write_hatch (EntSvg             *self,
             const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  const EntPoint *points;

  ent_svg_start (self, "g");
  write_role (self, item);
  write_opacity (self, item);
  if (item->fill_style == ENT_FILL_HATCH && (item->ground & 0xff) != 0)
    {
      start_outline (self, paintable);
      color (self, "fill", "fill-opacity", item->ground);
      ent_svg_end (self);
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
      ent_svg_start (self, "path");
      ent_svg_attribute (self, "d", self->scratch->str);
      write_fill (self, paintable);
      ent_svg_end (self);
    }
  if (paintable->has_stroke)
    {
      start_outline (self, paintable);
      ent_svg_attribute (self, "fill", "none");
      write_stroke (self, paintable);
      ent_svg_end (self);
    }
  ent_svg_end (self);
}

/* The scene says where a text starts from the left; readers with other fonts keep what stood fast. */
static void
write_anchor (EntSvg        *self,
              const EntItem *item,
              gboolean       rtl)
{
  static const double parts[] = { [ENT_ALIGN_START] = 0, [ENT_ALIGN_MIDDLE] = 0.5, [ENT_ALIGN_END] = 1 };
  EntAlign align = MIN (item->align, ENT_ALIGN_END);

  ent_svg_length (self, "x", item->x + parts[align] * item->width);
  ent_svg_length (self, "y", item->y);
  if (rtl)
    ent_svg_attribute (self, "direction", "rtl");
  if (align == ENT_ALIGN_MIDDLE)
    ent_svg_attribute (self, "text-anchor", "middle");
  else if ((align == ENT_ALIGN_END) != rtl)
    ent_svg_attribute (self, "text-anchor", "end");
}

static void
write_text (EntSvg             *self,
            const EntPaintable *paintable)
{
  const EntItem *item = &paintable->item;
  g_autofree char *text = ent_figure_text_isolate (ent_scene_get_item_text (self->scene, item));
  gsize n_bytes = strlen (text);

  if (n_bytes == 0)
    return;
  ent_svg_start (self, "text");
  write_role (self, item);
  write_anchor (self, item, ent_figure_text_is_rtl (text));
  if (item->width > 0 && !self->info->editable_text)
    {
      ent_svg_length (self, "textLength", item->width);
      ent_svg_attribute (self, "lengthAdjust", "spacing");
    }
  ent_svg_attribute (self, "font-family", self->families);
  ent_svg_length (self, "font-size", item->height);
  ent_svg_attribute (self, "font-weight", item->bold ? "700" : "400");
  write_fill (self, paintable);
  if (paintable->has_stroke)
    {
      color (self, "stroke", "stroke-opacity", item->stroke);
      ent_svg_length (self, "stroke-width", item->stroke_width);
      ent_svg_attribute (self, "stroke-linejoin", "round");
      ent_svg_attribute (self, "stroke-linecap", "round");
      ent_svg_attribute (self, "paint-order", "stroke");
    }
  write_opacity (self, item);
  if (text[0] == ' ' || text[n_bytes - 1] == ' ' || strstr (text, "  ") != NULL)
    ent_svg_attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, BAD_CAST text);
  ent_svg_end (self);
}

/** ent_svg_write_item: (skip): an item as one element, or none if it cannot be seen */
void
ent_svg_write_item (EntSvg        *self,
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
  ent_svg_end (self);
}
