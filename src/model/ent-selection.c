/* ent-selection.c: which events of a dataset are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-selection.h"

/** ent_selection_knows: (skip): whether @dataset, which may be %NULL, has an event @id */
gboolean
ent_selection_knows (EntDataset *dataset,
                     const char *id)
{
  return dataset != NULL && ent_dataset_find (dataset, ent_slice_from_string (id)) != ENT_ROW_NONE;
}

/**
 * ent_selection_new:
 * @dataset: (nullable): a dataset
 * @ids: (nullable): ids of events, ended by %NULL
 *
 * Returns: (transfer full): those of them that @dataset has, each once, in their order
 */
EntSelection *
ent_selection_new (EntDataset        *dataset,
                   const char *const *ids)
{
  EntSelection *self = g_rc_box_new (EntSelection);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (; ids != NULL && *ids != NULL; ids++)
    if (ent_selection_knows (dataset, *ids) && g_hash_table_add (seen, (gpointer) *ids))
      g_ptr_array_add (known, g_strdup (*ids));
  g_ptr_array_add (known, NULL);
  self->ids = (char **) g_ptr_array_free (g_steal_pointer (&known), FALSE);
  return self;
}

EntSelection *
ent_selection_ref (EntSelection *self)
{
  return g_rc_box_acquire (self);
}

static void
selection_clear (gpointer data)
{
  EntSelection *self = data;

  g_strfreev (self->ids);
}

void
ent_selection_unref (EntSelection *self)
{
  g_rc_box_release_full (self, selection_clear);
}

/** ent_selection_equal: (skip): whether both are of the same events in the same order */
gboolean
ent_selection_equal (const EntSelection *a,
                     const EntSelection *b)
{
  return a == b || g_strv_equal ((const char *const *) a->ids, (const char *const *) b->ids);
}
