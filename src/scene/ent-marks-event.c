/* ent-marks-event.c: an event drawn by its date and phases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "ent-as-of.h"
#include "ent-marks.h"

/* Tints of the kind's colour on the ground: the less is known, the lighter. */
#define TONE_COARSE 0.32
#define TONE_COARSE_PHASE 0.20
#define TONE_BAR 0.62
#define TONE_KNOWN 0.40
#define TONE_DETECTION_UNKNOWN 0.55

#define MAX_MEMBERS 64

static EntColor
tone (const EntDrawing *drawing,
      EntKindStyle      kind,
      double            amount)
{
  EntColor color = ent_drawing_get_color (drawing, kind);

  return amount < 1 ? ent_color_mix (drawing->theme->view, color, amount) : color;
}

static gboolean
in_view (const EntDrawing *drawing,
         double            x)
{
  return x >= drawing->x0 - 0.5 && x <= drawing->x1 + 0.5;
}

/* What is drawn belongs into the legend if any of it is in view. */
static void
see_stretch (EntDrawing *drawing,
             double      from,
             double      to,
             EntSeen     seen)
{
  if (to > from && to > drawing->x0 && from < drawing->x1)
    ent_drawing_see (drawing, seen);
}

static double
end_length (const EntDrawing *drawing,
            double            zone,
            EntBarEnd         end)
{
  double k = drawing->style.mark;

  return end == ENT_BAR_END_OPEN ? 40 * k : fmax (18 * k, zone);
}

/* 4 px chevrons inside the edge say that something goes on outside. */
static void
draw_edges (EntDrawing *drawing,
            double      left,
            double      right,
            double      y,
            EntColor    at_left,
            EntColor    at_right)
{
  double k = drawing->style.mark;

  for (int side = 0; side < 2; side++)
    {
      EntItem *item;

      if (side == 0 ? !(left < drawing->view0 - 0.5) : !(right > drawing->view1 + 0.5))
        continue;
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_EDGE);
      item->shape = side == 0 ? ENT_SHAPE_CHEVRON_LEFT : ENT_SHAPE_CHEVRON_RIGHT;
      item->x = side == 0 ? drawing->view0 + 3.5 * k : drawing->view1 - 3.5 * k;
      item->y = y;
      item->radius = (float) (4.5 * k);
      item->stroke = side == 0 ? at_left : at_right;
      item->stroke_width = (float) (1.5 * k);
      item->round_caps = TRUE;
      ent_drawing_see (drawing, ENT_SEEN_GOES_ON);
    }
}

static void
draw_unknown_end (EntDrawing *drawing,
                  double      x,
                  double      y,
                  int         direction,
                  EntColor    color)
{
  double k = drawing->style.mark;

  for (int i = 0; i < 3; i++)
    {
      double left = x + direction * (4 + 5 * i) * k - (direction < 0 ? 2 * k : 0);

      if (!in_view (drawing, left))
        continue;
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, left, y - k, 2 * k, 2 * k, color);
      ent_drawing_see (drawing, ENT_SEEN_UNKNOWN_END);
    }
}

static EntBarEnd
left_end (const EntExtent *date)
{
  return date->start_kind == ENT_BOUND_OPEN || date->start_kind == ENT_BOUND_BEYOND
           ? ENT_BAR_END_OPEN
           : ent_bar_end_of (date->start_qualifiers);
}

static EntBarEnd
right_end (const EntExtent *date)
{
  return date->end_kind == ENT_BOUND_OPEN || date->end_kind == ENT_BOUND_BEYOND
           ? ENT_BAR_END_OPEN
           : ent_bar_end_of (date->end_qualifiers);
}

