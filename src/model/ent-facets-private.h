/* ent-facets-private.h: a facet, for those that fill it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-facets.h"
#include "ent-vocabulary.h"

G_BEGIN_DECLS

/* What a row has of a facet stands in `entries` from first[row] on to first[row + 1]: 4 bytes a row and 4 a
 * value. */
struct _EntFacet
{
  char          *name;     /* (owned) */
  guint          index;
  gboolean       is_field;
  gboolean       is_scalar; /* a field that is a text, a number or a truth wherever it occurs */
  EntVocabulary *values;   /* (owned) */
  GArray        *first;    /* (owned) of guint32: rows + 1 */
  GArray        *entries;  /* (owned) of guint32: values, each once a row */
  GArray        *stamps;   /* (owned) (nullable) of guint32, by value: row + 1 it was last added for; while filling */
  GArray        *counts;   /* (owned) (nullable) of guint32, by value: rows that have it itself; while filling */
  GArray        *actors;   /* (owned) (nullable) of guint32, by value: of facets of actors */
  GArray        *others;   /* (owned) (nullable) of guint32, by value: the second actor of a pair */
  GArray        *parents;  /* (owned) (nullable) of guint32, by value: what it is part of */
  gboolean       has_parts;
};

EntFacet *ent_facet_new        (const char *name,
                                gboolean    is_field);
void      ent_facet_free       (gpointer    data);
guint32   ent_facet_add        (EntFacet   *self,
                                guint32     row,
                                EntSlice    value);
void      ent_facet_add_actor  (EntFacet   *self,
                                EntDataset *dataset,
                                guint32     row,
                                guint32     actor);
void      ent_facet_add_pair   (EntFacet   *self,
                                EntDataset *dataset,
                                guint32     row,
                                guint32     from,
                                guint32     to);
void      ent_facet_finish     (EntFacet   *self,
                                EntDataset *dataset);

G_END_DECLS
