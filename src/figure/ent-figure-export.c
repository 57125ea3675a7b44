/* ent-figure-export.c: from a request to the bytes of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-export.h"

#include "ent-as-of.h"

#include <string.h>

#include "ent-font-set.h"
#include "ent-provenance.h"

/* Thousandths of the work that are done when the page is composed, and when its source is hashed. */
#define COMPOSED 400
#define HASHED 500

struct _EntFigureExport
{
  EntFigureRequest request;      /* all it points to is owned, but for the theme, which is static */
  const EntFigureWriter *writer; /* static */
  const char *unit;              /* (nullable): interned */
  double dpi;
};

/**
 * ent_figure_export_new:
 * @request: what to show and on what page; copied
 * @writer: in which format
 * @unit: (nullable): the unit an SVG states its size in: mm, cm, in, pt; px for %NULL
 * @dpi: pixels an inch of a picture of pixels; 0 for the usual: 96 on a screen, 300 in print
 *
 * Returns: (transfer full): the figure, not yet made
 */
EntFigureExport *
ent_figure_export_new (const EntFigureRequest *request,
                       const EntFigureWriter  *writer,
                       const char             *unit,
                       double                  dpi)
{
  EntFigureExport *self;

  g_return_val_if_fail (request != NULL && request->dataset != NULL && request->theme != NULL, NULL);
  g_return_val_if_fail (writer != NULL, NULL);

  self = g_atomic_rc_box_new0 (EntFigureExport);
  self->request = *request;
  self->request.dataset = g_object_ref (request->dataset);
  self->request.rows = request->rows != NULL ? ent_row_set_ref (request->rows) : NULL;
  self->request.grouping = request->grouping != NULL ? ent_grouping_ref (request->grouping) : NULL;
  self->request.coloring = request->coloring != NULL ? ent_coloring_ref (request->coloring) : NULL;
  self->request.hits = request->hits != NULL ? ent_row_set_ref (request->hits) : NULL;
  self->request.language = g_strdup (request->language);
  self->request.title = g_strdup (request->title);
  self->request.caption = g_strdup (request->caption);
  self->request.selected = g_memdup2 (request->selected, request->n_selected * sizeof (guint32));
  self->writer = writer;
  self->unit = g_intern_string (unit);
  self->dpi = dpi > 0 ? dpi : request->physical ? ENT_FIGURE_PRINT_DPI : ENT_FIGURE_SCREEN_DPI;
  return self;
}

static void
export_clear (gpointer data)
{
  EntFigureExport *self = data;

  g_object_unref (self->request.dataset);
  g_clear_pointer (&self->request.rows, ent_row_set_unref);
  g_clear_pointer (&self->request.grouping, ent_grouping_unref);
  g_clear_pointer (&self->request.coloring, ent_coloring_unref);
  g_clear_pointer (&self->request.hits, ent_row_set_unref);
  g_free ((char *) self->request.language);
  g_free ((char *) self->request.title);
  g_free ((char *) self->request.caption);
  g_free ((guint32 *) self->request.selected);
}

EntFigureExport *
ent_figure_export_ref (EntFigureExport *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_figure_export_unref (EntFigureExport *self)
{
  g_atomic_rc_box_release_full (self, export_clear);
}

/** ent_figure_export_get_dpi: (skip): pixels an inch of a picture of pixels */
double
ent_figure_export_get_dpi (const EntFigureExport *self)
{
  return self->dpi;
}

static gboolean
same_rows (const EntRowSet *a,
           const EntRowSet *b)
{
  return a == b || (a != NULL && b != NULL && ent_row_set_equal (a, b));
}

/**
 * ent_figure_export_same_page:
 * @self: a figure
 * @other: another
 *
 * Returns: whether both are the same page, though perhaps in another format or resolution
 */
gboolean
ent_figure_export_same_page (const EntFigureExport *self,
                             const EntFigureExport *other)
{
  const EntFigureRequest *a = &self->request;
  const EntFigureRequest *b = &other->request;

  return a->dataset == b->dataset && same_rows (a->rows, b->rows) &&
         ent_grouping_equal (a->grouping, b->grouping) && ent_coloring_equal (a->coloring, b->coloring) &&
         same_rows (a->hits, b->hits) && ent_span_equal (&a->span, &b->span) && a->basis == b->basis &&
         a->width == b->width && a->height == b->height && a->physical == b->physical && a->theme == b->theme &&
         g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->caption, b->caption) == 0 && a->legend == b->legend && a->overview == b->overview &&
         a->links == b->links && a->n_selected == b->n_selected &&
         (a->n_selected == 0 || memcmp (a->selected, b->selected, a->n_selected * sizeof *a->selected) == 0) &&
         a->has_today == b->has_today && (!a->has_today || a->today == b->today);
}

