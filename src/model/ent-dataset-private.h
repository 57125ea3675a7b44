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

struct _EntFacets;
struct _EntTextIndex;

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

  gsize          orders[ENT_N_BASES]; /* g_once: guint32*, made when first asked for */
  guint          n_dated[ENT_N_BASES];
  gsize          facets;      /* g_once: EntFacets*, made when first asked for */
  gsize          text_index;  /* g_once: EntTextIndex*, likewise */
};

/* The fixed columns of a row. */
static inline const EntEventEntry *
ent_dataset_event_at (EntDataset *self,
                      guint32     row)
{
  g_assert (row < self->events->len);
  return &g_array_index (self->events, EntEventEntry, row);
}

/* What a row has of a list. */
static inline gconstpointer
ent_dataset_list_of_row (EntDataset *self,
                         EntListId   id,
                         guint32     row,
                         guint      *n_entries)
{
  const EntList *list = &self->lists[id];
  guint32 from = g_array_index (list->first, guint32, row);

  *n_entries = g_array_index (list->first, guint32, row + 1) - from;
  return list->entries->data + (gsize) from * g_array_get_element_size (list->entries);
}

void       ent_facets_free       (struct _EntFacets *facets);
void       ent_text_index_free   (struct _EntTextIndex *index);
GArray    *ent_list_new_entries  (EntListId   id);
EntIdSlot *ent_dataset_find_slot (EntDataset *self,
                                  EntSlice    id,
                                  guint32     hash);

G_END_DECLS
