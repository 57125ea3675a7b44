/* ent-cli-compare-text.c: a comparison as a table, with what is to be kept in mind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-compare.h"

#include "ent-cli-input.h"
#include "ent-cli-table.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  NAME,
  BEFORE,
  AFTER,
  RATE_BEFORE,
  RATE_AFTER,
  RATIO,
  INTERVAL,
  N_COLUMNS,
};

/* What the notes below the table depend on. */
typedef struct
{
  guint    n_intervals;
  gboolean is_uncertain; /* some event may lie in a window or not */
  gboolean is_shared;    /* some event counts for several values */
} Seen;

static char *
format_count (const EntTally *tally)
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

static char *
format_rate (const EntRate *rate)
{
  return isnan (rate->least) ? g_strdup (_("not covered")) : format_range (rate->least, rate->most);
}

static void
add_row (EntCliTable            *table,
         const EntComparisonRow *row,
         const char             *name,
         Seen                   *seen)
{
  const EntTally *before = &row->tallies[ENT_SIDE_BEFORE];
  const EntTally *after = &row->tallies[ENT_SIDE_AFTER];
  char *cells[N_COLUMNS + 1] = {
    [NAME] = g_strdup (name),
    [BEFORE] = format_count (before),
    [AFTER] = format_count (after),
    [RATE_BEFORE] = format_rate (&row->rates[ENT_SIDE_BEFORE]),
    [RATE_AFTER] = format_rate (&row->rates[ENT_SIDE_AFTER]),
  };

  if (!row->has_ratio)
    {
      cells[RATIO] = g_strdup ("–");
      cells[INTERVAL] = g_strdup ("–");
    }
  else if (row->ratio.too_few)
    {
      cells[RATIO] = g_strdup ("–");
      cells[INTERVAL] = g_strdup (_("too few to say"));
    }
  else
    {
      g_autofree char *low = format_number (row->ratio.low);
      g_autofree char *high = format_number (row->ratio.high);

      cells[RATIO] = format_range (row->ratio.least, row->ratio.most);
      cells[INTERVAL] = g_strconcat (low, "–", high, NULL);
      seen->n_intervals++;
    }
  ent_cli_table_add_row (table, (const char *const *) cells);
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (cells[i]);
  seen->is_uncertain |= before->surely < before->at_most || after->surely < after->at_most;
}

static void
add_facet (EntCliTable            *table,
           const EntCliComparison *self,
           EntFacetId              id,
           Seen                   *seen)
{
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (self->dataset), id);
  const EntTally *total = ent_comparison_get_total (self->comparison)->tallies;
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (self->comparison, id, &n_rows);
  guint64 sum = 0;

  if (n_rows == 0)
    return;
  ent_cli_table_add_line (table, "");
  ent_cli_table_add_line (table, ent_facet_get_name (facet));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = ent_facet_dup_name_of (facet, self->dataset, rows[i].value, self->language);

      add_row (table, &rows[i], name, seen);
      sum += (guint64) rows[i].tallies[ENT_SIDE_BEFORE].at_most + rows[i].tallies[ENT_SIDE_AFTER].at_most;
    }
  seen->is_shared |= sum > (guint64) total[ENT_SIDE_BEFORE].at_most + total[ENT_SIDE_AFTER].at_most;
}

static void
print_table (const EntCliComparison *self,
             GString                *text,
             Seen                   *seen)
{
  g_autoptr (EntCliTable) table = ent_cli_table_new (N_COLUMNS);
  const char *const heads[N_COLUMNS + 1] = {
    [NAME] = "",
    [BEFORE] = _("before"),
    [AFTER] = _("after"),
    [RATE_BEFORE] = _("before / year"),
    [RATE_AFTER] = _("after / year"),
    [RATIO] = _("after / before"),
    /* xgettext:no-c-format */
    [INTERVAL] = _("95 % interval"),
  };

  ent_cli_table_add_row (table, heads);
  add_row (table, ent_comparison_get_total (self->comparison), _("all events"), seen);
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    add_facet (table, self, ent_compared_facets[i], seen);
  ent_cli_table_print (table, text);
}

/* To its last second where it is not of whole days. */
static char *
format_span (const EntSpan *span)
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

static void G_GNUC_PRINTF (2, 3)
append_line (GString    *text,
             const char *format,
             ...)
{
  g_autofree char *line = NULL;
  g_autofree char *safe = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  safe = ent_cli_escape (line);
  g_string_append_printf (text, "%s\n", safe);
}

