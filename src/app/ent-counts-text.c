/* ent-counts-text.c: what is said of counts over time, and how one filters by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-counts-text.h"

#include <glib/gi18n.h>

#include "ent-calendar.h"
#include "ent-navigation.h"
#include "ent-phrase.h"
#include "ent-query-conjuncts.h"

static char *
count_text (const char *form,
            guint       count)
{
  g_autofree char *number = ent_words_number (ent_phrase_words (), count);

  return ent_phrase_fill (form, "n", number, NULL);
}

/**
 * ent_counts_text_when:
 * @step: a calendar step
 * @span: one unit of it or several
 *
 * Returns: (transfer full): when that is, in the language of the interface: "March 2014", with a time of day for steps
 *   shorter than a day
 */
char *
ent_counts_text_when (const EntTickStep *step,
                      const EntSpan     *span)
{
  const EntWords *words = ent_phrase_words ();
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (step->unit > ENT_TICK_HOUR)
    return ent_words_span (words, span->start, span->end);
  first = ent_words_tick (words, *step, span->start, TRUE);
  if (ent_ticks_next (step, span->start) >= span->end)
    return g_steal_pointer (&first);
  last = ent_words_tick (words, *step, span->end, TRUE);
  return g_strconcat (first, " – ", last, NULL);
}

/* How much is known of the events that may lie elsewhere: their unit if all have the same. */
static char *
coarse_text (const EntHistogramBin *bin)
{
  guint n = bin->n_coarse;
  const char *form;

  switch (bin->grains)
    {
    case 1 << ENT_GRAIN_DAY:
      form = ngettext ("{n} of them only to the day", "{n} of them only to the day", n);
      break;
    case 1 << ENT_GRAIN_MONTH:
      form = ngettext ("{n} of them only to the month", "{n} of them only to the month", n);
      break;
    case 1 << ENT_GRAIN_YEAR:
      form = ngettext ("{n} of them only to the year", "{n} of them only to the year", n);
      break;
    case 1 << ENT_GRAIN_DECADE:
      form = ngettext ("{n} of them only to the decade", "{n} of them only to the decade", n);
      break;
    case 1 << ENT_GRAIN_CENTURY:
      form = ngettext ("{n} of them only to the century", "{n} of them only to the century", n);
      break;
    default:
      form = ngettext ("{n} of them perhaps later", "{n} of them perhaps later", n);
      break;
    }
  return count_text (form, n);
}

/**
 * ent_counts_text_bin:
 * @step: the calendar step that is counted by
 * @bin: some units of it
 *
 * Returns: (transfer full): "March 2014: 7 events, 2 of them only to the year"
 */
char *
ent_counts_text_bin (const EntTickStep     *step,
                     const EntHistogramBin *bin)
{
  g_autofree char *when = ent_counts_text_when (step, &bin->span);
  g_autofree char *count = NULL;
  g_autofree char *coarse = NULL;

  if (bin->total == 0)
    /* Translators: of a stretch of time, as in "March 2014: no event" */
    return ent_phrase_fill (_("{when}: no event"), "when", when, NULL);
  count = count_text (ngettext ("{n} event", "{n} events", bin->total), bin->total);
  if (bin->n_coarse == 0)
    /* Translators: as in "March 2014: 7 events" */
    return ent_phrase_fill (_("{when}: {count}"), "when", when, "count", count, NULL);
  coarse = coarse_text (bin);
  /* Translators: as in "March 2014: 7 events, 2 of them only to the year"; that is how well their dates are known */
  return ent_phrase_fill (_("{when}: {count}, {coarse}"), "when", when, "count", count, "coarse", coarse, NULL);
}

/**
 * ent_counts_text_parts:
 * @bin: a bin
 * @coloring: (nullable): what its parts are
 * @language: (nullable): for names of actors
 *
 * Returns: (transfer full) (nullable): how many of each colour, a line; %NULL when all are of one
 */
