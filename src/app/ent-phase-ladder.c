/* ent-phase-ladder.c: the phases of an event, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-phase-ladder.h"

#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-mark-icon.h"
#include "ent-palette.h"
#include "ent-phrase.h"

#define SIGN_WIDTH 16

/* What runs down from one rung to the next. */
typedef enum
{
  RUN_NONE,
  RUN_KNOWN,
  RUN_UNSEEN,
  RUN_ACTIVE, /* it is not recorded when the intrusion was noticed */
} Run;

/* The sign of a phase in the middle of its row, and the line through it. */
#define ENT_TYPE_PHASE_SIGN (ent_phase_sign_get_type ())
G_DECLARE_FINAL_TYPE (EntPhaseSign, ent_phase_sign, ENT, PHASE_SIGN, GtkWidget)

struct _EntPhaseSign
{
  GtkWidget     parent_instance;
  EntKindStyle  kind;
  EntConfidence confidence;
  int           phase; /* -1: a gap, only the line */
  Run           above;
  Run           below;
};

G_DEFINE_FINAL_TYPE (EntPhaseSign, ent_phase_sign, GTK_TYPE_WIDGET)

static void
ent_phase_sign_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIGN_WIDTH;
}

static void
draw_run (EntDrawing *drawing,
          Run         run,
          EntColor    color,
          double      x,
          double      y0,
          double      y1)
{
  EntColor light = (color & ~0xffu) | 0x8c; /* 55 % */

  if (y1 <= y0)
    return;
  switch (run)
    {
    case RUN_UNSEEN:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, x - 3, y0, 6, y1 - y0, color);
      break;
    case RUN_ACTIVE:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, x - 3, y0, 6, y1 - y0, light);
      break;
    case RUN_KNOWN:
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_BAR, x, y0, x, y1, color, 1.3 * drawing->theme->line_scale);
      break;
    case RUN_NONE:
    default:
      break;
    }
}

/* As on the chain in the timeline, which here runs down instead of to the right. */
static void
draw_sign (EntDrawing   *drawing,
           EntPhaseSign *self,
           double        x,
           double        y,
           EntColor      color)
{
  EntItem *item;

  switch (self->phase)
    {
    case ENT_PHASE_INTRUSION:
      ent_marks_head (drawing, self->kind, x, y, 6, self->confidence, FALSE, FALSE);
      break;
    case ENT_PHASE_DETECTION:
      ent_drawing_rect (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x - 5.5, y - 1, 11, 2, color);
      break;
    case ENT_PHASE_REMEDIATION:
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x - 4.5, y, x + 4.5, y, color, 1.2);
      ent_drawing_line (drawing, ENT_LAYER_MARKS, ENT_ROLE_PHASE, x + 4.5, y - 2.2, x + 4.5, y + 2.2, color, 1.2);
      break;
    case ENT_PHASE_DISCLOSURE:
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_PHASE);
      item->shape = ENT_SHAPE_CIRCLE;
      item->x = x;
      item->y = y;
      item->radius = 3.6f;
      item->stroke = color;
      item->stroke_width = (float) (1.5 * drawing->theme->line_scale);
      break;
    case ENT_PHASE_ATTRIBUTION:
      item = ent_drawing_add (drawing, ENT_ITEM_SHAPE, ENT_LAYER_MARKS, ENT_ROLE_PHASE);
      item->shape = ENT_SHAPE_TRIANGLE_DOWN;
      item->x = x;
      item->y = y + 3.4;
      item->radius = 6.8f;
      item->fill = color;
      break;
    default:
      break;
    }
}

/* How far the line stays off the middle of a sign that one sees through. */
static double
clearance (int phase)
{
  switch (phase)
    {
    case ENT_PHASE_INTRUSION:
      return 7.5;
    case ENT_PHASE_DISCLOSURE:
      return 4.3;
    default:
      return 0;
    }
}

static void
ent_phase_sign_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EntPhaseSign *self = ENT_PHASE_SIGN (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double x = width / 2.0;
  double y;
  double off = clearance (self->phase);
  EntColor color;
  EntDrawing drawing;
  EntTheme theme;

  if (width <= 0 || height <= 0)
    return;
  ent_mark_drawing_begin (&drawing, &theme, width, height);
  color = theme.kind[self->kind];
  if (self->phase < 0)
    draw_run (&drawing, self->above, color, x, 0, height);
  else
    {
      g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (widget, "0");
      int line_height;

      /* Beside the first line of what stands there, however many there are. */
      pango_layout_get_pixel_size (line, NULL, &line_height);
      y = MIN (line_height, height) / 2.0;
      draw_run (&drawing, self->above, color, x, 0, y - off);
      draw_run (&drawing, self->below, color, x, y + off, height);
      draw_sign (&drawing, self, x, y, color);
    }
  ent_mark_drawing_end (&drawing, snapshot);
}

