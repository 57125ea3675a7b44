/* ent-annotation-store.c: what was added to a timeline, once in the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotation-store.h"

#include "ent-state.h"

/* place → EntAnnotations, as long as somebody holds them. */
static GHashTable *store;

static void
gone_cb (gpointer  data,
         GObject  *object)
{
  g_hash_table_remove (store, data);
}

/**
 * ent_annotation_store_open:
 * @place: (type filename): where the state of a timeline is kept, from ent_state_dup_place()
 * @error: (optional): return location for an error of ent_state_read_annotations()
 *
 * Two windows on one timeline have the same stars, notes and filters, and see each other's changes at once.
 *
 * Returns: (transfer full): what was added to the timeline; nothing, with an error, if that cannot be read
 */
EntAnnotations *
ent_annotation_store_open (const char  *place,
                           GError     **error)
{
  EntAnnotations *annotations;
  char *key;

  g_return_val_if_fail (place != NULL, NULL);

  if (store == NULL)
    store = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  annotations = g_hash_table_lookup (store, place);
  if (annotations != NULL)
    return g_object_ref (annotations);
  annotations = ent_state_read_annotations (place, error);
  if (annotations == NULL)
    annotations = ent_annotations_new ();
  key = g_strdup (place);
  g_hash_table_insert (store, key, annotations);
  g_object_weak_ref (G_OBJECT (annotations), gone_cb, key);
  return annotations;
}
