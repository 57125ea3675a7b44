/* ent-cli-compare-figure.c: a comparison as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-compare.h"


#include "ent-cli-picture.h"
#include "ent-cli.h"
#include "ent-output-file.h"

/**
 * ent_cli_compare_find_facets:
 * @names: (nullable): names of facets with commas between; %NULL for all that are compared
 * @facets: (out): room for %ENT_N_COMPARED_FACETS
 * @n_facets: (out): how many there are
 *
 * Returns: whether these are facets that are compared, and none is named twice
 */
gboolean
ent_cli_compare_find_facets (const char *names,
                             EntFacetId  facets[ENT_N_COMPARED_FACETS],
                             guint      *n_facets)
{
  static const char *const known[ENT_N_COMPARED_FACETS] = { "kind", "category", "pair", "severity" };
  g_auto (GStrv) parts = NULL;
  guint taken = 0;

  *n_facets = 0;
  if (names == NULL)
    {
      for (; *n_facets < ENT_N_COMPARED_FACETS; (*n_facets)++)
        facets[*n_facets] = ent_compared_facets[*n_facets];
      return TRUE;
    }
  parts = g_strsplit (names, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint found = 0;

      while (found < ENT_N_COMPARED_FACETS && !g_str_equal (known[found], g_strstrip (parts[i])))
        found++;
      if (found == ENT_N_COMPARED_FACETS || (taken & 1u << found) != 0)
        return FALSE;
      taken |= 1u << found;
      facets[(*n_facets)++] = ent_compared_facets[found];
    }
  return *n_facets > 0;
}

/**
 * ent_cli_compare_write_figure:
 * @self: a comparison
 * @figure: what is to be drawn of it; its comparison, query and language are those of @self
 * @output: (type filename): where to write it; its ending says how
 * @input: (type filename): the file that was compared
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
ent_cli_compare_write_figure (const EntCliComparison *self,
                              EntComparisonFigure    *figure,
                              const char             *output,
                              const char             *input,
                              GError                **error)
{
  g_autofree char *own_language = ent_slice_dup (ent_dataset_get_text (self->dataset, ENT_TEXT_LANGUAGE, NULL));
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  figure->comparison = self->comparison;
  figure->query = self->query;
  figure->language = self->language != NULL ? self->language : own_language;
  bytes = ent_comparison_figure_make (figure, ent_cli_picture_find_writer (output), &report, error);
  ent_cli_picture_warn (&report, figure->language);
  return bytes != NULL && ent_output_file_write (output, input, bytes, error);
}
