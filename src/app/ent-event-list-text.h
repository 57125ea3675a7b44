/* ent-event-list-text.h: what stands in the cells of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-duration.h"

G_BEGIN_DECLS

/**
 * EntEventColumn:
 *
 * A column of the list, in the order they stand in at first. The main ones are shown at first. From %ENT_COLUMN_FIELD on
 * they are the dataset's further fields, in the order of ent_facets_get_fields().
 */
typedef enum
{
  ENT_COLUMN_KIND,
  ENT_COLUMN_TITLE,
  ENT_COLUMN_DATE,
  ENT_COLUMN_SEVERITY,
  ENT_COLUMN_ACTORS,
  ENT_COLUMN_CATEGORY,
  ENT_COLUMN_ATTRIBUTION,
  ENT_COLUMN_SOURCES,
  ENT_COLUMN_PLACE, /* from here on: shown when asked for */
  ENT_COLUMN_SECTOR,
  ENT_COLUMN_TAGS,
  ENT_COLUMN_STATUS,
  ENT_COLUMN_VERIFICATION,
  ENT_COLUMN_DWELL, /* from intrusion to detection */
  ENT_COLUMN_TO_DISCLOSURE,
  ENT_COLUMN_TO_ATTRIBUTION,
  ENT_COLUMN_ID,
  ENT_COLUMN_FIELD,
} EntEventColumn;
#define ENT_N_MAIN_COLUMNS (ENT_COLUMN_SOURCES + 1)

/**
 * EntEventListContext:
 * @dataset: the events
 * @language: (nullable): the language wished for
 * @basis: which date
 *
 * What texts and order of a list depend on. Borrows.
 */
typedef struct
{
  EntDataset *dataset;
  const char *language;
  EntBasis    basis;
} EntEventListContext;

guint       ent_event_list_n_columns    (EntDataset                *dataset);
char       *ent_event_list_column_id    (EntDataset                *dataset,
                                         EntEventColumn             column);
gboolean    ent_event_list_find_column  (EntDataset                *dataset,
                                         const char                *id,
                                         EntEventColumn            *column);
char       *ent_event_list_column_title (EntDataset                *dataset,
                                         EntEventColumn             column);
char       *ent_event_list_cell         (const EntEventListContext *context,
                                         guint32                    row,
                                         EntEventColumn             column);
gboolean    ent_event_list_get_duration (const EntEventListContext *context,
                                         guint32                    row,
                                         EntEventColumn             column,
                                         EntDuration               *duration);
char       *ent_event_list_full_cell    (const EntEventListContext *context,
                                         guint32                    row,
                                         EntEventColumn             column);
char       *ent_event_list_line         (const EntEventListContext *context,
                                         guint32                    row);
char       *ent_event_list_table        (const EntEventListContext *context,
                                         const guint               *columns,
                                         guint                      n_columns,
                                         const guint32             *rows,
                                         guint                      n_rows);

G_END_DECLS
