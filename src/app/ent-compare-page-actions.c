/* ent-compare-page-actions.c: what can be done with a comparison: to show its events, to copy, to export it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-compare-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-compare-text.h"
#include "ent-comparison-figure.h"
#include "ent-compat.h"
#include "ent-event-query.h"
#include "ent-output-file.h"
#include "ent-query-conjuncts.h"
#include "ent-results.h"

/** ent_compare_page_get_language: (skip): (nullable): that of the session's view */
const char *
ent_compare_page_get_language (EntComparePage *self)
{
  return ent_view_get_language (ent_session_get_view (self->session));
}

/** ent_compare_page_get_query: (skip): what the events that are counted match, or "" */
const char *
ent_compare_page_get_query (EntComparePage *self)
{
  const char *query = ent_view_get_query (ent_session_get_view (self->session));

  return query != NULL ? query : "";
}

/* Events */

static EntQuery *
with_field (EntQuery   *query,
            const char *field,
            const char *text)
{
  const EntQueryValue value = { .text = text, .quoted = TRUE };
  g_autoptr (EntQuery) term = ent_query_new_field (field, ENT_QUERY_IS, &value, 1);

  return ent_query_with_conjunct (query, term);
}

/* The session's query, with the window and the value in words that can be read and changed; NULL when that would find
 * others as well, such as what had begun before the window and lasted into it. */
static EntQuery *
make_readable (EntComparePage  *self,
               guint32          value,
               EntSide          side,
               const EntRowSet *events)
{
  EntResults *results = ent_session_get_results (self->session);
  EntDataset *dataset = ent_comparison_get_dataset (self->comparison);
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (dataset), ent_compared_facets[self->facet]);
  const EntFilterContext context = { .dataset = dataset, .basis = ent_comparison_get_basis (self->comparison) };
  g_autofree char *window = ent_span_to_edtf (ent_comparison_get_window (self->comparison, side));
  g_autoptr (EntQuery) query = NULL;
  g_autoptr (EntQuery) valued = NULL;
  g_autoptr (EntFilter) filter = NULL;

  if (window == NULL || ent_results_get_query (results) == NULL)
    return NULL;
  query = with_field (ent_results_get_query (results), "date", window);
  if (value != ENT_FACET_VALUE_NONE)
    valued = with_field (query, ent_facet_get_name (facet), ent_facet_get_value (facet, value).text);
  else
    valued = ent_query_ref (query);
  filter = ent_filter_new (valued, &context, NULL, NULL, NULL);
  return filter != NULL && ent_row_set_equal (ent_filter_get_rows (filter), events) ? g_steal_pointer (&valued) : NULL;
}

/** ent_compare_page_show_events: (skip): asks for the events that were counted for a value, and for no others */
void
ent_compare_page_show_events (EntComparePage *self,
                              guint32         value,
                              EntSide         side)
{
  g_autoptr (EntRowSet) events = NULL;
  g_autoptr (EntQuery) query = NULL;

  if (self->comparison == NULL ||
      ent_comparison_get_dataset (self->comparison) != ent_results_get_dataset (ent_session_get_results (self->session)))
    return;
  events = ent_comparison_get_events (self->comparison, ent_compared_facets[self->facet], value, side);
  query = make_readable (self, value, side, events);
  if (query == NULL)
    query = ent_event_query_new (ent_comparison_get_dataset (self->comparison), events);
  if (query == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("These are too many to name in a query"));
      return;
    }
  ent_event_query_show (self->session, query, events);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-report", NULL);
}

/* Copying */

/** ent_compare_page_copy: (skip): puts the table on the clipboard, for spreadsheets and for documents */
void
ent_compare_page_copy (EntComparePage *self)
{
  EntFacetId facet = ent_compared_facets[self->facet];
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *both[2];

  if (self->comparison == NULL)
    return;
  tsv = ent_compare_text_tsv (self->comparison, facet, ent_compare_page_get_language (self));
  html = ent_compare_text_html (self->comparison, facet, ent_compare_page_get_language (self));
  bytes = g_bytes_new (html, strlen (html));
  both[0] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  both[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Table copied"));
}

/* Exporting */

/* What the thread needs. */
typedef struct
{
  EntComparison         *comparison; /* (owned) */
  EntFacetId             facet;
  char                  *query;      /* (owned) */
  char                  *language;   /* (owned) (nullable) */
  const EntFigureWriter *writer;
  char                  *target;     /* (owned) */
  char                  *input;      /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  ent_comparison_unref (job->comparison);
  g_free (job->query);
  g_free (job->language);
  g_free (job->target);
  g_free (job->input);
  g_free (job);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  EntComparisonFigure figure = {
    .comparison = job->comparison,
    .facets = &job->facet,
    .n_facets = 1,
    .query = job->query,
    .language = job->language,
  };
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  ent_page_size_parse (ENT_COMPARISON_FIGURE_SIZE, &figure.size, NULL);
  bytes = ent_comparison_figure_make (&figure, job->writer, &report, &error);
  if (bytes == NULL || !ent_output_file_write (job->target, job->input, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      const Job *job = g_task_get_task_data (G_TASK (result));
      g_autofree char *name = g_filename_display_basename (job->target);

      /* TRANSLATORS: the name of a file */
      text = g_strdup_printf (_("Written: %s"), name);
    }
  else
    {
      text = g_strdup (error->message);
    }
  gtk_widget_activate_action (GTK_WIDGET (source), "win.toast", "s", text);
}

static void
write_file (EntComparePage *self,
            GFile          *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  g_autofree char *path = g_file_get_path (file);
  Job *job;

  if (path == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("It is not on this computer"));
      return;
    }
  job = g_new0 (Job, 1);
  job->comparison = ent_comparison_ref (self->comparison);
  job->facet = ent_compared_facets[self->facet];
  job->query = g_strdup (ent_compare_page_get_query (self));
  job->language = g_strdup (ent_compare_page_get_language (self));
  if (job->language == NULL)
    job->language = ent_slice_dup (ent_dataset_get_text (ent_comparison_get_dataset (self->comparison), ENT_TEXT_LANGUAGE,
                                                         NULL));
  job->writer = ent_figure_writer_for_name (path);
  /* A name without an ending is given one. */
  job->target = job->writer != NULL ? g_steal_pointer (&path) : g_strconcat (path, ".svg", NULL);
  if (job->writer == NULL)
    job->writer = ent_figure_writer_find ("svg");
  job->input = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
named_cb (GFile    *file,
          gpointer  user_data)
{
  EntComparePage *self = user_data;

  if (self->comparison != NULL)
    write_file (self, file);
}

/** ent_compare_page_export: (skip): asks for a file, and writes the table into it as a picture */
void
ent_compare_page_export (EntComparePage *self)
{
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;
  g_autofree char *name = NULL;

  if (self->comparison == NULL)
    return;
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("SVG, PNG and PDF"));
  for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
    {
      g_autofree char *pattern = g_strconcat ("*", ent_figure_writer_get (i)->suffix, NULL);

      gtk_file_filter_add_mime_type (filter, ent_figure_writer_get (i)->mime_type);
      gtk_file_filter_add_pattern (filter, pattern);
    }
  name = g_strconcat (self->pivot, ".svg", NULL);
  g_strdelimit (name, "/\\:", '-');
  ent_compat_name_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export the Comparison"), folder, name,
                        filter, named_cb, self);
}
