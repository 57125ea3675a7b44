/* ent-span.h: a stretch of time with two known ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntSpan:
 * @start: the first second, since 1970-01-01T00:00:00Z
 * @end: the second after the last
 *
 * A half-open stretch of time. It is empty when @start is not before @end.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} EntSpan;

gboolean ent_span_parse    (const char    *text,
                            gssize         length,
                            EntSpan       *span,
                            GError       **error);
gboolean ent_span_is_empty (const EntSpan *span);
gboolean ent_span_equal    (const EntSpan *a,
                            const EntSpan *b);
gboolean ent_span_contains (const EntSpan *span,
                            gint64         time);
gboolean ent_span_encloses (const EntSpan *outer,
                            const EntSpan *inner);
gboolean ent_span_overlaps (const EntSpan *a,
                            const EntSpan *b);
gboolean ent_span_intersect (const EntSpan *a,
                             const EntSpan *b,
                             EntSpan       *out);
char    *ent_span_to_edtf   (const EntSpan *span);

G_END_DECLS
