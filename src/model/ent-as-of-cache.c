/* ent-as-of-cache.c: datasets as of the days that were looked at last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-cache.h"

#include "ent-as-of.h"

static EntDataset *
find (EntAsOfCache *self,
      EntDataset   *whole,
      gint64        end)
{
  for (guint i = 0; i < ENT_AS_OF_CACHE_SIZE; i++)
    if (self->recent[i] != NULL && ent_dataset_get_whole (self->recent[i]) == whole &&
        *ent_dataset_get_as_of (self->recent[i]) == end)
      return g_object_ref (self->recent[i]);
  return ent_dataset_new_as_of (whole, end);
}

static void
put_first (EntAsOfCache *self,
           EntDataset   *dataset)
{
  guint at = 0;

  while (at + 1 < ENT_AS_OF_CACHE_SIZE && self->recent[at] != dataset)
    at++;
  g_object_ref (dataset);
  g_clear_object (&self->recent[at]);
  for (; at > 0; at--)
    self->recent[at] = self->recent[at - 1];
  self->recent[0] = dataset;
}

/**
 * ent_as_of_cache_get:
 * @self: a cache
 * @whole: (nullable): a dataset that is not as of a day
 * @view: a view of it
 *
 * Returns: (transfer full) (nullable): what ent_dataset_new_of_view() makes, perhaps the same as before
 */
EntDataset *
ent_as_of_cache_get (EntAsOfCache  *self,
                     EntDataset    *whole,
                     const EntView *view)
{
  const EntDate *day = ent_view_get_as_of (view);
  EntDataset *dataset;
  gint64 end;

  if (whole == NULL)
    return NULL;
  if (day == NULL || !ent_as_of_get_end (day, &end))
    return g_object_ref (whole);
  dataset = find (self, whole, end);
  put_first (self, dataset);
  return dataset;
}

/** ent_as_of_cache_clear: (skip): lets go of all of them */
void
ent_as_of_cache_clear (EntAsOfCache *self)
{
  for (guint i = 0; i < ENT_AS_OF_CACHE_SIZE; i++)
    g_clear_object (&self->recent[i]);
}
