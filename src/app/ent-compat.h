/* ent-compat.h: what newer GTK and libadwaita do otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntCompatFilesCallback:
 * @files: (element-type GFile): what was chosen, never empty
 */
typedef void (*EntCompatFilesCallback) (GListModel *files,
                                        gpointer    user_data);

/**
 * EntCompatFileCallback:
 * @file: what was chosen
 */
typedef void (*EntCompatFileCallback) (GFile    *file,
                                       gpointer  user_data);

void       ent_compat_choose_files   (GtkWindow             *parent,
                                      const char            *title,
                                      GFile                 *folder,
                                      EntCompatFilesCallback callback,
                                      gpointer               user_data);
void       ent_compat_name_file      (GtkWindow             *parent,
                                      const char            *title,
                                      GFile                 *folder,
                                      const char            *name,
                                      GtkFileFilter         *filter,
                                      EntCompatFileCallback  callback,
                                      gpointer               user_data);
void       ent_compat_ask_to_replace (GtkWindow             *parent,
                                      GFile                 *file,
                                      EntCompatFileCallback  callback,
                                      gpointer               user_data);
void       ent_compat_show_about     (GtkWindow             *parent);
GtkWidget *ent_compat_get_rows       (GtkWidget             *view);
void       ent_compat_scroll_to      (GtkWidget             *view,
                                      guint                  position);
void       ent_compat_name_buttons   (GtkWidget             *widget);

G_END_DECLS
