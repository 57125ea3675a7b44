/* ent-as-of-private.h: when things became known, for a dataset as of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-as-of.h"
#include "ent-dataset-private.h"

G_BEGIN_DECLS

/* From the first second at which something may have been to the second before which it surely was. What is not known is
 * G_MININT64 and G_MAXINT64. */
typedef struct
{
  gint64 earliest;
  gint64 latest;
} EntAsOfTime;

/* Since when an event is there and known. */
typedef struct
{
  EntAsOfTime time;
  EntAsOfTime begin;
  gint64      settled;  /* if the second after a day is not before this one, the event is as it is told today */
  guint16     notes;    /* EntAsOfNotes that hold whatever the day */
  guint16     incident; /* whether it becomes known by being disclosed */
} EntAsOfEvent;

struct _EntAsOfTable
{
  guint        n_events;
  EntAsOfEvent events[];
};
typedef struct _EntAsOfTable EntAsOfTable;

/* What had been said by a day of who did it. */
typedef struct
{
  EntConfidence confidence;
  gboolean      denied;
  guint         n_actors; /* of those that the caller made room for */
  EntAsOfNotes  notes;
} EntAsOfBlame;

const EntAsOfTable *ent_dataset_get_as_of_table (EntDataset         *whole);
void                ent_as_of_table_free        (EntAsOfTable       *self);

void                ent_as_of_find_begin        (EntDataset         *whole,
                                                 guint32             row,
                                                 EntAsOfTime        *begin);
void                ent_as_of_read_start        (const EntDate      *date,
                                                 EntAsOfTime        *start);
gboolean            ent_as_of_has_end           (const EntDate      *date,
                                                 gint64             *earliest);
gint64              ent_as_of_find_last         (EntDataset         *whole,
                                                 guint32             row);
void                ent_as_of_join              (EntAsOfTime        *time,
                                                 const EntAsOfTime  *other);

gboolean            ent_as_of_has_blame         (EntDataset         *whole,
                                                 guint32             row);
void                ent_as_of_find_blame        (EntDataset         *whole,
                                                 const EntAsOfTable *table,
                                                 guint32             row,
                                                 gint64              end,
                                                 GArray             *actors,
                                                 EntAsOfBlame       *blame);

G_END_DECLS
