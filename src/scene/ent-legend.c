/* ent-legend.c: what the signs in a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-legend.h"

#include "ent-links.h"
#include "ent-marks.h"

/* Sample widths in px at mark size 1. */
static const struct
{
  EntSeen seen;
  EntWord word;
  double  width;
} entries[] = {
  { ENT_SEEN_INCIDENT, ENT_WORD_INCIDENT, 11 },
  { ENT_SEEN_MEETING, ENT_WORD_MEETING, 11 },
  { ENT_SEEN_STATEMENT, ENT_WORD_STATEMENT, 9 },
  { ENT_SEEN_OTHER, ENT_WORD_EVENT, 11 },
  { ENT_SEEN_UNSEEN_THEN_KNOWN, ENT_WORD_UNSEEN_THEN_KNOWN, 28 },
  { ENT_SEEN_UNSEEN, ENT_WORD_UNSEEN, 22 },
  { ENT_SEEN_KNOWN, ENT_WORD_KNOWN, 22 },
  { ENT_SEEN_DETECTION, ENT_WORD_DETECTED, 6 },
  { ENT_SEEN_ACTIVITY, ENT_WORD_ACTIVITY, 22 },
  { ENT_SEEN_REMEDIATION, ENT_WORD_REMEDIED, 8 },
  { ENT_SEEN_DISCLOSURE, ENT_WORD_DISCLOSED, 9 },
  { ENT_SEEN_ATTRIBUTION, ENT_WORD_ATTRIBUTED, 9 },
  { ENT_SEEN_LASTING, ENT_WORD_LASTING, 22 },
  { ENT_SEEN_CONFIRMED, ENT_WORD_CONFIRMED, 12 },
  { ENT_SEEN_OFFICIAL_ACCUSATION, ENT_WORD_OFFICIAL_ACCUSATION, 12 },
  { ENT_SEEN_PRIVATE_ASSESSMENT, ENT_WORD_PRIVATE_ASSESSMENT, 12 },
  { ENT_SEEN_SUSPECTED, ENT_WORD_SUSPECTED, 12 },
  { ENT_SEEN_NO_ATTRIBUTION, ENT_WORD_NO_ATTRIBUTION, 12 },
  { ENT_SEEN_DENIED, ENT_WORD_DENIED, 10 },
  { ENT_SEEN_NOT_DONE, ENT_WORD_NOT_DONE, 9 },
  { ENT_SEEN_SEVERITY, ENT_WORD_SEVERITY, 0 },
  { ENT_SEEN_COARSE, ENT_WORD_COARSE, 24 },
  { ENT_SEEN_SEASON, ENT_WORD_SEASON, 24 },
  { ENT_SEEN_ABOUT, ENT_WORD_ABOUT, 24 },
  { ENT_SEEN_UNCERTAIN, ENT_WORD_UNCERTAIN, 24 },
  { ENT_SEEN_OPEN_END, ENT_WORD_OPEN_END, 24 },
  { ENT_SEEN_UNKNOWN_END, ENT_WORD_UNKNOWN_END, 28 },
  { ENT_SEEN_ONE_OF, ENT_WORD_ONE_OF, 26 },
  { ENT_SEEN_ALL_OF, ENT_WORD_ALL_OF, 26 },
  { ENT_SEEN_GOES_ON, ENT_WORD_GOES_ON, 20 },
  { ENT_SEEN_FOLD, ENT_WORD_FOLD, 22 },
  { ENT_SEEN_COLUMN, ENT_WORD_COLUMN, 14 },
  { ENT_SEEN_SHADE, ENT_WORD_SHADE, 18 },
  { ENT_SEEN_SELECTED, ENT_WORD_SELECTED, 16 },
  { ENT_SEEN_LINK + ENT_LINK_RESPONDS_TO, ENT_WORD_LINK, 28 },
  { ENT_SEEN_LINK + ENT_LINK_ATTRIBUTES, ENT_WORD_LINK_ATTRIBUTES, 28 },
  { ENT_SEEN_LINK + ENT_LINK_DENIES, ENT_WORD_LINK_DENIES, 28 },
  { ENT_SEEN_LINK + ENT_LINK_IMPLEMENTS, ENT_WORD_LINK_IMPLEMENTS, 28 },
  { ENT_SEEN_LINK + ENT_LINK_PART_OF, ENT_WORD_LINK_PART_OF, 28 },
  { ENT_SEEN_LINK + ENT_LINK_COMPARES_TO, ENT_WORD_LINK_COMPARES_TO, 28 },
  { ENT_SEEN_LINK + ENT_LINK_FOLLOWS, ENT_WORD_LINK_FOLLOWS, 28 },
};

