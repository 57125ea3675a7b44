/* ent-overview-strip-geometry.c: where a pointer takes hold of the overview, and what it does there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip-geometry.h"

/* Wide enough for a finger. */
#define HOLD 24.0

/* How far around what is seen of a grip a pointer still means it. */
#define NEAR 2.0

static gboolean
is_on_grip (const EntOverviewHandle *handle,
            int                      side,
            double                   x,
            double                   y)
{
  return ABS (x - handle->grip_x[side]) <= handle->grip_width / 2 + NEAR &&
         ABS (y - handle->grip_y) <= handle->grip_height / 2 + NEAR;
}

/**
 * ent_overview_strip_part_at:
 * @handle: the window's frame and grips
 * @x: CSS pixels
 * @y: CSS pixels
 *
 * Each grip can be held in 24 px, all the way up, and the window in as much as far as it is free. Where they compete,
 * in a narrow window, what is seen of a grip decides.
 *
 * Returns: what is at a point
 */
EntStripPart
ent_overview_strip_part_at (const EntOverviewHandle *handle,
                            double                   x,
                            double                   y)
{
  double width = handle->frame_width;
  double middle = handle->frame_x + width / 2;
  double inner = handle->narrow ? -(HOLD - width) / 2 : CLAMP ((width - HOLD) / 2, handle->grip_width / 2, HOLD / 2);
  double left = handle->frame_x + inner;
  double right = handle->frame_x + width - inner;

  if (is_on_grip (handle, 0, x, y) || is_on_grip (handle, 1, x, y))
    return x < middle ? ENT_STRIP_START : ENT_STRIP_END;
  if (x >= left && x <= right)
    return ENT_STRIP_WINDOW;
  if (x < left && x >= left - HOLD)
    return ENT_STRIP_START;
  if (x > right && x <= right + HOLD)
    return ENT_STRIP_END;
  return ENT_STRIP_GROUND;
}

/* Seconds in so many pixels. */
static gint64
seconds_in (const EntTimeScale *scale,
            double              pixels)
{
  EntTimeScale from_zero = { 0, 0, scale->px_per_second };

  return ent_time_scale_to_time (&from_zero, pixels);
}

static gint64
add (gint64 a,
     gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return b > 0 ? G_MAXINT64 : G_MININT64;
  return sum;
}

static gint64
subtract (gint64 a,
          gint64 b)
{
  gint64 difference;

  if (__builtin_sub_overflow (a, b, &difference))
    return b < 0 ? G_MAXINT64 : G_MININT64;
  return difference;
}

static gint64
time_at (const EntOverviewRequest *request,
         const EntTimeScale       *scale,
         double                    x)
{
  return CLAMP (ent_time_scale_to_time (scale, x), request->whole.start, request->whole.end);
}

/* Moves a span, no further out of the whole than it is. */
static void
move (const EntSpan *whole,
      const EntSpan *window,
      gint64         distance,
      EntSpan       *span)
{
  gint64 back = MIN (subtract (whole->start, window->start), 0);
  gint64 on = MAX (subtract (whole->end, window->end), 0);

  distance = CLAMP (distance, back, on);
  span->start = add (window->start, distance);
  span->end = add (window->end, distance);
}

/**
 * ent_overview_strip_drag:
 * @request: what was shown when the drag began
 * @part: what it began on
 * @from: where it began
 * @to: where it is
 * @span: (out): the window it makes
 *
 * The window moves and its ends move with the pointer, inside the strip; on empty ground a new window is drawn from
 * one point to the other. A grip that comes to the other end stops before it.
 */
void
ent_overview_strip_drag (const EntOverviewRequest *request,
                         EntStripPart              part,
                         double                    from,
                         double                    to,
                         EntSpan                  *span)
{
  EntTimeScale scale = ent_overview_get_scale (request);
  const EntSpan *whole = &request->whole;
  const EntSpan *window = &request->window;
  gint64 distance = seconds_in (&scale, to - from);
  gint64 least = MAX (MIN (seconds_in (&scale, ENT_STRIP_MIN_WINDOW), subtract (window->end, window->start)), 1);

  *span = *window;
  switch (part)
    {
    case ENT_STRIP_WINDOW:
      move (whole, window, distance, span);
      break;
    case ENT_STRIP_START:
      span->start = MIN (MAX (add (window->start, distance), MIN (whole->start, window->start)),
                         subtract (window->end, least));
      break;
    case ENT_STRIP_END:
      span->end = MAX (MIN (add (window->end, distance), MAX (whole->end, window->end)), add (window->start, least));
      break;
    case ENT_STRIP_GROUND:
    default:
      least = MAX (seconds_in (&scale, ENT_STRIP_MIN_WINDOW), 1);
      span->start = MIN (time_at (request, &scale, MIN (from, to)), subtract (whole->end, least));
      span->end = MAX (time_at (request, &scale, MAX (from, to)), add (span->start, least));
      break;
    }
}

/**
 * ent_overview_strip_center:
 * @request: what is shown
 * @x: CSS pixels
 * @span: (out): the window, as long as it is, about the time at @x, inside the strip
 */
void
ent_overview_strip_center (const EntOverviewRequest *request,
                           double                    x,
                           EntSpan                  *span)
{
  EntTimeScale scale = ent_overview_get_scale (request);
  const EntSpan *window = &request->window;
  gint64 middle = add (window->start, subtract (window->end, window->start) / 2);

  move (&request->whole, window, subtract (ent_time_scale_to_time (&scale, x), middle), span);
}
