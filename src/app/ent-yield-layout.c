/* ent-yield-layout.c: widgets in a line, of which the first ones yield
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-yield-layout.h"

/**
 * EntYieldLayout:
 *
 * The children of a widget beside each other, at its end. Each has what it likes or, where there is not enough room, no
 * more than it needs, the first before the last: a box would take a little from all.
 */
struct _EntYieldLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EntYieldLayout, ent_yield_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
ent_yield_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int likes;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &likes, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? *minimum + least : MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + likes : MAX (*natural, likes);
    }
}

static void
ent_yield_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = width;
  int spare;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &spare, NULL, NULL, NULL);
  spare = MAX (width - spare, 0);
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      int least;
      int likes;
      int given;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &likes, NULL, NULL);
      given = likes - least <= spare ? likes : least;
      spare -= given - least;
      x -= given;
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - given : x, 0, given, height }, -1);
    }
}

static void
ent_yield_layout_class_init (EntYieldLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = ent_yield_layout_measure;
  manager_class->allocate = ent_yield_layout_allocate;
}

static void
ent_yield_layout_init (EntYieldLayout *self)
{
}
