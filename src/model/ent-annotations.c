/* ent-annotations.c: what a user adds to a dataset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotations.h"

#include "ent-annotations-private.h"
#include "ent-limits.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (ent-annotations-error-quark, ent_annotations_error)

/**
 * EntAnnotations:
 *
 * What a user adds to a dataset: stars and notes on events, held by id, and saved filters. Ids that the
 * dataset does not have, or no longer, are held as any other, so that nothing is lost when a file changes.
 *
 * ## Taking back
 *
 * Each real change has a number, ent_annotations_get_last_change(), by which it can be taken back for a
 * while: ent_annotations_undo() undoes what that change did, and leaves what came after it. Taking back is
 * a change itself.
 *
 * ## Keeping
 *
 * They know what of them was kept last. Whoever is about to keep them has them take over what somebody
 * else has kept in between, ent_annotations_take_over(): what was changed here stays, the rest is as it is
 * there.
 *
 * It belongs to one thread.
 */
struct _EntAnnotations
{
  GObject               parent_instance;
  EntAnnotationsContent now;
  EntAnnotationsContent kept;    /* shares tables with now until these change */
  GPtrArray            *changes; /* (owned) of Change, the newest last */
  guint64               last_change;
};

/* One event's star or note. */
typedef struct
{
  EntAnnotationParts part;
  char              *id;     /* (owned) */
  char              *before; /* (owned) (nullable) */
  char              *after;  /* (owned) (nullable) */
} Item;

typedef struct
{
  guint64    number;
  GPtrArray *items;          /* (owned) of Item */
  GPtrArray *filters_before; /* (owned) (nullable) */
  GPtrArray *filters_after;  /* (owned) (nullable) */
} Change;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntAnnotations, ent_annotations, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_free (item->before);
  g_free (item->after);
  g_free (item);
}

static Change *
change_new (void)
{
  Change *change = g_new0 (Change, 1);

  change->items = g_ptr_array_new_with_free_func (item_free);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_ptr_array_unref (change->items);
  g_clear_pointer (&change->filters_before, g_ptr_array_unref);
  g_clear_pointer (&change->filters_after, g_ptr_array_unref);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
ent_annotations_finalize (GObject *object)
{
  EntAnnotations *self = ENT_ANNOTATIONS (object);

  ent_annotations_content_clear (&self->now);
  ent_annotations_content_clear (&self->kept);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (ent_annotations_parent_class)->finalize (object);
}

static void
ent_annotations_class_init (EntAnnotationsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_annotations_finalize;

  /**
   * EntAnnotations::changed:
   * @parts: #EntAnnotationParts that are other than before
   *
   * Comes once for each real change, after all that changes together has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_ANNOTATIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ent_annotations_init (EntAnnotations *self)
{
  ent_annotations_content_init (&self->now);
  ent_annotations_content_share (&self->kept, &self->now);
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/** ent_annotations_new: Returns: (transfer full): no star, no note, no filter */
EntAnnotations *
ent_annotations_new (void)
{
  return g_object_new (ENT_TYPE_ANNOTATIONS, NULL);
}

/** ent_annotations_is_empty: (skip): whether there is no star, no note and no filter */
gboolean
ent_annotations_is_empty (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), TRUE);

  return g_hash_table_size (self->now.stars) + g_hash_table_size (self->now.notes) + self->now.filters->len == 0;
}

/* Changing */

static GHashTable **
table_of (EntAnnotationsContent *content,
          EntAnnotationParts     part)
{
  return part == ENT_ANNOTATIONS_STARS ? &content->stars : &content->notes;
}

/* Sets one event's star or note, and takes note of it. */
static void
put (EntAnnotations     *self,
     Change             *change,
     EntAnnotationParts  part,
     const char         *id,
     const char         *value)
{
  GHashTable **table = table_of (&self->now, part);
  const char *before = g_hash_table_lookup (*table, id);
  Item *item;

  if (g_strcmp0 (before, value) == 0)
    return;
  item = g_new0 (Item, 1);
  item->part = part;
  item->id = g_strdup (id);
  item->before = g_strdup (before);
  item->after = g_strdup (value);
  g_ptr_array_add (change->items, item);
  ent_annotations_content_put (&self->now, table, id, value);
}

