/* queries.h: made-up queries for the tests of what holds of all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-query.h"

static inline guint
any (GRand *random,
     guint  count)
{
  return (guint) g_rand_int_range (random, 0, (gint32) count);
}

/* Mostly of what means something in a query. */
static inline char *
make_text (GRand *random)
{
  static const char *const pieces[] = {
    "a",  "b",  "kind", "3",  "..", ".", "/", "-", ":", ":=", "=", ">", "<",  ">=",
    "OR", "AND", "\"",  "\\", "(",  ")", ",", " ", "é", "攻", "[", "]", "\n", "\xc2\xa0",
  };
  GString *text = g_string_new (NULL);
  guint n = any (random, 4) + (any (random, 10) > 0);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[any (random, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static inline EntQuery *
make_field (GRand *random)
{
  static const char *const fields[] = { "kind", "tag", "x-1", "a_" };
  static const char *const ends[] = { "3", "2013-01", "-5", "../2013", "a:b" };
  EntQueryValue values[3];
  char *texts[3];
  guint n_values = 1 + any (random, 3);
  EntQuery *field;

  for (guint i = 0; i < n_values; i++)
    {
      gboolean is_range = any (random, 5) == 0;

      texts[i] = is_range ? g_strdup (ends[any (random, G_N_ELEMENTS (ends))]) : make_text (random);
      values[i].text = texts[i];
      values[i].to = is_range ? ends[any (random, 3)] : NULL;
      values[i].quoted = FALSE;
      values[i].column = 0;
    }
  field = ent_query_new_field (fields[any (random, G_N_ELEMENTS (fields))],
                               any (random, 3) > 0 ? ENT_QUERY_IS : any (random, 6), values, n_values);
  for (guint i = 0; i < n_values; i++)
    g_free (texts[i]);
  return field;
}

/* Any tree up to @depth joints from top to bottom. */
static inline EntQuery *
make_query (GRand *random,
            guint  depth)
{
  EntQuery *children[4];
  guint n_children = any (random, G_N_ELEMENTS (children) + 1);
  guint kind = any (random, depth > 0 ? 6 : 3);
  EntQuery *query;

  if (kind == 0)
    {
      g_autofree char *text = make_text (random);

      return ent_query_new_text (text, any (random, 2) == 0);
    }
  if (kind <= 2)
    return make_field (random);
  if (kind == 3)
    {
      g_autoptr (EntQuery) child = make_query (random, depth - 1);

      return ent_query_new_not (child);
    }
  for (guint i = 0; i < n_children; i++)
    children[i] = make_query (random, depth - 1);
  query = kind == 4 ? ent_query_new_and (children, n_children) : ent_query_new_or (children, n_children);
  for (guint i = 0; i < n_children; i++)
    ent_query_unref (children[i]);
  return query;
}
