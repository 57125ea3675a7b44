/* ent-vocabulary.c: words, each once, by number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-vocabulary.h"

typedef struct
{
  char   *text;   /* (owned): ended by NUL, though it may hold others */
  gsize   length;
  guint32 number;
} Word;

struct _EntVocabulary
{
  GHashTable *by_text;   /* Word → itself; owns nothing */
  GPtrArray  *by_number; /* (owned) of Word */
};

static guint
word_hash (gconstpointer data)
{
  const Word *word = data;

  return ent_slice_hash ((EntSlice){ word->text, word->length });
}

static gboolean
word_equal (gconstpointer a,
            gconstpointer b)
{
  const Word *left = a;
  const Word *right = b;

  return left->length == right->length && memcmp (left->text, right->text, left->length) == 0;
}

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word);
}

/** ent_vocabulary_new: (skip): an empty vocabulary; free with ent_vocabulary_free() */
EntVocabulary *
ent_vocabulary_new (void)
{
  EntVocabulary *self = g_new0 (EntVocabulary, 1);

  self->by_text = g_hash_table_new (word_hash, word_equal);
  self->by_number = g_ptr_array_new_with_free_func (word_free);
  return self;
}

void
ent_vocabulary_free (EntVocabulary *self)
{
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->by_number);
  g_free (self);
}

/**
 * ent_vocabulary_lookup:
 * @self: a vocabulary
 * @word: any text
 *
 * Returns: its number, or %ENT_WORD_NONE
 */
guint32
ent_vocabulary_lookup (const EntVocabulary *self,
                       EntSlice             word)
{
  const Word key = { (char *) word.text, word.length, 0 };
  const Word *found = word.text != NULL ? g_hash_table_lookup (self->by_text, &key) : NULL;

  return found != NULL ? found->number : ENT_WORD_NONE;
}

/**
 * ent_vocabulary_intern:
 * @self: a vocabulary
 * @word: any text but the absent one; copied when new
 *
 * Returns: its number
 */
guint32
ent_vocabulary_intern (EntVocabulary *self,
                       EntSlice       word)
{
  guint32 number = ent_vocabulary_lookup (self, word);
  Word *added;

  g_return_val_if_fail (word.text != NULL, ENT_WORD_NONE);

  if (number != ENT_WORD_NONE)
    return number;
  added = g_new0 (Word, 1);
  added->text = g_malloc (word.length + 1);
  if (word.length > 0)
    memcpy (added->text, word.text, word.length);
  added->text[word.length] = '\0';
  added->length = word.length;
  added->number = self->by_number->len;
  g_ptr_array_add (self->by_number, added);
  g_hash_table_add (self->by_text, added);
  return added->number;
}

/**
 * ent_vocabulary_get:
 * @self: a vocabulary
 * @number: from ent_vocabulary_intern()
 *
 * Returns: (transfer none): the word, ended by NUL
 */
const char *
ent_vocabulary_get (const EntVocabulary *self,
                    guint32              number)
{
  const Word *word;

  g_return_val_if_fail (number < self->by_number->len, "");
  word = g_ptr_array_index (self->by_number, number);
  return word->text;
}

/** ent_vocabulary_get_size: (skip): how many different words there are */
guint
ent_vocabulary_get_size (const EntVocabulary *self)
{
  return self->by_number->len;
}

/**
 * ent_vocabulary_truncate:
 * @self: a vocabulary
 * @size: at most what there is
 *
 * Forgets all words but the first @size.
 */
void
ent_vocabulary_truncate (EntVocabulary *self,
                         guint          size)
{
  g_return_if_fail (size <= self->by_number->len);

  for (guint i = size; i < self->by_number->len; i++)
    g_hash_table_remove (self->by_text, g_ptr_array_index (self->by_number, i));
  g_ptr_array_set_size (self->by_number, (int) size);
}
