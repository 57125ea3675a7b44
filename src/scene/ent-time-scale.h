/* ent-time-scale.h: between time and pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "ent-date.h"

G_BEGIN_DECLS

/**
 * EntTimeScale:
 * @origin: seconds UTC at @x
 * @x: CSS pixels
 * @px_per_second: above 0
 *
 * A linear scale. The origin is taken off before anything becomes a double, so that
 * seconds stay apart at any distance from 1970.
 */
typedef struct
{
  gint64 origin;
  double x;
  double px_per_second;
} EntTimeScale;

/** The mean Gregorian year, for zoom levels only. */
#define ENT_SECONDS_PER_YEAR 31556952.0

/** ent_time_scale_fit: (skip): the scale that shows @span from @x0 to @x1; @span is not empty */
static inline EntTimeScale
ent_time_scale_fit (const EntSpan *span,
                    double         x0,
                    double         x1)
{
  gint64 length;
  double seconds = __builtin_sub_overflow (span->end, span->start, &length)
                     ? (double) span->end - (double) span->start
                     : (double) length;

  return (EntTimeScale){ span->start, x0, (x1 - x0) / (seconds > 0 ? seconds : 1) };
}

/** ent_time_scale_to_x: (skip): where a time stands, CSS pixels; not limited to any view */
static inline double
ent_time_scale_to_x (const EntTimeScale *scale,
                     gint64              time)
{
  gint64 distance;
  double seconds = __builtin_sub_overflow (time, scale->origin, &distance)
                     ? (double) time - (double) scale->origin
                     : (double) distance;

  return scale->x + seconds * scale->px_per_second;
}

/** ent_time_scale_to_time: (skip): the second at @x, limited to what 64 bits hold */
static inline gint64
ent_time_scale_to_time (const EntTimeScale *scale,
                        double              x)
{
  double seconds = (x - scale->x) / scale->px_per_second;
  gint64 time;

  if (!(seconds > -9.2e18))
    return G_MININT64;
  if (!(seconds < 9.2e18))
    return G_MAXINT64;
  if (__builtin_add_overflow (scale->origin, (gint64) (seconds < 0 ? seconds - 0.5 : seconds + 0.5), &time))
    return seconds < 0 ? G_MININT64 : G_MAXINT64;
  return time;
}

/** ent_time_scale_px_per_year: (skip): how wide a mean year is */
static inline double
ent_time_scale_px_per_year (const EntTimeScale *scale)
{
  return scale->px_per_second * ENT_SECONDS_PER_YEAR;
}

/**
 * ent_zoom_step: (skip):
 *
 * Returns: the zoom step a scale belongs to. Steps are powers of √2; inside one, rows stay and marks glide.
 */
static inline int
ent_zoom_step (double px_per_second)
{
  return (int) floor (2 * log2 (px_per_second) + 1e-9);
}

/** ent_zoom_step_scale: (skip): the least of a step's scales, at which marks are closest */
static inline double
ent_zoom_step_scale (int step)
{
  return exp2 (step / 2.0);
}

G_END_DECLS
