/* ent-annotations.h: what a user adds to a dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset.h"
#include "ent-row-set.h"

G_BEGIN_DECLS

/**
 * EntAnnotationsError:
 * @ENT_ANNOTATIONS_ERROR_EMPTY: a filter has no name
 * @ENT_ANNOTATIONS_ERROR_EXISTS: another filter has this name
 * @ENT_ANNOTATIONS_ERROR_TOO_LONG: a note, a name or a query is longer than its limit
 * @ENT_ANNOTATIONS_ERROR_TOO_MANY: there are %ENT_LIMIT_FILTERS filters already
 * @ENT_ANNOTATIONS_ERROR_FULL: all together would be more than %ENT_LIMIT_ANNOTATIONS_BYTES
 *
 * Domain %ENT_ANNOTATIONS_ERROR. Messages are whole sentences to be shown.
 */
typedef enum
{
  ENT_ANNOTATIONS_ERROR_EMPTY,
  ENT_ANNOTATIONS_ERROR_EXISTS,
  ENT_ANNOTATIONS_ERROR_TOO_LONG,
  ENT_ANNOTATIONS_ERROR_TOO_MANY,
  ENT_ANNOTATIONS_ERROR_FULL,
} EntAnnotationsError;

#define ENT_ANNOTATIONS_ERROR (ent_annotations_error_quark ())
GQuark ent_annotations_error_quark (void);

/** EntAnnotationParts: what of them has changed. */
typedef enum
{
  ENT_ANNOTATIONS_STARS = 1 << 0,
  ENT_ANNOTATIONS_NOTES = 1 << 1,
  ENT_ANNOTATIONS_FILTERS = 1 << 2,
} EntAnnotationParts;

#define ENT_TYPE_ANNOTATIONS (ent_annotations_get_type ())
G_DECLARE_FINAL_TYPE (EntAnnotations, ent_annotations, ENT, ANNOTATIONS, GObject)

EntAnnotations *ent_annotations_new              (void);
gboolean        ent_annotations_is_empty         (EntAnnotations     *self);

/* Stars */
guint           ent_annotations_get_n_starred    (EntAnnotations     *self);
gboolean        ent_annotations_is_starred       (EntAnnotations     *self,
                                                  const char         *id);
char          **ent_annotations_dup_starred      (EntAnnotations     *self);
EntRowSet      *ent_annotations_get_starred_rows (EntAnnotations     *self,
                                                  EntDataset         *dataset);
gboolean        ent_annotations_set_starred      (EntAnnotations     *self,
                                                  const char *const  *ids,
                                                  gboolean            starred,
                                                  GError            **error);

/* Notes */
guint           ent_annotations_get_n_noted      (EntAnnotations     *self);
const char     *ent_annotations_get_note         (EntAnnotations     *self,
                                                  const char         *id);
char          **ent_annotations_dup_noted        (EntAnnotations     *self);
EntRowSet      *ent_annotations_get_noted_rows   (EntAnnotations     *self,
                                                  EntDataset         *dataset);
gboolean        ent_annotations_set_note         (EntAnnotations     *self,
                                                  const char         *id,
                                                  const char         *text,
                                                  gboolean            goes_on,
                                                  GError            **error);

/* Saved filters, in the order in which they are listed */
guint           ent_annotations_get_n_filters    (EntAnnotations     *self);
const char     *ent_annotations_get_filter_name  (EntAnnotations     *self,
                                                  guint               position);
const char     *ent_annotations_get_filter_query (EntAnnotations     *self,
                                                  guint               position);
gboolean        ent_annotations_find_filter      (EntAnnotations     *self,
                                                  const char         *name,
                                                  guint              *position);
gboolean        ent_annotations_add_filter       (EntAnnotations     *self,
                                                  const char         *name,
                                                  const char         *query,
                                                  GError            **error);
gboolean        ent_annotations_rename_filter    (EntAnnotations     *self,
                                                  const char         *name,
                                                  const char         *new_name,
                                                  GError            **error);
gboolean        ent_annotations_set_filter_query (EntAnnotations     *self,
                                                  const char         *name,
                                                  const char         *query,
                                                  GError            **error);
gboolean        ent_annotations_remove_filter    (EntAnnotations     *self,
                                                  const char         *name);
gboolean        ent_annotations_move_filter      (EntAnnotations     *self,
                                                  const char         *name,
                                                  guint               position);

/* Taking back */
guint64         ent_annotations_get_last_change  (EntAnnotations     *self);
gboolean        ent_annotations_undo             (EntAnnotations     *self,
                                                  guint64             change);

/* Keeping */
gboolean        ent_annotations_is_kept          (EntAnnotations     *self);
void            ent_annotations_set_kept         (EntAnnotations     *self);
void            ent_annotations_take_over        (EntAnnotations     *self,
                                                  EntAnnotations     *theirs);

G_END_DECLS
