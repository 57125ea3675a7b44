/* ent-dataset.h: the events of a file, immutable, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ent-date.h"
#include "ent-slice.h"
#include "ent-terms.h"
#include "ent-view.h"

G_BEGIN_DECLS

#define ENT_TYPE_DATASET (ent_dataset_get_type ())
G_DECLARE_FINAL_TYPE (EntDataset, ent_dataset, ENT, DATASET, GObject)

/** No row, or no such thing. Row numbers are positions in the file and never leave a dataset. */
#define ENT_ROW_NONE G_MAXUINT32

/** EntTextField: texts an event, or the dataset itself, has one or several (by language) of. */
typedef enum
{
  ENT_TEXT_TITLE,
  ENT_TEXT_SUMMARY,
  ENT_TEXT_QUOTE,
  ENT_TEXT_QUOTE_SPEAKER,
  ENT_TEXT_VERIFICATION_NOTE,
  ENT_TEXT_DATE,    /* EDTF, as written */
  ENT_TEXT_START,   /* EDTF, as written; then there is no date */
  ENT_TEXT_END,
  ENT_TEXT_DESCRIPTION, /* from here on: of the dataset only */
  ENT_TEXT_EDITION,
  ENT_TEXT_LICENSE,
  ENT_TEXT_CREATED,
  ENT_TEXT_LANGUAGE,
} EntTextField;

/** EntValueField: fields an event has values of, each value a word of the field's vocabulary. */
typedef enum
{
  ENT_VALUE_KIND,
  ENT_VALUE_CATEGORY,
  ENT_VALUE_PLACE,
  ENT_VALUE_SECTOR,
  ENT_VALUE_CRITICAL_INFRASTRUCTURE,
  ENT_VALUE_TAG,
} EntValueField;
#define ENT_N_VALUE_FIELDS 6

/** EntRelation: what an actor is to an event. */
typedef enum
{
  ENT_RELATION_ROLE,    /* the word is the role */
  ENT_RELATION_ACCUSER, /* the word is the basis, or ENT_WORD_NONE */
  ENT_RELATION_DENIER,  /* no word */
} EntRelation;

/**
 * EntActorRef:
 * @actor: number of the actor
 * @word: number of the role or basis in ent_dataset_get_word(), or %ENT_WORD_NONE
 * @relation: an #EntRelation
 */
typedef struct
{
  guint32 actor;
  guint32 word;
  guint8  relation;
} EntActorRef;

/**
 * EntLink:
 * @target: row linked to, or %ENT_ROW_NONE when the file has no such event
 * @type: an #EntLinkType
 */
typedef struct
{
  guint32 target;
  guint8  type;
} EntLink;

/** EntSource: where an event was learned from; absent parts are absent slices. */
typedef struct
{
  EntSlice publisher;
  EntSlice title;
  EntSlice date;
  EntSlice url;
  EntSlice basis;
} EntSource;

/** EntField: a further field; @value is JSON text, word for word. */
typedef struct
{
  EntSlice name;
  EntSlice value;
} EntField;

/** EntCoverage: a span in which a source collects. */
typedef struct
{
  EntSlice source;
  EntSlice span_text;
  EntDate  span;
} EntCoverage;

/* The dataset */
EntSlice           ent_dataset_get_text          (EntDataset     *self,
                                                  EntTextField    field,
                                                  const char     *language);
GBytes            *ent_dataset_get_source        (EntDataset     *self);
const EntCoverage *ent_dataset_get_coverage      (EntDataset     *self,
                                                  guint          *n_coverage);
const EntView     *ent_dataset_get_view          (EntDataset     *self);
EntSlice           ent_dataset_get_view_json     (EntDataset     *self);
EntSlice           ent_dataset_get_stories       (EntDataset     *self);

/* Words and actors */
guint              ent_dataset_get_n_values      (EntDataset     *self,
                                                  EntValueField   field);
const char        *ent_dataset_get_value_word    (EntDataset     *self,
                                                  EntValueField   field,
                                                  guint32         value);