static void
print_head (const EntCliComparison *self,
            GString                *text)
{
  g_autofree char *title = ent_slice_dup (ent_dataset_get_event_text (self->dataset, self->pivot, ENT_TEXT_TITLE, self->language));
  g_autofree char *id = ent_slice_dup (ent_dataset_get_id (self->dataset, self->pivot));
  g_autofree char *pivot = format_span (ent_comparison_get_pivot (self->comparison));
  g_autofree char *before = format_span (ent_comparison_get_window (self->comparison, ENT_SIDE_BEFORE));
  g_autofree char *after = format_span (ent_comparison_get_window (self->comparison, ENT_SIDE_AFTER));
  g_autofree char *window = ent_period_to_text (&self->period);

  append_line (text, "%s", title);
  append_line (text, "%s: %s", id, pivot);
  /* Translators: the first %s is a duration such as P2Y, the others are spans of time. */
  append_line (text, _("%s before: %s; after: %s"), window, before, after);
  if (*self->query != '\0')
    append_line (text, _("Events that match: %s"), self->query);
  if (self->basis != ENT_BASIS_OCCURRED)
    append_line (text, _("Incidents by their phase: %s"), ent_terms_word (ENT_TERMS_BASIS, (int) self->basis));
  g_string_append_c (text, '\n');
}

static void
note_coverage (const EntComparison *comparison,
               GString             *text)
{
  const char *const *sources = ent_comparison_get_sources (comparison, ENT_SIDE_BEFORE);
  const char *const *others = ent_comparison_get_sources (comparison, ENT_SIDE_AFTER);
  gboolean lacks_before = ent_comparison_get_covered (comparison, ENT_SIDE_BEFORE) == ENT_COVERED_NOT;
  gboolean lacks_after = ent_comparison_get_covered (comparison, ENT_SIDE_AFTER) == ENT_COVERED_NOT;

  if (ent_comparison_get_covered (comparison, ENT_SIDE_BEFORE) == ENT_COVERED_NOT_KNOWN)
    append_line (text, _("Nothing is known of coverage: the file does not say in which years its sources collect, and fewer "
                         "events may be fewer records."));
  else if (lacks_before || lacks_after)
    append_line (text, "%s",
                 lacks_before && lacks_after
                   ? _("Not covered: no source of the file collects in all of either window.")
                   : lacks_before ? _("Not covered: no source of the file collects in all of the window before.")
                                  : _("Not covered: no source of the file collects in all of the window after."));
  else if (!ent_comparison_shares_source (comparison))
    append_line (text, _("No source collects in both windows; what they hold may have been collected in different ways."));
  else
    {
      append_line (text, _("Sources that collect in all of both windows:"));
      for (guint i = 0; sources[i] != NULL; i++)
        if (g_strv_contains (others, sources[i]))
          append_line (text, "  %s", *sources[i] != '\0' ? sources[i] : "–");
    }
}

static void
print_notes (const EntCliComparison *self,
             const Seen             *seen,
             GString                *text)
{
  guint n_undated = ent_comparison_get_n_undated (self->comparison);

  g_string_append_c (text, '\n');
  append_line (text, _("Events count by when they began. The event that divides before from after counts on neither side."));
  if (seen->is_uncertain)
    append_line (text, _("Two numbers are the events that surely began in the window, and those that may have; intervals "
                         "reach over all that may be."));
  if (seen->is_shared)
    append_line (text, _("An event with several values counts for each of them, and once in all."));
  if (n_undated > 0)
    append_line (text,
                 g_dngettext (ENT_GETTEXT_DOMAIN, "%u event without a date is not counted.",
                              "%u events without a date are not counted.", n_undated),
                 n_undated);
  note_coverage (self->comparison, text);
  if (seen->n_intervals > 0)
    append_line (text, _("The intervals suppose that events come independently of each other, at one rate on each side; for "
                         "events that come in clusters they are too narrow."));
  if (seen->n_intervals > 1)
    append_line (text, _("About one in 20 such intervals misses by chance; here are %u."), seen->n_intervals);
  append_line (text, _("What came after an event need not have come of it."));
}

/**
 * ent_cli_compare_to_text:
 * @self: a comparison
 *
 * Returns: (transfer full): for people: what was compared, the table, and what is to be kept in mind
 */
GBytes *
ent_cli_compare_to_text (const EntCliComparison *self)
{
  GString *text = g_string_new (NULL);
  Seen seen = { 0 };

  print_head (self, text);
  print_table (self, text, &seen);
  print_notes (self, &seen, text);
  return g_string_free_to_bytes (text);
}
