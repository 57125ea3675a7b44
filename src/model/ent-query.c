/* ent-query.c: which events are meant, as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-query-private.h"

#include <string.h>

static EntQuery *
new_node (EntQueryType type)
{
  EntQuery *self = g_new0 (EntQuery, 1);

  g_atomic_ref_count_init (&self->references);
  self->type = type;
  return self;
}

/**
 * ent_query_new_all:
 *
 * Returns: (transfer full): the query that every event matches
 */
EntQuery *
ent_query_new_all (void)
{
  return new_node (ENT_QUERY_ALL);
}

/**
 * ent_query_new_text:
 * @text: what is looked for, valid UTF-8; every event has the empty text
 * @quoted: whether it was written as a phrase
 *
 * Returns: (transfer full): a query for text
 */
EntQuery *
ent_query_new_text (const char *text,
                    gboolean    quoted)
{
  EntQuery *self;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (*text == '\0')
    return ent_query_new_all ();
  self = new_node (ENT_QUERY_TEXT);
  self->text = g_strdup (text);
  self->quoted = quoted;
  return self;
}

static gboolean
is_value (const EntQueryValue *value)
{
  if (value->text == NULL || !g_utf8_validate (value->text, -1, NULL))
    return FALSE;
  return value->to == NULL ||
         (g_utf8_validate (value->to, -1, NULL) && ent_query_is_range (value->text, value->to));
}

/**
 * ent_query_new_field:
 * @field: its name: `[a-z][a-z0-9_-]*`
 * @operator: how it is compared
 * @values: (array length=n_values): any texts, valid UTF-8; of a range, such
 *   that `from..to` is one word and a range
 * @n_values: how many, 1 or more
 *
 * Returns: (transfer full): a query for a field with any of the values
 */
EntQuery *
ent_query_new_field (const char          *field,
                     EntQueryOperator     operator,
                     const EntQueryValue *values,
                     guint                n_values)
{
  EntQuery *self;

  g_return_val_if_fail (field != NULL && *field != '\0', NULL);
  g_return_val_if_fail (ent_query_field_length (field) == strlen (field), NULL);
  g_return_val_if_fail (operator <= ENT_QUERY_LESS, NULL);
  g_return_val_if_fail (n_values > 0, NULL);
  for (guint i = 0; i < n_values; i++)
    g_return_val_if_fail (is_value (&values[i]), NULL);

  self = new_node (ENT_QUERY_FIELD);
  self->text = g_strdup (field);
  self->operator = operator;
  self->values = g_new (EntQueryValue, n_values);
  self->n_values = n_values;
  for (guint i = 0; i < n_values; i++)
    {
      self->values[i] = values[i];
      self->values[i].text = g_strdup (values[i].text);
      self->values[i].to = g_strdup (values[i].to);
    }
  return self;
}

/**
 * ent_query_new_not:
 * @child: a query
 *
 * Returns: (transfer full): a query for what @child leaves out; of a NOT, its child
 */
EntQuery *
ent_query_new_not (const EntQuery *child)
{
  EntQuery *self;

  g_return_val_if_fail (child != NULL, NULL);

  if (child->type == ENT_QUERY_NOT)
    return ent_query_ref (child->children[0]);
  self = new_node (ENT_QUERY_NOT);
  self->children = g_new (EntQuery *, 1);
  self->children[0] = ent_query_ref (child);
  self->n_children = 1;
  self->column = child->column;
  return self;
}

/* Those of @children that are not ALL, with what nodes of @type have in place of these. */
static EntQuery *
new_joint (EntQueryType     type,
           EntQuery *const *children,
           guint            n_children)
{
  g_autoptr (GPtrArray) flat = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_query_unref);
  EntQuery *self;

  for (guint i = 0; i < n_children; i++)
    if (children[i]->type == type)
      for (guint j = 0; j < children[i]->n_children; j++)
        g_ptr_array_add (flat, ent_query_ref (children[i]->children[j]));
    else if (children[i]->type != ENT_QUERY_ALL)
      g_ptr_array_add (flat, ent_query_ref (children[i]));

  if (flat->len == 0)
    return ent_query_new_all ();
  if (flat->len == 1)
    return ent_query_ref (flat->pdata[0]);
  self = new_node (type);
  self->n_children = flat->len;
  self->children = (EntQuery **) g_ptr_array_steal (flat, NULL);
  self->column = self->children[0]->column;
  return self;
}

/**
 * ent_query_new_and:
 * @children: (array length=n_children): queries
 * @n_children: how many; all of none is everything
 *
 * Returns: (transfer full): a query for what all of them match
 */
EntQuery *
ent_query_new_and (EntQuery *const *children,
                   guint            n_children)
{
  g_return_val_if_fail (children != NULL || n_children == 0, NULL);

  return new_joint (ENT_QUERY_AND, children, n_children);
}

