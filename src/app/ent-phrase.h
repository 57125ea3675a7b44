/* ent-phrase.h: sentences with places to fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"
#include "ent-words.h"

G_BEGIN_DECLS

char *ent_phrase_fill (const char      *pattern,
                       ...) G_GNUC_NULL_TERMINATED;
char *ent_phrase_list (GPtrArray       *items,
                       const char      *last);
char *ent_phrase_isolate (const char   *text);
char *ent_phrase_clean (EntSlice        text);
char *ent_phrase_clean_line (EntSlice   text);
char *ent_phrase_capitalize (const char *text);
char *ent_phrase_name (const char      *word);

const EntWords *ent_phrase_words (void);

G_END_DECLS
