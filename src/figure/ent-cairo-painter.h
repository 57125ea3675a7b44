/* ent-cairo-painter.h: a scene painted with cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-scene.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

void ent_cairo_painter_paint (const EntScene *scene,
                              cairo_t        *cr,
                              const char     *families,
                              PangoContext   *context);

G_END_DECLS
