/* ent-facet-choice.h: which values of a facet a query asks for, and how a click changes that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"
#include "ent-query.h"

G_BEGIN_DECLS

/**
 * EntFacetMark:
 * @ENT_FACET_UNMARKED: the query says nothing of the value
 * @ENT_FACET_CHOSEN: it is asked for
 * @ENT_FACET_EXCLUDED: it must not be
 */
typedef enum
{
  ENT_FACET_UNMARKED,
  ENT_FACET_CHOSEN,
  ENT_FACET_EXCLUDED,
} EntFacetMark;

/**
 * EntFacetChoice:
 * @marks: (owned) (array): an #EntFacetMark for each value of the facet
 * @n_chosen: how many are asked for, with those that no event has
 * @n_excluded: how many must not be
 * @all: whether each of the chosen must be there; else any will do
 *
 * What a query says of a facet's values.
 */
typedef struct
{
  guint8  *marks;
  guint    n_chosen;
  guint    n_excluded;
  gboolean all;
} EntFacetChoice;

void      ent_facet_choice_read    (EntFacetChoice *self,
                                    const EntQuery *query,
                                    EntDataset     *dataset,
                                    const EntFacet *facet);
void      ent_facet_choice_clear   (EntFacetChoice *self);

EntQuery *ent_facet_choice_toggle  (const EntQuery *query,
                                    EntDataset     *dataset,
                                    const EntFacet *facet,
                                    guint32         value,
                                    gboolean        all) G_GNUC_WARN_UNUSED_RESULT;
EntQuery *ent_facet_choice_only    (const EntQuery *query,
                                    const EntFacet *facet,
                                    guint32         value) G_GNUC_WARN_UNUSED_RESULT;
EntQuery *ent_facet_choice_exclude (const EntQuery *query,
                                    EntDataset     *dataset,
                                    const EntFacet *facet,
                                    guint32         value) G_GNUC_WARN_UNUSED_RESULT;
EntQuery *ent_facet_choice_set_all (const EntQuery *query,
                                    const EntFacet *facet,
                                    gboolean        all) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntFacetChoice, ent_facet_choice_clear)

G_END_DECLS
