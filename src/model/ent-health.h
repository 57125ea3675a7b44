/* ent-health.h: what of a dataset is worth another look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntHealthConcern:
 * @ENT_HEALTH_WRONG: it cannot be as it is written
 * @ENT_HEALTH_DOUBTFUL: it may well be so, but often is not
 * @ENT_HEALTH_MISSING: something is not said that a reader would ask for
 * @ENT_HEALTH_NOTE: good to know; nothing needs to be done
 *
 * How grave a finding is.
 */
typedef enum
{
  ENT_HEALTH_WRONG,
  ENT_HEALTH_DOUBTFUL,
  ENT_HEALTH_MISSING,
  ENT_HEALTH_NOTE,
} EntHealthConcern;

/**
 * EntHealthKind:
 * @ENT_HEALTH_END_BEFORE_START: an end that lies surely before its start, so that neither counts
 * @ENT_HEALTH_PHASES_OUT_OF_ORDER: a phase that begins surely before one it can only follow; an item each pair
 * @ENT_HEALTH_BROKEN_LINK: links to no event of the dataset, or to the event itself
 * @ENT_HEALTH_CIRCULAR_LINK: events that answer themselves by way of others; comparisons and parts have no before and
 *   after, and do not count
 * @ENT_HEALTH_ANSWER_BEFORE: an event that is surely over before what it answers begins; an item each link
 * @ENT_HEALTH_ATTRIBUTION_BEFORE_START: attributed surely before it starts
 * @ENT_HEALTH_FIRST_OF_MONTH: more dates to the day on the first of a month than chance would bring
 * @ENT_HEALTH_FIRST_OF_YEAR: more of them on 1 January
 * @ENT_HEALTH_LOOK_ALIKE: of one kind, at one time, and with nearly the same title as another event
 * @ENT_HEALTH_NOT_PLACED: no date, or none with a place in time
 * @ENT_HEALTH_NO_SOURCE: no source at all
 * @ENT_HEALTH_WEAK_SOURCES: sources, and each of them anonymous or recalled
 * @ENT_HEALTH_RECALLED: recalled rather than verified, as a whole or in a source
 * @ENT_HEALTH_ATTRIBUTED_BY_NOBODY: attributed, and by nobody who is named
 * @ENT_HEALTH_SOURCE_WITHOUT_ADDRESS: sources without an address
 * @ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER: sources without a publisher
 * @ENT_HEALTH_UNUSED_ACTOR: actors that have to do with no event, nor has anything that is part of them
 * @ENT_HEALTH_NOT_ATTRIBUTED: incidents that say nothing of an attribution, not even that there is none
 * @ENT_HEALTH_NO_SEVERITY: incidents without a severity
 *
 * "Surely" is by the bounds that are left when everything open is given the benefit of the doubt; a bound that is
 * open, unknown, or qualified as uncertain or approximate is never sure.
 *
 * Where the builder or a reader has reported something about a place in the file (an actor that is part of one there
 * is not, a value that could not be read), it is told there and not here; of links, and of dates of which nothing is
 * left, the events are listed here as well.
 */
typedef enum
{
  ENT_HEALTH_END_BEFORE_START,
  ENT_HEALTH_PHASES_OUT_OF_ORDER,
  ENT_HEALTH_BROKEN_LINK,
  ENT_HEALTH_CIRCULAR_LINK,
  ENT_HEALTH_ANSWER_BEFORE,
  ENT_HEALTH_ATTRIBUTION_BEFORE_START,
  ENT_HEALTH_FIRST_OF_MONTH,
  ENT_HEALTH_FIRST_OF_YEAR,
  ENT_HEALTH_LOOK_ALIKE,
  ENT_HEALTH_NOT_PLACED,
  ENT_HEALTH_NO_SOURCE,
  ENT_HEALTH_WEAK_SOURCES,
  ENT_HEALTH_RECALLED,
  ENT_HEALTH_ATTRIBUTED_BY_NOBODY,
  ENT_HEALTH_SOURCE_WITHOUT_ADDRESS,
  ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER,
  ENT_HEALTH_UNUSED_ACTOR,
  ENT_HEALTH_NOT_ATTRIBUTED,
  ENT_HEALTH_NO_SEVERITY,
} EntHealthKind;
#define ENT_N_HEALTH_KINDS 19

