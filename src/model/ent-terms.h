/* ent-terms.h: the closed word lists of the data model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"

G_BEGIN_DECLS

/** EntPhase: the phases of an incident, in the order of a clean course. */
typedef enum
{
  ENT_PHASE_INTRUSION,
  ENT_PHASE_DETECTION,
  ENT_PHASE_DISCLOSURE,
  ENT_PHASE_ATTRIBUTION,
  ENT_PHASE_REMEDIATION,
} EntPhase;
#define ENT_N_PHASES 5

/** EntStatus: how far an event has come about. An event without one is %ENT_STATUS_NONE. */
typedef enum
{
  ENT_STATUS_NONE,
  ENT_STATUS_DONE,
  ENT_STATUS_ONGOING,
  ENT_STATUS_PLANNED,
  ENT_STATUS_ANNOUNCED,
  ENT_STATUS_THREATENED,
  ENT_STATUS_CANCELLED,
} EntStatus;

/** EntConfidence: how firmly an incident is attributed; more is firmer. */
typedef enum
{
  ENT_CONFIDENCE_NOT_GIVEN,
  ENT_CONFIDENCE_NONE,
  ENT_CONFIDENCE_SUSPECTED,
  ENT_CONFIDENCE_PRIVATE_ASSESSMENT,
  ENT_CONFIDENCE_OFFICIAL_ACCUSATION,
  ENT_CONFIDENCE_CONFIRMED,
} EntConfidence;
#define ENT_N_CONFIDENCES 6

typedef enum
{
  ENT_LINK_RESPONDS_TO,
  ENT_LINK_ATTRIBUTES,
  ENT_LINK_DENIES,
  ENT_LINK_IMPLEMENTS,
  ENT_LINK_PART_OF,
  ENT_LINK_COMPARES_TO,
  ENT_LINK_FOLLOWS,
} EntLinkType;

/** EntBasis: the date a picture follows: the event's own, or that of a phase. */
typedef enum
{
  ENT_BASIS_OCCURRED,
  ENT_BASIS_INTRUSION,
  ENT_BASIS_DETECTION,
  ENT_BASIS_DISCLOSURE,
  ENT_BASIS_ATTRIBUTION,
  ENT_BASIS_REMEDIATION,
} EntBasis;

/** EntLaneOrder: in which order lanes stand, after those that were put first by hand. */
typedef enum
{
  ENT_LANE_ORDER_NATURAL, /* the facet's own: kinds as they look, the gravest and the firmest first, else by count */
  ENT_LANE_ORDER_COUNT,   /* most events first */
  ENT_LANE_ORDER_NAME,
  ENT_LANE_ORDER_DATE,    /* whose first event is the earliest */
} EntLaneOrder;

/** EntPairMode: which actors make the pairs of lanes by pair. */
typedef enum
{
  ENT_PAIRS_STATES,   /* the top-most: an agency stands for its state */
  ENT_PAIRS_RECORDED, /* those that the event names */
} EntPairMode;

/** EntUnmatched: what becomes of events that a query does not match. */
typedef enum
{
  ENT_UNMATCHED_HIDE,
  ENT_UNMATCHED_DIM,
} EntUnmatched;

/** EntLinksShown: which links a picture shows as arcs. */
typedef enum
{
  ENT_LINKS_DIRECT, /* those of the selected events */
  ENT_LINKS_NONE,
  ENT_LINKS_SECOND, /* and those of the events that these lead to */
  ENT_LINKS_THIRD,
  ENT_LINKS_CHAIN,  /* all that led to the selected events, and all that came of them */
  ENT_LINKS_ALL,    /* those of all events, selected or not */
} EntLinksShown;

/** EntVerification: whether the date was seen in a source. */
typedef enum
{
  ENT_VERIFICATION_NONE,
  ENT_VERIFICATION_VERIFIED,
  ENT_VERIFICATION_RECALLED,
} EntVerification;

/** EntTermList: which list a word is looked up in. */
typedef enum
{
  ENT_TERMS_PHASE,
  ENT_TERMS_STATUS,
  ENT_TERMS_CONFIDENCE,
  ENT_TERMS_LINK_TYPE,
  ENT_TERMS_BASIS,
  ENT_TERMS_VERIFICATION,
  ENT_TERMS_CRITICAL,
  ENT_TERMS_SOURCE_BASIS,
  ENT_TERMS_LANE_ORDER,
  ENT_TERMS_PAIR_MODE,
  ENT_TERMS_UNMATCHED,
  ENT_TERMS_LINKS,
} EntTermList;

gboolean    ent_terms_find (EntTermList list,
                            EntSlice    word,
                            int        *value);
const char *ent_terms_word (EntTermList list,
                            int         value);
char       *ent_terms_all  (EntTermList list);

gboolean    ent_status_is_not_done (EntStatus status);

G_END_DECLS