#define SAMPLE_GAP 5.0  /* from the sample to its text */
#define SWATCH_WIDTH 9.0
#define ENTRY_GAP 16.0  /* to the next entry */
#define TABLE_BELOW 420.0 /* narrower than this in px at label size 12, entries stand in columns */

static EntKindStyle
sample_kind (const EntDrawing *drawing)
{
  static const EntKindStyle order[] = { ENT_KIND_STATEMENT, ENT_KIND_MEETING, ENT_KIND_INCIDENT, ENT_KIND_OTHER };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (drawing->seen & (G_GUINT64_CONSTANT (1) << (ENT_SEEN_INCIDENT + order[i])))
      return order[i];
  return ENT_KIND_OTHER;
}

/* Signs that belong together are explained together. */
static guint64
find_shown (const EntDrawing *drawing)
{
  const guint64 unseen = G_GUINT64_CONSTANT (1) << ENT_SEEN_UNSEEN;
  const guint64 known = G_GUINT64_CONSTANT (1) << ENT_SEEN_KNOWN;
  const guint64 detection = G_GUINT64_CONSTANT (1) << ENT_SEEN_DETECTION;
  guint64 shown = drawing->seen;

  if ((shown & unseen) != 0 && (shown & known) != 0 && (shown & detection) != 0)
    shown = (shown & ~(unseen | known | detection)) | G_GUINT64_CONSTANT (1) << ENT_SEEN_UNSEEN_THEN_KNOWN;
  return shown;
}

static double
severity_width (const EntDrawing *drawing)
{
  double width = 0;

  for (guint severity = 1; severity <= 5; severity++)
    if (drawing->severities & (1u << severity))
      width += 2 * ent_kind_half_width (sample_kind (drawing), ent_style_radius (&drawing->style, severity)) /
                 drawing->style.mark + 3;
  return width;
}

static char *
severity_text (const EntDrawing *drawing)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint severity = 1; severity <= 5; severity++)
    if (drawing->severities & (1u << severity))
      {
        g_autofree char *number = ent_words_number (drawing->words, severity);

        if (list->len > 0)
          g_string_append (list, ent_words_get (drawing->words, ENT_WORD_LIST_COMMA));
        g_string_append (list, number);
      }
  return ent_words_fill (drawing->words, ENT_WORD_SEVERITY, list->str, NULL);
}

static char *
not_done_text (const EntDrawing *drawing)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint status = ENT_STATUS_PLANNED; status <= ENT_STATUS_CANCELLED; status++)
    if (drawing->statuses & (1u << status))
      {
        if (list->len > 0)
          g_string_append (list, ent_words_get (drawing->words, ENT_WORD_LIST_COMMA));
        g_string_append (list, ent_words_get (drawing->words, ENT_WORD_PLANNED + (status - ENT_STATUS_PLANNED)));
      }
  return ent_words_fill (drawing->words, ENT_WORD_NOT_DONE, list->str, NULL);
}

static void
draw_severities (EntDrawing *drawing,
                 double      x,
                 double      y)
{
  for (guint severity = 1; severity <= 5; severity++)
    if (drawing->severities & (1u << severity))
      {
        double radius = ent_style_radius (&drawing->style, severity);
        double half = ent_kind_half_width (sample_kind (drawing), radius);

        ent_marks_head (drawing, sample_kind (drawing), x + half, y, radius, ENT_CONFIDENCE_CONFIRMED, FALSE, FALSE);
        x += 2 * half + 3 * drawing->style.mark;
      }
}