/**
 * EntHealthItem:
 * @row: an event, or %ENT_ROW_NONE when an actor is meant
 * @other: another event that is meant beside it, or %ENT_ROW_NONE: what it looks like, what it answers
 * @number: by kind: the actor; the circle, or the group of look-alikes, from 0; how many such links or sources the
 *   event has; the #EntLinkType of an answer; the #EntPhase that is too early; otherwise 0
 * @phase: of phases out of order, the #EntPhase that should have come first; otherwise 0
 */
typedef struct
{
  guint32 row;
  guint32 other;
  guint32 number;
  guint32 phase;
} EntHealthItem;

/**
 * EntHealthFinding:
 * @kind: what was found
 * @concern: how grave that is; the same for each of a kind
 * @n_events: how many events it concerns; 0 when it concerns actors
 * @n_found: how many there are of what the kind is about: events, links, circles, sources, dates, actors
 * @n_considered: out of how many
 * @expected: for a share that chance has a part in, how many it would bring; otherwise 0
 * @limited: whether there was more than could be looked at, so that there may be more of it
 * @n_items: how many items there are
 * @items: (array length=n_items): each thing that was found, events in the order of time, undated ones last;
 *   look-alikes and circles group by group
 */
typedef struct
{
  EntHealthKind        kind;
  EntHealthConcern     concern;
  guint                n_events;
  guint                n_found;
  guint                n_considered;
  double               expected;
  gboolean             limited;
  guint                n_items;
  const EntHealthItem *items;
} EntHealthFinding;

/**
 * EntHealth:
 *
 * What of a dataset is worth another look, found by the dataset alone. Immutable and atomically counted; any thread
 * may read it.
 */
typedef struct _EntHealth EntHealth;

EntHealth              *ent_health_new               (EntDataset             *dataset,
                                                      GCancellable           *cancellable,
                                                      GError                **error);
EntHealth              *ent_health_ref               (EntHealth              *self);
void                    ent_health_unref             (EntHealth              *self);

EntDataset             *ent_health_get_dataset       (const EntHealth        *self);
guint                   ent_health_get_size          (const EntHealth        *self);
const EntHealthFinding *ent_health_get               (const EntHealth        *self,
                                                      guint                   index);
const EntHealthFinding *ent_health_find              (const EntHealth        *self,
                                                      EntHealthKind           kind);
EntRowSet              *ent_health_get_rows          (const EntHealth        *self,
                                                      const EntHealthFinding *finding);

/**
 * EntHealthEscapeFunc:
 * @text: valid UTF-8 of the dataset, or words of the report
 *
 * Returns: (transfer full): the same on one line
 */
typedef char *(*EntHealthEscapeFunc) (const char *text);

const char             *ent_health_kind_get_id       (EntHealthKind           kind);
EntHealthConcern        ent_health_kind_get_concern  (EntHealthKind           kind);
const char             *ent_health_concern_get_id    (EntHealthConcern        concern);
char                   *ent_health_describe          (const EntHealthFinding *finding);
char                   *ent_health_describe_item     (const EntHealth        *self,
                                                      const EntHealthFinding *finding,
                                                      guint                   index);
char                   *ent_health_describe_line     (const EntHealth        *self,
                                                      const EntHealthFinding *finding,
                                                      guint                   index);
const char             *ent_health_kind_explain      (EntHealthKind           kind);
const char             *ent_health_concern_name      (EntHealthConcern        concern);
const char             *ent_health_concern_explain   (EntHealthConcern        concern);
char                   *ent_health_dup_date          (EntDataset             *dataset,
                                                      guint32                 row);
char                   *ent_health_report            (const EntHealth        *self,
                                                      const char             *name,
                                                      guint                   most,
                                                      EntHealthEscapeFunc     escape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHealth, ent_health_unref)

G_END_DECLS
