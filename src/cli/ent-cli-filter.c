/* ent-cli-filter.c: the events a command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-filter.h"

#include "ent-cli-marks.h"
#include "ent-filter.h"

/**
 * ent_cli_filter:
 * @path: the file of the dataset, whose stars `is:starred` asks for
 * @dataset: what is in it
 * @basis: which date events stand at
 * @query: what `--filter` says
 * @error: return location for an #EntQueryError, prefixed with the option
 *
 * Returns: (transfer full) (nullable): the events that match
 */
EntRowSet *
ent_cli_filter (const char *path,
                EntDataset *dataset,
                EntBasis    basis,
                const char *query,
                GError    **error)
{
  g_autoptr (EntQuery) parsed = ent_query_parse (query, error);
  g_autoptr (EntFilter) filter = NULL;
  EntFilterContext context = { .dataset = dataset, .basis = basis };
  g_auto (EntCliMarks) marks = { 0 };

  if (parsed != NULL)
    {
      ent_cli_read_marks (&marks, path, dataset, parsed);
      context.starred = marks.starred;
      context.noted = marks.noted;
      filter = ent_filter_new (parsed, &context, NULL, NULL, error);
    }
  if (filter == NULL)
    {
      g_prefix_error_literal (error, "--filter: ");
      return NULL;
    }
  return ent_row_set_ref (ent_filter_get_rows (filter));
}
