/* ent-rate-ratio.h: how much more often something happened than before, and how sure that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How often intervals like these hold the true ratio, at the least. */
#define ENT_RATE_RATIO_LEVEL 0.95

/** Fewer events, on both sides together, say nothing; nor does an interval that holds all from @LOW to @HIGH. */
#define ENT_RATE_RATIO_LEAST_EVENTS 5
#define ENT_RATE_RATIO_LOW 0.2
#define ENT_RATE_RATIO_HIGH 5.0

/**
 * EntTally:
 * @surely: how many events there are for certain
 * @at_most: how many there may be; not fewer
 */
typedef struct
{
  guint surely;
  guint at_most;
} EntTally;

/**
 * EntRateRatio:
 * @least: the ratio when as few as can be are after and as many before
 * @most: the ratio when as many as can be are after and as few before
 * @low: the lower bound of the interval of the first
 * @high: the upper bound of the interval of the second
 * @too_few: there are too few events to say anything
 *
 * The rate after divided by the rate before, %INFINITY when there are none before. @least or @most is NaN when there
 * are none on either side; what is sure then goes from 0 to %INFINITY.
 */
typedef struct
{
  double   least;
  double   most;
  double   low;
  double   high;
  gboolean too_few;
} EntRateRatio;

void ent_rate_ratio_interval (guint           after,
                              guint           before,
                              double          time_after,
                              double          time_before,
                              double         *low,
                              double         *high);
void ent_rate_ratio_compare  (EntRateRatio   *self,
                              const EntTally *after,
                              const EntTally *before,
                              double          time_after,
                              double          time_before);

G_END_DECLS
