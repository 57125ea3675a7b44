/* ent-shed-layout.c: two widgets in a line, of which the first may go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-shed-layout.h"

/* Between them, CSS pixels. */
#define GAP 6

/* The last has so much, if it likes that. */
#define LAST_WIDTH 84

/**
 * EntShedLayout:
 *
 * The children of a widget beside each other; where there is not enough room for both, only the last.
 */
struct _EntShedLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EntShedLayout, ent_shed_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
ent_shed_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int likes;

      gtk_widget_measure (child, orientation, -1, &least, &likes, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          /* What is chosen is told whole, unless it is very long. */
          *minimum = child == last ? MAX (least, MIN (likes, LAST_WIDTH)) : *minimum;
          *natural += likes + (child == last ? 0 : GAP);
        }
      else
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, likes);
        }
    }
}

static void
ent_shed_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first_width;
  int likes;
  gboolean both;
  int used;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &first_width, NULL, NULL);
  gtk_widget_measure (last, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &likes, NULL, NULL);
  both = first != last && first_width + GAP + likes <= width;
  used = both ? first_width + GAP : 0;
  gtk_widget_set_child_visible (first, both || first == last);
  if (both)
    gtk_widget_size_allocate (first, &(GtkAllocation){ rtl ? width - first_width : 0, 0, first_width, height }, -1);
  gtk_widget_size_allocate (last, &(GtkAllocation){ rtl ? 0 : used, 0, width - used, height }, -1);
}

static void
ent_shed_layout_class_init (EntShedLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = ent_shed_layout_measure;
  manager_class->allocate = ent_shed_layout_allocate;
}

static void
ent_shed_layout_init (EntShedLayout *self)
{
}
