/* print-counts.c: prints what panes count of each facet, for queries that are read from standard input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: print-counts FILE <QUERIES. For each line one of "facet TAB value TAB count" a value that any event has under
 * the other conditions, and a line with nothing but the number of events that match.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "ent-loader.h"
#include "ent-results.h"

static void
print_facet (EntResults     *results,
             const EntFacet *facet)
{
  g_autofree guint *counts = ent_results_count_facet (results, facet);

  for (guint32 value = 0; value < ent_facet_get_n_values (facet); value++)
    {
      EntSlice name = ent_facet_get_value (facet, value);

      if (counts[value] > 0)
        printf ("%s\t%.*s\t%u\n", ent_facet_get_name (facet), (int) name.length, name.text, counts[value]);
    }
}

static gboolean
print_counts (EntSession *session,
              const char *text)
{
  EntResults *results = ent_session_get_results (session);
  const EntFacets *facets = ent_dataset_get_facets (ent_session_get_dataset (session));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQuery) query = ent_query_parse (text, &error);

  if (query != NULL)
    ent_results_set_query (results, query);
  if (query == NULL || ent_results_get_error (results) != NULL)
    {
      fprintf (stderr, "%s: %s\n", text, query == NULL ? error->message : ent_results_get_error (results)->message);
      return FALSE;
    }
  for (guint i = 0; i < ent_facets_get_size (facets); i++)
    print_facet (results, ent_facets_get (facets, i));
  printf ("%u\n", ent_row_set_count (ent_results_get_matching (results)));
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntLoaded) loaded = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;
  char line[4096];

  if (argc != 2 || !g_file_get_contents (argv[1], &contents, &length, NULL))
    return 2;
  bytes = g_bytes_new_take (contents, length);
  loaded = ent_loader_load_bytes (bytes);
  ent_session_set_dataset (session, loaded->dataset);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      line[strcspn (line, "\n")] = '\0';
      if (!print_counts (session, line))
        return 1;
    }
  return 0;
}