/* The light band of a date that is not known to the day, soft or hatched where that is not sure either. */
static void
draw_coarse_band (EntDrawing      *drawing,
                  const EntExtent *date,
                  EntKindStyle     kind,
                  double           y,
                  double           amount)
{
  double k = drawing->style.mark;
  EntBarEnd end = ent_bar_end_of (date->start_qualifiers | date->end_qualifiers);
  double length = end_length (drawing, (date->end1 - date->start0) * 0.3, end);
  EntColor color = tone (drawing, kind, amount);

  ent_marks_bar (drawing, color, date->start0, date->end1, y, 10 * k, end, end, length, length, FALSE);
  if (date->start_precision == ENT_PRECISION_SEASON)
    for (int side = 0; side < 2; side++)
      {
        double x = side == 0 ? date->start0 : date->end1;
        EntItem *item;

        if (!in_view (drawing, x))
          continue;
        item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_BAR);
        item->shape = side == 0 ? ENT_SHAPE_BRACKET_LEFT : ENT_SHAPE_BRACKET_RIGHT;
        item->x = x;
        item->y = y;
        item->radius = (float) (5 * k);
        item->stroke = ent_drawing_get_color (drawing, kind);
        item->stroke_width = (float) (1.3 * k);
        ent_drawing_see (drawing, ENT_SEEN_SEASON);
      }
  see_stretch (drawing, date->start0, date->end1, ENT_SEEN_COARSE);
}

/* From `from` to `to` in the full tone; the parts where it may not have begun, or may have ended, lighter. */
static void
draw_interval (EntDrawing      *drawing,
               const EntExtent *date,
               EntKindStyle     kind,
               double           y,
               double           from,
               double           to,
               double           amount)
{
  double k = drawing->style.mark;
  EntColor color = tone (drawing, kind, amount);
  EntColor light = tone (drawing, kind, amount > 0.5 ? TONE_COARSE : TONE_COARSE * 0.6);
  double sure_from = date->coarse_start && !isinf (date->start0) ? fmin (date->start1, date->end0) : date->start0;
  double sure_to = date->coarse_end && !isinf (date->end1) ? fmax (date->end0, sure_from) : date->end1;
  EntBarEnd start = from <= date->start0 ? left_end (date) : ENT_BAR_END_PLAIN;
  EntBarEnd end = to >= date->end1 ? right_end (date) : ENT_BAR_END_PLAIN;
  double start_length = end_length (drawing, sure_from - date->start0, start);
  double finish_length = end_length (drawing, date->end1 - sure_to, end);

  /* A soft or hatched end says it all; a plain coarse one is a lighter stretch. */
  if (start == ENT_BAR_END_PLAIN && sure_from - date->start0 > 1)
    {
      ent_marks_bar (drawing, light, fmax (from, date->start0), fmin (to, sure_from), y, 6 * k, ENT_BAR_END_PLAIN,
                     ENT_BAR_END_PLAIN, 0, 0, FALSE);
      see_stretch (drawing, fmax (from, date->start0), fmin (to, sure_from), ENT_SEEN_COARSE);
      from = fmax (from, sure_from);
    }
  if (end == ENT_BAR_END_PLAIN && date->end1 - sure_to > 1)
    {
      ent_marks_bar (drawing, light, fmax (from, sure_to), fmin (to, date->end1), y, 6 * k, ENT_BAR_END_PLAIN,
                     ENT_BAR_END_PLAIN, 0, 0, FALSE);
      see_stretch (drawing, fmax (from, sure_to), fmin (to, date->end1), ENT_SEEN_COARSE);
      to = fmin (to, sure_to);
    }
  ent_marks_bar (drawing, color, from, to, y, 6 * k, start, end, start_length, finish_length,
                 kind == ENT_KIND_MEETING);
}

