/* ent-marks.c: the signs a picture is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-marks.h"

#include <math.h>

static EntItem *
add_shape (EntDrawing *drawing,
           EntRole     role,
           EntShape    shape,
           double      x,
           double      y,
           double      radius)
{
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, role);

  item->shape = shape;
  item->x = x;
  item->y = y;
  item->radius = (float) MAX (radius, 0.4);
  return item;
}

static void
outline (EntDrawing *drawing,
         EntItem    *item,
         EntColor    color,
         double      width)
{
  item->stroke = color;
  item->stroke_width = (float) (width * drawing->style.mark * drawing->theme->line_scale);
}

static void
hatch (EntDrawing *drawing,
       EntItem    *item,
       EntFill     style,
       EntColor    color,
       double      pitch,
       double      pitch_width)
{
  item->fill_style = style;
  item->fill = color;
  item->ground = drawing->theme->view;
  item->pitch = (float) (pitch * drawing->style.mark);
  item->pitch_width = (float) (pitch_width * drawing->style.mark);
}

/* Attribution by fill: the more firmly attributed, the more ink. */
static void
head_of_confidence (EntDrawing   *drawing,
                    EntShape      shape,
                    double        x,
                    double        y,
                    double        radius,
                    EntColor      color,
                    EntConfidence confidence)
{
  double k = drawing->style.mark;
  EntItem *item;

  switch (confidence)
    {
    case ENT_CONFIDENCE_CONFIRMED:
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius);
      item->fill = color;
      ent_drawing_see (drawing, ENT_SEEN_CONFIRMED);
      break;
    case ENT_CONFIDENCE_OFFICIAL_ACCUSATION:
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius - 0.5 * k);
      item->fill = drawing->theme->view;
      outline (drawing, item, color, 1.1);
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, fmax (radius * 0.5, radius - 2.7 * k));
      item->fill = color;
      ent_drawing_see (drawing, ENT_SEEN_OFFICIAL_ACCUSATION);
      break;
    case ENT_CONFIDENCE_PRIVATE_ASSESSMENT:
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius - 0.5 * k);
      hatch (drawing, item, ENT_FILL_HATCH, color, 2.6, 1.15);
      outline (drawing, item, color, 1.1);
      ent_drawing_see (drawing, ENT_SEEN_PRIVATE_ASSESSMENT);
      break;
    case ENT_CONFIDENCE_SUSPECTED:
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius - 0.8 * k);
      item->fill = drawing->theme->view;
      outline (drawing, item, color, 1.6);
      ent_drawing_see (drawing, ENT_SEEN_SUSPECTED);
      break;
    case ENT_CONFIDENCE_NONE:
    case ENT_CONFIDENCE_NOT_GIVEN:
    default:
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius - 0.5 * k);
      item->fill = drawing->theme->view;
      outline (drawing, item, color, 1);
      item->dash_on = (float) (1.6 * k);
      item->dash_off = (float) (1.3 * k);
      ent_drawing_see (drawing, ENT_SEEN_NO_ATTRIBUTION);
      break;
    }
}

/**
 * ent_marks_head:
 * @drawing: the drawing
 * @kind: gives shape and colour
 * @x: centre
 * @y: centre
 * @radius: of the circle of equal area
 * @confidence: fills the mark of an incident, or of any event that is attributed at all
 * @denied: adds the bar below
 * @not_done: planned, announced, threatened or cancelled: an outline, whatever else
 *
 * The mark of an event.
 */
void
ent_marks_head (EntDrawing   *drawing,
                EntKindStyle  kind,
                double        x,
                double        y,
                double        radius,
                EntConfidence confidence,
                gboolean      denied,
                gboolean      not_done)
{
  double k = drawing->style.mark;
  EntColor color = ent_drawing_get_color (drawing, kind);
  EntShape shape = ent_kind_shape (kind);
  EntItem *item = add_shape (drawing, ENT_ROLE_MOAT, shape, x, y, radius + 1.4 * k);

  item->fill = drawing->theme->view;
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + kind);
  if (not_done)
    {
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius - 0.8 * k);
      item->fill = drawing->theme->view;
      outline (drawing, item, color, 1.6);
      ent_drawing_see (drawing, ENT_SEEN_NOT_DONE);
    }
  else if (kind == ENT_KIND_INCIDENT || confidence != ENT_CONFIDENCE_NOT_GIVEN)
    head_of_confidence (drawing, shape, x, y, radius, color, confidence);
  else
    {
      item = add_shape (drawing, ENT_ROLE_MARK, shape, x, y, radius);
      item->fill = color;
    }
  if (denied)
    {
      double half = fmax (radius, 3.6 * k);

      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_DENIAL, x - half,
                        y + ent_kind_half_height (kind, radius) + ent_style_denial_gap (&drawing->style), 2 * half,
                        ent_style_denial_height (&drawing->style), drawing->theme->ink);
      ent_drawing_see (drawing, ENT_SEEN_DENIED);
    }
}

