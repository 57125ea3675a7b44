/* ent-comparison-chart.c: before and after as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-comparison-chart.h"

#include <math.h>
#include <string.h>

#include "ent-comparison-text.h"
#include "ent-label.h"
#include "ent-ratio-interval.h"
#include "ent-value-name.h"

/* In sizes of a label. */
#define MARGIN 1.33
#define TITLE 1.5
#define LINE 1.5
#define ROW 2.75
#define HEAD 2.6
#define FACET_HEAD 2.3
#define AXIS 2.2
#define COLUMN_GAP 1.6
#define LEAST_STRIP 9.0
#define STRIP_SHARE 0.3
/* With less room than this, names stand above their numbers. */
#define LEAST_NAME 9.0
#define NAME_LINE 1.35

/* The columns of numbers; names stand before, the intervals behind them. */
enum
{
  BEFORE,
  AFTER,
  RATIO,
  N_COLUMNS,
};

/* What the notes depend on. */
typedef struct
{
  guint    n_intervals;
  gboolean is_uncertain;
} Seen;

typedef struct
{
  const EntComparisonChart *chart;
  EntDrawing                drawing;
  double                    left;
  double                    right;
  double                    columns[N_COLUMNS]; /* right edges */
  double                    name_right;
  gboolean                  stacked; /* names stand above their numbers */
  EntRatioAxis              axis;
  double                    y;
  Seen                      seen;
} Page;

/* Two lines of a cell; the second may be NULL. */
typedef struct
{
  char *first;
  char *second;
} Cell;

static void
cells_clear (Cell cells[N_COLUMNS])
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_free (cells[i].first);
      g_free (cells[i].second);
    }
}

static char *
rate_text (const EntRate  *rate,
           const EntWords *words)
{
  g_autofree char *number = ent_comparison_text_rate (rate);

  return number != NULL ? ent_words_fill (words, ENT_WORD_A_YEAR, number, NULL)
                        : g_strdup (ent_words_get (words, ENT_WORD_NOT_COVERED));
}

static void
make_cells (const EntComparisonRow *row,
            const EntWords         *words,
            Cell                    cells[N_COLUMNS])
{
  for (int side = 0; side < ENT_N_SIDES; side++)
    cells[side] = (Cell){ ent_comparison_text_count (&row->tallies[side]), rate_text (&row->rates[side], words) };
  cells[RATIO] = (Cell){ ent_comparison_text_ratio (row), ent_comparison_text_interval (row) };
  if (cells[RATIO].first == NULL)
    cells[RATIO].first = g_strdup (row->has_ratio ? ent_words_get (words, ENT_WORD_TOO_FEW) : "–");
}

/** ent_comparison_chart_facet_word: (skip): what a picture calls one of %ent_compared_facets */
EntWord
ent_comparison_chart_facet_word (EntFacetId facet)
{
  static const EntWord names[ENT_N_COMPARED_FACETS] = { ENT_WORD_BY_KIND, ENT_WORD_BY_CATEGORY, ENT_WORD_BY_PAIR,
                                                        ENT_WORD_BY_SEVERITY };

  for (guint i = 0; i < ENT_N_COMPARED_FACETS; i++)
    if (ent_compared_facets[i] == facet)
      return names[i];
  g_return_val_if_reached (ENT_WORD_BY_KIND);
}

static double
second_size (const Page *page)
{
  return ent_style_axis_size (&page->drawing.style);
}

static void
measure_cells (const Page *page,
               const Cell  cells[N_COLUMNS],
               gboolean    bold,
               double      widths[N_COLUMNS])
{
  EntTextMeasure *measure = page->drawing.measure;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      widths[i] = fmax (widths[i], ent_text_measure_width (measure, cells[i].first, -1, page->drawing.style.label, bold));
      if (cells[i].second != NULL)
        widths[i] = fmax (widths[i], ent_text_measure_width (measure, cells[i].second, -1, second_size (page), FALSE));
    }
}

static void
make_head (const Page *page,
           Cell        cells[N_COLUMNS])
{
  static const EntWord heads[N_COLUMNS] = { ENT_WORD_BEFORE, ENT_WORD_AFTER, ENT_WORD_RATIO };

  for (int i = 0; i < N_COLUMNS; i++)
    cells[i] = (Cell){ g_strdup (ent_words_get (page->drawing.words, heads[i])), NULL };
  cells[RATIO].second = g_strdup (ent_words_get (page->drawing.words, ENT_WORD_INTERVAL));
}

