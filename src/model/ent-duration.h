/* ent-duration.h: how long it was from one date to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-date.h"

G_BEGIN_DECLS

/**
 * EntDuration:
 * @least: seconds it was at least; never below 0
 * @most: seconds it was at most; only when @has_most
 * @has_most: whether there is such a bound: not when an end is open or unknown
 * @by_days: both dates were days or coarser, or one was: both numbers are whole days, counted from
 *   date to date
 * @may_be_reversed: the second date may have been before the first, and @least was cut to 0
 *
 * A range: with both ends known to the day, or to the second, its two numbers are one.
 */
typedef struct
{
  gint64   least;
  gint64   most;
  gboolean has_most;
  gboolean by_days;
  gboolean may_be_reversed;
} EntDuration;

gboolean ent_duration_between  (EntDuration       *self,
                                const EntDate     *from,
                                const EntDate     *to);
gboolean ent_duration_is_exact (const EntDuration *self);

G_END_DECLS
