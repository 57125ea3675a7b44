/* ent-scene.c: what is drawn, as plain items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-scene.h"

#include <math.h>
#include <string.h>

struct _EntScene
{
  gatomicrefcount ref_count;
  double          width;
  double          height;
  char           *language; /* (owned) (nullable) */
  GArray         *items;    /* (owned) of EntItem, in painting order */
  GString        *texts;    /* (owned): NUL-ended texts, one after the other */
};

struct _EntSceneBuilder
{
  EntScene *scene; /* (owned) */
};

/**
 * ent_scene_builder_new:
 * @width: of the picture, CSS pixels
 * @height: of the picture, CSS pixels
 * @language: (nullable): tag of its texts
 *
 * Returns: (transfer full): a builder with no items
 */
EntSceneBuilder *
ent_scene_builder_new (double      width,
                       double      height,
                       const char *language)
{
  EntSceneBuilder *self = g_new0 (EntSceneBuilder, 1);
  EntScene *scene = g_new0 (EntScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->width = width;
  scene->height = height;
  scene->language = g_strdup (language);
  scene->items = g_array_sized_new (FALSE, TRUE, sizeof (EntItem), 512);
  scene->texts = g_string_sized_new (4096);
  g_string_append_c (scene->texts, '\0'); /* offset 0 is the empty text */
  self->scene = scene;
  return self;
}

void
ent_scene_builder_free (EntSceneBuilder *self)
{
  g_clear_pointer (&self->scene, ent_scene_unref);
  g_free (self);
}

/**
 * ent_scene_builder_add:
 * @self: a builder
 * @type: what is drawn
 * @layer: when it is painted; within a layer in the order of adding
 * @role: what it means
 *
 * Returns: (transfer none): the new item, opaque and outside all lanes; valid until the next is added
 */
EntItem *
ent_scene_builder_add (EntSceneBuilder *self,
                       EntItemType      type,
                       EntLayer         layer,
                       EntRole          role)
{
  GArray *items = self->scene->items;
  EntItem *item;

  g_array_set_size (items, items->len + 1);
  item = &g_array_index (items, EntItem, items->len - 1);
  item->type = type;
  item->layer = layer;
  item->role = role;
  item->row = ENT_ITEM_NO_ROW;
  item->lane = 255;
  item->opacity = 1;
  return item;
}

/**
 * ent_scene_builder_set_text:
 * @self: a builder
 * @item: an item of it
 * @text: UTF-8, copied; cut at its first NUL
 */
void
ent_scene_builder_set_text (EntSceneBuilder *self,
                            EntItem         *item,
                            const char      *text)
{
  item->text = self->scene->texts->len;
  g_string_append_len (self->scene->texts, text, strlen (text) + 1);
}

static int
compare_layers (gconstpointer a,
                gconstpointer b)
{
  return ((const EntItem *) a)->layer - ((const EntItem *) b)->layer;
}

/**
 * ent_scene_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the finished scene
 */
EntScene *
ent_scene_builder_end (EntSceneBuilder *self)
{
  EntScene *scene = g_steal_pointer (&self->scene);

  g_array_sort (scene->items, compare_layers); /* GLib's sort is stable */
  ent_scene_builder_free (self);
  return scene;
}

EntScene *
ent_scene_ref (EntScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_scene_unref (EntScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->items);
  g_string_free (self->texts, TRUE);
  g_free (self->language);
  g_free (self);
}

/**
 * ent_scene_get_items:
 * @self: a scene
 * @n_items: (out): how many
 *
 * Returns: (array length=n_items) (transfer none): the items in painting order
 */
const EntItem *
ent_scene_get_items (const EntScene *self,
                     guint          *n_items)
{
  *n_items = self->items->len;
  return (const EntItem *) self->items->data;
}

/** ent_scene_get_item_text: (skip): the text of a text item; "" for others */
const char *
ent_scene_get_item_text (const EntScene *self,
                         const EntItem  *item)
{
  return self->texts->str + item->text;
}

/** ent_scene_get_width: (skip): the width of the picture, in CSS px */
double
ent_scene_get_width (const EntScene *self)
{
  return self->width;
}

/** ent_scene_get_height: (skip): the height of the picture, in CSS px */
double
ent_scene_get_height (const EntScene *self)
{
  return self->height;
}

/** ent_scene_get_language: (skip): (nullable): the tag of the picture's texts */
const char *
ent_scene_get_language (const EntScene *self)
{
  return self->language;
}

/**
 * ent_scene_count_events:
 * @self: a scene
 *
 * Returns: how many events its marks, folds and columns stand for together
 */
guint64
ent_scene_count_events (const EntScene *self)
{
  guint64 count = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const EntItem *item = &g_array_index (self->items, EntItem, i);

      if (item->role == ENT_ROLE_MARK || item->role == ENT_ROLE_FOLD || item->role == ENT_ROLE_DENSITY)
        count += item->count;
    }
  return count;
}

