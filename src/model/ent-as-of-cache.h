/* ent-as-of-cache.h: datasets as of the days that were looked at last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

#define ENT_AS_OF_CACHE_SIZE 3

/**
 * EntAsOfCache:
 * @recent: (owned) (nullable): the latest first
 *
 * Who goes back and forth between days has their datasets again, and with them all that was made for them. {0} is
 * empty.
 */
typedef struct
{
  EntDataset *recent[ENT_AS_OF_CACHE_SIZE];
} EntAsOfCache;

EntDataset *ent_as_of_cache_get   (EntAsOfCache  *self,
                                   EntDataset    *whole,
                                   const EntView *view);
void        ent_as_of_cache_clear (EntAsOfCache  *self);

G_END_DECLS