/**
 * ent_query_new_or:
 * @children: (array length=n_children): queries
 * @n_children: how many; any of none is nothing
 *
 * Returns: (transfer full): a query for what any of them matches
 */
EntQuery *
ent_query_new_or (EntQuery *const *children,
                  guint            n_children)
{
  g_return_val_if_fail (children != NULL || n_children == 0, NULL);

  if (n_children == 0)
    {
      g_autoptr (EntQuery) all = ent_query_new_all ();

      return ent_query_new_not (all);
    }
  for (guint i = 0; i < n_children; i++)
    if (children[i]->type == ENT_QUERY_ALL)
      return ent_query_ref (children[i]);
  return new_joint (ENT_QUERY_OR, children, n_children);
}

/**
 * ent_query_ref:
 * @self: a query; it is never changed, so that a constant one will do
 *
 * Returns: (transfer full): @self
 */
EntQuery *
ent_query_ref (const EntQuery *self)
{
  EntQuery *query = (EntQuery *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&query->references);
  return query;
}

void
ent_query_unref (EntQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_children; i++)
    ent_query_unref (self->children[i]);
  for (guint i = 0; i < self->n_values; i++)
    {
      g_free ((char *) self->values[i].text);
      g_free ((char *) self->values[i].to);
    }
  g_free (self->children);
  g_free (self->values);
  g_free (self->text);
  g_free (self);
}

/**
 * ent_query_get_node_type:
 * @self: a query
 *
 * Returns: what it is at its top
 */
EntQueryType
ent_query_get_node_type (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, ENT_QUERY_ALL);

  return self->type;
}

/**
 * ent_query_get_column:
 * @self: a query
 *
 * Returns: where it begins in the text that was read, in characters from 1,
 *   without parentheses around it; 0 if it was made
 */
guint
ent_query_get_column (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

/**
 * ent_query_get_n_children:
 * @self: a query
 *
 * Returns: 2 or more of an AND or OR, 1 of a NOT, else 0
 */
guint
ent_query_get_n_children (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_children;
}

/**
 * ent_query_get_child:
 * @self: a query
 * @index: which, from 0
 *
 * Returns: (transfer none): a child
 */
const EntQuery *
ent_query_get_child (const EntQuery *self,
                     guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_children, NULL);

  return self->children[index];
}

/**
 * ent_query_get_text:
 * @self: a query
 *
 * Returns: (nullable): the word or phrase of an %ENT_QUERY_TEXT, without quotes
 */
const char *
ent_query_get_text (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == ENT_QUERY_TEXT ? self->text : NULL;
}

/**
 * ent_query_is_quoted:
 * @self: a query
 *
 * Returns: whether it is an %ENT_QUERY_TEXT that was written as a phrase
 */
gboolean
ent_query_is_quoted (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->quoted;
}

/**
 * ent_query_get_field:
 * @self: a query
 *
 * Returns: (nullable): the name of the field of an %ENT_QUERY_FIELD
 */
const char *
ent_query_get_field (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == ENT_QUERY_FIELD ? self->text : NULL;
}

/**
 * ent_query_get_operator:
 * @self: an %ENT_QUERY_FIELD
 *
 * Returns: how its field is compared
 */
EntQueryOperator
ent_query_get_operator (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL && self->type == ENT_QUERY_FIELD, ENT_QUERY_IS);

  return self->operator;
}

/**
 * ent_query_get_values:
 * @self: a query
 * @n_values: (out): how many; 0 unless it is an %ENT_QUERY_FIELD
 *
 * Returns: (array length=n_values) (transfer none) (nullable): what its field is compared with
 */
const EntQueryValue *
ent_query_get_values (const EntQuery *self,
                      guint          *n_values)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_values != NULL, NULL);

  *n_values = self->n_values;
  return self->values;
}

/**
 * ent_query_equal:
 * @self: a query
 * @other: another
 *
 * Returns: whether they are the same tree. Where it was written, and with
 *   quotes that need not be, makes no difference; the order does.
 */
gboolean
ent_query_equal (const EntQuery *self,
                 const EntQuery *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->type != other->type || self->operator != other->operator || self->n_values != other->n_values ||
      self->n_children != other->n_children || g_strcmp0 (self->text, other->text) != 0)
    return FALSE;
  for (guint i = 0; i < self->n_values; i++)
    if (strcmp (self->values[i].text, other->values[i].text) != 0 ||
        g_strcmp0 (self->values[i].to, other->values[i].to) != 0)
      return FALSE;
  for (guint i = 0; i < self->n_children; i++)
    if (!ent_query_equal (self->children[i], other->children[i]))
      return FALSE;
  return TRUE;
}
