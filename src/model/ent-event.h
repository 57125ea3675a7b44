/* ent-event.h: one event of a dataset, as an object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"

G_BEGIN_DECLS

#define ENT_TYPE_EVENT (ent_event_get_type ())
G_DECLARE_FINAL_TYPE (EntEvent, ent_event, ENT, EVENT, GObject)

EntEvent   *ent_event_new         (EntDataset *dataset,
                                   guint32     row);
EntDataset *ent_event_get_dataset (EntEvent   *self);
guint32     ent_event_get_row     (EntEvent   *self);

G_END_DECLS
