/* ent-facets.c: by what events can be told apart, grouped and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-dataset-private.h"
#include "ent-facets-private.h"
#include "ent-limits.h"
#include "ent-scalar.h"

/* A further field is a facet when it has so many different values, one of them twice. */
#define MIN_FIELD_VALUES 2
#define MAX_FIELD_VALUES 200

/* Longer ones are no values to count by. */
#define MAX_VALUE_BYTES 200

static const char *const names[ENT_N_FIXED_FACETS] = {
  [ENT_FACET_KIND] = "kind",
  [ENT_FACET_CATEGORY] = "category",
  [ENT_FACET_ACTOR] = "actor",
  [ENT_FACET_INITIATOR] = "initiator",
  [ENT_FACET_TARGET] = "target",
  [ENT_FACET_PAIR] = "pair",
  [ENT_FACET_PLACE] = "place",
  [ENT_FACET_TAG] = "tag",
  [ENT_FACET_SEVERITY] = "severity",
  [ENT_FACET_ATTRIBUTION] = "attribution",
  [ENT_FACET_STATUS] = "status",
  [ENT_FACET_SECTOR] = "sector",
  [ENT_FACET_VERIFICATION] = "verification",
};

struct _EntFacets
{
  GPtrArray *all;          /* (owned) of EntFacet */
  GStrv fields;            /* (owned): the further fields, facets or not */
  gsize      recorded;     /* (owned) (nullable) an EntFacet: none yet, or pairs as they are recorded */
  gboolean has_more_fields; /* than are looked at */
  gboolean has_more_pairs;  /* than are made of one event's actors */
};

typedef struct
{
  EntFacets  *facets;
  EntDataset *dataset;
  GHashTable *fields; /* (owned): EntFacet by name; owns nothing */
  GString    *buffer; /* (owned) */
} Filling;

static EntFacet *
get (Filling *filling,
     guint    index)
{
  return g_ptr_array_index (filling->facets->all, index);
}

static void
add_word (Filling    *filling,
          EntFacetId  id,
          guint32     row,
          const char *word)
{
  if (word != NULL)
    ent_facet_add (get (filling, id), row, ent_slice_from_string (word));
}

static void
add_values (Filling      *filling,
            EntFacetId    id,
            guint32       row,
            EntValueField field)
{
  guint position = 0;
  guint32 value;

  while (ent_dataset_next_value (filling->dataset, row, field, &position, &value))
    add_word (filling, id, row, ent_dataset_get_value_word (filling->dataset, field, value));
}

/* Dyads join those at the top: a unit of the army stands for its state. */
static guint32
topmost (EntDataset *dataset,
         guint32     actor)
{
  guint32 parent;

  while ((parent = ent_dataset_get_actor_parent (dataset, actor)) != ENT_ROW_NONE)
    actor = parent;
  return actor;
}

static gboolean
has_role (EntDataset        *dataset,
          const EntActorRef *ref,
          const char        *role)
{
  return ref->relation == ENT_RELATION_ROLE && ref->word != ENT_WORD_NONE &&
         g_str_equal (ent_dataset_get_word (dataset, ref->word), role);
}

/* An event's actors of one role, or those at the top of them, each once. Returns how many; there may be more if it is
 * ENT_LIMIT_PAIRED_ACTORS. */
static guint
list_actors (EntDataset *dataset,
             guint32     row,
             const char *role,
             gboolean    top,
             gboolean   *has_more,
             guint32     actors[ENT_LIMIT_PAIRED_ACTORS])
{
  guint n_refs;
  const EntActorRef *refs = ent_dataset_get_actors (dataset, row, &n_refs);
  guint n_actors = 0;

  for (guint i = 0; i < n_refs; i++)
    if (has_role (dataset, &refs[i], role))
      {
        guint32 actor = top ? topmost (dataset, refs[i].actor) : refs[i].actor;
        guint j = 0;

        while (j < n_actors && actors[j] != actor)
          j++;
        if (j == ENT_LIMIT_PAIRED_ACTORS)
          *has_more = TRUE;
        else if (j == n_actors)
          actors[n_actors++] = actor;
      }
  return n_actors;
}

static void
add_pairs (EntFacet   *facet,
           EntDataset *dataset,
           guint32     row,
           gboolean    top,
           gboolean   *has_more)
{
  guint32 initiators[ENT_LIMIT_PAIRED_ACTORS];
  guint32 targets[ENT_LIMIT_PAIRED_ACTORS];
  guint n_initiators = list_actors (dataset, row, "initiator", top, has_more, initiators);
  guint n_targets = list_actors (dataset, row, "target", top, has_more, targets);

  for (guint i = 0; i < n_initiators; i++)
    for (guint j = 0; j < n_targets; j++)
      ent_facet_add_pair (facet, dataset, row, initiators[i], targets[j]);
}

