/* pictures.h: scenes to look at, and what must hold in each of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-scene.h"
#include "ent-style.h"
#include "ent-text-measure.h"

G_BEGIN_DECLS

/** Picture: a timeline alone on its page. */
typedef struct
{
  EntDataset     *dataset;
  EntSpan         span;
  EntBasis        basis;
  double          x;
  double          y;
  double          width;
  double          height; /* 0: as much as it takes */
  EntStyle        style;
  const char     *language;
  const guint32  *selected;
  guint           n_selected;
  EntTextMeasure *measure;
} Picture;

/** Ways an event in view can be shown. */
typedef struct
{
  guint64 n_marks;
  guint64 n_folded;
  guint64 n_counted; /* in columns */
  guint   n_labels;
} Shown;

typedef struct
{
  guint64 state;
} Dice;

EntDataset     *pictures_open_bundled   (void);
EntDataset     *pictures_read           (const char     *json);
EntDataset     *pictures_read_whole     (const char     *format,
                                         const char     *events);
EntTextMeasure *pictures_new_measure    (gboolean        real);
EntScene       *pictures_draw           (const Picture  *picture,
                                         double         *height);
void            pictures_check          (const Picture  *picture,
                                         const EntScene *scene,
                                         double          height,
                                         Shown          *shown);
void            pictures_check_items    (const EntScene *scene);
void            pictures_compare_golden (const char     *name,
                                         const char     *text);

guint64         dice_next               (Dice           *dice);
double          dice_between            (Dice           *dice,
                                         double          low,
                                         double          high);
void            dice_span               (Dice           *dice,
                                         EntDataset     *dataset,
                                         EntSpan        *span);

G_END_DECLS
