/* ent-health-duplicates.c: events that look like another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two events look alike that are of one kind, may be at one time, have titles that are nearly the same
 * (ent-health-titles.c), and do not say that they are two: by a link from one to the other, or by a role, such as
 * target, that each has somebody for and nobody in common, in person or in what they are part of.
 *
 * Not each is compared with each. Those that could be alike have something in common: the title itself, one of its
 * rarer words, its first or its last letters; by each of these in turn they are sorted, then by time, and each is
 * compared with those that begin before it ends, with ENT_LIMIT_COMPARED_EVENTS of them at the most.
 */
#include "config.h"

#include "ent-health-private.h"

#include "ent-calendar.h"
#include "ent-health-titles.h"
#include "ent-limits.h"

/* What lasts longer, or leaves more open, overlaps so much that it says nothing: with the very same title, and with
 * one that is only near. Then its start counts, and if that is no better known, it is not compared. */
#define LONGEST_TIME (366 * ENT_CALENDAR_DAY)
#define LONGEST_TIME_OF_NEAR (62 * ENT_CALENDAR_DAY)

/* One event under something that its title has in common with others. */
typedef struct
{
  guint32 kind;
  guint32 key;
  EntSpan time;
  guint32 row;
} Entry;

typedef struct
{
  EntHealthSearch *search;
  EntHealthTitles *titles;  /* (owned) */
  GArray          *entries; /* (owned) of Entry */
  guint32         *topmost; /* (owned): by actor: whose part it is in the end */
  guint32         *groups;  /* (owned): by row: another of its group, or itself */
  guint32         *others;  /* (owned): by row: one that looks like it, or ENT_ROW_NONE */
} Comparison;

static gboolean
is_short (const EntBound *from,
          const EntBound *to,
          gint64          longest)
{
  return from->kind == ENT_BOUND_KNOWN && to->kind == ENT_BOUND_KNOWN && to->time - from->time <= longest;
}