static const EntComparisonRow *
rows_of (const Page *page,
         guint       facet,
         guint      *n_rows,
         guint      *n_more)
{
  const EntComparisonRow *rows = ent_comparison_get_rows (page->chart->comparison, page->chart->facets[facet], n_rows);

  *n_more = *n_rows > ENT_COMPARISON_CHART_ROWS ? *n_rows - ENT_COMPARISON_CHART_ROWS : 0;
  *n_rows -= *n_more;
  return rows;
}

static void
measure_row (Page                   *page,
             const EntComparisonRow *row,
             gboolean                bold,
             double                  widths[N_COLUMNS])
{
  Cell cells[N_COLUMNS];

  make_cells (row, page->drawing.words, cells);
  measure_cells (page, cells, bold, widths);
  cells_clear (cells);
  for (int side = 0; side < ENT_N_SIDES; side++)
    page->seen.is_uncertain |= row->tallies[side].surely < row->tallies[side].at_most;
  page->seen.n_intervals += row->has_ratio && !row->ratio.too_few ? 1 : 0;
}

/* Numbers take what they need, the intervals a share of the width, names the rest. */
static void
place_columns (Page *page)
{
  double label = page->drawing.style.label;
  double widths[N_COLUMNS] = { 0 };
  double strip = fmax (LEAST_STRIP * label, STRIP_SHARE * (page->right - page->left));
  double numbers = 0;
  double x;
  Cell head[N_COLUMNS];

  make_head (page, head);
  measure_cells (page, head, TRUE, widths);
  cells_clear (head);
  measure_row (page, ent_comparison_get_total (page->chart->comparison), TRUE, widths);
  for (guint i = 0; i < page->chart->n_facets; i++)
    {
      guint n_rows;
      guint n_more;
      const EntComparisonRow *rows = rows_of (page, i, &n_rows, &n_more);

      for (guint j = 0; j < n_rows; j++)
        measure_row (page, &rows[j], FALSE, widths);
    }
  for (int i = 0; i < N_COLUMNS; i++)
    numbers += widths[i] + COLUMN_GAP * label;
  page->stacked = page->right - page->left - numbers - strip < LEAST_NAME * label;
  if (page->stacked)
    strip = fmax (page->right - page->left - numbers, LEAST_STRIP * label / 2);
  page->axis = (EntRatioAxis){
    .reach = ent_ratio_axis_reach (page->chart->comparison),
    .x0 = page->right - strip + label / 2,
    .x1 = page->right - label / 2,
  };
  x = page->right - strip - COLUMN_GAP * label;
  for (int i = N_COLUMNS - 1; i >= 0; i--)
    {
      page->columns[i] = x;
      x -= widths[i] + COLUMN_GAP * label;
    }
  page->name_right = page->stacked ? page->right : x;
}

/* Text */

static void
draw_lines (Page       *page,
            const char *text,
            EntRole     role,
            double      size,
            gboolean    bold,
            EntColor    color)
{
  g_autofree char *clean = ent_label_clean (text, strlen (text));
  g_autoptr (GPtrArray) lines = ent_label_wrap (page->drawing.measure, clean, size, bold, page->right - page->left);

  for (guint i = 0; i < lines->len; i++)
    {
      ent_drawing_text (&page->drawing, ENT_LAYER_HEADS, role, page->left, page->y + size * 1.05,
                        g_ptr_array_index (lines, i), size, bold, ENT_ALIGN_START, color, ENT_COLOR_NONE);
      page->y += size * LINE;
    }
}

static void
draw_word (Page       *page,
           EntWord     word,
           const char *filling)
{
  g_autofree char *text = ent_words_fill (page->drawing.words, word, filling, NULL);

  draw_lines (page, text, ENT_ROLE_SUBTITLE, page->drawing.style.label, FALSE, page->drawing.theme->dim);
}

static void
draw_head (Page *page)
{
  const EntComparison *comparison = page->chart->comparison;
  EntDataset *dataset = ent_comparison_get_dataset (comparison);
  double label = page->drawing.style.label;
  g_autofree char *title = ent_slice_dup (ent_dataset_get_event_text (dataset, ent_comparison_get_event (comparison),
                                                                      ENT_TEXT_TITLE, page->chart->language));
  const EntSpan *spans[] = { ent_comparison_get_pivot (comparison), ent_comparison_get_window (comparison, ENT_SIDE_BEFORE),
                             ent_comparison_get_window (comparison, ENT_SIDE_AFTER) };
  char *texts[G_N_ELEMENTS (spans)];
  EntBasis basis = ent_comparison_get_basis (comparison);

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    texts[i] = ent_words_span (page->drawing.words, spans[i]->start, spans[i]->end);
  draw_lines (page, title != NULL ? title : "", ENT_ROLE_TITLE, label * TITLE, TRUE, page->drawing.theme->ink);
  draw_lines (page, texts[0], ENT_ROLE_SUBTITLE, label, FALSE, page->drawing.theme->text);
  draw_word (page, ENT_WORD_WINDOW_BEFORE, texts[1]);
  draw_word (page, ENT_WORD_WINDOW_AFTER, texts[2]);
  if (*page->chart->query != '\0')
    draw_word (page, ENT_WORD_MATCHING, page->chart->query);
  if (basis != ENT_BASIS_OCCURRED)
    draw_word (page, ENT_WORD_BY_PHASE, ent_terms_word (ENT_TERMS_BASIS, (int) basis));
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    g_free (texts[i]);
  page->y += label * 0.5;
}

