/* ent-date.c: dates that know how sure they are (EDTF)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

#include "ent-calendar.h"
#include "ent-date-private.h"

#include <string.h>

G_DEFINE_QUARK (ent-date-error-quark, ent_date_error)

typedef struct
{
  EntDate *date;
  gboolean has_members;
} BoundsClosure;

typedef struct
{
  EntDate *members;
  gsize    max;
  gsize    n;
} MembersClosure;

/* Bounds that lack a time come before or after all that have one. */
static gint64
outward_time (const EntBound *bound,
              gint64          otherwise)
{
  return bound->kind == ENT_BOUND_KNOWN || bound->kind == ENT_BOUND_BEYOND ? bound->time : otherwise;
}

static void
set_pair (const EntDateEnd *end,
          EntBound         *earliest,
          EntBound         *latest,
          guint8           *precision)
{
  if (end->kind == ENT_BOUND_KNOWN)
    {
      *earliest = end->expression.earliest;
      *latest = end->expression.latest;
      *precision = end->expression.precision;
      return;
    }
  *earliest = (EntBound){ 0, end->kind, ENT_QUALIFIER_NONE };
  *latest = *earliest;
  *precision = ENT_PRECISION_COARSER;
}

/* Nothing starts after its end, nor ends before its start. */
static void
cut_to_order (EntDate *date)
{
  if (date->earliest_start.kind == ENT_BOUND_KNOWN && date->earliest_end.kind == ENT_BOUND_KNOWN &&
      date->earliest_end.time < date->earliest_start.time)
    date->earliest_end.time = date->earliest_start.time;
  if (date->latest_start.kind == ENT_BOUND_KNOWN && date->latest_end.kind == ENT_BOUND_KNOWN &&
      date->latest_start.time > date->latest_end.time)
    date->latest_start.time = date->latest_end.time;
}

static void
member_to_date (const EntDateMember *member,
                EntDate             *date)
{
  set_pair (&member->start, &date->earliest_start, &date->latest_start, &date->start_precision);
  date->level = ent_date_member_level (member);
  if (!member->is_range)
    {
      date->form = ENT_DATE_SINGLE;
      date->earliest_end = date->earliest_start;
      date->latest_end = date->latest_start;
      date->end_precision = date->start_precision;
      return;
    }
  date->form = ENT_DATE_INTERVAL;
  set_pair (&member->end, &date->earliest_end, &date->latest_end, &date->end_precision);
  cut_to_order (date);
}

static void
take_earlier (EntBound       *bound,
              const EntBound *other)
{
  gint64 time = outward_time (bound, G_MININT64);
  gint64 other_time = outward_time (other, G_MININT64);

  if (other_time < time || (other_time == time && other->kind == ENT_BOUND_OPEN))
    *bound = *other;
}

static void
take_later (EntBound       *bound,
            const EntBound *other)
{
  gint64 time = outward_time (bound, G_MAXINT64);
  gint64 other_time = outward_time (other, G_MAXINT64);

  if (other_time > time || (other_time == time && other->kind == ENT_BOUND_OPEN))
    *bound = *other;
}

static void
add_member (EntDateForm          form,
            const EntDateMember *member,
            gpointer             user_data)
{
  BoundsClosure *closure = user_data;
  EntDate *date = closure->date;
  EntDate own;

  member_to_date (member, &own);
  if (!closure->has_members)
    {
      closure->has_members = TRUE;
      *date = own;
      if (form == ENT_DATE_ONE_OF)
        {
          date->latest_start = own.latest_end;
          date->earliest_end = own.earliest_start;
        }
      return;
    }

  date->start_precision = MAX (date->start_precision, own.start_precision);
  date->end_precision = MAX (date->end_precision, own.end_precision);
  take_earlier (&date->earliest_start, &own.earliest_start);
  take_later (&date->latest_end, &own.latest_end);
  if (form == ENT_DATE_ONE_OF)
    {
      /* It both starts and ends where that one member is. */
      take_later (&date->latest_start, &own.latest_end);
      take_earlier (&date->earliest_end, &own.earliest_start);
    }
  else
    {
      take_earlier (&date->latest_start, &own.latest_start);
      take_later (&date->earliest_end, &own.earliest_end);
    }
}

/**
 * ent_date_parse:
 * @text: any bytes; need not be UTF-8
 * @length: how many, or -1 when ended by NUL
 * @date: (out) (nullable): the date; untouched when %FALSE is returned
 * @error: return location; %ENT_DATE_ERROR, with the place as a character from 1
 *   and what was expected there
 *
 * Reads EDTF (ISO 8601-2:2019), levels 0 to 2. Nothing is enumerated and
 * nothing allocated, however much the text leaves open.
 *
 * Returns: whether the date is valid
 */
