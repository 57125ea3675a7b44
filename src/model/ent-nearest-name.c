/* ent-nearest-name.c: what may have been meant by a name that there is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-nearest-name.h"

/* In code points. Nobody mistypes a longer name and expects to be understood. */
#define LONGEST 64

typedef struct
{
  gunichar characters[LONGEST];
  gsize    length;
} Name;

/* Without regard to case. */
static gboolean
read_name (Name       *self,
           const char *text)
{
  self->length = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (self->length == LONGEST)
        return FALSE;
      self->characters[self->length++] = g_unichar_tolower (g_utf8_get_char (at));
    }
  return TRUE;
}

/* How many characters must be put in, left out, exchanged or swapped with the
 * next to make @b of @a, none of them twice (Damerau and Levenshtein). */
static gsize
distance_between (const Name *a,
                  const Name *b)
{
  gsize rows[3][LONGEST + 1];
  gsize *before = rows[0];
  gsize *last = rows[1];
  gsize *current = rows[2];

  for (gsize j = 0; j <= b->length; j++)
    last[j] = j;
  for (gsize i = 1; i <= a->length; i++)
    {
      gsize *next = before;

      current[0] = i;
      for (gsize j = 1; j <= b->length; j++)
        {
          gunichar x = a->characters[i - 1];
          gunichar y = b->characters[j - 1];

          current[j] = MIN (MIN (last[j], current[j - 1]) + 1, last[j - 1] + (x != y));
          if (i > 1 && j > 1 && x == b->characters[j - 2] && y == a->characters[i - 2])
            current[j] = MIN (current[j], before[j - 2] + 1);
        }
      before = last;
      last = current;
      current = next;
    }
  return last[b->length];
}

/**
 * ent_nearest_name:
 * @name: a name, valid UTF-8
 * @names: (array zero-terminated=1): those that there are
 *
 * Looks for what @name was meant to be. Near is what differs from it in a
 * third of the characters at the most, rounded up, case apart.
 *
 * Returns: (nullable) (transfer none): the nearest of @names, of several the
 *   first, or %NULL if none is near
 */
const char *
ent_nearest_name (const char        *name,
                  const char *const *names)
{
  const char *nearest = NULL;
  gsize least = G_MAXSIZE;
  Name given;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  if (!read_name (&given, name))
    return NULL;
  for (gsize i = 0; names[i] != NULL; i++)
    {
      Name other;
      gsize distance;

      if (!read_name (&other, names[i]))
        continue;
      distance = distance_between (&given, &other);
      if (distance < least && distance < MIN (given.length, other.length) &&
          distance <= (MAX (given.length, other.length) + 2) / 3)
        {
          least = distance;
          nearest = names[i];
        }
    }
  return nearest;
}