static void
draw_set (EntDrawing     *drawing,
          const EntPlace *place,
          double          y)
{
  double k = drawing->style.mark;
  EntSlice text = ent_dataset_get_event_text (drawing->dataset, place->row, ENT_TEXT_DATE, NULL);
  EntDate members[MAX_MEMBERS];
  gsize n_members = text.text != NULL ? ent_date_members (text.text, (gssize) text.length, members, MAX_MEMBERS) : 0;
  gboolean all = place->date.form == ENT_DATE_ALL_OF;
  EntColor color = ent_drawing_get_color (drawing, place->kind);
  double from = fmax (place->date.start0, drawing->x0);
  double to = fmin (place->date.end1, drawing->x1);
  const gint64 *as_of = ent_dataset_get_as_of (drawing->dataset);
  EntItem *item;

  if (to > from)
    {
      item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_MARKS, ENT_ROLE_BAR);
      item->x = from;
      item->x2 = to;
      item->y = item->y2 = y;
      item->stroke = color;
      item->stroke_width = (float) (1.2 * k);
      item->dash_on = all ? 0 : (float) (2 * k);
      item->dash_off = all ? 0 : (float) (3 * k);
      ent_drawing_see (drawing, all ? ENT_SEEN_ALL_OF : ENT_SEEN_ONE_OF);
    }
  /* Of a longer set the line stands for the rest. */
  for (gsize i = 0; i < MIN (n_members, MAX_MEMBERS); i++)
    {
      EntExtent extent;
      double x;

      if (as_of != NULL && members[i].earliest_start.kind == ENT_BOUND_KNOWN && members[i].earliest_start.time >= *as_of)
        continue;
      ent_extent_of_event (&extent, drawing->dataset, &members[i], &drawing->scale);
      x = isinf (extent.start0) ? extent.end1 : isinf (extent.end1) ? extent.start0 : (extent.start0 + extent.end1) / 2;
      if (isinf (x) || !in_view (drawing, x))
        continue;
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_MARK);
      item->shape = ent_kind_shape (place->kind);
      item->x = x;
      item->y = y;
      item->radius = (float) (place->radius - 0.6 * k);
      item->fill = all ? color : drawing->theme->view;
      item->stroke = color;
      item->stroke_width = (float) (1.4 * k);
    }
}

typedef struct
{
  EntExtent extents[ENT_N_PHASES];
  gboolean  has[ENT_N_PHASES];
  EntExtent active; /* the time of activity */
} Chain;

static void
read_chain (Chain          *chain,
            EntDrawing     *drawing,
            const EntPlace *place)
{
  const EntExtent *intrusion = &chain->extents[ENT_PHASE_INTRUSION];

  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    {
      EntDate date;

      chain->has[phase] = ent_dataset_get_phase (drawing->dataset, place->row, phase, &date, NULL) &&
                          ent_date_is_placed (&date);
      if (chain->has[phase])
        ent_extent_of_event (&chain->extents[phase], drawing->dataset, &date, &drawing->scale);
    }
  chain->active = place->date;
  if (!chain->has[ENT_PHASE_INTRUSION])
    return;
  /* The earlier start and the later end of the two, each with how sure it is. */
  if (intrusion->start0 < chain->active.start0)
    {
      chain->active.start0 = intrusion->start0;
      chain->active.start1 = intrusion->start1;
      chain->active.start_kind = intrusion->start_kind;
      chain->active.start_qualifiers = intrusion->start_qualifiers;
      chain->active.start_precision = intrusion->start_precision;
      chain->active.coarse_start = intrusion->coarse_start;
    }
  if (intrusion->end1 > chain->active.end1)
    {
      chain->active.end0 = intrusion->end0;
      chain->active.end1 = intrusion->end1;
      chain->active.end_kind = intrusion->end_kind;
      chain->active.end_qualifiers = intrusion->end_qualifiers;
      chain->active.end_precision = intrusion->end_precision;
      chain->active.coarse_end = intrusion->coarse_end;
    }
  /* What was entered on one day and found on another lasted in between. */
  chain->active.interval =
    chain->active.interval || intrusion->interval || intrusion->start1 <= place->date.start0 + 0.01;
}

static double
phase_x (const EntExtent *extent)
{
  if (isinf (extent->start0))
    return extent->start1;
  return extent->coarse_start ? (extent->start0 + extent->start1) / 2 : extent->start0;
}

/* What comes after the activity: a thin line to the last phase, a thicker one while a phase lasts. */
static void
draw_chain_lines (EntDrawing     *drawing,
                  const EntPlace *place,
                  const Chain    *chain,
                  double          y)
{
  double k = drawing->style.mark;
  EntColor color = ent_drawing_get_color (drawing, place->kind);
  double end = isinf (chain->active.end1) ? drawing->x1 : chain->active.end1;
  double last = end;

  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    if (chain->has[phase])
      last = fmax (last, chain->extents[phase].interval ? fmin (chain->extents[phase].end1, drawing->x1 + 1)
                                                        : phase_x (&chain->extents[phase]));
  if (last > end && last > drawing->x0 && end < drawing->x1)
    ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, fmax (end, drawing->x0), y, fmin (last, drawing->x1), y,
                      color, 1.3 * k);
  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    {
      const EntExtent *extent = &chain->extents[phase];
      double from;
      double to;

      if (!chain->has[phase] || !extent->interval || phase == ENT_PHASE_INTRUSION)
        continue;
      from = fmax (extent->start0, drawing->x0);
      to = fmin (extent->end1, drawing->x1);
      if (!(to > from))
        continue;
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, from, y, to, y,
                        ent_color_mix (drawing->theme->view, color, 0.55), 2.6 * k);
      ent_drawing_see (drawing, ENT_SEEN_LASTING);
    }
}

