/* test-item-geometry.c: outlines, hatches, and items cut to what can be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-item-geometry.h"

#include <math.h>

static EntItem
make_shape (EntShape shape)
{
  return (EntItem){ .type = ENT_ITEM_SHAPE,
                    .shape = shape,
                    .x = 100,
                    .y = 50,
                    .radius = 10,
                    .fill = 0x000000ff,
                    .stroke = 0x000000ff,
                    .stroke_width = 1,
                    .opacity = 1 };
}

/* What ent-scene.h promises: extents about (100, 50) for a radius of 10. */
static void
test_extents (void)
{
  static const struct
  {
    EntShape shape;
    gboolean closed;
    double   x0, y0, x1, y1;
  } cases[] = {
    { ENT_SHAPE_DIAMOND, TRUE, 87.5, 37.5, 112.5, 62.5 },
    { ENT_SHAPE_CIRCLE, TRUE, 90, 40, 110, 60 },
    { ENT_SHAPE_PAGE, TRUE, 92.6, 39.2, 107.4, 60.8 },
    { ENT_SHAPE_HEXAGON, TRUE, 91.34, 40, 108.66, 60 },
    { ENT_SHAPE_CHEVRON_LEFT, FALSE, 100, 43.333, 110, 56.667 },
    { ENT_SHAPE_CHEVRON_RIGHT, FALSE, 90, 43.333, 100, 56.667 },
    { ENT_SHAPE_CHEVRON_UP, FALSE, 93.333, 50, 106.667, 60 },
    { ENT_SHAPE_CHEVRON_DOWN, FALSE, 93.333, 40, 106.667, 50 },
    { ENT_SHAPE_TRIANGLE_RIGHT, TRUE, 90, 43.333, 100, 56.667 },
    { ENT_SHAPE_TRIANGLE_UP, TRUE, 93.333, 50, 106.667, 60 },
    { ENT_SHAPE_TRIANGLE_DOWN, TRUE, 93.333, 40, 106.667, 50 },
    { ENT_SHAPE_BRACKET_LEFT, FALSE, 100, 40, 106, 60 },
    { ENT_SHAPE_BRACKET_RIGHT, FALSE, 94, 40, 100, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntItem item = make_shape (cases[i].shape);
      double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
      double bx0, by0, bx1, by1;
      EntOutline outline;

      ent_item_get_outline (&item, &outline);
      for (guint j = 0; j < outline.n_points; j++)
        {
          x0 = fmin (x0, outline.points[j].x);
          y0 = fmin (y0, outline.points[j].y);
          x1 = fmax (x1, outline.points[j].x);
          y1 = fmax (y1, outline.points[j].y);
        }
      g_assert_cmpint (outline.closed, ==, cases[i].closed);
      g_assert_cmpfloat_with_epsilon (x0, cases[i].x0, 0.01);
      g_assert_cmpfloat_with_epsilon (y0, cases[i].y0, 0.01);
      g_assert_cmpfloat_with_epsilon (x1, cases[i].x1, 0.01);
      g_assert_cmpfloat_with_epsilon (y1, cases[i].y1, 0.01);

      ent_item_get_bounds (&item, &bx0, &by0, &bx1, &by1);
      g_assert_true (bx0 <= x0 + 1e-9 && by0 <= y0 + 1e-9 && bx1 >= x1 - 1e-9 && by1 >= y1 - 1e-9);
    }
}

static double
get_area (const EntPoint *points,
          guint           n_points)
{
  double sum = 0;

  for (guint i = 0; i < n_points; i++)
    {
      EntPoint a = points[i];
      EntPoint b = points[(i + 1) % n_points];

      sum += a.x * b.y - b.x * a.y;
    }
  return fabs (sum) / 2;
}

/* The lines cover their part of the shape, and none of what is outside. */
static void
test_stripes (void)
{
  static const EntShape shapes[] = { ENT_SHAPE_DIAMOND, ENT_SHAPE_CIRCLE, ENT_SHAPE_PAGE, ENT_SHAPE_HEXAGON };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i <= G_N_ELEMENTS (shapes); i++)
    {
      EntItem item = make_shape (i < G_N_ELEMENTS (shapes) ? shapes[i] : ENT_SHAPE_DIAMOND);
      double x0, y0, x1, y1;
      EntOutline outline;
      double area = 0;
      guint at = 0;

      if (i == G_N_ELEMENTS (shapes))
        item.type = ENT_ITEM_RECT;
      item.width = 300;
      item.height = 8;
      item.radius = 60;
      item.fill_style = ENT_FILL_HATCH;
      item.pitch = 3;
      item.pitch_width = 1.2f;
      ent_item_get_outline (&item, &outline);
      ent_item_get_bounds (&item, &x0, &y0, &x1, &y1);
      ent_item_get_stripes (&item, points, lengths);
      g_assert_cmpuint (lengths->len, >, 20);
      for (guint j = 0; j < lengths->len; j++)
        {
          guint n_points = g_array_index (lengths, guint, j);

          area += get_area (&g_array_index (points, EntPoint, at), n_points);
          at += n_points;
        }
      g_assert_cmpuint (at, ==, points->len);
      g_assert_cmpfloat_with_epsilon (area / get_area (outline.points, outline.n_points), 0.4, 0.02);
      for (guint j = 0; j < points->len; j++)
        {
          EntPoint point = g_array_index (points, EntPoint, j);

          g_assert_true (point.x > x0 - 1e-6 && point.x < x1 + 1e-6 && point.y > y0 - 1e-6 &&
                         point.y < y1 + 1e-6);
        }

      /* Finer than can be seen: as good as full, and not without end. */
      item.pitch = 1e-30f;
      ent_item_get_stripes (&item, points, lengths);
      g_assert_cmpuint (lengths->len, ==, 1);
    }
}