static void
add_actors (Filling *filling,
            guint32  row)
{
  guint n_refs;
  const EntActorRef *refs = ent_dataset_get_actors (filling->dataset, row, &n_refs);

  for (guint i = 0; i < n_refs; i++)
    {
      if (refs[i].relation != ENT_RELATION_ROLE)
        continue;
      ent_facet_add_actor (get (filling, ENT_FACET_ACTOR), filling->dataset, row, refs[i].actor);
      if (has_role (filling->dataset, &refs[i], "initiator"))
        ent_facet_add_actor (get (filling, ENT_FACET_INITIATOR), filling->dataset, row, refs[i].actor);
      if (has_role (filling->dataset, &refs[i], "target"))
        ent_facet_add_actor (get (filling, ENT_FACET_TARGET), filling->dataset, row, refs[i].actor);
    }
  add_pairs (get (filling, ENT_FACET_PAIR), filling->dataset, row, TRUE, &filling->facets->has_more_pairs);
}

static EntFacet *
facet_of_field (Filling    *filling,
                const char *name)
{
  EntFacet *facet = g_hash_table_lookup (filling->fields, name);

  if (facet != NULL)
    return facet;
  if (g_hash_table_size (filling->fields) >= ENT_LIMIT_FURTHER_FIELDS)
    {
      filling->facets->has_more_fields = TRUE;
      return NULL;
    }
  facet = ent_facet_new (name, TRUE);
  g_ptr_array_add (filling->facets->all, facet);
  g_hash_table_insert (filling->fields, facet->name, facet);
  return facet;
}

static void
add_field (Filling        *filling,
           guint32         row,
           const EntField *field)
{
  g_autofree char *name = ent_slice_dup (field->name);
  EntFacet *facet;
  EntSlice text;

  /* Its name means the facet. */
  for (guint i = 0; i < ENT_N_FIXED_FACETS; i++)
    if (g_str_equal (names[i], name))
      return;
  facet = facet_of_field (filling, name);
  /* Once there are too many values it cannot become a facet again. */
  if (facet == NULL || !facet->is_scalar || ent_facet_get_n_values (facet) > MAX_FIELD_VALUES)
    return;
  switch (ent_scalar_read (field->value, filling->buffer, &text))
    {
    case ENT_SCALAR_TEXT:
    case ENT_SCALAR_WORD:
      if (text.length <= MAX_VALUE_BYTES)
        ent_facet_add (facet, row, text);
      else
        facet->is_scalar = FALSE;
      break;
    case ENT_SCALAR_NOT:
      facet->is_scalar = FALSE;
      break;
    case ENT_SCALAR_NONE:
    default:
      break;
    }
}

static void
add_event (Filling *filling,
           guint32  row)
{
  EntDataset *dataset = filling->dataset;
  guint severity = ent_dataset_get_severity (dataset, row);
  guint n_fields = ent_dataset_get_n_fields (dataset, row);

  add_word (filling, ENT_FACET_KIND, row, ent_dataset_get_kind_word (dataset, row));
  add_values (filling, ENT_FACET_CATEGORY, row, ENT_VALUE_CATEGORY);
  add_values (filling, ENT_FACET_PLACE, row, ENT_VALUE_PLACE);
  add_values (filling, ENT_FACET_TAG, row, ENT_VALUE_TAG);
  add_values (filling, ENT_FACET_SECTOR, row, ENT_VALUE_SECTOR);
  add_actors (filling, row);
  if (severity > 0)
    {
      const char digit[] = { (char) ('0' + severity), '\0' };

      add_word (filling, ENT_FACET_SEVERITY, row, digit);
    }
  add_word (filling, ENT_FACET_ATTRIBUTION, row,
            ent_terms_word (ENT_TERMS_CONFIDENCE, ent_dataset_get_confidence (dataset, row)));
  add_word (filling, ENT_FACET_STATUS, row, ent_terms_word (ENT_TERMS_STATUS, ent_dataset_get_status (dataset, row)));
  add_word (filling, ENT_FACET_VERIFICATION, row,
            ent_terms_word (ENT_TERMS_VERIFICATION, ent_dataset_get_verification (dataset, row)));
  for (guint i = 0; i < n_fields; i++)
    {
      EntField field;

      ent_dataset_get_field (dataset, row, i, &field);
      add_field (filling, row, &field);
    }
}

static gboolean
is_worth_it (const EntFacet *facet)
{
  guint size = ent_facet_get_n_values (facet);

  if (!facet->is_field)
    return TRUE;
  if (!facet->is_scalar || size < MIN_FIELD_VALUES || size > MAX_FIELD_VALUES)
    return FALSE;
  for (guint i = 0; i < size; i++)
    if (g_array_index (facet->counts, guint32, i) > 1)
      return TRUE;
  return FALSE;
}

