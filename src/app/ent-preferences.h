/* ent-preferences.h: what a new window begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntPreferences:
 * @width: of a window, in CSS pixels
 * @height: likewise
 * @maximized: whether it fills the screen
 * @page: "timeline" or "list"
 * @details_open: whether details are shown
 * @language: of events, as a tag; empty for the file's own
 *
 * The last choices, for windows and timelines that have none of their own.
 */
typedef struct
{
  int      width;
  int      height;
  gboolean maximized;
  char    *page;
  gboolean details_open;
  char    *language;
} EntPreferences;

EntPreferences *ent_preferences_load (void);
void            ent_preferences_free (EntPreferences       *self);
void            ent_preferences_save (const EntPreferences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPreferences, ent_preferences_free)

G_END_DECLS
