/* ent-event-query.h: a query that names events one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-query.h"
#include "ent-row-set.h"
#include "ent-session.h"

G_BEGIN_DECLS

/** More events than this are not named in a query: nobody could read it. */
#define ENT_EVENT_QUERY_MAX 500

EntQuery *ent_event_query_new  (EntDataset      *dataset,
                                const EntRowSet *rows) G_GNUC_WARN_UNUSED_RESULT;
void      ent_event_query_show (EntSession      *session,
                                EntQuery        *query,
                                const EntRowSet *rows);

G_END_DECLS
