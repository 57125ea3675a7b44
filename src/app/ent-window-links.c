/* ent-window-links.c: which links a window's timeline shows as arcs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-window-private.h"

#include <glib/gi18n.h>

/* In the order of the menu; the short name is for the button. */
static const struct
{
  EntLinksShown links;
  const char   *name;
  const char   *item;
} choices[] = {
  /* TRANSLATORS: on a button, after "Links": which of them are shown */
  { ENT_LINKS_NONE, NC_("links", "None"), N_("No Links") },
  { ENT_LINKS_DIRECT, NC_("links", "Selected"), N_("Of the Selected Events") },
  { ENT_LINKS_SECOND, NC_("links", "2 steps"), N_("Up to 2 Links Away") },
  { ENT_LINKS_THIRD, NC_("links", "3 steps"), N_("Up to 3 Links Away") },
  { ENT_LINKS_CHAIN, NC_("links", "Chain"), N_("The Whole Chain") },
  { ENT_LINKS_ALL, NC_("links", "All"), N_("Of All Events") },
};

static void
links_changed (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  EntWindow *self = user_data;
  g_autoptr (EntView) view = ent_view_copy (ent_session_get_view (self->session));
  int links;

  if (!ent_terms_find (ENT_TERMS_LINKS, ent_slice_from_string (g_variant_get_string (state, NULL)), &links))
    return;
  ent_view_set_links (view, (EntLinksShown) links);
  ent_session_set_view (self->session, view);
  ent_session_commit (self->session);
}

static const GActionEntry entries[] = {
  { .name = "links", .parameter_type = "s", .state = "'direct'", .change_state = links_changed },
};

/** ent_window_update_links: (skip): says which links are shown; @open is whether a timeline is */
void
ent_window_update_links (EntWindow *self,
                         gboolean   open)
{
  EntLinksShown links = ent_view_get_links (ent_session_get_view (self->session));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "links")), open);
  ent_window_set_action_state (self, "links", g_variant_new_string (ent_terms_word (ENT_TERMS_LINKS, links)));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].links == links)
      ent_view_button_set_value (self->links_button, g_dpgettext2 (NULL, "links", choices[i].name));
}

/** ent_window_init_links: (skip): adds the action and its menu */
void
ent_window_init_links (EntWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(choices[i].item), NULL);

      g_menu_item_set_action_and_target (item, "win.links", "s", ent_terms_word (ENT_TERMS_LINKS, choices[i].links));
      g_menu_append_item (menu, item);
    }
  ent_view_button_set_menu (self->links_button, G_MENU_MODEL (menu));
}
