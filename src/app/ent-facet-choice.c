/* ent-facet-choice.c: which values of a facet a query asks for, and how a click changes that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tick means: this is asked for. A facet of which the query says nothing has no ticks, and all of its events are
 * shown; the first tick leaves the events with that value, each further one adds those with another, and with the
 * last tick taken away all are back. A value can be excluded instead, whatever else is ticked, as `-field:value`; a
 * click on it lets it in again. "Only" takes one value and forgets all else that was said of the facet.
 *
 * It is not: all are ticked, and one unticks what one does not want. An event may have several values of a facet. With
 * China unticked and the United States ticked, one could not say whether what happened between the two is shown.
 */
#include "config.h"

#include "ent-facet-choice.h"

#include "ent-filter.h"
#include "ent-query-conjuncts.h"

/**
 * ent_facet_choice_read:
 * @self: (out caller-allocates): what the query says; cleared by the caller
 * @query: a query
 * @dataset: a dataset
 * @facet: a facet of it
 */
void
ent_facet_choice_read (EntFacetChoice *self,
                       const EntQuery *query,
                       EntDataset     *dataset,
                       const EntFacet *facet)
{
  const char *field = ent_facet_get_name (facet);

  *self = (EntFacetChoice){ .marks = g_new0 (guint8, MAX (ent_facet_get_n_values (facet), 1)) };
  for (int negated = 0; negated <= 1; negated++)
    {
      g_auto (GStrv) texts = ent_query_dup_values (query, field, negated != 0, negated ? NULL : &self->all);

      for (gsize i = 0; texts[i] != NULL; i++)
        {
          guint32 value = ent_filter_find_value (dataset, facet, texts[i]);

          if (value != ENT_FACET_VALUE_NONE)
            self->marks[value] = negated ? ENT_FACET_EXCLUDED : ENT_FACET_CHOSEN;
          if (negated)
            self->n_excluded++;
          else
            self->n_chosen++;
        }
    }
}

/** ent_facet_choice_clear: (skip): frees what it holds */
void
ent_facet_choice_clear (EntFacetChoice *self)
{
  g_clear_pointer (&self->marks, g_free);
}

/* The list without the texts that mean the value; whether there were any. */
static char **
take_out (char          **texts,
          EntDataset     *dataset,
          const EntFacet *facet,
          guint32         value,
          gboolean       *found)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  *found = FALSE;
  for (gsize i = 0; texts[i] != NULL; i++)
    if (ent_filter_find_value (dataset, facet, texts[i]) == value)
      *found = TRUE;
    else
      g_strv_builder_add (rest, texts[i]);
  return g_strv_builder_end (rest);
}

/* What is said with one sign, with the value added or taken out. */
static EntQuery *
change (const EntQuery *query,
        EntDataset     *dataset,
        const EntFacet *facet,
        guint32         value,
        gboolean        negated,
        gboolean        add,
        gboolean        all)
{
  const char *field = ent_facet_get_name (facet);
  g_auto (GStrv) texts = ent_query_dup_values (query, field, negated, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) result = NULL;
  gboolean found;

  rest = take_out (texts, dataset, facet, value, &found);
  if (found == add)
    return ent_query_ref (query);
  g_strv_builder_addv (builder, (const char **) rest);
  if (add)
    {
      g_autofree char *text = ent_slice_dup (ent_facet_get_value (facet, value));

      g_strv_builder_add (builder, text);
    }
  result = g_strv_builder_end (builder);
  return ent_query_set_values (query, field, (const char *const *) result, negated, all);
}

/**
 * ent_facet_choice_toggle:
 * @query: a query
 * @dataset: a dataset
 * @facet: a facet of it
 * @value: a value of that
 * @all: whether all of the chosen must be there
 *
 * Returns: (transfer full): the query after a click on the value: an excluded one is let in again, a chosen one is
 *   chosen no more, and any other is chosen as well
 */
EntQuery *
ent_facet_choice_toggle (const EntQuery *query,
                         EntDataset     *dataset,
                         const EntFacet *facet,
                         guint32         value,
                         gboolean        all)
{
  g_auto (EntFacetChoice) choice = { 0 };

  ent_facet_choice_read (&choice, query, dataset, facet);
  if (choice.marks[value] == ENT_FACET_EXCLUDED)
    return change (query, dataset, facet, value, TRUE, FALSE, FALSE);
  return change (query, dataset, facet, value, FALSE, choice.marks[value] != ENT_FACET_CHOSEN, all);
}

/**
 * ent_facet_choice_only:
 * @query: a query
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: (transfer full): the query that asks for this value, and says nothing else of the facet
 */
EntQuery *
ent_facet_choice_only (const EntQuery *query,
                       const EntFacet *facet,
                       guint32         value)
{
  const char *field = ent_facet_get_name (facet);
  g_autofree char *text = ent_slice_dup (ent_facet_get_value (facet, value));
  const char *const texts[] = { text, NULL };
  g_autoptr (EntQuery) chosen = ent_query_set_values (query, field, texts, FALSE, FALSE);
  static const char *const none[] = { NULL };

  return ent_query_set_values (chosen, field, none, TRUE, FALSE);
}

/**
 * ent_facet_choice_exclude:
 * @query: a query
 * @dataset: a dataset
 * @facet: a facet of it
 * @value: a value of that
 *
 * Returns: (transfer full): the query that leaves out what has the value, or lets it in again if it was left out
 */
EntQuery *
ent_facet_choice_exclude (const EntQuery *query,
                          EntDataset     *dataset,
                          const EntFacet *facet,
                          guint32         value)
{
  g_auto (EntFacetChoice) choice = { 0 };
  g_autoptr (EntQuery) without = NULL;

  ent_facet_choice_read (&choice, query, dataset, facet);
  if (choice.marks[value] == ENT_FACET_EXCLUDED)
    return change (query, dataset, facet, value, TRUE, FALSE, FALSE);
  without = change (query, dataset, facet, value, FALSE, FALSE, choice.all);
  return change (without, dataset, facet, value, TRUE, TRUE, FALSE);
}

/**
 * ent_facet_choice_set_all:
 * @query: a query
 * @facet: a facet
 * @all: whether all of the chosen values must be there; else any will do
 *
 * Returns: (transfer full): the query that asks so
 */
EntQuery *
ent_facet_choice_set_all (const EntQuery *query,
                          const EntFacet *facet,
                          gboolean        all)
{
  const char *field = ent_facet_get_name (facet);
  g_auto (GStrv) texts = ent_query_dup_values (query, field, FALSE, NULL);

  return ent_query_set_values (query, field, (const char *const *) texts, FALSE, all);
}
