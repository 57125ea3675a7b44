/* ent-marker-lines.c: markers A and B over a timeline, and what is between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-marker-lines.h"

#include <math.h>

/* CSS pixels at label size 12. */
#define FLAG 16.0
#define FLAG_RADIUS 4.0
#define FLAG_TEXT 11.0
#define PILL_HEIGHT 18.0
#define PILL_PADDING 9.0
#define GAP 5.0
#define MOAT 1.5

/* How far from it one still takes hold of a flag, or of a line. */
#define REACH_FLAG 4.0
#define REACH_LINE 3.0

/* Of the ink, where a marker may stand. */
#define COARSE 0.10

static double
x_of (const EntMarkerLines *self,
      const EntTimeScale   *scale,
      int                   marker)
{
  return round (ent_time_scale_to_x (scale, self->from[marker])) + 0.5;
}

/* Flags at the same place stand one below the other. */
static double
flag_top (const EntMarkerLines *self,
          const EntTimeScale   *scale,
          int                   marker)
{
  gboolean below = marker == 1 && self->set[0] && self->set[1] &&
                   fabs (x_of (self, scale, 0) - x_of (self, scale, 1)) < FLAG + 1;

  return self->top + (below ? FLAG + 2 : 0);
}

static EntItem *
add_box (EntDrawing *drawing,
         double      x,
         double      y,
         double      width,
         double      height,
         double      radius,
         EntColor    fill,
         EntColor    stroke,
         double      pen)
{
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_OVER, ENT_ROLE_MARKER);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->radius = (float) radius;
  item->fill = fill;
  item->stroke = stroke;
  item->stroke_width = (float) pen;
  return item;
}

static void
draw_marker (const EntMarkerLines *self,
             EntDrawing           *drawing,
             int                   marker)
{
  const EntTheme *theme = drawing->theme;
  double pen = theme->line_scale;
  double x = x_of (self, &drawing->scale, marker);
  double end = ent_time_scale_to_x (&drawing->scale, self->to[marker]);
  double top = flag_top (self, &drawing->scale, marker);
  double left = fmax (x, drawing->x0 - 10);
  double right = fmin (end, drawing->x1 + 10);

  if (end - x > 2 && right > left)
    {
      EntItem *band = add_box (drawing, left, self->top, right - left, self->bottom - self->top, 0, theme->ink,
                               ENT_COLOR_NONE, 0);

      band->opacity = COARSE;
      if (end <= drawing->x1)
        {
          EntItem *line = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_OVER, ENT_ROLE_MARKER);

          line->x = line->x2 = round (end) - 0.5;
          line->y = self->top;
          line->y2 = self->bottom;
          line->stroke = theme->dim;
          line->stroke_width = (float) pen;
          line->dash_on = 3;
          line->dash_off = 3;
        }
    }
  if (x < drawing->x0 - FLAG || x > drawing->x1 + FLAG)
    return;
  ent_drawing_line (drawing, ENT_LAYER_OVER, ENT_ROLE_MARKER, x, self->top, x, self->bottom, theme->ink, pen);
  add_box (drawing, x - FLAG / 2, top, FLAG, FLAG, FLAG_RADIUS, theme->ink, theme->view, 2 * MOAT);
  add_box (drawing, x - FLAG / 2, top, FLAG, FLAG, FLAG_RADIUS, theme->ink, ENT_COLOR_NONE, 0);
  ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_MARKER, x, top + FLAG / 2 + FLAG_TEXT * 0.36,
                    self->letters[marker], FLAG_TEXT, TRUE, ENT_ALIGN_MIDDLE, theme->view, ENT_COLOR_NONE);
}

/* A line from one to the other, as in a drawing with measures, and how long it is in its middle; or beside them if
 * there is no room. */
static void
draw_between (const EntMarkerLines *self,
              EntDrawing           *drawing)
{
  const EntTheme *theme = drawing->theme;
  double size = ent_style_axis_size (&drawing->style);
  double width = ent_text_measure_width (drawing->measure, self->between, -1, size, TRUE) + 2 * PILL_PADDING;
  double a = x_of (self, &drawing->scale, 0);
  double b = x_of (self, &drawing->scale, 1);
  double left = fmin (a, b);
  double right = fmax (a, b);
  double from = fmax (left, drawing->x0);
  double to = fmin (right, drawing->x1);
  double y = self->top + FLAG / 2;
  double x;

  if (right < drawing->x0 || left > drawing->x1)
    return;
  if (to - from >= width + FLAG + 2 * GAP)
    {
      x = round ((from + to - width) / 2);
      ent_drawing_line (drawing, ENT_LAYER_OVER, ENT_ROLE_MARKER, from, y, x - GAP, y, theme->dim, theme->line_scale);
      ent_drawing_line (drawing, ENT_LAYER_OVER, ENT_ROLE_MARKER, x + width + GAP, y, to, y, theme->dim,
                        theme->line_scale);
    }
  else if (to + FLAG / 2 + GAP + width <= drawing->x1)
    x = round (to + FLAG / 2 + GAP);
  else
    x = round (fmax (from - FLAG / 2 - GAP - width, drawing->x0 + 2));
  add_box (drawing, x, y - PILL_HEIGHT / 2, width, PILL_HEIGHT, PILL_HEIGHT / 2, theme->view, theme->dim,
           theme->line_scale);
  ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_MARKER, x + width / 2, y + size * 0.36, self->between, size, TRUE,
                    ENT_ALIGN_MIDDLE, theme->ink, ENT_COLOR_NONE);
}

/**
 * ent_marker_lines_draw:
 * @self: markers
 * @drawing: the drawing; its scale says where times stand
 *
 * Draws them over all else: a line with a flag, light as far as the marker may be elsewhere, and the time between them.
 */
void
ent_marker_lines_draw (const EntMarkerLines *self,
                       EntDrawing           *drawing)
{
  if (self->set[0] && self->set[1] && self->between != NULL)
    draw_between (self, drawing);
  for (int marker = 0; marker < 2; marker++)
    if (self->set[marker])
      draw_marker (self, drawing, marker);
}

/**
 * ent_marker_lines_hit:
 * @self: markers
 * @scale: where times stand
 * @x: of a pointer
 * @y: of it
 * @flag: (out): whether it is on the flag, and not only on the line
 *
 * Returns: 0 or 1 for the marker there, −1 for none
 */
int
ent_marker_lines_hit (const EntMarkerLines *self,
                      const EntTimeScale   *scale,
                      double                x,
                      double                y,
                      gboolean             *flag)
{
  int found = -1;

  *flag = FALSE;
  for (int marker = 0; marker < 2; marker++)
    {
      double top = flag_top (self, scale, marker);
      double distance = fabs (x - x_of (self, scale, marker));

      if (!self->set[marker])
        continue;
      if (distance <= FLAG / 2 + REACH_FLAG && y >= top - 2 && y <= top + FLAG + 2)
        {
          *flag = TRUE;
          return marker;
        }
      if (distance <= REACH_LINE && y >= self->top && y <= self->bottom)
        found = marker;
    }
  return found;
}
