/* ent-query.h: which events are meant, as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_QUERY_ERROR (ent_query_error_quark ())

/**
 * EntQueryError:
 * @ENT_QUERY_ERROR_ENCODING: not UTF-8
 * @ENT_QUERY_ERROR_TOO_LONG: more than %ENT_LIMIT_QUERY_BYTES
 * @ENT_QUERY_ERROR_TOO_DEEP: more than %ENT_LIMIT_QUERY_DEPTH parentheses in one another
 * @ENT_QUERY_ERROR_TOO_MANY: more than %ENT_LIMIT_QUERY_TERMS terms and values
 * @ENT_QUERY_ERROR_TERM: no term where one must be
 * @ENT_QUERY_ERROR_VALUE: no value after an operator or a comma
 * @ENT_QUERY_ERROR_RANGE: a value with more than one `..` in it
 * @ENT_QUERY_ERROR_SPACE: something follows a term with no white space between
 * @ENT_QUERY_ERROR_QUOTE: a phrase is not closed; the place is where it opens
 * @ENT_QUERY_ERROR_PARENTHESIS: a group is not closed; the place is where it opens
 * @ENT_QUERY_ERROR_NOT_OPENED: a parenthesis closes what was not opened
 * @ENT_QUERY_ERROR_UNKNOWN_FIELD: the dataset has no such field
 * @ENT_QUERY_ERROR_OPERATOR: the field has no such operator
 * @ENT_QUERY_ERROR_IMPOSSIBLE_VALUE: the field cannot have this value
 *
 * The last three are not of the syntax: they come of reading a query against a
 * dataset.
 */
typedef enum
{
  ENT_QUERY_ERROR_ENCODING,
  ENT_QUERY_ERROR_TOO_LONG,
  ENT_QUERY_ERROR_TOO_DEEP,
  ENT_QUERY_ERROR_TOO_MANY,
  ENT_QUERY_ERROR_TERM,
  ENT_QUERY_ERROR_VALUE,
  ENT_QUERY_ERROR_RANGE,
  ENT_QUERY_ERROR_SPACE,
  ENT_QUERY_ERROR_QUOTE,
  ENT_QUERY_ERROR_PARENTHESIS,
  ENT_QUERY_ERROR_NOT_OPENED,
  ENT_QUERY_ERROR_UNKNOWN_FIELD,
  ENT_QUERY_ERROR_OPERATOR,
  ENT_QUERY_ERROR_IMPOSSIBLE_VALUE,
} EntQueryError;

/**
 * EntQueryType:
 * @ENT_QUERY_ALL: every event: the empty query
 * @ENT_QUERY_AND: all of two or more
 * @ENT_QUERY_OR: any of two or more
 * @ENT_QUERY_NOT: what its one child leaves out; of %ENT_QUERY_ALL, nothing
 * @ENT_QUERY_TEXT: a bare word or phrase, never empty
 * @ENT_QUERY_FIELD: a field, an operator and one or more values, any of which will do
 */
typedef enum
{
  ENT_QUERY_ALL,
  ENT_QUERY_AND,
  ENT_QUERY_OR,
  ENT_QUERY_NOT,
  ENT_QUERY_TEXT,
  ENT_QUERY_FIELD,
} EntQueryType;

/**
 * EntQueryOperator:
 * @ENT_QUERY_IS: `:`
 * @ENT_QUERY_EXACTLY: `:=`
 * @ENT_QUERY_AT_LEAST: `>=`
 * @ENT_QUERY_AT_MOST: `<=`
 * @ENT_QUERY_MORE: `>`
 * @ENT_QUERY_LESS: `<`
 */
typedef enum
{
  ENT_QUERY_IS,
  ENT_QUERY_EXACTLY,
  ENT_QUERY_AT_LEAST,
  ENT_QUERY_AT_MOST,
  ENT_QUERY_MORE,
  ENT_QUERY_LESS,
} EntQueryOperator;

/**
 * EntQueryValue:
 * @text: the value, without quotes; of a range, where it begins
 * @to: (nullable): where a range ends, else %NULL
 * @quoted: whether it was written as a phrase, which makes no difference to what it means
 * @column: where it is written, in characters from 1; 0 when it was made
 */
typedef struct
{
  const char *text;
  const char *to;
  gboolean    quoted;
  guint       column;
} EntQueryValue;

/**
 * EntQuery:
 *
 * A query, or any part of one: an immutable, atomically counted node of a
 * tree. What is made is put in order at once: there is no AND in an AND, no OR
 * in an OR, no NOT of a NOT, neither with fewer than two children, and
 * %ENT_QUERY_ALL stands alone or under a NOT. What was written in which order
 * stays so.
 */
typedef struct _EntQuery EntQuery;

GQuark               ent_query_error_quark      (void);
guint                ent_query_error_get_column (const GError        *error);

EntQuery            *ent_query_parse            (const char          *text,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char                *ent_query_print            (const EntQuery      *self) G_GNUC_WARN_UNUSED_RESULT;

EntQuery            *ent_query_new_all          (void) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_new_text         (const char          *text,
                                                 gboolean             quoted) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_new_field        (const char          *field,
                                                 EntQueryOperator     operator,
                                                 const EntQueryValue *values,
                                                 guint                n_values) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_new_not          (const EntQuery      *child) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_new_and          (EntQuery *const     *children,
                                                 guint                n_children) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_new_or           (EntQuery *const     *children,
                                                 guint                n_children) G_GNUC_WARN_UNUSED_RESULT;
EntQuery            *ent_query_ref              (const EntQuery      *self) G_GNUC_WARN_UNUSED_RESULT;
void                 ent_query_unref            (EntQuery            *self);

EntQueryType         ent_query_get_node_type    (const EntQuery      *self);
guint                ent_query_get_column       (const EntQuery      *self);
guint                ent_query_get_n_children   (const EntQuery      *self);
const EntQuery      *ent_query_get_child        (const EntQuery      *self,
                                                 guint                index);
const char          *ent_query_get_text         (const EntQuery      *self);
gboolean             ent_query_is_quoted        (const EntQuery      *self);
const char          *ent_query_get_field        (const EntQuery      *self);
EntQueryOperator     ent_query_get_operator     (const EntQuery      *self);
const EntQueryValue *ent_query_get_values       (const EntQuery      *self,
                                                 guint               *n_values);
gboolean             ent_query_equal            (const EntQuery      *self,
                                                 const EntQuery      *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntQuery, ent_query_unref)

G_END_DECLS