static void
shape_extent (EntShape shape,
              double   radius,
              double  *half_width,
              double  *half_height)
{
  switch (shape)
    {
    case ENT_SHAPE_DIAMOND:
      *half_width = *half_height = 1.25 * radius;
      break;
    case ENT_SHAPE_PAGE:
      *half_width = 0.74 * radius;
      *half_height = 1.08 * radius;
      break;
    case ENT_SHAPE_CIRCLE:
    case ENT_SHAPE_HEXAGON:
    case ENT_SHAPE_CHEVRON_LEFT:
    case ENT_SHAPE_CHEVRON_RIGHT:
    case ENT_SHAPE_CHEVRON_UP:
    case ENT_SHAPE_CHEVRON_DOWN:
    case ENT_SHAPE_TRIANGLE_RIGHT:
    case ENT_SHAPE_TRIANGLE_UP:
    case ENT_SHAPE_TRIANGLE_DOWN:
    case ENT_SHAPE_BRACKET_LEFT:
    case ENT_SHAPE_BRACKET_RIGHT:
    default:
      *half_width = *half_height = radius;
      break;
    }
}

/**
 * ent_item_get_bounds:
 * @item: an item
 * @x0: (out): left
 * @y0: (out): top
 * @x1: (out): right
 * @y1: (out): bottom
 *
 * The box of an item without its stroke. A text's box is its advance by its line, from 0.8 em above
 * the baseline to 0.25 em below.
 */
void
ent_item_get_bounds (const EntItem *item,
                     double        *x0,
                     double        *y0,
                     double        *x1,
                     double        *y1)
{
  double half_width;
  double half_height;

  switch ((EntItemType) item->type)
    {
    case ENT_ITEM_RECT:
      *x0 = item->x;
      *y0 = item->y;
      *x1 = item->x + item->width;
      *y1 = item->y + item->height;
      break;
    case ENT_ITEM_LINE:
    case ENT_ITEM_ARC:
      *x0 = fmin (item->x, item->x2);
      *y0 = fmin (item->y, item->y2);
      *x1 = fmax (item->x, item->x2);
      *y1 = fmax (item->y, item->y2);
      if (item->type == ENT_ITEM_ARC)
        {
          *x0 = fmin (*x0, fmin (item->cx1, item->cx2));
          *y0 = fmin (*y0, fmin (item->cy1, item->cy2));
          *x1 = fmax (*x1, fmax (item->cx1, item->cx2));
          *y1 = fmax (*y1, fmax (item->cy1, item->cy2));
        }
      break;
    case ENT_ITEM_SHAPE:
      shape_extent (item->shape, item->radius, &half_width, &half_height);
      *x0 = item->x - half_width;
      *y0 = item->y - half_height;
      *x1 = item->x + half_width;
      *y1 = item->y + half_height;
      break;
    case ENT_ITEM_TEXT:
    default:
      *x0 = item->x;
      *y0 = item->y - 0.8 * item->height;
      *x1 = item->x + item->width;
      *y1 = item->y + 0.25 * item->height;
      break;
    }
}

/**
 * ent_scene_hit:
 * @self: a scene
 * @x: CSS pixels from the left
 * @y: CSS pixels from the top
 *
 * Returns: (transfer none) (nullable): the topmost item there that belongs to an event, a fold or a
 *   column; marks may be missed by 3 px
 */
const EntItem *
ent_scene_hit (const EntScene *self,
               double          x,
               double          y)
{
  for (guint i = self->items->len; i-- > 0;)
    {
      const EntItem *item = &g_array_index (self->items, EntItem, i);
      double slack = item->type == ENT_ITEM_SHAPE ? 3 : 0;
      double x0, y0, x1, y1;

      if (item->role == ENT_ROLE_MOAT || item->role == ENT_ROLE_HIT || item->role == ENT_ROLE_LINK || item->role == ENT_ROLE_COUNT ||
          (item->row == ENT_ITEM_NO_ROW && item->count == 0))
        continue;
      ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
      if (x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack)
        return item;
    }
  return NULL;
}

/**
 * ent_scene_hit_head:
 * @self: a scene
 * @x: CSS pixels from the left
 * @y: CSS pixels from the top
 * @lane: (out): the number of the lane
 * @expander: (out): whether it is the triangle before the name, which may be missed by 8 px; names by 4
 *
 * Returns: whether the head of a lane is there
 */
