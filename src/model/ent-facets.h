/* ent-facets.h: by what events can be told apart, grouped and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/** EntFacetId: the facets every dataset has, perhaps without values; further fields come after them. */
typedef enum
{
  ENT_FACET_KIND,
  ENT_FACET_CATEGORY,
  ENT_FACET_ACTOR,     /* in any role */
  ENT_FACET_INITIATOR,
  ENT_FACET_TARGET,
  ENT_FACET_PAIR,      /* top-most initiator > top-most target */
  ENT_FACET_PLACE,
  ENT_FACET_TAG,
  ENT_FACET_SEVERITY,
  ENT_FACET_ATTRIBUTION,
  ENT_FACET_STATUS,
  ENT_FACET_SECTOR,
  ENT_FACET_VERIFICATION,
} EntFacetId;
#define ENT_N_FIXED_FACETS 13

/** No value. */
#define ENT_FACET_VALUE_NONE G_MAXUINT32

/**
 * EntFacet:
 *
 * What events have of one facet: values, numbered from 0, none, one or several an event. Values may be part of
 * others, as the agency of a state is; who has the part has the whole, too. Immutable.
 */
typedef struct _EntFacet EntFacet;

/**
 * EntFacets:
 *
 * All facets of a dataset. They belong to it, are found out when first asked for, and may be read by any
 * thread.
 */
typedef struct _EntFacets EntFacets;

const EntFacets *ent_dataset_get_facets      (EntDataset      *dataset);
guint            ent_facets_get_size         (const EntFacets *self);
const EntFacet  *ent_facets_get              (const EntFacets *self,
                                              guint            index);
const EntFacet  *ent_facets_find             (const EntFacets *self,
                                              const char      *name);
const char *const *ent_facets_get_fields     (const EntFacets *self);
gboolean         ent_facets_has_more_fields  (const EntFacets *self);
gboolean         ent_facets_has_more_pairs   (const EntFacets *self);
const EntFacet  *ent_dataset_get_recorded_pairs (EntDataset   *dataset);

const char      *ent_facet_get_name          (const EntFacet  *self);
guint            ent_facet_get_index         (const EntFacet  *self);
gboolean         ent_facet_is_field          (const EntFacet  *self);
gboolean         ent_facet_has_parts         (const EntFacet  *self);
guint            ent_facet_get_n_values      (const EntFacet  *self);
EntSlice         ent_facet_get_value         (const EntFacet  *self,
                                              guint32          value);
char            *ent_facet_dup_name_of       (const EntFacet  *self,
                                              EntDataset      *dataset,
                                              guint32          value,
                                              const char      *language);
guint32          ent_facet_find_value        (const EntFacet  *self,
                                              EntSlice         text);
guint32          ent_facet_get_actor         (const EntFacet  *self,
                                              guint32          value);
guint32          ent_facet_get_other         (const EntFacet  *self,
                                              guint32          value);
guint32          ent_facet_get_parent        (const EntFacet  *self,
                                              guint32          value);
guint32          ent_facet_get_topmost       (const EntFacet  *self,
                                              guint32          value);
const guint32   *ent_facet_get_row           (const EntFacet  *self,
                                              guint32          row,
                                              guint           *n_values);
guint           *ent_facet_count             (const EntFacet  *self,
                                              const EntRowSet *rows);

G_END_DECLS
