/* ent-slice.h: a borrowed run of UTF-8 bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * EntSlice:
 * @text: (nullable): the first byte; not ended by NUL; %NULL when absent
 * @length: in bytes
 *
 * Text that belongs to somebody else, usually a dataset. It may hold any byte but
 * is valid UTF-8. An absent slice has a %NULL @text; an empty one does not.
 */
typedef struct
{
  const char *text;
  gsize       length;
} EntSlice;

#define ENT_SLICE_NONE ((EntSlice){ NULL, 0 })

/** ent_slice_from_string: (skip): the slice of a NUL-ended string, or the absent slice for %NULL */
static inline EntSlice
ent_slice_from_string (const char *string)
{
  return (EntSlice){ string, string != NULL ? strlen (string) : 0 };
}

/** ent_slice_dup: (skip): a copy ended by NUL, or %NULL for the absent slice; free with g_free() */
static inline char *
ent_slice_dup (EntSlice slice)
{
  return slice.text != NULL ? g_strndup (slice.text, slice.length) : NULL;
}

/** ent_slice_equal: (skip): whether both are absent, or both hold the same bytes */
static inline gboolean
ent_slice_equal (EntSlice a,
                 EntSlice b)
{
  return (a.text == NULL) == (b.text == NULL) && a.length == b.length &&
         (a.length == 0 || memcmp (a.text, b.text, a.length) == 0);
}

guint32  ent_slice_hash          (EntSlice slice);
EntSlice ent_slice_cut           (EntSlice slice,
                                  gsize    max_length);
int      ent_slice_quoted_length (EntSlice slice);

G_END_DECLS