static void
draw_bar_sample (EntDrawing *drawing,
                 double      x,
                 double      y,
                 double      width,
                 double      height,
                 double      tone,
                 EntBarEnd   start,
                 EntBarEnd   end)
{
  EntColor color = ent_drawing_get_color (drawing, sample_kind (drawing));
  double length = start != ENT_BAR_END_PLAIN && end != ENT_BAR_END_PLAIN ? width / 2 : width;

  ent_marks_bar (drawing, ent_color_mix (drawing->theme->view, color, tone), x, x + width, y, height, start, end,
                 length, length, FALSE);
}

static void
draw_set_sample (EntDrawing *drawing,
                 EntSeen     seen,
                 double      x,
                 double      y,
                 double      width)
{
  double k = drawing->style.mark;
  EntKindStyle kind = sample_kind (drawing);
  EntColor color = ent_drawing_get_color (drawing, kind);
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_LINE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);

  item->x = x + 4 * k;
  item->x2 = x + width - 4 * k;
  item->y = item->y2 = y;
  item->stroke = color;
  item->stroke_width = (float) (1.2 * k);
  item->dash_on = seen == ENT_SEEN_ONE_OF ? (float) (2 * k) : 0;
  item->dash_off = seen == ENT_SEEN_ONE_OF ? (float) (3 * k) : 0;
  for (int i = 0; i < 2; i++)
    {
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);
      item->shape = ent_kind_shape (kind);
      item->x = i == 0 ? x + 4 * k : x + width - 4 * k;
      item->y = y;
      item->radius = (float) (3.8 * k);
      item->fill = seen == ENT_SEEN_ONE_OF ? drawing->theme->view : color;
      item->stroke = color;
      item->stroke_width = (float) (1.4 * k);
    }
}