static void
put_filters (EntAnnotations *self,
             Change         *change,
             GPtrArray      *filters)
{
  if (ent_saved_filters_equal (self->now.filters, filters))
    return;
  change->filters_before = g_ptr_array_ref (self->now.filters);
  change->filters_after = g_ptr_array_ref (filters);
  ent_annotations_content_set_filters (&self->now, filters);
}

static EntAnnotationParts
parts_of (const Change *change)
{
  EntAnnotationParts parts = change->filters_after != NULL ? ENT_ANNOTATIONS_FILTERS : 0;

  for (guint i = 0; i < change->items->len; i++)
    parts |= ((const Item *) g_ptr_array_index (change->items, i))->part;
  return parts;
}

/* Numbers what was done, and tells of it if that is anything. */
static void
end_change (EntAnnotations *self,
            Change         *change)
{
  EntAnnotationParts parts = parts_of (change);

  if (parts == 0)
    {
      change_free (change);
      return;
    }
  change->number = ++self->last_change;
  g_ptr_array_add (self->changes, change);
  if (self->changes->len > ENT_LIMIT_ANNOTATIONS_UNDO)
    g_ptr_array_remove_index (self->changes, 0);
  g_signal_emit (self, signals[CHANGED], 0, (guint) parts);
}

static gboolean
has_room (EntAnnotations *self,
          gsize           more,
          gsize           less,
          GError        **error)
{
  if (self->now.bytes - MIN (less, self->now.bytes) + more <= ENT_LIMIT_ANNOTATIONS_BYTES)
    return TRUE;
  g_set_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_FULL,
               _("There is no room for more: stars, notes and filters of a timeline take %d MiB at the most"),
               ENT_LIMIT_ANNOTATIONS_BYTES / (1024 * 1024));
  return FALSE;
}

/* ent_annotations_is_longer: whether a text has more characters */
gboolean
ent_annotations_is_longer (const char *text,
                           guint       limit)
{
  return g_utf8_strlen (text, -1) > (glong) limit;
}

/* ent_annotations_fail_too_long: takes the message; %FALSE */
gboolean
ent_annotations_fail_too_long (GError **error,
                               char    *message)
{
  g_set_error_literal (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_LONG, message);
  g_free (message);
  return FALSE;
}

/* Stars */

static EntRowSet *
rows_of (GHashTable *table,
         EntDataset *dataset)
{
  EntRowSet *rows = ent_row_set_new (ent_dataset_get_n_events (dataset));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint32 row = ent_dataset_find (dataset, ent_slice_from_string (id));

      if (row != ENT_ROW_NONE)
        ent_row_set_add (rows, row);
    }
  return rows;
}

/** ent_annotations_get_n_starred: (skip): how many ids have a star, whether or not a dataset has them */
guint
ent_annotations_get_n_starred (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), 0);

  return g_hash_table_size (self->now.stars);
}

/** ent_annotations_is_starred: (skip): whether the event of this id has a star */
gboolean
ent_annotations_is_starred (EntAnnotations *self,
                            const char     *id)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->now.stars, id);
}

/** ent_annotations_dup_starred: (skip): Returns: (transfer full): the ids that have a star, sorted */
char **
ent_annotations_dup_starred (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);

  return ent_annotations_sorted_keys (self->now.stars);
}

/**
 * ent_annotations_get_starred_rows:
 * @self: annotations
 * @dataset: a dataset
 *
 * Returns: (transfer full): the rows of @dataset that have a star
 */
EntRowSet *
ent_annotations_get_starred_rows (EntAnnotations *self,
                                  EntDataset     *dataset)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  return rows_of (self->now.stars, dataset);
}

/**
 * ent_annotations_set_starred:
 * @self: annotations
 * @ids: ids of events
 * @starred: whether they are to have a star
 * @error: return location for an #EntAnnotationsError
 *
 * Gives a star to events, or takes theirs away: one change, or none when it is so already.
 *
 * Returns: whether it is so now
 */
gboolean
ent_annotations_set_starred (EntAnnotations     *self,
                             const char *const  *ids,
                             gboolean            starred,
                             GError            **error)
{
  gsize more = 0;
  Change *change;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  for (guint i = 0; starred && ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->now.stars, ids[i]))
      more += ent_annotations_cost (ids[i], "");
  if (more > 0 && !has_room (self, more, 0, error))
    return FALSE;
  change = change_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    put (self, change, ENT_ANNOTATIONS_STARS, ids[i], starred ? "" : NULL);
  end_change (self, change);
  return TRUE;
}

