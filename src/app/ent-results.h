/* ent-results.h: what the session's query finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"
#include "ent-filter.h"
#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_RESULTS (ent_results_get_type ())
G_DECLARE_FINAL_TYPE (EntResults, ent_results, ENT, RESULTS, GObject)

EntResults        *ent_session_get_results (EntSession      *session);
EntSession        *ent_results_get_session (EntResults      *self);

/* What was found */
EntDataset        *ent_results_get_dataset (EntResults      *self);
EntFilter         *ent_results_get_filter  (EntResults      *self);
EntQuery          *ent_results_get_query   (EntResults      *self);
const GError      *ent_results_get_error   (EntResults      *self);
gboolean           ent_results_get_busy    (EntResults      *self);

/* What is shown of it */
EntRowSet         *ent_results_get_matching (EntResults     *self);
EntRowSet         *ent_results_get_shown   (EntResults      *self);
EntRowSet         *ent_results_get_lit     (EntResults      *self);
EntRowSet         *ent_results_get_hits    (EntResults      *self);
const char *const *ent_results_get_words   (EntResults      *self);
guint              ent_results_count       (EntResults      *self,
                                            const EntSpan   *span);
gboolean           ent_results_get_whole   (EntResults      *self,
                                            EntSpan         *whole);
gboolean           ent_results_get_known   (EntResults      *self,
                                            EntSpan         *known);
guint             *ent_results_count_facet (EntResults      *self,
                                            const EntFacet  *facet);

/* Changes of the session's query, each a step of its history */
void               ent_results_set_query   (EntResults      *self,
                                            EntQuery        *query);

G_END_DECLS
