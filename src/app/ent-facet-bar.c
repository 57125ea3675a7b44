/* ent-facet-bar.c: how many events have a value, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-bar.h"

#include <math.h>

#include "ent-palette.h"

/* CSS pixels. */
#define BAR_WIDTH 56
#define BAR_HEIGHT 4
#define LEAST 3

/**
 * EntFacetBar:
 *
 * How large a count is beside the largest of its facet.
 *
 * # CSS nodes
 *
 * One node, `facetbar`; its background is the whole.
 */
struct _EntFacetBar
{
  GtkWidget parent_instance;
  double    part;
  int       kind;
};

G_DEFINE_FINAL_TYPE (EntFacetBar, ent_facet_bar, GTK_TYPE_WIDGET)

static void
ent_facet_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : BAR_HEIGHT;
}

static void
ent_facet_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  EntFacetBar *self = ENT_FACET_BAR (widget);
  const EntTheme *theme = ent_palette_get_theme ();
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float filled = fmaxf (LEAST, roundf (width * (float) self->part));
  GdkRGBA color = ent_palette_to_rgba (self->kind >= 0 ? theme->kind[self->kind] : theme->dim);
  GskRoundedRect rounded;
  graphene_rect_t rect;

  if (self->part <= 0)
    return;
  rect = GRAPHENE_RECT_INIT (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - filled : 0, 0, filled, height);
  gsk_rounded_rect_init_from_rect (&rounded, &rect, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
ent_facet_bar_class_init (EntFacetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_facet_bar_measure;
  widget_class->snapshot = ent_facet_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "facetbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_facet_bar_init (EntFacetBar *self)
{
  self->kind = -1;
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * ent_facet_bar_set_part:
 * @self: a bar
 * @part: how much of it is filled, 0 to 1; what is more than nothing is seen
 * @kind: whose colour it has, or −1
 */
void
ent_facet_bar_set_part (EntFacetBar *self,
                        double       part,
                        int          kind)
{
  g_return_if_fail (ENT_IS_FACET_BAR (self));

  self->part = CLAMP (part, 0, 1);
  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
