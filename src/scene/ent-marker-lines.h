/* ent-marker-lines.h: markers A and B over a timeline, and what is between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"

G_BEGIN_DECLS

/**
 * EntMarkerLines:
 * @set: which of the two are there
 * @from: where each stands, seconds UTC
 * @to: until when each may stand, if it is not known to the second
 * @letters: their names
 * @between: (nullable): the time between them in words
 * @top: where the flags stand
 * @bottom: where the lines end
 */
typedef struct
{
  gboolean    set[2];
  gint64      from[2];
  gint64      to[2];
  const char *letters[2];
  const char *between;
  double      top;
  double      bottom;
} EntMarkerLines;

void ent_marker_lines_draw (const EntMarkerLines *self,
                            EntDrawing           *drawing);
int  ent_marker_lines_hit  (const EntMarkerLines *self,
                            const EntTimeScale   *scale,
                            double                x,
                            double                y,
                            gboolean             *flag);

G_END_DECLS
