/* ent-period.h: a stretch of the calendar, such as two years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_PERIOD_ERROR (ent_period_error_quark ())

/**
 * EntPeriodError:
 * @ENT_PERIOD_ERROR_NO_P: it does not begin with `P`
 * @ENT_PERIOD_ERROR_NUMBER: no whole number where one must be
 * @ENT_PERIOD_ERROR_UNIT: a number without a unit, or a unit twice or out of order
 * @ENT_PERIOD_ERROR_TIME: hours, minutes or seconds
 * @ENT_PERIOD_ERROR_TOO_LONG: a number beyond %ENT_PERIOD_LIMIT
 * @ENT_PERIOD_ERROR_ZERO: it is of no length
 */
typedef enum
{
  ENT_PERIOD_ERROR_NO_P,
  ENT_PERIOD_ERROR_NUMBER,
  ENT_PERIOD_ERROR_UNIT,
  ENT_PERIOD_ERROR_TIME,
  ENT_PERIOD_ERROR_TOO_LONG,
  ENT_PERIOD_ERROR_ZERO,
} EntPeriodError;

/** The largest number of any unit. */
#define ENT_PERIOD_LIMIT 999999

/**
 * EntPeriod:
 * @months: months, twelve for a year
 * @days: days, seven for a week
 *
 * A duration of ISO 8601, to the day. How many seconds it is depends on where in the calendar it lies. A plain
 * value; not both numbers are 0.
 */
typedef struct
{
  gint32 months;
  gint32 days;
} EntPeriod;

GQuark   ent_period_error_quark (void);

gboolean ent_period_parse       (const char      *text,
                                 EntPeriod       *period,
                                 GError         **error);
char    *ent_period_to_text     (const EntPeriod *period);
gboolean ent_period_equal       (const EntPeriod *a,
                                 const EntPeriod *b);
gboolean ent_period_after       (const EntPeriod *period,
                                 gint64           time,
                                 gint64          *result);
gboolean ent_period_before      (const EntPeriod *period,
                                 gint64           time,
                                 gint64          *result);

G_END_DECLS
