/* ent-item-geometry.c: the outlines all painters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-item-geometry.h"

#include <math.h>

/* Beyond this a coordinate only says "far away"; doubles still tell thousandths there. */
#define FAR_AWAY 1e12
/* What painters may be handed: cairo's own numbers mirror at 8,388,607 device pixels. */
#define NEAR_ENOUGH 1e5
/* Finer patterns than these are a grey, and cost time without end. */
#define MIN_DASH 0.1
#define MIN_PITCH 0.25

static const double sqrt_half = 0.70710678118654752440;

/* Corners of a circle; a sector has three more. */
#define N_CIRCLE_POINTS 48

static double
hold (double value)
{
  return CLAMP (value, -FAR_AWAY, FAR_AWAY);
}

static gboolean
are_finite (const double *values,
            gsize         n_values)
{
  for (gsize i = 0; i < n_values; i++)
    if (!isfinite (values[i]))
      return FALSE;
  return TRUE;
}

/** ent_item_is_hatched: (skip): whether the fill of @item is hatched, faded or not */
/** ent_item_is_hatched: (skip): whether the fill of a rect or shape is a hatch, faded or not */
gboolean
ent_item_is_hatched (const EntItem *item)
{
  return (item->type == ENT_ITEM_RECT || item->type == ENT_ITEM_SHAPE) &&
         item->fill_style >= ENT_FILL_HATCH && item->fill_style <= ENT_FILL_HATCH_FADE_OUT;
}

/** ent_item_is_faded: (skip): whether the fill of @item fades out at an end */
/** ent_item_is_faded: (skip): whether the fill of a rect or shape, hatched or not, fades to one side */
gboolean
ent_item_is_faded (const EntItem *item)
{
  return (item->type == ENT_ITEM_RECT || item->type == ENT_ITEM_SHAPE) &&
         (item->fill_style == ENT_FILL_FADE_IN || item->fill_style == ENT_FILL_FADE_OUT ||
          item->fill_style == ENT_FILL_HATCH_FADE_IN || item->fill_style == ENT_FILL_HATCH_FADE_OUT);
}

static gboolean
is_open_shape (const EntItem *item)
{
  switch ((EntShape) item->shape)
    {
    case ENT_SHAPE_CHEVRON_LEFT:
    case ENT_SHAPE_CHEVRON_RIGHT:
    case ENT_SHAPE_CHEVRON_UP:
    case ENT_SHAPE_CHEVRON_DOWN:
    case ENT_SHAPE_BRACKET_LEFT:
    case ENT_SHAPE_BRACKET_RIGHT:
      return TRUE;
    case ENT_SHAPE_DIAMOND:
    case ENT_SHAPE_CIRCLE:
    case ENT_SHAPE_PAGE:
    case ENT_SHAPE_HEXAGON:
    case ENT_SHAPE_TRIANGLE_RIGHT:
    case ENT_SHAPE_TRIANGLE_UP:
    case ENT_SHAPE_TRIANGLE_DOWN:
    default:
      return FALSE;
    }
}

/* Strengths are linear in x, so a cut rect keeps its fade by taking the strengths at the cuts. */
static void
cut_rect (EntPaintable *self,
          double        width,
          double        height)
{
  EntItem *item = &self->item;
  double margin = item->radius + item->stroke_width + 16;
  double left = hold (item->x);
  double right = hold (item->x + item->width);
  double top = hold (item->y);
  double bottom = hold (item->y + item->height);
  double x0 = fmax (left, -margin);
  double x1 = fmin (right, width + margin);
  double y0 = fmax (top, -margin);
  double y1 = fmin (bottom, height + margin);
  double slope = right > left ? (self->fade_end - self->fade_start) / (right - left) : 0;
  double strength = self->fade_start;

  item->width = x1 - x0;
  item->height = y1 - y0;
  item->x = x0;
  item->y = y0;
  self->fade_start = strength + slope * (x0 - left);
  self->fade_end = strength + slope * (x1 - left);
  item->radius = fmin (item->radius, fmin (item->width, item->height) / 2);
}

static gboolean
clip_one (double  direction,
          double  distance,
          double *enter,
          double *leave)
{
  double at;

  if (direction == 0)
    return distance >= 0;
  at = distance / direction;
  if (direction < 0)
    *enter = fmax (*enter, at);
  else
    *leave = fmin (*leave, at);
  return *enter <= *leave;
}

