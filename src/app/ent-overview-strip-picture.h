/* ent-overview-strip-picture.h: the overview without its window, painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "ent-overview.h"
#include "ent-session.h"

G_BEGIN_DECLS

/**
 * EntStripKey:
 * @dataset: (owned) (nullable): the events
 * @theme: its colours
 * @language: (owned) (nullable): of its axis
 * @basis: which dates
 * @rows: (owned) (nullable): the events that are shown, or lit; the others stand behind them
 * @hits: (owned) (nullable): those that are marked
 * @coloring: (owned) (nullable): what the colours tell
 * @width: of the strip with its margins, CSS pixels
 * @height: of it
 * @scale: device pixels a CSS pixel
 *
 * All that the picture of an overview depends on.
 */
typedef struct
{
  EntDataset     *dataset;
  const EntTheme *theme;
  char           *language;
  EntBasis        basis;
  EntRowSet      *rows;
  EntRowSet      *hits;
  EntColoring    *coloring;
  int             width;
  int             height;
  int             scale;
} EntStripKey;

/** What is free on either side of the strip, so that a grip at its end can be seen. */
#define ENT_STRIP_MARGIN 14.0

void             ent_strip_key_copy         (EntStripKey       *to,
                                             const EntStripKey *from);
void             ent_strip_key_clear        (EntStripKey       *key);
gboolean         ent_strip_key_equal        (const EntStripKey *a,
                                             const EntStripKey *b);
void             ent_strip_key_take_results (EntStripKey       *key,
                                             EntSession        *session,
                                             const EntStripKey *last);
void             ent_strip_key_get_request  (const EntStripKey *key,
                                             EntOverviewRequest *request);
cairo_surface_t *ent_overview_strip_paint   (const EntStripKey *key,
                                             const EntSpan     *whole);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntStripKey, ent_strip_key_clear)

G_END_DECLS
