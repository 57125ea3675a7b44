/* ent-counts-strip-private.h: what the files of the strip of counts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-counts-strip.h"
#include "ent-histogram.h"
#include "ent-span-motion.h"

G_BEGIN_DECLS

struct _EntCountsStrip
{
  GtkWidget       parent_instance;
  EntSession     *session;    /* (owned) */
  EntRowSet      *rows;       /* (owned) (nullable): what is counted; all if there is none */
  EntColoring    *coloring;   /* (owned) (nullable) */
  EntSpanMotion  *motion;     /* (owned): as the timeline's */

  EntDataset     *dataset;    /* (owned) (nullable): what @histogram counts, or @job will */
  EntBasis        basis;
  EntHistogram   *histogram;  /* (owned) (nullable) */
  GCancellable   *job;        /* (owned) (nullable) */

  PangoContext   *context;    /* (owned) */
  EntTextMeasure *measure;    /* (owned) (nullable) */
  EntWords       *words;      /* (owned) (nullable) */
  const char     *language;   /* interned: of @measure and @words */

  gboolean        has_cursor;
  EntTickStep     step;       /* of @cursor and @anchor */
  EntSpan         cursor;     /* a bin */
  EntSpan         anchor;     /* the other end of what is selected; as @cursor when that is one bin */

  gboolean        has_pointer;
  double          pointer_x;
  gboolean        dragging;   /* far enough to be one */
  double          drag_x;
  GtkWidget      *menu;       /* (nullable): made when first asked for */
  char           *said;       /* (owned) (nullable): the value text */
};

/* ent-counts-strip.c */
gboolean ent_counts_strip_get_scale    (EntCountsStrip    *self,
                                        EntTimeScale      *scale,
                                        EntTickStep       *step);
gboolean ent_counts_strip_bin_at       (EntCountsStrip    *self,
                                        double             x,
                                        EntSpan           *bin);
void     ent_counts_strip_select       (EntCountsStrip    *self,
                                        const EntTickStep *step,
                                        const EntSpan     *cursor,
                                        const EntSpan     *anchor);
void     ent_counts_strip_unselect     (EntCountsStrip    *self);
void     ent_counts_strip_get_selected (EntCountsStrip    *self,
                                        EntSpan           *span);
char    *ent_counts_strip_say          (EntCountsStrip    *self,
                                        const EntTickStep *step,
                                        const EntSpan     *span,
                                        gboolean           with_parts);
void     ent_counts_strip_zoom         (EntCountsStrip    *self);
void     ent_counts_strip_filter       (EntCountsStrip    *self);

/* ent-counts-strip-input.c */
void     ent_counts_strip_add_controllers (EntCountsStrip *self);
void     ent_counts_strip_class_add_keys  (GtkWidgetClass *widget_class);

G_END_DECLS
