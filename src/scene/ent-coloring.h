/* ent-coloring.h: what the colours of marks tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"
#include "ent-theme.h"
#include "ent-view.h"
#include "ent-words.h"

G_BEGIN_DECLS

/* Most classes there may be: those with a colour of their own, other values, no value. */
#define ENT_MAX_CLASSES ENT_N_HUES

/**
 * EntColoring:
 *
 * Which events share a colour: those of a kind, those of a value of any facet, or, in greys, again those of a kind. Up to
 * eight values have a colour of their own: those that most events of the dataset have, whatever is shown of it, so that
 * filtering changes no colour; of severity and attribution the gravest and the firmest first. An event with several
 * values has the colour of the first of them in that order, what is part of a value that of the whole. Immutable and
 * atomically counted. %NULL stands for the kinds wherever a colouring is taken.
 */
typedef struct _EntColoring EntColoring;

/**
 * EntColoringEntry:
 * @key: the value, as views and queries name it; "" for no value, "…" for all others
 * @name: what a picture calls it
 * @color: its colour
 * @count: how many events have that colour
 *
 * A line of a legend.
 */
typedef struct
{
  char    *key;
  char    *name;
  EntColor color;
  guint    count;
} EntColoringEntry;

EntColoring *ent_coloring_new           (EntDataset         *dataset,
                                         const char         *color_by,
                                         EntPairMode         pairs);
EntColoring *ent_coloring_renew         (EntColoring        *self,
                                         EntDataset         *dataset,
                                         const EntView      *view);
EntColoring *ent_coloring_ref           (EntColoring        *self);
void         ent_coloring_unref         (EntColoring        *self);
gboolean     ent_coloring_equal         (const EntColoring  *a,
                                         const EntColoring  *b);
gboolean     ent_coloring_is_by_kind    (const EntColoring  *self);
gboolean     ent_coloring_has_facet     (const EntColoring  *self);
guint        ent_coloring_get_n_classes (const EntColoring  *self);
guint        ent_coloring_get_class     (const EntColoring  *self,
                                         EntDataset         *dataset,
                                         guint32             row);
guint        ent_coloring_get_hue       (const EntColoring  *self,
                                         guint32             row);
EntColor     ent_coloring_get_color     (const EntColoring  *self,
                                         const EntTheme     *theme,
                                         guint               class);
char        *ent_coloring_dup_key       (const EntColoring  *self,
                                         guint               class);
char        *ent_coloring_dup_name      (const EntColoring  *self,
                                         const EntWords     *words,
                                         const char         *language,
                                         guint               class);
GArray      *ent_coloring_list          (const EntColoring  *self,
                                         EntDataset         *dataset,
                                         const EntRowSet    *rows,
                                         const EntTheme     *theme,
                                         const EntWords     *words,
                                         const char         *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntColoring, ent_coloring_unref)

G_END_DECLS
