/* ent-pdf-writer.h: a scene as PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-figure-info.h"
#include "ent-scene.h"

G_BEGIN_DECLS

GBytes *ent_pdf_write (const EntScene       *scene,
                       const EntFigureInfo  *info,
                       GError              **error);

G_END_DECLS
