/* ent-citation.h: an event as one quotes it elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

char *ent_citation_text        (EntDataset      *dataset,
                                guint32          row,
                                const char      *language);
char *ent_citation_source      (const EntSource *source);
char *ent_citation_source_name (const EntSource *source);
char *ent_citation_openable    (EntSlice         url);

G_END_DECLS
