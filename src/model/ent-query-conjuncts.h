/* ent-query-conjuncts.h: a query as the sum of what panes and chips say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-query.h"

G_BEGIN_DECLS

guint           ent_query_get_n_conjuncts    (const EntQuery    *self);
const EntQuery *ent_query_get_conjunct       (const EntQuery    *self,
                                              guint              index);

const char     *ent_query_get_conjunct_field (const EntQuery    *conjunct,
                                              gboolean          *negated);
gboolean        ent_query_is_facet_conjunct  (const EntQuery    *conjunct,
                                              gboolean          *negated);
gboolean        ent_query_is_range_conjunct  (const EntQuery    *conjunct,
                                              gboolean          *negated);

EntQuery       *ent_query_with_conjunct      (const EntQuery    *self,
                                              const EntQuery    *added) G_GNUC_WARN_UNUSED_RESULT;
EntQuery       *ent_query_without_conjunct   (const EntQuery    *self,
                                              guint              index) G_GNUC_WARN_UNUSED_RESULT;
EntQuery       *ent_query_replace_conjunct   (const EntQuery    *self,
                                              guint              index,
                                              const EntQuery    *by) G_GNUC_WARN_UNUSED_RESULT;
EntQuery       *ent_query_without_field      (const EntQuery    *self,
                                              const char        *field) G_GNUC_WARN_UNUSED_RESULT;

EntQuery       *ent_query_set_values         (const EntQuery    *self,
                                              const char        *field,
                                              const char *const *values,
                                              gboolean           negated,
                                              gboolean           all) G_GNUC_WARN_UNUSED_RESULT;
char          **ent_query_dup_values         (const EntQuery    *self,
                                              const char        *field,
                                              gboolean           negated,
                                              gboolean          *all) G_GNUC_WARN_UNUSED_RESULT;
char          **ent_query_dup_words          (const EntQuery    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
