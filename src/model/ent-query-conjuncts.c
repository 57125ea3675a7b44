/* ent-query-conjuncts.c: a query as the sum of what panes and chips say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A query is read as an AND of conjuncts, whatever it is: what is no AND is the
 * only conjunct of itself, and everything has none. A conjunct that a pane can
 * make belongs to the pane; any other is kept as it is.
 */
#include "config.h"

#include "ent-query-conjuncts.h"

#include <string.h>

/**
 * ent_query_get_n_conjuncts:
 * @self: a query
 *
 * Returns: of how many it is the AND; 0 of everything
 */
guint
ent_query_get_n_conjuncts (const EntQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (ent_query_get_node_type (self))
    {
    case ENT_QUERY_ALL:
      return 0;
    case ENT_QUERY_AND:
      return ent_query_get_n_children (self);
    default:
      return 1;
    }
}

/**
 * ent_query_get_conjunct:
 * @self: a query
 * @index: which, from 0
 *
 * Returns: (transfer none): a conjunct
 */
const EntQuery *
ent_query_get_conjunct (const EntQuery *self,
                        guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < ent_query_get_n_conjuncts (self), NULL);

  return ent_query_get_node_type (self) == ENT_QUERY_AND ? ent_query_get_child (self, index) : self;
}

/* The field that is asked for, perhaps under a NOT. */
static const EntQuery *
get_positive (const EntQuery *conjunct,
              gboolean       *negated)
{
  gboolean is_not = ent_query_get_node_type (conjunct) == ENT_QUERY_NOT;

  if (negated != NULL)
    *negated = is_not;
  return is_not ? ent_query_get_child (conjunct, 0) : conjunct;
}

/**
 * ent_query_get_conjunct_field:
 * @conjunct: a query
 * @negated: (out) (optional): whether it is under a NOT
 *
 * Returns: (nullable) (transfer none): the name of the field that it asks for,
 *   perhaps under a NOT; %NULL when it is of any other kind
 */
const char *
ent_query_get_conjunct_field (const EntQuery *conjunct,
                              gboolean       *negated)
{
  g_return_val_if_fail (conjunct != NULL, NULL);

  return ent_query_get_field (get_positive (conjunct, negated));
}

static gboolean
has_range (const EntQuery *field)
{
  guint n_values;
  const EntQueryValue *values = ent_query_get_values (field, &n_values);

  for (guint i = 0; i < n_values; i++)
    if (values[i].to != NULL)
      return TRUE;
  return FALSE;
}

/**
 * ent_query_is_facet_conjunct:
 * @conjunct: a query
 * @negated: (out) (optional): whether it is under a NOT
 *
 * Returns: whether it is what a list of values to tick says: `f:a,b` or `-f:a,b`
 */
gboolean
ent_query_is_facet_conjunct (const EntQuery *conjunct,
                             gboolean       *negated)
{
  const EntQuery *positive;

  g_return_val_if_fail (conjunct != NULL, FALSE);

  positive = get_positive (conjunct, negated);
  return ent_query_get_node_type (positive) == ENT_QUERY_FIELD &&
         ent_query_get_operator (positive) == ENT_QUERY_IS && !has_range (positive);
}

/**
 * ent_query_is_range_conjunct:
 * @conjunct: a query
 * @negated: (out) (optional): whether it is under a NOT
 *
 * Returns: whether it says from where or up to where: `f:3..5`, `f>=3` and
 *   their like, perhaps under a NOT
 */
gboolean
ent_query_is_range_conjunct (const EntQuery *conjunct,
                             gboolean       *negated)
{
  const EntQuery *positive;

  g_return_val_if_fail (conjunct != NULL, FALSE);

  positive = get_positive (conjunct, negated);
  if (ent_query_get_node_type (positive) != ENT_QUERY_FIELD)
    return FALSE;
  if (ent_query_get_operator (positive) == ENT_QUERY_IS)
    return has_range (positive);
  return ent_query_get_operator (positive) != ENT_QUERY_EXACTLY;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ent_query_unref);
}

static EntQuery *
join (const GPtrArray *conjuncts)
{
  return ent_query_new_and ((EntQuery *const *) conjuncts->pdata, conjuncts->len);
}

static void
add_conjuncts (GPtrArray      *list,
               const EntQuery *query)
{
  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    g_ptr_array_add (list, ent_query_ref (ent_query_get_conjunct (query, i)));
}

