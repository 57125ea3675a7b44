/* ent-window.h: a window on a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

EntWindow  *ent_window_new          (GtkApplication *application);
EntSession *ent_window_get_session  (EntWindow      *self);
void        ent_window_open_file    (EntWindow      *self,
                                     GFile          *file);
void        ent_window_open_bundled (EntWindow      *self);
void        ent_window_open_nothing (EntWindow      *self);
GFile      *ent_window_get_file     (EntWindow      *self);

G_END_DECLS
