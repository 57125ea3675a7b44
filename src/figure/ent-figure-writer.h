/* ent-figure-writer.h: the formats of pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-figure-info.h"
#include "ent-scene.h"

G_BEGIN_DECLS

/**
 * EntFigureWriter:
 * @id: its name in options and settings
 * @suffix: how file names end, with the dot, in lower case
 * @mime_type: its MIME type
 * @name: its name for people, marked with N_()
 * @has_pixels: whether it is made of pixels, so that its resolution matters
 * @write: writes a scene
 *
 * One row of the table of formats.
 */
typedef struct
{
  const char *id;
  const char *suffix;
  const char *mime_type;
  const char *name;
  gboolean    has_pixels;
  GBytes   *(*write) (const EntScene      *scene,
                      const EntFigureInfo *info,
                      GError             **error);
} EntFigureWriter;

#define ENT_N_FIGURE_WRITERS 3

const EntFigureWriter *ent_figure_writer_get      (guint       index);
const EntFigureWriter *ent_figure_writer_find     (const char *id);
const EntFigureWriter *ent_figure_writer_for_name (const char *file_name);

G_END_DECLS