static void
draw_sample (EntDrawing *drawing,
             EntSeen     seen,
             double      x,
             double      y,
             double      width)
{
  double k = drawing->style.mark;
  const EntTheme *theme = drawing->theme;
  EntColor incident = ent_drawing_get_color (drawing, ENT_KIND_INCIDENT);
  double middle = x + width / 2;
  EntItem *item;

  switch (seen)
    {
    case ENT_SEEN_INCIDENT:
    case ENT_SEEN_MEETING:
    case ENT_SEEN_STATEMENT:
    case ENT_SEEN_OTHER:
      ent_marks_head (drawing, (EntKindStyle) (seen - ENT_SEEN_INCIDENT), middle, y, 4.4 * k,
                      seen == ENT_SEEN_INCIDENT ? ENT_CONFIDENCE_CONFIRMED : ENT_CONFIDENCE_NOT_GIVEN, FALSE, FALSE);
      break;
    case ENT_SEEN_UNSEEN_THEN_KNOWN:
      ent_marks_bar (drawing, incident, x, x + width * 0.6, y, 5 * k, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN, 0, 0,
                     FALSE);
      ent_marks_bar (drawing, ent_color_mix (theme->view, incident, 0.4), x + width * 0.6, x + width, y, 5 * k,
                     ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN, 0, 0, FALSE);
      ent_marks_phase (drawing, ENT_PHASE_DETECTION, x + width * 0.6, y, incident);
      break;
    case ENT_SEEN_UNSEEN:
      ent_marks_bar (drawing, incident, x, x + width, y, 5 * k, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN, 0, 0, FALSE);
      break;
    case ENT_SEEN_KNOWN:
      ent_marks_bar (drawing, ent_color_mix (theme->view, incident, 0.4), x, x + width, y, 5 * k, ENT_BAR_END_PLAIN,
                     ENT_BAR_END_PLAIN, 0, 0, FALSE);
      break;
    case ENT_SEEN_DETECTION:
      ent_marks_phase (drawing, ENT_PHASE_DETECTION, middle, y, incident);
      break;
    case ENT_SEEN_LASTING:
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x, y, x + width, y,
                        ent_color_mix (theme->view, incident, 0.55), 2.6 * k);
      break;
    case ENT_SEEN_ACTIVITY:
      ent_marks_bar (drawing, ent_color_mix (theme->view, incident, 0.55), x, x + width, y, 5 * k, ENT_BAR_END_PLAIN,
                     ENT_BAR_END_PLAIN, 0, 0, FALSE);
      break;
    case ENT_SEEN_REMEDIATION:
      ent_marks_phase (drawing, ENT_PHASE_REMEDIATION, middle, y, incident);
      break;
    case ENT_SEEN_DISCLOSURE:
      ent_marks_phase (drawing, ENT_PHASE_DISCLOSURE, middle, y, incident);
      break;
    case ENT_SEEN_ATTRIBUTION:
      ent_marks_phase (drawing, ENT_PHASE_ATTRIBUTION, middle, y, incident);
      break;
    case ENT_SEEN_CONFIRMED:
    case ENT_SEEN_OFFICIAL_ACCUSATION:
    case ENT_SEEN_PRIVATE_ASSESSMENT:
    case ENT_SEEN_SUSPECTED:
    case ENT_SEEN_NO_ATTRIBUTION:
      ent_marks_head (drawing, ENT_KIND_INCIDENT, middle, y, 5 * k,
                      (EntConfidence) (ENT_CONFIDENCE_CONFIRMED - (seen - ENT_SEEN_CONFIRMED)), FALSE, FALSE);
      break;
    case ENT_SEEN_DENIED:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x, y - 0.95 * k, width, 1.9 * k, theme->ink);
      break;
    case ENT_SEEN_NOT_DONE:
      ent_marks_head (drawing, sample_kind (drawing), middle, y, 4.4 * k, ENT_CONFIDENCE_NOT_GIVEN, FALSE, TRUE);
      break;
    case ENT_SEEN_SEVERITY:
      draw_severities (drawing, x, y);
      break;
    case ENT_SEEN_COARSE:
      draw_bar_sample (drawing, x, y, width, 9 * k, 0.32, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN);
      ent_marks_head (drawing, sample_kind (drawing), middle, y, 3.4 * k, ENT_CONFIDENCE_CONFIRMED, FALSE, FALSE);
      break;
    case ENT_SEEN_SEASON:
      draw_bar_sample (drawing, x + k, y, width - 2 * k, 9 * k, 0.32, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN);
      for (int side = 0; side < 2; side++)
        {
          item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);
          item->shape = side == 0 ? ENT_SHAPE_BRACKET_LEFT : ENT_SHAPE_BRACKET_RIGHT;
          item->x = side == 0 ? x + k : x + width - k;
          item->y = y;
          item->radius = (float) (4.5 * k);
          item->stroke = ent_drawing_get_color (drawing, sample_kind (drawing));
          item->stroke_width = (float) (1.3 * k);
        }
      break;
    case ENT_SEEN_ABOUT:
      draw_bar_sample (drawing, x, y, width, 6 * k, 0.7, ENT_BAR_END_ABOUT, ENT_BAR_END_ABOUT);
      break;
    case ENT_SEEN_UNCERTAIN:
      draw_bar_sample (drawing, x, y, width, 6 * k, 0.7, ENT_BAR_END_UNCERTAIN, ENT_BAR_END_UNCERTAIN);
      break;
    case ENT_SEEN_OPEN_END:
      draw_bar_sample (drawing, x, y, width, 6 * k, 0.7, ENT_BAR_END_PLAIN, ENT_BAR_END_OPEN);
      break;
    case ENT_SEEN_UNKNOWN_END:
      draw_bar_sample (drawing, x, y, width - 14 * k, 6 * k, 0.62, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN);
      for (int i = 0; i < 3; i++)
        ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x + width + (-12 + 5 * i) * k, y - k, 2 * k, 2 * k,
                          ent_drawing_get_color (drawing, sample_kind (drawing)));
      break;
    case ENT_SEEN_ONE_OF:
    case ENT_SEEN_ALL_OF:
      draw_set_sample (drawing, seen, x, y, width);
      break;
    case ENT_SEEN_GOES_ON:
      draw_bar_sample (drawing, x, y, width, 6 * k, 0.7, ENT_BAR_END_PLAIN, ENT_BAR_END_PLAIN);
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);
      item->shape = ENT_SHAPE_CHEVRON_RIGHT;
      item->x = x + width - 3.5 * k;
      item->y = y;
      item->radius = (float) (4.5 * k);
      item->stroke = theme->view;
      item->stroke_width = (float) (1.5 * k);
      item->round_caps = TRUE;
      break;
    case ENT_SEEN_FOLD:
      ent_marks_fold (drawing, sample_kind (drawing), middle, y, 3, NULL);
      break;
    case ENT_SEEN_COLUMN:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x, y - 1 * k, 6 * k, 6 * k,
                        ent_drawing_get_color (drawing, sample_kind (drawing)));
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x + 7.5 * k, y - 6 * k, 6 * k, 11 * k,
                        ent_drawing_get_color (drawing, sample_kind (drawing)));
      break;
    case ENT_SEEN_SHADE:
      for (int i = 0; i < 3; i++)
        ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_LEGEND, x + 6 * i * k, y - 4 * k, 6 * k, 9 * k,
                          ent_color_mix (theme->view, ent_drawing_get_color (drawing, sample_kind (drawing)), 0.2 + 0.4 * i));
      break;
    case ENT_SEEN_SELECTED:
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);
      item->shape = ent_kind_shape (sample_kind (drawing));
      item->x = middle;
      item->y = y;
      item->radius = (float) (6 * k);
      item->stroke = theme->ink;
      item->stroke_width = (float) (1.8 * k * theme->line_scale);
      ent_marks_head (drawing, sample_kind (drawing), middle, y, 3 * k, ENT_CONFIDENCE_CONFIRMED, FALSE, FALSE);
      break;
    case ENT_SEEN_TODAY:
    default:
      /* A hill that lands from above, as arcs do; today is named where it stands. */
      if (seen >= ENT_SEEN_LINK && seen <= ENT_SEEN_LAST_LINK)
        ent_links_draw_arc (drawing, x + k, y + 4 * k, x + width - 7 * k, y + 4 * k, (EntLinkType) (seen - ENT_SEEN_LINK),
                            ENT_LINK_DIRECT);
      break;
    }
}

