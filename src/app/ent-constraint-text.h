/* ent-constraint-text.h: conditions of a query in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-query.h"

G_BEGIN_DECLS

char    *ent_constraint_text         (EntDataset     *dataset,
                                      const EntQuery *conjunct,
                                      const char     *language,
                                      gboolean       *verbatim);
char    *ent_constraint_text_range   (const char     *from,
                                      const char     *to);
char    *ent_constraint_text_date    (const char     *edtf);
gboolean ent_constraint_get_severity (const EntQuery *conjunct,
                                      guint          *mask);

G_END_DECLS
