/* ent-compare-text.c: a comparison as a table of texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-comparison-text.h"
#include "ent-facet-text.h"

/* What a spreadsheet takes for a formula. */
#define FORMULA "=+-@"

static const char *const heads[ENT_N_COMPARE_COLUMNS] = {
  [ENT_COMPARE_NAME] = "",
  [ENT_COMPARE_BEFORE] = N_("before"),
  [ENT_COMPARE_AFTER] = N_("after"),
  [ENT_COMPARE_RATE_BEFORE] = N_("before / year"),
  [ENT_COMPARE_RATE_AFTER] = N_("after / year"),
  [ENT_COMPARE_RATIO] = N_("after / before"),
  /* xgettext:no-c-format */
  [ENT_COMPARE_INTERVAL] = N_("95 % interval"),
};

/** ent_compare_text_name: (skip): (transfer full): what a value is called, on one line; all events if it is none */
char *
ent_compare_text_name (const EntComparison *comparison,
                       EntFacetId           facet,
                       guint32              value,
                       const char          *language)
{
  EntDataset *dataset = ent_comparison_get_dataset (comparison);

  return value == ENT_FACET_VALUE_NONE
           ? g_strdup (_("All events"))
           : ent_facet_text_value (dataset, ent_facets_get (ent_dataset_get_facets (dataset), facet), value, language);
}

/**
 * ent_compare_text_row:
 * @row: a row of a comparison
 * @name: what it is called
 *
 * Returns: (transfer full): its cells, by #EntCompareColumn; what there is not is said in words, or a dash
 */
GStrv
ent_compare_text_row (const EntComparisonRow *row,
                      const char             *name)
{
  GStrv cells = g_new0 (char *, ENT_N_COMPARE_COLUMNS + 1);

  cells[ENT_COMPARE_NAME] = g_strdup (name);
  cells[ENT_COMPARE_BEFORE] = ent_comparison_text_count (&row->tallies[ENT_SIDE_BEFORE]);
  cells[ENT_COMPARE_AFTER] = ent_comparison_text_count (&row->tallies[ENT_SIDE_AFTER]);
  cells[ENT_COMPARE_RATE_BEFORE] = ent_comparison_text_rate (&row->rates[ENT_SIDE_BEFORE]);
  cells[ENT_COMPARE_RATE_AFTER] = ent_comparison_text_rate (&row->rates[ENT_SIDE_AFTER]);
  cells[ENT_COMPARE_RATIO] = ent_comparison_text_ratio (row);
  cells[ENT_COMPARE_INTERVAL] = ent_comparison_text_interval (row);
  for (int i = ENT_COMPARE_RATE_BEFORE; i <= ENT_COMPARE_RATE_AFTER; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup (_("not covered"));
  if (cells[ENT_COMPARE_RATIO] == NULL)
    cells[ENT_COMPARE_RATIO] = g_strdup ("–");
  if (cells[ENT_COMPARE_INTERVAL] == NULL)
    cells[ENT_COMPARE_INTERVAL] = g_strdup (row->has_ratio && row->ratio.too_few ? _("too few to say") : "–");
  return cells;
}

/* Rows of cells: heads, all events, then the values of the facet. */
static GPtrArray *
list_rows (const EntComparison *comparison,
           EntFacetId           facet,
           const char          *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *all = ent_compare_text_name (comparison, facet, ENT_FACET_VALUE_NONE, language);
  GStrv head = g_new0 (char *, ENT_N_COMPARE_COLUMNS + 1);
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (comparison, facet, &n_rows);

  for (int i = 0; i < ENT_N_COMPARE_COLUMNS; i++)
    head[i] = g_strdup (*heads[i] != '\0' ? _(heads[i]) : "");
  g_ptr_array_add (list, head);
  g_ptr_array_add (list, ent_compare_text_row (ent_comparison_get_total (comparison), all));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = ent_compare_text_name (comparison, facet, rows[i].value, language);

      g_ptr_array_add (list, ent_compare_text_row (&rows[i], name));
    }
  return list;
}

/**
 * ent_compare_text_tsv:
 * @comparison: a comparison
 * @facet: one of %ent_compared_facets
 * @language: (nullable): of names
 *
 * Returns: (transfer full): the table, a row a line and a tab between cells; no cell of it is taken for a formula
 */
char *
ent_compare_text_tsv (const EntComparison *comparison,
                      EntFacetId           facet,
                      const char          *language)
{
  g_autoptr (GPtrArray) rows = list_rows (comparison, facet, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (rows, i);

      for (int j = 0; cells[j] != NULL; j++)
        {
          g_strdelimit (cells[j], "\t\r\n", ' ');
          g_string_append_printf (text, "%s%s%s", j > 0 ? "\t" : "",
                                  *cells[j] != '\0' && strchr (FORMULA, *cells[j]) != NULL ? "'" : "", cells[j]);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/** ent_compare_text_html: (skip): (transfer full): the same as a table of HTML */
char *
ent_compare_text_html (const EntComparison *comparison,
                       EntFacetId           facet,
                       const char          *language)
{
  g_autoptr (GPtrArray) rows = list_rows (comparison, facet, language);
  GString *text = g_string_new ("<meta charset=\"utf-8\"><table>\n");

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (rows, i);

      g_string_append (text, "<tr>");
      for (int j = 0; cells[j] != NULL; j++)
        {
          const char *tag = i == 0 || j == 0 ? "th" : "td";
          g_autofree char *escaped = g_markup_escape_text (cells[j], -1);

          g_string_append_printf (text, "<%s>%s</%s>", tag, escaped, tag);
        }
      g_string_append (text, "</tr>\n");
    }
  g_string_append (text, "</table>\n");
  return g_string_free (text, FALSE);
}
