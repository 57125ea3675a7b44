/* ent-timeline-packer.h: packs timelines and keeps some of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-timeline.h"

G_BEGIN_DECLS

/* What packings are as wide as: they do not depend on the width of a view, and serve for any that is less. */
#define ENT_PACKING_WIDTH 16384.0

/**
 * EntPackingKey:
 * @dataset: the events
 * @rows: (nullable): those of them that are shown; %NULL for all. Another set is another packing, equal or not
 * @grouping: (nullable): what makes the lanes; %NULL for kinds
 * @language: (nullable): of titles and words; by g_intern_string()
 * @basis: which dates
 * @step: the zoom step
 * @height: of axis and lanes together, that lanes may share
 * @today: seconds UTC
 *
 * All that a packing depends on. Compared whole.
 */
typedef struct
{
  EntDataset *dataset;
  EntRowSet  *rows;
  EntGrouping *grouping;
  const char *language;
  EntBasis    basis;
  int         step;
  double      height;
  gint64      today;
} EntPackingKey;

gboolean ent_packing_key_equal (const EntPackingKey *a,
                                const EntPackingKey *b);

/**
 * EntTimelinePacker:
 *
 * Makes the packings that are asked for: a small one at once, a large one in a thread, one at a time. Keeps the last
 * few, since one zooms in and out again. Belongs to the main thread.
 */
typedef struct _EntTimelinePacker EntTimelinePacker;

void               ent_timeline_packer_prepare (GBytes           *likely);
EntTimelinePacker *ent_timeline_packer_new    (GSourceFunc          packed,
                                               gpointer             data);
void               ent_timeline_packer_free   (EntTimelinePacker   *self);
EntTimeline       *ent_timeline_packer_get    (EntTimelinePacker   *self,
                                               const EntPackingKey *key);
EntTimeline       *ent_timeline_packer_peek   (EntTimelinePacker   *self,
                                               const EntPackingKey *key);
void               ent_timeline_packer_forget (EntTimelinePacker   *self);
EntTextMeasure    *ent_timeline_packer_get_measure (EntTimelinePacker *self,
                                               const char          *language);
const EntWords    *ent_timeline_packer_get_words (EntTimelinePacker *self,
                                               const char          *language);
PangoContext      *ent_timeline_packer_get_context (EntTimelinePacker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimelinePacker, ent_timeline_packer_free)

G_END_DECLS
