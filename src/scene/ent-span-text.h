/* ent-span-text.h: the time in view, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-words.h"
#include "ent-span.h"

G_BEGIN_DECLS

char *ent_span_text (const EntWords *words,
                     const EntSpan  *span,
                     const EntSpan  *known);

G_END_DECLS
