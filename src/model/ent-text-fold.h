/* ent-text-fold.h: texts as a search compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"

G_BEGIN_DECLS

/**
 * EntTextRange:
 * @start: in bytes
 * @end: the byte after the last
 *
 * A stretch of a text.
 */
typedef struct
{
  gsize start;
  gsize end;
} EntTextRange;

void    ent_text_fold_append (GString           *folded,
                              EntSlice           text);
char   *ent_text_fold        (EntSlice           text);
GArray *ent_text_find_all    (EntSlice           text,
                              const char *const *needles);

G_END_DECLS
