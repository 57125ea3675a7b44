/* ent-vocabulary.h: words, each once, by number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"

G_BEGIN_DECLS

/** EntVocabulary: words numbered in the order of their first use. */
typedef struct _EntVocabulary EntVocabulary;

#define ENT_WORD_NONE G_MAXUINT32

EntVocabulary *ent_vocabulary_new      (void);
void           ent_vocabulary_free     (EntVocabulary       *self);
guint32        ent_vocabulary_intern   (EntVocabulary       *self,
                                        EntSlice             word);
guint32        ent_vocabulary_lookup   (const EntVocabulary *self,
                                        EntSlice             word);
const char    *ent_vocabulary_get      (const EntVocabulary *self,
                                        guint32              number);
guint          ent_vocabulary_get_size (const EntVocabulary *self);
void           ent_vocabulary_truncate (EntVocabulary       *self,
                                        guint                size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVocabulary, ent_vocabulary_free)

G_END_DECLS