gboolean
ent_date_parse (const char *text,
                gssize      length,
                EntDate    *date,
                GError    **error)
{
  EntDate result = { 0 };
  BoundsClosure closure = { &result, FALSE };
  EntDateForm form;
  guint8 level;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ent_date_read (text, length, add_member, &closure, &form, &level, error))
    return FALSE;
  result.form = form;
  result.level = level;
  if (date != NULL)
    *date = result;
  return TRUE;
}

static void
append_end (const EntDateEnd *end,
            EntDateForm       form,
            GString          *string)
{
  if (end->kind == ENT_BOUND_KNOWN)
    ent_date_expression_append (&end->expression, string);
  else if (end->kind == ENT_BOUND_OPEN && form == ENT_DATE_INTERVAL)
    g_string_append (string, "..");
}

static void
append_member (EntDateForm          form,
               const EntDateMember *member,
               gpointer             user_data)
{
  GString *string = user_data;

  if (form == ENT_DATE_ONE_OF || form == ENT_DATE_ALL_OF)
    g_string_append_c (string, string->len > 0 ? ',' : form == ENT_DATE_ONE_OF ? '[' : '{');
  append_end (&member->start, form, string);
  if (!member->is_range)
    return;
  g_string_append (string, form == ENT_DATE_INTERVAL ? "/" : "..");
  append_end (&member->end, form, string);
}

/**
 * ent_date_canonical:
 * @text: any bytes; need not be UTF-8
 * @length: how many, or -1 when ended by NUL
 * @error: return location; as of ent_date_parse()
 *
 * Gives one spelling to dates that differ only in spelling: qualifiers by group
 * from the left where they can be, long years without an exponent where they
 * are within the limit, offsets with minutes, no more significant digits than
 * there are. The order of a set is kept.
 *
 * Returns: (transfer full) (nullable): text that parses to an equal date, or
 *   %NULL when @text is invalid
 */
char *
ent_date_canonical (const char *text,
                    gssize      length,
                    GError    **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  EntDateForm form;
  guint8 level;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ent_date_read (text, length, append_member, string, &form, &level, error))
    return NULL;
  if (form == ENT_DATE_ONE_OF)
    g_string_append_c (string, ']');
  else if (form == ENT_DATE_ALL_OF)
    g_string_append_c (string, '}');
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
collect_member (EntDateForm          form,
                const EntDateMember *member,
                gpointer             user_data)
{
  MembersClosure *closure = user_data;

  if (closure->n < closure->max)
    member_to_date (member, &closure->members[closure->n]);
  closure->n++;
}

/**
 * ent_date_members:
 * @text: any bytes; need not be UTF-8
 * @length: how many, or -1 when ended by NUL
 * @members: (out) (array length=max): room for @max dates
 * @max: how many fit
 *
 * Takes a date apart for drawing: the elements of a set in the order they are
 * written, each a single date, or an interval for `a..b`. Anything else is its
 * own only member. Only the first @max are stored.
 *
 * Returns: how many there are, which can be more than @max; 0 when @text is
 *   invalid
 */
gsize
ent_date_members (const char *text,
                  gssize      length,
                  EntDate    *members,
                  gsize       max)
{
  MembersClosure closure = { members, max, 0 };
  EntDateForm form;
  guint8 level;

  g_return_val_if_fail (text != NULL || length == 0, 0);
  g_return_val_if_fail (members != NULL || max == 0, 0);

  if (!ent_date_read (text, length, collect_member, &closure, &form, &level, NULL))
    return 0;
  return closure.n;
}

static gboolean
bound_equal (const EntBound *a,
             const EntBound *b)
{
  gboolean timed = a->kind == ENT_BOUND_KNOWN || a->kind == ENT_BOUND_BEYOND;

  return a->kind == b->kind && a->qualifiers == b->qualifiers && (!timed || a->time == b->time);
}

/**
 * ent_date_equal:
 * @a: a date
 * @b: another
 *
 * Compares form, bounds with their qualifiers, and precision. The level tells
 * only how a date was written, and does not count.
 *
 * Returns: whether they say the same
 */
gboolean
ent_date_equal (const EntDate *a,
                const EntDate *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->form == b->form &&
         a->start_precision == b->start_precision &&
         a->end_precision == b->end_precision &&
         bound_equal (&a->earliest_start, &b->earliest_start) &&
         bound_equal (&a->latest_start, &b->latest_start) &&
         bound_equal (&a->earliest_end, &b->earliest_end) &&
         bound_equal (&a->latest_end, &b->latest_end);
}

