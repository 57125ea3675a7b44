/* ent-drawing.c: what everything that adds to a scene shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-drawing.h"

/** ent_drawing_set_row: (skip): says which event is drawn from now on, in its colour; %ENT_ITEM_NO_ROW for none */
void
ent_drawing_set_row (EntDrawing *drawing,
                     guint32     row)
{
  drawing->row = row;
  drawing->hue = (guint8) ent_coloring_get_hue (drawing->coloring, row);
}

/** ent_drawing_get_color: (skip): the colour of what is drawn, if it is of @kind */
EntColor
ent_drawing_get_color (const EntDrawing *drawing,
                       EntKindStyle      kind)
{
  const EntTheme *theme = drawing->theme;

  switch (drawing->hue)
    {
    case ENT_HUE_OF_KIND:
      return theme->kind[kind];
    case ENT_HUE_GREY:
      return theme->grey[kind];
    case ENT_HUE_NEUTRAL:
      return theme->dim;
    default:
      return theme->hue[drawing->hue - 1];
    }
}

/**
 * ent_drawing_add:
 * @drawing: the drawing
 * @type: as for ent_scene_builder_add()
 * @layer: likewise
 * @role: likewise
 *
 * Adds an item for the event being drawn, or to the legend. The first mark or bar of an event is the
 * one that counts for it.
 *
 * Returns: (transfer none): the item
 */
EntItem *
ent_drawing_add (EntDrawing *drawing,
                 EntItemType type,
                 EntLayer    layer,
                 EntRole     role)
{
  EntItem *item;

  if (drawing->in_legend)
    return ent_scene_builder_add (drawing->builder, type, ENT_LAYER_OVER, ENT_ROLE_LEGEND);

  item = ent_scene_builder_add (drawing->builder, type, drawing->raised ? ENT_LAYER_OVER : layer, role);
  item->row = drawing->row;
  item->lane = drawing->lane;
  item->group = drawing->group;
  if (drawing->owed && (role == ENT_ROLE_MARK || role == ENT_ROLE_BAR || role == ENT_ROLE_PHASE))
    {
      item->role = ENT_ROLE_MARK;
      item->count = 1;
      drawing->owed = FALSE;
    }
  return item;
}

/** ent_drawing_line: (skip): adds an unbroken line */
void
ent_drawing_line (EntDrawing *drawing,
                  EntLayer    layer,
                  EntRole     role,
                  double      x,
                  double      y,
                  double      x2,
                  double      y2,
                  EntColor    color,
                  double      width)
{
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_LINE, layer, role);

  item->x = x;
  item->y = y;
  item->x2 = x2;
  item->y2 = y2;
  item->stroke = color;
  item->stroke_width = (float) width;
}

/** ent_drawing_rect: (skip): adds a filled rectangle; one without extent is left out */
void
ent_drawing_rect (EntDrawing *drawing,
                  EntLayer    layer,
                  EntRole     role,
                  double      x,
                  double      y,
                  double      width,
                  double      height,
                  EntColor    color)
{
  EntItem *item;

  if (!(width > 0) || !(height > 0))
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_RECT, layer, role);
  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->fill = color;
}

/**
 * ent_drawing_text:
 * @drawing: the drawing
 * @layer: the layer
 * @role: the role
 * @x: where the text begins, has its middle, or ends
 * @y: the baseline
 * @text: UTF-8
 * @size: font size
 * @bold: weight 700
 * @align: what @x is
 * @color: the text's colour
 * @halo: a colour laid round the letters, or %ENT_COLOR_NONE
 *
 * Returns: the text's width
 */
double
ent_drawing_text (EntDrawing *drawing,
                  EntLayer    layer,
                  EntRole     role,
                  double      x,
                  double      y,
                  const char *text,
                  double      size,
                  gboolean    bold,
                  EntAlign    align,
                  EntColor    color,
                  EntColor    halo)
{
  double width = ent_text_measure_width (drawing->measure, text, -1, size, bold);
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_TEXT, layer, role);

  item->x = align == ENT_ALIGN_END ? x - width : align == ENT_ALIGN_MIDDLE ? x - width / 2 : x;
  item->y = y;
  item->width = width;
  item->height = size;
  item->bold = bold;
  item->align = align;
  item->fill = color;
  item->stroke = halo;
  item->stroke_width = halo != ENT_COLOR_NONE ? (float) ent_style_halo (&drawing->style) : 0;
  ent_scene_builder_set_text (drawing->builder, item, text);
  return width;
}
