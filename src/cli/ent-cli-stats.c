/* ent-cli-stats.c: entente stats, which counts events by facet and by year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event with several values of a facet counts once for each of them, and for what these are part of: as
 * many are counted as a query for the value finds. Its year is that of its earliest start.
 */
#include "config.h"

#include "ent-as-of.h"
#include "ent-calendar.h"
#include "ent-cli-as-of.h"
#include "ent-cli-filter.h"
#include "ent-cli-input.h"
#include "ent-cli.h"
#include "ent-facets.h"
#include "ent-json-writer.h"
#include "ent-limits.h"
#include "ent-output-file.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* How often something occurs. */
typedef struct
{
  char *value; /* (owned) */
  guint count;
} Count;

static void
count_clear (gpointer data)
{
  g_free (((Count *) data)->value);
}

typedef struct
{
  EntDataset *dataset;
  EntRowSet  *rows;
  const char *as_of;     /* (nullable) */
  GArray     *years;     /* (owned) of Count, ascending */
  guint       n_undated;
} Tally;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *left = a;
  const Count *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return strcmp (left->value, right->value);
}

/* The values of a facet that occur, most frequent first. */
static GArray *
sorted (const Tally    *self,
        const EntFacet *facet)
{
  g_autofree guint *all = ent_facet_count (facet, self->rows);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));

  g_array_set_clear_func (counts, count_clear);
  for (guint i = 0; i < ent_facet_get_n_values (facet); i++)
    {
      Count count = { NULL, all[i] };

      if (all[i] == 0)
        continue;
      count.value = ent_slice_dup (ent_facet_get_value (facet, i));
      g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/* The order of time is that of years. */
static void
count_years (Tally *self)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (self->dataset, ENT_BASIS_OCCURRED, &n_dated);
  guint n_years = 0;
  gint64 last = 0;

  self->years = g_array_new (FALSE, FALSE, sizeof (Count));
  g_array_set_clear_func (self->years, count_clear);
  self->n_undated = ent_row_set_count (self->rows);
  for (guint i = 0; i < n_dated; i++)
    {
      const EntDate *date = ent_dataset_peek_date (self->dataset, order[i], ENT_BASIS_OCCURRED);
      EntCalendarDate calendar;

      if (!ent_row_set_contains (self->rows, order[i]) || date->earliest_start.kind != ENT_BOUND_KNOWN)
        continue;
      self->n_undated--;
      ent_calendar_from_time (date->earliest_start.time, &calendar);
      if (n_years == 0 || calendar.year != last)
        {
          Count count = { g_strdup_printf ("%" G_GINT64_FORMAT, calendar.year), 0 };

          g_array_append_val (self->years, count);
          n_years++;
        }
      last = calendar.year;
      g_array_index (self->years, Count, n_years - 1).count++;
    }
}

static void
print_counts (GString      *text,
              const char   *name,
              const GArray *counts)
{
  g_autofree char *clean = ent_cli_escape (name);

  if (counts->len > 0)
    g_string_append_printf (text, "\n%s\n", clean);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      g_autofree char *value = ent_cli_escape (count->value);

      g_string_append_printf (text, "%8u  %s\n", count->count, value);
    }
}

/* Of what had begun and was not known. */
static void
print_as_of (GString     *text,
             const Tally *self)
{
  guint surely;
  guint perhaps;

  if (ent_dataset_get_as_of (self->dataset) == NULL)
    return;
  ent_dataset_get_begun (self->dataset, &surely, &perhaps);
  g_string_append_printf (text, "as of %s", self->as_of);
  if (perhaps > 0)
    g_string_append_printf (text, ", %u to %u more had begun", surely, surely + perhaps);
  else if (surely > 0)
    g_string_append_printf (text, ", %u more had begun", surely);
  g_string_append_c (text, '\n');
}

