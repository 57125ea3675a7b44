/* ent-ticks.h: where the axis is divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EntTickUnit: what a calendar step counts; weeks begin on Monday. */
typedef enum
{
  ENT_TICK_SECOND,
  ENT_TICK_MINUTE,
  ENT_TICK_HOUR,
  ENT_TICK_DAY,
  ENT_TICK_WEEK,
  ENT_TICK_MONTH,
  ENT_TICK_YEAR,
} EntTickUnit;

/** EntTickStep: so many of a unit; of months a divisor of 12, of hours one of 24, of the rest of time one of 60. */
typedef struct
{
  guint8 unit;
  gint64 count;
} EntTickStep;

/** EntTickPair: the steps of an axis's two tiers. */
typedef struct
{
  EntTickStep upper;
  EntTickStep lower;
} EntTickPair;

EntTickPair ent_ticks_choose     (double             px_per_year);
EntTickStep ent_ticks_choose_bin (double             px_per_year,
                                  double             min_width);
gint64      ent_ticks_floor      (const EntTickStep *step,
                                  gint64             time);
gint64      ent_ticks_next       (const EntTickStep *step,
                                  gint64             tick);

G_END_DECLS