gboolean
ent_scene_hit_head (const EntScene *self,
                    double          x,
                    double          y,
                    guint          *lane,
                    gboolean       *expander)
{
  for (guint i = self->items->len; i-- > 0;)
    {
      const EntItem *item = &g_array_index (self->items, EntItem, i);
      double slack = item->type == ENT_ITEM_SHAPE ? 8 : 4;
      double x0, y0, x1, y1;

      if (item->role != ENT_ROLE_LANE || (item->type != ENT_ITEM_SHAPE && item->type != ENT_ITEM_TEXT))
        continue;
      ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
      if (x < x0 - slack || x > x1 + slack || y < y0 - slack || y > y1 + slack)
        continue;
      *lane = item->lane;
      *expander = item->type == ENT_ITEM_SHAPE;
      return TRUE;
    }
  return FALSE;
}

static const char *const role_names[] = {
  [ENT_ROLE_PAGE] = "page",           [ENT_ROLE_TITLE] = "title",     [ENT_ROLE_SUBTITLE] = "subtitle",
  [ENT_ROLE_CAPTION] = "caption",     [ENT_ROLE_GRID] = "grid",       [ENT_ROLE_AXIS] = "axis",
  [ENT_ROLE_LANE] = "lane",           [ENT_ROLE_TODAY] = "today",     [ENT_ROLE_MARK] = "mark",
  [ENT_ROLE_MOAT] = "moat",           [ENT_ROLE_BAR] = "bar",         [ENT_ROLE_PHASE] = "phase",
  [ENT_ROLE_DENIAL] = "denial",       [ENT_ROLE_EDGE] = "edge",       [ENT_ROLE_FOLD] = "fold",
  [ENT_ROLE_DENSITY] = "density",     [ENT_ROLE_COUNT] = "count",     [ENT_ROLE_SELECTION] = "selection",
  [ENT_ROLE_LABEL] = "label",         [ENT_ROLE_LINK] = "link",       [ENT_ROLE_HIT] = "hit",
  [ENT_ROLE_LEGEND] = "legend",
  [ENT_ROLE_OVERVIEW] = "overview",
  [ENT_ROLE_MARKER] = "marker",
  [ENT_ROLE_AS_OF] = "as-of",
};

/** ent_role_to_string: (skip): a role's name in dumps and classes */
const char *
ent_role_to_string (EntRole role)
{
  g_return_val_if_fail ((gsize) role < G_N_ELEMENTS (role_names), "");
  return role_names[role];
}

static void
append_number (GString    *out,
               const char *name,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=%s", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.1f", fabs (value) < 0.05 ? 0.0 : value));
}

/**
 * ent_scene_dump:
 * @self: a scene
 *
 * Returns: (transfer full): the items as text, a line each, numbers to a tenth of a pixel, for tests
 */
char *
ent_scene_dump (const EntScene *self)
{
  static const char *const types[] = { "rect", "line", "shape", "arc", "text" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const EntItem *item = &g_array_index (self->items, EntItem, i);

      g_string_append_printf (out, "%s %s", role_names[item->role], types[item->type]);
      append_number (out, "x", item->x);
      append_number (out, "y", item->y);
      if (item->type == ENT_ITEM_LINE || item->type == ENT_ITEM_ARC)
        {
          append_number (out, "x2", item->x2);
          append_number (out, "y2", item->y2);
        }
      if (item->type == ENT_ITEM_RECT || item->type == ENT_ITEM_TEXT)
        {
          append_number (out, "w", item->width);
          append_number (out, "h", item->height);
        }
      if (item->type == ENT_ITEM_SHAPE)
        {
          g_string_append_printf (out, " shape=%d", item->shape);
          append_number (out, "r", item->radius);
        }
      if (item->fill_style != ENT_FILL_SOLID)
        g_string_append_printf (out, " fill-style=%d", item->fill_style);
      if (item->fill != ENT_COLOR_NONE)
        g_string_append_printf (out, " fill=#%08x", item->fill);
      if (item->stroke != ENT_COLOR_NONE)
        g_string_append_printf (out, " stroke=#%08x", item->stroke);
      if (item->row != ENT_ITEM_NO_ROW)
        g_string_append_printf (out, " row=%u", item->row);
      if (item->count != 0)
        g_string_append_printf (out, " count=%u", item->count);
      if (item->type == ENT_ITEM_TEXT)
        g_string_append_printf (out, "%s “%s”", item->bold ? " bold" : "", ent_scene_get_item_text (self, item));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