static void
write_as_of (EntJsonWriter *writer,
             const Tally   *self)
{
  guint surely;
  guint perhaps;

  if (ent_dataset_get_as_of (self->dataset) == NULL)
    return;
  ent_dataset_get_begun (self->dataset, &surely, &perhaps);
  ent_json_writer_name (writer, "as-of", -1);
  ent_json_writer_string (writer, self->as_of, -1);
  ent_json_writer_name (writer, "begun", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  ent_json_writer_name (writer, "surely", -1);
  ent_json_writer_int64 (writer, surely);
  ent_json_writer_name (writer, "perhaps", -1);
  ent_json_writer_int64 (writer, perhaps);
  ent_json_writer_end_object (writer);
}

static GBytes *
print (const Tally *self)
{
  const EntFacets *facets = ent_dataset_get_facets (self->dataset);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u events, %u undated\n", ent_row_set_count (self->rows), self->n_undated);
  print_as_of (text, self);
  for (guint i = 0; i < ent_facets_get_size (facets); i++)
    {
      const EntFacet *facet = ent_facets_get (facets, i);
      g_autoptr (GArray) counts = sorted (self, facet);

      print_counts (text, ent_facet_get_name (facet), counts);
    }
  print_counts (text, "years", self->years);
  return g_string_free_to_bytes (text);
}

static void
write_counts (EntJsonWriter *writer,
              const char    *name,
              const GArray  *counts)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
      ent_json_writer_name (writer, "value", -1);
      ent_json_writer_string (writer, count->value, -1);
      ent_json_writer_name (writer, "count", -1);
      ent_json_writer_int64 (writer, count->count);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static GBytes *
print_json (const Tally *self)
{
  const EntFacets *facets = ent_dataset_get_facets (self->dataset);
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "events", -1);
  ent_json_writer_int64 (writer, ent_row_set_count (self->rows));
  ent_json_writer_name (writer, "undated", -1);
  ent_json_writer_int64 (writer, self->n_undated);
  write_as_of (writer, self);
  ent_json_writer_name (writer, "facets", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  for (guint i = 0; i < ent_facets_get_size (facets); i++)
    {
      const EntFacet *facet = ent_facets_get (facets, i);
      g_autoptr (GArray) counts = sorted (self, facet);

      if (counts->len > 0)
        write_counts (writer, ent_facet_get_name (facet), counts);
    }
  ent_json_writer_end_object (writer);
  write_counts (writer, "years", self->years);
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish_to_bytes (writer, NULL);
}

static GBytes *
tally (EntDataset *dataset,
       EntRowSet  *rows,
       const char *as_of,
       gboolean    json)
{
  const EntFacets *facets = ent_dataset_get_facets (dataset);
  Tally self = { .dataset = dataset, .rows = rows, .as_of = as_of };
  GBytes *bytes;

  count_years (&self);
  if (ent_facets_has_more_fields (facets))
    g_printerr (_("Only the first %d further fields are counted.\n"), ENT_LIMIT_FURTHER_FIELDS);
  if (ent_facets_has_more_pairs (facets))
    g_printerr (_("Only the first %d initiators and the first %d targets of an event make pairs.\n"),
                ENT_LIMIT_PAIRED_ACTORS, ENT_LIMIT_PAIRED_ACTORS);
  bytes = json ? print_json (&self) : print (&self);
  g_array_unref (self.years);
  return bytes;
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *query = NULL;
  g_autofree char *as_of = NULL;
  gboolean json = FALSE;
  gboolean strict = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &query, N_("Count only the events that match QUERY"), N_("QUERY") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("Count what was known by the end of DATE (EDTF)"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("Print nothing when the input has errors"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_stats_command, entries, argv, &files, &status))
    return status;
  if (files[0] == NULL || files[1] != NULL)
    return ent_cli_usage_error (argv[0], _("one file must be given"));
  if (!ent_cli_check_as_of (as_of, &error))
    return ent_cli_usage_error (argv[0], "%s", error->message);

  dataset = ent_cli_open (files[0], &diagnostics, &error);
  if (dataset != NULL && !ent_cli_accept (files[0], diagnostics, strict))
    return ENT_EXIT_FAILED;
  if (dataset == NULL)
    return ent_cli_fail (argv[0], error);
  ent_cli_set_as_of (&dataset, as_of);
  rows = ent_cli_filter (files[0], dataset, ENT_BASIS_OCCURRED, query != NULL ? query : "", &error);
  if (rows == NULL)
    return ent_cli_usage_error (argv[0], "%s", error->message);
  bytes = tally (dataset, rows, as_of, json);
  if (!ent_output_file_write ("-", NULL, bytes, &error))
    return ent_cli_fail (argv[0], error);
  ent_cli_print_faults (files[0], diagnostics);
  return ENT_EXIT_OK;
}

const EntCommand ent_cli_stats_command = {
  .name = "stats",
  .arguments = "FILE",
  .summary = N_("Count events by facet and by year"),
  .run = run,
};
