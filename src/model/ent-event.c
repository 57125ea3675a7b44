/* ent-event.c: one event of a dataset, as an object
 *
 * Lists want objects. An event is made when a list asks for it and holds a row
 * number; all it knows it asks its dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event.h"

struct _EntEvent
{
  GObject     parent_instance;
  EntDataset *dataset; /* (owned) */
  guint32     row;
};

G_DEFINE_FINAL_TYPE (EntEvent, ent_event, G_TYPE_OBJECT)

static void
ent_event_finalize (GObject *object)
{
  EntEvent *self = ENT_EVENT (object);

  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (ent_event_parent_class)->finalize (object);
}

static void
ent_event_class_init (EntEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_event_finalize;
}

static void
ent_event_init (EntEvent *self)
{
  self->row = ENT_ROW_NONE;
}

/**
 * ent_event_new:
 * @dataset: a dataset
 * @row: a row of it
 *
 * Returns: (transfer full): the event in that row
 */
EntEvent *
ent_event_new (EntDataset *dataset,
               guint32     row)
{
  EntEvent *self;

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);
  self = g_object_new (ENT_TYPE_EVENT, NULL);
  self->dataset = g_object_ref (dataset);
  self->row = row;
  return self;
}

/** ent_event_get_dataset: (skip): (transfer none): the dataset it belongs to */
EntDataset *
ent_event_get_dataset (EntEvent *self)
{
  g_return_val_if_fail (ENT_IS_EVENT (self), NULL);
  return self->dataset;
}

/** ent_event_get_row: (skip): its row */
guint32
ent_event_get_row (EntEvent *self)
{
  g_return_val_if_fail (ENT_IS_EVENT (self), ENT_ROW_NONE);
  return self->row;
}
