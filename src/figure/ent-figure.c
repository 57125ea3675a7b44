/* ent-figure.c: a page with a timeline on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure.h"

#include <math.h>
#include <string.h>

#include "ent-as-of.h"
#include "ent-label.h"
#include "ent-legend.h"
#include "ent-overview.h"
#include "ent-span-text.h"
#include "ent-timeline.h"

#define PX_PER_MM (96 / 25.4)
#define PX_PER_PT (96 / 72.0)

/* Narrower than this in em, a page has no room for what a legend says. */
#define MIN_LEGEND_WIDTH 22.0

/* What stands above and below the timeline; heights in CSS pixels. */
typedef struct
{
  EntStyle   style;
  double     margin;
  double     title_size;
  double     caption_size;
  GPtrArray *title;    /* (owned) of lines */
  GPtrArray *subtitle; /* (owned) */
  GPtrArray *caption;  /* (owned) */
  double     timeline_y;
  double     caption_height;
  double     overview_height;
  gboolean   legend;
} Page;

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->title, g_ptr_array_unref);
  g_clear_pointer (&page->subtitle, g_ptr_array_unref);
  g_clear_pointer (&page->caption, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/**
 * ent_figure_style:
 * @request: the figure
 *
 * A figure is composed for its size, not shrunk to it: text keeps the size that can be read, 6 pt and
 * more in print, and grows with a picture beyond full HD.
 *
 * Returns: the sizes of its text and marks
 */
EntStyle
ent_figure_style (const EntFigureRequest *request)
{
  double height = request->height > 0 ? request->height : request->width * 0.6;

  if (request->physical)
    {
      double width = request->width / PX_PER_MM;

      if (width < 120)
        return (EntStyle){ 6.2 * PX_PER_PT, 0.58 * PX_PER_PT, 1.5 };
      if (width < 240)
        return (EntStyle){ 6.6 * PX_PER_PT, 0.62 * PX_PER_PT, 1.5 };
      return (EntStyle){ 10 * PX_PER_PT, 0.85 * PX_PER_PT, 1.5 };
    }
  {
    double scale = fmax (1, sqrt (request->width * height / (1920.0 * 1080.0)));

    return (EntStyle){ 12 * scale, scale, 1.6 };
  }
}

static char *
span_text (const EntFigureRequest *request,
           const EntWords         *words)
{
  EntSpan known;
  gboolean dated = ent_timeline_known_span (request->dataset, request->rows, request->basis, &known);

  return ent_span_text (words, &request->span, dated ? &known : NULL);
}

/* As of which day, and what had begun and was not known; NULL if the dataset is of no day. */
static char *
say_as_of (EntDataset     *dataset,
           const EntWords *words)
{
  const gint64 *end = ent_dataset_get_as_of (dataset);
  g_autofree char *day = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *begun = NULL;
  guint surely;
  guint perhaps;

  if (end == NULL)
    return NULL;
  day = ent_words_as_of (words, *end);
  ent_dataset_get_begun (dataset, &surely, &perhaps);
  if (surely + perhaps == 0)
    return g_steal_pointer (&day);
  least = ent_words_number (words, surely);
  most = ent_words_number (words, surely + perhaps);
  begun = perhaps > 0 ? ent_words_fill (words, ENT_WORD_MORE_MAY_HAVE_BEGUN, least, most, NULL)
                      : ent_words_fill (words, ENT_WORD_MORE_BEGUN, least, NULL);
  return g_strconcat (day, ent_words_get (words, ENT_WORD_LIST_COMMA), begun, NULL);
}

static char *
join (const EntWords *words,
      const char     *text,
      const char     *more,
      const char     *known)
{
  const char *comma = ent_words_get (words, ENT_WORD_LIST_COMMA);

  return g_strconcat (text, more != NULL ? comma : "", more != NULL ? more : "", known != NULL ? comma : "",
                      known != NULL ? known : "", NULL);
}

/**
 * ent_figure_say_counts:
 * @request: the figure
 * @words: in its language
 * @n_in_view: events in view
 * @n_repeated: how many of them stand in more than one lane
 * @span: when, in words
 *
 * Returns: (transfer full): how many of all events are shown, and when; as of which day if the dataset is as of one, and how
 *   many more had begun by then
 */
char *
ent_figure_say_counts (const EntFigureRequest *request,
                       const EntWords         *words,
                       guint                   n_in_view,
                       guint                   n_repeated,
                       const char             *span)
{
  guint n_events = ent_dataset_get_n_events (request->dataset);
  g_autofree char *in_view = ent_words_number (words, n_in_view);
  g_autofree char *all = ent_words_number (words, n_events);
  g_autofree char *repeated = ent_words_number (words, n_repeated);
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  g_autofree char *known = say_as_of (request->dataset, words);

  text = n_events == 1 ? ent_words_fill (words, ENT_WORD_EVENT_COUNT_ONE, in_view, span, NULL)
                       : ent_words_fill (words, ENT_WORD_EVENT_COUNT, in_view, all, span, NULL);
  more = n_repeated > 0 ? ent_words_fill (words, ENT_WORD_REPEATED, repeated, NULL) : NULL;
  return join (words, text, more, known);
}

static char *
count_text (const EntFigureRequest *request,
            const EntWords         *words,
            guint                   n_in_view,
            guint                   n_repeated,
            guint                   n_undated)
{
  g_autofree char *span = span_text (request, words);
  g_autofree char *undated = ent_words_number (words, n_undated);
  g_autofree char *text = ent_figure_say_counts (request, words, n_in_view, n_repeated, span);
  g_autofree char *tray = NULL;

  if (n_undated == 0)
    return g_steal_pointer (&text);
  tray = ent_words_fill (words, ENT_WORD_UNDATED, undated, NULL);
  return g_strconcat (text, ent_words_get (words, ENT_WORD_LIST_COMMA), tray, NULL);
}

static guint
count_in_view (const EntFigureRequest *request)
{
  guint n_in_view = 0;

  for (guint row = 0; row < ent_dataset_get_n_events (request->dataset); row++)
    n_in_view += (request->rows == NULL || ent_row_set_contains (request->rows, row)) &&
                 ent_dataset_may_overlap (request->dataset, row, request->basis, &request->span);
  return n_in_view;
}

static void
set_up_page (Page                   *page,
             const EntFigureRequest *request,
             EntTextMeasure         *measure,
             const EntWords         *words,
             double                  scale,
             guint                   n_repeated)
{
  double label;
  double width;
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  EntSlice own;

  page->style = ent_figure_style (request);
  page->style.label *= scale;
  page->style.mark *= scale;
  label = page->style.label;
  page->margin = request->physical ? label * 0.9 : label * fmin (1.33, request->width / 480);
  page->title_size = label * (request->physical ? 1.35 : 1.65);
  page->caption_size = label * 0.97;
  width = fmax (request->width - 2 * page->margin, 1);

  own = ent_dataset_get_text (request->dataset, ENT_TEXT_TITLE, request->language);
  if (request->title != NULL)
    title = ent_label_clean (request->title, strlen (request->title));
  else if (own.text != NULL)
    title = ent_label_clean (own.text, own.length);
  page->title = title != NULL && *title != '\0' ? ent_label_wrap (measure, title, page->title_size, TRUE, width)
                                                : g_ptr_array_new_with_free_func (g_free);
  counts = count_text (request, words, count_in_view (request), n_repeated,
                       ent_timeline_count_undated (request->dataset, request->rows, request->basis));
  page->subtitle = page->title->len > 0 ? ent_label_wrap (measure, counts, label, FALSE, width)
                                        : g_ptr_array_new_with_free_func (g_free);
  if (request->caption != NULL && *request->caption != '\0')
    {
      g_autofree char *caption = ent_label_clean (request->caption, strlen (request->caption));

      page->caption = ent_label_wrap (measure, caption, page->caption_size, FALSE, width);
    }
  else
    page->caption = g_ptr_array_new_with_free_func (g_free);
  page->legend = request->legend && width >= MIN_LEGEND_WIDTH * label;
  page->overview_height = request->overview ? 88 * label / 12 : 0;
}

/* Heights, once it is known what is to stand on the page. */
static void
measure_page (Page *page)
{
  double label = page->style.label;

  page->timeline_y = page->margin;
  if (page->title->len > 0)
    page->timeline_y += page->title->len * page->title_size * 1.25 + page->subtitle->len * label * 1.45 + label * 0.6;
  page->caption_height = page->caption->len > 0 ? page->caption->len * page->caption_size * 1.42 + label * 0.8 : 0;
}

static void
draw_lines (EntDrawing      *drawing,
            const GPtrArray *lines,
            EntRole          role,
            double           x,
            double          *y,
            double           size,
            double           line_height,
            gboolean         bold,
            EntColor         color)
{
  for (guint i = 0; i < lines->len; i++)
    {
      *y += line_height;
      ent_drawing_text (drawing, ENT_LAYER_HEADS, role, x, *y - (line_height - size) / 2 - size * 0.2,
                        g_ptr_array_index (lines, i), size, bold, ENT_ALIGN_START, color, ENT_COLOR_NONE);
    }
}

static void
draw_page_text (EntDrawing *drawing,
                const Page *page)
{
  double label = page->style.label;
  double y = page->margin * 0.8;

  draw_lines (drawing, page->title, ENT_ROLE_TITLE, page->margin, &y, page->title_size, page->title_size * 1.25, TRUE,
              drawing->theme->ink);
  draw_lines (drawing, page->subtitle, ENT_ROLE_SUBTITLE, page->margin, &y, label, label * 1.45, FALSE,
              drawing->theme->dim);
}

static EntTimeline *
lay_out_timeline (const EntFigureRequest *request,
                  const Page             *page,
                  EntTextMeasure         *measure,
                  const EntWords         *words,
                  double                  height)
{
  EntTimelineRequest timeline = { 0 };

  timeline.dataset = request->dataset;
  timeline.rows = request->rows;
  timeline.grouping = request->grouping;
  timeline.span = request->span;
  timeline.basis = request->basis;
  timeline.x = page->margin;
  timeline.y = page->timeline_y;
  timeline.width = fmax (request->width - 2 * page->margin, 1);
  timeline.height = height;
  timeline.style = page->style;
  timeline.selected = request->selected;
  timeline.n_selected = request->n_selected;
  timeline.links = request->links;
  timeline.hits = request->hits;
  timeline.has_today = request->has_today;
  timeline.today = request->today;
  return ent_timeline_new (&timeline, measure, words, request->language);
}

static EntDrawing
start_drawing (const EntFigureRequest *request,
               const Page             *page,
               EntTextMeasure         *measure,
               const EntWords         *words,
               double                  height)
{
  EntDrawing drawing = { 0 };

  drawing.builder = ent_scene_builder_new (request->width, height, request->language);
  drawing.dataset = request->dataset;
  drawing.measure = measure;
  drawing.words = words;
  drawing.theme = request->theme;
  drawing.language = request->language;
  drawing.coloring = request->coloring;
  drawing.style = page->style;
  drawing.row = ENT_ITEM_NO_ROW;
  drawing.lane = 255;
  return drawing;
}

/* How high the legend of a timeline will be. It explains what is drawn, so the timeline is drawn once for
 * nothing but that. */
static double
measure_legend (const EntFigureRequest *request,
                const Page             *page,
                const EntTimeline      *timeline,
                EntTextMeasure         *measure,
                const EntWords         *words)
{
  EntDrawing drawing = start_drawing (request, page, measure, words, request->height);
  double height;

  ent_timeline_draw (timeline, &drawing);
  height = ent_legend_get_height (&drawing, request->width - 2 * page->margin) + page->style.label * 0.9;
  ent_scene_builder_free (drawing.builder);
  return height;
}

/* The timeline gets what the rest of the page leaves it. What the legend needs depends on what the
 * timeline draws, and that on its height: a few rounds settle it. */
static EntTimeline *
fit_timeline (const EntFigureRequest *request,
              const Page             *page,
              EntTextMeasure         *measure,
              const EntWords         *words,
              double                 *legend_height)
{
  double rest = request->height - page->timeline_y - page->caption_height - page->overview_height - page->margin;

  *legend_height = page->legend ? page->style.label * 4.5 : 0;
  for (int round = 0;; round++)
    {
      double height = request->height > 0 ? fmax (rest - *legend_height, 1) : 0;
      g_autoptr (EntTimeline) timeline = lay_out_timeline (request, page, measure, words, height);
      double needed = page->legend ? measure_legend (request, page, timeline, measure, words) : 0;

      if (request->height <= 0 || needed <= *legend_height + 0.01)
        {
          *legend_height = request->height <= 0 ? needed : *legend_height;
          if (request->height > 0 && needed < *legend_height - 1 && round == 0)
            {
              *legend_height = needed;
              continue;
            }
          return g_steal_pointer (&timeline);
        }
      if (round == 4)
        return g_steal_pointer (&timeline);
      *legend_height = needed;
    }
}

/* On a page too small for everything the timeline is what stays: the legend goes, then the strip, the caption
 * and the title. */
static void
shed (Page                   *page,
      const EntFigureRequest *request)
{
  double needed = ent_style_axis_height (&page->style) + page->style.label * 12;

  for (int step = 0; request->height > 0 && step < 4; step++)
    {
      double legend = page->legend ? page->style.label * 5 : 0;

      measure_page (page);
      if (request->height - page->timeline_y - page->caption_height - page->overview_height - page->margin - legend >=
          needed)
        return;
      if (step == 0)
        page->legend = FALSE;
      else if (step == 1)
        page->overview_height = 0;
      else if (step == 2)
        g_ptr_array_set_size (page->caption, 0);
      else
        {
          g_ptr_array_set_size (page->title, 0);
          g_ptr_array_set_size (page->subtitle, 0);
        }
    }
  measure_page (page);
}

/* On a page so low that not even a row of each lane fits, all gets smaller: a thumbnail. */
static EntTimeline *
fit_page (Page                   *page,
          const EntFigureRequest *request,
          EntTextMeasure         *measure,
          const EntWords         *words,
          double                 *legend_height)
{
  double scale = 1;
  guint n_repeated = 0;

  for (int round = 0;; round++)
    {
      g_autoptr (EntTimeline) timeline = NULL;
      double room;
      double height;

      page_clear (page);
      set_up_page (page, request, measure, words, scale, n_repeated);
      shed (page, request);
      measure_page (page);
      timeline = fit_timeline (request, page, measure, words, legend_height);
      room = request->height - page->timeline_y - page->caption_height - page->overview_height - page->margin -
             *legend_height;
      height = ent_timeline_get_height (timeline);
      /* How many are repeated is known only now, and takes room above. */
      if (ent_timeline_get_repeated (timeline) != n_repeated && round < 3)
        {
          n_repeated = ent_timeline_get_repeated (timeline);
          continue;
        }
      if (request->height <= 0 || height <= room + 0.01 || round >= 3)
        return g_steal_pointer (&timeline);
      /* Of what does not fit, the part that the timeline does not take shrinks as well. */
      scale *= CLAMP (request->height / (request->height - room + height), 0.02, 0.98);
    }
}

static void
draw_empty (EntDrawing             *drawing,
            const EntFigureRequest *request,
            const Page             *page,
            double                  height)
{
  double size = page->style.label * 1.2;

  ent_drawing_text (drawing, ENT_LAYER_HEADS, ENT_ROLE_SUBTITLE, request->width / 2,
                    page->timeline_y + (height - page->timeline_y) / 2,
                    ent_words_get (drawing->words, ENT_WORD_NO_EVENTS), size, FALSE, ENT_ALIGN_MIDDLE,
                    drawing->theme->dim, ENT_COLOR_NONE);
}

/* A figure of free height is to be printed on a page, or on a poster of the same shape. */
static double
highest_page (const EntFigureRequest *request)
{
  return fmax (250 * PX_PER_MM, 1.4 * request->width);
}

/**
 * ent_figure_compose:
 * @request: what to show and on what page
 * @measure: measures text
 * @words: in the language of the picture
 * @summary: (out): what came of it
 *
 * Composes a page: title and counts, the timeline, a legend of what is in view, a caption. The timeline
 * gets all the room the rest leaves; without a height it takes what it needs, in print at most a page.
 *
 * Returns: (transfer full): the page
 */
EntScene *
ent_figure_compose (const EntFigureRequest *request,
                    EntTextMeasure         *measure,
                    const EntWords         *words,
                    EntFigureSummary       *summary)
{
  g_auto (Page) page = { 0 };
  g_autoptr (EntTimeline) timeline = NULL;
  EntDrawing drawing;
  double legend_height;
  double height = request->height;
  double y;

  timeline = fit_page (&page, request, measure, words, &legend_height);
  y = page.timeline_y + ent_timeline_get_height (timeline);
  if (height <= 0)
    height = y + legend_height + page.caption_height + page.overview_height + page.margin;
  if (request->height <= 0 && request->physical && height > highest_page (request))
    {
      EntFigureRequest bounded = *request;

      bounded.height = highest_page (request);
      return ent_figure_compose (&bounded, measure, words, summary);
    }

  drawing = start_drawing (request, &page, measure, words, height);
  ent_drawing_rect (&drawing, ENT_LAYER_GROUND, ENT_ROLE_PAGE, 0, 0, request->width, height, request->theme->view);
  draw_page_text (&drawing, &page);
  ent_timeline_draw (timeline, &drawing);
  if (ent_timeline_get_events (timeline) == 0)
    draw_empty (&drawing, request, &page, height);
  if (page.legend)
    y += ent_legend_draw (&drawing, page.margin, y + page.style.label * 0.9, request->width - 2 * page.margin) +
         page.style.label * 0.9;
  if (page.caption->len > 0)
    {
      y += page.style.label * 0.4;
      draw_lines (&drawing, page.caption, ENT_ROLE_CAPTION, page.margin, &y, page.caption_size,
                  page.caption_size * 1.42, FALSE, request->theme->text);
    }
  if (page.overview_height > 0)
    {
      EntOverviewRequest overview = { 0 };

      overview.basis = request->basis;
      overview.rows = request->rows;
      overview.hits = request->hits;
      ent_timeline_whole_span (request->dataset, request->rows, request->basis, &overview.whole);
      overview.window = request->span;
      overview.x = page.margin;
      overview.width = request->width - 2 * page.margin;
      overview.height = page.overview_height - page.style.label;
      overview.y = height - page.margin / 2 - overview.height;
      ent_overview_draw (&drawing, &overview);
    }

  summary->n_events = ent_timeline_get_events (timeline);
  summary->n_repeated = ent_timeline_get_repeated (timeline);
  summary->n_unlabelled = ent_timeline_get_unlabelled (timeline);
  summary->n_undated = ent_timeline_count_undated (request->dataset, request->rows, request->basis);
  return ent_scene_builder_end (drawing.builder);
}
