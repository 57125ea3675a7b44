/* ent-json-reader.h: a strict pull reader for JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-limits.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntJsonError:
 * @ENT_JSON_ERROR_EMPTY: there is nothing but white space
 * @ENT_JSON_ERROR_END: the text ends within a value
 * @ENT_JSON_ERROR_VALUE: something else stands where a value must
 * @ENT_JSON_ERROR_WORD: a bare word other than `true`, `false`, `null`
 * @ENT_JSON_ERROR_NUMBER: a number JSON does not know: `01`, `+1`, `.5`, `1.`, `0x1`
 * @ENT_JSON_ERROR_QUOTE: single quotes
 * @ENT_JSON_ERROR_NAME: something else stands where a member's name must
 * @ENT_JSON_ERROR_COLON: no colon after a member's name
 * @ENT_JSON_ERROR_COMMA: no comma between two members or elements
 * @ENT_JSON_ERROR_TRAILING_COMMA: a comma before a closing bracket
 * @ENT_JSON_ERROR_BRACKET: the wrong closing bracket
 * @ENT_JSON_ERROR_COMMENT: a comment
 * @ENT_JSON_ERROR_CONTROL: a control character within a string
 * @ENT_JSON_ERROR_ESCAPE: an unknown or incomplete escape
 * @ENT_JSON_ERROR_SURROGATE: half a surrogate pair, escaped
 * @ENT_JSON_ERROR_UTF8: bytes that are not UTF-8
 * @ENT_JSON_ERROR_UTF16: the whole text is UTF-16 or UTF-32
 * @ENT_JSON_ERROR_TRAILING: something after the document
 * @ENT_JSON_ERROR_DEPTH: nested deeper than %ENT_LIMIT_JSON_DEPTH;
 *   no error of syntax, unless what is nested is none either
 * @ENT_JSON_ERROR_NOT_FINITE: (writer only) not a number, or infinite
 *
 * Domain %ENT_JSON_ERROR.
 */
typedef enum
{
  ENT_JSON_ERROR_EMPTY = 1,
  ENT_JSON_ERROR_END,
  ENT_JSON_ERROR_VALUE,
  ENT_JSON_ERROR_WORD,
  ENT_JSON_ERROR_NUMBER,
  ENT_JSON_ERROR_QUOTE,
  ENT_JSON_ERROR_NAME,
  ENT_JSON_ERROR_COLON,
  ENT_JSON_ERROR_COMMA,
  ENT_JSON_ERROR_TRAILING_COMMA,
  ENT_JSON_ERROR_BRACKET,
  ENT_JSON_ERROR_COMMENT,
  ENT_JSON_ERROR_CONTROL,
  ENT_JSON_ERROR_ESCAPE,
  ENT_JSON_ERROR_SURROGATE,
  ENT_JSON_ERROR_UTF8,
  ENT_JSON_ERROR_UTF16,
  ENT_JSON_ERROR_TRAILING,
  ENT_JSON_ERROR_DEPTH,
  ENT_JSON_ERROR_NOT_FINITE,
} EntJsonError;

#define ENT_JSON_ERROR (ent_json_error_quark ())
GQuark ent_json_error_quark (void);

/**
 * EntJsonType:
 * @ENT_JSON_NONE: no value: the reader has failed, or none is due
 *
 * What kind of value comes next.
 */
typedef enum
{
  ENT_JSON_NONE,
  ENT_JSON_OBJECT,
  ENT_JSON_ARRAY,
  ENT_JSON_STRING,
  ENT_JSON_NUMBER,
  ENT_JSON_TRUE,
  ENT_JSON_FALSE,
  ENT_JSON_NULL,
} EntJsonType;

/**
 * EntJsonSpan:
 * @offset: where it begins, in bytes from the beginning of the data
 * @length: in bytes
 *
 * A value as it stands in the source, without white space around it.
 */
typedef struct
{
  gsize offset;
  gsize length;
} EntJsonSpan;

