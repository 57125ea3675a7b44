/* ent-cli-figure.c: entente figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-cli-input.h"
#include "ent-cli.h"
#include "ent-figure-info.h"
#include "ent-figure.h"
#include "ent-font-set.h"
#include "ent-output-file.h"
#include "ent-page-size.h"
#include "ent-pdf-writer.h"
#include "ent-png-writer.h"
#include "ent-svg-writer.h"
#include "ent-timeline.h"

/* Longer ones are no languages. */
#define MAX_LANGUAGE_TAG 63

typedef struct
{
  char    *output;
  char    *from;
  char    *to;
  gboolean all;
  char    *size;
  char    *dpi_text;
  double   dpi; /* 0: the usual */
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
  g_free (options->size);
  g_free (options->dpi_text);
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

typedef GBytes *(*WriteFunc) (const EntScene      *scene,
                              const EntFigureInfo *info,
                              GError             **error);

static const struct
{
  const char *suffix;
  WriteFunc   write;
} writers[] = {
  { ".svg", ent_svg_write },
  { ".png", ent_png_write },
  { ".pdf", ent_pdf_write },
};

static WriteFunc
find_writer (const char *output)
{
  g_autofree char *name = g_ascii_strdown (output, -1);

  if (g_str_equal (output, "-"))
    return ent_svg_write;
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (name, writers[i].suffix))
      return writers[i].write;
  return NULL;
}

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

static gboolean
read_dpi (const char *text,
          double     *dpi)
{
  char *end;

  *dpi = 0;
  if (text == NULL)
    return TRUE;
  *dpi = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && *dpi >= ENT_FIGURE_MIN_DPI && *dpi <= ENT_FIGURE_MAX_DPI;
}

/* What a language tag is made of; no locale, no path. */
static gboolean
is_language_tag (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

  return length > 0 && length <= MAX_LANGUAGE_TAG && text[length] == '\0';
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
           const Options *options,
           EntSpan       *span,
           GError       **error)
{
  ent_timeline_whole_span (dataset, ENT_BASIS_OCCURRED, span);
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
            g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("there is no event “%s” to select"),
                         parts[j]);
            return NULL;
          }
    }
  return g_steal_pointer (&rows);
}

/* What the picture tells of each event. */
typedef struct
{
  EntDataset *dataset;
  const char *language;
  char       *id;
  char       *title;
  char       *url;
} Teller;

static void
teller_forget (Teller *teller)
{
  g_clear_pointer (&teller->id, g_free);
  g_clear_pointer (&teller->title, g_free);
  g_clear_pointer (&teller->url, g_free);
}

static gboolean
tell_row (guint32       row,
          EntFigureRow *out,
          gpointer      user_data)
{
  Teller *teller = user_data;
  EntSlice date = ent_dataset_get_event_text (teller->dataset, row, ENT_TEXT_DATE, NULL);
  EntSlice start = ent_dataset_get_event_text (teller->dataset, row, ENT_TEXT_START, NULL);
  EntSlice end = ent_dataset_get_event_text (teller->dataset, row, ENT_TEXT_END, NULL);
  g_autofree char *title = ent_slice_dup (ent_dataset_get_event_text (teller->dataset, row, ENT_TEXT_TITLE,
                                                                      teller->language));

  teller_forget (teller);
  teller->id = ent_slice_dup (ent_dataset_get_id (teller->dataset, row));
  if (date.text != NULL)
    teller->title = g_strdup_printf ("%s (%.*s)", title, (int) date.length, date.text);
  else if (start.text != NULL || end.text != NULL)
    teller->title = g_strdup_printf ("%s (%.*s/%.*s)", title, (int) start.length, start.text != NULL ? start.text : "",
                                     (int) end.length, end.text != NULL ? end.text : "");
  else
    teller->title = g_steal_pointer (&title);
  for (guint i = 0; i < ent_dataset_get_n_sources (teller->dataset, row) && teller->url == NULL; i++)
    {
      EntSource source;

      ent_dataset_get_event_source (teller->dataset, row, i, &source);
      teller->url = ent_slice_dup (source.url);
      if (teller->url != NULL && !ent_figure_is_linkable (teller->url))
        g_clear_pointer (&teller->url, g_free);
    }
  *out = (EntFigureRow){ teller->id, teller->title, teller->url };
  return TRUE;
}

