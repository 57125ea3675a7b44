/* ent-dataset-private.h: the columns, shared by a dataset and its builder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-arena.h"
#include "ent-dataset.h"
#include "ent-vocabulary.h"

G_BEGIN_DECLS

/* Lists of a row stand one after the other in one array; column `first` tells where each row's begin.
 * It has one element more than there are rows. */

typedef struct
{
  EntText text;
  guint32 language; /* number in `languages`; 0 is the dataset's own */
  guint8  field;    /* EntTextField */
} EntTextEntry;

typedef struct
{
  guint32 value;
  guint8  field; /* EntValueField */
} EntValueEntry;

typedef struct
{
  EntDate date;
  EntText text;
  guint8  phase;
} EntPhaseEntry;

typedef struct
{
  EntText publisher;
  EntText title;
  EntText date;
  EntText url;
  EntText basis;
} EntSourceEntry;

typedef struct
{
  EntText name;
  EntText value;
} EntFieldEntry;

typedef struct
{
  EntText id;
  EntText type;
  GArray *names;  /* (owned) (nullable) of EntTextEntry */
  guint32 parent; /* ENT_ROW_NONE: none */
} EntActorEntry;

typedef enum
{
  ENT_EVENT_DATED = 1 << 0,    /* has a date that could be read */
  ENT_EVENT_DENIED = 1 << 1,   /* somebody denies the attribution */
  ENT_EVENT_GIVEN_ID = 1 << 2, /* the file gives the id */
} EntEventFlags;

/* Fixed columns of a row: 72 date + 8 id + 8 title + 8 raw + 8 × 4 first + 4 kind + 5 small ≈ 137 bytes;
 * lists of a typical row: 8 texts × 16, 6 values × 8, 3 actors × 12, 2 phases × 88, 2 links × 8,
 * 3 sources × 40 ≈ 500 bytes. */
typedef struct
{
  EntDate date;
  EntText id;
  EntText title;
  EntText raw;
  guint32 kind;
  guint8  severity;
  guint8  status;
  guint8  confidence;
  guint8  verification;
  guint8  flags;
} EntEventEntry;

typedef struct
{
  GArray *entries; /* (owned) */
  GArray *first;   /* (owned) of guint32: rows + 1 */
} EntList;

typedef enum
{
  ENT_LIST_TEXTS,
  ENT_LIST_VALUES,
  ENT_LIST_PHASES,
  ENT_LIST_ACTORS,
  ENT_LIST_LINKS,
  ENT_LIST_LINKS_TO,
  ENT_LIST_SOURCES,
  ENT_LIST_FIELDS,
  ENT_N_LISTS,
} EntListId;

/* A place in the table of ids, which is open and has no more than two entries for three places. */
typedef struct
{
  guint32 hash;
  guint32 row; /* ENT_ROW_NONE: free */
} EntIdSlot;

#define ENT_N_BASES 6

struct _EntAsOfTable;
struct _EntFacets;
struct _EntTextIndex;

/* What a row of a dataset as of a day has of its own; all else it has of the row of the whole dataset. Its phases and
 * actors stand in the lists of the dataset, its texts in the dataset's own arena. */
typedef struct
{
  guint32 row;
  guint32 phases;
  guint32 n_phases;
  guint32 actors;
  guint32 n_actors;
  guint8  confidence;
  guint8  flags;
  EntText date_text; /* ENT_TEXT_NONE: as it was */
  EntText end_text;  /* likewise */
  EntDate date;
} EntAsOfMask;

/* A dataset as of a day: some rows of another one, which it keeps, in the same order. */
typedef struct
{
  EntDataset *whole;  /* (owned) (nullable): %NULL in a dataset that is not as of a day */
  gint64      end;    /* the second after the day */
  guint32    *rows;   /* (owned): the row in the whole dataset, ascending */
  guint       n_rows;
  guint32    *lookup; /* (owned): the other way round; ENT_ROW_NONE for what is not known */
  guint64    *masked; /* (owned): a bit a row: whether it has a mask */
  GArray     *masks;  /* (owned) of EntAsOfMask, by row */
  EntArena   *texts;  /* (owned) */
  guint       surely_begun;
  guint       perhaps_begun;
} EntAsOf;