/**
 * ent_date_is_placed:
 * @date: a date
 *
 * Tells whether a date has a place in time: a bound is known, or both ends are
 * open. A date that has none stands in the tray.
 *
 * Returns: whether it can be drawn
 */
gboolean
ent_date_is_placed (const EntDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->earliest_start.kind == ENT_BOUND_KNOWN || date->latest_start.kind == ENT_BOUND_KNOWN ||
         date->earliest_end.kind == ENT_BOUND_KNOWN || date->latest_end.kind == ENT_BOUND_KNOWN ||
         (date->earliest_start.kind == ENT_BOUND_OPEN && date->latest_end.kind == ENT_BOUND_OPEN);
}

/* An unknown start stands where its end is. */
static gint64
start_key (const EntDate *date)
{
  if (date->earliest_start.kind == ENT_BOUND_OPEN)
    return G_MININT64;
  if (date->earliest_start.kind == ENT_BOUND_UNKNOWN)
    return outward_time (&date->earliest_end, G_MAXINT64);
  /* However far, a start is after none. */
  return MAX (date->earliest_start.time, G_MININT64 + 1);
}

/**
 * ent_date_get_order_key:
 * @date: a date with a place in time
 * @key: (out): two numbers, the first of which counts more
 *
 * Gives what ent_date_compare() compares, for sorting many.
 */
void
ent_date_get_order_key (const EntDate *date,
                        EntSpan       *key)
{
  key->start = start_key (date);
  key->end = outward_time (&date->latest_end, G_MAXINT64);
}

/**
 * ent_date_compare:
 * @a: a date
 * @b: another
 *
 * The order of events everywhere: by earliest start, then by latest end. An
 * open start is before all, an open or unknown end after all. An interval whose
 * start is unknown goes by its earliest end. What has no place in time
 * (ent_date_is_placed()) is last, and equal among itself.
 *
 * Returns: negative, 0 or positive as @a is before, with or after @b
 */
int
ent_date_compare (const EntDate *a,
                  const EntDate *b)
{
  gboolean a_placed = ent_date_is_placed (a);
  gboolean b_placed = ent_date_is_placed (b);
  EntSpan a_key;
  EntSpan b_key;

  if (!a_placed || !b_placed)
    return (b_placed ? 1 : 0) - (a_placed ? 1 : 0);

  ent_date_get_order_key (a, &a_key);
  ent_date_get_order_key (b, &b_key);
  if (a_key.start == b_key.start)
    return (a_key.end > b_key.end) - (a_key.end < b_key.end);
  return (a_key.start > b_key.start) - (a_key.start < b_key.start);
}

/**
 * ent_date_may_overlap:
 * @date: a date
 * @span: a stretch of time
 *
 * Asks by the outer bounds; ends that are open or unknown reach everywhere. A
 * date without a place in time overlaps nothing, nor does an empty span.
 *
 * Returns: whether some second of @span may be in @date
 */
gboolean
ent_date_may_overlap (const EntDate *date,
                      const EntSpan *span)
{
  g_return_val_if_fail (date != NULL && span != NULL, FALSE);

  return !ent_span_is_empty (span) && ent_date_is_placed (date) &&
         outward_time (&date->earliest_start, G_MININT64) < span->end &&
         outward_time (&date->latest_end, G_MAXINT64) > span->start;
}

/**
 * ent_date_surely_within:
 * @date: a date
 * @span: a stretch of time
 *
 * Returns: whether @date lies in @span whatever it leaves open; never when an
 *   outer end is open, unknown or beyond the limit
 */
gboolean
ent_date_surely_within (const EntDate *date,
                        const EntSpan *span)
{
  g_return_val_if_fail (date != NULL && span != NULL, FALSE);

  return date->earliest_start.kind == ENT_BOUND_KNOWN && date->latest_end.kind == ENT_BOUND_KNOWN &&
         date->earliest_start.time >= span->start && date->latest_end.time <= span->end;
}

/**
 * ent_time_format:
 * @time: any number of seconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): `YYYY-MM-DDThh:mm:ssZ`, with `-` before a year
 *   below zero, and with `Y` first when it has more than four digits
 */
char *
ent_time_format (gint64 time)
{
  EntCalendarDate date;

  ent_calendar_from_time (time, &date);
  return g_strdup_printf ("%s%s%04" G_GINT64_FORMAT "-%02d-%02dT%02d:%02d:%02dZ",
                          ABS (date.year) > 9999 ? "Y" : "", date.year < 0 ? "-" : "", ABS (date.year),
                          date.month, date.day, date.hour, date.minute, date.second);
}