const char        *ent_dataset_get_word          (EntDataset     *self,
                                                  guint32         word);
guint              ent_dataset_get_n_actors      (EntDataset     *self);
EntSlice           ent_dataset_get_actor_id      (EntDataset     *self,
                                                  guint32         actor);
EntSlice           ent_dataset_get_actor_name    (EntDataset     *self,
                                                  guint32         actor,
                                                  const char     *language);
EntSlice           ent_dataset_get_actor_type    (EntDataset     *self,
                                                  guint32         actor);
guint32            ent_dataset_get_actor_parent  (EntDataset     *self,
                                                  guint32         actor);

/* Events, by row */
guint              ent_dataset_get_n_events      (EntDataset     *self);
guint32            ent_dataset_find              (EntDataset     *self,
                                                  EntSlice        id);
EntSlice           ent_dataset_get_id            (EntDataset     *self,
                                                  guint32         row);
gboolean           ent_dataset_id_was_given      (EntDataset     *self,
                                                  guint32         row);
EntSlice           ent_dataset_get_raw           (EntDataset     *self,
                                                  guint32         row);
guint32            ent_dataset_get_kind          (EntDataset     *self,
                                                  guint32         row);
const char        *ent_dataset_get_kind_word     (EntDataset     *self,
                                                  guint32         row);
const EntDate     *ent_dataset_peek_date         (EntDataset     *self,
                                                  guint32         row,
                                                  EntBasis        basis);
gboolean           ent_dataset_get_date          (EntDataset     *self,
                                                  guint32         row,
                                                  EntBasis        basis,
                                                  EntDate        *date);
gboolean           ent_dataset_may_overlap       (EntDataset     *self,
                                                  guint32         row,
                                                  EntBasis        basis,
                                                  const EntSpan  *span);
EntSlice           ent_dataset_get_event_text    (EntDataset     *self,
                                                  guint32         row,
                                                  EntTextField    field,
                                                  const char     *language);
guint              ent_dataset_get_severity      (EntDataset     *self,
                                                  guint32         row);
EntStatus          ent_dataset_get_status        (EntDataset     *self,
                                                  guint32         row);
EntConfidence      ent_dataset_get_confidence    (EntDataset     *self,
                                                  guint32         row);
gboolean           ent_dataset_is_denied         (EntDataset     *self,
                                                  guint32         row);
EntVerification    ent_dataset_get_verification  (EntDataset     *self,
                                                  guint32         row);
gboolean           ent_dataset_has_phases        (EntDataset     *self,
                                                  guint32         row);
gboolean           ent_dataset_get_phase         (EntDataset     *self,
                                                  guint32         row,
                                                  EntPhase        phase,
                                                  EntDate        *date,
                                                  EntSlice       *text);
gboolean           ent_dataset_next_value        (EntDataset     *self,
                                                  guint32         row,
                                                  EntValueField   field,
                                                  guint          *position,
                                                  guint32        *value);
const EntActorRef *ent_dataset_get_actors        (EntDataset     *self,
                                                  guint32         row,
                                                  guint          *n_actors);
const EntLink     *ent_dataset_get_links         (EntDataset     *self,
                                                  guint32         row,
                                                  guint          *n_links);
const EntLink     *ent_dataset_get_links_to      (EntDataset     *self,
                                                  guint32         row,
                                                  guint          *n_links);
guint              ent_dataset_get_n_sources     (EntDataset     *self,
                                                  guint32         row);
void               ent_dataset_get_event_source  (EntDataset     *self,
                                                  guint32         row,
                                                  guint           index,
                                                  EntSource      *source);
guint              ent_dataset_get_n_fields      (EntDataset     *self,
                                                  guint32         row);
void               ent_dataset_get_field         (EntDataset     *self,
                                                  guint32         row,
                                                  guint           index,
                                                  EntField       *field);

/* Order */
const guint32     *ent_dataset_get_order         (EntDataset     *self,
                                                  EntBasis        basis,
                                                  guint          *n_dated);

G_END_DECLS
