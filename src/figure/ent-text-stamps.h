/* ent-text-stamps.h: texts as pictures, made once and painted often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-scene.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * EntTextStamps:
 *
 * Paints texts with halos into pictures of pixels: letters stand on quarters of a pixel and lines on whole
 * ones. Stroking the halo of a label takes cairo a millisecond, its stamp a few microseconds.
 * Belongs to a PangoContext, and so to a thread.
 */
typedef struct _EntTextStamps EntTextStamps;

EntTextStamps *ent_text_stamps_get   (PangoContext  *context);
void           ent_text_stamps_begin (EntTextStamps *self,
                                      cairo_t       *cr,
                                      const char    *families,
                                      const char    *language);
gboolean       ent_text_stamps_paint (EntTextStamps *self,
                                      cairo_t       *cr,
                                      PangoLayout   *layout,
                                      const EntItem *item,
                                      const char    *text);

G_END_DECLS
