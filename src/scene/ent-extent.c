/* ent-extent.c: how an event lies on the time axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-extent.h"

#include <math.h>

#include "ent-as-of.h"

/* What says that a date is not sure is seen so far beside its mark, CSS pixels at mark size 1. */
#define UNSURE 9.0

/* With years narrower than this phases cannot be told apart: an incident is drawn by its date alone. */
#define MIN_CHAIN_PX_PER_YEAR 50.0

/* Zoomed in to hours, a day is as coarse as a year was. */
#define MAX_POINT_WIDTH 64.0

static double
bound_x (const EntBound     *bound,
         const EntTimeScale *scale,
         double              otherwise)
{
  return bound->kind == ENT_BOUND_KNOWN ? ent_time_scale_to_x (scale, bound->time) : otherwise;
}

/**
 * ent_extent_from_date:
 * @extent: (out caller-allocates): the date in pixels
 * @date: a date with at least one known bound
 * @scale: the scale
 *
 * An unknown end falls on the last that is known of the start, and the other way round: it takes
 * no room, for nothing is known of it.
 */
void
ent_extent_from_date (EntExtent          *extent,
                      const EntDate      *date,
                      const EntTimeScale *scale)
{
  gboolean unknown_start = date->earliest_start.kind == ENT_BOUND_UNKNOWN;
  gboolean unknown_end = date->latest_end.kind == ENT_BOUND_UNKNOWN;

  *extent = (EntExtent){
    .start_qualifiers = date->earliest_start.qualifiers,
    .end_qualifiers = date->latest_end.qualifiers,
    .start_kind = date->earliest_start.kind,
    .end_kind = date->latest_end.kind,
    .form = date->form,
    .start_precision = date->start_precision,
    .end_precision = date->end_precision,
    .interval = date->form == ENT_DATE_INTERVAL || date->form == ENT_DATE_ALL_OF,
    .coarse_start = date->start_precision > ENT_PRECISION_DAY,
    .coarse_end = date->end_precision > ENT_PRECISION_DAY,
  };
  extent->start0 = bound_x (&date->earliest_start, scale, -HUGE_VAL);
  extent->start1 = bound_x (&date->latest_start, scale, extent->start0);
  extent->end1 = bound_x (&date->latest_end, scale, HUGE_VAL);
  extent->end0 = bound_x (&date->earliest_end, scale, extent->end1);
  if (unknown_start)
    extent->start0 = extent->start1 = extent->end0;
  if (unknown_end)
    extent->end0 = extent->end1 = extent->start1;
}

/**
 * ent_extent_of_event:
 * @extent: (out caller-allocates): the date in pixels
 * @dataset: whose event it is
 * @date: a date of an event, with at least one known bound
 * @scale: the scale
 *
 * As ent_extent_from_date(), but cut at the day as of which the dataset is. An end that is open then fades out there.
 */
void
ent_extent_of_event (EntExtent          *extent,
                     EntDataset         *dataset,
                     const EntDate      *date,
                     const EntTimeScale *scale)
{
  const gint64 *as_of = ent_dataset_get_as_of (dataset);
  double edge;

  ent_extent_from_date (extent, date, scale);
  if (as_of == NULL)
    return;
  edge = ent_time_scale_to_x (scale, *as_of);
  extent->start0 = fmin (extent->start0, edge);
  extent->start1 = fmin (extent->start1, edge);
  extent->end0 = fmin (extent->end0, edge);
  extent->end1 = fmin (extent->end1, edge);
}

/** ent_kind_half_width: (skip): half the width of a kind's shape of @radius, CSS pixels */
double
ent_kind_half_width (EntKindStyle kind,
                     double       radius)
{
  static const double factors[] = { 1.25, 1, 0.74, 1 };

  return factors[kind] * radius;
}

/** ent_kind_half_height: (skip): half the height of a kind's shape of @radius, CSS pixels */
double
ent_kind_half_height (EntKindStyle kind,
                      double       radius)
{
  static const double factors[] = { 1.25, 1, 1.08, 1 };

  return factors[kind] * radius;
}

static double
middle (double a,
        double b)
{
  if (isinf (a))
    return b;
  if (isinf (b))
    return a;
  return a + (b - a) / 2;
}

/**
 * ent_place_unsure_reach:
 * @place: where an event lies, with its form and date
 * @style: the sizes of marks
 *
 * Returns: how far beside the middle of its mark one must see that its date is not sure, CSS pixels; 0 where the date is
 *   sure, or a bar says so
 */
double
ent_place_unsure_reach (const EntPlace *place,
                        const EntStyle *style)
{
  gboolean moment = place->form == ENT_PLACE_POINT || place->form == ENT_PLACE_COARSE ||
                    (place->form == ENT_PLACE_CHAIN && !place->date.interval);

  if (!moment || (place->date.start_qualifiers | place->date.end_qualifiers) == 0)
    return 0;
  return ent_kind_half_width (place->kind, place->radius) + UNSURE * style->mark;
}

