/* ent-slice.c: a borrowed run of UTF-8 bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-slice.h"

/* What a message shows of a text, at most. */
#define QUOTED_BYTES 200

static guint64
rotate (guint64 value,
        int     bits)
{
  return value << bits | value >> (64 - bits);
}

static inline void
stir (guint64 state[4])
{
  state[0] += state[1];
  state[1] = rotate (state[1], 13) ^ state[0];
  state[0] = rotate (state[0], 32);
  state[2] += state[3];
  state[3] = rotate (state[3], 16) ^ state[2];
  state[0] += state[3];
  state[3] = rotate (state[3], 21) ^ state[0];
  state[2] += state[1];
  state[1] = rotate (state[1], 17) ^ state[2];
  state[2] = rotate (state[2], 32);
}

static guint64
random_word (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

/**
 * ent_slice_hash:
 * @slice: any text; absent and empty are the same
 *
 * SipHash-1-3 with a key that differs from process to process, so that no file
 * can be made whose words all meet in one place of a table. Nothing that is
 * written may depend on it.
 *
 * Returns: a hash
 */
guint32
ent_slice_hash (EntSlice slice)
{
  static guint64 key[2];
  static gsize has_key;
  guint64 state[4];
  guint64 word;
  gsize at = 0;

  if (g_once_init_enter (&has_key))
    {
      key[0] = random_word ();
      key[1] = random_word ();
      g_once_init_leave (&has_key, 1);
    }
  state[0] = key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575);
  state[1] = key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d);
  state[2] = key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261);
  state[3] = key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573);

  for (; slice.length - at >= sizeof word; at += sizeof word)
    {
      memcpy (&word, slice.text + at, sizeof word);
      state[3] ^= word;
      stir (state);
      state[0] ^= word;
    }
  word = (guint64) slice.length << 56;
  for (int shift = 0; at < slice.length; at++, shift += 8)
    word |= (guint64) (guchar) slice.text[at] << shift;
  state[3] ^= word;
  stir (state);
  state[0] ^= word;

  state[2] ^= 0xff;
  for (int i = 0; i < 3; i++)
    stir (state);
  word = state[0] ^ state[1] ^ state[2] ^ state[3];
  return (guint32) (word ^ word >> 32);
}

/**
 * ent_slice_cut:
 * @slice: a text
 * @max_length: in bytes
 *
 * Returns: the beginning of it, not longer than that; no character is cut
 */
EntSlice
ent_slice_cut (EntSlice slice,
               gsize    max_length)
{
  if (slice.length <= max_length)
    return slice;
  slice.length = max_length;
  while (slice.length > 0 && ((guchar) slice.text[slice.length] & 0xc0) == 0x80)
    slice.length--;
  return slice;
}

/**
 * ent_slice_quoted_length:
 * @slice: a text to quote in a message
 *
 * Returns: how many bytes of it to show, for `%.*s`; no character is cut
 */
int
ent_slice_quoted_length (EntSlice slice)
{
  return (int) ent_slice_cut (slice, QUOTED_BYTES).length;
}
