/* ent-facet-row.h: a value of a facet, with how many events have it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-facet-choice.h"
#include "ent-theme.h"

G_BEGIN_DECLS

#define ENT_TYPE_FACET_ROW (ent_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetRow, ent_facet_row, ENT, FACET_ROW, GtkListBoxRow)

/** EntFacetFold: what there is below a value. */
typedef enum
{
  ENT_FACET_FOLD_NONE,
  ENT_FACET_FOLD_SHUT,
  ENT_FACET_FOLD_OPEN,
} EntFacetFold;

/**
 * EntFacetLook:
 * @value: which value
 * @name: (owned): what people call it
 * @count: how many events have it
 * @most: the count that the longest bar of the facet stands for
 * @mark: whether it is chosen
 * @receding: whether others are chosen and it is not
 * @kind: the mark before the name, or −1
 * @depth: how deep it is among the parts of others
 * @fold: what is below it
 * @indented: whether names stand in from the boxes, as others of the facet can be unfolded
 *
 * What a row shows.
 */
typedef struct
{
  guint32      value;
  char        *name;
  guint        count;
  guint        most;
  EntFacetMark mark;
  gboolean     receding;
  int          kind;
  guint        depth;
  EntFacetFold fold;
  gboolean     indented;
} EntFacetLook;

GtkWidget          *ent_facet_row_new        (void);
void                ent_facet_row_set_look   (EntFacetRow        *self,
                                              const EntFacetLook *look);
const EntFacetLook *ent_facet_row_get_look   (EntFacetRow        *self);
void                ent_facet_row_show_menu  (EntFacetRow        *self);

G_END_DECLS