/** ent_bar_end_of: (skip): how a date's qualifiers end a bar */
EntBarEnd
ent_bar_end_of (guint qualifiers)
{
  switch (qualifiers & (ENT_QUALIFIER_UNCERTAIN | ENT_QUALIFIER_APPROXIMATE))
    {
    case ENT_QUALIFIER_APPROXIMATE:
      return ENT_BAR_END_ABOUT;
    case ENT_QUALIFIER_UNCERTAIN:
      return ENT_BAR_END_UNCERTAIN;
    case ENT_QUALIFIER_UNCERTAIN | ENT_QUALIFIER_APPROXIMATE:
      return ENT_BAR_END_BOTH;
    default:
      return ENT_BAR_END_PLAIN;
    }
}

static void
bar_end (EntDrawing *drawing,
         EntColor    color,
         double      from,
         double      to,
         double      y,
         double      height,
         EntBarEnd   end,
         gboolean    at_left)
{
  EntItem *item;

  if (!(to > from))
    return;
  item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_BAR);
  item->x = from;
  item->y = y - height / 2;
  item->width = to - from;
  item->height = height;
  item->fill = color;
  switch (end)
    {
    case ENT_BAR_END_UNCERTAIN:
      hatch (drawing, item, ENT_FILL_HATCH, color, 3, 1.2);
      ent_drawing_see (drawing, ENT_SEEN_UNCERTAIN);
      break;
    case ENT_BAR_END_BOTH:
      hatch (drawing, item, at_left ? ENT_FILL_HATCH_FADE_IN : ENT_FILL_HATCH_FADE_OUT, color, 3, 1.2);
      ent_drawing_see (drawing, ENT_SEEN_ABOUT);
      ent_drawing_see (drawing, ENT_SEEN_UNCERTAIN);
      break;
    case ENT_BAR_END_OPEN:
      item->fill_style = at_left ? ENT_FILL_FADE_IN : ENT_FILL_FADE_OUT;
      ent_drawing_see (drawing, ENT_SEEN_OPEN_END);
      break;
    case ENT_BAR_END_ABOUT:
    case ENT_BAR_END_PLAIN:
    default:
      item->fill_style = at_left ? ENT_FILL_FADE_IN : ENT_FILL_FADE_OUT;
      ent_drawing_see (drawing, ENT_SEEN_ABOUT);
      break;
    }
}

/**
 * ent_marks_bar:
 * @drawing: the drawing
 * @color: its colour
 * @from: left end; cut at the view's edges
 * @to: right end
 * @y: its middle
 * @height: how thick
 * @start: how the left end is drawn
 * @end: how the right end is drawn
 * @start_length: of the left end, unless plain
 * @end_length: of the right end, unless plain
 * @round: whether plain ends are round
 */
void
ent_marks_bar (EntDrawing *drawing,
               EntColor    color,
               double      from,
               double      to,
               double      y,
               double      height,
               EntBarEnd   start,
               EntBarEnd   end,
               double      start_length,
               double      end_length,
               gboolean    round)
{
  double limit;

  /* An end outside the view is not seen; it must not be drawn at the edge instead. */
  if (from < drawing->x0)
    {
      from = drawing->x0;
      if (start != ENT_BAR_END_OPEN)
        start = ENT_BAR_END_PLAIN;
    }
  if (to > drawing->x1)
    {
      to = drawing->x1;
      if (end != ENT_BAR_END_OPEN)
        end = ENT_BAR_END_PLAIN;
    }
  if (!(to > from))
    return;

  limit = (to - from) * 0.45;
  if (start != ENT_BAR_END_PLAIN)
    {
      double length = fmin (start_length, limit);

      bar_end (drawing, color, from, from + length, y, height, start, TRUE);
      from += length;
    }
  if (end != ENT_BAR_END_PLAIN)
    {
      double length = fmin (end_length, limit);

      bar_end (drawing, color, to - length, to, y, height, end, FALSE);
      to -= length;
    }
  {
    EntItem *item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_BAR);

    item->x = from;
    item->y = y - height / 2;
    item->width = to - from;
    item->height = height;
    item->fill = color;
    if (round && start == ENT_BAR_END_PLAIN && end == ENT_BAR_END_PLAIN)
      item->radius = (float) fmin (height / 2, (to - from) / 2);
  }
}

/**
 * ent_marks_phase:
 * @drawing: the drawing
 * @phase: any but the intrusion
 * @x: when
 * @y: middle of the chain
 * @color: of the kind
 *
 * The sign of a phase on its chain.
 */
