/* ent-as-of.h: a dataset as it was known on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

/**
 * EntAsOfNotes:
 * @ENT_AS_OF_MAY_BE_LATER: the dates leave open whether the event was there, or known, by the day
 * @ENT_AS_OF_FIRST_TOLD: its disclosure is not recorded; it counts as known from when something recorded tells of it
 * @ENT_AS_OF_ASSUMED: nothing recorded says when it became known; it counts as known from when it began
 * @ENT_AS_OF_END_LATER: it surely ended after the day, so that its end is left out
 * @ENT_AS_OF_ATTRIBUTION_LATER: an attribution, or an accuser, is left out as later than the day
 * @ENT_AS_OF_ATTRIBUTION_MAY_BE_LATER: the dates leave open whether it had been attributed by the day
 * @ENT_AS_OF_ATTRIBUTION_UNDATED: when it was attributed is not recorded
 * @ENT_AS_OF_CONFIDENCE_UNDATED: somebody had named who did it; how firmly was not recorded before a later day, so that
 *   the least is said
 * @ENT_AS_OF_DENIAL_LATER: a denial is left out as later than the day
 * @ENT_AS_OF_DENIAL_UNDATED: when it was denied is not recorded
 *
 * What has to be said of an event with what is shown of it as of a day.
 */
typedef enum
{
  ENT_AS_OF_MAY_BE_LATER = 1 << 0,
  ENT_AS_OF_FIRST_TOLD = 1 << 1,
  ENT_AS_OF_ASSUMED = 1 << 2,
  ENT_AS_OF_END_LATER = 1 << 3,
  ENT_AS_OF_ATTRIBUTION_LATER = 1 << 4,
  ENT_AS_OF_ATTRIBUTION_UNDATED = 1 << 5,
  ENT_AS_OF_CONFIDENCE_UNDATED = 1 << 6,
  ENT_AS_OF_DENIAL_LATER = 1 << 7,
  ENT_AS_OF_DENIAL_UNDATED = 1 << 8,
  ENT_AS_OF_ATTRIBUTION_MAY_BE_LATER = 1 << 9,
} EntAsOfNotes;

gboolean      ent_as_of_get_end           (const EntDate *day,
                                           gint64        *end);

EntDataset   *ent_dataset_new_as_of       (EntDataset    *dataset,
                                           gint64         end);
EntDataset   *ent_dataset_new_of_view     (EntDataset    *dataset,
                                           const EntView *view);
EntDataset   *ent_dataset_get_whole       (EntDataset    *self);
const gint64 *ent_dataset_get_as_of       (EntDataset    *self);
gint64        ent_dataset_cut             (EntDataset    *self,
                                           gint64         time);
void          ent_dataset_get_begun       (EntDataset    *self,
                                           guint         *surely,
                                           guint         *perhaps);
gboolean      ent_dataset_get_known_end   (EntDataset    *self,
                                           guint32        row,
                                           gint64        *end);
EntAsOfNotes  ent_dataset_get_as_of_notes (EntDataset    *self,
                                           guint32        row);
gboolean      ent_dataset_find_disclosure (EntDataset    *self,
                                           gint64         from,
                                           int            direction,
                                           gint64        *time);

G_END_DECLS
