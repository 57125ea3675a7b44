/* ent-lane-groups.c: which lanes there are, and which events stand in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-lane-private.h"

#include <stdlib.h>
#include <string.h>

#include "ent-text-fold.h"
#include "ent-value-name.h"

/* Lanes that are no value; numbers no facet has. */
#define NONE (G_MAXUINT32 - 1)
#define OTHER (G_MAXUINT32 - 2)

/* Where lanes come from: values of a facet, numbered; of kinds without asking the facets, which takes its time. */
typedef struct
{
  const EntLanesRequest *request;
  const EntWords        *words;
  const EntFacet        *facet;    /* (nullable): kinds, or one lane of all */
  gboolean               one_lane;
  gboolean               join_others; /* kinds without a sign of their own */
  guint                  n_values;
  guint32               *tops;     /* (owned) (nullable), by value: the lane's value, where another stands for it */
  guint32               *stamps;   /* (owned), by value: the place of the last event + 1 */
} Source;

/* A lane that may be. */
typedef struct
{
  guint32 value;
  guint   count;
  guint   first;   /* place of its first event */
  guint   rank;    /* among those put first by hand, or G_MAXUINT */
  guint   natural; /* place in the facet's own order, or 0 for all */
  char   *name;    /* (owned) (nullable) */
  char   *folded;  /* (owned) (nullable): as it is sorted */
} Group;

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group->folded);
}

static const char *
kind_word (const Source *source,
           guint32       kind)
{
  return ent_dataset_get_value_word (source->request->dataset, ENT_VALUE_KIND, kind);
}

static void
source_init (Source                *source,
             const EntLanesRequest *request,
             const EntWords        *words,
             gboolean               join_others)
{
  const EntGrouping *grouping = request->grouping;
  const char *name = grouping != NULL ? grouping->facet : NULL;
  const EntFacet *facet = NULL;

  *source = (Source){ .request = request, .words = words, .join_others = join_others };
  if (g_strcmp0 (name, "none") == 0)
    source->one_lane = TRUE;
  else if (name != NULL && !g_str_equal (name, "kind"))
    facet = ent_facets_find (ent_dataset_get_facets (request->dataset), name);
  if (facet != NULL && ent_facet_get_index (facet) == ENT_FACET_PAIR && grouping->pairs == ENT_PAIRS_RECORDED)
    facet = ent_dataset_get_recorded_pairs (request->dataset);
  source->facet = facet;
  source->n_values = source->one_lane ? 1
                     : facet != NULL  ? ent_facet_get_n_values (facet)
                                      : ent_dataset_get_n_values (request->dataset, ENT_VALUE_KIND);
  source->stamps = g_new0 (guint32, source->n_values + 1);
  if (join_others || (facet != NULL && ent_facet_has_parts (facet)))
    source->tops = g_new (guint32, source->n_values + 1);
  for (guint32 value = 0, other = NONE; source->tops != NULL && value < source->n_values; value++)
    {
      source->tops[value] = facet != NULL ? ent_facet_get_topmost (facet, value) : value;
      if (facet != NULL || ent_kind_style (kind_word (source, value)) != ENT_KIND_OTHER)
        continue;
      other = other == NONE ? value : other;
      source->tops[value] = other;
    }
}