/**
 * EntJsonString:
 * @text: valid UTF-8, not ended by NUL, and may hold NUL characters
 * @length: of @text in bytes
 * @raw: where it stands in the source, quotes included
 * @escaped: whether @text was decoded; if not it points into the source
 *
 * A string. Text of the source lives as long as the source. Decoded text lives
 * until the reader reads the next string or, for a member's name, the next name.
 */
typedef struct
{
  const char *text;
  gsize length;
  EntJsonSpan raw;
  gboolean escaped;
} EntJsonString;

/**
 * EntJsonReader:
 *
 * Walks through a JSON text once, from front to back, and stops at the first
 * error. Lives on the stack; nothing is allocated but a buffer for the first
 * string with an escape. All fields are private.
 *
 * |[<!-- language="C" -->
 * ent_json_reader_enter_object (&reader);
 * while (ent_json_reader_next_member (&reader, &name))
 *   if (ent_json_string_equal (&name, "title") && ent_json_reader_peek (&reader) == ENT_JSON_STRING)
 *     ent_json_reader_read_string (&reader, &title);
 * if (!ent_json_reader_finish (&reader, &error))
 *   …
 * ]|
 *
 * A value that is not read is skipped, and still validated, by the next step.
 * Once the reader has failed every function returns %FALSE, so a caller may
 * look for the error where it suits: after its loops.
 */
typedef struct
{
  /*< private >*/
  const char *data;
  const char *at;
  const char *end;
  GString *name;  /* (owned) (nullable): the decoded name */
  GString *value; /* (owned) (nullable): the decoded string */
  gsize error_offset;
  EntJsonError error; /* 0: none */
  guint depth;
  gboolean due;   /* a value must be at @at */
  gboolean whole; /* the data is one text, not a part of one */
  GArray *deeper; /* (nullable): bits of levels beyond the limit, where it does not hold */
  gboolean first; /* nothing was read yet in the innermost object or array */
  guint64 objects[ENT_LIMIT_JSON_DEPTH / 64 + 1]; /* a bit a level: object, else array */
} EntJsonReader;

void         ent_json_reader_init         (EntJsonReader  *self,
                                           const char     *data,
                                           gsize           length);
void         ent_json_reader_init_span    (EntJsonReader  *self,
                                           const char     *data,
                                           EntJsonSpan     span);
void         ent_json_reader_clear        (EntJsonReader  *self);

EntJsonType  ent_json_reader_peek         (EntJsonReader  *self);
gsize        ent_json_reader_get_offset   (EntJsonReader  *self);
guint        ent_json_reader_get_depth    (EntJsonReader  *self);

gboolean     ent_json_reader_enter_object (EntJsonReader  *self);
gboolean     ent_json_reader_next_member  (EntJsonReader  *self,
                                           EntJsonString  *name);
gboolean     ent_json_reader_enter_array  (EntJsonReader  *self);
gboolean     ent_json_reader_next_element (EntJsonReader  *self);

gboolean     ent_json_reader_read_string  (EntJsonReader  *self,
                                           EntJsonString  *string);
gboolean     ent_json_reader_read_number  (EntJsonReader  *self,
                                           EntJsonSpan    *number);
gboolean     ent_json_reader_skip_value   (EntJsonReader  *self,
                                           EntJsonSpan    *span);

gboolean     ent_json_reader_failed       (EntJsonReader  *self);
gsize        ent_json_reader_get_error_offset (EntJsonReader *self);
gboolean     ent_json_reader_finish       (EntJsonReader  *self,
                                           GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntJsonReader, ent_json_reader_clear)

gboolean     ent_json_string_equal        (const EntJsonString *self,
                                           const char          *text);

void         ent_json_locate              (const char     *data,
                                           gsize           length,
                                           gsize           offset,
                                           guint64        *line,
                                           guint64        *column);
gboolean     ent_json_check               (const char     *data,
                                           gsize           length,
                                           gsize          *offset,
                                           GError        **error);

G_END_DECLS
