/* ent-parents.h: making sure that every way up ends soon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_PARENT_NONE G_MAXUINT32

/**
 * EntParentCutFunc:
 * @child: the one that loses its parent
 * @in_circle: whether it was part of itself; else it stood too deep
 * @data: as given
 */
typedef void (*EntParentCutFunc) (guint32  child,
                                  gboolean in_circle,
                                  gpointer data);

void ent_parents_settle (guint32         *parents,
                         guint            n_parents,
                         guint            max_depth,
                         EntParentCutFunc func,
                         gpointer         data);

G_END_DECLS
