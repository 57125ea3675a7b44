/* ent-cli-compare.c: entente compare, which counts events before and after one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-compare.h"

#include "ent-cli-filter.h"
#include "ent-cli-input.h"
#include "ent-cli-picture.h"
#include "ent-cli.h"
#include "ent-json-writer.h"
#include "ent-limits.h"
#include "ent-nearest-name.h"
#include "ent-output-file.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  char    *pivot;
  char    *window;
  char    *query;
  char    *basis;
  char    *language;
  char    *output;
  char    *facets;
  char    *size;
  char    *dpi;
  char    *theme;
  gboolean json;
  gboolean strict;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->pivot);
  g_free (options->window);
  g_free (options->query);
  g_free (options->basis);
  g_free (options->language);
  g_free (options->output);
  g_free (options->facets);
  g_free (options->size);
  g_free (options->dpi);
  g_free (options->theme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
write_text (EntJsonWriter *writer,
            const char    *name,
            EntSlice       text)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_string (writer, text.text != NULL ? text.text : "", (gssize) text.length);
}

static void
write_string (EntJsonWriter *writer,
              const char    *name,
              const char    *text)
{
  write_text (writer, name, ent_slice_from_string (text));
}

static void
write_count (EntJsonWriter *writer,
             const char    *name,
             guint          count)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_int64 (writer, count);
}

/* JSON has no number that is none, or infinite. */
static void
write_number (EntJsonWriter *writer,
              double         number)
{
  if (isfinite (number))
    ent_json_writer_double (writer, number);
  else
    ent_json_writer_null (writer);
}

static void
write_range (EntJsonWriter *writer,
             const char    *name,
             double         from,
             double         to)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_begin_array (writer, ENT_JSON_INLINE);
  write_number (writer, from);
  write_number (writer, to);
  ent_json_writer_end_array (writer);
}

/* From the first second to the last. */
static void
write_span (EntJsonWriter *writer,
            const EntSpan *span)
{
  g_autofree char *from = ent_time_format (span->start);
  g_autofree char *to = ent_time_format (span->end - 1);

  write_string (writer, "from", from);
  write_string (writer, "to", to);
}

static void
write_side (EntJsonWriter       *writer,
            const EntComparison *comparison,
            EntSide              side)
{
  const char *const *sources = ent_comparison_get_sources (comparison, side);
  EntCovered covered = ent_comparison_get_covered (comparison, side);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_span (writer, ent_comparison_get_window (comparison, side));
  ent_json_writer_name (writer, "covered", -1);
  if (covered == ENT_COVERED_NOT_KNOWN)
    ent_json_writer_null (writer);
  else
    ent_json_writer_boolean (writer, covered == ENT_COVERED);
  ent_json_writer_name (writer, "sources", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; sources[i] != NULL; i++)
    ent_json_writer_string (writer, sources[i], -1);
  ent_json_writer_end_array (writer);
  ent_json_writer_end_object (writer);
}

static void
write_tally (EntJsonWriter          *writer,
             const char             *name,
             const EntComparisonRow *row,
             EntSide                 side)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  write_count (writer, "surely", row->tallies[side].surely);
  write_count (writer, "at_most", row->tallies[side].at_most);
  if (!isnan (row->rates[side].least))
    write_range (writer, "rate", row->rates[side].least, row->rates[side].most);
  ent_json_writer_end_object (writer);
}

static void
write_row_members (EntJsonWriter          *writer,
                   const EntComparisonRow *row)
{
  write_tally (writer, "before", row, ENT_SIDE_BEFORE);
  write_tally (writer, "after", row, ENT_SIDE_AFTER);
  if (!row->has_ratio)
    return;
  write_range (writer, "ratio", row->ratio.least, row->ratio.most);
  write_range (writer, "interval", row->ratio.low, row->ratio.high);
  ent_json_writer_name (writer, "too_few", -1);
  ent_json_writer_boolean (writer, row->ratio.too_few);
}

