/* ent-font-set.h: the fonts of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoContext  *ent_font_set_create_context (void);
char         **ent_font_set_split_families (const char *families);
char         **ent_font_set_list_missing   (const char *families);

G_END_DECLS