/* Notes */

/** ent_annotations_get_n_noted: (skip): how many ids have a note, whether or not a dataset has them */
guint
ent_annotations_get_n_noted (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), 0);

  return g_hash_table_size (self->now.notes);
}

/** ent_annotations_get_note: Returns: (nullable): the note on the event of this id; valid until it changes */
const char *
ent_annotations_get_note (EntAnnotations *self,
                          const char     *id)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->now.notes, id);
}

/** ent_annotations_dup_noted: (skip): Returns: (transfer full): the ids that have a note, sorted */
char **
ent_annotations_dup_noted (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);

  return ent_annotations_sorted_keys (self->now.notes);
}

/**
 * ent_annotations_get_noted_rows:
 * @self: annotations
 * @dataset: a dataset
 *
 * Returns: (transfer full): the rows of @dataset that have a note
 */
EntRowSet *
ent_annotations_get_noted_rows (EntAnnotations *self,
                                EntDataset     *dataset)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  return rows_of (self->now.notes, dataset);
}

/* What somebody types is one change, however often it is kept meanwhile. */
static gboolean
go_on (EntAnnotations *self,
       const char     *id,
       const char     *text)
{
  Change *last = self->changes->len > 0 ? g_ptr_array_index (self->changes, self->changes->len - 1) : NULL;
  Item *item = last != NULL && last->items->len == 1 ? g_ptr_array_index (last->items, 0) : NULL;

  if (item == NULL || item->part != ENT_ANNOTATIONS_NOTES || !g_str_equal (item->id, id) ||
      last->filters_after != NULL)
    return FALSE;
  g_free (item->after);
  item->after = g_strdup (text);
  ent_annotations_content_put (&self->now, &self->now.notes, id, text);
  g_signal_emit (self, signals[CHANGED], 0, (guint) ENT_ANNOTATIONS_NOTES);
  return TRUE;
}

/**
 * ent_annotations_set_note:
 * @self: annotations
 * @id: id of an event
 * @text: the note, plain text; white space at its end is left out, and an empty note is none
 * @goes_on: whether it goes on with the last change, if that was of this note: it is taken back with it
 * @error: return location for an #EntAnnotationsError
 *
 * Puts a note on an event, or removes it.
 *
 * Returns: whether it is so now
 */
gboolean
ent_annotations_set_note (EntAnnotations  *self,
                          const char      *id,
                          const char      *text,
                          gboolean         goes_on,
                          GError         **error)
{
  g_autofree char *own = NULL;
  const char *before;
  const char *value;
  Change *change;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);

  own = g_strchomp (g_strdup (text));
  value = *own != '\0' ? own : NULL;
  before = g_hash_table_lookup (self->now.notes, id);
  if (g_strcmp0 (before, value) == 0)
    return TRUE;
  if (value != NULL && ent_annotations_is_longer (value, ENT_LIMIT_NOTE))
    return ent_annotations_fail_too_long (error, g_strdup_printf (_("A note has %u characters at the most"),
                                                                  (guint) ENT_LIMIT_NOTE));
  if (value != NULL && !has_room (self, ent_annotations_cost (id, value),
                                  before != NULL ? ent_annotations_cost (id, before) : 0, error))
    return FALSE;
  if (goes_on && go_on (self, id, value))
    return TRUE;
  change = change_new ();
  put (self, change, ENT_ANNOTATIONS_NOTES, id, value);
  end_change (self, change);
  return TRUE;
}

/* Filters */

/* ent_annotations_peek_filters: the saved filters, never to be changed */
GPtrArray *
ent_annotations_peek_filters (EntAnnotations *self)
{
  return self->now.filters;
}

/* ent_annotations_set_filters: these from now on: one change, if there is room */
gboolean
ent_annotations_set_filters (EntAnnotations  *self,
                             GPtrArray       *filters,
                             GError         **error)
{
  gsize before = ent_saved_filters_cost (self->now.filters);
  gsize after = ent_saved_filters_cost (filters);
  Change *change;

  if (after > before && !has_room (self, after, before, error))
    return FALSE;
  change = change_new ();
  put_filters (self, change, filters);
  end_change (self, change);
  return TRUE;
}