static EntFacets *
make_facets (EntDataset *dataset)
{
  EntFacets *self = g_new0 (EntFacets, 1);
  Filling filling = { .facets = self, .dataset = dataset };

  self->all = g_ptr_array_new_with_free_func (ent_facet_free);
  filling.fields = g_hash_table_new (g_str_hash, g_str_equal);
  filling.buffer = g_string_new (NULL);
  for (guint i = 0; i < ENT_N_FIXED_FACETS; i++)
    g_ptr_array_add (self->all, ent_facet_new (names[i], FALSE));
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    add_event (&filling, row);
  self->fields = g_new0 (char *, self->all->len - ENT_N_FIXED_FACETS + 1);
  for (guint i = ENT_N_FIXED_FACETS; i < self->all->len; i++)
    self->fields[i - ENT_N_FIXED_FACETS] = g_strdup (get (&filling, i)->name);
  for (guint i = self->all->len; i > ENT_N_FIXED_FACETS; i--)
    if (!is_worth_it (g_ptr_array_index (self->all, i - 1)))
      g_ptr_array_remove_index (self->all, i - 1);
  for (guint i = 0; i < self->all->len; i++)
    {
      EntFacet *facet = g_ptr_array_index (self->all, i);

      facet->index = i;
      ent_facet_finish (facet, dataset);
    }
  g_hash_table_unref (filling.fields);
  g_string_free (filling.buffer, TRUE);
  return self;
}

/* For the dataset, when it goes. */
void
ent_facets_free (EntFacets *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->all);
  g_strfreev (self->fields);
  if (self->recorded != 0)
    ent_facet_free (GSIZE_TO_POINTER (self->recorded));
  g_free (self);
}

/**
 * ent_dataset_get_facets:
 * @dataset: a dataset
 *
 * Made when first asked for, on whichever thread asks, in time linear to the dataset.
 *
 * Returns: (transfer none): the facets, as long as the dataset lives
 */
const EntFacets *
ent_dataset_get_facets (EntDataset *dataset)
{
  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  if (g_once_init_enter (&dataset->facets))
    g_once_init_leave (&dataset->facets, GPOINTER_TO_SIZE (make_facets (dataset)));
  return GSIZE_TO_POINTER (dataset->facets);
}

static EntFacet *
make_recorded_pairs (EntDataset *dataset)
{
  EntFacet *facet = ent_facet_new (names[ENT_FACET_PAIR], FALSE);
  gboolean ignored;

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    add_pairs (facet, dataset, row, FALSE, &ignored);
  facet->index = ENT_FACET_PAIR;
  ent_facet_finish (facet, dataset);
  return facet;
}

/**
 * ent_dataset_get_recorded_pairs:
 * @dataset: a dataset
 *
 * What %ENT_FACET_PAIR would be if nobody stood for those who are part of them: an agency does not for its state. No
 * query knows it; it is for lanes and colours. Made when first asked for, on whichever thread asks.
 *
 * Returns: (transfer none): the facet, as long as the dataset lives
 */
const EntFacet *
ent_dataset_get_recorded_pairs (EntDataset *dataset)
{
  EntFacets *self = (EntFacets *) ent_dataset_get_facets (dataset);

  if (g_once_init_enter (&self->recorded))
    g_once_init_leave (&self->recorded, GPOINTER_TO_SIZE (make_recorded_pairs (dataset)));
  return GSIZE_TO_POINTER (self->recorded);
}

/** ent_facets_get_size: (skip): how many there are: the fixed ones, then further fields in the order of their first use */
guint
ent_facets_get_size (const EntFacets *self)
{
  return self->all->len;
}

/** ent_facets_get: (skip): a facet by its number, which for the fixed ones is an #EntFacetId */
const EntFacet *
ent_facets_get (const EntFacets *self,
                guint            index)
{
  g_return_val_if_fail (index < self->all->len, NULL);
  return g_ptr_array_index (self->all, index);
}

/** ent_facets_find: (skip): (nullable): the facet of that name */
const EntFacet *
ent_facets_find (const EntFacets *self,
                 const char      *name)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const EntFacet *facet = g_ptr_array_index (self->all, i);

      if (g_str_equal (facet->name, name))
        return facet;
    }
  return NULL;
}

/**
 * ent_facets_get_fields:
 * @self: facets
 *
 * Returns: (transfer none): the names of the further fields that events have, whether they are facets or not, in the
 *   order of their first use, ended by %NULL; without those that are named like a facet, and no more than
 *   %ENT_LIMIT_FURTHER_FIELDS
 */
const char *const *
ent_facets_get_fields (const EntFacets *self)
{
  return (const char *const *) self->fields;
}

/** ent_facets_has_more_fields: (skip): whether there are further fields beyond %ENT_LIMIT_FURTHER_FIELDS */
gboolean
ent_facets_has_more_fields (const EntFacets *self)
{
  return self->has_more_fields;
}

/** ent_facets_has_more_pairs: (skip): whether an event has actors beyond %ENT_LIMIT_PAIRED_ACTORS that make no pairs */
gboolean
ent_facets_has_more_pairs (const EntFacets *self)
{
  return self->has_more_pairs;
}
