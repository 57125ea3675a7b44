/* ent-words.h: the few words a picture draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "ent-terms.h"
#include "ent-theme.h"
#include "ent-ticks.h"

G_BEGIN_DECLS

/**
 * EntWords:
 *
 * What a picture says besides the events' own texts, in the picture's language, which is never the
 * process's. Month names, digits and date forms come from ICU.
 */
typedef struct _EntWords EntWords;

/** EntWord: a fixed phrase. */
typedef enum
{
  ENT_WORD_INCIDENT, /* the four kinds in the order of EntKindStyle, one and several */
  ENT_WORD_MEETING,
  ENT_WORD_STATEMENT,
  ENT_WORD_EVENT,
  ENT_WORD_INCIDENTS,
  ENT_WORD_MEETINGS,
  ENT_WORD_STATEMENTS,
  ENT_WORD_EVENTS,
  ENT_WORD_UNSEEN_THEN_KNOWN,
  ENT_WORD_UNSEEN,
  ENT_WORD_KNOWN,
  ENT_WORD_ACTIVITY,
  ENT_WORD_DETECTED,
  ENT_WORD_REMEDIED,
  ENT_WORD_DISCLOSED,
  ENT_WORD_ATTRIBUTED,
  ENT_WORD_LASTING,
  ENT_WORD_NO_ATTRIBUTION,
  ENT_WORD_SUSPECTED,
  ENT_WORD_PRIVATE_ASSESSMENT,
  ENT_WORD_OFFICIAL_ACCUSATION,
  ENT_WORD_CONFIRMED,
  ENT_WORD_DENIED,
  ENT_WORD_NOT_DONE,         /* "Not done: {1}" */
  ENT_WORD_PLANNED,          /* the states of what is not done in the order of EntStatus */
  ENT_WORD_ANNOUNCED,
  ENT_WORD_THREATENED,
  ENT_WORD_CANCELLED,
  ENT_WORD_SEVERITY,         /* "Severity {1}" */
  ENT_WORD_COARSE,
  ENT_WORD_SEASON,
  ENT_WORD_ABOUT,
  ENT_WORD_UNCERTAIN,
  ENT_WORD_OPEN_END,
  ENT_WORD_UNKNOWN_END,
  ENT_WORD_ONE_OF,
  ENT_WORD_ALL_OF,
  ENT_WORD_GOES_ON,
  ENT_WORD_SELECTED,
  ENT_WORD_FOLD,
  ENT_WORD_COLUMN,
  ENT_WORD_SHADE,
  ENT_WORD_LINK, /* the types in the order of EntLinkType, read from the earlier event */
  ENT_WORD_LINK_ATTRIBUTES,
  ENT_WORD_LINK_DENIES,
  ENT_WORD_LINK_IMPLEMENTS,
  ENT_WORD_LINK_PART_OF,
  ENT_WORD_LINK_COMPARES_TO,
  ENT_WORD_LINK_FOLLOWS,
  ENT_WORD_TODAY,
  ENT_WORD_AS_OF,            /* "as of {1}", of a day */
  ENT_WORD_MORE_BEGUN,       /* "{1} more had begun", and nobody knew */
  ENT_WORD_MORE_MAY_HAVE_BEGUN, /* "{1} to {2} more had begun" */
  ENT_WORD_DECADE,           /* "{1}s", of 1970 */
  ENT_WORD_EVENT_COUNT,      /* "{1} of {2} events, {3}" */
  ENT_WORD_EVENT_COUNT_ONE,  /* "{1} of one event, {2}" */
  ENT_WORD_NO_EVENTS,
  ENT_WORD_UNDATED,          /* "{1} not placed in time" */
  ENT_WORD_REPEATED,         /* "{1} in more than one lane" */
  ENT_WORD_ALL_EVENTS,
  ENT_WORD_OTHER_VALUES,     /* "Other ({1})", so many values */
  ENT_WORD_DONE,
  ENT_WORD_ONGOING,
  ENT_WORD_VERIFIED,
  ENT_WORD_RECALLED,
  ENT_WORD_NO_CATEGORY,
  ENT_WORD_NO_ACTOR,
  ENT_WORD_NO_INITIATOR,
  ENT_WORD_NO_TARGET,
  ENT_WORD_NO_PAIR,
  ENT_WORD_NO_PLACE,
  ENT_WORD_NO_TAG,
  ENT_WORD_NO_SEVERITY,
  ENT_WORD_ATTRIBUTION_NOT_GIVEN,
  ENT_WORD_NO_STATUS,
  ENT_WORD_NO_SECTOR,
  ENT_WORD_NOT_VERIFIED,
  ENT_WORD_NO_FIELD,         /* "No {1}", of a further field */
  ENT_WORD_BEFORE,           /* of a comparison, from here on */
  ENT_WORD_AFTER,
  ENT_WORD_RATIO,
  ENT_WORD_INTERVAL,
  ENT_WORD_A_YEAR,           /* "{1} a year" */
  ENT_WORD_TOO_FEW,
  ENT_WORD_NOT_COVERED,
  ENT_WORD_WINDOW_BEFORE,    /* "Before: {1}", a span */
  ENT_WORD_WINDOW_AFTER,
  ENT_WORD_MATCHING,         /* "Events that match: {1}", a query */
  ENT_WORD_BY_PHASE,         /* "Incidents by their phase: {1}" */
  ENT_WORD_BY_KIND,          /* the compared facets in their order */
  ENT_WORD_BY_CATEGORY,
  ENT_WORD_BY_PAIR,
  ENT_WORD_BY_SEVERITY,
  ENT_WORD_MORE_VALUES,      /* "and {1} more" */
  ENT_WORD_NOTE_COUNTED,
  ENT_WORD_NOTE_TWO_NUMBERS,
  ENT_WORD_NOTE_UNDATED,     /* "Not placed in time and not counted: {1}." */
  ENT_WORD_NOTE_NO_COVERAGE,
  ENT_WORD_NOTE_NOT_COVERED,
  ENT_WORD_NOTE_NOT_SHARED,
  ENT_WORD_NOTE_INTERVALS,   /* with how many there are */
  ENT_WORD_NOTE_CAUSE,
  ENT_WORD_LIST_COMMA,
} EntWord;
#define ENT_N_WORDS (ENT_WORD_LIST_COMMA + 1)

EntWords   *ent_words_new          (const char      *language);
void        ent_words_free         (EntWords        *self);
gboolean    ent_words_has_language (const EntWords  *self);
const char *ent_words_get          (const EntWords  *self,
                                    EntWord          word);
char       *ent_words_fill         (const EntWords  *self,
                                    EntWord          word,
                                    ...) G_GNUC_NULL_TERMINATED;
char       *ent_words_number       (const EntWords  *self,
                                    gint64           number);
char       *ent_words_tick         (const EntWords  *self,
                                    EntTickStep      step,
                                    gint64           tick,
                                    gboolean         upper);
char       *ent_words_span         (const EntWords  *self,
                                    gint64           start,
                                    gint64           end);
char       *ent_words_as_of        (const EntWords  *self,
                                    gint64           end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWords, ent_words_free)

G_END_DECLS
