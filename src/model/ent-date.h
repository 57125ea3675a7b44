/* ent-date.h: dates that know how sure they are (EDTF)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-span.h"

G_BEGIN_DECLS

#define ENT_DATE_ERROR (ent_date_error_quark ())

/**
 * EntDateError:
 * @ENT_DATE_ERROR_EMPTY: there is nothing
 * @ENT_DATE_ERROR_YEAR: no year, or a year that cannot be
 * @ENT_DATE_ERROR_MONTH: no month or season where one must be
 * @ENT_DATE_ERROR_DAY: no day, or one that the month never has
 * @ENT_DATE_ERROR_TIME: no time of day, or one that no day has
 * @ENT_DATE_ERROR_ZONE: no offset from UTC
 * @ENT_DATE_ERROR_INTERVAL: not an interval
 * @ENT_DATE_ERROR_SET: not a set
 * @ENT_DATE_ERROR_REVERSED: the end is before the start
 * @ENT_DATE_ERROR_TRAILING: something follows where the date has ended
 * @ENT_DATE_ERROR_NOT_CLOSED: a span was asked for, and an end is open, unknown or too far away
 */
typedef enum
{
  ENT_DATE_ERROR_EMPTY,
  ENT_DATE_ERROR_YEAR,
  ENT_DATE_ERROR_MONTH,
  ENT_DATE_ERROR_DAY,
  ENT_DATE_ERROR_TIME,
  ENT_DATE_ERROR_ZONE,
  ENT_DATE_ERROR_INTERVAL,
  ENT_DATE_ERROR_SET,
  ENT_DATE_ERROR_REVERSED,
  ENT_DATE_ERROR_TRAILING,
  ENT_DATE_ERROR_NOT_CLOSED,
} EntDateError;

/* Beyond this year, on either side, a date is valid but has no bounds. */
#define ENT_DATE_YEAR_LIMIT G_GINT64_CONSTANT (200000000000)

/**
 * EntBoundKind:
 * @ENT_BOUND_KNOWN: `time` holds it
 * @ENT_BOUND_OPEN: `..`: there is none, or none yet
 * @ENT_BOUND_UNKNOWN: there is one, and it is not known
 * @ENT_BOUND_BEYOND: in a year beyond %ENT_DATE_YEAR_LIMIT; `time` is
 *   %G_MININT64 or %G_MAXINT64 and tells only on which side
 */
typedef enum
{
  ENT_BOUND_KNOWN,
  ENT_BOUND_OPEN,
  ENT_BOUND_UNKNOWN,
  ENT_BOUND_BEYOND,
} EntBoundKind;

/**
 * EntQualifier:
 * @ENT_QUALIFIER_NONE: as stated
 * @ENT_QUALIFIER_UNCERTAIN: `?`
 * @ENT_QUALIFIER_APPROXIMATE: `~`; `%` is both
 *
 * What is said of a date or of any part of it.
 */
typedef enum
{
  ENT_QUALIFIER_NONE = 0,
  ENT_QUALIFIER_UNCERTAIN = 1 << 0,
  ENT_QUALIFIER_APPROXIMATE = 1 << 1,
} EntQualifier;

/**
 * EntPrecision:
 *
 * The finest unit that is known, from fine to coarse: `1985-04-XX` is of month
 * precision, `1985-XX-12` of year precision, `156X-12-25` of decade precision.
 * Everything that leaves more than a century open is %ENT_PRECISION_COARSER;
 * so is an end that is open or unknown.
 */
typedef enum
{
  ENT_PRECISION_SECOND,
  ENT_PRECISION_DAY,
  ENT_PRECISION_MONTH,
  ENT_PRECISION_SEASON,
  ENT_PRECISION_YEAR,
  ENT_PRECISION_DECADE,
  ENT_PRECISION_CENTURY,
  ENT_PRECISION_COARSER,
} EntPrecision;

/**
 * EntDateForm:
 * @ENT_DATE_SINGLE: one date
 * @ENT_DATE_INTERVAL: `start/end`
 * @ENT_DATE_ONE_OF: `[a,b..c]`, one of the members, not known which
 * @ENT_DATE_ALL_OF: `{a,b..c}`, all of the members
 */
typedef enum
{
  ENT_DATE_SINGLE,
  ENT_DATE_INTERVAL,
  ENT_DATE_ONE_OF,
  ENT_DATE_ALL_OF,
} EntDateForm;

/**
 * EntBound:
 * @time: seconds since 1970-01-01T00:00:00Z, proleptic Gregorian, UTC; only
 *   when @kind is %ENT_BOUND_KNOWN
 * @kind: an #EntBoundKind
 * @qualifiers: #EntQualifier flags, of the date the bound comes from
 */
typedef struct
{
  gint64 time;
  guint8 kind;
  guint8 qualifiers;
} EntBound;

/**
 * EntDate:
 * @earliest_start: the first second at which it may start
 * @latest_start: the second after the last at which it may start
 * @earliest_end: the first second at which it may end
 * @latest_end: the second after the last at which it may end
 * @form: an #EntDateForm
 * @start_precision: the #EntPrecision of the start
 * @end_precision: the #EntPrecision of the end
 * @level: the lowest EDTF level that has all it is written with, 0 to 2
 *
 * A date as bounds; a plain value, to be copied by assignment. The text is
 * kept by whoever holds the date.
 *
 * For a single date both pairs are its own extent: what is dated `2014-03`
 * started and ended somewhere in March 2014. Of an interval the first pair is
 * the extent of its start, the second that of its end, each cut to what the
 * other allows. One of a set may be anywhere from the first member to the last;
 * all of a set start with the first and end with the last.
 */
typedef struct
{
  EntBound earliest_start;
  EntBound latest_start;
  EntBound earliest_end;
  EntBound latest_end;
  guint8   form;
  guint8   start_precision;
  guint8   end_precision;
  guint8   level;
} EntDate;

GQuark   ent_date_error_quark   (void);

gboolean ent_date_parse         (const char    *text,
                                 gssize         length,
                                 EntDate       *date,
                                 GError       **error);
char    *ent_date_canonical     (const char    *text,
                                 gssize         length,
                                 GError       **error);
gsize    ent_date_members       (const char    *text,
                                 gssize         length,
                                 EntDate       *members,
                                 gsize          max);

gboolean ent_date_equal         (const EntDate *a,
                                 const EntDate *b);
int      ent_date_compare       (const EntDate *a,
                                 const EntDate *b);
void     ent_date_get_order_key (const EntDate *date,
                                 EntSpan       *key);
gboolean ent_date_is_placed     (const EntDate *date);
gboolean ent_date_may_overlap   (const EntDate *date,
                                 const EntSpan *span);
gboolean ent_date_surely_within (const EntDate *date,
                                 const EntSpan *span);

char    *ent_time_format        (gint64         time);

G_END_DECLS