static gboolean
equal_queries (gconstpointer a,
               gconstpointer b)
{
  return ent_query_equal (a, b);
}

/**
 * ent_query_with_conjunct:
 * @self: a query
 * @added: another
 *
 * Returns: (transfer full): @self with each conjunct of @added at its end that
 *   it does not have yet
 */
EntQuery *
ent_query_with_conjunct (const EntQuery *self,
                         const EntQuery *added)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (added != NULL, NULL);

  list = new_list ();
  add_conjuncts (list, self);
  for (guint i = 0; i < ent_query_get_n_conjuncts (added); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (added, i);

      if (!g_ptr_array_find_with_equal_func (list, conjunct, equal_queries, NULL))
        g_ptr_array_add (list, ent_query_ref (conjunct));
    }
  return join (list);
}

/**
 * ent_query_without_conjunct:
 * @self: a query
 * @index: which conjunct, from 0
 *
 * Returns: (transfer full): @self without it
 */
EntQuery *
ent_query_without_conjunct (const EntQuery *self,
                            guint           index)
{
  return ent_query_replace_conjunct (self, index, NULL);
}

/**
 * ent_query_replace_conjunct:
 * @self: a query
 * @index: which conjunct, from 0
 * @by: (nullable): what takes its place
 *
 * Returns: (transfer full): @self with @by in place of the conjunct
 */
EntQuery *
ent_query_replace_conjunct (const EntQuery *self,
                            guint           index,
                            const EntQuery *by)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < ent_query_get_n_conjuncts (self), NULL);

  list = new_list ();
  for (guint i = 0; i < ent_query_get_n_conjuncts (self); i++)
    if (i != index)
      g_ptr_array_add (list, ent_query_ref (ent_query_get_conjunct (self, i)));
    else if (by != NULL)
      add_conjuncts (list, by);
  return join (list);
}

/**
 * ent_query_without_field:
 * @self: a query
 * @field: the name of a field
 *
 * Returns: (transfer full): @self without all that a pane can say of the field:
 *   its facet and range conjuncts of both signs. Others stay, be the field in
 *   them or not.
 */
EntQuery *
ent_query_without_field (const EntQuery *self,
                         const char     *field)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  list = new_list ();
  for (guint i = 0; i < ent_query_get_n_conjuncts (self); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (self, i);

      if (g_strcmp0 (ent_query_get_conjunct_field (conjunct, NULL), field) != 0 ||
          (!ent_query_is_facet_conjunct (conjunct, NULL) && !ent_query_is_range_conjunct (conjunct, NULL)))
        g_ptr_array_add (list, ent_query_ref (conjunct));
    }
  return join (list);
}

static gboolean
is_facet_of (const EntQuery *conjunct,
             const char     *field,
             gboolean        negated)
{
  gboolean is_negated;

  return ent_query_is_facet_conjunct (conjunct, &is_negated) && is_negated == negated &&
         strcmp (ent_query_get_conjunct_field (conjunct, NULL), field) == 0;
}

/* Texts in the order in which they came, each once. */
typedef struct
{
  GPtrArray  *list; /* (owned), of owned strings */
  GHashTable *seen; /* (owned), of those of the list */
} Texts;

