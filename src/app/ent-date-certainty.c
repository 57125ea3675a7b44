/* ent-date-certainty.c: how sure a date is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-text.h"

#include <glib/gi18n.h>

#include "ent-phrase.h"

/* What there is to say of a date or of an end, by precision; then what else an end may be. */
enum
{
  SAY_UNCERTAIN = ENT_PRECISION_COARSER + 1,
  SAY_APPROXIMATE,
  SAY_UNCERTAIN_AND_APPROXIMATE,
  SAY_OPEN,
  SAY_UNKNOWN,
  SAY_BEYOND,
  N_SAYINGS
};

static const char *const of_date[N_SAYINGS] = {
  [ENT_PRECISION_SECOND] = NC_("certainty", "Known to the second"),
  [ENT_PRECISION_DAY] = NC_("certainty", "Known to the day"),
  [ENT_PRECISION_MONTH] = NC_("certainty", "Known to the month"),
  [ENT_PRECISION_SEASON] = NC_("certainty", "Known to the season or part of the year"),
  [ENT_PRECISION_YEAR] = NC_("certainty", "Known to the year"),
  [ENT_PRECISION_DECADE] = NC_("certainty", "Known to the decade"),
  [ENT_PRECISION_CENTURY] = NC_("certainty", "Known to the century"),
  [ENT_PRECISION_COARSER] = NC_("certainty", "Hardly known"),
  [SAY_UNCERTAIN] = NC_("certainty", "Uncertain"),
  [SAY_APPROXIMATE] = NC_("certainty", "Approximate"),
  [SAY_UNCERTAIN_AND_APPROXIMATE] = NC_("certainty", "Uncertain and approximate"),
};

static const char *const of_both[N_SAYINGS] = {
  [ENT_PRECISION_SECOND] = NC_("certainty", "Both ends known to the second"),
  [ENT_PRECISION_DAY] = NC_("certainty", "Both ends known to the day"),
  [ENT_PRECISION_MONTH] = NC_("certainty", "Both ends known to the month"),
  [ENT_PRECISION_SEASON] = NC_("certainty", "Both ends known to the season or part of the year"),
  [ENT_PRECISION_YEAR] = NC_("certainty", "Both ends known to the year"),
  [ENT_PRECISION_DECADE] = NC_("certainty", "Both ends known to the decade"),
  [ENT_PRECISION_CENTURY] = NC_("certainty", "Both ends known to the century"),
  [ENT_PRECISION_COARSER] = NC_("certainty", "Both ends hardly known"),
  [SAY_UNCERTAIN] = NC_("certainty", "Both ends uncertain"),
  [SAY_APPROXIMATE] = NC_("certainty", "Both ends approximate"),
  [SAY_UNCERTAIN_AND_APPROXIMATE] = NC_("certainty", "Both ends uncertain and approximate"),
  [SAY_OPEN] = NC_("certainty", "Both ends open"),
  [SAY_UNKNOWN] = NC_("certainty", "Both ends unknown"),
  [SAY_BEYOND] = NC_("certainty", "Both ends too far away to be placed"),
};

static const char *const of_start[N_SAYINGS] = {
  [ENT_PRECISION_SECOND] = NC_("certainty", "Start known to the second"),
  [ENT_PRECISION_DAY] = NC_("certainty", "Start known to the day"),
  [ENT_PRECISION_MONTH] = NC_("certainty", "Start known to the month"),
  [ENT_PRECISION_SEASON] = NC_("certainty", "Start known to the season or part of the year"),
  [ENT_PRECISION_YEAR] = NC_("certainty", "Start known to the year"),
  [ENT_PRECISION_DECADE] = NC_("certainty", "Start known to the decade"),
  [ENT_PRECISION_CENTURY] = NC_("certainty", "Start known to the century"),
  [ENT_PRECISION_COARSER] = NC_("certainty", "Start hardly known"),
  [SAY_UNCERTAIN] = NC_("certainty", "Start uncertain"),
  [SAY_APPROXIMATE] = NC_("certainty", "Start approximate"),
  [SAY_UNCERTAIN_AND_APPROXIMATE] = NC_("certainty", "Start uncertain and approximate"),
  [SAY_OPEN] = NC_("certainty", "Start open"),
  [SAY_UNKNOWN] = NC_("certainty", "Start unknown"),
  [SAY_BEYOND] = NC_("certainty", "Start too far away to be placed"),
};