static GBytes *
write_picture (const EntScene         *scene,
               const EntFigureRequest *request,
               const EntPageSize      *size,
               const Options          *options,
               const EntWords         *words,
               const EntFigureSummary *summary,
               WriteFunc               write,
               GError                **error)
{
  g_autofree char *own_title = ent_slice_dup (ent_dataset_get_text (request->dataset, ENT_TEXT_TITLE,
                                                                    request->language));
  g_autofree char *edition = ent_slice_dup (ent_dataset_get_text (request->dataset, ENT_TEXT_EDITION, NULL));
  g_autofree char *license = ent_slice_dup (ent_dataset_get_text (request->dataset, ENT_TEXT_LICENSE, NULL));
  g_autofree char *created = ent_slice_dup (ent_dataset_get_text (request->dataset, ENT_TEXT_CREATED, NULL));
  g_autofree char *hash = NULL;
  g_autofree char *from = ent_time_format (request->span.start);
  g_autofree char *to = ent_time_format (request->span.end - 1);
  g_autofree char *span = g_strdup_printf ("%s/%s", from, to);
  g_autofree char *span_words = ent_words_span (words, request->span.start, request->span.end);
  g_autofree char *number = ent_words_number (words, summary->n_events);
  g_autofree char *all = ent_words_number (words, ent_dataset_get_n_events (request->dataset));
  g_autofree char *description = ent_words_fill (words, ENT_WORD_EVENT_COUNT, number, all, span_words, NULL);
  GBytes *source = ent_dataset_get_source (request->dataset);
  Teller teller = { request->dataset, request->language, NULL, NULL, NULL };
  EntFigureProperty properties[8];
  EntFigureInfo info = { 0 };
  GBytes *bytes;
  EntDate date;

  if (source != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  properties[info.n_properties++] = (EntFigureProperty){ "Software", "entente " ENT_VERSION };
  if (own_title != NULL)
    properties[info.n_properties++] = (EntFigureProperty){ "Dataset", own_title };
  if (edition != NULL)
    properties[info.n_properties++] = (EntFigureProperty){ "Edition", edition };
  if (license != NULL)
    properties[info.n_properties++] = (EntFigureProperty){ "License", license };
  if (hash != NULL)
    properties[info.n_properties++] = (EntFigureProperty){ "SHA-256", hash };
  properties[info.n_properties++] = (EntFigureProperty){ "Span", span };

  info.title = options->title != NULL && *options->title != '\0' ? options->title : own_title;
  info.description = description;
  info.language = request->language;
  info.unit = size->unit;
  info.dpi = options->dpi > 0 ? options->dpi : request->physical ? 300 : 96;
  /* Only a plain date says when the data were made; anything vaguer is left out of the file's own date. */
  if (created != NULL && ent_date_parse (created, -1, &date, NULL) && date.level == 0 && date.form == ENT_DATE_SINGLE)
    info.created = created;
  info.properties = properties;
  info.row_func = tell_row;
  info.row_data = &teller;
  bytes = write (scene, &info, error);
  teller_forget (&teller);
  return bytes;
}

static void
warn_of_fonts (void)
{
  g_auto (GStrv) missing = ent_font_set_list_missing (ENT_FONT_FAMILIES);

  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    g_printerr (_("warning: the font “%s” is not installed; another takes its place\n"), missing[i]);
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
draw (EntFigureRequest  *request,
      const EntPageSize *size,
      const Options     *options,
      const char        *input,
      WriteFunc          write)
{
  PangoContext *context = ent_font_set_create_context ();
  g_autoptr (GObject) owner = G_OBJECT (context); /* Pango 1.50 has no autoptr of its own */
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, request->language);
  g_autoptr (EntWords) words = ent_words_new (request->language);
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  EntFigureSummary summary;

  if (!ent_words_has_language (words))
    {
      g_autofree char *language = ent_cli_escape (request->language);

      g_printerr (_("warning: there are no words for language “%s”; the picture's own are in English\n"), language);
    }
  warn_of_fonts ();
  scene = ent_figure_compose (request, measure, words, &summary);
  bytes = write_picture (scene, request, size, options, words, &summary, write, &error);
  if (bytes == NULL || !ent_output_file_write (options->output, input, bytes, &error))
    return ent_cli_fail ("figure", error);
  say_what_came_of_it (&summary);
  return ENT_EXIT_OK;
}

static int
run_with (const Options *options,
          const char    *input)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own_language = NULL;
  EntPageSize size = { 1600, 900, "px" };
  EntFigureRequest request = { 0 };
  WriteFunc write = find_writer (options->output);
  int status;

  if (write == NULL)
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
  if (options->today != NULL)
    {
      if (!read_time (options->today, FALSE, &request.today, &error))
        return ent_cli_usage_error ("figure", "--today: %s", error->message);
      request.has_today = TRUE;
    }

  dataset = ent_cli_open (input, &diagnostics, &error);
  if (dataset == NULL)
    return ent_cli_fail ("figure", error);
  if (!ent_cli_accept (input, diagnostics, options->strict))
    return ENT_EXIT_FAILED;
  if (!find_span (dataset, options, &request.span, &error))
    return ent_cli_usage_error ("figure", "%s", error->message);
  selected = find_selected (dataset, (const char *const *) options->select, &error);
  if (selected == NULL)
    return ent_cli_usage_error ("figure", "%s", error->message);

  own_language = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL));
  request.dataset = dataset;
  request.basis = ENT_BASIS_OCCURRED;
  request.width = size.width;
  request.height = size.height;
  request.language = options->language != NULL ? options->language : own_language;
  request.title = options->title;
  request.caption = options->caption;
  request.selected = (const guint32 *) selected->data;
  request.n_selected = selected->len;
  status = draw (&request, &size, options, input, write);
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
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Show everything, not the dataset's own view"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_("Size in px, mm, cm, in or pt, such as 1600x900 or 180x120mm; a width alone takes the height it needs"),
      N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &options.dpi_text,
      N_("Pixels an inch of a PNG: 96 for a size in px, else 300"), N_("NUMBER") },
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
  if (!read_dpi (options.dpi_text, &options.dpi))
    return ent_cli_usage_error ("figure", _("--dpi is a number from %d to %d"), ENT_FIGURE_MIN_DPI, ENT_FIGURE_MAX_DPI);
  if (options.language != NULL && !is_language_tag (options.language))
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
