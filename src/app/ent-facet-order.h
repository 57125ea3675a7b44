/* ent-facet-order.h: which values of a facet are shown, and in what order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facet-row.h"

G_BEGIN_DECLS

/** EntFacetPlace: a value that is shown; @in_chosen: whether what it is part of is chosen. */
typedef struct
{
  guint32      value;
  guint        depth;
  EntFacetFold fold;
  gboolean     in_chosen;
} EntFacetPlace;

/** EntFacetOrder: the values of a facet in the order in which they are listed. */
typedef struct _EntFacetOrder EntFacetOrder;

EntFacetOrder *ent_facet_order_new          (EntDataset     *dataset,
                                             const EntFacet *facet);
void           ent_facet_order_free         (EntFacetOrder  *self);
gboolean       ent_facet_order_has_several  (EntFacetOrder  *self);
void           ent_facet_order_set_language (EntFacetOrder  *self,
                                             const char     *language);
const char    *ent_facet_order_get_name     (EntFacetOrder  *self,
                                             guint32         value);
void           ent_facet_order_toggle_fold  (EntFacetOrder  *self,
                                             guint32         value);
void           ent_facet_order_sort         (EntFacetOrder  *self,
                                             const guint    *counts);
GArray        *ent_facet_order_dup_shown    (EntFacetOrder  *self,
                                             const char     *wanted,
                                             const guint8   *marks,
                                             gboolean        keep,
                                             const guint    *counts,
                                             guint           limit,
                                             guint          *n_left);

G_END_DECLS
