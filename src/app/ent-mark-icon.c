/* ent-mark-icon.c: the mark of an event, by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-mark-icon.h"

#include <math.h>

#include "ent-cairo-painter.h"
#include "ent-font-set.h"
#include "ent-palette.h"

/**
 * EntMarkIcon:
 *
 * The mark that stands for an event in the timeline, drawn by the same code: kind by shape and colour,
 * attribution by fill, denial by the bar below. It says nothing to a screen reader; what stands beside
 * it does.
 *
 * # CSS nodes
 *
 * One node, `mark`.
 */
struct _EntMarkIcon
{
  GtkWidget     parent_instance;
  EntKindStyle  kind;
  EntConfidence confidence;
  double        radius;
  gboolean      denied;
  gboolean      not_done;
};

G_DEFINE_FINAL_TYPE (EntMarkIcon, ent_mark_icon, GTK_TYPE_WIDGET)

/**
 * ent_mark_drawing_begin:
 * @drawing: (out): a drawing to add signs to
 * @theme: (out): what its theme is kept in; must live as long as @drawing
 * @width: of what is drawn on, CSS pixels
 * @height: likewise
 *
 * Starts a drawing in the colours of the desktop's style, for a ground of any colour: what has the colour
 * of the ground in the timeline is see-through here.
 */
void
ent_mark_drawing_begin (EntDrawing *drawing,
                        EntTheme   *theme,
                        double      width,
                        double      height)
{
  *theme = *ent_palette_get_theme ();
  theme->view = ENT_COLOR_NONE;
  *drawing = (EntDrawing){
    .builder = ent_scene_builder_new (width, height, NULL),
    .theme = theme,
    .style = ENT_STYLE_SCREEN,
    .x1 = width,
    .row = ENT_ITEM_NO_ROW,
    .in_legend = TRUE,
  };
}

/**
 * ent_mark_drawing_end:
 * @drawing: a drawing; its builder is freed
 * @snapshot: what to draw on
 */
void
ent_mark_drawing_end (EntDrawing  *drawing,
                      GtkSnapshot *snapshot)
{
  static PangoContext *context;
  g_autoptr (EntScene) scene = ent_scene_builder_end (drawing->builder);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) ent_scene_get_width (scene), (float) ent_scene_get_height (scene));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  /* There is no text in signs, but the painter makes one if it is given none. */
  if (context == NULL)
    context = ent_font_set_create_context ();
  ent_cairo_painter_paint (scene, cr, NULL, context);
  cairo_destroy (cr);
  drawing->builder = NULL;
}

static double
half_width (EntMarkIcon *self)
{
  return ent_kind_half_width (self->kind, self->radius) + 1;
}

static double
denial_height (EntMarkIcon *self)
{
  EntStyle style = ENT_STYLE_SCREEN;

  return self->denied ? ent_style_denial_gap (&style) + ent_style_denial_height (&style) : 0;
}

/* The mark stays in the middle whether or not there is a bar below it. */
static void
ent_mark_icon_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  EntMarkIcon *self = ENT_MARK_ICON (widget);
  double half = orientation == GTK_ORIENTATION_HORIZONTAL
                  ? fmax (half_width (self), self->denied ? 4.6 : 0)
                  : ent_kind_half_height (self->kind, self->radius) + 1 + denial_height (self);

  *minimum = *natural = (int) ceil (2 * half);
}

static void
ent_mark_icon_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  EntMarkIcon *self = ENT_MARK_ICON (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  EntDrawing drawing;
  EntTheme theme;

  if (width <= 0 || height <= 0)
    return;
  ent_mark_drawing_begin (&drawing, &theme, width, height);
  ent_marks_head (&drawing, self->kind, width / 2.0, height / 2.0, self->radius, self->confidence, self->denied, self->not_done);
  ent_mark_drawing_end (&drawing, snapshot);
}

static void
ent_mark_icon_class_init (EntMarkIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_mark_icon_measure;
  widget_class->snapshot = ent_mark_icon_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_mark_icon_init (EntMarkIcon *self)
{
  EntStyle style = ENT_STYLE_SCREEN;

  self->kind = ENT_KIND_OTHER;
  self->radius = ent_style_radius (&style, 0);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/** ent_mark_icon_new: Returns: (transfer floating): the mark of no kind in particular */
GtkWidget *
ent_mark_icon_new (void)
{
  return g_object_new (ENT_TYPE_MARK_ICON, NULL);
}

/**
 * ent_mark_icon_set_event:
 * @self: the icon
 * @dataset: a dataset
 * @row: an event of it
 * @radius: how large; 0 for what its severity asks for
 */
void
ent_mark_icon_set_event (EntMarkIcon *self,
                         EntDataset  *dataset,
                         guint32      row,
                         double       radius)
{
  EntStyle style = ENT_STYLE_SCREEN;

  g_return_if_fail (ENT_IS_MARK_ICON (self));
  g_return_if_fail (ENT_IS_DATASET (dataset));

  self->kind = ent_kind_style (ent_dataset_get_kind_word (dataset, row));
  self->confidence = ent_dataset_get_confidence (dataset, row);
  self->radius = radius > 0 ? radius : ent_style_radius (&style, ent_dataset_get_severity (dataset, row));
  self->denied = ent_dataset_is_denied (dataset, row);
  self->not_done = ent_status_is_not_done (ent_dataset_get_status (dataset, row));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ent_mark_icon_set_mark:
 * @self: the icon
 * @kind: shape and colour
 * @confidence: fill
 * @radius: how large
 */
void
ent_mark_icon_set_mark (EntMarkIcon  *self,
                        EntKindStyle  kind,
                        EntConfidence confidence,
                        double        radius)
{
  g_return_if_fail (ENT_IS_MARK_ICON (self));

  self->kind = kind;
  self->confidence = confidence;
  self->radius = radius;
  self->denied = FALSE;
  self->not_done = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