static void
ent_phase_sign_class_init (EntPhaseSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_phase_sign_measure;
  widget_class->snapshot = ent_phase_sign_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_phase_sign_init (EntPhaseSign *self)
{
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * EntPhaseLadder:
 *
 * The dated phases of an event in the order in which they came. On a true scale short gaps would not be
 * seen, so the rungs are evenly spaced and what lies between them is written out, as a range where either
 * date is coarse.
 *
 * # CSS nodes
 *
 * `ladder`, with labels of the classes `.name`, `.date`, `.gap` and `.dwell`.
 */
struct _EntPhaseLadder
{
  GtkWidget parent_instance;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (EntPhaseLadder, ent_phase_ladder, GTK_TYPE_WIDGET)

static void
ent_phase_ladder_dispose (GObject *object)
{
  EntPhaseLadder *self = ENT_PHASE_LADDER (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_phase_ladder_parent_class)->dispose (object);
}

static void
ent_phase_ladder_class_init (EntPhaseLadderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_phase_ladder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ladder");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_phase_ladder_init (EntPhaseLadder *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

typedef struct
{
  EntPhase phase;
  EntDate  date;
  EntSlice text;
} Rung;

/* Only what the dates say for sure: coarse ones that overlap may have come in either order. */
static gboolean
surely_before (const Rung *left,
               const Rung *right)
{
  const EntBound *last = &left->date.latest_start;
  const EntBound *first = &right->date.earliest_start;

  return last->kind == ENT_BOUND_KNOWN && first->kind == ENT_BOUND_KNOWN && last->time <= first->time;
}

/* In the order of a clean course, except where the dates surely say otherwise. */
static GArray *
list_rungs (EntDataset *dataset,
            guint32     row)
{
  GArray *rungs = g_array_new (FALSE, FALSE, sizeof (Rung));

  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    {
      Rung rung = { .phase = (EntPhase) phase };
      guint at = rungs->len;

      if (!ent_dataset_get_phase (dataset, row, rung.phase, &rung.date, &rung.text))
        continue;
      while (at > 0 && surely_before (&rung, &g_array_index (rungs, Rung, at - 1)))
        at--;
      g_array_insert_val (rungs, at, rung);
    }
  return rungs;
}

static GtkWidget *
add_label (EntPhaseLadder *self,
           const char     *text,
           const char     *css_class,
           int             column,
           int             row,
           int             n_columns)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), column + n_columns > 2);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, n_columns, 1);
  return label;
}

static void
add_sign (EntPhaseLadder *self,
          EntDataset     *dataset,
          guint32         row,
          int             phase,
          Run             above,
          Run             below,
          int             at)
{
  EntPhaseSign *sign = g_object_new (ENT_TYPE_PHASE_SIGN, NULL);

  sign->kind = ent_kind_style (ent_dataset_get_kind_word (dataset, row));
  sign->confidence = ent_dataset_get_confidence (dataset, row);
  sign->phase = phase;
  sign->above = above;
  sign->below = below;
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (sign), 0, at, 1, 1);
}

/* Whether what came out of the intrusion could not yet be seen between this rung and the next. */
static Run
run_after (const Rung *rungs,
           guint       n_rungs,
           guint       i)
{
  gboolean intruded = FALSE;
  gboolean to_be_detected = FALSE;
  gboolean detected = FALSE;

  if (i + 1 == n_rungs)
    return RUN_NONE;
  for (guint j = 0; j < n_rungs; j++)
    {
      intruded |= j <= i && rungs[j].phase == ENT_PHASE_INTRUSION;
      detected |= j <= i && rungs[j].phase == ENT_PHASE_DETECTION;
      to_be_detected |= j > i && rungs[j].phase == ENT_PHASE_DETECTION;
    }
  if (intruded && to_be_detected)
    return RUN_UNSEEN;
  if (intruded && !detected && rungs[i].phase == ENT_PHASE_INTRUSION)
    return RUN_ACTIVE;
  return RUN_KNOWN;
}

static void
add_gap (EntPhaseLadder *self,
         EntDataset     *dataset,
         guint32         row,
         const Rung     *rung,
         const Rung     *next,
         Run             run,
         int             at)
{
  EntDuration duration;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (ent_duration_between (&duration, &rung->date, &next->date))
    words = ent_date_text_duration (&duration);
  if (run == RUN_UNSEEN && rung->phase == ENT_PHASE_INTRUSION)
    text = ent_event_text_dwell (dataset, row);
  else if (run == RUN_ACTIVE && words != NULL)
    text = ent_phrase_fill (_("{duration} · detection not recorded"), "duration", words, NULL);
  else if (run == RUN_ACTIVE)
    text = g_strdup (_("Detection not recorded"));
  add_sign (self, dataset, row, -1, run, run, at);
  label = add_label (self, text != NULL ? text : words, run == RUN_UNSEEN && text != NULL ? "dwell" : "gap", 1, at, 2);
  if (words != NULL && duration.may_be_reversed)
    gtk_widget_set_tooltip_text (label, _("The dates overlap: it may have been the other way round"));
}

/**
 * ent_phase_ladder_new:
 * @dataset: a dataset
 * @row: an event of it that has phases
 *
 * Returns: (transfer floating): its phases
 */
GtkWidget *
ent_phase_ladder_new (EntDataset *dataset,
                      guint32     row)
{
  EntPhaseLadder *self = g_object_new (ENT_TYPE_PHASE_LADDER, NULL);
  g_autoptr (GArray) array = list_rungs (dataset, row);
  const Rung *rungs = (const Rung *) array->data;
  Run above = RUN_NONE;

  for (guint i = 0; i < array->len; i++)
    {
      Run below = run_after (rungs, array->len, i);
      g_autofree char *date = ent_date_text_words (rungs[i].text, ENT_DATE_STYLE_SHORT);
      g_autofree char *certainty = ent_date_text_certainty (rungs[i].text, ENT_SLICE_NONE);
      GtkWidget *label;

      add_sign (self, dataset, row, (int) rungs[i].phase, above, below, (int) i * 2);
      add_label (self, ent_event_text_phase (rungs[i].phase), "name", 1, (int) i * 2, 1);
      label = add_label (self, date, "date", 2, (int) i * 2, 1);
      gtk_widget_set_hexpand (label, TRUE);
      if (*certainty != '\0')
        gtk_widget_set_tooltip_text (label, certainty);
      if (i + 1 < array->len)
        add_gap (self, dataset, row, &rungs[i], &rungs[i + 1], below, (int) i * 2 + 1);
      above = below;
    }
  return GTK_WIDGET (self);
}
