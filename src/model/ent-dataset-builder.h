/* ent-dataset-builder.h: fills a dataset, event by event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-diagnostics.h"

G_BEGIN_DECLS

/**
 * EntDatasetBuilder:
 *
 * A reader calls ent_dataset_builder_begin_event(), the setters of what the event
 * has, and ent_dataset_builder_end_event(). What is wrong with a single value the
 * reader reports; what only the whole shows (ids used twice, links to nowhere or in a circle,
 * actors that are part of themselves) the builder does. It belongs to one thread.
 */
typedef struct _EntDatasetBuilder EntDatasetBuilder;

EntDatasetBuilder *ent_dataset_builder_new             (GBytes            *source,
                                                        EntDiagnostics    *diagnostics);
void               ent_dataset_builder_free            (EntDatasetBuilder *self);
EntDataset        *ent_dataset_builder_finish          (EntDatasetBuilder *self);

/* The dataset */
void               ent_dataset_builder_set_text        (EntDatasetBuilder *self,
                                                        EntTextField       field,
                                                        EntSlice           language,
                                                        EntSlice           text);
void               ent_dataset_builder_set_view        (EntDatasetBuilder *self,
                                                        EntSlice           raw,
                                                        const EntView     *view);
void               ent_dataset_builder_set_stories     (EntDatasetBuilder *self,
                                                        EntSlice           raw);
void               ent_dataset_builder_add_coverage    (EntDatasetBuilder *self,
                                                        EntSlice           source,
                                                        EntSlice           span_text,
                                                        const EntDate     *span);

/* Actors */
guint32            ent_dataset_builder_add_actor       (EntDatasetBuilder *self,
                                                        EntSlice           id);
void               ent_dataset_builder_set_actor_name  (EntDatasetBuilder *self,
                                                        guint32            actor,
                                                        EntSlice           language,
                                                        EntSlice           name);
void               ent_dataset_builder_set_actor_type  (EntDatasetBuilder *self,
                                                        guint32            actor,
                                                        EntSlice           type);
void               ent_dataset_builder_set_actor_parent (EntDatasetBuilder *self,
                                                        guint32            actor,
                                                        EntSlice           parent,
                                                        goffset            offset);

/* One event */
void               ent_dataset_builder_begin_event     (EntDatasetBuilder *self,
                                                        goffset            offset);
void               ent_dataset_builder_drop_event      (EntDatasetBuilder *self);
void               ent_dataset_builder_end_event       (EntDatasetBuilder *self,
                                                        EntSlice           raw);
void               ent_dataset_builder_set_id          (EntDatasetBuilder *self,
                                                        EntSlice           id,
                                                        goffset            offset);
void               ent_dataset_builder_set_date        (EntDatasetBuilder *self,
                                                        const EntDate     *date);
void               ent_dataset_builder_add_text        (EntDatasetBuilder *self,
                                                        EntTextField       field,
                                                        EntSlice           language,
                                                        EntSlice           text);
void               ent_dataset_builder_add_value       (EntDatasetBuilder *self,
                                                        EntValueField      field,
                                                        EntSlice           word);
void               ent_dataset_builder_set_severity    (EntDatasetBuilder *self,
                                                        guint              severity);
void               ent_dataset_builder_set_status      (EntDatasetBuilder *self,
                                                        EntStatus          status);
void               ent_dataset_builder_set_confidence  (EntDatasetBuilder *self,
                                                        EntConfidence      confidence);
void               ent_dataset_builder_set_verification (EntDatasetBuilder *self,
                                                        EntVerification    verification);
void               ent_dataset_builder_add_phase       (EntDatasetBuilder *self,
                                                        EntPhase           phase,
                                                        const EntDate     *date,
                                                        EntSlice           text);
void               ent_dataset_builder_add_actor_ref   (EntDatasetBuilder *self,
                                                        EntRelation        relation,
                                                        EntSlice           actor,
                                                        EntSlice           word);
void               ent_dataset_builder_add_link        (EntDatasetBuilder *self,
                                                        EntLinkType        type,
                                                        EntSlice           target,
                                                        goffset            offset);
void               ent_dataset_builder_add_source      (EntDatasetBuilder *self,
                                                        const EntSource   *source);
void               ent_dataset_builder_add_field       (EntDatasetBuilder *self,
                                                        EntSlice           name,
                                                        EntSlice           value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDatasetBuilder, ent_dataset_builder_free)

G_END_DECLS