struct _EntDataset
{
  GObject        parent_instance;

  EntArena      *arena;       /* (owned) */
  GArray        *events;      /* (owned) of EntEventEntry */
  EntList        lists[ENT_N_LISTS];
  EntIdSlot     *id_slots;    /* (owned): the rows by id */
  gsize          id_mask;     /* how many places there are, a power of two, less one */

  char          *language;    /* (owned) (nullable): the tag of the dataset's own */
  EntVocabulary *languages;   /* (owned) */
  EntVocabulary *values[ENT_N_VALUE_FIELDS]; /* (owned) */
  EntVocabulary *words;       /* (owned): roles and bases */
  GArray        *actors;      /* (owned) of EntActorEntry */

  GArray        *texts;       /* (owned) of EntTextEntry: of the dataset itself */
  GArray        *coverage;    /* (owned) of EntCoverage; slices into the arena */
  EntText        view_json;
  EntText        stories;
  EntView       *view;        /* (owned) */
  EntAsOf        as_of;       /* of a dataset as of a day: which rows of which dataset it shows. It shares, and does not
                               * own, what is above, but for lists of links and what its masks are about */

  gsize          orders[ENT_N_BASES]; /* g_once: guint32*, made when first asked for */
  guint          n_dated[ENT_N_BASES];
  gsize          facets;      /* g_once: EntFacets*, made when first asked for */
  gsize          text_index;  /* g_once: EntTextIndex*, likewise */
  gsize          as_of_table; /* g_once: EntAsOfTable*, likewise */
};

/* How many rows there are. */
static inline guint
ent_dataset_n_rows (EntDataset *self)
{
  return self->as_of.whole != NULL ? self->as_of.n_rows : self->events->len;
}

/* The fixed columns of a row; of a dataset as of a day without what its mask says. */
static inline const EntEventEntry *
ent_dataset_event_at (EntDataset *self,
                      guint32     row)
{
  g_assert (row < ent_dataset_n_rows (self));
  if (self->as_of.whole != NULL)
    row = self->as_of.rows[row];
  return &g_array_index (self->events, EntEventEntry, row);
}

const EntAsOfMask *ent_as_of_find_mask (const EntAsOf *self,
                                        guint32        row);

/* What a row has of its own as of a day; NULL for nothing. */
static inline const EntAsOfMask *
ent_dataset_mask_at (EntDataset *self,
                     guint32     row)
{
  if (self->as_of.whole == NULL || (self->as_of.masked[row / 64] >> row % 64 & 1) == 0)
    return NULL;
  return ent_as_of_find_mask (&self->as_of, row);
}

gconstpointer ent_as_of_list_of_row (EntDataset *self,
                                     EntListId   id,
                                     guint32     row,
                                     guint      *n_entries);

/* What a row has of a list. */
static inline gconstpointer
ent_dataset_list_of_row (EntDataset *self,
                         EntListId   id,
                         guint32     row,
                         guint      *n_entries)
{
  const EntList *list = &self->lists[id];
  guint32 from;

  if (self->as_of.whole != NULL && id != ENT_LIST_LINKS && id != ENT_LIST_LINKS_TO)
    return ent_as_of_list_of_row (self, id, row, n_entries);
  from = g_array_index (list->first, guint32, row);
  *n_entries = g_array_index (list->first, guint32, row + 1) - from;
  return list->entries->data + (gsize) from * g_array_get_element_size (list->entries);
}

void       ent_as_of_clear       (EntAsOf    *as_of);
void       ent_as_of_table_free  (struct _EntAsOfTable *table);
void       ent_facets_free       (struct _EntFacets *facets);
void       ent_text_index_free   (struct _EntTextIndex *index);
EntDataset *ent_dataset_new_sharing (EntDataset *whole);
GArray    *ent_list_new_entries  (EntListId   id);
EntIdSlot *ent_dataset_find_slot (EntDataset *self,
                                  EntSlice    id,
                                  guint32     hash);

G_END_DECLS
