/* ent-cli-marks.h: the stars and notes of the one who runs a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-query.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntCliMarks:
 * @starred: (owned) (nullable): the events that have a star
 * @noted: (owned) (nullable): the events that have a note
 *
 * {0} is valid; ent_cli_marks_clear() frees what it holds.
 */
typedef struct
{
  EntRowSet *starred;
  EntRowSet *noted;
} EntCliMarks;

void ent_cli_read_marks  (EntCliMarks    *marks,
                          const char     *path,
                          EntDataset     *dataset,
                          const EntQuery *query);
void ent_cli_marks_clear (EntCliMarks    *marks);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntCliMarks, ent_cli_marks_clear)

G_END_DECLS
