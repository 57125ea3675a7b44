/* ent-comparison-text.c: a comparison in numbers and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* What the notes depend on. */
typedef struct
{
  guint    n_intervals;
  gboolean is_uncertain; /* some event may lie in a window or not */
  gboolean is_shared;    /* some event counts for several values */
} Seen;

/** ent_comparison_text_count: (skip): (transfer full): how many surely, and how many at the most where these are more */
char *
ent_comparison_text_count (const EntTally *tally)
{
  return tally->surely == tally->at_most ? g_strdup_printf ("%u", tally->surely)
                                         : g_strdup_printf ("%u–%u", tally->surely, tally->at_most);
}

/* Three digits that count, or two of what is small. */
static char *
format_number (double value)
{
  char format[] = "%.0f";
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  int digits;

  if (isinf (value))
    return g_strdup ("∞");
  digits = value == 0 || value >= 99.5 ? 0 : value >= 9.95 ? 1 : value >= 0.0995 ? 2 : 1 - (int) floor (log10 (value));
  format[2] = (char) ('0' + MIN (digits, 9));
  /* Numbers up to those of gint64 fit. */
  return value < 1e18 ? g_strdup (g_ascii_formatd (number, sizeof number, format, value)) : g_strdup ("∞");
}

static char *
format_range (double least,
              double most)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (least) || isnan (most))
    return g_strdup ("–");
  from = format_number (least);
  to = format_number (most);
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "–", to, NULL);
}

/** ent_comparison_text_rate: (skip): (transfer full) (nullable): events a year; %NULL where the window is not covered */
char *
ent_comparison_text_rate (const EntRate *rate)
{
  return isnan (rate->least) ? NULL : format_range (rate->least, rate->most);
}

/** ent_comparison_text_ratio: (skip): (transfer full) (nullable): %NULL where there is none, or too few events to say */
char *
ent_comparison_text_ratio (const EntComparisonRow *row)
{
  return !row->has_ratio || row->ratio.too_few ? NULL : format_range (row->ratio.least, row->ratio.most);
}

/** ent_comparison_text_interval: (skip): (transfer full) (nullable): that of the ratio; %NULL where there is no ratio */
char *
ent_comparison_text_interval (const EntComparisonRow *row)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!row->has_ratio || row->ratio.too_few)
    return NULL;
  low = format_number (row->ratio.low);
  high = format_number (row->ratio.high);
  return g_strconcat (low, "–", high, NULL);
}

/** ent_comparison_text_span: (skip): (transfer full): EDTF, or to the last second where it is not of whole days */
char *
ent_comparison_text_span (const EntSpan *span)
{
  char *edtf = ent_span_to_edtf (span);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (edtf != NULL)
    return edtf;
  from = ent_time_format (span->start);
  to = ent_time_format (span->end - 1);
  return g_strconcat (from, " – ", to, NULL);
}

static void
look_at_row (const EntComparisonRow *row,
             Seen                   *seen)
{
  for (int side = 0; side < ENT_N_SIDES; side++)
    seen->is_uncertain |= row->tallies[side].surely < row->tallies[side].at_most;
  seen->n_intervals += row->has_ratio && !row->ratio.too_few ? 1 : 0;
}

static guint64
weight_of (const EntComparisonRow *row)
{
  return (guint64) row->tallies[ENT_SIDE_BEFORE].at_most + row->tallies[ENT_SIDE_AFTER].at_most;
}

static void
look_at_facet (const EntComparison *comparison,
               EntFacetId           facet,
               Seen                *seen)
{
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (comparison, facet, &n_rows);
  guint64 sum = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      look_at_row (&rows[i], seen);
      sum += weight_of (&rows[i]);
    }
  seen->is_shared |= sum > weight_of (ent_comparison_get_total (comparison));
}

static void G_GNUC_PRINTF (2, 3)
add (GStrvBuilder *notes,
     const char   *format,
     ...)
{
  g_autofree char *note = NULL;
  va_list args;

  va_start (args, format);
  note = g_strdup_vprintf (format, args);
  va_end (args);
  g_strv_builder_add (notes, note);
}

static void
add_coverage (const EntComparison *comparison,
              GStrvBuilder        *notes)
{
  const char *const *sources = ent_comparison_get_sources (comparison, ENT_SIDE_BEFORE);
  const char *const *others = ent_comparison_get_sources (comparison, ENT_SIDE_AFTER);
  gboolean lacks_before = ent_comparison_get_covered (comparison, ENT_SIDE_BEFORE) == ENT_COVERED_NOT;
  gboolean lacks_after = ent_comparison_get_covered (comparison, ENT_SIDE_AFTER) == ENT_COVERED_NOT;

  if (ent_comparison_get_covered (comparison, ENT_SIDE_BEFORE) == ENT_COVERED_NOT_KNOWN)
    add (notes, _("Nothing is known of coverage: the file does not say in which years its sources collect, and fewer "
                         "events may be fewer records."));
  else if (lacks_before || lacks_after)
    add (notes, "%s",
                 lacks_before && lacks_after
                   ? _("Not covered: no source of the file collects in all of either window.")
                   : lacks_before ? _("Not covered: no source of the file collects in all of the window before.")
                                  : _("Not covered: no source of the file collects in all of the window after."));
  else if (!ent_comparison_shares_source (comparison))
    add (notes, _("No source collects in both windows; what they hold may have been collected in different ways."));
  else
    {
      add (notes, _("Sources that collect in all of both windows:"));
      for (guint i = 0; sources[i] != NULL; i++)
        if (g_strv_contains (others, sources[i]))
          add (notes, "  %s", *sources[i] != '\0' ? sources[i] : "–");
    }
}

/**
 * ent_comparison_text_notes:
 * @comparison: a comparison
 * @facets: (array length=n_facets): those of %ent_compared_facets that are shown, beside all events
 * @n_facets: how many
 *
 * Says how events were counted, what is known of coverage, and how far intervals can be relied on, as far as it matters
 * for what is shown.
 *
 * Returns: (transfer full): sentences, translated; a line that begins with blanks names a source
 */
GStrv
ent_comparison_text_notes (const EntComparison *comparison,
                           const EntFacetId    *facets,
                           guint                n_facets)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  guint n_undated = ent_comparison_get_n_undated (comparison);
  Seen seen = { 0 };

  look_at_row (ent_comparison_get_total (comparison), &seen);
  for (guint i = 0; i < n_facets; i++)
    look_at_facet (comparison, facets[i], &seen);
  add (notes, _("Events count by when they began. The event that divides before from after counts on neither side."));
  if (seen.is_uncertain)
    add (notes, _("Two numbers are the events that surely began in the window, and those that may have; intervals "
                  "reach over all that may be."));
  if (seen.is_shared)
    add (notes, _("An event with several values counts for each of them, and once in all."));
  if (n_undated > 0)
    add (notes,
         g_dngettext (ENT_GETTEXT_DOMAIN, "%u event without a date is not counted.",
                      "%u events without a date are not counted.", n_undated),
         n_undated);
  add_coverage (comparison, notes);
  if (seen.n_intervals > 0)
    add (notes, _("The intervals suppose that events come independently of each other, at one rate on each side; for "
                  "events that come in clusters they are too narrow."));
  if (seen.n_intervals > 1)
    add (notes, _("About one in 20 such intervals misses by chance; here are %u."), seen.n_intervals);
  add (notes, _("What came after an event need not have come of it."));
  return g_strv_builder_end (notes);
}