/* Liang and Barsky. */
static gboolean
cut_line (EntPaintable *self,
          double        width,
          double        height)
{
  EntItem *item = &self->item;
  double margin = item->stroke_width + 16;
  double x = hold (item->x);
  double y = hold (item->y);
  double dx = hold (item->x2) - x;
  double dy = hold (item->y2) - y;
  double enter = 0;
  double leave = 1;

  if (!clip_one (-dx, x + margin, &enter, &leave) || !clip_one (dx, width + margin - x, &enter, &leave) ||
      !clip_one (-dy, y + margin, &enter, &leave) || !clip_one (dy, height + margin - y, &enter, &leave))
    return FALSE;
  if (enter > 0)
    {
      item->x = x + enter * dx;
      item->y = y + enter * dy;
      if (item->dash_on > 0)
        self->dash_offset = fmod (enter * hypot (dx, dy), item->dash_on + item->dash_off);
    }
  if (leave < 1)
    {
      item->x2 = x + leave * dx;
      item->y2 = y + leave * dy;
    }
  return TRUE;
}

static gboolean
is_outside (const EntItem *item,
            double         width,
            double         height)
{
  double margin = item->stroke_width + 2;
  double x0, y0, x1, y1;

  ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
  /* Glyphs may reach far out of a text's advance and line. */
  if (item->type == ENT_ITEM_TEXT)
    margin += 2 * item->height;
  return x1 < -margin || y1 < -margin || x0 > width + margin || y0 > height + margin;
}

/**
 * ent_item_prepare:
 * @item: an item of a scene
 * @width: of the picture, CSS pixels
 * @height: of the picture, CSS pixels
 * @out: (out): the item as it is to be painted
 *
 * Makes an item harmless: whatever is out of the picture is cut off in doubles, numbers that are none
 * make it vanish, lengths below zero count as zero.
 *
 * Returns: whether there is anything to paint
 */
gboolean
ent_item_prepare (const EntItem *item,
                  double         width,
                  double         height,
                  EntPaintable  *out)
{
  const double numbers[] = { item->x,      item->y,       item->width,        item->height,   item->x2,
                             item->y2,     item->cx1,     item->cy1,          item->cx2,      item->cy2,
                             item->radius, item->opacity, item->stroke_width, item->dash_on,  item->dash_off,
                             item->pitch,  item->pitch_width };
  EntItem *copy = &out->item;

  if (!are_finite (numbers, G_N_ELEMENTS (numbers)))
    return FALSE;

  *out = (EntPaintable){ .item = *item, .fade_start = 1, .fade_end = 1 };
  copy->opacity = CLAMP (item->opacity, 0, 1);
  copy->stroke_width = CLAMP (item->stroke_width, 0, 1000);
  copy->radius = fmaxf (item->radius, 0);
  copy->width = fmax (item->width, 0);
  copy->height = fmax (item->height, 0);
  copy->dash_off = CLAMP (item->dash_off, 0, 1000);
  copy->dash_on = CLAMP (item->dash_on, 0, 1000);
  if (copy->dash_on + copy->dash_off < MIN_DASH || copy->dash_off <= 0)
    copy->dash_on = 0;

  out->has_stroke = copy->stroke_width > 0 && (item->stroke & 0xff) != 0;
  out->has_fill =
    (item->fill & 0xff) != 0 || (item->fill_style == ENT_FILL_HATCH && (item->ground & 0xff) != 0);
  if (item->fill_style == ENT_FILL_FADE_IN || item->fill_style == ENT_FILL_HATCH_FADE_IN)
    out->fade_start = 0;
  if (item->fill_style == ENT_FILL_FADE_OUT || item->fill_style == ENT_FILL_HATCH_FADE_OUT)
    out->fade_end = 0;

  if (item->type == ENT_ITEM_LINE || item->type == ENT_ITEM_ARC ||
      (item->type == ENT_ITEM_SHAPE && is_open_shape (item)))
    out->has_fill = FALSE;
  if ((!out->has_fill && !out->has_stroke) || copy->opacity <= 0 || is_outside (copy, width, height))
    return FALSE;

  switch ((EntItemType) item->type)
    {
    case ENT_ITEM_RECT:
      copy->radius = fminf (copy->radius, 1000);
      cut_rect (out, width, height);
      return copy->width > 0 && copy->height > 0;
    case ENT_ITEM_LINE:
      return cut_line (out, width, height);
    case ENT_ITEM_SHAPE:
      return copy->radius > 0 && copy->radius < NEAR_ENOUGH && fabs (copy->x) < NEAR_ENOUGH &&
             fabs (copy->y) < NEAR_ENOUGH;
    case ENT_ITEM_ARC:
      return TRUE;
    case ENT_ITEM_TEXT:
      return copy->height > 0 && copy->height < 10000 && copy->x > -NEAR_ENOUGH;
    default:
      return FALSE;
    }
}

