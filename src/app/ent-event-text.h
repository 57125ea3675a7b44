/* ent-event-text.h: what is said of an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-annotations.h"
#include "ent-date-text.h"
#include "ent-dataset.h"

G_BEGIN_DECLS

char       *ent_event_text_title       (EntDataset   *dataset,
                                        guint32       row,
                                        const char   *language);
char       *ent_event_text_date        (EntDataset   *dataset,
                                        guint32       row,
                                        EntBasis      basis,
                                        const char   *language);
char       *ent_event_text_start       (EntDataset   *dataset,
                                        guint32       row,
                                        EntBasis      basis);
char       *ent_event_text_date_styled (EntDataset   *dataset,
                                        guint32       row,
                                        EntBasis      basis,
                                        EntDateStyle  style);
char       *ent_event_text_certainty   (EntDataset   *dataset,
                                        guint32       row,
                                        EntBasis      basis,
                                        const char   *language);
char       *ent_event_text_kind        (EntDataset   *dataset,
                                        guint32       row);
const char *ent_event_text_marks       (EntAnnotations *annotations,
                                        EntDataset   *dataset,
                                        guint32       row);
char       *ent_event_text_accessible  (EntDataset   *dataset,
                                        guint32       row,
                                        EntBasis      basis,
                                        const char   *language,
                                        EntAnnotations *annotations);

/* Words for single facts; %NULL when there is nothing to say. */
const char *ent_event_text_status      (EntStatus     status);
const char *ent_event_text_confidence  (EntConfidence confidence);
const char *ent_event_text_phase       (EntPhase      phase);
char       *ent_event_text_severity    (EntDataset   *dataset,
                                        guint32       row);
char       *ent_event_text_actor       (EntDataset   *dataset,
                                        guint32       actor,
                                        const char   *language);
char       *ent_event_text_denial      (EntDataset   *dataset,
                                        guint32       row,
                                        const char   *language);
char       *ent_event_text_dwell       (EntDataset   *dataset,
                                        guint32       row);
char       *ent_event_text_links       (EntDataset   *dataset,
                                        guint32       row);

G_END_DECLS
