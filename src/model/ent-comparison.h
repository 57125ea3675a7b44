/* ent-comparison.h: how many events there were before and after one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-facets.h"
#include "ent-period.h"
#include "ent-rate-ratio.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

#define ENT_COMPARISON_ERROR (ent_comparison_error_quark ())

/**
 * EntComparisonError:
 * @ENT_COMPARISON_ERROR_UNDATED: the pivot has no date on the basis
 * @ENT_COMPARISON_ERROR_NO_START: the pivot has no known start, so that nothing is before it
 * @ENT_COMPARISON_ERROR_NO_END: the pivot has no known end, so that nothing is after it
 * @ENT_COMPARISON_ERROR_TOO_FAR: a window reaches beyond %ENT_DATE_YEAR_LIMIT
 */
typedef enum
{
  ENT_COMPARISON_ERROR_UNDATED,
  ENT_COMPARISON_ERROR_NO_START,
  ENT_COMPARISON_ERROR_NO_END,
  ENT_COMPARISON_ERROR_TOO_FAR,
} EntComparisonError;

typedef enum
{
  ENT_SIDE_BEFORE,
  ENT_SIDE_AFTER,
} EntSide;
#define ENT_N_SIDES 2

/**
 * EntCovered:
 * @ENT_COVERED_NOT_KNOWN: the dataset says nothing of when it collects
 * @ENT_COVERED_NOT: no source collects in all of the window
 * @ENT_COVERED: one does, at least
 */
typedef enum
{
  ENT_COVERED_NOT_KNOWN,
  ENT_COVERED_NOT,
  ENT_COVERED,
} EntCovered;

/**
 * EntRate:
 * @least: events a year that there were at the least
 * @most: events a year that there may have been; both are NaN where the window is not covered
 */
typedef struct
{
  double least;
  double most;
} EntRate;

/**
 * EntComparisonRow:
 * @value: a value of its facet, or %ENT_FACET_VALUE_NONE for all events
 * @tallies: events by #EntSide
 * @rates: the same a year, a year being 365.2425 days
 * @has_ratio: whether both windows are covered, so that @ratio is set
 * @ratio: the rate after divided by the rate before; not to be shown when it says that there are too few
 */
typedef struct
{
  guint32      value;
  EntTally     tallies[ENT_N_SIDES];
  EntRate      rates[ENT_N_SIDES];
  gboolean     has_ratio;
  EntRateRatio ratio;
} EntComparisonRow;

/** The facets that are compared value by value, in this order. */
#define ENT_N_COMPARED_FACETS 4
extern const EntFacetId ent_compared_facets[ENT_N_COMPARED_FACETS];

/**
 * EntComparison:
 *
 * What was counted in two windows of the same calendar length, before and after an event, the pivot. Immutable and
 * atomically counted; any thread may read it.
 */
typedef struct _EntComparison EntComparison;

GQuark                  ent_comparison_error_quark   (void);

EntComparison          *ent_comparison_new           (EntDataset           *dataset,
                                                      EntBasis              basis,
                                                      EntRowSet            *rows,
                                                      guint32               pivot,
                                                      const EntPeriod      *period,
                                                      GError              **error);
EntComparison          *ent_comparison_ref           (EntComparison        *self);
void                    ent_comparison_unref         (EntComparison        *self);

EntDataset             *ent_comparison_get_dataset   (const EntComparison  *self);
EntBasis                ent_comparison_get_basis     (const EntComparison  *self);
guint32                 ent_comparison_get_event     (const EntComparison  *self);
const EntPeriod        *ent_comparison_get_period    (const EntComparison  *self);
const EntSpan          *ent_comparison_get_pivot     (const EntComparison  *self);
const EntSpan          *ent_comparison_get_window    (const EntComparison  *self,
                                                      EntSide               side);
EntCovered              ent_comparison_get_covered   (const EntComparison  *self,
                                                      EntSide               side);
const char *const      *ent_comparison_get_sources   (const EntComparison  *self,
                                                      EntSide               side);
gboolean                ent_comparison_shares_source (const EntComparison  *self);
guint                   ent_comparison_get_n_undated (const EntComparison  *self);
const EntComparisonRow *ent_comparison_get_total     (const EntComparison  *self);
const EntComparisonRow *ent_comparison_get_rows      (const EntComparison  *self,
                                                      EntFacetId            facet,
                                                      guint                *n_rows);
EntRowSet              *ent_comparison_get_events    (const EntComparison  *self,
                                                      EntFacetId            facet,
                                                      guint32               value,
                                                      EntSide               side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntComparison, ent_comparison_unref)

G_END_DECLS