static void
write_facet (EntJsonWriter          *writer,
             const EntCliComparison *self,
             EntFacetId              id)
{
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (self->dataset), id);
  guint n_rows;
  const EntComparisonRow *rows = ent_comparison_get_rows (self->comparison, id, &n_rows);

  ent_json_writer_name (writer, ent_facet_get_name (facet), -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = ent_facet_dup_name_of (facet, self->dataset, rows[i].value, self->language);

      ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
      write_text (writer, "value", ent_facet_get_value (facet, rows[i].value));
      write_string (writer, "name", name);
      write_row_members (writer, &rows[i]);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static GBytes *
to_json (const EntCliComparison *self)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autofree char *window = ent_period_to_text (&self->period);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "pivot", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_text (writer, "id", ent_dataset_get_id (self->dataset, self->pivot));
  write_text (writer, "title",
              ent_dataset_get_event_text (self->dataset, self->pivot, ENT_TEXT_TITLE, self->language));
  write_span (writer, ent_comparison_get_pivot (self->comparison));
  ent_json_writer_end_object (writer);
  write_string (writer, "window", window);
  write_string (writer, "basis", ent_terms_word (ENT_TERMS_BASIS, (int) self->basis));
  write_string (writer, "query", self->query);
  ent_json_writer_name (writer, "level", -1);
  ent_json_writer_double (writer, ENT_RATE_RATIO_LEVEL);
  ent_json_writer_name (writer, "before", -1);
  write_side (writer, self->comparison, ENT_SIDE_BEFORE);
  ent_json_writer_name (writer, "after", -1);
  write_side (writer, self->comparison, ENT_SIDE_AFTER);
  write_count (writer, "undated", ent_comparison_get_n_undated (self->comparison));
  ent_json_writer_name (writer, "total", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  write_row_members (writer, ent_comparison_get_total (self->comparison));
  ent_json_writer_end_object (writer);
  ent_json_writer_name (writer, "facets", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    write_facet (writer, self, ent_compared_facets[i]);
  ent_json_writer_end_object (writer);
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish_to_bytes (writer, NULL);
}

/* The event of that id; else says what there is. */
static guint32
find_pivot (EntDataset *dataset,
            const char *id,
            GError    **error)
{
  guint32 row = ent_dataset_find (dataset, ent_slice_from_string (id));
  guint n_events = ent_dataset_get_n_events (dataset);
  g_auto (GStrv) ids = NULL;
  const char *nearest;

  if (row != ENT_ROW_NONE)
    return row;
  ids = g_new0 (char *, n_events + 1);
  for (guint i = 0; i < n_events; i++)
    ids[i] = ent_slice_dup (ent_dataset_get_id (dataset, i));
  nearest = g_utf8_validate (id, -1, NULL) ? ent_nearest_name (id, (const char *const *) ids) : NULL;
  if (nearest != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("there is no event “%s”; the nearest id is “%s”"), id,
                 nearest);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("there is no event “%s”"), id);
  return ENT_ROW_NONE;
}

static EntComparison *
compare (EntCliComparison *self,
         const char       *path,
         const Options    *options,
         GError          **error)
{
  g_autoptr (EntRowSet) rows = NULL;
  EntComparison *comparison;

  self->pivot = find_pivot (self->dataset, options->pivot, error);
  if (self->pivot == ENT_ROW_NONE)
    return NULL;
  rows = ent_cli_filter (path, self->dataset, self->basis, self->query, error);
  if (rows == NULL)
    return NULL;
  comparison = ent_comparison_new (self->dataset, self->basis, rows, self->pivot, &self->period, error);
  if (comparison == NULL)
    g_prefix_error (error, "“%s”: ", options->pivot);
  return comparison;
}

/* Exit status, and a message if it is not 0. */
static int
read_figure (const Options       *options,
             EntFacetId           facets[ENT_N_COMPARED_FACETS],
             EntComparisonFigure *figure)
{
  g_autoptr (GError) error = NULL;

  figure->facets = facets;
  if (options->json)
    return ent_cli_usage_error ("compare", _("“%s” goes without “%s”"), "--json", "-o");
  if (ent_cli_picture_find_writer (options->output) == NULL)
    return ent_cli_usage_error ("compare", _("“%s” is to end in .svg, .png or .pdf"), options->output);
  if (!ent_cli_compare_find_facets (options->facets, facets, &figure->n_facets))
    return ent_cli_usage_error ("compare", _("--facet is one or several of kind, category, pair, severity"));
  if (!ent_page_size_parse (options->size != NULL ? options->size : ENT_COMPARISON_FIGURE_SIZE, &figure->size, &error))
    return ent_cli_usage_error ("compare", "%s", error->message);
  if (figure->size.height > 0)
    return ent_cli_usage_error ("compare", _("--size is a width; the figure is as high as it needs to be"));
  if (!ent_cli_picture_read_dpi (options->dpi, &figure->dpi))
    return ent_cli_usage_error ("compare", _("--dpi is a number from %d to %d"), ENT_FIGURE_MIN_DPI, ENT_FIGURE_MAX_DPI);
  if (options->theme != NULL && (figure->theme = ent_theme_find (options->theme)) == NULL)
    return ent_cli_usage_error ("compare", _("there is no theme “%s”; there are light, dark, print and contrast"),
                                options->theme);
  return ENT_EXIT_OK;
}

static gboolean
write_out (const EntCliComparison *self,
           const Options          *options,
           EntComparisonFigure    *figure,
           const char             *path,
           GError                **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (options->output != NULL)
    return ent_cli_compare_write_figure (self, figure, options->output, path, error);
  bytes = options->json ? to_json (self) : ent_cli_compare_to_text (self);
  return ent_output_file_write ("-", NULL, bytes, error);
}

static int
run_with (const Options *options,
          const char    *path)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  EntFacetId facets[ENT_N_COMPARED_FACETS];
  EntComparisonFigure figure = { 0 };
  EntCliComparison self = { .query = options->query != NULL ? options->query : "", .language = options->language };
  int basis = ENT_BASIS_OCCURRED;

  if (options->basis != NULL && !ent_terms_find (ENT_TERMS_BASIS, ent_slice_from_string (options->basis), &basis))
    {
      g_autofree char *all = ent_terms_all (ENT_TERMS_BASIS);

      return ent_cli_usage_error ("compare", _("there is no basis “%s”; there are %s"), options->basis, all);
    }
  self.basis = (EntBasis) basis;
  if (!ent_period_parse (options->window, &self.period, &error))
    return ent_cli_usage_error ("compare", "--window: %s", error->message);
  if (options->output != NULL && read_figure (options, facets, &figure) != ENT_EXIT_OK)
    return ENT_EXIT_USAGE;

  dataset = ent_cli_open (path, &diagnostics, &error);
  if (dataset == NULL)
    return ent_cli_fail ("compare", error);
  if (!ent_cli_accept (path, diagnostics, options->strict))
    return ENT_EXIT_FAILED;
  self.dataset = dataset;
  comparison = compare (&self, path, options, &error);
  if (comparison == NULL)
    return ent_cli_usage_error ("compare", "%s", error->message);
  if (ent_facets_has_more_pairs (ent_dataset_get_facets (dataset)))
    g_printerr (_("Only the first %d initiators and the first %d targets of an event make pairs.\n"),
                ENT_LIMIT_PAIRED_ACTORS, ENT_LIMIT_PAIRED_ACTORS);
  self.comparison = comparison;
  if (!write_out (&self, options, &figure, path, &error))
    return ent_cli_fail ("compare", error);
  ent_cli_print_faults (path, diagnostics);
  return ENT_EXIT_OK;
}