static void
source_clear (Source *source)
{
  g_free (source->tops);
  g_free (source->stamps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* What an event has; it may have one value in several ways. */
static const guint32 *
get_values (const Source *source,
            guint32       row,
            guint32      *one,
            guint        *n_values)
{
  if (source->facet != NULL)
    return ent_facet_get_row (source->facet, row, n_values);
  *one = source->one_lane ? 0 : ent_dataset_get_kind (source->request->dataset, row);
  *n_values = 1;
  return one;
}

/* The lane's value, once for the event at a place; NONE after that. */
static guint32
take_value (const Source *source,
            guint32       value,
            guint         place)
{
  if (source->tops != NULL)
    value = source->tops[value];
  if (source->stamps[value] == place + 1)
    return NONE;
  source->stamps[value] = place + 1;
  return value;
}

static char *
key_of (const Source *source,
        guint32       value)
{
  if (value == NONE)
    return g_strdup (ENT_LANE_KEY_NONE);
  if (value == OTHER)
    return g_strdup (ENT_LANE_KEY_OTHER);
  if (source->one_lane)
    return g_strdup (ENT_LANE_KEY_ALL);
  return source->facet != NULL ? ent_slice_dup (ent_facet_get_value (source->facet, value))
                               : g_strdup (kind_word (source, value));
}

static gboolean
is_joined (const Source *source,
           guint32       value)
{
  return source->join_others && ent_kind_style (kind_word (source, value)) == ENT_KIND_OTHER;
}

static char *
name_of (const Source *source,
         guint32       value)
{
  if (source->one_lane)
    return g_strdup (ent_words_get (source->words, ENT_WORD_ALL_EVENTS));
  if (source->facet == NULL)
    return ent_value_name_kind (source->words, is_joined (source, value) ? "event" : kind_word (source, value), TRUE);
  return value == NONE ? ent_value_name_none (source->words, source->facet)
                       : ent_value_name (source->words, source->facet, source->request->dataset, value,
                                         source->request->language);
}

/* Severity and attribution have an order of their own: the gravest and the firmest first. */
static guint
natural_of (const Source *source,
            guint32       value)
{
  guint index = source->facet != NULL ? ent_facet_get_index (source->facet) : ENT_FACET_KIND;
  EntSlice text;
  int term;

  if (source->one_lane || (index != ENT_FACET_KIND && index != ENT_FACET_SEVERITY && index != ENT_FACET_ATTRIBUTION))
    return 0;
  if (index == ENT_FACET_KIND)
    return ent_kind_style (kind_word (source, value));
  text = ent_facet_get_value (source->facet, value);
  if (index == ENT_FACET_SEVERITY)
    return '9' - (guint) *text.text;
  return ent_terms_find (ENT_TERMS_CONFIDENCE, text, &term) ? ENT_N_CONFIDENCES - (guint) term : G_MAXUINT;
}

static guint
rank_of (const Source *source,
         guint32       value)
{
  const EntGrouping *grouping = source->request->grouping;
  g_autofree char *key = NULL;

  if (grouping == NULL || grouping->first == NULL)
    return G_MAXUINT;
  key = key_of (source, value);
  for (guint i = 0; grouping->first[i] != NULL; i++)
    if (g_str_equal (grouping->first[i], key))
      return i;
  return G_MAXUINT;
}

/* The lanes there would be if there were no end to them: all values that events have, and the lack of any. */
static GArray *
find_groups (const Source *source)
{
  const EntLanesRequest *request = source->request;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autofree guint *counts = g_new0 (guint, source->n_values + 1);
  g_autofree guint *firsts = g_new0 (guint, source->n_values + 1);
  Group none = { .value = NONE, .rank = G_MAXUINT };

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < request->n_rows; i++)
    {
      guint32 one;
      guint n_values;
      const guint32 *values = get_values (source, request->rows[i], &one, &n_values);

      if (n_values == 0 && none.count++ == 0)
        none.first = i;
      for (guint j = 0; j < n_values; j++)
        {
          guint32 value = take_value (source, values[j], i);

          if (value != NONE && counts[value]++ == 0)
            firsts[value] = i;
        }
    }
  memset (source->stamps, 0, source->n_values * sizeof (guint32));
  for (guint32 value = 0; value < source->n_values; value++)
    if (counts[value] > 0)
      {
        Group group = { .value = value, .count = counts[value], .first = firsts[value] };

        group.rank = rank_of (source, value);
        g_array_append_val (groups, group);
      }
  if (none.count > 0)
    {
      none.rank = rank_of (source, NONE);
      g_array_append_val (groups, none);
    }
  return groups;
}

static int
compare_numbers (guint a,
                 guint b)
{
  return (a > b) - (a < b);
}

/* Those put first by hand, then most events first; of as many, the earliest. What has no value comes last. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Group *left = a;
  const Group *right = b;

  if (left->rank != right->rank)
    return compare_numbers (left->rank, right->rank);
  if ((left->value == NONE) != (right->value == NONE))
    return left->value == NONE ? 1 : -1;
  if (left->count != right->count)
    return compare_numbers (right->count, left->count);
  return compare_numbers (left->first, right->first);
}

/* Keeps the lanes that have most events. What is left shares one lane, if that is more than one. */
static guint
keep_largest (GArray *groups,
              guint   most)
{
  Group other = { .value = OTHER, .rank = G_MAXUINT, .first = G_MAXUINT };
  guint n_values = groups->len;
  gboolean has_none;
  guint n_kept;

  g_array_sort (groups, compare_counts);
  has_none = groups->len > 0 && g_array_index (groups, Group, groups->len - 1).value == NONE;
  n_values -= has_none;
  n_kept = MAX (most, 2) - 1;
  if (n_values <= n_kept + 1)
    return 0;
  g_array_remove_range (groups, n_kept, n_values - n_kept);
  g_array_insert_val (groups, n_kept, other);
  return n_values - n_kept;
}

static int
compare_order (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Group *left = a;
  const Group *right = b;
  const EntLaneOrder *order = data;

  if (left->rank != right->rank)
    return compare_numbers (left->rank, right->rank);
  /* Other, then none: both after all values. */
  if (left->value >= OTHER || right->value >= OTHER)
    return compare_numbers (left->value >= OTHER ? left->value : 0, right->value >= OTHER ? right->value : 0);
  switch (*order)
    {
    case ENT_LANE_ORDER_NAME:
      return strcmp (left->folded, right->folded);
    case ENT_LANE_ORDER_DATE:
      return compare_numbers (left->first, right->first);
    case ENT_LANE_ORDER_COUNT:
      return compare_counts (left, right);
    case ENT_LANE_ORDER_NATURAL:
    default:
      if (left->natural != right->natural)
        return compare_numbers (left->natural, right->natural);
      /* Kinds that look alike go by name. */
      return left->folded != NULL ? strcmp (left->name, right->name) : compare_counts (left, right);
    }
}

static void
sort_groups (const Source *source,
             GArray       *groups)
{
  EntLaneOrder order = source->request->grouping != NULL ? source->request->grouping->order : ENT_LANE_ORDER_NATURAL;
  gboolean by_name = order == ENT_LANE_ORDER_NAME || (source->facet == NULL && !source->one_lane);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      if (group->value == OTHER)
        continue;
      group->name = name_of (source, group->value);
      if (group->value == NONE)
        continue;
      group->natural = natural_of (source, group->value);
      if (by_name)
        group->folded = ent_text_fold (ent_slice_from_string (group->name));
    }
  g_array_sort_with_data (groups, compare_order, &order);
}

