/* ent-date-text.h: dates and durations in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-duration.h"
#include "ent-slice.h"

G_BEGIN_DECLS

/**
 * EntDateStyle:
 * @ENT_DATE_STYLE_FULL: "7 May 2014 – 15 April 2015"
 * @ENT_DATE_STYLE_SHORT: the same with short names of months
 * @ENT_DATE_STYLE_BRIEF: the start alone, and no finer than its month: "May 2014"
 */
typedef enum
{
  ENT_DATE_STYLE_FULL,
  ENT_DATE_STYLE_SHORT,
  ENT_DATE_STYLE_BRIEF,
} EntDateStyle;

char *ent_date_text_words     (EntSlice           edtf,
                               EntDateStyle       style);
char *ent_date_text_between   (EntSlice           start,
                               EntSlice           end,
                               EntDateStyle       style);
char *ent_date_text_certainty (EntSlice           edtf,
                               EntSlice           end);
char *ent_date_text_span      (const EntSpan     *span);
char *ent_date_text_duration  (const EntDuration *duration);

G_END_DECLS
