/* ent-cli-figure.c: entente figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-as-of.h"
#include "ent-cli-as-of.h"
#include "ent-cli-filter.h"
#include "ent-cli-input.h"
#include "ent-cli-picture.h"
#include "ent-cli.h"
#include "ent-facets.h"
#include "ent-figure-export.h"
#include "ent-nearest-name.h"
#include "ent-output-file.h"
#include "ent-page-size.h"
#include "ent-timeline.h"

typedef struct
{
  char    *output;
  char    *from;
  char    *to;
  char    *filter;
  char    *basis;
  char    *as_of;
  gboolean all;
  char    *size;
  char    *dpi_text;
  double   dpi; /* 0: the usual */
  char    *group_by;
  char    *lane_order;
  char    *color_by;
  char    *links;
  char    *theme;
  char    *language;
  char    *title;
  char    *caption;
  char    *legend;
  char    *overview;
  char   **select;
  char    *today;
  gboolean strict;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->from);
  g_free (options->to);
  g_free (options->filter);
  g_free (options->basis);
  g_free (options->as_of);
  g_free (options->size);
  g_free (options->dpi_text);
  g_free (options->group_by);
  g_free (options->lane_order);
  g_free (options->color_by);
  g_free (options->links);
  g_free (options->theme);
  g_free (options->language);
  g_free (options->title);
  g_free (options->caption);
  g_free (options->legend);
  g_free (options->overview);
  g_strfreev (options->select);
  g_free (options->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_switch (const char *text,
             gboolean    otherwise,
             gboolean   *value)
{
  *value = otherwise;
  if (text == NULL)
    return TRUE;
  *value = g_str_equal (text, "yes");
  return *value || g_str_equal (text, "no");
}

/* The first known bound of a date, or the last. */
static gboolean
read_time (const char *text,
           gboolean    end,
           gint64     *time,
           GError    **error)
{
  EntDate date;
  const EntBound *bound;

  if (!ent_date_parse (text, -1, &date, error))
    return FALSE;
  bound = end ? &date.latest_end : &date.earliest_start;
  if (bound->kind != ENT_BOUND_KNOWN)
    {
      g_set_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED,
                   end ? _("“%s” has no known end") : _("“%s” has no known start"), text);
      return FALSE;
    }
  *time = bound->time;
  return TRUE;
}

