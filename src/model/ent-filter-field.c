/* ent-filter-field.c: what stands before the colon of a query's term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-chain.h"
#include "ent-dataset-private.h"
#include "ent-filter-private.h"
#include "ent-nearest-name.h"
#include "ent-text-index.h"
#include "ent-text-fold.h"

#include <glib/gi18n.h>

/* Sets an error for a name that means nothing, with the name that may be meant. */
void
ent_filter_set_unknown (GError           **error,
                        EntQueryError      code,
                        guint              column,
                        const char        *name,
                        const char *const *names)
{
  const char *nearest = ent_nearest_name (name, names);

  if (nearest != NULL)
    ent_filter_set_error (error, code, column, _("there is no “%s”; is “%s” meant?"), name, nearest);
  else
    ent_filter_set_error (error, code, column, _("there is no “%s”"), name);
}

/* Whether the field can be compared as the term does. */
gboolean
ent_filter_may_be (const EntQuery  *term,
                   EntQueryOperator last,
                   gboolean         ranges,
                   GError         **error)
{
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);
  gboolean bad = ent_query_get_operator (term) > last;

  for (guint i = 0; i < n_asked && !bad; i++)
    bad = asked[i].to != NULL && (!ranges || ent_query_get_operator (term) > ENT_QUERY_EXACTLY);
  if (bad)
    ent_filter_set_error (error, ENT_QUERY_ERROR_OPERATOR, ent_query_get_column (term),
                          _("“%s” has no more and less"), ent_query_get_field (term));
  return !bad;
}

static gboolean
contains (EntSlice          text,
          const char *const *needles)
{
  g_autofree char *folded = ent_text_fold (text);

  for (; *needles != NULL; needles++)
    if (strstr (folded, *needles) != NULL)
      return TRUE;
  return FALSE;
}

static GStrv
fold_values (const EntQuery *term)
{
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  for (guint i = 0; i < n_asked; i++)
    {
      g_autofree char *value = ent_text_fold (ent_slice_from_string (asked[i].text));

      g_strv_builder_add (folded, value);
    }
  return g_strv_builder_end (folded);
}

static gboolean
row_has_text (EntDataset        *dataset,
              guint32            row,
              EntTextField       field,
              const char *const *needles)
{
  guint n_texts;
  const EntTextEntry *texts = ent_dataset_list_of_row (dataset, ENT_LIST_TEXTS, row, &n_texts);

  for (guint i = 0; i < n_texts; i++)
    if (texts[i].field == field && contains (ent_arena_get (dataset->arena, texts[i].text), needles))
      return TRUE;
  return FALSE;
}

static gboolean
row_has_source (EntDataset        *dataset,
                guint32            row,
                const char *const *needles)
{
  for (guint i = 0; i < ent_dataset_get_n_sources (dataset, row); i++)
    {
      EntSource source;

      ent_dataset_get_event_source (dataset, row, i, &source);
      if (contains (source.publisher, needles) || contains (source.title, needles) || contains (source.url, needles))
        return TRUE;
    }
  return FALSE;
}

/* title:, summary:, quote:, source: in parts of any language. */
static EntRowSet *
find_text (const EntQuery         *term,
           const EntFilterContext *context,
           int                     field,
           GError                **error)
{
  g_auto (GStrv) needles = fold_values (term);
  EntRowSet *rows;

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint32 row = 0; row < ent_row_set_get_n_rows (rows); row++)
    if (field < 0 ? row_has_source (context->dataset, row, (const char *const *) needles)
                  : row_has_text (context->dataset, row, field, (const char *const *) needles))
      ent_row_set_add (rows, row);
  return rows;
}

/* text: is what a bare word is. */
static EntRowSet *
find_anywhere (const EntQuery         *term,
               const EntFilterContext *context,
               int                     unused,
               GError                **error)
{
  g_auto (GStrv) needles = fold_values (term);
  EntRowSet *rows;

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint i = 0; needles[i] != NULL; i++)
    {
      g_autoptr (EntRowSet) found =
        ent_text_index_search (ent_dataset_get_text_index (context->dataset), needles[i], NULL, NULL);

      ent_row_set_join (rows, found);
    }
  return rows;
}

static EntRowSet *
find_date (const EntQuery         *term,
           const EntFilterContext *context,
           int                     phase,
           GError                **error)
{
  return ent_filter_find_date (term, context, phase, error);
}

