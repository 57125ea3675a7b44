/* ent-marks.h: the signs a picture is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-extent.h"

G_BEGIN_DECLS

/** EntBarEnd: how an end of a bar is drawn; a plain end is cut straight. */
typedef enum
{
  ENT_BAR_END_PLAIN,
  ENT_BAR_END_ABOUT,
  ENT_BAR_END_UNCERTAIN,
  ENT_BAR_END_BOTH,
  ENT_BAR_END_OPEN,
} EntBarEnd;

/** EntMarksParts: what of an event is drawn. */
typedef enum
{
  ENT_MARKS_BODY = 1 << 0,  /* its mark, bars and phases */
  ENT_MARKS_EDGES = 1 << 1, /* chevrons where it goes on outside the view */
  ENT_MARKS_OPEN = 1 << 2,  /* with the chevrons: one for an open end, too, which fades out further on */
} EntMarksParts;

void ent_marks_head      (EntDrawing   *drawing,
                          EntKindStyle  kind,
                          double        x,
                          double        y,
                          double        radius,
                          EntConfidence confidence,
                          gboolean      denied,
                          gboolean      not_done);
void ent_marks_bar       (EntDrawing   *drawing,
                          EntColor      color,
                          double        from,
                          double        to,
                          double        y,
                          double        height,
                          EntBarEnd     start,
                          EntBarEnd     end,
                          double        start_length,
                          double        end_length,
                          gboolean      round);
void ent_marks_phase     (EntDrawing   *drawing,
                          EntPhase      phase,
                          double        x,
                          double        y,
                          EntColor      color);
void ent_marks_event     (EntDrawing     *drawing,
                          const EntPlace *place,
                          double          y,
                          EntMarksParts   parts);
void ent_marks_event_head (EntDrawing    *drawing,
                          const EntPlace *place,
                          double          x,
                          double          y);
void ent_marks_event_short (EntDrawing   *drawing,
                          const EntPlace *place,
                          double          x,
                          double          y,
                          double          reach);
void ent_marks_selection (EntDrawing     *drawing,
                          const EntPlace *place,
                          double          y);
void ent_marks_fold      (EntDrawing   *drawing,
                          EntKindStyle  kind,
                          double        x,
                          double        y,
                          guint         count,
                          const guint  *classes);

EntBarEnd ent_bar_end_of (guint         qualifiers);

G_END_DECLS
