/* ent-page-size.h: lengths and sizes as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntPageSize:
 * @width: CSS pixels
 * @height: CSS pixels; 0: as much as it takes
 * @unit: the unit it was written in: "px", "mm", "cm", "in", "pt"; static
 */
typedef struct
{
  double      width;
  double      height;
  const char *unit;
} EntPageSize;

gboolean ent_page_size_parse       (const char        *text,
                                    EntPageSize       *size,
                                    GError           **error);
gboolean ent_page_size_is_physical (const EntPageSize *size);

G_END_DECLS
