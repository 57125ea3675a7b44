/* ent-window-colors.c: what the colours of a window's timeline tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-color-legend.h"
#include "ent-facet-text.h"
#include "ent-facets.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* What views call greys. */
#define NONE "none"

static void
color_by_changed (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  EntWindow *self = user_data;
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (self->session));
  const char *facet = g_variant_get_string (state, NULL);

  ent_view_set_color_by (view, g_str_equal (facet, "kind") ? NULL : facet);
  ent_session_set_view (self->session, view);
  ent_session_commit (self->session);
}

static const GActionEntry entries[] = {
  { .name = "color-by", .parameter_type = "s", .state = "'kind'", .change_state = color_by_changed },
};

static GMenuModel *
make_menu (EntDataset *dataset)
{
  const EntFacets *facets = ent_dataset_get_facets (dataset);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i <= ent_facets_get_size (facets); i++)
    {
      const EntFacet *facet = i < ent_facets_get_size (facets) ? ent_facets_get (facets, i) : NULL;
      g_autofree char *name = facet != NULL ? ent_facet_text_field (ent_facet_get_name (facet)) : g_strdup (_("No Colors"));
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      if (facet != NULL && ent_facet_get_n_values (facet) == 0)
        continue;
      g_menu_item_set_action_and_target (item, "win.color-by", "s", facet != NULL ? ent_facet_get_name (facet) : NONE);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
update_menu (EntWindow *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  g_autoptr (GMenuModel) menu = NULL;

  if (dataset == NULL)
    return;
  menu = make_menu (dataset);
  ent_view_button_set_menu (self->colors_button, menu);
}

/** ent_window_update_colors: (skip): says what the colours tell; @open is whether a timeline is shown */
void
ent_window_update_colors (EntWindow *self,
                          gboolean   open)
{
  const char *color_by = ent_view_get_color_by (ent_session_get_view (self->session));
  gboolean none = g_strcmp0 (color_by, NONE) == 0;
  g_autofree char *name = none ? g_strdup (C_("colors", "None")) : ent_facet_text_field (color_by != NULL ? color_by : "kind");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "color-by")), open);
  ent_window_set_action_state (self, "color-by", g_variant_new_string (color_by != NULL ? color_by : "kind"));
  ent_view_button_set_value (self->colors_button, name);
}

/** ent_window_init_colors: (skip): has the colours, and what names them, follow the session */
void
ent_window_init_colors (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_box_append (self->timeline_page, ent_color_legend_new (self->session));
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (update_menu), self, G_CONNECT_SWAPPED);
}
