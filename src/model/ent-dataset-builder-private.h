/* ent-dataset-builder-private.h: what a builder keeps until all events are there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset-builder.h"
#include "ent-dataset-private.h"

G_BEGIN_DECLS

/* Kept beside the links until all ids are known. */
typedef struct
{
  EntText target;
  goffset offset;
} EntPendingLink;

typedef struct
{
  EntText parent;
  goffset offset;
} EntPendingParent;

struct _EntDatasetBuilder
{
  EntDataset     *dataset;     /* (owned) (nullable): given away by finish() */
  EntDiagnostics *diagnostics; /* (owned) */
  EntVocabulary  *actor_ids;   /* (owned): number = index in actors */
  GArray         *links;       /* (owned) of EntPendingLink, beside ENT_LIST_LINKS */
  GArray         *coverage;    /* (owned) of EntText, two each beside coverage */
  GArray         *parents;     /* (owned) of EntPendingParent, beside actors */
  GArray         *offsets;     /* (owned) of goffset: where each event's id, or the event, stands */
  EntEventEntry   event;       /* the one being filled */
  goffset         offset;
  guint           first[ENT_N_LISTS];
  guint           n_values[ENT_N_VALUE_FIELDS]; /* this and the next three: before the event */
  guint           n_words;
  guint           n_languages;
  guint           n_actors;
  gboolean        in_event;
};

G_END_DECLS