/* A mark's hatch does not change with its place. */
static void
test_stripes_follow (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  EntItem item = make_shape (ENT_SHAPE_DIAMOND);

  item.pitch = 2.6f;
  item.pitch_width = 1.15f;
  ent_item_get_stripes (&item, points, lengths);
  item.x += 1.7;
  item.y += 0.4;
  ent_item_get_stripes (&item, moved, lengths);
  g_assert_cmpuint (points->len, ==, moved->len);
  for (guint i = 0; i < points->len; i++)
    {
      EntPoint a = g_array_index (points, EntPoint, i);
      EntPoint b = g_array_index (moved, EntPoint, i);

      g_assert_cmpfloat_with_epsilon (a.x + 1.7, b.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (a.y + 0.4, b.y, 1e-6);
    }
}

static void
test_cut_rect (void)
{
  EntItem item = { .type = ENT_ITEM_RECT,
                   .x = -1e6,
                   .y = 10,
                   .width = 2e6,
                   .height = 20,
                   .fill = 0xff,
                   .fill_style = ENT_FILL_FADE_IN,
                   .opacity = 1 };
  EntPaintable paintable;

  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  g_assert_cmpfloat (paintable.item.x, >=, -100);
  g_assert_cmpfloat (paintable.item.x + paintable.item.width, <=, 900);
  g_assert_cmpfloat (paintable.item.x, <=, 0);
  g_assert_cmpfloat (paintable.item.x + paintable.item.width, >=, 800);
  g_assert_cmpfloat_with_epsilon (paintable.fade_start, 0.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (paintable.fade_end, 0.5, 1e-3);

  /* What is in sight is not touched. */
  item.x = 100;
  item.width = 50;
  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  g_assert_cmpfloat (paintable.item.x, ==, 100);
  g_assert_cmpfloat (paintable.item.width, ==, 50);
  g_assert_cmpfloat (paintable.fade_start, ==, 0);
  g_assert_cmpfloat (paintable.fade_end, ==, 1);

  item.x = -60;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item.x = 100;
  item.width = -50;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
}

static void
test_cut_line (void)
{
  EntItem item = { .type = ENT_ITEM_LINE,
                   .x = -1e9,
                   .y = 100,
                   .x2 = 1e9 + 800,
                   .y2 = 300,
                   .stroke = 0xff,
                   .stroke_width = 2,
                   .dash_on = 4,
                   .dash_off = 3,
                   .opacity = 1 };
  EntPaintable paintable;

  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  g_assert_cmpfloat (paintable.item.x, >=, -100);
  g_assert_cmpfloat (paintable.item.x, <=, 0);
  g_assert_cmpfloat (paintable.item.x2, <=, 900);
  g_assert_cmpfloat (paintable.item.x2, >=, 800);
  g_assert_cmpfloat_with_epsilon (paintable.item.y, 200, 0.01);
  g_assert_cmpfloat_with_epsilon (paintable.item.y2, 200, 0.01);
  g_assert_cmpfloat (paintable.dash_offset, >=, 0);
  g_assert_cmpfloat (paintable.dash_offset, <, 7);

  /* The dashes of a cut line stand where they stood. */
  item.x = -707;
  item.y = item.y2 = 100;
  item.x2 = 500;
  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  g_assert_cmpfloat_with_epsilon (fmod (paintable.item.x + 707, 7), paintable.dash_offset, 1e-6);

  item.y = item.y2 = -1e9;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
}

static EntPoint
get_point (const EntCubic *cubic,
           double          t)
{
  double s = 1 - t;
  double a = s * s * s;
  double b = 3 * s * s * t;
  double c = 3 * s * t * t;
  double d = t * t * t;

  return (EntPoint){ a * cubic->at[0].x + b * cubic->at[1].x + c * cubic->at[2].x + d * cubic->at[3].x,
                     a * cubic->at[0].y + b * cubic->at[1].y + c * cubic->at[2].y + d * cubic->at[3].y };
}

/* From the middle of the picture to far away: the visible part is there, and is the same curve. */
static void
test_clip_arc (void)
{
  EntItem item = { .type = ENT_ITEM_ARC,
                   .x = 400,
                   .y = 100,
                   .cx1 = 400,
                   .cy1 = 5e8,
                   .cx2 = 3e9,
                   .cy2 = -5e8,
                   .x2 = 3e9,
                   .y2 = 500,
                   .stroke = 0xff,
                   .stroke_width = 1,
                   .opacity = 1 };
  const EntCubic whole = {
    { { item.x, item.y }, { item.cx1, item.cy1 }, { item.cx2, item.cy2 }, { item.x2, item.y2 } }
  };
  EntCubic pieces[ENT_ARC_MAX_PIECES];
  EntPaintable paintable;
  guint n_pieces;
  EntPoint point;

  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  n_pieces = ent_item_clip_arc (&paintable.item, 800, 600, pieces);
  g_assert_cmpuint (n_pieces, >=, 1);
  g_assert_cmpuint (n_pieces, <, ENT_ARC_MAX_PIECES);
  g_assert_cmpfloat (pieces[0].at[0].x, ==, 400);
  g_assert_cmpfloat (pieces[0].at[0].y, ==, 100);
  for (guint i = 0; i < n_pieces; i++)
    for (guint j = 0; j < 4; j++)
      g_assert_true (fabs (pieces[i].at[j].x) <= 1e5 && fabs (pieces[i].at[j].y) <= 1e5);
  /* 1.5e9 t pixels down at first, so all of the picture is before this. */
  point = get_point (&whole, 500 / 1.5e9);
  g_assert_cmpfloat_with_epsilon (point.y, 600, 1);
  g_assert_cmpfloat (pieces[n_pieces - 1].at[3].y, >=, 600);

  item = (EntItem){
    .type = ENT_ITEM_ARC, .cx1 = 10, .cx2 = 20, .x2 = 30, .y2 = 40, .stroke = 0xff, .stroke_width = 1
  };
  g_assert_cmpuint (ent_item_clip_arc (&item, 800, 600, pieces), ==, 1);
  g_assert_cmpfloat (pieces[0].at[3].y, ==, 40);
}

static void
test_nothing (void)
{
  EntItem visible = make_shape (ENT_SHAPE_CIRCLE);
  EntPaintable paintable;
  EntItem item;

  g_assert_true (ent_item_prepare (&visible, 800, 600, &paintable));

  item = visible;
  item.opacity = 0;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.fill = 0xffffff00;
  item.stroke_width = 0;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.shape = ENT_SHAPE_CHEVRON_UP;
  item.stroke = 0;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.x = NAN;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.radius = INFINITY;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.x = -20;
  g_assert_false (ent_item_prepare (&item, 800, 600, &paintable));
  item = visible;
  item.opacity = 7;
  g_assert_true (ent_item_prepare (&item, 800, 600, &paintable));
  g_assert_cmpfloat (paintable.item.opacity, ==, 1);
}

/* Sectors of a shape cover it once, and each has its share of it where the shape is round. */
static void
test_sectors (void)
{
  static const EntShape shapes[] = { ENT_SHAPE_DIAMOND, ENT_SHAPE_CIRCLE, ENT_SHAPE_PAGE, ENT_SHAPE_HEXAGON };
  static const double cuts[] = { 0, 0.1, 0.125, 0.5, 0.77, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      EntItem item = make_shape (shapes[i]);
      EntOutline outline;
      double whole;
      double sum = 0;

      g_assert_false (ent_item_is_sector (&item));
      ent_item_get_outline (&item, &outline);
      whole = get_area (outline.points, outline.n_points);
      for (gsize j = 1; j < G_N_ELEMENTS (cuts); j++)
        {
          double area;

          item.x2 = cuts[j - 1];
          item.y2 = cuts[j];
          g_assert_true (ent_item_is_sector (&item));
          ent_item_get_outline (&item, &outline);
          g_assert_cmpuint (outline.n_points, <=, ENT_OUTLINE_MAX_POINTS);
          g_assert_true (outline.closed);
          area = get_area (outline.points, outline.n_points);
          sum += area;
          if (shapes[i] == ENT_SHAPE_CIRCLE)
            g_assert_cmpfloat_with_epsilon (area / whole, cuts[j] - cuts[j - 1], 0.002);
        }
      g_assert_cmpfloat_with_epsilon (sum, whole, 0.01);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-geometry/extents", test_extents);
  g_test_add_func ("/item-geometry/stripes", test_stripes);
  g_test_add_func ("/item-geometry/stripes-follow", test_stripes_follow);
  g_test_add_func ("/item-geometry/cut-rect", test_cut_rect);
  g_test_add_func ("/item-geometry/cut-line", test_cut_line);
  g_test_add_func ("/item-geometry/clip-arc", test_clip_arc);
  g_test_add_func ("/item-geometry/nothing", test_nothing);
  g_test_add_func ("/item-geometry/sectors", test_sectors);

  return g_test_run ();
}
