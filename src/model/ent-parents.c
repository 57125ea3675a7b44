/* ent-parents.c: making sure that every way up ends soon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-parents.h"

/* Where a circle begins that the way up from @child runs into; that way is left
 * in @path. ENT_PARENT_NONE when there is none. */
static guint32
walk_up (const guint32 *parents,
         const guint32 *depths,
         guint32       *stamps,
         guint32        child,
         GArray        *path)
{
  guint32 stamp = child + 1;
  guint32 at = child;

  g_array_set_size (path, 0);
  while (at != ENT_PARENT_NONE && depths[at] == 0 && stamps[at] != stamp)
    {
      stamps[at] = stamp;
      g_array_append_val (path, at);
      at = parents[at];
    }
  return at != ENT_PARENT_NONE && depths[at] == 0 ? at : ENT_PARENT_NONE;
}

/**
 * ent_parents_settle:
 * @parents: (inout) (array length=n_parents): the parent of each, or %ENT_PARENT_NONE
 * @n_parents: how many there are
 * @max_depth: how many steps the longest way up may have
 * @func: told of each parent that is taken away
 * @data: for @func
 *
 * Takes parents away until every way up ends within @max_depth steps. Of a
 * circle the last one loses its parent. Takes time in proportion to
 * @n_parents, whatever they are.
 */
void
ent_parents_settle (guint32         *parents,
                    guint            n_parents,
                    guint            max_depth,
                    EntParentCutFunc func,
                    gpointer         data)
{
  g_autofree guint32 *depths = g_new0 (guint32, MAX (n_parents, 1)); /* steps to the top + 1; 0: not known */
  g_autofree guint32 *stamps = g_new0 (guint32, MAX (n_parents, 1));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 child = 0; child < n_parents; child++)
    {
      guint32 circle = walk_up (parents, depths, stamps, child, path);

      if (circle != ENT_PARENT_NONE)
        {
          guint32 last = circle;

          for (guint32 at = parents[circle]; at != circle; at = parents[at])
            last = MAX (last, at);
          parents[last] = ENT_PARENT_NONE;
          func (last, TRUE, data);
          for (guint i = 0; i < path->len; i++)
            stamps[g_array_index (path, guint32, i)] = 0;
          walk_up (parents, depths, stamps, child, path);
          /* What hung below the cut is walked up to later, from there. */
        }
      for (guint i = path->len; i > 0; i--)
        {
          guint32 at = g_array_index (path, guint32, i - 1);

          if (parents[at] != ENT_PARENT_NONE && depths[parents[at]] > max_depth)
            {
              parents[at] = ENT_PARENT_NONE;
              func (at, FALSE, data);
            }
          depths[at] = parents[at] != ENT_PARENT_NONE ? depths[parents[at]] + 1 : 1;
        }
    }
}
