/* ent-event-list-text.h: what stands in the cells of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

/** EntEventColumn: a column of the list, in the order they stand in at first. */
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
} EntEventColumn;
#define ENT_N_COLUMNS 8

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

const char *ent_event_list_column_id    (EntEventColumn             column);
gboolean    ent_event_list_find_column  (const char                *id,
                                         EntEventColumn            *column);
const char *ent_event_list_column_title (EntEventColumn             column);
char       *ent_event_list_cell         (const EntEventListContext *context,
                                         guint32                    row,
                                         EntEventColumn             column);
char       *ent_event_list_full_cell    (const EntEventListContext *context,
                                         guint32                    row,
                                         EntEventColumn             column);
char       *ent_event_list_line         (const EntEventListContext *context,
                                         guint32                    row);
char       *ent_event_list_table        (const EntEventListContext *context,
                                         const guint32             *rows,
                                         guint                      n_rows);

G_END_DECLS