/* The table */

static void
draw_cells (Page      *page,
            const Cell cells[N_COLUMNS],
            gboolean   bold,
            EntColor   color)
{
  double label = page->drawing.style.label;
  EntColor dim = page->drawing.theme->dim;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      ent_drawing_text (&page->drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, page->columns[i], page->y + label * 1.15,
                        cells[i].first, label, bold, ENT_ALIGN_END,
                        i == RATIO && cells[i].second == NULL ? dim : color, ENT_COLOR_NONE);
      if (cells[i].second != NULL)
        ent_drawing_text (&page->drawing, ENT_LAYER_LABELS, ENT_ROLE_LABEL, page->columns[i], page->y + label * 2.25,
                          cells[i].second, second_size (page), FALSE, ENT_ALIGN_END, dim, ENT_COLOR_NONE);
    }
}

static void
draw_rule (Page    *page,
           EntColor color)
{
  ent_drawing_line (&page->drawing, ENT_LAYER_GROUND, ENT_ROLE_LANE, page->left, page->y, page->right, page->y, color,
                    page->drawing.style.mark * page->drawing.theme->line_scale);
}

static void
draw_name (Page       *page,
           const char *name,
           gboolean    bold)
{
  double label = page->drawing.style.label;
  double width;
  g_autofree char *cut = ent_label_cut (page->drawing.measure, name, label, bold, page->name_right - page->left, &width);

  if (cut != NULL)
    ent_drawing_text (&page->drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, page->left, page->y + label * 1.15, cut, label, bold,
                      ENT_ALIGN_START, page->drawing.theme->text, ENT_COLOR_NONE);
}

static void
draw_row (Page                   *page,
          const EntComparisonRow *row,
          const char             *name,
          gboolean                bold)
{
  double label = page->drawing.style.label;
  Cell cells[N_COLUMNS];

  draw_name (page, name, bold);
  if (page->stacked)
    page->y += NAME_LINE * label;
  make_cells (row, page->drawing.words, cells);
  draw_cells (page, cells, bold, page->drawing.theme->text);
  cells_clear (cells);
  ent_ratio_axis_draw_row (&page->axis, &page->drawing, row, page->y + ROW * label / 2);
  page->y += ROW * label;
}

static void
draw_facet (Page *page,
            guint index)
{
  const EntComparisonChart *chart = page->chart;
  EntDataset *dataset = ent_comparison_get_dataset (chart->comparison);
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (dataset), chart->facets[index]);
  double label = page->drawing.style.label;
  guint n_rows;
  guint n_more;
  const EntComparisonRow *rows = rows_of (page, index, &n_rows, &n_more);

  if (n_rows == 0)
    return;
  page->y += label * 0.4;
  draw_rule (page, page->drawing.theme->line);
  ent_drawing_text (&page->drawing, ENT_LAYER_HEADS, ENT_ROLE_LANE, page->left, page->y + label * 1.6,
                    ent_words_get (page->drawing.words, ent_comparison_chart_facet_word (chart->facets[index])), label, TRUE,
                    ENT_ALIGN_START, page->drawing.theme->dim, ENT_COLOR_NONE);
  page->y += FACET_HEAD * label;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = ent_value_name (page->drawing.words, facet, dataset, rows[i].value, chart->language);

      draw_row (page, &rows[i], name, FALSE);
    }
  if (n_more > 0)
    {
      g_autofree char *number = ent_words_number (page->drawing.words, n_more);
      g_autofree char *text = ent_words_fill (page->drawing.words, ENT_WORD_MORE_VALUES, number, NULL);

      draw_name (page, text, FALSE);
      page->y += LINE * label;
    }
}