/* A disc, which is not the shape of one kind here: the colour alone is meant. Its text is the value, for whoever finds it
 * in the scene. */
static void
draw_swatch (EntDrawing *drawing,
             guint       class,
             double      x,
             double      y)
{
  g_autofree char *key = ent_coloring_dup_key (drawing->coloring, class);
  EntItem *item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_LEGEND);

  item->shape = ENT_SHAPE_CIRCLE;
  item->x = x;
  item->y = y;
  item->radius = (float) (SWATCH_WIDTH / 2 * drawing->style.mark);
  item->fill = ent_coloring_get_color (drawing->coloring, drawing->theme, class);
  ent_scene_builder_set_text (drawing->builder, item, key);
}

/* Where the next entry of a legend goes: after the last, or in the next of a table's columns. */
typedef struct
{
  EntDrawing *drawing;
  double      x;
  double      y;
  double      width;
  double      size;
  gboolean    draws;
  guint       n_columns; /* of a table; 0: one after the other */
  double      next_x;
  double      baseline;
  guint       n_drawn;
} Walk;

static void
walk_to (Walk  *walk,
         double entry)
{
  double line = walk->size * 1.75;

  if (walk->n_columns > 0)
    {
      double column = walk->width / walk->n_columns;
      guint spans = (guint) (entry / column) + 1;

      if (walk->n_drawn % walk->n_columns + MIN (spans, walk->n_columns) > walk->n_columns)
        walk->n_drawn += walk->n_columns - walk->n_drawn % walk->n_columns;
      walk->next_x = walk->x + (walk->n_drawn % walk->n_columns) * column;
      walk->baseline = walk->y + walk->size + (walk->n_drawn / walk->n_columns) * line;
      walk->n_drawn += MIN (spans, walk->n_columns);
    }
  else if (walk->next_x > walk->x && walk->next_x + entry > walk->x + walk->width)
    {
      walk->next_x = walk->x;
      walk->baseline += line;
    }
}

