/* ent-date-bins.h: the time of a dataset in parts, and how many events begin in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-bin-range.h"
#include "ent-dataset.h"
#include "ent-row-set.h"
#include "ent-ticks.h"

G_BEGIN_DECLS

/** EntDateBins: the time of a dataset's events on a basis, in equal steps of the calendar. */
typedef struct _EntDateBins EntDateBins;

EntDateBins *ent_date_bins_new       (EntDataset        *dataset,
                                      EntBasis           basis,
                                      guint              most);
void         ent_date_bins_free      (EntDateBins       *self);
guint        ent_date_bins_get_size  (const EntDateBins *self);
void         ent_date_bins_count     (EntDateBins       *self,
                                      const EntRowSet   *rows);
const EntBin *ent_date_bins_get      (const EntDateBins *self);
guint        ent_date_bins_find      (const EntDateBins *self,
                                      gint64             time);
char        *ent_date_bins_dup_edtf  (const EntDateBins *self,
                                      guint              bin,
                                      gboolean           last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDateBins, ent_date_bins_free)

G_END_DECLS