static void
set_points (EntOutline   *out,
            gboolean      closed,
            const double *points,
            guint         n_points)
{
  out->closed = closed;
  out->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    out->points[i] = (EntPoint){ points[2 * i], points[2 * i + 1] };
}

#define SET_POINTS(out, closed, ...)                                                                          \
  G_STMT_START                                                                                                \
  {                                                                                                           \
    const double points_[] = { __VA_ARGS__ };                                                                 \
    set_points (out, closed, points_, G_N_ELEMENTS (points_) / 2);                                            \
  }                                                                                                           \
  G_STMT_END

/** ent_item_is_sector: (skip): whether a shape is drawn in part only */
gboolean
ent_item_is_sector (const EntItem *item)
{
  return item->type == ENT_ITEM_SHAPE && item->y2 > item->x2;
}

/* From the top, clockwise, 0 to 1. */
static double
turn_of (EntPoint point,
         EntPoint centre)
{
  double turn = atan2 (point.x - centre.x, centre.y - point.y) / (2 * G_PI);

  return turn < 0 ? turn + 1 : turn;
}

/* Where a ray from the centre leaves a convex outline round it. */
static EntPoint
leave_outline (const EntOutline *outline,
               EntPoint          centre,
               double            turn)
{
  double dx = sin (2 * G_PI * turn);
  double dy = -cos (2 * G_PI * turn);

  for (guint i = 0; i < outline->n_points; i++)
    {
      EntPoint a = outline->points[i];
      EntPoint b = outline->points[(i + 1) % outline->n_points];
      double ex = b.x - a.x;
      double ey = b.y - a.y;
      double across = dx * ey - dy * ex;
      double along;
      double part;

      if (fabs (across) < 1e-12)
        continue;
      along = ((a.x - centre.x) * ey - (a.y - centre.y) * ex) / across;
      part = ((a.x - centre.x) * dy - (a.y - centre.y) * dx) / across;
      if (along > 0 && part >= -1e-9 && part <= 1 + 1e-9)
        return (EntPoint){ centre.x + along * dx, centre.y + along * dy };
    }
  return centre;
}

/* Corners come clockwise. */
static void
cut_sector (const EntItem *item,
            EntOutline    *out)
{
  const EntOutline whole = *out;
  const EntPoint centre = { item->x, item->y };
  double from = CLAMP (item->x2, 0, 1);
  double to = CLAMP (item->y2, 0, 1);
  guint first = 0;

  for (guint i = 1; i < whole.n_points; i++)
    if (turn_of (whole.points[i], centre) < turn_of (whole.points[first], centre))
      first = i;
  out->n_points = 0;
  out->points[out->n_points++] = centre;
  out->points[out->n_points++] = leave_outline (&whole, centre, from);
  for (guint i = 0; i < whole.n_points; i++)
    {
      EntPoint corner = whole.points[(first + i) % whole.n_points];
      double turn = turn_of (corner, centre);

      if (turn > from && turn < to)
        out->points[out->n_points++] = corner;
    }
  out->points[out->n_points++] = leave_outline (&whole, centre, to);
}

static void get_whole_outline (const EntItem *item,
                               EntOutline    *out);

/**
 * ent_item_get_outline:
 * @item: a rect (its rounded corners are left out) or a shape
 * @out: (out): its corners; a circle's are many
 */
void
ent_item_get_outline (const EntItem *item,
                      EntOutline    *out)
{
  get_whole_outline (item, out);
  if (ent_item_is_sector (item) && out->closed)
    cut_sector (item, out);
}

