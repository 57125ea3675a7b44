/* ent-window-recent.c: the timelines that were opened lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-format.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* So many are offered. */
#define MOST 10

static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), ent_native_format.mime_type) == 0
         && gtk_recent_info_is_local (info);
}

/* The newest first. */
static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static GList *
list_ours (void)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *ours = NULL;

  for (GList *item = all; item != NULL; item = item->next)
    if (is_ours (item->data))
      ours = g_list_prepend (ours, gtk_recent_info_ref (item->data));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  return g_list_sort (ours, compare_infos);
}

/**
 * ent_window_remember_file:
 * @self: a window
 * @file: what was opened in it
 *
 * Puts it into the list of recent files that all programs share.
 */
void
ent_window_remember_file (EntWindow *self,
                          GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) ent_native_format.mime_type,
    .app_name = (char *) "Entente",
    .app_exec = (char *) "entente %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* An underline in a name is none of a key. */
static char *
escape_mnemonic (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/** ent_window_fill_recent: (skip): brings the menu of recent files up to date */
void
ent_window_fill_recent (EntWindow *self)
{
  GList *ours = list_ours ();
  guint n = 0;

  g_menu_remove_all (self->recent_files);
  for (GList *item = ours; item != NULL && n < MOST; item = item->next)
    {
      g_autofree char *name = escape_mnemonic (gtk_recent_info_get_display_name (item->data));
      g_autoptr (GMenuItem) entry = NULL;

      if (!gtk_recent_info_exists (item->data))
        continue;
      entry = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (entry, "win.open-recent", "s", gtk_recent_info_get_uri (item->data));
      g_menu_append_item (self->recent_files, entry);
      n++;
    }
  if (n == 0)
    /* No action: it only says so. */
    g_menu_append (self->recent_files, _("No Recent Files"), "win.none");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "clear-recent")),
                               ours != NULL);
  g_list_free_full (ours, (GDestroyNotify) gtk_recent_info_unref);
}

/** ent_window_clear_recent: (skip): forgets the timelines that were opened lately, and no other file */
void
ent_window_clear_recent (EntWindow *self)
{
  GList *ours = list_ours ();

  for (GList *item = ours; item != NULL; item = item->next)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (ours, (GDestroyNotify) gtk_recent_info_unref);
}