static EntRowSet *
find_has (const EntQuery         *term,
          const EntFilterContext *context,
          int                     unused,
          GError                **error)
{
  return ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error) ? ent_filter_find_has (term, context, error) : NULL;
}

static EntRowSet *
find_id (const EntQuery         *term,
         const EntFilterContext *context,
         int                     unused,
         GError                **error)
{
  EntRowSet *rows;
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint i = 0; i < n_asked; i++)
    {
      guint32 row = ent_dataset_find (context->dataset, ent_slice_from_string (asked[i].text));

      if (row != ENT_ROW_NONE)
        ent_row_set_add (rows, row);
    }
  return rows;
}

/* link: the event, what it leads back to, and what leads back to it, at any depth. */
static EntRowSet *
find_link (const EntQuery         *term,
           const EntFilterContext *context,
           int                     unused,
           GError                **error)
{
  g_autoptr (EntRowSet) rows = NULL;
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint i = 0; i < n_asked; i++)
    {
      guint32 row = ent_dataset_find (context->dataset, ent_slice_from_string (asked[i].text));
      g_autoptr (EntRowSet) chain = NULL;

      if (row == ENT_ROW_NONE)
        {
          ent_filter_set_error (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, asked[i].column,
                                _("no event has the id “%s”"), asked[i].text);
          return NULL;
        }
      chain = ent_chain_find (context->dataset, row, G_MAXUINT);
      ent_row_set_join (rows, chain);
    }
  return g_steal_pointer (&rows);
}

static const char *const states[] = { "undated", "selected", "starred", "noted", "contested", NULL };

static void
add_state (EntRowSet              *rows,
           const EntFilterContext *context,
           gsize                   state)
{
  EntRowSet *const given[] = { NULL, context->selected, context->starred, context->noted, NULL };

  if (given[state] != NULL)
    ent_row_set_join (rows, given[state]);
  for (guint32 row = 0; row < ent_row_set_get_n_rows (rows); row++)
    if ((g_str_equal (states[state], "undated") &&
         ent_dataset_peek_date (context->dataset, row, context->basis) == NULL) ||
        (g_str_equal (states[state], "contested") && ent_dataset_is_denied (context->dataset, row)))
      ent_row_set_add (rows, row);
}

static EntRowSet *
find_is (const EntQuery         *term,
         const EntFilterContext *context,
         int                     unused,
         GError                **error)
{
  g_autoptr (EntRowSet) rows = NULL;
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint i = 0; i < n_asked; i++)
    {
      gsize state = 0;

      while (states[state] != NULL && !g_str_equal (states[state], asked[i].text))
        state++;
      if (states[state] == NULL)
        {
          ent_filter_set_unknown (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, asked[i].column, asked[i].text, states);
          return NULL;
        }
      add_state (rows, context, state);
    }
  return g_steal_pointer (&rows);
}

/* denied_by: and attributed_by:, and every role the file has a word for. */
static EntRowSet *
find_actors (const EntQuery         *term,
             const EntFilterContext *context,
             EntRelation             relation,
             guint32                 role,
             GError                **error)
{
  guint n_actors = ent_dataset_get_n_actors (context->dataset);
  g_autofree gboolean *marks = g_new0 (gboolean, MAX (n_actors, 1));
  g_auto (GStrv) asked = fold_values (term);
  gboolean exactly = ent_query_get_operator (term) == ENT_QUERY_EXACTLY;
  EntRowSet *rows;

  if (!ent_filter_may_be (term, ENT_QUERY_EXACTLY, FALSE, error))
    return NULL;
  for (guint i = 0; asked[i] != NULL; i++)
    for (guint32 actor = 0; actor < n_actors; actor++)
      if (ent_filter_actor_is (context->dataset, actor, asked[i]))
        marks[actor] = TRUE;
  rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  for (guint32 row = 0; row < ent_row_set_get_n_rows (rows); row++)
    {
      guint n_refs;
      const EntActorRef *refs = ent_dataset_get_actors (context->dataset, row, &n_refs);

      for (guint i = 0; i < n_refs; i++)
        for (guint32 actor = refs[i].actor;
             refs[i].relation == relation && (relation != ENT_RELATION_ROLE || refs[i].word == role) &&
             actor != ENT_ROW_NONE;
             actor = exactly ? ENT_ROW_NONE : ent_dataset_get_actor_parent (context->dataset, actor))
          if (marks[actor])
            ent_row_set_add (rows, row);
    }
  return rows;
}

