/* ent-json-private.h: where the names and values of a JSON text end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two halves of the reader share. What takes a place @p and returns one moves from
 * there to behind what it read, or notes the error in the reader and returns
 * %NULL. Nothing here changes where the reader itself stands.
 */
#pragma once

#include "ent-json-reader.h"
#include "ent-json-scan.h"

G_BEGIN_DECLS

const char *ent_json_fail          (EntJsonReader  *self,
                                    EntJsonError    code,
                                    const char     *at);
const char *ent_json_fail_at       (EntJsonReader  *self,
                                    EntJsonError    code,
                                    const char     *at);
const char *ent_json_fail_at_value (EntJsonReader  *self,
                                    const char     *at);

const char *ent_json_scan_string   (EntJsonReader  *self,
                                    const char     *p,
                                    gboolean       *escaped);
const char *ent_json_scan_next     (EntJsonReader  *self,
                                    const char     *p,
                                    gboolean       *closed);
const char *ent_json_scan_value    (EntJsonReader  *self,
                                    const char     *p);
void        ent_json_decode        (EntJsonString  *string,
                                    GString       **buffer);

/* The byte at @p; NUL, which is nowhere valid, at the end. */
static inline char
ent_json_byte_at (const EntJsonReader *self,
                  const char          *p)
{
  return p < self->end ? *p : '\0';
}

/* The word that holds a level's bit. */
static inline guint64 *
ent_json_word_of_level (const EntJsonReader *self,
                        guint                level)
{
  guint word = level / 64;

  return word < G_N_ELEMENTS (self->objects)
           ? (guint64 *) &self->objects[word]
           : &g_array_index (self->deeper, guint64, word - G_N_ELEMENTS (self->objects));
}

/* Whether the innermost level is an object; else it is an array. */
static inline gboolean
ent_json_in_object (const EntJsonReader *self)
{
  return (*ent_json_word_of_level (self, self->depth) >> (self->depth % 64)) & 1;
}

/* Goes a level deeper, into the object or array at @at. */
static inline gboolean
ent_json_push (EntJsonReader *self,
               const char    *at)
{
  guint64 bit;
  guint64 *word;

  if (self->depth >= ENT_LIMIT_JSON_DEPTH && self->deeper == NULL)
    {
      ent_json_fail (self, ENT_JSON_ERROR_DEPTH, at);
      return FALSE;
    }
  self->depth++;
  if (self->deeper != NULL && self->depth / 64 >= G_N_ELEMENTS (self->objects) + self->deeper->len)
    g_array_set_size (self->deeper, self->deeper->len + 1);
  bit = G_GUINT64_CONSTANT (1) << (self->depth % 64);
  word = ent_json_word_of_level (self, self->depth);
  if (*at == '{')
    *word |= bit;
  else
    *word &= ~bit;
  return TRUE;
}

/* The first name or element of the object or array just entered, else its end. */
static inline const char *
ent_json_scan_first (EntJsonReader *self,
                     const char    *p,
                     gboolean      *closed)
{
  p = ent_json_scan_space (p, self->end);
  *closed = ent_json_byte_at (self, p) == (ent_json_in_object (self) ? '}' : ']');
  return p;
}

/* @p is where a member's name must be; returns its value. */
static inline const char *
ent_json_scan_name (EntJsonReader *self,
                    const char    *p,
                    EntJsonString *name)
{
  const char *begin = p;
  gboolean escaped;

  if (ent_json_byte_at (self, p) != '"')
    return ent_json_fail_at (self, ENT_JSON_ERROR_NAME, p);
  p = ent_json_scan_string (self, p + 1, &escaped);
  if (p == NULL)
    return NULL;
  if (name != NULL)
    {
      name->text = begin + 1;
      name->length = (gsize) (p - begin - 1);
      name->raw.offset = (gsize) (begin - self->data);
      name->raw.length = (gsize) (p + 1 - begin);
      name->escaped = escaped;
    }
  p = ent_json_scan_space (p + 1, self->end);
  if (ent_json_byte_at (self, p) != ':')
    return ent_json_fail_at (self, ENT_JSON_ERROR_COLON, p);
  return ent_json_scan_space (p + 1, self->end);
}

G_END_DECLS
