/* ent-json-scan.h: the inner loops of the JSON reader and writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here works on bytes between two pointers and never reads at or
 * behind @end. Each loop exists byte by byte and, where the compiler has SSE2,
 * sixteen bytes at a time; a test compares the two.
 */
#pragma once

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

static inline gboolean
ent_json_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline gboolean
ent_json_is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Whether @c stands for itself within a string and is ASCII. */
static inline gboolean
ent_json_is_plain (char c)
{
  return (guchar) c >= 0x20 && (guchar) c < 0x80 && c != '"' && c != '\\';
}

static inline const char *
ent_json_scan_space_bytes (const char *p,
                           const char *end)
{
  while (p < end && ent_json_is_space (*p))
    p++;
  return p;
}

static inline const char *
ent_json_scan_plain_bytes (const char *p,
                           const char *end)
{
  while (p < end && ent_json_is_plain (*p))
    p++;
  return p;
}

#ifdef __SSE2__

static inline const char *
ent_json_scan_space_sse2 (const char *p,
                          const char *end)
{
  const __m128i blank = _mm_set1_epi8 (' ');
  const __m128i newline = _mm_set1_epi8 ('\n');
  const __m128i carriage_return = _mm_set1_epi8 ('\r');
  const __m128i tab = _mm_set1_epi8 ('\t');

  while (end - p >= 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) p);
      __m128i space = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (bytes, blank), _mm_cmpeq_epi8 (bytes, newline)),
                                    _mm_or_si128 (_mm_cmpeq_epi8 (bytes, carriage_return), _mm_cmpeq_epi8 (bytes, tab)));
      guint mask = (guint) _mm_movemask_epi8 (space);

      if (mask != 0xffff)
        return p + __builtin_ctz (~mask);
      p += 16;
    }
  return ent_json_scan_space_bytes (p, end);
}

static inline const char *
ent_json_scan_plain_sse2 (const char *p,
                          const char *end)
{
  const __m128i blank = _mm_set1_epi8 (' ');
  const __m128i quote = _mm_set1_epi8 ('"');
  const __m128i backslash = _mm_set1_epi8 ('\\');

  while (end - p >= 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) p);
      /* The comparison is of signed bytes: controls and all that is not ASCII are below a blank. */
      __m128i stop = _mm_or_si128 (_mm_cmplt_epi8 (bytes, blank),
                                   _mm_or_si128 (_mm_cmpeq_epi8 (bytes, quote), _mm_cmpeq_epi8 (bytes, backslash)));
      guint mask = (guint) _mm_movemask_epi8 (stop);

      if (mask != 0)
        return p + __builtin_ctz (mask);
      p += 16;
    }
  return ent_json_scan_plain_bytes (p, end);
}

#endif

/* The first byte from @p on that is no white space, or @end. */
static inline const char *
ent_json_scan_space (const char *p,
                     const char *end)
{
  /* Mostly there is none, or one blank. */
  if (p < end && (guchar) *p > ' ')
    return p;
  if (end - p >= 2 && *p == ' ' && (guchar) p[1] > ' ')
    return p + 1;
#ifdef __SSE2__
  return ent_json_scan_space_sse2 (p, end);
#else
  return ent_json_scan_space_bytes (p, end);
#endif
}

/* The first byte from @p on that is a quote, a backslash, a control character
 * or not ASCII, or @end. */
static inline const char *
ent_json_scan_plain (const char *p,
                     const char *end)
{
#ifdef __SSE2__
  return ent_json_scan_plain_sse2 (p, end);
#else
  return ent_json_scan_plain_bytes (p, end);
#endif
}

/* The number of bytes of the character at @p, at most @left, or 0 when they are
 * not valid UTF-8: overlong, a surrogate, beyond U+10FFFF, cut off. */
static inline guint
ent_json_scan_utf8 (const char *p,
                    gsize       left)
{
  const guchar *c = (const guchar *) p;

  if (left >= 1 && c[0] < 0x80)
    return 1;
  if (left < 2 || c[0] < 0xc2 || (c[1] & 0xc0) != 0x80)
    return 0;
  if (c[0] < 0xe0)
    return 2;
  if (left < 3 || (c[2] & 0xc0) != 0x80)
    return 0;
  if (c[0] < 0xf0)
    return (c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] >= 0xa0) ? 0 : 3;
  if (left < 4 || c[0] > 0xf4 || (c[3] & 0xc0) != 0x80)
    return 0;
  return (c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] >= 0x90) ? 0 : 4;
}

G_END_DECLS
