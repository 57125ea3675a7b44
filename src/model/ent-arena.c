/* ent-arena.c: all text of a dataset, addressed by 8 bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-arena.h"

#define LENGTH_BITS 24

struct _EntArena
{
  gatomicrefcount ref_count;
  GBytes         *source;        /* (owned) (nullable) */
  const char     *source_text;
  gsize           source_length;
  GByteArray     *own;           /* (owned): what does not stand in the source */
};

/**
 * ent_arena_new:
 * @source: (nullable): the bytes most texts are slices of; kept
 *
 * Returns: (transfer full): an arena
 */
EntArena *
ent_arena_new (GBytes *source)
{
  EntArena *self = g_new0 (EntArena, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (source != NULL)
    {
      self->source = g_bytes_ref (source);
      self->source_text = g_bytes_get_data (source, &self->source_length);
    }
  self->own = g_byte_array_new ();
  return self;
}

EntArena *
ent_arena_ref (EntArena *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_arena_unref (EntArena *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->source, g_bytes_unref);
  g_byte_array_unref (self->own);
  g_free (self);
}

/**
 * ent_arena_add:
 * @self: an arena
 * @text: (array length=length) (nullable): UTF-8; inside the source it is not copied
 * @length: in bytes; beyond %ENT_TEXT_MAX_LENGTH it is cut at a character
 *
 * Makes @text addressable. The caller has reported a text that is too long.
 *
 * Returns: its place; %ENT_TEXT_NONE for a %NULL @text
 */
EntText
ent_arena_add (EntArena   *self,
               const char *text,
               gsize       length)
{
  gsize offset;

  if (text == NULL)
    return ENT_TEXT_NONE;
  length = ent_slice_cut ((EntSlice){ text, length }, ENT_TEXT_MAX_LENGTH).length;
  if (self->source_text != NULL && text >= self->source_text &&
      text + length <= self->source_text + self->source_length)
    offset = text - self->source_text;
  else
    {
      offset = self->source_length + self->own->len;
      g_byte_array_append (self->own, (const guint8 *) text, length);
    }
  return ((EntText) offset << LENGTH_BITS) | length;
}

/**
 * ent_arena_get:
 * @self: an arena
 * @text: a place in it
 *
 * Returns: the text; valid until the arena grows, and from then on as long as it lives
 */
EntSlice
ent_arena_get (const EntArena *self,
               EntText         text)
{
  gsize offset = text >> LENGTH_BITS;
  gsize length = text & ENT_TEXT_MAX_LENGTH;

  if (text == ENT_TEXT_NONE)
    return ENT_SLICE_NONE;
  if (length == 0)
    return (EntSlice){ "", 0 };
  if (offset < self->source_length)
    return (EntSlice){ self->source_text + offset, length };
  return (EntSlice){ (const char *) self->own->data + (offset - self->source_length), length };
}

/**
 * ent_arena_get_source:
 * @self: an arena
 *
 * Returns: (transfer none) (nullable): the bytes it was made with
 */
GBytes *
ent_arena_get_source (const EntArena *self)
{
  return self->source;
}

/**
 * ent_arena_shrink:
 * @self: an arena
 *
 * Gives back what growing left over; called once, when a dataset is complete.
 */
void
ent_arena_shrink (EntArena *self)
{
  guint length = self->own->len;
  GByteArray *exact = g_byte_array_sized_new (length);

  if (length > 0)
    g_byte_array_append (exact, self->own->data, length);
  g_byte_array_unref (self->own);
  self->own = exact;
}