/* Taking back */

/** ent_annotations_get_last_change: (skip): the number of the last change; 0 when there was none */
guint64
ent_annotations_get_last_change (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), 0);

  return self->last_change;
}

static Change *
find_change (EntAnnotations *self,
             guint64         number)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = g_ptr_array_index (self->changes, i);

      if (change->number == number)
        return change;
    }
  return NULL;
}

/**
 * ent_annotations_undo:
 * @self: annotations
 * @change: the number of a change
 *
 * Takes back what a change did, but for what was changed again since. Only the last
 * %ENT_LIMIT_ANNOTATIONS_UNDO changes can be taken back.
 *
 * Returns: whether there was anything to take back
 */
gboolean
ent_annotations_undo (EntAnnotations *self,
                      guint64         change)
{
  g_autoptr (Change) undone = NULL;
  Change *change_back;
  guint64 before;
  guint at;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);

  undone = find_change (self, change);
  if (undone == NULL)
    return FALSE;
  g_ptr_array_find (self->changes, undone, &at);
  g_ptr_array_steal_index (self->changes, at);
  change_back = change_new ();
  for (guint i = 0; i < undone->items->len; i++)
    {
      const Item *item = g_ptr_array_index (undone->items, i);
      const char *now = g_hash_table_lookup (*table_of (&self->now, item->part), item->id);

      if (g_strcmp0 (now, item->after) == 0)
        put (self, change_back, item->part, item->id, item->before);
    }
  if (undone->filters_after != NULL)
    {
      g_autoptr (GPtrArray) filters = ent_saved_filters_merge (undone->filters_after, undone->filters_before,
                                                         self->now.filters);

      put_filters (self, change_back, filters);
    }
  before = self->last_change;
  end_change (self, change_back);
  return self->last_change != before;
}

/* Keeping */

/** ent_annotations_is_kept: (skip): whether nothing has changed since they were kept */
gboolean
ent_annotations_is_kept (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), TRUE);

  return ent_annotations_content_equal (&self->now, &self->kept);
}

/** ent_annotations_set_kept: (skip): takes note that they are kept as they are now */
void
ent_annotations_set_kept (EntAnnotations *self)
{
  g_return_if_fail (ENT_IS_ANNOTATIONS (self));

  ent_annotations_content_clear (&self->kept);
  ent_annotations_content_share (&self->kept, &self->now);
}

/* Adds what of a table was changed elsewhere, and not here. */
static void
merge_table (EntAnnotations     *self,
             Change             *change,
             EntAnnotationParts  part,
             EntAnnotations     *theirs)
{
  g_autoptr (GHashTable) base = g_hash_table_ref (*table_of (&self->kept, part));
  g_autoptr (GHashTable) mine = g_hash_table_ref (*table_of (&self->now, part));
  GHashTable *other = *table_of (&theirs->now, part);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const char *before = g_hash_table_lookup (base, id);

      if (g_strcmp0 (before, value) != 0 && g_strcmp0 (g_hash_table_lookup (mine, id), before) == 0)
        put (self, change, part, id, value);
    }
  g_hash_table_iter_init (&iter, base);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!g_hash_table_contains (other, id) && g_strcmp0 (g_hash_table_lookup (mine, id), value) == 0)
      put (self, change, part, id, NULL);
}

/**
 * ent_annotations_take_over:
 * @self: annotations
 * @theirs: the same annotations, as somebody else has kept them
 *
 * Takes over what they have changed since these here were kept. Where both have changed the same, what was
 * changed here stays.
 */
void
ent_annotations_take_over (EntAnnotations *self,
                           EntAnnotations *theirs)
{
  g_autoptr (GPtrArray) filters = NULL;
  Change *change;

  g_return_if_fail (ENT_IS_ANNOTATIONS (self));
  g_return_if_fail (ENT_IS_ANNOTATIONS (theirs));

  change = change_new ();
  /* Tables that are changed while they are walked through are to be others. */
  merge_table (self, change, ENT_ANNOTATIONS_STARS, theirs);
  merge_table (self, change, ENT_ANNOTATIONS_NOTES, theirs);
  filters = ent_saved_filters_merge (self->kept.filters, self->now.filters, theirs->now.filters);
  put_filters (self, change, filters);
  end_change (self, change);
}
