/* ent-filter-private.h: what the fields of a query share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"
#include "ent-filter.h"

G_BEGIN_DECLS

/* Row sets that come back are new; NULL with an error. */
EntRowSet *ent_filter_find_field   (const EntQuery         *term,
                                    const EntFilterContext *context,
                                    GError                **error);
EntRowSet *ent_filter_find_facet   (const EntQuery         *term,
                                    const EntFilterContext *context,
                                    const EntFacet         *facet,
                                    GError                **error);
EntRowSet *ent_filter_find_date    (const EntQuery         *term,
                                    const EntFilterContext *context,
                                    int                     phase,
                                    GError                **error);
EntRowSet *ent_filter_find_further (const EntQuery         *term,
                                    const EntFilterContext *context);
EntRowSet *ent_filter_find_has     (const EntQuery         *term,
                                    const EntFilterContext *context,
                                    GError                **error);

void       ent_filter_list_things  (GStrvBuilder           *names);
GStrv      ent_filter_list_names   (const EntFilterContext *context,
                                    gboolean                for_has);
gboolean   ent_filter_actor_is     (EntDataset             *dataset,
                                    guint32                 actor,
                                    const char             *folded);
gboolean   ent_filter_may_be       (const EntQuery         *term,
                                    EntQueryOperator        last,
                                    gboolean                ranges,
                                    GError                **error);
void       ent_filter_set_unknown  (GError                **error,
                                    EntQueryError           code,
                                    guint                   column,
                                    const char             *name,
                                    const char *const      *names);
void       ent_filter_set_error    (GError                **error,
                                    EntQueryError           code,
                                    guint                   column,
                                    const char             *format,
                                    ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
