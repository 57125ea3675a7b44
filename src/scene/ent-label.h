/* ent-label.h: titles, made to fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-text-measure.h"

G_BEGIN_DECLS

char      *ent_label_clean (const char     *text,
                            gsize           length);
char      *ent_label_cut   (EntTextMeasure *measure,
                            const char     *text,
                            double          size,
                            gboolean        bold,
                            double          max_width,
                            double         *width);
GPtrArray *ent_label_wrap  (EntTextMeasure *measure,
                            const char     *text,
                            double          size,
                            gboolean        bold,
                            double          max_width);

G_END_DECLS