/* These follow what is said of the start, in the same sentence. */
static const char *const of_end[N_SAYINGS] = {
  [ENT_PRECISION_SECOND] = NC_("certainty", "end known to the second"),
  [ENT_PRECISION_DAY] = NC_("certainty", "end known to the day"),
  [ENT_PRECISION_MONTH] = NC_("certainty", "end known to the month"),
  [ENT_PRECISION_SEASON] = NC_("certainty", "end known to the season or part of the year"),
  [ENT_PRECISION_YEAR] = NC_("certainty", "end known to the year"),
  [ENT_PRECISION_DECADE] = NC_("certainty", "end known to the decade"),
  [ENT_PRECISION_CENTURY] = NC_("certainty", "end known to the century"),
  [ENT_PRECISION_COARSER] = NC_("certainty", "end hardly known"),
  [SAY_UNCERTAIN] = NC_("certainty", "end uncertain"),
  [SAY_APPROXIMATE] = NC_("certainty", "end approximate"),
  [SAY_UNCERTAIN_AND_APPROXIMATE] = NC_("certainty", "end uncertain and approximate"),
  [SAY_OPEN] = NC_("certainty", "end open"),
  [SAY_UNKNOWN] = NC_("certainty", "end unknown"),
  [SAY_BEYOND] = NC_("certainty", "end too far away to be placed"),
};

static guint
saying_of (const EntBound *bound,
           guint           precision)
{
  switch (bound->kind)
    {
    case ENT_BOUND_OPEN:
      return SAY_OPEN;
    case ENT_BOUND_UNKNOWN:
      return SAY_UNKNOWN;
    case ENT_BOUND_BEYOND:
      return SAY_BEYOND;
    default:
      break;
    }
  /* A qualified date is not known to the day, whatever it is written with. */
  return bound->qualifiers != 0 ? SAY_UNCERTAIN + bound->qualifiers - 1u : precision;
}

static char *
interval_certainty (guint start,
                    guint end)
{
  if (start == end)
    return g_strdup (g_dpgettext2 (NULL, "certainty", of_both[start]));
  return ent_phrase_fill (C_("certainty", "{start}; {end}"), "start", g_dpgettext2 (NULL, "certainty", of_start[start]),
                          "end", g_dpgettext2 (NULL, "certainty", of_end[end]), NULL);
}

static char *
set_certainty (EntSlice    edtf,
               EntDateForm form)
{
  EntDate members[64];
  gsize n_members = ent_date_members (edtf.text, (gssize) edtf.length, members, G_N_ELEMENTS (members));
  gboolean all_alike = n_members <= G_N_ELEMENTS (members);
  guint first = saying_of (&members[0].earliest_start, members[0].start_precision);

  for (gsize i = 0; all_alike && i < n_members; i++)
    all_alike = saying_of (&members[i].earliest_start, members[i].start_precision) == first &&
                saying_of (&members[i].latest_end, members[i].end_precision) == first;
  if (form == ENT_DATE_ONE_OF && (n_members > 1 || members[0].form != ENT_DATE_SINGLE))
    return g_strdup (C_("certainty", "One of these dates; not known which"));
  if (all_alike && first < SAY_OPEN)
    return g_strdup (g_dpgettext2 (NULL, "certainty", of_date[first]));
  return g_strdup (C_("certainty", "Not all equally well known"));
}

/**
 * ent_date_text_certainty:
 * @edtf: a date as written
 * @end: when @edtf is only the start: the date of the end, as written; else absent
 *
 * Returns: (transfer full): how sure it is; "" when there is no date or it cannot be placed
 */
char *
ent_date_text_certainty (EntSlice edtf,
                         EntSlice end)
{
  EntDate date;
  EntDate end_date;

  if (edtf.text == NULL || !ent_date_parse (edtf.text, (gssize) edtf.length, &date, NULL) || !ent_date_is_placed (&date))
    return g_strdup ("");
  if (end.text != NULL)
    {
      if (!ent_date_parse (end.text, (gssize) end.length, &end_date, NULL) ||
          end_date.latest_end.time <= date.earliest_start.time)
        return g_strdup ("");
      return interval_certainty (saying_of (&date.earliest_start, date.start_precision),
                                 saying_of (&end_date.latest_end, end_date.end_precision));
    }
  switch ((EntDateForm) date.form)
    {
    case ENT_DATE_ONE_OF:
    case ENT_DATE_ALL_OF:
      return set_certainty (edtf, date.form);
    case ENT_DATE_INTERVAL:
      return interval_certainty (saying_of (&date.earliest_start, date.start_precision),
                                 saying_of (&date.latest_end, date.end_precision));
    case ENT_DATE_SINGLE:
    default:
      return g_strdup (g_dpgettext2 (NULL, "certainty", of_date[saying_of (&date.earliest_start, date.start_precision)]));
    }
}