static gboolean
find_time (EntDataset *dataset,
           guint32     row,
           gint64      longest,
           EntSpan    *time)
{
  const EntDate *date = ent_dataset_peek_date (dataset, row, ENT_BASIS_OCCURRED);

  if (date == NULL)
    return FALSE;
  if (is_short (&date->earliest_start, &date->latest_end, longest))
    *time = (EntSpan){ date->earliest_start.time, date->latest_end.time };
  else if (is_short (&date->earliest_start, &date->latest_start, longest))
    *time = (EntSpan){ date->earliest_start.time, date->latest_start.time };
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_linked (EntDataset *dataset,
           guint32     from,
           guint32     to)
{
  guint n_links;
  const EntLink *links = ent_dataset_get_links (dataset, from, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (links[i].target == to)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_role (const EntActorRef *a,
              const EntActorRef *b)
{
  return a->relation == b->relation && a->word == b->word;
}

static gboolean
has_role_before (const EntActorRef *actors,
                 guint              i)
{
  for (guint j = 0; j < i; j++)
    if (is_same_role (&actors[j], &actors[i]))
      return TRUE;
  return FALSE;
}

/* Whether there is a role that both have somebody for, and nobody in common. Of many actors the first are enough to
 * tell. */
static gboolean
have_others_in_a_role (const Comparison *self,
                       guint32           a,
                       guint32           b)
{
  guint n_a;
  guint n_b;
  const EntActorRef *actors_a = ent_dataset_get_actors (self->search->dataset, a, &n_a);
  const EntActorRef *actors_b = ent_dataset_get_actors (self->search->dataset, b, &n_b);

  n_a = MIN (n_a, ENT_LIMIT_PAIRED_ACTORS);
  n_b = MIN (n_b, ENT_LIMIT_PAIRED_ACTORS);
  for (guint i = 0; i < n_a; i++)
    {
      gboolean filled = FALSE;
      gboolean common = FALSE;

      if (actors_a[i].relation != ENT_RELATION_ROLE || has_role_before (actors_a, i))
        continue;
      for (guint k = i; k < n_a && !common; k++)
        for (guint j = 0; j < n_b && !common && is_same_role (&actors_a[k], &actors_a[i]); j++)
          if (is_same_role (&actors_b[j], &actors_a[i]))
            {
              filled = TRUE;
              common = self->topmost[actors_b[j].actor] == self->topmost[actors_a[k].actor];
            }
      if (filled && !common)
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_alike (const Comparison *self,
           guint32           a,
           guint32           b)
{
  EntDataset *dataset = self->search->dataset;

  return ent_health_titles_are_alike (self->titles, a, b) && !have_others_in_a_role (self, a, b) &&
         !is_linked (dataset, a, b) && !is_linked (dataset, b, a);
}

static guint32
group_of (Comparison *self,
          guint32     row)
{
  while (self->groups[row] != row)
    row = self->groups[row] = self->groups[self->groups[row]];
  return row;
}

static void
join (Comparison *self,
      guint32     a,
      guint32     b)
{
  guint32 group_a = group_of (self, a);
  guint32 group_b = group_of (self, b);

  self->groups[MAX (group_a, group_b)] = MIN (group_a, group_b);
  if (self->others[a] == ENT_ROW_NONE)
    self->others[a] = b;
  if (self->others[b] == ENT_ROW_NONE)
    self->others[b] = a;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->kind != right->kind)
    return left->kind > right->kind ? 1 : -1;
  if (left->key != right->key)
    return left->key > right->key ? 1 : -1;
  if (left->time.start != right->time.start)
    return left->time.start > right->time.start ? 1 : -1;
  if (left->time.end != right->time.end)
    return left->time.end > right->time.end ? 1 : -1;
  return (left->row > right->row) - (left->row < right->row);
}

/* Compares those that have a key in common, and takes all entries away. */
static void
compare_all (Comparison *self)
{
  const Entry *entries;

  g_array_sort (self->entries, compare_entries);
  entries = (const Entry *) self->entries->data;
  for (guint i = 0; i < self->entries->len && ent_health_goes_on (self->search, i); i++)
    for (guint j = i + 1; j < self->entries->len && entries[j].kind == entries[i].kind &&
                          entries[j].key == entries[i].key && entries[j].time.start < entries[i].time.end;
         j++)
      {
        if (j - i > ENT_LIMIT_COMPARED_EVENTS)
          {
            self->search->tallies[ENT_HEALTH_LOOK_ALIKE].limited = TRUE;
            break;
          }
        if (group_of (self, entries[i].row) != group_of (self, entries[j].row) &&
            are_alike (self, entries[i].row, entries[j].row))
          join (self, entries[i].row, entries[j].row);
      }
  g_array_set_size (self->entries, 0);
}

typedef enum
{
  BY_TITLE,
  BY_WORD,
  BY_HEAD,
  BY_TAIL,
  N_WAYS,
} Way;

static void
add_entries (Comparison *self,
             Way         way,
             guint32     row)
{
  Entry entry = { .kind = ent_dataset_get_kind (self->search->dataset, row), .row = row };
  guint32 keys[2];
  guint n_words;
  const guint32 *words;

  if (!find_time (self->search->dataset, row, way == BY_TITLE ? LONGEST_TIME : LONGEST_TIME_OF_NEAR, &entry.time))
    return;
  switch (way)
    {
    case BY_WORD:
      words = ent_health_titles_get_rare (self->titles, row, &n_words);
      for (guint i = 0; i < n_words; i++)
        {
          entry.key = words[i];
          g_array_append_val (self->entries, entry);
        }
      break;
    case BY_HEAD:
    case BY_TAIL:
      if (!ent_health_titles_get_ends (self->titles, row, &keys[0], &keys[1]))
        break;
      entry.key = keys[way == BY_TAIL];
      g_array_append_val (self->entries, entry);
      break;
    default:
      entry.key = ent_health_titles_get_number (self->titles, row);
      g_array_append_val (self->entries, entry);
    }
}

static guint32 *
find_topmost (EntDataset *dataset)
{
  guint n_actors = ent_dataset_get_n_actors (dataset);
  guint32 *topmost = g_new (guint32, MAX (n_actors, 1));

  for (guint32 actor = 0; actor < n_actors; actor++)
    {
      guint32 above = actor;

      do
        {
          topmost[actor] = above;
          above = ent_dataset_get_actor_parent (dataset, above);
        }
      while (above != ENT_ROW_NONE);
    }
  return topmost;
}

/* Compares titles and times, a way after the other. */
void
ent_health_look_for_duplicates (EntHealthSearch *search)
{
  g_autoptr (EntHealthTitles) titles = ent_health_titles_new (search->dataset, search->cancellable);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree guint32 *topmost = find_topmost (search->dataset);
  g_autofree guint32 *groups = g_new (guint32, MAX (search->n_events, 1));
  g_autofree guint32 *others = g_new (guint32, MAX (search->n_events, 1));
  Comparison self = { search, titles, entries, topmost, groups, others };

  if (titles == NULL)
    return;
  for (guint32 row = 0; row < search->n_events; row++)
    {
      groups[row] = row;
      others[row] = ENT_ROW_NONE;
    }
  for (guint way = 0; way < N_WAYS; way++)
    {
      for (guint32 row = 0; row < search->n_events && ent_health_goes_on (search, row); row++)
        add_entries (&self, way, row);
      compare_all (&self);
    }
  if (g_cancellable_is_cancelled (search->cancellable))
    return;
  for (guint32 row = 0; row < search->n_events; row++)
    groups[row] = others[row] != ENT_ROW_NONE ? group_of (&self, row) : ENT_ROW_NONE;
  ent_health_add_groups (search, ENT_HEALTH_LOOK_ALIKE, groups, others);
}
