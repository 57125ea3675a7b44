/* ent-facet-box.c: whether a value is asked for, as a box with a tick
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-facet-box.h"

#include "ent-palette.h"

/* CSS pixels, with its border. */
#define BOX 16

/**
 * EntFacetBox:
 *
 * Whether a value is asked for: a tick, or a line when it must not be.
 *
 * # CSS nodes
 *
 * One node, `facetbox`; `.marked` when there is something in it.
 */
struct _EntFacetBox
{
  GtkWidget    parent_instance;
  EntFacetMark mark;
};

G_DEFINE_FINAL_TYPE (EntFacetBox, ent_facet_box, GTK_TYPE_WIDGET)

static void
ent_facet_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = BOX - 2; /* the border is the style's */
}

static void
ent_facet_box_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  EntFacetBox *self = ENT_FACET_BOX (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-1, -1, BOX, BOX);
  /* The ground of the picture is what reads on the accent in every style. */
  GdkRGBA color = ent_palette_to_rgba (ent_palette_get_theme ()->view);
  cairo_t *cr;

  if (self->mark == ENT_FACET_UNMARKED)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, -1, -1);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->mark == ENT_FACET_CHOSEN)
    {
      cairo_move_to (cr, 4, 8.2);
      cairo_line_to (cr, 7, 11);
      cairo_line_to (cr, 12, 5);
    }
  else
    {
      cairo_move_to (cr, 4.5, 8);
      cairo_line_to (cr, 11.5, 8);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ent_facet_box_class_init (EntFacetBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_facet_box_measure;
  widget_class->snapshot = ent_facet_box_snapshot;
  gtk_widget_class_set_css_name (widget_class, "facetbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_facet_box_init (EntFacetBox *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/** ent_facet_box_set_mark: (skip): sets what is in it */
void
ent_facet_box_set_mark (EntFacetBox  *self,
                        EntFacetMark  mark)
{
  g_return_if_fail (ENT_IS_FACET_BOX (self));

  if (mark == self->mark)
    return;
  self->mark = mark;
  if (mark == ENT_FACET_UNMARKED)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
