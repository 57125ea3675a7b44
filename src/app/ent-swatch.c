/* ent-swatch.c: a colour by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-swatch.h"

#include "ent-palette.h"

/* CSS pixels. */
#define SIZE 10
#define CORNER 2

/**
 * EntSwatch:
 *
 * A small square of a colour of the timeline. It says nothing to a screen reader; what stands beside it does.
 *
 * # CSS nodes
 *
 * One node, `swatch`.
 */
struct _EntSwatch
{
  GtkWidget parent_instance;
  EntColor  color;
};

G_DEFINE_FINAL_TYPE (EntSwatch, ent_swatch, GTK_TYPE_WIDGET)

static void
ent_swatch_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ent_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  GdkRGBA color = ent_palette_to_rgba (ENT_SWATCH (widget)->color);
  float x = (float) (gtk_widget_get_width (widget) - SIZE) / 2;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, SIZE, SIZE), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ent_swatch_class_init (EntSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_swatch_measure;
  widget_class->snapshot = ent_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_swatch_init (EntSwatch *self)
{
}

/**
 * ent_swatch_new:
 * @color: what to show
 *
 * Returns: (transfer floating): it, as a widget
 */
GtkWidget *
ent_swatch_new (EntColor color)
{
  EntSwatch *self = g_object_new (ENT_TYPE_SWATCH, NULL);

  self->color = color;
  return GTK_WIDGET (self);
}