static void
get_whole_outline (const EntItem *item,
                   EntOutline    *out)
{
  double x = item->x;
  double y = item->y;
  double r = item->radius;
  double aside = r * 2 / 3;

  if (item->type == ENT_ITEM_RECT)
    {
      SET_POINTS (out, TRUE, x, y, x + item->width, y, x + item->width, y + item->height, x,
                  y + item->height);
      return;
    }

  switch ((EntShape) item->shape)
    {
    case ENT_SHAPE_DIAMOND:
      r *= 1.25;
      SET_POINTS (out, TRUE, x, y - r, x + r, y, x, y + r, x - r, y);
      break;
    case ENT_SHAPE_PAGE:
      SET_POINTS (out, TRUE, x - 0.74 * r, y - 1.08 * r, x + 0.74 * r, y - 1.08 * r, x + 0.74 * r,
                  y + 1.08 * r, x - 0.74 * r, y + 1.08 * r);
      break;
    case ENT_SHAPE_HEXAGON:
      aside = r * 0.86602540378443864676;
      SET_POINTS (out, TRUE, x, y - r, x + aside, y - r / 2, x + aside, y + r / 2, x, y + r, x - aside,
                  y + r / 2, x - aside, y - r / 2);
      break;
    case ENT_SHAPE_CHEVRON_LEFT:
      SET_POINTS (out, FALSE, x + r, y - aside, x, y, x + r, y + aside);
      break;
    case ENT_SHAPE_CHEVRON_RIGHT:
      SET_POINTS (out, FALSE, x - r, y - aside, x, y, x - r, y + aside);
      break;
    case ENT_SHAPE_CHEVRON_UP:
      SET_POINTS (out, FALSE, x - aside, y + r, x, y, x + aside, y + r);
      break;
    case ENT_SHAPE_CHEVRON_DOWN:
      SET_POINTS (out, FALSE, x - aside, y - r, x, y, x + aside, y - r);
      break;
    case ENT_SHAPE_TRIANGLE_RIGHT:
      SET_POINTS (out, TRUE, x - r, y - aside, x, y, x - r, y + aside);
      break;
    case ENT_SHAPE_TRIANGLE_UP:
      SET_POINTS (out, TRUE, x - aside, y + r, x, y, x + aside, y + r);
      break;
    case ENT_SHAPE_TRIANGLE_DOWN:
      SET_POINTS (out, TRUE, x - aside, y - r, x, y, x + aside, y - r);
      break;
    case ENT_SHAPE_BRACKET_LEFT:
      SET_POINTS (out, FALSE, x + 0.6 * r, y - r, x, y - r, x, y + r, x + 0.6 * r, y + r);
      break;
    case ENT_SHAPE_BRACKET_RIGHT:
      SET_POINTS (out, FALSE, x - 0.6 * r, y - r, x, y - r, x, y + r, x - 0.6 * r, y + r);
      break;
    case ENT_SHAPE_CIRCLE:
    default:
      out->closed = TRUE;
      out->n_points = N_CIRCLE_POINTS;
      for (guint i = 0; i < out->n_points; i++)
        {
          double angle = 2 * G_PI * i / out->n_points;

          out->points[i] = (EntPoint){ x + r * cos (angle), y + r * sin (angle) };
        }
      break;
    }
}

