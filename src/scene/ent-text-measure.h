/* ent-text-measure.h: how wide a text will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * EntTextMeasure:
 *
 * Measures text once for all outputs: no hinting, unrounded positions, so that a
 * width is proportional to the size. Belongs to one thread.
 */
typedef struct _EntTextMeasure EntTextMeasure;

/** The families of every picture when none is named: Latin, Chinese, Arabic. */
#define ENT_FONT_FAMILIES "Noto Sans, Noto Sans CJK SC, Noto Naskh Arabic"

/** The one size texts are laid out at, CSS pixels: so large that Pango's unit of 1/1024 does not show. */
#define ENT_TEXT_MEASURE_SIZE 200.0

EntTextMeasure *ent_text_measure_new_pango (PangoContext   *context,
                                            const char     *families,
                                            const char     *language);
EntTextMeasure *ent_text_measure_new_fixed (void);
void            ent_text_measure_free      (EntTextMeasure *self);
double          ent_text_measure_width     (EntTextMeasure *self,
                                            const char     *text,
                                            gssize          length,
                                            double          size,
                                            gboolean        bold);

/* The one way a text becomes a layout, for measuring and for painting alike. */
void            ent_text_measure_prepare_context (PangoContext *context);
void            ent_text_measure_set_up_layout   (PangoLayout  *layout,
                                                  const char   *families,
                                                  const char   *language,
                                                  const char   *text,
                                                  gssize        length,
                                                  double        size,
                                                  gboolean      bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTextMeasure, ent_text_measure_free)

G_END_DECLS