/* The sample of a sign, or of a class of the colouring, and what it is called. */
static void
add_entry (Walk       *walk,
           EntSeen     seen,
           int         class,
           double      sample,
           const char *text)
{
  EntDrawing *drawing = walk->drawing;
  double k = drawing->style.mark;
  double entry =
    sample + SAMPLE_GAP * k + ent_text_measure_width (drawing->measure, text, -1, walk->size, FALSE);
  double y;

  walk_to (walk, entry);
  y = walk->baseline - 0.34 * walk->size;
  if (walk->draws && class >= 0)
    draw_swatch (drawing, (guint) class, walk->next_x + sample / 2, y);
  else if (walk->draws)
    draw_sample (drawing, seen, walk->next_x, y, sample);
  if (walk->draws)
    ent_drawing_text (drawing, ENT_LAYER_OVER, ENT_ROLE_LEGEND, walk->next_x + sample + SAMPLE_GAP * k, walk->baseline,
                      text, walk->size, FALSE, ENT_ALIGN_START, drawing->theme->text, ENT_COLOR_NONE);
  walk->next_x += entry + ENTRY_GAP * k;
}

static void
add_colors (Walk *walk)
{
  EntDrawing *drawing = walk->drawing;

  for (guint class = 0; class < ENT_N_HUES && ent_coloring_has_facet (drawing->coloring); class++)
    if (drawing->classes & (1u << class))
      {
        g_autofree char *name = ent_coloring_dup_name (drawing->coloring, drawing->words, drawing->language, class);

        add_entry (walk, ENT_SEEN_OTHER, (int) class, SWATCH_WIDTH * drawing->style.mark, name);
      }
}

/* One walk for measuring and for drawing, so that they cannot differ. */
static double
walk (EntDrawing *drawing,
      double      x,
      double      y,
      double      width,
      gboolean    draw)
{
  double k = drawing->style.mark;
  double size = drawing->style.label * 0.95;
  gboolean table = width < TABLE_BELOW * drawing->style.label / 12;
  guint64 shown = find_shown (drawing);
  Walk self = { .drawing = drawing, .x = x, .y = y, .width = width, .size = size, .draws = draw,
                .n_columns = table ? (width < 260 * drawing->style.label / 12 ? 2 : 3) : 0,
                .next_x = x, .baseline = y + size };

  add_colors (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = NULL;

      if (!(shown & (G_GUINT64_CONSTANT (1) << entries[i].seen)))
        continue;
      if (entries[i].seen == ENT_SEEN_SEVERITY)
        text = severity_text (drawing);
      else if (entries[i].seen == ENT_SEEN_NOT_DONE)
        text = not_done_text (drawing);
      else
        text = g_strdup (ent_words_get (drawing->words, entries[i].word));
      add_entry (&self, entries[i].seen, -1,
                 (entries[i].seen == ENT_SEEN_SEVERITY ? severity_width (drawing) : entries[i].width) * k, text);
    }
  return drawing->seen != 0 ? self.baseline + size * 0.4 - y : 0;
}

/**
 * ent_legend_get_height:
 * @drawing: the drawing, with what has been seen
 * @width: room for the legend, CSS pixels
 *
 * Returns: how high it will be
 */
double
ent_legend_get_height (EntDrawing *drawing,
                       double      width)
{
  return walk (drawing, 0, 0, width, FALSE);
}

/**
 * ent_legend_draw:
 * @drawing: the drawing, with what has been seen
 * @x: left
 * @y: top
 * @width: room for the legend
 *
 * Draws one sample and its name for everything that was drawn, and nothing else.
 *
 * Returns: how high it is
 */
double
ent_legend_draw (EntDrawing *drawing,
                 double      x,
                 double      y,
                 double      width)
{
  EntDrawing sample = *drawing;
  double height;

  /* Samples are marks like any other, but stand for nothing. */
  sample.in_legend = TRUE;
  ent_drawing_set_row (&sample, ENT_ITEM_NO_ROW);
  sample.x0 = x;
  sample.x1 = x + width;
  height = walk (&sample, x, y, width, TRUE);
  return height;
}