static EntPoint
halfway (EntPoint a,
         EntPoint b)
{
  return (EntPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

typedef struct
{
  double    width, height, margin;
  EntCubic *pieces;
  guint     n_pieces;
} ArcClip;

/* A curve lies in the box of its four points, so boxes decide: outside is dropped, small is kept,
 * and what is left is halved. Each halving quarters the distance to the curve, so depth stays low.
 */
static void
clip_cubic (ArcClip        *self,
            const EntCubic *cubic,
            guint           depth)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  EntPoint a, b, c, d, e, f;

  for (guint i = 0; i < 4; i++)
    {
      x0 = fmin (x0, cubic->at[i].x);
      y0 = fmin (y0, cubic->at[i].y);
      x1 = fmax (x1, cubic->at[i].x);
      y1 = fmax (y1, cubic->at[i].y);
    }
  if (x1 < -self->margin || y1 < -self->margin || x0 > self->width + self->margin ||
      y0 > self->height + self->margin || self->n_pieces == ENT_ARC_MAX_PIECES)
    return;
  if (x0 > -NEAR_ENOUGH && y0 > -NEAR_ENOUGH && x1 < NEAR_ENOUGH && y1 < NEAR_ENOUGH)
    {
      self->pieces[self->n_pieces++] = *cubic;
      return;
    }
  if (depth == 0)
    return;

  a = halfway (cubic->at[0], cubic->at[1]);
  b = halfway (cubic->at[1], cubic->at[2]);
  c = halfway (cubic->at[2], cubic->at[3]);
  d = halfway (a, b);
  e = halfway (b, c);
  f = halfway (d, e);
  clip_cubic (self, &(EntCubic){ { cubic->at[0], a, d, f } }, depth - 1);
  clip_cubic (self, &(EntCubic){ { f, e, c, cubic->at[3] } }, depth - 1);
}

/**
 * ent_item_clip_arc:
 * @item: an arc
 * @width: of the picture, CSS pixels
 * @height: of the picture, CSS pixels
 * @pieces: (out caller-allocates): room for %ENT_ARC_MAX_PIECES
 *
 * Returns: of how many pieces the visible part of the arc is made, in order; one for any usual arc
 */
guint
ent_item_clip_arc (const EntItem *item,
                   double         width,
                   double         height,
                   EntCubic      *pieces)
{
  ArcClip clip = { width, height, item->stroke_width + 16, pieces, 0 };
  EntCubic whole = { { { hold (item->x), hold (item->y) },
                       { hold (item->cx1), hold (item->cy1) },
                       { hold (item->cx2), hold (item->cy2) },
                       { hold (item->x2), hold (item->y2) } } };

  clip_cubic (&clip, &whole, 48);
  return clip.n_pieces;
}

/* Keeps of a convex polygon what has (x + y)·√½ on one side of a limit. */
static guint
cut_polygon (const EntPoint *in,
             guint           n_in,
             double          limit,
             double          sign,
             EntPoint       *out)
{
  guint n_out = 0;

  for (guint i = 0; i < n_in; i++)
    {
      EntPoint a = in[i];
      EntPoint b = in[(i + 1) % n_in];
      double da = sign * ((a.x + a.y) * sqrt_half - limit);
      double db = sign * ((b.x + b.y) * sqrt_half - limit);

      if (da >= 0)
        out[n_out++] = a;
      if ((da > 0 && db < 0) || (da < 0 && db > 0))
        {
          double t = da / (da - db);

          out[n_out++] = (EntPoint){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
        }
    }
  return n_out;
}

/**
 * ent_item_get_stripes:
 * @item: a hatched rect or closed shape, prepared
 * @points: (element-type EntPoint): emptied, then filled with the corners of all stripes
 * @lengths: (element-type guint): emptied, then filled with the number of corners of each stripe
 *
 * The lines of a hatch as polygons, so that every viewer and printer draws the same ones. They rise to the
 * right, and one goes through the middle of the item, so that equal marks look equal wherever they stand.
 * Patterns too fine to see come out as one stripe over all.
 */
void
ent_item_get_stripes (const EntItem *item,
                      GArray        *points,
                      GArray        *lengths)
{
  EntPoint first[2 * ENT_OUTLINE_MAX_POINTS];
  EntPoint second[4 * ENT_OUTLINE_MAX_POINTS];
  double pitch = item->pitch;
  double half = item->pitch_width / 2;
  double low = G_MAXDOUBLE;
  double high = -G_MAXDOUBLE;
  double middle;
  EntOutline outline;

  g_array_set_size (points, 0);
  g_array_set_size (lengths, 0);
  ent_item_get_outline (item, &outline);
  if (pitch < MIN_PITCH || half <= 0 || 2 * half >= pitch)
    {
      g_array_append_vals (points, outline.points, outline.n_points);
      g_array_append_val (lengths, outline.n_points);
      return;
    }

  for (guint i = 0; i < outline.n_points; i++)
    {
      double at = (outline.points[i].x + outline.points[i].y) * sqrt_half;

      low = fmin (low, at);
      high = fmax (high, at);
    }
  middle = (low + high) / 2;
  for (double i = ceil ((low - middle - half) / pitch); middle + i * pitch - half < high; i++)
    {
      guint n_first = cut_polygon (outline.points, outline.n_points, middle + i * pitch - half, 1, first);
      guint n_second = cut_polygon (first, n_first, middle + i * pitch + half, -1, second);

      if (n_second < 3)
        continue;
      g_array_append_vals (points, second, n_second);
      g_array_append_val (lengths, n_second);
    }
}
