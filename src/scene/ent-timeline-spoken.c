/* ent-timeline-spoken.c: which events speak when something is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-private.h"

#include <stdlib.h>

/* So many selected events speak, and so many of those they are linked to: no one reads more at once. */
#define MAX_SELECTED 24
#define MAX_LINKED 64

typedef struct
{
  guint32  row;
  gboolean is_goal;
  guint    severity;
  EntSpan  time;
} Linked;

static int
compare_linked (gconstpointer a,
                gconstpointer b)
{
  const Linked *left = a;
  const Linked *right = b;

  if (left->is_goal != right->is_goal)
    return left->is_goal ? -1 : 1;
  if (left->severity != right->severity)
    return left->severity > right->severity ? -1 : 1;
  if (left->time.start != right->time.start)
    return left->time.start < right->time.start ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static void
add_event (const EntTimelinePainter *painter,
           guint32                   row,
           GHashTable               *seen,
           GArray                   *linked)
{
  const EntTimelineRequest *request = &painter->timeline->request;
  Linked other = { .row = row };
  const EntDate *date;

  if (row == ENT_ROW_NONE || ent_timeline_is_selected (painter, row) || !g_hash_table_add (seen, GUINT_TO_POINTER (row)))
    return;
  date = ent_dataset_peek_date (request->dataset, row, request->basis);
  if (date == NULL)
    return;
  ent_date_get_order_key (date, &other.time);
  other.severity = ent_dataset_get_severity (request->dataset, row);
  other.is_goal = row == painter->look->goal;
  g_array_append_val (linked, other);
}

static void
add_linked (const EntTimelinePainter *painter,
            guint32                   row,
            GHashTable               *seen,
            GArray                   *linked)
{
  EntDataset *dataset = painter->timeline->request.dataset;

  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links = back ? ent_dataset_get_links_to (dataset, row, &n_links)
                                  : ent_dataset_get_links (dataset, row, &n_links);

      for (guint i = 0; i < n_links; i++)
        add_event (painter, links[i].target, seen, linked);
    }
}

/**
 * ent_timeline_find_spoken: (skip):
 * @painter: what is drawn, and for whom
 *
 * Finds the events that speak: the selected ones, then those linked to them, as far as links are shown, the directly
 * linked first, by severity and time. In a window
 * their names, and the marks of those that have none in a row, are drawn with the selection, over the rest. It does
 * not depend on what is in view, so that all parts of a picture agree about it.
 */
void
ent_timeline_find_spoken (EntTimelinePainter *painter)
{
  const EntTimelineLook *look = painter->look;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GArray) linked = NULL;
  guint n_direct;

  if (!painter->timeline->request.steady || look->n_selected == 0)
    return;
  seen = g_hash_table_new (NULL, NULL);
  linked = g_array_new (FALSE, FALSE, sizeof (Linked));
  for (guint i = 0; i < MIN (look->n_selected, MAX_SELECTED); i++)
    {
      g_array_append_val (painter->spoken, look->selected[i]);
      add_linked (painter, look->selected[i], seen, linked);
    }
  g_array_sort (linked, compare_linked);
  n_direct = linked->len;
  for (guint32 row = G_MAXUINT32; look->chain != NULL && ent_row_set_next (look->chain, &row);)
    add_event (painter, row, seen, linked);
  if (linked->len > n_direct)
    qsort ((Linked *) linked->data + n_direct, linked->len - n_direct, sizeof (Linked), compare_linked);
  for (guint i = 0; i < MIN (linked->len, MAX_LINKED); i++)
    g_array_append_val (painter->spoken, g_array_index (linked, Linked, i).row);
  g_array_append_vals (painter->sorted, painter->spoken->data, painter->spoken->len);
  g_array_sort (painter->sorted, compare_rows);
}

/** ent_timeline_speaks: (skip): whether an event's name is drawn with the selection */
gboolean
ent_timeline_speaks (const EntTimelinePainter *painter,
                     guint32                   row)
{
  return ent_rows_contain ((const guint32 *) painter->sorted->data, painter->sorted->len, row);
}
