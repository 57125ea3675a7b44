/* ent-cli-compare-text.c: a comparison as a table, with what is to be kept in mind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-compare.h"

#include "ent-cli-input.h"
#include "ent-cli-table.h"
#include "ent-comparison-text.h"

#include <glib/gi18n.h>

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

static void
add_row (EntCliTable            *table,
         const EntComparisonRow *row,
         const char             *name)
{
  char *cells[N_COLUMNS + 1] = {
    [NAME] = g_strdup (name),
    [BEFORE] = ent_comparison_text_count (&row->tallies[ENT_SIDE_BEFORE]),
    [AFTER] = ent_comparison_text_count (&row->tallies[ENT_SIDE_AFTER]),
    [RATE_BEFORE] = ent_comparison_text_rate (&row->rates[ENT_SIDE_BEFORE]),
    [RATE_AFTER] = ent_comparison_text_rate (&row->rates[ENT_SIDE_AFTER]),
    [RATIO] = ent_comparison_text_ratio (row),
    [INTERVAL] = ent_comparison_text_interval (row),
  };

  for (int i = RATE_BEFORE; i < N_COLUMNS; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup (i < RATIO                                          ? _("not covered")
                           : i == INTERVAL && row->has_ratio && row->ratio.too_few ? _("too few to say")
                                                                              : "–");
  ent_cli_table_add_row (table, (const char *const *) cells);
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (cells[i]);
}

static void
add_facet (EntCliTable            *table,
           const EntCliComparison *self,
           EntFacetId              id)
{
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (self->dataset), id);
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (self->comparison, id, &n_rows);

  if (n_rows == 0)
    return;
  ent_cli_table_add_line (table, "");
  ent_cli_table_add_line (table, ent_facet_get_name (facet));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = ent_facet_dup_name_of (facet, self->dataset, rows[i].value, self->language);

      add_row (table, &rows[i], name);
    }
}

static void
print_table (const EntCliComparison *self,
             GString                *text)
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
  add_row (table, ent_comparison_get_total (self->comparison), _("all events"));
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    add_facet (table, self, ent_compared_facets[i]);
  ent_cli_table_print (table, text);
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
  g_autofree char *pivot = ent_comparison_text_span (ent_comparison_get_pivot (self->comparison));
  g_autofree char *before = ent_comparison_text_span (ent_comparison_get_window (self->comparison, ENT_SIDE_BEFORE));
  g_autofree char *after = ent_comparison_text_span (ent_comparison_get_window (self->comparison, ENT_SIDE_AFTER));
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
print_notes (const EntCliComparison *self,
             GString                *text)
{
  g_auto (GStrv) notes = ent_comparison_text_notes (self->comparison, ent_compared_facets, ENT_N_COMPARED_FACETS);

  g_string_append_c (text, '\n');
  for (guint i = 0; notes[i] != NULL; i++)
    append_line (text, "%s", notes[i]);
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

  print_head (self, text);
  print_table (self, text);
  print_notes (self, text);
  return g_string_free_to_bytes (text);
}
