/* ent-row-set.h: a set of rows of a dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntRowSet:
 *
 * Which of a dataset's rows are in a set, a bit a row. Whoever makes one adds rows to it; from when it is
 * handed on it is immutable, and as it is atomically counted any thread may read it then.
 */
typedef struct _EntRowSet EntRowSet;

EntRowSet     *ent_row_set_new         (guint            n_rows);
EntRowSet     *ent_row_set_new_full    (guint            n_rows);
EntRowSet     *ent_row_set_ref         (EntRowSet       *self);
void           ent_row_set_unref       (EntRowSet       *self);

guint          ent_row_set_get_n_rows  (const EntRowSet *self);
const guint64 *ent_row_set_get_words   (const EntRowSet *self,
                                        gsize           *n_words);
gboolean       ent_row_set_contains    (const EntRowSet *self,
                                        guint32          row);
guint          ent_row_set_count       (const EntRowSet *self);
gboolean       ent_row_set_is_full     (const EntRowSet *self);
gboolean       ent_row_set_next        (const EntRowSet *self,
                                        guint32         *row);
gboolean       ent_row_set_equal       (const EntRowSet *self,
                                        const EntRowSet *other);

void           ent_row_set_add         (EntRowSet       *self,
                                        guint32          row);
void           ent_row_set_remove      (EntRowSet       *self,
                                        guint32          row);
void           ent_row_set_keep        (EntRowSet       *self,
                                        const EntRowSet *other);
void           ent_row_set_join        (EntRowSet       *self,
                                        const EntRowSet *other);
void           ent_row_set_invert      (EntRowSet       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRowSet, ent_row_set_unref)

G_END_DECLS
