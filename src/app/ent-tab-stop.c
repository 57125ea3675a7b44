/* ent-tab-stop.c: a list that the Tab key passes in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-tab-stop.h"

/**
 * EntTabStop:
 *
 * Lets Tab into its child and out again, and leaves the way within to the arrows: GTK's own list of rows has Tab go to
 * each of them.
 */
struct _EntTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (EntTabStop, ent_tab_stop, ADW_TYPE_BIN)

static gboolean
ent_tab_stop_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child == NULL || (tab && gtk_widget_get_focus_child (widget) != NULL))
    return FALSE;
  return gtk_widget_child_focus (child, direction);
}

static void
ent_tab_stop_class_init (EntTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = ent_tab_stop_focus;
}

static void
ent_tab_stop_init (EntTabStop *self)
{
}

/** ent_tab_stop_new: Returns: (transfer floating): a widget around @child */
GtkWidget *
ent_tab_stop_new (GtkWidget *child)
{
  return g_object_new (ENT_TYPE_TAB_STOP, "child", child, NULL);
}
