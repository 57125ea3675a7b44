/* ent-ratio-strip.c: a ratio with its interval, as a cell of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-ratio-strip.h"

#include "ent-font-set.h"
#include "ent-mark-icon.h"
#include "ent-palette.h"
#include "ent-ratio-interval.h"

#define ROW_HEIGHT 20
#define NAMES_HEIGHT 16
#define NAMES_BASELINE 11
#define LEAST_WIDTH 120

/* Half of a name may stand beyond the end of the axis. */
#define MARGIN 12

/**
 * EntRatioStrip:
 *
 * The interval of a row of a comparison on the axis of all of it, or the names of that axis. Without a text of its own:
 * what it shows is told in numbers beside it.
 *
 * # CSS nodes
 *
 * One node, `ratiostrip`.
 */
struct _EntRatioStrip
{
  GtkWidget               parent_instance;
  EntComparison          *comparison; /* (owned) */
  const EntComparisonRow *row;        /* (nullable): of @comparison; %NULL for names */
};

G_DEFINE_FINAL_TYPE (EntRatioStrip, ent_ratio_strip, GTK_TYPE_WIDGET)

static EntTextMeasure *
get_measure (void)
{
  static EntTextMeasure *measure;

  if (measure == NULL)
    measure = ent_text_measure_new_pango (ent_font_set_create_context (), ENT_FONT_FAMILIES, NULL);
  return measure;
}

static void
ent_ratio_strip_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL             ? LEAST_WIDTH
                        : ENT_RATIO_STRIP (widget)->row != NULL ? ROW_HEIGHT
                                                                : NAMES_HEIGHT;
}

static void
ent_ratio_strip_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  EntRatioStrip *self = ENT_RATIO_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  EntRatioAxis axis;
  EntDrawing drawing;
  EntTheme theme;

  if (width <= 2 * MARGIN || height <= 0)
    return;
  axis = (EntRatioAxis){ ent_ratio_axis_reach (self->comparison), MARGIN, width - MARGIN };
  ent_mark_drawing_begin (&drawing, &theme, width, height);
  drawing.measure = get_measure ();
  if (self->row == NULL)
    {
      ent_ratio_axis_draw_names (&axis, &drawing, NAMES_BASELINE);
    }
  else
    {
      ent_ratio_axis_draw_grid (&axis, &drawing, 0, height);
      ent_ratio_axis_draw_row (&axis, &drawing, self->row, height / 2.0);
    }
  ent_mark_drawing_end (&drawing, snapshot);
}

static void
ent_ratio_strip_finalize (GObject *object)
{
  g_clear_pointer (&ENT_RATIO_STRIP (object)->comparison, ent_comparison_unref);
  G_OBJECT_CLASS (ent_ratio_strip_parent_class)->finalize (object);
}

static void
ent_ratio_strip_class_init (EntRatioStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_ratio_strip_finalize;
  widget_class->measure = ent_ratio_strip_measure;
  widget_class->snapshot = ent_ratio_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ratiostrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_ratio_strip_init (EntRatioStrip *self)
{
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * ent_ratio_strip_new:
 * @comparison: a comparison
 * @row: (nullable): one of its rows, or %NULL for the names of the axis
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
ent_ratio_strip_new (EntComparison          *comparison,
                     const EntComparisonRow *row)
{
  EntRatioStrip *self = g_object_new (ENT_TYPE_RATIO_STRIP, NULL);

  self->comparison = ent_comparison_ref (comparison);
  self->row = row;
  return GTK_WIDGET (self);
}
