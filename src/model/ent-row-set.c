/* ent-row-set.c: a set of rows of a dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-row-set.h"

#include <string.h>

#define BITS 64

struct _EntRowSet
{
  gatomicrefcount ref_count;
  guint           n_rows;
  gsize           n_words;
  guint64         words[]; /* bits beyond the last row are 0 */
};

/**
 * ent_row_set_new:
 * @n_rows: how many rows the dataset has
 *
 * Returns: (transfer full): a set with none of them
 */
EntRowSet *
ent_row_set_new (guint n_rows)
{
  gsize n_words = ((gsize) n_rows + BITS - 1) / BITS;
  EntRowSet *self = g_malloc0 (sizeof *self + n_words * sizeof (guint64));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->n_words = n_words;
  return self;
}

/** ent_row_set_new_full: (skip): a set with all of @n_rows rows */
EntRowSet *
ent_row_set_new_full (guint n_rows)
{
  EntRowSet *self = ent_row_set_new (n_rows);

  ent_row_set_invert (self);
  return self;
}

EntRowSet *
ent_row_set_ref (EntRowSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_row_set_unref (EntRowSet *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/** ent_row_set_get_n_rows: (skip): how many rows the dataset has */
guint
ent_row_set_get_n_rows (const EntRowSet *self)
{
  return self->n_rows;
}

/**
 * ent_row_set_get_words:
 * @self: a set
 * @n_words: (out): how many
 *
 * Returns: (array length=n_words) (transfer none): the bits, row 0 in the lowest of the first word; those
 *   beyond the last row are 0
 */
const guint64 *
ent_row_set_get_words (const EntRowSet *self,
                       gsize           *n_words)
{
  *n_words = self->n_words;
  return self->words;
}

/** ent_row_set_contains: (skip): whether @row is in the set; what is no row of the dataset is not */
gboolean
ent_row_set_contains (const EntRowSet *self,
                      guint32          row)
{
  return row < self->n_rows && (self->words[row / BITS] >> (row % BITS) & 1) != 0;
}

/** ent_row_set_count: (skip): how many rows are in the set */
guint
ent_row_set_count (const EntRowSet *self)
{
  guint count = 0;

  for (gsize i = 0; i < self->n_words; i++)
    count += (guint) __builtin_popcountll (self->words[i]);
  return count;
}

/** ent_row_set_is_full: (skip): whether all rows are in the set */
gboolean
ent_row_set_is_full (const EntRowSet *self)
{
  return ent_row_set_count (self) == self->n_rows;
}

/**
 * ent_row_set_next:
 * @self: a set
 * @row: (inout): where to look on from: %G_MAXUINT32 at first, then the row that was found last
 *
 * Walks the rows in ascending order.
 *
 * Returns: %FALSE when there are no more
 */
gboolean
ent_row_set_next (const EntRowSet *self,
                  guint32         *row)
{
  guint32 from = *row + 1; /* 0 from G_MAXUINT32 on */
  gsize at = from / BITS;
  guint64 word;

  if (from >= self->n_rows)
    return FALSE;
  word = self->words[at] & (G_MAXUINT64 << (from % BITS));
  while (word == 0)
    {
      if (++at >= self->n_words)
        return FALSE;
      word = self->words[at];
    }
  *row = (guint32) (at * BITS) + (guint32) __builtin_ctzll (word);
  return TRUE;
}

/** ent_row_set_equal: (skip): whether both are of as many rows and have the same of them */
gboolean
ent_row_set_equal (const EntRowSet *self,
                   const EntRowSet *other)
{
  return self == other || (self->n_rows == other->n_rows &&
                           memcmp (self->words, other->words, self->n_words * sizeof (guint64)) == 0);
}

/** ent_row_set_add: (skip): puts a row into the set */
void
ent_row_set_add (EntRowSet *self,
                 guint32    row)
{
  g_return_if_fail (row < self->n_rows);

  self->words[row / BITS] |= G_GUINT64_CONSTANT (1) << (row % BITS);
}

/** ent_row_set_remove: (skip): takes a row out of the set */
void
ent_row_set_remove (EntRowSet *self,
                    guint32    row)
{
  g_return_if_fail (row < self->n_rows);

  self->words[row / BITS] &= ~(G_GUINT64_CONSTANT (1) << (row % BITS));
}

/** ent_row_set_keep: (skip): takes out what @other does not have; both are of as many rows */
void
ent_row_set_keep (EntRowSet       *self,
                  const EntRowSet *other)
{
  g_return_if_fail (self->n_rows == other->n_rows);

  for (gsize i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

/** ent_row_set_join: (skip): puts in what @other has; both are of as many rows */
void
ent_row_set_join (EntRowSet       *self,
                  const EntRowSet *other)
{
  g_return_if_fail (self->n_rows == other->n_rows);

  for (gsize i = 0; i < self->n_words; i++)
    self->words[i] |= other->words[i];
}

/** ent_row_set_invert: (skip): has the rows in the set that were not, and only these */
void
ent_row_set_invert (EntRowSet *self)
{
  guint rest = self->n_rows % BITS;

  for (gsize i = 0; i < self->n_words; i++)
    self->words[i] = ~self->words[i];
  if (rest > 0)
    self->words[self->n_words - 1] &= (G_GUINT64_CONSTANT (1) << rest) - 1;
}
