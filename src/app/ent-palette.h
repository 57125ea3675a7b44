/* ent-palette.h: the colours of the desktop's style
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-theme.h"

G_BEGIN_DECLS

const EntTheme *ent_palette_get_theme (void);
void            ent_palette_connect   (GObject   *object,
                                       GCallback  changed);
GdkRGBA         ent_palette_to_rgba   (EntColor   color);

G_END_DECLS
