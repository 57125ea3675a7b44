/* ent-annotations-private.h: stars, notes and filters as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-annotations.h"

G_BEGIN_DECLS

/* A saved filter. */
typedef struct
{
  char *name;  /* (owned) */
  char *query; /* (owned) */
} EntSavedFilter;

/*
 * EntAnnotationsContent:
 *
 * Tables are shared and counted: one that somebody else holds as well is copied before it changes. Lists of
 * filters never change; there comes another.
 */
typedef struct
{
  GHashTable *stars;   /* (owned): id → "" */
  GHashTable *notes;   /* (owned): id → text */
  GPtrArray  *filters; /* (owned) of EntSavedFilter */
  gsize       bytes;   /* of all, as they are written */
  gboolean    shared;  /* somebody else may hold the tables */
} EntAnnotationsContent;

void       ent_annotations_content_init        (EntAnnotationsContent       *self);
void       ent_annotations_content_clear       (EntAnnotationsContent       *self);
void       ent_annotations_content_share       (EntAnnotationsContent       *self,
                                                EntAnnotationsContent       *other);
gboolean   ent_annotations_content_equal       (const EntAnnotationsContent *self,
                                                const EntAnnotationsContent *other);
void       ent_annotations_content_put         (EntAnnotationsContent       *self,
                                                GHashTable                 **table,
                                                const char                  *id,
                                                const char                  *value);
void       ent_annotations_content_set_filters (EntAnnotationsContent       *self,
                                                GPtrArray                   *filters);

gsize      ent_annotations_cost                (const char                  *id,
                                                const char                  *value);
char     **ent_annotations_sorted_keys         (GHashTable                  *table);

EntSavedFilter *ent_saved_filter_new                      (const char                  *name,
                                                const char                  *query);
EntSavedFilter *ent_saved_filters_get                     (GPtrArray                   *filters,
                                                guint                        position);
GPtrArray *ent_saved_filters_copy                    (GPtrArray                   *filters);
gboolean   ent_saved_filters_equal                   (GPtrArray                   *filters,
                                                GPtrArray                   *other);
gboolean   ent_saved_filters_find                    (GPtrArray                   *filters,
                                                const char                  *name,
                                                guint                       *position);
void       ent_saved_filters_replace                 (GPtrArray                   *filters,
                                                guint                        position,
                                                const char                  *name,
                                                const char                  *query);
gsize      ent_saved_filters_cost                    (GPtrArray                   *filters);
GPtrArray *ent_saved_filters_merge                   (GPtrArray                   *base,
                                                GPtrArray                   *mine,
                                                GPtrArray                   *theirs);

/* What the files of EntAnnotations share. */
gboolean   ent_annotations_is_longer           (const char                  *text,
                                                guint                        limit);
gboolean   ent_annotations_fail_too_long       (GError                     **error,
                                                char                        *message);
GPtrArray *ent_annotations_peek_filters        (EntAnnotations              *self);
gboolean   ent_annotations_set_filters         (EntAnnotations              *self,
                                                GPtrArray                   *filters,
                                                GError                     **error);

G_END_DECLS
