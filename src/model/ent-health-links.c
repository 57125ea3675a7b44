/* ent-health-links.c: links that lead nowhere, in a circle or into the future
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-private.h"

/* Comparisons and parts have no before and after. */
static gboolean
is_answer (const EntLink *link)
{
  return link->target != ENT_ROW_NONE && link->type != ENT_LINK_COMPARES_TO && link->type != ENT_LINK_PART_OF;
}

/* Links to nowhere, and to what is later. */
void
ent_health_look_at_links (EntHealthSearch *search,
                          guint32          row)
{
  const EntDate *date = ent_dataset_peek_date (search->dataset, row, ENT_BASIS_OCCURRED);
  EntHealthTally *broken = &search->tallies[ENT_HEALTH_BROKEN_LINK];
  EntHealthTally *before = &search->tallies[ENT_HEALTH_ANSWER_BEFORE];
  guint n_broken = 0;
  guint n_links;
  const EntLink *links = ent_dataset_get_links (search->dataset, row, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const EntDate *answered;

      n_broken += links[i].target == ENT_ROW_NONE;
      if (!is_answer (&links[i]))
        continue;
      before->n_considered++;
      answered = ent_dataset_peek_date (search->dataset, links[i].target, ENT_BASIS_OCCURRED);
      if (date != NULL && answered != NULL && ent_health_surely_ends_before (date, answered))
        ent_health_add (search, ENT_HEALTH_ANSWER_BEFORE, row, links[i].target, links[i].type, 0);
    }
  if (n_broken > 0)
    ent_health_add (search, ENT_HEALTH_BROKEN_LINK, row, ENT_ROW_NONE, n_broken, 0);
  broken->n_found += n_broken;
  broken->n_considered += n_links;
}

/* Where an event stands in the walk (Tarjan: strongly connected components in one pass). */
typedef struct
{
  guint32  met;    /* when it was met, from 1; 0: not yet */
  guint32  lowest; /* the earliest met that it leads back to */
  guint32  next;   /* which link to follow next */
  gboolean held;   /* its circle is not known yet */
} Place;

typedef struct
{
  EntDataset *dataset;
  Place      *places;
  guint32    *circles; /* by row: number of the circle, or ENT_ROW_NONE */
  GArray     *path;    /* of guint32: from the root to where we are */
  GArray     *held;    /* of guint32 */
  guint32     n_met;
  guint32     n_circles;
} Walk;

static void
arrive (Walk   *walk,
        guint32 row)
{
  Place *place = &walk->places[row];

  place->met = place->lowest = ++walk->n_met;
  place->held = TRUE;
  g_array_append_val (walk->path, row);
  g_array_append_val (walk->held, row);
}

/* What was met since, and leads back to it, is one circle with it. */
static void
leave (Walk   *walk,
       guint32 row)
{
  Place *place = &walk->places[row];
  guint32 member;
  guint32 circle = ENT_ROW_NONE;

  g_array_set_size (walk->path, walk->path->len - 1);
  if (walk->path->len > 0)
    {
      Place *before = &walk->places[g_array_index (walk->path, guint32, walk->path->len - 1)];

      before->lowest = MIN (before->lowest, place->lowest);
    }
  if (place->lowest != place->met)
    return;
  if (g_array_index (walk->held, guint32, walk->held->len - 1) != row)
    circle = walk->n_circles++;
  do
    {
      member = g_array_index (walk->held, guint32, walk->held->len - 1);
      g_array_set_size (walk->held, walk->held->len - 1);
      walk->places[member].held = FALSE;
      walk->circles[member] = circle;
    }
  while (member != row);
}

static void
walk_from (Walk   *walk,
           guint32 root)
{
  arrive (walk, root);
  while (walk->path->len > 0)
    {
      guint32 row = g_array_index (walk->path, guint32, walk->path->len - 1);
      Place *place = &walk->places[row];
      guint n_links;
      const EntLink *links = ent_dataset_get_links (walk->dataset, row, &n_links);
      const EntLink *link;

      if (place->next == n_links)
        {
          leave (walk, row);
          continue;
        }
      link = &links[place->next++];
      if (!is_answer (link))
        continue;
      if (walk->places[link->target].met == 0)
        arrive (walk, link->target);
      else if (walk->places[link->target].held)
        place->lowest = MIN (place->lowest, walk->places[link->target].met);
    }
}

/* Events that come to answer themselves. */
void
ent_health_look_at_circles (EntHealthSearch *search)
{
  g_autofree Place *places = g_new0 (Place, MAX (search->n_events, 1));
  g_autofree guint32 *circles = g_new (guint32, MAX (search->n_events, 1));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (guint32));
  Walk walk = { search->dataset, places, circles, path, held, 0, 0 };

  for (guint i = 0; i < search->n_events && ent_health_goes_on (search, i); i++)
    if (places[search->order[i]].met == 0)
      walk_from (&walk, search->order[i]);
  if (!g_cancellable_is_cancelled (search->cancellable))
    search->tallies[ENT_HEALTH_CIRCULAR_LINK].n_found =
        ent_health_add_groups (search, ENT_HEALTH_CIRCULAR_LINK, circles, NULL);
}
