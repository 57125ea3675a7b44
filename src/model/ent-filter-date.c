/* ent-filter-date.c: which events may, or certainly, lie in a stretch of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-private.h"

#include <glib/gi18n.h>

static gboolean
read_date (const char *text,
           guint       column,
           EntDate    *date,
           GError    **error)
{
  g_autoptr (GError) problem = NULL;

  if (ent_date_parse (text, -1, date, &problem))
    return TRUE;
  /* TRANSLATORS: a word that should be a date (EDTF), and what is wrong with it */
  ent_filter_set_error (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, column, _("“%s” is no date: %s"), text,
                        problem->message);
  return FALSE;
}

static gint64
first_second (const EntDate *date)
{
  return date->earliest_start.kind == ENT_BOUND_KNOWN || date->earliest_start.kind == ENT_BOUND_BEYOND
           ? date->earliest_start.time : G_MININT64;
}

static gint64
second_after (const EntDate *date)
{
  return date->latest_end.kind == ENT_BOUND_KNOWN || date->latest_end.kind == ENT_BOUND_BEYOND
           ? date->latest_end.time : G_MAXINT64;
}

/* The stretch of time that is asked for: the date itself, or what lies on one side of it. */
static gboolean
read_span (EntQueryOperator     operator,
           const EntQueryValue *asked,
           EntSpan             *span,
           GError             **error)
{
  EntDate date;
  EntDate last;

  if (!read_date (asked->text, asked->column, &date, error))
    return FALSE;
  last = date;
  if (asked->to != NULL && !read_date (asked->to, asked->column, &last, error))
    return FALSE;
  span->start = operator == ENT_QUERY_AT_MOST || operator == ENT_QUERY_LESS ? G_MININT64
                : operator == ENT_QUERY_MORE                                ? second_after (&date)
                                                                            : first_second (&date);
  span->end = operator == ENT_QUERY_AT_LEAST || operator == ENT_QUERY_MORE ? G_MAXINT64
              : operator == ENT_QUERY_LESS                                 ? first_second (&date)
                                                                           : second_after (&last);
  return TRUE;
}

static const EntDate *
date_of (const EntFilterContext *context,
         guint32                 row,
         int                     phase,
         EntDate                *copy)
{
  if (phase < 0)
    return ent_dataset_peek_date (context->dataset, row, context->basis);
  return ent_dataset_get_phase (context->dataset, row, phase, copy, NULL) && ent_date_is_placed (copy) ? copy : NULL;
}

/* `date:` and `surely:` on the current basis, for which @phase is −1; or when a phase was, such as `disclosure:`. */
EntRowSet *
ent_filter_find_date (const EntQuery         *term,
                      const EntFilterContext *context,
                      int                     phase,
                      GError                **error)
{
  gboolean surely = g_str_equal (ent_query_get_field (term), "surely");
  guint n_rows = ent_dataset_get_n_events (context->dataset);
  g_autoptr (EntRowSet) rows = ent_row_set_new (n_rows);
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  if (!ent_filter_may_be (term, ENT_QUERY_LESS, TRUE, error))
    return NULL;
  for (guint i = 0; i < n_asked; i++)
    {
      EntSpan span;

      if (!read_span (ent_query_get_operator (term), &asked[i], &span, error))
        return NULL;
      for (guint32 row = 0; row < n_rows && !ent_span_is_empty (&span); row++)
        {
          EntDate copy;
          const EntDate *date = date_of (context, row, phase, &copy);

          if (date != NULL && (surely ? ent_date_surely_within (date, &span) : ent_date_may_overlap (date, &span)))
            ent_row_set_add (rows, row);
        }
    }
  return g_steal_pointer (&rows);
}