static gboolean
find_span (EntDataset    *dataset,
           EntRowSet     *rows,
           EntBasis       basis,
           const Options *options,
           EntSpan       *span,
           GError       **error)
{
  ent_timeline_whole_span (dataset, rows, basis, span);
  if (!options->all && options->from == NULL && options->to == NULL)
    ent_view_get_span (ent_dataset_get_view (dataset), span, span);
  if (options->from != NULL && !read_time (options->from, FALSE, &span->start, error))
    {
      g_prefix_error_literal (error, "--from: ");
      return FALSE;
    }
  if (options->to != NULL && !read_time (options->to, TRUE, &span->end, error))
    {
      g_prefix_error_literal (error, "--to: ");
      return FALSE;
    }
  if (span->end <= span->start)
    {
      g_set_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_REVERSED, _("the span ends before it begins"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_facet (EntDataset *dataset,
             const char *option,
             const char *name,
             GError    **error)
{
  g_autoptr (GPtrArray) names = NULL;
  const EntFacets *facets;
  const char *nearest;

  if (ent_grouping_knows (dataset, name))
    return TRUE;
  names = g_ptr_array_new ();
  facets = ent_dataset_get_facets (dataset);
  for (guint i = 0; i < ent_facets_get_size (facets); i++)
    g_ptr_array_add (names, (gpointer) ent_facet_get_name (ent_facets_get (facets, i)));
  g_ptr_array_add (names, (gpointer) "none");
  g_ptr_array_add (names, NULL);
  nearest = g_utf8_validate (name, -1, NULL) ? ent_nearest_name (name, (const char *const *) names->pdata) : NULL;
  if (nearest != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("%s: nothing in this file is called “%s”; the nearest is “%s”"), option, name, nearest);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: nothing in this file is called “%s”"), option,
                 name);
  return FALSE;
}

/* What the dataset's own view names and none of its events has is no fault of who draws it. */
static void
warn_of_facet (EntDataset *dataset,
               const char *member,
               const char *name)
{
  g_autofree char *escaped = NULL;

  if (ent_grouping_knows (dataset, name))
    return;
  escaped = ent_cli_escape (name);
  g_printerr (_("warning: “%s” of the file's view is “%s”, which no event has; the kind is taken\n"), member,
              escaped);
}

/* The dataset's own view, as the options change it. What is said of lanes is of those that were. */
static EntView *
make_view (EntDataset    *dataset,
           const Options *options,
           GError       **error)
{
  g_autoptr (EntView) view = ent_view_copy (ent_dataset_get_view (dataset));
  int order;
  int links;
  int basis;

  if (!check_facet (dataset, "--group-by", options->group_by, error) ||
      !check_facet (dataset, "--color-by", options->color_by, error))
    return NULL;
  if (options->color_by != NULL)
    ent_view_set_color_by (view, options->color_by);
  if (options->group_by != NULL && g_strcmp0 (options->group_by, ent_view_get_group_by (view)) != 0)
    {
      ent_view_set_group_by (view, options->group_by);
      ent_view_set_lane_order (view, ENT_LANE_ORDER_NATURAL);
      ent_view_set_lanes (view, NULL);
      ent_view_set_collapsed (view, NULL);
    }
  if (options->lane_order != NULL)
    {
      if (!ent_terms_find (ENT_TERMS_LANE_ORDER, ent_slice_from_string (options->lane_order), &order))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--lane-order is count, name or date"));
          return NULL;
        }
      ent_view_set_lane_order (view, (EntLaneOrder) order);
      ent_view_set_lanes (view, NULL);
    }
  if (options->links != NULL)
    {
      if (!ent_terms_find (ENT_TERMS_LINKS, ent_slice_from_string (options->links), &links))
        {
          g_autofree char *all = ent_terms_all (ENT_TERMS_LINKS);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--links is one of %s"), all);
          return NULL;
        }
      ent_view_set_links (view, (EntLinksShown) links);
    }
  if (options->all || options->filter != NULL)
    ent_view_set_query (view, options->filter);
  if (options->basis != NULL)
    {
      if (!ent_terms_find (ENT_TERMS_BASIS, ent_slice_from_string (options->basis), &basis))
        {
          g_autofree char *all = ent_terms_all (ENT_TERMS_BASIS);

          /* TRANSLATORS: the words an option can have */
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--basis is one of %s"), all);
          return NULL;
        }
      ent_view_set_basis (view, (EntBasis) basis);
    }
  if (options->all || options->as_of != NULL)
    ent_view_set_as_of (view, options->as_of != NULL && *options->as_of != '\0' ? options->as_of : NULL, -1, NULL);
  warn_of_facet (dataset, "group-by", ent_view_get_group_by (view));
  warn_of_facet (dataset, "color-by", ent_view_get_color_by (view));
  return g_steal_pointer (&view);
}

static gboolean
select_event (EntDataset *dataset,
              GArray     *rows,
              const char *id)
{
  guint32 row = ent_dataset_find (dataset, ent_slice_from_string (id));

  if (row == ENT_ROW_NONE)
    return FALSE;
  g_array_append_val (rows, row);
  return TRUE;
}

/* Each is an id or, where there is none such, several with commas between. */
static GArray *
find_selected (EntDataset        *dataset,
               const char *const *ids,
               GError           **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (select_event (dataset, rows, ids[i]))
        continue;
      parts = g_strsplit (*ids[i] != '\0' ? ids[i] : ",", ",", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (!select_event (dataset, rows, g_strstrip (parts[j])))
          {
            gboolean known_later = ent_dataset_find (ent_dataset_get_whole (dataset), ent_slice_from_string (parts[j])) !=
                                   ENT_ROW_NONE;

            g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         known_later ? _("the event “%s” to select was not known by that day")
                                     : _("there is no event “%s” to select"),
                         parts[j]);
            return NULL;
          }
    }
  return g_steal_pointer (&rows);
}