static void
texts_init (Texts *self)
{
  self->list = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
texts_add (Texts      *self,
           const char *text)
{
  char *copy;

  if (g_hash_table_contains (self->seen, text))
    return;
  copy = g_strdup (text);
  g_ptr_array_add (self->list, copy);
  g_hash_table_add (self->seen, copy);
}

static char **
texts_end (Texts *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_add (self->list, NULL);
  return (char **) g_ptr_array_free (self->list, FALSE);
}

static void
add_facet (GPtrArray           *list,
           const char          *field,
           const EntQueryValue *values,
           guint                n_values,
           gboolean             negated)
{
  g_autoptr (EntQuery) facet = ent_query_new_field (field, ENT_QUERY_IS, values, n_values);

  g_ptr_array_add (list, negated ? ent_query_new_not (facet) : g_steal_pointer (&facet));
}

static void
add_facets (GPtrArray         *list,
            const char        *field,
            const char *const *values,
            gboolean           negated,
            gboolean           all)
{
  g_autoptr (GArray) each = g_array_new (FALSE, FALSE, sizeof (EntQueryValue));
  g_auto (GStrv) once = NULL;
  Texts texts;

  texts_init (&texts);
  for (gsize i = 0; values[i] != NULL; i++)
    texts_add (&texts, values[i]);
  once = texts_end (&texts);
  for (gsize i = 0; once[i] != NULL; i++)
    {
      EntQueryValue value = { once[i], NULL, FALSE, 0 };

      g_array_append_val (each, value);
    }
  if (!all && each->len > 0)
    add_facet (list, field, (const EntQueryValue *) each->data, each->len, negated);
  for (guint i = 0; all && i < each->len; i++)
    add_facet (list, field, &g_array_index (each, EntQueryValue, i), 1, negated);
}

/**
 * ent_query_set_values:
 * @self: a query
 * @field: the name of a field
 * @values: (array zero-terminated=1): values; what comes twice counts once
 * @negated: whether they are what events must not have
 * @all: whether each is a conjunct of its own, `f:a f:b`, which asks for all of
 *   them; else they are one, `f:a,b`, which asks for any
 *
 * Returns: (transfer full): @self with @values in place of what all facet
 *   conjuncts of this field and sign say: where the first of them is, else at
 *   the end. All other conjuncts stay.
 */
EntQuery *
ent_query_set_values (const EntQuery    *self,
                      const char        *field,
                      const char *const *values,
                      gboolean           negated,
                      gboolean           all)
{
  g_autoptr (GPtrArray) list = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  list = new_list ();
  for (guint i = 0; i < ent_query_get_n_conjuncts (self); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (self, i);

      if (!is_facet_of (conjunct, field, negated))
        g_ptr_array_add (list, ent_query_ref (conjunct));
      else if (!done)
        {
          add_facets (list, field, values, negated, all);
          done = TRUE;
        }
    }
  if (!done)
    add_facets (list, field, values, negated, all);
  return join (list);
}

/**
 * ent_query_dup_values:
 * @self: a query
 * @field: the name of a field
 * @negated: whether of what events must not have
 * @all: (out) (optional): whether several conjuncts say them; %FALSE also for
 *   fewer than two values, of which nobody can tell
 *
 * Returns: (array zero-terminated=1) (transfer full): the values that the facet
 *   conjuncts of this field and sign have, each once, as they come
 */
char **
ent_query_dup_values (const EntQuery *self,
                      const char     *field,
                      gboolean        negated,
                      gboolean       *all)
{
  guint n_facets = 0;
  Texts texts;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  texts_init (&texts);
  for (guint i = 0; i < ent_query_get_n_conjuncts (self); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (self, i);
      const EntQueryValue *values;
      guint n_values;

      if (!is_facet_of (conjunct, field, negated))
        continue;
      n_facets++;
      values = ent_query_get_values (get_positive (conjunct, NULL), &n_values);
      for (guint j = 0; j < n_values; j++)
        texts_add (&texts, values[j].text);
    }
  if (all != NULL)
    *all = n_facets > 1 && texts.list->len > 1;
  return texts_end (&texts);
}

static gboolean
is_text_field (const EntQuery *field)
{
  const char *name = ent_query_get_field (field);

  return strcmp (name, "title") == 0 || strcmp (name, "summary") == 0 || strcmp (name, "text") == 0;
}

static void
add_words (Texts          *texts,
           const EntQuery *query)
{
  const EntQueryValue *values;
  guint n_values;

  switch (ent_query_get_node_type (query))
    {
    case ENT_QUERY_TEXT:
      texts_add (texts, ent_query_get_text (query));
      break;
    case ENT_QUERY_FIELD:
      values = ent_query_get_values (query, &n_values);
      for (guint i = 0; is_text_field (query) && i < n_values; i++)
        if (*values[i].text != '\0' && values[i].to == NULL)
          texts_add (texts, values[i].text);
      break;
    case ENT_QUERY_AND:
    case ENT_QUERY_OR:
      for (guint i = 0; i < ent_query_get_n_children (query); i++)
        add_words (texts, ent_query_get_child (query, i));
      break;
    case ENT_QUERY_ALL:
    case ENT_QUERY_NOT:
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * ent_query_dup_words:
 * @self: a query
 *
 * Returns: (array zero-terminated=1) (transfer full): what is worth showing
 *   where it stands in an event: the words and phrases looked for, bare or in
 *   title, summary or text, but not under a NOT; each once, none empty
 */
char **
ent_query_dup_words (const EntQuery *self)
{
  Texts texts;

  g_return_val_if_fail (self != NULL, NULL);

  texts_init (&texts);
  add_words (&texts, self);
  return texts_end (&texts);
}