char *
ent_counts_text_parts (const EntHistogramBin *bin,
                       const EntColoring     *coloring,
                       const char            *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_parts = 0;

  for (guint class = 0; class < ent_coloring_get_n_classes (coloring); class++)
    {
      g_autofree char *number = NULL;
      g_autofree char *name = NULL;

      if (bin->counts[class] == 0)
        continue;
      number = ent_words_number (ent_phrase_words (), bin->counts[class]);
      name = ent_coloring_dup_name (coloring, ent_phrase_words (), language, class);
      g_string_append_printf (text, "%s%s %s", n_parts++ > 0 ? " · " : "", name, number);
    }
  return n_parts > 1 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A query knows dates, and no times within a day. */
static char *
span_to_edtf (const EntSpan *span)
{
  EntTickStep day = { ENT_TICK_DAY, 1 };
  EntSpan days = { ent_ticks_floor (&day, span->start), ent_ticks_floor (&day, span->end - 1) + ENT_CALENDAR_DAY };

  return ent_span_to_edtf (&days);
}

/**
 * ent_counts_dup_query:
 * @query: (nullable): a query
 * @span: a stretch of time, not empty
 * @error: return location for an #EntQueryError, when @query is none
 *
 * Narrows a query to the events that may lie in some days. What it says of dates itself, in the way this does, is
 * replaced: whoever chooses a span twice means the second.
 *
 * Returns: (transfer full) (nullable): the query; %NULL if that is no query, or there is no date for the span
 */
char *
ent_counts_dup_query (const char    *query,
                      const EntSpan *span,
                      GError       **error)
{
  g_autofree char *edtf = NULL;
  g_autoptr (EntQuery) all = NULL;
  g_autoptr (EntQuery) dates = NULL;
  g_autoptr (EntQuery) narrowed = NULL;
  EntQueryValue value = { 0 };

  g_return_val_if_fail (span != NULL && !ent_span_is_empty (span), NULL);

  edtf = span_to_edtf (span);
  if (edtf == NULL)
    return NULL;
  all = ent_query_parse (query != NULL ? query : "", error);
  if (all == NULL)
    return NULL;
  value.text = edtf;
  dates = ent_query_new_field ("date", ENT_QUERY_IS, &value, 1);
  for (guint i = 0; i < ent_query_get_n_conjuncts (all) && narrowed == NULL; i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (all, i);
      guint n_values = 0;

      if (ent_query_get_node_type (conjunct) != ENT_QUERY_FIELD || g_strcmp0 (ent_query_get_field (conjunct), "date") != 0 ||
          ent_query_get_operator (conjunct) != ENT_QUERY_IS)
        continue;
      ent_query_get_values (conjunct, &n_values);
      if (n_values == 1)
        narrowed = ent_query_replace_conjunct (all, i, dates);
    }
  if (narrowed == NULL)
    narrowed = ent_query_with_conjunct (all, dates);
  return ent_query_print (narrowed);
}

/**
 * ent_counts_filter:
 * @session: a session
 * @span: a stretch of time, not empty
 * @error: return location, as of ent_counts_dup_query()
 *
 * Has the view show only what may lie there: one step of the history.
 *
 * Returns: whether it can be said as a query
 */
gboolean
ent_counts_filter (EntSession    *session,
                   const EntSpan *span,
                   GError       **error)
{
  g_autoptr (EntView) view = NULL;
  g_autofree char *query = NULL;

  g_return_val_if_fail (ENT_IS_SESSION (session), FALSE);

  view = ent_view_copy (ent_session_get_view (session));
  query = ent_counts_dup_query (ent_view_get_query (view), span, error);
  if (query == NULL)
    return FALSE;
  ent_navigation_rest (session);
  ent_view_set_query (view, query);
  ent_session_set_view (session, view);
  ent_navigation_rest (session);
  return TRUE;
}
