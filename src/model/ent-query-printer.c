/* ent-query-printer.c: the shortest text of a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-query-private.h"

#include <string.h>

/* A backslash is doubled only where it would take the next character with it. */
static void
print_phrase (GString    *out,
              const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || (*at == '\\' && (at[1] == '\0' || at[1] == '"' || at[1] == '\\')))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static gboolean
is_plain_text (const char *text)
{
  return ent_query_is_word (text) && *text != '-' && ent_query_joint_length (text) == 0 &&
         ent_query_find_operator (text, NULL, NULL) == 0;
}

/* An operator that is followed by `=` is another one. */
static gboolean
is_plain_value (const char      *text,
                EntQueryOperator operator,
                gboolean         first)
{
  gboolean open = operator == ENT_QUERY_IS || operator == ENT_QUERY_MORE || operator == ENT_QUERY_LESS;

  return ent_query_is_word (text) && ent_query_find_dots (text) == NULL && !(first && open && *text == '=');
}

static void
print_field (GString        *out,
             const EntQuery *self)
{
  g_string_append (out, self->text);
  g_string_append (out, ent_query_operator_symbol (self->operator));
  for (guint i = 0; i < self->n_values; i++)
    {
      const EntQueryValue *value = &self->values[i];

      if (i > 0)
        g_string_append_c (out, ',');
      if (value->to != NULL)
        g_string_append_printf (out, "%s..%s", value->text, value->to);
      else if (is_plain_value (value->text, self->operator, i == 0))
        g_string_append (out, value->text);
      else
        print_phrase (out, value->text);
    }
}

static void print (GString        *out,
                   const EntQuery *self,
                   EntQueryType    parent);

static void
print_children (GString        *out,
                const EntQuery *self,
                const char     *joint)
{
  for (guint i = 0; i < self->n_children; i++)
    {
      if (i > 0)
        g_string_append (out, joint);
      print (out, self->children[i], self->type);
    }
}

static void
print (GString        *out,
       const EntQuery *self,
       EntQueryType    parent)
{
  gboolean grouped = (self->type == ENT_QUERY_OR && (parent == ENT_QUERY_AND || parent == ENT_QUERY_NOT)) ||
                     (self->type == ENT_QUERY_AND && parent == ENT_QUERY_NOT);

  if (grouped)
    g_string_append_c (out, '(');
  switch (self->type)
    {
    case ENT_QUERY_ALL:
      /* Alone it needs no text; what it is not, is what has not the empty one. */
      if (parent == ENT_QUERY_NOT)
        g_string_append (out, "\"\"");
      break;
    case ENT_QUERY_AND:
      print_children (out, self, " ");
      break;
    case ENT_QUERY_OR:
      print_children (out, self, " OR ");
      break;
    case ENT_QUERY_NOT:
      g_string_append_c (out, '-');
      print_children (out, self, "");
      break;
    case ENT_QUERY_TEXT:
      if (is_plain_text (self->text))
        g_string_append (out, self->text);
      else
        print_phrase (out, self->text);
      break;
    case ENT_QUERY_FIELD:
      print_field (out, self);
      break;
    default:
      g_assert_not_reached ();
    }
  if (grouped)
    g_string_append_c (out, ')');
}

/**
 * ent_query_print:
 * @self: a query
 *
 * Returns: (transfer full): the shortest text that reads as an equal query; of
 *   everything, no text at all. Phrases keep what control characters they have.
 */
char *
ent_query_print (const EntQuery *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  print (out, self, ENT_QUERY_ALL);
  return g_string_free (out, FALSE);
}