/* A chain reaches from the first thing known of it to the last. */
static void
stretch_over_phases (EntPlace           *place,
                     EntDataset         *dataset,
                     const EntTimeScale *scale)
{
  for (int phase = 0; phase < ENT_N_PHASES; phase++)
    {
      EntDate date;
      EntExtent extent;

      if (!ent_dataset_get_phase (dataset, place->row, phase, &date, NULL) || !ent_date_is_placed (&date))
        continue;
      ent_extent_of_event (&extent, dataset, &date, scale);
      if (phase == ENT_PHASE_INTRUSION)
        place->left = fmin (place->left, extent.start0);
      place->right = fmax (place->right, extent.interval ? extent.end1 : extent.start1);
    }
}

/**
 * ent_place_event:
 * @place: (out caller-allocates): where the event lies
 * @dataset: a dataset
 * @row: an event of it
 * @basis: which date it stands at
 * @scale: the scale
 * @style: the sizes of marks
 *
 * Returns: %FALSE if the event has no place in time on that basis
 */
gboolean
ent_place_event (EntPlace           *place,
                 EntDataset         *dataset,
                 guint32             row,
                 EntBasis            basis,
                 const EntTimeScale *scale,
                 const EntStyle     *style)
{
  EntExtent *date = &place->date;
  const EntDate *value = ent_dataset_peek_date (dataset, row, basis);
  double half;

  if (value == NULL)
    return FALSE;

  place->row = row;
  place->kind = ent_kind_style (ent_dataset_get_kind_word (dataset, row));
  place->radius = ent_style_radius (style, ent_dataset_get_severity (dataset, row));
  half = ent_kind_half_width (place->kind, place->radius);
  ent_extent_of_event (date, dataset, value, scale);
  place->left = date->start0;
  place->right = date->end1;

  if (basis == ENT_BASIS_OCCURRED && ent_time_scale_px_per_year (scale) >= MIN_CHAIN_PX_PER_YEAR * style->mark &&
      (ent_dataset_has_phases (dataset, row) ||
       (place->kind == ENT_KIND_INCIDENT && date->form != ENT_DATE_ONE_OF && date->form != ENT_DATE_ALL_OF)))
    {
      place->form = ENT_PLACE_CHAIN;
      stretch_over_phases (place, dataset, scale);
    }
  else if (date->form == ENT_DATE_ONE_OF || date->form == ENT_DATE_ALL_OF)
    place->form = ENT_PLACE_SET;
  else if (date->interval)
    place->form = date->end1 - date->start0 > 2.4 * place->radius || date->end_kind != ENT_BOUND_KNOWN ||
                      date->start_kind != ENT_BOUND_KNOWN
                    ? ENT_PLACE_BAR
                    : ENT_PLACE_POINT;
  else
    place->form = date->coarse_start || date->end1 - date->start0 > MAX_POINT_WIDTH * style->mark
                    ? ENT_PLACE_COARSE
                    : ENT_PLACE_POINT;

  /* The mark of what is known only to the month or year stands in the middle of that, never on its
   * first day; that of an open start where something becomes known. */
  if (place->form == ENT_PLACE_POINT || place->form == ENT_PLACE_COARSE ||
      (place->form == ENT_PLACE_CHAIN && !date->interval))
    place->x = middle (date->start0, date->end1);
  else if (date->start_kind == ENT_BOUND_UNKNOWN)
    place->x = middle (date->end0, date->end1);
  else if (place->form == ENT_PLACE_SET || isinf (date->start0))
    place->x = date->start0;
  else if (date->coarse_start)
    place->x = middle (date->start0, date->start1);
  else
    place->x = date->start0;

  if (place->form == ENT_PLACE_POINT && !isinf (place->x))
    {
      place->left = place->x - half;
      place->right = place->x + half;
    }
  else if (!isinf (place->x))
    {
      place->left = fmin (place->left, place->x - half);
      place->right = fmax (place->right, place->x + half);
    }
  if (!isinf (place->x))
    {
      double reach = ent_place_unsure_reach (place, style);

      place->left = fmin (place->left, place->x - reach);
      place->right = fmax (place->right, place->x + reach);
    }
  if (place->form == ENT_PLACE_CHAIN)
    place->right += 4 * style->mark;
  if (place->form == ENT_PLACE_SET) /* a mark may stand on its last day */
    place->right = fmax (place->right, date->end1 + half);
  if (date->end_kind == ENT_BOUND_UNKNOWN)
    place->right += 18 * style->mark;
  if (date->start_kind == ENT_BOUND_UNKNOWN)
    place->left -= 18 * style->mark;
  return TRUE;
}