static void
say_what_came_of_it (const EntFigureSummary *summary)
{
  if (summary->n_unlabelled == 0)
    return;
  g_printerr (g_dngettext (ENT_GETTEXT_DOMAIN,
                           "%u of %u events in view has no room for its name; a larger --size or a shorter span gives "
                           "more room\n",
                           "%u of %u events in view have no room for their names; a larger --size or a shorter span "
                           "gives more room\n",
                           summary->n_unlabelled),
              summary->n_unlabelled, summary->n_events);
}

static int
draw (const EntFigureRequest *request,
      const EntFigureWriter  *writer,
      const EntPageSize      *size,
      const Options          *options,
      const char             *input)
{
  g_autoptr (EntFigureExport) export = ent_figure_export_new (request, writer, size->unit, options->dpi);
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = ent_figure_export_make (export, NULL, NULL, &report, &error);
  ent_cli_picture_warn (&report, request->language);
  if (bytes == NULL || !ent_output_file_write (options->output, input, bytes, &error))
    return ent_cli_fail ("figure", error);
  say_what_came_of_it (&report.summary);
  return ENT_EXIT_OK;
}

static int
run_with (const Options *options,
          const char    *input)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) whole = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntView) view = NULL;
  g_autoptr (EntGrouping) grouping = NULL;
  g_autoptr (EntColoring) coloring = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own_language = NULL;
  EntPageSize size = { 1600, 900, "px" };
  EntFigureRequest request = { 0 };
  const EntFigureWriter *writer = ent_cli_picture_find_writer (options->output);
  int status;

  if (writer == NULL)
    return ent_cli_usage_error ("figure", _("“%s” is to end in .svg, .png or .pdf"), options->output);
  if (options->size != NULL && !ent_page_size_parse (options->size, &size, &error))
    return ent_cli_usage_error ("figure", "%s", error->message);
  request.physical = ent_page_size_is_physical (&size);
  request.theme = ent_theme_find (options->theme != NULL ? options->theme : request.physical ? "print" : "light");
  if (request.theme == NULL)
    return ent_cli_usage_error ("figure", _("there is no theme “%s”; there are light, dark, print and contrast"),
                                options->theme);
  if (!read_switch (options->legend, TRUE, &request.legend))
    return ent_cli_usage_error ("figure", _("--legend is yes or no"));
  if (!read_switch (options->overview, FALSE, &request.overview))
    return ent_cli_usage_error ("figure", _("--overview is yes or no"));
  if (!ent_cli_check_as_of (options->as_of, &error))
    return ent_cli_usage_error ("figure", "%s", error->message);
  if (options->today != NULL)
    {
      if (!read_time (options->today, FALSE, &request.today, &error))
        return ent_cli_usage_error ("figure", "--today: %s", error->message);
      request.has_today = TRUE;
    }

  whole = ent_cli_open (input, &diagnostics, &error);
  if (whole == NULL)
    return ent_cli_fail ("figure", error);
  if (!ent_cli_accept (input, diagnostics, options->strict))
    return ENT_EXIT_FAILED;
  view = make_view (whole, options, &error);
  if (view == NULL)
    return ent_cli_usage_error ("figure", "%s", error->message);
  dataset = ent_dataset_new_of_view (whole, view);
  request.grouping = grouping = ent_grouping_new (view);
  request.coloring = coloring = ent_coloring_new (dataset, ent_view_get_color_by (view), ent_view_get_pair_as (view));
  request.basis = ent_view_get_basis (view);
  if (*ent_view_get_query (view) != '\0')
    {
      request.rows = rows = ent_cli_filter (input, dataset, request.basis, ent_view_get_query (view), &error);
      if (rows == NULL)
        return ent_cli_usage_error ("figure", "%s", error->message);
    }
  if (!find_span (dataset, request.rows, request.basis, options, &request.span, &error))
    return ent_cli_usage_error ("figure", "%s", error->message);
  selected = find_selected (dataset, (const char *const *) options->select, &error);
  if (selected == NULL)
    return ent_cli_usage_error ("figure", "%s", error->message);

  own_language = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL));
  request.dataset = dataset;
  request.width = size.width;
  request.height = size.height;
  request.language = options->language != NULL ? options->language : own_language;
  request.title = options->title;
  request.caption = options->caption;
  request.selected = (const guint32 *) selected->data;
  request.n_selected = selected->len;
  request.links = ent_view_get_links (view);
  status = draw (&request, writer, &size, options, input);
  if (status == ENT_EXIT_OK)
    ent_cli_print_faults (input, diagnostics);
  return status;
}