void
ent_marks_phase (EntDrawing *drawing,
                 EntPhase    phase,
                 double      x,
                 double      y,
                 EntColor    color)
{
  double k = drawing->style.mark;
  EntItem *item;

  switch (phase)
    {
    case ENT_PHASE_DETECTION:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x - k, y - 5.5 * k, 2 * k, 11 * k, color);
      ent_drawing_see (drawing, ENT_SEEN_DETECTION);
      break;
    case ENT_PHASE_REMEDIATION:
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x, y - 4.5 * k, x, y + 4.5 * k, color, 1.2 * k);
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x - 2.2 * k, y + 4.5 * k, x + 2.2 * k,
                        y + 4.5 * k, color, 1.2 * k);
      ent_drawing_see (drawing, ENT_SEEN_REMEDIATION);
      break;
    case ENT_PHASE_DISCLOSURE:
      item = add_shape (drawing, ENT_ROLE_PHASE, ENT_SHAPE_CIRCLE, x, y, 3.4 * k);
      item->fill = drawing->theme->view;
      outline (drawing, item, color, 1.5);
      ent_drawing_see (drawing, ENT_SEEN_DISCLOSURE);
      break;
    case ENT_PHASE_ATTRIBUTION:
      item = add_shape (drawing, ENT_ROLE_PHASE, ENT_SHAPE_TRIANGLE_RIGHT, x + 3.3 * k, y, 6.6 * k);
      item->fill = color;
      outline (drawing, item, drawing->theme->view, 1);
      ent_drawing_see (drawing, ENT_SEEN_ATTRIBUTION);
      break;
    case ENT_PHASE_INTRUSION:
    default:
      g_assert_not_reached ();
    }
}

/* Black or white, whichever stands out more (WCAG 2.1). */
static EntColor
ink_on (EntColor color)
{
  double luminance = ent_color_luminance (color);

  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? 0x000000ff : 0xffffffff;
}

/* The shares of other classes than that of most events, clockwise from the top. */
static void
draw_shares (EntDrawing   *drawing,
             EntShape      shape,
             double        x,
             double        y,
             double        radius,
             guint         count,
             const guint  *classes,
             guint         most)
{
  double turn = classes[most] / (double) count;

  for (guint i = 0; i < ent_coloring_get_n_classes (drawing->coloring); i++)
    {
      EntItem *item;

      if (i == most || classes[i] == 0)
        continue;
      item = add_shape (drawing, ENT_ROLE_FOLD, shape, x, y, radius);
      item->fill = ent_coloring_get_color (drawing->coloring, drawing->theme, i);
      item->x2 = turn;
      turn = fmin (turn + classes[i] / (double) count, 1);
      item->y2 = turn;
      drawing->classes |= ent_coloring_has_facet (drawing->coloring) ? 1u << i : 0;
    }
  drawing->classes |= ent_coloring_has_facet (drawing->coloring) ? 1u << most : 0;
}

/**
 * ent_marks_fold:
 * @drawing: the drawing
 * @kind: of its events; any other for several
 * @x: centre
 * @y: centre
 * @count: how many events it stands for
 * @classes: (nullable): how many of them are of each class of the drawing's colouring; %NULL for a sample
 */
void
ent_marks_fold (EntDrawing   *drawing,
                EntKindStyle  kind,
                double        x,
                double        y,
                guint         count,
                const guint  *classes)
{
  double k = drawing->style.mark;
  double radius = (7.5 + 2.2 * log10 (MAX (count, 1))) * k;
  double size = (count < 100 ? 10.5 : 9.5) * drawing->style.label / 12;
  EntShape shape = ent_kind_shape (kind);
  EntColor color = ent_drawing_get_color (drawing, kind);
  g_autofree char *number = ent_words_number (drawing->words, count);
  guint most = 0;
  EntItem *item;

  for (guint i = 1; classes != NULL && i < ent_coloring_get_n_classes (drawing->coloring); i++)
    most = classes[i] > classes[most] ? i : most;
  if (classes != NULL)
    color = ent_coloring_get_color (drawing->coloring, drawing->theme, most);
  item = add_shape (drawing, ENT_ROLE_MOAT, shape, x + 2 * k, y - 2 * k, radius);
  item->fill = ent_color_mix (drawing->theme->view, color, 0.4);
  item = add_shape (drawing, ENT_ROLE_FOLD, shape, x, y, radius);
  item->fill = color;
  outline (drawing, item, drawing->theme->view, 1);
  if (!drawing->in_legend)
    item->count = count;
  if (classes != NULL)
    draw_shares (drawing, shape, x, y, radius, count, classes, most);
  ent_drawing_text (drawing, ENT_LAYER_LABELS, ENT_ROLE_COUNT, x, y + size * 0.35, number, size, TRUE,
                    ENT_ALIGN_MIDDLE, ink_on (color), classes != NULL && classes[most] < count ? color : ENT_COLOR_NONE);
  ent_drawing_see (drawing, ENT_SEEN_FOLD);
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + kind);
}
