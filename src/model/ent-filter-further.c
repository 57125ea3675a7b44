/* ent-filter-further.c: which events have values of a further field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-private.h"
#include "ent-scalar.h"
#include "ent-text-fold.h"

static gboolean
read_number (const char *text,
             double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* Whether a value is what was asked for, or in the range: numbers by what they amount to. */
static gboolean
value_is (const char          *value,
          EntQueryOperator     operator,
          const EntQueryValue *asked)
{
  double own = 0;
  double limit = 0;
  double last = 0;
  gboolean compared = asked->to != NULL || (operator != ENT_QUERY_IS && operator != ENT_QUERY_EXACTLY);
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;

  if (compared && !(read_number (value, &own) && read_number (asked->text, &limit)))
    return FALSE;
  if (asked->to != NULL)
    return read_number (asked->to, &last) && own >= limit && own <= last;
  switch (operator)
    {
    case ENT_QUERY_AT_LEAST:
      return own >= limit;
    case ENT_QUERY_AT_MOST:
      return own <= limit;
    case ENT_QUERY_MORE:
      return own > limit;
    case ENT_QUERY_LESS:
      return own < limit;
    case ENT_QUERY_EXACTLY:
      return g_str_equal (value, asked->text);
    case ENT_QUERY_IS:
    default:
      folded = ent_text_fold (ent_slice_from_string (value));
      wanted = ent_text_fold (ent_slice_from_string (asked->text));
      return g_str_equal (folded, wanted);
    }
}

static gboolean
any_is (EntSlice             text,
        EntQueryOperator     operator,
        const EntQueryValue *asked,
        guint                n_asked)
{
  g_autofree char *value = ent_slice_dup (text);

  for (guint i = 0; i < n_asked; i++)
    if (value_is (value, operator, &asked[i]))
      return TRUE;
  return FALSE;
}

/* Of a list, each of its texts, numbers and truths counts; what is deeper is for nobody to look for. */
static gboolean
json_is (EntSlice             json,
         GString             *buffer,
         EntQueryOperator     operator,
         const EntQueryValue *asked,
         guint                n_asked)
{
  EntSlice text;
  EntSlice element;
  gsize position = 0;

  switch (ent_scalar_read (json, buffer, &text))
    {
    case ENT_SCALAR_TEXT:
    case ENT_SCALAR_WORD:
      return any_is (text, operator, asked, n_asked);
    case ENT_SCALAR_NOT:
      while (ent_scalar_next_element (json, &position, &element))
        if (ent_scalar_read (element, buffer, &text) != ENT_SCALAR_NOT && text.text != NULL &&
            any_is (text, operator, asked, n_asked))
          return TRUE;
      return FALSE;
    case ENT_SCALAR_NONE:
    default:
      return FALSE;
    }
}

/* Any further field; NULL when no event has one of that name. */
EntRowSet *
ent_filter_find_further (const EntQuery         *term,
                         const EntFilterContext *context)
{
  EntSlice name = ent_slice_from_string (ent_query_get_field (term));
  guint n_rows = ent_dataset_get_n_events (context->dataset);
  g_autoptr (EntRowSet) rows = ent_row_set_new (n_rows);
  g_autoptr (GString) buffer = g_string_new (NULL);
  gboolean known = FALSE;
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  for (guint32 row = 0; row < n_rows; row++)
    for (guint i = 0; i < ent_dataset_get_n_fields (context->dataset, row); i++)
      {
        EntField field;

        ent_dataset_get_field (context->dataset, row, i, &field);
        if (!ent_slice_equal (field.name, name))
          continue;
        known = TRUE;
        if (json_is (field.value, buffer, ent_query_get_operator (term), asked, n_asked))
          ent_row_set_add (rows, row);
      }
  return known ? g_steal_pointer (&rows) : NULL;
}
