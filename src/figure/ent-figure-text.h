/* ent-figure-text.h: any text made fit for a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *ent_figure_text_clean   (const char *text);
char     *ent_figure_text_isolate (const char *text);
gboolean  ent_figure_text_is_rtl  (const char *text);

G_END_DECLS
