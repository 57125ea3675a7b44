/* ent-counts-text.h: what is said of counts over time, and how one filters by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-histogram.h"
#include "ent-session.h"

G_BEGIN_DECLS

char *ent_counts_text_when   (const EntTickStep     *step,
                              const EntSpan         *span);
char *ent_counts_text_bin    (const EntTickStep     *step,
                              const EntHistogramBin *bin);
char *ent_counts_text_parts  (const EntHistogramBin *bin,
                              const EntColoring     *coloring,
                              const char            *language);
char *ent_counts_dup_query   (const char            *query,
                              const EntSpan         *span,
                              GError               **error);
gboolean ent_counts_filter   (EntSession            *session,
                              const EntSpan         *span,
                              GError               **error);

G_END_DECLS