static void
draw_table (Page *page)
{
  double label = page->drawing.style.label;
  Cell head[N_COLUMNS];
  double top;

  make_head (page, head);
  draw_cells (page, head, TRUE, page->drawing.theme->dim);
  ent_ratio_axis_draw_names (&page->axis, &page->drawing, page->y + label * 2.25);
  cells_clear (head);
  page->y += HEAD * label;
  draw_rule (page, page->drawing.theme->line);
  top = page->y;
  draw_row (page, ent_comparison_get_total (page->chart->comparison),
            ent_words_get (page->drawing.words, ENT_WORD_ALL_EVENTS), TRUE);
  for (guint i = 0; i < page->chart->n_facets; i++)
    draw_facet (page, i);
  page->y += label * 0.4;
  ent_ratio_axis_draw_grid (&page->axis, &page->drawing, top, page->y);
  draw_rule (page, page->drawing.theme->line);
  ent_ratio_axis_draw_names (&page->axis, &page->drawing, page->y + label * 1.3);
  page->y += AXIS * label;
}

/* Notes */

static void
draw_note (Page    *page,
           EntWord  word,
           gint64   number)
{
  g_autofree char *filling = ent_words_number (page->drawing.words, number);
  g_autofree char *text = ent_words_fill (page->drawing.words, word, filling, NULL);

  draw_lines (page, text, ENT_ROLE_CAPTION, page->drawing.style.label * 0.92, FALSE, page->drawing.theme->dim);
}

static void
draw_notes (Page *page)
{
  const EntComparison *comparison = page->chart->comparison;
  EntCovered before = ent_comparison_get_covered (comparison, ENT_SIDE_BEFORE);
  EntCovered after = ent_comparison_get_covered (comparison, ENT_SIDE_AFTER);

  draw_note (page, ENT_WORD_NOTE_COUNTED, 0);
  if (page->seen.is_uncertain)
    draw_note (page, ENT_WORD_NOTE_TWO_NUMBERS, 0);
  if (ent_comparison_get_n_undated (comparison) > 0)
    draw_note (page, ENT_WORD_NOTE_UNDATED, ent_comparison_get_n_undated (comparison));
  if (before == ENT_COVERED_NOT_KNOWN)
    draw_note (page, ENT_WORD_NOTE_NO_COVERAGE, 0);
  else if (before == ENT_COVERED_NOT || after == ENT_COVERED_NOT)
    draw_note (page, ENT_WORD_NOTE_NOT_COVERED, 0);
  else if (!ent_comparison_shares_source (comparison))
    draw_note (page, ENT_WORD_NOTE_NOT_SHARED, 0);
  if (page->seen.n_intervals > 0)
    draw_note (page, ENT_WORD_NOTE_INTERVALS, page->seen.n_intervals);
  draw_note (page, ENT_WORD_NOTE_CAUSE, 0);
}

static EntScene *
draw (const EntComparisonChart *chart,
      EntTextMeasure           *measure,
      const EntWords           *words,
      double                   *height)
{
  double margin = MARGIN * chart->style.label;
  Page page = {
    .chart = chart,
    .left = margin,
    .right = fmax (chart->width - margin, margin + 1),
    .y = margin,
    .drawing = {
      .builder = ent_scene_builder_new (chart->width, *height, chart->language),
      .dataset = ent_comparison_get_dataset (chart->comparison),
      .measure = measure,
      .words = words,
      .theme = chart->theme,
      .style = chart->style,
      .language = chart->language,
      .x1 = chart->width,
      .view1 = chart->width,
      .row = ENT_ITEM_NO_ROW,
      .lane = 255,
    },
  };

  ent_drawing_rect (&page.drawing, ENT_LAYER_GROUND, ENT_ROLE_PAGE, 0, 0, chart->width, *height, chart->theme->view);
  place_columns (&page);
  draw_head (&page);
  draw_table (&page);
  draw_notes (&page);
  *height = ceil (page.y + margin);
  return ent_scene_builder_end (page.drawing.builder);
}

/**
 * ent_comparison_chart_draw:
 * @chart: what is to be drawn
 * @measure: knows how wide texts are
 * @words: the words of the picture
 *
 * Draws a table: all events, then the values of each facet, before and after, with what happened a year, the ratio, and
 * its interval on an axis that holds for all of the comparison. Below it what is to be kept in mind.
 *
 * Returns: (transfer full): the picture, as high as it needs to be
 */
EntScene *
ent_comparison_chart_draw (const EntComparisonChart *chart,
                           EntTextMeasure           *measure,
                           const EntWords           *words)
{
  double height = 1;
  EntScene *scene;

  g_return_val_if_fail (chart != NULL && chart->comparison != NULL && chart->theme != NULL, NULL);

  /* How high it is shows when it is drawn. */
  scene = draw (chart, measure, words, &height);
  ent_scene_unref (scene);
  return draw (chart, measure, words, &height);
}