static EntRowSet *
find_relation (const EntQuery         *term,
               const EntFilterContext *context,
               int                     relation,
               GError                **error)
{
  return find_actors (term, context, relation, ENT_WORD_NONE, error);
}

static const struct
{
  const char *name;
  EntRowSet *(*func) (const EntQuery         *term,
                      const EntFilterContext *context,
                      int                     detail,
                      GError                **error);
  int         detail;
} fields[] = {
  { "attributed_by", find_relation, ENT_RELATION_ACCUSER },
  { "date", find_date, -1 },
  { "denied_by", find_relation, ENT_RELATION_DENIER },
  { "detection", find_date, ENT_PHASE_DETECTION },
  { "disclosure", find_date, ENT_PHASE_DISCLOSURE },
  { "has", find_has, 0 },
  { "id", find_id, 0 },
  { "intrusion", find_date, ENT_PHASE_INTRUSION },
  { "is", find_is, 0 },
  { "link", find_link, 0 },
  { "quote", find_text, ENT_TEXT_QUOTE },
  { "remediation", find_date, ENT_PHASE_REMEDIATION },
  { "source", find_text, -1 },
  { "summary", find_text, ENT_TEXT_SUMMARY },
  { "surely", find_date, -1 },
  { "text", find_anywhere, 0 },
  { "title", find_text, ENT_TEXT_TITLE },
};

/* All that can stand before a colon, or after `has:`. */
GStrv
ent_filter_list_names (const EntFilterContext *context,
                       gboolean                for_has)
{
  const EntFacets *facets = ent_dataset_get_facets (context->dataset);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (for_has)
    ent_filter_list_things (names);
  for (gsize i = 0; i < G_N_ELEMENTS (fields) && !for_has; i++)
    g_strv_builder_add (names, fields[i].name);
  for (guint i = 0; i < ENT_N_FIXED_FACETS && !for_has; i++)
    g_strv_builder_add (names, ent_facet_get_name (ent_facets_get (facets, i)));
  g_strv_builder_addv (names, (const char **) ent_facets_get_fields (facets));
  for (guint32 word = 0; word < ent_vocabulary_get_size (context->dataset->words); word++)
    g_strv_builder_add (names, ent_dataset_get_word (context->dataset, word));
  return g_strv_builder_end (names);
}

/* The role of that name, if any actor of the dataset has it. */
static guint32
find_role (EntDataset *dataset,
           const char *name)
{
  guint32 word = ent_vocabulary_lookup (dataset->words, ent_slice_from_string (name));
  const GArray *entries = (dataset->as_of.whole != NULL ? dataset->as_of.whole : dataset)->lists[ENT_LIST_ACTORS].entries;
  const EntActorRef *refs = (const EntActorRef *) entries->data;

  for (guint i = 0; word != ENT_WORD_NONE && i < entries->len; i++)
    if (refs[i].relation == ENT_RELATION_ROLE && refs[i].word == word)
      return word;
  return ENT_WORD_NONE;
}

/* The events a term with a field finds. */
EntRowSet *
ent_filter_find_field (const EntQuery         *term,
                       const EntFilterContext *context,
                       GError                **error)
{
  const char *name = ent_query_get_field (term);
  const EntFacet *facet = ent_facets_find (ent_dataset_get_facets (context->dataset), name);
  g_auto (GStrv) names = NULL;
  EntRowSet *rows;
  guint32 role;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return fields[i].func (term, context, fields[i].detail, error);
  if (facet != NULL && !ent_facet_is_field (facet))
    return ent_filter_find_facet (term, context, facet, error);
  role = find_role (context->dataset, name);
  if (role != ENT_WORD_NONE)
    return find_actors (term, context, ENT_RELATION_ROLE, role, error);
  rows = ent_filter_find_further (term, context);
  if (rows != NULL)
    return rows;
  names = ent_filter_list_names (context, FALSE);
  ent_filter_set_unknown (error, ENT_QUERY_ERROR_UNKNOWN_FIELD, ent_query_get_column (term), name,
                          (const char *const *) names);
  return NULL;
}
