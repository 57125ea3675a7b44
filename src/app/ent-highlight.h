/* ent-highlight.h: where the words stand that were searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *ent_highlight_new (const char        *text,
                                  const char *const *words);

G_END_DECLS
