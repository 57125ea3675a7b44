/* ent-query-private.h: what those who read, print and answer queries share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-query.h"

G_BEGIN_DECLS

struct _EntQuery
{
  gatomicrefcount  references;
  EntQueryType     type;
  guint            column;
  char            *text; /* (owned) (nullable): of a text, itself; of a field, its name */
  gboolean         quoted;
  EntQueryOperator operator;
  EntQueryValue   *values; /* (owned), with what they point to */
  guint            n_values;
  EntQuery       **children; /* (owned), a reference each */
  guint            n_children;
};

void        ent_query_set_error         (GError          **error,
                                         EntQueryError     code,
                                         guint             column,
                                         const char       *expected);

/* ent-query-lexis.c */
gboolean    ent_query_is_space          (gunichar          character);
gboolean    ent_query_is_word_character (gunichar          character);
gboolean    ent_query_is_word           (const char       *text);
gsize       ent_query_joint_length      (const char       *word);
gsize       ent_query_field_length      (const char       *text);
gsize       ent_query_find_operator     (const char       *text,
                                         EntQueryOperator *operator,
                                         gsize            *length);
const char *ent_query_operator_symbol   (EntQueryOperator  operator);
const char *ent_query_find_dots         (const char       *word);
gboolean    ent_query_is_range          (const char       *from,
                                         const char       *to);

G_END_DECLS
