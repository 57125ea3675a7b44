/* ent-event-list-scroll.c: where the list is scrolled to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-private.h"

#include "ent-compat.h"
#include "ent-navigation.h"

/** ent_event_list_get_shown_view: (skip): (transfer none): the table or, where there is no room for it, the cards */
GtkWidget *
ent_event_list_get_shown_view (EntEventList *self)
{
  return self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table);
}

/** ent_event_list_has_focus_within: (skip): whether the keyboard's focus is in a widget */
gboolean
ent_event_list_has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

typedef struct
{
  guint    frames;
  gboolean to_top; /* when what is in focus is not in the list */
  gboolean grab;   /* whether the keyboard goes there, too */
} Scrolling;

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  EntEventList *self = ENT_EVENT_LIST (widget);
  Scrolling *scrolling = data;
  guint32 row = ent_navigation_get_focus (self->session);
  guint position = ent_row_model_find (self->model, row);

  /* Rows have a place once they have been laid out, and those that come into view are made after that. */
  switch (scrolling->frames++)
    {
    case 0:
      return G_SOURCE_CONTINUE;
    case 1:
      if (position == GTK_INVALID_LIST_POSITION && scrolling->to_top)
        position = 0;
      if (position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
        ent_compat_scroll_to (ent_event_list_get_shown_view (self), position);
      return G_SOURCE_CONTINUE;
    default:
      self->tick = 0;
      if (scrolling->grab || ent_event_list_has_focus_within (ent_compat_get_rows (ent_event_list_get_shown_view (self))))
        ent_event_list_focus_row (ent_event_list_get_shown_view (self), row);
      return G_SOURCE_REMOVE;
    }
}

/**
 * ent_event_list_scroll_to_focus:
 * @self: the list
 * @to_top: whether to go to the first row when the event in focus is not in the list
 * @grab: whether the keyboard goes there, too
 *
 * Scrolls to the event in focus, once the rows have been laid out.
 */
void
ent_event_list_scroll_to_focus (EntEventList *self,
                 gboolean      to_top,
                 gboolean      grab)
{
  Scrolling *scrolling;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->session == NULL)
    return;
  scrolling = g_new0 (Scrolling, 1);
  scrolling->to_top = to_top;
  scrolling->grab = grab;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, scrolling, g_free);
}
