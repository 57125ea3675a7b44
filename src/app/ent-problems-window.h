/* ent-problems-window.h: what is wrong with a file, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-diagnostics.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_PROBLEMS_WINDOW (ent_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (EntProblemsWindow, ent_problems_window, ENT, PROBLEMS_WINDOW, AdwWindow)

GtkWindow *ent_problems_window_new (GtkWindow      *parent,
                                    EntDiagnostics *diagnostics,
                                    const char     *path);

G_END_DECLS