static int
run (const char *const *argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) files = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "pivot", 0, 0, G_OPTION_ARG_STRING, &options.pivot, N_("Compare before and after the event ID"), N_("ID") },
    { "window", 0, 0, G_OPTION_ARG_STRING, &options.window, N_("How long before and after, such as P2Y, P6M or P90D"),
      N_("DURATION") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options.query, N_("Count only the events that match QUERY"), N_("QUERY") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis,
      N_("Date of incidents: occurred, intrusion, detection, disclosure, attribution or remediation"), N_("BASIS") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("Language of titles and names, such as zh-CN"), N_("TAG") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print JSON"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Draw it, and write to FILE; .svg, .png or .pdf; - is SVG on the standard output"), N_("FILE") },
    { "facet", 0, 0, G_OPTION_ARG_STRING, &options.facets,
      N_("Draw NAMES: kind, category, pair, severity, or several with commas between; all of them when none is named"),
      N_("NAMES") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_("Width of the drawing in px, mm, cm, in or pt; 180mm when none is given"), N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &options.dpi, N_("Pixels an inch of a PNG: 96 for a size in px, else 300"),
      N_("NUMBER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme, N_("light, dark, print or contrast"), N_("NAME") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_("Print nothing when the input has errors"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_compare_command, entries, argv, &files, &status))
    return status;
  if (files[0] == NULL || files[1] != NULL)
    return ent_cli_usage_error (argv[0], _("one file must be given"));
  if (options.pivot == NULL)
    return ent_cli_usage_error (argv[0], _("name the event to compare around with --pivot"));
  if (options.window == NULL)
    return ent_cli_usage_error (argv[0], _("say how long before and after with --window, such as P2Y"));
  if (options.output == NULL &&
      (options.facets != NULL || options.size != NULL || options.dpi != NULL || options.theme != NULL))
    return ent_cli_usage_error (argv[0], _("--facet, --size, --dpi and --theme need “%s”"), "-o");
  if (options.language != NULL && !ent_cli_is_language_tag (options.language))
    return ent_cli_usage_error (argv[0], _("“%s” is no language tag; write one such as en or zh-CN"), options.language);
  return run_with (&options, files[0]);
}

const EntCommand ent_cli_compare_command = {
  .name = "compare",
  .arguments = "FILE --pivot ID --window DURATION",
  .summary = N_("Count events before and after one"),
  .run = run,
};
