/* ent-wrap-layout.c: widgets one after the other, in lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-wrap-layout.h"

/* Between the widgets of a line, and between lines; CSS pixels. */
#define GAP 6

/**
 * EntWrapLayout:
 *
 * Places widgets like words: each as wide as it likes, as many in a line as there is room for.
 */
struct _EntWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EntWrapLayout, ent_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Goes through the lines of a width; places the widgets if it is to. */
static int
lay_out (GtkWidget *widget,
         int        width,
         gboolean   place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int wide;
      int high;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      wide = MAX (least, MIN (wide, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
      if (x > 0 && x + wide > width)
        {
          y += line + GAP;
          x = line = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - wide : x, y, wide, high }, -1);
      x += wide + GAP;
      line = MAX (line, high);
    }
  return y + line;
}

static GtkSizeRequestMode
ent_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ent_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  int least = 0;
  int likes = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_least;
      int child_likes;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, &child_likes, NULL, NULL);
      least = MAX (least, child_least);
      likes += child_likes + (likes > 0 ? GAP : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = likes;
    }
  else
    *minimum = *natural = lay_out (widget, for_size < 0 ? likes : MAX (for_size, least), FALSE);
}

static void
ent_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  lay_out (widget, width, TRUE);
}

static void
ent_wrap_layout_class_init (EntWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ent_wrap_layout_get_request_mode;
  manager_class->measure = ent_wrap_layout_measure;
  manager_class->allocate = ent_wrap_layout_allocate;
}

static void
ent_wrap_layout_init (EntWrapLayout *self)
{
}