/** ent_figure_report_clear: (skip): frees what @report holds, which is {0} after that */
void
ent_figure_report_clear (EntFigureReport *report)
{
  g_strfreev (report->missing_fonts);
  *report = (EntFigureReport){ 0 };
}

/* What the picture tells of each event. */
typedef struct
{
  EntDataset *dataset;
  const char *language;
  char       *id;    /* (owned) */
  char       *title; /* (owned) */
  char       *url;   /* (owned) */
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
write_picture (const EntFigureExport  *self,
               const EntScene         *scene,
               const EntWords         *words,
               const EntFigureSummary *summary,
               const char             *hash,
               GError                **error)
{
  const EntFigureRequest *request = &self->request;
  g_autofree char *from = ent_time_format (request->span.start);
  g_autofree char *to = ent_time_format (request->span.end - 1);
  const gint64 *as_of_end = ent_dataset_get_as_of (request->dataset);
  g_autofree char *as_of = as_of_end != NULL ? ent_time_format (*as_of_end - 1) : NULL;
  g_autofree char *span = g_strdup_printf ("%s/%s", from, to);
  g_autofree char *span_words = ent_words_span (words, request->span.start, request->span.end);
  g_autofree char *description = ent_figure_say_counts (request, words, summary->n_events, summary->n_repeated,
                                                        span_words);
  Teller teller = { request->dataset, request->language, NULL, NULL, NULL };
  g_auto (EntProvenance) provenance = { 0 };
  EntFigureInfo info = { 0 };
  GBytes *bytes;

  ent_provenance_init (&provenance, request->dataset, request->language, hash);
  ent_provenance_add (&provenance, "Span", span);
  ent_provenance_add (&provenance, "As of", as_of);
  ent_provenance_tell (&provenance, &info);
  info.title = request->title != NULL && *request->title != '\0' ? request->title : provenance.title;
  info.description = description;
  info.language = request->language;
  info.unit = self->unit;
  info.dpi = self->dpi;
  info.row_func = tell_row;
  info.row_data = &teller;
  bytes = self->writer->write (scene, &info, error);
  teller_forget (&teller);
  return bytes;
}

/* The fonts are a thread's own. */
static EntScene *
compose (const EntFigureExport *self,
         const EntWords        *words,
         EntFigureReport       *report)
{
  PangoContext *context = ent_font_set_create_context ();
  G_GNUC_UNUSED g_autoptr (GObject) owner = G_OBJECT (context); /* Pango 1.50 has no autoptr of its own */
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, self->request.language);

  report->lacks_words = !ent_words_has_language (words);
  report->missing_fonts = ent_font_set_list_missing (ENT_FONT_FAMILIES);
  return ent_figure_compose (&self->request, measure, words, &report->summary);
}

/**
 * ent_figure_export_compose:
 * @self: the figure
 * @cancellable: (nullable): looked at before and after
 * @report: (out caller-allocates): what there is to say about it
 * @error: return location for a #GIOErrorEnum
 *
 * Composes the page of the figure alone, to be shown. It may run in any thread.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL when cancelled
 */
EntScene *
ent_figure_export_compose (const EntFigureExport  *self,
                           GCancellable           *cancellable,
                           EntFigureReport        *report,
                           GError                **error)
{
  g_autoptr (EntWords) words = NULL;
  g_autoptr (EntScene) scene = NULL;

  *report = (EntFigureReport){ 0 };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  words = ent_words_new (self->request.language);
  scene = compose (self, words, report);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&scene);
}

/**
 * ent_figure_export_make:
 * @self: the figure
 * @cancellable: (nullable): looked at between the steps of the work
 * @progress: (nullable): set to thousandths done, atomically
 * @report: (out caller-allocates): what there is to say about it, on an error as well
 * @error: return location for an #EntFigureError or a #GIOErrorEnum
 *
 * Makes the figure. It may run in any thread.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on an error
 */
GBytes *
ent_figure_export_make (const EntFigureExport  *self,
                        GCancellable           *cancellable,
                        gint                   *progress,
                        EntFigureReport        *report,
                        GError                **error)
{
  g_autoptr (EntWords) words = NULL;
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  *report = (EntFigureReport){ 0 };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  words = ent_words_new (self->request.language);
  scene = compose (self, words, report);
  if (progress != NULL)
    g_atomic_int_set (progress, COMPOSED);
  hash = ent_provenance_hash (self->request.dataset, cancellable);
  if (progress != NULL)
    g_atomic_int_set (progress, HASHED);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  bytes = write_picture (self, scene, words, &report->summary, hash, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (progress != NULL)
    g_atomic_int_set (progress, 1000);
  return g_steal_pointer (&bytes);
}
