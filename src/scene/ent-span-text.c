/* ent-span-text.c: the time in view, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-span-text.h"

#include "ent-calendar.h"
#include "ent-ticks.h"
#include "ent-time-scale.h"

/* A part of the view, of which so much beside all that is known is no more than a margin. */
#define MARGIN 0.05

/* Outwards, to whole units. */
static void
widen (EntSpan           *span,
       const EntTickStep *step)
{
  gint64 last = ent_ticks_floor (step, span->end);

  span->start = ent_ticks_floor (step, span->start);
  if (last != span->end)
    span->end = ent_ticks_next (step, last);
}

/**
 * ent_span_text:
 * @words: the words
 * @span: what is in view, not empty
 * @known: (nullable): from the first to the last that is known of what can be seen
 *
 * Says what a view of everything is about, and not that there is a little room beside it: where what is known ends just
 * within the view, its end counts. Of more than two years the years alone are said then, of less the days.
 *
 * Returns: (transfer full): as ent_words_span()
 */
char *
ent_span_text (const EntWords *words,
               const EntSpan  *span,
               const EntSpan  *known)
{
  static const EntTickStep day = { ENT_TICK_DAY, 1 };
  static const EntTickStep year = { ENT_TICK_YEAR, 1 };
  double margin = MARGIN * ((double) span->end - (double) span->start);
  EntSpan said = *span;

  if (known != NULL && known->start > span->start && (double) known->start - (double) span->start <= margin)
    said.start = known->start;
  if (known != NULL && known->end < span->end && (double) span->end - (double) known->end <= margin)
    said.end = known->end;
  if (!ent_span_equal (&said, span) && !ent_span_is_empty (&said))
    widen (&said, (double) said.end - (double) said.start > 2 * ENT_SECONDS_PER_YEAR ? &year : &day);
  return ent_words_span (words, said.start, said.end);
}