static void
draw_activity (EntDrawing     *drawing,
               const EntPlace *place,
               const Chain    *chain,
               double          y)
{
  const EntExtent *active = &chain->active;
  const EntExtent *detection = &chain->extents[ENT_PHASE_DETECTION];
  double from = active->start0;
  double to = active->end1;

  if (!active->interval && active->coarse_start)
    {
      draw_coarse_band (drawing, active, place->kind, y, TONE_COARSE);
      return;
    }
  if (!active->interval || (!(to - from > 2.2 * place->radius) && active->end_kind != ENT_BOUND_OPEN))
    {
      /* Struck at a moment and noticed later: unseen from the one to the other. */
      if (chain->has[ENT_PHASE_DETECTION] && detection->start0 - from > 2.2 * place->radius)
        {
          ent_marks_bar (drawing, ent_drawing_get_color (drawing, place->kind), from, detection->start0, y,
                         6 * drawing->style.mark, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN, 0, 0, FALSE);
          see_stretch (drawing, from, detection->start0, ENT_SEEN_UNSEEN);
        }
      return;
    }
  if (!chain->has[ENT_PHASE_DETECTION])
    {
      draw_interval (drawing, active, place->kind, y, from, to, TONE_DETECTION_UNKNOWN);
      see_stretch (drawing, from, to, ENT_SEEN_ACTIVITY);
      return;
    }
  {
    /* Unseen until it may have been noticed, known from when it had been. */
    double noticed = CLAMP (detection->start0, from, to);
    double known = CLAMP (detection->start1, noticed, to);

    if (!detection->coarse_start)
      known = noticed;
    if (noticed > from)
      draw_interval (drawing, active, place->kind, y, from, noticed, 1);
    if (known > noticed)
      draw_interval (drawing, active, place->kind, y, noticed, known, (1 + TONE_KNOWN) / 2);
    if (to > known)
      draw_interval (drawing, active, place->kind, y, known, to, TONE_KNOWN);
    see_stretch (drawing, from, noticed, ENT_SEEN_UNSEEN);
    see_stretch (drawing, noticed, to, ENT_SEEN_KNOWN);
  }
}

/* A phase is left out where the head stands. */
static double
clear_of_head (const EntDrawing *drawing,
               const EntPlace   *place,
               double            head_x)
{
  return head_x + 1.3 * place->radius + 3 * drawing->style.mark;
}

/* Phases that are known to the month or year: light bands, under the lines. */
static void
draw_phase_bands (EntDrawing     *drawing,
                  const EntPlace *place,
                  const Chain    *chain,
                  double          head_x,
                  double          y)
{
  for (int phase = ENT_PHASE_DETECTION; phase < ENT_N_PHASES; phase++)
    {
      const EntExtent *extent = &chain->extents[phase];
      EntExtent start;

      if (!chain->has[phase] || !extent->coarse_start || isinf (extent->start0) ||
          extent->start1 < clear_of_head (drawing, place, head_x))
        continue;
      start = *extent;
      start.end0 = start.start0;
      start.end1 = start.start1;
      start.end_qualifiers = start.start_qualifiers;
      draw_coarse_band (drawing, &start, place->kind, y, TONE_COARSE_PHASE);
    }
}

static void
draw_phases (EntDrawing     *drawing,
             const EntPlace *place,
             const Chain    *chain,
             double          head_x,
             double          y)
{
  static const EntPhase order[] = { ENT_PHASE_REMEDIATION, ENT_PHASE_DETECTION, ENT_PHASE_DISCLOSURE,
                                    ENT_PHASE_ATTRIBUTION };
  EntColor color = ent_drawing_get_color (drawing, place->kind);
  double clear = clear_of_head (drawing, place, head_x);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      double x;

      if (!chain->has[order[i]])
        continue;
      x = phase_x (&chain->extents[order[i]]);
      if (in_view (drawing, x) && x > clear)
        ent_marks_phase (drawing, order[i], x, y, color);
    }
}