static int
run (const char *const *argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) files = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write to FILE; .svg, .png or .pdf; - is SVG on the standard output"), N_("FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("Begin with DATE (EDTF)"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("End with DATE (EDTF)"), N_("DATE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options.filter, N_("Draw only the events that match QUERY"), N_("QUERY") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis,
      N_("The date events stand at: occurred, intrusion, detection, disclosure, attribution or remediation"),
      N_("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("Show what was known by the end of DATE (EDTF)"), N_("DATE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Show everything, not the dataset's own view"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_("Size in px, mm, cm, in or pt, such as 1600x900 or 180x120mm; a width alone takes the height it needs"),
      N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &options.dpi_text,
      N_("Pixels an inch of a PNG: 96 for a size in px, else 300"), N_("NUMBER") },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &options.group_by,
      N_("Make lanes by NAME: kind, category, actor, initiator, target, pair, place, tag, severity, attribution, status, "
         "sector, verification, a further field, or none"),
      N_("NAME") },
    { "lane-order", 0, 0, G_OPTION_ARG_STRING, &options.lane_order, N_("Sort lanes by count, name or date"),
      N_("ORDER") },
    { "color-by", 0, 0, G_OPTION_ARG_STRING, &options.color_by, N_("Color by NAME: likewise"), N_("NAME") },
    { "links", 0, 0, G_OPTION_ARG_STRING, &options.links,
      N_("Draw links as WHICH says: direct, none, second, third, chain or all"), N_("WHICH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme, N_("light, dark, print or contrast"), N_("NAME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("Language of titles and words, such as zh-CN"),
      N_("TAG") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Title; empty for none"), N_("TEXT") },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &options.caption, N_("A paragraph below"), N_("TEXT") },
    { "legend", 0, 0, G_OPTION_ARG_STRING, &options.legend, N_("Explain the signs: yes or no"), N_("yes|no") },
    { "overview", 0, 0, G_OPTION_ARG_STRING, &options.overview, N_("Show the whole dataset in a strip: yes or no"),
      N_("yes|no") },
    { "select", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.select, N_("Name an event first and show its links"),
      N_("ID") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today, N_("Mark DATE as today"), N_("DATE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_("Write nothing if the input has faults"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_figure_command, entries, argv, &files, &status))
    return status;
  if (g_strv_length (files) != 1)
    return ent_cli_usage_error ("figure", _("name one file to draw"));
  if (options.output == NULL)
    return ent_cli_usage_error ("figure", _("name the file to write with -o"));
  if (!ent_cli_picture_read_dpi (options.dpi_text, &options.dpi))
    return ent_cli_usage_error ("figure", _("--dpi is a number from %d to %d"), ENT_FIGURE_MIN_DPI, ENT_FIGURE_MAX_DPI);
  if (options.language != NULL && !ent_cli_is_language_tag (options.language))
    return ent_cli_usage_error ("figure", _("“%s” is no language tag; write one such as en or zh-CN"),
                                options.language);
  if (options.all && (options.from != NULL || options.to != NULL))
    return ent_cli_usage_error ("figure", _("--all goes without --from and --to"));
  return run_with (&options, files[0]);
}

const EntCommand ent_cli_figure_command = {
  .name = "figure",
  .arguments = "FILE -o OUT.svg|png|pdf",
  .summary = N_("Draw a timeline as SVG, PNG or PDF"),
  .run = run,
};
