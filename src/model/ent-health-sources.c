/* ent-health-sources.c: what events rest on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-private.h"

static gboolean
is_word (EntSlice    slice,
         const char *word)
{
  return ent_slice_equal (slice, ent_slice_from_string (word));
}

static void
add_count (EntHealthSearch *search,
           EntHealthKind    kind,
           guint32          row,
           guint            count)
{
  if (count == 0)
    return;
  ent_health_add (search, kind, row, ENT_ROW_NONE, count, 0);
  search->tallies[kind].n_found += count;
}

/* Sources, and whether they can be looked up. */
void
ent_health_look_at_sources (EntHealthSearch *search,
                            guint32          row)
{
  guint n_sources = ent_dataset_get_n_sources (search->dataset, row);
  gboolean recalled = ent_dataset_get_verification (search->dataset, row) == ENT_VERIFICATION_RECALLED;
  guint n_weak = 0;
  guint n_without_address = 0;
  guint n_without_publisher = 0;

  for (guint i = 0; i < n_sources; i++)
    {
      EntSource source;

      ent_dataset_get_event_source (search->dataset, row, i, &source);
      n_without_address += source.url.length == 0;
      n_without_publisher += source.publisher.length == 0;
      n_weak += is_word (source.basis, "recalled") || is_word (source.basis, "anonymous");
      recalled = recalled || is_word (source.basis, "recalled");
    }
  if (n_sources == 0)
    ent_health_add (search, ENT_HEALTH_NO_SOURCE, row, ENT_ROW_NONE, 0, 0);
  else if (n_weak == n_sources)
    ent_health_add (search, ENT_HEALTH_WEAK_SOURCES, row, ENT_ROW_NONE, n_weak, 0);
  if (recalled)
    ent_health_add (search, ENT_HEALTH_RECALLED, row, ENT_ROW_NONE, 0, 0);
  add_count (search, ENT_HEALTH_SOURCE_WITHOUT_ADDRESS, row, n_without_address);
  add_count (search, ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER, row, n_without_publisher);
  search->tallies[ENT_HEALTH_SOURCE_WITHOUT_ADDRESS].n_considered += n_sources;
  search->tallies[ENT_HEALTH_SOURCE_WITHOUT_PUBLISHER].n_considered += n_sources;
}
