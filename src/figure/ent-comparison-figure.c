/* ent-comparison-figure.c: before and after as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison-figure.h"

#include "ent-comparison-text.h"
#include "ent-font-set.h"
#include "ent-provenance.h"

static const EntTheme *
theme_of (const EntComparisonFigure *self)
{
  return self->theme != NULL ? self->theme
                             : ent_theme_find (ent_page_size_is_physical (&self->size) ? "print" : "light");
}

static EntScene *
draw (const EntComparisonFigure *self,
      const EntWords            *words,
      EntFigureReport           *report)
{
  PangoContext *context = ent_font_set_create_context ();
  G_GNUC_UNUSED g_autoptr (GObject) owner = G_OBJECT (context); /* Pango 1.50 has no autoptr of its own */
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, self->language);
  const EntFigureRequest page = {
    .width = self->size.width,
    .physical = ent_page_size_is_physical (&self->size),
  };
  const EntComparisonChart chart = {
    .comparison = self->comparison,
    .facets = self->facets,
    .n_facets = self->n_facets,
    .query = self->query,
    .language = self->language,
    .theme = theme_of (self),
    .style = ent_figure_style (&page),
    .width = self->size.width,
  };

  report->lacks_words = !ent_words_has_language (words);
  report->missing_fonts = ent_font_set_list_missing (ENT_FONT_FAMILIES);
  return ent_comparison_chart_draw (&chart, measure, words);
}

/* All of it in a sentence, for who cannot see the picture. */
static char *
describe (const EntComparisonFigure *self,
          const EntWords            *words)
{
  const EntComparisonRow *total = ent_comparison_get_total (self->comparison);
  g_autofree char *before = ent_comparison_text_count (&total->tallies[ENT_SIDE_BEFORE]);
  g_autofree char *after = ent_comparison_text_count (&total->tallies[ENT_SIDE_AFTER]);
  g_autofree char *first = ent_words_fill (words, ENT_WORD_WINDOW_BEFORE, before, NULL);
  g_autofree char *second = ent_words_fill (words, ENT_WORD_WINDOW_AFTER, after, NULL);

  return g_strdup_printf ("%s. %s. %s.", ent_words_get (words, ENT_WORD_ALL_EVENTS), first, second);
}

/**
 * ent_comparison_figure_make:
 * @self: what is to be made
 * @writer: in which format
 * @report: (out caller-allocates): what there is to say about it, on an error as well
 * @error: return location for an #EntFigureError
 *
 * Makes the same bytes each time. It may run in any thread.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on an error
 */
GBytes *
ent_comparison_figure_make (const EntComparisonFigure *self,
                            const EntFigureWriter     *writer,
                            EntFigureReport           *report,
                            GError                   **error)
{
  EntDataset *dataset = ent_comparison_get_dataset (self->comparison);
  guint32 event = ent_comparison_get_event (self->comparison);
  g_autoptr (EntWords) words = ent_words_new (self->language);
  g_autoptr (EntScene) scene = NULL;
  g_auto (EntProvenance) provenance = { 0 };
  g_autofree char *hash = ent_provenance_hash (dataset, NULL);
  g_autofree char *title = ent_slice_dup (ent_dataset_get_event_text (dataset, event, ENT_TEXT_TITLE, self->language));
  g_autofree char *pivot = ent_slice_dup (ent_dataset_get_id (dataset, event));
  g_autofree char *window = ent_period_to_text (ent_comparison_get_period (self->comparison));
  g_autofree char *description = describe (self, words);
  EntBasis basis = ent_comparison_get_basis (self->comparison);
  EntFigureInfo info = { 0 };

  *report = (EntFigureReport){ 0 };
  scene = draw (self, words, report);
  ent_provenance_init (&provenance, dataset, self->language, hash);
  ent_provenance_add (&provenance, "Pivot", pivot);
  ent_provenance_add (&provenance, "Window", window);
  ent_provenance_add (&provenance, "Query", *self->query != '\0' ? self->query : NULL);
  ent_provenance_add (&provenance, "Basis", basis != ENT_BASIS_OCCURRED ? ent_terms_word (ENT_TERMS_BASIS, (int) basis) : NULL);
  ent_provenance_tell (&provenance, &info);
  info.title = title;
  info.description = description;
  info.language = self->language;
  info.unit = self->size.unit;
  info.dpi = self->dpi > 0 ? self->dpi
                           : ent_page_size_is_physical (&self->size) ? ENT_FIGURE_PRINT_DPI : ENT_FIGURE_SCREEN_DPI;
  return writer->write (scene, &info, error);
}
