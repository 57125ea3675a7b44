/* ent-window-counts.c: whether counts over time stand over the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-counts-strip.h"
#include "ent-window-private.h"

static void
counts_changed (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  EntWindow *self = user_data;

  ent_window_set_counts (self, g_variant_get_boolean (state));
  ent_window_state_changed (self);
  /* Whoever wants them is on another page. */
  if (g_variant_get_boolean (state))
    ent_window_show_page (self, "timeline");
}

static const GActionEntry entries[] = {
  { .name = "counts", .state = "false", .change_state = counts_changed },
};

/** ent_window_update_counts: (skip): shows them if that is chosen, or nothing else is and there is room */
void
ent_window_update_counts (EntWindow *self)
{
  gboolean room = !ent_adaptive_get_narrow (self->adaptive) && !ent_adaptive_get_low (self->adaptive);
  gboolean shown = self->counts_chosen < 0 ? room : self->counts_chosen > 0;

  gtk_widget_set_visible (self->counts, shown);
  ent_window_set_action_state (self, "counts", g_variant_new_boolean (shown));
}

/** ent_window_get_counts: (skip): 1 if they are to be shown, 0 if not, −1 if nobody has said */
int
ent_window_get_counts (EntWindow *self)
{
  return self->counts_chosen;
}

/** ent_window_set_counts: (skip): shows them, or not; with −1 as there is room */
void
ent_window_set_counts (EntWindow *self,
                       int        chosen)
{
  self->counts_chosen = chosen;
  ent_window_update_counts (self);
}

/** ent_window_init_counts: (skip): adds the action and has it follow the session */
void
ent_window_init_counts (EntWindow *self)
{
  self->counts_chosen = -1;
  self->counts = GTK_WIDGET (ent_counts_strip_new (self->session));
  gtk_box_prepend (self->timeline_page, self->counts);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ent_window_update_counts (self);
}