static EntLane *
make_lane (const Source *source,
           Group        *group,
           guint         n_beyond)
{
  const EntGrouping *grouping = source->request->grouping;
  gboolean by_kind = source->facet == NULL && !source->one_lane && group->value < OTHER;
  EntLane *lane;

  if (group->value == OTHER)
    {
      g_autofree char *number = ent_words_number (source->words, n_beyond);

      group->name = ent_words_fill (source->words, ENT_WORD_OTHER_VALUES, number, NULL);
    }
  lane = ent_lane_new (group->name, by_kind ? ent_kind_style (kind_word (source, group->value)) : ENT_KIND_OTHER);
  lane->key = group->value < OTHER && !source->one_lane && is_joined (source, group->value)
                ? g_strdup (ENT_LANE_KEY_OTHER)
                : key_of (source, group->value);
  lane->by_kind = by_kind;
  lane->n_values = group->value == OTHER ? n_beyond : group->value == NONE ? 0 : 1;
  lane->head = ent_style_lane_head (&source->request->style);
  lane->collapsed =
    grouping != NULL && grouping->collapsed != NULL && g_strv_contains (grouping->collapsed, lane->key);
  return lane;
}

/* Puts each event into the lanes of its values, by time as the events come. Returns how many stand in several. */
static guint
fill_lanes (const Source *source,
            GPtrArray    *lanes,
            const GArray *groups)
{
  const EntLanesRequest *request = source->request;
  g_autofree EntLane **lane_of = g_new0 (EntLane *, source->n_values + 1);
  EntLane *none = NULL;
  EntLane *other = NULL;
  guint n_repeated = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      guint32 value = g_array_index (groups, Group, i).value;

      *(value == NONE ? &none : value == OTHER ? &other : &lane_of[value]) = g_ptr_array_index (lanes, i);
    }
  for (guint i = 0; i < request->n_rows; i++)
    {
      guint32 row = request->rows[i];
      gboolean is_beyond = FALSE;
      guint n_lanes = 0;
      guint32 one;
      guint n_values;
      const guint32 *values = get_values (source, row, &one, &n_values);

      for (guint j = 0; j < n_values; j++)
        {
          guint32 value = take_value (source, values[j], i);

          if (value == NONE)
            continue;
          if (lane_of[value] == NULL)
            is_beyond = TRUE;
          else
            {
              g_array_append_val (lane_of[value]->rows, row);
              n_lanes++;
            }
        }
      if (is_beyond)
        {
          g_array_append_val (other->rows, row);
          n_lanes++;
        }
      if (n_values == 0)
        g_array_append_val (none->rows, row);
      n_repeated += n_lanes > 1;
    }
  return n_repeated;
}

/**
 * ent_lanes_group: (skip):
 * @request: the events, and what makes the lanes
 * @words: names them
 * @most: so many lanes at most, but for that of events without a value; at least 2. What has fewest events shares one
 * @join_others: whether kinds without a sign of their own share a lane, where kinds make the lanes
 * @n_repeated: (out): how many events stand in more than one lane
 *
 * Groups events, without placing them: a lane has its rows and knows nothing else of its events.
 *
 * Returns: (transfer full) (element-type EntLane): the lanes, from the top, none of them empty
 */
GPtrArray *
ent_lanes_group (const EntLanesRequest *request,
                 const EntWords        *words,
                 guint                  most,
                 gboolean               join_others,
                 guint                 *n_repeated)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func (ent_lane_free);
  g_auto (Source) source;
  g_autoptr (GArray) groups = NULL;
  guint n_beyond;

  source_init (&source, request, words, join_others && ent_lanes_are_kinds (request));
  groups = find_groups (&source);
  n_beyond = keep_largest (groups, most);
  sort_groups (&source, groups);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (lanes, make_lane (&source, &g_array_index (groups, Group, i), n_beyond));
  *n_repeated = fill_lanes (&source, lanes, groups);
  return lanes;
}

/** ent_lanes_are_kinds: (skip): whether kinds make the lanes, be it because what should is not known */
gboolean
ent_lanes_are_kinds (const EntLanesRequest *request)
{
  const char *name = request->grouping != NULL ? request->grouping->facet : NULL;

  if (name == NULL || g_str_equal (name, "kind"))
    return TRUE;
  return !g_str_equal (name, "none") && ent_facets_find (ent_dataset_get_facets (request->dataset), name) == NULL;
}
