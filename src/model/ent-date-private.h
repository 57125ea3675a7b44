/* ent-date-private.h: what the parts of the date reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-date.h"

G_BEGIN_DECLS

/* What an expression is written with. */
typedef enum
{
  ENT_UNIT_YEAR,
  ENT_UNIT_LONG_YEAR, /* Y… */
  ENT_UNIT_SEASON,
  ENT_UNIT_MONTH,
  ENT_UNIT_DAY,
  ENT_UNIT_SECOND,
} EntDateUnit;

enum
{
  ENT_COMPONENT_YEAR,
  ENT_COMPONENT_MONTH, /* or season */
  ENT_COMPONENT_DAY,
  ENT_N_COMPONENTS
};

/* Exponents and counts of digits stop here: past it, all are beyond. */
#define ENT_DATE_COUNT_LIMIT G_GINT64_CONSTANT (100000000000000000)

/* One date as written: syntax, then the extent that follows from it. */
typedef struct
{
  EntDateUnit unit;
  guint8      level;
  guint8      qualifiers[ENT_N_COMPONENTS];
  gboolean    negative;
  gboolean    open[ENT_N_COMPONENTS]; /* has an X */
  char        year[4];                /* digits or X, as are the next two */
  char        month[2];
  char        day[2];
  int         season; /* 21 to 41 */

  /* Of a long year: digits without leading zeros, in the caller's text. */
  const char *mantissa;
  gsize       mantissa_length;
  gint64      exponent;

  /* Of a year, long or not; 0 when not given. */
  gint64 significant;

  int      hour;
  int      minute;
  int      second;
  gboolean has_zone;
  int      zone; /* minutes east of UTC */

  EntBound     earliest; /* inclusive */
  EntBound     latest;   /* exclusive */
  EntPrecision precision;
} EntDateExpression;

/* An end of a member: an expression, or none. */
typedef struct
{
  EntBoundKind      kind; /* KNOWN: @expression holds it; OPEN or UNKNOWN */
  EntDateExpression expression;
} EntDateEnd;

/* A single date, an interval, or one element of a set. */
typedef struct
{
  gboolean   is_range;
  EntDateEnd start;
  EntDateEnd end; /* only of a range */
} EntDateMember;

typedef void (*EntDateMemberFunc) (EntDateForm          form,
                                   const EntDateMember *member,
                                   gpointer             user_data);

gboolean ent_date_read                  (const char              *text,
                                         gssize                   length,
                                         EntDateMemberFunc        func,
                                         gpointer                 user_data,
                                         EntDateForm             *form,
                                         guint8                  *level,
                                         GError                 **error);

guint8   ent_date_member_level          (const EntDateMember     *member);

gboolean ent_date_expression_resolve    (EntDateExpression       *expression);
int      ent_date_expression_compare    (const EntDateExpression *a,
                                         const EntDateExpression *b);
void     ent_date_expression_append     (const EntDateExpression *expression,
                                         GString                 *string);

G_END_DECLS
