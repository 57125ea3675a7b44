/* ent-histogram.h: how many events begin when, as columns over the axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/** EntGrain: the smallest calendar unit that a start lies in, whatever of it is not known; from fine to coarse. */
typedef enum
{
  ENT_GRAIN_SECOND,
  ENT_GRAIN_DAY,
  ENT_GRAIN_MONTH,
  ENT_GRAIN_QUARTER,
  ENT_GRAIN_YEAR,
  ENT_GRAIN_DECADE,
  ENT_GRAIN_CENTURY,
  ENT_GRAIN_COARSER,
} EntGrain;
#define ENT_N_GRAINS (ENT_GRAIN_COARSER + 1)

/**
 * EntHistogramBin:
 * @span: a calendar unit
 * @counts: how many events may begin there first, by the class of their colour
 * @coarse: how many of these may as well begin in another
 * @total: of all classes
 * @n_coarse: of these, how many may begin in another
 * @grains: bits by #EntGrain, of those that may
 */
typedef struct
{
  EntSpan span;
  guint   counts[ENT_MAX_CLASSES];
  guint   coarse[ENT_MAX_CLASSES];
  guint   total;
  guint   n_coarse;
  guint   grains;
} EntHistogramBin;

/**
 * EntHistogramRequest:
 * @span: what is drawn, not empty
 * @y: top
 * @height: down to the line that the columns stand on
 * @scale: whether the highest count is written, at the left edge of the view
 */
typedef struct
{
  EntSpan  span;
  double   y;
  double   height;
  gboolean scale;
} EntHistogramRequest;

/**
 * EntHistogram:
 *
 * The starts of events, so that any calendar unit can be counted without asking each event. Immutable and atomically
 * counted: any thread may read it.
 *
 * An event is counted where its earliest start lies; if that is not known, at the first time that is known of it. What
 * has no place in time, or one too far away, is not counted.
 */
typedef struct _EntHistogram EntHistogram;

EntHistogram *ent_histogram_new         (EntDataset                *dataset,
                                         EntBasis                   basis,
                                         EntRowSet                 *rows,
                                         EntColoring               *coloring);
EntHistogram *ent_histogram_ref         (EntHistogram              *self);
void          ent_histogram_unref       (EntHistogram              *self);

const EntColoring *ent_histogram_get_coloring (const EntHistogram  *self);
guint         ent_histogram_get_total   (const EntHistogram        *self);
guint         ent_histogram_get_highest (const EntHistogram        *self,
                                         const EntTickStep         *step);
void          ent_histogram_get_bin     (const EntHistogram        *self,
                                         const EntTickStep         *step,
                                         const EntSpan             *span,
                                         EntHistogramBin           *bin);
EntTickStep   ent_histogram_choose_step (const EntTimeScale        *scale);
void          ent_histogram_draw        (const EntHistogram        *self,
                                         EntDrawing                *drawing,
                                         const EntHistogramRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHistogram, ent_histogram_unref)

G_END_DECLS