/**
 * ent_marks_event_head:
 * @drawing: the drawing; its row is the event
 * @place: where the event lies
 * @x: centre of the mark
 * @y: centre of the mark
 *
 * Draws the mark of an event and nothing else of it.
 */
void
ent_marks_event_head (EntDrawing     *drawing,
                      const EntPlace *place,
                      double          x,
                      double          y)
{
  guint severity = ent_dataset_get_severity (drawing->dataset, place->row);
  EntStatus status = ent_dataset_get_status (drawing->dataset, place->row);

  ent_marks_head (drawing, place->kind, x, y, place->radius,
                  ent_dataset_get_confidence (drawing->dataset, place->row),
                  ent_dataset_is_denied (drawing->dataset, place->row),
                  ent_status_is_not_done (status));
  if (ent_status_is_not_done (status))
    drawing->statuses |= 1u << status;
  if (severity > 0)
    {
      drawing->severities |= 1u << severity;
      ent_drawing_see (drawing, ENT_SEEN_SEVERITY);
    }
}

/**
 * ent_marks_event_short:
 * @drawing: the drawing; its row is the event
 * @place: where the event lies
 * @x: about where it is
 * @y: centre of the mark
 * @reach: the room on each side
 *
 * Draws an event for which there is no more room than this: its mark on a light band with soft ends, since the mark
 * alone would say more of its date than is known.
 */
void
ent_marks_event_short (EntDrawing     *drawing,
                       const EntPlace *place,
                       double          x,
                       double          y,
                       double          reach)
{
  gboolean owed = drawing->owed;

  drawing->owed = FALSE;
  ent_marks_bar (drawing, tone (drawing, place->kind, TONE_COARSE), x - reach, x + reach, y, 10 * drawing->style.mark,
                 ENT_BAR_END_ABOUT, ENT_BAR_END_ABOUT, reach / 2, reach / 2, FALSE);
  drawing->owed = owed;
  ent_marks_event_head (drawing, place, x, y);
  ent_drawing_see (drawing, ENT_SEEN_COARSE);
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + place->kind);
}

/* On a scale where a date that is not sure is narrower than its mark, what would say so lies below the mark: then it is
 * drawn on both sides of it. It is a sign here, and measures nothing. */
static void
draw_unsure (EntDrawing     *drawing,
             const EntPlace *place,
             double          y)
{
  double k = drawing->style.mark;
  double reach = ent_place_unsure_reach (place, &drawing->style);
  EntBarEnd end = ent_bar_end_of (place->date.start_qualifiers | place->date.end_qualifiers);
  const gint64 *as_of = ent_dataset_get_as_of (drawing->dataset);
  double to = place->x + reach;

  if (reach <= 0 || place->date.end1 - place->date.start0 >= 2 * reach)
    return;
  /* Beyond the day as of which all is told there is nothing, not even a sign. */
  if (as_of != NULL)
    to = fmax (fmin (to, ent_time_scale_to_x (&drawing->scale, *as_of)), place->x);
  ent_marks_bar (drawing, tone (drawing, place->kind, TONE_DETECTION_UNKNOWN), place->x - reach, to, y, 6 * k, end, end,
                 reach, fmax (to - place->x, 1), FALSE);
}

static void
draw_body (EntDrawing     *drawing,
           const EntPlace *place,
           const Chain    *chain,
           gboolean        has_head,
           double          y)
{
  const EntExtent *date = &place->date;
  double head_x = has_head ? place->x : -HUGE_VAL;

  switch ((EntPlaceForm) place->form)
    {
    case ENT_PLACE_COARSE:
      draw_coarse_band (drawing, date, place->kind, y, TONE_COARSE);
      break;
    case ENT_PLACE_BAR:
      draw_interval (drawing, date, place->kind, y, date->start0, date->end1, TONE_BAR);
      break;
    case ENT_PLACE_SET:
      draw_set (drawing, place, y);
      break;
    case ENT_PLACE_CHAIN:
      draw_phase_bands (drawing, place, chain, head_x, y);
      draw_chain_lines (drawing, place, chain, y);
      draw_activity (drawing, place, chain, y);
      draw_phases (drawing, place, chain, head_x, y);
      break;
    case ENT_PLACE_POINT:
    default:
      break;
    }
}

