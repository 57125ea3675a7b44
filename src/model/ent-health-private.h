/* ent-health-private.h: looking at the events of a dataset, one idea after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-health.h"

G_BEGIN_DECLS

/* Rows looked at before somebody may have changed their mind. */
#define ENT_HEALTH_ROWS_AT_A_TIME 256

/* What a kind's items were found by. */
typedef struct
{
  GArray  *items;        /* (owned) of EntHealthItem */
  guint    n_found;      /* 0: as many as items */
  guint    n_considered;
  double   expected;
  gboolean limited;
} EntHealthTally;

/* What the parts share while they look. */
typedef struct
{
  EntDataset    *dataset;
  GCancellable  *cancellable; /* (nullable) */
  const guint32 *order;       /* all rows by time, undated ones last */
  guint          n_events;
  EntHealthTally tallies[ENT_N_HEALTH_KINDS];
} EntHealthSearch;

/* Adds an event to what was found. */
static inline void
ent_health_add (EntHealthSearch *search,
                EntHealthKind    kind,
                guint32          row,
                guint32          other,
                guint32          number,
                guint32          phase)
{
  EntHealthItem item = { row, other, number, phase };

  g_array_append_val (search->tallies[kind].items, item);
}

/* Whether to go on; asked at each row, and it looks only now and then. */
static inline gboolean
ent_health_goes_on (const EntHealthSearch *search,
                    guint                  i)
{
  return i % ENT_HEALTH_ROWS_AT_A_TIME != 0 || !g_cancellable_is_cancelled (search->cancellable);
}

/* Adds events group by group, the groups in the order of their first, and returns how many. `groups` has by row a
 * number below that of events, or ENT_ROW_NONE; `others`, which may be NULL, what each is like. */
guint    ent_health_add_groups          (EntHealthSearch *search,
                                         EntHealthKind    kind,
                                         const guint32   *groups,
                                         const guint32   *others);

/* One event by itself. */
void     ent_health_look_at_dates       (EntHealthSearch *search,
                                         guint32          row);
void     ent_health_look_at_sources     (EntHealthSearch *search,
                                         guint32          row);
void     ent_health_look_at_links       (EntHealthSearch *search,
                                         guint32          row);
void     ent_health_look_at_attribution (EntHealthSearch *search,
                                         guint32          row);

/* All of them together. They return early when cancelled. */
void     ent_health_look_at_precision   (EntHealthSearch *search);
void     ent_health_look_at_circles     (EntHealthSearch *search);
void     ent_health_look_at_actors      (EntHealthSearch *search);
void     ent_health_look_for_duplicates (EntHealthSearch *search);

/* Whether `a` is surely over before `b` begins, and whether it surely begins before it. */
gboolean ent_health_surely_ends_before   (const EntDate *a,
                                          const EntDate *b);
gboolean ent_health_surely_starts_before (const EntDate *a,
                                          const EntDate *b);

G_END_DECLS
