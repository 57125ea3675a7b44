/* ent-json-writer.h: a writer for JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-json-reader.h"

G_BEGIN_DECLS

/**
 * EntJsonStyle:
 * @ENT_JSON_COMPACT: no white space at all
 * @ENT_JSON_PRETTY: one member or element a line, indented by two blanks; see
 *   ent_json_writer_begin_array() for what stays on one line
 */
typedef enum
{
  ENT_JSON_COMPACT,
  ENT_JSON_PRETTY,
} EntJsonStyle;

/**
 * EntJsonFlow:
 * @ENT_JSON_LINES: what it holds stands line by line
 * @ENT_JSON_INLINE: what it holds stands on one line
 *
 * How an object or array is laid out in the pretty style. Within
 * %ENT_JSON_INLINE everything is.
 */
typedef enum
{
  ENT_JSON_LINES,
  ENT_JSON_INLINE,
} EntJsonFlow;

typedef struct _EntJsonWriter EntJsonWriter;

EntJsonWriter *ent_json_writer_new          (EntJsonStyle    style,
                                             GOutputStream  *stream,
                                             GCancellable   *cancellable);
void           ent_json_writer_free         (EntJsonWriter  *self);

void           ent_json_writer_begin_object (EntJsonWriter  *self,
                                             EntJsonFlow     flow);
void           ent_json_writer_end_object   (EntJsonWriter  *self);
void           ent_json_writer_begin_array  (EntJsonWriter  *self,
                                             EntJsonFlow     flow);
void           ent_json_writer_end_array    (EntJsonWriter  *self);

void           ent_json_writer_name         (EntJsonWriter  *self,
                                             const char     *name,
                                             gssize          length);
void           ent_json_writer_string       (EntJsonWriter  *self,
                                             const char     *text,
                                             gssize          length);
void           ent_json_writer_int64        (EntJsonWriter  *self,
                                             gint64          value);
void           ent_json_writer_double       (EntJsonWriter  *self,
                                             double          value);
void           ent_json_writer_boolean      (EntJsonWriter  *self,
                                             gboolean        value);
void           ent_json_writer_null         (EntJsonWriter  *self);
void           ent_json_writer_raw          (EntJsonWriter  *self,
                                             const char     *text,
                                             gsize           length);
void           ent_json_writer_raw_name     (EntJsonWriter  *self,
                                             const char     *text,
                                             gsize           length);

gboolean       ent_json_writer_failed       (EntJsonWriter  *self);
gboolean       ent_json_writer_finish       (EntJsonWriter  *self,
                                             GError        **error);
GBytes        *ent_json_writer_finish_to_bytes (EntJsonWriter *self,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntJsonWriter, ent_json_writer_free)

G_END_DECLS