/**
 * ent_marks_event:
 * @drawing: the drawing; its row is the event
 * @place: where the event lies
 * @y: middle of its row
 * @parts: what of it is drawn
 *
 * Draws an event without its label. Exactly one item counts for it, if one is owed.
 */
void
ent_marks_event (EntDrawing     *drawing,
                 const EntPlace *place,
                 double          y,
                 EntMarksParts   parts)
{
  const EntExtent *date = &place->date;
  gboolean body = (parts & ENT_MARKS_BODY) != 0;
  gboolean has_head = !isinf (place->x) && in_view (drawing, place->x);
  EntColor color = ent_drawing_get_color (drawing, place->kind);
  gboolean owed = drawing->owed;
  Chain chain;

  /* The head counts if it is seen; else whatever is drawn first. */
  drawing->owed = owed && !has_head;
  if (place->form == ENT_PLACE_CHAIN)
    read_chain (&chain, drawing, place);
  if (body)
    {
      if (place->form == ENT_PLACE_SET)
        drawing->owed = owed;
      draw_body (drawing, place, &chain, has_head, y);
      if (has_head)
        draw_unsure (drawing, place, y);
      if (date->end_kind == ENT_BOUND_UNKNOWN)
        draw_unknown_end (drawing, date->end1, y, 1, color);
      if (date->start_kind == ENT_BOUND_UNKNOWN)
        draw_unknown_end (drawing, date->start0, y, -1, color);
    }
  if ((parts & ENT_MARKS_EDGES) != 0 && (place->form == ENT_PLACE_BAR || place->form == ENT_PLACE_CHAIN))
    {
      const EntExtent *bar = place->form == ENT_PLACE_CHAIN ? &chain.active : date;
      double k = drawing->style.mark;
      double open_end = (parts & ENT_MARKS_OPEN) != 0 ? HUGE_VAL : drawing->view1;

      /* Cut out of a bar, drawn on a line. */
      draw_edges (drawing, place->left, isinf (place->right) ? open_end : place->right - 4 * k, y,
                  bar->end1 > drawing->view0 + 8 * k ? drawing->theme->view : color,
                  bar->end1 >= drawing->view1 ? drawing->theme->view : color);
    }
  if (!body)
    {
      drawing->owed = owed;
      return;
    }
  if (has_head && place->form != ENT_PLACE_SET)
    {
      drawing->owed = owed;
      ent_marks_event_head (drawing, place, place->x, y);
    }
  else if (drawing->owed)
    {
      double k = drawing->style.mark;
      /* Nothing of it is wide enough to be seen: a hair at the edge still counts. */
      double x = CLAMP (isinf (place->left) ? drawing->x0 : place->left, drawing->x0, drawing->x1 - k);

      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, x, y - 3 * k, k, 6 * k, color);
    }
  ent_drawing_see (drawing, ENT_SEEN_INCIDENT + place->kind);
}

/**
 * ent_marks_selection:
 * @drawing: the drawing
 * @place: the selected event
 * @y: middle of its row
 *
 * The ring round a selected event's mark; when the mark is out of view, a box round what is seen.
 */
void
ent_marks_selection (EntDrawing     *drawing,
                     const EntPlace *place,
                     double          y)
{
  double k = drawing->style.mark;
  EntItem *item;

  if (!isinf (place->x) && place->x >= drawing->view0 - 0.5 && place->x <= drawing->view1 + 0.5)
    {
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_SELECTION);
      item->shape = ent_kind_shape (place->kind);
      item->x = place->x;
      item->y = y;
      item->radius = (float) (place->radius + 3.2 * k);
    }
  else
    {
      double from = fmax (place->left, drawing->view0);
      double to = fmin (place->right, drawing->view1);

      item = ent_drawing_add (drawing, ENT_ITEM_RECT, ENT_LAYER_MARKS, ENT_ROLE_SELECTION);
      item->x = from;
      item->y = y - 7 * k;
      item->width = fmax (to - from, 1);
      item->height = 14 * k;
    }
  item->stroke = drawing->theme->ink;
  item->stroke_width = (float) (1.8 * k * drawing->theme->line_scale);
  ent_drawing_see (drawing, ENT_SEEN_SELECTED);
}
